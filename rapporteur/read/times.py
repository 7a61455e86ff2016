"""Time expressions: where they stand, and their TIMEX3 values as the report alone gives them.

HeidelTime's job (Strötgen & Gertz 2010), by rules over one scan of each block. With the document's
date known, relative and under-specified expressions get full values; without it they keep X, with a
direction and an offset that `resolve` uses once the record has dated the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rapporteur.languages.en.calendar import CASED, SEASONS
from rapporteur.model import Document, Sentence, Timex, Window, address
from rapporteur.read.timex_context import direction_of
from rapporteur.read.timex_grammar import Sense
from rapporteur.read.timex_rules import RULES, SCANNER, sense_of
from rapporteur.read.timex_values import bounds, day_of, edtf, holiday, is_open, place

_skipped = {"chrome", "notice"}
Spans = Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    sense: Sense
    rule: str


def find_timexes(document: Document, sentences: Sequence[Sentence], spans: Spans | None = None) -> tuple[Timex, ...]:
    """The time expressions of a document, in order and not overlapping.

    `spans` are what a tagger proposes, as (start, end, label); values come from the rules alone.
    """
    text = lowered(document.text)
    found = [f for block in _blocks(document) for f in _scan(document.text, text, block)]
    if spans is not None:
        found = _merged(document.text, text, found, spans)
    day = day_of(document.published.value) if document.published else None
    ends = _Sentences(sentences, len(text))
    out: list[Timex] = []
    before: Timex | None = None  # the last day or period named outright
    quarter: Timex | None = None  # the last quarter named outright: what "a year ago" is compared with
    for item in found:
        low, high = ends.around(item.start, document, item.end)
        timex = _timex(document, text, item, low, high, day, before, quarter)
        out.append(timex)
        if timex.timex_type in ("DATE", "TIME") and timex.value and not timex.value.endswith("REF") and not item.sense.anchor:
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


def _scan(original: str, text: str, block: tuple[int, int]) -> Iterator[_Found]:
    position, stop = block
    while position < stop:
        hit = SCANNER.search(text, position, stop)
        if hit is None:
            return
        first = int((hit.lastgroup or "r0")[1:])
        made = _try(original, text, hit.start(), stop, first)
        if made is None:
            position = hit.start() + 1
            while position < stop and text[position].isalnum():
                position += 1
        else:
            yield made
            position = max(made.end, hit.start() + 1)


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


_bare_month_before = re.compile(r"(?:\b(?:in|of|since|until|by|from|to|through|late|early|mid|last|next|this|for|and|during|between|before|after|on|per|or)\s+|[-–/(,]\s*)$")
_year_before = re.compile(r"(?:\b(?:in|since|of|by|from|to|until|till|before|after|during|through|and|or|between|the|for|late|early|mid|around|circa|end|back|year|season|s|this|elections?)[\s-]+|[(,;–—/-]\s*|^)$")
_counting_after = re.compile(r"\s+(?:people|troops|soldiers|men|women|jobs|workers|employees|dead|barrels|tons|tonnes|miles|km|kilometers|feet|shares|points|dollars|francs|yen|marks|units|members|cars|homes|students|votes|delegates|police|officers|prisoners|refugees|planes|tanks|missiles|hours|hrs|gmt|calories|rpm|mhz)\b")


def refusal(original: str, text: str, start: int, end: int, rule: str, sense: Sense) -> str | None:
    """Why a match is no time expression after all ("may" the verb, "March on", 2,000 of something); or None."""
    words = original[start:end]
    head = re.split(r"[\s.,]", text[start:end])[0]
    if rule == "month":
        if not words[0].isupper():
            return "month without a capital"
        name = text[start:end].rstrip(".")
        if name in CASED or len(name) <= 4 and name not in ("june", "july"):
            if name in ("may", "march", "mar", "dec", "jan", "sep", "sept", "apr", "jun", "jul", "aug", "oct", "nov", "feb") and _bare_month_before.search(text[max(0, start - 12) : start]):
                return None if not re.match(r"\s+(?:be|have|not)\b", text[end : end + 6]) else "the verb may"
            return "short month alone"
        if re.match(r"\s+[A-Z][a-z]+", original[end : end + 20]) and re.search(r"[A-Z][a-z]+\s$", original[max(0, start - 12) : start]):
            return "part of a name"
    if rule in ("month-day", "day-month", "month-year", "month-range") and head in CASED and not words[0].isupper() and words[0].isalpha():
        return "month without a capital"
    if rule == "clock" and re.match(r"\d{1,2}:\d\d", words) and not re.search(r"[apgueczm]\.?[mtse]\b", text[start:end][4:]):
        return None if re.search(r"\b(?:at|by|until|since|from|around|about|before|after|to)\s+$", text[max(0, start - 8) : start]) else "a score or a running time"
    if rule == "past" and text[start:end] == "earlier":
        if not (re.search(r"\b(?:was|were|had|has|have|been|is|are)\s+$", text[max(0, start - 6) : start]) or re.match(r"\s+\w+ed\b", text[end : end + 20])):
            return "earlier than something, or an earlier one"
    if rule == "future" and text[start:end] == "soon" and re.match(r"\s+(?:as|after|afterwards?)\b", text[end : end + 8]):
        return "as soon as"
    if rule == "past" and re.match(r"\s+(?:\w+\s+)?(?:days|weeks|months|years|decades|hours|quarters|centuries)\b", text[end : end + 22]):
        return "the past so many days"
    if rule == "period" and any(w in CASED for w in text[start:end].split()) and not words.split()[-1][0].isupper():
        return "month without a capital"
    if rule == "year":
        if _counting_after.match(text[end : end + 16]):
            return "a count, not a year"
        if re.search(r"[$£€#]\s?$|\bno\.?\s$", text[max(0, start - 5) : start]):
            return "a sum"
        return None if _year_before.search(text[max(0, start - 12) : start]) or re.match(r"[\s.,;:)'’\-–—]|$", text[end : end + 1]) else "a bare number"
    if rule == "season" and text[start:end] in SEASONS:
        return "a bare season word"
    if rule in ("duration", "rate", "length-bare") and re.search(r"(?:^|\s)seconds?$", text[start:end]) and words.startswith("a "):
        return "second in order" if text[start:end] == "a second" else None
    return None


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
        if sense is None:
            kind: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
            if label in ("TIME", "DURATION", "SET"):
                kind = label  # type: ignore[assignment]
            sense = Sense(kind, None)
        kept.append(_Found(start, end, sense, "tagger"))
    return sorted(kept, key=lambda f: f.start)


# --- values ----------------------------------------------------------------------------------------------


def _timex(document: Document, text: str, item: _Found, low: int, high: int, day: date | None, before: Timex | None, quarter: Timex | None) -> Timex:
    sense = item.sense
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


def _open_holiday(name: str) -> str | None:
    one, other = holiday(name, 2022), holiday(name, 2023)
    if one is None or other is None:
        return None
    if (one.month, one.day) == (other.month, other.day):
        return f"XXXX-{one.month:02d}-{one.day:02d}"
    return f"XXXX-{one.month:02d}" if one.month == other.month else "XXXX"


def _anchored(timex: Timex, before: Timex) -> Timex:
    """An expression that hangs on the one before it ("the same day", "a year earlier"), where that is full."""
    reference = bounds(before.value)
    if reference is None or timex.value is None or not is_open(timex.value):
        return timex
    template = timex.value
    if template == "XXXX" and timex.offset and re.match(r"\d{4}-\d\d$", before.value or ""):
        template = "XXXX-XX"  # a year earlier than a month is a month
    return replace(timex, value=place(template, "same", timex.offset, reference[0]), direction=None, offset=None)


def _compared(timex: Timex, quarter: Timex) -> Timex:
    """ "A year ago", "the latest quarter" in an account of a quarter: that quarter, or the one a year before."""
    year, _, number = (quarter.value or "").partition("-")
    back = 1 if timex.offset == "P-1Y" else 0
    return replace(timex, value=f"{int(year) - back}-{number}", direction=None, offset=None)


def placed(timex: Timex, day: date) -> Timex:
    """The expression with its value filled from a document dated `day`."""
    if timex.rule.startswith("holiday:"):
        there = _holiday_near(timex.rule[8:], timex.direction, day)
        return replace(timex, value=there.isoformat() if there else timex.value, direction=None, offset=None)
    if not is_open(timex.value) or timex.value is None:
        return timex
    value = place(timex.value, timex.direction, timex.offset, day)
    if value is None:
        return timex
    end_value = timex.end_value
    if end_value is not None and is_open(end_value):
        first = bounds(value)
        if first is not None:
            end_value = place(end_value, "future", None, first[0]) or end_value
    return replace(timex, value=value, end_value=end_value, direction=None, offset=None)


def _holiday_near(name: str, direction: str | None, day: date) -> date | None:
    days = [there for year in (day.year - 1, day.year, day.year + 1) if (there := holiday(name, year))]
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
    if first is None or last is None or last < first or (last - first).days > 366:
        return None
    answers = {edtf(p.value, p.end_value) for p in (placed(timex, d) for d in _days(first, last))}
    return answers.pop() if len(answers) == 1 else None


def _days(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


