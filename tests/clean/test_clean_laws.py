"""What holds of every document: blocks in order, apart and covering; spans verbatim; nothing of a plain text lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests_clean_pages import PAGES, make_page

from rapporteur.clean import clean, readable
from rapporteur.intake import Options
from rapporteur.intake.source import Item, make_report
from rapporteur.model import Document

SIGNS = "•-–*123.) \t\xa0\ufeff\u200b\ufffc"
WORDS = (
    "The envoy said that the talks would go on for another day at least.", "Comments", "Reply", "By Ana Kolb", "3 June 2026 at 08:12",
    "Why it matters:", "KOLB: We said so.", "PORT MERROW, June 2 (Northern Wire) -", "Share", "© 2026 Harbour Media", "[a](http://b.example)",
    "**bold**", "a    b    c", "Updated June 5, 2026 6:05 pm ET", "“quoted", "@handle", "\n", "\n\n", "   ", "•", "#", "# Heading", "https://x.example/",
)  # fmt: skip
texts = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(max_size=30), st.sampled_from(SIGNS)), max_size=30
).map("\n".join)


def document_of(text: str, kind: str = "text/plain") -> Document:
    return clean(
        make_report(
            Item(name="page", raw=text.encode("utf-8", "surrogatepass")), kind, Options(clock=lambda: "")
        )
    )


def check(document: Document) -> None:
    """Blocks stand in order and apart, and cover every word; every span says what its offsets hold."""
    at = 0
    covered = bytearray(len(document.text))
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        at = block.end
        covered[block.start : block.end] = b"\x01" * (block.end - block.start)
    missed = {c for c, seen in zip(document.text, covered, strict=True) if not seen and not c.isspace()}
    assert missed <= set("•◦▪‣●○■□►▶➤➢✓✔⁃∙·*-–—\ufeff\u200b\u200c\u200d\ufffc\xad\xa0"), missed
    stated = [
        document.title,
        document.outlet,
        document.carrier,
        document.dateline,
        document.published,
        document.updated,
        *document.byline,
    ]
    for one in stated:
        if one is not None and one.span is not None:
            assert document.text[one.span.start : one.span.end] == one.span.exact
    for link in document.links:
        assert 0 <= link.start < link.end <= len(document.text)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_text_is_covered_and_kept(text: str) -> None:
    """Whatever comes as plain text is the document's text, line ends made one kind, and all of it is in a block."""
    document = document_of(text)
    if not any("\ud800" <= c <= "\udfff" for c in text) and not document.problems:
        assert document.text == text.replace("\r\n", "\n").replace("\r", "\n")
    assert len(readable(document)) == len(document.text)
    check(document)


@settings(max_examples=80, deadline=None)
@given(texts)
def test_any_markup_is_covered(text: str) -> None:
    """Whatever comes as markup gives a document that keeps the same laws."""
    check(document_of(f"<html><body><article><h1>T</h1><p>{text}</p></article>{text}</body>", "text/html"))


@pytest.mark.parametrize("number", range(0, PAGES, 5))
def test_made_pages_keep_the_laws(number: int) -> None:
    """The invented pages, both ways."""
    page = make_page(number)
    check(document_of(page.as_text()))
    check(document_of(page.as_html(), "text/html"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A line of the text that says something short.\n" * 20_000, "text/plain"),
        ("Reply\n" * 20_000, "text/plain"),
        ("word " * 200_000, "text/plain"),
        ("x" * 2_000_000, "text/plain"),
        ("[" * 100_000 + "](http://x", "text/plain"),
        ("By " + "Aa, " * 9_000, "text/plain"),
        ("<div>" * 100_000 + "Words of the article are here.", "text/html"),
        ("<table><tr><td>" * 20_000 + "Words", "text/html"),
        ("<a href='/x'>word " * 20_000, "text/html"),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script><p>x</p>", "text/html"),
    ],
    ids=["lines", "replies", "one-line", "no-space", "brackets", "names", "deep", "tables", "links", "json"],
)
def test_nothing_takes_for_ever(text: str, kind: str) -> None:
    """Pages made to hold a reader up are read in seconds, and their words are kept."""
    began = time.process_time()
    document = document_of(text, kind)
    assert time.process_time() - began < 8
    if "Words" in text:
        assert "Words" in document.text
