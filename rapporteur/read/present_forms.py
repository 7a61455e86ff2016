"""Verb forms without an auxiliary that may be nouns as well: “they demand …”, “the minister demands …”.

A base form is a present plural, is joined to an earlier infinitive or modal, or stands in what somebody asks for.
"""

from __future__ import annotations

from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import VERBS
from rapporteur.read.clauses import Words, stops
from rapporteur.read.infinitives import infinitive
from rapporteur.read.verb_parts import Group, Make, auxiliary_kind


def bare(words: Words, i: int, k: int, make: Make, noun_too: bool, headline: bool) -> Group | None:
    """A base form without “to” or auxiliary: a present plural, or joined to an earlier infinitive or modal."""
    low = words.low
    before = low[k] if k >= 0 else ""
    if before in ("and", "or", ",") and not (noun_too and not _takes_object(words, i)):
        for back in range(k - 1, max(-1, k - 16), -1):
            if stops(words, back):
                break
            if (
                low[back] == "to"
                and back + 1 < len(low)
                and words.mention[back + 1] is None
                and low[back + 1] not in en.DETERMINERS
            ):
                joined = infinitive(words, back + 1, back, [], False, False, "base")
                if joined is not None:
                    return joined
                break
            kind = auxiliary_kind(low[back])
            if kind in ("future", "conditional"):
                return make("planned" if kind == "future" else "proposed", "joined-modal")
    if before in en.DETERMINERS:
        return None
    if k >= 0 and _subjunctive(words, k):
        return make("proposed", "subjunctive")
    subject = (
        before in ("they", "we", "you", "i", "who")
        or (
            k >= 0
            and words.mention[k] is not None
            and words.mention[k].kind in ("group", "organisation", "role", "place")  # type: ignore[union-attr]
        )
        or (
            before.endswith("s")
            and not before.endswith(("'s", "ss"))
            and before.isalpha()
            and len(before) > 3
        )
    )
    if not subject or (noun_too and not (_takes_object(words, i) or _plural_behind(words, i, k))):
        return None
    return make("held" if headline else "ongoing", "present")


def _plural_behind(words: Words, i: int, k: int) -> bool:
    """“Democrats in Congress demand changes”: a name before, a bare plural behind."""
    behind = words.low[i + 1] if i + 1 < len(words.low) else "."
    bare = behind.isalpha() and behind.endswith("s") and not behind.endswith("ss") and behind not in VERBS
    return k >= 0 and words.mention[k] is not None and (bare or behind == "changes")


def _subjunctive(words: Words, k: int) -> bool:
    """Whether a base form stands in what somebody asks for: “recommended that the envoy take …”."""
    for back in range(k, max(-1, k - 16), -1):
        word = words.low[back]
        if word == "that" and back and words.mention[back] is None:
            return any(asked in en.ASKS_THAT for asked in words.low[max(0, back - 2) : back])
        if stops(words, back) or word in en.SUBORDINATORS or word == "to":
            return False
    return False


def present(words: Words, i: int, k: int, make: Make, noun_too: bool, headline: bool) -> Group | None:
    """“The minister demands …”: the day's news in a headline, a standing matter elsewhere."""
    before = words.low[k] if k >= 0 else ""
    if k < 0 or before in en.DETERMINERS or before.endswith(("'s", "s'")) or before in en.PREPOSITIONS:
        return None
    if noun_too and not (_takes_object(words, i) and (words.mention[k] is not None or before in en.SUBJECTS)):
        return None
    return make("held" if headline else "ongoing", "present")


def _takes_object(words: Words, i: int) -> bool:
    """Whether what follows a word that may be noun or verb reads like a verb's object."""
    if i + 1 >= len(words.low):
        return False
    behind = words.low[i + 1]
    return (
        words.mention[i + 1] is not None or behind in en.DETERMINERS or behind in en.PRONOUNS
        or behind in ("that", "to", "for", "on", "back", "off", "with", "down")
    )  # fmt: skip
