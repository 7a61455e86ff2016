"""Which mark opens and which closes."""

from __future__ import annotations

import re

import pytest
from _drawn import document, lines
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.read.quotations import find_quotations


@pytest.mark.parametrize("case", lines("quotations"))
def test_drawn(case: str) -> None:
    """The outer quotations are those drawn."""
    text = re.sub("[⟦⟧]", "", case).replace("¶", "\n\n")
    found, _ = find_quotations(document(text))
    outer = [text[one.start : one.end] for one in found if one.depth == 0]
    assert outer == re.findall("⟦(.*?)⟧", case)


def test_what_has_no_partner_is_a_problem() -> None:
    _, problems = find_quotations(document("“We go, he said."))
    assert [(one.code, one.start) for one in problems] == [("quotation-broken", 0)]


@given(st.text(alphabet="ab \n“”\"'‘’«».,", max_size=80))
def test_marks_of_any_kind_do_no_harm(text: str) -> None:
    """Whatever the marks, every quotation lies in the text and in one block."""
    made = document(text)
    for one in find_quotations(made)[0]:
        assert 0 <= one.start < one.inner_start <= one.inner_end <= one.end <= len(text)
        assert any(block.start <= one.start and one.end <= block.end for block in made.blocks)
