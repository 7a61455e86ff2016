"""Which report has its words or facts from which: by name, by repost footer, by shared passages.

A node is a report; two reports are joined where one passage stands in both, or where one names the
other's outlet and shares words with it. What a component sums up to is a `Lineage`: the edges of all
its reports, and which of them are only a later version of the same item (a revision derives from
nothing). Thresholds were set on pairs of news reports, see docs/evaluation/origins.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from rapporteur.model import (
    Address,
    Citation,
    Derivation,
    DerivationBasis,
    DerivationRelation,
    Document,
    Window,
    address,
)
from rapporteur.record.layer import Dated, Group, Join, Layer, Lookup, Node
from rapporteur.record.outlets import from_elsewhere, outlet_key, own_outlet, relied_on, same_outlet
from rapporteur.record.passages import (
    TOLD_IN,
    WORD,
    Word,
    aligned,
    keys,
    narrative,
    pack,
    posts,
    shingles,
    unpack,
    winnow,
)

REWRITE = 0.075  # share of the shorter narrative's shingles: above it, one report has read the other
COPY = 0.6
REVISION = 0.8  # with the same outlet
SAME_ITEM = 0.2  # under the same URL
FEWEST = 15  # shared shingles
NAMED = 8  # outlets of which what is credited to them is compared
NAMED_FEWEST = 3  # shared shingles, quotations included, in what one credits to the other's outlet
NAMED_KEYS = 24  # of each outlet named
OWN_KEYS = 96  # under which those that name this outlet find the report meant
ONE_POST = "one post, embedded in both"
PASSAGES = 12  # longest shared passages kept as evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Reports that share passages or name one another: the edges, and (revision, of what) pairs."""

    id: Address
    reports: tuple[str, ...]
    derivations: tuple[Derivation, ...]
    revisions: tuple[tuple[str, str], ...] = ()


TRACKING = re.compile(r"^(?:utm_\w+|hpt|fbclid|gclid|ref|src|source|cmp|cid|smid|mod|partner|rss|feed\w*)=")


def url_key(url: str) -> str:
    """A URL without scheme, `www.`, tracking parameters and closing slash; "" for a site's front page."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("edition.")
    asked = "&".join(sorted(part for part in parts.query.split("&") if part and not TRACKING.match(part)))
    path = parts.path.rstrip("/") + (f"?{asked}" if asked else "")
    return f"{host}{path}" if host and path else ""


def nodes(dated: Dated) -> Iterator[Node]:
    """One node a report, with the prints of what it tells and the outlets and addresses it names."""
    entry = dated.entry
    document, reading = entry.document, entry.reading
    outlet = own_outlet(entry)
    told = [shingles(run) for run in narrative(document)]
    embedded = [shingles(run) for run in posts(document)]
    whole = [_whole(document.text, block.start, block.end) for block in document.words_of()]
    every = [shingles(run) for run in whole]
    cited = from_elsewhere(reading.citations, outlet)
    url = url_key(entry.report.given.url or (entry.report.source if "://" in entry.report.source else ""))
    urls = sorted({key for citation in cited if citation.url and (key := url_key(citation.url))})
    near = _near(document, cited)
    own = outlet_key(outlet) if outlet else None
    mine = sorted({value for run in every for value in winnow(run)})[:OWN_KEYS] if own else []
    yield Node(
        key=document.report,
        address=document.report,
        report=document.report,
        blocks=(
            *keys([*told, *embedded]),
            *(f"n:{value:08x}:{own}" for value in mine),
            *(f"n:{value:08x}:{name}" for name, runs in near.items() for value in _least(runs)),
            *(f"u:{key}" for key in [*urls[:20], *([url] if url else [])]),
        ),
        data={
            "outlet": outlet,
            "carrier": document.carrier.value if document.carrier else None,
            "url": url,
            "names": sorted(near),
            "near": {name: pack(runs) for name, runs in near.items()},
            "urls": urls,
            "words": sum(len(run) for run in told),
            "prints": pack(told),
            "posts": pack(embedded),
            "every": pack(every),
            "relied_on": relied_on(document, reading, outlet),
            "repost": outlet if document.kind == "repost" else None,
            "cited": [
                [citation.id, outlet_key(citation.outlet or ""), citation.outlet, citation.relation]
                for citation in cited
            ],
        },
    )


def _near(document: Document, cited: Sequence[Citation]) -> dict[str, list[list[int]]]:
    """Outlet → the shingles of the paragraphs that name it, quotations included, and of what they introduce.

    What is credited to another outlet stands there; words shared elsewhere say nothing of it.
    """
    told = [block for block in document.blocks if block.kind in TOLD_IN or block.kind == "quote"]
    found: dict[str, list[list[int]]] = {}
    for citation in cited:
        at = next((i for i, b in enumerate(told) if b.start <= citation.span.start < b.end), None)
        if at is None:
            continue
        last = at + 1 if document.text[: told[at].end].rstrip().endswith(":") else at
        runs = [shingles(_whole(document.text, b.start, b.end)) for b in told[at : last + 1]]
        found.setdefault(outlet_key(citation.outlet or ""), []).extend(runs)
    return dict(sorted(found.items())[:NAMED])


def _least(runs: Sequence[Sequence[int]]) -> list[int]:
    return sorted({value for run in runs for value in winnow(run)})[:NAMED_KEYS]


def _whole(text: str, start: int, end: int) -> list[Word]:
    return [Word(m[0].lower(), m.start(), m.end()) for m in WORD.finditer(text, start, end)]


def contained(left: Node, right: Node, part: str = "prints") -> tuple[int, float]:
    """How many shingles two reports share, and their share of the smaller set."""
    a, b = unpack(left.data[part]), unpack(right.data[part])
    if not len(a) or not len(b):
        return 0, 0.0
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared, shared / min(len(a), len(b))


def share_post(left: Node, right: Node) -> float | None:
    """The share of the smaller set that two reports have in common with the posts they embed counted in;
    None where that is too little, or where neither embeds anything.

    One may print in its own text, without a mark, what the other shows as a signed post.
    """
    if not left.data["posts"] and not right.data["posts"]:
        return None
    a, b = (np.union1d(unpack(n.data["prints"]), unpack(n.data["posts"])) for n in (left, right))
    shared = len(np.intersect1d(a, b, assume_unique=True))
    share = shared / min(len(a), len(b)) if len(a) and len(b) else 0.0
    return share if shared >= FEWEST and share >= REWRITE else None


def names(left: Node, right: Node) -> bool:
    """Whether the left report names the right one's outlet as where it has something from."""
    outlet = right.data["outlet"]
    return bool(outlet) and any(same_outlet(name, outlet) for name in left.data["names"])


def credited(left: Node, right: Node) -> bool:
    """Whether what the left report credits to the right one's outlet stands in the right report."""
    outlet = right.data["outlet"]
    if not outlet:
        return False
    told = unpack(right.data["every"])
    return any(
        len(np.intersect1d(unpack(near), told, assume_unique=True)) >= NAMED_FEWEST
        for name, near in left.data["near"].items()
        if same_outlet(name, outlet)
    )


def join(left: Node, right: Node) -> Join | None:
    """One item under one URL; a shared passage; or a name and some shared words."""
    if left.data["url"] and left.data["url"] == right.data["url"] and contained(left, right)[1] >= SAME_ITEM:
        return Join(strength=1.0, rule="same address on the web")
    if right.data["url"] in left.data["urls"] or left.data["url"] in right.data["urls"]:
        return Join(strength=0.95, rule="linked")
    shared, share = contained(left, right)
    if shared >= FEWEST and share >= REWRITE:
        return Join(strength=0.5 + share * 0.4, rule="shared passage")
    if credited(left, right) or credited(right, left):
        return Join(
            strength=0.5 + contained(left, right, "every")[1] * 0.3, rule="named, with words in common"
        )
    if (common := share_post(left, right)) is not None:
        return Join(strength=0.5 + common * 0.2, rule=ONE_POST)
    return None


def sum_up(group: Group) -> Lineage | None:
    """The reports of a component; its edges need the clock and the texts, and are drawn by `finish`."""
    reports = tuple(node.report for node in group.nodes)
    if len(reports) == 1 and not group.nodes[0].data["cited"] and not group.nodes[0].data["repost"]:
        return None
    return Lineage(id=group.id, reports=reports, derivations=())


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


LAYER = Layer(name="derivations", nodes=nodes, join=join, sum_up=sum_up, finish=finish)
