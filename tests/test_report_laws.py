"""The laws over real reports, compared by the bytes of the export: a few from every folder, or all of them.

`RAPPORTEUR_LAWS=all` takes every report there is; `RAPPORTEUR_LAWS=RECORD` takes the readings of that record, so
that nothing is read again. Either takes long: about ten minutes of processor for five hundred reports.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from laws import NOW, exported, knowable, record_of

from rapporteur.cli.pipeline import read_all
from rapporteur.intake import Options, read_manifest, receive
from rapporteur.ledger import Ledger, Store, Withdrawal
from rapporteur.model import Entry, Report
from rapporteur.record import open_record
from rapporteur.record.acts import judge, judgement_of, rebuild, reread, withdraw
from rapporteur.record.checks import derived_faults, ledger_faults
from rapporteur.record.moments import bounds
from rapporteur.views.view import Asked

REPORTS = Path(__file__).parents[2] / "shared" / "reports"
ASKED = os.environ.get("RAPPORTEUR_LAWS", "")
A_FOLDER = 5  # reports of each folder where not all are asked for
LONGEST = 6_000  # bytes of such a report


def received() -> Iterator[Report]:
    """The reports of each folder with what its table says of them, or the first short ones."""
    for folder in sorted(path for path in REPORTS.iterdir() if path.is_dir()):
        table = read_manifest(folder / "index.tsv") if (folder / "index.tsv").exists() else {}
        options = Options(clock=lambda: NOW, manifest=table if isinstance(table, dict) else {})
        found = (one for one in receive([str(folder)], options) if isinstance(one, Report))
        if ASKED == "all":
            yield from found
        else:
            yield from [one for one in found if len(one.raw) < LONGEST][:A_FOLDER]


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    if ASKED not in ("", "all"):
        with Store(ASKED, create=False).read() as connection:
            ledger = Ledger(connection)
            held = [ledger.entry(report, raw=True) for report in ledger.standing()]
        return [one for one in held if one is not None]
    if not REPORTS.is_dir():
        pytest.skip("the real reports are not there: no law was tried on them")
    outcomes = (outcome for _, outcome in read_all(received(), 1))
    unique = {one.report.id: one for one in outcomes if isinstance(one, Entry)}
    return list(unique.values())


@pytest.fixture(scope="module")
def straight(entries: list[Entry], tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, str]:
    """The record of all in the order received, and its export."""
    store = record_of(tmp_path_factory.mktemp("straight"), "straight", entries)
    with open_record(store) as record:
        return store, exported(record)


def withdrawn(store: Store, reports: Sequence[str], kind: str) -> None:
    for report in reports:
        withdraw(store, Withdrawal(report=report, kind=kind, made=NOW, made_by="Ada"))  # type: ignore[arg-type]


def test_any_order_gives_the_same_and_withdrawing_is_never_having_read(
    entries: list[Entry], straight: tuple[Store, str], tmp_path: Path
) -> None:
    shuffled = random.Random(5).sample(entries, len(entries))
    third, gone = len(shuffled) // 3, [one.report.id for one in shuffled[:: max(2, len(shuffled) // 20)]]
    store = record_of(tmp_path, "shuffled", shuffled[:third], chain(shuffled[third:], shuffled[:5]))
    with open_record(store) as record:
        assert exported(record) == straight[1]
    withdrawn(store, gone, "retract")
    never = record_of(tmp_path, "never", [one for one in entries if one.report.id not in gone])
    with open_record(store) as record, open_record(never) as other:
        assert exported(record) == exported(other)
    withdrawn(store, gone, "restore")
    with open_record(store) as record:
        assert exported(record) == straight[1]


def test_the_record_agrees_with_its_ledger_and_with_a_rebuild(straight: tuple[Store, str]) -> None:
    store, before = straight
    with open_record(store) as record:
        assert list(ledger_faults(record)) == []
        assert list(derived_faults(record)) == []
    rebuild(store, lambda done, total: None)
    with open_record(store) as record:
        assert exported(record) == before


@pytest.mark.parametrize("strict", [False, True])
def test_as_of_is_the_record_of_what_could_be_known(
    entries: list[Entry], straight: tuple[Store, str], tmp_path: Path, strict: bool
) -> None:
    """At the moment by which half of the dated reports were out."""
    with open_record(straight[0]) as record:
        dated = [bounds(window.last if strict else window.first) for window in record.windows().values()]
        moments = sorted(edge[1 if strict else 0] for edge in dated if edge is not None)
        then = moments[len(moments) // 2]
        known = knowable(record, then, strict=strict)
        chosen = [one for one in entries if one.report.id in known]
        assert 0 < len(chosen) < len(entries)
        rebuilt = record_of(tmp_path, "known", chosen)
        with open_record(rebuilt) as other:
            assert exported(record.at(Asked(as_of=then, strict=strict))) == exported(other)


def test_judgements_outlive_reading_again(entries: list[Entry], tmp_path: Path) -> None:
    """A name set, an event wrong and two things the same, then every report read by another reader."""
    store = record_of(tmp_path, "judged", entries)
    with open_record(store) as record:
        people = [noun for noun in record.nouns("entities") if noun.kind == "person"]
        renamed, left, right = max(people, key=lambda noun: len(noun.mentions)), people[0], people[-1]
        event = record.nouns("events")[0]
        made = [
            judgement_of(record, renamed.id, "set", by="Ada", at="2026-01-05", fields=[("name", "Oren Castell")]),
            judgement_of(record, event.id, "wrong", by="Ada", at="2026-01-05"),
            judgement_of(record, left.id, "same", by="Bela", at="2026-01-06", other=right.id),
        ]  # fmt: skip
    for judgement in made:
        judge(store, judgement)
    with open_record(store) as record:
        judged = [replace(noun, roles=()) for noun in record.nouns("entities")]
        found = record.noun_of("entities", renamed.id)
        assert found is not None
        assert found.name == "Oren Castell"
        assert record.noun_of("events", event.id) is None
        assert record.noun_of("entities", left.id) == record.noun_of("entities", right.id)
    again = {one.report.id: one for one in entries}
    for report in sorted(again):
        reread(
            store,
            report,
            lambda report: again[report.id].document,
            lambda document: replace(again[document.report].reading, reader="newer/2"),
            now="2026-02-02T00:00:00Z",
        )
    with open_record(store) as record:
        assert [replace(noun, roles=()) for noun in record.nouns("entities")] == judged
        assert record.noun_of("events", event.id) is None
        assert list(derived_faults(record)) == []
