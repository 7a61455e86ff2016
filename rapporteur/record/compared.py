"""What two reports have in common: an address, a passage, what one credits to the other's outlet, or a post."""

from __future__ import annotations

import numpy as np

from rapporteur.record.layer import Join, Node
from rapporteur.record.outlets import same_outlet
from rapporteur.record.passages import unpack

REWRITE = 0.075  # share of the shorter narrative's shingles: above it, one report has read the other
SAME_ITEM = 0.2  # under the same URL
FEWEST = 15  # shared shingles
NAMED_FEWEST = 3  # shared shingles, quotations included, in what one credits to the other's outlet
ONE_POST = "one post, embedded in both"


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
