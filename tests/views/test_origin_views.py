"""Who said it, who they are, and the chain drawn: the views over a few invented dispatches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapporteur.clean import clean
from rapporteur.ledger import Ledger, Store
from rapporteur.model import Entry, Given, Report
from rapporteur.read import read
from rapporteur.record import NoSuchThing, Record, open_record
from rapporteur.record.judged import layer_of
from rapporteur.views.people import people
from rapporteur.views.show import show
from rapporteur.views.sources import sources
from rapporteur.views.statements import statements
from rapporteur.views.view import DRAWN, Asked

POST = """Gates of the upper dam to open in April

Water Minister Ilse Varga met engineers in Oslo on Tuesday. "The engineers will go to the gauge together, and what they say will stand for three seasons," Varga said.

A senior ministry official, who spoke on condition of anonymity because the talks are private, said the gates would open in April.
"""
MAIL = """Engineers to inspect the gauge

The engineers "will go to the gauge together," said Water Minister Ilse Varga, who wants their finding "to stand for three seasons." Farmers downstream have lost two harvests.
"""
SITE = """Reservoir plan takes shape

The gates of the upper dam will open in April, according to the River Post.

The River Post reported that engineers would inspect the gauge. An official told the River Post that farmers were not consulted.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    place = Path(tmp_path_factory.mktemp("record")) / "record.db"
    store = Store(str(place), create=True)
    for text, outlet in ((POST, "River Post"), (MAIL, "Border Mail"), (SITE, None)):
        raw = text.encode()
        digest = hashlib.sha256(raw).hexdigest()
        report = Report(
            id=digest[:10], digest=digest, source=f"{digest[:4]}.txt", raw=raw, media_type="text/plain",
            given=Given(outlet=outlet, published="2031-03-04"), received="2031-03-10T08:00:00Z",
        )  # fmt: skip
        document = clean(report)
        with store.write() as connection:
            Ledger(connection).append(
                Entry(report=report, document=document, reading=read(document)), now="2031-03-10T08:00:00Z"
            )
    with open_record(store) as opened:
        yield opened


def cells(record: Record, words: str) -> dict[str, str]:
    """The answer of `show`, each label with its first text."""
    found: dict[str, str] = {}
    for row in show(record, Asked(words=words)).rows:
        found.setdefault(row.cells[0], row.cells[1])
    return found


def test_the_most_repeated_statement_comes_first(record: Record) -> None:
    view = statements(record, Asked())
    assert view.rows[0].cells[0] == "Ilse Varga"
    assert view.data[0]["origin_count"] == 1
    assert len({found["report"] for found in view.data[0]["renderings"]}) == 2
    assert "single-origin" in view.rows[0].marks


def test_statements_are_narrowed_by_speaker_and_words(record: Record) -> None:
    assert all("Varga" in row.cells[0] for row in statements(record, Asked(by="varga")).rows)
    assert statements(record, Asked(about="gates april")).rows
    assert not statements(record, Asked(about="herring")).rows


def test_people_have_roles_with_the_reports_that_give_them(record: Record) -> None:
    view = people(record, Asked(words="varga"))
    (row,) = view.rows
    assert row.cells[0] == "Ilse Varga"
    assert "Minister" in row.cells[3]


def test_unnamed_sources_stand_apart_with_their_condition(record: Record) -> None:
    rows = [row for row in sources(record, Asked()).rows if "unnamed" in row.marks]
    official = next(row for row in rows if "senior ministry official" in row.cells[0])
    assert "condition of anonymity" in official.cells[2]


def test_show_draws_the_chain_of_a_statement(record: Record) -> None:
    noun = next(n for n in record.nouns("statements") if "would open in April" in n.text)
    view = show(record, Asked(words=noun.id))
    drawn = [row.cells[1] for row in view.rows if DRAWN in row.marks]
    assert drawn
    assert "──> River Post ──>" in drawn[0]
    labels = [row.cells[0] for row in view.rows]
    assert labels[:4] == ["STATEMENT", "KNOWN FROM", "ORIGINS", ""]
    assert "WORDS" in labels
    assert "STATE" in labels


def test_show_of_a_report_names_whence_it_has_it(record: Record) -> None:
    leaning = next(r.id for r, d, _ in record.reports() if d.outlet is None)
    shown = cells(record, leaning)
    assert "River Post" in shown["FROM"]
    assert shown["BY"].startswith("outlet unknown")


def test_show_of_every_fact_answers(record: Record) -> None:
    for report, _, _ in record.reports():
        reading = record.reading(report.id)
        for layer in (
            reading.mentions, reading.timexes, reading.attributions, reading.anonymous_sources,
            reading.event_mentions, reading.quantities, reading.citations, reading.draft_mentions,
        ):  # fmt: skip
            for fact in layer:
                assert show(record, Asked(words=fact.id)).rows, layer_of(fact.id)


def test_show_of_nothing_says_so(record: Record) -> None:
    with pytest.raises(NoSuchThing):
        show(record, Asked(words="zzzzzz@1"))
