"""Dates by which somebody must do something: who, what, or else what, and whether it is still hard.

Three ways of telling are read: a deadline by that name, time given ("has until …", "48 hours to …"), and a duty
with a day ("must … by …"). Each rule answers a deadline or None; they stand in a list.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapporteur.languages.en import deadlines as en
from rapporteur.languages.en import lifecycle
from rapporteur.model import (
    Attribution,
    DeadlineMention,
    DeadlineStatus,
    Document,
    Mention,
    Sentence,
    Timex,
    address,
)  # fmt: skip
from rapporteur.read.clauses import Words, finite, stops, subject_of, words_of
from rapporteur.read.within import innermost

_TRIGGERS = en.DEADLINE | frozenset(("until", "by", "before", "hours", "days", "weeks"))


@dataclass(frozen=True, slots=True)
class _Found:
    """A deadline as words of one sentence."""

    first: int
    last: int
    who: str | None
    demand: str | None
    consequence: str | None
    timex: Timex | None
    status: DeadlineStatus
    rule: str


def find_deadlines(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    attributions: Sequence[Attribution],
) -> tuple[DeadlineMention, ...]:
    """The deadlines told in a document, in order."""
    mentions = sorted(mentions, key=lambda one: one.span.start)
    timexes = sorted(timexes, key=lambda one: one.span.start)
    m_starts, t_starts = [one.span.start for one in mentions], [one.span.start for one in timexes]
    blocks = [
        b for b in document.blocks
        if b.voice in ("newsroom", "author", "transcript") and b.kind in ("paragraph", "item", "quote", "transcript")
    ]  # fmt: skip
    starts = [b.start for b in blocks]
    made: list[DeadlineMention] = []
    for sentence in sentences:
        at = bisect_left(starts, sentence.start + 1) - 1
        if at < 0 or sentence.start >= blocks[at].end:
            continue
        inside = mentions[bisect_left(m_starts, sentence.start) : bisect_left(m_starts, sentence.end)]
        timed = timexes[bisect_left(t_starts, sentence.start) : bisect_left(t_starts, sentence.end)]
        low = document.text[sentence.start : sentence.end].lower()
        if "deadline" not in low and "ultimatum" not in low and not timed:
            continue
        words = words_of(document.text, sentence, inside, timed)
        if not any(word in _TRIGGERS for word in words.low):
            continue
        for rule in RULES:
            found = rule(words, document.text)
            if found is None:
                continue
            start, end = words.starts[found.first], words.ends[found.last - 1]
            told = innermost(attributions, start, end)
            made.append(
                DeadlineMention(
                    id=address(document.report, "deadline", start, end),
                    span=document.span(start, end),
                    who=found.who,
                    demand=found.demand,
                    consequence=found.consequence,
                    when=found.timex.id if found.timex is not None else None,
                    status=found.status,
                    attribution=told.id if told is not None else None,
                    rule=found.rule,
                )
            )
            break
    return tuple(made)


# --- rules ----------------------------------------------------------------------------------------


def _named(words: Words, text: str) -> _Found | None:
    """“had given them a Thursday deadline to respond”, “a deadline of June 30”."""
    low = words.low
    i = next((k for k, word in enumerate(low) if word in en.DEADLINE), None)
    if i is None:
        return None
    near = [k for k in range(max(0, i - 5), min(len(low), i + 10)) if _dated(words.timex[k])]
    near = [k for k in near if not any(low[b] in en.STOP for b in range(min(i, k), max(i, k)))]
    timex = words.timex[min(near, key=lambda k: abs(k - i))] if near else None
    status = _status(words, i)
    first = min([i, *(k for k in near if k < i and i - k <= 3)])
    demand, last = _demand(words, i + 1, text)
    who = _recipient(words, i, text)
    if who is None and demand is None and timex is None and status == "set":
        return None
    return _Found(first, last or i + 1, who, demand, _consequence(words, i, text), timex, status, "named")


def _until(words: Words, text: str) -> _Found | None:
    """“has until March 24 to reach an agreement”, “gave them 48 hours to leave”."""
    low = words.low
    for i, _word in enumerate(low):
        timex = words.timex[i]
        if timex is None or timex.timex_type == "SET":
            continue
        duration = timex.timex_type == "DURATION"
        before = low[i - 1] if i else ""
        if not duration and before not in ("until", "till"):
            continue
        end = i
        while end < len(low) and words.timex[end] is timex:
            end += 1
        if end >= len(low) or low[end] != "to" or words.mention[end] is not None:
            continue
        back = i - 1 if duration else i - 2
        giver = next((k for k in range(back, max(-1, back - 7), -1) if low[k] in en.GIVES), None)
        has = next((k for k in range(back, max(-1, back - 3), -1) if low[k] in en.HAS_UNTIL), None)
        if giver is None and (has is None or duration):
            continue
        demand, last = _demand(words, end, text)
        if demand is None:
            continue
        if giver is not None:
            who = _names(words, giver + 1, i)
        else:
            assert has is not None
            found, phrase = subject_of(words, has, text)
            who = ", ".join(one.name for one in found) or phrase
        when = timex if not duration else None
        return _Found(
            min(i, back + 1), last or end, who, demand, _consequence(words, end, text), when, "set", "until"
        )
    return None


def _must_by(words: Words, text: str) -> _Found | None:
    """“must sign by Friday or face …”."""
    low = words.low
    for i, word in enumerate(low):
        if word not in ("by", "before") or i + 1 >= len(low):
            continue
        at = (
            i + 1
            if words.timex[i + 1] is not None
            else i + 2
            if low[i + 1] == "the" and i + 2 < len(low)
            else i + 1
        )
        timex = words.timex[at] if at < len(low) else None
        if not _dated(timex):
            continue
        duty = next(
            (
                k
                for k in range(i - 1, max(-1, i - 16), -1)
                if low[k] == "must" or (low[k] == "to" and k and low[k - 1] in _DUTY)
            ),
            None,
        )
        if duty is None or any(stops(words, k) for k in range(duty, i)):
            continue
        begin = duty if low[duty] == "must" else duty - 1
        while begin > 0 and (low[begin - 1] in lifecycle.BE or low[begin - 1] in lifecycle.HAVE):
            begin -= 1
        found, phrase = subject_of(words, begin, text)
        who = ", ".join(one.name for one in found) or phrase
        demand = words.text(text, duty + 1, i)
        end = at
        while end < len(low) and words.timex[end] is timex:
            end += 1
        return _Found(duty, end, who, demand, _consequence(words, end - 1, text), timex, "set", "must-by")
    return None


RULES: tuple[Callable[[Words, str], _Found | None], ...] = (_named, _until, _must_by)
_DUTY = frozenset(("has", "have", "had", "needs", "need", "required", "obliged", "ordered"))


# --- parts ------------------------------------------------------------------------------------------


def _dated(timex: Timex | None) -> bool:
    return timex is not None and timex.timex_type in ("DATE", "TIME")


def _status(words: Words, i: int) -> DeadlineStatus:
    """What the clause says of the deadline at word `i`: set, softened, met, passed or lifted."""
    near = {words.low[k] for k in range(max(0, i - 9), min(len(words.low), i + 9))}
    if near & en.PASSED:
        return "passed"
    if near & en.LIFTED:
        return "lifted"
    if near & en.SOFT:
        return "softened"
    behind = {words.low[k] for k in range(max(0, i - 4), i)}
    if behind & en.MET and not behind & lifecycle.NEGATIONS and "to" not in behind:
        return "met"
    return "set"


def _demand(words: Words, i: int, text: str) -> tuple[str | None, int | None]:
    """What is to be done: “to respond to the proposal”, “for a deal”; and the word behind it."""
    low = words.low
    k = i
    while k < len(low) and k - i < 7 and low[k] not in ("to", "for"):
        if stops(words, k) or finite(words, k) or low[k] in lifecycle.SUBORDINATORS:
            return None, None
        k += 1
    if k >= len(low) or low[k] not in ("to", "for"):
        return None, None
    if low[k] == "for":  # “for the parties to agree”
        to = next(
            (b for b in range(k + 1, min(k + 8, len(low))) if low[b] == "to" and words.mention[b] is None),
            None,
        )
        if to is not None and not any(
            low[b] in (",", "and") and words.mention[b + 1] is None for b in range(k, to)
        ):
            k = to
    end = k + 1
    while end < len(low) and end - k < 18:
        if stops(words, end) or low[end] in ("which", "who", "that", "or", "but", "after", "before", "while"):
            break
        if low[end] == "," or (finite(words, end) and end > k + 2):
            break
        end += 1
    while end > k + 1 and words.timex[end - 1] is not None:
        end -= 1
    return (words.text(text, k + 1, end), end) if end > k + 1 else (None, None)


def _recipient(words: Words, i: int, text: str) -> str | None:
    """Who must: those the deadline is given to, who face it, or “for the parties to …”."""
    low = words.low
    give = next((k for k in range(i - 1, max(-1, i - 9), -1) if low[k] in en.GIVES), None)
    if give is not None:
        named = _names(words, give + 1, i)
        if named is not None:
            return named
    faces = next(
        (k for k in range(i - 1, max(-1, i - 6), -1) if low[k] in ("face", "faces", "facing", "faced")), None
    )
    if faces is not None:
        found, phrase = subject_of(words, faces, text)
        return ", ".join(one.name for one in found) or phrase
    for k in range(i + 1, min(i + 8, len(low))):
        if low[k] == "for" and any(low[b] == "to" for b in range(k + 1, min(k + 9, len(low)))):
            return _names(words, k + 1, min(k + 9, len(low)))
    return None


def _names(words: Words, first: int, last: int) -> str | None:
    found: list[str] = []
    for k in range(first, min(last, len(words.low))):
        one = words.mention[k]
        if words.low[k] == "to":
            break
        if one is not None and words.timex[k] is None and one.name not in found:
            found.append(one.name)
    return ", ".join(found) or None


def _consequence(words: Words, i: int, text: str) -> str | None:
    """“… or face new sanctions”: what follows else, as printed."""
    low = words.low
    for k in range(i, len(low) - 2):
        if (low[k] == "or" and low[k + 1] in en.AFTER_OR) or low[k] == "otherwise":
            end = k + 1
            while end < len(low) and not stops(words, end) and end - k < 20:
                end += 1
            return words.text(text, k + 1, end)
    return None
