"""What every corpus reader gives: texts with the spans, groups and ends that its annotators marked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]
Labelled = tuple[int, int, str]

TRIMMED = " \t\n\r\"“”'‘’.,;:"


@dataclass(frozen=True)
class Group:
    """One attribution: the stretches of its source, cue and content, as code-point offsets."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Rooted:
    """A sentence with its actors and the PLOVER roots that are right for it."""

    sentence: Span
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    roots: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A text with the layers that were annotated; a layer that is missing was not looked at."""

    name: str
    text: str
    paragraphs: tuple[Span, ...]
    spans: Mapping[str, tuple[Labelled, ...]] = field(default_factory=dict)
    groups: tuple[Group, ...] | None = None
    ends: frozenset[int] | None = None  # offsets at which a sentence ends
    roots: tuple[Rooted, ...] = ()
    plain: bool = True  # False: tokens joined by spaces, not text as it is printed


def trim(text: str, start: int, end: int) -> Span:
    """The span without quotation marks, punctuation and white space at its ends, as PolNeAR is scored."""
    while start < end and text[start] in TRIMMED:
        start += 1
    while end > start and text[end - 1] in TRIMMED:
        end -= 1
    return start, end


def share(name: str, parts: int) -> int:
    """Which of `parts` equal shares a file falls into, by its name alone."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % parts


def blank_line_paragraphs(text: str) -> tuple[Span, ...]:
    """The stretches between blank lines."""
    return tuple((found.start(), found.end()) for found in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text))


def join_tokens(
    paragraphs: Iterable[Sequence[tuple[str, str]]], *, printed: bool
) -> tuple[str, tuple[Span, ...], list[tuple[int, int, str]]]:
    """Text from (token, tag) paragraphs: as it would be printed, or with a space between all tokens.

    Gives the text, its paragraphs, and each token's place and tag.
    """
    parts: list[str] = []
    bounds: list[Span] = []
    places: list[tuple[int, int, str]] = []
    at = 0
    for tokens in paragraphs:
        if parts:
            parts.append("\n\n")
            at += 2
        begun = at
        open_double = open_single = False
        glue = True
        for index, (token, tag) in enumerate(tokens):
            before = tokens[index - 1] if index else ("", "O")
            after = tokens[index + 1] if index + 1 < len(tokens) else ("", "O")
            attach_left = attach_right = False
            if printed:
                if token in {'"', "``", "''"}:
                    attach_left, attach_right = open_double, not open_double
                    open_double = not open_double
                elif token == "'":
                    if not open_single and before[0].endswith("s") and after[0][:1].islower():
                        attach_left = True
                    else:
                        attach_left, attach_right = open_single, not open_single
                        open_single = not open_single
                elif token in {"-", "/"} and _joins(before, after):
                    attach_left = attach_right = True
                elif re.fullmatch(r"[,.;:!?)\]}%’”…]+|['’](?:s|S|t|re|ve|ll|d|m)|n['’]t", token):
                    attach_left = True
                elif token in {"(", "[", "{", "$", "£", "€", "“", "‘", "#", "@"}:
                    attach_right = True
            if not glue and not attach_left:
                parts.append(" ")
                at += 1
            parts.append(token)
            places.append((at, at + len(token), tag))
            at += len(token)
            glue = attach_right
        bounds.append((begun, at))
    return "".join(parts), tuple(bounds), places


def _joins(before: tuple[str, str], after: tuple[str, str]) -> bool:
    """Whether a hyphen or stroke stands inside a word rather than between two things."""
    if not before[0][-1:].isalnum() or not after[0][:1].isalnum():
        return False
    begins_another = after[1].startswith("B-") and before[1] != "O"
    return not begins_another


def merge_tags(places: Iterable[tuple[int, int, str]]) -> tuple[Labelled, ...]:
    """Spans from BIO (or IO) tags on placed tokens."""
    found: list[Labelled] = []
    previous = "O"
    for start, end, tag in places:
        if tag == "O":
            previous = tag
            continue
        position, _, label = tag.partition("-")
        if position in "IE" and previous != "O" and found and found[-1][2] == label:
            found[-1] = (found[-1][0], end, label)
        else:
            found.append((start, end, label))
        previous = tag
    return tuple(found)
