"""What a report tells in its own words: its narrative, cut into shingles that other reports may share.

Words inside quotations are left out, since two reporters at one press conference share them and
nothing else. Selection is by winnowing (Schleimer, Wilkerson & Aiken, SIGMOD 2003): of every few
neighbouring shingle hashes the least is kept, so that any long enough shared run shares a key.
"""

from __future__ import annotations

import re
from base64 import b85decode, b85encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import zip_longest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rapporteur.model import Block, Document

SHINGLE = 8  # words
WINDOW = 8  # shingles of which the least is kept
KEYS = 256  # at most so many keys a report
BASE, MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)  # odd, with well spread bits
PRINTS = 12_000  # at most so many shingles of one report are compared

TOLD_IN = frozenset({"paragraph", "item", "dateline", "caption", "dek"})
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
OPENING = re.compile(r"“|(?<![^\s(\[—–-])\"(?=\S)")
LAST = re.compile(r"[“\"]\s*\Z")
CLOSING = re.compile(r"”|(?<=\S)\"(?![^\W_])")

Prints = NDArray[np.uint32]


class Word(NamedTuple):
    """A word of the narrative, lower-cased, with its place in the document."""

    text: str
    start: int
    end: int


def quoted(text: str, start: int, end: int, *, runs_on: bool = False) -> Iterator[tuple[int, int]]:
    """The stretches of `text[start:end]` inside quotation marks, marks included.

    A mark that is never closed opens nothing, unless the quotation runs on into the next block. The mark
    that a stretch ends with closes, whichever way it is turned.
    """
    at = start
    while opening := OPENING.search(text, at, end):
        closing = CLOSING.search(text, opening.end(), end) or LAST.search(text, opening.end(), end)
        if closing is None:
            if runs_on:
                yield opening.start(), end
            return
        yield opening.start(), closing.end()
        at = closing.end()


def narrative(document: Document) -> list[list[Word]]:
    """The runs of words a report tells in its own voice; a quotation or a block's edge ends a run."""
    return _unquoted(document, [block for block in document.words_of() if block.kind in TOLD_IN])


def posts(document: Document) -> list[list[Word]]:
    """The runs of words of the posts a report embeds, which somebody else wrote and signed."""
    return _unquoted(document, [block for block in document.blocks if block.kind == "embed"])


def _unquoted(document: Document, blocks: Sequence[Block]) -> list[list[Word]]:
    """The runs of words of these blocks outside quotation marks."""
    runs: list[list[Word]] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        opens = following is not None and OPENING.match(document.text, following.start) is not None
        edges = [block.start]
        for a, b in quoted(document.text, block.start, block.end, runs_on=opens):
            edges += [a, b]
        edges.append(block.end)
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            run = [Word(m[0].lower(), m.start(), m.end()) for m in WORD.finditer(document.text, a, b)]
            if run:
                runs.append(run)
    return runs


def hash32(text: str) -> int:
    """A stable 32-bit hash of a string."""
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big")


@lru_cache(maxsize=131_072)
def _hash64(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


def grams(words: Sequence[str], size: int) -> list[int]:
    """A stable 32-bit hash of every `size` words, in order: a polynomial in the hashes of the words, mixed."""
    count = len(words) - size + 1
    if count < 1:
        return []
    each = np.fromiter(map(_hash64, words), dtype=np.uint64, count=len(words))
    out = each[:count].copy()
    for k in range(1, size):
        out = out * BASE + each[k : k + count]
    out = (out ^ (out >> np.uint64(29))) * MIX
    found: list[int] = (out >> np.uint64(32)).tolist()
    return found


def shingles(run: Sequence[Word]) -> list[int]:
    """The hashes of every SHINGLE words of a run, in order."""
    return grams([word.text for word in run], SHINGLE)


def winnow(hashes: Sequence[int], window: int = WINDOW) -> set[int]:
    """Of every `window` neighbouring hashes the least."""
    if len(hashes) <= window:
        return {min(hashes)} if hashes else set()
    values = np.asarray(hashes, dtype=np.uint32)
    count = len(values) - window + 1
    least = values[:count]
    for k in range(1, window):
        least = np.minimum(least, values[k : k + count])
    return set(least.tolist())


def keys(prints: Sequence[Sequence[int]]) -> tuple[str, ...]:
    """The exact keys under which partners of a report are sought, at most KEYS of them."""
    kept: set[int] = set()
    for run in prints:
        kept |= winnow(run)
    return tuple(f"w:{value:08x}" for value in sorted(kept)[:KEYS])


def pack(prints: Sequence[Sequence[int]]) -> str:
    """All shingle hashes of a report as text, least first."""
    values = sorted({value for run in prints for value in run})[:PRINTS]
    return b85encode(np.asarray(values, dtype="<u4").tobytes()).decode()


def unpack(packed: str) -> Prints:
    """The hashes that `pack` wrote."""
    return np.frombuffer(b85decode(packed), dtype="<u4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What one report's narrative has in common with another's: the share of its words, and where."""

    share: float
    words: int
    passages: tuple[tuple[int, int], ...]  # character offsets, in the order of the text


def aligned(runs: Sequence[Sequence[Word]], other: frozenset[int]) -> Shared:
    """The stretches of these runs that stand, word for word, in the report with these shingles."""
    total = sum(len(run) for run in runs)
    covered = 0
    passages: list[tuple[int, int]] = []
    for run in runs:
        marks = [False] * len(run)
        for i, value in enumerate(shingles(run)):
            if value in other:
                marks[i : i + SHINGLE] = [True] * SHINGLE
        covered += sum(marks)
        i = 0
        while i < len(run):
            if not marks[i]:
                i += 1
                continue
            j = i
            while j + 1 < len(run) and marks[j + 1]:
                j += 1
            passages.append((run[i].start, run[j].end))
            i = j + 1
    return Shared(share=covered / total if total else 0.0, words=covered, passages=tuple(passages))
