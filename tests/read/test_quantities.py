"""Quantities as a journalist would check them: value, unit and bound are drawn into the sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.model import Block, Document, DraftMention, Mention, Quantity, Sentence
from rapporteur.read.numerals import figure, fraction, numeral, ordinal
from rapporteur.read.quantities import find_quantities
from rapporteur.read.quantity_ties import tie
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


def test_a_figure_belongs_to_the_draft_that_says_it() -> None:
    """The draft of its sentence, the one behind "of", or the only one of its block; two drafts before it leave it open."""
    text = (
        "The Vessian draft caps the fund at 40 million crowns. It also frees 12 inspectors. "
        "The board weighed 30 million crowns, less than the 35 million crowns of the Aldmark draft."
    )
    document = Document(
        report="r",
        text=text,
        language="en",
        blocks=(Block(kind="paragraph", voice="newsroom", start=0, end=len(text)),),
    )
    ends = [i + 1 for i, mark in enumerate(text) if mark == "."]
    sentences = tuple(
        Sentence(start=a, end=b) for a, b in zip([0, *(end + 1 for end in ends)], ends, strict=False)
    )
    drafts = tuple(
        DraftMention(id=name, span=document.span(text.index(name), text.index(name) + len(name)), name=name)
        for name in ("The Vessian draft", "the Aldmark draft")
    )
    found = tie(document, find_quantities(document, sentences, (), ()), sentences, drafts, (), ())
    assert {q.span.exact: q.draft for q in found} == {
        "40 million crowns": "The Vessian draft",
        "12": "The Vessian draft",
        "30 million crowns": None,
        "35 million crowns": "the Aldmark draft",
    }


@pytest.mark.parametrize(
    ("value", "printed"), [(1e11, "100000000000"), (3.67, "3.67"), (0.5, "0.5"), (40.0, "40")]
)
def test_figures_have_no_exponent(value: float, printed: str) -> None:
    """A sum is printed as one writes it."""
    assert figure(value) == printed
