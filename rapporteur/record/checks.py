"""Whether a record is what it says it is: digests, spans, and the derived tables against a rebuild."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur import codec
from rapporteur.ledger.sql import Sql
from rapporteur.ledger.verify import faults
from rapporteur.record.engine import Engine
from rapporteur.record.query import Record
from rapporteur.record.settling import UNMARKED
from rapporteur.record.tables import own_schema


def ledger_faults(record: Record) -> Iterator[str]:
    """What is wrong with the entries as they lie, one sentence each."""
    ledger = record.ledger
    for held in ledger.all_held():
        for table, digest, body in ledger.bodies(held.id):
            if body is None and held.withdrawn != "forget":
                yield f"{held.id}: its {table} has lost its text, and the report was not forgotten."
            elif body is not None and codec.digest(body) != digest:
                yield f"{held.id}: its {table} is not the one that was written."
        raw = ledger.raw(held.id)
        if raw is not None and codec.digest(raw) != held.digest:
            yield f"{held.id}: its bytes are not those that were received."
        entry = ledger.entry(held.id)
        if entry is not None:
            yield from faults(entry.document, entry.reading)
        elif held.withdrawn != "forget":
            yield f"{held.id}: it has no reading."


def derived_faults(record: Record) -> Iterator[str]:
    """Where the derived nouns are not those that a rebuild gives, one sentence each."""
    with record.store.read() as connection:
        sql, own = Sql(connection), own_schema(connection)
        shelf = ", ".join(UNMARKED)
        query = f"SELECT layer, id, kind, body, finished, {shelf} FROM {{}}noun"
        held = set(map(tuple, sql.all(query.format(f"{own}."))))
        engine = Engine(connection, record.layers, record.judged)
        engine.rebuild(passing=True)
        engine.settle()
        anew = set(map(tuple, engine.sql.all(query.format(""))))
        connection.detach()  # the passing tables end with the connection
    for layer, name, *_ in sorted(held - anew, key=lambda row: row[:2]):
        yield f"{name}: a rebuild does not give it as {layer} has it."
    missing = {row[:2] for row in anew} - {row[:2] for row in held}
    for layer, name in sorted(missing):
        yield f"{name}: missing among {layer}."
