"""The way a fact came to the reports that carry it, laid out in layers for drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

COLUMN = 200  # three stand beside the words at 1280 pixels
ROW = 58
BOX = (164, 38)
MARGIN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainNode:
    """A box of the drawing: a source, a newsroom, a document or a report."""

    key: str
    label: str
    kind: str  # source, unnamed, newsroom, missing, document, report, copy
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainEdge:
    """An arrow from where something was had to who had it."""

    left: str
    right: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node with its place in the drawing, in CSS pixels."""

    node: ChainNode
    x: int
    y: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """An edge as an SVG path."""

    path: str
    label: str
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes and arrows with the size of the sheet they stand on."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def draw(nodes: Sequence[ChainNode], edges: Sequence[ChainEdge]) -> Drawing:
    """Lays the graph out by longest path from its sources, each layer ordered by the mean place of
    those before it (Sugiyama, Tagawa and Toda 1981, with one sweep). Cycles are cut at their last edge."""
    by_key = {node.key: node for node in nodes}
    kept = [
        edge for edge in edges if edge.left in by_key and edge.right in by_key and edge.left != edge.right
    ]
    depth = layers(by_key, kept)
    columns: dict[int, list[str]] = {}
    for node in nodes:
        columns.setdefault(depth[node.key], []).append(node.key)
    place: dict[str, int] = {}
    for column in sorted(columns):

        def mean(key: str) -> float:
            before = [place[edge.left] for edge in kept if edge.right == key and edge.left in place]
            return sum(before) / len(before) if before else 0.0

        for row, key in enumerate(
            sorted(columns[column], key=lambda key: (mean(key), key)) if column else columns[column]
        ):
            place[key] = row
    tallest = max((len(keys) for keys in columns.values()), default=1)
    boxes = {
        key: Box(
            node=by_key[key],
            x=MARGIN + column * COLUMN,
            y=MARGIN + place[key] * ROW + (tallest - len(keys)) * ROW // 2,
            lines=wrapped(by_key[key].label),
        )
        for column, keys in sorted(columns.items())
        for key in keys
    }
    arrows = tuple(arrow(boxes[edge.left], boxes[edge.right], edge.label) for edge in kept)
    return Drawing(
        width=2 * MARGIN + (max(columns, default=0)) * COLUMN + BOX[0],
        height=2 * MARGIN + (tallest - 1) * ROW + BOX[1],
        boxes=tuple(boxes[node.key] for node in nodes),
        arrows=arrows,
    )


def layers(nodes: Mapping[str, ChainNode], edges: Sequence[ChainEdge]) -> dict[str, int]:
    """The longest way to each node; at most as many rounds as there are nodes, so a cycle ends too."""
    depth = dict.fromkeys(nodes, 0)
    for _ in range(len(nodes)):
        moved = False
        for edge in edges:
            if depth[edge.right] < depth[edge.left] + 1 < len(nodes):
                depth[edge.right] = depth[edge.left] + 1
                moved = True
        if not moved:
            break
    used = {old: new for new, old in enumerate(sorted(set(depth.values())))}
    return {key: used[old] for key, old in depth.items()}


def wrapped(label: str, width: int = 24) -> tuple[str, ...]:
    """The label on at most two lines."""
    if len(label) <= width:
        return (label,)
    cut = label.rfind(" ", 0, width + 1)
    cut = cut if cut > 0 else width
    rest = label[cut:].strip()
    return (label[:cut].strip(), rest if len(rest) <= width else rest[: width - 1] + "…")


def arrow(left: Box, right: Box, label: str) -> Arrow:
    """A curve from the right side of one box to the left side of another."""
    x1, y1 = left.x + BOX[0], left.y + BOX[1] // 2
    x2, y2 = right.x, right.y + BOX[1] // 2
    middle = (x1 + x2) // 2
    return Arrow(
        path=f"M{x1},{y1} C{middle},{y1} {middle},{y2} {x2 - 7},{y2}",
        label=label,
        x=middle,
        y=(y1 + y2) // 2 - 5,
    )
