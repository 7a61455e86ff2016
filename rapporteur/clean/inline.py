"""Markdown inside a line: which characters are markup, so that what is read is the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapporteur.model import Document, Link

_REST = r"[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"  # of an address, which may hold round brackets in pairs
_URL = rf"\((?P<url>{_REST})(?:\s+\"[^\"\n]*\")?\)"
_TO = rf"\]\s?\((?:https?:|/){_REST}\)"
_CUT = re.compile(rf"\[([^\]\[]+){_TO}|{_TO}")
_LINK = re.compile(rf"(?P<image>!)?\[(?P<words>[^\[\]\n]{{0,400}})\]{_URL}")
_MARKDOWN = re.compile(r"\]\((?:https?:|/|#|mailto:)|^#{1,6} \S", re.MULTILINE)
_EMPHASIS = re.compile(
    r"\*\*|(?<![\w\\])_(?=[^\s_])|(?<=[^\s_\\])_(?!\w)|(?<![\w*\\])\*(?=[^\s*])|(?<=[^\s*\\])\*(?![\w*])"
)
_HEADING = re.compile(r"(?m)^(?P<signs>#{1,6}) +(?=\S)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Inline:
    """The markup of one text: the spans that are no words, its links, its headings' levels by offset."""

    hidden: tuple[tuple[int, int], ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[tuple[int, int], ...] = ()
    headings: tuple[tuple[int, int], ...] = ()  # offset of the first sign, level


def has_markdown(text: str) -> bool:
    """Whether a plain text is written in Markdown: it has links or headings in that form."""
    return bool(_MARKDOWN.search(text))


def find_inline(text: str) -> Inline:
    """Everything in a text that is Markdown and not words."""
    if not has_markdown(text):
        return Inline()
    hidden: list[tuple[int, int]] = []
    links: list[Link] = []
    images: list[tuple[int, int]] = []
    for match in _LINK.finditer(text):
        if match["image"]:
            hidden.append(match.span())
            images.append(match.span())
            continue
        start, end = match.span("words")
        hidden += [(match.start(), start), (end, match.end())]
        if start < end:
            links.append(Link(start=start, end=end, url=match["url"]))
    taken = bytearray(len(text))
    for a, b in hidden:
        taken[a:b] = b"\x01" * (b - a)
    hidden += [m.span() for m in _EMPHASIS.finditer(text) if not taken[m.start()]]
    headings = [(m.start(), len(m["signs"])) for m in _HEADING.finditer(text)]
    hidden += [(m.start(), m.end()) for m in _HEADING.finditer(text)]
    return Inline(tuple(sorted(hidden)), tuple(links), tuple(images), tuple(headings))


def blank(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text with these spans as spaces (line ends kept), every other character where it was."""
    if not spans:
        return text
    parts: list[str] = []
    at = 0
    for start, end in spans:
        if start < at:
            continue
        parts.append(text[at:start])
        parts.append("".join("\n" if c == "\n" else " " for c in text[start:end]))
        at = end
    parts.append(text[at:])
    return "".join(parts)


def unlinked(text: str) -> str:
    """The words of a stretch without the marks of its links; it may begin or end inside one."""
    return _CUT.sub(lambda found: found[1] or "", text) if "](" in text else text


def readable(document: Document) -> str:
    """The document's text with inline markup blanked out: the same length, so offsets hold.

    A plain text keeps every character it came with, Markdown included; whoever reads sentences in it
    reads this, and takes its spans from the document.
    """
    return blank(document.text, find_inline(document.text).hidden)
