"""Denials as claims: what is denied, and the claim a denial points at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rapporteur.languages.en import tensions as words
from rapporteur.model import Address, Sentence
from rapporteur.read.within import party_key
from rapporteur.record import wording
from rapporteur.record.claim_page import Page
from rapporteur.record.layer import Node

_DENIES = re.compile(words.DENIES, re.I)
_CLAIMS = re.compile(words.CLAIMS)
_ASKED_ABOUT = re.compile(words.ASKED_ABOUT, re.I)
_NO_SUCH = re.compile(words.NO_SUCH)
FEW = 3  # sentences, from a denial to the question it answers
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")


def denials(page: Page) -> Iterator[Node]:
    """Denials and what they deny: a claim named in the same sentence, told in the one before, or told nearby."""
    last = -FEW  # the sentence of the denial before
    for number, sentence in enumerate(page.sentences):
        text = page.text(sentence)
        denies = _DENIES.search(text)
        if denies is None and number - last >= FEW and _asked_about(page, number):
            # what is said again in his own words after "denied" is no second denial
            denies = _NO_SUCH.search(text)
        if denies and re.search(words.NO_DENIAL, text[: denies.start()], re.I):
            denies = None
        claimed = _CLAIMS.search(text)
        if not denies and not claimed:
            continue
        told = page.attribution_in(sentence)
        at = sentence.start + (denies or claimed).start()  # type: ignore[union-attr]
        address = told.id if told else page.nearest(sentence, at)
        if address is None:
            continue
        more = _compared(text, number)
        asked = _asked_about(page, number) if denies else None
        if denies is None:
            yield page.node("claim", address, [f"deny:{page.reading.report}"], **more)
            continue
        last = number
        yield page.node("denial", address, [f"deny:{page.reading.report}", f"denied:{address}"], **more)
        other = asked or _denied(page, number, sentence, denies.end())
        if other is not None and other != address:
            yield page.node("denied", other, [f"denied:{address}"], by=address, **more)


def _asked_about(page: Page, number: int) -> Address | None:
    """What somebody who denies was asked about, in the same sentence or the next few: the report it stood in."""
    for sentence in page.sentences[number : number + FEW]:
        match = _ASKED_ABOUT.search(page.text(sentence))
        if match:
            at = sentence.start + match.end()
            named = [m for m in page.reading.mentions if at <= m.span.start < min(at + 60, sentence.end)]
            return named[0].id if named else page.nearest(sentence, at)
    return None


def _compared(text: str, number: int) -> dict[str, Any]:
    named = {name.removesuffix("’s").removesuffix("'s") for name in _NAME.findall(text)} - _STARTERS
    stems = sorted(set(wording.stems(text)) - {wording.stem(n.lower()) for n in named})
    people = sorted(name for name in named if party_key(name) is None and name not in _OFFICES)
    return {"text": text, "number": number, "named": people, "stems": stems}


def _denied(page: Page, number: int, sentence: Sentence, end: int) -> Address | None:
    """The fact that stands for the claim a denial itself points at; None where it points at none."""
    text = page.text(sentence)
    pointed = re.match(words.DENIED_BEFORE, text[end:], re.I)
    if number > 0 and pointed:
        near = [page.sentences[number - 1]]
        if pointed.group().strip().lower() not in ("this", "it", "that"):
            # "denied the report": the sentence that tells of one, not the denial just before
            near = [
                s
                for s in reversed(page.sentences[max(0, number - 4) : number])
                if _CLAIMS.search(page.text(s))
            ]
        if not near:
            return None
        told = page.attribution_in(near[0])
        cited = next((c for c in page.reading.citations if near[0].start <= c.span.start < near[0].end), None)
        return cited.id if cited else told.id if told else page.nearest(near[0], near[0].end)
    named = re.search(words.DENIED_CLAIM, text[end - 12 if end > 12 else 0 :])
    if named is None:
        return None
    at = sentence.start + max(0, end - 12) + named.start()
    return page.nearest(sentence, at)


_OFFICES = frozenset(
    [
        "White",
        "House",
        "President",
        "Minister",
        "Secretary",
        "State",
        "Senate",
        "Congress",
        "Foreign",
        "Prime",
        "Department",
        "Republicans",
        "Democrats",
    ]
)
_STARTERS = frozenset(
    [
        "The",
        "This",
        "That",
        "These",
        "Those",
        "They",
        "There",
        "When",
        "While",
        "After",
        "Before",
        "But",
        "And",
        "Its",
        "His",
        "Her",
        "One",
        "Some",
    ]
)
