"""Stances: a party, an issue, what it demands, accepts, rejects, offers, leaves open or leaves unanswered.

A stance is told of a party ("Iran rejects …", "Ukraine’s push to …") or shown by its own words. Either
way it stands on somebody's word: the innermost attribution around it, or the report's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rapporteur.languages.en import stances as words
from rapporteur.languages.en.issues import GENERAL
from rapporteur.languages.en.tables import ACTS
from rapporteur.model import (
    Address,
    Attribution,
    Document,
    Mention,
    Sentence,
    Stance,
    StanceMention,
    address,
)
from rapporteur.read.issues import ENGLISH, Issues, find_issue, weigh
from rapporteur.read.stance_rules import RULES
from rapporteur.read.stance_scene import NO_NAMES, Found, Party, Scene, can_hold
from rapporteur.read.values import value_of
from rapporteur.read.within import (
    SPEAKS_FOR,
    Over,
    body,
    hull,
    innermost,
    inside,
    party_key,
    place,
    told_until,
    trimmed,
)

_KINDS = ("person", "organisation", "place", "group", "role", "other")
_GROUP = re.compile(
    rf"(?:(?:Some|Several|Many|Top|Senior|Most|Other|Both|The|some|several|many|top|senior|most|other|the)\s+)*(?:[A-Z][\w.’'-]*\s+){{1,3}}(?:(?:negotiating|union|party|government|senior|foreign|oil|opposition|military)\s+)?(?:{words.GROUPS})\b"
)
_BARE = re.compile(
    rf"(?:^|[,;“\"]\s*|\b(?:and|but|while|said|that)\s+)(?:[Tt]he\s+|[Ss]triking\s+|[Ss]ome\s+)?(?P<who>(?:[Uu]nions?|[Mm]anagement|[Ee]mployers|[Ww]orkers|{words.ACTORS}))(?=\s)",
    re.I,
)


def find_stances(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    issues: Issues = ENGLISH,
) -> tuple[StanceMention, ...]:
    """Every stance the report tells of a party, in order; one about no issue of the list is dropped."""
    found: dict[Address, StanceMention] = {}
    by_id = {mention.id: mention for mention in mentions}
    chains: dict[Address, list[Mention]] = {}
    for mention in by_id.values():
        for first in {mention.id, mention.chain or mention.id}:
            chains.setdefault(first, []).append(mention)
    known, shorter = _known(mentions), _short_names(mentions)
    holder: Party | None = None
    before = ""
    among_states = _among_states(mentions)
    named, told_of = Over(mentions, place), Over(attributions, hull)
    for sentence in body(document, sentences):
        text = document.text[sentence.start : sentence.end]
        here = named.touching(sentence.start, sentence.end)
        spoken = told_of.touching(sentence.start, sentence.end)
        scene = Scene(
            document, sentence.start, text, _parties(document, sentence, here, known, shorter),
            tuple(a for a in spoken if any(s.start < sentence.end and sentence.start < s.end for s in a.content)),
            by_id, chains, holder,
        )  # fmt: skip
        taken: list[tuple[int, int, str]] = []
        told_already: list[tuple[int, int, str, Stance]] = []
        for rule in RULES:
            for one in rule(scene):
                span = trimmed(document, one.start, told_until(attributions, one.start, one.end))
                if (
                    span is not None
                    and one.rule == "stance.speech"
                    and any(
                        a < span.end
                        and span.start < b
                        and (stance == one.stance or rule == "stance.principle")
                        for a, b, rule, stance in told_already
                    )
                ):
                    continue  # the same told of a party by name, or set out by another
                if span is None or any(
                    a < span.end and span.start < b and name == one.party.name for a, b, name in taken
                ):
                    continue
                issue = _issue_of(one.about or span.exact, issues, among_states)
                if issue is None and (
                    re.search(r"\d", span.exact)
                    or re.fullmatch(words.POINTS_BACK, one.about.strip(' .,”"'), re.I)
                ):
                    # a bare figure ("no less than 560 million"), "a ban": what the sentence before is about
                    issue = next((key for key, _ in weigh(before, issues) if key not in GENERAL), None)
                if issue is None:
                    continue
                taken.append((span.start, span.end, one.party.name))
                told_already.append((span.start, span.end, one.rule, one.stance))
                told = _told(one, span.start, span.end, attributions)
                name = _own_body(one.party, told, by_id)
                anchor = document.span(min(span.start, one.party.start), max(span.end, one.party.end)) if (
                    sentence.start <= one.party.start < sentence.end and one.rule != "stance.speech"
                ) else span  # fmt: skip
                made = StanceMention(
                    id=address(document.report, "stance", anchor.start, anchor.end),
                    span=anchor,
                    party=one.party.mention if name == one.party.name else None,
                    party_name=name,
                    issue=issue,
                    stance=one.stance,
                    value=value_of(span, ()),
                    when=told.when if told else None,
                    attribution=told.id if told else None,
                    rule=one.rule,
                )
                found.setdefault(made.id, made)
        holder = _holder(scene)
        before = text
    return tuple(sorted(found.values(), key=lambda s: (s.span.start, s.span.end)))


def _among_states(mentions: Sequence[Mention]) -> bool:
    """Whether a report is about what passes between states, so that a bill is no draft of theirs."""
    lands = Counter(party_key(mention.name) for mention in mentions if mention.kind != "person")
    return sum(n >= 3 for land, n in lands.items() if land is not None) >= 2


def _issue_of(about: str, issues: Issues, among_states: bool = False) -> str | None:
    """The issue of the words up to the first comma, which is what the verb governs; else of all of them.

    Of a bill, only what it is about in particular, where those who negotiate are states.
    """
    first = re.split(
        r",\s|\s(?:in (?:exchange|return) for|as part of|despite|amid|but|yet)\s|\sand (?:suggest|sa(?:id|ys?)|warn|urg|call|add|vow|predict|ask|promis)\w*\s",
        about,
        maxsplit=1,
    )[0]
    if among_states and re.match(words.LAWS, about, re.I):
        own = find_issue(first, issues=issues)
        return None if own in GENERAL else own
    # what comes after "but" is another matter, even where the words before it show none
    governed = re.split(r"\s(?:but|yet)\s", about, maxsplit=1)[0]
    return find_issue(first, issues=issues) or find_issue(governed, issues=issues)


def _told(one: Found, start: int, end: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution a stance stands in; of a principle, its holder's own, whoever else is named around it."""
    if one.rule == "stance.principle":
        mine = [a for a in attributions if a.speaker is not None and a.speaker == one.party.mention]
        return innermost(mine, start, end)
    return innermost(attributions, start, end)


def _own_body(party: Party, told: Attribution | None, by_id: dict[Address, Mention]) -> str:
    """Whose "the cabinet" is in the words of a party’s own official: that party’s; the name itself otherwise."""
    if told is None or not re.fullmatch(words.OWN_BODIES, party.name, re.I):
        return party.name
    speaker = by_id.get(told.speaker or "")
    if speaker is not None and speaker.affiliation:
        return re.sub(r"[’']s?$", "", speaker.affiliation)
    named = SPEAKS_FOR.match(told.source.exact) if told.source else None
    return named["who"].strip() if named else party.name


def _parties(
    document: Document, sentence: Sentence, mentions: Sequence[Mention], known: re.Pattern[str] | None = None,
    shorter: Mapping[str, Mention] | None = None,
) -> tuple[Party, ...]:  # fmt: skip
    """The parties named in a sentence: nations with their bodies first ("Ukrainian politicians"), then names."""
    text = document.text[sentence.start : sentence.end]
    made: list[Party] = []
    for match in _GROUP.finditer(text):
        if match.group().split()[0] in NO_NAMES:
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        exact = next((m.id for m in mentions if m.span.start >= start and m.span.end == end), None)
        name = re.sub(
            r"^(?:(?:some|several|many|top|senior|most|other|both|the)\s+)+", "", match.group(), flags=re.I
        )
        if name.lower() in words.NOBODY:
            continue
        made.append(Party(start, end, name, exact))
    for match in re.finditer(rf"\b[Tt]he (?P<who>[\w’'-]+)(?=\s{ACTS}\b)", text) if shorter else ():
        body_ = shorter.get(match["who"].lower()) if shorter else None
        start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
        if body_ is not None and not any(p.start < end and start < p.end for p in made):
            made.append(Party(start, end, body_.name, body_.id))
    for match in _BARE.finditer(text):
        start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
        if not any(m.span.start < end and start < m.span.end for m in mentions) and not any(
            p.start < end and start < p.end for p in made
        ):
            made.append(Party(start, end, match["who"], None))
    for mention in inside(mentions, sentence.start, sentence.end):
        if not can_hold(mention):
            continue
        if mention.kind in _KINDS and not any(
            p.start < mention.span.end and mention.span.start < p.end for p in made
        ):
            made.append(Party(mention.span.start, mention.span.end, mention.name, mention.id))
    for match in known.finditer(text) if known else ():
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if not any(p.start < end and start < p.end for p in made) and not any(
            m.span.start < end and start < m.span.end for m in mentions
        ):
            made.append(Party(start, end, match.group(), None))
    return tuple(sorted(made, key=lambda party: party.start))


def _short_names(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """The bodies that a report may go on to call by their first or last word: "the trust", "the Alliance"."""
    found: dict[str, dict[str, Mention]] = {}
    for mention in mentions:
        parts = mention.name.split()
        if (
            mention.kind in ("organisation", "group")
            and len(parts) > 1
            and parts[0][:1].isupper()
            and " and " not in mention.name
        ):
            for short in {parts[0].lower(), parts[-1].lower()}:
                found.setdefault(short, {}).setdefault(mention.name, mention)
    return {short: next(iter(held.values())) for short, held in found.items() if len(held) == 1}


def _known(mentions: Sequence[Mention]) -> re.Pattern[str] | None:
    """The bodies and groups named anywhere in the report, to be seen where no reader saw the name."""
    names = {
        m.name
        for m in mentions
        if m.kind in ("organisation", "group", "place") and m.name[:1].isupper() and len(m.name) > 3
    }
    listed = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<![\w’'-])(?:{listed})(?![\w’'-])") if listed else None


def _holder(scene: Scene) -> Party | None:
    """Who sets out principles in this sentence, or set them out just before it."""
    match = re.search(words.PRINCIPLES, scene.text)
    if match:
        before = [party for party in scene.parties if party.end <= scene.start + match.start() + 1]
        if before:
            return before[-1]
    carried = re.match(words.ORDINAL, scene.text, re.I) or re.match(words.CARRIED, scene.text)
    return scene.holder if carried else None
