"""What of a credit was said at all: a refusal, a wish, a question or an attitude is about its words only.

The corpus of attributions credits feeling and bearing as it credits speech ("was eager for a settlement").
Both are kept, and told apart here: of what was not said, a reading gives the reason.
"""

from __future__ import annotations

from collections.abc import Callable

from rapporteur.languages.en.cues import (
    ATTITUDE_KINDS,
    FEELINGS,
    PREPOSITIONS,
    PRONOUNS,
    PROVIDING_KINDS,
    SOME_OR_OTHER,
    SPEAKING_KINDS,
    SPOKEN_WORDS,
    SUPPOSING,
)
from rapporteur.languages.en.grammar import CLAUSE_OPENERS
from rapporteur.languages.en.roles import PLAN_NOUNS
from rapporteur.read.phrases import is_finite
from rapporteur.read.scene import Credit
from rapporteur.read.stretches import View


def why_unsaid(view: View, credit: Credit) -> str:
    """The first rule that says why nothing of a credit's content was said; empty where it was."""
    if credit.rule == "transcript":
        return question.__name__ if question(view, credit) else ""
    return next((rule.__name__ for rule in RULES if rule(view, credit)), "")


def heading(view: View, credit: Credit) -> bool:
    """What a subhead, a caption or a dek credits is told again in the text, in the words that were said."""
    return view.blocks[view.stretches[credit.stretch].block].kind in HEADING_KINDS


def nobody(view: View, credit: Credit) -> bool:
    """ "is considered essential", "after the accord was announced": held or told by nobody this report names."""
    if credit.source is not None or _is_quoted(view, credit):
        return False
    if credit.kind in ("promises", "threatens") and view.words.lower[credit.content[0][0]] == "to":
        return False  # "…, which together vowed to dredge it"
    return credit.kind in ("believes", "expects") or not _is_clause(view, credit)


def refusal(view: View, credit: Credit) -> bool:
    """ "declined to name the ports": what was refused."""
    return credit.kind == "declines"


def question(view: View, credit: Credit) -> bool:
    """ "Asked about the offer, …": nobody in this report says it; "asked whether it would hold" does."""
    if credit.kind != "asks" or _is_quoted(view, credit):
        return False
    if credit.rule == "transcript":
        return True
    return credit.source is None or not _is_clause(view, credit)


def wish(view: View, credit: Credit) -> bool:
    """ "wants the ferries back by June": what somebody would have."""
    return credit.kind == "wants" and not _is_quoted(view, credit)


def silence(view: View, credit: Credit) -> bool:
    """ "has not said when the mill opens": what was not said."""
    if credit.cue is None or credit.kind not in SPEAKING_KINDS or _is_quoted(view, credit):
        return False
    low = view.words.lower
    if credit.source is not None and "nor" in low[max(0, credit.source[0] - 2) : credit.source[0]]:
        return True  # "nor did it specify if …"
    if credit.source is not None and low[credit.source[0]] in ("neither", "none", "nobody", "no-one", "no"):
        return True
    return any(low[k] in ("not", "never") or low[k].endswith(("n't", "n’t")) for k in range(*credit.cue))


def supposed(view: View, credit: Credit) -> bool:
    """ "critics may welcome this", "everyone should worry": what somebody would say or feel, not what he did."""
    if _is_quoted(view, credit):
        return False
    low = view.words.lower
    if credit.source is not None and low[credit.source[0]] in ("i", "we"):
        return False  # "I should say that …"
    if credit.cue is None:
        return credit.source is not None and low[credit.source[1] : credit.source[1] + 1] in (
            [m] for m in SUPPOSING
        )
    if low[credit.cue[0]] == "will" and credit.source is not None and low[credit.source[0]] in SOME_OR_OTHER:
        return True  # "some will say that …"
    return any(low[k] in SUPPOSING for k in range(*credit.cue))


def provision(view: View, credit: Credit) -> bool:
    """ "the accord calls for a ferry": what a plan holds is told of it, not said by it."""
    if credit.source is None or credit.kind not in PROVIDING_KINDS or _is_quoted(view, credit):
        return False
    low = view.words.lower
    heads = [k for k in range(*credit.source) if low[k] in PLAN_NOUNS]
    return bool(heads) and heads[-1] == credit.source[1] - 1


def approach(view: View, credit: Credit) -> bool:
    """ "has requested comment from the airline", "warned the port": whom one turned to, with nothing told."""
    if credit.kind not in ("demands", "asks", "warns", "expresses") or _is_quoted(view, credit):
        return False
    low, (a, b) = view.words.lower, credit.content[0]
    if low[a] in ("comment", "comments") or low[a + 1 : a + 3] == ["as", "saying"]:
        return True
    plain = b - a <= 4 and all(view.quoted[k] < 0 for k in range(a, b)) and not _is_clause(view, credit)
    return credit.kind == "warns" and plain and view.is_actor(b - 1) and len(credit.content) == 1


def topic(view: View, credit: Credit) -> bool:
    """ "said on the record about the talks", "spoke of peace": what words were about, and none of them."""
    if _is_quoted(view, credit) or len(credit.content) > 1:
        return False
    a, low = credit.content[0][0], view.words.lower
    if credit.cue is not None and credit.source is None and low[credit.cue[0]] == "told":
        return True  # "Told that the toll was high, he …"
    if credit.cue is not None and any(low[k].startswith("discuss") for k in range(*credit.cue)):
        return True  # "are discussing how the toll is paid"
    if credit.cue is None:
        return low[a] == "about" and not _is_clause(view, credit)
    if low[credit.cue[1] - 1] in ("about", "on") and credit.kind in ("says", "explains", "expresses"):
        return not _is_clause(view, credit)  # "spoke on the record about the talks"
    if low[credit.cue[1] - 1] in ("about", "over") and low[credit.cue[1] - 2] in FEELINGS:
        return True  # "concern about the fee grew"
    if a < credit.cue[1] or view.words.lower[a] not in PREPOSITIONS - {"to", "for"}:
        return False
    return not _is_clause(view, credit)


def pointer(view: View, credit: Credit) -> bool:
    """ "…, referring to the ferry accord", "echoing the envoy": what or whom words mean, as the report says."""
    if credit.cue is None or _is_quoted(view, credit):
        return False
    low = view.words.lower
    if any(low[k].startswith("echo") for k in range(*credit.cue)):
        return not _is_clause(view, credit)
    if low[credit.cue[0]].startswith("point") and low[credit.cue[1] - 1] == "to":
        return "as" not in low[slice(*credit.content[0])] and not _is_clause(view, credit)
    names = credit.kind == "describes" and any(low[k].startswith("refer") for k in range(*credit.cue))
    return names and not any(low[k] == "as" for k in range(credit.cue[0], credit.content[-1][1]))


def bare(view: View, credit: Credit) -> bool:
    """ "threw cold water on that": a pronoun alone tells nothing of what was said."""
    a, b = credit.content[0]
    return (
        len(credit.content) == 1
        and b - a == 1
        and view.words.lower[a] in PRONOUNS | {"this", "that", "these", "so"}
    )


def title(view: View, credit: Credit) -> bool:
    """ "an article headlined “…”": what a thing is called, not what it says."""
    return credit.cue is not None and view.words.lower[credit.cue[1] - 1] in (
        "headlined",
        "titled",
        "entitled",
    )


def guess(view: View, credit: Credit) -> bool:
    """Words that stand where content would, beside a cue nothing was seen to belong to."""
    if credit.rule != "encoder, content by rule" or _is_quoted(view, credit):
        return False
    return view.words.lower[credit.content[0][0]] not in CLAUSE_OPENERS


def attitude(view: View, credit: Credit) -> bool:
    """ "was wary of the tariff", "hailed the deal": how somebody stands to a thing, without a word of his."""
    if credit.kind not in ATTITUDE_KINDS or _is_quoted(view, credit):
        return False
    if credit.kind != "expresses":
        return view.words.lower[credit.content[0][0]] == "to" or not _is_clause(view, credit)
    if credit.cue is None:
        return credit.source is None or view.words.lower[credit.content[0][0]] == "to"
    if any(view.words.lower[k] in SPOKEN_WORDS for k in range(*credit.cue)):
        return False
    return view.words.lower[credit.content[0][0]] != "that"


Rule = Callable[[View, Credit], bool]

#: In the order they are asked.
RULES: tuple[Rule, ...] = (
    heading, nobody, refusal, question, wish, silence, supposed, provision, approach, topic, pointer, bare, title, guess, attitude,
)  # fmt: skip


def _is_quoted(view: View, credit: Credit) -> bool:
    """Whether more than a word or two of the content stands in quotation marks."""
    return sum(view.quoted[k] >= 0 for a, b in credit.content for k in range(a, b)) >= LEAST_QUOTED


#: Blocks that only point at what the text tells; a headline is not among them: it may be all there is.
HEADING_KINDS = {"dek", "subhead", "label", "caption"}
#: Words and marks: fewer in quotation marks are a term somebody is wary of, not what somebody said.
LEAST_QUOTED = 4


def _is_clause(view: View, credit: Credit) -> bool:
    """Whether the content is a clause: it opens as one, or has a verb before any relative clause."""
    first, last = credit.content[0]
    low = view.words.lower
    if low[first] in CLAUSE_OPENERS:
        return not (
            low[first] == "what" and first + 2 < last and low[first + 1] in ("it", "he", "she", "they")
        )
    if is_finite(view, first) and not low[first].endswith(("ed", "ing")):
        return True  # "which some believe is likely to fail"
    for k in range(first + 1, last):
        if low[k] in ("who", "which", "that", "whose"):
            return False
        if is_finite(view, k):
            return True
    return False
