"""The words of a document with their places: what every rule of this package walks over."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

from rapporteur.model import Block, Document

T = TypeVar("T")

#: A word keeps its inner dots, hyphens and apostrophes ("U.S.", "28-point", "Arabia's" is cut at the possessive).
_WORD = re.compile(
    r"(?P<link>\]\([a-z]+:[^)\s]*\)|\[(?=[^\]\n]{1,120}\]\([a-z]+:)|https?://\S+)|"  # a link's own marks are no words
    r"(?:[A-Za-z]\.){2,}"  # U.S., D.C.
    r"|\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Maj|Adm|Capt|Sgt|Amb|Brig|Cmdr|Jr|Sr|St)\.(?=\s)"
    r"|\b[A-Z]\.(?=\s+[A-Z][a-z])"  # the initial in a name
    r"|[^\W\d_]+n['’]t\b"  # hasn't stays one word
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W_]+(?:['’](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+|[-‑&][^\W_]+|\.(?![A-Z][a-z]{2})(?=[^\W_])[^\W_]+|,(?=\d{3}\b)\d+)*"
    r"|''|``|\.{3}|[^\w\s]|_"
)

#: Blocks that are read: everything but the furniture of the page.
UNREAD = {"chrome", "notice", "credit", "byline"}


@dataclass(frozen=True, slots=True)
class Words:
    """N words of a text in order: offsets, the words, and the same in lower case."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]

    def __len__(self) -> int:
        return len(self.words)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words that stand wholly inside these offsets, as a half-open range."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)

    def at(self, offset: int) -> int:
        """The first word that begins at or after an offset."""
        return bisect_left(self.starts, offset)


def once(make: Callable[[Document], T]) -> Callable[[Document], T]:
    """A function of a document that keeps its last answer: several layers ask the same of one report."""
    last: list[tuple[Document, T]] = []

    @wraps(make)
    def asked(document: Document) -> T:
        for kept, answer in last:
            if kept is document:
                return answer
        answer = make(document)
        last[:] = [(document, answer)]
        return answer

    return asked


@once
def cut_words(document: Document) -> Words:
    """The words of the blocks that are read, in order."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for block in read_blocks(document):
        for found in _WORD.finditer(document.text, block.start, block.end):
            if found.lastgroup == "link":
                continue
            starts.append(found.start())
            ends.append(found.end())
            words.append(found.group())
    return Words(document.text, starts, ends, words, [word.lower() for word in words])


def read_blocks(document: Document) -> list[Block]:
    """The blocks whose text is read, in order of place, none overlapping another."""
    found: list[Block] = []
    for block in sorted(document.blocks, key=lambda block: (block.start, block.end)):
        if block.kind in UNREAD or block.voice == "page" or block.end <= block.start:
            continue
        if found and block.start < found[-1].end:
            continue  # a block inside another is read once
        found.append(block)
    return found
