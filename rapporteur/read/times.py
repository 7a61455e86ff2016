"""Time expressions: where they stand, and their TIMEX3 values as the report alone gives them.

HeidelTime's job (Strötgen & Gertz 2010), by rules over one scan of each block. With the document's
date known, relative and under-specified expressions get full values; without it they keep X, with a
direction and an offset that `resolve` uses once the record has dated the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rapporteur.model import Document, Sentence, Timex, Window
from rapporteur.read.timex_placing import Named, placed, valued
from rapporteur.read.timex_scan import Spans, joined, merged, scan, timed
from rapporteur.read.timex_values import day_of, edtf

_skipped = {"chrome", "notice"}


def find_timexes(
    document: Document, sentences: Sequence[Sentence], spans: Spans | None = None
) -> tuple[Timex, ...]:
    """The time expressions of a document, in order and not overlapping.

    `spans` are what a tagger proposes, as (start, end, label); values come from the rules alone.
    """
    text = lowered(document.text)
    found = [f for block in _blocks(document) for f in scan(document.text, text, block)]
    if spans is not None:
        found = merged(document.text, text, found, spans)
    said = document.published or document.updated
    day = day_of(said.value) if said else None
    ends = _Sentences(sentences, len(text))
    out: list[Timex] = []
    named = Named()
    for item in timed(text, joined(text, found)):
        low, high = ends.around(item.start, document, item.end)
        timex = valued(document, text, item, low, high, day, named)
        out.append(timex)
        named = named.after(timex, item, day)
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
        i = bisect_right(self.starts, start) - 1
        if i >= 0 and self.ends[i] >= end:
            return self.starts[i], self.ends[i]
        low = document.text.rfind("\n", 0, start) + 1
        high = document.text.find("\n", end)
        return max(low, start - 400), min(high if high >= 0 else self.length, end + 400)


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
