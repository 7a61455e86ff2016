"""The same item again: known by its address or its words, and a change told apart from a counter."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest

from rapporteur.clean import clean
from rapporteur.clean.revisions import compare, item_of, same_item
from rapporteur.intake import Options, Refused, read_manifest, receive
from rapporteur.intake.source import Item, make_report
from rapporteur.model import Document, Given

PARAGRAPHS = [
    "The two river states ended a third day of talks on the waters of the Issa without a date for the next round.",
    "The mediator said that she would stay in the city until Friday and see both ministers once more before that.",
    "Farmers in the lower districts fear a dry August, the growers' union said in a letter to both of the governments.",
]


def document_of(paragraphs: list[str], foot: str = "© 2026 Harbour Daily") -> Document:
    text = "\n\n".join(["Talks end without a date", "Harbour Daily", "2 June 2026", *paragraphs, foot])
    return clean(make_report(Item(name="p", raw=text.encode()), "text/plain", Options(clock=lambda: "")))


def test_white_space_quotes_and_feet_are_no_change() -> None:
    """What the report tells is what it told."""
    other = [words.replace(" ", "  ").replace("'", "’") for words in PARAGRAPHS]
    assert compare(document_of(PARAGRAPHS), document_of(other, "© 2026 Harbour Daily. 114 shares")).trivial


def test_a_changed_figure_is_a_change() -> None:
    """A paragraph is shown as it was and as it is; one that came has no before."""
    after = [
        PARAGRAPHS[0].replace("third", "fourth"),
        *PARAGRAPHS[1:],
        "The talks go on, the mediator said late on Tuesday evening.",
    ]
    changes = compare(document_of(PARAGRAPHS), document_of(after)).changes
    assert [(one.before is None, one.after is None) for one in changes] == [(False, False), (True, False)]
    assert changes[0].after is not None
    assert "fourth" in changes[0].after


def test_addresses_name_items() -> None:
    """Tracking, mobile hosts and anchors are no other item; another path is."""
    base = item_of("https://www.h.example/2026/talks")
    assert item_of("http://m.h.example/2026/talks/?utm_source=x&fbclid=1#top") == base
    assert item_of("https://h.example/2026/talks/amp/") == base
    assert item_of("https://h.example/2026/talks?page=2") != base
    assert item_of(None) is None


def test_without_an_address_the_words_decide() -> None:
    """The same paper, headline and words are one item; another paper's are two."""
    one = document_of(PARAGRAPHS)
    assert same_item(one, Given(), document_of([*PARAGRAPHS, "It rained."]), Given())
    assert not same_item(
        one,
        Given(),
        document_of(["Eels were plentiful this year, the fishermen of the lower Issa said on the quay."]),
        Given(),
    )
    assert not same_item(one, Given(url="https://h.example/1"), one, Given(url="https://h.example/2"))


SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "reports" / "us-shutdown-2026"


@pytest.mark.skipif(not SHARED.exists(), reason="SKIPPED: ../shared/reports/us-shutdown-2026 is not there")
def test_the_chains_of_one_outlet() -> None:
    """Every pair of versions in the table is one item with a real change, and no other pair is one item."""
    manifest = read_manifest(SHARED / "index.tsv")
    assert not isinstance(manifest, Refused)
    found = receive([str(SHARED)], Options(clock=lambda: "", manifest=manifest))
    held = {
        report.source: (clean(report), report.given) for report in found if not isinstance(report, Refused)
    }
    with (SHARED / "version_chains.tsv").open() as table:
        chain = {row["file"]: row["chain"] for row in csv.DictReader(table, delimiter="\t")}
    for one, other in combinations(sorted(held), 2):
        wanted = one in chain and chain.get(one) == chain.get(other)
        assert same_item(*held[one], *held[other]) == wanted, (one, other)
        if wanted:
            assert not compare(held[one][0], held[other][0]).trivial
