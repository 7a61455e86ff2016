"""The derived tables: everything in them can be thrown away and made again from the ledger.

`item` holds each report's rows under node keys, `tally` how many of them say the same, in a layer that counts
(`Layer.counted`), `node` the distinct keys with the component and group they
are in, `block` where partners are found (`print` is a digest of layer and block), `edge` the pairs that join (`basis` is empty for a pair judged by
the layer, a report's id for what that report states, `judgement` for what a person decided). `component` and
`stamp` say when something was last touched, `noun` holds what groups sum up to and, once finished, are, with
its shelf mark (`record/shelves.py`) by which lists find it; `need` what each was finished with, and `apart` the
pairs that a group left apart though something joined them.
"""

from __future__ import annotations

from sqlalchemy import Connection

from rapporteur.ledger.sql import Sql as Sql

SCHEME = "6"
"""Changed whenever these tables change, or what a layer puts in them; a record of another scheme is derived anew."""

_TABLES = (
    "CREATE TABLE {t}derived (name TEXT PRIMARY KEY, value TEXT NOT NULL){strict}",
    "CREATE TABLE {t}item (address TEXT NOT NULL, layer TEXT NOT NULL, key TEXT NOT NULL, report TEXT NOT NULL, "
    "member TEXT NOT NULL, PRIMARY KEY (address, layer, key)){clustered}",
    "CREATE TABLE {t}tally (key TEXT NOT NULL, layer TEXT NOT NULL, member TEXT NOT NULL, times INTEGER NOT NULL, "
    "PRIMARY KEY (key, layer, member)){clustered}",
    "CREATE TABLE {t}node (id {integer} PRIMARY KEY, layer TEXT NOT NULL, key TEXT NOT NULL, data TEXT NOT NULL, "
    "blocks TEXT NOT NULL, component {integer} NOT NULL, grp TEXT, UNIQUE (key, layer)){strict}",
    "CREATE TABLE {t}block (print {integer} NOT NULL, node {integer} NOT NULL, PRIMARY KEY (print, node)){clustered}",
    "CREATE TABLE {t}edge (low TEXT NOT NULL, high TEXT NOT NULL, layer TEXT NOT NULL, basis TEXT NOT NULL, "
    "rule TEXT NOT NULL, strength {real} NOT NULL, PRIMARY KEY (low, layer, high, basis, rule)){clustered}",
    "CREATE TABLE {t}component (id {integer} PRIMARY KEY, layer TEXT NOT NULL, size INTEGER NOT NULL, "
    "touched INTEGER NOT NULL, finished INTEGER NOT NULL){strict}",
    "CREATE TABLE {t}noun (layer TEXT NOT NULL, id TEXT NOT NULL, grp TEXT NOT NULL, component {integer} NOT NULL, "
    "kind TEXT NOT NULL, body TEXT NOT NULL, finished TEXT, rank TEXT {bytewise}, state TEXT, talks TEXT, who TEXT, "
    "owner TEXT, first TEXT, last TEXT, words TEXT, PRIMARY KEY (layer, component, grp, id)){strict}",
    "CREATE TABLE {t}apart (layer TEXT NOT NULL, component {integer} NOT NULL, low TEXT NOT NULL, high TEXT NOT NULL, "
    "why TEXT NOT NULL, PRIMARY KEY (layer, component, low, high, why)){clustered}",
    "CREATE TABLE {t}need (layer TEXT NOT NULL, component {integer} NOT NULL, need TEXT NOT NULL, "
    "PRIMARY KEY (layer, component, need)){clustered}",
    "CREATE TABLE {t}stamp (need TEXT PRIMARY KEY, touched INTEGER NOT NULL){clustered}",
    "CREATE TABLE {t}time_window (report TEXT PRIMARY KEY, body TEXT NOT NULL, first TEXT, last TEXT, "
    "dated INTEGER NOT NULL, near TEXT NOT NULL, least INTEGER NOT NULL){strict}",
    "CREATE TABLE {t}date_key (key TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (key, report)){clustered}",
)
_INDEXES: dict[str, dict[str, str]] = {
    "item": {
        "item_of_key": "(key, layer, member, address)",
        "item_of_report": "(report, layer)",
    },
    "node": {"node_of_component": "(component)"},
    "edge": {
        "edge_of_high": "(high, layer)",
        "edge_of_basis": "(basis, layer) WHERE basis <> ''",
    },
    "noun": {
        "noun_of_group": "(layer, grp)",
        "noun_by_id": "(layer, id)",
        "noun_by_rank": "(layer, rank)",
        "noun_by_state": "(layer, state, rank)",
        "noun_by_owner": "(layer, owner, rank)",
        "noun_by_talks": "(layer, talks, state, last)",
    },
    "component": {"component_touched": "(layer, touched)"},
    "need": {"need_of_need": "(need, layer, component)"},
    "stamp": {"stamp_touched": "(touched)"},
    "date_key": {"date_key_of_report": "(report)"},
}
"""Of each table, by name: its columns, and which rows it holds where not all."""
NAMES = (
    "derived", "item", "tally", "node", "block", "edge", "component", "noun", "apart", "need", "stamp", "time_window",
    "date_key",
)  # fmt: skip

_SIZES = {
    "item": {"item": "1000000 1 1 1", "item_of_key": "1000000 5 5 2 1", "item_of_report": "1000000 200 20"},
    "tally": {"tally": "200000 5 5 1"},
    "node": {"sqlite_autoindex_node_1": "500000 1 1", "node_of_component": "500000 3"},
    "block": {"block": "3000000 5 1"},
    "edge": {
        "edge": "300000 3 3 2 2 1", "edge_of_high": "300000 3 3", "edge_of_basis": "100000 5 5",
    },
    "component": {"component_touched": "400000 30000 20"},
    "noun": {
        "sqlite_autoindex_noun_1": "400000 30000 2 1 1", "noun_of_group": "400000 30000 1",
        "noun_by_id": "400000 30000 1", "noun_by_rank": "400000 30000 1", "noun_by_state": "400000 30000 4000 1",
        "noun_by_owner": "400000 30000 5 1", "noun_by_talks": "400000 30000 2000 500 2",
    },
    "apart": {"apart": "10000 1000 3 1 1 1"},
    "need": {"need": "2000000 160000 6 1", "need_of_need": "2000000 6 2 1"},
    "stamp": {"stamp": "1000000 1", "stamp_touched": "1000000 20"},
    "time_window": {"sqlite_autoindex_time_window_1": "20000 1"},
    "date_key": {"date_key": "400000 10 1", "date_key_of_report": "400000 20"},
}  # fmt: skip
"""What SQLite is to believe of each index of each table (a clustered one has the table's name): rows, then rows alike in its first column, its first two, and so on.

It has no figures unless somebody analyses the tables, and guesses ten rows alike in whatever stands first: then it
reads a whole layer where one key was asked for. These are told once, so that every record is asked the same way.
"""


def tell_sizes(connection: Connection, schema: str = "main") -> None:
    """Tells SQLite how the derived tables are filled."""
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql(f"ANALYZE {schema}.derived")  # makes the table of figures
    for table, indexes in _SIZES.items():
        for index, sizes in indexes.items():
            connection.exec_driver_sql(f"DELETE FROM {schema}.sqlite_stat1 WHERE idx = ?", (index,))
            connection.exec_driver_sql(
                f"INSERT INTO {schema}.sqlite_stat1 VALUES (?, ?, ?)", (table, index, sizes)
            )
    connection.exec_driver_sql(f"ANALYZE {schema}.sqlite_master")  # reads them


def scheme(connection: Connection) -> str | None:
    """Which scheme the derived tables of this record have, None where there are none yet."""
    if connection.dialect.name == "sqlite":
        known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'derived'").first()
    else:
        known = connection.exec_driver_sql(
            "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'derived'"
        ).first()
    if known is None:
        return None
    return str(connection.exec_driver_sql("SELECT value FROM derived WHERE name = 'scheme'").scalar_one())


def make(connection: Connection, *, passing: bool = False, indexed: bool = True) -> None:
    """Makes the derived tables, empty, in place of those there are.

    Passing ones belong to this connection alone and stand before those of the record: what asks for
    `item` finds them, while the record's own stay as they are under `own_schema`. Who fills a table at once
    indexes it afterwards (`make_indexes`), which is faster.
    """
    words = _words(connection, passing)
    for name in NAMES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {words['t']}{name}")
    for statement in _TABLES:
        connection.exec_driver_sql(statement.format(**words))
    for table in NAMES if indexed else ():
        make_indexes(connection, table, passing=passing)
    tell_sizes(connection, "temp" if passing else "main")
    for name, value in (("scheme", SCHEME), ("stamp", "0"), ("component", "0"), ("settled", "0")):
        connection.exec_driver_sql(f"INSERT INTO {words['t']}derived VALUES ('{name}', '{value}')")


def make_indexes(connection: Connection, table: str, *, passing: bool = False) -> None:
    """Makes the indexes of one of the derived tables."""
    words = _words(connection, passing)
    for name, columns in _INDEXES.get(table, {}).items():
        connection.exec_driver_sql(f"CREATE INDEX {words['i']}{name} ON {words['on']}{table} {columns}")


def _words(connection: Connection, passing: bool) -> dict[str, str]:
    """What the statements above say in this database, of the record's own tables or of passing ones."""
    sqlite = connection.dialect.name == "sqlite"
    schema = ("temp." if sqlite else "pg_temp.") if passing else ""
    return {
        "t": schema, "i": schema if sqlite else "", "on": "" if sqlite else schema,
        "real": "REAL" if sqlite else "DOUBLE PRECISION", "integer": "INTEGER" if sqlite else "BIGINT",
        "strict": " STRICT" if sqlite else "", "clustered": " STRICT, WITHOUT ROWID" if sqlite else "",
        "bytewise": "" if sqlite else 'COLLATE "C"',  # so that lists stand in one order everywhere
    }  # fmt: skip


def own_schema(connection: Connection) -> str:
    """The schema of the record's own tables, whatever passing ones stand before them."""
    if connection.dialect.name == "sqlite":
        return "main"
    return str(connection.exec_driver_sql("SELECT current_schema()").scalar_one())
