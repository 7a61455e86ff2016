"""Positions: where a party stands on an issue, at a time, on someone's word.

A node is a stance that a report tells, or a provision of one party's draft, which shows what it asks for.
Two are one position where party, issue, stance and value are the same within a few days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rapporteur.languages.en.stances import HEADS
from rapporteur.model import (
    Attribution,
    Mention,
    Origins,
    Position,
    Provision,
    Quantity,
    Reading,
    StanceMention,
)
from rapporteur.read.draft_authors import land_of
from rapporteur.read.times import resolve
from rapporteur.read.values import amount
from rapporteur.record import names
from rapporteur.record.drafts import SHARED, chains, described, talks_of
from rapporteur.record.layer import Dated, Group, Join, Layer, Lookup, Node
from rapporteur.record.origins import origins_of
from rapporteur.record.points import told_by, value_in
from rapporteur.record.sides import PARTISAN, apart, day, days, legislates, side

BUCKET = 30  # days under one key
NEAR = 3  # days within which the same stance is the same position, told again
UNKNOWN = Origins(origins=(), count=None, least=None)


def nodes(dated: Dated) -> Iterator[Node]:
    """One node a stance, and one a provision whose draft is one party's alone."""
    reading = dated.entry.reading
    by_id = {mention.id: mention for mention in reading.mentions}
    attributions = {a.id: a for a in reading.attributions}
    timexes = {t.id: t for t in reading.timexes}
    for stance in reading.stances:
        mention = by_id.get(stance.party or "")
        head = _head_of(stance.party_name, dated.entry.document.text, by_id)
        when = timexes.get(stance.when or "")
        yield _node(
            dated, stance,
            party=land_of(
                side(stance.party_name, mention, by_id, dated.entry.document.text), dated.entry.document.text
            ),
            stance=stance.stance,
            value=_value(stance, reading),
            word=stance.party if stance.rule == "stance.principle" else _word(stance, attributions, by_id),
            when=resolve(when, dated.window) if when else None,
            mention=head.id if head else stance.party,
        )  # fmt: skip
    drafts = {root: described(dated, chain, ()) for root, chain in chains(reading).items()}
    for provision in reading.provisions:
        draft = drafts.get(provision.draft or "")
        if (
            not draft
            or set(draft["heads"]) & SHARED
            or provision.status in ("open", "agreed", "other-track")
            or provision.issue is None
        ):
            continue
        owners = [o for o in draft["owners"] if names.party_of(o) or o == "Europe"]
        if len(owners) != 1:
            continue
        yield _node(
            dated, provision, party=owners[0], stance="demands", value=value_in(provision, reading),
            word=None if provision.attribution is None else told_by(provision.attribution, reading), when=None, mention=None,
        )  # fmt: skip


def _head_of(body: str, text: str, by_id: Mapping[str, Mention]) -> Mention | None:
    """Whose "the administration" is: of the one person whom a report gives one ("the Lund administration")."""
    if not re.fullmatch(rf"(?:[Tt]he )?(?:[\w’'-]+ )?{_HIS}", body):
        return None
    named = set(re.findall(rf"\b([A-Z][\w’'-]+) {_HIS}\b", text)) & {
        m.name.split()[-1] for m in by_id.values() if m.kind == "person"
    }
    own = {name for name in named if name in body.split()} or named
    if len(own) != 1:
        return None
    people = [m for m in by_id.values() if m.kind == "person" and m.name.split()[-1] in own]
    return min(people, key=lambda m: (m.role is None, m.span.start))


_HIS = r"(?:administration|government|camp|cabinet)"


def _node(
    dated: Dated, fact: StanceMention | Provision, *, party: str, stance: str, value: str | None, word: str | None,
    when: str | None, mention: str | None,
) -> Node:  # fmt: skip
    data: dict[str, Any] = {
        "party": party, "issue": fact.issue, "stance": stance, "value": value, "word": word, "when": when,
        "text": " ".join(fact.span.exact.split()), "days": days(dated.window), "mention": mention,
    }  # fmt: skip
    report = dated.entry.reading.report
    block = f"{party}|{fact.issue}|{stance}|{_plain(value)}"
    blocks = (f"{block}|{report}", *(f"{block}@{stretch}" for stretch in _stretches(data["days"])))
    return Node(key=fact.id, address=fact.id, report=report, blocks=blocks, data=data)


def _stretches(when: Sequence[int | None]) -> range:
    """The stretches of days in which another report's position can be the same: within NEAR days of this one's."""
    first, last = when
    if first is None or last is None:
        return range(0)  # without a day only the report itself tells it twice
    return range((first - NEAR) // BUCKET, (last + NEAR) // BUCKET + 1)


def _value(stance: StanceMention, reading: Reading) -> str | None:
    inside = [
        q for q in reading.quantities
        if stance.span.start <= q.span.start and q.span.end <= stance.span.end and q.unit not in (None, "points", "pages")
        and q.unit not in HEADS
        and not re.search(r"\b(?:past|last|previous|recent|first|preceding) $", _before(stance, q))
    ]  # fmt: skip
    moved = [q for q in inside if re.search(rf"{_MOVED}$", _before(stance, q))]
    if inside:
        return amount((moved or inside)[0])
    words = stance.span.exact
    bare = re.search(rf"{_MOVED}{_FIGURE}", words) or re.search(_FIGURE, words)
    if bare is None:
        return stance.value
    bound = {"at least": "at least ", "more than": "at least "}.get(
        bare["bound"] or "", "at most " if bare["bound"] else ""
    )
    size = {"million": 1e6, "billion": 1e9, "trillion": 1e12}.get(bare["size"] or "", 1.0)
    return f"{bound}{float(bare['n'].replace(',', '')) * size:.10g}"


_MOVED = r"\bfrom\b[^.;]{0,60}?\bto (?:\w+ )?"  # "from 19,000 to roughly 5,000": what it comes to
_FIGURE = (
    r"(?P<bound>less than|fewer than|below|under|up to|no more than|at least|more than)?\s*\b"
    r"(?P<n>\d{1,3}(?:,\d{3})+|\d[\d.]*(?= (?:million|billion|trillion)\b))(?: (?P<size>million|billion|trillion))?\b"
)


def _before(stance: StanceMention, quantity: Quantity) -> str:
    return stance.span.exact[: quantity.span.start - stance.span.start]


def _word(
    stance: StanceMention, attributions: dict[str, Attribution], by_id: dict[str, Mention]
) -> str | None:
    told = attributions.get(stance.attribution or "")
    return None if told is None else told.speaker or told.id


def _plain(value: str | None) -> str:
    number = re.search(r"\d[\d.]*", value or "")
    return number.group() if number else ""


def join(left: Node, right: Node) -> Join | None:
    """Party, issue, stance and value the same, and told within a few days of one another."""
    a, b = left.data, right.data
    if any(a[key] != b[key] for key in ("party", "issue", "stance")) or _plain(a["value"]) != _plain(
        b["value"]
    ):
        return None
    if left.report == right.report:
        same = a["word"] == b["word"] and _words(a["text"]) & _words(b["text"])
        return Join(strength=2.0, rule="told twice in one report") if same else None
    if a["when"] and b["when"] and a["when"] != b["when"]:
        return None
    gap = apart(a["days"], b["days"])
    shared = _words(a["text"]) & _words(b["text"])
    if gap is None or gap > NEAR or len(shared) < 3:
        return None
    return Join(strength=1.0 - gap / 10, rule=f"the same stance, {gap} days apart")


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"[a-z]{4,}", text.lower()) if w not in _COMMON}


_COMMON = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "have",
        "would",
        "will",
        "been",
        "were",
        "they",
        "their",
        "said",
        "says",
        "which",
        "more",
        "than",
        "into",
        "over",
        "also",
        "about",
    ]
)


def sum_up(group: Group) -> Position:
    """The position as first told, in the fullest words."""
    first = min(group.nodes, key=lambda row: (row.data["days"][0] or 0, row.address)).data
    fullest = max((row.data["text"] for row in group.nodes), key=lambda text: (len(text), text))
    return Position(
        id=group.id,
        party=first["party"],
        issue=first["issue"],
        stance=first["stance"],
        value=next((row.data["value"] for row in group.nodes if row.data["value"]), None),
        text=fullest if len(fullest) <= 280 else first["text"],
        on_the_word_of=first["word"],
        as_of=first["when"] or day(first),
        talks=None,
        origins=UNKNOWN,
        mentions=tuple(sorted(row.address for row in group.nodes)),
    )


def finish(noun: Position, group: Group, lookup: Lookup) -> Position:
    """The position under the party its holder is known for across reports, with origins and talks."""
    party = noun.party
    for row in group.nodes:
        entity = lookup.entity_of(row.data["mention"]) if row.data["mention"] else None
        if entity is not None and any(legislates(role.role) for role in entity.roles):
            continue  # his party is what a report marked, not his country
        if entity is not None and entity.kind != "person" and PARTISAN.fullmatch(party):
            continue  # nor are "U.S. Republicans" a country
        if entity is not None and entity.party and party != entity.party:
            party = entity.party
            break
        if entity is not None and entity.kind == "person" and party not in (entity.name, *entity.variants):
            break  # the body he serves
        if entity is not None and not names.party_of(party) and party != "Europe":
            party = entity.name if entity.kind != "role" else party
            break
    talks = next((t for row in group.nodes if (t := talks_of(row.report, lookup))), None)
    members = tuple(row.address for row in group.nodes)
    return replace(noun, party=party, talks=talks, origins=origins_of(members, lookup))


LAYER = Layer(name="positions", nodes=nodes, join=join, sum_up=sum_up, finish=finish)
