"""Lists out of a record: a page of nouns, how many there are, and what waits for a person, by index alone.

Nothing here opens a noun that is not on the page asked for; what is searched by words is searched on the shelf
marks (`record/shelves.py`), which are a line each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rapporteur.ledger.sql import Sql
from rapporteur.model import Address
from rapporteur.record import search
from rapporteur.record.lookup import as_noun, opened
from rapporteur.record.wanted import MEMBER_OF, MEMBERS, Wanted, condition, like, names


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Something that a reading or a grouping left to a person."""

    kind: str
    address: Address
    other: Address | None
    why: str = ""


_OF_DRAFT = f"{MEMBERS} CROSS JOIN noun p"
_POINT_OF = f"n.layer = 'drafts' AND {MEMBER_OF} AND p.layer = 'points' AND p.owner = i.address"


_NOTED = "noted w WHERE w.kind = :k AND EXISTS (SELECT 1 FROM time_window t WHERE t.report = w.report)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A page of report ids by when they could first be known, how many there are, and how many state no date."""

    reports: Sequence[str]
    total: int
    undated: int


class Lists:
    """The lists of one state of a record."""

    def __init__(self, sql: Sql) -> None:
        self.sql = sql

    def page(self, wanted: Wanted, limit: int | None = None, offset: int = 0) -> list[Any]:
        """The nouns wanted, in order, from `offset` on, `limit` at most."""
        where, values = condition(wanted)
        end = "" if limit is None else " LIMIT :limit OFFSET :offset"
        rows = self.sql.all(
            f"SELECT n.kind, n.body, n.finished FROM noun n WHERE {where} ORDER BY {wanted.order}{end}",
            **values, **({} if limit is None else {"limit": limit, "offset": offset}),
        )  # fmt: skip
        return opened(self.sql, rows)

    def count(self, wanted: Wanted) -> int:
        """How many nouns are wanted."""
        where, values = condition(wanted)
        return int(self.sql.one(f"SELECT count(*) AS found FROM noun n WHERE {where}", **values).found)

    def tally(
        self, layer: str, column: str = "owner", talks: Sequence[str] | None = None
    ) -> list[tuple[str, int]]:
        """How many nouns of a layer share each owner, state or talks, most first."""
        assert column in ("owner", "state", "talks")
        where, values = condition(Wanted(layer=layer, talks=talks))
        rows = self.sql.all(
            f"SELECT n.{column} AS name, count(*) AS found FROM noun n WHERE {where} AND n.{column} IS NOT NULL "
            f"GROUP BY n.{column}", **values,
        )  # fmt: skip
        return sorted(((row.name, row.found) for row in rows), key=lambda pair: (-pair[1], pair[0]))

    def reports_by_owner(self, layer: str, owners: Iterable[str]) -> dict[str, int]:
        """In how many reports the nouns of each of these owners have a member."""
        rows = self.sql.among(
            f"SELECT n.owner AS name, count(DISTINCT i.report) AS found {MEMBERS} "
            "WHERE n.layer = :l AND n.owner IN :keys AND " + MEMBER_OF + " GROUP BY n.owner",
            owners, l=layer,
        )  # fmt: skip
        return {row.name: row.found for row in rows}

    def named(self, layer: str, words: Sequence[str]) -> set[str]:
        """The ids of nouns that have all these words in their names or in whose they are."""
        parts = [
            f"(n.words LIKE :word{i} ESCAPE '\\' OR n.who LIKE :word{i} ESCAPE '\\')"
            for i, _ in enumerate(words)
        ]
        values = {f"word{i}": like(word) for i, word in enumerate(words)}
        rows = self.sql.all(
            f"SELECT n.id FROM noun n WHERE {' AND '.join(['n.layer = :l', *parts])}", l=layer, **values
        )
        return {row.id for row in rows}

    def points_counted(self) -> dict[str, int]:
        """How many points each draft has that has any, by its id."""
        rows = self.sql.all(
            "SELECT k.grp AS name, count(DISTINCT p.id) AS found FROM noun p CROSS JOIN item i CROSS JOIN node k "
            "WHERE p.layer = 'points' AND i.layer = 'drafts' AND i.address = p.owner "
            "AND k.layer = i.layer AND k.key = i.key GROUP BY k.grp"
        )
        return {row.name: row.found for row in rows}

    def points_of(self, drafts: Iterable[str]) -> dict[str, list[Any]]:
        """The points of each of these drafts, by the id of the draft."""
        rows = self.sql.among(
            f"SELECT DISTINCT n.id AS draft, p.id, p.kind, p.body, p.finished {_OF_DRAFT} "
            f"WHERE n.id IN :keys AND {_POINT_OF}", drafts,
        )  # fmt: skip
        found: dict[str, list[Any]] = {}
        for row in sorted(rows, key=lambda row: (row.draft, row.id)):
            found.setdefault(row.draft, []).append(as_noun(row.kind, row.finished or row.body))
        return found

    def drafts_with(self, word: str) -> set[str]:
        """The drafts one of whose points has this word."""
        rows = self.sql.all(
            f"SELECT DISTINCT n.id AS draft {_OF_DRAFT} WHERE {_POINT_OF} AND p.words LIKE :w ESCAPE '\\'",
            w=like(word),
        )  # fmt: skip
        return {row.draft for row in rows}

    def ranks(self, wanted: Wanted) -> list[tuple[str, str]]:
        """The ids of the nouns wanted with their ranks, in order; none is opened."""
        where, values = condition(wanted)
        return [
            (row.id, row.rank)
            for row in self.sql.all(
                f"SELECT n.id, n.rank FROM noun n WHERE {where} ORDER BY n.rank", **values
            )
        ]

    def nouns_at(self, layer: str, ids: Sequence[str]) -> list[Any]:
        """The nouns with these ids, in the order given."""
        rows = self.sql.among(
            "SELECT n.id, n.kind, n.body, n.finished FROM noun n WHERE n.layer = :l AND n.id IN :keys",
            ids,
            l=layer,
        )
        found = dict(zip([row.id for row in rows], opened(self.sql, rows), strict=True))
        return [found[id] for id in ids if id in found]

    def newest_talks(self) -> list[str]:
        """The ids of all talks, those with the newest report first."""
        rows = self.sql.all(
            "SELECT n.id, max(coalesce(w.first, '')) AS latest, count(DISTINCT i.report) AS found "
            f"{MEMBERS} CROSS JOIN time_window w WHERE n.layer = 'talks' AND {MEMBER_OF} AND w.report = i.report "
            "GROUP BY n.id"
        )
        return [row.id for row in sorted(rows, key=lambda row: (row.latest, row.found, row.id), reverse=True)]

    def newer_than(self, moment: str, talks: str | None, most: int) -> list[str]:
        """The reports that may have become known at a moment or later, of some talks where they are named."""
        also, values = _at_talks(talks)
        rows = self.sql.all(
            f"SELECT w.report FROM time_window w WHERE (w.last IS NULL OR w.last >= :m){also} "
            "ORDER BY w.last DESC, w.report LIMIT :n", m=moment, n=most, **values,
        )  # fmt: skip
        return [row.report for row in rows]

    def outlets(self, limit: int, offset: int = 0) -> list[tuple[str, int, int]]:
        """Outlets ("" where it is unknown) with how many reports they have and how many of these are their own,
        most first."""
        derived = {
            report
            for row in self.sql.all(
                "SELECT n.words FROM noun n WHERE n.layer = 'derivations' AND n.words <> ''"
            )
            for report in row.words.split()
        }
        rows = self.sql.all(
            "SELECT p.outlet, count(*) AS found FROM places p CROSS JOIN time_window w WHERE w.report = p.report "
            "GROUP BY p.outlet ORDER BY count(*) DESC, p.outlet LIMIT :n OFFSET :o", n=limit, o=offset,
        )  # fmt: skip
        had = self.sql.among(
            "SELECT p.outlet, count(*) AS found FROM places p CROSS JOIN time_window w WHERE w.report = p.report "
            "AND p.report IN :keys GROUP BY p.outlet", derived,
        )  # fmt: skip
        others: dict[str, int] = {}
        for row in had:
            others[row.outlet] = others.get(row.outlet, 0) + row.found
        return [(row.outlet, row.found, row.found - others.get(row.outlet, 0)) for row in rows]

    def count_outlets(self) -> int:
        """How many outlets the standing reports are from, the unknown as one."""
        return int(
            self.sql.one(
                "SELECT count(DISTINCT p.outlet) AS found FROM places p CROSS JOIN time_window w WHERE w.report = p.report"
            ).found
        )

    def received_since(self, moment: str, most: int) -> list[str]:
        """The reports that stand and were received here at a moment (UTC) or later, the latest first."""
        rows = self.sql.all(
            "SELECT r.id FROM report r WHERE r.received >= :m AND EXISTS "
            "(SELECT 1 FROM time_window w WHERE w.report = r.id) ORDER BY r.seq DESC LIMIT :n", m=moment, n=most,
        )  # fmt: skip
        return [row.id for row in rows]

    def count_received(self, moment: str) -> int:
        """How many reports that stand were received here at a moment or later."""
        return int(
            self.sql.one(
                "SELECT count(*) AS found FROM report r WHERE r.received >= :m AND EXISTS "
                "(SELECT 1 FROM time_window w WHERE w.report = r.id)", m=moment,
            ).found
        )  # fmt: skip

    def latest(self, talks: str | None) -> str | None:
        """The report that may have become known last."""
        also, values = _at_talks(talks)
        row = self.sql.one(
            f"SELECT w.report FROM time_window w WHERE w.last IS NOT NULL{also} ORDER BY w.last DESC, w.report LIMIT 1",
            **values,
        )  # fmt: skip
        return None if row is None else row.report

    def standing(self, talks: str | None = None) -> tuple[int, int]:
        """How many reports stand, and how many of them state no date."""
        also, values = _at_talks(talks)
        row = self.sql.one(
            f"SELECT count(*) AS found, coalesce(sum(1 - w.dated), 0) AS undated FROM time_window w WHERE 1 = 1{also}",
            **values,
        )  # fmt: skip
        return int(row.found), int(row.undated)

    def resting_on(self, layer: str, reports: Iterable[str]) -> list[Any]:
        """The nouns of a layer that have a member in one of these reports, by id."""
        rows = self.sql.among(
            "SELECT DISTINCT n.id, n.kind, n.body, n.finished FROM item i CROSS JOIN node k CROSS JOIN noun n "
            "WHERE i.layer = :l AND i.report IN :keys AND k.layer = i.layer AND k.key = i.key "
            "AND n.layer = k.layer AND n.component = k.component AND n.grp = k.grp", reports, l=layer,
        )  # fmt: skip
        found = {row.id: row for row in rows}
        return opened(self.sql, [row for _, row in sorted(found.items())])

    def derived_since(self, layer: str, stamp: int) -> list[Any]:
        """The nouns of a layer that were grouped or finished again after a stamp, by id."""
        rows = self.sql.all(
            "SELECT n.id, n.kind, n.body, n.finished FROM component c CROSS JOIN noun n WHERE c.layer = :l "
            "AND (c.touched > :s OR c.finished > :s) AND n.layer = c.layer AND n.component = c.id ORDER BY n.id",
            l=layer, s=stamp,
        )  # fmt: skip
        return opened(self.sql, rows)

    def stamp(self) -> int:
        """The stamp of the last change."""
        return int(self.sql.one("SELECT value FROM derived WHERE name = 'stamp'").value)

    def noted(self, kind: str, limit: int, offset: int = 0, words: Sequence[str] = ()) -> list[Left]:
        """What readings have of one kind (unnamed sources, what they left to a person), by address."""
        also, values = _holding(words)
        rows = self.sql.all(
            f"SELECT w.address, w.other, w.words FROM {_NOTED}{also} ORDER BY w.address, w.other LIMIT :n OFFSET :o",
            k=kind, n=limit, o=offset, **values,
        )  # fmt: skip
        return [Left(kind=kind, address=row.address, other=row.other or None, why=row.words) for row in rows]

    def address_of(self, layer: str, key: str) -> Address | None:
        """The least address under a node key."""
        row = self.sql.one(
            "SELECT min(address || '') AS least FROM item WHERE layer = :l AND key = :k", l=layer, k=key
        )
        return None if row is None else row.least

    def count_noted(self, kind: str, words: Sequence[str] = ()) -> int:
        """How much readings have of one kind."""
        also, values = _holding(words)
        return int(self.sql.one(f"SELECT count(*) AS found FROM {_NOTED}{also}", k=kind, **values).found)

    def reports(
        self,
        limit: int | None,
        offset: int = 0,
        *,
        outlet: str = "",
        holding: str = "",
        since: str | None = None,
    ) -> Shelf:
        """The reports that stand, those of an outlet or with some words in their text where that is asked."""
        parts, values = ["1 = 1"], {}
        if outlet:
            parts.append(
                "EXISTS (SELECT 1 FROM places p WHERE p.report = t.report AND lower(p.outlet) LIKE :outlet ESCAPE '\\')"
            )
            values["outlet"] = like(outlet)
        if since:
            parts.append("coalesce(t.first, t.last, '~') >= :since")
            values["since"] = since
        where = f"FROM time_window t WHERE {' AND '.join(parts)}"
        inside = (
            {hit.report for hit in search.find(self.sql, f'"{holding}"', search.RANKED)} if holding else None
        )
        end = "" if limit is None or inside is not None else " LIMIT :n OFFSET :o"
        rows = self.sql.all(
            f"SELECT t.report, t.dated {where} ORDER BY coalesce(t.first, t.last, '~'), t.report{end}",
            **values, **({"n": limit, "o": offset} if end else {}),
        )  # fmt: skip
        if inside is not None:
            rows = [row for row in rows if row.report in inside]
            last = None if limit is None else offset + limit
            undated = sum(not row.dated for row in rows)
            return Shelf(reports=[row.report for row in rows][offset:last], total=len(rows), undated=undated)
        found = self.sql.one(
            f"SELECT count(*) AS found, coalesce(sum(1 - t.dated), 0) AS undated {where}", **values
        )
        return Shelf(reports=[row.report for row in rows], total=int(found.found), undated=int(found.undated))

    def apart(self, layers: Sequence[str], limit: int, offset: int = 0) -> list[Left]:
        """The pairs that something joined and a grouping left apart: the least address under either key."""
        # `|| ''` keeps SQLite from looking for the least by walking all addresses
        least = "(SELECT min(i.address || '') FROM item i WHERE i.layer = a.layer AND i.key = a.{0})"
        rows = self.sql.all(
            f"SELECT a.layer, a.why, {least.format('low')} AS one, {least.format('high')} AS other FROM "
            f"(SELECT layer, low, high, why FROM apart WHERE layer IN ({names(layers)}) AND why NOT LIKE 'judged%' "
            "ORDER BY layer, low, high, why LIMIT :n OFFSET :o) a ORDER BY a.layer, a.low, a.high, a.why",
            n=limit, o=offset,
        )  # fmt: skip
        return [
            Left(kind=row.layer, address=row.one, other=row.other, why=row.why)
            for row in rows if row.one and row.other
        ]  # fmt: skip

    def apart_from(self, layer: str, member: Address) -> list[tuple[str, str, str]]:
        """The pairs that the group of this member left apart: our key, the other key, why."""
        rows = self.sql.all(
            "SELECT a.low, a.high, a.why, k.key FROM item i CROSS JOIN node g CROSS JOIN apart a CROSS JOIN node k "
            "WHERE i.layer = :l AND i.address = :a AND g.layer = i.layer AND g.key = i.key AND a.layer = g.layer "
            "AND a.component = g.component AND k.layer = a.layer AND k.key IN (a.low, a.high) "
            "AND k.component + 0 = g.component AND k.grp = g.grp ORDER BY a.low, a.high, a.why", l=layer, a=member,
        )  # fmt: skip
        return [(row.key, row.high if row.key == row.low else row.low, row.why) for row in rows]

    def joined_by(self, layer: str, member: Address) -> list[str]:
        """The rules that hold the group of this member together."""
        rows = self.sql.all(
            "SELECT DISTINCT e.rule FROM item i CROSS JOIN node g CROSS JOIN node k CROSS JOIN edge e CROSS JOIN node o "
            "WHERE i.layer = :l AND i.address = :a AND g.layer = i.layer AND g.key = i.key AND k.layer = g.layer "
            "AND k.component = g.component AND k.grp = g.grp AND e.layer = k.layer AND e.low = k.key "
            "AND o.layer = e.layer AND o.key = e.high AND o.grp = g.grp AND o.component = g.component ORDER BY e.rule",
            l=layer, a=member,
        )  # fmt: skip
        return [row.rule for row in rows]

    def count_apart(self, layers: Sequence[str]) -> int:
        """How many pairs were left apart."""
        where = f"layer IN ({names(layers)}) AND why NOT LIKE 'judged%'"
        return int(self.sql.one(f"SELECT count(*) AS found FROM apart WHERE {where}").found)


def _at_talks(talks: str | None) -> tuple[str, dict[str, str]]:
    if talks is None:
        return "", {}
    return (
        f" AND w.report IN (SELECT i.report {MEMBERS} WHERE n.layer = 'talks' AND n.id = :talks AND {MEMBER_OF})",
        {"talks": talks},
    )


def _holding(words: Sequence[str]) -> tuple[str, dict[str, str]]:
    parts = [f" AND w.words LIKE :word{number} ESCAPE '\\'" for number, _ in enumerate(words)]
    return "".join(parts), {f"word{number}": like(word) for number, word in enumerate(words)}
