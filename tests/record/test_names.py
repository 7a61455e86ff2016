"""Names compared as names: spellings, short forms, initials, letters; and what must stay apart."""

from __future__ import annotations

import pytest

from rapporteur.record import names
from rapporteur.record.names import party_of, person_tokens, role_key, same_person, same_thing, thing_key


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Pavlo Orlovsky", "Pavlo Orlovskyy", "one sound, two spellings"),
        ("Hassan Rouzbehi", "Hassan Rozbehi", "vowels of a transliteration"),
        ("Dan Hartwell", "Daniel Hartwell", "a short form"),
        ("Bill Osgood", "William Osgood", "a short form that begins otherwise"),
        ("J.T. Mercer", "JT Mercer", "initials with and without points"),
        ("Ana de la Cruz", "de la Cruz", "particles belong to the surname"),
        ("Mohammad Karim Sadeghi", "Karim Sadeghi", "the end of a longer name"),
        ("Sen. Ruth Calder", "Ruth Calder", "a title is no part of a name"),
        ("Ruth Calder Jr.", "Ruth Calder", "nor is a suffix"),
        ("Calder", "Ruth Calder", "a surname may be meant for the full name"),
    ],
)
def test_one_person(left: str, right: str, why: str) -> None:
    assert same_person(person_tokens(left), person_tokens(right)) is not None, why


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Ruth Calder", "Simon Calder", "different given names"),
        ("George A. Moss", "George B. Moss", "different initials"),
        ("John Miller", "John Muller", "two surnames, not two spellings"),
        ("Daniel", "Daniel Calder", "a given name alone says nothing"),
    ],
)
def test_two_persons(left: str, right: str, why: str) -> None:
    assert same_person(person_tokens(left), person_tokens(right)) is None, why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("U.S.", "United States"),
        ("Türkiye", "Turkey"),
        ("Kyiv", "Kiev"),
        ("Sana'a", "Sanaa"),
        ("UN", "United Nations"),
        ("the IAEA", "International Atomic Energy Agency"),
        ("Lakeland Shipping Co.", "Lakeland Shipping"),
        ("Foreign Ministry", "Danish Foreign Ministry"),
        ("RSWC", "River States Water Commission"),
    ],
)
def test_one_body_or_place(left: str, right: str) -> None:
    assert same_thing(thing_key(left), thing_key(right)) is not None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Niger", "Nigeria"),
        ("Amsterdam", "The Hague"),
        ("Danish Foreign Ministry", "Swedish Foreign Ministry"),
        ("South Korea", "Korea"),
        ("Congo", "Republic of Congo"),
    ],
)
def test_two_bodies_or_places(left: str, right: str) -> None:
    assert same_thing(thing_key(left), thing_key(right)) is None


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Denmark's", "Denmark"),
        ("Norwegian", "Norway"),
        ("the Kremlin", "Russia"),
        ("Swedish Foreign Ministry", "Sweden"),
        ("European Commission", "European Union"),
        ("Downing Street", "United Kingdom"),
        ("senior", None),
        ("Norwegian and Danish", None),  # two of them is none of them
    ],
)
def test_party(words: str, party: str | None) -> None:
    assert party_of(words) == party


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("Danish Foreign Minister", "foreign minister"),
        ("foreign minister of Denmark", "foreign minister of"),
        ("former Prime Minister", "prime minister"),
        ("Secretary of State", "secretary of state"),
        ("Norway’s Defense Minister", "defense minister"),
    ],
)
def test_office(role: str, office: str) -> None:
    assert role_key(role).removesuffix(" of") == office.removesuffix(" of")


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("karim", "kareem", True),
        ("mohamed", "muhammad", True),
        ("hassan", "hussein", False),  # the vowels part
        ("christian", "christina", False),
        ("simon", "simone", False),
    ],
)
def test_given_names_of_one_script_in_another(left: str, right: str, one: bool) -> None:
    """What one script leaves out the other writes as it hears it."""
    assert names.transliterated(left, right) is one


def test_an_article_run_into_a_surname() -> None:
    left, right = names.person_tokens("Yousef Alkhatib"), names.person_tokens("Yusuf al-Khatib")
    assert names.same_person(left, right) is not None
    assert names.same_person(names.person_tokens("Joseph Khatib"), right) is None


@pytest.mark.parametrize(
    ("short", "long", "made"),
    [
        ("navcent", "naval forces central command", True),
        ("minfin", "ministry of finance", True),
        ("harbour", "harbour front", False),  # its first word is no abbreviation
        ("western", "west ernland union", False),
    ],
)
def test_names_made_of_first_syllables(short: str, long: str, made: bool) -> None:
    assert names.syllables_of(short, long) is made
