"""Groups what was touched, sums groups up into nouns, and finishes the nouns with what other layers know."""

from __future__ import annotations

import dataclasses
import importlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapporteur import codec
from rapporteur.ledger import Ledger
from rapporteur.model import Address, Derivation, Document, Entity, Entry, Reading, Window
from rapporteur.record.judged import Judged, corrected, corrected_document, overlay, report_of
from rapporteur.record.layer import Group, Join, Layer, Node, group
from rapporteur.record.placing import essence_need, mark, need, next_stamp
from rapporteur.record.tables import Sql

IDENTITY = Layer.__dataclass_fields__["finish"].default
MANY = 100  # components to finish at once from which on whole layers are fetched rather than rows
MEMBERS = ("mentions", "roles", "attributions", "reports", "reported_by", "evidence")
WHOLE = ("derivations",)  # layers whose nouns are nothing besides their members
FEW = 30  # things asked of one layer after which it is fetched whole …
SMALL = 3000  # … in a record of no more reports than this


@dataclass(slots=True)
class Entries:
    """Entries as people left them, the last many kept decoded; documents alone where that is enough."""

    ledger: Callable[[], Ledger]
    judged: Callable[[], Judged]
    size: int = 512
    held: dict[str, Entry | None] = field(default_factory=dict)
    documents: dict[str, Document | None] = field(default_factory=dict)

    def get(self, report: str) -> Entry | None:
        """The entry of a report that has its text still."""
        if report not in self.held:
            _make_room(self.held, self.size)
            entry = self.ledger().entry(report)
            self.held[report] = None if entry is None else corrected(entry, self.judged())
        return self.held[report]

    def document(self, report: str) -> Document | None:
        """The document of a report that has its text still."""
        if report in self.held:
            entry = self.held[report]
            return None if entry is None else entry.document
        if report not in self.documents:
            _make_room(self.documents, self.size)
            document = self.ledger().document(report)
            self.documents[report] = None if document is None else corrected_document(document, self.judged())
        return self.documents[report]

    def forget(self, reports: Iterable[str] | None = None) -> None:
        """Drops what may have changed."""
        for report in [*self.held, *self.documents] if reports is None else reports:
            self.held.pop(report, None)
            self.documents.pop(report, None)


def _make_room(held: dict[str, Any], size: int) -> None:
    if len(held) >= size:
        held.pop(next(iter(held)))


@dataclass(slots=True)
class Look:
    """What finishing may ask (`layer.Lookup`), noting what was asked so that answers can go out of date."""

    sql: Sql
    entries: Entries
    order: Mapping[str, int]
    asking: int = 0  # the place in the order of the layer being finished
    finishing: bool = False  # nouns are given without their members, so that a member more changes no answer
    asked: set[str] = field(default_factory=set)
    whole: bool = False
    _places: dict[tuple[str, Address], tuple[int, str] | None] = field(default_factory=dict)
    _fetched: set[str] = field(default_factory=set)
    _misses: dict[str, int] = field(default_factory=dict)
    _rows: dict[tuple[str, str], Any] = field(default_factory=dict)  # of fetched layers, not yet decoded
    _nouns: dict[tuple[str, str, bool], Any] = field(default_factory=dict)
    _windows: dict[str, Window] = field(default_factory=dict)
    _standing: dict[str, bool] = field(default_factory=dict)

    def window(self, report: str) -> Window:
        """The window of a report, an empty one where it does not stand."""
        self.asked.add(f"w:{report}")
        if report not in self._windows:
            row = self.sql.one("SELECT body FROM time_window WHERE report = :r", r=report)
            self._windows[report] = (
                Window(first=None, last=None) if row is None else codec.decode(Window, row.body)
            )
        return self._windows[report]

    def document(self, report: str) -> Document:
        """The document of a report that stands; KeyError for any other."""
        document = self.entries.document(report) if self._stands(report) else None
        if document is None:
            raise KeyError(report)
        return document

    def reading(self, report: str) -> Reading:
        """The reading that counts, of a report that stands; KeyError for any other."""
        return self._entry(report).reading

    def derivations(self, report: str) -> Sequence[Derivation]:
        """The edges from this report."""
        found = self.noun_of("derivations", report)
        return tuple(edge for edge in getattr(found, "derivations", ()) if edge.report == report)

    def entity_of(self, mention: Address) -> Entity | None:
        """The entity that holds this mention now."""
        found = self.noun_of("entities", mention)
        return found if isinstance(found, Entity) else None

    def noun_of(self, layer: str, member: Address) -> Any | None:
        """The noun whose group holds this member: finished, if its layer comes before the one asking."""
        place = self._place(layer, member)
        if place is None:
            self.asked.add(f"r:{report_of(member)}")
            return None
        self.asked.add((need if layer in WHOLE else essence_need)(layer, place[0]))
        return self._noun(layer, place[1], finished=self.order.get(layer, 0) < self.asking)

    def changed(self, layer: str) -> None:
        """Forgets the nouns of a layer that has just been finished."""
        self._nouns = {key: noun for key, noun in self._nouns.items() if key[0] != layer}
        if layer in self._fetched:
            self._fetch_nouns(layer)

    def _entry(self, report: str) -> Entry:
        entry = self.entries.get(report) if self._stands(report) else None
        if entry is None:
            raise KeyError(report)
        return entry

    def _stands(self, report: str) -> bool:
        self.asked.add(f"r:{report}")
        if report not in self._standing:
            row = self.sql.one("SELECT 1 FROM time_window WHERE report = :r", r=report)
            self._standing[report] = row is not None
        return self._standing[report]

    def _place(self, layer: str, member: Address) -> tuple[int, str] | None:
        key = (layer, member)
        if key not in self._places and not self._fetch(layer):
            row = self.sql.one(
                "SELECT n.component, n.grp FROM item i JOIN node n ON n.layer = i.layer AND n.key = i.key "
                "WHERE i.layer = :l AND i.address = :a ORDER BY n.grp LIMIT 1", l=layer, a=member,
            )  # fmt: skip
            self._places[key] = None if row is None else (row.component, row.grp)
        return self._places.get(key)

    def _fetch(self, layer: str) -> bool:
        """Whether the places of a whole layer are at hand: fetched at once when many are asked for."""
        self._misses[layer] = self._misses.get(layer, 0) + 1
        if layer in self._fetched:
            return True
        if not self.whole and (self._misses[layer] < FEW or not self._small()):
            return False
        self._fetched.add(layer)
        for row in self.sql.all(
            "SELECT i.address, n.component, n.grp FROM item i JOIN node n ON n.layer = i.layer AND n.key = i.key "
            "WHERE i.layer = :l ORDER BY n.grp DESC", l=layer,
        ):  # fmt: skip
            self._places[layer, row.address] = (row.component, row.grp)
        self._fetch_nouns(layer)
        return True

    def _fetch_nouns(self, layer: str) -> None:
        rows = self.sql.all(
            "SELECT grp, kind, body, finished FROM noun WHERE layer = :l ORDER BY id DESC", l=layer
        )
        self._rows |= {(layer, row.grp): row for row in rows}

    def _small(self) -> bool:
        return bool(self.sql.one("SELECT count(*) AS n FROM time_window").n <= SMALL)

    def _noun(self, layer: str, grp: str, *, finished: bool) -> Any | None:
        key = (layer, grp, finished)
        if key not in self._nouns:
            row = self._rows.get((layer, grp))
            if row is None and layer not in self._fetched:
                row = self.sql.one(
                    "SELECT grp, kind, body, finished FROM noun WHERE layer = :l AND grp = :g ORDER BY id LIMIT 1",
                    l=layer, g=grp,
                )  # fmt: skip
            self._nouns[key] = (
                None if row is None else as_noun(row.kind, (finished and row.finished) or row.body)
            )
        return self._nouns[key]


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
            _sum_up(sql, layer, found, judged, stamp)
            groups |= {(layer.name, number): made for number, made in found.items()}
    order = {layer.name: number for number, layer in enumerate(layers)}
    look = Look(sql=sql, entries=entries, order=order, finishing=True)
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
    nodes = sql.among(
        "SELECT key, data, blocks, component FROM node WHERE layer = :l AND component IN :keys",
        numbers,
        l=layer.name,
    )
    items = sql.among(
        "SELECT i.address, i.key, i.report, i.member FROM item i JOIN node n ON n.layer = i.layer AND n.key = i.key "
        "WHERE n.layer = :l AND n.component IN :keys", numbers, l=layer.name,
    )  # fmt: skip
    edges = sql.among(
        "SELECT e.low, e.high, e.rule, e.strength, n.component FROM edge e "
        "JOIN node n ON n.layer = e.layer AND n.key = e.low WHERE n.layer = :l AND n.component IN :keys",
        numbers, l=layer.name,
    )  # fmt: skip
    data = {row.key: (json.loads(row.data), tuple(json.loads(row.blocks)), row.component) for row in nodes}
    rows: dict[int, dict[str, list[Node]]] = {}
    for item in items:
        held, blocks, component = data[item.key]
        node = Node(
            key=item.key, address=item.address, report=item.report, blocks=blocks, data=held,
            member=json.loads(item.member) if item.member != "{}" else {},
        )  # fmt: skip
        rows.setdefault(component, {}).setdefault(item.key, []).append(node)
    joins: dict[int, list[tuple[str, str, Join]]] = {}
    for edge in edges:
        if edge.high in data:
            join = Join(strength=edge.strength, rule=edge.rule)
            joins.setdefault(edge.component, []).append((edge.low, edge.high, join))
    return {
        number: _grouped(layer, found, joins.get(number, []), judged) for number, found in sorted(rows.items())
    }  # fmt: skip


def _grouped(
    layer: Layer, rows: Mapping[str, list[Node]], joins: list[tuple[str, str, Join]], judged: Judged
) -> list[Group]:
    """The groups of one component: keys are grouped, one row standing for each, and all rows given back."""
    for found in rows.values():
        found.sort(key=lambda node: node.address)
    ones = [found[0] for found in rows.values()]
    if len(ones) == 1:
        return [Group(nodes=tuple(next(iter(rows.values()))), joins=())]
    conflict = _judged_conflict(layer, rows, judged)
    weights = {key: len({node.report for node in found}) for key, found in rows.items()}
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


def _sum_up(sql: Sql, layer: Layer, found: Mapping[int, list[Group]], judged: Judged, stamp: int) -> None:
    numbers = list(found)
    before = _essences(sql, layer.name, numbers, "body")
    homes_before = {
        row.key: row.grp
        for row in sql.among("SELECT key, grp FROM node WHERE layer = :l AND component IN :keys", numbers, l=layer.name)
    }  # fmt: skip
    sql.among("DELETE FROM noun WHERE layer = :l AND component IN :keys", numbers, l=layer.name)
    rows: list[dict[str, Any]] = []
    homes: list[tuple[int, str, str]] = []  # component, key, the group it is in now
    for number, groups in found.items():
        for made in groups:
            homes += [(number, key, made.id) for key in {node.key for node in made.nodes}]
            for noun in _nouns(layer.sum_up(made)):
                kept = overlay(noun, judged)
                if kept is not None:
                    rows.append(
                        {
                            "l": layer.name, "i": kept.id, "g": made.id, "c": number,
                            "k": kind_of(kept), "b": codec.encode(kept),
                        }
                    )  # fmt: skip
    moved = [home for home in homes if homes_before.get(home[1]) != home[2]]
    sql.many(
        "UPDATE node SET grp = :g WHERE layer = :l AND key = :k",
        [{"l": layer.name, "k": key, "g": grp} for _, key, grp in moved],
    )
    sql.many(
        "INSERT INTO noun (layer, id, grp, component, kind, body) VALUES (:l, :i, :g, :c, :k, :b) ON CONFLICT DO NOTHING",
        rows,
    )
    after = _essences(sql, layer.name, numbers, "body")
    changed = {number for number in numbers if before.get(number) != after.get(number)}
    changed |= {number for number, key, _ in moved if homes_before.get(key) is not None}
    mark(sql, [essence_need(layer.name, number) for number in changed], stamp)


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
    asked = sql.all(
        "SELECT DISTINCT n.component AS id FROM stamp s JOIN need n ON n.need = s.need "
        "JOIN component c ON c.layer = n.layer AND c.id = n.component "
        "WHERE s.touched > :s AND n.layer = :l AND s.touched > c.finished", l=layer.name, s=since,
    )  # fmt: skip
    outdated: set[int] = {row.id for row in asked}
    stale = sorted(outdated | set(_touched(sql, layer.name, since)))
    look.whole = look.whole or len(stale) > MANY
    for numbers in _portions(stale):
        held: dict[tuple[int, str], list[Any]] = {}
        for row in sql.among(
            "SELECT component, grp, id, kind, body, finished FROM noun WHERE layer = :l AND component IN :keys",
            numbers, l=layer.name,
        ):  # fmt: skip
            held.setdefault((row.component, row.grp), []).append(row)
        needed = sorted({number for number, _ in held})
        again = [number for number in needed if (layer.name, number) not in groups]
        known = grouped(sql, layer, again, judged) if again else {}
        before = _essences(sql, layer.name, numbers, "finished")
        done, needs, changed = [], [], set()
        for number in needed:
            look.asked = set()
            for made in known.get(number) or groups[layer.name, number]:
                for row in sorted(held.get((number, made.id), ()), key=lambda row: str(row.id)):
                    noun = layer.finish(as_noun(row.kind, row.body), made, look)
                    body = codec.encode(overlay(noun, judged) or noun)
                    if body != row.finished:
                        changed.add(number)
                        done.append({"b": body, "l": layer.name, "c": number, "g": row.grp, "i": row.id})
            own = {need(layer.name, number), essence_need(layer.name, number)}
            needs += [{"l": layer.name, "c": number, "n": asked} for asked in look.asked - own]
        sql.many(
            "UPDATE noun SET finished = :b WHERE layer = :l AND component = :c AND grp = :g AND id = :i", done
        )
        sql.among("DELETE FROM need WHERE layer = :l AND component IN :keys", numbers, l=layer.name)
        sql.many("INSERT INTO need (layer, component, need) VALUES (:l, :c, :n)", needs)
        sql.among(
            "UPDATE component SET finished = :s WHERE layer = :l AND id IN :keys",
            numbers,
            s=stamp,
            l=layer.name,
        )
        mark(sql, [need(layer.name, number) for number in changed], stamp)
        after = _essences(sql, layer.name, sorted(changed), "finished")
        other = [number for number in changed if before.get(number) != after.get(number)]
        mark(sql, [essence_need(layer.name, number) for number in other], stamp)


def _essences(sql: Sql, layer: str, numbers: Sequence[int], column: str) -> dict[int, list[str]]:
    """What the nouns of each component are besides their members."""
    if layer in WHOLE:
        return {}
    found: dict[int, list[str]] = {}
    for row in sql.among(f"SELECT component, {column} AS body FROM noun WHERE layer = :l AND component IN :keys", numbers, l=layer):  # fmt: skip
        plain = {key: value for key, value in json.loads(row.body or "{}").items() if key not in MEMBERS}
        found.setdefault(row.component, []).append(codec.dumps(plain))
    return {number: sorted(bodies) for number, bodies in found.items()}


def essence(noun: Any) -> Any:
    """A noun without the lists of its members, which is what finishing another may know of it."""
    empty = {each.name: () for each in dataclasses.fields(noun) if each.name in MEMBERS} if noun else {}
    return dataclasses.replace(noun, **empty) if empty else noun


def _nouns(made: Any) -> tuple[Any, ...]:
    """A group sums up to one noun, several, or none."""
    if made is None:
        return ()
    return tuple(made) if isinstance(made, (tuple, list)) else (made,)


def _portions(numbers: Sequence[int], size: int = 2000) -> Iterable[Sequence[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]


# --- nouns as they are kept ------------------------------------------------------------------------


def kind_of(noun: Any) -> str:
    """The name under which a noun's class is found again."""
    kind = type(noun)
    return f"{kind.__module__.removeprefix('rapporteur.')}:{kind.__name__}"


def as_noun(kind: str, body: str) -> Any:
    """A kept noun; only classes of this package are made."""
    return codec.decode(_class(kind), body)


_CLASSES: dict[str, type] = {}


def _class(kind: str) -> type:
    if kind not in _CLASSES:
        module, _, name = kind.partition(":")
        _CLASSES[kind] = getattr(importlib.import_module(f"rapporteur.{module}"), name)
    return _CLASSES[kind]
