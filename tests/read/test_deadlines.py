"""Deadlines as a desk officer would note them: by when, who, what, or else what, and whether it still stands."""

from __future__ import annotations

import pytest
from _drawn import lines

from rapporteur.model import Block, Document, Stated, Window
from rapporteur.read.deadlines import find_deadlines
from rapporteur.read.mentions import find_mentions
from rapporteur.read.sentences import find_sentences
from rapporteur.read.times import find_timexes, resolve

TODAY = "2026-06-10"


def read(text: str, kind: str = "paragraph") -> list[tuple[str, ...]]:
    """The deadlines of one block of text, as a row of a case."""
    block = Block(kind=kind, voice="newsroom", start=0, end=len(text))  # type: ignore[arg-type]
    page = Document(
        report="r", text=text, language="en", blocks=(block,), published=Stated(value=TODAY, basis="stated")
    )
    sentences = find_sentences(page)
    mentions, timexes = find_mentions(page, sentences), find_timexes(page, sentences)
    window = Window(first=TODAY, last=TODAY, basis="stated")
    days = {one.id: resolve(one, window) or "-" for one in timexes}
    return [
        (
            f"{one.rule} {one.status} {days.get(one.when or '', '-')}",
            one.who or "-",
            one.demand or "-",
            one.consequence or "-",
        )
        for one in find_deadlines(page, sentences, mentions, timexes, ())
    ]


@pytest.mark.parametrize("line", lines("deadlines"))
def test_case(line: str) -> None:
    """The sentence gives the deadline drawn before it, or none."""
    told, who, demand, otherwise, text = (part.strip() for part in line.split("|", 4))
    assert read(text) == ([] if told == "none" else [(told, who, demand, otherwise)])


def test_a_headline_sets_no_deadline() -> None:
    """What a headline shouts stands in the report as well."""
    assert read("Union sets Friday deadline to sign", kind="headline") == []
