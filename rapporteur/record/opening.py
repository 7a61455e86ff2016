"""Opens a record for asking: derived and settled first, for everybody or, where others write too fast, for us alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from sqlalchemy import Connection

from rapporteur.ledger import Busy, Ledger, Store, Withdrawal
from rapporteur.ledger.sql import Sql
from rapporteur.record.engine import Engine, prepare, ready
from rapporteur.record.layer import Layer
from rapporteur.record.layers import LAYERS
from rapporteur.record.query import Lend, Record
from rapporteur.record.slices import cut


def open_record(
    place: str | Store, *, layers: Sequence[Layer] = LAYERS, create: bool = False, lend: Lend | None = None
) -> Record:
    """Opens a record for asking, brought up to date first; CannotOpen or Busy say why it cannot be."""
    store = place if isinstance(place, Store) else Store(place, create=create)
    for last in (False, False, True):
        stack = ExitStack()
        try:
            connection = stack.enter_context(store.read())
            usable = ready(connection, layers)
            if usable and _settled(connection):
                return Record(store, connection, stack, layers=layers, lend=lend)
            if usable and last:
                # Others write faster than we can keep up: this state of the record is settled for us alone.
                connection.detach()
                standing = frozenset(
                    row.report for row in Sql(connection).all("SELECT report FROM time_window")
                )
                record = Record(store, connection, stack, layers=layers)
                cut(connection, layers, record.judged, record.entries, standing)
                return record
        except BaseException:
            stack.close()
            raise
        stack.close()
        try:
            bring_up_to_date(store, layers)
        except Busy:
            if not usable:
                raise
    raise Busy(f"{store.place} is being written to faster than it can be read; try again.")


def bring_up_to_date(store: Store, layers: Sequence[Layer] = LAYERS) -> None:
    """Derives and settles whatever is out of date."""
    with store.write() as connection:
        prepare(connection, layers)
        Engine(connection, layers).settle()


class _NotKept(Exception):
    """Ends a transaction of which nothing is to stay."""


@contextmanager
def without(
    store: Store, reports: Iterable[str], *, layers: Sequence[Layer] = LAYERS, patience: float = 1.0
) -> Iterator[tuple[Record, int]]:
    """The record as if these reports had never been read, and the stamp before they were taken out.

    They are withdrawn in a transaction that is given up at the end, so it costs what they cost, not what the
    record weighs; meanwhile nobody else can write. Busy where somebody writes longer than `patience` seconds.
    """
    try:
        with store.write(patience) as connection:
            engine, ledger = Engine(connection, layers), Ledger(connection)
            record = Record(store, connection, ExitStack(), layers=layers)
            stamp = record.lists.stamp()
            for report in reports:
                ledger.withdraw(Withdrawal(report=report, kind="retract", made="", made_by=""))
                engine.advance(report)
            engine.settle()
            yield Record(store, connection, ExitStack(), layers=layers), stamp
            raise _NotKept
    except _NotKept:
        pass


def _settled(connection: Connection) -> bool:
    rows = Sql(connection).all("SELECT value FROM derived WHERE name IN ('stamp', 'settled')")
    return len(rows) == 2 and rows[0].value == rows[1].value
