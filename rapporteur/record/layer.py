"""What a derived noun must say of itself so that the record can keep it, cheaply and in any order.

A layer turns each report's facts into nodes; nodes that share an exact key are candidates; `join`
judges two candidates from themselves alone; joined nodes form components; a touched component is
grouped again whole and each group summed up into a noun. Nothing here depends on the order in which
reports came: keys are exact strings, `join` is a pure function of two nodes, links come from one
report each, and pairs are taken in a fixed order (strength, then address).

Derived nouns of different layers meet only through addresses: a statement names its speaker by the
address of a mention, and whoever shows it looks up the entity that holds that mention now. So a layer
never has to be derived again because another one changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from rapporteur.model import Address, Derivation, Document, Entity, Entry, Reading, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An entry with the window in which it could be known, as the record stands."""

    entry: Entry
    window: Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One distinct thing in one report that a layer groups.

    `key` names the node; rows of several reports with the same key are one node (a name spelled
    alike), so that what is said ten thousand times is grouped once. Use the fact's address where
    each fact is its own node. `data` is small JSON, and all that `join` and `sum_up` may look at;
    for a shared key it must be the same whichever report the row comes from, except under
    `member`, which is each row's own.
    """

    key: str
    address: Address
    report: str
    blocks: tuple[str, ...]  # exact keys under which it is found; one of a stretch of time ends in @NUMBER
    data: Mapping[str, Any] = field(default_factory=dict)
    member: Mapping[str, Any] = field(default_factory=dict)
    seeks: tuple[str, ...] | None = None
    """Keys under which it looks for partners, where they are others than its own: a full name looks for bare
    surnames and not for every full name of one first name; a dated draft for those of its own months and for
    undated ones. Of two nodes either each seeks a key of the other, or neither does: who came first may not matter."""
    times: int = 1  # rows it stands for, where a layer counts them (see `Layer.counted`)

    @property
    def sought(self) -> tuple[str, ...]:
        """The keys under which it looks for partners."""
        return self.blocks if self.seeks is None else self.seeks


ALONE = 0.5
"""A pair weaker than this joins only where neither side has another partner of the same strength that
conflicts with it: "Clinton" joins the one full name that stands, and none of two."""
GUEST = 0.3
"""A pair weaker than this joins only where no side has another partner of the same strength that could not join as
well: what might be of either of two belongs to none."""
FEW = 10
"""A partner found in this many times fewer reports than the other is no rival: a slip of one report does
not keep a surname from the person whom all the others mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Why two nodes are one: `strength` orders the pairs (higher first; see ALONE for the weak ones),
    `rule` is shown to people."""

    strength: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A join that one report itself states, between two node keys ("Rubio" is "Marco Rubio")."""

    left: str
    right: str
    report: str
    join: Join


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Nodes left together, the pairs that were left apart in a conflict, and their rows."""

    nodes: tuple[Node, ...]  # all rows, sorted by address
    joins: tuple[tuple[str, str, Join], ...]
    apart: tuple[tuple[str, str, str], ...] = ()  # left key, right key, why

    @property
    def id(self) -> Address:
        """The least address in the group."""
        return min(node.address for node in self.nodes)


class Lookup(Protocol):
    """What the finishing of a noun may ask of the record, all of it bounded by the noun's own members."""

    def window(self, report: str) -> Window: ...
    def document(self, report: str) -> Document: ...
    def reading(self, report: str) -> Reading: ...
    def derivations(self, report: str) -> Sequence[Derivation]:
        """The edges from this report to those it has its words or facts from."""
        ...

    def entity_of(self, mention: Address) -> Entity | None: ...
    def noun_of(self, layer: str, member: Address) -> Any | None:
        """The noun of that layer whose group holds this member now."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A derived noun as plain functions; see the module's first lines for what each must promise."""

    name: str
    nodes: Callable[[Dated], Iterable[Node]]
    join: Callable[[Node, Node], Join | None]
    sum_up: Callable[[Group], Any | None]  # the noun, or None where the group deserves none
    links: Callable[[Dated], Iterable[Link]] = lambda dated: ()
    conflict: Callable[[Sequence[Node], Sequence[Node]], str | None] = lambda left, right: None
    """Why two groups of nodes must stay apart although a pair joins them; None where they need not."""
    finish: Callable[[Any, Group, Lookup], Any] = lambda noun, group, lookup: noun
    """Adds what needs other layers (origins need derivations); run once every layer is grouped."""
    enough: Callable[[Collection[str]], bool] = bool
    """Whether two nodes that share these blocks may join at all, asked before either is looked at: what is common
    to many, such as a paragraph that every report on some talks carries along, is a key too few."""
    counted: bool = False
    """Whether a group holds one row for each thing said under a key, the least, with how often it was said, so that
    what is said ten thousand times is summed up as fast as what is said once. The noun then has no members of its
    own; `record/members.py` reads them when they are to be seen."""
    essence: Callable[[Mapping[str, Any]], Any] = lambda fields: fields
    """What finishing other nouns may know of this layer's, of the fields besides MEMBERS: where it stays the same,
    nothing that asked is finished again."""


MEMBERS = ("mentions", "attributions", "reports", "reported_by", "evidence")
"""Fields that name a noun's members, which finishing another may never know."""


def group(
    nodes: Sequence[Node],
    joins: Iterable[tuple[str, str, Join]],
    conflict: Callable[[Sequence[Node], Sequence[Node]], str | None],
    weights: Mapping[str, int] | None = None,
) -> list[Group]:
    """Connected components under a fixed order of pairs: strongest first, then by key.

    `nodes` are rows and may repeat a key; `joins` name keys. A pair whose two sides conflict is left
    apart and kept in the group of its left side, so that it can be shown; so is a weak pair (see
    ALONE) with a rival. `weights` says in how many reports each key stands, where `nodes` holds
    only one row of each.
    """
    rows: dict[str, list[Node]] = {}
    for node in sorted(nodes, key=lambda node: (node.address, node.key)):
        rows.setdefault(node.key, []).append(node)
    leader = {key: key for key in rows}
    members = {key: list(found) for key, found in rows.items()}
    if weights is None:
        weights = {key: len({row.report for row in found}) for key, found in rows.items()}
    kept: dict[str, list[tuple[str, str, Join]]] = {key: [] for key in rows}
    apart: list[tuple[str, str, str]] = []

    def find(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    def unite(left: str, right: str, join: Join) -> None:
        a, b = sorted((find(left), find(right)))
        if a == b:
            kept[a].append((left, right, join))
            return
        why = conflict(members[a], members[b])
        if why is not None:
            apart.append((left, right, why))
            return
        leader[b] = a
        members[a] += members.pop(b)
        kept[a] += [*kept.pop(b), (left, right, join)]

    ordered = sorted(
        {(min(a, b), max(a, b), join) for a, b, join in joins if a != b and a in rows and b in rows},
        key=lambda pair: (-pair[2].strength, pair[0], pair[1], pair[2].rule),
    )
    weak = [pair for pair in ordered if pair[2].strength < ALONE]
    for pair in ordered[: len(ordered) - len(weak)]:
        unite(*pair)
    for strength in sorted({pair[2].strength for pair in weak}, reverse=True):
        tier = [pair for pair in weak if pair[2].strength == strength]
        for left, right, join in _with_rivals(tier, find, members, conflict, weights):
            apart.append((left, right, f"{join.rule}, but several could be meant"))
            tier.remove((left, right, join))
        for pair in tier:
            unite(*pair)
    return sorted(
        (
            Group(
                nodes=tuple(sorted(found, key=lambda node: (node.address, node.key))),
                joins=tuple(sorted(kept[key], key=lambda pair: (-pair[2].strength, pair[0], pair[1]))),
                apart=tuple(pair for pair in apart if find(pair[0]) == key or find(pair[1]) == key),
            )
            for key, found in members.items()
        ),
        key=lambda made: made.id,
    )


def _with_rivals(
    tier: Sequence[tuple[str, str, Join]],
    find: Callable[[str], str],
    members: Mapping[str, Sequence[Node]],
    conflict: Callable[[Sequence[Node], Sequence[Node]], str | None],
    weights: Mapping[str, int],
) -> list[tuple[str, str, Join]]:
    """The weak pairs of one strength of which a side has another partner that conflicts with this one."""
    partners: dict[str, set[str]] = {}
    for left, right, _ in tier:
        partners.setdefault(left, set()).add(find(right))
        partners.setdefault(right, set()).add(find(left))

    def weight(leader: str) -> int:
        return sum(weights.get(key, 1) for key in {row.key for row in members[leader]})

    guest = tier[0][2].strength < GUEST

    def rivals(key: str, chosen: str) -> bool:
        enough = weight(chosen)
        first = [*members[chosen], *(members[find(key)] if guest else ())]
        return any(
            weight(other) * FEW > enough and conflict(first, members[other]) is not None
            for other in sorted(partners[key])
            if other != chosen
        )

    return [
        (left, right, join)
        for left, right, join in tier
        if find(left) != find(right) and (rivals(left, find(right)) or rivals(right, find(left)))
    ]
