"""Places one report's rows in the derived tables: only what changed is written, only what is touched is walked.

`place` serves adding, withdrawing (no rows), re-reading and a changed window alike, since it writes the
difference between the rows a report has and those it should have.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from rapporteur.codec import dumps
from rapporteur.ledger.sql import Sql
from rapporteur.record.components import begin, components, essence_need, mark, numbers, split, touch, unite
from rapporteur.record.layer import Dated, Join, Layer, Link, Node

JUDGED = "judgement"  # the basis of edges that people decided
SPLIT = "\x1f"  # parts a node key from the report whose row a person said is different

Pair = tuple[str, str, str, str, float]  # low key, high key, basis, rule, strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What one layer makes of one report: rows by (address, key), nodes by key, pairs it states."""

    items: Mapping[tuple[str, str], str]
    nodes: Mapping[str, tuple[str, str]]  # data and blocks, canonical JSON
    pairs: frozenset[Pair]
    seeks: Mapping[str, frozenset[str]] = field(default_factory=dict)  # of each node


NOTHING = Rows(items={}, nodes={}, pairs=frozenset())


def rows_of(layer: Layer, dated: Dated, set_apart: frozenset[str]) -> Rows:
    """The rows of a report; a row that a person set apart from its key gets a key of its own."""
    report = dated.entry.report.id
    items: dict[tuple[str, str], str] = {}
    nodes: dict[str, tuple[str, str]] = {}
    seeks: dict[str, frozenset[str]] = {}
    links = list(layer.links(dated))
    for given in layer.nodes(dated):
        node = given
        if node.address in set_apart and node.key != node.address:
            node = replace(node, key=f"{node.key}{SPLIT}{report}")
            links.append(
                Link(left=given.key, right=node.key, report=report, join=Join(strength=2.0, rule="same key"))
            )
        items[node.address, node.key] = dumps(dict(node.member))
        nodes[node.key] = (dumps(dict(node.data)), dumps(sorted(set(node.blocks))))
        seeks[node.key] = frozenset(node.sought)
    return Rows(
        items=items,
        nodes=nodes,
        seeks=seeks,
        pairs=frozenset(
            _pair(link.left, link.right, report, link.join) for link in links if link.left != link.right
        ),
    )


def is_placed(sql: Sql, report: str) -> bool:
    """Whether the tables hold anything of this report."""
    return any(
        sql.one(f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1", r=report)
        for table, condition in (("item", "report = :r"), ("edge", "basis = :r AND basis <> ''"))
    )


def place(sql: Sql, layer: Layer, report: str, rows: Rows, stamp: int, *, placed: bool = True) -> None:
    """Makes the tables hold exactly these rows of this report, and keeps components and stamps true.

    `placed` False says that nothing of this report is held, which spares looking.
    """
    if not placed and not rows.items and not rows.pairs:
        return
    held, pairs = _held(sql, layer.name, report) if placed else ({}, set())
    gone = {row for row in held if rows.items.get(row) != held[row]}
    fresh = {row for row in rows.items if held.get(row) != rows.items[row]}
    _delete_items(sql, layer.name, gone)
    walk = _renew_nodes(sql, layer.name, report, {key for _, key in gone}, rows, stamp)
    walk |= _delete_pairs(sql, layer.name, pairs - rows.pairs)
    split(sql, layer.name, walk, stamp)
    found = _add_nodes(sql, layer, rows, stamp)
    sql.many(
        "INSERT INTO item (layer, address, key, report, member) VALUES (:l, :a, :k, :r, :m)",
        [{"l": layer.name, "a": a, "k": k, "r": report, "m": rows.items[a, k]} for a, k in sorted(fresh)],
    )
    if layer.counted:
        _count(sql, layer.name, Counter((key, held[a, key]) for a, key in gone), -1)
        _count(sql, layer.name, Counter((key, rows.items[a, key]) for a, key in fresh), 1)
    added = found | (rows.pairs - pairs)
    _add_pairs(sql, layer.name, added)
    unite(sql, layer.name, [(low, high) for low, high, *_ in sorted(added)], stamp)
    touch(sql, layer.name, components(sql, layer.name, {key for _, key in gone | fresh}).values(), stamp)


def _count(sql: Sql, layer: str, said: Mapping[tuple[str, str], int], sign: int) -> None:
    """Adds what is said under each key to its count, or takes it away."""
    sql.many(
        "INSERT INTO tally (key, layer, member, times) VALUES (:k, :l, :m, :n) "
        "ON CONFLICT (key, layer, member) DO UPDATE SET times = tally.times + :n",
        [
            {"k": key, "l": layer, "m": member, "n": sign * times}
            for (key, member), times in sorted(said.items())
        ],
    )
    if sign < 0:
        keys = {key for key, _ in said}
        sql.among("DELETE FROM tally WHERE layer = :l AND times = 0 AND key IN :keys", keys, l=layer)


def _held(sql: Sql, layer: str, report: str) -> tuple[dict[tuple[str, str], str], set[Pair]]:
    """The rows and stated pairs that are held of a report."""
    held = {
        (row.address, row.key): row.member
        for row in sql.all("SELECT address, key, member FROM item WHERE layer = :l AND report = :r", l=layer, r=report)
    }  # fmt: skip
    pairs = {
        (row.low, row.high, report, row.rule, row.strength)
        for row in sql.all("SELECT low, high, rule, strength FROM edge WHERE layer = :l AND basis = :r AND basis <> ''", l=layer, r=report)
    }  # fmt: skip
    return held, pairs


def judge_pairs(sql: Sql, layer: str, wanted: Iterable[tuple[str, str, str]], stamp: int) -> None:
    """Makes the pairs that people decided be exactly these: address, address, rule as shown."""
    wanted = list(wanted)
    keys: dict[str, str] = {}
    for row in sql.among(
        "SELECT address, key FROM item WHERE layer = :l AND address IN :keys",
        {address for left, right, _ in wanted for address in (left, right)}, l=layer,
    ):  # fmt: skip
        keys[row.address] = min(row.key, keys.get(row.address, row.key))
    pairs = {
        _pair(keys[left], keys[right], JUDGED, Join(strength=1000.0, rule=rule))
        for left, right, rule in wanted
        if left in keys and right in keys and keys[left] != keys[right]
    }
    held = {
        (row.low, row.high, JUDGED, row.rule, row.strength)
        for row in sql.all("SELECT low, high, rule, strength FROM edge WHERE basis = :b AND basis <> '' AND layer = :l", b=JUDGED, l=layer)
    }  # fmt: skip
    if pairs == held:
        return
    split(sql, layer, _delete_pairs(sql, layer, held - pairs), stamp)
    _add_pairs(sql, layer, pairs - held)
    unite(sql, layer, [(low, high) for low, high, *_ in sorted(pairs - held)], stamp)
    changed = {key for low, high, *_ in pairs ^ held for key in (low, high)}
    touch(sql, layer, components(sql, layer, changed).values(), stamp)


# --- nodes and pairs -------------------------------------------------------------------------------


def _renew_nodes(sql: Sql, layer: str, report: str, left: set[str], rows: Rows, stamp: int) -> set[int]:
    """Drops nodes no report holds any more and those whose data changed; the components to walk again."""
    still = {
        row.key for row in sql.among("SELECT DISTINCT key FROM item WHERE layer = :l AND key IN :keys", left, l=layer)
    }  # fmt: skip
    dead = left - still
    known = sql.among(
        "SELECT key, data, blocks FROM node WHERE layer = :l AND key IN :keys",
        rows.nodes.keys() - dead,
        l=layer,
    )
    changed = {
        row.key: (row.data, row.blocks) for row in known if (row.data, row.blocks) != rows.nodes[row.key]
    }
    shared = {
        row.key
        for row in sql.among(
            "SELECT DISTINCT key FROM item WHERE layer = :l AND report <> :r AND key IN :keys",
            changed,
            l=layer,
            r=report,
        )
    }
    # Several reports that share a key must agree on its data; where they do not, the lesser stands.
    dead |= {key for key, held in changed.items() if key not in shared or rows.nodes[key] < held}
    walk = set(components(sql, layer, dead).values())
    homes = sql.among("SELECT DISTINCT grp FROM node WHERE layer = :l AND key IN :keys", dead, l=layer)
    mark(sql, [essence_need(layer, row.grp) for row in homes if row.grp], stamp)
    buried = sql.among("SELECT id, blocks FROM node WHERE layer = :l AND key IN :keys", dead, l=layer)
    sql.many(
        "DELETE FROM block WHERE print = :p AND node = :n",
        [{"p": print_of(layer, b), "n": row.id} for row in buried for b in json.loads(row.blocks)],
    )
    sql.among("DELETE FROM node WHERE layer = :l AND key IN :keys", dead, l=layer)
    sql.among("DELETE FROM edge WHERE layer = :l AND basis = '' AND low IN :keys", dead, l=layer)
    sql.among("DELETE FROM edge WHERE layer = :l AND basis = '' AND high IN :keys", dead, l=layer)
    return walk


def _add_nodes(sql: Sql, layer: Layer, rows: Rows, stamp: int) -> set[Pair]:
    """Adds the nodes that are new, and finds every pair they join in, those stated earlier included."""
    known = {
        row.key for row in sql.among("SELECT key FROM node WHERE layer = :l AND key IN :keys", rows.nodes, l=layer.name)
    }  # fmt: skip
    new = sorted(rows.nodes.keys() - known)
    if not new:
        return set()
    first = numbers(sql, "component", len(new))
    ids = {key: number for number, key in enumerate(new, first)}
    sql.many(
        "INSERT INTO node (id, layer, key, data, blocks, component) VALUES (:i, :l, :k, :d, :b, :i)",
        [
            {"i": ids[key], "l": layer.name, "k": key, "d": rows.nodes[key][0], "b": rows.nodes[key][1]}
            for key in new
        ],
    )
    begin(sql, layer.name, dict.fromkeys(ids.values(), 1), stamp)
    prints = {(print_of(layer.name, b), ids[key]) for key in new for b in json.loads(rows.nodes[key][1])}
    sql.many(  # in the order of the table, which spares going back and forth in it
        "INSERT INTO block (print, node) VALUES (:p, :n)", [{"p": p, "n": node} for p, node in sorted(prints)]
    )
    stated = {
        (row.low, row.high, row.basis, row.rule, row.strength)
        for end in ("low", "high")
        for row in sql.among(f"SELECT low, high, basis, rule, strength FROM edge WHERE layer = :l AND {end} IN :keys", new, l=layer.name)
    }  # fmt: skip
    return stated | _joined(sql, layer, rows, ids)


def _joined(sql: Sql, layer: Layer, rows: Rows, new: Mapping[str, int]) -> set[Pair]:
    """The pairs of these new keys with all that are found under a block they seek, as the layer judges them."""
    prints = {print_of(layer.name, block): block for key in new for block in rows.seeks[key]}
    under: dict[str, list[int]] = {}
    for row in sql.among("SELECT print, node FROM block WHERE print IN :keys", prints):
        under.setdefault(prints[row.print], []).append(row.node)
    shared: dict[tuple[str, int], set[str]] = {}
    for key, number in new.items():
        for block in rows.seeks[key]:
            for other in under.get(block, ()):
                if other != number:
                    shared.setdefault((key, other), set()).add(block)
    candidates = [pair for pair, found in shared.items() if layer.enough(found)]
    nodes = {number: as_node(key, *rows.nodes[key]) for key, number in new.items()}
    nodes |= {
        row.id: as_node(row.key, row.data, row.blocks)
        for row in sql.among(
            "SELECT id, key, data, blocks FROM node WHERE id IN :keys",
            {other for _, other in candidates} - nodes.keys(),
        )
    }
    pairs = set()
    for key, other in candidates:
        low, high = sorted((nodes[new[key]], nodes[other]), key=lambda node: node.key)
        join = layer.join(low, high)
        if join is not None:
            pairs.add(_pair(low.key, high.key, "", join))
    return pairs


def print_of(layer: str, block: str) -> int:
    """The digest under which a block of a layer is kept: 63 bits, so that a table of millions stays small.

    What ends in a stretch of time ("…@45724") begins with it: reports of one time then meet in a few pages of
    the table, however long the record.
    """
    stretch = block.rpartition("@")[2]
    when = int(stretch) & 0x7FFF if stretch.isdecimal() and len(stretch) < 8 else 0
    return when << 48 | int.from_bytes(blake2b(f"{layer}\x1f{block}".encode(), digest_size=6).digest())


def as_node(key: str, data: str, blocks: str) -> Node:
    """A node as `join` sees it: its key and data, whichever report it came with."""
    return Node(
        key=key,
        address=key,
        report=key.partition(":")[0],
        blocks=tuple(json.loads(blocks)),
        data=json.loads(data),
    )


def _delete_items(sql: Sql, layer: str, gone: Iterable[tuple[str, str]]) -> None:
    sql.many(
        "DELETE FROM item WHERE layer = :l AND address = :a AND key = :k",
        [{"l": layer, "a": address, "k": key} for address, key in sorted(gone)],
    )


def _delete_pairs(sql: Sql, layer: str, gone: Iterable[Pair]) -> set[int]:
    gone = sorted(gone)
    if not gone:
        return set()
    sql.many(
        "DELETE FROM edge WHERE layer = :l AND low = :a AND high = :b AND basis = :s AND rule = :r",
        [{"l": layer, "a": low, "b": high, "s": basis, "r": rule} for low, high, basis, rule, _ in gone],
    )
    return set(components(sql, layer, {key for pair in gone for key in pair[:2]}).values())


def _add_pairs(sql: Sql, layer: str, pairs: Iterable[Pair]) -> None:
    sql.many(
        "INSERT INTO edge (layer, low, high, basis, rule, strength) VALUES (:l, :a, :b, :s, :r, :w) "
        "ON CONFLICT DO NOTHING",
        [
            {"l": layer, "a": low, "b": high, "s": basis, "r": rule, "w": strength}
            for low, high, basis, rule, strength in sorted(pairs)
        ],
    )


def _pair(left: str, right: str, basis: str, join: Join) -> Pair:
    return (min(left, right), max(left, right), basis, join.rule, join.strength)
