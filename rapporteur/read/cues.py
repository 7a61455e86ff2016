"""Where somebody is credited: the words of saying in a stretch, with their kind and the frame they open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapporteur.languages.en.cues import (
    ACCORDING,
    AUXILIARIES,
    CLAUSE_CUES,
    CONVENED,
    CUE_ADVERBS,
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
    SUBJECT_PRONOUNS,
    TELL_CUES,
    WANT_CUES,
)
from rapporteur.languages.en.grammar import NOUNS_LIKE_ADJECTIVES, PASSIVE_CUES
from rapporteur.read.phrases import adverbs_before, is_finite
from rapporteur.read.stretches import View

Frame = Literal["clause", "tell", "object", "want", "accord", "decline", "noun", "passive"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words first–last (half-open) that credit somebody; `verb` is where the verb itself begins."""

    first: int
    verb: int
    last: int
    kind: str
    frame: Frame
    form: str  # base, third, past, ing, participle, infinitive, noun, accord


def find_cues(view: View, first: int, last: int) -> Iterator[Cue]:
    """The cues among these words in order; none overlaps another."""
    i = first
    while i < last:
        cue = cue_at(view, i, first, last)
        if cue is None:
            i += 1
            continue
        yield cue
        i = max(cue.last, i + 1)


def cue_at(view: View, i: int, first: int, last: int) -> Cue | None:
    """The cue that begins with its verb (or noun, or "according") at word i: the first rule that answers."""
    low = view.words.lower[i]
    if view.named[i] >= 0 and low not in ("says",):
        return None
    if low not in _OPENERS:
        return None
    for rule in RULES:
        found = rule(view, i, first, last)
        if found is not None:
            return None if _is_denied_of_all(view, i, first) else found
    return None


def _is_denied_of_all(view: View, i: int, first: int) -> bool:
    """ "Neither Ruiz nor Moreno mentioned", "nobody said": nothing was said."""
    low = view.words.lower
    begin = max(first, i - 7)
    return any(low[k] in ("neither", "nobody", "none", "no-one") for k in range(begin, i))


_OPENERS = (
    set(CLAUSE_CUES) | set(TELL_CUES) | set(OBJECT_CUES) | set(WANT_CUES) | set(PHRASE_CUES) | set(NOUN_CUES)
    | set(DECLINE_CUES) | NEGATED_REFUSALS | {"according", "in", "quoted", "as"}
)  # fmt: skip


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
            return Cue(adverbs_before(view, i, first), i, i + 1, "declines", "decline", _form(low[i]))
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
    if low[i] != "quoted" or i == first or low[i - 1] not in ("was", "were", "is", "been"):
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
            if _is_passive(view, i, first, form) or _is_noun(view, i, first, form):
                return None
            return Cue(
                adverbs_before(view, i, first),
                i,
                i + 1 + len(rest),
                kind,
                "clause" if rest[-1] in _OPEN_ENDS else "object",
                _in_place(view, i, first, form),
            )
    return None


_OPEN_ENDS = {
    "out",
    "case",
    "clear",
    "plain",
    "point",
    "say",
    "confidence",
    "hope",
    "optimism",
    "doubt",
    "doubts",
    "view",
    "concern",
    "concerns",
    "it",
    "statement",
    "alarm",
    "dismay",
    "regret",
}


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
    if not listens or _is_passive(view, i, first, form) or _is_noun(view, i, first, form):
        return None
    if low[i] in CLAUSE_CUES and not _tells_that(view, i, last):
        return None
    return Cue(adverbs_before(view, i, first), i, i + 1, kind, "tell", _in_place(view, i, first, form))


def _tells_that(view: View, i: int, last: int) -> bool:
    """For verbs that may also do without a listener ("warned Iran that …" against "warned the deal may fail")."""
    low = view.words.lower
    return any(
        low[k] in ("that", "whether", "if", "to", "about", "against") for k in range(i + 2, min(last, i + 9))
    ) and view.is_actor(i + 1)


def clause(view: View, i: int, first: int, last: int) -> Cue | None:
    """said (that) …; „…“, said"""
    low = view.words.lower
    if low[i] not in CLAUSE_CUES:
        return None
    kind, form = CLAUSE_CUES[low[i]]
    if _is_passive(view, i, first, form) or _is_noun(view, i, first, form):
        return None
    if low[i] in _CHOOSY and not _takes_clause(view, i, last):
        return None
    return Cue(adverbs_before(view, i, first), i, i + 1, kind, "clause", _in_place(view, i, first, form))


#: Verbs that are words of saying only before a clause or a quotation, else of doing.
_CHOOSY = set()  # type: set[str]
for _low in CLAUSE_CUES:
    if _low.startswith(
        (
            "report",
            "find",
            "found",
            "show",
            "reflect",
            "demonstrat",
            "determin",
            "rul",
            "judg",
            "answer",
            "charg",
            "continu",
            "add",
            "joined",
            "feel",
            "felt",
            "know",
            "knew",
            "worr",
            "relat",
            "grant",
            "counter",
            "chime",
            "specif",
            "doubt",
            "project",
            "calculat",
            "estimat",
            "reveal",
            "disclos",
            "indicat",
            "signal",
            "agree",
            "hop",
            "fear",
            "expect",
            "assum",
            "consider",
            "understand",
            "understood",
            "realiz",
            "realis",
            "imagin",
            "guess",
            "conclud",
            "announc",
            "declar",
            "recogni",
            "acknowledg",
            "admit",
            "confirm",
            "verif",
            "not",
            "mention",
            "stress",
            "emphas",
            "underlin",
            "undersc",
            "observ",
            "recall",
            "demand",
            "request",
            "repeat",
            "promis",
            "pledg",
            "threat",
            "recommend",
            "propos",
            "deny",
            "deni",
            "predict",
            "forecast",
            "anticipat",
            "swear",
            "swore",
            "profess",
            "assess",
            "test",
            "clarif",
            "elaborat",
            "explain",
            "suggest",
            "ask",
            "inquir",
            "post",
            "state",
            "stating",
            "fret",
            "protest",
            "object",
            "regret",
            "boast",
            "urge",
            "advis",
            "undertak",
            "undertook",
            "foresee",
            "foresaw",
            "suspect",
            "presum",
            "insist",
            "contend",
            "maintain",
            "claim",
            "alleg",
            "hint",
            "imply",
            "impli",
            "tweet",
            "blog",
            "write",
            "writ",
            "wrote",
            "warn",
            "caution",
            "vow",
            "lament",
            "complain",
            "bemoan",
            "affirm",
            "assert",
            "posit",
            "confess",
            "conced",
            "reiterat",
        )
    ):
        _CHOOSY.add(_low)


def _takes_clause(view: View, i: int, last: int) -> bool:
    """Whether what follows is a quotation, "that", a clause, a pause, or where it was said."""
    low = view.words.lower
    if i + 1 >= last:
        return True
    k = i + 1
    while k < last and view.timed[k] >= 0:
        k += 1
    if k >= last:
        return True
    after = low[k]
    if (
        view.quoted[k] >= 0
        or after in (",", ":", ".", "that", "whether", "why", "how", "what", "—", "–")
        or after in SUBJECT_PRONOUNS
    ):
        return True
    if after == "to":
        return k + 1 < last and (low[k + 1] in LISTENERS or view.is_actor(k + 1)) and low[i] not in WANT_CUES
    if after in ("in", "on", "at", "during", "via", "when", "as", "by"):
        if CLAUSE_CUES[low[i]][0] in ("decides", "shows", "expects", "believes", "agrees", "asks"):
            return False
        return low[i] not in OBJECT_CUES or low[i].startswith(("warn", "writ", "wrote"))
    if CLAUSE_CUES[low[i]][0] in (
        "says",
        "writes",
        "claims",
        "confirms",
        "warns",
        "predicts",
        "believes",
        "suggests",
        "decides",
        "reports",
        "shows",
        "expects",
        "denies",
        "complains",
        "agrees",
        "promises",
        "asks",
    ):
        return _has_clause(view, k, last)
    return False


def _has_clause(view: View, at: int, last: int) -> bool:
    """Whether a finite verb comes before the next pause: "said the plan was dead" against "announced a plan"."""
    low = view.words.lower
    for k in range(at, min(last, at + 22)):
        word = low[k]
        if k > at and (word in AUXILIARIES and word not in ("'s", "’s", "having", "being", "be", "been")):
            return True
        if word in (",", ";", ":", "—", "–", "that", "which", "who", "when", "after", "because"):
            return False
        if (
            k > at + 0
            and view.named[k] < 0
            and word in CLAUSE_CUES
            and CLAUSE_CUES[word][1] in ("past", "third")
        ):
            return True
        if (
            k > at
            and view.named[k] < 0
            and (view.named[k - 1] >= 0 or low[k - 1].endswith("s"))
            and (word.endswith(("s", "ed")))
            and word not in NOUN_CUES
            and k - at < 8
            and word.isalpha()
            and low[k - 1] not in ("'s", "’s")
        ):
            return True
    return False


def wanting(view: View, i: int, first: int, last: int) -> Cue | None:
    """wants to, hopes that, seeks …"""
    low = view.words.lower
    if low[i] not in WANT_CUES or i + 1 >= last:
        return None
    kind, form = WANT_CUES[low[i]]
    if form == "base" and low[i - 1 : i] and low[i - 1] in ("to", "the", "a", "would", "'d"):
        return None
    if _is_passive(view, i, first, form) or _is_noun(view, i, first, form):
        return None
    ahead = low[i + 1 : i + 10]
    if "to" not in ahead and "that" not in ahead:
        return None
    if ahead[0] in (",", ".", "by", "for"):
        return None
    return Cue(adverbs_before(view, i, first), i, i + 1, kind, "want", _in_place(view, i, first, form))


def object_(view: View, i: int, first: int, last: int) -> Cue | None:
    """called the war a “loser”"""
    low = view.words.lower
    if low[i] not in OBJECT_CUES or i + 1 >= last:
        return None
    kind, form = OBJECT_CUES[low[i]]
    if _is_passive(view, i, first, form) or _is_noun(view, i, first, form):
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
    return Cue(adverbs_before(view, i, first), i, i + 1, kind, "object", _in_place(view, i, first, form))


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


#: In the order they are asked; the first that answers makes the cue.
RULES = (
    according,
    refusal,
    negated_refusal,
    quoted_as,
    quotes_another,
    passive,
    phrase,
    noun,
    telling,
    clause,
    wanting,
    object_,
)


def _form(low: str) -> str:
    return (
        "ing"
        if low.endswith("ing")
        else "third"
        if low.endswith("s")
        else "past"
        if low.endswith("ed")
        else "base"
    )


def _in_place(view: View, i: int, first: int, form: str) -> str:
    low = view.words.lower
    return "infinitive" if form == "base" and i > first and low[i - 1] == "to" else form


def _is_passive(view: View, i: int, first: int, form: str) -> bool:
    """was told, are expected, is said to"""
    if form not in ("past", "participle"):
        return False
    low = view.words.lower
    k = i - 1
    while k > first and (low[k].endswith("ly") or low[k] in CUE_ADVERBS or low[k] == "being"):
        k -= 1
    return k >= first and low[k] in ("is", "are", "was", "were", "be", "been", "being", "get", "got", "gets")


def _is_noun(view: View, i: int, first: int, form: str) -> bool:
    """Whether a form that may be a noun is one here: "the claims", "a report", "peace demands"."""
    low = view.words.lower
    if i == first:
        return form in ("base", "third", "participle")
    before = low[i - 1]
    if form == "base" and before in ("has", "had", "have", "’ve", "'ve"):
        return False
    if form in ("past", "participle") and before in ("'s", "’s"):
        return True
    if form in ("base", "third"):
        if (
            (
                before in DETERMINERS
                and before
                not in ("many", "some", "others", "most", "all", "both", "several", "few", "that", "no")
            )
            or before in ("'s", "’s", "'", "’")
            or (before in PREPOSITIONS and before != "to")
        ):
            return True
        if form == "base":
            plural = (
                before
                in (
                    "they",
                    "we",
                    "i",
                    "you",
                    "who",
                    "to",
                    "also",
                    "and",
                    "still",
                    "now",
                    "n't",
                    "not",
                    "others",
                    "many",
                    "some",
                    "most",
                    "that",
                    "which",
                    ",",
                    "both",
                    "publicly",
                    "privately",
                    "do",
                    "did",
                    "would",
                    "will",
                    "could",
                    "should",
                    "can",
                    "may",
                    "might",
                    "people",
                    "police",
                    "media",
                    "press",
                )
                or (
                    before.endswith("s")
                    and before not in ("'s", "’s", "was", "is", "has", "this", "its", "his")
                )
                or before.endswith(("ly", "men"))
                or view.named[i - 1] >= 0
            )
            return not plural
        adjective = (
            before.endswith(("al", "ic", "ous", "ive", "ing", "ed", "ary", "ful", "less"))
            and before not in NOUNS_LIKE_ADJECTIVES
            and view.named[i - 1] < 0
        )
        return adjective and before not in ("who", "which")
    if (
        form in ("past", "participle")
        and before in DETERMINERS
        and before
        not in (
            "many",
            "some",
            "that",
            "others",
            "most",
            "all",
            "both",
            "several",
            "few",
            "one",
            "this",
            "these",
            "those",
            "two",
            "three",
            "her",
            "another",
        )
    ):
        return True
    return form == "past" and before in ("a", "an", "the", "its", "their")
