"""Keeps the derived tables true to the ledger, entry by entry, inside the entry's own transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Connection

from rapporteur.ledger import Ledger
from rapporteur.ledger.sql import Sql
from rapporteur.model import Judgement, Window
from rapporteur.record import tables
from rapporteur.record.components import components, mark, next_stamp, touch
from rapporteur.record.judged import Judged, report_of, work_out
from rapporteur.record.layer import Dated, Layer
from rapporteur.record.layers import names_of
from rapporteur.record.lookup import Entries
from rapporteur.record.placing import NOTHING, is_placed, judge_pairs, place, rows_of
from rapporteur.record.search import make_search, set_passages, set_places
from rapporteur.record.settling import settle
from rapporteur.record.windows import drop_window, set_window, window_of

Progress = Callable[[int, int], None]


class Engine:
    """The derivation over one open transaction that writes."""

    def __init__(self, connection: Connection, layers: Sequence[Layer], judged: Judged | None = None) -> None:
        self.connection = connection
        self.sql = Sql(connection)
        self.ledger = Ledger(connection)
        self.layers = layers
        self.judged = work_out(self.ledger.judgements()) if judged is None else judged
        self.entries = Entries(ledger=lambda: self.ledger, judged=lambda: self.judged, size=256)

    def advance(self, report: str) -> None:
        """Derives what follows from a report that was just appended, read again, withdrawn or restored."""
        self.entries.forget([report])
        held = self.ledger.held(report)
        entry = None if held is None or held.withdrawn is not None else self.entries.get(report)
        stamp = next_stamp(self.sql)
        others: dict[str, Window]
        if entry is None:
            others = drop_window(self.sql, report, self.entries.get, stamp)
            self._place(report, None, stamp)
        else:
            window, others = set_window(self.sql, entry, self.entries.get, stamp)
            self._place(report, Dated(entry=entry, window=window), stamp)
        set_passages(self.sql, report, entry)
        set_places(self.sql, report, entry)
        for other, window in others.items():
            again = self.entries.get(other)
            if again is not None:
                self._place(other, Dated(entry=again, window=window), stamp)
        self._judge_pairs(stamp)

    def judge(self, judgement: Judgement) -> bool:
        """Adds a judgement and derives again what it touches; False where it stood already."""
        before = self.judged
        if not self.ledger.judge(judgement):
            return False
        self.judged = work_out(self.ledger.judgements())
        touched = before.reports() ^ self.judged.reports()
        touched |= {report_of(a) for a in (judgement.target, judgement.other) if a}
        if judgement.verdict == "undo":
            undone = next((j for j in self.ledger.judgements() if j.id == judgement.other), None)
            touched |= {report_of(a) for a in (undone.target, undone.other) if a} if undone else set()
        self.entries.forget()
        stamp = next_stamp(self.sql)
        for report in sorted(touched):
            self._place_again(report, stamp)
            set_places(self.sql, report, self.entries.get(report))
        self._judge_pairs(stamp)
        # Groups are summed up anew wherever a judged member stands, since values people set win there.
        for layer in self.layers:
            rows = self.sql.among(
                "SELECT DISTINCT key FROM item WHERE layer = :l AND report IN :keys", touched, l=layer.name
            )
            numbers = set(components(self.sql, layer.name, [row.key for row in rows]).values())
            touch(self.sql, layer.name, numbers, stamp)
        return True

    def rebuild(self, progress: Progress = lambda done, total: None, *, passing: bool = False) -> None:
        """Throws every derived table away and derives all reports that stand again.

        A passing rebuild leaves the record's own tables as they are, and is seen by this connection alone.
        """
        tables.make(self.connection, passing=passing)
        if not passing:
            make_search(self.connection)
        names = " ".join(names_of(self.layers))
        self.sql.run("INSERT INTO derived (name, value) VALUES ('layers', :v)", v=names)
        stamp = next_stamp(self.sql)
        standing = self.ledger.standing()
        for report in standing:
            entry = self.entries.get(report)
            if entry is not None:
                set_window(self.sql, entry, self.entries.get, stamp)
        for number, report in enumerate(standing):
            progress(number, len(standing))
            self._place_again(report, stamp)
            if not passing:
                set_passages(self.sql, report, self.entries.get(report))
                set_places(self.sql, report, self.entries.get(report))
        self._judge_pairs(stamp)
        progress(len(standing), len(standing))

    def settle(self) -> None:
        """Groups, sums up and finishes whatever is out of date."""
        settle(self.sql, self.layers, self.judged, self.entries)

    def _place_again(self, report: str, stamp: int) -> None:
        window, entry = window_of(self.sql, report), self.entries.get(report)
        if window is not None and entry is not None:
            self._place(report, Dated(entry=entry, window=window), stamp)

    def _place(self, report: str, dated: Dated | None, stamp: int) -> None:
        placed = is_placed(self.sql, report)
        for layer in self.layers:
            rows = NOTHING if dated is None else rows_of(layer, dated, self.judged.set_apart)
            place(self.sql, layer, report, rows, stamp, placed=placed)
        mark(self.sql, [f"r:{report}"], stamp)

    def _judge_pairs(self, stamp: int) -> None:
        pairs = [(left, right, f"judged same by {by}") for left, right, by in sorted(self.judged.same)]
        held = self.sql.one("SELECT 1 FROM edge WHERE basis = 'judgement' AND basis <> '' LIMIT 1")
        if pairs or held:
            for layer in self.layers:
                judge_pairs(self.sql, layer.name, pairs, stamp)


def ready(connection: Connection, layers: Iterable[Layer]) -> bool:
    """Whether the derived tables are those of this version and these layers."""
    if tables.scheme(connection) != tables.SCHEME:
        return False
    row = Sql(connection).one("SELECT value FROM derived WHERE name = 'layers'")
    return row is not None and row.value == " ".join(names_of(layers))


def prepare(connection: Connection, layers: Sequence[Layer]) -> None:
    """Makes the derived tables where there are none, or none of this version, and derives the ledger."""
    if ready(connection, layers):
        return
    Engine(connection, layers).rebuild()
