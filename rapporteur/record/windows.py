"""When each report could be known: its own date, or a window inferred from reports that state theirs.

An inferred window rests only on dated reports and on what both texts mention, found through exact keys, so it
does not depend on the order in which reports came. When a dated report comes or goes, the undated ones that
share a key with it are inferred again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rapporteur import codec
from rapporteur.ledger.sql import Sql
from rapporteur.model import Entry, Window
from rapporteur.record.components import mark
from rapporteur.record.moments import bounds

Get = Callable[[str], "Entry | None"]
Near = Sequence[tuple[str, str, int]]  # dated reports, their windows as kept, how much they have in common


NEAREST = 8
"""Neighbours a window is inferred from: those that share most keys; a day counts for three names."""
SCORE = "SUM(CASE WHEN k.key LIKE 'day:%' THEN 3 ELSE 1 END)"
PAIRS = "SUM(CASE WHEN k.key LIKE 'pair:%' THEN 1 ELSE 0 END)"


def set_window(sql: Sql, entry: Entry, get: Get, stamp: int) -> tuple[Window, dict[str, Window]]:
    """Places a report on the clock of the knowable; its window, and those of others that changed with it."""
    from rapporteur.record import dates  # brings the whole reader with it, which no view needs

    report = entry.report.id
    before = _keys_of(sql, report)
    held = sql.one("SELECT body, dated, near FROM time_window WHERE report = :r", r=report)
    keys = dates.keys(entry.document, entry.reading)
    if keys != before:
        sql.run("DELETE FROM date_key WHERE report = :r", r=report)
        sql.many(
            "INSERT INTO date_key (key, report) VALUES (:k, :r)",
            [{"k": key, "r": report} for key in sorted(keys)],
        )
    own = dates.stated(entry.document)
    near = [] if own is not None else _near(sql, report, keys)
    window = own or _infer(entry, near, get)
    made = (codec.encode(window), int(own is not None), codec.dumps(_rest(near)))
    if held is None or (held.body, held.dated, held.near) != made:
        _keep(sql, report, window, own is not None, near, stamp)
    if own is None and (held is None or not held.dated):
        return window, {}
    return window, _infer_again(sql, report, [before, keys], get, stamp)


def drop_window(sql: Sql, report: str, get: Get, stamp: int) -> dict[str, Window]:
    """Takes a report off the clock; the windows of others that changed with it."""
    keys = _keys_of(sql, report)
    held = sql.one("SELECT dated FROM time_window WHERE report = :r", r=report)
    sql.run("DELETE FROM date_key WHERE report = :r", r=report)
    sql.run("DELETE FROM time_window WHERE report = :r", r=report)
    mark(sql, [f"w:{report}"], stamp)
    return _infer_again(sql, report, [keys], get, stamp) if held is not None and held.dated else {}


def window_of(sql: Sql, report: str) -> Window | None:
    """The window of a report that stands."""
    row = sql.one("SELECT body FROM time_window WHERE report = :r", r=report)
    return None if row is None else codec.decode(Window, row.body)


def infer_all_again(sql: Sql, get: Get, stamp: int) -> dict[str, Window]:
    """Infers every undated report anew whose neighbours are others now; the windows that changed."""
    undated = sql.all("SELECT report, body, near FROM time_window WHERE dated = 0 ORDER BY report")
    return _renewed(sql, undated, get, stamp)


def _infer_again(sql: Sql, report: str, keys: Sequence[set[str]], get: Get, stamp: int) -> dict[str, Window]:
    """Infers anew the undated reports that share a key, where those they rest on are others now."""
    resting = {
        row.report: row
        for held in keys  # what it had before and what it has now
        for row in sql.among(
            "SELECT k.report, w.body, w.near FROM date_key k JOIN time_window w ON w.report = k.report "
            "WHERE w.dated = 0 AND k.report <> :r AND k.key IN :keys GROUP BY k.report, w.body, w.near, w.least "
            f"HAVING {PAIRS} > 0 AND {SCORE} >= w.least", held, r=report,
        )
    }  # fmt: skip
    return _renewed(sql, [row for _, row in sorted(resting.items())], get, stamp)


def _renewed(sql: Sql, undated: Sequence[Any], get: Get, stamp: int) -> dict[str, Window]:
    """The windows that are others now, of these undated reports; what each rests on is kept as it is now."""
    changed = {}
    for row in undated:
        near = _near(sql, row.report, _keys_of(sql, row.report))
        entry = get(row.report) if codec.dumps(_rest(near)) != row.near else None
        if entry is None:
            continue
        window = _infer(entry, near, get)
        if window != codec.decode(Window, row.body):
            changed[row.report] = window
            _keep(sql, row.report, window, False, near, stamp)
        else:
            sql.run(
                "UPDATE time_window SET near = :n, least = :s WHERE report = :r",
                n=codec.dumps(_rest(near)), s=_least(near), r=row.report,
            )  # fmt: skip
    return changed


def _infer(entry: Entry, near: Near, get: Get) -> Window:
    from rapporteur.record import dates

    neighbours = []
    for report, window, _ in near:
        found = get(report)
        if found is not None:
            neighbours.append((found.document, found.reading, codec.decode(Window, window)))
    return dates.infer(entry.document, entry.reading, neighbours)


def _near(sql: Sql, report: str, keys: set[str]) -> Near:
    """The dated reports that share most keys with this one, with their windows: what a window rests on."""
    rows = sql.among(
        f"SELECT k.report, w.body, {SCORE} AS score FROM date_key k JOIN time_window w ON w.report = k.report "
        f"WHERE w.dated = 1 AND k.report <> :r AND k.key IN :keys GROUP BY k.report, w.body HAVING {PAIRS} > 0 "
        f"ORDER BY score DESC, k.report LIMIT {NEAREST}", keys, r=report,
    )  # fmt: skip
    return [(row.report, row.body, int(row.score)) for row in rows]


def _least(near: Near) -> int:
    """What a dated report must have in common with an undated one to be of those it rests on: more than the last."""
    return near[-1][2] if len(near) == NEAREST else 0


def _rest(near: Near) -> list[tuple[str, str]]:
    """What a window rests on, as it is kept: reports and their own windows."""
    return [(report, window) for report, window, _ in near]


def _keys_of(sql: Sql, report: str) -> set[str]:
    return {row.key for row in sql.all("SELECT key FROM date_key WHERE report = :r", r=report)}


def _keep(sql: Sql, report: str, window: Window, dated: bool, near: Near, stamp: int) -> None:
    first, last = bounds(window.first), bounds(window.last)
    sql.run(
        "INSERT INTO time_window (report, body, first, last, dated, near, least) VALUES (:r, :b, :f, :l, :d, :n, :s) "
        "ON CONFLICT (report) DO UPDATE SET body = :b, first = :f, last = :l, dated = :d, near = :n, least = :s",
        r=report, b=codec.encode(window), f=None if first is None else first[0],
        l=None if last is None else last[1], d=int(dated), n=codec.dumps(_rest(near)), s=_least(near),
    )  # fmt: skip
    mark(sql, [f"w:{report}"], stamp)
