"""Furniture and readers are told from the article on pages made here, copied as text and marked up."""

from __future__ import annotations

import pytest
from tests_clean_pages import PAGES, counts

from rapporteur.clean import clean
from rapporteur.intake import Options
from rapporteur.intake.source import Item, make_report
from rapporteur.model import Document

FLOORS = {"page": 0.97, "comment": 0.98, "body": 0.99}


def document_of(raw: bytes, kind: str) -> Document:
    return clean(make_report(Item(name="page", raw=raw), kind, Options(clock=lambda: "")))


@pytest.mark.parametrize("form", ["text", "html"])
def test_f1_by_characters(form: str) -> None:
    """At least forty pages; what falls under the floor has broken a rule."""
    assert PAGES >= 40
    for label, (right, extra, missed) in counts(form, document_of).items():
        assert 2 * right / (2 * right + extra + missed) >= FLOORS[label], label
