"""The timeline: every happening once, in order, as far as its day is told, and what became of plans."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from rapporteur.clean import clean
from rapporteur.ledger import Ledger, Store
from rapporteur.model import Entry, Given, Report
from rapporteur.read import read
from rapporteur.record import Record, open_record
from rapporteur.views.timeline import DUE, timeline
from rapporteur.views.view import Asked, Row

PLANS = """Cod envoys to meet in Lisbon

OSLO — Norwegian envoy Peter Lund will meet Icelandic Prime Minister Jon Arnason in Lisbon on March 13. Lund met Canadian minister Ada Holt in Oslo on Monday.

Lund had been scheduled to visit Nuuk on March 6 but postponed the trip. Canada called off a summit in Ottawa that had been set for March 9.

Iceland will sign the herring accord on March 20. Norway rejected the Canadian offer.
"""
NEWS = """Envoys met

LISBON — Norwegian envoy Peter Lund met Icelandic Prime Minister Jon Arnason in Lisbon on Thursday, officials said.
"""


def report(text: str, outlet: str, day: str) -> Report:
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return Report(
        id=digest[:10], digest=digest, source=f"{outlet.lower()}.txt",
        given=Given(outlet=outlet, published=day), received="2031-04-01T08:00:00Z", media_type="text/plain", raw=raw,
    )  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of two reports: plans on 4 March 2031, news on the 14th."""
    store = Store(str(tmp_path_factory.mktemp("timeline") / "r.db"))
    with store.write() as connection:
        for one in (report(PLANS, "Courier", "2031-03-04"), report(NEWS, "Herald", "2031-03-14")):
            page = clean(one)
            Ledger(connection).append(
                Entry(report=one, document=page, reading=read(page)), now="2031-04-01T08:00:00Z"
            )
    with open_record(store) as opened:
        yield opened


def rows(record: Record, **asked: str) -> list[Row]:
    return list(timeline(record, Asked(**asked)).rows)


def status(found: list[Row], *words: str) -> str:
    """The status of the one row whose title or participants hold all the words."""
    (one,) = [
        row for row in found if all(word in f"{row.cells[2]} {row.cells[3]} {row.cells[4]}" for word in words)
    ]
    return one.cells[1]


def test_rows_stand_in_the_order_of_time_and_undated_ones_last(record: Record) -> None:
    """By first possible day; what has no day is at the end, and the view says how much that is."""
    view = timeline(record, Asked(now="2031-04-01"))
    days = [row.cells[0] for row in view.rows]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days == dated + [""] * (len(days) - len(dated))
    assert any("Norway rejected" in row.cells[2] for row in view.rows[len(dated) :])
    assert f"{len(days) - len(dated)} events have no date" in " ".join(view.notes)
    assert view.total == len(view.rows)


def test_planned_postponed_and_cancelled_are_never_held(record: Record) -> None:
    """What was planned, then told of as held, is held; what was put off or called off is not."""
    found = rows(record, now="2031-04-01")
    assert status(found, "Lisbon") == "held"
    assert status(found, "Holt", "Oslo") == "held"
    assert status(found, "Nuuk") == "postponed"
    assert status(found, "Ottawa") == "cancelled"


def test_a_plan_whose_day_has_passed_says_so(record: Record) -> None:
    """Before its day a plan is planned; after it, without news, it is due with its outcome unreported."""
    before = rows(record, now="2031-03-15")
    assert status(before, "herring") == "planned"
    view = timeline(record, Asked(now="2031-04-01"))
    (row,) = [one for one in view.rows if "herring" in one.cells[2]]
    assert row.cells[1] == f"planned; {DUE}"
    assert "due" in row.marks
    assert "1 plans have passed their date without news." in view.notes


def test_as_of_knows_what_could_be_known(record: Record) -> None:
    """On the fifth the meeting in Lisbon is planned, and nothing of the later report is in."""
    found = rows(record, as_of="2031-03-05", now="2031-04-01")
    assert status(found, "Lisbon") == "planned"
    assert len(found) < len(rows(record, now="2031-04-01")) + 1


def test_a_row_shows_its_words_and_a_question_narrows_it(record: Record) -> None:
    """Every row carries the sentences it rests on; `by` and `about` choose among them."""
    found = rows(record, now="2031-04-01")
    assert all(row.evidence and row.evidence[0].span.exact for row in found)
    (lisbon,) = rows(record, now="2031-04-01", by="Arnason", about="Lisbon")
    assert len(lisbon.evidence) == 2
    assert rows(record, now="2031-04-01", about="Atlantis") == []
