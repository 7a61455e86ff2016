"""Happenings told in one document: trigger, class, life-cycle, who, where, when and on whose word.

Lexicon and rules: verbs and nouns of `languages/en/events.py`, read in their clause. The classes are PLOVER's
roots and five of our own. An encoder's event spans, where given, veto what only a word list would find.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from rapporteur.languages.en import events as lexicon
from rapporteur.model import Attribution, Document, EventMention, Mention, Sentence, Timex, address
from rapporteur.read.clauses import Words, words_of
from rapporteur.read.event_denials import is_denied
from rapporteur.read.event_nouns import deadline, nouns, owned
from rapporteur.read.event_parts import Found, State
from rapporteur.read.event_rosters import critics, roster, says, venue
from rapporteur.read.event_verbs import verbs


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    attributions: Sequence[Attribution],
    triggers: Iterable[Sequence[object]] | None = None,
) -> tuple[EventMention, ...]:
    """The happenings told in a document, in order of their triggers.

    `triggers` are the encoder's event spans (start, end, label, …); where given, a weak word that none of
    them touches is left out.
    """
    mentions = sorted(mentions, key=lambda one: (one.span.start, one.span.end))
    timexes = sorted(timexes, key=lambda one: (one.span.start, one.span.end))
    contents = _contents(attributions)
    touched = _touching(triggers)
    voices = [
        block for block in document.blocks
        if block.voice in ("newsroom", "author", "transcript") and block.kind in ("paragraph", "item", "quote", "transcript")
    ]  # fmt: skip
    block_starts = [block.start for block in voices]
    mention_starts = [one.span.start for one in mentions]
    timex_starts = [one.span.start for one in timexes]
    by_id = {one.id: one for one in mentions}
    by_cue = {one.cue.start: one for one in attributions if one.cue is not None}
    cue_starts = sorted(by_cue)
    labour, captives = _kinds(document.text)
    made: dict[str, EventMention] = {}
    for sentence in sentences:
        at = bisect_right(block_starts, sentence.start) - 1
        if voices and (at < 0 or sentence.start >= voices[at].end):
            continue
        inside = mentions[
            _first(mention_starts, sentence.start, 40, mentions) : bisect_left(mention_starts, sentence.end)
        ]
        timed = timexes[
            _first(timex_starts, sentence.start, 8, timexes) : bisect_left(timex_starts, sentence.end)
        ]
        words = words_of(document.text, sentence, inside, timed)
        if not words.low or not any(word in _TRIGGERS for word in words.low):
            continue
        cues = cue_starts[bisect_left(cue_starts, sentence.start) : bisect_left(cue_starts, sentence.end)]
        spoken = [by_cue[start] for start in cues]
        sources = tuple((one.source.start, one.source.end) for one in spoken if one.source is not None)
        live = bool(voices) and _CLOCK.match(document.text, voices[at].start, voices[at].end) is not None
        state = State(
            words,
            document.text,
            sources,
            labour,
            tuple(spoken),
            touched,
            captives=captives,
            live=live,
            named=by_id,
        )
        for rule in RULES:
            rule(state)
        says(state, spoken)
        for found in state.found:
            mention = _placed(document, words, found, contents, spoken, timed)
            if mention is None or (
                touched is not None
                and _bare(mention)
                and not touched(mention.trigger.start, mention.trigger.end)
            ):
                continue
            made.setdefault(mention.id, mention)
    return tuple(sorted(made.values(), key=lambda one: (one.trigger.start, one.trigger.end)))


_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d\b")


def _kinds(text: str) -> tuple[bool, bool]:
    """Whether a document tells of workers rather than of war, and whether it tells of captives."""
    told = Counter(re.findall(r"[a-z]+", text.lower()))
    workers = sum(told[word] for word in lexicon.LABOUR if not word.startswith("strike"))
    captives = sum(told[word] for word in lexicon.HELD)
    return workers > sum(told[word] for word in lexicon.WARLIKE), captives > 1


def _first(starts: list[int], at: int, back: int, values: Sequence[Mention] | Sequence[Timex]) -> int:
    """The index of the first span that can reach into a sentence beginning at `at`."""
    k = bisect_left(starts, at)
    while k > 0 and values[k - 1].span.end > at and back:
        k, back = k - 1, back - 1
    return k


RULES: tuple[Callable[[State], None], ...] = (deadline, roster, venue, verbs, nouns, owned, critics)
"""In order: what an earlier rule takes, a later one leaves."""

_TRIGGERS = (
    frozenset(lexicon.VERBS)
    | frozenset(lexicon.NOUNS)
    | frozenset(lexicon.OWNED)
    | lexicon.SAYS
    | lexicon.VENUES
    | lexicon.CRITICS
    | lexicon.RELEASES
    | lexicon.LEADS
    | lexicon.ATTENDS
)

_Content = tuple[int, int, str, str]


def _contents(attributions: Sequence[Attribution]) -> tuple[list[int], list[_Content]]:
    """Every piece of content: start, end, the attribution's address and the kind of its cue, by start."""
    pieces = sorted(
        (span.start, span.end, one.id, one.cue_kind) for one in attributions for span in one.content
    )
    return [piece[0] for piece in pieces], pieces


def _innermost(contents: tuple[list[int], list[_Content]], start: int, end: int) -> _Content | None:
    starts, pieces = contents
    best: _Content | None = None
    for k in range(bisect_right(starts, start) - 1, max(-1, bisect_right(starts, start) - 40), -1):
        piece = pieces[k]
        if (
            piece[0] <= start
            and end <= piece[1]
            and (best is None or piece[1] - piece[0] < best[1] - best[0])
        ):
            best = piece
    return best


def _bare(mention: EventMention) -> bool:
    """Whether a mention rests on a word alone, a bare noun or a standing present, and so needs a second opinion."""
    if mention.rule.startswith("verb:"):
        return "/present" in mention.rule
    return mention.rule.startswith("noun:nominal")


def _touching(triggers: Iterable[Sequence[object]] | None) -> Callable[[int, int], bool] | None:
    """Whether the encoder, too, sees an event at a span; None where it was not asked."""
    if triggers is None:
        return None
    spans = sorted((int(one[0]), int(one[1])) for one in triggers)  # type: ignore[call-overload]
    starts = [span[0] for span in spans]

    def seen(start: int, end: int) -> bool:
        k = bisect_left(starts, end)
        return any(spans[b][1] > start for b in range(max(0, k - 4), k))

    return seen


def _placed(
    document: Document, words: Words, found: Found, contents: tuple[list[int], list[_Content]],
    spoken: Sequence[Attribution], timed: Sequence[Timex],
) -> EventMention | None:  # fmt: skip
    """The event mention in its report: on whose word it stands, and its date if that is not the saying's."""
    start, end = words.starts[found.first], words.ends[found.last - 1]
    content = _innermost(contents, start, end)
    status = found.status
    if status == "proposed" and found.rule.endswith("/would"):
        if content is not None:
            status = "planned"  # “they said they would meet”: the future as told
        elif found.class_ not in ("CONSULT", "AGREE"):
            return None
    if content is not None and content[3] in ("denies", "deny", "denied") and status in ("held", "ongoing"):
        denial = next((one for one in spoken if one.id == content[2]), None)
        if is_denied(words, found, content[0], denial):
            status = "denied"
    timex = found.timex
    if timex is not None and content is not None and not content[0] <= timex.span.start < content[1]:
        at = timex.span.start
        if any(one.cue is not None and abs(one.cue.start - at) < abs(start - at) for one in spoken):
            timex = None  # “said on Sunday that …”: the day is the saying's
    if content is not None and status in ("planned", "proposed") and found.class_ in ("AGREE", "CONSULT"):
        source = next((one.source for one in spoken if one.id == content[2]), None)
        if source is not None and source.exact.lower().split()[-1] in lexicon.THINGS - lexicon.ISSUED:
            return None  # what a text provides is a provision
    recurring = found.recurring
    return EventMention(
        id=address(document.report, "event", start, end),
        trigger=document.span(start, end),
        class_=found.class_,
        status="ongoing" if recurring and status == "held" else status,
        mode=found.mode,
        participants=found.participants,
        when=timex.id if timex is not None else None,
        place=found.place.id if found.place is not None else None,
        recurring=recurring,
        attribution=content[2] if content is not None else None,
        sentence=document.span(words.start, words.end),
        rule=found.rule,
    )
