"""Date stamps as pages print them: "Updated Nov. 23, 2025 9:25 pm ET" and its many relatives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from rapporteur.languages.en.calendar import MONTHS
from rapporteur.languages.en.page import PUBLISHED, UPDATED
from rapporteur.languages.en.stamps import ZONES

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_DATES = (
    rf"(?P<m1>{_MONTH})\.?\s+{_DAY.format('d1')},?\s+{_YEAR.format('y1')}",
    rf"{_DAY.format('d2')}(?:\s+of)?[\s-]+(?P<m2>{_MONTH})\.?,?[\s-]+{_YEAR.format('y2')}",
    rf"{_YEAR.format('y3')}[-/.](?P<m3>[01]?\d)[-/.]{_DAY.format('d3')}",
    rf"(?P<a4>[0-3]?\d)[/.](?P<b4>[0-3]?\d)[/.]{_YEAR.format('y4')}",
)
_ZONE = r"(?P<zone>[A-Z]{1,5}T|GMT|UTC|MSK|Z|Eastern)\b(?:\s?(?P<shift>[+-]\d{1,2}(?::?\d\d)?))?|(?P<offset>[+-]\d\d:?\d\d)"
_CLOCK = (
    r"(?P<h>[012]?\d)(?:[:.h](?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
)
_AT = r"(?:\s*[,|•·–—-]\s*|\s+at\s+|\s*T|\s+)"
_STAMP = re.compile(
    rf"(?i)(?P<lead>\b(?:{UPDATED}|{PUBLISHED})\b\s*:?\s*)?"
    rf"(?:(?P<before>(?<![\d.])[012]?\d[:.][0-5]\d\s*(?:[ap]\.?m\.?)?(?:\s*(?:[A-Z]{{1,4}}T|GMT|UTC|MSK))?){_AT}(?:on\s+)?)?"
    rf"(?<![\d/.-]){_WEEKDAY}(?P<date>{'|'.join(_DATES)})(?!\d)"
    rf"(?:{_AT}(?P<clock>{_CLOCK})(?!\d|\s*(?:min|comments?|shares?))\s*\(?(?:{_ZONE})?\)?)?"
)
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE = re.compile(rf"(?i){_CLOCK}\s*(?:{_ZONE})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date on a page: where it stands, its value (ISO date or date-time with zone), and what it dates."""

    start: int
    end: int
    value: str
    role: str  # updated, published or "" where the page only shows a date
    ambiguous: bool = False  # 03/04/2025 may be either


def find_stamps(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """The full dates (with a year) in this stretch, with the clock time and zone printed beside them."""
    stop_at = len(text) if end is None else end
    if not _HAS_YEAR.search(text, start, stop_at):
        return
    for match in _STAMP.finditer(text, start, stop_at):
        day, ambiguous = _day(match)
        if day is None:
            continue
        clock = match if match["clock"] else _BEFORE.match(match["before"]) if match["before"] else None
        lead = (match["lead"] or "").lower()
        role = "updated" if re.match(UPDATED, lead) else "published" if lead else ""
        value, stop = day.isoformat(), match.end("date")
        moment = _moment(day, clock) if clock is not None else None
        if moment is not None:
            value, stop = moment, match.end() if match["clock"] else stop
        yield Stamp(start=match.start(), end=stop, value=value, role=role, ambiguous=ambiguous)


def _day(match: re.Match[str]) -> tuple[date | None, bool]:
    ambiguous = False
    if match["y1"]:
        parts = match["y1"], _month(match["m1"]), match["d1"]
    elif match["y2"]:
        parts = match["y2"], _month(match["m2"]), match["d2"]
    elif match["y3"]:
        parts = match["y3"], int(match["m3"]), match["d3"]
    else:
        first, second = int(match["a4"]), int(match["b4"])
        dotted = "." in match["date"]  # 23.11.2025 is always day first
        ambiguous = not dotted and first <= 12 and second <= 12 and first != second
        parts = (
            (match["y4"], second, str(first)) if first > 12 or dotted else (match["y4"], first, str(second))
        )
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2])), ambiguous
    except ValueError:
        return None, False


def _month(name: str) -> int:
    """A month's number; 0, which is none, for letters that only a pattern takes for its own ("aprıl")."""
    return MONTHS.get(name.lower(), 0)


def _moment(day: date, clock: re.Match[str]) -> str | None:
    """The date with clock time and zone; None where no zone is printed, as a time without one orders nothing."""
    if not clock["h"] or not (clock["min"] or clock["half"]):
        return None
    hour, minute = int(clock["h"]), int(clock["min"] or 0)
    half = (clock["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if hour > 23:
        return None
    groups = clock.groupdict()
    zone = zone_of(groups.get("zone"), groups.get("shift") or groups.get("offset"), day)
    if zone is None:
        return None
    local = datetime(day.year, day.month, day.day, hour, minute, int(clock["s"] or 0), tzinfo=zone)
    return local.isoformat(timespec="seconds" if clock["s"] else "minutes")


def zone_of(name: str | None, shift: str | None, day: date) -> ZoneInfo | timezone | None:
    """The zone that a printed name or offset stands for on that day."""
    if shift:
        digits = shift[1:].replace(":", "")
        hours, minutes = int(digits[:2]), int(digits[2:] or 0)
        sign = -1 if shift[0] == "-" else 1
        return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours <= 14 else None
    if name and name.lower() in ZONES:
        return ZoneInfo(ZONES[name.lower()])
    return None
