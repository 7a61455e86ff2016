"""The rules that find a stance in one sentence: after a party’s name, after its possessive, in its own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapporteur.languages.en import stances as words
from rapporteur.languages.en.names import OUTLETS
from rapporteur.model import Address, Attribution, Document, Mention, Stance

_STOP = re.compile(
    r";|\s[—–]\s|—|\s--\s|,[”\"]?\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\s+(?:said|told|added|argued|warned)\b|[,.][”\"]\s+(?:saying|calling|adding|and)\b|[”\"]\s+(?:said|he|she|they)\b|,\s+(?:according to|but|while|although|though|which|who|saying|said|says|as|because|where|when|adding|however|despite|even|after|before|since|so|he|she|they|in an?|and (?:said|the|has|have|is|are|that))\b|\s(?:according to|because|although|even as|after|before|while|when)\s"
)
_LINK = r"(?:\s+(?:himself|herself|itself|themselves|also|both|all|each|alone|on \w+day|this week|last week|later|earlier|\w+ly|now|still|has|have|had))*\s+"
_SUPPOSING = re.compile(
    r"^[“\"]?(?:Should|Had|Were)\s+(?:the\s+)?$|\b(?:in (?:exchange|return) for|(?:do|does|did)(?: not|n[’']t) (?:expect|think|believe)(?: that)?|unlikely that|hop(?:e|es|ed|ing)(?: that)?|(?:reports?|claims?|allegations?|rumou?rs?|suggestions?|assumption) that|doubt\w*(?: that)?|to get|to persuade|to win|without|lack of)\s+(?:the\s+)?(?:\w+\s+){0,2}$|"
    r"\b(?:if|unless|whether|even if|in case|suppose|supposing|assuming|either|as if|until|would have|convinced that|argument that|conditions? (?:is|was|are|were|would be) that|fear(?:s|ed|ing)?(?: that)?|what|which|how much|how many|how far)\s+(?:[\w’'.-]+\s+){0,4}$",
    re.I,
)
_PREPOSED = re.compile(
    r"\b(?:of|on|against|to|with|by|for|from|in|at|between|about|over|toward|towards|under|into|like)\s+(?:the\s+|both\s+)?$",
    re.I,
)
NO_NAMES = frozenset(
    [
        "But",
        "And",
        "Yet",
        "So",
        "Simply",
        "Even",
        "While",
        "Although",
        "Though",
        "As",
        "If",
        "When",
        "Since",
        "After",
        "Before",
        "In",
        "On",
        "At",
        "For",
        "With",
        "Under",
        "Because",
        "That",
        "These",
        "Those",
        "Such",
        "What",
        "State",
        "Union",
    ]
)
_VERBS = tuple((re.compile(rf"(?:{pattern})\b", re.I), stance) for pattern, stance in words.VERBS)
_NOUNS = tuple(
    (re.compile(rf"(?:[\w-]+\s+){{0,2}}?(?:{pattern})\s", re.I), stance) for pattern, stance in words.NOUNS
)
_SPEECH = tuple((re.compile(rf"(?<![\w’'])(?:{pattern})", re.I), stance) for pattern, stance in words.SPEECH)


@dataclass(frozen=True, slots=True)
class Party:
    """Who holds a stance: the words, and the mention they are where a reader found one."""

    start: int
    end: int
    name: str
    mention: Address | None


@dataclass(frozen=True, slots=True)
class Found:
    """A stance at a place of the text: its holder, its clause, and the words its issue is read from."""

    party: Party
    stance: Stance
    start: int
    end: int
    rule: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, the parties named in it, and what the ones before it left open."""

    document: Document
    start: int
    text: str
    parties: tuple[Party, ...]
    attributions: tuple[Attribution, ...]
    mentions: dict[Address, Mention]
    chains: dict[Address, list[Mention]]  # by the first mention of each
    holder: Party | None  # who has just set out principles or conditions


def can_hold(mention: Mention) -> bool:
    """A name, or a common noun that acts in talks ("the union"); not "the alliance", "the statement"."""
    if mention.name in NO_NAMES or mention.name.lower() in words.NOBODY:
        return False
    if mention.name[:1].isupper() or mention.kind in ("role", "person"):
        return mention.kind != "document"
    return re.fullmatch(rf"(?:[\w’'-]+\s+)*(?:{words.GROUPS}|{words.ACTORS})", mention.name, re.I) is not None


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
            if verb is None or _supposed(scene.text[: party.start - scene.start]):
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
            blamed = _blames(scene, about, party.end + match.end())
            if blamed or re.match(words.NO_MATTER, about, re.I) or not _speaks_for(scene, party):
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


def _supposed(before: str) -> bool:
    """Whether a clause only supposes: "if Norway rejects it" takes no stance for Norway."""
    return _SUPPOSING.search(before) is not None


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
        supposed = _supposed(scene.text[: party.start - scene.start])
        found = (
            _first(_NOUNS, after, lead.end()) if lead and not supposed and _speaks_for(scene, party) else None
        )
        if found:
            match, stance = found
            start, end = party.end + match.start(), _end(scene, party.end + match.end())
            yield Found(
                party,
                stance,
                start,
                end,
                "stance.possessive",
                about=scene.document.text[party.end + match.end() : end],
            )


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


def speech(scene: Scene) -> Iterator[Found]:
    """A party's own words: "we will not accept …", "… must be …", in what is attributed to it."""
    for attribution in scene.attributions:
        party = _speaker(scene, attribution)
        if party is None:
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
            for pattern, stance in _SPEECH:
                match = pattern.search(text)
                before = text[: match.start()] if match else ""
                if stance == "demands" and re.search(f"{words.RHETORIC}|{words.FIRST_PERSON}", before, re.I):
                    break
                weak = (
                    match is not None
                    and stance == "demands"
                    and re.match(r"(?:should|ought|need)", match.group(), re.I)
                )
                if weak and match and not _addressed(scene, before) and not _PASSIVE.match(text, match.end()):
                    break
                if before.count("‘") > before.count("’"):
                    break  # somebody else's words, quoted inside
                if match is None or (_supposed(text[: match.start()]) and stance != "demands"):
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


def _speaks_for(scene: Scene, party: Party) -> bool:
    """Whether somebody acts for a party: a body or a nation does, a person only where an office is told of him.

    Analysts and newspapers speak for nobody.
    """
    mention = scene.mentions.get(party.mention or "")
    if mention is None:
        return True
    first = mention.chain or mention.id
    chain = scene.chains.get(first, [])
    offices = " ".join(f"{m.role or ''} {m.affiliation or ''}" for m in chain).strip()
    if re.search(words.ANALYSTS, f"{offices} {mention.name}", re.I) or mention.name in OUTLETS:
        return False
    if any(m.affiliation in OUTLETS for m in chain):
        return False
    if re.search(r"\b[Tt]he\s+$", scene.document.text[max(0, party.start - 5) : party.start]):
        return True  # "the Green Hand": no person, whatever it was taken for
    # a lone word may be a firm taken for a person; a full name without an office is somebody's own
    return mention.kind != "person" or bool(offices) or all(len(m.name.split()) == 1 for m in chain)


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
        return party if can_hold(mention) and _speaks_for(scene, party) else None
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


RULES: tuple[Callable[[Scene], Iterator[Found]], ...] = (prevail, told, possessive, principle, speech)
