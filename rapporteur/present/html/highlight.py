"""A report's text as HTML pieces, with every fact that stands on it marked, however they overlap."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapporteur.model import Block, Document

AROUND = 90
"""Code points of context on either side of quoted words."""
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
"""Characters that can make words seem to stand in another order than they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A fact's stretch of the text: the layer it belongs to and the address it leads to."""

    start: int
    end: int
    layer: str
    ref: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text under the same marks from its first to its last character."""

    start: int
    text: str
    layers: tuple[str, ...] = ()
    ref: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of a report cut into pieces."""

    block: Block
    pieces: tuple[Piece, ...]
    direction: str  # ltr or rtl, by its first strong character


def passages(document: Document, marks: Iterable[Mark]) -> tuple[Passage, ...]:
    """The document's blocks with their marks; the innermost (shortest) mark gives a piece its link.

    Runs in time proportional to the text and to the marks times their overlap.
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.layer, mark.ref))
    made = []
    first = 0
    for block in document.blocks:
        while (
            first < len(ordered) and ordered[first].end <= block.start and ordered[first].start < block.start
        ):
            first += 1
        inside = []
        for mark in ordered[first:]:
            if mark.start >= block.end:
                break
            if mark.end > block.start:
                inside.append(mark)
        text = document.text[block.start : block.end]
        made.append(Passage(block=block, pieces=cut(text, block.start, inside), direction=direction(text)))
    return tuple(made)


def cut(text: str, offset: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The text cut wherever a mark begins or ends."""
    end = offset + len(text)
    edges = sorted({offset, end, *(max(m.start, offset) for m in marks), *(min(m.end, end) for m in marks)})
    pieces = []
    for start, stop in pairwise(edges):
        over = sorted(
            (m for m in marks if m.start <= start and m.end >= stop),
            key=lambda m: (m.end - m.start, m.layer, m.ref),
        )
        pieces.append(
            Piece(
                start=start,
                text=visible(text[start - offset : stop - offset]),
                layers=tuple(dict.fromkeys(m.layer for m in over)),
                ref=over[0].ref if over else None,
                title=over[0].title if over else "",
            )
        )
    return tuple(pieces)


def in_context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words at these offsets with what stands before and after them, cut at `AROUND` code points."""
    before = ("…" if start > AROUND else "") + text[max(0, start - AROUND) : start]
    return before, text[start:end], text[end : end + AROUND] + ("…" if end + AROUND < len(text) else "")


def visible(text: str) -> str:
    """The text with characters that hide, reorder or break a page replaced by a visible sign."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}"
        if character in BIDI_CONTROLS
        or (unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t")
        else character
        for character in text
    )


def direction(text: str) -> str:
    """`rtl` where the first strong character is written right to left, else `ltr`."""
    for character in text[:400]:
        strong = unicodedata.bidirectional(character)
        if strong == "L":
            return "ltr"
        if strong in ("R", "AL"):
            return "rtl"
    return "ltr"
