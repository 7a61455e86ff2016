"""Where sentences end."""

from __future__ import annotations

import pytest
from _drawn import document, lines

from rapporteur.read.sentences import find_sentences


@pytest.mark.parametrize("case", lines("sentences"))
def test_drawn(case: str) -> None:
    """The boundaries are where they are drawn."""
    text = case.replace("⏐", " ")
    found = [text[one.start : one.end] for one in find_sentences(document(text))]
    assert found == [part.strip() for part in case.split("⏐")]


def test_an_encoder_is_trusted_inside_its_block() -> None:
    text = "one two\n\nthree four"
    found = find_sentences(document(text), [(0, 3), (4, 7)])
    assert [(one.start, one.end) for one in found] == [(0, 3), (4, 7), (9, 19)]
