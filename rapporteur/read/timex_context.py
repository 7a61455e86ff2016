"""Which way an open date points: the tense of the verb it goes with, and the words beside it."""

from __future__ import annotations

import re
from typing import Literal

from rapporteur.languages.en.calendar import (
    DETERMINERS,
    FUTURE_AS_NOUNS,
    FUTURE_NOUNS,
    FUTURE_VERBS,
    IRREGULAR_PAST,
    MISSED,
    SCHEDULED,
)

_word = re.compile(r"['’]ll\b|[a-z]+(?:['’]t)?")
_boundary = re.compile(r"[.;:!?—“”\"]|\s[-–]\s|--|,\s(?:and|but|which|who|while|when|after|as)\b")
_not_past = {"need", "indeed", "speed", "feed", "seed", "hundred", "united", "red", "proceed", "exceed", "succeed", "bed", "armed", "embed", "breed", "sacred", "wed", "shed", "talked-about"}  # fmt: skip
_ahead = re.compile(
    r"\b(?:in advance of|ahead of|until|till|by|as early as|as soon as|no later than|starting|beginning|effective|upcoming|(?:quarter|half|year|months?)\s+ending)\s+(?:the\s+)?$"
)

Direction = Literal["past", "future", "same"]


def _tense(word: str) -> Direction | None:
    if word in FUTURE_VERBS:
        return "future"
    if word in IRREGULAR_PAST or (word.endswith("ed") and len(word) > 3 and word not in _not_past):
        return "past"
    return None


_planned = re.compile(
    r"\b(?:(?<!was\s)(?<!were\s)to\s+be\s+\w+(?:ed|en|wn|ld|nt|ne|de|pt|ht|et|it)|is\s+schedule\s+to\s+\w+|(?:is|are|remains?|stays?|runs?|lasts?|extends?)\s+(?:\w+\s+){0,3}through)\b[^.;,]*$"
)
"""“The talks to be held in Tarn on …”; a letter lost: “is schedule to testify on …”."""
_comes = re.compile(
    r"\b(?:will|would|shall|may|should|can)\s+(?:\w+\s+){1,4}(?:when|once|as\s+soon\s+as)\s+[^.;]*$"
)
"""“Will grow when the line comes on stream in …”: what a clause of time in the present tells is ahead too."""
_SIGNED = {"pact", "accord", "agreement", "treaty", "truce", "ceasefire"}
_put_off = re.compile(
    r"\b(?:extend|push|postpon|mov|delay|reschedul|defer|put|prolong)\w*\b(?:(?!\bfrom\b)[^.;,])*\b(?:to|until|till)\s+(?:the\s+)?$|\b(?:extend|push|postpon|mov|delay|reschedul|defer|prolong)\w*\b[^.;,]*\bfrom\b[^.;,]*\b(?:to|until|till)\s+(?:the\s+)?$"
)
"""“Put off until Monday”, “pushed from Friday to Sunday”."""
_done = re.compile(
    r"\b(?:had|have|has)\s+(?:already\s+)?(?:been\s+)?\w+(?:ed|en|wn|ne|ld|nt|de|ft|ot|ut|me|un)\b(?![^.;,]*\b(?:to|until|till|that|must|would|will|should|could|may|might)\b)[^.;,]*\bby\s+(?:the\s+)?$"
)
"""What was finished by then: "had filed their reports by Wednesday"; not "has agreed to file by Wednesday"."""

_invited = re.compile(
    r"\b(?:invit|summon|recall)\w*\b[^.;]{0,60}\bto\s+(?:\w+\s+){0,3}?(?:talks|meetings?|session|round|summit|table|conference)\b[^.;,]{0,40}\b(?:on|for)\s+$"
)
"""“Has invited both sides to talks on Thursday”: they are still to come."""
_was_to = re.compile(r"\b(?:was|were)\s+(?:(?:due|set|scheduled|supposed|planned)\s+)?(?:to|for)\b[^.;]*$")
_is_off = re.compile(
    r"[^.;]*?\b(?:has|have)\s+(?:now\s+|since\s+)?been\s+(?:cancell?ed|postponed|called\s+off|put\s+off|delayed|scrapped|pushed)"
)
"""“Was to meet him on Friday has been called off”: what was called off only now still lay ahead."""


_ALIKE = {"cut", "set", "put", "let", "hit", "quit", "shut", "split", "read", "cast", "run", "come", "become"}
_MODALS = {"would", "will", "to", "could", "should", "may", "might", "must", "can", "shall"}


def _tense_at(words: list[str], i: int) -> Direction | None:
    """The tense of a word in its place: "the cartel set a ceiling" is past, "is set to meet" is not."""
    if words[i] in _ALIKE and i and words[i - 1] in _MODALS:
        return "future"  # "would cut", "to put"
    told = words[i] == "set" and words[i + 1 : i + 2] and words[i + 1] in DETERMINERS
    if told and words[max(0, i - 1)] not in ("to", "will", "would", "is", "are"):
        return "past"
    return _tense(words[i])


def _over(before: str, after: str) -> bool:
    """Whether a day before the word "deadline" is told as gone by."""
    behind = _word.findall(before)[-7:]
    ahead = _word.findall(after[:60])[:5]
    return any(word in MISSED for word in behind) or any(word in MISSED - {"after"} for word in ahead)


def direction_of(text: str, start: int, end: int, low: int, high: int) -> Direction | None:
    """The way the expression at start–end of a lower-cased text points, from its sentence low–high.

    The nearest finite verb before it in its clause decides, then the nearest after it; a deadline or
    "until" beside it points ahead; None when nothing says.
    """
    after = text[end:high]
    noun = re.match(r"(?:['’]s)?\s+(?:\w+\s+)?(\w+)", after)
    first = re.match(r"(?:['’]s)?\s+(\w+)", after)
    before = text[max(low, start - 240) : start]
    if (first and first.group(1) in FUTURE_NOUNS) or (noun and noun.group(1) in FUTURE_NOUNS):
        return "past" if _over(before, after) else "future"
    if first and first.group(1) in _SIGNED and before.endswith(("the ", "its ", "their ")):
        return "past"  # "the December pact"
    if _planned.search(before) or _comes.search(before):
        return "future"
    if (
        _invited.search(before)
        or _put_off.search(before)
        or (_was_to.search(before) and _is_off.match(after))
    ):
        return "future"
    if _ahead.search(before):
        return "past" if _done.search(before) else "future"
    cut = 0
    for found in _boundary.finditer(before):
        cut = found.end()
    clause = before[cut:]
    words = _word.findall(clause)
    for i in range(len(words) - 1, -1, -1):
        tense = _tense_at(words, i)
        if words[i] in SCHEDULED and i and words[i - 1] not in DETERMINERS and i >= len(words) - 4:
            return "future"
        if tense == "future":
            if words[i] in FUTURE_AS_NOUNS and i > 0 and words[i - 1] in DETERMINERS:
                continue
            if words[i] == "by" and i != len(words) - 1:
                continue
            if (
                words[i] in ("set", "next", "likely", "beginning", "starting")
                and i > 0
                and i < len(words) - 4
            ):
                continue
            return "future"
        if tense == "past":
            if i > 0 and words[i - 1] in ("be", "being", "get"):
                continue
            if (
                i + 1 < len(words)
                and words[i + 1] == "to"
                and words[i] in ("scheduled", "expected", "planned", "due")
            ):
                return "future"
            return "past"
    rest = after
    found_boundary = _boundary.search(rest)
    behind = _word.findall(rest[: found_boundary.start()] if found_boundary else rest[:200])[:12]
    for i, word in enumerate(behind):
        tense = _tense_at(behind, i)
        if tense is not None and word != "by":
            return tense
    dashed = re.match(r"\s+(?:[-–]+|—)\s", after)
    if dashed:  # "The meeting on Nov. 18 — a secret till then — laid …": the verb is beyond
        for word in _word.findall(after[:200])[:16]:
            tense = _tense(word)
            if tense is not None and word not in ("by", "until"):
                return tense
    for word in reversed(_word.findall(before[:cut])[-25:]):
        tense = _tense(word)
        if tense is not None and word not in ("by", "next", "set", "may"):
            return tense
    return None
