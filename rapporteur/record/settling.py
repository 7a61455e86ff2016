"""Sums groups up into nouns, and finishes the nouns with what other layers know: only what is out of date."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapporteur import codec
from rapporteur.ledger.sql import Sql
from rapporteur.record.components import WHOLE, essence_need, mark, mark_components, need, next_stamp
from rapporteur.record.grouping import grouped
from rapporteur.record.judged import Judged, members_of, overlay
from rapporteur.record.layer import MEMBERS, Group, Layer
from rapporteur.record.lookup import Entries, Look, as_noun, kind_of

IDENTITY = Layer.__dataclass_fields__["finish"].default
UNMARKED = dict.fromkeys(("rank", "state", "talks", "who", "owner", "first", "last", "words"))
"""The shelf mark of a noun that is not finished yet."""
SETS = ", ".join(f"{name} = :{name}" for name in UNMARKED)
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
        # asked in this order, from the few stamps that are new: SQLite keeps to it; joined to the components it
        # would first look through all of them
        "SELECT DISTINCT n.component AS id FROM stamp s CROSS JOIN need n WHERE s.touched > :s AND n.need = s.need "
        "AND n.layer = :l AND s.touched > (SELECT c.finished FROM component c WHERE c.id = n.component)",
        l=layer.name, s=since,
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
