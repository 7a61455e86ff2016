"""The record as it stood with fewer reports: what could be known at a moment, or what had been received.

The derived rows of the chosen reports are copied into passing tables that stand before the record's own;
what no other report had part in is taken over as it is, and the rest is grouped and finished again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from rapporteur.ledger.sql import Sql
from rapporteur.record import tables
from rapporteur.record.components import essence_need, mark, mark_components, next_stamp, split, touch
from rapporteur.record.judged import Judged
from rapporteur.record.layer import Dated, Layer
from rapporteur.record.lookup import Entries
from rapporteur.record.placing import place, print_of, rows_of
from rapporteur.record.settling import settle
from rapporteur.record.windows import infer_all_again

Revision = tuple[str | int | None, ...]
"""What a state of the record is known by: it is another after every append, judgement, withdrawal or derivation."""


def revision(connection: Connection) -> Revision:
    """The state of the record this connection reads, whatever passing tables stand before its own."""
    own = tables.own_schema(connection)
    row = Sql(connection).one(
        f"SELECT (SELECT value FROM {own}.derived WHERE name = 'stamp'), "
        f"(SELECT value FROM {own}.derived WHERE name = 'settled'), (SELECT max(seq) FROM {own}.report), "
        f"(SELECT max(seq) FROM {own}.document), (SELECT max(seq) FROM {own}.reading), "
        f"(SELECT max(seq) FROM {own}.judgement), (SELECT max(seq) FROM {own}.withdrawal)"
    )
    return tuple(row)


def cut(
    connection: Connection, layers: Sequence[Layer], judged: Judged, entries: Entries, chosen: Collection[str]
) -> Sql:
    """Makes this connection see the record rebuilt from the chosen reports alone."""
    own = tables.own_schema(connection)
    tables.make(connection, passing=True, indexed=False)
    sql = Sql(connection)
    sql.run("CREATE TEMP TABLE IF NOT EXISTS chosen (report TEXT PRIMARY KEY)")
    sql.run("DELETE FROM chosen")
    sql.many("INSERT INTO chosen (report) VALUES (:r)", [{"r": report} for report in sorted(chosen)])
    _copy(sql, own)
    tables.tell_sizes(connection, "temp")
    stamp = next_stamp(sql)
    for what in ("w", "r"):  # its window, and the report itself
        sql.run(
            f"INSERT INTO stamp SELECT '{what}:' || report, :s FROM {own}.time_window "
            "WHERE report NOT IN (SELECT report FROM chosen) ON CONFLICT (need) DO UPDATE SET touched = :s", s=stamp,
        )  # fmt: skip
    straddling = sql.all(
        f"SELECT DISTINCT n.layer, n.component FROM {own}.item i JOIN {own}.node n ON n.layer = i.layer AND n.key = i.key "
        "WHERE i.report NOT IN (SELECT report FROM chosen)"
    )
    for layer in layers:
        lost = [row.component for row in straddling if row.layer == layer.name]
        _regroup(sql, own, layer.name, lost, stamp)
    moved = infer_all_again(sql, entries.get, stamp)
    again = {report: entry for report in moved if (entry := entries.get(report)) is not None}
    rows = {
        (report, layer.name): rows_of(layer, Dated(entry=entry, window=moved[report]), judged.set_apart)
        for report, entry in again.items()
        for layer in layers
    }
    sql.among(  # only a report that is placed again looks for partners
        f"INSERT INTO block SELECT b.* FROM {own}.block b WHERE b.print IN :keys "
        "AND EXISTS (SELECT 1 FROM node n WHERE n.id = b.node)",
        {
            print_of(layer, block)
            for (_, layer), placed in rows.items() for sought in placed.seeks.values() for block in sought
        },
    )  # fmt: skip
    for report in again:
        for layer in layers:
            place(sql, layer, report, rows[report, layer.name], stamp)
    settle(sql, layers, judged, entries)
    return sql


def _copy(sql: Sql, own: str) -> None:
    """Takes over the rows of the chosen reports, and whatever the record knows of their components.

    Asked from the few to the many, and each table indexed when it is full.
    """
    ours = "SELECT x.* FROM (SELECT DISTINCT layer, component FROM node) o"
    theirs = "x WHERE x.layer = o.layer AND x.component = o.component"
    copies = {
        "item": f"SELECT * FROM {own}.item WHERE report IN (SELECT report FROM chosen)",
        "tally": (
            "SELECT i.key, i.layer, i.member, count(*) FROM item i WHERE EXISTS (SELECT 1 FROM "
            f"{own}.tally t WHERE t.key = i.key AND t.layer = i.layer) GROUP BY i.key, i.layer, i.member"
        ),
        "node": (
            f"SELECT n.* FROM (SELECT DISTINCT key, layer FROM item) i CROSS JOIN {own}.node n "
            "WHERE n.key = i.key AND n.layer = i.layer"
        ),
        "edge": (
            f"SELECT e.* FROM node n CROSS JOIN {own}.edge e WHERE e.low = n.key AND e.layer = n.layer "
            "AND e.basis IN ('', 'judgement') AND EXISTS "
            "(SELECT 1 FROM node o WHERE o.key = e.high AND o.layer = e.layer) "
            f"UNION ALL SELECT * FROM {own}.edge WHERE basis IN (SELECT report FROM chosen) AND basis <> ''"
        ),
        "component": f"{ours} CROSS JOIN {own}.component x WHERE x.id = o.component",
        **{name: f"{ours} CROSS JOIN {own}.{name} {theirs}" for name in ("noun", "apart", "need")},
        "stamp": f"SELECT * FROM {own}.stamp",
        "time_window": f"SELECT * FROM {own}.time_window WHERE report IN (SELECT report FROM chosen)",
        "date_key": f"SELECT * FROM {own}.date_key WHERE report IN (SELECT report FROM chosen)",
    }  # fmt: skip
    for table, rows in copies.items():
        sql.run(f"INSERT INTO {table} {rows}")
        tables.make_indexes(sql.connection, table, passing=True)
    for name in ("stamp", "component", "settled"):
        sql.run(
            f"UPDATE derived SET value = (SELECT value FROM {own}.derived WHERE name = :n) WHERE name = :n",
            n=name,
        )


def _regroup(sql: Sql, own: str, layer: str, numbers: Sequence[int], stamp: int) -> None:
    """Components that lost rows: walked again, and those that are gone noted as changed."""
    held = {row.id for row in sql.among("SELECT id FROM component WHERE id IN :keys", numbers)}
    split(sql, layer, sorted(held), stamp)
    gone = set(numbers) - held
    homes = sql.among(f"SELECT DISTINCT grp FROM {own}.node WHERE component IN :keys", gone)
    mark_components(sql, layer, gone, stamp)
    mark(sql, [essence_need(layer, row.grp) for row in homes], stamp)
    touch(sql, layer, held, stamp)
