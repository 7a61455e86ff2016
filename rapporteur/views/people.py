"""Who and what the reports name: spellings, roles as each report gives them, whom they speak for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rapporteur.model import Address, Entity
from rapporteur.record import Record, Wanted
from rapporteur.record.entities import role_conflicts
from rapporteur.record.judged import report_of
from rapporteur.views.view import Asked, Row, View

MOST = 60


def people(record: Record, asked: Asked) -> View:
    """Every entity, persons first, the most mentioned first; `words`, `by` and `about` narrow it."""
    now = record.at(asked)
    words = f"{asked.words or ''} {asked.about or ''}".split()
    wanted = Wanted(layer="entities", by=asked.by, words=words, acting=not words)
    limit = asked.limit or (None if asked.long else MOST)
    page = now.lists.page(wanted, limit, asked.offset)
    found = now.lists.count(wanted)
    said = statements_by(now, page)
    notes = []
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
        total=found,
        data=[_data(noun, said) for noun in page],
    )


def statements_by(record: Record, shown: Sequence[Entity]) -> Mapping[Address, int]:
    """How many statements each of these made, by its id."""
    return {noun.id: record.lists.count(Wanted(layer="statements", owners=[noun.id])) for noun in shown}


def role_words(record: Record, noun: Entity, most: int = 4) -> str:
    """The roles with the reports that give them, the most given first."""
    given: dict[str, list[str]] = {}
    for role in noun.roles:
        given.setdefault(role.role, []).append(role.report)
    ordered = sorted(given.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    words = [
        f"{role} [{', '.join(map(record.short, reports[:2]))}{'…' if len(reports) > 2 else ''}]"
        for role, reports in ordered[:most]
    ]
    return "; ".join(words[:most]) + (f"; and {len(ordered) - most} more" if len(ordered) > most else "")


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
