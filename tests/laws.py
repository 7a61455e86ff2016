"""What the laws over the samples and over real reports are tried with: records of some reports, and their exports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from rapporteur.ledger import Store
from rapporteur.model import Entry
from rapporteur.present.export import line
from rapporteur.present.objects import Objects
from rapporteur.record import LAYERS, Record, open_record
from rapporteur.record.engine import Engine, prepare
from rapporteur.record.moments import bounds

NOW = "2026-01-01T00:00:00Z"


def exported(record: Record) -> str:
    """The digest of all of an export but the judgements: of real reports that is 64 MB."""
    made = hashlib.sha256()
    for thing in Objects(record).all():
        if thing["type"] != "judgement":
            made.update(line(thing).encode())
    return made.hexdigest()


def record_of(folder: Path, name: str, *portions: Iterable[Entry]) -> Store:
    """A record of these reports, looked at after each portion."""
    store = Store(str(folder / f"{name}.db"))
    for portion in portions:
        with store.write() as connection:
            prepare(connection, LAYERS)
            engine = Engine(connection, LAYERS)
            for one in portion:
                engine.ledger.append(one, now=NOW)
                engine.advance(one.report.id)
        open_record(store).close()
    return store


def knowable(record: Record, then: str, *, strict: bool) -> set[str]:
    """The reports that could be known by then; `strict` counts the others from the end of their window."""
    edges = {name: bounds(w.last if strict else w.first) for name, w in record.windows().items()}
    return {
        name for name, edge in edges.items()
        if (edge is None and not strict) or (edge is not None and edge[1 if strict else 0] <= then)
    }  # fmt: skip
