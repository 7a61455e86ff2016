"""One account: through which newsroom, and from whom, one fact of one report is said to be known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from rapporteur.languages.en.names import OUTLETS
from rapporteur.languages.en.publicity import LISTENING, PUBLIC, PUBLIC_PAPERS
from rapporteur.model import (
    Address,
    AnonymousSource,
    Attribution,
    Citation,
    DraftMention,
    Mention,
    Quantity,
    Reading,
    Voice,
)
from rapporteur.record import names
from rapporteur.record.chains import chains
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
    person: tuple[str, ...] = ()  # the tokens of a person's name
    party: str | None = None
    unnamed: bool = False
    public: str | None = None  # what kind of public utterance or document it was
    paper: str | None = None  # the document that says so, public or not
    reason: str = ""


LEANT = "throughout and claims no reporting of its own"


def is_leant(account: Account) -> bool:
    """Whether nothing but how the whole report leans on another outlet says that this is that outlet's."""
    return account.reason.endswith(LEANT)


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
    fact = fact_of(reading, member)
    telling = told_in(reading, fact)
    voice = telling[0].voice if telling else _voice(lookup, report, start)
    if voice in ("reader", "page"):
        return
    teller = _teller(reading, telling)
    places = [start, *_of_the_paper(reading, fact, teller)]
    cited = [
        c
        for c in _cited(lookup, reading, telling, places)
        if not _of_another_draft(lookup, reading, fact, c) and _goes_for(lookup, reading, fact, start, c)
    ]
    own, why = newsroom_of(report, lookup, start, end)
    first = next((c for c in cited if c.relation == "confirms" and not same_outlet(c.outlet, own)), None)
    if first is not None:
        named = f"first reported by {first.outlet}, as {own or 'the report'} says"
        yield _account(member, report, first.outlet, None, named, reading, lookup)
        confirmer = _confirmer(lookup, reading, first)
        yield _account(
            member, report, own, confirmer or teller, f"confirmed for {own}", reading, lookup, telling
        )
        return
    outlet = _through(reading, telling, cited, lookup)
    if outlet is not None:
        own, why = outlet, f"told through {outlet}, which the report names"
    yield _account(member, report, own, teller, why, reading, lookup, telling)


def _of_the_paper(reading: Reading, fact: Any, teller: Attribution | None) -> list[int]:
    """Where else a report speaks of the document that says this: how it came by it may stand there."""
    speaker = _by_id(reading, teller.speaker) if teller else None
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


def _goes_for(lookup: Lookup, reading: Reading, fact: Any, at: int, citation: Citation) -> bool:
    """Whether what is said of how a paper became known goes for this fact too.

    That somebody confirmed a draft does not say that every line of it was confirmed: a provision has
    the second account only where its own sentence gives it, the draft wherever it is spoken of.
    """
    if citation.relation != "confirms" or isinstance(fact, DraftMention):
        return True
    low, high = _sentence(lookup, reading, citation.span.start)
    return low <= at < high


def _of_another_draft(lookup: Lookup, reading: Reading, fact: Any, citation: Citation) -> bool:
    """Whether a citation speaks of another draft than the fact's: of the one named last before it in its sentence."""
    draft = fact.id if isinstance(fact, DraftMention) else getattr(fact, "draft", None)
    if draft is None and isinstance(fact, Quantity):
        over = (
            p for p in reading.provisions if p.span.start < fact.span.end and fact.span.start < p.span.end
        )
        draft = next((p.draft for p in over if p.draft), None)
    if draft is None:
        return False
    low, _ = _sentence(lookup, reading, citation.span.start)
    before = [m for m in reading.draft_mentions if low <= m.span.start < citation.span.start]
    last = max(before, key=lambda m: m.span.start, default=None)
    roots = {m.id: m.chain or m.id for m in reading.draft_mentions}
    return last is not None and (last.chain or last.id) != roots.get(draft, draft)


def _confirmer(lookup: Lookup, reading: Reading, citation: Citation) -> Mention | AnonymousSource | None:
    """Who confirmed what another outlet had first: the first one credited after the citation in its sentence."""
    _, high = _sentence(lookup, reading, citation.span.start)
    credited: list[Mention | AnonymousSource] = [*reading.anonymous_sources, *reading.mentions]
    after = [
        who
        for who in credited
        if citation.span.end <= who.span.start < high
        and lookup.document(reading.report).text[citation.span.end : who.span.start].rstrip().endswith("by")
    ]
    return min(after, key=lambda who: (who.span.start, -who.span.end), default=None)


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


def newsroom_of(
    report: str, lookup: Lookup, start: int = 0, end: int = 0, seen: frozenset[str] = frozenset()
) -> tuple[str | None, str]:
    """Whose reporting a stretch of a report is, with the reason; None where that is unknown.

    A copy is whatever it is a copy of, through as many copies as there are.
    """
    document, reading = lookup.document(report), lookup.reading(report)
    outlet = document.outlet.value if document.outlet else None
    edges = list(lookup.derivations(report))
    for edge in sorted(edges, key=lambda e: (e.relation != "copy", -(e.shared or 0.0), e.id)):
        if edge.from_report is None or edge.from_report in seen | {report}:
            if edge.relation == "copy" and edge.from_outlet and not same_outlet(edge.from_outlet, outlet):
                return edge.from_outlet, f"a copy from {edge.from_outlet}, which is not held"
            continue
        whose = newsroom_of(edge.from_report, lookup, seen=seen | {report})[0]
        named = whose or "an outlet unknown"
        if edge.relation == "copy":
            return whose, f"a copy of what {named} reported"
        if edge.relation == "rewrite" and _within(document.text, edge.evidence, start, end):
            return whose, f"in a passage taken over from {named}"
    leant = relied_on(document, reading, outlet)
    if leant is not None:
        return leant, f"the report names {leant} {LEANT}"
    if outlet is None:
        return None, "whose report this is, the page does not say"
    shown = f", as shown by {document.carrier.value}" if document.carrier else ""
    return outlet, f"its own report{shown}"


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


def _cited(lookup: Lookup, reading: Reading, telling: list[Attribution], places: list[int]) -> list[Citation]:
    """The citations that stand with a fact: of the attributions it is told in, else of its sentence."""
    ids = {attribution.id for attribution in telling}
    mine = [c for c in reading.citations if c.attribution in ids and c.attribution is not None]
    sentences = [_sentence(lookup, reading, at) for at in places]
    return mine + [
        c
        for c in reading.citations
        if c not in mine
        and any(low <= c.span.start < high for low, high in sentences)
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


def _account(
    member: Address,
    report: str,
    newsroom: str | None,
    teller: Attribution | Mention | AnonymousSource | None,
    reason: str,
    reading: Reading,
    lookup: Lookup,
    telling: list[Attribution] | None = None,
) -> Account:
    """An account of what a teller said: the outermost attribution, or whoever confirmed it."""
    bare = Account(member=member, report=report, newsroom=newsroom, source=None, who=None, reason=reason)
    if teller is None:
        return bare if telling else _of_a_public_report(bare, lookup)
    if isinstance(teller, Attribution):
        speaker = _by_id(reading, teller.speaker)
        public = publicity(teller, speaker, reading, lookup)
    else:
        speaker, public = teller, None
    if speaker is None:
        words = teller.source.exact if isinstance(teller, Attribution) and teller.source else ""
        return replace(bare, words=words, party=names.party_of(words), unnamed=True)
    if isinstance(speaker, AnonymousSource):
        root = _root_source(reading, speaker)
        party = names.party_of(root.affiliation) or names.party_of(root.description)
        # Only a person says that it is another report's source; that one then stands for both.
        return replace(
            bare, source=root.same_as or root.id, words=root.description, party=party, unnamed=True
        )  # fmt: skip
    entity = lookup.entity_of(speaker.id)
    words = entity.name if entity else _root_name(reading, speaker)
    return replace(
        bare,
        newsroom=None if public else newsroom,
        source=speaker.id,
        who=entity.id if entity else f"{report} {words}",
        words=words,
        person=names.person_tokens(words) if speaker.kind == "person" else (),
        party=entity.party if entity else names.party_of(speaker.affiliation),
        unnamed=speaker.kind == "role" and entity is None,
        public=public,
        paper=words if speaker.kind == "document" else None,
    )


def _of_a_public_report(bare: Account, lookup: Lookup) -> Account:
    """A statement or a transcript published as itself is its own origin."""
    document = lookup.document(bare.report)
    if document.kind not in ("statement", "transcript"):
        return bare
    title = document.title.value if document.title else ""
    return replace(
        bare, newsroom=None, who=f"document {bare.report}", words=title, public=document.kind, paper=title
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
        papers = set(speaker.name.lower().split()) & PUBLIC_PAPERS
        return "document" if papers else None
    if attribution.to and attribution.to.exact.lower().split()[-1] in LISTENING:
        return "press conference"
    anchor = attribution.cue or attribution.source or attribution.content[0]
    low, high = _sentence(lookup, reading, anchor.start)
    text = lookup.document(reading.report).text
    said = [(a, b) for a, b in quoted(text, low, high)] + [(s.start, s.end) for s in attribution.content]
    rest = list(text[low:high])
    for a, b in said:
        first, last = max(a, low), min(b, high)
        if first < last:
            rest[first - low : last - low] = " " * (last - first)
    outside = re.sub(r"\s+", " ", "".join(rest))
    return next((kind for pattern, kind in _PUBLIC if pattern.search(outside)), None)
