"""Short forms of asking a database, counting the rows read and written.

On SQLite statements go straight to the driver: SQLAlchemy's own work on each was half of what deriving a
report cost. On any other database they go through SQLAlchemy, which knows how each driver wants its values.
"""

from __future__ import annotations

import json
import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, text

PORTION = 500  # keys asked for at once


class Sql:
    """A connection with short forms; values are named `:so` in a statement, and a list of keys `IN :keys`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.dialect = connection.dialect.name
        self.rows_read = 0
        self.rows_written = 0
        driver = connection.connection.dbapi_connection  # there too once it was taken out of the pool
        self._driver = driver if isinstance(driver, sqlite3.Connection) else None

    def all(self, statement: str, **values: Any) -> Sequence[Any]:
        """Every row of a query, columns as attributes."""
        rows = self._ask(statement, values)
        self.rows_read += len(rows)
        return rows

    def one(self, statement: str, **values: Any) -> Any:
        """The first row of a query, or None."""
        rows = self._ask(statement, values, 1)
        self.rows_read += len(rows)
        return rows[0] if rows else None

    def among(self, statement: str, keys: Iterable[Any], **values: Any) -> list[Any]:
        """Every row of a query that says `IN :keys`, asked in bounded portions; of a change, nothing."""
        wanted = sorted(set(keys))
        found: list[Any] = []
        for start in range(0, len(wanted), PORTION):
            portion = wanted[start : start + PORTION]
            if self._driver is not None:
                cursor: Any = self._driver.execute(
                    _in_json(statement), {**values, "keys": json.dumps(portion)}
                )
                rows = _named(cursor, cursor.fetchall()) if cursor.description else None
            else:
                cursor = self.connection.execute(_clause_in(statement), {**values, "keys": portion})
                rows = cursor.all() if cursor.returns_rows else None
            if rows is None:
                self.rows_written += max(cursor.rowcount, 0)
            else:
                found += rows
        self.rows_read += len(found)
        return found

    def run(self, statement: str, **values: Any) -> int:
        """How many rows a change touched."""
        if self._driver is not None:
            count = self._driver.execute(statement, values).rowcount
        else:
            count = self.connection.execute(_clause(statement), values).rowcount
        self.rows_written += max(count, 0)
        return count

    def many(self, statement: str, rows: Sequence[dict[str, Any]]) -> None:
        """One change for many rows."""
        if not rows:
            return
        if self._driver is not None:
            self._driver.executemany(statement, rows)
        else:
            self.connection.execute(_clause(statement), rows)
        self.rows_written += len(rows)

    def _ask(self, statement: str, values: dict[str, Any], most: int | None = None) -> Sequence[Any]:
        if self._driver is not None:
            cursor = self._driver.execute(statement, values)
            return _named(cursor, cursor.fetchall() if most is None else cursor.fetchmany(most))
        result = self.connection.execute(_clause(statement), values)
        return result.all() if most is None else result.fetchmany(most)


def _named(cursor: sqlite3.Cursor, rows: list[Any]) -> list[Any]:
    if not rows:
        return rows
    return list(map(_row(tuple(column[0] for column in cursor.description)), rows))


@cache
def _row(names: tuple[str, ...]) -> Callable[[Iterable[Any]], Any]:
    """Makes the rows of these columns: tuples with names, as SQLAlchemy's are."""
    kind = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # columns are known when it runs
    make: Callable[[Iterable[Any]], Any] = kind._make
    return make


@cache
def _in_json(statement: str) -> str:
    # One statement whatever the number of keys, so that the driver keeps it prepared.
    return statement.replace("IN :keys", "IN (SELECT value FROM json_each(:keys))")


@cache
def _clause(statement: str) -> TextClause:
    return text(statement)


@cache
def _clause_in(statement: str) -> TextClause:
    return text(statement).bindparams(bindparam("keys", expanding=True))
