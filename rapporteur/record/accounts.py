"""One account: through which newsroom, and from whom, one fact of one report is said to be known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapporteur.languages.en.names import OUTLETS
from rapporteur.languages.en.publicity import LISTENING, PUBLIC, PUBLIC_PAPERS
from rapporteur.model import (
    Address,
    AnonymousSource,
    Attribution,
    Citation,
    Mention,
    Reading,
    Voice,
)
from rapporteur.record import names
from rapporteur.record.chains import chains
from rapporteur.record.facts import by_id, fact_of, parts, sentence_at, told_in
from rapporteur.record.layer import Lookup
from rapporteur.record.newsrooms import LEANT, newsroom_of
from rapporteur.record.outlets import OWN, same_outlet
from rapporteur.record.papers import confirmer_of, goes_for, of_another_draft, of_the_paper
from rapporteur.record.passages import quoted

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


def is_leant(account: Account) -> bool:
    """Whether nothing but how the whole report leans on another outlet says that this is that outlet's."""
    return account.reason.endswith(LEANT)


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
    places = [start, *of_the_paper(reading, fact, teller)]
    cited = [
        c
        for c in _cited(lookup, reading, telling, places)
        if not of_another_draft(lookup, reading, fact, c) and goes_for(lookup, reading, fact, start, c)
    ]
    own, why = newsroom_of(report, lookup, start, end)
    first = next((c for c in cited if c.relation == "confirms" and not same_outlet(c.outlet, own)), None)
    if first is not None:
        named = f"first reported by {first.outlet}, as {own or 'the report'} says"
        yield _account(member, report, first.outlet, None, named, reading, lookup)
        confirmer = confirmer_of(lookup, reading, first)
        yield _account(
            member, report, own, confirmer or teller, f"confirmed for {own}", reading, lookup, telling
        )
        return
    outlet = _through(reading, telling, cited, lookup)
    if outlet is not None:
        own, why = outlet, f"told through {outlet}, which the report names"
    yield _account(member, report, own, teller, why, reading, lookup, telling)


def _voice(lookup: Lookup, report: str, at: int) -> Voice:
    blocks = lookup.document(report).blocks
    return next((block.voice for block in blocks if block.start <= at < block.end), "newsroom")


def _cited(lookup: Lookup, reading: Reading, telling: list[Attribution], places: list[int]) -> list[Citation]:
    """The citations that stand with a fact: of the attributions it is told in, else of its sentence."""
    ids = {attribution.id for attribution in telling}
    mine = [c for c in reading.citations if c.attribution in ids and c.attribution is not None]
    sentences = [sentence_at(lookup, reading, at) for at in places]
    return mine + [
        c
        for c in reading.citations
        if c not in mine
        and any(low <= c.span.start < high for low, high in sentences)
        and (c.attribution is None or c.relation == "confirms")
    ]


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
    speaker = by_id(reading, attribution.speaker)
    if not isinstance(speaker, Mention) or speaker.kind not in ("organisation", "other", "document", "place"):
        return None
    named = [citation.outlet for citation in reading.citations if citation.outlet]
    if speaker.name in OUTLETS or any(same_outlet(speaker.name, outlet) for outlet in named):
        return speaker.name
    return None


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
        speaker = by_id(reading, teller.speaker)
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
    low, high = sentence_at(lookup, reading, anchor.start)
    text = lookup.document(reading.report).text
    said = [(a, b) for a, b in quoted(text, low, high)] + [(s.start, s.end) for s in attribution.content]
    rest = list(text[low:high])
    for a, b in said:
        first, last = max(a, low), min(b, high)
        if first < last:
            rest[first - low : last - low] = " " * (last - first)
    outside = re.sub(r"\s+", " ", "".join(rest))
    return next((kind for pattern, kind in _PUBLIC if pattern.search(outside)), None)
