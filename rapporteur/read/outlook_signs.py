"""What tells which way talks are expected to go: believers, feelings, chances, expectations, where a deal stands.

Rules over a lower-cased sentence with straight quotation marks; each answers a sign or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapporteur.languages.en import outlooks as en
from rapporteur.languages.words import words
from rapporteur.model import Direction

WORD = re.compile(r"[a-z][\w'-]*")


@dataclass(frozen=True, slots=True)
class Sign:
    """Where a sentence tells a direction; `verb` is where its believer's verb begins, -1 where it needs none."""

    start: int
    end: int
    direction: Direction
    verb: int
    rule: str


QUESTION = re.compile(r"\?[\"')\s]*$")
_hypothetical = re.compile(en.HYPOTHETICAL)
_whether = re.compile(r"\bwhether\b(?![^,]*\bdoubts?\b)[^,]*$")


def supposed(low: str, at: int) -> bool:
    """Whether a sign stands in a mere case: “if there's a breakthrough”."""
    if _whether.search(low[max(0, at - 44) : at]):
        return True
    found = [one.end() for one in _hypothetical.finditer(low, 0, at)]
    return bool(found) and "," not in low[found[-1] : at] and " then " not in low[found[-1] : at]


# --- rules ----------------------------------------------------------------------------------------

_talk = re.compile(rf"\b{en.TALK}\b")
_outcome = re.compile(rf"\b{en.OUTCOME}\b")
_fails = re.compile(en.FAILS)
_ahead = re.compile(r"\b(?:will|would|can|could|may|might|going to|to|be able)\b|'ll\b")
_about = re.compile(r"\b(?:about|of|on|for|that|over|in|with|by)\b")
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
    r"(?P<sign>\b(?:(?:not|more|most|very|highly|less)\s)*(?:un)?likely\s(?:to|that)\b|\b(?:will|would)\s(?:very\s|most\s)?(?:un)?likely\b)(?P<rest>[^.;]*)"
)
_standing = re.compile(
    rf"\b{en.TALK}\b(?:(?!--|\b(?:who|which|that|and)\b)[^.;,—]){{0,32}}?(?P<verb>\b(?:is|are|was|were|looks?|looked|seems?|seemed|appears?|appeared|remains?|remained|be)\b|'s)"
    rf"(?P<mid>(?:\s\"?(?:\w+ly|not|now|still|very|quite|all|but|never|so|too|far|from|getting|at|this|a|be))*?)[\s\"]+(?P<sign>{'|'.join(sorted(en.STANDING, key=len, reverse=True))})\b(?P<rest>[^.;]*)"
)
_assessed = tuple((re.compile(rf"(?P<sign>{pattern})"), direction) for pattern, direction in en.ASSESSED)


def _turned(direction: str, words: str) -> Direction:
    """The other direction where a “not” stands in the words before it."""
    spoken = WORD.findall(words)
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


def _believes(low: str) -> Sign | None:
    """“was cautiously optimistic that the talks …”, “remained confident a deal could be reached”."""
    for found in _believing.finditer(low):
        word, rest = found["sign"], found["rest"]
        if not _talk.search(low) and _about.search(rest):
            continue
        if word in en.CLAUSED and not (_talk.search(rest[:110]) and _to_come.match(rest)):
            continue
        direction = _turned(en.BELIEVERS[word], found["mid"])
        if "cautious" in found["mid"] or "guarded" in found["mid"]:
            direction = "mixed"
        return Sign(
            found.start("sign"),
            found.end("sign"),
            _of_outcome(direction, rest),
            found.start("verb"),
            "believes",
        )
    return None


def _feels(low: str) -> Sign | None:
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
        between = WORD.findall(found["verb"] + found["mid"])
        turned = any(word in en.TURNING for word in between)
        direction = _turned(en.FEELINGS[found["sign"]], "no" if turned else "")
        rest = "" if found["sign"].startswith("doubt") else found["rest"]
        return Sign(
            found.start("sign"), found.end("sign"), _of_outcome(direction, rest), found.start("verb"), "feels"
        )
    return None


def _expects(low: str) -> Sign | None:
    """“expects a deal by Friday”, “hopes the talks will resume”, “doubts that the sides can agree”."""
    for found in _expecting.finditer(low):
        word, rest = found["verb"], found["rest"]
        before = WORD.findall(low[: found.start()])[-3:]
        if before and (
            before[-1] in _not_verbs
            or before[-1] in ("is", "are", "was", "were", "be", "been", "as", "than", "widely")
        ):
            continue  # “is expected to meet” is a plan, “the hopes” a noun
        clause = re.split(r",|\b(?:but|although|while|because)\b", rest)[0]
        if before and before[-1] in ("might", "must", "should", "to", "enough"):
            continue
        if _talk.search(clause) is None or not (
            _expected.match(clause) or (word[0] not in "bt" and _sum_of.match(clause))
        ):
            continue  # “believes the accord …” says nothing yet
        hoped = word in en.HOPES
        if not hoped and not (_ahead.search(clause) or _sum_of.match(clause)):
            continue
        if word.startswith(("believ", "think", "thought")) and not _sure.search(clause):
            continue
        direction = _turned(en.EXPECTS[word], " ".join(before[-2:]))
        return Sign(
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


def _chances(low: str) -> Sign | None:
    """“a good chance of a deal”, “little prospect that the sides will agree”."""
    for found in _chance.finditer(low):
        rest = found["rest"][:90]
        before = WORD.findall(low[: found.start()])[-1:]
        if before and before[0] in ("his", "her", "their", "its", "our", "your", "my", "last"):
            continue
        if not re.match(r"\s+(?:of|that|to|for)\s", rest) or not (
            _talk.search(rest) or _talk.search(low[: found.start()])
        ):
            continue
        word = re.split(r"[\s\"]", found["sign"])[0]
        direction = _turned(en.CHANCES[word], " ".join(WORD.findall(low[: found.start()])[-3:]))
        return Sign(found.start("sign"), found.end("sign"), _of_outcome(direction, rest), -1, "chance")
    return None


_likely_to = re.compile(
    rf"(?:(?:\s[\w'-]+){{0,6}}?\s(?:will|would|can|could|won't|wouldn't)\s|\s){_comes}|\sthere (?:won't|will|would)|\sno (?:deal|agreement)"
)


def _probable(low: str) -> Sign | None:
    """“the sides are unlikely to agree”, “it is more likely that there won't be a deal”."""
    for found in _likely.finditer(low):
        rest = found["rest"][:90]
        about = _talk.search(low[max(0, found.start() - 70) : found.start()]) or _talk.search(rest)
        if about is None or not _likely_to.match(rest):
            continue
        words = found["sign"]
        direction = _turned("negative" if "unlikely" in words else "positive", words.replace("unlikely", ""))
        return Sign(found.start("sign"), found.end("sign"), _of_outcome(direction, rest), -1, "likely")
    return None


_predicate = re.compile(
    r"[\"')]*(?:\s*(?:$|[.;,:)—-])|\s(?:by|before|this|next|soon|after|at|last|in|for|on|within|until|unless|if|as|and|but|now|between|despite|to being|to complet\w+|to conclu\w+)\b)"
)


def _stands(low: str) -> Sign | None:
    """“a deal is within reach”, “an agreement looks unlikely”."""
    for found in _standing.finditer(low):
        if not _predicate.match(found["rest"]) or found["mid"].endswith(" as"):
            continue
        lead = low[max(0, found.start() - 50) : found.start()]
        turned = any(word in en.TURNING for word in WORD.findall(lead))
        way = _turned(en.STANDING[found["sign"]], found["mid"] + (" not" if turned else ""))
        return Sign(found.start("sign"), found.end("sign"), way, -1, "stands")
    return None


_aimed = re.compile(
    r"\b(?:to|whether|help|helping|effort|could|might|should|must|hopes? of(?: further)?|hoping for|aim\w*|without|if|until|unless|once)\s+(?:[\w-]+\s){0,3}$"
)
"""What is aimed at or supposed, and has not been so: “in an effort to narrow the differences”."""
_of_talks = re.compile(en.OF_TALKS)


def _goes(low: str) -> Sign | None:
    """“made progress”, “remain far apart”, “gaps remain”: how the talks are said to go; both ways told is mixed."""
    found = [(one, direction) for pattern, direction in _assessed if (one := pattern.search(low)) is not None]
    found = [
        (one, way) for one, way in found if not _aimed.search(low[max(0, one.start() - 45) : one.start()])
    ]
    found = [(one, way) for one, way in found if "progress" not in one[0] or _of_talks.match(low, one.end())]
    if not found or not _talk.search(low):
        return None
    first = min((one for one, _ in found), key=lambda one: one.start())
    ways = {_turned(direction, " ".join(WORD.findall(low[: one.start()])[-2:])) for one, direction in found}
    if len(ways) == 2 and "mixed" in ways and "positive" not in ways:
        ways = {"negative"}
    return Sign(first.start(), first.end(), ways.pop() if len(ways) == 1 else "mixed", -1, "goes")


RULES: tuple[Callable[[str], Sign | None], ...] = (
    _believes,
    _feels,
    _chances,
    _probable,
    _expects,
    _stands,
    _goes,
)
