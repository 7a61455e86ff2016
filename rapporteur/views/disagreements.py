"""Where the accounts part: the kind of tension, both sides’ words, and what it is about."""

from __future__ import annotations

from typing import Any

from rapporteur.model import Disagreement
from rapporteur.record import Record, Wanted
from rapporteur.views.grounds import around
from rapporteur.views.view import Asked, Row, View
from rapporteur.views.words import quoted, talks_ids

MOST = 100
MEANS = {
    "contradiction": "both cannot be right",
    "supersession": "the later replaces the earlier",
    "different-draft": "each is in another draft",
    "different-scope": "each is of another scope",
    "attribution": "other people are credited",
    "denial": "one denies what the other claims",
    "framing": "one thing, cast differently",
}


def disagreements(record: Record, asked: Asked) -> View:
    """Every tension between two facts, with both sides’ evidence; `about` and `talks` narrow it."""
    now = record.at(asked)
    wanted = Wanted(
        layer="disagreements", talks=talks_ids(now, asked.talks), since=asked.since,
        words=f"{asked.about or ''} {asked.words or ''}".split(),
    )  # fmt: skip
    limit = asked.limit or (None if asked.long else MOST)
    page = now.lists.page(wanted, limit, asked.offset)
    found = now.lists.count(wanted)
    return View(
        name="disagreements",
        title="Where accounts part",
        columns=("kind", "about", "one side", "the other"),
        rows=tuple(_row(now, one) for one in page),
        notes=("A later figure that replaces an earlier one is supersession, never a contradiction.",),
        total=found,
        data=[_data(now, one) for one in page],
    )


def _row(record: Record, one: Disagreement) -> Row:
    sides = [around(record, side) for side in (one.left, one.right)]
    return Row(
        cells=(
            f"{one.kind}: {MEANS[one.kind]}",
            one.about,
            *(f"{quoted(e.span.exact, 160)} [{record.ref(side)}]" if e else "" for side, e in zip((one.left, one.right), sides, strict=True)),
        ),
        ref=one.right,
        evidence=tuple(dict.fromkeys(e for e in sides if e)),
        marks=(one.kind,),
    )  # fmt: skip


def _data(record: Record, one: Disagreement) -> dict[str, Any]:
    return {
        "id": one.id, "kind": one.kind, "about": one.about, "talks": one.talks,
        "left": one.left, "right": one.right, "left_ref": record.ref(one.left), "right_ref": record.ref(one.right),
    }  # fmt: skip
