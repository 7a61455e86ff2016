"""Groups what was touched, sums groups up into nouns, and finishes the nouns with what other layers know."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rapporteur import codec
from rapporteur.ledger.sql import Sql
from rapporteur.record.components import WHOLE, essence_need, mark, mark_components, need, next_stamp
from rapporteur.record.judged import Judged, members_of, overlay, report_of
from rapporteur.record.layer import ALONE, MEMBERS, Group, Join, Layer, Node, group
from rapporteur.record.lookup import Entries, Look, as_noun, kind_of

IDENTITY = Layer.__dataclass_fields__["finish"].default
UNMARKED = dict.fromkeys(("rank", "state", "talks", "who", "owner", "first", "last", "words"))
"""The shelf mark of a noun that is not finished yet."""
SETS = ", ".join(f"{name} = :{name}" for name in UNMARKED)
REPORT_OF = {
    "sqlite": "substr(address, 1, instr(address, ':') - 1)", "postgresql": "split_part(address, ':', 1)",
}  # fmt: skip
"""The report in an address, so that an index alone can tell it."""
MANY = 100  # components to finish at once from which on whole layers may be fetched rather than rows


def settle(sql: Sql, layers: Sequence[Layer], judged: Judged, entries: Entries) -> None:
    """Brings every noun up to date; what was touched since the last time is looked at, and nothing else."""
    known = {
        row.name: int(row.value)
        for row in sql.all("SELECT name, value FROM derived WHERE name IN ('stamp', 'settled')")
    }
    since = known["settled"]
    if since == known["stamp"]:
        return
    stamp = next_stamp(sql)
    groups: dict[tuple[str, int], list[Group]] = {}
    for layer in layers:
        touched = _touched(sql, layer.name, since)
        for numbers in _portions(touched):
            found = grouped(sql, layer, numbers, judged)
            _sum_up(sql, layer, found, judged, entries, stamp)
            groups |= {(layer.name, number): made for number, made in found.items()}
    order = {layer.name: number for number, layer in enumerate(layers)}
    look = Look(sql=sql, entries=entries, order=order)
    for number, layer in enumerate(layers):
        look.asking = number
        _finish(sql, layer, judged, look, groups, since, stamp)
        look.changed(layer.name)
    sql.run("UPDATE derived SET value = :v WHERE name = 'settled'", v=str(stamp))


def _touched(sql: Sql, layer: str, since: int) -> list[int]:
    rows = sql.all("SELECT id FROM component WHERE layer = :l AND touched > :s ORDER BY id", l=layer, s=since)
    return [row.id for row in rows]


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
            "SELECT min(address) AS address, key, member, count(*) AS times FROM item "
            "WHERE layer = :l AND key IN :keys GROUP BY key, member", keys, l=layer.name,
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


def _sum_up(
    sql: Sql, layer: Layer, found: Mapping[int, list[Group]], judged: Judged, entries: Entries, stamp: int
) -> None:
    from rapporteur.record.shelves import mark_of  # brings the readers of words with it, which no view needs

    numbers = list(found)
    look = Look(sql=sql, entries=entries, order={})
    before = _essences(sql, layer, numbers, "body")
    homes_before = {
        row.key: row.grp
        for row in sql.among("SELECT key, grp FROM node WHERE layer = :l AND component IN :keys", numbers, l=layer.name)
    }  # fmt: skip
    sql.among("DELETE FROM noun WHERE layer = :l AND component IN :keys", numbers, l=layer.name)
    sql.among("DELETE FROM apart WHERE layer = :l AND component IN :keys", numbers, l=layer.name)
    sql.many(
        "INSERT INTO apart (layer, component, low, high, why) VALUES (:l, :c, :a, :b, :w) ON CONFLICT DO NOTHING",
        [
            {"l": layer.name, "c": number, "a": low, "b": high, "w": why}
            for number, groups in found.items() for made in groups for low, high, why in made.apart
        ],
    )  # fmt: skip
    rows: list[dict[str, Any]] = []
    homes: list[tuple[int, str, str]] = []  # component, key, the group it is in now
    for number, groups in found.items():
        for made in groups:
            homes += [(number, key, made.id) for key in {node.key for node in made.nodes}]
            for noun in _nouns(layer.sum_up(made)):
                kept = overlay(noun, judged, _members(layer, noun, made))
                if kept is not None:
                    rows.append(
                        {
                            "l": layer.name, "i": kept.id, "g": made.id, "c": number,
                            "k": kind_of(kept), "b": codec.encode(kept),
                            **(mark_of(layer.name, kept, look) if layer.finish is IDENTITY else UNMARKED),
                        }
                    )  # fmt: skip
    moved = [home for home in homes if homes_before.get(home[1]) != home[2]]
    sql.many(
        "UPDATE node SET grp = :g WHERE layer = :l AND key = :k",
        [{"l": layer.name, "k": key, "g": grp} for _, key, grp in moved],
    )
    sql.many(
        f"INSERT INTO noun (layer, id, grp, component, kind, body, {', '.join(UNMARKED)}) "
        f"VALUES (:l, :i, :g, :c, :k, :b, :{', :'.join(UNMARKED)}) ON CONFLICT DO NOTHING",
        rows,
    )
    after = _essences(sql, layer, numbers, "body")
    changed = {grp for grp in before.keys() | after.keys() if before.get(grp) != after.get(grp)}
    changed |= {left for _, key, _ in moved if (left := homes_before.get(key)) is not None}
    mark(sql, [essence_need(layer.name, grp) for grp in changed], stamp)


def _finish(
    sql: Sql,
    layer: Layer,
    judged: Judged,
    look: Look,
    groups: dict[tuple[str, int], list[Group]],
    since: int,
    stamp: int,
) -> None:
    if layer.finish is IDENTITY:
        return
    from rapporteur.record.shelves import mark_of

    asked = sql.all(
        # asked in this order, from the few stamps that are new: SQLite keeps to it
        "SELECT DISTINCT n.component AS id FROM stamp s CROSS JOIN need n CROSS JOIN component c "
        "WHERE s.touched > :s AND n.need = s.need AND n.layer = :l AND c.layer = n.layer AND c.id = n.component "
        "AND s.touched > c.finished", l=layer.name, s=since,
    )  # fmt: skip
    outdated: set[int] = {row.id for row in asked}
    stale = sorted(outdated | set(_touched(sql, layer.name, since)))
    look.whole = look.whole or _is_most(sql, layer.name, len(stale))
    for numbers in _portions(stale):
        held: dict[tuple[int, str], list[Any]] = {}
        for row in sql.among(
            f"SELECT component, grp, id, kind, body, finished, {', '.join(UNMARKED)} FROM noun "
            "WHERE layer = :l AND component IN :keys", numbers, l=layer.name,
        ):  # fmt: skip
            held.setdefault((row.component, row.grp), []).append(row)
        needed = sorted({number for number, _ in held})
        again = [number for number in needed if (layer.name, number) not in groups]
        known = grouped(sql, layer, again, judged) if again else {}
        before = _essences(sql, layer, numbers, "finished")
        done, needs, changed = [], [], set()
        for number in needed:
            look.asked = set()
            of_number = known.get(number) or groups[layer.name, number]
            for made in of_number:
                for row in sorted(held.get((number, made.id), ()), key=lambda row: str(row.id)):
                    noun = layer.finish(as_noun(row.kind, row.body), made, look)
                    noun = overlay(noun, judged, _members(layer, noun, made)) or noun
                    body, shelf = codec.encode(noun), mark_of(layer.name, noun, look)
                    if body != row.finished:
                        changed.add(number)
                    if body != row.finished or any(getattr(row, name) != shelf[name] for name in UNMARKED):
                        done.append(
                            {"b": body, "l": layer.name, "c": number, "g": row.grp, "i": row.id, **shelf}
                        )
            own = {need(layer.name, number), *(essence_need(layer.name, made.id) for made in of_number)}
            needs += [{"l": layer.name, "c": number, "n": asked} for asked in look.asked - own]
        sql.many(
            f"UPDATE noun SET finished = :b, {SETS} WHERE layer = :l AND component = :c AND grp = :g AND id = :i",
            done,
        )
        sql.among("DELETE FROM need WHERE layer = :l AND component IN :keys", numbers, l=layer.name)
        sql.many("INSERT INTO need (layer, component, need) VALUES (:l, :c, :n)", needs)
        sql.among("UPDATE component SET finished = :s WHERE id IN :keys", numbers, s=stamp)
        mark_components(sql, layer.name, changed, stamp)
        after = _essences(sql, layer, sorted(changed), "finished")
        other = [grp for grp in after if before.get(grp) != after[grp]]
        mark(sql, [essence_need(layer.name, grp) for grp in other], stamp)


def _is_most(sql: Sql, layer: str, count: int) -> bool:
    """Whether so many components to finish are worth fetching whole layers for: many, and a tenth of their own."""
    if count <= MANY:
        return False
    return bool(sql.one("SELECT count(*) AS n FROM component WHERE layer = :l", l=layer).n < 10 * count)


def _essences(sql: Sql, layer: Layer, numbers: Sequence[int], column: str) -> dict[str, list[str]]:
    """What others may know of the nouns of each group of these components."""
    if layer.name in WHOLE:
        return {}
    found: dict[str, list[str]] = {}
    for row in sql.among(f"SELECT grp, {column} AS body FROM noun WHERE layer = :l AND component IN :keys", numbers, l=layer.name):  # fmt: skip
        plain = {key: value for key, value in json.loads(row.body or "{}").items() if key not in MEMBERS}
        found.setdefault(row.grp, []).append(codec.dumps(layer.essence(plain)))
    return {grp: sorted(bodies) for grp, bodies in found.items()}


def _members(layer: Layer, noun: Any, made: Group) -> Iterable[str]:
    """The addresses at which people may have set something of a noun."""
    return (noun.id, *(row.address for row in made.nodes)) if layer.counted else members_of(noun)


def _nouns(made: Any) -> tuple[Any, ...]:
    """A group sums up to one noun, several, or none."""
    if made is None:
        return ()
    return tuple(made) if isinstance(made, (tuple, list)) else (made,)


def _portions(numbers: Sequence[int], size: int = 2000) -> Iterable[Sequence[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]
