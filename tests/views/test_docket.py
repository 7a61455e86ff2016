"""A docket adds, renames and narrows what the views show, and changes nothing in the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapporteur.ledger import Store
from rapporteur.record import Record, open_record
from rapporteur.views.brief import brief
from rapporteur.views.docket import NONE, NotADocket, docket_beside, docket_of
from rapporteur.views.drafts import drafts
from rapporteur.views.positions import positions
from rapporteur.views.track import track
from rapporteur.views.view import Asked
from rapporteur.web.looking import side_by_side
from tests.views.test_plan_views import ASKED, ONE, TWO, add

DOCKET = """
[talks]
follow = ["norway"]

[parties]
only = ["Iceland"]

[parties.Iceland]
title = "Reykjavik"
names = ["Icelandic delegation"]

[issues.ridge]
title = "the ridge"
words = ["the ridge"]

[issues.fisheries]
title = "the cod"
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("docket")
    store = Store(str(folder / "r.db"))
    add(store, ONE, TWO)
    store.close()
    (folder / "docket.toml").write_text(DOCKET, encoding="utf-8")
    return str(folder / "r.db")


def opened(place: str) -> tuple[Record, Asked]:
    docket = docket_beside(place)
    assert docket is not None
    return open_record(place), Asked(now=ASKED.now, docket=docket)


def test_a_docket_stands_beside_the_record(place: str, tmp_path: Path) -> None:
    """It is read where it is there, and its absence is nothing."""
    assert docket_beside(place) is not None
    assert docket_beside(str(tmp_path / "r.db")) is None
    assert docket_beside("postgresql://host/r") is None


def test_an_issue_of_ones_own_takes_its_points(place: str) -> None:
    """What stands about the ridge is on the ridge, whatever our list made of it; track follows it by its title."""
    record, asked = opened(place)
    with record:
        told = {row.cells[1] for row in drafts(record, asked).rows}
        assert "the ridge" in told
        assert any(
            "ridge" in row.cells[5]
            for row in track(record, Asked(now=asked.now, words="the ridge", docket=asked.docket)).rows
        )
        assert "the ridge" not in {row.cells[1] for row in drafts(record, ASKED).rows}


def test_an_issue_is_renamed(place: str) -> None:
    """Ours keeps its key and is shown under the title of the docket."""
    record, asked = opened(place)
    with record:
        rows = {row.cells[1] for row in positions(record, asked).rows}
        assert "the cod" in rows
        assert "fishing and the sea" not in rows


def test_only_the_parties_asked_for_are_shown(place: str) -> None:
    """Norway’s positions are left out; Iceland’s stand under the name it was given."""
    record, asked = opened(place)
    with record:
        assert {row.cells[0] for row in positions(record, asked).rows} == {"Reykjavik"}
        part = next(one for one in brief(record, asked).data["sections"] if one["title"] == "STANDING")
        assert {line["label"] for line in part["lines"]} == {"Reykjavik:"}


def test_the_page_of_positions_has_the_names_of_the_docket(place: str) -> None:
    """Its table of parties by issues shows whom he follows, under his names and titles."""
    record, asked = opened(place)
    with record:
        parties, issues, cells = side_by_side(record, asked)
    assert parties == [("Iceland", "Reykjavik")]
    assert ("fisheries", "the cod") in issues
    assert {party for _, party in cells} == {"Iceland"}


def test_an_issue_is_narrowed_or_left_out() -> None:
    """With `only`, an issue holds where its own words stand; a dropped one gives way to the next that fits."""
    docket = docket_of(
        {"issues": {"inspections": {"words": ["gauge"], "only": True}, "wages": {"drop": True}}}
    )
    assert docket.issue_of("inspections", "let both read the same gauge") == "inspections"
    assert docket.issue_of("inspections", "keep the observers at the dam") == "water"
    assert docket.issue_of("wages", "higher wages") is None
    assert NONE.issue_of("wages", "higher wages") == "wages"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"issue": {}}, "is not known"),
        ({"issues": {"otters": {}}}, "needs words"),
        ({"parties": {"Iceland": 3}}, "must be a table"),
        ({"names": {"a": 1}}, "holds lines"),
        ({"talks": {"follow": [1]}}, "word or a list"),
    ],
)
def test_what_is_not_understood_is_said(given: dict[str, object], why: str) -> None:
    """An error is one sentence that names the place."""
    with pytest.raises(NotADocket, match=why):
        docket_of(given)
