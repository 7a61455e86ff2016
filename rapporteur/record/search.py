"""Full text: every sentence of report text under its words, FTS5 on SQLite and tsvector on PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from rapporteur.codec import dumps
from rapporteur.ledger import FACTS
from rapporteur.model import Entry
from rapporteur.record.tables import Sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A sentence that holds the words sought."""

    report: str
    start: int
    end: int
    text: str


def make_search(connection: Connection) -> None:
    """Makes the search tables, empty, in place of those there are."""
    sqlite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql("DROP TABLE IF EXISTS search")
    connection.exec_driver_sql("DROP TABLE IF EXISTS passage")
    connection.exec_driver_sql("DROP TABLE IF EXISTS places")
    connection.exec_driver_sql("CREATE TABLE places (report TEXT PRIMARY KEY, body TEXT NOT NULL)")
    serial = "INTEGER PRIMARY KEY" if sqlite else "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
    connection.exec_driver_sql(
        f"CREATE TABLE passage (id {serial}, report TEXT NOT NULL, start INTEGER NOT NULL, "
        "stop INTEGER NOT NULL, body TEXT NOT NULL)" + (" STRICT" if sqlite else "")
    )
    connection.exec_driver_sql("CREATE INDEX passage_of_report ON passage (report)")
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE search USING fts5 "
        "(body, content='passage', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')"
        if sqlite
        else "CREATE INDEX passage_words ON passage USING gin (to_tsvector('english', body))"
    )


def set_passages(sql: Sql, report: str, entry: Entry | None) -> None:
    """Makes the sentences of a report the ones that are found; none where it no longer stands."""
    wanted = [] if entry is None else _passages(entry)
    held = sql.all("SELECT id, start, stop, body FROM passage WHERE report = :r ORDER BY id", r=report)
    if [(row.start, row.stop, row.body) for row in held] == wanted:
        return
    if sql.dialect == "sqlite":
        sql.many(
            "INSERT INTO search (search, rowid, body) VALUES ('delete', :i, :b)",
            [{"i": row.id, "b": row.body} for row in held],
        )
    sql.run("DELETE FROM passage WHERE report = :r", r=report)
    sql.many(
        "INSERT INTO passage (report, start, stop, body) VALUES (:r, :s, :e, :b)",
        [{"r": report, "s": start, "e": end, "b": body} for start, end, body in wanted],
    )
    if sql.dialect == "sqlite":
        sql.run(
            "INSERT INTO search (rowid, body) SELECT id, body FROM passage WHERE report = :r ORDER BY id",
            r=report,
        )


def set_places(sql: Sql, report: str, entry: Entry | None) -> None:
    """Notes where the facts of a report stand, so that a REF can be printed and understood without its text."""
    sql.run("DELETE FROM places WHERE report = :r", r=report)
    if entry is None:
        return
    found = []
    for name, layer in FACTS:
        for fact in getattr(entry.reading, name):
            start, _, end = fact.id.rpartition(":")[2].partition("-")
            found.append([layer, int(start), int(end)])
    sql.run("INSERT INTO places (report, body) VALUES (:r, :b)", r=report, b=dumps(found))


def find(sql: Sql, words: str, within: Collection[str] | None = None, limit: int = 200) -> list[Hit]:
    """The sentences that hold all these words ("quoted words" together), best first, then by place."""
    terms = _terms(words)
    if not terms:
        return []
    if sql.dialect == "sqlite":
        rows = sql.all(
            "SELECT p.report, p.start, p.stop, p.body FROM search s JOIN passage p ON p.id = s.rowid "
            "WHERE s.body MATCH :q ORDER BY s.rank, p.report, p.start",
            q=" ".join('"{}"'.format(term.replace('"', "")) for term in terms),
        )  # fmt: skip
    else:
        rows = sql.all(
            "SELECT report, start, stop, body FROM passage, websearch_to_tsquery('english', :q) q "
            "WHERE to_tsvector('english', body) @@ q "
            "ORDER BY ts_rank(to_tsvector('english', body), q) DESC, report, start",
            q=" ".join(f'"{term}"' for term in terms),
        )  # fmt: skip
    hits = (Hit(report=row.report, start=row.start, end=row.stop, text=row.body) for row in rows)
    return [hit for hit in hits if within is None or hit.report in within][:limit]


def _terms(words: str) -> list[str]:
    found = re.findall(r'"([^"]+)"|(\S+)', words)
    terms = [quoted or plain for quoted, plain in found]
    return [term for term in terms if any(char.isalnum() for char in term)]


def _passages(entry: Entry) -> list[tuple[int, int, str]]:
    """Sentences where the reading has them, whole blocks where it has none; page chrome is not searched."""
    text = entry.document.text
    blocks = [block for block in entry.document.blocks if block.voice != "page" and block.start < block.end]
    sentences = sorted((s.start, s.end) for s in entry.reading.sentences)
    found = []
    for block in blocks:
        inside = [
            (max(a, block.start), min(b, block.end))
            for a, b in sentences
            if a < block.end and b > block.start
        ]
        found += inside or [(block.start, block.end)]
    return [(a, b, text[a:b]) for a, b in sorted(set(found)) if text[a:b].strip()]
