"""What a denial denies: the happening itself, and not whatever else stands in its words.

“Denied that the envoys met” denies the meeting; “denied a split over the meetings” denies a split, and “did not deny
that the meetings took place” denies nothing.
"""

from __future__ import annotations

from bisect import bisect_left

from rapporteur.languages.en import lifecycle as en
from rapporteur.model import Attribution
from rapporteur.read.clauses import Words, finite, stops
from rapporteur.read.event_parts import Found

_UNDONE = en.words("without nobody hardly cannot no declined refused short")
_RETOLD = en.words(
    "report reports claim claims allegation allegations rumour rumours rumor rumors suggestion suggestions accusation "
    "accusations assertion assertions existence any all none either"
)
"""Behind these, “of …”, “about …” and “that …” say what is denied: “denied reports of a meeting”."""
_COUNTS = en.words("round rounds series session sessions number kind sort form day days hours")
_RELATIVES = en.words("who which that whom whose")
_POINTS = en.words("the that this these those his her their its")
_ATTENDS = ("light:attend", "light:join")


def is_denied(words: Words, found: Found, start: int, denial: Attribution | None) -> bool:
    """Whether what was found is itself what the words from offset `start`, credited by `denial`, deny."""
    if denial is not None and denial.cue is not None and _undone(words, denial.cue.start, denial.cue.end):
        return False
    first = bisect_left(words.starts, start)
    while first < found.first and (words.low[first] == "that" or words.low[first] in en.QUOTES):
        first += 1
    if found.shape != "noun":
        return not _aside(words, first, found.first)
    if _aside(words, first, found.first, noun=True):
        return False
    between = words.low[first : found.first]
    if found.rule.startswith("noun:light:"):
        verb = found.rule.removeprefix("noun:light:")
        at = max((k for k in range(first, found.first) if words.low[k] == verb), default=first)
        behind = words.low[at + 1 : found.first]
        attends = found.rule.removeprefix("noun:").startswith(_ATTENDS) or "part" in behind
        return not (attends and _POINTS & set(behind))  # “denied attending the meeting”: he was not there
    if not found.rule.startswith("noun:nominal"):
        return True
    if "there" in between:
        return True  # “denied that there had been a meeting”
    return not any(_governs(words, k, first) for k in range(first, found.first))


def _undone(words: Words, start: int, end: int) -> bool:
    """Whether the denying between two offsets is itself denied: “did not deny”, “without denying”."""
    at = bisect_left(words.starts, start)
    for k in range(bisect_left(words.starts, end) - 1, max(-1, at - 5), -1):
        word = words.low[k]
        if word in en.NEGATIONS or word in _UNDONE or word.endswith("n't"):
            return True
        if k < at and (stops(words, k) or word == ","):
            return False
    return False


def _aside(words: Words, first: int, last: int, *, noun: bool = False) -> bool:
    """Whether a clause of its own, opened between two words, holds the second: “that he lied when they met”."""
    for k in range(first, last):
        word = words.low[k]
        if word not in en.SUBORDINATORS or words.mention[k] is not None or words.timex[k] is not None:
            continue
        if word == "that" and k and words.low[k - 1] in _RETOLD:
            continue
        if word in ("so", "than", "once", "but", "as") or (word == "that" and noun and k + 1 == last):
            continue
        if word in _RELATIVES and any(
            finite(words, b) and not all(_helps(words, c) for c in range(b, last)) for b in range(k + 1, last)
        ):
            continue  # “that the envoys who were invited had met”
        return True
    return False


def _helps(words: Words, k: int) -> bool:
    word = words.low[k]
    return word in en.BE or word in en.HAVE or word in en.DO or word in en.NEGATIONS or word.endswith("ly")


def _governs(words: Words, k: int, first: int) -> bool:
    """Whether word `k` makes what follows part of something else: a preposition or another verb."""
    word = words.low[k]
    if words.mention[k] is not None or words.timex[k] is not None:
        return False
    if word in en.PREPOSITIONS:
        return not (k > first and words.low[k - 1] in (_RETOLD | _COUNTS) and word in ("of", "about", "on"))
    return finite(words, k)
