"""What a figure belongs to: the draft that says it, and the utterance it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rapporteur.model import Address, Attribution, Document, DraftMention, Provision, Quantity, Sentence
from rapporteur.read.within import Over, innermost, place

_of_it = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:of|in|under|from|by)\s+(?:the|its|their|his|her|that|this)?\s*$"
)
_goes_on = re.compile(
    r"(?:It|That|This|They|The (?:draft|plan|text|proposal|offer|paper|document|deal|bid))\b"
)


def tie(
    document: Document,
    quantities: Sequence[Quantity],
    sentences: Sequence[Sentence],
    drafts: Sequence[DraftMention],
    provisions: Sequence[Provision],
    attributions: Sequence[Attribution],
) -> tuple[Quantity, ...]:
    """The quantities with the draft they are of, where its sentence or block says so, and who is credited with them."""
    ends = [one.end for one in sentences]
    of = _Drafts(document, drafts, provisions)
    made = []
    for quantity in quantities:
        told = innermost(attributions, quantity.span.start, quantity.span.end)
        at = bisect_right(ends, quantity.span.start)
        draft = of.draft(quantity, sentences[at]) if at < len(sentences) else None
        made.append(replace(quantity, draft=draft, attribution=told.id if told is not None else None))
    return tuple(made)


class _Drafts:
    """Which draft a place belongs to."""

    def __init__(
        self, document: Document, drafts: Sequence[DraftMention], provisions: Sequence[Provision]
    ) -> None:
        self.text = document.text
        self.blocks = document.blocks
        self.drafts = sorted(drafts, key=lambda one: one.span.start)
        self.near = Over(self.drafts, place)
        self.provisions = Over([one for one in provisions if one.draft is not None], place)

    def draft(self, quantity: Quantity, sentence: Sentence) -> Address | None:
        """The draft mention a figure is of: of its provision, of its sentence, or the only one of its block."""
        start, end = quantity.span.start, quantity.span.end
        for provision in self.provisions.touching(start, end):
            if provision.span.start <= start and end <= provision.span.end:
                return provision.draft
        near_it = self.near.touching(sentence.start, sentence.end)
        inside = [one for one in near_it if sentence.start <= one.span.start < sentence.end]
        behind = next((one for one in inside if one.span.start >= end), None)
        if behind is not None and _of_it.match(self.text[end : behind.span.start]):
            return behind.id  # "the 420 million of its draft"
        before = [one for one in inside if one.span.start <= start]
        if before:
            last = before[-1]
            others = {one.chain or one.id for one in before}
            own = quantity.rule == "hyphen" and last.span.start <= start < last.span.end
            return last.id if own or len(others) == 1 else None
        if inside or not _goes_on.match(self.text[sentence.start : sentence.start + 24]):
            return None
        return self._of_block(sentence)

    def _of_block(self, sentence: Sentence) -> Address | None:
        """The one draft that the block of a sentence names before it."""
        for block in self.blocks:
            if block.start <= sentence.start < block.end:
                named = [one for one in self.drafts if block.start <= one.span.start < sentence.start]
                chains = {one.chain or one.id for one in named}
                return named[-1].id if len(chains) == 1 else None
        return None
