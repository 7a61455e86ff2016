"""Small questions about places in one report: which sentence, whose words, which names, which party."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Generic, Protocol, TypeVar

from rapporteur.languages.en.parties import BODY_WORDS, PARTIES
from rapporteur.model import Address, Attribution, Document, Mention, Sentence, Span

T = TypeVar("T")

_SKIPPED = frozenset(("headline", "byline", "dateline", "credit", "notice", "chrome", "label", "comment"))

SPEAKS_FOR = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ss]ome|[Tt]wo|[Tt]hree|[Ss]enior|[Tt]op)\s+)*(?P<who>(?:[A-Z][\w’'-]*\s+){1,3})(?:[a-z]+\s+){0,2}(?:officials?|diplomats?|negotiators?|spokes\w+|ministers?|envoys?|executives?|leaders?|lawmakers?)\b"
)
"""The name that an unnamed speaker’s description opens with: "a senior Norwegian official"."""


def body(document: Document, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences that stand in report text, in order; chrome, bylines and readers' words left out."""
    kept = [
        (block.start, block.end)
        for block in document.blocks
        if block.kind not in _SKIPPED and block.voice in ("newsroom", "author", "transcript")
    ]
    starts = [start for start, _ in kept]
    for sentence in sentences:
        at = bisect_right(starts, sentence.start) - 1
        if at >= 0 and sentence.start < kept[at][1]:
            yield sentence


class Over(Generic[T]):
    """Things by the stretch of text each takes, so that those over a place are found without asking every one."""

    def __init__(self, things: Iterable[T], stretch: Callable[[T], tuple[int, int]]) -> None:
        placed = sorted((*stretch(thing), order, thing) for order, thing in enumerate(things))
        self._starts = [start for start, *_ in placed]
        self._placed = placed
        self._longest = max((end - start for start, end, *_ in placed), default=0)

    def touching(self, start: int, end: int) -> list[T]:
        """Those that share text with `start`–`end`, in the order in which they were given."""
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        found = [(order, thing) for _, stop, order, thing in self._placed[low:high] if stop > start]
        return [thing for _, thing in sorted(found, key=itemgetter(0))]


_KEPT = 8  # lists whose places are kept: those of the layers of one report
_over: list[tuple[object, Over[Any]]] = []


def near(things: Iterable[T], stretch: Callable[[T], tuple[int, int]], start: int, end: int) -> Iterable[T]:
    """Of many things those that share text with `start`–`end`, in the order given; all of what is no tuple.

    The places of a tuple are kept while a report is read, so that a long one is not walked for every question.
    """
    if not isinstance(things, tuple):
        return things
    for kept, over in _over:
        if kept is things:
            return over.touching(start, end)
    made = Over(things, stretch)
    _over.insert(0, (things, made))
    del _over[_KEPT:]
    return made.touching(start, end)


def hull(attribution: Attribution) -> tuple[int, int]:
    """From where the content of an attribution begins to where it ends."""
    return min(span.start for span in attribution.content), max(span.end for span in attribution.content)


class Placed(Protocol):
    """What stands at one span."""

    @property
    def span(self) -> Span: ...


def place(thing: Placed) -> tuple[int, int]:
    """Where a mention, a quantity or the like stands."""
    return thing.span.start, thing.span.end


def innermost(attributions: Iterable[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution with the shortest content that holds most of `start`–`end`, if any does."""
    best: Attribution | None = None
    size = 0
    middle = (start + end) // 2
    for attribution in near(attributions, hull, middle, middle + 1):
        first = min(span.start for span in attribution.content)
        last = max(span.end for span in attribution.content)
        held = first <= middle < last and min(last, end) - max(first, start) >= (end - start) * 0.6
        if held and (best is None or last - first < size):
            best, size = attribution, last - first
    return best


def told_until(attributions: Iterable[Attribution], start: int, end: int) -> int:
    """Where a clause ends at the latest: where the utterance it begins in gives way to its cue and speaker."""
    for attribution in near(attributions, hull, start, start + 1):
        edges = [one.start for one in (attribution.cue, attribution.source) if one is not None]
        for content in attribution.content:
            after = [edge for edge in edges if content.end <= edge < end]
            if content.start <= start < content.end < end and after:
                end = content.end
    return end


def inside(mentions: Iterable[Mention], start: int, end: int) -> list[Mention]:
    """The mentions that lie within `start`–`end`, in order of place."""
    return sorted(
        (m for m in near(mentions, place, start, end) if m.span.start >= start and m.span.end <= end),
        key=lambda m: (m.span.start, -m.span.end),
    )


def root(mention: Mention, by_id: dict[Address, Mention]) -> Mention:
    """The first mention of the chain this one belongs to."""
    seen = set()
    while mention.chain and mention.chain in by_id and mention.chain not in seen:
        seen.add(mention.chain)
        mention = by_id[mention.chain]
    return mention


def party_key(words: str) -> str | None:
    """The party that these words name or stand for ("the Kremlin", "U.S. officials"); None where unknown.

    Only a nation's words decide; a name that is nobody's adjective or capital is not guessed at.
    """
    plain = re.sub(r"[’']s?$", "", words.strip().lower().replace("’", "'"))
    plain = re.sub(r"^(?:the|a|an|this|that|some|senior|top|several|two|three) ", "", plain)
    if words.strip() in ("us", "Us"):  # the pronoun, not the country
        return None
    while plain:
        if plain in PARTIES:
            return PARTIES[plain]
        head, _, last = plain.rpartition(" ")
        if not head or last not in BODY_WORDS:
            break
        plain = re.sub(r"'s?$", "", head)
    return None


def leading_party(words: str) -> str | None:
    """The party whose adjective or possessive opens these words ("Iranian negotiators", "France's offer")."""
    found = party_key(words)
    if found:
        return found
    plain = re.sub(r"^(?:the|a|an|senior|top|one|another|several|other|some) ", "", words.strip().lower())
    parts = plain.replace("’", "'").split()
    for size in (3, 2, 1):
        head = re.sub(r"'s?$", "", " ".join(parts[:size]))
        if head in PARTIES:
            return PARTIES[head]
    return None


def trimmed(document: Document, start: int, end: int) -> Span | None:
    """The span without white space and loose punctuation at its ends; None where nothing is left."""
    text = document.text
    while start < end and text[start] in " \n\t\u00a0,;:—–-“\"'‘•":
        start += 1
    while end > start and text[end - 1] in " \n\t\u00a0,;:—–-.":
        end -= 1
    lead = re.match(r"(?:and|also|or|but|that)\s+", text[start:end])
    if lead and end - start - lead.end() > 3:
        start += lead.end()
    tail = re.search(r"\s+(?:and|or|but)$", text[start:end])
    if tail:
        end = start + tail.start()
    return document.span(start, end) if start < end else None
