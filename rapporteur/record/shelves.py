"""Where each derived noun stands among its like: what a list needs to sort, narrow and count without opening it.

A shelf mark is a function of the finished noun and of what finishing may look up, so it obeys the same laws:
any order of arrival gives the same marks, and a mark goes out of date with what it was made from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from rapporteur.model import (
    AnonymousSource,
    Deadline,
    Disagreement,
    Draft,
    Entity,
    Event,
    Mention,
    Point,
    Position,
    Statement,
    Talks,
    Unknown,
)
from rapporteur.read.issues import ENGLISH
from rapporteur.record.entities import role_conflicts
from rapporteur.record.judged import offsets, report_of
from rapporteur.record.layer import Lookup
from rapporteur.record.moments import bounds

LAST = "9999"
TENSIONS = (
    "contradiction", "supersession", "different-draft", "different-scope", "attribution", "denial", "framing",
)  # fmt: skip
"""Kinds of tension in the order in which they are listed."""
CONFLICT = "conflict"
"""The owner of people to whom reports give roles that do not sit together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """`rank` orders a layer, the least first; the others narrow it. `first` and `last` are UTC moments."""

    rank: str = ""
    state: str | None = None
    talks: str | None = None
    who: str = ""  # lower case
    owner: str | None = None  # whom or what it belongs to: an entity, a draft, an issue
    first: str | None = None
    last: str | None = None
    words: str = ""  # lower case


def mark_of(layer: str, noun: Any, lookup: Lookup) -> dict[str, Any]:
    """The shelf mark of a finished noun as columns; an empty one for a layer nobody lists."""
    make = MAKERS.get(layer)
    mark = make(noun, lookup) if make is not None else Mark()
    return {**asdict(mark), "rank": f"{mark.rank} {noun.id}"}


def down(number: int, width: int = 6) -> str:
    """A count as text that sorts the greatest first."""
    return f"{max(0, 10**width - 1 - number):0{width}d}"


def up(rank: str, width: int = 6) -> int:
    """The count that `down` put at the beginning of a rank."""
    return int(10**width - 1 - int(rank[:width]))


def cell(party: str, issue: str | None) -> str:
    """The owner of the positions of one party on one issue."""
    return f"{party}\x1f{issue or ''}"


def rank_of(noun: Position) -> str:
    """Where a position stands in its layer."""
    return f"{noun.party}\x1f{ENGLISH.title(noun.issue)}\x1f{noun.as_of or LAST} {noun.id}"


def _lineage(noun: Any, lookup: Lookup) -> Mark:
    """The reports that have words or facts from another report held here."""
    return Mark(words=" ".join(sorted({edge.report for edge in noun.derivations if edge.from_report})))


def _statement(noun: Statement, lookup: Lookup) -> Mark:
    reports = len({report_of(a) for a in noun.attributions})
    edge = bounds(noun.when)
    entity = lookup.entity_of(noun.speaker) if noun.speaker else None
    who = "unsettled"
    if noun.speaker is not None:
        fact = _source_at(noun.speaker, lookup)
        if isinstance(fact, AnonymousSource):
            who = f"“{fact.description}” {fact.affiliation or ''}"
        elif entity is not None:
            who = f"{entity.name} {entity.party or ''}"
        elif isinstance(fact, Mention):
            who = f"{fact.name} {fact.affiliation or ''}"
    return Mark(
        rank=down(reports) + down(len(noun.attributions)), who=who.lower(), owner=entity.id if entity else None,
        state=str(noun.origins.count) if noun.origins.count is not None else None,
        first=edge and edge[0], last=edge and edge[1], words=noun.text.lower(),
    )  # fmt: skip


def _source_at(speaker: str, lookup: Lookup) -> Mention | AnonymousSource | None:
    reading = lookup.reading(report_of(speaker))
    facts = reading.anonymous_sources if ":source:" in speaker else reading.mentions
    return next((fact for fact in facts if fact.id == speaker), None)


def _entity(noun: Entity, lookup: Lookup) -> Mark:
    return Mark(
        rank=("0" if noun.kind == "person" else "1") + down(noun.times), state=noun.kind,
        who=(noun.party or "").lower(), words=" ".join((noun.name, *noun.variants)).lower(),
        owner=CONFLICT if role_conflicts(noun) else None,
    )  # fmt: skip


def _event(noun: Event, lookup: Lookup) -> Mark:
    edge = bounds(noun.when)
    who = " ".join(one.exact for one in noun.participants).lower()
    known = noun.history[0].known_from if noun.history else None
    return Mark(
        rank=" ".join(edge or (LAST, known or LAST)), state=noun.status, talks=noun.talks, who=who,
        owner=noun.class_, first=edge and edge[0], last=edge and edge[1],
        words=f"{noun.title} {who} {noun.place or ''} {noun.class_}".lower(),
    )  # fmt: skip


def _position(noun: Position, lookup: Lookup) -> Mark:
    edge, title = bounds(noun.as_of), ENGLISH.title(noun.issue)
    return Mark(
        rank=rank_of(noun).removesuffix(f" {noun.id}"), state=noun.stance, talks=noun.talks,
        who=noun.party.lower(), owner=cell(noun.party, noun.issue), first=edge and edge[0], last=edge and edge[1],
        words=f"{title} {noun.issue or ''} {noun.text}".lower(),
    )  # fmt: skip


def _draft(noun: Draft, lookup: Lookup) -> Mark:
    edge = bounds(noun.when)
    weight = 5 * (noun.points_total is not None) + min(len(noun.mentions), 5)
    weight += len({report_of(mention) for mention in noun.mentions})
    return Mark(
        rank=down(weight), talks=noun.talks, who=" ".join(noun.authors).lower(), first=edge and edge[0],
        last=edge and edge[1], words=noun.name.lower(),
        state="counted" if noun.points_total is not None else None,
    )  # fmt: skip


def _point(noun: Point, lookup: Lookup) -> Mark:
    return Mark(
        rank=noun.issue or "", state=noun.status, owner=noun.draft,
        words=f"{ENGLISH.title(noun.issue)} {noun.text}".lower(),
    )  # fmt: skip


def _deadline(noun: Deadline, lookup: Lookup) -> Mark:
    edge = bounds(noun.when)
    return Mark(
        rank=edge[0] if edge else LAST, state=noun.status, talks=noun.talks, who=(noun.who or "").lower(),
        first=edge and edge[0], last=edge and edge[1], words=(noun.demand or "").lower(),
    )  # fmt: skip


def _disagreement(noun: Disagreement, lookup: Lookup) -> Mark:
    known = lookup.window(report_of(noun.right)).first
    told = " ".join(_sentence(side, lookup) for side in (noun.left, noun.right))
    return Mark(
        rank=f"{TENSIONS.index(noun.kind)} {known or LAST}", state=noun.kind, talks=noun.talks,
        words=f"{noun.about} {noun.kind} {told}".lower(),
    )  # fmt: skip


def _sentence(fact: str, lookup: Lookup) -> str:
    """The sentence a fact stands in, or its own words where it stands in none."""
    start, end = offsets(fact)
    text = lookup.document(report_of(fact)).text
    for sentence in lookup.reading(report_of(fact)).sentences:
        if sentence.start <= start < sentence.end:
            return text[sentence.start : sentence.end]
    return text[start:end]


def _unknown(noun: Unknown, lookup: Lookup) -> Mark:
    return Mark(state=noun.about, talks=noun.talks, words=noun.text.lower())


def _talks(noun: Talks, lookup: Lookup) -> Mark:
    return Mark(rank=down(len(noun.reports)), words=noun.name.lower())


MAKERS: dict[str, Callable[[Any, Lookup], Mark]] = {
    "statements": _statement, "entities": _entity, "events": _event, "positions": _position, "drafts": _draft,
    "points": _point, "derivations": _lineage, "deadlines": _deadline, "disagreements": _disagreement, "unknowns": _unknown, "talks": _talks,
}  # fmt: skip
