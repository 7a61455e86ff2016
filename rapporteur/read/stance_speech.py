"""Stances in a party's own words: "we will not accept …", "… must be …", in what is attributed to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.languages.en import stances as words
from rapporteur.model import Attribution, Stance
from rapporteur.read.stance_scene import Found, Party, Scene, can_hold, speaks_for, supposed
from rapporteur.read.stance_turns import of_others, said

_SPEECH = tuple((re.compile(rf"(?<![\w’'])(?:{pattern})", re.I), stance) for pattern, stance in words.SPEECH)


def speech(scene: Scene) -> Iterator[Found]:
    """A party's own words: "we will not accept …", "… must be …", in what is attributed to it."""
    for attribution in scene.attributions:
        party = _speaker(scene, attribution)
        if party is None or _not_said(attribution):
            continue
        for content in attribution.content:
            start, end = max(content.start, scene.start), min(content.end, scene.start + len(scene.text))
            if end - start < 12:
                continue
            text = scene.document.text[start:end]
            if text.rstrip('”" ').endswith("?") or re.match(
                r"[A-Z][\w.’']*(?:\s\w+){0,3}\sfor\s\w+ing\b", text
            ):
                continue
            for pattern, shown in _SPEECH:
                stance = shown
                match = pattern.search(text)
                before = text[: match.start()] if match else ""
                if stance == "demands" and re.search(f"{words.RHETORIC}|{words.FIRST_PERSON}", before, re.I):
                    break
                if match:
                    said_so = said(stance, text, match.start(), match.end())
                    if said_so is None:
                        break
                    stance = said_so
                    if of_others(stance, match.group(), before) and not _names_self(
                        scene, party, start + match.start()
                    ):
                        continue  # told() reads what is somebody else's
                weak = (
                    match is not None
                    and stance == "demands"
                    and re.match(r"(?:should|ought|need)", match.group(), re.I)
                )
                if weak and match and not _addressed(scene, before) and not _PASSIVE.match(text, match.end()):
                    break
                if before.count("‘") > before.count("’"):
                    break  # somebody else's words, quoted inside
                if match is None or (supposed(text[: match.start()]) and shown != "demands"):
                    continue
                if _in_other_words(scene, attribution, start + match.start(), before, shown):
                    continue
                other = next(
                    (
                        p
                        for p in scene.parties
                        if start <= p.start < start + match.start() and p.mention != party.mention
                    ),
                    None,
                )
                if (
                    stance in ("accepts", "offers")
                    and other is not None
                    and not re.match(r"(?:we|i)\b", match.group(), re.I)
                ):
                    continue  # of somebody else; told() reads that
                yield Found(party, stance, start, end, "stance.speech")
                break


def _not_said(told: Attribution) -> bool:
    """Whether somebody is credited with what he was asked, would not say, or does not want."""
    cue = told.cue.exact.lower() if told.cue else ""
    return told.unsaid in ("question", "refusal") or (
        told.unsaid != "" and re.search(r"\bnot\b|n[’']t\b", cue) is not None
    )


def _in_other_words(scene: Scene, told: Attribution, at: int, before: str, shown: Stance) -> bool:
    """Whether a place stands in what a speaker tells somebody else said, or quotes of a "he" who is not himself."""
    inner = any(
        one is not told
        and one.speaker != told.speaker
        and any(part.start <= at < part.end for part in one.content)
        and sum(p.end - p.start for p in one.content) < sum(p.end - p.start for p in told.content)
        for one in scene.attributions
    )
    if inner or any(
        told.content[0].start <= p.start < at
        and p.mention != told.speaker
        and re.match(words.ASCRIBED, scene.document.text[p.end : at])
        for p in scene.parties
    ):
        return True
    if shown == "demands":
        return False  # "they must leave": asked of them by him
    quoted = told.manner == "direct" or before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return quoted and re.search(r"\b(?:he|she|they)\s*$", before, re.I) is not None


def _names_self(scene: Scene, party: Party, at: int) -> bool:
    """Whether the words right before a place name the speaker, or a body of few words that he speaks for."""
    before = scene.document.text[scene.start : at].rstrip()
    chain = scene.chains.get(
        (scene.mentions[party.mention].chain or party.mention) if party.mention else "", []
    )
    names = {party.name, *(m.name for m in chain), *(m.affiliation for m in chain if m.affiliation)}
    return any(before.endswith(name) for name in names)


def _addressed(scene: Scene, before: str) -> bool:
    """Whether what "should" or "needs to" be done is asked of a party, or of a thing in the passive."""
    tail = before[-45:]
    return any(
        re.search(rf"{re.escape(p.name)}(?:[’']s?)?\s+(?:\w+\s+){{0,3}}$", tail) for p in scene.parties
    ) or bool(
        re.search(
            r"\b(?:sides?|parties|party|both|they|he|she|governments?|countr(?:y|ies)|companies|workers|lawmakers)\s+(?:\w+\s+)?$",
            tail,
            re.I,
        )
    )


_PASSIVE = re.compile(
    r"\s*(?:not\s+|also\s+|never\s+)?be\s+(?:\w+ly\s+)?(?:\w+ed|\w+en|part of|brought|put|cut|kept|held|met|left|made|given|done|paid|taken)\b",
    re.I,
)


def _speaker(scene: Scene, attribution: Attribution) -> Party | None:
    mention = scene.mentions.get(attribution.speaker or "")
    if mention is not None:
        party = Party(mention.span.start, mention.span.end, mention.name, mention.id)
        return party if can_hold(mention) and speaks_for(scene, party) else None
    if attribution.speaker is None or attribution.source is None:
        return None
    # an unnamed official speaks for a party only where the description names one
    named = re.match(
        r"(?:an?|the|one|another|some|several|two|three|senior|top|other|unnamed|\s)*\s*(?P<party>(?:[A-Z][\w.’'-]*\s+){1,3})(?:\w+\s+){0,2}(?:official|diplomat|negotiator|spokes\w+|envoy|minister|lawmaker)s?",
        attribution.source.exact,
        re.I,
    )
    if named is None or not named["party"][0].isupper():
        return None
    return Party(attribution.source.start, attribution.source.end, named["party"].strip(), None)
