"""What may be written in the ledger, and what may be asked of it; every call inside the caller's transaction."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, cast

from sqlalchemy import Connection

from rapporteur import codec
from rapporteur.ledger.sql import Sql
from rapporteur.ledger.verify import checked
from rapporteur.model import Document, Entry, Given, Judgement, Reading, Report

T = TypeVar("T")
DECODED = 512  # documents and readings kept decoded, a few hundred kilobytes each
_DECODED: dict[tuple[str, str], Any] = {}

Appended = Literal["new", "newer reading", "known", "withdrawn"]
"""What an append did: a new report, another reading of one, nothing, or nothing as it was withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the ledger knows of a report besides its text."""

    id: str
    digest: str
    media_type: str
    given: Given
    received: str
    source: str  # the least place it came from
    withdrawn: str | None  # retract or forget
    reader: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A report taken out of the record, put back, or wiped: when and by whom."""

    report: str
    kind: Literal["retract", "restore", "forget"]
    made: str
    made_by: str
    note: str | None = None


class Ledger:
    """The ledger over one open transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._sql = Sql(connection)

    # --- writing --------------------------------------------------------------------------------------

    def append(self, entry: Entry, *, now: str) -> tuple[Appended, Entry]:
        """Adds a report with its document and reading, or only what of it is new; NotVerbatim if refused."""
        report = entry.report
        known = self.held(report.id)
        if known is not None:
            self.add_source(report)
            if known.withdrawn is not None:
                return "withdrawn", entry
            if self._same_reading(entry):
                return "known", entry
        entry = checked(entry)
        if known is None:
            self._add_report(report)
        outcome: Appended = "new" if known is None else "newer reading"
        self._add_reading(entry, now)
        return outcome, entry

    def judge(self, judgement: Judgement) -> bool:
        """Adds a judgement; False where the same one stands already."""
        if self._sql.one("SELECT 1 FROM judgement WHERE id = :id", id=judgement.id):
            return False
        self._sql.run(
            "INSERT INTO judgement (id, target, made, body) VALUES (:id, :target, :made, :body)",
            id=judgement.id, target=judgement.target, made=judgement.at, body=codec.encode(judgement),
        )  # fmt: skip
        return True

    def withdraw(self, withdrawal: Withdrawal) -> None:
        """Notes that a report is withdrawn, restored or forgotten; `forget` also wipes its text."""
        self._sql.run(
            "INSERT INTO withdrawal (report, kind, made, made_by, note) VALUES (:r, :k, :m, :b, :n)",
            r=withdrawal.report, k=withdrawal.kind, m=withdrawal.made, b=withdrawal.made_by, n=withdrawal.note,
        )  # fmt: skip
        if withdrawal.kind == "forget":
            for table in ("raw", "document", "reading"):
                self._sql.run(f"UPDATE {table} SET body = NULL WHERE report = :r", r=withdrawal.report)

    # --- asking ---------------------------------------------------------------------------------------

    def held(self, report: str) -> Held | None:
        """What is known of a report; None where it was never received."""
        return next(self._held("WHERE r.id = :id", id=report), None)

    def all_held(self) -> list[Held]:
        """Every report ever received, withdrawn ones included, by id."""
        return list(self._held("ORDER BY r.id"))

    def standing(self) -> list[str]:
        """The ids of the reports that stand, sorted."""
        return [held.id for held in self.all_held() if held.withdrawn is None]

    def ids_beginning(self, prefix: str) -> list[str]:
        """The reports whose id begins so."""
        rows = self._sql.all(
            "SELECT id FROM report WHERE id >= :low AND id < :high ORDER BY id",
            low=prefix, high=prefix + "\U0010ffff",
        )  # fmt: skip
        return [row.id for row in rows]

    def beside(self, report: str) -> list[str]:
        """The reports whose ids come just before and just after this one."""
        row = self._sql.one(
            "SELECT (SELECT max(id) FROM report WHERE id < :id) AS before, "
            "(SELECT min(id) FROM report WHERE id > :id) AS after", id=report,
        )  # fmt: skip
        return [found for found in (row.before, row.after) if found is not None]

    def received(self, since: str = "") -> dict[str, str]:
        """When each report was first received, by id; of those received on a day or later, where one is named."""
        rows = self._sql.all("SELECT id, received FROM report WHERE received >= :s", s=since)
        return {row.id: row.received for row in rows}

    def entry(self, report: str, *, raw: bool = False) -> Entry | None:
        """A report with its document and the reading that counts; None where it is unknown or wiped."""
        held = self.held(report)
        row = self._sql.one(
            "SELECT d.seq AS document, d.digest AS document_digest, g.seq AS reading, g.digest AS reading_digest "
            "FROM reading g JOIN document d ON d.seq = g.document "
            "WHERE g.report = :id AND d.body IS NOT NULL AND g.body IS NOT NULL AND g.seq = "
            "(SELECT max(seq) FROM reading WHERE report = :id)", id=report,
        )  # fmt: skip
        if held is None or row is None:
            return None
        return Entry(
            report=self.as_report(held, self.raw(report) or b"" if raw else b""),
            document=self._noun(Document, row.document, row.document_digest),
            reading=self._noun(Reading, row.reading, row.reading_digest),
        )

    def document(self, report: str) -> Document | None:
        """The document that counts."""
        row = self._sql.one(
            "SELECT seq, digest FROM document WHERE report = :id AND body IS NOT NULL AND seq = "
            "(SELECT max(seq) FROM document WHERE report = :id)", id=report,
        )  # fmt: skip
        return None if row is None else self._noun(Document, row.seq, row.digest)

    def _noun(self, kind: type[T], seq: int, digest: str) -> T:
        """A document or reading, decoded once a process: its digest says that it is the same."""
        key = (kind.__name__, digest)
        found = _DECODED.get(key)
        if found is None:
            row = self._sql.one(f"SELECT body FROM {kind.__name__.lower()} WHERE seq = :s", s=seq)
            found = codec.decode(kind, _unpack(row.body))
            while len(_DECODED) >= DECODED:
                _DECODED.pop(next(iter(_DECODED)), None)
            _DECODED[key] = found
        return cast("T", found)

    def report(self, report: str) -> Report | None:
        """A report with its bytes; None where it is unknown or wiped."""
        held, raw = self.held(report), self.raw(report)
        return None if held is None or raw is None else self.as_report(held, raw)

    def raw(self, report: str) -> bytes | None:
        """The bytes as received."""
        row = self._sql.one("SELECT body FROM raw WHERE report = :id", id=report)
        return None if row is None or row.body is None else _unpack(row.body)

    def judgements(self, target: str | None = None) -> list[Judgement]:
        """Judgements about an address, or all of them, in a fixed order: by time, then id."""
        where = "" if target is None else "WHERE target = :target"
        rows = self._sql.all(
            f"SELECT body FROM judgement {where}", **({} if target is None else {"target": target})
        )
        found = [codec.decode(Judgement, row.body) for row in rows]
        return sorted(found, key=lambda judgement: (judgement.at, judgement.id))

    def withdrawals(self) -> list[Withdrawal]:
        """Every withdrawal, in order."""
        rows = self._sql.all("SELECT report, kind, made, made_by, note FROM withdrawal ORDER BY seq")
        return [Withdrawal(**row._asdict()) for row in rows]

    def places(self, report: str) -> set[str]:
        """Everywhere a report was found."""
        rows = self._sql.all("SELECT place FROM source WHERE report = :id", id=report)
        return {row.place for row in rows}

    def readings(self, report: str) -> list[tuple[str, str, str]]:
        """Every reading of a report: reader, digest, when it was appended; the last one counts."""
        rows = self._sql.all(
            "SELECT reader, digest, appended FROM reading WHERE report = :id ORDER BY seq", id=report
        )
        return [(row.reader, row.digest, row.appended) for row in rows]

    def bodies(self, report: str) -> Iterator[tuple[str, str, bytes | None]]:
        """Every digested body of a report with its digest, for checking: table, digest, text or None."""
        for table in ("document", "reading"):
            rows = self._sql.all(
                f"SELECT digest, body FROM {table} WHERE report = :id ORDER BY seq", id=report
            )
            for row in rows:
                yield table, row.digest, None if row.body is None else _unpack(row.body)

    # --- inside ---------------------------------------------------------------------------------------

    def _add_report(self, report: Report) -> None:
        self._sql.run(
            "INSERT INTO report (id, digest, media_type, given, received) VALUES (:i, :d, :m, :g, :r)",
            i=report.id, d=report.digest, m=report.media_type, g=codec.encode(report.given), r=report.received,
        )  # fmt: skip
        self._sql.run("INSERT INTO raw (report, body) VALUES (:i, :b)", i=report.id, b=_pack(report.raw))
        self.add_source(report)

    def add_source(self, report: Report) -> None:
        """Notes another place where a known report was found."""
        if not self._sql.one("SELECT 1 FROM report WHERE id = :i", i=report.id):
            return
        self._sql.run(
            "INSERT INTO source (report, place, received) VALUES (:i, :p, :r) ON CONFLICT DO NOTHING",
            i=report.id, p=report.source, r=report.received,
        )  # fmt: skip

    def _same_reading(self, entry: Entry) -> bool:
        row = self._sql.one(
            "SELECT g.digest AS reading, d.digest AS document FROM reading g JOIN document d ON d.seq = g.document "
            "WHERE g.report = :id ORDER BY g.seq DESC LIMIT 1", id=entry.report.id,
        )  # fmt: skip
        return row is not None and (row.document, row.reading) == (
            codec.digest(codec.encode(entry.document)),
            codec.digest(codec.encode(checked(entry).reading)),
        )

    def _add_reading(self, entry: Entry, now: str) -> None:
        body = codec.encode(entry.document)
        known = self._sql.one(
            "SELECT seq, digest FROM document WHERE report = :id ORDER BY seq DESC LIMIT 1",
            id=entry.report.id,
        )
        if known is None or known.digest != codec.digest(body):
            document = self._sql.one(
                "INSERT INTO document (report, digest, body) VALUES (:i, :d, :b) RETURNING seq",
                i=entry.report.id, d=codec.digest(body), b=_pack(body.encode()),
            ).seq  # fmt: skip
        else:
            document = known.seq
        reading = codec.encode(entry.reading)
        self._sql.run(
            "INSERT INTO reading (report, document, reader, digest, appended, body) VALUES (:i, :o, :r, :d, :a, :b)",
            i=entry.report.id, o=document, r=entry.reading.reader, d=codec.digest(reading), a=now,
            b=_pack(reading.encode()),
        )  # fmt: skip

    def _held(self, tail: str, **values: Any) -> Iterator[Held]:
        rows = self._sql.all(
            "SELECT r.id, r.digest, r.media_type, r.given, r.received, "
            "(SELECT min(place) FROM source s WHERE s.report = r.id) AS source, "
            "(SELECT kind FROM withdrawal w WHERE w.report = r.id ORDER BY w.seq DESC LIMIT 1) AS withdrawn, "
            "(SELECT reader FROM reading g WHERE g.report = r.id ORDER BY g.seq DESC LIMIT 1) AS reader "
            f"FROM report r {tail}",
            **values,
        )
        for row in rows:
            yield Held(
                id=row.id, digest=row.digest, media_type=row.media_type, given=codec.decode(Given, row.given),
                received=row.received, source=row.source, reader=row.reader,
                withdrawn=None if row.withdrawn == "restore" else row.withdrawn,
            )  # fmt: skip

    def as_report(self, held: Held, raw: bytes = b"") -> Report:
        """A held report as a noun, without its bytes where none are given."""
        return Report(
            id=held.id, digest=held.digest, source=held.source, given=held.given, received=held.received,
            media_type=held.media_type, raw=raw,
        )  # fmt: skip


def _pack(data: bytes) -> bytes:
    return zlib.compress(data, 6)


def _unpack(data: bytes) -> bytes:
    return zlib.decompress(bytes(data))
