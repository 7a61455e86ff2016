"""Who is credited: by name across reports, and unnamed, report by report, with the condition verbatim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rapporteur.model import Address, AnonymousSource, Reading
from rapporteur.record import Record, names
from rapporteur.record.judged import report_of
from rapporteur.views.view import Asked, Evidence, Row, View
from rapporteur.views.words import outlet_of, quoted, source_words

MOST = 80


def sources(record: Record, asked: Asked) -> View:
    """Named sources, those who said most first; then the unnamed, each in its one report."""
    now = record.at(asked)
    rows = [*_named(now), *_unnamed(now)]
    rows = [row for row in rows if _asked_for(row, asked)]
    limit = asked.limit or (None if asked.long else MOST)
    page = rows[asked.offset : None if limit is None else asked.offset + limit]
    unnamed = sum("unnamed" in row.marks for row in rows)
    notes = [f"{unnamed} unnamed sources; none of them is taken for another without a person's judgement."]
    if len(rows) > len(page):
        notes.append(f"{len(rows) - len(page)} more: --long shows all.")
    return View(
        name="sources",
        title="Sources",
        columns=("source", "speaks for", "condition", "said", "reports", "for example", "could be"),
        rows=tuple(page),
        notes=tuple(notes),
        total=len(rows),
        data=[dict(zip(_KEYS, row.cells, strict=True)) | {"id": row.ref} for row in page],
    )


_KEYS = ("source", "party", "condition", "said", "reports", "example", "could_be")


def _asked_for(row: Row, asked: Asked) -> bool:
    if asked.by and asked.by.lower() not in f"{row.cells[0]} {row.cells[1]}".lower():
        return False
    wanted = f"{asked.words or ''} {asked.about or ''}".lower().split()
    return all(word in " ".join(row.cells).lower() for word in wanted)


def _named(record: Record) -> Iterator[Row]:
    held = {mention: noun for noun in record.nouns("entities") for mention in noun.mentions}
    by_entity: dict[Address, list[Any]] = defaultdict(list)
    for noun in record.nouns("statements"):
        if noun.speaker in held:
            by_entity[held[noun.speaker].id].append(noun)
    by_id = {noun.id: noun for noun in held.values()}
    for entity, said in sorted(by_entity.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        reports = {report_of(a) for noun in said for a in noun.attributions}
        first = max(said, key=lambda noun: (len(noun.attributions), noun.id))
        yield Row(
            cells=(
                by_id[entity].name, by_id[entity].party or "", "", str(len(said)), str(len(reports)),
                quoted(first.text, 140), "",
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


def _unnamed(record: Record) -> Iterator[Row]:
    for report, _, _ in record.reports():
        reading = record.reading(report.id)
        for root, chain in chains_of(reading).items():
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
                    f"{record.short(report.id)} ({outlet_of(record, report.id)})",
                    quoted(spans[0].exact, 140) if spans else "",
                    ", ".join(f"{source_words(record, a)} {record.ref(a)}" for a in others[:3]),
                ),
                ref=root,
                evidence=tuple(Evidence(report=report.id, span=s.span) for s in chain),
                marks=("unnamed",),
            )


def could_be(record: Record, chain: list[AnonymousSource]) -> tuple[Address, ...]:
    """Unnamed sources this one could be: those its report leaves open, and those elsewhere credited with
    the same statement whose party does not stand against it."""
    ids = {source.id for source in chain}
    found = {address for source in chain for address in source.could_be}
    party = next((p for s in chain if (p := names.party_of(s.affiliation or s.description))), None)
    reading = record.reading(report_of(chain[0].id))
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
