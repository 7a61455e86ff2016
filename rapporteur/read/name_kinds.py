"""What a capitalised run names: told from lists, from its own words and from what stands beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rapporteur.languages.en import names as data
from rapporteur.languages.en.cues import CLAUSE_CUES, OBJECT_CUES, PHRASE_CUES, TELL_CUES
from rapporteur.languages.en.roles import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    INSTITUTION_NOUNS,
    PERSON_NOUNS,
    PERSON_PLURALS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.model import MentionKind
from rapporteur.read.words import Words


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: half-open word range and kind."""

    first: int
    last: int
    kind: MentionKind


COMMON = PERSON_NOUNS | PERSON_PLURALS | GROUP_NOUNS | INSTITUTION_NOUNS | DOCUMENT_NOUNS


def judge_name(
    words: Words, a: int, b: int, opening: bool, loud: bool, inside: Counter[str], plain: set[str]
) -> Name | None:
    """The kind of one name, or None where the capital has another reason."""
    surface = words.words
    while a < b and (surface[a] == "." or surface[a] in HONORIFICS):
        a += 1
    if a >= b:
        return None
    joined = " ".join(surface[a:b])
    known = _known(words, a, b, joined)
    if known is not None:
        if joined in data.PLATFORMS and joined not in data.OUTLETS and len(joined) < 3 and not _on(words, a):
            return None
        return Name(a, b, known)
    single = b - a == 1
    first = surface[a]
    if loud and not all(inside[word] for word in surface[a:b]):
        return None
    if single and (first.lower() in TITLE_HEADS or first.lower() in COMMON or first in data.NOT_NAMES):
        return None
    if opening and not inside[first] and (first.lower() in plain or (single and first.lower() in COMMON)):
        # a sentence opens with an ordinary word
        return (
            None
            if single or (first.lower() in plain and b - a < 2)
            else judge_name(words, a + 1, b, False, loud, inside, plain)
        )
    if first.isupper() and single:
        return Name(a, b, "organisation") if 2 <= len(first.replace(".", "")) <= 6 and not opening else None
    if single and opening and not inside[first]:
        return Name(a, b, "person") if b < len(words) and _is_speaking(words, b) else None
    if (
        surface[b - 1].lower() in TITLE_HEADS
        and not single
        and first.lower() in (TITLE_MODIFIERS | TITLE_HEADS)
    ):
        return None  # an office without its holder
    return Name(a, b, _shape(words, a, b))


def _known(words: Words, a: int, b: int, joined: str) -> MentionKind | None:
    if joined in data.GOVERNMENT_SEATS:
        before = words.lower[a - 1] if a else ""
        before = words.lower[a - 2] if before == "the" and a > 1 else before
        return "facility" if before in ("at", "in", "inside", "outside", "near", "to") else "organisation"
    if joined in data.ORGANISATIONS or joined in data.OUTLETS:
        return "organisation"
    if joined in data.PLATFORMS:
        return "organisation"
    if joined in data.PLACES:
        return "place"
    if joined in data.GROUP_WORDS:
        return "group"
    return None


def _shape(words: Words, a: int, b: int) -> MentionKind:
    """The kind shown by the words of the name themselves; two plain words are a person's."""
    surface = words.words
    last, first = surface[b - 1], surface[a]
    if last in data.FACILITY_HEADS and last not in ("House", "Field"):
        return "facility"
    if last in data.ORGANISATION_HEADS or first in (
        "Ministry",
        "Department",
        "University",
        "Bank",
        "Bureau",
        "Institute",
        "Union",
        "Council",
        "Committee",
        "Organization",
        "Organisation",
        "Association",
        "Federation",
        "Center",
        "Centre",
        "League",
        "Commission",
        "House",
    ):
        return "organisation"
    if b - a > 1 and (last in data.PLACE_HEADS or first in data.PLACE_LEADS):
        return "place"
    before = words.lower[a - 1] if a else ""
    if b - a == 1 and before in ("in", "near", "from", "at", "to", "across", "inside", "outside"):
        return "place" if before in ("in", "near", "across") and not _is_speaking(words, b) else "person"
    if last in (
        "Agreement",
        "Accord",
        "Treaty",
        "Act",
        "Plan",
        "Protocol",
        "Declaration",
        "Resolution",
        "Charter",
        "Convention",
        "Pact",
        "Accords",
    ):
        return "document"
    if last in ("War", "Revolution", "Summit", "Games", "Cup", "Day", "Week", "Prize", "Talks"):
        return "other"
    return "person"


def _is_speaking(words: Words, at: int) -> bool:
    while at < len(words) and words.lower[at] in ("has", "had", "also", "later", "have"):
        at += 1
    return at < len(words) and (
        words.lower[at] in CLAUSE_CUES
        or words.lower[at] in TELL_CUES
        or words.lower[at] in OBJECT_CUES
        or words.lower[at] in PHRASE_CUES
        or words.lower[at]
        in ("'s", "’s", "was", "is", "will", "would", "did", "met", "left", "declined", "refused")
    )


def _on(words: Words, at: int) -> bool:
    return at > 0 and words.lower[at - 1] in ("on", "to", "via", "from", "platform")
