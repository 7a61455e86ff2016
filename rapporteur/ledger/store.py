"""Where a record is kept: a SQLite file by default, PostgreSQL by URL; opening, migrating, transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from rapporteur.ledger.schema import MIGRATIONS, statements

PATIENCE = 30.0  # seconds a writer waits for another


class CannotOpen(Exception):
    """The record cannot be opened; the message says why in one sentence."""


class Busy(Exception):
    """Another process holds the record for writing, longer than we wait."""


class Store:
    """An open record: short transactions for readers, one writer at a time.

    `read()` gives one consistent view; `write()` waits up to `patience` seconds for its turn and raises Busy.
    """

    def __init__(self, place: str, *, patience: float = PATIENCE, create: bool = True) -> None:
        self.place = place
        self.patience = patience
        self.engine = _engine(place, patience, create)
        self.dialect = self.engine.dialect.name
        try:
            self._migrate()
        except (DBAPIError, sqlite3.Error) as error:
            raise _as_ours(error, place, patience) from error

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the record, whatever is written meanwhile."""
        try:
            with self.engine.connect() as connection:
                self.begin(connection)
                yield connection
        except (DBAPIError, sqlite3.Error) as error:
            raise _as_ours(error, self.place, self.patience) from error

    def begin(self, connection: Connection) -> None:
        """Begins to read: on SQLite, what is seen first is seen to the end of the transaction."""
        connection.exec_driver_sql("BEGIN" if self.dialect == "sqlite" else "SELECT 1")

    @contextmanager
    def write(self, patience: float | None = None) -> Iterator[Connection]:
        """A transaction that writes: wholly, or not at all where anything is raised inside it.

        `patience` in seconds is how long to wait for our turn, where it is not the store's own.
        """
        wait = int(1000 * (self.patience if patience is None else patience))
        try:
            with self.engine.connect() as connection:
                if self.dialect == "sqlite":
                    connection.exec_driver_sql(f"PRAGMA busy_timeout = {wait}")
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                    connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(1000 * self.patience)}")
                else:
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{wait}ms'")
                    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(5263442)")
                yield connection
                connection.commit()
        except (DBAPIError, sqlite3.Error) as error:
            raise _as_ours(error, self.place, self.patience) from error

    def wipe_traces(self) -> None:
        """After text was removed: leave none of it in free pages or in the write-ahead log (SQLite)."""
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            if self.dialect == "sqlite":
                connection.exec_driver_sql("VACUUM")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            else:
                connection.exec_driver_sql("VACUUM")

    def close(self) -> None:
        """Lets go of the file."""
        self.engine.dispose()

    def _migrate(self) -> None:
        with self.engine.connect() as connection:
            if _version(connection, self.dialect) == len(MIGRATIONS):
                return
        with self.write() as connection:
            version = _version(connection, self.dialect)  # another process may have been first
            if version is None:
                connection.exec_driver_sql("CREATE TABLE migration (version INTEGER NOT NULL)")
                connection.exec_driver_sql("INSERT INTO migration VALUES (0)")
            if version is not None and version > len(MIGRATIONS):
                raise CannotOpen(f"{self.place} was made by a newer rapporteur; upgrade to read it.")
            for number, migration in enumerate(MIGRATIONS[version or 0 :], (version or 0) + 1):
                for statement in statements(migration, self.dialect):
                    connection.exec_driver_sql(statement)
                connection.execute(text("UPDATE migration SET version = :v"), {"v": number})


def _version(connection: Connection, dialect: str) -> int | None:
    """How many migrations this database has had, None where it is new; another's database is refused."""
    tables = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master"
        if dialect == "sqlite"
        else "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    ).scalars().all()  # fmt: skip
    if "migration" in tables:
        return int(connection.exec_driver_sql("SELECT version FROM migration").scalar_one())
    if tables:
        raise CannotOpen("this database holds something else than a record.")
    return None


def _engine(place: str, patience: float, create: bool) -> Engine:
    if place.startswith(("postgresql:", "postgres:", "postgresql+")):
        try:
            url = make_url(place.replace("postgres:", "postgresql:", 1))
        except ArgumentError as error:
            raise CannotOpen(f"{place} is not a database address.") from error
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        try:
            return create_engine(url, pool_size=2)
        except ModuleNotFoundError as error:
            raise CannotOpen("PostgreSQL needs the extra: install rapporteur[postgresql].") from error
    if "://" in place:
        raise CannotOpen(f"{place} is not a record: give a path or a postgresql:// address.")
    path = Path(place)
    if path.is_dir():
        raise CannotOpen(f"{place} is a folder, not a record.")
    if not path.parent.is_dir():
        raise CannotOpen(f"there is no folder {path.parent} to keep the record in.")
    if not path.exists() and not create:
        raise CannotOpen(f"there is no record {place} yet: `rapporteur read` makes one.")
    # A URL made from parts, so that no character of the path is taken for one of the URL's own.
    engine = create_engine(
        URL.create("sqlite", database=place),
        connect_args={"timeout": patience, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE meets the guards too
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("PRAGMA cache_size = -65536")
        cursor.execute("PRAGMA temp_store = MEMORY")
        if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            cursor.execute("PRAGMA journal_mode = WAL")

    return engine


def _as_ours(error: DBAPIError | sqlite3.Error, place: str, patience: float) -> Exception:
    why = error.orig if isinstance(error, DBAPIError) else error
    said = str(why).lower()
    if "locked" in said or "busy" in said or "lock timeout" in said:
        return Busy(
            f"another process is writing to {place} and has not finished after {patience:g} s; try again."
        )
    if "not a database" in said or "malformed" in said:
        return CannotOpen(f"{place} is not a record, or it is damaged ({why}).")
    if "unable to open" in said or "readonly" in said or "connection" in said:
        return CannotOpen(f"{place} cannot be opened ({why}).".replace("\n", " "))
    return error
