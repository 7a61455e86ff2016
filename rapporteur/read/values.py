"""The value of a clause: its number with unit and bound, else what is to be done ("cede", "not ban")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.languages.en.drafts import CONTAINERS, PROVIDES
from rapporteur.model import Quantity, Span
from rapporteur.read.numerals import figure
from rapporteur.read.within import near, place

_VERB = re.compile(
    rf"(?P<neg>\b(?:not|never|no longer|without|cannot|can[’']?t|won[’']?t|would[n]?[’']?t|does[n]?[’']?t|did[n]?[’']?t|don[’']?t|mustn[’']?t|must not)\s+(?:\w+ly\s+)?|n[’']t\s+)?\b(?P<verb>{PROVIDES})\b",
    re.I,
)
_NO = re.compile(r"\b(?:no|without|zero|free of)\s+(?:\w+\s+){0,2}\w+", re.I)
_IRREGULAR = {
    "froze": "freeze", "frozen": "freeze", "gave": "give", "given": "give", "left": "leave", "sought": "seek",
    "kept": "keep", "said": "say", "says": "say", "paid": "pay", "withdrew": "withdraw", "held": "hold", "ceding": "cede",
    "uses": "use", "frees": "free", "freed": "free", "tied": "tie", "put": "put", "cutting": "cut", "setting": "set",
    "forbade": "forbid", "capped": "cap", "banned": "ban", "barred": "bar", "dropped": "drop", "began": "begin",
}  # fmt: skip
_E = frozenset(
    [
        "requir",
        "includ",
        "preclud",
        "provid",
        "propos",
        "envisag",
        "creat",
        "impos",
        "eliminat",
        "remov",
        "restor",
        "increas",
        "mandat",
        "ensur",
        "phas",
        "ceas",
        "ceed",
        "ced",
        "rais",
        "eas",
        "reduc",
        "recogniz",
        "recognis",
        "forc",
        "oblig",
        "guarante",
        "stipulat",
        "doubl",
        "replac",
        "releas",
        "allocat",
        "divid",
        "mak",
        "leav",
        "giv",
        "fre",
        "us",
        "dismantl",
        "decreas",
        "los",
        "clos",
        "tak",
        "shar",
        "dilut",
        "stor",
    ]
)


def lemma(verb: str) -> str:
    """The base form of a regular verb, near enough to compare two."""
    word = verb.lower().split()[0]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            if ending in ("ied", "ies"):
                return stem + "y"
            if stem in _E or (ending == "es" and stem in _E):
                return stem + "e"
            if ending == "s":
                return stem
            if ending == "es" and not stem.endswith(("sh", "ch", "ss", "x", "z", "o")):
                return stem + "e"
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt":
                return stem[:-1]
            return stem
    return word


def amount(quantity: Quantity) -> str:
    """A quantity as a value: bound, number, unit ("at most 7000 soldier/week", "600000 personnel")."""
    number = figure(quantity.value)
    if quantity.high is not None:
        number += f"-{figure(quantity.high)}"
    bound = "" if quantity.qualifier == "exactly" else f"{quantity.qualifier} "
    return f"{bound}{number}{' ' + quantity.unit if quantity.unit else ''}"


def value_of(span: Span, quantities: Sequence[Quantity]) -> str | None:
    """The value a clause gives: its first quantity, else its first verb that is not only a frame.

    A number belongs with what is done: "cap the army at 600,000" is "600000 …"; a year or a count of
    parties is no value and is left to the quantities, which do not hold it.
    """
    near_it = near(quantities, place, span.start, span.end)
    inside = [q for q in near_it if span.start <= q.span.start and q.span.end <= span.end]
    measured = [q for q in inside if q.unit not in ("points", "page", "pages")]
    if measured:
        return amount(measured[0])
    frame: str | None = None
    for match in _VERB.finditer(span.exact):
        base = lemma(match["verb"])
        if base in CONTAINERS and not match["neg"]:
            frame = (
                base if base in ("require", "demand", "call", "offer", "give", "propose", "seek") else frame
            )
            continue
        return f"not {base}" if match["neg"] else base
    none = _NO.search(span.exact)
    return none.group().lower() if none else frame
