"""How a thing is said to be granted (at once or in steps), and deadlines that give way to later ones, as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from rapporteur.languages.en import tensions as words
from rapporteur.languages.en.issues import GENERAL
from rapporteur.model import Sentence
from rapporteur.read.issues import weigh
from rapporteur.read.times import resolve
from rapporteur.record import names, wording
from rapporteur.record.claim_page import Page
from rapporteur.record.layer import Node
from rapporteur.record.sides import side

MONTH = 40  # days of a key under which two deadlines meet
REACH = 70  # code points between the manner and the word of the issue it is of
_MANNERS = tuple((name, re.compile(a, re.I), re.compile(b, re.I)) for name, a, b in words.OPPOSITES)
_EXTENDS = re.compile(words.EXTENDS, re.I)
_MOVED = re.compile(words.MOVED, re.I)
_DEADLINE = re.compile(words.DEADLINE, re.I)


def manners(page: Page) -> Iterator[Node]:
    """ "sanctions lifted at once", "relief in steps": a claim for each side of an opposition, on a matter of its own."""
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
                address = page.nearest(sentence, at)
                if address is None:
                    continue
                yield page.node(
                    "manner", address, page.bucketed(f"manner:{name}:{issues[0]}"), manner=name, issue=issues[0],
                    first=match.re is one, number=number, text=text, words=match.group(),
                    asked=re.search(words.WISHED, text, re.I) is not None, who=_holder(page, sentence, at), of_text=re.search(words.OF_A_TEXT, text, re.I) is not None,
                    stems=sorted(set(wording.stems(text))), denied=re.search(words.AGAINST, text[: match.start()], re.I) is not None,
                )  # fmt: skip


def _holder(page: Page, sentence: Sentence, at: int) -> str:
    """Whose telling it is: the party of a stance around it, else who is credited with it, else who is named before it."""
    by_id = {mention.id: mention for mention in page.reading.mentions}
    stance = next((s for s in page.reading.stances if s.span.start <= at < s.span.end), None)
    if stance is not None:
        return side(stance.party_name, by_id.get(stance.party or ""), by_id)
    held = [a for a in page.reading.attributions if any(s.start <= at < s.end for s in a.content)]
    told = min(held, key=lambda a: sum(s.end - s.start for s in a.content), default=None)
    inside = [
        m for m in page.reading.mentions
        if sentence.start <= m.span.start < at and m.kind not in ("document", "role") and m.name[:1].isupper()
    ]  # fmt: skip
    parties = [party for m in inside if (party := side(m.name, m, by_id)) and names.party_of(party)]
    if told is not None:
        speaker = by_id.get(told.speaker or "")
        if speaker is not None:
            return side(speaker.name, speaker, by_id)
        named = names.party_of(told.source.exact) if told.source else None
        if named:
            return named
    return parties[-1] if parties else side(inside[-1].name, inside[-1], by_id) if inside else ""


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


def due(page: Page) -> Iterator[Node]:
    """A deadline on a day, and whether what stands around it says that it took the place of another."""
    for deadline in page.reading.deadlines:
        timex = next((t for t in page.reading.timexes if t.id == deadline.when), None)
        when = resolve(timex, page.window) if timex else None
        sentence = page.sentence(deadline.span.start)
        if (
            when is None
            or len(when) != 10
            or sentence is None
            or deadline.span.exact.lower().endswith("deadlines")
        ):
            continue
        text = page.text(sentence)
        last = date.fromisoformat(when).toordinal() // MONTH
        yield page.node(
            "due", deadline.id, [f"due:{last}", f"due:{last - 1}"], when=when, text=text,
            moved=_MOVED.search(text) is not None, who=(deadline.who or "").lower(), stems=sorted(set(wording.stems(text))),
        )  # fmt: skip
