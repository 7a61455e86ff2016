"""What an amount counts: the noun behind it, the rate it is one of, and what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from rapporteur.languages.en import numbers as words
from rapporteur.model import Document, Span

_word = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Za-z][\w’'-]*\.?|[,;:.!?()“”\"—–]")


@dataclass(frozen=True, slots=True)
class Noun:
    """The head noun a number counts, in lower case, and where its phrase ends."""

    word: str
    start: int
    end: int


def plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s")


def noun_after(original: str, text: str, end: int, high: int) -> Noun | None:
    """The plural noun a number counts, at most five words on, with nothing but modifiers between."""
    start = None
    previous: Noun | None = None
    for i, found in enumerate(_word.finditer(original, end, min(high, end + 90))):
        if i > 5 or not original[end if i == 0 else found.start() - 1].isspace():
            break
        if i == 0 and original[end : found.start()].strip():
            break
        word = found.group().lower().rstrip(".")
        if not word[:1].isalpha() or word in words.STOPS:
            break
        start = found.start() if start is None else start
        stem = re.sub(r"['’]s?$", "", word)
        plural = stem in words.PLURALS or (
            stem.endswith("s")
            and stem not in words.NOT_NOUNS
            and not stem.endswith(("ss", "us", "is"))
            and len(stem) > 3
        )
        if plural and "’" not in word and "'" not in word:
            previous = Noun(stem, start, found.start() + len(stem))
            follows = _word.match(original, found.end() + 1)
            if follows is None or not _is_plural(follows.group().lower()) or found.group().endswith("."):
                break
        elif previous is not None:
            break
    return previous


def _is_plural(word: str) -> bool:
    return word in words.PLURALS or (
        word.endswith("s")
        and word not in words.NOT_NOUNS
        and word not in words.STOPS
        and not word.endswith(("ss", "us", "is", "’s", "'s"))
        and len(word) > 3
    )


_rates = re.compile(
    r"[\s-](?:a|an|per|each|every)[\s-](second|minute|hour|day|week|month|quarter|year|barrel|share|person|head|ton|tonne|gallon|ounce|unit)\b|\s(daily|weekly|monthly|annually|yearly)\b|/(day|month|year|hour)\b"
)
_of_which = re.compile(r"\s+of\s+(?:[a-z][\w-]*\s+){0,2}?[a-z][\w-]*(?=\s(?:a|an|per|each|every)\s)")
_adverbs = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}


def rate_after(text: str, end: int) -> tuple[str, int] | None:
    found = _rates.match(text, end)
    if found is None and (between := _of_which.match(text, end)):  # "of water a year"
        found = _rates.match(text, between.end())
    if found is None:
        return None
    unit = found.group(1) or found.group(3) or _adverbs[found.group(2)]
    return unit, found.end()


def about_after(document: Document, text: str, end: int, high: int) -> Span | None:
    """The noun phrase after "of", "in", "for" or "worth of" behind a quantity, without its own tail."""
    found = re.match(
        r"\s+(?:worth\s+of|of|in|for)\s+(?:the\s+|its\s+|their\s+|all\s+|his\s+|her\s+)?(?!it\b|them\b|him\b|her\b|us\b|this\b|that\b|a\b|an\b|\d)((?:[\w’'-]+\.?\s+){0,5}?[\w’'-]+)(?=\s+(?:of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|is|are|was|were|has|have|had|will|would|over|under|frozen|held|a|an|the|into|during|since|as|it|they|he|she|if|when|after|before|,)\b|[.,;:)”\"!?—–]|\s*$|\n)",
        text[end:high],
    )
    if found is None:
        beside = re.match(r"\s+([a-z][\w’'-]+(?:\s+[a-z][\w’'-]+)?)", text[end:high])
        heads = beside.group(1).split() if beside else []
        while heads and (heads[-1] in words.STOPS or heads[-1].endswith(("ed", "ing", "ly"))):
            heads.pop()
        if beside is None or not heads or heads[0] in words.STOPS:
            return None
        start = end + beside.start(1)
        return document.span(start, start + beside.group(1).index(heads[-1]) + len(heads[-1]))
    start, stop = end + found.start(1), end + found.end(1)
    spoken = list(_word.finditer(document.text, start, stop))
    for this, following in pairwise(spoken):
        if _is_plural(this.group().lower()) and not _is_plural(following.group().lower()):
            stop = this.end()  # the noun has come; what follows is its verb or its tail
            break
    return document.span(start, stop)
