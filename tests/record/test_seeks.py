"""Who seeks whom: of two nodes either each seeks a key of the other or neither, or who came first would matter."""

from __future__ import annotations

from itertools import combinations

import pytest

from bench._negotiations import entry
from rapporteur.record import LAYERS
from rapporteur.record.dates import stated
from rapporteur.record.layer import Dated, Layer, Node
from rapporteur.record.sides import within


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_nodes_of_generated_reports_seek_each_other_or_neither(layer: Layer) -> None:
    nodes: dict[str, Node] = {}
    for number in range(160):
        one = entry(number)
        window = stated(one.document)
        if window is not None:
            nodes |= {node.key: node for node in layer.nodes(Dated(entry=one, window=window))}
    for left, right in combinations(nodes.values(), 2):
        assert _seeks(left, right) == _seeks(right, left), (left.key, right.key)


def _seeks(one: Node, other: Node) -> bool:
    return not set(one.sought).isdisjoint(other.blocks)


DAYS = ([700, 700], [709, 709], [711, 712], [731, 731], [700, 790], [0, 9000], [None, None], [700, None])


@pytest.mark.parametrize(("left", "right"), list(combinations(DAYS, 2)))
def test_what_is_of_certain_days_meets_its_neighbours_and_what_is_of_no_known_day(
    left: list[int | None], right: list[int | None]
) -> None:
    (found, sought), (theirs, wanted) = (within("k", days, 10, anytime=True) for days in (left, right))
    meet = not set(sought).isdisjoint(theirs)
    assert meet == (not set(wanted).isdisjoint(found))
    known = [day for pair in (left, right) for day in pair if day is not None]
    if len(known) < 4 or left == [0, 9000] or right == [0, 9000]:
        assert meet
    else:
        gap = max(0, right[0] - left[1], left[0] - right[1])  # type: ignore[operator]
        assert meet if gap <= 10 else (not meet or gap < 20)
        (found, sought), (theirs, _) = within("k", left, 10), within("k", right, 10)
        assert meet == (not set(sought).isdisjoint(theirs))
