"""Who sits at the table: the parties of one report, without those who only help, report or lend the room.

Countries are known by name. Where fewer than two of them negotiate, whoever deals with the others in the report is
taken for a party: a firm, a union, a faction, an armed group, a state no list knows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rapporteur.languages.en.tables import ACTS, HELPS, HIS_PEOPLE, MEDIATES, NO_PARTY, NO_PARTY_FIRST, WHERE
from rapporteur.model import Document, EventMention, Reading
from rapporteur.read.draft_authors import land_of
from rapporteur.record import names
from rapporteur.record.sides import side

SHARE = 0.06  # of a report's namings: a party named less is not at these talks
DEALINGS = frozenset(("AGREE", "CONSULT", "CONCEDE", "PROPOSE", "REJECT", "REQUEST", "THREATEN"))
"""What parties at a table do to each other."""
HAGGLES = frozenset(("CONCEDE", "REJECT", "REQUEST", "THREATEN"))
"""What only those do who want something themselves; who helps draws up texts, too."""
SEATED = frozenset(("organisation", "place", "group"))
_HELPING = ("mediation", "verb:broker", "verb:mediate", "verb:host", "verb:facilitate")


def seats(reading: Reading, document: Document) -> tuple[Counter[str], frozenset[str]]:
    """How often a report names each party, or somebody who speaks for it, and who only helps them to agree.

    Most first, equals by name.
    """
    text = "\n".join(document.text[block.start : block.end] for block in document.words_of())
    found = Counter[str]()
    for name, n in countries(reading).items():
        found[land_of(name, text)] += n
    helping = helpers(reading, found, text)
    for name in helping:
        del found[name]
    known = sum(names.party_of(name) is not None for name in found)
    if not known or len(found) < 2:
        acts = acting(reading, document, known)
        helping |= helpers(reading, acts, text)
        found += Counter({name: n for name, n in acts.items() if name not in helping})
    found = merged(found)
    total = sum(found.values())
    kept = {name: n for name, n in found.items() if n >= 2 and n >= SHARE * total}
    return Counter(dict(sorted(kept.items(), key=lambda pair: (-pair[1], pair[0])))), helping


def named(reading: Reading) -> Counter[str]:
    """How often a report names each country, and everything else that could be a party, were it known as one."""
    found = countries(reading)
    for mention in reading.mentions:
        if mention.kind in SEATED and mention.name[:1].isupper() and names.party_of(mention.name) is None:
            found[_plain(mention.name)] += 1
    return Counter(dict(sorted(merged(found).items(), key=lambda pair: (-pair[1], pair[0]))))


def mediators(reading: Reading, document: Document) -> list[list[str]]:
    """Persons a report calls mediator, and persons it says whom they speak for: [name, party or ""], sorted."""
    found: set[tuple[str, str]] = set()
    for mention in reading.mentions:
        if mention.kind != "person":
            continue
        before = document.text[max(0, mention.span.start - 30) : mention.span.start]
        name = mention.name.split()[-1]
        if re.search(MEDIATES, mention.role or "") or re.search(rf"{MEDIATES},?\s+$", before):
            found.add((name, ""))
        if mention.affiliation:
            found.add((name, names.party_of(mention.affiliation) or _plain(mention.affiliation)))
    return [list(pair) for pair in sorted(found)]


def countries(reading: Reading) -> Counter[str]:
    """How often each country or international body is named, or one who speaks for it."""
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
    return found


def helpers(reading: Reading, found: Iterable[str], text: str) -> frozenset[str]:
    """Those of some parties who help the others to agree, and want nothing themselves in this report."""
    return frozenset(
        name for name in found
        if _helps(name, reading, text) and not any(_does(event, name) for event in reading.event_mentions if event.class_ in HAGGLES)
    )  # fmt: skip


def _helps(name: str, reading: Reading, text: str) -> bool:
    if any(
        event.rule.startswith(_HELPING) or event.mode == "mediation"
        for event in reading.event_mentions
        if _does(event, name)
    ):
        return True
    return any(re.search(words.replace("{name}", re.escape(name)), text) for words in HELPS)


def _does(event: EventMention, name: str) -> bool:
    """Whether an event is told as done by a party."""
    return any(
        one.role == "source" and (one.exact == name or names.party_of(one.exact) == name)
        for one in event.participants
    )


def acting(reading: Reading, document: Document, known: int = 0) -> Counter[str]:
    """How often a report names those who deal with each other in it and are no country: firms, unions, factions.

    A people counts for its land where the report names both (“Vessian” for Vessia), a short name for the long one
    (“Calder” for Calder Ports). Outlets, cities and bodies without a name of their own are none; beside a country
    that is `known` to negotiate, a body called by its letters is one of its offices.
    """
    by_id = {mention.id: mention for mention in reading.mentions}
    text = "\n".join(document.text[block.start : block.end] for block in document.words_of())
    alone = {_plain(mention.name) for mention in reading.mentions if " and " not in mention.name}

    def each(name: str) -> Iterator[str]:
        """The parties one name names: two where it joins names that also stand alone, a land for its people."""
        head = re.match(
            r"(?:[A-Z][\w’'-]*\s)*[A-Z][\w’'-]*(?= (?!(?:of|and|for|the|de|la|du|des|del|al|on|to|in)\b)[a-z])",
            name,
        )
        if head and head.group() in alone:
            name = head.group()  # "Centre Alliance opened coalition": a name and the words behind it
        parts = re.split(r" and (?:the )?", _plain(name))
        joined = len(parts) == 2 and (" and the " in name or any(part in alone for part in parts))
        for part in parts if joined else [_plain(name)]:
            yield land_of(_plain(part), text)

    dealing = Counter(
        name
        for event in reading.event_mentions
        if event.class_ in DEALINGS or event.class_ == "PROTEST"
        for one in event.participants
        if (mention := by_id.get(one.mention or "")) is not None
        and _seatable(mention.kind, mention.name, mention.role)
        for name in each(mention.name)
    )
    spoken_for = Counter(
        one
        for name in (
            *(source.affiliation for source in reading.anonymous_sources),
            *(mention.affiliation for mention in reading.mentions if mention.kind in ("person", "role")),
            *(author for draft in reading.draft_mentions for author in draft.authors),
            *(stance.party_name for stance in reading.stances),
        )
        if name
        for one in each(name)
    )
    speaking = Counter(
        name
        for one in reading.attributions
        if one.source is not None
        for mention in reading.mentions
        if mention.kind in SEATED
        and one.source.start <= mention.span.start
        and mention.span.end == one.source.end
        for name in each(mention.name)
    )
    named = Counter(
        name
        for mention in reading.mentions
        if mention.kind not in ("document", "role")
        for name in each(mention.name)
    )
    again = _named_again(set(named), text)
    named += again
    outlets = {_plain(one.outlet) for one in reading.citations if one.outlet}
    if document.outlet is not None:
        outlets.add(_plain(document.outlet.value))
    full = {_plain(one.name) for one in reading.mentions if one.kind == "person" and " " in one.name}
    people = full | {name.split()[-1] for name in full} | _only_people(reading, text)
    cities = _only_places(reading, document, dealing)
    authors = Counter(
        name for draft in reading.draft_mentions for author in draft.authors for name in each(author)
    )
    found: Counter[str] = Counter()
    heard = {*dealing, *speaking, *authors, *again}
    bodies = {one for one in named if " " in one}
    candidates = {*dealing, *spoken_for, *speaking, *again}
    candidates |= {body for body in bodies if any(short_of(one, body) for one in candidates)}
    for name in sorted(candidates):
        if (
            names.party_of(name) is None
            and name[:1].isupper()
            and not (name.isupper() and (known or " " in name))
            and name.split()[0].lower() not in NO_PARTY_FIRST
            and _named(name)
            and name.lower() not in NO_PARTY
            and name not in outlets | people | cities
        ):
            found[name] = named[name] + spoken_for[name] + bool(dealing[name]) + bool(speaking[name])
    together = merged(found)
    return Counter(
        {
            name: n
            for name, n in together.items()
            if name in heard or any(name.startswith(one) or short_of(one, name) for one in heard)
        }
    )


def _named_again(found: Iterable[str], text: str) -> Counter[str]:
    """How often a body is spoken of by its last word, where it then does something: "the trust has offered"."""
    by_last: dict[str, list[str]] = {}
    for name in sorted(found):
        if " " in name and name[:1].isupper():
            by_last.setdefault(name.split()[-1].lower(), []).append(name)
    return Counter(
        {
            names_[0]: count
            for last, names_ in by_last.items()
            if len(names_) == 1
            and last.isalpha()
            and (count := len(re.findall(rf"\b[Tt]he {last} {ACTS}\b", text)))
        }
    )


def _only_people(reading: Reading, text: str) -> frozenset[str]:
    """Bare names that are taken for people and speak as people do: "Imrie said she", never "Calder said it"."""
    kinds: dict[str, set[str]] = {}
    for mention in reading.mentions:
        for part in re.split(r" and (?:the )?", _plain(mention.name)):
            if " " not in part:
                kinds.setdefault(part, set()).add(mention.kind)
    bodies = "|".join(re.escape(name) for name in sorted(kinds) if kinds[name] & SEATED)
    spoken = {_plain(one.source.exact) for one in reading.attributions if one.source is not None}

    def speaks_as_one(name: str) -> bool:
        called = re.escape(name)
        if re.search(
            rf"\b{called} (?:has |had )?(?:said|says|added|warned|argued)(?: that)? (?:it|its|they|their)\b",
            text,
        ):
            return False
        if bodies and re.search(rf"\b(?:(?:{bodies}) and {called}|{called} and (?:{bodies}))\b", text):
            return False  # "Sandrel and Ostmark": as the one, so the other
        return name in spoken or re.search(rf"\b{called}[’']s? {HIS_PEOPLE}\b", text) is not None

    return frozenset(name for name, held in kinds.items() if held == {"person"} and speaks_as_one(name))


def merged(found: Mapping[str, int]) -> Counter[str]:
    """The counts with a people under its land, “Liberal” under Liberals and a short name under the one longer.

    Short is the first of a name ("Calder" for Calder Ports, "Greens" for Green Union) or the last ("Alliance").
    """
    counts = Counter(dict(found))
    for name in sorted(found, key=lambda one: (len(one), one)):
        longer = [
            other for other in counts
            if other != name and counts[other] and (
                same_people(name, other) or other == f"{name}s" or short_of(name, other)
            )
        ]  # fmt: skip
        if len(longer) == 1:
            counts[longer[0]] += counts.pop(name)
    return counts


def short_of(name: str, other: str) -> bool:
    """Whether one name is the other's first or last word: "Calder" of Calder Ports, "Greens" of Green Union."""
    return other != name and (
        other.startswith((f"{name} ", f"{name.removesuffix('s')} "))
        or (other.endswith(f" {name}") and len(name) > 4)
    )


def same_people(people: str, land: str) -> bool:
    """Whether one word is the adjective of the other: "Vessian" of Vessia."""
    stem = re.escape(land.rstrip("aeoy"))
    return re.fullmatch(rf"{stem}[aeoy]?(?:n|an|ian|ean|ese|ish|i)", people) is not None


def _named(name: str) -> bool:
    """Whether every word of a name is written as one: “Centre Party began coalition” is a slip."""
    return "," not in name and all(
        not word[:1].islower()
        or word in ("of", "the", "and", "for", "de", "la", "du", "des", "del", "al", "on", "to", "in")
        for word in name.split()
    )


def _plain(name: str) -> str:
    """A name without its article and possessive."""
    bare = re.sub(r"^(?:the|The)\s+", "", name.strip())
    return re.sub(r"['’]s$", "", bare)


def _seatable(kind: str, name: str, role: str | None) -> bool:
    """Whether a mention may be a party; one bare word that nobody introduced as a person may be a firm."""
    return kind in SEATED or (kind == "person" and " " not in name and role is None)


def _only_places(reading: Reading, document: Document, dealing: Mapping[str, int]) -> frozenset[str]:
    """Places that only stand behind “in” or “at”, or lend the talks their name: where, not who."""
    found: dict[str, list[bool]] = {}
    for mention in reading.mentions:
        if mention.kind not in ("place", "facility"):
            continue
        before = document.text[max(0, mention.span.start - 12) : mention.span.start].lower().split()
        behind = document.text[mention.span.end : mention.span.end + 9].lower().split()
        where = bool(before and before[-1] in WHERE) or bool(
            behind and behind[0] in ("river", "dam", "talks", "plan")
        )
        found.setdefault(_plain(mention.name), []).append(where)
    return frozenset(name for name, where in found.items() if all(where))
