"""The rules that find a stance in one sentence: after a party’s name, after its possessive, in its own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rapporteur.languages.en import stances as words
from rapporteur.model import Stance
from rapporteur.read.stance_scene import Found, Party, Scene, speaks_for, supposed
from rapporteur.read.stance_speech import speech
from rapporteur.read.stance_turns import turned

_STOP = re.compile(
    r";|\s[—–]\s|—|\s--\s|,[”\"]?\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\s+(?:said|told|added|argued|warned)\b|[,.][”\"]\s+(?:saying|calling|adding|and)\b|[”\"]\s+(?:said|he|she|they)\b|,\s+(?:according to|but|while|although|though|which|who|saying|said|says|as|because|where|when|adding|however|despite|even|after|before|since|so|he|she|they|in an?|and (?:said|the|has|have|is|are|that))\b|\s(?:according to|because|although|even as|(?:after|before)(?!\s(?:\d|January|February|March|April|May|June|July|August|September|October|November|December|the end of))|while|when)\s"
)
_LINK = r"(?:\s+(?:himself|herself|itself|themselves|also|both|all|each|alone|on \w+day|this week|last week|later|earlier|\w+ly|now|still|has|have|had))*\s+"
_PREPOSED = re.compile(
    r"\b(?:of|on|against|to|with|by|for|from|in|at|between|about|over|toward|towards|under|into|like)\s+(?:the\s+|both\s+)?$",
    re.I,
)
_VERBS = tuple((re.compile(rf"(?:{pattern})\b", re.I), stance) for pattern, stance in words.VERBS)
_NOUNS = tuple(
    (re.compile(rf"(?:[\w-]+\s+){{0,2}}?(?:{pattern})\s", re.I), stance) for pattern, stance in words.NOUNS
)


def _end(scene: Scene, start: int) -> int:
    match = _STOP.search(scene.text, start - scene.start)
    return scene.start + (match.start() if match else len(scene.text))


def _together(scene: Scene, last: Party) -> Iterator[Party]:
    """The parties coordinated with this one as the same subject: "X, Y and Z"."""
    together, start, joined = [last], last.start, ""
    for party in reversed([p for p in scene.parties if p.end <= start]):
        between = scene.document.text[party.end : start]
        if not re.fullmatch(
            r"\s*(?:of\s+[A-Z]\w+)?\s*(?:,|,?\s+and|,?\s+or|&)\s+(?:the\s+|also\s+)?", between
        ):
            break
        together.append(party)
        joined += between
        start = party.start
    if len(together) == 2 and "," in joined:
        together = [last]  # "… in Ukraine, and Russia's president has …": two clauses, not two subjects
    yield from together


def told(scene: Scene) -> Iterator[Found]:
    """ "X and Y rejected …": the verb stands right after the names."""
    for party in scene.parties:
        if _PREPOSED.search(scene.text[: party.start - scene.start]):
            continue
        after = scene.text[party.end - scene.start :]
        aside = re.match(
            r",\s(?:[^,;]|,(?=\d)){3,90},\s+|\s+(?:of|in|at|from)\s+(?:the\s+)?[A-Z][\w’-]*(?:\s[A-Z][\w’-]*){0,2}\s+|\s+\([^)]{1,30}\)\s+|,?\s+who\s+",
            after,
        )
        for lead in filter(None, (re.match(_LINK, after), aside)):
            verb = _first(_VERBS, after, lead.end()) or _first(_VERBS, after, 1)
            if verb is None or supposed(scene.text[: party.start - scene.start]):
                continue
            match, stance = verb
            start = party.end + match.start()
            end = _end(scene, party.end + match.end())
            if end - (party.end + match.end()) < 3 and stance != "no-response":
                continue
            about = scene.document.text[party.end + match.end() : end]
            if re.match(r"\s*(?:and|or|but)\b", about) and stance in ("rejects", "accepts"):
                # "a condition that X has rejected and …": what is rejected stands before
                about = scene.text[max(0, party.start - scene.start - 140) : party.start - scene.start]
            made = turned(stance, match.group(), about, party.name)
            if made is None:
                break
            stance, about = made
            blamed = _blames(scene, about, party.end + match.end())
            if blamed or re.match(words.NO_MATTER, about, re.I) or not speaks_for(scene, party):
                break
            for one in _together(scene, party):
                yield Found(one, stance, start, end, "stance.told", about=about)
            break


def _blames(scene: Scene, about: str, at: int) -> bool:
    """ "criticized Norway for its role": of somebody, not of a matter."""
    other = next((p for p in scene.parties if at <= p.start <= at + 5), None)
    return (
        other is not None
        and re.match(r"\s+(?:for|over)\b", scene.document.text[other.end : other.end + 6]) is not None
    )


def _first(
    table: tuple[tuple[re.Pattern[str], Stance], ...], text: str, at: int
) -> tuple[re.Match[str], Stance] | None:
    for pattern, stance in table:
        match = pattern.match(text, at)
        if match:
            return match, stance
    return None


def possessive(scene: Scene) -> Iterator[Found]:
    """ "Ukraine’s push to …", "Iran’s insistence that …"."""
    for party in scene.parties:
        after = scene.text[party.end - scene.start :]
        lead = re.match(
            r"[’']s?\s+|\s+(?=opposition|demands?|insistence|refusal|objections|proposal to|offer to)", after
        )
        unsure = supposed(scene.text[: party.start - scene.start])
        if lead and re.match(r"(?:\w+\s+)?(?:lack|absence|want|end) of\b", after[lead.end() :]):
            continue
        found = (
            _first(_NOUNS, after, lead.end()) if lead and not unsure and speaks_for(scene, party) else None
        )
        if found:
            match, stance = found
            start, end = party.end + match.start(), _end(scene, party.end + match.end())
            about = scene.document.text[party.end + match.end() : end]
            made = turned(stance, match.group(), about, party.name)
            if made is None:
                continue
            stance, about = made
            yield Found(party, stance, start, end, "stance.possessive", about=about)


def prevail(scene: Scene) -> Iterator[Found]:
    """ "X has yet to get Y to agree to Z": Y has not agreed; X wants it."""
    for match in re.finditer(words.PREVAIL, scene.text):
        at = scene.start + match.end()
        other = next((p for p in scene.parties if at <= p.start <= at + 12), None)
        subject = next((p for p in reversed(scene.parties) if p.end <= scene.start + match.start() + 1), None)
        if other is None:
            continue
        end = _end(scene, other.end)
        about = scene.document.text[other.end : end]
        if re.match(r"\s+to\s", about):
            yield Found(other, "undecided", scene.start + match.start(), end, "stance.prevail", about=about)
            if subject:
                yield Found(
                    subject, "demands", scene.start + match.start(), end, "stance.prevail", about=about
                )


def principle(scene: Scene) -> Iterator[Found]:
    """ "First, that …", after somebody set out principles: each is theirs who set them out."""
    if scene.holder is None:
        return
    match = re.match(words.ORDINAL, scene.text, re.I) or re.match(words.CARRIED, scene.text)
    if match:
        body_ = scene.text[match.end() :]
        cuts = [0, *(m.end() for m in re.finditer(r"\s+and\s+(?=can[’']t|cannot|must|should|that\s)", body_))]
        for a, b in zip(cuts, [*cuts[1:], len(body_)], strict=True):
            yield Found(
                scene.holder,
                "demands",
                scene.start + match.end() + a,
                scene.start + match.end() + b,
                "stance.principle",
            )


RULES: tuple[Callable[[Scene], Iterator[Found]], ...] = (prevail, told, possessive, principle, speech)
