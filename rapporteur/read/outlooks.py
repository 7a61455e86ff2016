"""Forecasts: who expects what of the talks, in which direction, by when, and in what capacity.

Read are believers (“was hopeful that …”), feelings (“voiced optimism about …”), expectations (“expects the talks to …”),
chances (“a good chance of …”), where a deal is said to stand (“within reach”) and how the talks are said to go (“made
progress”). Each rule answers a sign or None; they stand in a list, and the first that answers for a sentence speaks.
Whose it is comes from the attribution it stands in, else from the subject of its verb; else it is the report's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from rapporteur.languages.en import outlooks as en
from rapporteur.model import (
    Address,
    Attribution,
    Block,
    Document,
    Mention,
    OutlookMention,
    Sentence,
    Timex,
    VoiceClass,
    address,
)  # fmt: skip
from rapporteur.read.outlook_signs import QUESTION, RULES, WORD, Sign, supposed
from rapporteur.read.timex_values import bounds, day_of
from rapporteur.read.within import SPEAKS_FOR, innermost


def find_outlooks(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    attributions: Sequence[Attribution],
) -> tuple[OutlookMention, ...]:
    """The forecasts told in a document, at most one a sentence; readers' comments are marked as such."""
    by_id: dict[Address, Mention] = {one.id: one for one in mentions}
    mentions = sorted(mentions, key=lambda one: one.span.start)
    starts = [one.start for one in sentences]
    made: dict[Address, OutlookMention] = {}
    for block in document.blocks:
        if block.kind not in ("paragraph", "item", "quote", "transcript", "comment") or block.voice == "page":
            continue
        for i in range(bisect_left(starts, block.start), bisect_left(starts, block.end)):
            found = _outlook(document, block, sentences[i], mentions, by_id, timexes, attributions)
            if found is not None:
                made.setdefault(found.id, found)
    return tuple(sorted(made.values(), key=lambda one: one.span.start))


def _outlook(
    document: Document, block: Block, sentence: Sentence, mentions: Sequence[Mention],
    by_id: Mapping[Address, Mention], timexes: Sequence[Timex], attributions: Sequence[Attribution],
) -> OutlookMention | None:  # fmt: skip
    low = _lowered(document.text[sentence.start : sentence.end])
    if not any(trigger in low for trigger in en.TRIGGERS) or QUESTION.search(low):
        return None
    for rule in RULES:
        sign = rule(low)
        if sign is None or supposed(low, sign.start):
            continue
        at = sentence.start + sign.start
        told = innermost(attributions, at, sentence.start + sign.end)
        by, name = _speaker(told, by_id)
        if sign.verb >= 0 and (told is None or not _own(low, sign.verb)):
            found = _believer(document, sentence, sign.verb, mentions)
            if found is not None:
                by, name = found
            elif told is None and not _first_person.search(low[: sign.verb]):
                continue  # whose hope it is cannot be said
        horizon = _horizon(document, sentence, sign, timexes)
        ahead = any(word in en.FUTURE for word in WORD.findall(low))
        return OutlookMention(
            id=address(document.report, "outlook", sentence.start, sentence.end),
            span=document.span(sentence.start, sentence.end),
            by=by,
            by_name=name,
            direction=sign.direction,
            horizon=horizon.id if horizon is not None else None,
            resolvable=horizon is not None and ahead and sign.direction != "mixed",
            class_=_class(document, block, by, name, told, by_id),
            attribution=told.id if told is not None else None,
            rule=f"{sign.rule}:{low[sign.start : sign.end]}",
        )
    return None


def _lowered(text: str) -> str:
    return text.lower().replace("’", "'").replace("“", '"').replace("”", '"')


# --- whose ------------------------------------------------------------------------------------------


def _speaker(told: Attribution | None, by_id: Mapping[Address, Mention]) -> tuple[Address | None, str | None]:
    if told is None:
        return None, None
    speaker = by_id.get(told.speaker or "")
    if speaker is not None:
        return speaker.id, speaker.name
    return told.speaker, told.source.exact if told.source is not None else None


def _own(low: str, verb: int) -> bool:
    """Whether the one who tells it is the one who believes it: “I am”, “we hope”, “said he was”."""
    before = WORD.findall(low[:verb])[-3:]
    return not before or before[-1] in _selves or (len(before) > 1 and before[-2] in _selves)


_first_person = re.compile(r"\b(?:i|we)(?:\s(?:do|still|also|really))?\s?$")
_selves = frozenset(("i", "we", "he", "she", "they", "i'm", "we're", "and", "still", "also", "very"))
_actors = ("person", "organisation", "role", "group", "place")


_people = re.compile(
    r"(?:^|[,;]\s)((?:[\w-]+\s){0,3}?(?:officials?|diplomats?|negotiators?|leaders?|lawmakers?|analysts?|experts?|mediators?|"
    r"economists?|traders?|sides|parties)(?:\s(?:at|of|from|in|with|on)\s[^,;.]{1,40}?)?)\s$",
    re.IGNORECASE,
)


def _believer(
    document: Document, sentence: Sentence, verb: int, mentions: Sequence[Mention]
) -> tuple[Address | None, str | None] | None:
    """Whose hope it is: the nearest name before the verb that no preposition governs; with its office where that follows."""
    end = sentence.start + verb
    clause = max(
        (document.text.rfind(mark, sentence.start, end) for mark in (";", ":", "“", "—")), default=-1
    )
    before = [
        one
        for one in mentions
        if max(sentence.start, clause + 1) <= one.span.start and one.span.end <= end and one.kind in _actors
    ]
    for mention in reversed(before):
        lead = document.text[max(sentence.start, mention.span.start - 14) : mention.span.start].lower()
        if re.search(
            r"\b(?:of|with|in|on|at|to|for|from|by|against|between|about|over|near)\s(?:the\s|a\s)?$", lead
        ):
            continue
        tail = document.text[mention.span.start : end].strip()
        titled = SPEAKS_FOR.match(tail)
        name = titled.group() if titled is not None and mention.kind != "person" else mention.name
        return mention.id, name
    phrase = _people.search(document.text[sentence.start : end])
    return (None, phrase.group(1)) if phrase is not None else None


# --- by when, and in what capacity -----------------------------------------------------------------------


def _horizon(document: Document, sentence: Sentence, sign: Sign, timexes: Sequence[Timex]) -> Timex | None:
    """The day by which it is to come: one that lies ahead of the report, or that stands after “by” or “before”."""
    said = document.published or document.updated
    today = day_of(said.value) if said is not None else None
    for timex in timexes:
        if not sentence.start <= timex.span.start < sentence.end or timex.timex_type not in ("DATE", "TIME"):
            continue
        if (timex.value or "X").endswith("_REF") or timex.span.start < sentence.start + sign.start:
            continue
        lead = document.text[max(sentence.start, timex.span.start - 18) : timex.span.start].lower().rstrip()
        bounded = re.search(r"\b(?:by|before|until|within|by the end of|end of)(?:\sthe)?$", lead) is not None
        if bounded or _is_ahead(timex, today):
            return timex
    return None


def _is_ahead(timex: Timex, today: date | None) -> bool:
    if today is None:
        return timex.direction == "future" or (
            (timex.offset or "").startswith("P") and "-" not in (timex.offset or "-")
        )
    ends = bounds(timex.value)
    return ends is not None and ends[1] > today


def _class(
    document: Document,
    block: Block,
    by: Address | None,
    name: str | None,
    told: Attribution | None,
    by_id: Mapping[Address, Mention],
) -> VoiceClass:
    """In what capacity: a reader, the newsroom itself, somebody who comments, or somebody who acts."""
    if block.voice == "reader" or block.kind == "comment":
        return "reader"
    if by is None and name is None and told is None:
        return "commentator" if document.kind == "commentary" or block.voice == "author" else "newsroom"
    mention = by_id.get(by or "")
    chain, seen = mention, set[Address]()
    roles: list[str] = [name or ""]
    while chain is not None and chain.id not in seen:
        seen.add(chain.id)
        roles += [chain.role or "", chain.affiliation or ""]
        chain = by_id.get(chain.chain or "")
    if mention is not None:
        roles += [one.role or "" for one in by_id.values() if one.chain in seen]
    if told is not None and told.source is not None and told.speaker == by:
        roles.append(told.source.exact)
    words = {word for role in roles for word in re.findall(r"[a-z-]+", role.lower())}
    if words & en.COMMENTATORS:
        return "commentator"
    titles = {
        word
        for one in by_id.values()
        if one.id in seen
        for word in re.findall(r"[a-z-]+", (one.role or "").lower())
    }
    if titles and not titles & en.OFFICES:
        return "commentator"  # a taxi driver, a student
    return "commentator" if "former" in words and "current" not in words else "official"
