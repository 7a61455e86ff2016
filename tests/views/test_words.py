"""Words as views show them: one line, and nothing of a link but its words."""

from __future__ import annotations

import pytest

from rapporteur.clean import unlinked
from rapporteur.model import Window
from rapporteur.views.lines import clip
from rapporteur.views.words import day_words, interval, moment_words, quoted, window_words


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


def test_days_and_moments_as_people_write_them() -> None:
    assert [day_words(one) for one in ("2026-11-18", "2026-10-24/2026-10-26", "2026-08", None)] == [
        "18 Nov", "24–26 Oct", "Aug 2026", "",
    ]  # fmt: skip
    assert moment_words("2026-11-22T08:00:00Z") == "22 Nov 2026, 08:00 UTC"
    assert moment_words("2026-11-22") == "22 Nov 2026"


def test_a_window_is_a_moment_an_interval_or_unknown() -> None:
    """Open ends stay open, and what was inferred is marked."""
    assert interval(Window(first=None, last=None)) is None
    assert window_words(Window(first=None, last=None)) == "unknown"
    assert window_words(Window(first="2026-06-01", last=None)) == "2026-06-01/.."
    between = Window(first="2026-06-01", last="2026-06-03", basis="inferred")
    assert (interval(between), window_words(between)) == ("2026-06-01/2026-06-03", "2026-06-01/2026-06-03~")
