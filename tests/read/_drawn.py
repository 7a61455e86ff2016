"""Cases with the expected answer drawn into the sentence, and documents made of plain paragraphs."""

from __future__ import annotations

import re
from pathlib import Path

from rapporteur.model import Block, Document, Stated

CASES = Path(__file__).parent.parent / "cases" / "en"
TRIMMED = " \t\n\"“”'‘’.,;:"


def lines(name: str) -> list[str]:
    """The cases of a file: its lines without comments and blank ones."""
    found = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in found if line.strip() and not line.startswith("#")]


def document(text: str, *, outlet: str | None = None, language: str | None = "en") -> Document:
    """A document whose paragraphs are the blocks between blank lines."""
    blocks = tuple(
        Block(kind="paragraph", voice="newsroom", start=found.start(), end=found.end())
        for found in re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", text)
    )
    return Document(
        report="r",
        text=text,
        language=language,
        blocks=blocks,
        outlet=Stated(value=outlet) if outlet else None,
    )


def trimmed(text: str) -> str:
    """Without the marks at its ends that no scorer counts."""
    return text.strip(TRIMMED)


def undrawn(line: str) -> tuple[str, dict[str, list[str]]]:
    """A drawn sentence as plain text, and its labelled stretches in order."""
    drawn: dict[str, list[str]] = {}
    for label, words in re.findall(r"\{(\w+):([^{}]*)\}", line):
        drawn.setdefault(label, []).append(words.replace("¶", "\n\n"))
    text = re.sub(r"\{\w+:([^{}]*)\}", r"\1", line).replace("¶", "\n\n")
    return text, drawn
