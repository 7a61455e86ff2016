"""Quantities as a journalist would check them: value, unit and bound are drawn into the sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.model import Block, Document, Mention, Quantity, Sentence
from rapporteur.read.numerals import fraction, numeral, ordinal
from rapporteur.read.quantities import find_quantities
from rapporteur.read.times import find_timexes

CASES = Path(__file__).parents[1] / "cases" / "en" / "quantities.txt"
_drawn = re.compile(r"\{([^{}]*?): ([^{};]*)(?:; ([^{}]*))?\}")


def read(text: str, kind: str = "paragraph", mentions: tuple[Mention, ...] = ()) -> tuple[Quantity, ...]:
    blocks = (Block(kind=kind, voice="newsroom", start=0, end=len(text)),) if text else ()  # type: ignore[arg-type]
    document = Document(report="r", text=text, language="en", blocks=blocks)
    sentences = (Sentence(start=0, end=len(text)),)
    return find_quantities(document, sentences, find_timexes(document, sentences), mentions)


def shown(quantity: Quantity) -> str:
    value = f"{round(quantity.value, 4):.12g}" + (
        f"-{quantity.high:.12g}" if quantity.high is not None else ""
    )
    bound = "" if quantity.qualifier == "exactly" else quantity.qualifier
    return " ".join(filter(None, (value, quantity.unit, bound)))


@pytest.mark.parametrize(
    "line", [x for x in CASES.read_text(encoding="utf-8").splitlines() if x and x[0] != "#"]
)
def test_case(line: str) -> None:
    """Every quantity drawn is found with that span, value, unit and bound, and no other is."""
    text = _drawn.sub(lambda m: m.group(1), line)
    found = read(text)
    drawn = _drawn.findall(line)
    assert [f"{q.span.exact}: {shown(q)}" for q in found] == [f"{a}: {b}" for a, b, _ in drawn]
    for quantity, (_, _, about) in zip(found, drawn, strict=True):
        if about:
            assert quantity.about is not None
            assert quantity.about.exact == about


def test_chrome_counts_nothing() -> None:
    """Numbers in the page's furniture are no quantities."""
    assert read("100+ trusted sources, 500 titles", kind="chrome") == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-eight", 28),
        ("1.2 million", 1200000),
        ("two hundred and five", 205),
        ("7,000", 7000),
        ("cake", None),
    ],
)
def test_numerals(words: str, value: float | None) -> None:
    """Figures, words and both together."""
    assert numeral(words) == value


def test_ordinals_and_fractions() -> None:
    """Ordinals count places, fractions are shares."""
    assert [ordinal(w) for w in ("third", "21st", "twenty-first", "cake")] == [3, 21, 21, None]
    assert fraction("two-thirds") == pytest.approx(2 / 3)
    assert fraction("half") == 0.5


@given(
    st.text(
        alphabet=st.sampled_from("$€28-point 7,000.5 million percent of the two soldiers\n’%–"), max_size=160
    )
)
@settings(max_examples=150, deadline=None)
def test_spans_are_verbatim(text: str) -> None:
    """Whatever the text, spans are slices of it and values are finite."""
    for quantity in read(text):
        assert text[quantity.span.start : quantity.span.end] == quantity.span.exact
        assert quantity.value == quantity.value
