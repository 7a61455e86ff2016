"""A page as units: the lines or paragraphs its text falls into, with how they stand on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from rapporteur.clean.inline import Inline, blank, find_inline
from rapporteur.languages.en.page import WIRE_TAG

_SPACE = re.compile(r"\s+")
_LINE = re.compile(r"[^\n\x0b\x0c\x85\u2028\u2029]+")
_SIGN = re.compile(r"[•◦▪‣●○■□►▶➤➢✓✔⁃∙·*\-–—][ \t\xa0]+(?=\S)")
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)]|\((?:[a-z]|[ivx]{1,4})\))[ \t\xa0]+(?=\S)")
_TERMINAL = re.compile(r"[.!?…。！？][\"”’')\]»*_]*\Z")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WIRE = re.compile(WIRE_TAG)
_TABLE = re.compile(r"\S(?: {3,}|\t+)\S.*\S(?: {3,}|\t+)\S")
WRAP_LEAST, WRAP_MOST = 40, 120
_LONGEST = 4000  # characters of a unit that rules look at
_BLANK = " \t\xa0\ufeff\u200b\u200c\u200d\u3000\u2002\u2003\u2009\ufffc\xad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A stretch of the text that stands by itself, and what its place and markup say of it."""

    start: int
    end: int
    text: str  # what a reader sees: markup blanked, white space collapsed, its first few thousand characters
    words: int
    ends_sentence: bool
    gap: int = 0  # blank lines before it
    indent: int = 0
    lines: int = 1
    tag: str = ""  # h1 … h6, p, li, blockquote, figcaption …; empty in plain text
    linked: float = 0.0  # share of its characters inside links
    marks: frozenset[str] = field(default_factory=frozenset)  # what markup says: comment, related, image …

    @property
    def bare(self) -> str:
        """What it reads without the signs of a heading, as phrases are looked up."""
        return self.text.strip(" #*:")


def make_unit(
    start: int,
    end: int,
    seen: str,
    *,
    gap: int = 0,
    indent: int = 0,
    lines: int = 1,
    tag: str = "",
    linked: float = 0.0,
    marks: frozenset[str] = frozenset(),
) -> Unit:
    """A unit at these offsets that reads `seen`."""
    words = seen.count(" ") + 1 if seen else 0
    if not seen.isascii() and words < len(seen) / 12:
        words += len(_UNSPACED.findall(seen)) // 2  # scripts without spaces between words
    return Unit(
        start=start,
        end=end,
        text=seen[:_LONGEST],
        words=words,
        ends_sentence=bool(_TERMINAL.search(seen[-12:])),
        gap=gap,
        indent=indent,
        lines=lines,
        tag=tag,
        linked=linked,
        marks=marks,
    )


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    gap: int

    @property
    def reach(self) -> int:
        """The column its words reach to."""
        return self.end - self.start + self.indent


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

    A line was broken if the next one's first word would have gone past the widest line; a few
    columns are let pass, for wires did not fill theirs to the brim.
    """
    if len(lines) < 4:
        return None
    reaches = sorted(line.reach for line in lines)
    width = reaches[int(len(reaches) * 0.95)]
    if not WRAP_LEAST <= width <= WRAP_MOST:
        return None
    full = joined = closed = 0
    for line, after in pairwise(lines):
        if after.gap or after.indent > line.indent or line.reach < width * 0.6:
            continue
        joined += 1
        closed += bool(_TERMINAL.search(text[max(line.start, line.end - 12) : line.end]))
        full += line.reach + 1 + _first_word(text, after) > width - 8
    enough = joined >= max(3, 0.3 * len(lines)) and closed <= 0.5 * joined
    return width if enough and full >= 0.7 * joined else None


def _first_word(text: str, line: _Line) -> int:
    return len(text[line.start : min(line.end, line.start + 40)].split(maxsplit=1)[0])


def find_units(text: str, inline: Inline | None = None) -> tuple[Unit, ...]:
    """The units of plain text: its paragraphs where lines are wrapped, else its lines."""
    inline = find_inline(text) if inline is None else inline
    seen = blank(text, inline.hidden)
    lines = _lines(text)
    width = _wrap_width(text, lines)
    levels = dict(inline.headings)
    units: list[Unit] = []
    links = list(inline.links)
    link_at = at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and width and _continues(text, lines[end - 1], lines[end], width):
            end += 1
        first, last = lines[at], lines[end - 1]
        start, stop = first.start, last.end
        words = _SPACE.sub(" ", seen[start:stop]).strip()
        while link_at < len(links) and links[link_at].end <= start:
            link_at += 1
        linked, ahead = 0, link_at
        while ahead < len(links) and links[ahead].start < stop:
            linked += links[ahead].end - links[ahead].start
            ahead += 1
        marks = set()
        if not words:
            marks.add("image")
        if end - at == 1 and _TABLE.search(text, start, min(stop, start + 400)):
            marks.add("row")
        units.append(
            make_unit(
                start,
                stop,
                words,
                gap=first.gap,
                indent=first.indent,
                lines=end - at,
                tag=f"h{levels[start]}" if start in levels else "",
                linked=min(1.0, linked / len(words)) if words else 0.0,
                marks=frozenset(marks),
            )
        )
        at = end
    return tuple(units)


def _continues(text: str, line: _Line, after: _Line, width: int) -> bool:
    """Whether a wrapped line goes on in the next one."""
    if after.gap or after.indent > line.indent + 1 or _SIGN.match(text, after.start):
        return False
    if _WIRE.fullmatch(text, after.start, after.end) or _TABLE.search(text, line.start, line.end):
        return False
    if line.reach + 1 + _first_word(text, after) > width - 3:
        return True
    if text[after.start].islower():
        return True
    return line.reach > 0.6 * width and not _TERMINAL.search(text[max(line.start, line.end - 12) : line.end])


def bullet(text: str, start: int, end: int) -> int:
    """Where the words begin after a bullet sign; `start` itself where there is none."""
    match = _SIGN.match(text, start, end)
    return match.end() if match else start


def numbered(text: str, start: int, end: int) -> bool:
    """Whether a line opens with the number or letter of a list."""
    return bool(_NUMBER.match(text, start, end))
