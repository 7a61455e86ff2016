"""Forecasts: who expects what of the talks, in which direction, by when, and in what capacity.

A forecast is a word or phrase of expectation in a sentence about the talks. Whose it is comes from the
attribution it stands in, else from the subject of the sentence where that is who hopes; else it is the report's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.languages.en import deadlines as en
from rapporteur.model import (
    Address,
    Attribution,
    Block,
    Direction,
    Document,
    Mention,
    OutlookMention,
    Sentence,
    Timex,
    VoiceClass,
    address,
)  # fmt: skip
from rapporteur.read.within import innermost

_WORD = re.compile(r"[A-Za-z][\w’'-]*")


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b")


_PHRASES: tuple[tuple[re.Pattern[str], Direction], ...] = (
    (_any_of(en.POSITIVE_PHRASES), "positive"),
    (_any_of(en.NEGATIVE_PHRASES), "negative"),
    (_any_of(en.MIXED_PHRASES), "mixed"),
)
_BELIEVERS = frozenset(
    [
        "optimistic",
        "hopeful",
        "confident",
        "encouraged",
        "pessimistic",
        "doubtful",
        "skeptical",
        "sceptical",
        "undeterred",
        "upbeat",
    ]
)
"""Words that make the subject of the sentence the one whose outlook it is."""


def find_outlooks(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    attributions: Sequence[Attribution],
) -> tuple[OutlookMention, ...]:
    """The forecasts told in a document, at most one a sentence and speaker; readers' comments are marked as such."""
    by_id: dict[Address, Mention] = {one.id: one for one in mentions}
    blocks = [
        block for block in document.blocks
        if block.kind in ("paragraph", "item", "quote", "transcript", "comment") and block.voice != "page"
    ]  # fmt: skip
    made: dict[Address, OutlookMention] = {}
    for block in blocks:
        for sentence in sentences:
            if not block.start <= sentence.start < block.end:
                continue
            found = _outlook(document, block, sentence, mentions, by_id, timexes, attributions)
            if found is not None:
                made.setdefault(found.id, found)
    return tuple(sorted(made.values(), key=lambda one: one.span.start))


def _outlook(
    document: Document, block: Block, sentence: Sentence, mentions: Sequence[Mention],
    by_id: dict[Address, Mention], timexes: Sequence[Timex], attributions: Sequence[Attribution],
) -> OutlookMention | None:  # fmt: skip
    text = document.text[sentence.start : sentence.end]
    low = text.lower().replace("’", "'")
    signs = _signs(low)
    if not signs or not any(match.group() in en.ABOUT for match in _WORD.finditer(low)):
        return None
    at = sentence.start + signs[0][0]
    told = innermost(attributions, at, at + 1)
    by, name = _by(document, told, by_id)
    if told is None:
        by, name = _believer(sentence, signs, low, mentions)
    class_ = _class(document, block, sentence, by, by_id, told, name)
    directions = {direction for _, _, direction in signs}
    horizon = next(
        (one for one in timexes if sentence.start <= one.span.start < sentence.end and one.timex_type in ("DATE", "TIME")
         and (one.direction == "future" or text[: one.span.start - sentence.start].rstrip().lower().endswith(("by", "before", "until", "end of")))),
        None,
    )  # fmt: skip
    future = any(match.group() in en.FUTURE for match in _WORD.finditer(low))
    return OutlookMention(
        id=address(document.report, "outlook", sentence.start, sentence.end),
        span=document.span(sentence.start, sentence.end),
        by=by,
        by_name=name,
        direction=directions.pop() if len(directions) == 1 else "mixed",
        horizon=horizon.id if horizon is not None else None,
        resolvable=horizon is not None and future,
        class_=class_,
        attribution=told.id if told is not None else None,
        rule=f"sign:{low[signs[0][0] : signs[0][1]]}",
    )


_Sign = tuple[int, int, Direction]


def _signs(low: str) -> list[_Sign]:
    """Every word or phrase of expectation in a sentence, with its direction after any “not” before it."""
    found: list[_Sign] = []
    for pattern, direction in _PHRASES:
        found += [(m.start(), m.end(), direction) for m in pattern.finditer(low)]
    for match in _WORD.finditer(low):
        word = match.group()
        if word not in en.POSITIVE and word not in en.NEGATIVE:
            continue
        if any(a <= match.start() < b for a, b, _ in found):
            continue
        if word == "closer" and not re.match(
            r" to (?:a|an|the|an? \w+|something|agreement)\b", low[match.end() :]
        ):
            continue
        if word == "encouraging" and re.match(
            r" (?:its|his|her|their|them|the|[a-z]+s)\b", low[match.end() :]
        ):
            continue
        positive = word in en.POSITIVE
        before = [m.group() for m in _WORD.finditer(low[: match.start()])][-3:]
        if any(one in en.NEGATORS or one.endswith("n't") for one in before):
            positive = not positive
        found.append((match.start(), match.end(), "positive" if positive else "negative"))
    return sorted(found)


def _by(
    document: Document, told: Attribution | None, by_id: dict[Address, Mention]
) -> tuple[Address | None, str | None]:
    if told is None:
        return None, None
    speaker = by_id.get(told.speaker or "")
    if speaker is not None:
        return speaker.id, speaker.name
    return told.speaker, told.source.exact if told.source is not None else None


def _believer(
    sentence: Sentence, signs: Sequence[_Sign], low: str, mentions: Sequence[Mention]
) -> tuple[Address | None, str | None]:
    """Whose hope it is in the report's own voice: “the minister was optimistic that …”."""
    word = low[signs[0][0] : signs[0][1]]
    hopes = word in _BELIEVERS or word.startswith(("hope", "expect", "confidence", "optimism"))
    if not hopes:
        return None, None
    before = [
        one for one in mentions
        if sentence.start <= one.span.start < sentence.start + signs[0][0] and one.kind in ("person", "organisation", "role", "group")
    ]  # fmt: skip
    return (before[0].id, before[0].name) if before else (None, None)


def _class(
    document: Document, block: Block, sentence: Sentence, by: Address | None, by_id: dict[Address, Mention],
    told: Attribution | None, name: str | None,
) -> VoiceClass:  # fmt: skip
    """In what capacity: a reader, the newsroom itself, somebody who comments, or somebody who acts."""
    if block.voice == "reader" or block.kind == "comment":
        return "reader"
    if by is None and name is None and told is None:
        return "commentator" if document.kind == "commentary" else "newsroom"
    mention = by_id.get(by or "")
    chain = mention
    seen: set[Address] = set()
    roles: list[str] = [name or ""]
    while chain is not None and chain.id not in seen:
        seen.add(chain.id)
        roles += [chain.role or "", chain.affiliation or ""]
        chain = by_id.get(chain.chain or "")
    if mention is not None:
        roles += [
            one.role or "" for one in by_id.values() if one.chain == mention.id or one.id == mention.chain
        ]
    if told is not None and told.source is not None:
        roles.append(told.source.exact)
    words = {word for role in roles for word in re.findall(r"[a-z-]+", role.lower())}
    return "commentator" if words & en.COMMENTATORS else "official"
