"""A name that a report treats as a state is a place in it; people and firms stay what they are."""

from __future__ import annotations

import re

import pytest

from rapporteur.model import Document, Mention, MentionKind, address
from rapporteur.read.polities import as_states

CASES: list[tuple[str, str, MentionKind, MentionKind]] = [
    # text, name, what the encoder took it for, what it is
    ("Ostmark agreed. “No,” said Ostmark's foreign minister.", "Ostmark", "person", "place"),
    ("Ostmark agreed, the Ostmark embassy said.", "Ostmark", "person", "place"),
    ("Sandrel agreed. The government of Sandrel will pay.", "Sandrel", "organisation", "place"),
    ("Sandrel agreed, and Sandrel's army left.", "Sandrel", "organisation", "place"),
    ("Ships off Sandrel's northern coast were told to wait.", "Sandrel", "organisation", "place"),
    # a leader has a government and an army in the press's words, and is still a person
    ("Relk's government fell. Relk wept.", "Relk", "person", "person"),
    ("Tomas Relk spoke. Relk's foreign minister listened.", "Relk", "person", "person"),
    # a wire service told by a minister, a legislature, an acronym
    ("It told Newswire the foreign minister was ill.", "Newswire", "organisation", "organisation"),
    ("Congress's own ministers objected.", "Congress", "organisation", "organisation"),
    ("The NUD's foreign ministry desk wrote.", "NUD", "organisation", "organisation"),
]


def mention(document: Document, start: int, end: int, kind: MentionKind) -> Mention:
    span = document.span(start, end)
    made = address(document.report, "mention", start, end)
    return Mention(id=made, span=span, kind=kind, name=span.exact, rule="name")


@pytest.mark.parametrize(("text", "name", "taken_for", "expected"), CASES)
def test_state_by_what_it_has(text: str, name: str, taken_for: MentionKind, expected: MentionKind) -> None:
    document = Document(report="r", text=text, language="en", blocks=())
    found = [
        mention(document, one.start(), one.end(), taken_for)
        for one in re.finditer(rf"(?<!Tomas ){name}", text)
    ]
    full = [mention(document, one.start(), one.end(), "person") for one in re.finditer("Tomas Relk", text)]
    assert {one.kind for one in as_states(document, [*full, *found]) if one.name == name} == {expected}
