"""Duties with a day: “must … by …”, “asked both sides to … by …”, “unless … by …”, and what runs out on a day."""

from __future__ import annotations

from rapporteur.languages.en import deadlines as en
from rapporteur.languages.en import lifecycle
from rapporteur.model import DeadlineStatus
from rapporteur.read.clauses import Words, finite, stops
from rapporteur.read.deadline_parts import (
    Found,
    consequence_of,
    dated,
    day_after,
    demand_at,
    end_of,
    named_in,
    subject,
)


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


def must_by(words: Words, text: str) -> Found | None:
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
        return Found(
            duty, end, who, demand, consequence_of(words, end - 1, text), words.timex[at], "set", "must-by"
        )
    return None


def asked_by(words: Words, text: str) -> Found | None:
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
            return Found(
                k, end, who, demand, consequence_of(words, end - 1, text), words.timex[at], "set", "asked-by"
            )
    return None


def _plain(words: Words, k: int) -> bool:
    """Whether the bare verb of “that the government resign” may stand here: behind a name or a plural."""
    before = words.low[k - 1]
    return words.mention[k] is None and words.low[k].isalpha() and (
        (words.mention[k - 1] is not None and words.mention[k] is None) or (before.endswith("s") and not before.endswith("ss"))
    ) and words.low[k] not in lifecycle.PREPOSITIONS  # fmt: skip


def unless(words: Words, text: str) -> Found | None:
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
        return Found(
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


_MODALS = lifecycle.FUTURE | lifecycle.CONDITIONAL | en.words("to can could may might must")


def lapses(words: Words, text: str) -> Found | None:
    """“the truce expires on Friday”, “before the mandate runs out at midnight”: what ends by itself."""
    low = words.low
    for i, word in enumerate(low):
        if word not in en.LAPSES or not i or (word in ("runs", "run") and low[i + 1 : i + 2] != ("out",)):
            continue
        if word in ("lapse", "expire", "run", "end") and low[i - 1] not in _MODALS:
            continue  # “a funding lapse” is the noun
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
        return Found(
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
