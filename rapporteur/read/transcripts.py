"""Transcripts: a label names the speaker, and the paragraphs under it are what was said, quoted or not."""

from __future__ import annotations

import re
from bisect import bisect_right

from rapporteur.languages.en.cues import ASKER_LABELS
from rapporteur.read.edges import trim_end
from rapporteur.read.scene import Credit
from rapporteur.read.stretches import View

#: "MS. BRANDT:", "Anna Brandt (through interpreter):", "Q:" at the beginning of a paragraph.
_LABEL = re.compile(
    r"\s*(?P<who>[A-Z][\w.’'\- ]{0,60}?)(?:,\s[^:,\n]{2,60})*(?:\s*[\[(][^\])\n]{0,60}[\])])?\s*(?P<colon>:)(?=\s)"
)


def find_turns(view: View) -> list[Credit]:
    """One credit a turn: the label, its colon, and every paragraph until the next label."""
    found: list[Credit] = []
    words = view.words
    at = 0
    for number, block in enumerate(view.blocks):
        if block.kind != "transcript":
            at = 0
            continue
        first, last = words.between(block.start, block.end)
        if first >= last:
            continue
        label = _LABEL.match(words.text, block.start, block.end)
        if label is None:
            if at and found:
                found[-1].content.append((first, trim_end(view, first, last)))
            continue
        who = words.between(label.start("who"), label.end("who"))
        start = words.at(label.end("colon"))
        if who[0] >= who[1] or start >= last:
            continue
        at = number + 1
        found.append(
            Credit(
                cue=(start - 1, start),
                source=who,
                content=[(start, trim_end(view, start, last))],
                kind="asks" if words.text[slice(*label.span("who"))].lower() in ASKER_LABELS else "says",
                stretch=_stretch_at(view, start),
                rule="transcript",
                is_direct=True,
            )
        )
    return found


def _stretch_at(view: View, word: int) -> int:
    return max(0, bisect_right(view.stretches, word, key=lambda stretch: stretch.first) - 1)
