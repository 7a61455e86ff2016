"""Full text: every sentence of report text under its words, FTS5 on SQLite and tsvector on PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from rapporteur.codec import dumps
from rapporteur.ledger import FACTS
from rapporteur.ledger.sql import Sql
from rapporteur.model import Entry
from rapporteur.record.floors import below
from rapporteur.record.judged import offsets

UNNAMED = "unnamed"
COULD_BE, AMBIGUOUS, UNRESOLVED = "could be the same", "ambiguous speaker", "unresolved time"
BELOW = "under its floor"
"""What one reading leaves open, by the names the review queue has for it."""
RANKED = 4000
"""Hits put in order of how well they fit; of words that stand in more sentences than this some are not looked at."""


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
    connection.exec_driver_sql("DROP TABLE IF EXISTS noted")
    connection.exec_driver_sql(
        "CREATE TABLE noted (report TEXT NOT NULL, kind TEXT NOT NULL, address TEXT NOT NULL, other TEXT NOT NULL, "
        "words TEXT NOT NULL, PRIMARY KEY (kind, address, other))" + (" STRICT" if sqlite else "")
    )
    connection.exec_driver_sql("CREATE INDEX noted_of_report ON noted (report)")
    connection.exec_driver_sql(
        "CREATE TABLE places (report TEXT PRIMARY KEY, body TEXT NOT NULL, outlet TEXT NOT NULL)"
    )
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
    """Notes where the facts of a report stand, so that a REF can be printed and understood without its text,
    and what of it lists have to find: its unnamed sources and what it leaves to a person."""
    sql.run("DELETE FROM places WHERE report = :r", r=report)
    sql.run("DELETE FROM noted WHERE report = :r", r=report)
    if entry is None:
        return
    sql.many(
        "INSERT INTO noted (report, kind, address, other, words) VALUES (:r, :k, :a, :o, :w) ON CONFLICT DO NOTHING",
        [{"r": report, "k": kind, "a": at, "o": other, "w": words} for kind, at, other, words in noted(entry)],
    )  # fmt: skip
    found = []
    for name, layer in FACTS:
        for fact in getattr(entry.reading, name):
            found.append([layer, *offsets(fact.id)])
    outlet = entry.document.outlet.value if entry.document.outlet else ""
    sql.run(
        "INSERT INTO places (report, body, outlet) VALUES (:r, :b, :o)", r=report, b=dumps(found), o=outlet
    )  # fmt: skip


def noted(entry: Entry) -> Iterator[tuple[str, str, str, str]]:
    """Kind, address, the other address where there is one, and the words to find it by or why it is noted."""
    reading = entry.reading
    unnamed = {source.id for source in reading.anonymous_sources}
    for source in reading.anonymous_sources:
        if source.same_as not in unnamed:  # the first of those its report shows to be one
            yield UNNAMED, source.id, "", f"{source.description} {source.affiliation or ''}".lower()
        yield from ((COULD_BE, source.id, other, "") for other in source.could_be if other in unnamed)
    for told in reading.attributions:
        if told.speaker is None and len(told.candidates) > 1:
            yield AMBIGUOUS, told.id, "", ""
    for timex in reading.timexes:
        if timex.value is None:
            yield UNRESOLVED, timex.id, "", ""
    for address, why in below(reading):
        yield BELOW, address, "", why


def find(sql: Sql, words: str, limit: int = 200) -> list[Hit]:
    """The sentences of standing reports that hold all these words ("quoted words" together), best first, then
    by place."""
    terms = _terms(words)
    if not terms:
        return []
    standing = "EXISTS (SELECT 1 FROM time_window t WHERE t.report = p.report)"
    if sql.dialect == "sqlite":
        rows = sql.all(
            "SELECT p.report, p.start, p.stop, p.body FROM "
            "(SELECT rowid AS id, rank AS fit FROM search WHERE body MATCH :q ORDER BY rank LIMIT :r) s "
            f"JOIN passage p ON p.id = s.id WHERE {standing} ORDER BY s.fit, p.report, p.start LIMIT :n",
            q=" ".join('"{}"'.format(term.replace('"', "")) for term in terms), r=RANKED, n=limit,
        )  # fmt: skip
    else:
        rows = sql.all(
            "SELECT p.report, p.start, p.stop, p.body FROM passage p, websearch_to_tsquery('english', :q) q "
            f"WHERE to_tsvector('english', p.body) @@ q AND {standing} "
            "ORDER BY ts_rank(to_tsvector('english', p.body), q) DESC, p.report, p.start LIMIT :n",
            q=" ".join(f'"{term}"' for term in terms), n=limit,
        )  # fmt: skip
    return [Hit(report=row.report, start=row.start, end=row.stop, text=row.body) for row in rows]


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
