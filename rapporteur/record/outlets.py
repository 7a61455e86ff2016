"""Which outlet a name means, and whether a report leans on another one throughout."""

from __future__ import annotations

import re
from collections import Counter

from rapporteur.model import Citation, Document, Entry, Reading
from rapporteur.record.passages import TOLD_IN

NOT_OF_THE_NAME = re.compile(
    r"\s*\([^)]*\)|^the\s+|\.(?:com|org|net|co\.uk|co|news)\b|\s+[-–—|]\s+.*$|\s+(?:newspaper|news agency|news)$",
    re.IGNORECASE,
)
WORDS = re.compile(r"[^\W_]+")
OWN = ("own-reporting", "own-earlier")
FROM_ELSEWHERE = ("relies-on", "cites", "confirms", "reposts")


def outlet_key(name: str) -> str:
    """An outlet's name as compared: no article, no domain ending, no section, lower case."""
    bare = name.strip()
    while (shorter := NOT_OF_THE_NAME.sub("", bare).strip()) != bare and shorter:
        bare = shorter
    return " ".join(WORDS.findall(bare.lower()))


def initials(key: str) -> str:
    """The first letters of a name of several words: "wall street journal" gives "wsj"."""
    words = key.split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def same_outlet(left: str | None, right: str | None) -> bool:
    """Whether two names mean one outlet: alike, initials of the other, or its last word ("the Journal")."""
    if not left or not right:
        return False
    a, b = outlet_key(left), outlet_key(right)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return short == initials(long) or (len(short) > 4 and long.split()[-1] == short and " " in long)


def own_outlet(entry: Entry) -> str | None:
    """Who reported this: what the page says, or what came with it."""
    if entry.document.outlet is not None:
        return entry.document.outlet.value
    return entry.report.given.outlet


def from_elsewhere(citations: tuple[Citation, ...], outlet: str | None) -> list[Citation]:
    """The citations that name another outlet as where something was reported."""
    return [
        citation
        for citation in citations
        if citation.relation in FROM_ELSEWHERE
        and citation.outlet
        and not same_outlet(citation.outlet, outlet)
    ]


def relied_on(document: Document, reading: Reading, outlet: str | None) -> str | None:
    """The one other outlet a report names throughout while claiming no reporting of its own; else None.

    Throughout: in the first paragraphs and again, at least once in every ten sentences.
    """
    if any(citation.relation in OWN for citation in reading.citations):
        return None
    elsewhere = from_elsewhere(reading.citations, outlet)
    counts = Counter(outlet_key(citation.outlet or "") for citation in elsewhere)
    if not counts:
        return None
    (key, count), *others = counts.most_common()
    if others and others[0][1] * 2 > count:
        return None
    told = [block for block in document.words_of() if block.kind in TOLD_IN and block.kind != "dek"]
    early = told[min(2, len(told) - 1)].end if told else 0
    named = [citation for citation in elsewhere if outlet_key(citation.outlet or "") == key]
    if count < 2 or count * 10 < len(reading.sentences) or named[0].span.start >= early:
        return None
    return named[0].outlet
