"""Groups components again whole: the rows of their nodes, the pairs that join them, what conflicts and what people judged."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rapporteur.ledger.sql import Sql
from rapporteur.record.judged import Judged, report_of
from rapporteur.record.layer import ALONE, Group, Join, Layer, Node, group

REPORT_OF = {
    "sqlite": "substr(address, 1, instr(address, ':') - 1)", "postgresql": "split_part(address, ':', 1)",
}  # fmt: skip
"""The report in an address, so that an index alone can tell it."""


def grouped(sql: Sql, layer: Layer, numbers: Sequence[int], judged: Judged) -> dict[int, list[Group]]:
    """The groups of these components."""
    nodes = sql.among("SELECT key, data, blocks, component FROM node WHERE component IN :keys", numbers)
    edges = sql.among(
        "SELECT e.low, e.high, e.rule, e.strength, n.component FROM node n CROSS JOIN edge e "
        "WHERE n.component IN :keys AND e.layer = n.layer AND e.low = n.key", numbers,
    )  # fmt: skip
    data = {row.key: (json.loads(row.data), tuple(json.loads(row.blocks)), row.component) for row in nodes}
    rows: dict[int, dict[str, list[Node]]] = {}
    for item in _items(sql, layer, data, judged):
        held, blocks, component = data[item.key]
        node = Node(
            key=item.key, address=item.address, report=report_of(item.address), blocks=blocks, data=held,
            member=json.loads(item.member) if item.member != "{}" else {}, times=item.times,
        )  # fmt: skip
        rows.setdefault(component, {}).setdefault(item.key, []).append(node)
    joins: dict[int, list[tuple[str, str, Join]]] = {}
    for edge in edges:
        if edge.high in data:
            join = Join(strength=edge.strength, rule=edge.rule)
            joins.setdefault(edge.component, []).append((edge.low, edge.high, join))
    weights = _weights(sql, layer, rows, joins)
    return {
        number: _grouped(layer, found, joins.get(number, []), judged, weights)
        for number, found in sorted(rows.items())
    }


def _items(sql: Sql, layer: Layer, keys: Iterable[str], judged: Judged) -> list[Any]:
    """The rows under these keys; where they are counted, the least of those alike, and those people judged."""
    if not layer.counted:
        return sql.among(
            "SELECT address, key, member, 1 AS times FROM item WHERE layer = :l AND key IN :keys", keys, l=layer.name
        )  # fmt: skip
    told_apart = {address for left, right, _ in judged.same | judged.different for address in (left, right)}
    told_apart |= judged.corrections.keys() | judged.wrong
    keys = set(keys)
    alone = sql.among(
        "SELECT address, key, member, 0 AS times FROM item WHERE layer = :l AND address IN :keys",
        told_apart, l=layer.name,
    )  # fmt: skip
    return [
        *sql.among(
            "SELECT t.key, t.member, t.times, (SELECT min(i.address) FROM item i WHERE i.key = t.key "
            "AND i.layer = t.layer AND i.member = t.member) AS address FROM tally t "
            "WHERE t.layer = :l AND t.key IN :keys", keys, l=layer.name,
        ),
        *(row for row in alone if row.key in keys),
    ]  # fmt: skip


def _weights(
    sql: Sql,
    layer: Layer,
    rows: Mapping[int, Mapping[str, Sequence[Node]]],
    joins: Mapping[int, Sequence[tuple[str, str, Join]]],
) -> Mapping[str, int]:
    """In how many reports each key stands; of a layer that is counted only where a weak pair may have a rival."""
    if not layer.counted:
        return {
            key: len({node.report for node in found}) for keys in rows.values() for key, found in keys.items()
        }
    doubtful = {
        key
        for number, found in rows.items()
        if len(found) > 2 and any(join.strength < ALONE for _, _, join in joins.get(number, ()))
        for key in found
    }
    report = REPORT_OF[sql.dialect]
    counted = sql.among(
        f"SELECT key, count(DISTINCT {report}) AS reports FROM item WHERE layer = :l AND key IN :keys GROUP BY key",
        doubtful, l=layer.name,
    )  # fmt: skip
    return {row.key: row.reports for row in counted}


def _grouped(
    layer: Layer,
    rows: Mapping[str, list[Node]],
    joins: list[tuple[str, str, Join]],
    judged: Judged,
    weights: Mapping[str, int],
) -> list[Group]:
    """The groups of one component: keys are grouped, one row standing for each, and all rows given back."""
    for found in rows.values():
        found.sort(key=lambda node: node.address)
    ones = [found[0] for found in rows.values()]
    if len(ones) == 1:
        return [Group(nodes=tuple(next(iter(rows.values()))), joins=())]
    conflict = _judged_conflict(layer, rows, judged)
    return [
        Group(
            nodes=tuple(
                sorted((n for one in made.nodes for n in rows[one.key]), key=lambda n: (n.address, n.key))
            ),
            joins=made.joins,
            apart=made.apart,
        )
        for made in group(ones, joins, conflict, weights)
    ]


def _judged_conflict(
    layer: Layer, rows: Mapping[str, list[Node]], judged: Judged
) -> Callable[[Sequence[Node], Sequence[Node]], str | None]:
    """The layer's conflict, overruled by what people judged same and different."""
    if not judged.same and not judged.different:
        return layer.conflict
    key_of = {node.address: key for key, found in rows.items() for node in found}
    same = [{key_of[a], key_of[b]} for a, b, _ in judged.same if a in key_of and b in key_of]
    apart = [({key_of[a], key_of[b]}, by) for a, b, by in judged.different if a in key_of and b in key_of]
    if not same and not apart:
        return layer.conflict

    def conflict(left: Sequence[Node], right: Sequence[Node]) -> str | None:
        one, other = {node.key for node in left}, {node.key for node in right}
        for pair, by in apart:
            if pair & one and pair & other and len(pair) == 2:
                return f"judged different by {by}"
        if any(pair & one and pair & other for pair in same):
            return None
        return layer.conflict(left, right)

    return conflict
