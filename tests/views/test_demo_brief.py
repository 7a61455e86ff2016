"""The brief over the sample dispatches, read as a minister would at eight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rapporteur
from rapporteur.cli.pipeline import read_all
from rapporteur.intake import Options, receive
from rapporteur.ledger import Store
from rapporteur.model import Entry, Report
from rapporteur.record import Record, open_record
from rapporteur.record.acts import take_in
from rapporteur.views.brief import brief
from rapporteur.views.lines import clip
from rapporteur.views.marked import classes, tokens
from rapporteur.views.vet import Vetting
from rapporteur.views.view import Asked

SAMPLES = Path(rapporteur.__file__).parent / "samples" / "dispatches"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    store = Store(str(tmp_path_factory.mktemp("demo") / "r.db"))
    received = receive([str(SAMPLES)], Options(clock=lambda: "2026-06-20T00:00:00Z"))
    reports = [one for one in received if isinstance(one, Report)]
    for _, entry in read_all(reports, 1):
        assert isinstance(entry, Entry)
        take_in(store, entry, now="2026-06-20T00:00:00Z")
    with open_record(store) as opened:
        yield opened


def sections(record: Record, day: str) -> dict[str, list[dict[str, Any]]]:
    view = brief(record, Asked(as_of=day, now=f"{day}T08:00:00Z"))
    return {part["title"]: part["lines"] for part in view.data["sections"]} | {"": [view.data]}


def test_short_dispatches_stand_within_their_talks(record: Record) -> None:
    """All but a commentary that names neither party, only a former office."""
    (talks,) = record.nouns("talks")
    assert len(talks.reports) == 14


def test_the_denied_split_is_told_with_what_it_answers(record: Record) -> None:
    """Denied, and asked about a report in another paper: both sides stand there, and once."""
    lines = [line for line in sections(record, "2026-06-13")["ACCOUNTS PART"] if "denial" in line["marks"]]
    assert len(lines) == 1
    assert lines[0]["body"].startswith(
        "when asked about a report in The Dispatch Weekly / Aldmark's foreign minister"
    )
    assert "denied a split" in lines[0]["body"]


def test_a_deadline_is_told_in_the_sentence_that_names_who_set_it(record: Record) -> None:
    """ "She had given both sides until 14 June" needs the sentence before; another dispatch does not."""
    due = [
        line
        for line in sections(record, "2026-06-20")["DUE, OUTCOME UNREPORTED"]
        if "14 Jun" in line["label"]
    ]
    assert due
    assert "Achterveld" in due[0]["body"]


def test_no_plan_was_due_before_it_was_told_of(record: Record) -> None:
    """The September election of a report of June is no plan of last September; what is due came after its report."""
    due = [line["label"] for line in sections(record, "2026-06-20")["DUE, OUTCOME UNREPORTED"]]
    assert due
    assert not [label for label in due if "2025" in label]


def test_what_is_new_begins_with_a_text_not_with_who_wrote_the_old_one(record: Record) -> None:
    """ "Our envoy wrote the plan" tells of no new draft; the counter-draft of that day is one."""
    new = [line["body"] for line in sections(record, "2026-06-13")["NEW"]]
    assert "counter-draft" in new[0]
    assert not any("Our envoy wrote the plan" in line for line in new[:3])


def test_a_meeting_put_off_lacks_a_day_until_one_is_told(record: Record) -> None:
    """Two dispatches tell of one meeting put off: one gap; on the 12th the delegations are to meet on the 16th."""

    def gaps(day: str) -> list[str]:
        return [line["body"] for line in sections(record, day)["NOT KNOWN"] if "new date" in line["body"]]

    assert len(gaps("2026-06-11")) == 1
    assert gaps("2026-06-13") == []


def test_who_issued_a_statement_is_no_gap(record: Record) -> None:
    told = [line["body"] for line in sections(record, "2026-06-13")["NOT KNOWN"]]
    assert not any("who published 04" in line for line in told)


def test_drafts_stand_in_the_order_in_which_they_became_known(record: Record) -> None:
    view = brief(record, Asked(as_of="2026-06-13", now="2026-06-13T08:00:00Z"))
    (paper,) = [part for part in view.data["sections"] if part["title"] == "ON PAPER"]
    assert [one["title"].split()[0] for one in paper["table"]["drafts"]] == ["14-point", "Aldmark", "Vessian"]


def test_no_line_ends_or_begins_in_mid_air(record: Record) -> None:
    """No comma at the end of a stance, no subordinate clause alone."""
    lines = [
        line["body"] for part in sections(record, "2026-06-13").values() for line in part if "body" in line
    ]
    assert not [one for one in lines if one.endswith((",", ";", ":"))]


def test_a_clause_that_says_nothing_alone_is_not_cut_off() -> None:
    """ "As concern grew, …" is kept with what happened then."""
    text = (
        "As concern about the plan grew among those downstream, the minister of the upper country cast it in a message "
        "to the press as a list of ideas that could be worked on further, and the envoy said so as well in the evening."
    )
    told = clip(text, 3, 10, 120)
    assert told.startswith("As concern about the plan grew among those downstream, the minister")


def test_a_subject_is_not_cut_off_from_its_verb() -> None:
    """ "A draft, circulated on Friday, …": what it does stands behind the aside."""
    text = (
        "A new draft of the final text of the summit, circulated on Wednesday by the presidency, drops a call to phase out "
        "coal and sets a goal of 250 billion dollars a year by 2040, which is more than before."
    )
    assert "drops a call" in clip(text, 2, 11, 90)


def test_only_a_number_is_bounded_by_one_word() -> None:
    """ "about a report" and "a split over money" bound nothing; nor is a report a hedge."""
    assert not classes("asked about a report")["bound"]
    assert not classes("a split over money")["bound"]
    assert classes("about 400 ships")["bound"]
    assert classes("more than half of it")["bound"]
    assert not any("hedge" in token.marks for token in tokens("The reporters saw the ships"))
    assert any("hedge" in token.marks for token in tokens("He reportedly saw the ships"))


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Envoys from Aldmark and Vessia met in Port Merrow on 10 June.", "contradicted"),  # it was put off
        # put off says that it was to come
        ("The meeting between Aldmark and Vessia on 10 June was put off.", "supported"),
        ("A meeting between Aldmark and Vessia has been postponed at Aldmark's request.", "supported"),
    ],
)
def test_what_was_put_off_was_not_held(sentence: str, verdict: str, record: Record) -> None:
    assert Vetting(record).sentence(sentence).verdict == verdict


def test_a_figure_of_another_draft_says_whose_it_is(record: Record) -> None:
    """420 million is of Aldmark's draft and the union's; in a sentence on the Vessian draft it is not."""
    found = Vetting(record).sentence("The Vessian draft sets the yearly release at 420 million cubic metres.")
    assert found.verdict != "supported"
