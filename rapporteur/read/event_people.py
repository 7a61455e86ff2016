"""Who does what to whom in a verb that tells of a happening, and whether that is enough to count it."""

from __future__ import annotations

from dataclasses import replace

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import Sense
from rapporteur.languages.en.names import OUTLET_HEADS, OUTLETS
from rapporteur.model import Mention, Participant
from rapporteur.read.clause_actors import participant, run_right, subject_of
from rapporteur.read.clauses import Words, stops
from rapporteur.read.event_parts import Found, State
from rapporteur.read.verb_parts import Group


def who_acts(state: State, i: int, group: Group, previous: Found | None) -> tuple[list[Mention], str | None]:
    words = state.words
    if group.control is not None:  # “urged the minister to sign”: the one before “to”
        for k in range(group.control, group.outer, -1):
            if words.mention[k] is not None:
                first = k
                while first > 0 and words.mention[first - 1] is words.mention[k]:
                    first -= 1
                return run_right(words, first, group.control + 1), None
        return [], None
    start = group.outer
    before = words.low[start - 1] if start else ""
    joined = before in ("and", "or", "but") or (before == "," and group.shape in ("participle",))
    if joined and previous is not None and previous.shape != "noun":
        sources = [one for one in previous.participants if one.role == "source"]
        if sources:
            by_id = {one.id: one for one in words.mention if one is not None}
            found = [by_id[one.mention] for one in sources if one.mention in by_id]
            return found, None if found else sources[0].exact
    if group.shape in ("participle", "purpose"):
        found, phrase = subject_of(words, start, state.text, over_verbs=True)
        if found:
            return found, None
        for k in range(i, len(words.low) - 1):  # “After meeting X, Rubio …”
            if words.low[k] == "," and words.mention[k + 1] is not None:
                return run_right(words, k + 1, len(words.low)), None
        return [], phrase
    return subject_of(words, start, state.text, over_verbs=joined)


def _where(words: Words, mention: Mention) -> bool:
    """Whether a name only tells where somebody is from: “lawmakers in Chad”."""
    k = next((k for k, one in enumerate(words.mention) if one is mention), 0)
    return mention.kind == "place" and k > 0 and words.low[k - 1] in ("in", "at", "from")


def credited_to(state: State, i: int) -> tuple[list[Mention], str | None]:
    """Who is credited by the attribution whose cue the verb at word `i` is: “…, a member of X, has spoken to …”."""
    words = state.words
    at = words.starts[i]
    for one in state.spoken:
        if one.cue is None or one.source is None or not one.cue.start <= at < one.cue.end:
            continue
        inside = [
            mention for mention in words.mention
            if mention is not None and one.source.start <= mention.span.start < one.source.end
            and (mention.span.start == one.source.start or not _where(words, mention))
        ]  # fmt: skip
        people = [mention for mention in inside if mention.kind == "person"] or inside
        if people:
            return people[:1], None
        return [], one.source.exact if len(one.source.exact.split()) <= 4 and one.source.exact[
            0
        ].isupper() else None
    return [], None


def participants_of(
    words: Words, text: str, sense: Sense, group: Group, before: list[Mention], phrase: str | None,
    objects: list[Mention], companions: list[Mention],
) -> tuple[Participant, ...]:  # fmt: skip
    """Who takes part, in which role; a passive turns them round."""
    sources: list[Participant] = [
        participant("source", one, words, text) for one in before if one.kind in _ACTORS
    ]
    if not sources and phrase is None:
        sources = _own_team(words, text, group)
    if not sources and phrase is not None:
        sources = [Participant(role="source", exact=phrase)]
    targets = [participant("target", one, words, text) for one in objects if one.kind in _ACTORS]
    others = [participant("target", one, words, text) for one in companions if one.kind in _ACTORS]
    if group.passive:
        agents = agents_of(words, group)
        turned = [
            replace(one, role="target")
            for one in sources
            if sense.class_ not in ("CONSULT", "AGREE") or one.mention
        ]
        people = [participant("source", one) for one in agents] + turned
        if not agents and sense.symmetric:
            people = turned
    else:
        people = (
            sources + targets + [one for one in others if one.mention not in {t.mention for t in targets}]
        )
    kept: list[Participant] = []
    for one in people:
        if not any(one.exact == other.exact for other in kept):
            kept.append(one)
    return tuple(kept)


def _own_team(words: Words, text: str, group: Group) -> list[Participant]:
    """“X told reporters that his team spent …”: who acts is X's team, so X's name stands for it."""
    for k in range(group.outer - 1, max(-1, group.outer - 9), -1):
        if words.low[k] not in lexicon.DELEGATION or words.low[k - 1] not in ("his", "her", "their"):
            continue
        people = [one for one in words.mention[:k] if one is not None and one.kind == "person"]
        if len({one.id for one in people}) == 1:
            exact = words.text(text, k - 1, k + 1)
            return [Participant(role="source", exact=exact, mention=people[0].id)]
        return []
    return []


_ACTORS = frozenset(("person", "organisation", "group", "role", "place", "other"))


def agents_of(words: Words, group: Group) -> list[Mention]:
    """Those named after “by” behind a passive."""
    for k in range(group.start, min(group.start + 14, len(words.low) - 1)):
        with_ = words.low[k] == "with" and bool(
            {"involvement", "help", "participation", "assistance"} & set(words.low[k + 1 : k + 4])
        )
        if (words.low[k] == "by" or with_) and k > group.start:
            for j in range(k + 1, min(k + 8, len(words.low))):
                if words.mention[j] is not None:
                    return run_right(words, j, len(words.low))
                if stops(words, j) or (
                    words.low[j] in en.PREPOSITIONS and words.low[j] not in ("of", "from")
                ):
                    break  # “by the rebels in Quito”
            return []
        if stops(words, k):
            break
    return []


_OUTLETS = frozenset(name.lower() for name in OUTLETS)


def _reports(state: State, outer: int, people: tuple[Participant, ...]) -> bool:
    """Whether who reports is a publisher, and the report is told of and not only cited: not “as the agency reported”."""
    words = state.words
    if any(words.low[k] == "as" for k in range(max(0, outer - 6), outer)):
        return False
    near = outer - 1 - (outer > 1 and words.low[outer - 1] == ")")
    one = words.mention[near] if near >= 0 else None
    if near >= 0 and (words.low[near] in lexicon.MEDIA or (one is not None and publishes(one.span.exact))):
        return True
    return any(one.role == "source" and publishes(one.exact) for one in people)


def publishes(name: str) -> bool:
    """Whether a name is a newspaper's, an agency's or a broadcaster's."""
    words = name.removeprefix("The ").removeprefix("the ").split()
    return (
        " ".join(words).lower() in _OUTLETS
        or (bool(words) and words[-1] in OUTLET_HEADS)
        or bool(lexicon.MEDIA & set(words))
    )


def weak_passes(
    state: State, i: int, sense: Sense, people: tuple[Participant, ...], objects: list[Mention], companions: list[Mention],
    *,
    standing: bool,
    outer: int,
) -> bool:  # fmt: skip
    """A weak sense needs a named party, and where it does something to somebody, both.

    Somebody without a name will do where the encoder, too, sees an event in the verb.
    """
    named = [one for one in people if one.mention is not None]
    if sense.mode == "say" and state.words.low[i].startswith("report"):
        return _reports(state, outer, people)
    if sense.mode == "decision":  # bodies set limits; a person or a market sets a price otherwise
        bodies = {
            one.id for one in state.words.mention if one is not None and one.kind in ("organisation", "place")
        }
        named = [one for one in named if one.mention in bodies and one.role == "source"]
        return bool(named)
    words = state.words
    if (
        standing
        and outer > 1
        and words.low[outer - 1] in ("who", "that", "which")
        and not words.mention[outer - 2]
    ):
        return False  # “employees who defend the country”: a kind of people
    seen = state.seen is not None and not standing and state.seen(words.starts[i], words.ends[i])
    if not people and seen and outer and words.low[outer - 1] in en.WHO:
        return sense.class_ not in ("ASSAULT", "SANCTION", "COERCE")
    if not named and people and seen:
        named = list(people)
    if sense.class_ in ("ASSAULT", "SANCTION", "COERCE") or sense.mode in (
        "appointment",
        "request",
        "pressure",
        "persuasion",
        "invitation",
    ):
        return bool(named) and bool(objects or companions or len(people) > 1)
    return bool(named)
