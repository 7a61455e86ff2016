"""Who and what mentions name, across reports: spellings, titles, initials, short forms, letters.

A node is a distinct name, so that a name printed ten thousand times is one node; its rows are the
mentions. Within a report every mention goes under the fullest name of its chain. A surname joins a
full name only where exactly one stands (see `layer.ALONE`), first among those of the same office.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from rapporteur.languages.en.given import (
    ENVOYS,
    EXCLUSIVE_OFFICES,
    HEADS_OF_STATES,
    OBSERVERS,
    OFFICES,
    SHORT_FORMS,
    VOICES,
)
from rapporteur.languages.en.names import ORGANISATION_HEADS
from rapporteur.model import Entity, MentionKind, Role
from rapporteur.record import names
from rapporteur.record.chains import chains, keyed
from rapporteur.record.layer import Dated, Group, Join, Layer, Link, Node
from rapporteur.record.sides import legislates

OFFICE_AND_SURNAME = Join(strength=0.45, rule="surname and office")
LETTERS = Join(strength=0.9, rule="its letters, as one report gives them")
THE_HOLDER = Join(strength=0.31, rule="the one known holder of the office")
NAMED_SO = Join(strength=0.45, rule="called so in one report")


def nodes(dated: Dated) -> Iterator[Node]:
    """One row a mention, under the fullest name of its chain."""
    for chain, key, data in keyed(dated.entry.reading):
        found, sought = (tuple(sorted(keys)) for keys in _keys(data))
        for mention in chain:
            yield Node(
                key=key,
                address=mention.id,
                report=dated.entry.document.report,
                blocks=found,
                seeks=sought,
                data=data,
                member={
                    "name": mention.name if mention.kind != "role" else None,
                    "kind": mention.kind,
                    "role": mention.role,
                    "affiliation": mention.affiliation,
                },
            )
    yield from _offices_alone(dated)


def _offices_alone(dated: Dated) -> Iterator[Node]:
    """One row a mention of an office without its holder: "the Aldmark foreign minister"."""
    for chain in chains(dated.entry.reading):
        if any(mention.kind != "role" for mention in chain):
            continue
        for mention in chain:
            held = names.state_office(mention.role, mention.affiliation)
            if held is not None:
                key = f"o:{held}"
                yield Node(
                    key=key,
                    address=mention.id,
                    report=dated.entry.document.report,
                    blocks=(key,),
                    seeks=(key,),
                    data={"class": "o", "key": held},
                    member={
                        "name": None,
                        "kind": mention.kind,
                        "role": mention.role,
                        "affiliation": mention.affiliation,
                    },
                )


def _keys(data: dict[str, Any]) -> tuple[set[str], set[str]]:
    """The keys a name is found under, and those it seeks: two full names of one first name have no business together,
    only a full name and what its first name may stand alone for."""
    if data["class"] != "p":
        found = {f"d:{data['key']}"} if data["class"] == "d" else set(_of_thing(data["key"]))
        return found, found
    tokens = tuple(data["tokens"])
    own = {f"p:{names.sound(names.surname(tokens))}", f"n:{' '.join(tokens)}"}
    if " " in tokens[-1]:
        own.add(f"p:{names.sound(tokens[-1].replace(' ', ''))}")
    if len(tokens) == 1:
        alone = names.sound(tokens[0])
        return own | {f"alone:{alone}"}, own | {f"first:{alone}"}
    own.add("all:" + " ".join(sorted(map(names.sound, tokens))))
    if len(tokens[0]) == 1 or tokens[0] in SHORT_FORMS:
        return own, own
    first = names.sound(tokens[0])
    return own | {f"first:{first}"}, own | {f"alone:{first}"}


def _of_thing(key: str) -> Iterator[str]:
    """The keys of what is no person: itself, its letters, how its words begin and sound, whose capital it is."""
    yield f"x:{key}"
    if key.startswith("@"):
        return
    if letters := names.letters_of(key):
        yield f"x:{letters}"
    words = key.split()
    begun = [word for word in words if word not in names.SMALL and not names.is_national(word)]
    yield from (
        f"x:{word[:3]}…" for word in (begun[:2] if len(words) > 2 else begun if len(words) == 1 else [])
    )
    yield "x:" + " ".join(names.sound(word) for word in words)
    yield f"n:{key}" if len(words) > 1 else f"p:{names.sound(key)}"
    if code := names.capital_of(key):
        yield f"x:capital {code}"
    for size in (1, 2, 3):
        if len(words) >= size + 2 and names.is_national(" ".join(words[:size])):
            yield "x:" + " ".join(names.sound(word) for word in words[size:])


def join(left: Node, right: Node) -> Join | None:
    """Two names, judged as names alone."""
    if left.data["class"] != right.data["class"]:
        return _of_uncertain_kind(left, right)
    if left.data["class"] == "p":
        a, b = tuple(left.data["tokens"]), tuple(right.data["tokens"])
        judged = names.same_person(a, b)
        if judged and a == b:
            judged = 0.4, "surname alone"  # with and without an office
        if judged and judged[0] >= 0.5 and len(a) == len(b) == 1 and _offices_differ(left, right):
            judged = None
    elif left.data["class"] in ("d", "o"):
        return None
    else:
        judged = names.same_thing(left.data["key"], right.data["key"])
    return Join(strength=judged[0], rule=judged[1]) if judged else None


def _of_uncertain_kind(left: Node, right: Node) -> Join | None:
    """A person's name that a reader took for something else elsewhere."""
    person, other = sorted((left, right), key=lambda node: node.data["class"])
    if (person.data["class"], other.data["class"]) != ("p", "x"):
        return None
    tokens, key = tuple(person.data["tokens"]), other.data["key"]
    if names.capital_of(key) or names.party_of(key) or key.startswith("@"):
        return None
    if _is_bare(person) and tokens[0] == key:
        return Join(strength=0.32, rule="one bare name, its kind uncertain")
    if len(tokens) > 1 and " ".join(tokens) == key:
        return Join(strength=0.55, rule="same name, its kind uncertain")
    if len(tokens) > 1 and tokens[-1] == key:
        return Join(strength=0.34, rule="surname alone, its kind uncertain")
    return None


def _is_bare(node: Node) -> bool:
    """Whether a reader took one word without an office for a person: "Aldmark" may be a country all the same."""
    return node.data["class"] == "p" and len(node.data["tokens"]) == 1 and not node.data["office"]


def _offices_differ(left: Node, right: Node) -> bool:
    a, b = left.data["office"], right.data["office"]
    return bool(a and b and a != b)


def links(dated: Dated) -> Iterator[Link]:
    """What one report itself says: that a full name's short form, letters, or office-and-surname is its."""
    for chain, key, data in keyed(dated.entry.reading):
        report = dated.entry.document.report
        if data["class"] == "p":
            held = {names.state_office(m.role, m.affiliation) for m in chain if m.role}
            for office in sorted(one for one in held if one):
                yield Link(left=key, right=f"o:{office}", report=report, join=THE_HOLDER)
        if data["class"] == "p" and len(data["tokens"]) > 1:
            last = data["tokens"][-1]
            for office in sorted({names.role_key(m.role) for m in chain if m.role} - {""}):
                yield Link(left=key, right=f"p:{last} ~ {office}", report=report, join=OFFICE_AND_SURNAME)
        elif data["class"] == "x":
            short = {names.thing_key(m.name) for m in chain if m.kind not in ("role", "document", "person")}
            for other in sorted(short - {"", data["key"]}):
                if not other.startswith("@") and not data["key"].startswith("@"):
                    by_letters = other == names.letters_of(data["key"])
                    how = LETTERS if by_letters else NAMED_SO
                    yield Link(left=key, right=f"x:{other}", report=report, join=how)


def conflict(left: Sequence[Node], right: Sequence[Node]) -> str | None:
    """Two different full names of persons, two countries, two capitals are never one."""
    for a in _distinct(left):
        for b in _distinct(right):
            if "o" in (a.data["class"], b.data["class"]):
                if why := _offices_conflict(a, b):
                    return why
                continue
            if a.data["class"] != b.data["class"]:
                if why := _kinds_conflict(a, b, [*left, *right]):
                    return why
                continue
            if a.data["class"] == "p":
                x, y = tuple(a.data["tokens"]), tuple(b.data["tokens"])
                if names.persons_conflict(x, y):
                    return f"different names: {' '.join(x)}, {' '.join(y)}"
            elif a.data["class"] == "x" and (why := _things_conflict(a.data["key"], b.data["key"])):
                return why
    return None


def _offices_conflict(a: Node, b: Node) -> str | None:
    """An office goes with a person, and two offices of one person are of one state."""
    if a.data["class"] == b.data["class"]:
        return None if a.data["key"].split(":")[0] == b.data["key"].split(":")[0] else "offices of two states"
    return None if "p" in (a.data["class"], b.data["class"]) else "an office and what is no person"


def _kinds_conflict(a: Node, b: Node, rows: Sequence[Node]) -> str | None:
    """A place is never a person, nor is a name that no name of the person ends in."""
    person, other = sorted((a, b), key=lambda node: node.data["class"])
    if (person.data["class"], other.data["class"]) != ("p", "x"):
        return "a document and what is none"
    if _is_bare(person) and person.data["tokens"][0] == other.data["key"]:
        return None
    kinds = Counter(row.member["kind"] for row in rows if row.key == other.key)
    if kinds["place"] + kinds["facility"] > 0:
        return "a person and a place"
    tokens = person.data["tokens"]
    ends = {" ".join(tokens[i:]) for i in range(len(tokens))}
    return None if other.data["key"] in ends else "a person and what is none"


def _distinct(rows: Sequence[Node]) -> Iterable[Node]:
    return {row.key: row for row in rows}.values()


def _things_conflict(left: str, right: str) -> str | None:
    if left == right:
        return None
    if left.startswith("@") or right.startswith("@"):
        return "a country is only itself"
    a, b = names.party_of(left), names.party_of(right)
    if a and b and a != b:
        return f"of different parties: {a}, {b}"
    return None


def sum_up(group: Group) -> Entity | None:
    """The entity a group of mentions names, with each role and the least report that gives it."""
    printed: Counter[str] = Counter()
    for row in group.nodes:
        if row.member["name"]:
            printed[row.member["name"]] += row.times
    if not printed:
        return None
    kind = _kind(group)
    name = _display(group, printed, kind)
    roles: dict[str, str] = {}
    for row in group.nodes:
        if row.member["role"]:
            roles[row.member["role"]] = min(row.report, roles.get(row.member["role"], row.report))
    return Entity(
        id=group.id,
        name=name,
        kind=kind,
        variants=tuple(sorted(printed, key=lambda form: (-printed[form], form))),
        roles=tuple(Role(role=role, report=report) for role, report in sorted(roles.items())),
        party=_party(group, kind),
        times=sum(row.times for row in group.nodes),
    )


def _kind(group: Group) -> MentionKind:
    """What most mentions are taken for, and never a person where the name is known for none."""
    kinds: Counter[MentionKind] = Counter()
    for row in group.nodes:
        if row.member["kind"] != "role":
            kinds[row.member["kind"]] += row.times
    classes = {row.data["class"] for row in group.nodes}
    named = [row for row in group.nodes if row.data["class"] == "p"]
    if named and not (
        "x" in classes
        and all(_is_bare(row) for row in named)
        and 2 * sum(row.times for row in named) <= sum(row.times for row in group.nodes)
    ):
        return "person"
    if "x" in classes:
        kinds.pop("person", None)
        kinds.pop("document", None)
    found: MentionKind = min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else "organisation"
    return found


def _display(group: Group, printed: Counter[str], kind: str) -> str:
    """The name shown: of a country its own, of a person the most printed among the full ones."""
    codes = {row.data["key"] for row in group.nodes if row.data["class"] == "x"}
    for code in sorted(codes):
        if code.startswith("@") and not code.endswith(" people"):
            return names.CODES[code[1:]]
    if kind == "person":
        full = {form: n for form, n in printed.items() if len(names.person_tokens(form)) > 1}
        pool = full or dict(printed)
    else:
        longest = {form: n for form, n in printed.items() if len(form.split()) > 1}
        pool = longest if max(longest.values(), default=0) * 5 >= max(printed.values()) else dict(printed)
    return min(pool, key=lambda form: (-pool[form], -len(form), form))


def _party(group: Group, kind: str) -> str | None:
    """Whom this speaks for: from its own name, else from roles and affiliations, the most given one."""
    if kind != "person":
        for row in sorted(group.nodes, key=lambda row: row.key):
            if row.data["class"] != "x":
                continue
            key = row.data["key"]
            if key.startswith("@"):
                return names.CODES[key[1:3]]
            if party := names.party_of(key):
                return party
    known: Counter[str] = Counter()
    learned: Counter[str] = Counter()
    for row in group.nodes:
        party = speaks_for(row.member["role"], row.member["affiliation"])
        if party:
            (known if names.is_known(party) else learned)[party] += row.times
    best = (known or learned).most_common(2)  # "Calder's envoy" is also "the U.S. envoy"
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def speaks_for(role: str | None, affiliation: str | None) -> str | None:
    """The party a role speaks for; "negotiator with the Iranians" and "envoy to Syria" name the other side."""
    if names.role_key(role or "").split()[-1:] and names.role_key(role or "").split()[-1] in OBSERVERS:
        return None  # "an Aldmark expert", "the Aldmark correspondent of the Courier"
    own, *facing = re.split(r"\b(?:with|to|on|against|about|towards?|for)\b", role or "", maxsplit=1)
    body = (affiliation or "").removesuffix("’s").removesuffix("'s")
    across = bool(facing) and body in facing[0]
    office = names.role_key(own)
    return (
        (None if across else names.party_of(body))
        or names.party_of(own)
        or next((OFFICES[known] for known in OFFICES if office.endswith(known)), None)
        or (None if across else _learned(own, body))
    )


def _learned(role: str, body: str) -> str | None:
    """A party no table knows, where a role says that one speaks for it; a ministry or a committee is none."""
    if not body[:1].isupper() or body.split()[-1] in ORGANISATION_HEADS - {"Union", "Front", "Movement"}:
        return None
    heads = set(role.lower().split())
    owned = re.search(rf"{re.escape(body)}[’']s?\s", role) is not None or (
        # "Aldmark’s President Ilse Varga"; "the Vessian premier" gives no name of a party
        bool(heads & HEADS_OF_STATES) and body not in role and not body.endswith(("ian", "ean", "ese", "ish"))
    )
    return body if heads & (ENVOYS if owned else VOICES) else None


def role_conflicts(entity: Entity) -> tuple[tuple[Role, Role], ...]:
    """Pairs of offices that different reports give one person and that nobody holds at once; not resolved.

    A former office beside a present one is no conflict, nor is a shorter form of the same.
    """
    if entity.kind != "person":
        return ()
    offices: dict[str, Role] = {}
    for role in entity.roles:
        key = names.role_key(role.role)
        if set(key.split()) & EXCLUSIVE_OFFICES and not role.role.lower().startswith(
            ("former", "ex-", "then")
        ):
            offices.setdefault(key, role)
    return tuple(
        (offices[left], offices[right])
        for left, right in combinations(sorted(offices), 2)
        if offices[left].report != offices[right].report and not _within(left, right)
    )


def _within(left: str, right: str) -> bool:
    a, b = set(left.split()), set(right.split())
    return a <= b or b <= a


def essence(fields: Mapping[str, Any]) -> Any:
    """Its name, kind and party, and whether it legislates; another spelling or office of it changes nobody else."""
    speaks_for_party = any(legislates(role["role"]) for role in fields.get("roles", ()))
    return [*map(fields.get, ("id", "name", "kind", "party")), speaks_for_party]


LAYER = Layer(
    name="entities", nodes=nodes, join=join, links=links, conflict=conflict, sum_up=sum_up, essence=essence,
    counted=True,
)  # fmt: skip
