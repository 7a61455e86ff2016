"""Who is credited: by name across reports, and unnamed, report by report, with the condition verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapporteur.model import Address, AnonymousSource, Reading
from rapporteur.record import Record, Wanted, names
from rapporteur.record.judged import report_of
from rapporteur.record.search import UNNAMED
from rapporteur.views.view import Asked, Evidence, Row, View
from rapporteur.views.words import outlet_of, quoted, source_words

MOST = 80


def sources(record: Record, asked: Asked) -> View:
    """Named sources, those who said most first; then the unnamed, each in its one report."""
    now = record.at(asked)
    words = f"{asked.by or ''} {asked.words or ''} {asked.about or ''}".split()
    named = now.lists.tally("statements")
    if words:
        wanted = now.lists.named("entities", words)
        named = [(entity, said) for entity, said in named if entity in wanted]
    unnamed = now.lists.count_noted(UNNAMED, words)
    limit = asked.limit or (None if asked.long else MOST) or len(named) + unnamed
    shown = named[asked.offset : asked.offset + limit]
    page = list(_named(now, shown))
    if len(page) < limit and unnamed:
        found = now.lists.noted(UNNAMED, limit - len(page), max(0, asked.offset - len(named)), words)
        page += [row for one in found for row in _unnamed(now, one.address)]
    notes = [f"{unnamed} unnamed sources; none of them is taken for another without a person's judgement."]
    return View(
        name="sources",
        title="Sources",
        columns=("source", "speaks for", "condition", "said", "reports", "for example", "could be"),
        rows=tuple(page),
        notes=tuple(notes),
        total=len(named) + unnamed,
        data=[dict(zip(_KEYS, row.cells, strict=True)) | {"id": row.ref} for row in page],
    )


_KEYS = ("source", "party", "condition", "said", "reports", "example", "could_be")


def _named(record: Record, shown: Sequence[tuple[Address, int]]) -> Iterator[Row]:
    reports = record.lists.reports_by_owner("statements", [entity for entity, _ in shown])
    for entity, said in shown:
        noun = record.noun("entities", entity)
        if noun is None:
            continue
        first = record.lists.page(Wanted(layer="statements", owners=[entity]), 1)
        yield Row(
            cells=(
                noun.name, noun.party or "", "", str(said), str(reports.get(entity, 0)),
                quoted(first[0].text, 140) if first else "", "",
            ),
            ref=entity,
        )  # fmt: skip


def chains_of(reading: Reading) -> dict[Address, list[AnonymousSource]]:
    """The unnamed sources of a report, those it shows to be the same together, by the first of them."""
    by_id = {source.id: source for source in reading.anonymous_sources}
    found: dict[Address, list[AnonymousSource]] = {}
    for source in reading.anonymous_sources:
        root, seen = source, {source.id}
        while root.same_as in by_id and root.same_as not in seen and root.same_as is not None:
            root = by_id[root.same_as]
            seen.add(root.id)
        found.setdefault(root.id, []).append(source)
    return found


def _unnamed(record: Record, wanted: Address) -> Iterator[Row]:
    report = report_of(wanted)
    reading = record.reading(report)
    for root, chain in chains_of(reading).items():
        if root == wanted:
            ids = {source.id for source in chain}
            said = [attribution for attribution in reading.attributions if attribution.speaker in ids]
            condition = next((source.condition for source in chain if source.condition), None)
            fullest = max(chain, key=lambda source: len(source.description))
            party = next((p for s in chain if (p := names.party_of(s.affiliation or s.description))), None)
            others = could_be(record, chain)
            spans = [span for attribution in said for span in attribution.content]
            yield Row(
                cells=(
                    f"“{fullest.description}”",
                    party or fullest.affiliation or "",
                    condition.exact if condition else "",
                    str(len(said)),
                    f"{record.short(report)} ({outlet_of(record, report)})",
                    quoted(spans[0].exact, 140) if spans else "",
                    ", ".join(f"{source_words(record, a)} {record.ref(a)}" for a in others[:3]),
                ),
                ref=root,
                evidence=tuple(Evidence(report=report, span=s.span) for s in chain),
                marks=("unnamed",),
            )


ANOTHER = re.compile(
    r"^(?:(?:an)?other|(?:a|the)\s+(?:second|third|fourth|different|other)|one more)\b", re.IGNORECASE
)
ARTICLE = re.compile(r"^(?:an?|the|one)\s+", re.IGNORECASE)


def described_alike(reading: Reading, chain: Sequence[AnonymousSource]) -> list[list[AnonymousSource]]:
    """Other sources of one report brought in with the same words ("a diplomat" twice): one person, or two.

    "Another diplomat" says that it is somebody else.
    """
    first = chain[0]
    if first.number != "one" or ANOTHER.match(first.description):
        return []
    words = ARTICLE.sub("", first.description).lower()
    return [
        other
        for other in chains_of(reading).values()
        if other[0].id != first.id
        and other[0].number == "one"
        and not ANOTHER.match(other[0].description)
        and ARTICLE.sub("", other[0].description).lower() == words
    ]


def could_be(record: Record, chain: list[AnonymousSource]) -> tuple[Address, ...]:
    """Unnamed sources this one could be: those its report leaves open or describes alike, and those elsewhere
    credited with the same statement whose party does not stand against it."""
    ids = {source.id for source in chain}
    reading = record.reading(report_of(chain[0].id))
    found = {address for source in chain for address in source.could_be}
    found |= {other[0].id for other in described_alike(reading, chain)}
    party = next((p for s in chain if (p := names.party_of(s.affiliation or s.description))), None)
    for attribution in reading.attributions:
        if attribution.speaker not in ids:
            continue
        noun = record.noun_of("statements", attribution.id)
        for member in getattr(noun, "attributions", ()):
            speaker = getattr(record.fact(member), "speaker", None)
            other = record.fact(speaker) if speaker else None
            if not isinstance(other, AnonymousSource) or other.id in ids:
                continue
            theirs = names.party_of(other.affiliation or other.description)
            if not (party and theirs and party != theirs):
                found.add(other.id)
    return tuple(sorted(found - ids))
