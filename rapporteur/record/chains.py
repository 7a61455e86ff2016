"""What the mentions of one report name together: its chains, each under the fullest name it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rapporteur.model import Address, Mention, Reading
from rapporteur.record import names


def chains(reading: Reading) -> list[list[Mention]]:
    """The mentions of a report, those that mean the same together, in the order of the text."""
    by_id = {mention.id: mention for mention in reading.mentions}
    found: dict[Address, list[Mention]] = {}
    for mention in sorted(reading.mentions, key=lambda mention: mention.span.start):
        root, seen = mention, {mention.id}
        while root.chain is not None and root.chain in by_id and root.chain not in seen:
            root = by_id[root.chain]
            seen.add(root.id)
        found.setdefault(root.id, []).append(mention)
    return list(found.values())


Keyed = tuple[list[Mention], str, dict[str, Any]]


def keyed(reading: Reading) -> list[Keyed]:
    """The chains of a report that name something, with node key and data.

    A name that a reader took for a person here and for something else there is, within one report, what
    more of its mentions say.
    """
    found = [(chain, *made) for chain in chains(reading) if (made := key_of(chain)) is not None]
    weights: Counter[str] = Counter()
    for chain, key, _ in found:
        weights[key] += len(chain)
    people: dict[str, tuple[str, dict[str, Any]]] = {}
    things: dict[str, tuple[str, dict[str, Any]]] = {}
    for _, key, data in found:
        if data["class"] == "p":
            for name in (" ".join(data["tokens"]), data["tokens"][-1]):
                if name not in people or weights[key] > weights[people[name][0]]:
                    people[name] = key, data
        elif data["class"] == "x" and not names.is_known(data["key"]):
            things[data["key"]] = key, data
    out: list[Keyed] = []
    for chain, key, data in found:
        other = None
        if data["class"] == "x" and data["key"] in things:
            other = people.get(data["key"])
        elif data["class"] == "p":
            other = things.get(" ".join(data["tokens"]))
        if other is not None and (weights[other[0]], other[0]) > (weights[key], key):
            key, data = other
        out.append((chain, key, data))
    return out


def key_of(chain: Sequence[Mention]) -> tuple[str, dict[str, Any]] | None:
    """The node key and data of what a chain names; None where it has no name ("the minister")."""
    named = [mention for mention in chain if mention.kind != "role" and names.plain(mention.name)]
    if not named:
        return None
    people = [mention for mention in named if mention.kind == "person" and not names.is_known(mention.name)]
    if people:
        return _person_key(chain, people)
    if named[0].kind == "document":
        return _document_key(named)
    fullest = max(named, key=lambda mention: (_is_full(mention.name), len(mention.name), -mention.span.start))
    key = names.thing_key(fullest.name)
    return (f"x:{key}", {"class": "x", "key": key}) if key else None


def _is_full(name: str) -> bool:
    return " " in name.strip() and not names.people_of(name)


def _person_key(chain: Sequence[Mention], people: Sequence[Mention]) -> tuple[str, dict[str, Any]] | None:
    tokens = max((names.person_tokens(mention.name) for mention in people), key=_fullness)
    if not tokens:
        return None
    roles = [key for mention in chain if mention.role and (key := names.role_key(mention.role))]
    office = roles[0] if roles and len(tokens) == 1 else ""
    key = " ".join(tokens) + (f" ~ {office}" if office else "")
    return f"p:{key}", {"class": "p", "tokens": list(tokens), "office": office}


def _fullness(tokens: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
    return len(tokens), sum(map(len, tokens)), tokens


def _document_key(named: Sequence[Mention]) -> tuple[str, dict[str, Any]]:
    """Only a document with a name of its own is one across reports; "the draft" is this report's."""
    titled = [m for m in named if sum(word[:1].isupper() for word in m.name.split()) >= 2]
    if not titled:
        return f"d:{named[0].id}", {"class": "d", "key": named[0].id}
    key = names.plain(max(titled, key=lambda mention: len(mention.name)).name)
    return f"d:{key}", {"class": "d", "key": key}
