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

TOGETHER = {"sqlite": "group_concat(i.address, ' ')", "postgresql": "string_agg(i.address, ' ')"}
"""The addresses of rows that say the same, in one line."""


def with_members(sql: Sql, nouns: Sequence[Any]) -> list[Any]:
    """The same nouns, entities with all their mentions and roles."""
    wanted = {noun.id for noun in nouns if isinstance(noun, Entity) and not noun.mentions}
    said: dict[str, list[tuple[str | None, list[Address]]]] = {}
    for row in sql.among(
        f"SELECT n.id, i.member, {TOGETHER[sql.dialect]} AS addresses FROM noun n CROSS JOIN node k CROSS JOIN item i "
        "WHERE n.layer = 'entities' AND n.id IN :keys AND k.component = n.component AND k.grp = n.grp "
        "AND i.key = k.key AND i.layer = k.layer GROUP BY n.id, k.key, i.member", wanted,
    ):  # fmt: skip
        said.setdefault(row.id, []).append((_role(row.member), row.addresses.split(" ")))
    return [filled(noun, said[noun.id]) if noun.id in said else noun for noun in nouns]


def filled(entity: Entity, said: Iterable[tuple[str | None, Sequence[Address]]]) -> Entity:
    """An entity with these mentions, by the role they give."""
    said = list(said)
    roles = sorted({(role, report_of(at)) for role, addresses in said if role for at in addresses})
    return replace(
        entity,
        mentions=tuple(sorted(at for _, addresses in said for at in addresses)),
        roles=tuple(Role(role=role, report=report) for role, report in roles),
    )


@lru_cache(maxsize=65536)
def _role(member: str) -> str | None:
    role = json.loads(member).get("role")
    return None if role is None else str(role)
