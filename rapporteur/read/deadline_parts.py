"""The parts of a deadline: who must, what is demanded, what follows else, and whether it still stands."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from rapporteur.languages.en import deadlines as en
from rapporteur.languages.en import lifecycle
from rapporteur.languages.en.numbers import PARTIES
from rapporteur.model import DeadlineStatus, Mention, Timex
from rapporteur.read.clause_actors import subject_of
from rapporteur.read.clauses import Words, finite, stops

_PRONOUNS = en.words("them him her it us me you they he she we i themselves itself")
_TRAILING = en.words("by on and or , in before the of at to from until be")
_AUXILIARIES = lifecycle.FUTURE | lifecycle.CONDITIONAL | en.words("now only just still already then")
_LONGEST = 20  # words of a demand or a consequence


@dataclass(frozen=True, slots=True)
class Found:
    """A deadline as words of one sentence."""

    first: int
    last: int
    who: str | None
    demand: str | None
    consequence: str | None
    timex: Timex | None
    status: DeadlineStatus
    rule: str


def dated(timex: Timex | None) -> bool:
    """Whether an expression names a day or an hour, not a length of time."""
    return (
        timex is not None
        and timex.timex_type in ("DATE", "TIME")
        and not (timex.value or "").endswith("_REF")
    )


def end_of(words: Words, i: int) -> int:
    """The word behind the time expression at word `i`."""
    end = i
    while end < len(words.low) and words.timex[end] is words.timex[i]:
        end += 1
    return end


def day_after(words: Words, i: int) -> int | None:
    """Where a day stands right behind word `i`, an article or “midnight on” between them allowed."""
    for k in range(i + 1, min(i + 3, len(words.low))):
        if dated(words.timex[k]):
            return k
        if words.low[k] not in ("the", "on", "about", "around", "early", "late", "this"):
            return None
    return None


def status_of(words: Words, i: int) -> DeadlineStatus:
    """What the clause says of the deadline at word `i`: set, softened, met, passed or lifted."""
    low = words.low
    before = [low[k] for k in range(max(0, i - 7), i) if low[k] not in en.STOP]
    after = low[i + 1 : i + 6]
    if _goes_by(words, i) or set(before[-5:]) & en.MISSES:
        return "passed"
    if set(before) & en.FAILS and set(before[-4:]) & {
        "meet",
        "make",
        "keep",
        "agree",
        "reach",
        "respect",
        "by",
    }:
        return "passed"
    near = {*before, *after, *low[i + 1 : i + 9]}
    if set(before[-5:]) & en.LIFTS or (
        set(after[:4]) & en.LIFTS and set(after[:4]) & (lifecycle.BE | lifecycle.HAVE)
    ):
        return "lifted"
    if near & (en.SOFT | en.EXTENDS):
        return "softened"
    if any(word in en.MET for word in before[-4:]) and not {"to", "would", "will", "could", "must"} & set(
        before[-5:]
    ):
        return "set" if set(before) & lifecycle.NEGATIONS else "met"
    return "set"


def _goes_by(words: Words, i: int) -> bool:
    """“the deadline passed”, “the ultimatum has expired”; a bill that passed before it is not meant."""
    for k in range(i + 1, min(i + 5, len(words.low))):
        word = words.low[k]
        if word in en.GOES_BY:
            return (
                word not in ("came", "ran") or "went" in words.low[k : k + 3] or "out" in words.low[k : k + 2]
            )
        if not (
            word in lifecycle.HAVE
            or words.timex[k] is not None
            or word.endswith("ly")
            or word in ("then", "on", "at", "of")
        ):
            return False
    return False


def _acts(mention: Mention | None) -> bool:
    return mention is not None and mention.kind in ("person", "organisation", "group", "place", "role")


def demand_after(words: Words, i: int, text: str) -> tuple[str | None, int | None]:
    """What is to be done: “to respond to the proposal”, “for a deal”; and the word behind it."""
    low = words.low
    k = i
    while k < len(low) and k - i < 7 and low[k] not in ("to", "for"):
        if (
            stops(words, k)
            or finite(words, k)
            or low[k] in lifecycle.SUBORDINATORS
            or low[k] in (",", "and", "but")
        ):
            return None, None
        k += 1
    if k >= len(low) or low[k] not in ("to", "for") or words.timex[k] is not None:
        return None, None
    for_noun = low[k] == "for"
    if for_noun:  # “for the parties to agree”
        to = next(
            (b for b in range(k + 1, min(k + 8, len(low))) if low[b] == "to" and words.mention[b] is None),
            None,
        )
        actor = to is not None and any(
            _acts(words.mention[b]) or low[b] in PARTIES or low[b] in ("them", "both")
            for b in range(k + 1, to)
        )
        if (
            actor
            and to is not None
            and not any(low[b] in (",", "and") and words.mention[b + 1] is None for b in range(k, to))
        ):
            k, for_noun = to, False
    return demand_at(words, k + 1, text, noun=for_noun)


def demand_at(words: Words, first: int, text: str, *, noun: bool = False) -> tuple[str | None, int | None]:
    """The words of a demand from word `first`, to the end of its clause; and the word behind it."""
    low = words.low
    if first < len(low) and (words.mention[first] is not None or words.timex[first] is not None) and not noun:
        return None, None  # “moved the deadline to Friday”
    end = first
    while end < len(low) and end - first < _LONGEST:
        word = low[end]
        if stops(words, end) or (end > first and word in en.DEMAND_ENDS and words.mention[end] is None):
            break
        if (
            noun
            and end > first
            and word.endswith("ing")
            and words.mention[end] is None
            and word not in ("meeting", "funding")
        ):
            break
        if word == "," and not _listed(words, end):
            break
        if (
            word in ("or", "and")
            and end + 1 < len(low)
            and (_else(words, end) or finite(words, end + 1) or low[end + 1] in _PRONOUNS)
        ):
            break
        if end > first + 1 and finite(words, end):
            break
        end += 1
    while end > first and (words.timex[end - 1] is not None or low[end - 1] in _TRAILING):
        end -= 1
    return (words.text(text, first, end), end) if end > first else (None, None)


def _listed(words: Words, i: int) -> bool:
    """Whether the comma at word `i` stands in a row: “approve, reject or amend”."""
    ahead = words.low[i + 1 : i + 5]
    return any(word in ("or", "and") for word in ahead[1:]) and not (
        set(ahead) & en.AFTER_OR - {"see", "lose"}
    )


def _else(words: Words, i: int) -> bool:
    return words.low[i] == "or" and i + 1 < len(words.low) and words.low[i + 1] in en.AFTER_OR


def recipient(words: Words, i: int, text: str) -> str | None:
    """Who must: those the deadline at word `i` is given to, who face it, or “for the parties to …”."""
    low = words.low
    give = next((k for k in range(i - 1, max(-1, i - 9), -1) if low[k] in en.GIVES), None)
    if give is not None:
        named = named_in(words, give + 1, i, text)
        if named is not None:
            return named
    faces = next(
        (k for k in range(i - 1, max(-1, i - 6), -1) if low[k] in ("face", "faces", "facing", "faced")), None
    )
    if faces is not None:
        return subject(words, faces, text)
    if set(low[max(0, i - 6) : i + 7]) & {"themselves", "self-imposed", "itself"} and give is not None:
        return subject(words, give, text)
    if give is not None and give and low[give - 1] in lifecycle.BE:
        return subject(words, give, text)
    missed = next(
        (k for k in range(i - 1, max(-1, i - 6), -1) if low[k] in (en.MISSES | en.MET) - {"past", "beyond"}),
        None,
    )
    if missed is not None:
        return subject(words, missed, text)
    for k in range(i + 1, min(i + 8, len(low))):
        if low[k] == "for" and any(low[b] == "to" for b in range(k + 1, min(k + 9, len(low)))):
            return named_in(words, k + 1, min(k + 9, len(low)), text)
        if stops(words, k) or low[k] == ",":
            break
    return None


def subject(words: Words, i: int, text: str) -> str | None:
    """Who stands before the verb at word `i`, with any auxiliary before it."""
    while i > 0 and (
        words.low[i - 1] in lifecycle.BE
        or words.low[i - 1] in lifecycle.HAVE
        or words.low[i - 1] in lifecycle.NEGATIONS
    ):
        i -= 1
    while i > 0 and words.low[i - 1] in _AUXILIARIES:
        i -= 1
    found, phrase = subject_of(words, i, text)
    acting = [one for one in found if _acts(one) and not _only_where(words, one)]
    if found and not acting:
        return None
    return ", ".join(one.name for one in acting) or (phrase.removeprefix("and ") if phrase else None)


def _only_where(words: Words, mention: Mention) -> bool:
    """Whether a place is only where it is: “the talks in Vienna, which faced …”."""
    first = bisect_left(words.starts, mention.span.start)
    return mention.kind == "place" and first > 0 and words.low[first - 1] in ("in", "at", "near", "from")


def named_in(words: Words, first: int, last: int, text: str) -> str | None:
    """The names between two words, “both sides” where there is none; never a pronoun."""
    found: list[str] = []
    end = first
    for k in range(first, min(last, len(words.low))):
        one = words.mention[k]
        if words.low[k] in ("to", "until", "till", "a", "an") or (words.timex[k] is not None and one is None):
            break
        if one is not None and words.timex[k] is None and one.name not in found:
            found.append(one.name)
        end = k + 1
    if found:
        return ", ".join(found)
    if not first < end <= first + 5 or any(
        words.low[k] in _PRONOUNS or not words.low[k][0].isalpha() for k in range(first, end)
    ):
        return None
    if any(finite(words, k) for k in range(first, end)) or words.low[end - 1] in lifecycle.DETERMINERS:
        return None
    return words.text(text, first, end)


def consequence_of(words: Words, i: int, text: str) -> str | None:
    """“… or face new sanctions”, “failing which …”, “and threatened to …”: what follows else, as printed."""
    low = words.low
    for k in range(i, len(low) - 1):
        if _else(words, k) and k + 2 < len(low):
            return _clause(words, k + 1 + (low[k + 1] == "else"), text)
        if low[k] == "otherwise":
            return _clause(words, k + 1, text)
        if low[k] in ("failing", "after") and low[k + 1] == "which":
            return _clause(words, k + 2, text)
        if low[k] in en.THREATS and low[k + 1] == "to":
            return _clause(words, k + 2, text)
    return None


def _clause(words: Words, first: int, text: str) -> str | None:
    low = words.low
    while first < len(low) and low[first] in (",", "that"):
        first += 1
    end = first
    while end < len(low) and not stops(words, end) and end - first < _LONGEST:
        if (
            low[end] == ","
            and end + 1 < len(low)
            and (low[end + 1] in ("said", "according") or words.mention[end + 1] is not None)
        ):
            break
        end += 1
    while end > first and low[end - 1] in (",", "and", "or"):
        end -= 1
    return words.text(text, first, end) if end > first else None
