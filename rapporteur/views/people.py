"""Who and what the reports name: spellings, roles as each report gives them, whom they speak for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from rapporteur.model import Address, Entity
from rapporteur.record import Record
from rapporteur.record.entities import role_conflicts
from rapporteur.record.judged import report_of
from rapporteur.views.view import Asked, Row, View

MOST = 60
ACTORS = ("person", "organisation", "group", "place", "facility")


def people(record: Record, asked: Asked) -> View:
    """Every entity, persons first, the most mentioned first; `words`, `by` and `about` narrow it."""
    now = record.at(asked)
    said = statements_by(now)
    found = [noun for noun in now.nouns("entities") if _asked_for(noun, asked, said)]
    found.sort(key=lambda noun: (noun.kind != "person", -len(noun.mentions), noun.id))
    limit = asked.limit or (None if asked.long else MOST)
    page = found[asked.offset : None if limit is None else asked.offset + limit]
    notes = []
    if len(found) > len(page):
        notes.append(f"{len(found) - len(page)} more: --long shows all.")
    conflicts = [noun for noun in page if role_conflicts(noun)]
    if conflicts:
        named = ", ".join(noun.name for noun in conflicts[:8])
        notes.append(f"Reports give different roles, which is shown and not resolved: {named}.")
    return View(
        name="people",
        title="People, bodies, places",
        columns=("name", "kind", "party", "roles", "also", "statements", "reports"),
        rows=tuple(_row(now, noun, said) for noun in page),
        notes=tuple(notes),
        total=len(found),
        data=[_data(noun, said) for noun in page],
    )


def statements_by(record: Record) -> Counter[Address]:
    """How many statements each entity made, by its id."""
    held = {mention: noun.id for noun in record.nouns("entities") for mention in noun.mentions}
    speakers = (held.get(noun.speaker) for noun in record.nouns("statements") if noun.speaker)
    return Counter(speaker for speaker in speakers if speaker)


def _asked_for(noun: Entity, asked: Asked, said: Mapping[Address, int]) -> bool:
    if asked.by and asked.by.lower() not in (noun.party or "").lower():
        return False
    wanted = f"{asked.words or ''} {asked.about or ''}".lower().split()
    if wanted:
        names = " ".join((noun.name, *noun.variants)).lower()
        return all(word in names for word in wanted)
    return noun.kind in ACTORS or bool(said.get(noun.id))


def role_words(record: Record, noun: Entity, most: int = 4) -> str:
    """The roles with the reports that give them, the most given first."""
    given: dict[str, list[str]] = {}
    for role in noun.roles:
        given.setdefault(role.role, []).append(record.short(role.report))
    ordered = sorted(given.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    words = [
        f"{role} [{', '.join(reports[:2])}{'…' if len(reports) > 2 else ''}]" for role, reports in ordered
    ]
    return "; ".join(words[:most]) + (f"; and {len(words) - most} more" if len(words) > most else "")


def _row(record: Record, noun: Entity, said: Mapping[Address, int]) -> Row:
    return Row(
        cells=(
            noun.name,
            noun.kind,
            noun.party or "",
            role_words(record, noun),
            ", ".join(form for form in noun.variants if form != noun.name)[:120],
            str(said.get(noun.id, 0)),
            str(len({report_of(mention) for mention in noun.mentions})),
        ),
        ref=noun.id,
        marks=("role-conflict",) if role_conflicts(noun) else (),
    )


def _data(noun: Entity, said: Mapping[Address, int]) -> dict[str, Any]:
    return {
        "id": noun.id,
        "name": noun.name,
        "kind": noun.kind,
        "party": noun.party,
        "variants": list(noun.variants),
        "roles": [{"role": role.role, "report": role.report} for role in noun.roles],
        "role_conflicts": [[a.role, b.role] for a, b in role_conflicts(noun)],
        "statements": said.get(noun.id, 0),
        "reports": sorted({report_of(mention) for mention in noun.mentions}),
    }
