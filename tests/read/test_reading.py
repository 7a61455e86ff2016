"""One whole reading: every layer, bad input, other languages, and no more than linear time."""

from __future__ import annotations

import time

import pytest
from _drawn import document

from rapporteur.read import RULES, read
from rapporteur.read.encoder import load_encoder

SAMPLE = (
    "Foreign Minister Ada Lindqvist told the Courier on Monday that the ferries would sail. "
    "“We will sign,” she said, “if the fee falls.” A harbour official, who asked not to be named, "
    "said the fee was “too high”. According to Reuters, the talks resume on May 3."
)


def test_empty_text_is_a_problem() -> None:
    reading = read(document(" \n "))
    assert [one.code for one in reading.problems] == ["nothing-to-read"]


def test_another_language_is_read_for_its_sentences() -> None:
    reading = read(document("Die Fähre fährt. Sie ist voll.", language="de"))
    assert len(reading.sentences) == 2
    assert [one.code for one in reading.problems] == ["language-not-read"]
    assert reading.attributions == ()


@pytest.mark.parametrize("text", ["“" * 500, "\"'" * 500, "”“’‘" * 300, "''" * 300, '"' * 999])
def test_nothing_but_marks(text: str) -> None:
    assert read(document(text)).attributions == ()


@pytest.mark.parametrize("words", ["said " * 400, "Ada said " * 300, "the official, " * 300, "(" * 2000])
def test_text_that_is_no_text(words: str) -> None:
    read(document(words))


def test_time_grows_with_length_alone() -> None:
    """Eight times the text costs well under thirty times the time."""
    took = []
    for copies in (20, 160):
        made = document("\n\n".join([SAMPLE] * copies))
        begun = time.process_time()
        read(made)
        took.append(time.process_time() - begun)
    assert took[1] < 30 * took[0] + 0.5


def test_the_maker_is_named() -> None:
    assert read(document(SAMPLE)).reader == RULES


def test_with_the_encoder() -> None:
    """The shipped model gives its version, vectors, and the same named speakers."""
    encoder = load_encoder()
    if encoder is None:
        pytest.skip("there is no model beside the code")
    reading = read(document(SAMPLE, outlet="Courier"), encoder=encoder)
    assert reading.reader == f"encoder/{encoder.card.version}"
    assert all(one.vector and len(one.vector) == 384 for one in reading.sentences)
    assert any(one.source and "Lindqvist" in one.source.exact for one in reading.attributions)
    assert any(one.condition for one in reading.anonymous_sources)
    again = read(document(SAMPLE, outlet="Courier"), encoder=encoder)
    assert again == reading
