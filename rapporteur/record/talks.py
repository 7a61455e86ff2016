"""Talks: which negotiation a report is about, found from the parties it names, what it is about, and when.

Reports of one season with the same chief parties and matter are one node, so that a long record costs little.
Two nodes are one negotiation where the party each names most is among the other's chief parties, the matter is the
same, and no more than half a year lies between. A person may judge two apart, or the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rapporteur.languages.en import talks as en
from rapporteur.model import Address, Reading, Talks
from rapporteur.record import names
from rapporteur.record.layer import Dated, Group, Join, Layer, Lookup, Node
from rapporteur.record.sides import side

CHIEF = 3  # parties that tell one negotiation from another
SEASONS = 2  # quarters that may lie between two reports of one negotiation
SHARE = 0.06  # of a report's namings: a party named less is not at these talks
BODIES = frozenset(
    ("European Union", "Europe", "United Nations", "NATO", "North Atlantic Treaty Organization")
)
"""Bodies that sit at many tables: one of them beside the parties makes nothing side matter."""
DEALINGS = frozenset(("AGREE", "CONSULT", "CONCEDE", "PROPOSE", "REJECT", "REQUEST", "THREATEN"))
"""What parties at a table do to each other."""
SEATED = frozenset(("organisation", "place", "group"))
_PEOPLE = "(?:n|an|ian|ese|ish|i)"
_LEAD = 700  # code points of a report's beginning, where what it is about counts double


def nodes(dated: Dated) -> Iterator[Node]:
    """One row a report that is about talks."""
    document, reading = dated.entry.document, dated.entry.reading
    text = _told(dated)
    if len(en.TALKS.findall(text)) < min(en.LEAST, max(2, len(text) // en.EVERY)):
        return
    counts = parties_of(reading)
    if not counts:
        return
    chief = [name for name, _ in counts.most_common()][:CHIEF]
    matter = _matter(text, document.title.value if document.title is not None else "")
    season = _season(dated.window.first, dated.window.last)
    data = {"chief": sorted(chief), "first": chief[0], "matter": matter, "season": season}
    key = "|".join((chief[0], "+".join(sorted(chief)), matter or "", str(season)))
    yield Node(
        key=key,
        address=document.report,
        report=document.report,
        blocks=tuple(sorted(_blocks(chief, season))),
        data=data,
        member={"counts": dict(counts.most_common(12)), "issues": _issues(reading)},
    )


def parties_of(reading: Reading) -> Counter[str]:
    """How often a report names each party, or somebody who speaks for it; what is named least first by name."""
    by_id = {mention.id: mention for mention in reading.mentions}
    found: Counter[str] = Counter()
    for mention in sorted(reading.mentions, key=lambda one: (one.name, one.id)):
        if mention.kind in ("person", "role"):
            party = names.party_of(mention.affiliation) or names.party_of(mention.role)
        else:
            party = names.party_of(mention.name)
            if party is None and mention.kind == "group":
                party = side(mention.name, mention, by_id)
        if party:
            found[party] += 1
    if len(found) < 2:
        found += acting(reading)
    total = sum(found.values())
    kept = {name: n for name, n in found.items() if n >= 2 and n >= SHARE * total}
    ordered = sorted(kept.items(), key=lambda pair: (-pair[1], pair[0]))
    return Counter(dict(ordered))


def acting(reading: Reading) -> Counter[str]:
    """How often a report names those who deal with each other in it and are no country: firms, unions, factions.

    A people is counted for its country where the report names both ("Vessian" for Vessia).
    """
    by_id = {mention.id: mention for mention in reading.mentions}
    acts = {
        mention.name
        for event in reading.event_mentions
        if event.class_ in DEALINGS
        for participant in event.participants
        if (mention := by_id.get(participant.mention or "")) is not None and mention.kind in SEATED
    }
    spoken_for = Counter(
        name.removesuffix("'s").removesuffix("’s")
        for name in (
            *(source.affiliation for source in reading.anonymous_sources),
            *(mention.affiliation for mention in reading.mentions if mention.kind in ("person", "role")),
            *(author for draft in reading.draft_mentions for author in draft.authors),
        )
        if name
    )
    acts |= set(spoken_for)
    found: Counter[str] = Counter()
    for name in sorted(acts):
        if names.party_of(name) is None and name[:1].isupper() and not name.isupper():
            pattern = re.compile(
                rf"(?:the\s+)?{re.escape(name)}(?:n|an|ian|ese|ish|i)?(?:['’]s)?", re.IGNORECASE
            )
            named = [mention.name for mention in reading.mentions if mention.kind not in ("document", "role")]
            found[name] = sum(bool(pattern.fullmatch(one)) for one in (*named, *spoken_for.elements()))
    return found


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


def _blocks(chief: Sequence[str], season: int | None) -> Iterator[str]:
    for name in chief:
        if season is None:
            yield f"{name}|undated"
            continue
        for later in range(SEASONS + 1):  # keys of two reports meet within SEASONS quarters
            yield f"{name}|{season + later}"


def join(left: Node, right: Node) -> Join | None:
    """One negotiation: each one's first party at the other's table, one matter, not long apart."""
    a, b = left.data, right.data
    if a["season"] is None or b["season"] is None:
        if a["season"] != b["season"]:
            return None
    elif abs(a["season"] - b["season"]) > SEASONS:
        return None
    if a["matter"] is not None and b["matter"] is not None and a["matter"] != b["matter"]:
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
    if same and bound and (a["first"] in b["chief"] or b["first"] in a["chief"]):
        return Join(
            strength=0.55 if own else 0.45, rule="same matter, the first party of one at the other's table"
        )
    return None


def conflict(left: Sequence[Node], right: Sequence[Node]) -> str | None:
    """Two negotiations with other first parties and at most one party in common are two."""
    a, b = ({name for row in rows for name in row.data["chief"]} for rows in (left, right))
    firsts = [Counter(row.data["first"] for row in rows).most_common(1)[0][0] for rows in (left, right)]
    return "other parties" if firsts[0] != firsts[1] and len(a & b) < 2 else None


def sum_up(group: Group) -> Talks | None:
    """The negotiation that a group of reports is about."""
    counts: Counter[str] = Counter()
    issues: Counter[str] = Counter()
    for row in group.nodes:
        counts.update(row.member["counts"])
        issues.update(row.member["issues"])
    peoples = {
        name: land for name in counts for land in counts if re.fullmatch(rf"{re.escape(land)}{_PEOPLE}", name)
    }
    for people, land in sorted(peoples.items()):
        counts[land] += counts.pop(people)
    first = Counter(peoples.get(row.data["first"], row.data["first"]) for row in group.nodes)
    total = sum(counts.values())
    parties = [
        name for name, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) if n >= 0.02 * total
    ]
    matters = Counter(row.data["matter"] for row in group.nodes if row.data["matter"] is not None)
    matter = min(matters, key=lambda key: (-matters[key], key)) if matters else None
    return Talks(
        id=group.id,
        name=_name(first, parties, matter),
        parties=tuple(parties[:10]),
        issues=tuple(key for key, _ in sorted(issues.items(), key=lambda pair: (-pair[1], pair[0]))[:12]),
        reports=tuple(sorted({row.report for row in group.nodes})),
    )


def _name(first: Counter[str], parties: Sequence[str], matter: str | None) -> str:
    """ "Iran and United States: nuclear talks"."""
    heads = sorted(first, key=lambda name: (-first[name], name))[:1]
    others = [name for name in parties if name not in heads]
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


LAYER = Layer(name="talks", nodes=nodes, join=join, sum_up=sum_up, conflict=conflict)
