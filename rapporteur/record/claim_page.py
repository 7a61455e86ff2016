"""One dated report with its sentences at hand, from which claims are made: which sentence holds a place, and what stands in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from rapporteur.model import Address, Attribution, Reading, Sentence
from rapporteur.record.drafts import chains, described
from rapporteur.record.layer import Dated, Node
from rapporteur.record.sides import days, topic

BUCKET = 60  # days; a claim is sought in its own and the next bucket


class Page:
    """One dated report with its sentences at hand: which sentence holds a place, and what stands in it."""

    def __init__(self, dated: Dated) -> None:
        self.reading: Reading = dated.entry.reading
        self.document = dated.entry.document
        self.window = dated.window
        self.days = days(dated.window)
        self.topic = topic(self.reading)
        self.sentences: Sequence[Sentence] = self.reading.sentences
        self._starts = [s.start for s in self.sentences]
        self.drafts = {
            root: described(dated, chain, self.topic) for root, chain in chains(self.reading).items()
        }

    def sentence(self, at: int) -> Sentence | None:
        found = bisect_right(self._starts, at) - 1
        return self.sentences[found] if found >= 0 and at < self.sentences[found].end else None

    def text(self, sentence: Sentence) -> str:
        return self.document.text[sentence.start : sentence.end]

    def attribution_in(self, sentence: Sentence) -> Attribution | None:
        """The widest attribution that has its cue or content in a sentence."""
        found = [
            a for a in self.reading.attributions
            if any(sentence.start <= s.start < sentence.end for s in a.content)
            or (a.cue and sentence.start <= a.cue.start < sentence.end)
        ]  # fmt: skip
        return min(found, key=lambda a: (a.nested_in is not None, a.content[0].start)) if found else None

    def nearest(self, sentence: Sentence, at: int) -> Address | None:
        """The happening or the name closest to a place of a sentence, to stand for what is told there."""
        held: list[tuple[int, int, Address]] = [
            (abs(e.trigger.start - at), 0, e.id)
            for e in self.reading.event_mentions
            if sentence.start <= e.trigger.start < sentence.end
        ]
        held += [
            (abs(m.span.start - at), 1, m.id)
            for m in self.reading.mentions
            if sentence.start <= m.span.start < sentence.end
        ]
        return min(held)[2] if held else None

    def node(self, kind: str, address: Address, blocks: Sequence[str], **data: Any) -> Node:
        return Node(
            key=f"{address}#{kind}", address=address, report=self.reading.report, blocks=tuple(sorted(set(blocks))),
            data={"kind": kind, "address": address, "days": self.days, "topic": list(self.topic), **data},
        )  # fmt: skip

    def bucketed(self, key: str) -> list[str]:
        """The key in this report's stretch of days and the one before, so that near ones meet."""
        day = self.days[0]
        return [key] if day is None else [f"{key}@{day // BUCKET}", f"{key}@{day // BUCKET - 1}"]
