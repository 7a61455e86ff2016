"""One account: through which newsroom, and from whom, one fact of one report is said to be known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rapporteur.languages.en.names import OUTLETS
from rapporteur.languages.en.publicity import LISTENING, PUBLIC
from rapporteur.model import Address, AnonymousSource, Attribution, Citation, Mention, Reading, Voice
from rapporteur.record import names
from rapporteur.record.entities import chains
from rapporteur.record.layer import Lookup
from rapporteur.record.outlets import OWN, relied_on, same_outlet
from rapporteur.record.passages import quoted

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
_PUBLIC = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in PUBLIC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How one report says it knows one thing."""

    member: Address
    report: str
    newsroom: str | None  # None: unknown, or none stands between (a public document)
    source: Address | None  # a mention or an unnamed source of this report
    who: str | None  # the identity of a named source: its entity, or its name
    words: str = ""  # the source as printed
    party: str | None = None
    unnamed: bool = False
    public: str | None = None  # what kind of public utterance or document it was
    reason: str = ""


def parts(address: Address) -> tuple[str, str, int, int]:
    """Report, layer, start and end of an address."""
    report, layer, place = address.rsplit(":", 2)
    start, _, end = place.partition("-")
    return report, layer, int(start), int(end)


def fact_of(reading: Reading, address: Address) -> Any | None:
    """The fact of a reading with this address."""
    layer = LAYERS.get(parts(address)[1])
    return next((fact for fact in getattr(reading, layer) if fact.id == address), None) if layer else None


def accounts_of(member: Address, lookup: Lookup) -> Iterator[Account]:
    """The accounts of one fact: one as a rule; two where a report confirms for itself what another had first.

    None for what stands in a reader's comment or on the page around the report.
    """
    report, _, start, end = parts(member)
    reading = lookup.reading(report)
    telling = told_in(reading, fact_of(reading, member))
    voice = telling[0].voice if telling else _voice(lookup, report, start)
    if voice in ("reader", "page"):
        return
    cited = _cited(lookup, reading, telling, start)
    confirmed = [c for c in cited if c.relation == "confirms" and c.outlet]
    outlet = _through(reading, telling, cited, lookup)
    own, why = newsroom_of(report, lookup, start, end)
    if confirmed and not (
        outlet and same_outlet(outlet, confirmed[0].outlet) and _has_source(reading, telling)
    ):
        first = confirmed[0].outlet
        yield _account(member, report, first, None, f"{first}, as {_called(own)} names it", reading, lookup)
        yield _account(member, report, own, _teller(reading, telling), why, reading, lookup, telling)
        return
    if outlet is not None:
        why = f"told through {outlet}, which the report names"
        yield _account(member, report, outlet, _teller(reading, telling), why, reading, lookup, telling)
        return
    yield _account(member, report, own, _teller(reading, telling), why, reading, lookup, telling)


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


def newsroom_of(report: str, lookup: Lookup, start: int = 0, end: int = 0) -> tuple[str | None, str]:
    """Whose reporting a stretch of a report is, with the reason; None where that is unknown."""
    document, reading = lookup.document(report), lookup.reading(report)
    outlet = document.outlet.value if document.outlet else None
    seen = {report}
    edges = list(lookup.derivations(report))
    for edge in sorted(edges, key=lambda e: (e.relation != "copy", -(e.shared or 0.0), e.id)):
        if edge.from_report is None or edge.from_report in seen:
            if edge.relation == "copy" and edge.from_outlet:
                return edge.from_outlet, f"a copy from {edge.from_outlet}, which is not held"
            continue
        source = lookup.document(edge.from_report)
        whose = edge.from_outlet or (source.outlet.value if source.outlet else None)
        named = whose or "an outlet unknown"
        if edge.relation == "copy":
            return whose, f"a copy of what {named} reported"
        if edge.relation == "rewrite" and _within(document.text, edge.evidence, start, end):
            return whose, f"in a passage taken over from {named}"
    leant = relied_on(document, reading, outlet)
    if leant is not None:
        claims = f"the report names {leant} throughout and claims no reporting of its own"
        return leant, claims
    return outlet, f"{outlet}'s own report" if outlet else "whose report this is, the page does not say"


def _within(text: str, evidence: tuple[Address, ...], start: int, end: int) -> bool:
    """Whether a stretch stands in the paragraph of a shared passage and touches it, quotations apart."""
    if end <= start:
        return False
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    passages = [parts(address)[2:] for address in evidence if ":passage:" in address]
    covered = sum(max(0, min(high, b) - max(low, a)) for a, b in passages)
    return covered * 2 >= min(high - low, 160) or any(a <= start and end <= b for a, b in passages)


def _voice(lookup: Lookup, report: str, at: int) -> Voice:
    blocks = lookup.document(report).blocks
    return next((block.voice for block in blocks if block.start <= at < block.end), "newsroom")


def _cited(lookup: Lookup, reading: Reading, telling: list[Attribution], at: int) -> list[Citation]:
    """The citations that stand with a fact: of the attributions it is told in, else of its sentence."""
    ids = {attribution.id for attribution in telling}
    mine = [c for c in reading.citations if c.attribution in ids and c.attribution is not None]
    low, high = _sentence(lookup, reading, at)
    return mine + [
        c
        for c in reading.citations
        if c not in mine
        and low <= c.span.start < high
        and (c.attribution is None or c.relation == "confirms")
    ]


def _sentence(lookup: Lookup, reading: Reading, at: int) -> tuple[int, int]:
    found = next(((s.start, s.end) for s in reading.sentences if s.start <= at < s.end), None)
    if found is not None:
        return found
    text = lookup.document(reading.report).text
    low, high = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return low, len(text) if high < 0 else high


def _through(
    reading: Reading, telling: list[Attribution], cited: list[Citation], lookup: Lookup
) -> str | None:
    """The other outlet this is taken from, as the report names it."""
    document = lookup.document(reading.report)
    own = document.outlet.value if document.outlet else None
    for attribution in telling:
        if attribution.via and not same_outlet(attribution.via, own):
            return attribution.via
        if (name := _outlet_speaking(reading, attribution)) and not same_outlet(name, own):
            return name
    if any(citation.relation in OWN for citation in cited):
        return None
    for citation in cited:
        taken = citation.relation in ("relies-on", "cites", "reposts")
        if taken and citation.outlet and not same_outlet(citation.outlet, own):
            return citation.outlet
    return None


def _outlet_speaking(reading: Reading, attribution: Attribution) -> str | None:
    speaker = _by_id(reading, attribution.speaker)
    if not isinstance(speaker, Mention) or speaker.kind not in ("organisation", "other", "document", "place"):
        return None
    named = [citation.outlet for citation in reading.citations if citation.outlet]
    if speaker.name in OUTLETS or any(same_outlet(speaker.name, outlet) for outlet in named):
        return speaker.name
    return None


def _by_id(reading: Reading, address: Address | None) -> Mention | AnonymousSource | None:
    if address is None:
        return None
    for mention in reading.mentions:
        if mention.id == address:
            return mention
    return next((source for source in reading.anonymous_sources if source.id == address), None)


def _teller(reading: Reading, telling: list[Attribution]) -> Attribution | None:
    """The outermost attribution that is not an outlet's: who told the newsroom."""
    return next((a for a in reversed(telling) if _outlet_speaking(reading, a) is None), None)


def _has_source(reading: Reading, telling: list[Attribution]) -> bool:
    return _teller(reading, telling) is not None


def _called(outlet: str | None) -> str:
    return outlet or "the report"


def _account(
    member: Address,
    report: str,
    newsroom: str | None,
    teller: Attribution | None,
    reason: str,
    reading: Reading,
    lookup: Lookup,
    telling: list[Attribution] | None = None,
) -> Account:
    document = lookup.document(report)
    if teller is None:
        itself = document.kind in ("statement", "transcript") and not telling
        public: str | None = document.kind if itself else None
        words = document.title.value if public and document.title else ""
        return Account(
            member=member,
            report=report,
            newsroom=None if public else newsroom,
            source=None,
            who=f"document {report}" if public else None,
            words=words,
            public=public,
            reason=reason,
        )
    speaker = _by_id(reading, teller.speaker)
    public = publicity(teller, speaker, reading, lookup)
    if speaker is None:
        words = teller.source.exact if teller.source else ""
        return Account(
            member=member, report=report, newsroom=newsroom, source=None, who=None, words=words,
            party=names.party_of(words), unnamed=True, public=None, reason=reason,
        )  # fmt: skip
    if isinstance(speaker, AnonymousSource):
        root = _root_source(reading, speaker)
        return Account(
            member=member, report=report, newsroom=newsroom, source=root.id, who=None, words=root.description,
            party=names.party_of(root.affiliation) or names.party_of(root.description), unnamed=True,
            reason=reason,
        )  # fmt: skip
    entity = lookup.entity_of(speaker.id)
    words = entity.name if entity else _root_name(reading, speaker)
    return Account(
        member=member,
        report=report,
        newsroom=None if public else newsroom,
        source=speaker.id,
        who=entity.id if entity else f"{report} {words}",
        words=words,
        party=entity.party if entity else names.party_of(speaker.affiliation),
        unnamed=entity is None and speaker.kind == "role",
        public=public,
        reason=reason,
    )


def _root_source(reading: Reading, source: AnonymousSource) -> AnonymousSource:
    by_id = {other.id: other for other in reading.anonymous_sources}
    seen = {source.id}
    while source.same_as in by_id and source.same_as not in seen and source.same_as is not None:
        source = by_id[source.same_as]
        seen.add(source.id)
    return source


def _root_name(reading: Reading, mention: Mention) -> str:
    chain = next((chain for chain in chains(reading) if any(m.id == mention.id for m in chain)), [mention])
    return max((m.name for m in chain), key=len)


def publicity(
    attribution: Attribution,
    speaker: Mention | AnonymousSource | None,
    reading: Reading,
    lookup: Lookup,
) -> str | None:
    """What kind of public utterance an attribution tells of; None where nothing shows that it was public."""
    if isinstance(speaker, AnonymousSource):
        return None
    if isinstance(speaker, Mention) and speaker.kind == "document":
        return "document"
    if attribution.to and attribution.to.exact.lower().split()[-1] in LISTENING:
        return "press conference"
    anchor = attribution.cue or attribution.source or attribution.content[0]
    low, high = _sentence(lookup, reading, anchor.start)
    text = lookup.document(reading.report).text
    said = [(a, b) for a, b in quoted(text, low, high)] + [(s.start, s.end) for s in attribution.content]
    outside = "".join(
        c if not any(a <= i < b for a, b in said) else " " for i, c in enumerate(text[low:high], low)
    )
    outside = re.sub(r"\s+", " ", outside)
    return next((kind for pattern, kind in _PUBLIC if pattern.search(outside)), None)
