"""How a thing is said to be granted (at once or in steps), and deadlines that give way to later ones, as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapporteur.languages.en import tensions as words
from rapporteur.languages.en.issues import GENERAL
from rapporteur.model import Attribution
from rapporteur.read.issues import weigh
from rapporteur.read.times import resolve
from rapporteur.record import wording
from rapporteur.record.claim_page import Page
from rapporteur.record.layer import Node
from rapporteur.record.sides import side

REACH = 70  # code points between the manner and the word of the issue it is of
_MANNERS = tuple((name, re.compile(a, re.I), re.compile(b, re.I)) for name, a, b in words.OPPOSITES)
_EXTENDS = re.compile(words.EXTENDS, re.I)
_DEADLINE = re.compile(words.DEADLINE, re.I)


def manners(page: Page) -> Iterator[Node]:
    """ "sanctions lifted at once", "relief in steps": a claim for each side of an opposition, on a matter of its own."""
    by_id = {mention.id: mention for mention in page.reading.mentions}
    for number, sentence in enumerate(page.sentences):
        text = page.text(sentence)
        for name, one, other in _MANNERS:
            found = [m for m in (one.search(text), other.search(text)) if m is not None]
            for match in found:
                near = text[max(0, match.start() - REACH) : match.end() + REACH]
                issues = [key for key, _ in weigh(near) if key not in GENERAL]
                if not issues:
                    continue
                at = sentence.start + match.start()
                told = _attribution_at(page, at)
                address = told.id if told else page.nearest(sentence, at)
                if address is None:
                    continue
                speaker = by_id.get((told.speaker if told else None) or "")
                yield page.node(
                    "manner", address, page.bucketed(f"manner:{name}:{issues[0]}"), manner=name, issue=issues[0],
                    first=match.re is one, both=len(found) == 2, number=number, text=text, words=match.group(),
                    who=side(speaker.name, speaker, by_id) if speaker else _subject(page, sentence.start, at),
                    of_text=re.search(words.OF_A_TEXT, text, re.I) is not None, stems=sorted(set(wording.stems(text))),
                    denied=re.search(r"\b(?:not|n[’']t|never|no)\b[^,;]{0,30}$", text[: match.start()]) is not None,
                )  # fmt: skip


def _attribution_at(page: Page, at: int) -> Attribution | None:
    held = [a for a in page.reading.attributions if any(s.start <= at < s.end for s in a.content)]
    return min(held, key=lambda a: sum(s.end - s.start for s in a.content), default=None)


def _subject(page: Page, start: int, at: int) -> str:
    """Whose manner it is where nobody is credited: the party named last before it in its sentence."""
    by_id = {mention.id: mention for mention in page.reading.mentions}
    named = [
        m for m in page.reading.mentions if start <= m.span.start < at and m.kind not in ("document", "role")
    ]
    return side(named[-1].name, named[-1], by_id) if named else ""


def deadlines(page: Page) -> Iterator[Node]:
    """A sentence in which one deadline gives way to a later one: "extended the 1 May deadline to 1 July"."""
    for sentence in page.sentences:
        text = page.text(sentence)
        if not _EXTENDS.search(text) or not _DEADLINE.search(text):
            continue
        dated = [
            (resolve(t, page.window), t) for t in page.reading.timexes
            if sentence.start <= t.span.start < sentence.end and t.timex_type == "DATE"
        ]  # fmt: skip
        days = [(when, timex) for when, timex in dated if when and len(when) in (7, 10)]
        for (before, old), (after, new) in pairwise(days):
            between = page.document.text[old.span.end : new.span.start]
            if before < after and re.search(
                r"\b(?:to|until|till|through|by|is now|became|for)\s+(?:\w+\s+){0,2}$", between
            ):
                key = f"deadline:{before}:{after}"
                yield page.node("until", old.id, [key], when=before, text=text)
                yield page.node("extended", new.id, [key], when=after, text=text)
