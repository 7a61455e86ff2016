"""A position is held by a party under one name, and its value is what it would come to."""

from __future__ import annotations

import pytest

from rapporteur.model import Block, Document, Entry, Given, Mention, Reading, Report, Window
from rapporteur.read import READERS
from rapporteur.record import positions
from rapporteur.record.layer import Dated, Node
from rapporteur.record.sides import side


def told(text: str) -> tuple[list[Node], Reading]:
    """The positions a short report tells of, read by the shipped reader."""
    page = Document(
        report="r", text=text, language="en", blocks=(Block(kind="paragraph", voice="newsroom", start=0, end=len(text)),)
    )  # fmt: skip
    report = Report(
        id="r", digest="", source="r", given=Given(), received="", media_type="text/plain", raw=b""
    )
    reading = READERS["encoder"](page)
    entry = Entry(report=report, document=page, reading=reading)
    day = Window(first="2031-05-01", last="2031-05-01", basis="stated")
    return list(positions.nodes(Dated(entry=entry, window=day))), reading


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Republican senators", "Republicans"),
        ("Democratic lawmakers", "Democrats"),
        ("Conservative MPs", "Conservatives"),
        ("Norwegian lawmakers", "Norwegian lawmakers"),  # a parliament is not its country
        ("conservative hard-liners", "conservative hard-liners"),  # a bent of mind is no party
    ],
)
def test_members_of_a_party_stand_for_it(words: str, party: str) -> None:
    assert side(words) == party


def test_an_administration_is_of_whom_it_is_named_after() -> None:
    """ "The administration" alone is the one the report has named before."""
    nodes, reading = told(
        "President Ana Lund of Norway spoke on Monday. The Lund administration rejected the cease-fire. "
        "On Tuesday the administration rejected a limit on the size of its army."
    )
    by_id: dict[str, Mention] = {mention.id: mention for mention in reading.mentions}
    assert len(nodes) == 2
    assert all(by_id[node.data["mention"]].name.endswith("Lund") for node in nodes)


def test_a_value_is_what_it_comes_to() -> None:
    """From 19,000 to 5,000 is 5,000; who is counted beside a stance, and how long ago, is no value of it."""
    nodes, _ = told(
        "Norway agreed to cut its centrifuges from 19,000 to 5,000. Finland told 12 senators that it would reject the "
        "cease-fire."
    )
    assert [node.data["value"] for node in nodes if node.data["party"] == "Norway"] == ["5000"]
    assert not any("senators" in (node.data["value"] or "") for node in nodes)


def test_a_minister_stands_for_the_land_whose_adjective_his_office_bears() -> None:
    """A land no list knows: named in the report, and its people before the office; not a ministry's matter."""
    nodes, _ = told(
        "Orvia and Tesk met on Monday. Orvian trade minister Hale Brandt rejected the cease-fire. Water Minister Dario Menk of "
        "Tesk demanded a cease-fire."
    )
    parties = {node.data["party"] for node in nodes}
    assert "Orvia" in parties
    assert "Water" not in parties
