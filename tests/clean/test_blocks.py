"""Each line of a page gets the kind it is: the cases are drawn in tests/cases/en/blocks.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapporteur.clean import clean
from rapporteur.intake import Options
from rapporteur.intake.source import Item, make_report
from rapporteur.model import Document

CASES = Path(__file__).parents[1] / "cases" / "en" / "blocks.txt"
VOICES = {
    "comment": "reader",
    "chrome": "page",
    "notice": "page",
    "credit": "page",
    "transcript": "transcript",
}


def document_of(text: str | bytes, kind: str = "text/plain") -> Document:
    raw = text if isinstance(text, bytes) else text.encode()
    return clean(make_report(Item(name="page", raw=raw), kind, Options(clock=lambda: "")))


def pages() -> list[tuple[str, list[tuple[str, str]]]]:
    """The cases: why, and the lines with their kinds."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    why, lines = "", []
    for line in [*CASES.read_text(encoding="utf-8").split("\n\n", 1)[1].splitlines(), ""]:
        if line.startswith("#"):
            why = line.lstrip("# ")
        elif line:
            kind, _, words = line.partition(" | ")
            lines.append((kind, words))
        elif lines:
            found.append((why, lines))
            lines = []
    return found


@pytest.mark.parametrize(("why", "lines"), pages(), ids=lambda value: value if isinstance(value, str) else "")
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_each_line_is_what_it_is(why: str, lines: list[tuple[str, str]], between: str) -> None:
    """With and without blank lines between, as browsers copy pages in both ways."""
    document = document_of(between.join(words for _, words in lines) + "\n")
    at = 0
    wanted, found = [], []
    for kind, words in lines:
        start = document.text.index(words, at)
        at = start + len(words)
        wanted.append((kind, words))
        found.append(("+".join(block.kind for block in document.blocks if start <= block.start < at), words))
    assert found == wanted, why
    for block in document.blocks:
        assert block.voice == VOICES.get(block.kind, block.voice)
        assert block.rule


def test_bullets_lose_their_sign_and_labels_their_paragraph() -> None:
    """An item begins at its words; a label ends at its colon."""
    document = document_of(
        "The talks\n\nThe talks went on for a day and a night, the mediator said on Tuesday.\n\nZoom in: • not a bullet here, but words after a label that go on for long enough.\n\n• A point with its words after the sign, and a full stop at the end.\n"
    )
    texts = {block.kind: document.text[block.start : block.end] for block in document.blocks}
    assert texts["label"] == "Zoom in:"
    assert texts["item"].startswith("A point")


def test_hard_wrapped_lines_are_paragraphs() -> None:
    """A wire's lines broken at a column are joined; its indented first lines part paragraphs; a table stays rows."""
    text = (
        "RIVER STATES END TALKS\n\nPORT MERROW, June 2 - The two river states ended a third day\n"
        "of talks on the waters of the Issa without a date for the next\nround, the mediator said.\n"
        "    The delegations will stay in the city until Friday, their\nspokesmen said after the last of the sessions, and will then\nfly home to report.\n"
        "    Output figures in mln cubic metres are as follows, the two\nwater boards said in a note.\n"
        "    ALDMARK      0.64     0.63\n    VESSIA       1.10     0.90\n NW\n"
    )
    document = document_of(text)
    paragraphs = [
        document.text[block.start : block.end] for block in document.blocks if block.kind == "paragraph"
    ]
    assert paragraphs[0].startswith("The two river states ended")
    assert paragraphs[0].endswith("the mediator said.")
    assert paragraphs[1].endswith("fly home to report.")
    assert any(words.startswith("ALDMARK  ") and "VESSIA" not in words for words in paragraphs)


def test_markdown_is_read_past_and_kept() -> None:
    """A plain text keeps every character; links are known; a list of links is furniture."""
    from rapporteur.clean import readable

    text = (
        "Senate passes bill\n\n![A photo](https://i.example/a.jpg)\n\nThe [Senate](https://n.example/senate) passed the **funding** bill on Monday night, the clerk said in a note.\n\n"
        "## Read more\n\n-   [Another story about ferries](https://n.example/2)\n-   [A third story about eels](https://n.example/3)\n\n"
        "The bill now goes to the other chamber, where its fate is open, three members said on Tuesday.\n"
    )
    document = document_of(text)
    assert document.text == text
    assert len(readable(document)) == len(text)
    assert "The  Senate" in readable(document).replace("The [", "The  ")
    assert "https" not in readable(document)
    assert document.links[0].url == "https://n.example/senate"
    assert [block.rule for block in document.blocks].count("list-of-links") == 2
    assert document.title is not None
    assert document.title.value == "Senate passes bill"
