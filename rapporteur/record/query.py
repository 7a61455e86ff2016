"""What can be asked of a record: the reports that stand, their facts, and the nouns derived from them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Protocol

from sqlalchemy import Connection

from rapporteur import codec
from rapporteur.ledger import FACTS, Held, Ledger, Store
from rapporteur.ledger.sql import Sql
from rapporteur.model import (
    Address,
    Derivation,
    Document,
    Entity,
    Entry,
    Judgement,
    Reading,
    Report,
    Span,
    State,
    Window,
)  # fmt: skip
from rapporteur.record import search
from rapporteur.record.grouping import grouped
from rapporteur.record.judged import Judged, layer_of, members_of, report_of, state_of, work_out
from rapporteur.record.layer import Group, Layer
from rapporteur.record.layers import LAYERS, names_of
from rapporteur.record.listing import Lists
from rapporteur.record.lookup import Entries, Look, as_noun, opened
from rapporteur.record.members import with_members
from rapporteur.record.moments import bounds, just_before
from rapporteur.record.slices import cut


class Clocks(Protocol):
    """The options of a question that choose among what is known (`views.view.Asked` has them all)."""

    @property
    def as_of(self) -> str | None: ...
    @property
    def as_we_had(self) -> str | None: ...
    @property
    def happened_from(self) -> str | None: ...
    @property
    def happened_to(self) -> str | None: ...
    @property
    def since(self) -> str | None: ...
    @property
    def strict(self) -> bool: ...


Lend = Callable[["Record", frozenset[str], bool], "Record"]
"""Gives the record of these reports alone; the last says whether the one who asks has no other yet."""

SHORTEST = 6  # characters of a report's id in a REF
SLICES = 3  # records of other moments kept open beside one


class NoSuchThing(LookupError):
    """A REF or a report that this record does not hold, or that names several things."""


class Record:
    """One consistent state of a record: nothing that is written meanwhile changes what it answers.

    `at(asked)` gives the record as of another moment; close it, or use it in a `with`, when done.
    """

    def __init__(
        self, store: Store, connection: Connection, stack: ExitStack, *, layers: Sequence[Layer] = LAYERS,
        judged: Judged | None = None, entries: Entries | None = None, lend: Lend | None = None,
    ) -> None:  # fmt: skip
        self.store = store
        self.layers = layers
        self.ledger = Ledger(connection)
        self.judged = work_out(self.ledger.judgements()) if judged is None else judged
        self.entries = entries or Entries(ledger=lambda: self.ledger, judged=lambda: self.judged, size=1024)
        self.connection = connection
        self._lend = lend  # who keeps slices from one question to the next, if anybody does
        self._stack = stack
        self._sql = Sql(connection)
        self.lists = Lists(self._sql)
        self._look = Look(sql=self._sql, entries=self.entries, order={}, asking=1)
        self._windows: dict[str, Window] | None = None
        self._window: dict[str, Window] = {}
        self._bodies: dict[str, str | None] = {}
        self._short: dict[str, str] = {}
        self._nouns: dict[str, list[Any]] = {}
        self._facts: dict[str, dict[Address, Any]] = {}
        self._places: dict[str, list[tuple[str, int, int]]] = {}
        self._slices: dict[tuple[frozenset[str], tuple[str | None, str | None, bool]], Record] = {}
        self._whole: Record | None = None  # of a cut record: the one it was cut from, and for which clocks
        self._moment: tuple[str | None, str | None, bool] | None = None

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the transactions this record reads in."""
        for other in self._slices.values():
            other.close()
        self._slices.clear()
        self._stack.close()

    # --- the clocks -----------------------------------------------------------------------------------

    def at(self, asked: Clocks) -> Record:
        """The record rebuilt from the reports knowable by `as_of` and received by `as_we_had`."""
        moment = (asked.as_of, asked.as_we_had, asked.strict)
        if moment[:2] == (None, None) or moment == self._moment:
            return self
        if self._whole is not None:  # windows are chosen by as the whole record understands them
            return self._whole.at(asked)
        chosen = frozenset(self._known(asked))
        if len(chosen) == self.standing():
            return self
        if (chosen, moment) not in self._slices:
            while len(self._slices) >= SLICES:
                self._slices.pop(next(iter(self._slices))).close()
            made = self._lend(self, chosen, not self._slices) if self._lend else self.slice(chosen)
            made._whole, made._moment = self, moment
            self._slices[chosen, moment] = made
        return self._slices[chosen, moment]

    def slice(self, chosen: frozenset[str]) -> Record:
        """The record of these reports alone, cut for whoever asks; close it when done."""
        with ExitStack() as stack:
            connection = stack.enter_context(self.store.read())
            connection.detach()  # the passing tables end with the connection
            cut(connection, self.layers, self.judged, self.entries, chosen)
            return self.over(connection, stack.pop_all())

    def over(self, connection: Connection, stack: ExitStack) -> Record:
        """The record that a connection shows on which a slice of this one was cut before."""
        return Record(
            self.store, connection, stack, layers=self.layers, judged=self.judged, entries=self.entries
        )

    def keep(self, instead: ExitStack) -> ExitStack:
        """What would have ended at closing, for somebody to end later; closing ends `instead`."""
        self._stack, kept = instead, self._stack
        return kept

    def _known(self, asked: Clocks) -> Iterator[str]:
        edge = "w.last <= :t" if asked.strict else "(w.first IS NULL OR w.first <= :t)"
        where = f"WHERE {edge}" if asked.as_of is not None else ""
        rows = self._sql.all(
            f"SELECT w.report FROM time_window w {where}", **({"t": asked.as_of} if where else {})
        )
        had = None if asked.as_we_had is None else self.ledger.received()
        for row in rows:
            if had is None or asked.as_we_had is None or _moment(had[row.report]) <= asked.as_we_had:
                yield row.report

    def came_since(self, moment: str) -> frozenset[str]:
        """The reports that stand and were received here at a moment or later."""
        return frozenset(
            report for report, received in self.ledger.received(just_before(moment, days=1)[:10]).items()
            if _moment(received) >= moment and self.stands(report)
        )  # fmt: skip

    # --- reports and their facts ----------------------------------------------------------------------

    def reports(self) -> list[tuple[Report, Document, Window]]:
        """Every report that stands, without its bytes, with its document and window, by id."""
        found = (self.report(report) for report in self.windows())
        return [one for one in found if one is not None]

    def report(self, report: str) -> tuple[Report, Document, Window] | None:
        """A report that stands, without its bytes, with its document and window."""
        document, held = self.entries.document(report), self.held(report)
        return (
            None
            if document is None or held is None
            else (self.ledger.as_report(held), document, self.window(report))
        )

    def standing(self) -> int:
        """How many reports stand."""
        return int(self._sql.one("SELECT count(*) AS found FROM time_window").found)

    def stands(self, report: str) -> bool:
        """Whether a report stands."""
        return self._body_of(report) is not None

    def windows(self) -> dict[str, Window]:
        """When each report that stands could be known, by id."""
        if self._windows is None:
            rows = self._sql.all("SELECT report, body FROM time_window ORDER BY report")
            self._windows = {row.report: codec.decode(Window, row.body) for row in sorted(rows)}
        return self._windows

    def window(self, report: str) -> Window:
        """When a report could be known; an empty window where it does not stand."""
        if report not in self._window:
            body = self._body_of(report)
            self._window[report] = (
                Window(first=None, last=None) if body is None else codec.decode(Window, body)
            )
        return self._window[report]

    def _body_of(self, report: str) -> str | None:
        if report not in self._bodies:
            row = self._sql.one("SELECT body FROM time_window WHERE report = :r", r=report)
            self._bodies[report] = None if row is None else row.body
        return self._bodies[report]

    def entry(self, report: str) -> Entry:
        """A report with its document and reading as people left them; NoSuchThing where it does not stand."""
        entry = self.entries.get(report) if self.stands(report) else None
        if entry is None:
            raise NoSuchThing(f"no report {report} stands in this record.")
        return entry

    def document(self, report: str) -> Document:
        """A report's document; NoSuchThing where the report does not stand."""
        document = self.entries.document(report) if self.stands(report) else None
        if document is None:
            raise NoSuchThing(f"no report {report} stands in this record.")
        return document

    def reading(self, report: str) -> Reading:
        """A report's reading; NoSuchThing where the report does not stand."""
        return self.entry(report).reading

    def held(self, report: str) -> Held | None:
        """What the ledger knows of a report besides its text, withdrawn ones included."""
        return self.ledger.held(report)

    def fact(self, given: Address) -> Any | None:
        """The fact of the ledger at this address, as people left it; None where there is none."""
        report = report_of(given)
        if report not in self._facts:
            if not self.stands(report):
                return None
            reading = self.entry(report).reading
            self._facts[report] = {fact.id: fact for name, _ in FACTS for fact in getattr(reading, name)}
        return self._facts[report].get(given)

    def words(self, given: Address) -> Span | None:
        """The words at an address; None where its report does not stand."""
        report, place = report_of(given), given.rpartition(":")[2].split("-")
        if not self.stands(report) or len(place) != 2 or not all(part.isdecimal() for part in place):
            return None
        start, end = int(place[0]), int(place[1])
        text = self.document(report).text
        if not 0 <= start < end <= len(text):
            return None
        return Span(start=start, end=end, exact=text[start:end])

    # --- derived nouns --------------------------------------------------------------------------------

    def nouns(self, layer: str, asked: Clocks | None = None) -> list[Any]:
        """The finished nouns of a layer as the clocks asked for show them, by id; KeyError for a layer there is not."""
        if layer not in names_of(self.layers):
            raise KeyError(layer)
        if asked is not None:
            return self.at(asked)._asked_nouns(layer, asked)
        if layer not in self._nouns:
            rows = self._sql.all("SELECT id, kind, body, finished FROM noun WHERE layer = :l", l=layer)
            self._nouns[layer] = opened(self._sql, sorted(rows))
        return list(self._nouns[layer])

    def _asked_nouns(self, layer: str, asked: Clocks) -> list[Any]:
        found = self.nouns(layer)
        if not (asked.happened_from or asked.happened_to or asked.since):
            return found
        return [noun for noun in found if happened(noun, asked) and self._since(noun, asked.since)]

    def noun_of(self, layer: str, member: Address) -> Any | None:
        """The noun whose group holds this member now; of an entity who it is, and `whole` where it is mentioned."""
        return self._look.noun_of(layer, member)

    def whole(self, entity: Entity) -> Entity:
        """The entity with all its mentions, and its roles with every report that gives them."""
        found: Entity = with_members(self._sql, [entity])[0]
        return found

    def noun(self, layer: str, given: str) -> Any | None:
        """The noun of this layer with this id; of an entity who it is, and `whole` where it is mentioned."""
        row = self._sql.one(
            "SELECT kind, body, finished FROM noun WHERE layer = :l AND id = :i", l=layer, i=given
        )
        return None if row is None else as_noun(row.kind, row.finished or row.body)

    def group_of(self, layer: str, member: Address) -> Group | None:
        """The group that holds this member, with the joins that made it and the pairs left apart."""
        row = self._sql.one(
            "SELECT n.component, n.key FROM item i JOIN node n ON n.layer = i.layer AND n.key = i.key "
            "WHERE i.layer = :l AND i.address = :a ORDER BY n.grp LIMIT 1", l=layer, a=member,
        )  # fmt: skip
        if row is None:
            return None
        by_name = {known.name: known for known in self.layers}
        found = grouped(self._sql, by_name[layer], [row.component], self.judged)[row.component]
        return next((group for group in found if any(node.key == row.key for node in group.nodes)), None)

    def entity_of(self, mention: Address) -> Entity | None:
        """The entity that holds this mention: who it is, and `whole` where it is mentioned."""
        return self._look.entity_of(mention)

    def derivations(self, report: str) -> Sequence[Derivation]:
        """The edges from this report to those it has its words or facts from."""
        return self._look.derivations(report)

    # --- judgements -----------------------------------------------------------------------------------

    def judgements(self, given: Address | None = None) -> list[Judgement]:
        """Judgements about an address, or all of them, oldest first."""
        return self.ledger.judgements(given)

    def state(self, thing: Any) -> State:
        """What people made of a noun, a fact or an address: machine, checked, corrected or disputed."""
        return state_of(self.judged, [thing] if isinstance(thing, str) else members_of(thing))

    # --- names and words ------------------------------------------------------------------------------

    def short(self, report: str) -> str:
        """The shortest beginning of a report's id that no other report shares, six characters at least."""
        if report not in self._short:
            beside = self.ledger.beside(report)  # only its neighbours in order can share a beginning
            size = SHORTEST
            while size < len(report) and any(known.startswith(report[:size]) for known in beside):
                size += 1
            self._short[report] = report[:size]
        return self._short[report]

    def ref(self, given: Address) -> str:
        """How an address is printed: REPORT@START, with the end and the layer only where they are needed."""
        report, layer, place = report_of(given), layer_of(given), given.rpartition(":")[2]
        if not layer:
            return self.short(report)
        start, _, end = place.partition("-")
        there = [(a, s, e) for a, s, e in self._facts_at(report) if str(s) == start]
        if len(there) <= 1:
            return f"{self.short(report)}@{start}"
        same = [a for a, _, e in there if str(e) == end]
        tail = "" if len(same) <= 1 else f":{layer}"
        return f"{self.short(report)}@{start}-{end}{tail}"

    def resolve(self, ref: str) -> list[Address]:
        """The addresses a REF or an address may mean, those of facts first; NoSuchThing where it names none."""
        if self.stands(ref) or self.fact(ref) is not None:
            return [ref]
        if any(self.noun(layer, ref) is not None for layer in names_of(self.layers)):
            return [ref]
        head, at, tail = ref.partition("@")
        report = self.find_report(head if at else ref.partition(":")[0])
        if not at:
            if ":" in ref:
                raise NoSuchThing(f"nothing stands at {ref} in this record.")
            return [report]
        place, _, layer = tail.partition(":")
        start, _, end = place.partition("-")
        if not start.isdecimal() or (end and not end.isdecimal()):
            raise NoSuchThing(f"{ref} is no REF: it looks like REPORT@START, as every view prints it.")
        found = [
            f"{report}:{kind}:{a}-{b}"
            for kind, a, b in self._facts_at(report)
            if a == int(start) and (not end or b == int(end)) and (not layer or kind == layer)
        ]
        if not found:
            raise NoSuchThing(f"nothing in report {self.short(report)} stands at {tail}.")
        return found

    def find_report(self, prefix: str) -> str:
        """The report whose id begins so; NoSuchThing where none or several do."""
        found = self.ledger.ids_beginning(prefix) if prefix else []
        if prefix in found:
            return prefix
        if not found:
            raise NoSuchThing(f"no report begins with {prefix!r}: `rapporteur reports` lists them.")
        if len(found) > 1:
            raise NoSuchThing(f"{len(found)} reports begin with {prefix!r}: give more of the id.")
        return found[0]

    def find(self, words: str, limit: int = 200) -> list[search.Hit]:
        """The sentences that hold all these words, best first."""
        return search.find(self._sql, words, limit)

    # --- inside ---------------------------------------------------------------------------------------

    def _facts_at(self, report: str) -> list[tuple[str, int, int]]:
        if report not in self._places:
            row = self._sql.one("SELECT body FROM places WHERE report = :r", r=report)
            self._places[report] = [] if row is None else [tuple(place) for place in json.loads(row.body)]
        return self._places[report]

    def _since(self, noun: Any, since: str | None) -> bool:
        """Whether a noun could first be known at or after a moment."""
        if since is None:
            return True
        edges = [bounds(self.window(report_of(member)).first) for member in members_of(noun)]
        known = [edge[0] for edge in edges if edge is not None]
        return not known or min(known) >= since


def happened(noun: Any, asked: Clocks) -> bool:
    """Whether a noun may have happened within the asked time; what has no `when` field always may."""
    if not hasattr(noun, "when") or not (asked.happened_from or asked.happened_to):
        return True
    found = bounds(noun.when)
    if found is None:
        return False
    return (asked.happened_from is None or found[1] >= asked.happened_from) and (
        asked.happened_to is None or found[0] <= asked.happened_to
    )


def _moment(received: str) -> str:
    found = bounds(received)
    return received if found is None else found[0]
