"""The ledger's tables: an append-only list of migrations, each run once, on SQLite and on PostgreSQL.

Nothing in the ledger is ever changed or deleted; triggers see to it. The one narrow exception is the text
of a report that was forgotten: its `body` may become NULL, and nothing else of the row may change.
"""

from __future__ import annotations

from collections.abc import Iterator

ENTRIES = ("report", "source", "raw", "document", "reading", "judgement", "withdrawal")
"""The tables of the ledger proper, in which rows are only ever added."""

WIPED = ("raw", "document", "reading")
"""Those whose `body` a forgotten report loses."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE report (
            seq {serial},
            id TEXT NOT NULL UNIQUE,
            digest TEXT NOT NULL,
            media_type TEXT NOT NULL,
            given TEXT NOT NULL,
            received TEXT NOT NULL
        ){strict}""",
        """CREATE TABLE source (
            report TEXT NOT NULL REFERENCES report (id),
            place TEXT {bytewise} NOT NULL,
            received TEXT NOT NULL,
            PRIMARY KEY (report, place)
        ){strict}""",
        """CREATE TABLE raw (
            report TEXT NOT NULL PRIMARY KEY REFERENCES report (id),
            body {blob}
        ){strict}""",
        """CREATE TABLE document (
            seq {serial},
            report TEXT NOT NULL REFERENCES report (id),
            digest TEXT NOT NULL,
            body {blob}
        ){strict}""",
        """CREATE TABLE reading (
            seq {serial},
            report TEXT NOT NULL REFERENCES report (id),
            document {reference} NOT NULL REFERENCES document (seq),
            reader TEXT NOT NULL,
            digest TEXT NOT NULL,
            appended TEXT NOT NULL,
            body {blob}
        ){strict}""",
        "CREATE INDEX document_of_report ON document (report, seq)",
        "CREATE INDEX reading_of_report ON reading (report, seq)",
        """CREATE TABLE judgement (
            seq {serial},
            id TEXT NOT NULL UNIQUE,
            target TEXT NOT NULL,
            made TEXT NOT NULL,
            body TEXT NOT NULL
        ){strict}""",
        "CREATE INDEX judgement_of_target ON judgement (target)",
        """CREATE TABLE withdrawal (
            seq {serial},
            report TEXT NOT NULL REFERENCES report (id),
            kind TEXT NOT NULL CHECK (kind IN ('retract', 'restore', 'forget')),
            made TEXT NOT NULL,
            made_by TEXT NOT NULL,
            note TEXT
        ){strict}""",
        "CREATE INDEX withdrawal_of_report ON withdrawal (report, seq)",
        "{guards}",
    ),
)

_KEPT = {
    "raw": ("report",),
    "document": ("seq", "report", "digest"),
    "reading": ("seq", "report", "document", "reader", "digest", "appended"),
}


def statements(migration: tuple[str, ...], dialect: str) -> Iterator[str]:
    """The statements of one migration as this database speaks."""
    sqlite = dialect == "sqlite"
    words = {
        "serial": "INTEGER PRIMARY KEY" if sqlite else "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        "reference": "INTEGER" if sqlite else "BIGINT",
        "blob": "BLOB" if sqlite else "BYTEA",
        "strict": " STRICT" if sqlite else "",
        "bytewise": "" if sqlite else 'COLLATE "C"',  # so that the least place is the same everywhere
    }
    for statement in migration:
        if statement == "{guards}":
            yield from sqlite_guards() if sqlite else postgresql_guards()
        else:
            yield statement.format(**words)


def sqlite_guards() -> Iterator[str]:
    """Triggers that refuse changes to entries, SQLite."""
    for table in ENTRIES:
        refused = f"BEGIN SELECT RAISE(ABORT, 'the ledger is only added to: {table}'); END"
        yield f"CREATE TRIGGER {table}_keeps BEFORE DELETE ON {table} {refused}"
        allowed = f"WHEN NOT ({_wiping(table, 'IS')})" if table in WIPED else ""
        yield f"CREATE TRIGGER {table}_stands BEFORE UPDATE ON {table} {allowed} {refused}"


def postgresql_guards() -> Iterator[str]:
    """Triggers that refuse changes to entries, PostgreSQL."""
    yield (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION USING MESSAGE = 'the ledger is only added to: ' || TG_TABLE_NAME; END $$"
    )
    for table in ENTRIES:
        refused = "EXECUTE FUNCTION refuse_change()"
        yield f"CREATE TRIGGER {table}_keeps BEFORE DELETE ON {table} FOR EACH ROW {refused}"
        if table not in WIPED:
            yield f"CREATE TRIGGER {table}_stands BEFORE UPDATE ON {table} FOR EACH ROW {refused}"
            continue
        # A condition of a trigger may not look into other tables here, so the function does.
        yield (
            f"CREATE FUNCTION {table}_wipes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {_wiping(table, 'IS NOT DISTINCT FROM')} THEN RETURN NEW; END IF; "
            "RAISE EXCEPTION USING MESSAGE = 'the ledger is only added to: ' || TG_TABLE_NAME; END $$"
        )
        yield (
            f"CREATE TRIGGER {table}_stands BEFORE UPDATE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_wipes()"
        )


def _wiping(table: str, same: str) -> str:
    """The condition under which a row may change: its text goes, because its report was forgotten."""
    kept = " AND ".join(f"NEW.{column} {same} OLD.{column}" for column in _KEPT[table])
    forgotten = "SELECT 1 FROM withdrawal WHERE report = OLD.report AND kind = 'forget'"
    return f"NEW.body IS NULL AND {kept} AND EXISTS ({forgotten})"
