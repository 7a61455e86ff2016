"""Shelf marks obey the laws of what they mark: any order, rebuilt or step by step, the same marks."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

import rapporteur
from rapporteur.clean import clean
from rapporteur.intake import Options, Source, receive
from rapporteur.ledger import Store
from rapporteur.model import Entry, Report
from rapporteur.read import read
from rapporteur.record import LAYERS, Wanted, open_record, without
from rapporteur.record.acts import rebuild, take_in

SAMPLES = Path(rapporteur.__file__).parent / "samples" / "dispatches"
NOW = "2026-06-13T08:00:00Z"
LISTED = "SELECT layer, id, rank, state, talks, who, owner, first, last, words FROM noun ORDER BY layer, id"
NOTED = "SELECT kind, address, other, words FROM noted ORDER BY kind, address, other"
APART = "SELECT layer, low, high, why FROM apart ORDER BY layer, low, high, why"


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    """The sample dispatches, read."""
    found = receive([Source(place=str(SAMPLES))], Options(clock=lambda: NOW))
    made = [(report, clean(report)) for report in found if isinstance(report, Report)]
    return [Entry(report=report, document=document, reading=read(document)) for report, document in made]


def marks(store: Store) -> list[tuple[Any, ...]]:
    with open_record(store) as record, store.read() as connection:
        assert record.lists.standing()[0]
        return [tuple(row) for query in (LISTED, NOTED, APART) for row in connection.exec_driver_sql(query)]


def taken_in(place: Path, entries: list[Entry], each: bool = False) -> Store:
    store = Store(str(place))
    for entry in entries:
        take_in(store, entry, now=NOW)
        if each:
            open_record(store).close()
    return store


def test_marks_do_not_depend_on_the_order_of_arrival_or_on_rebuilding(
    entries: list[Entry], tmp_path: Path
) -> None:
    """Step by step in one order, at once in another, and rebuilt: one set of marks."""
    shuffled = Random(7).sample(entries, len(entries))
    steps = taken_in(tmp_path / "steps.db", entries, each=True)
    once = taken_in(tmp_path / "once.db", shuffled)
    expected = marks(once)
    assert marks(steps) == expected
    rebuild(steps, lambda done, total: None)
    assert marks(steps) == expected


def test_a_page_is_the_same_stretch_of_the_whole_list(entries: list[Entry], tmp_path: Path) -> None:
    """Pages laid end to end are the list, none twice and none left out, and the count is theirs."""
    store = taken_in(tmp_path / "pages.db", entries)
    with open_record(store) as record:
        for layer in LAYERS:
            wanted = Wanted(layer=layer.name)
            whole = [noun.id for noun in record.lists.page(wanted)]
            pages = [n.id for at in range(0, len(whole) + 7, 7) for n in record.lists.page(wanted, 7, at)]
            assert pages == whole
            assert record.lists.count(wanted) == len(whole) == len(record.nouns(layer.name))


def test_taken_out_for_a_look_leaves_the_record_as_it_was(entries: list[Entry], tmp_path: Path) -> None:
    """The record without some reports is the one that never read them, and nothing of it stays."""
    store, fewer = taken_in(tmp_path / "all.db", entries), taken_in(tmp_path / "fewer.db", entries[:-3])
    before = marks(store)
    with open_record(fewer) as expected, without(store, [e.report.id for e in entries[-3:]]) as (seen, _):
        for layer in LAYERS:
            assert seen.nouns(layer.name) == expected.nouns(layer.name)
    assert marks(store) == before
