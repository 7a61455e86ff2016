"""One utterance, however the reports cut, paraphrased or translated it; and what is another one."""

from __future__ import annotations

import random

from dispatches import OPENING, Desk, dispatch

from rapporteur.model import Statement
from rapporteur.record.layer import Dated


def said(*dated: Dated) -> list[Statement]:
    found: list[Statement] = Desk(dated).nouns["statements"]
    return sorted(found, key=lambda noun: (-len(noun.attributions), noun.id))


FULL = dispatch(
    "full",
    OPENING
    + 'Water Minister Ilse Varga spoke on Tuesday. "The engineers will go to the gauge together, they will come back '
    'together, and what they say will stand for three seasons," Varga said.',
    outlet="River Post",
    day="2031-03-04",
)


def test_a_cut_quotation_is_the_same_statement() -> None:
    cut = dispatch(
        "cut",
        OPENING
        + 'Ilse Varga, the water minister, said the engineers "will come back together, and what they say will stand '
        'for three seasons."',
        outlet="Border Mail",
        day="2031-03-05",
    )
    first = said(FULL, cut)[0]
    assert {address.partition(":")[0] for address in first.attributions} == {"full", "cut"}
    assert "go to the gauge together" in first.text  # the fullest rendering is shown


def test_a_paraphrase_of_the_same_day_is_the_same_statement() -> None:
    one = dispatch(
        "one",
        OPENING
        + "Ilse Varga said the commission of engineers would inspect the lower gauge before the end of April.",
        outlet="River Post",
        day="2031-03-04",
    )
    other = dispatch(
        "other",
        OPENING
        + "Ilse Varga said that a commission of engineers will inspect the lower gauge before April ends.",
        outlet="Border Mail",
        day="2031-03-04",
    )
    assert len(said(one, other)[0].attributions) == 2


def test_another_speaker_makes_another_statement() -> None:
    other = dispatch(
        "other",
        OPENING
        + 'Foreign Minister Pavlo Orlov spoke on Tuesday. "The engineers will go to the gauge together, they will come '
        'back together, and what they say will stand for three seasons," Orlov said.',
        outlet="Border Mail",
        day="2031-03-04",
    )
    assert all(len(noun.attributions) == 1 for noun in said(FULL, other))


def test_a_denial_is_not_what_it_denies() -> None:
    yes = dispatch(
        "yes",
        OPENING + "Ilse Varga said the upper dam would release water during the dry season.",
        outlet="A",
        day="2031-03-04",
    )
    no = dispatch(
        "no",
        OPENING + "Ilse Varga said the upper dam would not release water during the dry season.",
        outlet="B",
        day="2031-03-04",
    )
    assert all(len(noun.attributions) == 1 for noun in said(yes, no))


def test_another_number_is_another_statement() -> None:
    one = dispatch(
        "one",
        OPENING + "Ilse Varga said the dam would hold back 600 million cubic metres of water.",
        outlet="A",
        day="2031-03-04",
    )
    other = dispatch(
        "other",
        OPENING + "Ilse Varga said the dam would hold back 800 million cubic metres of water.",
        outlet="B",
        day="2031-03-04",
    )
    assert all(len(noun.attributions) == 1 for noun in said(one, other))


def test_a_paraphrase_months_later_is_another_occasion() -> None:
    text = "Ilse Varga said the commission of engineers would inspect the lower gauge before the rains."
    early = dispatch("early", text, outlet="A", day="2031-03-04")
    late = dispatch("late", text.replace("would", "will"), outlet="B", day="2031-09-20")
    assert all(len(noun.attributions) == 1 for noun in said(early, late))


def test_the_order_of_arrival_does_not_matter() -> None:
    dated = [
        FULL,
        dispatch(
            "b",
            OPENING + 'Ilse Varga said the engineers "will come back together."',
            outlet="B",
            day="2031-03-04",
        ),
        dispatch(
            "c",
            OPENING + "Ilse Varga said the engineers would go to the gauge together.",
            outlet="C",
            day="2031-03-05",
        ),
    ]
    expected = said(*dated)
    for seed in range(5):
        random.Random(seed).shuffle(dated)
        assert said(*dated) == expected


def test_few_words_are_one_statement_when_they_are_the_same_words() -> None:
    one = dispatch(
        "one",
        OPENING + "Ilse Varga said the gates were built to last.",
        outlet="River Post",
        day="2031-03-04",
    )
    other = dispatch(
        "two",
        OPENING + "Ilse Varga said that the gates were built to last.",
        outlet="Border Mail",
        day="2031-03-05",
    )
    undated = dispatch(
        "three", OPENING + "Ilse Varga said the gates were built to last.", outlet="Lake Daily"
    )
    assert {address.partition(":")[0] for address in said(one, other, undated)[0].attributions} == {
        "one",
        "two",
    }


def test_single_quotation_marks_quote_too() -> None:
    one = dispatch(
        "one",
        OPENING + "Ilse Varga said the accord was “not built on trust but on a gauge” and would last.",
        outlet="River Post",
        day="2031-03-04",
    )
    other = dispatch(
        "two",
        OPENING + "The accord, Ilse Varga said, is ‘not built on trust but on a gauge’ that both can read.",
        outlet="Border Mail",
        day="2031-03-05",
    )
    assert len(said(one, other)[0].attributions) == 2
