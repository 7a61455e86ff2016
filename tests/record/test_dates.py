"""Undated reports are dated from what they and dated reports name, and from nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

from rapporteur.model import Block, Document, Mention, Reading, Sentence, Stated, Window, address
from rapporteur.read.times import find_timexes, resolve
from rapporteur.record.dates import infer, keys, stated

NAMES = ("Ferreira", "Lund", "Okoye", "Haldane")


def read(
    name: str, text: str, published: str | None = None, updated: str | None = None
) -> tuple[Document, Reading]:
    """A document of one paragraph with its sentences, its people and its times."""
    document = Document(
        report=name,
        text=text,
        language="en",
        blocks=(Block(kind="paragraph", voice="newsroom", start=0, end=len(text)),),
        published=Stated(value=published) if published else None,
        updated=Stated(value=updated) if updated else None,
    )
    sentences = tuple(Sentence(start=m.start(), end=m.end()) for m in re.finditer(r"\S[^.]*(?:\.|$)", text))
    mentions = tuple(
        Mention(
            id=address(name, "mention", m.start(), m.end()),
            span=document.span(*m.span()),
            kind="person",
            name=m.group(),
        )
        for m in re.finditer("|".join(NAMES), text)
    )
    timexes = find_timexes(document, sentences)
    return document, Reading(report=name, reader="t", sentences=sentences, mentions=mentions, timexes=timexes)


DATED = read(
    "dated",
    "Ferreira and Lund ended talks on fishing quotas in Bergen on Sunday, and Okoye praised them.",
    published="2026-03-08T20:00-05:00",
)
DATED_WINDOW = stated(DATED[0]) or Window(first=None, last=None)


def test_a_stated_date_is_the_instant_and_an_update_the_later_one() -> None:
    """What the report gives itself is taken as given; an updated page could be known once updated."""
    assert (
        Window(first="2026-03-08T20:00-05:00", last="2026-03-08T20:00-05:00", basis="stated") == DATED_WINDOW
    )
    document, _ = read("u", "Text.", published="2026-03-08", updated="2026-03-09T01:00Z")
    assert stated(document) == Window(first="2026-03-09T01:00Z", last="2026-03-09T01:00Z", basis="stated")
    assert stated(read("n", "Text.")[0]) is None


def test_year_and_week_come_from_a_dated_report_of_the_same_people() -> None:
    """ "Last weekend" told of Bergen's talks puts the page in the week after; "March 3" takes the year."""
    document, reading = read(
        "undated",
        "Lund met Ferreira on March 3. They ended talks in Bergen last weekend. Okoye wrote on Tuesday night.",
    )
    window = infer(document, reading, [(*DATED, DATED_WINDOW)])
    assert (window.first, window.last, window.basis) == ("2026-03-10", "2026-03-15", "inferred")
    assert "year from dated" in window.reason
    assert [resolve(t, window) for t in reading.timexes] == [
        "2026-03-03",
        "2026-03-07/2026-03-08",
        "2026-03-10",
    ]


def test_a_planned_day_put_off_is_near_the_report() -> None:
    """Who writes that a visit due on a day was put off writes near that day; not on a Monday if "earlier in the week"."""
    document, reading = read(
        "undated",
        "Lund and Ferreira met from 24 to 26 February. Lund had been scheduled to see Okoye on 10 March but "
        "postponed the trip. Haldane met Lund earlier in the week.",
    )
    window = infer(document, reading, [(*DATED, DATED_WINDOW)])
    assert (window.first, window.last) == ("2026-03-10", "2026-03-13")
    assert resolve(reading.timexes[0], window) == "2026-02-24/2026-02-26"


def test_no_guess_rests_on_a_guess() -> None:
    """A neighbour whose own date was inferred dates nobody; nor does one that shares no two people."""
    document, reading = read("undated", "Lund met Ferreira on March 3.")
    guessed = replace(DATED_WINDOW, basis="inferred")
    assert infer(document, reading, [(*DATED, guessed)]).basis == "unknown"
    other = read("other", "Haldane spoke on Sunday.", published="2026-03-08")
    assert infer(document, reading, [(*other, stated(other[0]) or guessed)]).basis == "unknown"


def test_dated_reports_that_differ_on_the_year_leave_it_open() -> None:
    """Between two years the answer is neither."""
    document, reading = read("undated", "Lund met Ferreira on March 3.")
    older = read("older", DATED[0].text, published="2024-03-10")
    window = infer(document, reading, [(*DATED, DATED_WINDOW), (*older, stated(older[0]) or DATED_WINDOW)])
    assert window.first is None
    assert window.basis == "unknown"


def test_the_order_of_neighbours_does_not_matter() -> None:
    """The same set gives the same window, in any order, and with the report itself among them."""
    document, reading = read(
        "undated", "Lund met Ferreira on March 3. They ended talks in Bergen last weekend."
    )
    second = read("second", "Lund and Ferreira, with Okoye, shook hands on March 7.", published="2026-03-09")
    near = [(*DATED, DATED_WINDOW), (*second, stated(second[0]) or DATED_WINDOW)]
    one = infer(document, reading, near)
    assert one == infer(document, reading, near[::-1])
    assert one == infer(document, reading, [*near, (document, reading, Window(first=None, last=None))])


def test_a_full_date_of_its_own_is_a_lower_bound() -> None:
    """A page that tells of 3 March 2026 was not known before; when it was, nobody says."""
    document, reading = read("undated", "Lund met Ferreira on March 3, 2026.")
    window = infer(document, reading, [])
    assert (window.first, window.last, window.basis) == ("2026-03-03", None, "inferred")


def test_keys_are_pairs_of_people_and_named_days() -> None:
    """Reports find each other under exact strings."""
    assert keys(*read("k", "Lund met Ferreira on March 3.")) == {"pair:ferreira|lund", "day:03-03"}
