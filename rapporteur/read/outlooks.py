"""Forecasts: who expects what of the talks, in which direction, by when, and in what capacity.

Read are believers (“was hopeful that …”), feelings (“voiced optimism about …”), expectations (“expects the talks to …”),
chances (“a good chance of …”), where a deal is said to stand (“within reach”) and how the talks are said to go (“made
progress”). Each rule answers a sign or None; they stand in a list, and the first that answers for a sentence speaks.
Whose it is comes from the attribution it stands in, else from the subject of its verb; else it is the report's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapporteur.languages.en import outlooks as en
from rapporteur.languages.words import words
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
from rapporteur.read.timex_values import bounds, day_of
from rapporteur.read.within import SPEAKS_FOR, innermost

_word = re.compile(r"[a-z][\w'-]*")


@dataclass(frozen=True, slots=True)
class _Sign:
    """Where a sentence tells a direction; `verb` is where its believer's verb begins, -1 where it needs none."""

    start: int
    end: int
    direction: Direction
    verb: int
    rule: str


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
    if _question.search(low):
        return None
    for rule in RULES:
        sign = rule(low)
        if sign is None or _supposed(low, sign.start):
            continue
        at = sentence.start + sign.start
        told = innermost(attributions, at, sentence.start + sign.end)
        by, name = _speaker(told, by_id)
        if sign.verb >= 0 and (told is None or not _own(low, sign.verb)):
            found = _believer(document, sentence, sign.verb, mentions)
            if found is not None:
                by, name = found
            elif told is None:
                continue  # whose hope it is cannot be said
        horizon = _horizon(document, sentence, sign, timexes)
        ahead = any(word in en.FUTURE for word in _word.findall(low))
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


_question = re.compile(r"\?[\"')\s]*$")
_hypothetical = re.compile(en.HYPOTHETICAL)


def _supposed(low: str, at: int) -> bool:
    """Whether a sign stands in a mere case: “if there's a breakthrough”."""
    found = [one.end() for one in _hypothetical.finditer(low, 0, at)]
    return bool(found) and "," not in low[found[-1] : at] and " then " not in low[found[-1] : at]


# --- rules ----------------------------------------------------------------------------------------

_talk = re.compile(rf"\b{en.TALK}\b")
_outcome = re.compile(rf"\b{en.OUTCOME}\b")
_fails = re.compile(en.FAILS)
_ahead = re.compile(r"\b(?:will|would|can|could|may|might|going to|to|be able)\b|'ll\b")
_copula = (
    r"\b(?:is|are|was|were|be|been|remain(?:s|ed)?|sound(?:s|ed)?|seem(?:s|ed)?|feel(?:s|ing)?|felt|appear(?:s|ed)?|am|stay(?:s|ed)?|"
    r"grow|grew|left|became)\b|'(?:m|re|s)\b"
)
_believing = re.compile(
    rf"(?P<verb>{_copula})(?P<mid>[^.;:,]{{0,40}}?)[\s\"](?P<sign>{'|'.join(en.BELIEVERS)})\b(?P<rest>[^.;]*)"
)
_feeling = re.compile(
    r"(?P<verb>\b(?:express|voic|show|signal|convey|shar|rais|offer|project|had|have|has|hold|held|with|dampen|dash|dim|temper|lost|"
    r"cast|see|saw|reviv)\w*\b)(?P<mid>[^.;:,]{0,30}?)[\s\"](?P<sign>optimism|pessimism|confidence|hopes?|doubts?|s[ck]epticism)\s"
    r"(?:that|about|of|over|for|on|in|whether|to)\b(?P<rest>[^.;]*)"
)
_expecting = re.compile(rf"(?P<verb>\b(?:{'|'.join(en.EXPECTS)})\b)(?P<rest>[^.;]*)")
_chance = re.compile(
    rf"(?P<sign>\b(?:{'|'.join(en.CHANCES)})\b[\s\"]+(?:\w+[\s\"]+)?(?:chances?|prospects?|odds|likelihood|hope))\b(?P<rest>[^.;]*)"
)
_likely = re.compile(
    r"(?P<sign>\b(?:(?:not|more|most|very|highly|less)\s)*(?:un)?likely\s(?:to|that)\b)(?P<rest>[^.;]*)"
)
_standing = re.compile(
    rf"\b{en.TALK}\b(?:(?!--|\b(?:who|which|that|and)\b)[^.;,—]){{0,32}}?(?P<verb>\b(?:is|are|was|were|looks?|looked|seems?|seemed|appears?|appeared|remains?|remained|be)\b|'s)"
    rf"(?P<mid>(?:\s\"?(?:\w+ly|not|now|still|very|quite|all|but|never|so|too|far|from|getting|at|this|a|be))*?)[\s\"]+(?P<sign>{'|'.join(sorted(en.STANDING, key=len, reverse=True))})\b(?P<rest>[^.;]*)"
)
_assessed = tuple((re.compile(rf"(?P<sign>{pattern})"), direction) for pattern, direction in en.ASSESSED)


def _turned(direction: str, words: str) -> Direction:
    """The other direction where a “not” stands in the words before it."""
    spoken = _word.findall(words)
    negated = any(word in en.NEGATORS or word.endswith("n't") for word in spoken) or "less" in spoken
    if direction == "mixed":
        return "mixed"
    return "positive" if (direction == "positive") != negated else "negative"


def _of_outcome(direction: Direction, rest: str) -> Direction:
    """What is expected may itself be that nothing comes of it: “expects the talks to fail”."""
    clause = re.split(r"\b(?:but|although|though|while|after|because|unless)\b|,\s(?:said|according)", rest)[
        0
    ][:120]
    failing = _fails.search(clause) is not None
    return direction if not failing else "negative" if direction == "positive" else "positive"


def _believes(low: str) -> _Sign | None:
    """“was cautiously optimistic that the talks …”, “remained confident a deal could be reached”."""
    for found in _believing.finditer(low):
        word, rest = found["sign"], found["rest"]
        if not _talk.search(low):
            return None
        if word in en.CLAUSED and not (_talk.search(rest[:110]) and _to_come.match(rest)):
            continue
        direction = _turned(en.BELIEVERS[word], found["mid"])
        if "cautious" in found["mid"] or "guarded" in found["mid"]:
            direction = "mixed"
        return _Sign(
            found.start("sign"),
            found.end("sign"),
            _of_outcome(direction, rest),
            found.start("verb"),
            "believes",
        )
    return None


def _feels(low: str) -> _Sign | None:
    """“voiced optimism about the talks”, “cast doubt on whether the bill would pass”."""
    for found in _feeling.finditer(low):
        if not _talk.search(found["rest"][:70]):
            continue
        if re.search(r"\b(?:on|of|to|in|for)\b", found["mid"]):
            continue  # “had an impact on hopes for a deal”
        if "pticism" in found["sign"] and not re.match(
            r"\s?(?:that|about whether|about the (?:chances|prospects))\b", low[found.end("sign") :]
        ):
            continue
        doubting = found["sign"].startswith("doubt")
        if doubting and not found["verb"].startswith(("express", "voic", "cast", "rais")):
            continue
        between = _word.findall(found["verb"] + found["mid"])
        turned = any(word in en.TURNING for word in between)
        direction = _turned(en.FEELINGS[found["sign"]], "no" if turned else "")
        rest = "" if found["sign"].startswith("doubt") else found["rest"]
        return _Sign(
            found.start("sign"), found.end("sign"), _of_outcome(direction, rest), found.start("verb"), "feels"
        )
    return None


def _expects(low: str) -> _Sign | None:
    """“expects a deal by Friday”, “hopes the talks will resume”, “doubts that the sides can agree”."""
    for found in _expecting.finditer(low):
        word, rest = found["verb"], found["rest"]
        before = _word.findall(low[: found.start()])[-3:]
        if before and (
            before[-1] in _not_verbs
            or before[-1] in ("is", "are", "was", "were", "be", "been", "as", "than", "widely")
        ):
            continue  # “is expected to meet” is a plan, “the hopes” a noun
        clause = re.split(r",|\b(?:but|although|while|because)\b", rest)[0]
        if before and before[-1] in ("might", "must", "should", "to", "enough"):
            continue
        if _talk.search(clause) is None or not (_expected.match(clause) or _sum_of.match(clause)):
            continue
        hoped = word in en.HOPES
        if not hoped and not (_ahead.search(clause) or _sum_of.match(clause)):
            continue
        if word.startswith(("believ", "think", "thought")) and not _sure.search(clause):
            continue
        direction = _turned(en.EXPECTS[word], " ".join(before[-2:]))
        return _Sign(
            found.start("verb"),
            found.end("verb"),
            _of_outcome(direction, clause),
            found.start("verb"),
            "expects",
        )
    return None


_comes = rf"(?:(?:\w+ly|be|be able to|still|soon|not|never|also|finally|yet|have|been|being|then)\s){{0,3}}{en.OUTCOME}\b"
_to_come = re.compile(
    rf"(?:\s+that)?\s+(?!if\b)(?:[\w'\"-]+\s){{0,9}}?(?:will|would|can|could|might|may|(?:is|are|was|were) going to|has|have)\s{_comes}|\s+(?:[\w'-]+\s){{0,6}}?to\s{_comes}"
)
_expected = re.compile(
    rf"(?:\s+that)?\s+(?!if\b)(?:[\w'\"-]+\s){{0,9}}?(?:will|would|can|could|might|may|(?:is|are|was|were) going to)\s{_comes}|\s+to\s{_comes}|"
    rf"\s+(?:{en.TALK}|(?:the|both|all)\s[\w-]+)\s(?:\w+\s){{0,2}}?to\s{_comes}|\s+(?:[\w'-]+\s){{1,5}}?possible\b|"
    rf"(?:\s+that)?\s+there(?:'s|\sis|\swas|\swill\sbe|\swould\sbe)\s(?:still\s|now\s)?(?:an?|some|no|every|little)\s(?:[\w-]+\s){{0,2}}?(?:chance|hope|possibility|prospect|deal|agreement)\b"
)
_sum_of = re.compile(rf"\s+(?:for\s)?(?:an?|no|some|the)\s(?:[\w-]+\s){{0,3}}?{en.TALK}\b")
_sure = re.compile(r"\b(?:will|would|can|could|possible|chance|going to)\b")
_not_verbs = words(
    "the a an of his her their its our no any some little high in raise raised dash dashed new with and on lost false"
)


def _chances(low: str) -> _Sign | None:
    """“a good chance of a deal”, “little prospect that the sides will agree”."""
    for found in _chance.finditer(low):
        rest = found["rest"][:90]
        before = _word.findall(low[: found.start()])[-1:]
        if before and before[0] in ("his", "her", "their", "its", "our", "your", "my", "last"):
            continue
        if not re.match(r"\s+(?:of|that|to|for)\s", rest) or not (
            _talk.search(rest) or _talk.search(low[: found.start()])
        ):
            continue
        word = re.split(r"[\s\"]", found["sign"])[0]
        direction = _turned(en.CHANCES[word], " ".join(_word.findall(low[: found.start()])[-3:]))
        return _Sign(found.start("sign"), found.end("sign"), _of_outcome(direction, rest), -1, "chance")
    return None


_likely_to = re.compile(
    rf"(?:(?:\s[\w'-]+){{0,6}}?\s(?:will|would|can|could|won't|wouldn't)\s|\s){_comes}|\sthere (?:won't|will|would)|\sno (?:deal|agreement)"
)


def _probable(low: str) -> _Sign | None:
    """“the sides are unlikely to agree”, “it is more likely that there won't be a deal”."""
    for found in _likely.finditer(low):
        rest = found["rest"][:90]
        about = _talk.search(low[max(0, found.start() - 70) : found.start()]) or _talk.search(rest)
        if about is None or not _likely_to.match(rest):
            continue
        words = found["sign"]
        direction = _turned("negative" if "unlikely" in words else "positive", words.replace("unlikely", ""))
        return _Sign(found.start("sign"), found.end("sign"), _of_outcome(direction, rest), -1, "likely")
    return None


_predicate = re.compile(
    r"[\"')]*(?:\s*(?:$|[.;,:)—-])|\s(?:by|before|this|next|soon|after|at|last|in|for|on|within|until|unless|if|as|and|but|now|between|despite|to being|to complet\w+|to conclu\w+)\b)"
)


def _stands(low: str) -> _Sign | None:
    """“a deal is within reach”, “an agreement looks unlikely”."""
    for found in _standing.finditer(low):
        if not _predicate.match(found["rest"]) or found["mid"].endswith(" as"):
            continue
        lead = low[max(0, found.start() - 50) : found.start()]
        turned = any(word in en.TURNING for word in _word.findall(lead))
        way = _turned(en.STANDING[found["sign"]], found["mid"] + (" not" if turned else ""))
        return _Sign(found.start("sign"), found.end("sign"), way, -1, "stands")
    return None


_aimed = re.compile(
    r"\b(?:to|whether|help|helping|effort|could|might|should|must|hopes? of(?: further)?|hoping for|aim\w*|without|if|until|unless|once)\s+(?:[\w-]+\s){0,3}$"
)
"""What is aimed at or supposed, and has not been so: “in an effort to narrow the differences”."""
_of_talks = re.compile(en.OF_TALKS)


def _goes(low: str) -> _Sign | None:
    """“made progress”, “remain far apart”, “gaps remain”: how the talks are said to go; both ways told is mixed."""
    found = [(one, direction) for pattern, direction in _assessed if (one := pattern.search(low)) is not None]
    found = [
        (one, way) for one, way in found if not _aimed.search(low[max(0, one.start() - 45) : one.start()])
    ]
    found = [(one, way) for one, way in found if "progress" not in one[0] or _of_talks.match(low, one.end())]
    if not found or not _talk.search(low):
        return None
    first = min((one for one, _ in found), key=lambda one: one.start())
    ways = {_turned(direction, " ".join(_word.findall(low[: one.start()])[-2:])) for one, direction in found}
    if len(ways) == 2 and "mixed" in ways and "positive" not in ways:
        ways = {"negative"}
    return _Sign(first.start(), first.end(), ways.pop() if len(ways) == 1 else "mixed", -1, "goes")


RULES: tuple[Callable[[str], _Sign | None], ...] = (
    _believes,
    _feels,
    _chances,
    _probable,
    _expects,
    _stands,
    _goes,
)


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
    before = _word.findall(low[:verb])[-3:]
    return not before or before[-1] in _selves or (len(before) > 1 and before[-2] in _selves)


_selves = frozenset(("i", "we", "he", "she", "they", "i'm", "we're", "and", "still", "also", "very"))
_actors = ("person", "organisation", "role", "group", "place")


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
    phrase = re.search(
        r"(?:^|[,;]\s)((?:[\w-]+\s){0,3}?(?:officials?|diplomats?|negotiators?|leaders?|lawmakers?|analysts?|experts?|mediators?|sides|parties)(?:\son\sboth\ssides)?)\s$",
        document.text[sentence.start : end],
    )
    return (None, phrase.group(1)) if phrase is not None else None


# --- by when, and in what capacity -----------------------------------------------------------------------


def _horizon(document: Document, sentence: Sentence, sign: _Sign, timexes: Sequence[Timex]) -> Timex | None:
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
    return "commentator" if "former" in words and "current" not in words else "official"
