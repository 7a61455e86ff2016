"""How a report says it came by a paper, and for which of its facts that goes."""

from __future__ import annotations

from typing import Any

from rapporteur.model import AnonymousSource, Attribution, Citation, DraftMention, Mention, Quantity, Reading
from rapporteur.record.chains import chains
from rapporteur.record.facts import by_id, sentence_at
from rapporteur.record.layer import Lookup


def of_the_paper(reading: Reading, fact: Any, teller: Attribution | None) -> list[int]:
    """Where else a report speaks of the document that says this: how it came by it may stand there."""
    speaker = by_id(reading, teller.speaker) if teller else None
    paper = speaker if isinstance(speaker, Mention) and speaker.kind == "document" else None
    drafts = {mention.id: mention for mention in reading.draft_mentions}
    draft = fact if isinstance(fact, DraftMention) else drafts.get(getattr(fact, "draft", None) or "")
    if draft is None and paper is not None:
        over = (d for d in drafts.values() if d.span.start < paper.span.end and paper.span.start < d.span.end)
        draft = next(over, None)
    if draft is not None:
        root = draft.chain or draft.id
        return [m.span.start for m in drafts.values() if root in (m.id, m.chain)]
    if paper is None:
        return []
    chain = next((chain for chain in chains(reading) if any(m.id == paper.id for m in chain)), [])
    return [mention.span.start for mention in chain]


def goes_for(lookup: Lookup, reading: Reading, fact: Any, at: int, citation: Citation) -> bool:
    """Whether what is said of how a paper became known goes for this fact too.

    That somebody confirmed a draft does not say that every line of it was confirmed: a provision has
    the second account only where its own sentence gives it, the draft wherever it is spoken of.
    """
    if citation.relation != "confirms" or isinstance(fact, DraftMention):
        return True
    low, high = sentence_at(lookup, reading, citation.span.start)
    return low <= at < high


def of_another_draft(lookup: Lookup, reading: Reading, fact: Any, citation: Citation) -> bool:
    """Whether a citation speaks of another draft than the fact's: of the one named last before it in its sentence."""
    draft = fact.id if isinstance(fact, DraftMention) else getattr(fact, "draft", None)
    if draft is None and isinstance(fact, Quantity):
        over = (
            p for p in reading.provisions if p.span.start < fact.span.end and fact.span.start < p.span.end
        )
        draft = next((p.draft for p in over if p.draft), None)
    if draft is None:
        return False
    low, _ = sentence_at(lookup, reading, citation.span.start)
    before = [m for m in reading.draft_mentions if low <= m.span.start < citation.span.start]
    last = max(before, key=lambda m: m.span.start, default=None)
    roots = {m.id: m.chain or m.id for m in reading.draft_mentions}
    return last is not None and (last.chain or last.id) != roots.get(draft, draft)


def confirmer_of(lookup: Lookup, reading: Reading, citation: Citation) -> Mention | AnonymousSource | None:
    """Who confirmed what another outlet had first: the first one credited after the citation in its sentence."""
    _, high = sentence_at(lookup, reading, citation.span.start)
    credited: list[Mention | AnonymousSource] = [*reading.anonymous_sources, *reading.mentions]
    after = [
        who
        for who in credited
        if citation.span.end <= who.span.start < high
        and lookup.document(reading.report).text[citation.span.end : who.span.start].rstrip().endswith("by")
    ]
    return min(after, key=lambda who: (who.span.start, -who.span.end), default=None)
