"""Figures as claims: what a quantity counts, what it covers, and whether it is of what there is or of what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.languages.en import tensions as words
from rapporteur.model import Quantity
from rapporteur.read.issues import find_issue
from rapporteur.record import wording
from rapporteur.record.claim_page import Page
from rapporteur.record.layer import Node
from rapporteur.record.sides import side

NEAR_BY = 80  # code points around a figure within which a word says how it is meant
_UNITLESS = frozenset((None, "points", "pages", "articles", "years", "year", "months", "days", "weeks", "hours", "minutes", "times"))  # fmt: skip


def scope_of(text: str, start: int, end: int) -> list[str]:
    """What a figure covers, by the words close to it."""
    near = text[max(0, start - 45) : end + 45]
    return [name for name, pattern in words.SCOPES if re.search(pattern, near, re.I)]


def stand_of(text: str, start: int = 0, end: int | None = None) -> str:
    """ "limit" for what would be allowed or is asked for, "current" for what there is, "" where not told.

    By the word of either kind that stands closest to the figure, within some words of it.
    """
    last = len(text) if end is None else end
    if re.search(r"\bfrom\s[^.;]{1,50}\sto\s+(?:\w+\s+)?$", text[:start]) and re.search(
        words.COMING, text, re.I
    ):
        return "limit"  # "to reduce its centrifuges from 19,000 to 6,104"
    near = range(max(0, start - NEAR_BY), min(len(text), last + NEAR_BY))
    found: list[tuple[int, str]] = []
    for kind, pattern in (("limit", words.LIMITING), ("current", words.CURRENT)):
        for match in re.finditer(pattern, text, re.I):
            if match.start() in near:
                gap = start - match.end() if match.end() <= start else 2 * max(0, match.start() - last)
                found.append((max(0, gap), kind))
    return min(found)[1] if found else ""


def offered(text: str, start: int, end: int) -> bool:
    """Whether a figure is one somebody may keep or would be held to, and not what it comes down from."""
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    if re.search(r"\bfrom\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,2}$", before) or re.search(
        r"\bremov\w+|\bgiv\w+ up|\bbetter than\b", before, re.I
    ):
        return False
    return re.search(words.KEPT, f"{before} {after}", re.I) is not None


def figures(page: Page) -> Iterator[Node]:
    """Quantities with a unit, tied to a draft where a provision holds them, to their sentence otherwise."""
    for quantity in page.reading.quantities:
        sentence = page.sentence(quantity.span.start)
        if quantity.unit in _UNITLESS or sentence is None or quantity.value in (0, 1):
            continue
        held = next(
            (
                p
                for p in page.reading.provisions
                if p.span.start <= quantity.span.start and quantity.span.end <= p.span.end
            ),
            None,
        )
        text = page.text(sentence)
        a, b = quantity.span.start - sentence.start, quantity.span.end - sentence.start
        issue = held.issue if held else find_issue(text)
        about = about_of(quantity, text[b:])
        draft = page.drafts.get(held.draft or "") if held else None
        if draft is None and issue in (None, "plan", "process"):
            continue
        keys = page.bucketed(f"figure:{issue}:{quantity.unit}:{about}")
        if draft is not None:
            keys += page.bucketed(f"drafted:{issue}:{quantity.unit}")
        yield page.node(
            "figure", quantity.id, keys, issue=issue, unit=quantity.unit, value=quantity.value, high=quantity.high,
            qualifier=quantity.qualifier, about=about, draft=held.draft if held and draft else None, of=draft,
            scope=scope_of(text, a, b), stand=stand_of(text, a, b), text=text, place=quantity.span.start,
            stems=sorted(set(wording.stems(text))), offered=offered(text, a, b), holder=_holder(page, quantity),
        )  # fmt: skip


def about_of(quantity: Quantity, after: str) -> str:
    """The head of what a figure counts, stemmed: the unit's own noun where it is one."""
    found = re.findall(r"[a-z]{3,}", (quantity.about.exact if quantity.about else "").lower())
    return wording.stem(found[-1]) if found else wording.stem((quantity.unit or "").split("/")[0].lower())


def _holder(page: Page, quantity: Quantity) -> str:
    """Whose figure it is: the party of the stance that holds it, else who is credited with it; "" where not told."""
    by_id = {mention.id: mention for mention in page.reading.mentions}
    for stance in page.reading.stances:
        if stance.span.start <= quantity.span.start and quantity.span.end <= stance.span.end:
            return side(stance.party_name, by_id.get(stance.party or ""), by_id)
    told = next((a for a in page.reading.attributions if a.id == quantity.attribution), None)
    speaker = by_id.get((told.speaker if told else None) or "")
    return side(speaker.name, speaker, by_id) if speaker else ""
