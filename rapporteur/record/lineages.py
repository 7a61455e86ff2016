"""The edges between the reports of one component: who is earlier, who names whom, what was cut, what is a revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from rapporteur.model import (
    Address,
    Derivation,
    DerivationBasis,
    DerivationRelation,
    Window,
    address,
)
from rapporteur.record.compared import ONE_POST, REWRITE, contained, names
from rapporteur.record.layer import Group, Join, Lookup, Node
from rapporteur.record.outlets import outlet_key, same_outlet
from rapporteur.record.passages import Word, aligned, narrative, posts, shingles

COPY = 0.6
REVISION = 0.8  # with the same outlet
PASSAGES = 12  # longest shared passages kept as evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Reports that share passages or name one another: the edges, and (revision, of what) pairs."""

    id: Address
    reports: tuple[str, ...]
    derivations: tuple[Derivation, ...]
    revisions: tuple[tuple[str, str], ...] = ()


def finish(noun: Lineage, group: Group, lookup: Lookup) -> Lineage:
    """Draws the edges: who is earlier, who names whom, and what was cut."""
    by_key = {node.key: node for node in group.nodes}
    windows = {key: lookup.window(key) for key in by_key}
    edges: list[Derivation] = []
    revisions: list[tuple[str, str]] = []
    texts: dict[tuple[str, bool], tuple[list[list[Word]], frozenset[int]]] = {}

    def told(report: str, with_posts: bool) -> tuple[list[list[Word]], frozenset[int]]:
        if (report, with_posts) not in texts:
            document = lookup.document(report)
            runs = narrative(document) + (posts(document) if with_posts else [])
            texts[report, with_posts] = runs, frozenset(value for run in runs for value in shingles(run))
        return texts[report, with_posts]

    for left, right, why in group.joins:
        a, b = by_key[left], by_key[right]
        later, earlier = ordered(a, b, windows)
        if is_revision(a, b, why):
            revisions.append((later.key, earlier.key))
            continue
        edge = _edge(later, earlier, why)
        with_posts = why.rule == ONE_POST
        found = aligned(told(later.key, with_posts)[0], told(earlier.key, with_posts)[1])
        longest = sorted(found.passages, key=lambda passage: passage[0] - passage[1])[:PASSAGES]
        edges.append(
            replace(
                edge,
                shared=round(found.share, 3),
                evidence=(
                    *edge.evidence,
                    *(address(later.key, "passage", start, end) for start, end in sorted(longest)),
                ),
            )
        )
    edges = _shortest(edges)
    for node in group.nodes:
        edges += _by_name(node, edges, by_key)
    return replace(
        noun,
        derivations=tuple(
            sorted(edges, key=lambda edge: (edge.report, edge.from_report or "", edge.from_outlet or ""))
        ),
        revisions=tuple(_previous(revisions, windows)),
    )


def _previous(revisions: list[tuple[str, str]], windows: dict[str, Window]) -> Iterator[tuple[str, str]]:
    """Of several earlier versions, the last before each."""
    for later in sorted({later for later, _ in revisions}):
        earlier = [of for found, of in revisions if found == later]
        yield later, max(earlier, key=lambda report: (windows[report].first or "", report))


def is_revision(a: Node, b: Node, why: Join) -> bool:
    """The same item in a later version: the same URL, or nearly all shared within one outlet."""
    if why.rule == "same address on the web":
        return True
    if not same_outlet(a.data["outlet"], b.data["outlet"]) or a.data["carrier"] != b.data["carrier"]:
        return False  # shown by another site, it is a copy
    return contained(a, b)[1] >= REVISION


def ordered(a: Node, b: Node, windows: dict[str, Window]) -> tuple[Node, Node]:
    """The derived report, then the one it derives from.

    By name or link first; then the one that another site shows; then by date, where the windows do not
    overlap; then the page that does not say whose it is; then by what was cut: the
    one with fewer words of its own is the cut one. A tie falls to the addresses.
    """
    a_names = names(a, b) or b.data["url"] in a.data["urls"]
    b_names = names(b, a) or a.data["url"] in b.data["urls"]
    if a_names != b_names:
        return (a, b) if a_names else (b, a)
    if bool(a.data["carrier"]) != bool(b.data["carrier"]):
        return (a, b) if a.data["carrier"] else (b, a)
    if _before(windows[b.key], windows[a.key]):
        return a, b
    if _before(windows[a.key], windows[b.key]):
        return b, a
    if bool(a.data["outlet"]) != bool(b.data["outlet"]):
        return (b, a) if a.data["outlet"] else (a, b)
    return (a, b) if (-a.data["words"], a.key) > (-b.data["words"], b.key) else (b, a)


def _before(left: Window, right: Window) -> bool:
    """Whether the left was surely known first; days are compared where one side has no hour."""
    if left.last is None or right.first is None:
        return False
    size = min(len(left.last), len(right.first))
    return left.last[:size] < right.first[:size]


def _edge(later: Node, earlier: Node, why: Join) -> Derivation:
    share = contained(later, earlier)[1]
    by_name = names(later, earlier) or earlier.data["url"] in later.data["urls"]
    cited = _cited(later, earlier.data["outlet"])
    reposted = next((row for row in cited if row[3] == "reposts"), None)
    relation: DerivationRelation = "copy" if share >= COPY or reposted else "rewrite"
    if why.rule == ONE_POST:
        relation = "common-source"
    elif why.rule != "shared passage" and share < REWRITE:
        relation = "relies-on" if _leans(later, earlier.data["outlet"], cited) else "cites"
    basis: DerivationBasis = "named" if by_name else "shared passage"
    return Derivation(
        id=address(later.key, f"derivation-{earlier.key}", 0, 0),
        report=later.key,
        from_report=earlier.key,
        from_outlet=earlier.data["outlet"],
        relation=relation,
        basis="repost footer" if reposted else basis,
        shared=None,
        evidence=tuple(row[0] for row in cited),
    )


def _cited(node: Node, outlet: str | None) -> list[list[Any]]:
    return [row for row in node.data["cited"] if same_outlet(row[2], outlet)]


def _leans(node: Node, outlet: str | None, cited: Iterable[list[Any]]) -> bool:
    return same_outlet(node.data["relied_on"], outlet) or any(row[3] == "relies-on" for row in cited)


def _shortest(edges: list[Derivation]) -> list[Derivation]:
    """Leaves out what a chain already says: C from A, where C is from B and B is from A and B gave as much."""
    sources: dict[str, dict[str, Derivation]] = {}
    for edge in edges:
        sources.setdefault(edge.report, {})[edge.from_report or ""] = edge
    kept = []
    for edge in edges:
        through = [
            other
            for name, other in sources[edge.report].items()
            if name != edge.from_report and edge.from_report in sources.get(name, {})
        ]
        if edge.basis == "shared passage" and any((o.shared or 0) >= (edge.shared or 0) for o in through):
            continue
        kept.append(edge)
    return kept


def _by_name(node: Node, edges: list[Derivation], held: dict[str, Node]) -> Iterator[Derivation]:
    """The outlets a report names whose report is not held."""
    found = {
        outlet_key(str(held[edge.from_report].data["outlet"] or ""))
        for edge in edges
        if edge.report == node.key and edge.from_report in held
    }
    if node.data["repost"] and outlet_key(node.data["repost"]) not in found:
        yield _not_held(node, node.data["repost"], "copy", "repost footer", ())
    by_outlet: dict[str, list[list[Any]]] = {}
    for row in node.data["cited"]:
        by_outlet.setdefault(row[1], []).append(row)
    for key, rows in sorted(by_outlet.items()):
        if key in found:
            continue
        relation: DerivationRelation = "relies-on" if _leans(node, rows[0][2], rows) else "cites"
        if any(row[3] == "reposts" for row in rows):
            yield _not_held(node, rows[0][2], "copy", "repost footer", tuple(row[0] for row in rows))
        else:
            yield _not_held(node, rows[0][2], relation, "named", tuple(row[0] for row in rows))


def _not_held(
    node: Node,
    outlet: str,
    relation: DerivationRelation,
    basis: DerivationBasis,
    evidence: tuple[Address, ...],
) -> Derivation:
    return Derivation(
        id=address(node.key, f"derivation-{outlet_key(outlet).replace(' ', '-')}", 0, 0),
        report=node.key,
        from_report=None,
        from_outlet=outlet,
        relation=relation,
        basis=basis,
        shared=None,
        evidence=evidence,
    )
