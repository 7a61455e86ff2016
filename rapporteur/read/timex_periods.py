"""What expressions for weeks, months, seasons, quarters, years, decades and holidays mean."""

from __future__ import annotations

import re
from typing import Literal

from rapporteur.languages.en import calendar as words
from rapporteur.read.numerals import ordinal
from rapporteur.read.timex_grammar import Inner, Sense
from rapporteur.read.timex_parts import (
    TEMPLATES,
    Match,
    duration,
    edge_of,
    month_of,
    year_of,
)
from rapporteur.read.timex_values import holiday as holiday_on

_LASTING = {"D", "W", "M", "Q", "Y", "DE", "CE"}
_THROUGH = {"the past", "past", "the last", "the next", "the coming", "coming", "the preceding"}
"""What makes "the past year" a length of time, and not the year before this one."""


def way_of(text: str) -> tuple[str, int]:
    """Which way a determiner points ("past", "future", "same", "anchor", "the") and how far in units."""
    text = re.sub(r"^(the|that)\s+", "", text.strip()) if " " in text.strip() else text.strip()
    if text in ("last", "previous", "preceding", "prior"):
        return "past", -1
    if text in ("past", "this past"):
        return "past", -1
    if text in ("next", "coming", "following", "upcoming", "this coming"):
        return "future", 1
    if text in ("same", "that"):
        return "anchor", 0
    if text == "the":
        return "the", 0
    return "same", 0


def period(m: Match) -> Sense | None:
    """ "last week", "this month", "the coming year", "the same day", "next spring", "the past decade"."""
    way, step = way_of(m["way"])
    what = re.sub(r"\s+", " ", m["what"])
    if what in words.WEEKDAYS:
        return None
    if what in words.MONTHS:
        # "last November" is the one before the document, "next November" the one after it
        direction = {"past": "past", "future": "future"}.get(way)
        offset = {"past": "P-1M", "future": "P1M"}.get(way)
        if way in ("past", "future"):
            return Sense("DATE", f"XXXX-{month_of(what)}", direction=direction, offset=offset)  # type: ignore[arg-type]
        return Sense("DATE", f"XXXX-{month_of(what)}", direction="same") if way == "same" else None
    if what in words.SEASONS:
        code = words.SEASONS[what]
        if way in ("past", "future"):
            return Sense("DATE", f"XXXX-{code}", direction=way, offset="P-3M" if way == "past" else "P3M")  # type: ignore[arg-type]
        return Sense("DATE", f"XXXX-{code}", direction="same" if way == "same" else None, ask=way != "same")
    what = "week" if what.startswith("work") and what.endswith("week") else what
    unit = "Y" if what in ("fiscal year", "financial year") else words.UNITS.get(what, "")
    if unit == "WE" and (way == "the" or m["way"].strip() in ("past", "the past", "this past")):
        return Sense("DATE", "XXXX-WXX-WE", ask=True)
    if unit not in TEMPLATES and unit != "F":
        return None
    raw = m["way"].strip()
    if way == "the":
        return None
    if raw == "the latest":
        if unit == "Q":
            return Sense("DATE", "XXXX-QX", direction="same", anchor=True)
        return Sense("DATE", TEMPLATES[unit], direction="same", offset=f"P-1{unit}") if unit == "Y" else None
    if unit == "CE" and raw in ("the next", "the coming", "the last"):
        return Sense("DATE", TEMPLATES[unit], direction="same", offset=f"P{step}CE")
    lasting = unit in _LASTING and (raw not in ("the last", "the next") or unit != "D")
    if raw in _THROUGH and lasting:
        if unit == "Q":
            return Sense("DATE", "XXXX-QX", direction="same", offset=f"P{step}Q")
        length = duration(1, what if what in words.UNITS else "year")
        return Sense("DURATION", length, direction="past" if step < 0 else "future")
    if raw in (
        "the following",
        "the previous",
        "the preceding",
        "the prior",
        "prior",
        "following",
        "the same",
        "that same",
        "that",
    ):
        return Sense(
            "DATE", TEMPLATES[unit], direction="same", offset=f"P{step}{unit}" if step else None, anchor=True
        )
    if unit == "D":
        if raw in ("the next",):
            return Sense("DATE", "XXXX-XX-XX", direction="same", offset="P1D", anchor=True)
        return None
    if unit == "F":
        return Sense("DURATION", "P2W", direction="past" if step < 0 else "future") if step else None
    offset = f"P{step}{'W' if unit == 'WE' else unit}" if step else None
    return Sense("DATE", TEMPLATES[unit], direction="same", offset=offset)


def of_period(m: Match, inner_of: Inner) -> Sense | None:
    """ "earlier in the week", "later this year", "early next month", "the end of the year"."""
    inner_text = re.sub(r"\s+", " ", m["period"])
    edge = edge_of(m["edge"])
    bare = re.fullmatch(r"(?:the|its|their) (day|week|weekend|month|quarter|year|decade|century)", inner_text)
    raw = m["edge"].split()[0]
    if bare:
        unit = words.UNITS[bare.group(1)]
        if raw == "earlier" and unit == "D":
            edge = "BEFORE"
        return Sense("DATE", TEMPLATES[unit], mod=edge, direction="same")
    inner = inner_of(inner_text)
    if inner is None or inner.type not in ("DATE", "TIME"):
        return None
    if raw in ("earlier", "later") and inner.value == "XXXX-XX-XX":
        edge = "BEFORE" if raw == "earlier" else "AFTER"
    return Sense(inner.type, inner.value, mod=edge, end_value=inner.end_value, direction=inner.direction,
                 offset=inner.offset, ask=inner.ask, anchor=inner.anchor)  # fmt: skip


def part_of_month(m: Match, inner_of: Inner) -> Sense | None:
    """ "the last week of July", "the first days of 2026": the month or year, at its start or end."""
    inner = inner_of(re.sub(r"\s+", " ", m["period"]))
    if inner is None or inner.type != "DATE":
        return None
    edge = {
        "first": "START",
        "1st": "START",
        "opening": "START",
        "last": "END",
        "final": "END",
        "closing": "END",
    }.get(m["nth"], "MID")
    return Sense("DATE", inner.value, mod=edge, direction=inner.direction, offset=inner.offset, ask=inner.ask)


def season_only(m: Match) -> Sense | None:
    code = words.SEASONS[m["season"]]
    if m["y"]:
        return Sense("DATE", f"{year_of(m['y'])}-{code}")
    if not m["the"] and not m.groupdict().get("rel"):
        return None  # "spring" and "fall" alone are rarely seasons
    way = {"last": "P-1Y", "next": "P1Y"}
    if m["rel"]:
        return Sense("DATE", f"XXXX-{code}", direction="same", offset=way.get(m["rel"].split()[0]))
    return Sense("DATE", f"XXXX-{code}", ask=True)


def fiscal(m: Match) -> Sense | None:
    year = m["y"]
    return Sense("DATE", year_of(year) if len(year) != 2 else f"20{year}" if int(year) < 50 else f"19{year}")


def decade(m: Match) -> Sense | None:
    text = re.sub(r"^the\s+", "", m[0].strip())
    named = {"twenties": "192", "thirties": "193", "forties": "194", "fifties": "195", "sixties": "196",
             "seventies": "197", "eighties": "198", "nineties": "199"}  # fmt: skip
    if text in named:
        return Sense("DATE", named[text])
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return Sense("DATE", digits[:3])
    return Sense("DATE", ("20" if digits in ("00", "10", "20") else "19") + digits[0])


def century(m: Match) -> Sense | None:
    number = ordinal(re.sub(r"\s+", "-", m["nth"]))
    return Sense("DATE", f"{number - 1:02d}") if number and 1 < number < 23 else None


NTHS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}


def quarter(m: Match) -> Sense | None:
    groups = m.groupdict()
    half = m["kind"] == "half"
    number = NTHS.get(m["nth"] or "") or 0
    if half and number > 2:
        number = 2
    code = f"{'H' if half else 'Q'}{number}"
    if named := groups.get("y") or groups.get("own"):
        return Sense("DATE", f"{year_of(named)}-{code}")
    if groups.get("cmp"):
        return Sense("DATE", f"XXXX-{code}", direction="past", offset="P-1Y")
    if groups.get("this"):
        return Sense("DATE", f"XXXX-{code}", direction="same")
    if groups.get("rel"):
        offset = {"last": "P-1Y", "next": "P1Y"}.get(groups["rel"].split()[0])
        return Sense("DATE", f"XXXX-{code}", direction="same", offset=offset)
    if half:
        return Sense("DATE", f"XXXX-{code}", direction="same")
    return Sense("DATE", f"XXXX-{code}", ask=True)


def short_quarter(m: Match) -> Sense | None:
    year = year_of(m["y"] or m["y2"])
    return Sense("DATE", f"{year or 'XXXX'}-{m['code'].upper()}", ask=year is None)


def years_own(m: Match) -> Sense | None:
    """ "the 1988 quarter", "the 1988 period": that year's quarter of the same number as the one reported."""
    return Sense("DATE", f"{year_of(m['y'] or m['py'])}-QX", anchor=True)


def quarter_before(m: Match) -> Sense | None:
    """ "the quarter a year ago", "last year's quarter": a year before the quarter reported."""
    value = "XXXX-QX" if m["what"] == "quarter" else "XXXX"
    return Sense("DATE", value, direction="same", offset="P-1Y", anchor=True)


def same_period(m: Match) -> Sense | None:
    """ "the quarter", "the year-ago period": the period named before, or that of the year before it."""
    back = "P-1Y" if m["ago"] and m["ago"].startswith("year") else None
    unit = {
        "quarter": "XXXX-QX",
        "period": "XXXX-QX",
        "year": "XXXX",
        "fiscal year": "XXXX",
        "month": "XXXX-XX",
    }[re.sub(r"\s+", " ", m["what"])]
    anchor = not (m["ago"] or "").startswith("full")
    return Sense("DATE", unit, direction="same", offset=back, anchor=anchor)


def beside(m: Match) -> Sense | None:
    """ "The day before.", "the week after,": by the day named last."""
    unit = words.UNITS[m["what"]]
    return Sense(
        "DATE",
        TEMPLATES[unit],
        direction="same",
        offset=f"P{-1 if m['way'] == 'before' else 1}{unit}",
        anchor=True,
    )


def month_of_year(m: Match) -> Sense | None:
    """ "the third month of 2021", "the ninth month of next year"."""
    number = ordinal(re.sub(r"\s+", "-", m["nth"]))
    if number is None or not 1 <= number <= 12:
        return None
    if m["year"][0].isdigit():
        return Sense("DATE", f"{m['year']}-{number:02d}")
    offset = {"last": "P-1Y", "next": "P1Y"}.get(m["year"].split()[0])
    return Sense("DATE", f"XXXX-{number:02d}", direction="same", offset=offset)


def after_next(m: Match) -> Sense | None:
    """ "the week after next", "the year before last"."""
    unit = words.UNITS[m["what"]]
    return Sense(
        "DATE",
        TEMPLATES[unit],
        direction="same",
        offset=f"P{2 if m['way'].startswith('after') else -2}{unit}",
    )


def year_end(m: Match) -> Sense | None:
    return Sense("DATE", f"{m['y'] or 'XXXX'}", mod="END", direction="same")


def holiday(m: Match) -> Sense | None:
    name = re.sub(r"\s+", " ", m["name"]).replace("’", "'")
    if m["y"]:
        there = holiday_on(name, int(m["y"]))
        return Sense("DATE", there.isoformat()) if there else None
    way: dict[str, Literal["past", "future"]] = {"last": "past", "next": "future", "following": "future"}
    which = way.get(m["which"] or "")
    return Sense("DATE", None, ask=which is None, direction=which, holiday=name)
