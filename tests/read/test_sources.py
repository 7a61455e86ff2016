"""Sources without a name, and when one of them is the same as another."""

from __future__ import annotations

import pytest
from _drawn import document, lines

from rapporteur.read import read


@pytest.mark.parametrize("case", lines("sources"))
def test_drawn(case: str) -> None:
    """Number, affiliation, rank and condition are read from the words of the report."""
    text, _, told = case.partition(" | ")
    number, affiliation, rank, condition = ([*told.split(";"), "", "", ""])[:4]
    (source,) = read(document(text)).anonymous_sources
    assert source.description in text
    assert source.number == number.strip()
    if affiliation.strip():
        assert source.affiliation == affiliation.strip()
    if rank.strip():
        assert source.rank == rank.strip()
    assert (source.condition.exact if source.condition else "") == condition.strip()


def test_the_same_official_links_back() -> None:
    text = "A Peruvian official said the dam was safe. The same official said the lake would rise."
    first, second = read(document(text)).anonymous_sources
    assert second.same_as == first.id


def test_the_official_is_the_one_just_quoted() -> None:
    text = "A Peruvian official said the dam was safe.\n\nThe official added that the lake would rise."
    first, second = read(document(text)).anonymous_sources
    assert second.same_as == first.id


def test_the_official_between_two_is_left_open() -> None:
    """After an official and another source, either may be meant; nobody is merged."""
    text = (
        "A senior official said the dam was safe.\n\nThe lake rose for weeks.\n\n"
        "The dam will hold, another source said.\n\n“It will hold,” the official said."
    )
    first, second, third = read(document(text)).anonymous_sources
    assert third.same_as is None
    assert set(third.could_be) == {first.id, second.id}


def test_two_officials_are_two() -> None:
    text = "A Peruvian official said the dam was safe. A Chilean official said the lake would rise."
    assert len({one.same_as or one.id for one in read(document(text)).anonymous_sources}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The White House said the dam was safe.",
        "The Kremlin said the dam was safe.",
        "The Peruvian government said the dam was safe.",
        "Democrats said the dam was safe.",
        "The draft says the dam is safe.",
        "Moreno’s office said the dam was safe.",
        "Reuters reported that the dam was safe.",
    ],
)
def test_bodies_papers_and_parties_are_named(text: str) -> None:
    assert read(document(text)).anonymous_sources == ()
