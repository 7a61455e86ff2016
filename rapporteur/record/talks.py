"""Talks: which negotiation a report is about, found from the parties it names, what it is about, and when.

Reports of one season with the same chief parties and matter are one node, so that a long record costs little.
Two nodes are one negotiation where the party each names most is among the other's chief parties, the matter is the
same, and no more than half a year lies between. A person may judge two apart, or the same.

A short report that says too little of talks, or of who negotiates, is a guest: it makes no talks, unites none, and joins
the only ones whose parties it names. So does a report of no known day beside those that have one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from rapporteur.languages.en import talks as en
from rapporteur.model import Address, Reading, Talks
from rapporteur.record import names
from rapporteur.record.layer import Dated, Group, Join, Layer, Lookup, Node
from rapporteur.record.parties import mediators, merged, named, seats, short_of

CHIEF = 3  # parties that tell one negotiation from another
SEASONS = 2  # quarters that may lie between two reports of one negotiation
NEAR = 1  # quarters that may lie between a guest and the talks it joins
BODIES = frozenset(
    ("European Union", "Europe", "United Nations", "NATO", "North Atlantic Treaty Organization")
)
"""Bodies that sit at many tables: one of them beside the parties makes nothing side matter."""
_LEAD = 700  # code points of a report's beginning, where what it is about counts double


def nodes(dated: Dated) -> Iterator[Node]:
    """One row a report that is about talks, or is short and names two parties that may be at some."""
    document, reading = dated.entry.document, dated.entry.reading
    text = _told(dated)
    about = len(en.TALKS.findall(text))
    guest = about < min(en.LEAST, max(2, len(text) // en.EVERY))
    tells = not guest
    counts, helping = (Counter[str](), frozenset[str]()) if guest else seats(reading, document)
    if not counts:  # it says too little of who negotiates, or of talks
        guest, counts = True, named(reading)
    if not counts or (guest and (len(text) > en.SHORT or not about)):
        return
    chief = [name for name, _ in counts.most_common()][: 2 * CHIEF if guest else CHIEF]
    matter = _matter(text, document.title.value if document.title is not None else "")
    season = _season(dated.window.first, dated.window.last)
    data = {
        "chief": sorted(chief),
        "first": chief[0],
        "matter": matter,
        "season": season,
        "guest": guest,
        "tells": tells,
    }
    key = "|".join(
        (*([f"guest {tells}"] if guest else []), chief[0], "+".join(sorted(chief)), matter or "", str(season))
    )
    found, sought = _keys(chief, season, guest)
    yield Node(
        key=key,
        address=document.report,
        report=document.report,
        blocks=tuple(sorted(found)),
        seeks=tuple(sorted(sought)),
        data=data,
        member={
            "counts": dict(counts.most_common(12)),
            "helping": sorted(helping),
            "mediators": mediators(reading, document),
            "issues": _issues(reading),
        },
    )


def _told(dated: Dated) -> str:
    document = dated.entry.document
    return "\n".join(document.text[block.start : block.end] for block in document.words_of())


def _matter(text: str, title: str) -> str | None:
    """The key of what is negotiated; None where nothing is said often enough."""
    lead = f"{title}\n{text[:_LEAD]}"
    hits = {
        key: (len(words.findall(text)) + 3 * len(words.findall(lead))) * en.WEIGHTS.get(key, 1.0)
        for key, _, words in en.DOMAINS
    }
    best = max(hits, key=lambda key: (hits[key], key))
    return best if hits[best] >= en.ENOUGH else None


def _issues(reading: Reading) -> list[str]:
    told = [*(one.issue for one in reading.provisions), *(one.issue for one in reading.stances)]
    counted = Counter(key for key in told if key)
    return [key for key, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:6]]


def _season(first: str | None, last: str | None) -> int | None:
    """The quarter of a report as a running number; None where its date is not known."""
    try:
        day = date.fromisoformat((first or last or "")[:10])
    except ValueError:
        return None
    return day.year * 4 + (day.month - 1) // 3


def _keys(chief: Sequence[str], season: int | None, guest: bool) -> tuple[set[str], set[str]]:
    """The keys a report is found under and those it seeks: one party's for talks of one time, two for a guest.

    A guest seeks hosts and a report of no known day those that have one, and they it; its like neither seeks.
    """
    pairs = {"+".join(pair) for pair in combinations(sorted(chief), 2)}
    known = pairs | {f"one:{_root(name)}" for name in (chief[:2] if guest else chief)}
    undated, dated = {f"undated:{pair}" for pair in pairs}, {f"dated:{pair}" for pair in pairs}
    if guest:
        found, sought = ({f"{what}:{key}|{season}" for key in known} for what in ("guest", "host"))
        return (found, sought) if season is not None else (found | undated, sought | dated)
    near = [season] if season is None else range(season - NEAR, season + NEAR + 1)
    hosting, sought = ({f"{what}:{key}|{at}" for key in known for at in near} for what in ("host", "guest"))
    if season is None:
        own = {f"{name}|undated" for name in chief}
        return own | hosting | undated, own | sought | dated
    # keys of two reports meet within SEASONS quarters
    own = {f"{name}|{season + later}" for name in chief for later in range(SEASONS + 1)}
    return own | hosting | dated, own | sought | undated


def _root(name: str) -> str:
    """The first word of a name, by which the Greens are the Green Union."""
    return name.split()[0].lower().removesuffix("s")


def join(left: Node, right: Node) -> Join | None:
    """One negotiation: each one's first party at the other's table, one matter, not long apart."""
    a, b = left.data, right.data
    if a["matter"] is not None and b["matter"] is not None and a["matter"] != b["matter"]:
        return None
    undated = (a["season"] is None) != (b["season"] is None)
    if a["guest"] or b["guest"] or undated:
        return _as_guest(a, b, undated)
    if a["season"] is not None and abs(a["season"] - b["season"]) > SEASONS:
        return None
    shared = set(a["chief"]) & set(b["chief"])
    # a power that sits at many tables does not make two of them one; a body of its own does
    bound = len(shared) >= 2 or any(not names.thing_key(name).startswith("@") for name in shared)
    both = a["first"] in b["chief"] and b["first"] in a["chief"]
    same = a["matter"] is not None and a["matter"] == b["matter"]
    if both and same and bound:
        return Join(strength=0.9, rule="same first parties and matter")
    if both and (len(shared) >= 3 or shared == set(a["chief"]) == set(b["chief"])):
        return Join(strength=0.7, rule="same chief parties")
    own = any(not names.thing_key(name).startswith("@") for name in shared & {a["first"], b["first"]})
    if both and own and (a["matter"] is None or b["matter"] is None):
        return Join(strength=0.5, rule="same first party, which is no state")
    if both and same and a["first"] == b["first"] and min(len(a["chief"]), len(b["chief"])) <= 2:
        return Join(strength=0.45, rule="same first party and matter, and hardly another named")
    alone = min((a, b), key=lambda one: len(one["chief"]))
    if len(alone["chief"]) == 1 and own_seat(alone["first"], shared) and (same or alone["matter"] is None):
        return Join(strength=0.4, rule="the one party named, which is no state, sits at the other's table")
    if same and bound and (a["first"] in b["chief"] or b["first"] in a["chief"]):
        return Join(
            strength=0.55 if own else 0.45, rule="same matter, the first party of one at the other's table"
        )
    return None


def _as_guest(a: Mapping[str, Any], b: Mapping[str, Any], undated: bool) -> Join | None:
    """A guest beside talks: two of their parties, and their matter where these are states that meet on many."""
    if a["guest"] and b["guest"]:
        return None
    shared = set(a["chief"]) & set(b["chief"])
    same = a["matter"] is not None and a["matter"] == b["matter"]
    if len(shared) < 2 and same and not undated:
        guest, host = (a, b) if a["guest"] else (b, a)
        if guest["tells"] and any(
            name == other or short_of(name, other)
            for name in guest["chief"]
            for other in host["chief"]
            if own_seat(other, {other})
        ):
            return Join(
                strength=0.22,
                rule="a party of the talks and their matter, in a report that names hardly another",
            )
    if len(shared) < 2 or not (same or any(own_seat(name, shared) for name in shared)):
        return None
    if undated:
        return Join(strength=0.2, rule="same parties, and no day known") if same else None
    return Join(strength=0.25, rule="two parties of the talks, in a report that is hardly about any")


def own_seat(name: str, shared: set[str]) -> bool:
    """Whether a party that both name is no state, so that hardly another table has it."""
    return name in shared and not names.thing_key(name).startswith("@")


def conflict(left: Sequence[Node], right: Sequence[Node]) -> str | None:
    """Two negotiations with other first parties and at most one party in common are two; a guest unites none."""
    hosts = [[row for row in rows if not row.data["guest"]] for rows in (left, right)]
    if not all(hosts):
        return None
    firm = [[row for row in rows if row.data["season"] is not None] for rows in hosts]
    if all(firm) and any(len(one) < len(rows) for one, rows in zip(firm, (left, right), strict=True)):
        return "hardly about talks, or of no day known, and of two talks"
    left, right = hosts
    a, b = ({name for row in rows for name in row.data["chief"]} for rows in (left, right))
    firsts = [Counter(row.data["first"] for row in rows).most_common(1)[0][0] for rows in (left, right)]
    if min(len(a), len(b)) == 1 and any(own_seat(name, a & b) for name in min(a, b, key=len)):
        return None
    return "other parties" if firsts[0] != firsts[1] and len(a & b) < 2 else None


def sum_up(group: Group) -> Talks | None:
    """The negotiation that a group of reports is about; guests alone are about none."""
    hosts = [row for row in group.nodes if not row.data["guest"]]
    counts: Counter[str] = Counter()
    issues: Counter[str] = Counter()
    helping: Counter[str] = Counter()
    naming: Counter[str] = Counter()
    for row in hosts:
        counts.update(row.member["counts"])
        issues.update(row.member["issues"])
        helping.update(row.member["helping"])
        naming.update([*row.member["counts"], *row.member["helping"]])
    told = {(name, party) for row in hosts for name, party in row.member["mediators"]}
    mediating = {name for name, party in told if not party}
    for party in {party for name, party in told if party and name in mediating}:
        helping[party] = naming[party]  # whose envoy is called the mediator anywhere in these talks
    counts = merged({name: n for name, n in counts.items() if 2 * helping[name] < naming[name]})
    first = Counter(
        max(
            counts,
            key=lambda one: (one == named, named.startswith(one) or one.startswith(named), counts[one], one),
        )
        for named in (row.data["first"] for row in hosts)
        if counts
    )
    if not first:
        return None
    total = sum(counts.values())
    parties = [
        name for name, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) if n >= 0.02 * total
    ]
    matters = Counter(row.data["matter"] for row in hosts if row.data["matter"] is not None)
    matter = min(matters, key=lambda key: (-matters[key], key)) if matters else None
    return Talks(
        id=group.id,
        name=_name(first, parties, counts, matter),
        parties=tuple(parties[:10]),
        issues=tuple(key for key, _ in sorted(issues.items(), key=lambda pair: (-pair[1], pair[0]))[:12]),
        reports=tuple(sorted({row.report for row in group.nodes})),
    )


def _name(first: Counter[str], parties: Sequence[str], counts: Counter[str], matter: str | None) -> str:
    """ "Iran and United States: nuclear talks"; a third party only where it is named nearly as often."""
    heads = sorted(first, key=lambda name: (-first[name], name))[:1]
    others = [name for name in parties if name not in heads]
    others = others[:1] + [name for name in others[1:2] if 4 * counts[name] >= counts[others[0]]]
    called = next((title for key, title, _ in en.DOMAINS if key == matter), "talks")
    shown = [*heads, *others][:3]
    listed = ", ".join(shown[:-1]) + (" and " if len(shown) > 1 else "") + shown[-1]
    return f"{listed}: {called}"


def talks_of(fact: Address, lookup: Lookup, parties: Iterable[str] = ()) -> Talks | None:
    """The talks that a fact belongs to: its report's, unless all parties it names stand outside them.

    Side matter (a visit by somebody who is no party, another war) so belongs to none.
    """
    found = lookup.noun_of("talks", fact.partition(":")[0])
    if not isinstance(found, Talks):
        return None
    outside = set(parties) - set(found.parties) - BODIES
    return None if outside and len(set(parties) & set(found.parties)) < 2 else found


def essence(fields: Mapping[str, Any]) -> Any:
    """Which talks they are and whose: how often a party is named in them changes nothing that belongs to them."""
    return [fields.get("id"), sorted(fields.get("parties", ()))]


LAYER = Layer(name="talks", nodes=nodes, join=join, sum_up=sum_up, conflict=conflict, essence=essence)
