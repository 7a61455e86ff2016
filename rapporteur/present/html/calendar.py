"""Events on a line of days: where each stands, how long, and how sure, ready to be drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rapporteur.views.timeline import PLANNED

Zoom = Literal["day", "week", "month"]
PIXELS: dict[str, float] = {"day": 64.0, "week": 18.0, "month": 5.0}  # a day's width
NARROWEST, WIDEST = 640.0, 24_000.0  # of a sheet; a browser draws no wider one well
DOT = 16.0
LANE = 30
TOP = 46
EXPRESSION = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.+Z-]*)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What the drawing needs of an event."""

    ref: str
    title: str
    status: str
    when: str  # EDTF


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A happening with its place, in CSS pixels."""

    happening: Happening
    x: float
    y: int
    width: float
    label: str
    label_x: float
    anchor: Literal["start", "end"]
    vague: bool = False  # on some day of these, not on all of them
    dot: bool = False  # planned for one day: a circle, since nothing fills the day yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line of the calendar with its label."""

    x: float
    label: str
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A drawn stretch of time."""

    width: float
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    first: date
    last: date


def days(edtf: str) -> tuple[date, date] | None:
    """The first and last day an EDTF date or interval covers; None where it has no bounds in days."""
    left, _, right = edtf.strip("?~%").partition("/")
    first = bound(left, last=False)
    last = bound(right or left, last=True)
    if first is None or last is None or last < first:
        return None
    return first, last


def bound(edtf: str, *, last: bool) -> date | None:
    """The first (or last) day of an EDTF date with day, month or year precision."""
    match = EXPRESSION.match(edtf.strip("?~%"))
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year and month and day:
            return date(year, month, day)
        if year and month:
            if not last:
                return date(year, month, 1)
            return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        if year:
            return date(year, 12, 31) if last else date(year, 1, 1)
    except ValueError:
        return None
    return None


def lay_out(happenings: Sequence[Happening], zoom: Zoom = "week", *, most: int = 120) -> Sheet | None:
    """Places happenings in lanes so that no two labels touch; the latest `most` of them."""
    placed = sorted(
        ((span, happening) for happening in happenings if (span := days(happening.when))),
        key=lambda pair: (pair[0], pair[1].ref),
    )[-most:]
    if not placed:
        return None
    first = min(span[0] for span, _ in placed) - timedelta(days=1)
    last = max(span[1] for span, _ in placed) + timedelta(days=2)
    covered = (last - first).days
    width = min(max(covered * PIXELS[zoom], NARROWEST), WIDEST)
    scale = width / covered
    lanes: list[float] = []
    bars = []
    for (begin, end), happening in placed:
        x = (begin - first).days * scale
        dot = end == begin and happening.status in PLANNED
        length = DOT if dot else max(((end - begin).days + 1) * scale, 8.0)
        label = happening.title if len(happening.title) <= 48 else happening.title[:47] + "…"
        need = len(label) * 6.6 + 16
        flip = x + length + need > width and x > need
        left, right = (x - need, x + length) if flip else (x, x + length + need)
        lane = next((i for i, used in enumerate(lanes) if used <= left), len(lanes))
        if lane == len(lanes):
            lanes.append(0.0)
        lanes[lane] = right
        bars.append(
            Bar(
                happening=happening,
                x=round(x, 1),
                y=TOP + lane * LANE,
                width=round(length, 1),
                label=label,
                label_x=round(x - 6 if flip else x + length + 6, 1),
                anchor="end" if flip else "start",
                vague="/" not in happening.when and end > begin,
                dot=dot,
            )
        )
    widest = max([width, *lanes])
    return Sheet(
        width=round(widest, 1),
        height=TOP + len(lanes) * LANE + 12,
        bars=tuple(bars),
        ticks=tuple(ticks(first, last, scale)),
        first=first,
        last=last,
    )


def ticks(first: date, last: date, scale: float) -> list[Tick]:
    """Days, Mondays or firsts of the month, whichever leave room for their labels."""
    made: list[Tick] = []
    day = first
    while day <= last:
        x = round((day - first).days * scale, 1)
        if day.day == 1:
            made.append(
                Tick(
                    x=x,
                    label=f"{day:%B} {day.year}" if scale * 28 > 90 else f"{day:%b} {day:%y}",
                    strong=True,
                )
            )
        elif scale >= 40 or (scale >= 6 and day.weekday() == 0):
            made.append(Tick(x=x, label=f"{day:%a} {day.day}" if scale >= 40 else f"{day.day}", strong=False))
        day += timedelta(days=1)
    if scale * 28 <= 50:  # years of talks: keep January, April, July, October
        made = [tick for tick in made if tick.label[:3] in ("Jan", "Apr", "Jul", "Oct")]
    return made
