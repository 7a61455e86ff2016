"""Records of other moments kept from one page to the next, so that a moment is cut out of the record once.

What is kept is a connection with the passing tables of a slice, never an open transaction: between two pages the
record can be written to, packed and wiped as if nobody looked at it.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from threading import BoundedSemaphore, Lock

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from rapporteur.ledger import Busy, Store
from rapporteur.record import Record
from rapporteur.record.slices import Revision, revision

KEPT = 3  # moments; on SQLite each holds the derived rows of its reports in memory, some 0.2 MB a report
MOST = 512 * 2**20  # bytes of that, together; the moment asked for last is kept whatever it weighs
TOGETHER = 8  # pages at other moments at a time: each holds one of the 12 or 15 connections a store gives out
PATIENCE = 180.0  # seconds a page waits for another that cuts the same moment


@dataclass(eq=False, slots=True)
class Kept:
    """One moment: its reports, the state of the record they were cut from, and the connection that shows them."""

    chosen: frozenset[str]
    revision: Revision
    lock: Lock  # held by the one page that looks at it
    connection: Connection | None = None  # None: still to be cut
    ends: ExitStack | None = None  # closes the connection, and with it the passing tables
    size: int = 0  # bytes in memory
    gone: bool = False  # kept no more: whoever looks at it closes it


class Moments:
    """The last few moments asked for; each is lent to one page at a time, and other pages wait for that page.

    A moment is known by the reports it is made of and by the state of the record it was cut from, so that nothing
    read, judged or withdrawn since is missing from it.
    """

    def __init__(self) -> None:
        self._kept: list[Kept] = []  # the one asked for longest ago first
        self._lock = Lock()  # never held while a moment is cut or waited for
        self._room = BoundedSemaphore(TOGETHER)

    def lend(self, whole: Record, chosen: frozenset[str], first: bool) -> Record:
        """The record of these reports alone, until it is closed; Busy where too many pages want other moments.

        A page that looks at one moment already (`first` is False) does not wait for a second that another page
        has, since that page may be waiting for the first: it cuts one for itself.
        """
        with ExitStack() as back:
            if first:
                if not self._room.acquire(blocking=False):
                    raise Busy("too many pages of other moments are being made at once; try again.")
                back.callback(self._room.release)
            kept = self._take(chosen, revision(whole.connection), PATIENCE if first else 0.0)
            if kept is None and first:
                raise Busy("this moment is still being worked out for another page; try again.")
            if kept is None:
                return whole.slice(chosen)
            back.callback(self._give_back, kept)
            if kept.connection is not None and _begins(whole.store, kept.connection, kept.revision):
                return whole.over(kept.connection, back.pop_all())
            made = whole.slice(chosen)
            if kept.connection is not None:  # out of date since we took it
                kept.gone = True
                return made
            kept.connection = made.connection
            if revision(made.connection) != kept.revision:  # somebody wrote before the cut began
                kept.gone = True
            kept.size = _size(made.connection)
            kept.ends = made.keep(back.pop_all())
            with self._lock:
                self._make_room()
            return made

    def forget_old(self, whole: Record) -> None:
        """Lets go of the moments of any other state of the record than this one."""
        if self._kept:
            state = revision(whole.connection)
            with self._lock:
                self._drop(state)

    def close(self) -> None:
        """Lets go of every moment nobody looks at; the others go when they are given back."""
        with self._lock:
            self._drop(None)

    def _take(self, chosen: frozenset[str], state: Revision, patience: float) -> Kept | None:
        """The moment, for us alone; None where another page keeps it longer than `patience` seconds."""
        while True:
            with self._lock:
                self._drop(state)
                kept = next((one for one in self._kept if one.chosen == chosen), None)
                if kept is None:
                    kept = Kept(chosen=chosen, revision=state, lock=Lock())
                    kept.lock.acquire()
                    self._kept.append(kept)
                    self._make_room()
                    return kept
                self._kept.remove(kept)
                self._kept.append(kept)
            if not kept.lock.acquire(timeout=patience):
                return None
            if not kept.gone:
                return kept
            kept.lock.release()

    def _give_back(self, kept: Kept) -> None:
        if kept.connection is not None:
            try:
                kept.connection.commit()  # the passing tables stay, the transaction does not
            except DBAPIError:
                kept.gone = True
        with self._lock:
            if kept.gone or kept.connection is None:
                _end(kept)
                if kept in self._kept:
                    self._kept.remove(kept)
            kept.lock.release()

    def _make_room(self) -> None:
        while len(self._kept) > 1 and (
            len(self._kept) > KEPT or sum(kept.size for kept in self._kept) > MOST
        ):
            self._let_go(self._kept[0])

    def _drop(self, state: Revision | None) -> None:
        for kept in [one for one in self._kept if one.revision != state]:
            self._let_go(kept)

    def _let_go(self, kept: Kept) -> None:
        self._kept.remove(kept)
        kept.gone = True
        if kept.lock.acquire(blocking=False):
            _end(kept)
            kept.lock.release()


def _begins(store: Store, connection: Connection, state: Revision) -> bool:
    """Whether a kept connection reads the same state of the record now."""
    try:
        store.begin(connection)
        return revision(connection) == state
    except DBAPIError:  # the database went away meanwhile
        return False


def _size(connection: Connection) -> int:
    """Bytes of memory the passing tables take; none of ours where another process is the database."""
    if connection.dialect.name != "sqlite":
        return 0
    pages, each = (
        connection.exec_driver_sql(f"PRAGMA temp.{of}").scalar_one() for of in ("page_count", "page_size")
    )
    return int(pages) * int(each)


def _end(kept: Kept) -> None:
    kept.gone = True
    if kept.ends is not None:
        with suppress(DBAPIError):
            kept.ends.close()
