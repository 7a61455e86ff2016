"""What stands on every exported object: who made it, how often its layer was right, where a date was found."""

from __future__ import annotations

from pathlib import Path

import pytest

import rapporteur
from rapporteur.clean import clean
from rapporteur.cli.pipeline import read_all
from rapporteur.codec import digest
from rapporteur.intake import Options, receive
from rapporteur.ledger import Store
from rapporteur.model import Entry, Given, Report
from rapporteur.present.objects import TYPES, Objects
from rapporteur.present.shown import Plain
from rapporteur.record import open_record
from rapporteur.record.acts import judge, judgement_of, take_in
from rapporteur.record.measured import measured
from rapporteur.views.show import show
from rapporteur.views.view import Asked

SAMPLES = Path(rapporteur.__file__).parent / "samples" / "dispatches"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = Store(str(tmp_path_factory.mktemp("objects") / "record.db"))
    received = receive([str(SAMPLES)], Options(clock=lambda: "2026-01-01T00:00:00Z"))
    reports = [one for one in received if isinstance(one, Report)][:4]
    for _, outcome in read_all(reports, 1):
        assert isinstance(outcome, Entry)
        take_in(made, outcome, now="2026-01-01T00:00:00Z")
    return made


@pytest.fixture(scope="module")
def objects(store: Store) -> list[Plain]:
    with open_record(store) as record:
        return list(Objects(record).all())


def test_what_a_machine_made_says_so_and_its_measured_layers_how_often_they_are_right(
    objects: list[Plain],
) -> None:
    """No layer that was not measured has a precision."""
    for thing in objects:
        assert thing.get("precision") == (
            measured()[thing["type"]].precision if thing["type"] in measured() else None
        )
        if thing["type"] not in ("report", "block", "judgement", "problem"):
            assert thing["made_by"], thing
            assert thing["state"] == "machine", thing


def test_every_figure_names_a_type_and_what_it_was_measured_on() -> None:
    assert set(measured()) <= set(TYPES)
    for found in measured().values():
        assert 0 < found.precision < 1
        assert found.on
        assert found.by


def test_a_thing_shows_its_layers_precision_until_a_person_judged_it(store: Store) -> None:
    with open_record(store) as record:
        event = record.nouns("events")[0]
        rows = {row.cells[0]: row.cells[1] for row in show(record, Asked(words=event.id)).rows}
        assert rows["MEASURED"].startswith(f"{measured()['event'].precision:.0%} ")
        right = judgement_of(record, event.id, "right", by="Ada", at="2026-01-05")
    judge(store, right)
    with open_record(store) as record:
        rows = {row.cells[0]: row.cells[1] for row in show(record, Asked(words=event.id)).rows}
        assert "MEASURED" not in rows
        undo = judgement_of(record, event.id, "undo", by="Ada", at="2026-01-06", other=right.id)
    judge(store, undo)


def test_a_date_in_the_pages_address_is_markup_and_no_word_of_the_text(store: Store) -> None:
    raw = b"Ferry talks resume\n\nThe two sides met again in the harbour town, officials said.\n"
    given = Given(url="https://ledger.example/2026/06/04/ferry-talks.html")
    report = Report(
        id="dated00001", digest=digest(raw), source=given.url or "", given=given, received="2026-06-05T00:00:00Z",
        media_type="text/plain", raw=raw,
    )  # fmt: skip
    document = clean(report)
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2026-06-04", "url")
    (_, outcome), = read_all([report], 1)  # fmt: skip
    assert isinstance(outcome, Entry)
    take_in(store, outcome, now="2026-06-05T00:00:00Z")
    with open_record(store) as record:
        found = next(thing for thing in Objects(record).of("report") if thing["id"] == report.id)
    assert (found["published"], found["published_basis"]) == ("2026-06-04", "markup")
