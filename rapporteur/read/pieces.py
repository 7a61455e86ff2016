"""Word pieces with what a lower-cased vocabulary cannot see: case, quotation marks, gaps, what is quoted.

Shared by training and reading, so that both see exactly the same input.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]

#: How many values each feature takes, in the order of the feature columns.
FEATURES = {"case": 6, "mark": 10, "gap": 4, "quoted": 3}

WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
NOT_A_WORD, LOWER, CAPITALISED, CAPITALS, MIXED, DIGITS = range(6)
NO_GAP, SPACE, PARAGRAPH, BEGINNING = range(4)
OUTSIDE, INSIDE, LEFT_OPEN = range(3)
MARKS = frozenset("“«„”»\"‘’'`")
OPENING, CLOSING = {1, 3}, {2, 4}  # values of "mark" for double quotation marks


@dataclass(frozen=True, slots=True)
class Pieces:
    """The N word pieces of a text, paragraph by paragraph."""

    ids: Ints  # [N]
    offsets: Ints  # [N, 2] code points into the text
    features: Ints  # [N, len(FEATURES)]
    paragraphs: Ints  # [P, 2] half-open piece ranges


def lines(text: str) -> tuple[tuple[int, int], ...]:
    """The non-blank lines of a text, as offsets: its paragraphs when nothing better is known."""
    return tuple(
        (found.start(), found.end()) for found in re.finditer(r"[^\n]+", text) if found.group().strip()
    )


@lru_cache(maxsize=1 << 14)
def word_case(word: str) -> int:
    """The casing class of one whole word."""
    if any(letter.isdigit() for letter in word):
        return DIGITS
    if word.islower():
        return LOWER
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return CAPITALISED
    if word.isupper():
        return CAPITALS
    return MIXED if any(letter.isupper() for letter in word) else LOWER


def quotation_mark(text: str, at: int) -> int:
    """Which kind of quotation mark stands at `at`; straight ones open after a gap and close otherwise."""
    mark = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in "“«„":
        return 1
    if mark in "”»":
        return 2
    if mark == '"':
        return 3 if (before.isspace() or before in "([—–-") and not after.isspace() else 4
    if mark == "‘":
        return 5
    if mark == "’":
        return 6 if before.isalnum() and after.isalnum() else 7
    if mark in "'`":
        return 8 if (before.isspace() or before in '(["“—') and not after.isspace() else 9
    return 0


def quoted_stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The stretches of a paragraph inside double quotation marks: (start, end, INSIDE or LEFT_OPEN)."""
    opened: int | None = None
    for found in re.finditer(r"[“”«»„\"]", text[start:end]):
        at = start + found.start()
        kind = quotation_mark(text, at)
        # A straight mark with gaps on both sides says nothing by its place: it closes what is open.
        if kind == 4 and opened is None and at + 1 < end:
            kind = 3
        if kind in OPENING and opened is None:
            opened = at + 1
        elif kind in CLOSING and opened is not None:
            yield opened, at, INSIDE
            opened = None
    if opened is not None:
        yield opened, end, LEFT_OPEN


def cut(tokenizer: Any, text: str, paragraphs: Sequence[tuple[int, int]]) -> Pieces:
    """The pieces of these paragraphs of a text, with their features."""
    # Arrays paragraph by paragraph: lists of numbers for a very long text would take most of the memory.
    ids, offsets, features = [np.zeros(0, np.int32)], [np.zeros((0, 2), np.int32)], []
    bounds: list[tuple[int, int]] = []
    total = 0
    for start, end in paragraphs:
        encoding = tokenizer.encode(text[start:end], add_special_tokens=False)
        if not encoding.ids:
            continue
        places = [(start + left, start + right) for left, right in encoding.offsets]
        ids.append(np.asarray(encoding.ids, np.int32))
        offsets.append(np.asarray(places, np.int32))
        features.append(np.asarray(list(_features(text, start, end, places, is_first=total == 0)), np.int32))
        bounds.append((total, total + len(encoding.ids)))
        total += len(encoding.ids)
    return Pieces(
        ids=np.concatenate(ids),
        offsets=np.concatenate(offsets),
        features=np.concatenate(features) if features else np.zeros((0, len(FEATURES)), np.int32),
        paragraphs=np.asarray(bounds, np.int32).reshape(-1, 2),
    )


def _features(
    text: str, start: int, end: int, places: Iterable[tuple[int, int]], *, is_first: bool
) -> Iterator[tuple[int, int, int, int]]:
    """The feature row of each piece of one paragraph."""
    words = iter(
        [(start + w.start(), start + w.end(), word_case(w.group())) for w in WORD.finditer(text[start:end])]
    )
    quotes = iter(list(quoted_stretches(text, start, end)))
    nothing = (end, end, 0)
    word, quote = next(words, nothing), next(quotes, nothing)
    previous = -1
    for left, right in places:
        while word[1] <= left and word is not nothing:
            word = next(words, nothing)
        while quote[1] <= left and quote is not nothing:
            quote = next(quotes, nothing)
        case = word[2] if word[0] <= left < word[1] else NOT_A_WORD
        mark = quotation_mark(text, left) if right - left == 1 and text[left] in MARKS else 0
        if previous < 0:
            gap = BEGINNING if is_first else PARAGRAPH
        else:
            gap = NO_GAP if left == previous else SPACE
        yield case, mark, gap, quote[2] if quote[0] <= left < quote[1] else OUTSIDE
        previous = right
