"""Which report has its words from which: copies, rewrites, names; and never mere quotations."""

from __future__ import annotations

from dataclasses import replace

from dispatches import Desk, dispatch

from rapporteur.model import Derivation
from rapporteur.record.layer import Dated

LEAD = (
    "Negotiators for the two river states worked past midnight on Tuesday to close the gap over how much water "
    "the upper dam may hold back in a dry year, and left the customs house on the border without a word to those "
    "who had waited outside in the rain since the afternoon."
)
BODY = (
    "The disagreement, which has run for nine years, turns on a gauge that stands forty kilometres below the dam "
    "and that neither side trusts. A commission of engineers is to visit it before the end of the month, and its "
    "finding will bind both governments for three seasons unless one of them gives notice in writing."
)
QUOTES = (
    '"We have looked at the same river for nine years and we have seen two different rivers, and tonight for the '
    'first time we looked at one," Water Minister Ilse Varga said. "The engineers will go to the gauge together, '
    'they will come back together, and what they say will stand for three seasons."'
)
OTHER_LEAD = (
    "A late session brought movement in the quarrel about reservoir levels, officials close to both teams "
    "indicated, although nobody was ready to put a figure on paper before specialists inspect the site."
)
OTHER_BODY = (
    "Farmers downstream have lost two harvests. Their union wants compensation and has threatened to block the "
    "bridge at the crossing; the regional governor has asked them to wait until the autumn."
)


def edges(*dispatches: object) -> list[Derivation]:
    desk = Desk(dispatches)  # type: ignore[arg-type]
    return [edge for lineage in desk.nouns["derivations"] for edge in lineage.derivations]


def test_a_copy_comes_from_the_earlier_report() -> None:
    first = dispatch("first", f"{LEAD}\n\n{BODY}", outlet="River Post", day="2031-03-04")
    copy = dispatch("later", f"{LEAD}\n\n{BODY}", outlet="Border Mail", day="2031-03-05")
    (edge,) = edges(copy, first)
    assert (edge.report, edge.from_report, edge.relation, edge.basis) == (
        "later", "first", "copy", "shared passage",
    )  # fmt: skip
    assert edge.shared == 1.0


def test_a_rewrite_shows_the_passage_it_took() -> None:
    first = dispatch("first", f"{LEAD}\n\n{BODY}", outlet="River Post", day="2031-03-04")
    text = f"{OTHER_LEAD}\n\n{BODY}\n\n{OTHER_BODY}"
    later = dispatch("later", text, outlet="Border Mail", day="2031-03-05")
    (edge,) = edges(first, later)
    assert edge.relation == "rewrite"
    assert edge.from_report == "first"
    assert edge.shared is not None
    assert 0.3 < edge.shared < 0.6
    (passage,) = [found for found in edge.evidence if ":passage:" in found]
    start, end = map(int, passage.rpartition(":")[2].split("-"))
    assert later.entry.document.text[start:end].startswith("The disagreement")


def test_two_reporters_at_one_press_conference_derive_nothing_from_each_other() -> None:
    one = dispatch("one", f"{LEAD}\n\n{QUOTES}", outlet="River Post", day="2031-03-04")
    other = dispatch(
        "other", f"{OTHER_LEAD}\n\n{QUOTES}\n\n{OTHER_BODY}", outlet="Border Mail", day="2031-03-04"
    )
    assert edges(one, other) == []


def test_a_later_version_of_the_same_item_is_a_revision() -> None:
    first = dispatch(
        "first", f"{LEAD}\n\n{BODY}", outlet="River Post", day="2031-03-04", url="https://post.example/dam"
    )
    text = f"{LEAD}\n\n{BODY}\n\n{OTHER_BODY}"
    later = dispatch(
        "later", text, outlet="River Post", day="2031-03-05", url="https://post.example/dam?utm_source=x"
    )
    desk = Desk([first, later])
    (lineage,) = desk.nouns["derivations"]
    assert lineage.derivations == ()
    assert lineage.revisions == (("later", "first"),)


def test_an_outlet_named_and_not_held_is_named() -> None:
    text = (
        "The upper state will open the gates in April, according to the River Post.\n\n"
        "The River Post reported that the decision was taken on Monday. Farmers welcomed it."
    )
    (edge,) = edges(dispatch("c", text, outlet="Border Mail", day="2031-03-05"))
    assert (edge.from_report, edge.from_outlet, edge.basis) == (None, "River Post", "named")


def test_a_name_with_shared_words_finds_the_report_itself() -> None:
    first = dispatch("first", f"{LEAD}\n\n{QUOTES}", outlet="River Post", day="2031-03-04")
    text = f"{OTHER_LEAD}\n\nThe River Post reported a late compromise. {QUOTES}"
    later = dispatch("later", text, outlet="Border Mail", day="2031-03-04")
    (edge,) = edges(first, later)
    assert (edge.report, edge.from_report, edge.basis) == ("later", "first", "named")


def test_on_one_day_the_cut_version_is_the_derived_one() -> None:
    long = dispatch("long", f"{LEAD}\n\n{BODY}\n\n{OTHER_BODY}", outlet="River Post", day="2031-03-04")
    cut = dispatch("cut", f"{LEAD}\n\n{BODY}", outlet="Border Mail", day="2031-03-04")
    (edge,) = edges(long, cut)
    assert (edge.report, edge.from_report) == ("cut", "long")


POST = (
    "After nine long years we have agreed with our neighbours on who reads the gauge below the upper dam, "
    "and from the first of March both flags will stand beside it."
)
SIGNED = f"{POST} — Ilse Varga (@ilsevarga) March 4, 2031"


def embedding(dated: Dated) -> Dated:
    """The same dispatch with its signed paragraph read as an embedded post."""
    document = dated.entry.document
    blocks = tuple(
        replace(block, kind="embed", voice="transcript")
        if document.text[block.start : block.end].endswith("2031")
        else block
        for block in document.blocks
    )
    return replace(dated, entry=replace(dated.entry, document=replace(document, blocks=blocks)))


def test_one_post_in_two_reports_is_their_common_source_and_no_rewrite() -> None:
    """Each newsroom may have found it by itself; what they share is the post."""
    one = dispatch("one", f"{LEAD}\n\n{SIGNED}", outlet="River Post", day="2031-03-04")
    other = dispatch(
        "two", f"{OTHER_LEAD}\n\n{SIGNED}\n\n{OTHER_BODY}", outlet="Border Mail", day="2031-03-05"
    )
    (edge,) = edges(embedding(one), embedding(other))
    assert (edge.report, edge.from_report, edge.relation) == ("two", "one", "common-source")


def test_a_post_printed_without_its_signature_is_still_the_post() -> None:
    one = dispatch("one", f"{LEAD}\n\n{SIGNED}", outlet="River Post", day="2031-03-04")
    other = dispatch("two", f"{OTHER_LEAD}\n\n{POST}\n\n{OTHER_BODY}", outlet="Border Mail", day="2031-03-05")
    (edge,) = edges(embedding(one), other)
    assert edge.relation == "common-source"


def test_a_post_that_one_report_quotes_is_a_quotation() -> None:
    one = dispatch("one", f"{LEAD}\n\n{SIGNED}", outlet="River Post", day="2031-03-04")
    text = f"{OTHER_LEAD}\n\n“{POST}” she wrote.\n\n{OTHER_BODY}"
    other = dispatch("two", text, outlet="Border Mail", day="2031-03-05")
    assert edges(embedding(one), other) == []
