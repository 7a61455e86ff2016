"""What finishing a noun, and anybody who asks, may look up; and nouns as they are kept in the tables."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapporteur import codec
from rapporteur.ledger import Ledger
from rapporteur.ledger.sql import Sql
from rapporteur.model import Address, Derivation, Document, Entity, Entry, Reading, Window
from rapporteur.record.components import WHOLE, essence_need, need
from rapporteur.record.judged import Judged, corrected, corrected_document, report_of
from rapporteur.record.members import with_members

FEW = 30  # things asked of one layer after which it is fetched whole …
SMALL = 400  # … in a record of no more reports than this


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
        self.asked.add(need(layer, place[0]) if layer in WHOLE else essence_need(layer, place[1]))
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


# --- nouns as they are kept ------------------------------------------------------------------------


def kind_of(noun: Any) -> str:
    """The name under which a noun's class is found again."""
    kind = type(noun)
    return f"{kind.__module__.removeprefix('rapporteur.')}:{kind.__name__}"


def opened(sql: Sql, rows: Iterable[Any]) -> list[Any]:
    """Kept nouns as they are shown: finished where they were, with all their members."""
    return with_members(sql, [as_noun(row.kind, row.finished or row.body) for row in rows])


def as_noun(kind: str, body: str) -> Any:
    """A kept noun; only classes of this package are made."""
    return codec.decode(_class(kind), body)


_CLASSES: dict[str, type] = {}


def _class(kind: str) -> type:
    if kind not in _CLASSES:
        module, _, name = kind.partition(":")
        _CLASSES[kind] = getattr(importlib.import_module(f"rapporteur.{module}"), name)
    return _CLASSES[kind]
