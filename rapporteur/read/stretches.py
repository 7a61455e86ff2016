"""A report seen as the attribution rules walk over it: words, quotations, names, and stretches.

A stretch is a sentence, or several that one quotation holds together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.languages.en.cues import PRONOUNS
from rapporteur.languages.en.roles import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    INSTITUTION_NOUNS,
    PERSON_NOUNS,
    PERSON_PLURALS,
)
from rapporteur.model import Block, Document, Mention, Problem, Sentence, Timex
from rapporteur.read.quotations import Quotation, find_quotations
from rapporteur.read.words import Words, cut_words, read_blocks

#: Which words can head a source that has no name.
HEADS = PERSON_NOUNS | PERSON_PLURALS | GROUP_NOUNS | INSTITUTION_NOUNS | DOCUMENT_NOUNS


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words first–last (half-open) of one block, with the quotations of depth 0 inside (word ranges)."""

    first: int
    last: int
    block: int
    quotes: tuple[tuple[int, int], ...]
    number: int

    def is_quotation(self) -> bool:
        """Whether nothing but quotation stands here."""
        return bool(self.quotes) and sum(b - a for a, b in self.quotes) >= self.last - self.first


@dataclass(frozen=True, slots=True)
class View:
    """Everything the rules look at; every list is indexed by word."""

    document: Document
    words: Words
    quotations: tuple[Quotation, ...]
    stretches: tuple[Stretch, ...]
    quoted: list[int]  # which quotation of depth 0 a word stands in, marks included; -1: none
    named: list[int]  # which mention covers a word; -1: none
    timed: list[int]  # which timex covers a word; -1: none
    nouned: dict[int, int]  # last word of an office, a body or a paper without a name → its mention
    mentions: Sequence[Mention]
    timexes: Sequence[Timex]
    blocks: Sequence[Block]
    problems: tuple[Problem, ...]

    def is_actor(self, i: int) -> bool:
        """Whether a word can head a source: a name, a pronoun, or a noun of people, bodies or papers."""
        return self.named[i] >= 0 or self.words.lower[i] in HEADS or self.words.lower[i] in PRONOUNS


def see(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], timexes: Sequence[Timex]
) -> View:
    """The view of one report."""
    words = cut_words(document)
    quotations, problems = find_quotations(document)
    blocks = read_blocks(document)
    quoted = [-1] * len(words)
    ranges: dict[int, tuple[int, int]] = {}
    for number, quotation in enumerate(quotations):
        if quotation.depth:
            continue
        a, b = words.between(quotation.start, quotation.end)
        ranges[number] = (a, b)
        quoted[a:b] = [number] * (b - a)
    named, timed = [-1] * len(words), [-1] * len(words)
    nouned: dict[int, int] = {}
    for place, mention in enumerate(mentions):
        a, b = words.between(mention.span.start, mention.span.end)
        if mention.rule != "name" and b > a:
            nouned[b - 1] = place
        if mention.kind == "role" or (mention.kind == "document" and mention.rule != "name"):
            continue
        for i in range(a, b):
            if named[i] < 0 or mention.rule == "name":
                named[i] = place
    for place, timex in enumerate(timexes):
        a, b = words.between(timex.span.start, timex.span.end)
        timed[a:b] = [place] * (b - a)
    starts = [block.start for block in blocks]
    stretches: list[Stretch] = []
    joined: list[tuple[int, int, int]] = []
    for sentence in sentences:
        first, last = words.between(sentence.start, sentence.end)
        if first >= last:
            continue
        block = bisect_right(starts, sentence.start) - 1
        if (
            joined
            and joined[-1][2] == block
            and quoted[first] >= 0
            and quoted[first] == quoted[first - 1]
            and joined[-1][1] == first
        ):
            joined[-1] = (joined[-1][0], last, block)
        else:
            joined.append((first, last, block))
    for first, last, block in joined:
        found: list[tuple[int, int]] = []
        i = first
        while i < last:
            if quoted[i] >= 0:
                a, b = ranges[quoted[i]]
                found.append((max(a, first), min(b, last)))
                i = max(b, i + 1)
            else:
                i += 1
        stretches.append(Stretch(first, last, block, tuple(found), len(stretches)))
    return View(
        document,
        words,
        quotations,
        tuple(stretches),
        quoted,
        named,
        timed,
        nouned,
        mentions,
        timexes,
        blocks,
        problems,
    )
