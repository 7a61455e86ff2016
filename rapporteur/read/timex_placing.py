"""What a found expression is worth in its place: direction by tense, anchors, and the document's date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rapporteur.model import Document, Timex, address
from rapporteur.read.timex_context import direction_of
from rapporteur.read.timex_grammar import Sense
from rapporteur.read.timex_parts import over_is_more
from rapporteur.read.timex_scan import Found
from rapporteur.read.timex_values import (
    agreeing,
    bounds,
    holiday,
    is_open,
    place,
    shift,
    shift_value,
    week_value,
)


@dataclass(frozen=True, slots=True)
class Named:
    """What the report named last: a day or period, a quarter already over, a length of time."""

    period: Timex | None = None
    quarter: Timex | None = None
    length: Timex | None = None

    def after(self, timex: Timex, item: Found, day: date | None) -> Named:
        """The same once an expression more has been read; what only compares ("a year ago") names nothing."""
        if timex.timex_type == "DURATION" and timex.value and "X" not in timex.value:
            return replace(self, length=timex)
        if timex.timex_type not in ("DATE", "TIME") or not timex.value or timex.value.endswith("REF"):
            return self
        if item.sense.anchor or timex.rule == "year-ago":
            return self
        if timex.rule == "ago" and self.quarter is not None:
            return self
        if re.match(r"\d{4}-Q\d$", timex.value):
            ends = bounds(timex.value)
            grace = _UNFINISHED if self.quarter is None else 0  # the quarter reported is not the one to come
            over = day is None or ends is None or ends[1] <= day + timedelta(days=grace)
            return replace(self, period=timex, quarter=timex if over else self.quarter)
        return replace(self, period=timex)


_UNFINISHED = 70
"""A firm's own fourth quarter may end while the calendar's still runs."""


def valued(
    document: Document, text: str, item: Found, low: int, high: int, day: date | None, named: Named
) -> Timex:
    """The expression with its type and value, in its sentence low–high of a document dated `day`."""
    sense = item.sense
    direction = sense.direction
    if item.rule == "duration" and _each.fullmatch(text[item.start : item.end]):
        counted = _counted_before.search(text[max(low, item.start - 48) : item.start])
        sense = replace(sense, type="SET") if counted else sense
    if item.rule == "duration" and re.search(r"\bin $", text[max(low, item.start - 4) : item.start]):
        sense = _in_so_long(text, item, low, high)
        direction = sense.direction
    if (
        item.rule == "duration"
        and sense.type == "DURATION"
        and _within.search(text[max(low, item.start - 14) : item.start])
    ):
        direction = direction_of(text, item.start, item.end, low, high)
    if (
        sense.mod == "MORE_THAN"
        and text.startswith("over ", item.start)
        and not over_is_more(text, item.start)
    ):
        sense = replace(sense, mod=None)
    if sense.ask and direction is None:
        direction = direction_of(text, item.start, item.end, low, high) or "past"
    rule = item.rule
    if sense.holiday:
        rule = f"holiday:{sense.holiday}"
    timex = Timex(
        id=address(document.report, "timex", item.start, item.end),
        span=document.span(item.start, item.end),
        timex_type=sense.type,
        value=sense.value,
        mod=sense.mod,
        end_value=sense.end_value,
        direction=direction,
        offset=sense.offset,
        rule=rule,
    )
    if rule == "years-own":
        longer = (
            _longer.search(text[low : item.start]) is not None and "period" in text[item.start : item.end]
        )
        timex = _of_year(timex, None if longer else named.quarter)
    compared = sense.offset == "P-1Y" or sense.value == "XXXX-QX"
    if (
        rule == "period"
        and sense.offset == "P-1Y"
        and _against.search(text[max(low, item.start - 90) : item.start])
    ):
        rule = "ago"  # "compared with a loss of 3 million last year"
    if named.quarter is not None and compared and (sense.anchor or rule == "ago"):
        timex = _compared(timex, named.quarter)
    elif sense.anchor and sense.value == "XXXX-QX":
        timex = replace(timex, offset=timex.offset or "P-1Q")  # a quarter is reported once it is over
    elif sense.anchor and named.period is not None:
        timex = _anchored(timex, named.period)
    elif rule == "later" and sense.offset:  # later than what the report gives no day for
        timex = replace(timex, timex_type="DURATION", value=sense.offset, direction=None, offset=None)
    if day is not None:
        timex = placed(timex, day)
    elif sense.holiday:
        timex = replace(timex, value=_open_holiday(sense.holiday))
    if sense.then:
        timex = _counted_from(timex, sense.then)
    return _week_in(timex)


_each = re.compile(r"an?\s+(?:second|minute|hour|day|week|month|quarter|year)")
_counted_before = re.compile(
    r"(?:\d|\b(?:hundred|thousand|million|billion|mln|bln|dozen|once|twice|times|percent|pct|dlrs)\b)[\d.,%]*\s+"
    r"(?:(?!for\b|in\b|than\b|after\b|within\b|over\b|about\b|and\b|nearly\b|almost\b)[a-z-]+\s+){0,3}$"
)


_time_after = re.compile(r"['’](?:s\s|\s)time\b|s['’]\stime\b")
_within = re.compile(r"\bwithin\s(?:the\snext\s)?$")


def _counted_from(timex: Timex, length: str) -> Timex:
    """What is so long before or after a day: known once the day is."""
    there = bounds(timex.value) if timex.value and "T" not in timex.value else None
    if there is None or there[0] != there[1]:
        return replace(timex, value=None, direction=None, offset=None)
    return replace(timex, value=shift(there[0], length).isoformat(), direction=None, offset=None)


_weeks_of = re.compile(
    r"(?:the\s)?(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last|final)\sweek\s(?:of|in)\b"
)


def _week_in(timex: Timex) -> Timex:
    """ "The week of Nov. 17" and "the last week of July" are weeks, once the year is known."""
    if timex.rule not in ("week-of", "part-of-month") or is_open(timex.value):
        return timex
    there = bounds(timex.value)
    if there is None or "W" in (timex.value or ""):
        return timex
    if timex.rule == "week-of":
        return replace(timex, value=week_value(there[0]))
    found = _weeks_of.match(timex.span.exact.lower())
    if found is None:
        return timex
    if found["nth"] in ("last", "final"):
        thursday = there[1] - timedelta(days=(there[1].isoweekday() - 4) % 7)
    else:
        count = {"f": 0, "1": 0, "s": 1, "2": 1, "t": 2, "3": 2}.get(found["nth"][0], 3)
        count = 3 if found["nth"] in ("fourth", "4th") else count
        thursday = there[0] + timedelta(days=(4 - there[0].isoweekday()) % 7 + 7 * count)
    return replace(timex, value=week_value(thursday), mod=None)


_not_yet = re.compile(r"\b(?:has|have|had)(?:n['’]t|\s(?:not|never))\b[^.;]*$")
"""“Has not met in a decade” tells a length."""
_would = re.compile(r"\bwould\s(?!have\b)(?:[a-z]+\s){1,4}in\s$")


def _in_so_long(text: str, item: Found, low: int, high: int) -> Sense:
    """ "will sign in two weeks": a day ahead; "finished in two weeks": a length."""
    found = re.match(r"P(\d+)([DWMY])$", item.sense.value or "")
    before = text[low : item.start]
    if _not_yet.search(before):
        return item.sense
    ahead = _time_after.match(text, item.end) is not None or _would.search(before) is not None
    if found is None or not (ahead or direction_of(text, item.start, item.end, low, high) == "future"):
        return item.sense
    template = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}[found.group(2)]
    return Sense("DATE", template, mod=item.sense.mod, direction="same", offset=item.sense.value)


def _open_holiday(name: str) -> str | None:
    one, other = holiday(name, 2022), holiday(name, 2023)
    if one is None or other is None:
        return None
    if (one.month, one.day) == (other.month, other.day):
        return f"XXXX-{one.month:02d}-{one.day:02d}"
    return f"XXXX-{one.month:02d}" if one.month == other.month else "XXXX"


_day_value = re.compile(r"(?:XXXX|\d{4})-(?:\d\d-\d\d|WXX-\d|XX-XX)")


def _anchored(timex: Timex, before: Timex) -> Timex:
    """An expression that hangs on the one before it ("the same day", "a year earlier"); None where that cannot hold it."""
    template = timex.value or ""
    if template.startswith("XXXX-WXX-") and not _day_value.match(before.value or ""):
        return timex
    if template.startswith("XXXX-XX-XX") and not _day_value.match(before.value or ""):
        return replace(timex, value=None, direction=None, offset=None)
    reference = bounds(before.value)
    if reference is not None:
        if template == "XXXX" and timex.offset and re.match(r"\d{4}-\d\d$", before.value or ""):
            template = "XXXX-XX"  # a year earlier than a month is a month
        way = timex.direction or "same"
        return replace(
            timex, value=place(template, way, timex.offset, reference[0]), direction=None, offset=None
        )
    if timex.offset is None and before.value is not None:
        time = timex.value[10:] if timex.value and "T" in timex.value else ""
        return replace(
            timex, value=before.value.split("T")[0] + time, direction=before.direction, offset=before.offset
        )
    shifted = None
    if timex.offset and before.value:
        sign = -1 if "-" in timex.offset else 1
        shifted = shift_value(before.value, timex.offset.replace("-", ""), sign)
    return replace(
        timex,
        value=shifted,
        direction=before.direction if shifted else None,
        offset=before.offset if shifted else None,
    )


def _compared(timex: Timex, quarter: Timex) -> Timex:
    """ "A year ago", "the latest quarter" in an account of a quarter: that quarter, or the one a year before."""
    year, _, number = (quarter.value or "").partition("-")
    back = 1 if timex.offset == "P-1Y" else 0
    return replace(timex, value=f"{int(year) - back}-{number}", direction=None, offset=None)


_against = re.compile(
    r"\b(?:compar\w+|versus|against|(?:up|down)(?:\s\S+)? from|same (?:period|quarter)|corresponding (?:period|quarter))\b[^.;]*$"
)


_longer = re.compile(r"\b(?:months|half|year|weeks)\b")
"""What "the 1988 period" is compared with when it is no quarter."""


def _of_year(timex: Timex, quarter: Timex | None) -> Timex:
    """ "The 1988 quarter": the quarter reported, in that year; the year alone where none is named."""
    year = (timex.value or "")[:4]
    number = (quarter.value or "").partition("-")[2] if quarter is not None else ""
    return replace(timex, value=f"{year}-{number}" if number else year)


def _placed_end(end_value: str | None, value: str, day: date) -> str | None:
    """The end of a range: the first such day after its beginning; "now" is the document's day."""
    if end_value is None or not is_open(end_value):
        return end_value
    if end_value.startswith("XXXX-XX-XX"):
        first = bounds(value)
        return place(end_value, "same", None, first[0] if "T" in end_value and first else day)
    first = bounds(value)
    if first and end_value.startswith("XXXX-WXX") and abs((day - first[0]).days) > 7:
        return place(end_value, "past" if first[0] < day else "future", None, day)
    return (place(end_value, "future", None, first[0], 0) if first else None) or end_value


def placed(timex: Timex, day: date) -> Timex:
    """The expression with its value filled from a document dated `day`."""
    if timex.rule.startswith("holiday:"):
        there = _holiday_near(timex.rule[8:], timex.direction, day)
        return replace(timex, value=there.isoformat() if there else timex.value, direction=None, offset=None)
    if timex.timex_type == "SET":
        return timex
    if timex.value is not None and not is_open(timex.value) and is_open(timex.end_value):
        return replace(timex, end_value=_placed_end(timex.end_value, timex.value, day))
    if not is_open(timex.value) or timex.value is None:
        return timex
    value = place(timex.value, timex.direction, timex.offset, day)
    if value is None:
        return timex
    if timex.rule in ("weekday-number", "month-day", "day-month"):
        value = agreeing(value, timex.span.exact.lower())
    end_value = _placed_end(timex.end_value, value, day)
    return _week_in(replace(timex, value=value, end_value=end_value, direction=None, offset=None))


def _holiday_near(name: str, direction: str | None, day: date) -> date | None:
    days = [there for year in (day.year - 1, day.year, day.year + 1) if (there := holiday(name, year))]
    close = [there for there in days if abs((there - day).days) <= 45]
    if close:
        return close[0]
    if direction == "future":
        return next((there for there in days if there >= day), None)
    if direction == "past":
        return next((there for there in reversed(days) if there <= day), None)
    return min(days, key=lambda there: abs((there - day).days)) if days else None
