"""How an event is called in one English line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.model import Span

LOOKS_BACK = re.compile(
    r"\b(?:the (?:entire|whole|full) (?:period|time|weekend|week|day)|th(?:at|ose|ese) (?:days?|talks|meetings?|discussions|sessions?)|"
    r"(?:the|all) (?:two|three|four|five|several) days|throughout|at the (?:meeting|talks|session)|(?:in|during) the (?:meeting|talks|session|discussions))\b",
    re.IGNORECASE,
)
"""Words by which a sentence goes on about the meeting just told of."""
ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "1st",
        "2nd",
        "3rd",
        "4th",
        "5th",
        "6th",
        "7th",
        "8th",
        "9th",
        "10th",
    ]
)
WEAK_MODES = frozenset(("delegation", "postponement", "cancellation", "breakdown", None, "None"))
MODES = {
    "meeting": "meeting", "talks": "talks", "call": "call", "visit": "visit", "briefing": "briefing",
    "mediation": "mediation", "event": "event", "hearing": "hearing",
}  # fmt: skip
_LINK = re.compile(r"\]\([^)\s]*\)?|\[")
LONGEST = 110
_EDGE = re.compile(
    r"[;:—]|\s--\s|,\s+(?:who|which|but|and\s+(?:he|she|they|it)|saying|adding|according|while|when|as)\b"
)


def meeting(mode: str, people: Sequence[str], place: str | None) -> str:
    """Who came together, and where: “Talks of A, B and C, Geneva”."""
    called = MODES.get(mode, "meeting")
    shown = list(people[:4])
    if len(people) > 4:
        listed = ", ".join(shown) + f" and {len(people) - 4} more"
    else:
        listed = ", ".join(shown[:-1]) + (" and " if len(shown) > 1 else "") + shown[-1]
    if called == "visit" and place is not None:
        return f"Visit to {place}: {listed}"
    return f"{called.capitalize()}: {listed}" + (f", {place}" if place and place not in shown else "")


def clause(text: str, start: int, end: int, sentence: Span | None) -> str:
    """The words around a trigger, from the last edge of a clause before it to the next behind it."""
    first, last = (sentence.start, sentence.end) if sentence is not None else (start, end)
    if "](" in text[first:last]:  # addresses of links are nobody's words
        blank = _LINK.sub(lambda found: " " * len(found.group()), text[first:last])
        text, start, end, first, last = blank, start - first, end - first, 0, last - first
    for found in _EDGE.finditer(text, first, start):
        first = found.end() if not text[found.start()].startswith(",") else found.start() + 1
    close = _EDGE.search(text, end, last)
    if close is not None:
        last = close.start()
    words = " ".join(text[first:last].split()).strip(' ,.–—-•*“”"')
    trigger = " ".join(text[start:end].split())
    if len(words) > LONGEST:
        at = max(0, words.find(trigger))
        begin = 0 if at + len(trigger) < LONGEST - 20 else max(0, words.rfind(" ", 0, max(0, at - 40)) + 1)
        cut = words[begin : begin + LONGEST]
        cut = cut[: cut.rfind(" ")] if begin + LONGEST < len(words) else cut
        words = ("… " if begin else "") + cut.rstrip(" ,;") + (" …" if begin + LONGEST < len(words) else "")
    return words
