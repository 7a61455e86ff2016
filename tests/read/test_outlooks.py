"""Outlooks as a desk officer would list them: direction, voice, whose, by when, and the sentence."""

from __future__ import annotations

import pytest
from _drawn import lines

from rapporteur.model import Block, Document, OutlookMention, Stated
from rapporteur.read.mentions import find_mentions
from rapporteur.read.outlooks import find_outlooks
from rapporteur.read.sentences import find_sentences
from rapporteur.read.times import find_timexes


def read(
    text: str, *, kind: str = "paragraph", voice: str = "newsroom"
) -> tuple[tuple[OutlookMention, str], ...]:
    """The outlooks of one block of text, each with the words of its horizon."""
    block = Block(kind=kind, voice=voice, start=0, end=len(text))  # type: ignore[arg-type]
    page = Document(
        report="r",
        text=text,
        language="en",
        blocks=(block,),
        published=Stated(value="2026-06-12", basis="stated"),
    )
    sentences = find_sentences(page)
    mentions, timexes = find_mentions(page, sentences), find_timexes(page, sentences)
    found = find_outlooks(page, sentences, mentions, timexes, ())
    by_id = {one.id: one.span.exact for one in timexes}
    return tuple((one, by_id.get(one.horizon or "", "-")) for one in found)


@pytest.mark.parametrize("line", lines("outlooks"))
def test_case(line: str) -> None:
    """The sentence gives the outlook drawn before it, or none."""
    told, whose, when, text = (part.strip() for part in line.split("|", 3))
    made = [(f"{one.direction} {one.class_}", one.by_name or "-", horizon) for one, horizon in read(text)]
    assert made == ([] if told == "none" else [(told, whose, when)])


def test_what_has_a_day_and_is_to_come_can_be_resolved() -> None:
    """By Friday it is known whether the deal was signed; "within reach" is never known to have been wrong."""
    ((dated, _),) = read("The mediator hopes the sides will sign a deal by Friday.")
    ((undated, _),) = read("A deal is within reach.")
    assert dated.resolvable
    assert not undated.resolvable


def test_a_readers_hope_is_a_readers() -> None:
    """What stands under a report is not what officials expect."""
    ((found, _),) = read("I hope the talks will fail.", kind="comment", voice="reader")
    assert found.class_ == "reader"


def test_a_page_has_no_outlook() -> None:
    """Nothing in the furniture of a page is a forecast."""
    assert read("A deal is within reach", kind="chrome", voice="page") == ()
