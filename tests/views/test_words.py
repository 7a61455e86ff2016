"""Words as views show them: one line, and nothing of a link but its words."""

from __future__ import annotations

import pytest

from rapporteur.views.lines import clip
from rapporteur.views.words import quoted, unlinked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[Relk refused](https://a.example/b_(c)) the text", "Relk refused the text"),
        ("[Relk refused](https://a.example/b) the text", "Relk refused the text"),
        ("Relk refused](https://a.example/b) the text", "Relk refused the text"),  # the stretch begins inside
        ("[Relk refused](/2031/05/b) the text", "Relk refused the text"),
        (
            "Relk [of Ostmark] refused (again)",
            "Relk [of Ostmark] refused (again)",
        ),  # an editor's brackets stay
    ],
)
def test_links_leave_their_words(text: str, shown: str) -> None:
    assert unlinked(text) == shown


def test_words_on_one_line() -> None:
    assert quoted("a\n b  [c\nd](https://a.example)") == "a b c d"


def test_clipping_keeps_its_place_beside_links() -> None:
    """A link before the place that matters does not move the place."""
    said = "the fee of 40 million crowns was too high"
    text = f"[One side](https://a.example/long/address/of/it), after a night of talks in Calder, said that {said}, and left."
    start = text.index(said)
    assert said in clip(text, start, start + len(said), width=70)
