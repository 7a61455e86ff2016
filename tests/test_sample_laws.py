"""The laws once more over the sample dispatches and the real layers, compared by the bytes of the export."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from laws import exported, knowable, record_of

import rapporteur
from rapporteur.cli.pipeline import pass_over, read_all
from rapporteur.intake import Options, receive
from rapporteur.ledger import Store, Withdrawal
from rapporteur.model import Entry, Report
from rapporteur.record import open_record
from rapporteur.record.acts import judge, judgement_of, rebuild, reread, take_in, withdraw
from rapporteur.record.checks import derived_faults, ledger_faults
from rapporteur.views.changes import changes
from rapporteur.views.view import Asked

SAMPLES = Path(rapporteur.__file__).parent / "samples" / "dispatches"


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    received = receive([str(SAMPLES)], Options(clock=lambda: "2026-01-01T00:00:00Z"))
    reports = [one for one in received if isinstance(one, Report)]
    read = [outcome for _, outcome in read_all(reports, 1)]
    assert all(isinstance(one, Entry) for one in read), read
    return [one for one in read if isinstance(one, Entry)]


@pytest.fixture(scope="module")
def straight(entries: list[Entry], tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, str]:
    """The record of all samples in the order of their names, and its export."""
    store = record_of(tmp_path_factory.mktemp("straight"), "straight", entries)
    with open_record(store) as record:
        return store, exported(record)


def test_any_order_gives_the_same_bytes(
    entries: list[Entry], straight: tuple[Store, str], tmp_path: Path
) -> None:
    shuffled = random.Random(3).sample(entries, len(entries))
    store = record_of(tmp_path, "shuffled", shuffled[:6])
    open_record(store).close()  # asked in between
    for one in [*shuffled[6:], *shuffled[:3]]:
        take_in(store, one, now="2026-03-03T00:00:00Z")
    with open_record(store) as record:
        assert exported(record) == straight[1]


def test_the_record_agrees_with_its_ledger_and_with_a_rebuild(straight: tuple[Store, str]) -> None:
    store, bytes_before = straight
    with open_record(store) as record:
        assert list(ledger_faults(record)) == []
        assert list(derived_faults(record)) == []
    rebuild(store, lambda done, total: None)
    with open_record(store) as record:
        assert exported(record) == bytes_before


def test_withdrawing_is_never_having_read(entries: list[Entry], tmp_path: Path) -> None:
    gone = entries[0]
    never = record_of(tmp_path, "never", [one for one in entries[:9] if one is not gone])
    store = record_of(tmp_path, "withdrawn", entries[:9])
    with open_record(store) as record:
        whole = exported(record)
    withdraw(store, Withdrawal(report=gone.report.id, kind="retract", made="2026", made_by="Ada"))
    with open_record(store) as record, open_record(never) as other:
        assert exported(record) == exported(other)
    withdraw(store, Withdrawal(report=gone.report.id, kind="restore", made="2026", made_by="Ada"))
    with open_record(store) as record:
        assert exported(record) == whole


@pytest.mark.parametrize("strict", [False, True])
def test_as_of_is_the_record_of_what_could_be_known(
    entries: list[Entry], straight: tuple[Store, str], tmp_path: Path, strict: bool
) -> None:
    then = "2026-06-09T12:00:00Z"
    with open_record(straight[0]) as record:
        known = knowable(record, then, strict=strict)
        assert 3 < len(known) < len(entries)
        other = record_of(tmp_path, "known", [one for one in entries if one.report.id in known])
        with open_record(other) as rebuilt:
            assert exported(record.at(Asked(as_of=then, strict=strict))) == exported(rebuilt)


def test_a_correction_outlives_reading_again(entries: list[Entry], tmp_path: Path) -> None:
    """A person corrects a name; everything is read again by a newer reader; the correction stands."""
    store = record_of(tmp_path, "corrected", entries[:4])
    with open_record(store) as record:
        person = next(
            noun for noun in record.nouns("entities") if noun.kind == "person" and len(noun.mentions) > 2
        )
        ours = judgement_of(
            record, person.id, "set", by="Ada", at="2026-01-05", fields=[("name", "Oren Castell")]
        )
    judge(store, ours)
    for one in entries[:4]:
        done = reread(
            store, one.report.id, lambda report, one=one: one.document,
            lambda document, one=one: replace(one.reading, reader="newer/2"), now="2026-02-02T00:00:00Z",
        )  # fmt: skip
        assert done.outcome == "newer reading"
    with open_record(store) as record:
        found = record.noun_of("entities", person.id)
        assert found.name == "Oren Castell"
        assert person.name in found.variants
        assert record.state(found) == "corrected"
        assert record.entry(entries[0].report.id).reading.reader == "newer/2"
        theirs = judgement_of(
            record, person.id, "set", by="Bela", at="2026-01-06", fields=[("name", "Oren Kessel")]
        )
    judge(store, theirs)
    with open_record(store) as record:
        found = record.noun_of("entities", person.id)
        assert (found.name, record.state(found)) == (person.name, "disputed")
        end = judgement_of(
            record,
            person.id,
            "set",
            by="Cai",
            at="2026-01-07",
            fields=[("name", "Oren Kessel"), ("settles", "yes")],
        )
    judge(store, end)
    with open_record(store) as record:
        found = record.noun_of("entities", person.id)
        assert (found.name, record.state(found)) == ("Oren Kessel", "corrected")


def test_what_is_judged_wrong_leaves_the_views_and_stays_in_the_ledger(
    entries: list[Entry], tmp_path: Path
) -> None:
    store = record_of(tmp_path, "wrong", entries[:3])
    with open_record(store) as record:
        statement = max(record.nouns("statements"), key=lambda noun: len(noun.attributions))
        wrong = judgement_of(record, statement.id, "wrong", by="Ada", at="2026-01-05")
    judge(store, wrong)
    with open_record(store) as record:
        left = {a for noun in record.nouns("statements") for a in noun.attributions}
        assert not left & set(statement.attributions)
        held = record.ledger.entry(statement.id.partition(":")[0])
        assert held is not None
        assert statement.id in {fact.id for fact in held.reading.attributions}
        undo = judgement_of(record, statement.id, "undo", by="Ada", at="2026-01-06", other=wrong.id)
    judge(store, undo)
    with open_record(store) as record:
        assert statement in record.nouns("statements")


def test_changes_are_what_a_later_report_changed_and_nothing_for_one_known(
    entries: list[Entry], tmp_path: Path
) -> None:
    store = record_of(tmp_path, "changes", entries[:3])
    for one in entries[3:7]:
        take_in(
            store,
            replace(one, report=replace(one.report, received="2026-01-09T00:00:00Z")),
            now="2026-01-09T00:00:00Z",
        )
    for one in entries[:3]:
        take_in(
            store,
            replace(one, report=replace(one.report, received="2026-01-20T00:00:00Z")),
            now="2026-01-20T00:00:00Z",
        )
    with open_record(store) as record:
        told = changes(record, Asked(since="2026-01-05T00:00:00Z", now="2026-02-01T00:00:00Z"))
        assert {"new draft", "new statements"} & {row.cells[0] for row in told.rows}
        assert changes(record, Asked(since="2026-01-10T00:00:00Z", now="2026-02-01T00:00:00Z")).rows == ()


def test_what_changed_is_the_same_by_taking_out_and_by_looking_back(
    entries: list[Entry], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taking the new report out again must not hide, or invent, what a look at the earlier record tells."""

    def at(one: Entry, day: str) -> Entry:
        return replace(one, report=replace(one.report, received=f"2026-01-{day}T00:00:00Z"))

    for number, late in enumerate((entries[6], entries[10], entries[13])):
        store = record_of(tmp_path, f"early{number}", [at(one, "01") for one in entries if one is not late])
        take_in(store, at(late, "09"), now="2026-01-09T00:00:00Z")
        asked = Asked(since="2026-01-05T00:00:00Z", now="2026-02-01T00:00:00Z")
        with open_record(store) as record:
            taken_out = changes(record, asked).rows
        with monkeypatch.context() as patched, open_record(store) as record:
            patched.setattr("rapporteur.views.changes.FEW", -1)
            assert changes(record, asked).rows == taken_out


def test_as_we_had_goes_by_the_clock_of_receiving(entries: list[Entry], tmp_path: Path) -> None:
    early = [replace(one, report=replace(one.report, received="2026-01-01T10:00:00Z")) for one in entries[:2]]
    late = [replace(one, report=replace(one.report, received="2026-01-02T10:00:00Z")) for one in entries[2:4]]
    store = record_of(tmp_path, "had", [*late, *early])
    with open_record(store) as record, open_record(record_of(tmp_path, "early", early)) as other:
        assert exported(record.at(Asked(as_we_had="2026-01-01T23:59:59Z"))) == exported(other)


def test_a_report_is_read_alone() -> None:
    """Reading the same page twice gives the same entry: a reading knows one report and no clock."""
    report = next(
        one for one in receive([str(SAMPLES)], Options(clock=lambda: "2026")) if isinstance(one, Report)
    )
    assert pass_over(report) == pass_over(report)


def test_two_unnamed_sources_are_one_only_when_a_person_says_so(entries: list[Entry], tmp_path: Path) -> None:
    store = record_of(tmp_path, "sources", entries[4:8])
    with open_record(store) as record:
        sources = [
            source.id
            for one in entries[4:8]
            for source in record.entry(one.report.id).reading.anonymous_sources
        ]
        left = sources[0]
        right = next(other for other in sources if other.partition(":")[0] != left.partition(":")[0])
        same = judgement_of(record, left, "same", by="Ada", at="2026-01-05", other=right)
    judge(store, same)
    with open_record(store) as record:
        assert record.fact(max(left, right)).same_as == min(left, right)
        assert record.state(left) == record.state(right) == "corrected"
        assert list(derived_faults(record)) == []
