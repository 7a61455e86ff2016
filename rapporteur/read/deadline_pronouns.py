"""Who “it” is that “has until 30 June”: the one party that the sentence before is about, or nobody."""

from __future__ import annotations

from rapporteur.languages.en import deadlines as en
from rapporteur.languages.en import lifecycle
from rapporteur.languages.en.inflect import IRREGULAR
from rapporteur.model import Mention
from rapporteur.read.clauses import Words, finite, is_adverb

_PASTS = frozenset(past for past, _ in IRREGULAR.values())
_KINDS = {
    "it": ("organisation", "place"),
    "he": ("person", "role"),
    "she": ("person", "role"),
    "they": ("organisation", "place", "person", "role", "group"),
}
_LINKS = frozenset(("and", ",", "&", "the"))


def party_before(words: Words, duty: int, before: Words) -> str | None:
    """Whom the pronoun that opens `words` and has the duty at word `duty` stands for, told in the sentence `before`.

    None where another party stands there beside the subject, or the subject is not one that the pronoun can mean.
    """
    pronoun = words.low[0]
    kinds = _KINDS.get(pronoun)
    if kinds is None or duty < 1 or not all(_carries(words, k) for k in range(1, duty)):
        return None
    subjects = _subjects(before)
    if not subjects or any(one.kind not in kinds for one in subjects):
        return None
    many = len(subjects) > 1 or subjects[0].kind == "group"
    if many != (pronoun == "they"):
        return None
    names = [one.name for one in subjects]
    for k, one in enumerate(before.mention):
        if one is None or one.name in names or before.timex[k] is not None:
            continue
        if one.kind not in kinds and one.kind not in ("other", "group"):
            continue
        if one.kind == "place" and _where(before, k):
            continue
        return None
    return ", ".join(names)


def _carries(words: Words, k: int) -> bool:
    """Whether a word may stand between the pronoun and its duty: “it now has”, “they were given”."""
    word = words.low[k]
    return (
        word in lifecycle.BE
        or word in lifecycle.HAVE
        or word in lifecycle.FUTURE
        or word in en.GIVES
        or word in en.PLEDGES
        or word in ("must", "to", "until", "only", "needs")
        or is_adverb(word)
    )


def _subjects(words: Words) -> list[Mention]:
    """The names that open a sentence and stand right before its verb, joined by “and”."""
    found: list[Mention] = []
    for k, word in enumerate(words.low):
        one = words.mention[k]
        if one is not None:
            if word.endswith(("'s", "s'")) or words.timex[k] is not None:
                return []
            if one not in found:
                if found and words.low[k - 1] not in _LINKS:
                    return []  # “the Norland envoy Ada Holm”
                found.append(one)
        elif is_adverb(word) and found:
            continue
        elif word not in _LINKS:
            verb = finite(words, k) or word.endswith("ed") or word in _PASTS
            return found if verb else []
    return []


def _where(words: Words, k: int) -> bool:
    """Whether the place at word `k` only is where something happens: “in Lisbon”."""
    while k > 0 and words.mention[k - 1] is words.mention[k]:
        k -= 1
    return k > 0 and words.low[k - 1] in ("in", "at", "near")
