"""What an encoder found of attribution, as words of one report, and how ranges of words lie to each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rapporteur.read.phrases import Range
from rapporteur.read.stretches import View


class Piece(Protocol):
    """A labelled span of the encoder."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def score(self) -> float: ...


class Group(Protocol):
    """One attribution as the encoder groups it."""

    @property
    def source(self) -> Piece | None: ...
    @property
    def cue(self) -> Piece | None: ...
    @property
    def content(self) -> Sequence[Piece]: ...


@dataclass(frozen=True, slots=True)
class Found:
    """What the encoder found of attribution: groups, and all pieces, also those in no group."""

    groups: Sequence[Group]
    pieces: Sequence[Piece]


@dataclass(slots=True)
class Pool:
    """The encoder's pieces of one label in order of place, with those already spoken for."""

    ranges: list[Range]
    scores: dict[Range, float]
    used: set[Range] = field(default_factory=set)

    def within(self, first: int, last: int) -> Iterator[Range]:
        """The pieces that begin in these words."""
        at = bisect_left(self.ranges, (first, -1))
        while at < len(self.ranges) and self.ranges[at][0] < last:
            yield self.ranges[at]
            at += 1

    def over(self, wanted: Range) -> list[Range]:
        """The pieces that overlap these words."""
        at = max(0, bisect_left(self.ranges, (wanted[0], -1)) - 1)
        found = []
        while at < len(self.ranges) and self.ranges[at][0] < wanted[1]:
            if self.ranges[at][1] > wanted[0]:
                found.append(self.ranges[at])
            at += 1
        return found


def pool_of(view: View, pieces: Sequence[Piece], label: str) -> Pool:
    scores = {r: p.score for p in pieces if p.label == label and (r := range_of(view, p)) is not None}
    return Pool(sorted(scores), scores)


def best_match(wanted: Range, over: Sequence[Range]) -> Range | None:
    return max(over, key=lambda one: likeness(one, wanted)) if over else None


def likeness(a: Range, b: Range) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, shared) / (max(a[1], b[1]) - min(a[0], b[0]))


def share_held(inner: Range, outer: Range) -> float:
    return max(0, min(inner[1], outer[1]) - max(inner[0], outer[0])) / (inner[1] - inner[0])


def gap_between(a: Range, b: Range) -> int:
    return b[0] - a[1] if a[1] <= b[0] else a[0] - b[1] if a[0] >= b[1] else 0


def whole_quotation(view: View, piece: Range) -> Range:
    """A content that holds most of a quotation holds all of it, marks included."""
    a, b = piece
    for edge in (a, b - 1):
        number = view.quoted[edge]
        if number < 0:
            continue
        quotation = view.quotations[number]
        first, last = view.words.between(quotation.start, quotation.end)
        held = min(b, last) - max(a, first)
        if held > 0.5 * (last - first):
            a, b = min(a, first), max(b, last)
    return a, b


def range_of(view: View, piece: Piece) -> Range | None:
    """The words of a piece; a piece that cuts a word takes the whole of it."""
    words = view.words
    a = bisect_right(words.ends, piece.start)
    b = bisect_right(words.starts, piece.end - 1)
    return (a, b) if a < b else None


def stretch_at(view: View, word: int) -> int:
    low, high = 0, len(view.stretches) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if view.stretches[middle].first <= word:
            low = middle
        else:
            high = middle - 1
    return low
