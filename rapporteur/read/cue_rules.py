"""The rules that make a cue, one for each way of crediting somebody."""

from __future__ import annotations

from rapporteur.languages.en.cues import (
    ACCORDING,
    CLAUSE_CUES,
    CONVENED,
    DECLINE_CUES,
    DETERMINERS,
    LISTENERS,
    NEGATED_REFUSALS,
    NOUN_CUES,
    OBJECT_CUES,
    OBJECT_PRONOUNS,
    PHRASE_CUES,
    PREPOSITIONS,
    QUOTING,
    SPEAKING_INFINITIVES,
    TELL_CUES,
    WANT_CUES,
)
from rapporteur.languages.en.grammar import PASSIVE_CUES
from rapporteur.languages.words import words
from rapporteur.read.cue import Cue, form_in_place, form_of, is_noun, is_passive
from rapporteur.read.phrases import adverbs_before, is_finite
from rapporteur.read.stretches import View


def according(view: View, i: int, first: int, last: int) -> Cue | None:
    for pattern in ACCORDING:
        if tuple(view.words.lower[i : i + len(pattern)]) == pattern:
            return Cue(i, i, i + len(pattern), "says", "accord", "accord")
    return None


def refusal(view: View, i: int, first: int, last: int) -> Cue | None:
    """declined to say"""
    low = view.words.lower
    if low[i] in DECLINE_CUES and i + 2 < last and low[i + 1] in DECLINE_CUES[low[i]]:
        k = i + 2
        while k < last and (low[k].endswith("ly") or low[k] == "be"):
            k += 1
        if (k < last and low[k] in SPEAKING_INFINITIVES) or low[k : k + 1] == ["named"]:
            return Cue(adverbs_before(view, i, first), i, i + 1, "declines", "decline", form_of(low[i]))
    return None


def negated_refusal(view: View, i: int, first: int, last: int) -> Cue | None:
    """would not say, did not respond to, could not be reached"""
    low = view.words.lower
    if low[i] not in NEGATED_REFUSALS or i == first:
        return None
    k = i - 1
    while k > first and (low[k].endswith("ly") or low[k] == "immediately"):
        k -= 1
    negated = low[k] == "not" and k > first and low[k - 1] in ("did", "would", "does", "do", "could", "will")
    negated = negated or low[k].replace("’", "'") in ("didn't", "wouldn't", "doesn't", "don't", "won't")
    if not negated:
        return None
    if low[i] in ("say",) and i + 1 < last and low[i + 1] in ("that", "the", "he", "she", "they", "it"):
        return None  # a denial of having said, not a refusal
    return Cue(adverbs_before(view, k, first), i, i + 1, "declines", "decline", "past")


def quoted_as(view: View, i: int, first: int, last: int) -> Cue | None:
    """was quoted as saying, was quoted by the Courier as telling"""
    low = view.words.lower
    if low[i] not in ("quoted", "cited") or i == first or low[i - 1] not in ("was", "were", "is", "been"):
        return None
    at = i + 1
    if at < last and low[at] == "by":
        at = next((k for k in range(at + 2, min(last, at + 10)) if low[k] == "as"), last)
    if low[at : at + 2] not in (["as", "saying"], ["as", "telling"]):
        return None
    return Cue(adverbs_before(view, i, first), i, at + 2, "says", "clause", "past")


def quotes_another(view: View, i: int, first: int, last: int) -> Cue | None:
    """The Courier quoted the general as saying: "as saying" is what credits the general"""
    low = view.words.lower
    if low[i] != "as" or low[i + 1 : i + 2] not in (["saying"], ["telling"]):
        return None
    for k in range(i - 2, max(first, i - 14), -1):
        if low[k] in QUOTING and low[k - 1] not in ("was", "were", "is", "been"):
            return Cue(i, i, i + 2, "says", "clause", "past")
    return None


def phrase(view: View, i: int, first: int, last: int) -> Cue | None:
    low = view.words.lower
    for rest, kind, form in PHRASE_CUES.get(low[i], ()):
        if tuple(low[i + 1 : i + 1 + len(rest)]) == rest and i + 1 + len(rest) <= last:
            if is_passive(view, i, first, form) or is_noun(view, i, first, form):
                return None
            return Cue(
                adverbs_before(view, i, first),
                i,
                i + 1 + len(rest),
                kind,
                "clause" if rest[-1] in _OPEN_ENDS else "object",
                form_in_place(view, i, first, form),
            )
    return None


_OPEN_ENDS = words(
    """out case clear plain point say confidence hope optimism doubt doubts view concern concerns it
    statement alarm dismay regret"""
)


def noun(view: View, i: int, first: int, last: int) -> Cue | None:
    """its insistence that …"""
    low = view.words.lower
    if (
        low[i] in NOUN_CUES
        and i + 2 < last
        and not is_finite(view, i + 2)
        and low[i + 1] == "that"
        and low[i + 2] not in ("is", "was", "has", "had", "are", "were", "would", "will", "said", "could")
    ):
        return Cue(i, i, i + 1, NOUN_CUES[low[i]], "noun", "noun")
    return None


def telling(view: View, i: int, first: int, last: int) -> Cue | None:
    """told reporters"""
    low = view.words.lower
    if low[i] not in TELL_CUES or i + 1 >= last:
        return None
    kind, form = TELL_CUES[low[i]]
    after = low[i + 1]
    listens = (
        after in OBJECT_PRONOUNS
        or after in LISTENERS
        or after in DETERMINERS
        or view.named[i + 1] >= 0
        or view.is_actor(i + 1)
        or view.words.words[i + 1][0].isupper()
    )
    if not listens or is_passive(view, i, first, form) or is_noun(view, i, first, form):
        return None
    if low[i] in CLAUSE_CUES and not _tells_that(view, i, last):
        return None
    return Cue(adverbs_before(view, i, first), i, i + 1, kind, "tell", form_in_place(view, i, first, form))


def _tells_that(view: View, i: int, last: int) -> bool:
    """For verbs that may also do without a listener ("warned Iran that …" against "warned the deal may fail")."""
    low = view.words.lower
    return any(
        low[k] in ("that", "whether", "if", "to", "about", "against") for k in range(i + 2, min(last, i + 9))
    ) and view.is_actor(i + 1)


def wanting(view: View, i: int, first: int, last: int) -> Cue | None:
    """wants to, hopes that, seeks …"""
    low = view.words.lower
    if low[i] not in WANT_CUES or i + 1 >= last:
        return None
    kind, form = WANT_CUES[low[i]]
    if form == "base" and low[i - 1 : i] and low[i - 1] in ("to", "the", "a", "would", "'d"):
        return None
    if is_passive(view, i, first, form) or is_noun(view, i, first, form):
        return None
    ahead = low[i + 1 : i + 10]
    if "to" not in ahead and "that" not in ahead:
        return None
    if ahead[0] in (",", ".", "by", "for"):
        return None
    return Cue(adverbs_before(view, i, first), i, i + 1, kind, "want", form_in_place(view, i, first, form))


def object_(view: View, i: int, first: int, last: int) -> Cue | None:
    """called the war a “loser”"""
    low = view.words.lower
    if low[i] not in OBJECT_CUES or i + 1 >= last:
        return None
    kind, form = OBJECT_CUES[low[i]]
    if is_passive(view, i, first, form) or is_noun(view, i, first, form):
        return None
    after = low[i + 1]
    if low[i].startswith("call") and (
        after in PREPOSITIONS or after in (".", ",") or view.timed[i + 1] >= 0 or _convenes(view, i, last)
    ):
        return None
    if after in (".", ",", ";", ":", ")", "that") or (after in PREPOSITIONS and after not in ("as",)):
        return None
    if low[i].startswith(
        (
            "cast",
            "portray",
            "depict",
            "discuss",
            "mention",
            "term",
            "offer",
            "question",
            "float",
            "detail",
            "defend",
        )
    ) and not ("as" in low[i + 1 : i + 14] and low[i].startswith(("cast", "portray", "depict"))):
        return None
    return Cue(adverbs_before(view, i, first), i, i + 1, kind, "object", form_in_place(view, i, first, form))


def _convenes(view: View, i: int, last: int) -> bool:
    """ "will call new elections", "called a halt": nothing is described."""
    low = view.words.lower
    for k in range(i + 1, min(last, i + 5)):
        if view.quoted[k] != view.quoted[i] or low[k] in PREPOSITIONS:
            return False
        if low[k] in CONVENED:
            return True
    return False


def passive(view: View, i: int, first: int, last: int) -> Cue | None:
    """reported by, confirmed by"""
    low = view.words.lower
    if low[i] in PASSIVE_CUES and i + 2 < last and low[i + 1] == "by" and i > first:
        return Cue(adverbs_before(view, i, first), i, i + 2, PASSIVE_CUES[low[i]], "passive", "participle")
    return None
