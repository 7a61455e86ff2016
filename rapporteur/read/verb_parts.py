"""A verb with its auxiliaries, and what the words right around it say: conditions, adjectives, governing words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rapporteur.languages.en import lifecycle as en
from rapporteur.model import Status
from rapporteur.read.clauses import Words, stops

Shape = Literal["finite", "infinitive", "participle", "reduced", "purpose"]


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries: where it begins, what it says of the happening, and by which rule.

    `outer` is the word where the governing phrase begins ("had been scheduled to meet"), for the subject.
    """

    start: int
    outer: int
    status: Status | None
    passive: bool
    shape: Shape
    rule: str
    negated: bool = False
    habitual: bool = False
    control: int | None = None  # the word before “to” where somebody else was asked to do it


Make = Callable[[Status | None, str], Group]
"""How a rule of a verb group makes its group: from a status and the rule's name."""


def behind_is_by(words: Words, i: int) -> bool:
    """Whether “by” stands behind the participle at word `i`."""
    return words.low[i + 1 : i + 2] == ("by",)


def is_auxiliary(word: str) -> bool:
    return auxiliary_kind(word) != ""


def auxiliary_kind(word: str) -> str:
    if word in en.BE or word == "being":
        return "be"
    if word in en.HAVE or word.endswith("'ve"):
        return "have"
    if word in ("he's", "she's"):
        return "be"
    if word in en.DO:
        return "do"
    if word in en.FUTURE or word.endswith("'ll"):
        return "future"
    if word in en.CONDITIONAL or (word.endswith("'d") and len(word) > 2):
        return "conditional"
    if word in en.GETS:
        return "get"
    return ""


def adjectival(words: Words, i: int, before: str) -> bool:
    """A participle before a noun tells of the noun: “the proposed plan”, “frozen assets”."""
    behind = words.low[i + 1] if i + 1 < len(words.low) else ""
    opens = not behind or not behind[0].isalpha() or behind in en.PREPOSITIONS or behind in en.DETERMINERS
    if before in en.DETERMINERS or before.endswith(("'s", "s'")):
        return (
            not (
                before in ("that", "this", "these", "those", "all", "both", "each")
                and (opens or behind in en.PRONOUNS)
            )
            or not opens
        )
    if before in ("other", "such", "several", "various") and behind[:1].isalpha() and not opens:
        return True  # “among other proposed changes”
    if before == "as":  # “as agreed”, “as opposed to”, but “as agreed last December”
        return i + 1 >= len(words.low) or words.timex[i + 1] is None
    if before in en.PREPOSITIONS and before not in ("after", "before", "since", "than"):
        return not opens
    return False


def conditional(words: Words, first: int) -> bool:
    """Whether the clause that holds word `first` is opened by if, unless or whether."""
    for k in range(first - 1, max(-1, first - 14), -1):
        if words.low[k] in en.CONDITIONS:
            return True
        aside = {"indeed", "however", "perhaps"} & set(words.low[max(0, k - 1) : k + 2])
        if stops(words, k) or (words.low[k] == "," and not aside) or words.low[k] in en.SUBORDINATORS:
            return False
    return False


def in_condition(words: Words, i: int) -> bool:
    """Whether word `i` stands in a clause opened by if or unless, over what “and” or “or” joins on to it."""
    joined = True
    for k in range(i - 1, -1, -1):
        word = words.low[k]
        if word in ("if", "unless"):
            return joined
        if word == "," and words.low[k + 1] not in ("and", "or") and words.low[k - 1] not in ("if", "unless"):
            joined = False
        if stops(words, k) or word in ("that", "but", "because"):
            return False
    return False


def effect_of(effect: en.Effect, outer: Group | None) -> Status | None:
    """The status that a governing word leaves, given the group it is itself the verb of."""
    if effect == "skip":
        return None
    base: Status = outer.status if outer is not None and outer.status is not None else "held"
    if outer is not None and outer.negated:
        return None if effect == "proposed" else "denied"  # “do not want to negotiate” tells of nothing
    if effect == "same":
        return base
    if effect == "ongoing":
        return base if base in ("planned", "proposed", "denied") else "ongoing"
    if effect == "open":
        return "proposed"
    if effect in ("denied", "planned") and base in (
        "proposed",
        "denied" if effect == "planned" else "planned",
    ):
        return "proposed"  # “hopes to agree to meet”, “is expected to fail to sign”
    return effect
