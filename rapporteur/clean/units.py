"""A page as units: the lines or paragraphs its text falls into, with how they stand on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from rapporteur.languages.en.page import WIRE_TAG

_SPACE = re.compile(r"\s+")
_LINE = re.compile(r"[^\n\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"[•◦▪‣●○■□►▶➤➢✓✔⁃∙·*\-–—]\s+(?=\S)|\d{1,2}[.)]\s+(?=\S)|\(\d{1,2}\)\s+(?=\S)")
_WIRE = re.compile(WIRE_TAG)
_TERMINAL = re.compile(r"[.!?…][\"”’')\]»*_]*$")
WRAP_LEAST, WRAP_MOST = 40, 120
_BLANK = " \t\xa0\ufeff\u200b\u200c\u200d\u3000\u2002\u2003\u2009\ufffc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A stretch of the text that stands by itself, and what its place and markup say of it."""

    start: int
    end: int
    text: str  # white space collapsed
    gap: int = 0  # blank lines before it
    indent: int = 0
    lines: int = 1
    tag: str = ""  # h1 … h6, p, li, blockquote, figcaption …; empty in plain text
    linked: float = 0.0  # share of its characters inside links
    marks: frozenset[str] = field(default_factory=frozenset)  # what ancestors' names say: comment, related …

    @property
    def words(self) -> int:
        """How many words, counted by white space."""
        return self.text.count(" ") + 1 if self.text else 0

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes like a sentence."""
        return bool(_TERMINAL.search(self.text))


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    gap: int

    @property
    def length(self) -> int:
        return self.end - self.start


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank, without the white space around them, and the blank lines before each."""
    found: list[_Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        kept = raw.strip().strip(_BLANK).strip()
        if not kept:
            continue
        start = match.start() + raw.index(kept)
        gap = max(0, text.count("\n", last, match.start()) - 1) if found else 0
        last = match.end()
        found.append(_Line(start, start + len(kept), start - match.start(), gap))
    return found


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """The column at which these lines were broken by a machine, or None where each line is a paragraph.

    A line was broken if the next one's first word would have gone past the widest line.
    """
    if len(lines) < 4:
        return None
    lengths = sorted(line.length + line.indent for line in lines)
    width = lengths[int(len(lengths) * 0.98)]
    if not WRAP_LEAST <= width <= WRAP_MOST:
        return None
    full = joined = 0
    for line, after in pairwise(lines):
        if after.gap or after.indent != line.indent or line.length < width * 0.6:
            continue
        joined += 1
        word = text[after.start : after.end].split(maxsplit=1)[0]
        full += line.length + line.indent + 1 + len(word) > width
    return width if joined >= 3 and full >= 0.7 * joined else None


def find_units(text: str) -> tuple[Unit, ...]:
    """The units of plain text: its paragraphs where lines are wrapped, else its lines."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    units: list[Unit] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and width and _continues(text, lines[end - 1], lines[end], width):
            end += 1
        first, last = lines[at], lines[end - 1]
        words = _SPACE.sub(" ", text[first.start : last.end]).strip()
        units.append(
            Unit(
                start=first.start,
                end=last.end,
                text=words,
                gap=first.gap,
                indent=first.indent,
                lines=end - at,
            )
        )
        at = end
    return tuple(units)


def _continues(text: str, line: _Line, after: _Line, width: int) -> bool:
    """Whether a wrapped line goes on in the next one."""
    if after.gap or after.indent > line.indent + 1 or _BULLET.match(text, after.start):
        return False
    if _WIRE.fullmatch(text, after.start, after.end):
        return False
    word = text[after.start : after.end].split(maxsplit=1)[0]
    full = line.length + line.indent + 1 + len(word) > width - 3
    return full or text[after.start].islower()


def bullet(text: str, start: int, end: int) -> int:
    """Where the words begin after a bullet sign; `start` itself where there is none."""
    match = _BULLET.match(text, start, end)
    return match.end() if match else start
