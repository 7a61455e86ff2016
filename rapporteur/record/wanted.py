"""Which nouns of a layer somebody wants, and how a database is asked for them: conditions on shelf marks alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

DATED = ("statements", "events", "drafts", "deadlines")
"""Layers whose nouns happen at a time; the others always may have."""
ACTORS = ("person", "organisation", "group", "place", "facility")
"""Kinds of entities that are somebody or somewhere."""
NEWEST, LOWEST = "n.last IS NULL, n.last DESC, n.rank", "n.rank DESC"
"""The latest first, and the last first, besides a layer's own order, which is its rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which nouns of a layer: every condition that is given must hold; `by` and each of `words` stand somewhere
    in whose it is and in what it says. Moments are UTC."""

    layer: str
    states: Sequence[str] = ()
    talks: Sequence[str] | None = None  # any of these, by id
    owners: Sequence[str] | None = None  # any of these
    below: str | None = None  # of lesser rank than this
    by: str | None = None
    words: Sequence[str] = ()
    anyone: Sequence[str] = ()  # one of these stands in whose it is
    any_words: Sequence[str] = ()  # one of these stands in what it says
    happened_from: str | None = None
    happened_to: str | None = None
    happened_before: str | None = None  # over by then
    dated: bool | None = None  # with a date, or without one
    since: str | None = None  # could first be known then or later
    known: bool = True  # False: only those without a state
    reports: Sequence[str] | None = None  # with a member in one of these
    acting: bool = False  # entities that are somebody or somewhere, or that are credited with words
    order: str = "n.rank"


MEMBERS = "FROM noun n CROSS JOIN node k CROSS JOIN item i"
MEMBER_OF = "k.layer = n.layer AND k.component = n.component AND k.grp = n.grp AND i.layer = k.layer AND i.key = k.key"
"""A noun with its members, asked in this order: SQLite keeps to it, and any other order reads whole tables."""


def condition(wanted: Wanted) -> tuple[str, dict[str, Any]]:
    """The condition on `noun n`, and the values it names."""
    values: dict[str, Any] = {"layer": wanted.layer}
    parts = ["n.layer = :layer"]

    def among(column: str, found: Sequence[str]) -> None:
        given = [f"{column}{number}" for number, _ in enumerate(found)]
        values.update(zip(given, found, strict=True))
        parts.append(f"n.{column} IN ({', '.join(':' + name for name in given)})" if given else "1 = 0")

    def holds(column: str, name: str, words: str) -> None:
        values[name] = like(words)
        parts.append(f"n.{column} LIKE :{name} ESCAPE '\\'")

    if wanted.states:
        among("state", wanted.states)
    if not wanted.known:
        parts.append("n.state IS NULL")
    if wanted.talks is not None:
        among("talks", wanted.talks)
    if wanted.owners is not None:
        among("owner", wanted.owners)
    if wanted.below is not None:
        parts.append("n.rank < :below")
        values["below"] = wanted.below
    if wanted.by:
        holds("who", "by", wanted.by)
    for number, word in enumerate(wanted.words):
        holds("words", f"word{number}", word)
    for column, name, found in (("who", "anyone", wanted.anyone), ("words", "any", wanted.any_words)):
        either = []
        for number, word in enumerate(found):
            values[f"{name}{number}"] = like(word)
            either.append(f"n.{column} LIKE :{name}{number} ESCAPE '\\'")
        if either:
            parts.append(f"({' OR '.join(either)})")
    if wanted.layer in DATED and wanted.happened_from:
        parts.append("n.last >= :happened_from")
        values["happened_from"] = wanted.happened_from
    if wanted.layer in DATED and wanted.happened_to:
        parts.append("n.first <= :happened_to")
        values["happened_to"] = wanted.happened_to
    if wanted.reports is not None:
        parts.append(
            f"EXISTS (SELECT 1 FROM node k CROSS JOIN item i WHERE {MEMBER_OF} AND i.report IN "
            f"({', '.join(f':report{number}' for number, _ in enumerate(wanted.reports)) or 'NULL'}))"
        )
        values |= {f"report{number}": report for number, report in enumerate(wanted.reports)}
    if wanted.acting:
        parts.append(
            f"(n.state IN ({names(ACTORS)}) OR "
            "EXISTS (SELECT 1 FROM noun s WHERE s.layer = 'statements' AND s.owner = n.id))"
        )
    if wanted.happened_before:
        parts.append("n.last < :happened_before")
        values["happened_before"] = wanted.happened_before
    if wanted.dated is not None:
        parts.append(f"n.last IS {'NOT ' if wanted.dated else ''}NULL")
    if wanted.since:
        parts.append(
            "NOT EXISTS (SELECT 1 FROM node k CROSS JOIN item i CROSS JOIN time_window w "
            f"WHERE {MEMBER_OF} AND w.report = i.report AND w.first < :since)"
        )
        values["since"] = wanted.since
    return " AND ".join(parts), values


def like(words: str) -> str:
    """A pattern that holds wherever these words stand in text kept in lower case."""
    escaped = words.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def names(layers: Sequence[str]) -> str:
    """Names of layers as a database reads a list."""
    assert all(name.isalpha() for name in layers)
    return ", ".join(f"'{name}'" for name in layers)
