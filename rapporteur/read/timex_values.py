"""Calendar arithmetic over TIMEX3 values: placing what is left open, and saying it as EDTF.

A value with X in it is a template ("XXXX-11-18", "XXXX-WXX-7", "XXXX-XX-XX", "XXXX-SP", "XXXX-Q3");
`offset` shifts the reference day first ("P-1D", "P1W"), `direction` then says where to look for the
template: "past" the last one at or before that day, "future" the first at or after it, "same" in the
year, month or week the day falls in; with no direction, the nearest.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from rapporteur.languages.en.calendar import (
    EASTER_HOLIDAYS,
    FIXED_HOLIDAYS,
    NTH_HOLIDAYS,
    SEASON_MONTHS,
)

_offset = re.compile(r"P(T?)(-?\d+)(DE|CE|[DWMYQHS])$")
_template = re.compile(
    r"(?P<year>[\dX]{2,4})(?:-(?P<rest>W[\dX]{1,2}(?:-(?:\d|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI|[\dX]{2}(?:-[\dX]{2})?))?(?P<time>T.*)?$"
)


def day_of(stamp: str) -> date | None:
    """The day of an ISO date or date-time, as written (the zone's own day); None when there is none."""
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def add_months(day: date, months: int) -> date:
    """The same day some months away, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return day
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: date, offset: str | None) -> date:
    """A day moved by an ISO 8601 duration of one unit that may be negative; units of clock time move nothing."""
    found = _offset.match(offset or "")
    if found is None or found.group(1):
        return day
    count, unit = int(found.group(2)), found.group(3)
    try:
        if unit == "D":
            return day + timedelta(days=count)
        if unit == "W":
            return day + timedelta(weeks=count)
    except OverflowError:
        return day
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit, 0)
    return add_months(day, months * count)


_weekday_in = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)")


def agreeing(value: str, words: str) -> str:
    """A day moved to the nearest year (or month) in which it falls on the weekday its own words name.

    "Tuesday, Nov. 18" is in 2025, not in 2026; "Friday the 31st" not in August. Unchanged when none fits.
    """
    found = _weekday_in.search(words)
    there = day_of(value)
    if found is None or there is None or re.search(r"\b(?:19|20)\d\d\b", words):
        return value
    wanted = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(found.group(1)) + 1
    step = 12 if re.search(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", words[found.end() :]) else 1
    for months in (0, *(sign * step * i for i in range(1, 8) for sign in (-1, 1))):
        other = add_months(there, months)
        if other.day == there.day and other.isoweekday() == wanted:
            return other.isoformat() + value[10:]
    return value


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday(name: str, year: int) -> date | None:
    """The day a holiday falls on in a year; None when the name is none we know."""
    name = name.lower().replace("’", "'")
    if name in FIXED_HOLIDAYS:
        month, day = FIXED_HOLIDAYS[name]
        return date(year, month, day)
    if name in EASTER_HOLIDAYS:
        return easter(year) + timedelta(days=EASTER_HOLIDAYS[name])
    if name == "black friday":
        return _nth(year, 11, 4, 4) + timedelta(days=1)
    if name == "cyber monday":
        return _nth(year, 11, 4, 4) + timedelta(days=4)
    if name == "election day":  # the Tuesday after the first Monday
        return _nth(year, 11, 1, 1) + timedelta(days=1)
    if name in NTH_HOLIDAYS:
        return _nth(year, *NTH_HOLIDAYS[name])
    return None


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def is_open(value: str | None) -> bool:
    """Whether a value is a template that a document's date can fill."""
    return value is not None and value.startswith("XX") and not value.startswith("P")


def place(value: str, direction: str | None, offset: str | None, day: date, slack: int = 45) -> str | None:
    """A template filled from a reference day; a full value as it is; None when it cannot be filled.

    `slack`: how many days back "future" may still reach for a day of the year that was to come.
    """
    if not is_open(value):
        return value
    found = _template.match(value)
    if found is None:
        return None
    day = shift(day, offset)
    year, rest, time = found.group("year"), found.group("rest") or "", found.group("time") or ""
    if not rest:
        return _place_year(year, day) + time
    if rest == "XX":
        return f"{day.year:04d}-{day.month:02d}{time}"
    if rest == "XX-XX":
        return f"{day.isoformat()}{time}"
    if rest.startswith("W") and rest != "WI":
        return _place_week(rest, direction, day) + time
    if rest.startswith("XX-"):
        return _place_day_of_month(int(rest[3:]), direction, day, time)
    if rest == "QX":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if rest == "HX":
        return f"{day.year:04d}-H{1 if day.month < 7 else 2}"
    return _place_in_year(rest, direction, day, time, slack)


def _place_year(year: str, day: date) -> str:
    full = f"{day.year:04d}"
    return full[: len(year)]


def _place_week(rest: str, direction: str | None, day: date) -> str:
    monday = day - timedelta(days=day.isoweekday() - 1)
    tail = rest[4:]
    if tail == "WE" or not tail:
        if tail == "WE" and direction == "past" and day.isoweekday() < 6:
            monday -= timedelta(weeks=1)
        return week_value(monday) + (f"-{tail}" if tail else "")
    weekday = int(tail)
    there = monday + timedelta(days=weekday - 1)
    if direction == "past" and there > day:
        there -= timedelta(weeks=1)
    elif direction == "future" and there < day:
        there += timedelta(weeks=1)
    elif direction is None and abs((there - day).days) > 3:
        there += timedelta(weeks=1 if there < day else -1)
    return there.isoformat()


def week_value(monday: date) -> str:
    """The week a day stands in, as TIMEX3 writes it."""
    iso = monday.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def _place_day_of_month(number: int, direction: str | None, day: date, time: str) -> str | None:
    step = 1 if direction == "future" else -1
    for months in (0, step, 2 * step):
        month = add_months(day.replace(day=1), months)
        if number > calendar.monthrange(month.year, month.month)[1]:
            continue
        there = month.replace(day=number)
        if direction == "same" or (there >= day if direction == "future" else there <= day):
            return there.isoformat() + time
    return None


def _place_in_year(rest: str, direction: str | None, day: date, time: str, slack: int) -> str | None:
    choices: list[tuple[date, date, int]] = []
    for year in (day.year - 1, day.year, day.year + 1):
        bounds = _bounds(f"{year:04d}-{rest}") if 1 < year < 9999 else None
        if bounds is not None:
            choices.append((bounds[0], bounds[1], year))
    if not choices:
        return None
    if direction == "same":
        chosen = [year for _, _, year in choices if year == day.year]
    elif direction == "past":
        # a day told as past with no year is rarely most of a year ago: then it is ahead after all
        ahead = timedelta(days=60 if len(rest) == 5 else 40 if rest.isdigit() else 0)
        chosen = [year for first, _, year in choices if first <= day + ahead][-1:]
    elif direction == "future":
        # what was to happen a few weeks ago is told with the words for what is to come
        chosen = [year for _, last, year in choices if last >= day - timedelta(days=slack)][:1]
    else:
        chosen = [min(choices, key=lambda c: (_distance(c[0], c[1], day), c[2]))[2]]
    return f"{chosen[0]:04d}-{rest}{time}" if chosen else None


def _distance(first: date, last: date, day: date) -> int:
    if first <= day <= last:
        return 0
    return min(abs((first - day).days), abs((last - day).days))


def bounds(value: str | None) -> tuple[date, date] | None:
    """First and last day of a full TIMEX3 value; None for durations, references and open values."""
    return None if value is None else _bounds(value)


def _bounds(value: str) -> tuple[date, date] | None:
    stem = value.split("T")[0] if not value.startswith(("P", "T", "F")) else ""
    found = _template.match(stem)
    if found is None or "X" in stem:
        return None
    year, rest = found.group("year"), found.group("rest") or ""
    try:
        if len(year) < 4:
            span = 10 ** (4 - len(year))
            first = int(year) * span
            return date(max(first, 1), 1, 1), date(first + span - 1, 12, 31)
        number = int(year)
        if not rest:
            return date(number, 1, 1), date(number, 12, 31)
        if rest.startswith("W") and rest != "WI":
            monday = date.fromisocalendar(number, int(rest[1:3].rstrip("-")), 1)
            if rest.endswith("WE"):
                return monday + timedelta(days=5), monday + timedelta(days=6)
            if "-" in rest:
                there = monday + timedelta(days=int(rest[-1]) - 1)
                return there, there
            return monday, monday + timedelta(days=6)
        if rest[0] == "Q":
            return _months(number, 3 * int(rest[1]) - 2, 3)
        if rest[0] == "H":
            return _months(number, 6 * int(rest[1]) - 5, 6)
        if rest in SEASON_MONTHS:
            return _months(number, SEASON_MONTHS[rest][0], 3)
        if len(rest) == 2:
            return _months(number, int(rest), 1)
        there = date(number, int(rest[:2]), int(rest[3:]))
        return there, there
    except ValueError:
        return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, add_months(first, count) - timedelta(days=1)


def edtf(value: str | None, end_value: str | None = None) -> str | None:
    """A full TIMEX3 value as EDTF; what EDTF has no word for (weeks, quarters, seasons) as first/last day.

    None for durations, sets, references without a day, and values still open.
    """
    first = _one_edtf(value)
    if first is None or end_value is None:
        return first
    last = _one_edtf(end_value)
    return None if last is None else f"{first.split('/')[0]}/{last.split('/')[-1]}"


def _one_edtf(value: str | None) -> str | None:
    if value is None or "X" in value or value.startswith(("P", "F", "T")):
        return None
    stem = value.split("T")[0]
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", stem):
        return stem if _bounds(stem) else None
    if re.fullmatch(r"\d{3}|\d{2}", stem):
        return stem.ljust(4, "X")
    found = _bounds(stem)
    return f"{found[0].isoformat()}/{found[1].isoformat()}" if found else None


def shift_value(value: str, length: str, sign: int) -> str | None:
    """A day's value moved by a duration ("XXXX-11-18" and "P2D" give "XXXX-11-20"); None where it cannot be."""
    if not re.fullmatch(r"(?:XXXX|\d{4})-\d\d-\d\d", value):
        return None
    open_year = value.startswith("X")
    try:
        day = date.fromisoformat(value.replace("XXXX", "2023"))
    except ValueError:
        return None
    there = shift(day, ("P-" if sign < 0 else "P") + length[1:])
    if open_year and there.year != 2023:
        return None
    return there.isoformat().replace("2023", "XXXX", 1) if open_year else there.isoformat()
