"""Words of saying before a clause: “said (that) …”, and whether a clause follows at all."""

from __future__ import annotations

from rapporteur.languages.en.cues import (
    AUXILIARIES,
    CHOOSY_CUES,
    CLAUSE_CUES,
    LISTENERS,
    NOUN_CUES,
    OBJECT_CUES,
    SUBJECT_PRONOUNS,
    WANT_CUES,
)
from rapporteur.read.cue import Cue, form_in_place, is_noun, is_passive
from rapporteur.read.phrases import adverbs_before
from rapporteur.read.stretches import View


def clause(view: View, i: int, first: int, last: int) -> Cue | None:
    """said (that) …; „…“, said"""
    low = view.words.lower
    if low[i] not in CLAUSE_CUES:
        return None
    kind, form = CLAUSE_CUES[low[i]]
    if is_passive(view, i, first, form) or is_noun(view, i, first, form):
        return None
    if low[i] in CHOOSY_CUES and not _takes_clause(view, i, last):
        return None
    return Cue(adverbs_before(view, i, first), i, i + 1, kind, "clause", form_in_place(view, i, first, form))


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
