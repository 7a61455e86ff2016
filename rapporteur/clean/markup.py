"""What markup says a unit is: captions, embedded posts, furniture, comments; and what lies outside the article."""

from __future__ import annotations

from rapporteur.clean.container import trusted_marks
from rapporteur.clean.page import Page, is_linked, reads_as_prose
from rapporteur.clean.stamps import find_stamps
from rapporteur.clean.units import Unit

_FURNITURE = ("nav", "footer", "aside", "related", "chrome")
_HEAD = 40  # units above the article in which its headline and byline may stand


def by_markup(page: Page) -> None:
    """Judges units by their elements, and calls chrome what lies outside the article and is not its head."""
    if page.within is None:
        return
    units = page.units
    start, end = page.within
    trusted = trusted_marks(units)
    heads = [at for at in range(len(units)) if units[at].tag == "h1" and (at < end)]
    head = heads[-1] if heads and heads[-1] >= start else (heads[-1] if heads else max(0, start - _HEAD))
    for at, unit in enumerate(units):
        marks = unit.marks & trusted
        if "comment" in marks and at > start:
            page.change(at, "comment", "comment-markup")
        elif unit.tag == "figcaption" or (
            "caption" in marks and not (reads_as_prose(unit) and unit.words > 60)
        ):
            page.set(at, "caption", "caption-markup")
        elif "embed" in marks:
            page.change(at, "embed", "embed-markup")
        elif marks & set(_FURNITURE) and unit.tag != "h1":
            page.set(at, "chrome", "furniture-markup")
        elif at >= end or (at < start and unit.tag != "h1" and (at < head or is_linked(unit))):
            page.set(at, "chrome", "outside-article")
        elif "byline" in marks and unit.words <= 16 and not reads_as_prose(unit) and _signs(unit):
            page.set(at, "byline", "byline-markup")


def _signs(unit: Unit) -> bool:
    return unit.text.lower().startswith("by ") or any(find_stamps(unit.text))
