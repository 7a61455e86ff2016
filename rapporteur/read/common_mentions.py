"""Bodies, offices and papers named by a common noun: “the ministry”, “the draft”."""

from __future__ import annotations

from collections.abc import Sequence, Set

from rapporteur.languages.en import names as data
from rapporteur.languages.en.cues import (
    AUXILIARIES,
    CLAUSE_CUES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TELL_CUES,
)
from rapporteur.languages.en.grammar import (
    DEGREES,
    HOW_OFTEN,
    NOUN_MODIFIERS,
    PEOPLE_TAILS,
    PLAIN_PEOPLE,
)
from rapporteur.languages.en.roles import (
    DOCUMENT_NOUNS,
    INSTITUTION_NOUNS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.model import Document, Mention, MentionKind, address
from rapporteur.read.words import Words


def common_nouns(
    document: Document, words: Words, taken: bytearray, bounds: Sequence[int], names: Sequence[Mention]
) -> list[Mention]:
    """Offices without their holder, bodies named by a common noun, and papers: all that act without a name."""
    found: list[Mention] = []
    people = {words.between(one.span.start, one.span.end)[1] for one in names if one.kind == "person"}
    for i in range(len(words)):
        low = words.lower[i]
        if taken[i] or not words.words[i][0].isalpha():
            continue
        kind: MentionKind | None = None
        if low in INSTITUTION_NOUNS:
            kind = "organisation"
        elif low in DOCUMENT_NOUNS:
            kind = "document"
        elif low in TITLE_HEADS and low not in PLAIN_PEOPLE:
            kind = "role"
        if kind is None:
            continue
        if low in HOW_OFTEN and i in people:
            continue  # "Horvat daily said the same"
        a, named = _noun_phrase(words, i, bounds[i], people)
        lead = words.lower[a]
        if kind == "organisation" and not (
            named or lead in ("the", "its", "their", "his", "her", "this", "that", "our")
        ):
            continue
        if kind == "document" and not (
            named or lead in ("the", "that", "this", "its", "their", "his", "her", "a", "an", "another")
        ):
            continue
        if kind == "role":
            nxt = words.words[i + 1] if i + 1 < len(words) else ""
            if (nxt[:1].isupper() and taken[i + 1]) or lead not in ("the", "that", "this") or a == i:
                continue
            if i + 1 < len(words) and words.lower[i + 1] in TITLE_HEADS:
                continue
        if (
            kind != "role"
            and i + 1 < len(words)
            and (words.lower[i + 1] in TITLE_HEADS or words.lower[i + 1] in PEOPLE_TAILS)
        ):
            continue  # "the government spokesman"
        b = i + 1
        start, end = words.starts[a], words.ends[b - 1]
        # the article is no part of the name
        begin = words.starts[a + 1] if words.lower[a] in DETERMINERS and a + 1 < b else start
        if any(taken[k] for k in range(words.at(begin), b)) and kind == "role" and not named:
            continue
        span = document.span(begin, end)
        found.append(
            Mention(
                id=address(document.report, "mention", begin, end),
                span=span,
                kind=kind,
                name=" ".join(span.exact.split()),
                role=" ".join(span.exact.split()) if kind == "role" else None,
                affiliation=named if kind == "role" else None,
                rule=f"{kind} noun",
            )
        )
    return found


def _is_plain(low: str) -> bool:
    """Whether a word can only qualify the noun after it."""
    return (
        low.isalpha()
        and low not in PREPOSITIONS
        and low not in COORDINATORS
        and low not in SUBORDINATORS
        and low not in AUXILIARIES
        and low not in PRONOUNS
        and low not in CLAUSE_CUES
        and low not in TELL_CUES
        and low not in DEGREES
        and not low.endswith(("ly", "ing"))
    )


def _noun_phrase(words: Words, head: int, begin: int, people: Set[int]) -> tuple[int, str | None]:
    """Where the noun phrase of `head` begins, and the name that qualifies it ("Iranian", "Moreno")."""
    i = head
    named: list[str] = []
    while i > begin and head - i < 7:
        word, low = words.words[i - 1], words.lower[i - 1]
        if low in ("'s", "’s"):
            i -= 1
        elif i - 1 in people and word.isalpha() and word.islower():
            break  # "Lindqvist told public radio": behind a person's name a verb or an adverb, no noun
        elif word[0].isupper() and word not in data.NOT_NAMES:
            named.append(word)
            i -= 1
        elif low in DETERMINERS:
            i -= 1
            if i > begin and words.lower[i - 1] == "the" and low != "the":
                i -= 1  # "the two delegations"
            break
        elif (
            low in TITLE_MODIFIERS
            or low in NOUN_MODIFIERS
            or ("-" in low and low[0].isalnum())
            or (
                low.endswith(("ed", "al", "ic", "ive", "ary", "ous", "ian"))
                and low.isalpha()
                and len(low) > 4
                and head - i < 3
            )
        ):
            i -= 1
        elif (
            _is_plain(low)
            and head - i < 3
            and i - 2 >= begin
            and (words.lower[i - 2] in DETERMINERS or words.words[i - 2][0].isupper())
        ):
            i -= 1  # "the harbour ministry"
        else:
            break
    while i < head and words.lower[i] in ("'s", "’s"):
        i += 1
    return i, " ".join(reversed(named)) or None
