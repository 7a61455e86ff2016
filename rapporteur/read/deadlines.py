"""Dates by which somebody must do something: who, what, or else what, and whether it is still hard.

Read are a deadline by that name, time given (“has until …”, “48 hours to …”), a duty with a day (“must … by …”,
“asked both sides to … by …”), a threat with one (“unless … by …”), what runs out on a day, and a deadline moved.
Each rule answers a deadline or None; they stand in a list, and the first that answers for a sentence speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from rapporteur.languages.en import deadlines as en
from rapporteur.languages.en import lifecycle
from rapporteur.model import (
    Attribution,
    DeadlineMention,
    Document,
    Mention,
    Sentence,
    Timex,
    address,
)  # fmt: skip
from rapporteur.read.clauses import Words, stops, words_of
from rapporteur.read.deadline_duties import asked_by, lapses, must_by, unless
from rapporteur.read.deadline_parts import (
    Found,
    consequence_of,
    dated,
    day_after,
    demand_after,
    demand_at,
    end_of,
    named_in,
    recipient,
    status_of,
    subject,
)
from rapporteur.read.deadline_pronouns import party_before
from rapporteur.read.within import innermost

_TRIGGERS = (
    en.DEADLINE
    | en.LAPSES
    | frozenset(("until", "till", "by", "before", "hours", "days", "weeks", "later", "within"))
)
_ITS = frozenset(("it", "they", "he", "she"))


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
    for number, sentence in enumerate(sentences):
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
            who, last = found.who, sentences[number - 1] if number else None
            if who is None and last is not None and last.start >= blocks[at].start and words.low[0] in _ITS:
                inside = mentions[bisect_left(m_starts, last.start) : bisect_left(m_starts, last.end)]
                timed = timexes[bisect_left(t_starts, last.start) : bisect_left(t_starts, last.end)]
                who = party_before(words, found.first, words_of(document.text, last, inside, timed))
            made.append(
                DeadlineMention(
                    id=address(document.report, "deadline", start, end),
                    span=document.span(start, end),
                    who=who,
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


def _moved(words: Words, text: str) -> Found | None:
    """“extended the deadline to 30 June”, “the ultimatum was put off until Monday”: the day it has now."""
    low = words.low
    named = next((k for k, word in enumerate(low) if word in en.DEADLINE), None)
    if named is None:
        return None
    verb = next((k for k in range(max(0, named - 5), min(len(low), named + 6)) if low[k] in en.EXTENDS), None)
    if verb is None:
        return None
    for k in range(max(verb, named), min(len(low), max(verb, named) + 20)):
        if stops(words, k):
            break
        if low[k] not in ("to", "until", "till"):
            continue
        at = day_after(words, k)
        if at is None:
            continue
        end = end_of(words, at)
        demand, _ = demand_after(words, named + 1, text)
        demand = demand or demand_after(words, end, text)[0]
        who = recipient(words, named, text)
        return Found(
            min(verb, named),
            end,
            who,
            demand,
            consequence_of(words, end, text),
            words.timex[at],
            "softened",
            "moved",
        )
    return None


def _named(words: Words, text: str) -> Found | None:
    """“had given them a Thursday deadline to respond”, “a deadline of June 30”."""
    low = words.low
    i = next((k for k, word in enumerate(low) if word in en.DEADLINE), None)
    if i is None:
        return None
    near = [k for k in range(max(0, i - 5), min(len(low), i + 16)) if dated(words.timex[k])]
    near = [k for k in near if not any(low[b] in en.STOP for b in range(min(i, k), max(i, k)))]
    timex = words.timex[min(near, key=lambda k: abs(k - i))] if near else None
    status = status_of(words, i)
    first = min([i, *(k for k in near if k < i and i - k <= 3)])
    demand, last = demand_after(words, i + 1, text)
    who = recipient(words, i, text)
    if timex is None and (low[i].endswith("s") or (who is None and demand is None and status == "set")):
        return None
    return Found(first, last or i + 1, who, demand, consequence_of(words, i, text), timex, status, "named")


def _ultimatum(words: Words, text: str) -> Found | None:
    """“an ultimatum to the town: leave by Sunday or be bombed”: what is demanded stands behind the colon."""
    low = words.low
    i = next((k for k, word in enumerate(low) if word in ("ultimatum", "deadline")), None)
    colon = (
        next((k for k in range(i + 1, min(i + 12, len(low))) if low[k] == ":"), None)
        if i is not None
        else None
    )
    if i is None or colon is None or colon + 1 >= len(low):
        return None
    at = next((k for k in range(colon + 2, min(colon + 22, len(low))) if dated(words.timex[k])), None)
    first = colon + 1
    while first < len(low) and not low[first].isalpha():
        first += 1
    demand = demand_at(words, first, text)[0] if at is not None else None
    if at is None or demand is None:
        return None
    to = next((k for k in range(i + 1, colon) if low[k] in ("to", "for")), None)
    who = named_in(words, to + 1, colon, text) if to is not None else recipient(words, i, text)
    end = end_of(words, at)
    return Found(
        i, end, who, demand, consequence_of(words, end - 1, text), words.timex[at], "set", "ultimatum"
    )


def _given(words: Words, text: str) -> Found | None:
    """“has until March 24 to reach an agreement”, “gave both sides until 14 June”, “has 48 hours to leave”."""
    low = words.low
    for i, _word in enumerate(low):
        timex = words.timex[i]
        if timex is None or timex.timex_type == "SET" or (i and words.timex[i - 1] is timex):
            continue
        duration = timex.timex_type == "DURATION"
        until = next((k for k in range(i - 1, max(-1, i - 4), -1) if low[k] in ("until", "till")), None)
        if not duration and (until is None or not dated(timex)):
            continue
        if until is not None and "after" in low[until + 1 : i]:
            continue  # “not until after March”
        end = end_of(words, i)
        back = i - 1 if until is None else until - 1
        giver = next((k for k in range(back, max(-1, back - 8), -1) if low[k] in en.GIVES), None)
        if giver is not None and any(stops(words, k) or low[k] == "," for k in range(giver, i)):
            giver = None
        has = next((k for k in range(back, max(-1, back - 3), -1) if low[k] in en.HAS_UNTIL), None)
        if giver is None and (has is None or (duration and back - has > 1)):
            continue
        purpose = next(
            (k for k in range(end, min(end + 2, len(low))) if low[k] == "to" and words.mention[k] is None),
            None,
        )
        demand, last = demand_at(words, purpose + 1, text) if purpose is not None else (None, None)
        if demand is None and (duration or giver is None):
            continue
        if giver is not None:
            passive = giver > 0 and low[giver - 1] in lifecycle.BE
            who = named_in(words, giver + 1, until if until is not None else i, text)
            who = subject(words, giver, text) if who is None and passive else who
        else:
            assert has is not None
            who = subject(words, has, text)
        first = giver if giver is not None and demand is None else min(i, until if until is not None else i)
        when = timex if not duration else None
        return Found(first, last or end, who, demand, consequence_of(words, end, text), when, "set", "until")
    return None


RULES: tuple[Callable[[Words, str], Found | None], ...] = (
    _moved,
    _ultimatum,
    _named,
    _given,
    unless,
    must_by,
    asked_by,
    lapses,
)
