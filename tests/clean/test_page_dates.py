"""When a page was published: stamps of every shape, what markup and givers say, and what is never a date."""

from __future__ import annotations

import pytest

from rapporteur.clean import clean
from rapporteur.clean.dates import in_url, normal
from rapporteur.clean.stamps import find_stamps
from rapporteur.intake import Options
from rapporteur.intake.source import Item, make_report
from rapporteur.model import Document, Given
from rapporteur.views.marked import dates

BODY = (
    "The two river states ended a third day of talks on the waters of the Issa without a date for the next round.\n\n"
    "The accord of 12 May 2011 was signed in the same room, and the mediator said that she would stay until Friday.\n\n"
)


def document_of(text: str, kind: str = "text/plain", **given: str) -> Document:
    item = Item(name="page", raw=text.encode(), given=Given(**given))
    return clean(make_report(item, kind, Options(clock=lambda: "")))


STAMPS = [
    ("Updated Nov. 23, 2025 9:25 pm ET; see also", "2025-11-23T21:25-05:00", "updated"),
    ("June 2, 2026 7:40 pm GMT", "2026-06-02T19:40+00:00", ""),
    ("Published 4 June 2026 at 09:15", "2026-06-04", "published"),
    ("Updated 6:05 PM EDT, Fri June 5, 2026", "2026-06-05T18:05-04:00", "updated"),
    ("First published on Sun 23 Nov 2025 08.00 CET", "2025-11-23T08:00+01:00", "published"),
    ("Last modified on Mon 24 Nov 2025 11.43 GMT", "2025-11-24T11:43+00:00", "updated"),
    ("Mon, June 15, 2026 at 10:22 PM GMT+2", "2026-06-15T22:22+02:00", ""),
    ("2026-06-08T09:15:00+02:00", "2026-06-08T09:15:00+02:00", ""),
    ("23.11.2025 14:05", "2025-11-23", ""),
    ("Nov 23rd, 2025", "2025-11-23", ""),
    ("10:30 a.m. ET, June 5, 2026", "2026-06-05T10:30-04:00", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value", "role"), STAMPS)
def test_stamps(words: str, value: str, role: str) -> None:
    """A clock time counts only with its zone; summer time is known by the day."""
    stamp = next(find_stamps(words))
    assert (stamp.value, stamp.role) == (value, role)


def test_letters_that_only_look_like_a_month_date_nothing() -> None:
    """A pattern that takes no heed of case takes a dotless i for an i; the calendar does not."""
    assert list(find_stamps("Published 8 Aprıl 2026")) == []
    assert dates("It was signed on 8 Aprıl.") == frozenset()


def test_day_and_month_in_figures_are_left_open() -> None:
    """03/04/2026 is two dates; it is named as a problem and not chosen."""
    document = document_of(f"Talks end\n\nPublished 03/04/2026\n\n{BODY}")
    assert document.published is None
    assert [problem.code for problem in document.problems] == ["date-ambiguous"]


def test_an_update_is_not_a_publication() -> None:
    """Only what the stamp says."""
    document = document_of(f"Talks end\n\nUpdated June 5, 2026 6:05 pm ET\n\n{BODY}")
    assert document.published is None
    assert document.updated is not None
    assert document.updated.value == "2026-06-05T18:05-04:00"
    assert document.updated.span is not None


def test_comments_and_the_text_date_nothing() -> None:
    """A reader's day and a day in the story are not the page's."""
    thread = "Comments (2)\n\nTomW77\n\n3 June 2026 at 08:12\n\nThey will sign nothing before the elections.\n\nReply\n\n"
    document = document_of(f"Talks end\n\n{BODY}{thread}")
    assert document.published is None
    assert document.updated is None


HTML = """<html lang="en"><head>{head}</head><body><article><h1>Talks end</h1>{top}<p>{one}</p><p>{two}</p></article></body></html>"""
LD = '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2026-06-08T09:15:00+0200","dateModified":"2026-06-08T18:40:00Z","publisher":{"name":"Vessia Today"},"author":[{"name":"Rafe Tollan"}]}]}</script>'


def page(head: str = "", top: str = "") -> str:
    one, two, *_ = BODY.split("\n\n")
    return HTML.format(head=head, top=top, one=one, two=two)


def test_markup_says_when_and_who() -> None:
    """JSON-LD's dates with their zones, its publisher and its author."""
    document = document_of(page(LD), "text/html")
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2026-06-08T09:15:00+02:00", "markup")
    assert document.updated is not None
    assert document.updated.value == "2026-06-08T18:40:00+00:00"
    assert document.outlet is not None
    assert document.outlet.value == "Vessia Today"
    assert [name.value for name in document.byline] == ["Rafe Tollan"]
    assert document.language == "en"


def test_meta_elements_and_broken_markup() -> None:
    """OpenGraph where JSON-LD is missing or broken."""
    head = '<script type="application/ld+json">{broken</script><meta property="article:published_time" content="2026-06-08T09:15:00+02:00"><meta property="og:site_name" content="Vessia Today">'
    document = document_of(page(head), "text/html")
    assert document.published is not None
    assert document.published.value == "2026-06-08T09:15:00+02:00"


def test_what_is_given_comes_first_and_says_so() -> None:
    """A manifest's date has the basis given; an address's day is the last resort."""
    document = document_of(f"Talks end\n\n{BODY}", published="2026-06-02 17:34:11")
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2026-06-02", "given")
    document = document_of(f"Talks end\n\n{BODY}", url="https://v.example/2026/06/08/talks-end")
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2026-06-08", "url")


def test_addresses_and_loose_dates() -> None:
    """Days in addresses, and what is no day."""
    assert in_url("https://v.example/world/20260608/talks") == "2026-06-08"
    assert in_url("https://v.example/2026/13/45/x") is None
    assert in_url("https://v.example/articles/123456789") is None
    assert normal("2026-06-08T09:15:00.000Z") == "2026-06-08T09:15:00+00:00"
    assert normal("8 June 2026") == "2026-06-08"
    assert normal("yesterday") is None
    assert normal("2026-02-31") is None
