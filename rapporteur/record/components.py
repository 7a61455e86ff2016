"""Which nodes hang together, kept up to date: components united and split, and a stamp on whatever changed.

A component is a number; `stamp` says under names of needs (`need`, `essence_need`) when something last changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapporteur.ledger.sql import Sql

WHOLE = ("derivations",)
"""Layers whose nouns are nothing besides their members: who asked one has to know of whatever touches it."""


def components(sql: Sql, layer: str, keys: Iterable[str]) -> dict[str, int]:
    """The component of each of these keys that is held."""
    rows = sql.among("SELECT key, component FROM node WHERE layer = :l AND key IN :keys", keys, l=layer)
    return {row.key: row.component for row in rows}


def unite(sql: Sql, layer: str, pairs: Sequence[tuple[str, str]], stamp: int) -> None:
    """Unites the components these pairs connect, the smaller into the larger."""
    held = components(sql, layer, {key for pair in pairs for key in pair})
    leader = {number: number for number in held.values()}
    joined = [(held[low], held[high]) for low, high in pairs if low in held and high in held]
    for low, high in joined:
        leader[_find(leader, low)] = _find(leader, high)
    sets: dict[int, list[int]] = {}
    for number in sorted(leader):
        sets.setdefault(_find(leader, number), []).append(number)
    merged = [found for found in sets.values() if len(found) > 1]
    sizes = {
        row.id: row.size
        for row in sql.among("SELECT id, size FROM component WHERE id IN :keys", [n for f in merged for n in f])
    }  # fmt: skip
    for found in merged:
        winner = max(found, key=lambda number: (sizes[number], -number))
        losers = [number for number in found if number != winner]
        sql.among("UPDATE node SET component = :w WHERE component IN :keys", losers, w=winner)
        _drop_components(sql, layer, losers, stamp)
        sql.run(
            "UPDATE component SET size = :s WHERE id = :i", s=sum(sizes[number] for number in found), i=winner
        )
        touch(sql, layer, [winner], stamp)


def split(sql: Sql, layer: str, walk: Iterable[int], stamp: int) -> None:
    """Walks components that lost a node or a pair, and gives each connected part a component of its own."""
    for number in sorted(set(walk)):
        keys = [row.key for row in sql.all("SELECT key FROM node WHERE component = :c", c=number)]
        if not keys:
            _drop_components(sql, layer, [number], stamp)
            continue
        leader = {key: key for key in keys}
        for row in sql.among("SELECT low, high FROM edge WHERE layer = :l AND low IN :keys", keys, l=layer):
            if row.high in leader:
                leader[_find(leader, row.low)] = _find(leader, row.high)
        parts: dict[str, list[str]] = {}
        for key in sorted(keys):
            parts.setdefault(_find(leader, key), []).append(key)
        first, *others = sorted(parts.values(), key=lambda part: (-len(part), part[0]))
        start = numbers(sql, "component", len(others))
        for other, part in enumerate(others, start):
            sql.among(
                "UPDATE node SET component = :c WHERE layer = :l AND key IN :keys", part, c=other, l=layer
            )
        begin(sql, layer, {n: len(part) for n, part in enumerate(others, start)}, stamp)
        sql.run("UPDATE component SET size = :s WHERE id = :i", s=len(first), i=number)
        touch(sql, layer, [number], stamp)


def touch(sql: Sql, layer: str, numbers: Iterable[int], stamp: int) -> None:
    """Notes that these components changed now."""
    numbers = set(numbers)
    sql.among("UPDATE component SET touched = :t WHERE id IN :keys", numbers, t=stamp)
    mark_components(sql, layer, numbers, stamp)


def mark_components(sql: Sql, layer: str, numbers: Iterable[int], stamp: int) -> None:
    """Tells those who asked for these components, in a layer where they may ask for one."""
    if layer in WHOLE:
        mark(sql, [need(layer, number) for number in numbers], stamp)


def mark(sql: Sql, needs: Iterable[str], stamp: int) -> None:
    """Notes that what these needs name changed now."""
    sql.many(
        "INSERT INTO stamp (need, touched) VALUES (:n, :t) ON CONFLICT (need) DO UPDATE SET touched = :t",
        [{"n": name, "t": stamp} for name in sorted(set(needs))],
    )


def need(layer: str, component: int) -> str:
    """What a noun that looked into a component notes as needed."""
    return f"c:{layer}:{component}"


def essence_need(layer: str, grp: str) -> str:
    """What a noun notes that asked what the noun of a group is, whoever its members."""
    return f"e:{layer}:{grp}"


def next_stamp(sql: Sql) -> int:
    """The stamp of what is about to change."""
    return numbers(sql, "stamp", 1)


def numbers(sql: Sql, name: str, count: int) -> int:
    """The first of `count` numbers never given before."""
    last = int(sql.one("SELECT value FROM derived WHERE name = :n", n=name).value)
    if count:
        sql.run("UPDATE derived SET value = :v WHERE name = :n", v=str(last + count), n=name)
    return last + 1


def begin(sql: Sql, layer: str, sizes: Mapping[int, int], stamp: int) -> None:
    """Adds components of these sizes, touched now."""
    sql.many(
        "INSERT INTO component (layer, id, size, touched, finished) VALUES (:l, :i, :s, :t, 0)",
        [{"l": layer, "i": number, "s": size, "t": stamp} for number, size in sizes.items()],
    )
    mark_components(sql, layer, sizes, stamp)


def _drop_components(sql: Sql, layer: str, numbers: Sequence[int], stamp: int) -> None:
    sql.among("DELETE FROM component WHERE id IN :keys", numbers)
    for table in ("noun", "apart", "need"):
        sql.among(f"DELETE FROM {table} WHERE layer = :l AND component IN :keys", numbers, l=layer)
    mark_components(sql, layer, numbers, stamp)


def _find(leader: dict[Any, Any], item: Any) -> Any:
    while leader[item] != item:
        leader[item] = leader[leader[item]]
        item = leader[item]
    return item
