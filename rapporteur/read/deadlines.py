"""Dates by which somebody must do something: who, what, or else what, and whether it is still hard.

Read are a deadline by that name, time given (“has until …”, “48 hours to …”), a duty with a day (“must … by …”,
“asked both sides to … by …”), a threat with one (“unless … by …”), what runs out on a day, and a deadline moved.
Each rule answers a deadline or None; they stand in a list, and the first that answers for a sentence speaks.
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
from rapporteur.read.clauses import Words, finite, stops, words_of
from rapporteur.read.deadline_parts import (
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
from rapporteur.read.within import innermost

_TRIGGERS = (
    en.DEADLINE
    | en.LAPSES
    | frozenset(("until", "till", "by", "before", "hours", "days", "weeks", "later", "within"))
)


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


def _moved(words: Words, text: str) -> _Found | None:
    """“extended the deadline to 30 June”, “the ultimatum was put off until Monday”: the day it has now."""
    low = words.low
    named = next((k for k, word in enumerate(low) if word in en.DEADLINE), None)
    if named is None:
        return None
    verb = next((k for k in range(max(0, named - 5), min(len(low), named + 6)) if low[k] in en.EXTENDS), None)
    if verb is None:
        return None
    for k in range(max(verb, named), min(len(low), max(verb, named) + 9)):
        if low[k] not in ("to", "until", "till"):
            continue
        at = day_after(words, k)
        if at is None:
            continue
        end = end_of(words, at)
        demand, _ = demand_after(words, named + 1, text)
        demand = demand or demand_after(words, end, text)[0]
        who = recipient(words, named, text)
        return _Found(
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


def _named(words: Words, text: str) -> _Found | None:
    """“had given them a Thursday deadline to respond”, “a deadline of June 30”."""
    low = words.low
    i = next((k for k, word in enumerate(low) if word in en.DEADLINE), None)
    if i is None:
        return None
    near = [k for k in range(max(0, i - 5), min(len(low), i + 10)) if dated(words.timex[k])]
    near = [k for k in near if not any(low[b] in en.STOP for b in range(min(i, k), max(i, k)))]
    timex = words.timex[min(near, key=lambda k: abs(k - i))] if near else None
    status = status_of(words, i)
    first = min([i, *(k for k in near if k < i and i - k <= 3)])
    demand, last = demand_after(words, i + 1, text)
    who = recipient(words, i, text)
    if timex is None and (low[i].endswith("s") or (who is None and demand is None and status == "set")):
        return None
    return _Found(first, last or i + 1, who, demand, consequence_of(words, i, text), timex, status, "named")


def _ultimatum(words: Words, text: str) -> _Found | None:
    """“an ultimatum to the town: leave by Sunday or be bombed”: what is demanded stands behind the colon."""
    low = words.low
    i = next((k for k, word in enumerate(low) if word in ("ultimatum", "deadline")), None)
    colon = (
        next((k for k in range(i + 1, min(i + 12, len(low))) if low[k] in (":", "—", "--")), None)
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
    return _Found(
        i, end, who, demand, consequence_of(words, end - 1, text), words.timex[at], "set", "ultimatum"
    )


def _given(words: Words, text: str) -> _Found | None:
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
        return _Found(first, last or end, who, demand, consequence_of(words, end, text), when, "set", "until")
    return None


def _by_days(words: Words) -> list[tuple[int, int]]:
    """The places of “by”, “before” or “no later than” with the day behind each."""
    out = []
    for i, word in enumerate(words.low):
        at = day_after(words, i) if word in ("by", "before", "than") else None
        if at is not None and (word != "than" or words.low[i - 1] == "later"):
            out.append((i if word != "than" else max(0, i - 2), at))
    return out


_DUTY = frozenset(
    ("has", "have", "had", "needs", "need", "required", "obliged", "ordered", "bound", "due", "told", "asked")
)


def _must_by(words: Words, text: str) -> _Found | None:
    """“must sign by Friday or face …”, “have to answer before 1 May”, “agreed to conclude by 30 June”."""
    low = words.low
    for i, at in _by_days(words):
        duty = next(
            (
                k for k in range(i - 1, max(-1, i - 18), -1)
                if low[k] == "must" or (low[k] == "to" and k and low[k - 1] in _DUTY | en.PLEDGES)
            ),
            None,
        )  # fmt: skip
        if duty is None or any(stops(words, k) for k in range(duty, i)):
            continue
        if any(
            low[k] in lifecycle.SUBORDINATORS and low[k] not in ("as", "that") for k in range(duty + 1, i)
        ):
            continue
        begin = duty if low[duty] == "must" else duty - 1
        demand, _ = demand_at(words, duty + 1, text)
        if demand is None or low[duty + 1] == "have":
            continue
        end = end_of(words, at)
        who = subject(words, begin, text)
        return _Found(
            duty, end, who, demand, consequence_of(words, end - 1, text), words.timex[at], "set", "must-by"
        )
    return None


def _asked_by(words: Words, text: str) -> _Found | None:
    """“asked both sides to answer by 17 June”, “demanded that the government resign by Sunday”."""
    low = words.low
    for i, at in _by_days(words):
        for k in range(i - 2, max(-1, i - 20), -1):
            if stops(words, k):
                break
            if low[k] not in en.ASKS or (k and low[k - 1] in lifecycle.BE):
                continue
            if low[k + 1] == "that":
                verb = next(
                    (b for b in range(k + 2, i) if low[b] in ("must", "should", "shall") or _plain(words, b)),
                    None,
                )
                if verb is None:
                    break
                bare = verb + (low[verb] in ("must", "should", "shall"))
                who, demand = named_in(words, k + 2, verb, text), demand_at(words, bare, text)[0]
            else:
                to = next(
                    (b for b in range(k + 2, min(k + 8, i)) if low[b] == "to" and words.mention[b] is None),
                    None,
                )
                if to is None:
                    break
                begin = k + 1 + (low[k] == "called" and low[k + 1] in ("on", "upon"))
                who, demand = named_in(words, begin, to, text), demand_at(words, to + 1, text)[0]
            if who is None or demand is None:
                break
            end = end_of(words, at)
            return _Found(
                k, end, who, demand, consequence_of(words, end - 1, text), words.timex[at], "set", "asked-by"
            )
    return None


def _plain(words: Words, k: int) -> bool:
    """Whether the bare verb of “that the government resign” may stand here: behind a name or a plural."""
    before = words.low[k - 1]
    return words.mention[k] is None and words.low[k].isalpha() and (
        (words.mention[k - 1] is not None and words.mention[k] is None) or (before.endswith("s") and not before.endswith("ss"))
    ) and words.low[k] not in lifecycle.PREPOSITIONS  # fmt: skip


def _unless(words: Words, text: str) -> _Found | None:
    """“will strike on Monday unless the firm raises its offer by Friday”, “if they fail to sign by noon, …”."""
    low = words.low
    for i, at in _by_days(words):
        start = next((k for k in range(i - 1, max(-1, i - 18), -1) if low[k] in ("unless", "if")), None)
        if start is None or any(stops(words, k) for k in range(start, i)):
            continue
        verb = next(
            (
                k
                for k in range(start + 2, i)
                if finite(words, k) or low[k] in ("do", "does", "did", "fail", "fails", "is", "are")
            ),
            None,
        )
        if low[start] == "if":
            if verb is None or not (
                low[verb].startswith("fail") or (verb + 1 < i and low[verb + 1] in lifecycle.NEGATIONS)
            ):
                continue
            first = next((k for k in range(verb + 1, i) if low[k] in ("to", "not")), verb) + 1
        else:
            found = verb if verb is not None else _verb_after(words, start + 1, i)
            if found is None:
                continue
            first = found
        who = named_in(words, start + 1, verb if verb is not None else first, text)
        demand, _ = demand_at(words, first, text)
        if demand is None:
            continue
        end = end_of(words, at)
        return _Found(
            start, end, who, demand, _main_clause(words, start, end, text), words.timex[at], "set", "unless"
        )
    return None


def _verb_after(words: Words, first: int, last: int) -> int | None:
    """The verb in the present behind a subject: “unless the firm raises its offer”."""
    k = first
    while k < last and (words.mention[k] is not None or words.low[k] in lifecycle.DETERMINERS):
        k += 1
    for b in range(max(k, first + 1), min(k + 3, last)):
        if (
            words.mention[b] is None
            and words.low[b].isalpha()
            and (words.low[b].endswith("s") or words.mention[b - 1] is not None)
        ):
            return b
    return None


def _main_clause(words: Words, start: int, end: int, text: str) -> str | None:
    """What follows if it is not done: the clause before “unless”, or behind the comma of a fronted one."""
    low = words.low
    if start > 1:
        first = next((k for k in range(start - 1, -1, -1) if stops(words, k)), -1) + 1
        to = next((k for k in range(first, start - 1) if low[k] in en.THREATS and low[k + 1] == "to"), None)
        will = next((k for k in range(first, start) if low[k] in ("will", "would")), None)
        begin = to + 2 if to is not None else will + 1 if will is not None else None
        return words.text(text, begin, start) if begin is not None and begin < start else None
    comma = next((k for k in range(end, len(low)) if low[k] == ","), None)
    if comma is None:
        return None
    stop = next((k for k in range(comma + 1, len(low)) if stops(words, k)), len(low))
    return words.text(text, comma + 1, stop) if comma + 1 < stop else None


def _lapses(words: Words, text: str) -> _Found | None:
    """“the truce expires on Friday”, “before the mandate runs out at midnight”: what ends by itself."""
    low = words.low
    for i, word in enumerate(low):
        if word not in en.LAPSES or not i or (word in ("runs", "run") and low[i + 1 : i + 2] != ("out",)):
            continue
        nouns = [k for k in range(max(0, i - 7), i) if low[k] in en.LAPSING and words.timex[k] is None]
        if not nouns or (word in ("expired", "lapsed") and low[i - 1] in ("had", "has", "have")):
            continue
        if word in ("end", "ends") and low[i - 1] not in ("to", "will", "would", *en.LAPSING):
            continue
        at = next((k for k in range(i + 1, min(i + 6, len(low))) if dated(words.timex[k])), None)
        if at is None or any(stops(words, k) for k in range(i, at)):
            continue
        begin = nouns[0]
        while (
            begin > 0
            and (words.mention[begin - 1] is not None or low[begin - 1].isalpha())
            and nouns[0] - begin < 4
        ):
            if (
                low[begin - 1] in lifecycle.DETERMINERS
                or low[begin - 1] in lifecycle.PREPOSITIONS
                or finite(words, begin - 1)
            ):
                break
            begin -= 1
        last = i + 1 + (low[i + 1 : i + 2] == ("out",))
        status: DeadlineStatus = "passed" if word in ("expired", "lapsed") else "set"
        return _Found(
            begin,
            end_of(words, at),
            None,
            None,
            words.text(text, begin, last),
            words.timex[at],
            status,
            "lapses",
        )
    return None


RULES: tuple[Callable[[Words, str], _Found | None], ...] = (
    _moved,
    _ultimatum,
    _named,
    _given,
    _unless,
    _must_by,
    _asked_by,
    _lapses,
)
