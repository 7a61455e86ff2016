"""Derives one layer in memory from entries at hand, and scores groups: what the bench's parts share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from rapporteur.model import (
    Block,
    Document,
    Entry,
    Given,
    Mention,
    MentionKind,
    Reading,
    Report,
    Window,
    address,
)
from rapporteur.record.layer import Dated, Group, Layer, Node, group


def derive(layer: Layer, dated: Iterable[Dated]) -> list[Group]:
    """The groups of a layer, as the record would make them."""
    nodes: list[Node] = []
    joins = []
    for entry in dated:
        nodes += layer.nodes(entry)
        joins += [(link.left, link.right, link.join) for link in layer.links(entry)]
    by_key = {node.key: node for node in nodes}
    under: dict[str, set[str]] = defaultdict(set)
    for node in by_key.values():
        for block in node.blocks:
            under[block].add(node.key)
    pairs = {
        (min(node.key, other), max(node.key, other))
        for node in by_key.values()
        for block in node.sought
        for other in under[block] - {node.key}
    }
    for left, right in sorted(pairs):
        if (join := layer.join(by_key[left], by_key[right])) is not None:
            joins.append((left, right, join))
    return group(nodes, joins, layer.conflict)


def plain(
    report: str,
    text: str,
    outlet: str | None = None,
    day: str | None = None,
    mentions: Sequence[tuple[str, MentionKind]] = (),
) -> Dated:
    """An entry made of a plain text, every line a paragraph; mentions by name, their spans only numbered."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if bare := line.strip():
            start = at + line.index(bare)
            blocks.append(Block(kind="paragraph", voice="newsroom", start=start, end=start + len(bare)))
        at += len(line) + 1
    given = Given(outlet=outlet, published=day)
    document = Document(report=report, text=text, language="en", blocks=tuple(blocks))
    named = tuple(
        Mention(
            id=address(report, "mention", i, i + 1),
            span=document.span(0, 1) if text else _no_span(),
            kind=kind,
            name=name,
        )
        for i, (name, kind) in enumerate(mentions)
    )
    return Dated(
        entry=Entry(
            report=Report(
                id=report,
                digest="",
                source=report,
                given=given,
                received="",
                media_type="text/plain",
                raw=b"",
            ),
            document=document,
            reading=Reading(report=report, reader="gold", mentions=named),
        ),
        window=Window(first=day, last=day, basis="given" if day else "unknown"),
    )


def _no_span() -> Any:
    raise ValueError("mentions need a text")


def b_cubed(
    gold: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]
) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 (Bagga & Baldwin 1998) of one clustering of the same mentions."""
    by_gold: dict[Hashable, set[Hashable]] = defaultdict(set)
    by_found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in gold.items():
        by_gold[cluster].add(mention)
        by_found[found[mention]].add(mention)
    precision = recall = 0.0
    for mention, cluster in gold.items():
        ours, theirs = by_found[found[mention]], by_gold[cluster]
        precision += len(ours & theirs) / len(ours)
        recall += len(ours & theirs) / len(theirs)
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)
