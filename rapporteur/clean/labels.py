"""House labels: the short lead-ins with a colon that a newsroom opens its paragraphs with."""

from __future__ import annotations

import re

from rapporteur.clean.phrases import LABEL_WORD, NOT_LABEL_LAST

_LEAD = re.compile(r"(?P<open>[*_]{0,2})(?P<words>[A-Z0-9][^:\n\"“”]{0,48}?)[*_]{0,2}:[*_]{0,2}(?=\s|$)")
_SPEAKER = re.compile(
    r"(?i)\b(?:officials?|sources?|minister|spokes\w+|president|diplomats?|senator|reporter|analysts?|adviser|advisor|"
    r"secretary|ambassador|envoy|chief|chairman|moderator|interviewer|question|answer|host|mr|mrs|ms|dr|sen|rep|gen)\b"
)
_WORDS = 6


def read_label(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """A house label opening a paragraph: its start, its end after the colon, and where the rest begins.

    Every word must be one that lead-ins are made of, or plain lower case; a name before a colon is a
    speaker or a place, never a label.
    """
    match = _LEAD.match(text, start, end)
    if not match:
        return None
    words = match.group("words").split()
    if (
        not words
        or len(words) > _WORDS
        or NOT_LABEL_LAST.search(words[-1])
        or _SPEAKER.search(match.group("words"))
    ):
        return None
    if not LABEL_WORD.match(words[0]):
        return None
    if any(word[0].isupper() and not LABEL_WORD.fullmatch(word.strip(",.’'")) for word in words):
        return None
    rest = match.end()
    while rest < end and text[rest].isspace():
        rest += 1
    return start, match.end(), rest
