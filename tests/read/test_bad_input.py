"""Input that is no report: each is read to its end, in bounded time, and what is wrong with it is said."""

from __future__ import annotations

import hashlib
import time

import pytest

from rapporteur.clean import clean
from rapporteur.model import Document, Given, Reading, Report
from rapporteur.read import read_by_encoder

NEWS = (
    "“We will meet again in Geneva on Monday,” the minister said. Norway rejected the second draft, "
    "according to two officials who asked not to be named.\n\n"
)

CASES = {
    "empty": ("", {"nothing-to-read"}),
    "blank": (" \n\t\u00a0\n", {"nothing-to-read"}),
    "one word": ("a" * 50_000, {"nothing-to-read"}),
    "one word in a report": (NEWS + "a" * 50_000, set()),
    "quotation marks": ("“" * 2_000 + "”" * 2_000, {"nothing-to-read"}),
    "quotation marks in a report": (NEWS + "“ ”\n\n" * 300 + "“" * 300, set()),
    "quotations in quotations": (
        NEWS + "He told them “that she said ‘" * 60 + "no" + "’” and" * 60,
        {"quotation-broken"},
    ),
    "lines of one character": ("a\n" * 5_000, {"nothing-to-read"}),
    "paragraphs of one character": (NEWS + "a\n\n" * 1_500, set()),
    "French": (
        "Le ministre a déclaré que les négociations reprendraient lundi à Genève. " * 30,
        {"language-not-read"},
    ),
    "control characters": (NEWS + "\x00\x01\x02 \u200b\ufeff\n\n" * 100, set()),
}


def document(text: str) -> Document:
    """A text as it comes in from a file."""
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return clean(
        Report(
            id=digest[:12], digest=digest, source="bad.txt", given=Given(),
            received="2000-01-01T00:00:00Z", media_type="text/plain", raw=raw,
        )
    )  # fmt: skip


def seconds(text: str) -> tuple[Document, Reading, float]:
    """The document, its reading, and the processor time both took."""
    begun = time.process_time()
    made = document(text)
    reading = read_by_encoder(made)
    return made, reading, time.process_time() - begun


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_read_and_said(name: str) -> None:
    """No crash, every span verbatim, seconds and not minutes, and the problems that are expected."""
    text, expected = CASES[name]
    made, reading, spent = seconds(text)
    assert expected <= {problem.code for problem in (*made.problems, *reading.problems)}
    assert all(made.text[m.span.start : m.span.end] == m.span.exact for m in reading.mentions)
    assert spent < 20


def test_another_language_is_read_for_its_sentences_only() -> None:
    """What its words say is left alone."""
    made, reading, _ = seconds(CASES["French"][0])
    assert made.language == "fr"
    assert reading.sentences
    assert not [*reading.mentions, *reading.attributions, *reading.event_mentions]


def test_a_report_is_read_although_something_broken_follows_it() -> None:
    """Bad stretches cost only themselves."""
    _, reading, _ = seconds(CASES["quotation marks in a report"][0])
    assert any(one.cue and one.cue.exact == "said" for one in reading.attributions)
    assert any(one.party_name == "Norway" for one in reading.stances)


def test_time_grows_as_the_text_does() -> None:
    """Four times the text takes about four times as long, not sixteen."""
    seconds(NEWS)  # the model is loaded
    short, long = (min(seconds(NEWS * times)[2] for _ in range(2)) for times in (40, 160))
    assert long < 8 * short
