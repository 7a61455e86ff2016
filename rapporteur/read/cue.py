"""One place where somebody is credited, and what form its word has there: a verb, a noun, a passive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapporteur.languages.en.cues import (
    CUE_ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
)
from rapporteur.languages.en.grammar import NOUNS_LIKE_ADJECTIVES
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


def form_of(low: str) -> str:
    return (
        "ing"
        if low.endswith("ing")
        else "third"
        if low.endswith("s")
        else "past"
        if low.endswith("ed")
        else "base"
    )


def form_in_place(view: View, i: int, first: int, form: str) -> str:
    low = view.words.lower
    return "infinitive" if form == "base" and i > first and low[i - 1] == "to" else form


def is_passive(view: View, i: int, first: int, form: str) -> bool:
    """was told, are expected, is said to"""
    if form not in ("past", "participle"):
        return False
    low = view.words.lower
    k = i - 1
    while k > first and (low[k].endswith("ly") or low[k] in CUE_ADVERBS or low[k] == "being"):
        k -= 1
    return k >= first and low[k] in ("is", "are", "was", "were", "be", "been", "being", "get", "got", "gets")


def is_noun(view: View, i: int, first: int, form: str) -> bool:
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
            or (form == "third" and before in ("both", "many", "several", "few", "all", "no"))
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
