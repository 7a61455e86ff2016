"""Time expressions: where they stand, and their TIMEX3 values as the report alone gives them.

HeidelTime's job (Strötgen & Gertz 2010), by rules over one scan of each block. With the document's
date known, relative and under-specified expressions get full values; without it they keep X, with a
direction and an offset that `resolve` uses once the record has dated the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from rapporteur.languages.en.calendar import CASED, SEASONS
from rapporteur.model import Document, Sentence, Timex, Window, address
from rapporteur.read.timex_context import direction_of
from rapporteur.read.timex_grammar import Sense
from rapporteur.read.timex_openers import CORES, OPENERS
from rapporteur.read.timex_rules import RULES, SCANNER, sense_of
from rapporteur.read.timex_values import agreeing, bounds, day_of, edtf, holiday, is_open, place, shift_value

_skipped = {"chrome", "notice"}
Spans = Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    sense: Sense
    rule: str


def find_timexes(
    document: Document, sentences: Sequence[Sentence], spans: Spans | None = None
) -> tuple[Timex, ...]:
    """The time expressions of a document, in order and not overlapping.

    `spans` are what a tagger proposes, as (start, end, label); values come from the rules alone.
    """
    text = lowered(document.text)
    found = [f for block in _blocks(document) for f in _scan(document.text, text, block)]
    if spans is not None:
        found = _merged(document.text, text, found, spans)
    found = _joined(text, found)
    said = document.published or document.updated
    day = day_of(said.value) if said else None
    ends = _Sentences(sentences, len(text))
    out: list[Timex] = []
    before: Timex | None = None  # the last day or period named outright
    quarter: Timex | None = None  # the last quarter named outright: what "a year ago" is compared with
    for item in found:
        low, high = ends.around(item.start, document, item.end)
        timex = _timex(document, text, item, low, high, day, before, quarter)
        out.append(timex)
        if (
            timex.timex_type in ("DATE", "TIME")
            and timex.value
            and not timex.value.endswith("REF")
            and not item.sense.anchor
        ):
            before = timex
            if re.match(r"\d{4}-Q\d$", timex.value):
                quarter = timex
    return tuple(out)


def lowered(text: str) -> str:
    """The text in lower case with every offset kept."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _blocks(document: Document) -> Iterator[tuple[int, int]]:
    if not document.blocks:
        yield 0, len(document.text)
    for block in document.blocks:
        if block.kind not in _skipped:
            yield block.start, block.end


class _Sentences:
    """Looks up the sentence around an offset by bisection; offsets must be asked in any order."""

    def __init__(self, sentences: Sequence[Sentence], length: int) -> None:
        self.starts = [s.start for s in sentences]
        self.ends = [s.end for s in sentences]
        self.length = length

    def around(self, start: int, document: Document, end: int) -> tuple[int, int]:
        from bisect import bisect_right

        i = bisect_right(self.starts, start) - 1
        if i >= 0 and self.ends[i] >= end:
            return self.starts[i], self.ends[i]
        low = document.text.rfind("\n", 0, start) + 1
        high = document.text.find("\n", end)
        return max(low, start - 400), min(high if high >= 0 else self.length, end + 400)


# --- scanning ---------------------------------------------------------------------------------------


_token = re.compile(r"\w+")
_reach = 10  # how many words an expression may run before its first time word


def _scan(original: str, text: str, block: tuple[int, int]) -> Iterator[_Found]:
    """Tries the rules only at words that can open an expression and have a time word within reach."""
    low, high = block
    tokens = [(m.start(), m.group()) for m in _token.finditer(text, low, high)]
    position, core = low, -1
    near: list[bool] = [False] * len(tokens)
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i][1]
        if word in CORES or word[0].isdigit():
            core = i
        near[i] = core >= 0 and core - i <= _reach
    for i, (start, word) in enumerate(tokens):
        if not near[i] or start < position or not (word in OPENERS or word[0].isdigit()):
            continue
        if start > position and text[start - 1] in "'’" and word[0].isdigit():
            start -= 1
        hit = SCANNER.match(text, start, high)
        made = hit and _try(original, text, start, high, int((hit.lastgroup or "r0")[1:]))
        if made:
            yield made
            position = max(made.end, start + 1)


def _try(original: str, text: str, start: int, stop: int, first: int) -> _Found | None:
    for rule in RULES[first:]:
        match = rule.pattern.match(text, start, stop)
        if match is None or match.end() == start:
            continue
        sense = rule.sense(match)
        if sense is None:
            continue
        group = "x" if "x" in rule.pattern.groupindex and match.group("x") else 0
        begin, end = match.span(group)
        if refusal(original, text, begin, end, rule.name, sense):
            continue
        return _Found(begin, end, sense, rule.name)
    return None


_bare_month_before = re.compile(
    r"(?:\b(?:in|of|since|until|by|from|to|through|late|early|mid|last|next|this|during|between|before|after|on)\s+|[-–/]\s*)$"
)
_year_before = re.compile(
    r"(?:\b(?:in|since|of|by|from|to|until|till|before|after|during|through|and|or|between|the|for|late|early|mid|around|circa|end|back|year|season|s|this|elections?)[\s-]+|[(,;–—/-]\s*|^)$"
)
_year_stands = re.compile(
    r"\b(?:in|since|of|by|from|until|till|before|after|during|through|the|a|this|its|his|her|their|our|late|early|mid|and|or|to)[\s-]+$|['’]s\s$"
)
_counting_after = re.compile(
    r"\s+(?:people|troops|soldiers|men|women|jobs|workers|employees|dead|barrels|tons|tonnes|miles|km|kilometers|feet|shares|points|dollars|francs|yen|marks|units|members|cars|homes|students|votes|delegates|police|officers|prisoners|refugees|planes|tanks|missiles|hours|hrs|gmt|calories|rpm|mhz)\b"
)


def _fallen(text: str, start: int, end: int) -> bool:
    """Whether "fall" is no season: "the recent fall", "the fall in prices"."""
    words = text[start:end].split()
    below = re.match(r"\s+(?:in|from|to|by|below)\b(?!\s+\d{4})", text[end : end + 12])
    return words[-1] == "fall" and (len(words) > 2 or below is not None)


def refusal(original: str, text: str, start: int, end: int, rule: str, sense: Sense) -> str | None:
    """Why a match is no time expression after all ("may" the verb, "March on", 2,000 of something); or None."""
    words = original[start:end]
    if (
        "://" in text[text.rfind(" ", max(0, start - 200), start) + 1 : start]
        or text[start - 1 : start] == "@"
    ):
        return "inside an address"
    if rule in ("season", "period") and _fallen(text, start, end):
        return "a fall of something"
    head = re.split(r"[\s.,]", text[start:end])[0]
    if rule == "month":
        if not words[0].isupper() and text[start:end] in (
            "may",
            "march",
            "august",
            "mar",
            "jan",
            "dec",
            "sep",
        ):
            return "month without a capital"
        name = text[start:end].rstrip(".")
        if name in CASED or (len(name) <= 4 and name not in ("june", "july")):
            if name in (
                "may",
                "march",
                "mar",
                "dec",
                "jan",
                "sep",
                "sept",
                "apr",
                "jun",
                "jul",
                "aug",
                "oct",
                "nov",
                "feb",
            ) and _bare_month_before.search(text[max(0, start - 12) : start]):
                return None if not re.match(r"\s+(?:be|have|not)\b", text[end : end + 6]) else "the verb may"
            return "short month alone"
        if re.match(r"\s+[A-Z][a-z]+", original[end : end + 20]) and re.search(
            r"[A-Z][a-z]+\s$", original[max(0, start - 12) : start]
        ):
            return "part of a name"
    if (
        rule in ("month-day", "day-month", "month-year", "month-range")
        and head in CASED
        and not words[0].isupper()
        and words[0].isalpha()
    ):
        return "month without a capital"
    if (
        rule == "clock"
        and re.match(r"\d{1,2}:\d\d", words)
        and not re.search(r"[apgueczm]\.?[mtse]\b", text[start:end][4:])
    ):
        return (
            None
            if re.search(
                r"\b(?:at|by|until|since|from|around|about|before|after|to)\s+$",
                text[max(0, start - 8) : start],
            )
            else "a score or a running time"
        )
    if (
        rule == "past"
        and text[start:end] == "earlier"
        and not (
            re.search(r"\b(?:was|were|had|has|have|been|is|are)\s+$", text[max(0, start - 6) : start])
            or re.match(r"\s+\w+ed\b", text[end : end + 20])
        )
    ):
        return "earlier than something, or an earlier one"
    if (
        rule == "future"
        and text[start:end] in ("soon", "shortly")
        and re.match(r"\s+(?:as|after|afterwards?|before)\b", text[end : end + 8])
    ):
        return "as soon as"
    if rule == "past" and re.match(
        r"\s+(?:\w+\s+)?(?:days|weeks|months|years|decades|hours|quarters|centuries)\b", text[end : end + 22]
    ):
        return "the past so many days"
    if (
        rule == "period"
        and any(w in CASED for w in text[start:end].split())
        and not words.split()[-1][0].isupper()
    ):
        return "month without a capital"
    if rule == "year":
        if _counting_after.match(text[end : end + 16]):
            return "a count, not a year"
        if re.search(r"[$£€#]\s?$|\bno\.?\s$", text[max(0, start - 5) : start]):
            return "a sum"
        if not _year_stands.search(text[max(0, start - 12) : start]) and re.match(
            r"\s+[a-z]{3,}s\b", text[end : end + 24]
        ):
            return "a count, not a year"
        return (
            None
            if _year_before.search(text[max(0, start - 12) : start])
            or re.match(r"[\s.,;:)'’\-–—]|$", text[end : end + 1])
            else "a bare number"
        )
    if (
        rule in ("season", "period")
        and words.split()[-1].lower() in SEASONS
        and re.match(r"\s+of\s+(?!\d)", text[end : end + 8])
    ):
        return "the spring of a clock"
    if rule == "season" and text[start:end] in SEASONS:
        return "a bare season word"
    if (
        rule in ("duration", "rate", "length-bare")
        and re.search(r"(?:^|\s)seconds?$", text[start:end])
        and words.startswith("a ")
    ):
        return "second in order" if text[start:end] == "a second" else None
    return None


# --- ranges of two expressions ---------------------------------------------------------------------------

_to = re.compile(r"\s?[-–—]\s?|\s+(?:to|through|until|till)\s+")
_and = re.compile(r"\s+and\s+")
_from = re.compile(r"\bfrom\s+(?:the\s+)?$")
_between = re.compile(r"\bbetween\s+(?:the\s+)?$")
_never_ends = {
    "duration",
    "window",
    "frequency",
    "every",
    "rate",
    "length-bare",
    "past",
    "future",
    "ago",
    "plural-days",
}


def _joined(text: str, found: list[_Found]) -> list[_Found]:
    """ "from Monday to next Friday", "between June 2 and today": one expression with two values."""
    out: list[_Found] = []
    for item in found:
        last = out[-1] if out else None
        if last is not None and item.start - last.end < 12 and _range_of(text, last, item):
            sense = replace(last.sense, end_value=item.sense.value, mod=None)
            if sense.value == "PRESENT_REF":
                sense = replace(sense, value="XXXX-XX-XX", direction="same")
            if item.sense.value == "PRESENT_REF":
                sense = replace(sense, end_value="XXXX-XX-XX")
            out[-1] = _Found(last.start, item.end, sense, "range")
        else:
            out.append(item)
    return out


def _range_of(text: str, first: _Found, last: _Found) -> bool:
    one, two = first.sense, last.sense
    if one.end_value or two.end_value or one.type not in ("DATE", "TIME") or two.type not in ("DATE", "TIME"):
        return False
    if (
        one.value is None
        or two.value is None
        or one.value in ("PAST_REF", "FUTURE_REF")
        or two.value in ("PAST_REF", "FUTURE_REF")
    ):
        return False
    if first.rule in _never_ends or last.rule in _never_ends or one.anchor or two.anchor or two.offset:
        return False
    between, before = text[first.end : last.start], text[max(0, first.start - 14) : first.start]
    if _to.fullmatch(between):
        return _from.search(before) is not None or (
            between.strip() in "-–—" and one.value[:4].isdigit() == two.value[:4].isdigit()
        )
    return _and.fullmatch(between) is not None and _between.search(before) is not None


# --- merging with a tagger -----------------------------------------------------------------------------


def _merged(original: str, text: str, found: list[_Found], spans: Spans) -> list[_Found]:
    """What the rules found, and what only the tagger found: with a value where the rules can give one."""
    kept = list(found)
    for start, end, label in sorted(spans):
        if any(f.start < end and start < f.end for f in kept):
            continue
        sense = sense_of(text[start:end].strip()) if end - start < 80 else None
        if sense is None:
            inner = next(_scan(original, text, (start, end)), None)
            sense = inner.sense if inner is not None else None
        if sense is None and not any(w in CORES for w in _token.findall(text, start, end)):
            continue  # no word of time in it: nothing a reader of dates could use
        if sense is None:
            kind: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
            if label in ("TIME", "DURATION", "SET"):
                kind = label  # type: ignore[assignment]
            sense = Sense(kind, None)
        kept.append(_Found(start, end, sense, "tagger"))
    return sorted(kept, key=lambda f: f.start)


# --- values ----------------------------------------------------------------------------------------------


def _timex(
    document: Document,
    text: str,
    item: _Found,
    low: int,
    high: int,
    day: date | None,
    before: Timex | None,
    quarter: Timex | None,
) -> Timex:
    sense = item.sense
    direction = sense.direction
    if item.rule == "duration" and _each.fullmatch(text[item.start : item.end]):
        counted = _counted_before.search(text[max(low, item.start - 48) : item.start])
        sense = replace(sense, type="SET") if counted else sense
    if item.rule == "duration" and text[max(low, item.start - 3) : item.start] == "in ":
        sense = _in_so_long(text, item, low, high)
        direction = sense.direction
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
    compared = sense.offset == "P-1Y" or sense.value == "XXXX-QX"
    if quarter is not None and compared and (sense.anchor or rule == "ago"):
        timex = _compared(timex, quarter)
    elif sense.anchor and sense.value == "XXXX-QX":
        timex = replace(timex, offset=timex.offset or "P-1Q")  # a quarter is reported once it is over
    elif sense.anchor and before is not None:
        timex = _anchored(timex, before)
    if day is not None:
        timex = placed(timex, day)
    elif sense.holiday:
        timex = replace(timex, value=_open_holiday(sense.holiday))
    return timex


_each = re.compile(r"an?\s+(?:second|minute|hour|day|week|month|quarter|year)")
_counted_before = re.compile(
    r"(?:\d|\b(?:hundred|thousand|million|billion|mln|bln|dozen|once|twice|times|percent|pct|dlrs)\b)[\d.,%]*\s+"
    r"(?:(?!for\b|in\b|than\b|after\b|within\b|over\b|about\b|and\b|nearly\b|almost\b)[a-z-]+\s+){0,3}$"
)


def _in_so_long(text: str, item: _Found, low: int, high: int) -> Sense:
    """ "will sign in two weeks": a day ahead; "finished in two weeks": a length."""
    found = re.match(r"P(\d+)([DWMY])$", item.sense.value or "")
    if found is None or direction_of(text, item.start, item.end, low, high) != "future":
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
    if template.startswith("XXXX-XX-XX") and not _day_value.match(before.value or ""):
        return replace(timex, value=None, direction=None, offset=None)
    reference = bounds(before.value)
    if reference is not None:
        if template == "XXXX" and timex.offset and re.match(r"\d{4}-\d\d$", before.value or ""):
            template = "XXXX-XX"  # a year earlier than a month is a month
        return replace(
            timex, value=place(template, "same", timex.offset, reference[0]), direction=None, offset=None
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
    return replace(timex, value=value, end_value=end_value, direction=None, offset=None)


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


def resolve(timex: Timex, window: Window) -> str | None:
    """The expression as EDTF, given the window in which its report was published; None where that does not decide.

    An inferred window that leaves one reading gives it; one that leaves several gives none. What rests
    on an inferred date is not marked here: the window says so.
    """
    full = edtf(timex.value, timex.end_value)
    if full is not None or timex.value is None:
        return full
    first, last = day_of(window.first or ""), day_of(window.last or "")
    if first is not None and last is None and re.match(r"XXXX-\d\d(?:-\d\d)?$", timex.value):
        last = first + timedelta(days=60)  # open at its end: still enough to tell the year of a named day
    if first is None or last is None or last < first or (last - first).days > 366:
        return None
    answers = {edtf(p.value, p.end_value) for p in (placed(timex, d) for d in _days(first, last))}
    return answers.pop() if len(answers) == 1 else None


def _days(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)
