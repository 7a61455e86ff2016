"""A fact of a reading by its address, what it is told in, and the sentence it stands in."""

from __future__ import annotations

from typing import Any

from rapporteur.model import Address, AnonymousSource, Attribution, Mention, Reading
from rapporteur.record.layer import Lookup

LAYERS = {
    "attribution": "attributions",
    "event": "event_mentions",
    "quantity": "quantities",
    "citation": "citations",
    "draft": "draft_mentions",
    "provision": "provisions",
    "stance": "stances",
    "deadline": "deadlines",
    "outlook": "outlooks",
    "refusal": "refusals",
    "mention": "mentions",
    "timex": "timexes",
    "source": "anonymous_sources",
}


def parts(address: Address) -> tuple[str, str, int, int]:
    """Report, layer, start and end of an address."""
    report, layer, place = address.rsplit(":", 2)
    start, _, end = place.partition("-")
    return report, layer, int(start), int(end)


def fact_of(reading: Reading, address: Address) -> Any | None:
    """The fact of a reading with this address."""
    layer = LAYERS.get(parts(address)[1])
    return next((fact for fact in getattr(reading, layer) if fact.id == address), None) if layer else None


def told_in(reading: Reading, fact: Any | None) -> list[Attribution]:
    """The attributions a fact stands in, innermost first."""
    at = fact if isinstance(fact, Attribution) else None
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    if at is None:
        at = by_id.get(getattr(fact, "attribution", None) or "")
    telling: list[Attribution] = []
    while at is not None and at not in telling:
        telling.append(at)
        at = by_id.get(at.nested_in or "")
    return telling


def sentence_at(lookup: Lookup, reading: Reading, at: int) -> tuple[int, int]:
    found = next(((s.start, s.end) for s in reading.sentences if s.start <= at < s.end), None)
    if found is not None:
        return found
    text = lookup.document(reading.report).text
    low, high = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return low, len(text) if high < 0 else high


def by_id(reading: Reading, address: Address | None) -> Mention | AnonymousSource | None:
    if address is None:
        return None
    for mention in reading.mentions:
        if mention.id == address:
            return mention
    return next((source for source in reading.anonymous_sources if source.id == address), None)
