"""Points: what a draft says on one issue, in all the reports that describe it.

A node is one provision. Two are one point where they are of one draft, on one issue, with one value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rapporteur.model import Point, Provision, Quantity, Reading
from rapporteur.read.values import amount
from rapporteur.record.drafts import COUNTED, NEAR, chains, described, same_draft
from rapporteur.record.layer import Dated, Group, Join, Layer, Node
from rapporteur.record.sides import topic, within

_STATUS = {"removed": 0, "agreed": 1, "disputed": 2, "open": 3, "other-track": 4, "unknown": 5}


def nodes(dated: Dated) -> Iterator[Node]:
    """One node a provision, with what its report says of its draft."""
    reading = dated.entry.reading
    about = topic(reading) if reading.provisions else ()
    drafts = {root: described(dated, chain, about) for root, chain in chains(reading).items()}
    for provision in reading.provisions:
        draft = drafts.get(provision.draft or "")
        found, sought = _keys(provision, draft)
        yield Node(
            key=provision.id,
            address=provision.id,
            report=reading.report,
            blocks=found,
            seeks=sought,
            data={
                "draft": provision.draft, "of": draft, "issue": provision.issue, "value": value_in(provision, reading),
                "number": provision.number, "status": provision.status, "text": " ".join(provision.span.exact.split()),
                "by": told_by(provision.attribution, reading),
            },
        )  # fmt: skip


def value_in(provision: Provision, reading: Reading) -> str | None:
    """The provision's value, from the quantity in it where the reading tied one and the value has none."""
    if provision.value and re.search(r"\d", provision.value):
        return provision.value
    inside = [
        q for q in reading.quantities
        if provision.span.start <= q.span.start and q.span.end <= provision.span.end and _counts(q)
    ]  # fmt: skip
    return amount(inside[0]) if inside else provision.value


def _counts(quantity: Quantity) -> bool:
    return quantity.unit not in (None, "points", "pages", "year", "years", "articles")


def told_by(attribution: str | None, reading: Reading) -> str:
    """Whose word it stands on: the speaker of the attribution, else the report itself."""
    found = next((a for a in reading.attributions if a.id == attribution), None)
    return (found.speaker or found.id) if found else reading.report


def _keys(provision: Provision, draft: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys a point is found under and those it seeks: its issue and value, in the drafts that may be its own."""
    if draft is None or provision.issue is None:
        return (), ()
    point = f"{provision.issue}:{_plain(provision.value)}"
    placed = [within(f"{point}:o{owner}", draft["days"], NEAR) for owner in draft["owners"]]
    if draft["total"] is not None:
        placed.append(within(f"{point}:n{draft['total']}", draft["days"], COUNTED, anytime=True))
    own = f"{point}:{provision.draft}"
    return (own, *(key for found, _ in placed for key in found)), (
        own, *(key for _, sought in placed for key in sought)
    )  # fmt: skip


def _plain(value: str | None) -> str:
    number = re.search(r"\d[\d.]*", value or "")
    return number.group() if number else (value or "")


def join(left: Node, right: Node) -> Join | None:
    """One issue, one value and one draft make one point."""
    a, b = left.data, right.data
    if (
        a["issue"] != b["issue"]
        or _plain(a["value"]) != _plain(b["value"])
        or a["of"] is None
        or b["of"] is None
    ):
        return None
    if a["status"] != b["status"] and "other-track" in (a["status"], b["status"]):
        return None
    if left.report == right.report:
        return Join(strength=2.0, rule="one draft, issue and value") if a["draft"] == b["draft"] else None
    same = same_draft(a["of"], b["of"])
    return Join(strength=1.0, rule=f"one issue and value; drafts {same.rule}") if same else None


def sum_up(group: Group) -> Point:
    """The point in its fullest words."""
    rows = [row.data for row in group.nodes]
    fullest = max(rows, key=lambda data: (len(data["text"]), data["text"]))
    status = min((data["status"] for data in rows), key=lambda status: _STATUS[status])
    return Point(
        id=group.id,
        draft=next((data["draft"] for data in rows if data["draft"]), None),
        number=next((data["number"] for data in rows if data["number"] is not None), None),
        issue=rows[0]["issue"],
        text=fullest["text"],
        value=next((data["value"] for data in rows if data["value"]), None),
        status=status,
        reported_by=tuple(sorted({data["by"] for data in rows})),
    )


LAYER = Layer(name="points", nodes=nodes, join=join, sum_up=sum_up)
