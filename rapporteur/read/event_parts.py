"""What event rules share: a sentence under reading, a trigger found in it, and where and when it is placed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import Sense
from rapporteur.model import Attribution, EventClass, Mention, Participant, Status, Timex
from rapporteur.read.clauses import Words, finite, stops


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger before it is placed in its report: word indices and what the clause says."""

    first: int
    last: int
    class_: EventClass
    status: Status
    mode: str | None
    participants: tuple[Participant, ...]
    place: Mention | None
    timex: Timex | None
    rule: str
    shape: str = "noun"
    recurring: bool = False


@dataclass(slots=True)
class State:
    """One sentence under reading: its words, what was found so far and which words are spent."""

    words: Words
    text: str
    sources: tuple[tuple[int, int], ...]  # where the sources of the attributions here stand
    labour: bool  # whether a strike in this document is one of workers
    spoken: tuple[Attribution, ...] = ()  # the attributions whose cue stands here
    seen: Callable[[int, int], bool] | None = None  # whether the encoder, too, sees an event at a span
    captives: bool = False  # whether an exchange in this document is one of captives
    live: bool = False  # whether the sentence stands in a running log, under a clock time
    named: Mapping[str, Mention] = field(default_factory=dict)  # every mention of the document by its address
    found: list[Found] = field(default_factory=list)
    spent: set[int] = field(default_factory=set)


SPEAKERS = ("person", "organisation", "role", "group", "place")


def place_of(words: Words, i: int, end: int, sense: Sense, objects: list[Mention]) -> Mention | None:
    """A place after in or at in the clause; the place that is visited or flown to."""
    if sense.mode == "visit":
        for k in range(i + 1, min(end, i + 8)):
            one = words.mention[k]
            if one is not None and one.kind in ("place", "facility"):
                return one
    for k in range(i + 1, min(end, len(words.low))):
        one = words.mention[k]
        if one is not None and one.kind in ("place", "facility") and words.low[k - 1] in ("in", "at", "the"):
            lead = words.low[k - 1] if words.low[k - 1] != "the" else words.low[k - 2]
            if lead in ("in", "at") and not (words.low[k - 1] == "the" and _adjective(words, k)):
                return one
    if (
        len(words.low) > 2
        and words.low[0] in ("in", "at")
        and words.mention[1] is not None
        and words.mention[1].kind in ("place", "facility")
    ):
        return words.mention[1]
    return None


def place_after(words: Words, i: int, end: int, kinds: tuple[str, ...]) -> Mention | None:
    for k in range(i + 1, end):
        one = words.mention[k]
        if one is not None and one.kind in kinds and words.low[k - 1] in ("in", "at"):
            return one
    return None


def when_of(words: Words, i: int, end: int) -> Timex | None:
    """The date of the clause: behind the trigger first, then before it, then the only one of the sentence."""
    for k in range(i + 1, min(end, len(words.low))):
        timex = words.timex[k]
        if timex is not None and _names_day(timex) and not _not_then(words, k):
            return timex
    for k in range(i - 1, -1, -1):
        if (
            stops(words, k)
            or words.low[k] in ("that", "who", "which", "because", "but", "as")
            or words.low[k] in _PARTS
        ):
            break
        if words.low[k] == "," and any(finite(words, b) for b in range(max(0, k - 14), k)):
            break  # “will travel there on Tuesday, her office announced”
        if words.low[k] == "after" and k and words.low[k - 1] in en.SPELLS:
            break  # “began in February, weeks after they shot …”
        if words.low[k] in en.SUBJECTS and k and words.low[k - 1] in ("and", "as", "while"):
            break
        timex = words.timex[k]
        if timex is not None and _names_day(timex) and not _not_then(words, k):
            return timex
        if finite(words, k) and i - k > 2:
            break
    first = words.timex[0] or (words.timex[1] if len(words.timex) > 1 else None)
    if any(word in _PARTS for word in words.low[2:i]):
        return None  # “Last Saturday the mayor hit back, after his rival had …”
    if first is not None and _names_day(first):
        return first
    return None


def _names_day(timex: Timex) -> bool:
    """Whether a time is a day, month or hour, and not “now” or “the future”."""
    vague = (timex.value or "").endswith("_REF") or timex.span.exact.lower().startswith(
        ("the same", "that same")
    )
    return timex.timex_type in ("DATE", "TIME") and not vague


_PARTS = frozenset(("after", "before", "since", "until", "once"))


def _adjective(words: Words, k: int) -> bool:
    """Whether a place at word `k` only tells what kind of thing the next noun names: “in the Kenya talks”."""
    one = words.mention[k]
    while k + 1 < len(words.low) and words.mention[k + 1] is one:
        k += 1
    behind = words.low[k + 1] if k + 1 < len(words.low) else "."
    if (
        not behind.isalpha()
        or words.mention[min(k + 1, len(words.low) - 1)]
        or words.timex[min(k + 1, len(words.low) - 1)]
    ):
        return False
    function = (
        behind in en.PREPOSITIONS
        or behind in en.CONJUNCTIONS
        or behind in en.SUBORDINATORS
        or behind in en.PRONOUNS
    )
    return not (
        function
        or behind in en.ADVERBS
        or behind.endswith("ly")
        or finite(words, k + 1)
        or behind in ("to", "not")
    )


def _not_then(words: Words, k: int) -> bool:
    """Whether the time at word `k` bounds what happens and does not date it: “ahead of winter”, “until March”."""
    timex = words.timex[k]
    while k > 0 and words.timex[k - 1] is timex:
        k -= 1
    before = [words.low[b] for b in range(max(0, k - 2), k)]
    if before[-1:] == ["for"] and before[0] in en.AHEAD:
        return False  # “scheduled for Monday”
    return bool(
        {
            "compared",
            "before",
            "until",
            "till",
            "since",
            "for",
            "by",
            "about",
            "after",
            "of",
            "than",
            "through",
        }
        & set(before)
    ) and (before[-1:] != ["the"] or before[0] in ("before", "until", "of"))


def _rate(words: Words, k: int) -> bool:
    """Whether the time at word `k` only counts something by the day or year: “12 billion dollars a year”."""
    while k > 0 and words.timex[k - 1] is words.timex[k]:
        k -= 1
    before = words.low[k - 1] if k else ""
    return (
        words.low[k] in ("a", "an", "per") and before not in ("once", "twice", "times")
    ) or before == "per"


def habitual(words: Words, i: int, end: int) -> bool:
    """Whether the clause tells a pattern: “almost daily by phone”."""
    for k in range(max(0, i - 3), min(end + 6, len(words.low))):
        if stops(words, k) and k > i:
            break
        timex = words.timex[k]
        if timex is not None and timex.timex_type == "SET" and not _rate(words, k):
            return True
        if words.low[k] in en.HABIT and words.low[k] not in ("repeatedly", "always", "sometimes"):
            return True
    return False
