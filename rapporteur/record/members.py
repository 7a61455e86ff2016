"""Who stands in an entity: every mention, and every role with each report that gives it.

A name said ten thousand times is kept as one noun with counts, so that saying it once more costs the same as the
first time; the mentions themselves are read from the reports' rows when somebody wants to see them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from rapporteur.ledger.sql import Sql
from rapporteur.model import Address, Entity, Role
from rapporteur.record.judged import report_of


def with_members(sql: Sql, nouns: Sequence[Any]) -> list[Any]:
    """The same nouns, entities with all their mentions and roles."""
    wanted = {noun.id for noun in nouns if isinstance(noun, Entity) and not noun.mentions}
    rows: dict[str, list[tuple[Address, str | None]]] = {}
    for row in sql.among(
        "SELECT n.id, i.address, i.member FROM noun n CROSS JOIN node k CROSS JOIN item i "
        "WHERE n.layer = 'entities' AND n.id IN :keys AND k.component = n.component AND k.grp = n.grp "
        "AND i.key = k.key AND i.layer = k.layer", wanted,
    ):  # fmt: skip
        rows.setdefault(row.id, []).append((row.address, _role(row.member)))
    return [filled(noun, rows[noun.id]) if noun.id in rows else noun for noun in nouns]


def filled(entity: Entity, rows: Iterable[tuple[Address, str | None]]) -> Entity:
    """An entity with these mentions, each with the role it gives."""
    rows = list(rows)
    roles = sorted({(role, report_of(address)) for address, role in rows if role})
    return replace(
        entity,
        mentions=tuple(sorted(address for address, _ in rows)),
        roles=tuple(Role(role=role, report=report) for role, report in roles),
    )


@lru_cache(maxsize=65536)
def _role(member: str) -> str | None:
    role = json.loads(member).get("role")
    return None if role is None else str(role)
