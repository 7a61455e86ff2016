"""The texts on the table: their counts, authors and lineage, and their points side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rapporteur.model import Draft, Point
from rapporteur.read.issues import ENGLISH, Issues
from rapporteur.record import Record, Wanted, shelves
from rapporteur.record.judged import report_of
from rapporteur.record.origins import origins_of
from rapporteur.views.docket import NONE, Docket
from rapporteur.views.grounds import around, members_of_point, origin_mark
from rapporteur.views.view import Asked, Row, View
from rapporteur.views.words import talks_ids

MOST = 40
SHOWN = 600


def drafts(record: Record, asked: Asked) -> View:
    """Every draft with its points under it; `about` narrows by issue or name, `talks` by talks, `by` by author."""
    now = record.at(asked)
    docket = asked.docket or NONE
    issues = docket.issues
    counted = now.lists.points_counted()
    found, passing = _asked_for(now, asked, counted)
    limit = asked.limit or (None if asked.long else MOST)
    page = now.lists.nouns_at("drafts", found[asked.offset : None if limit is None else asked.offset + limit])
    points = points_by_draft(now, [draft.id for draft in page], docket)
    loose = now.lists.count(Wanted(layer="points")) - sum(counted.values())
    rows: list[Row] = []
    for draft in page:
        rows.append(_draft_row(now, draft))
        rows += [_point_row(now, point, issues) for point in points.get(draft.id, ())]
    notes = ["A point nobody reports is unknown: nothing is filled in."]
    if len(found) > len(page):
        notes.append(f"{len(found) - len(page)} drafts more are not shown here.")
    if passing:
        notes.append(f"{passing} more are only mentioned in passing.")
    if loose:
        notes.append(f"{loose} points are told of no draft in particular.")
    return View(
        name="drafts",
        title="What is on paper",
        columns=("draft", "issue", "value", "what is told", "status", "origins"),
        rows=tuple(rows),
        notes=tuple(notes),
        total=len(found),
        data={
            "drafts": [_data(now, draft, points.get(draft.id, ())) for draft in page],
            "side_by_side": side_by_side(now, page, points, issues),
        },
    )


def points_by_draft(
    record: Record, drafts: Sequence[str], docket: Docket = NONE
) -> dict[str, tuple[Point, ...]]:
    """The points of each of these drafts by its id, in the order of issues, each on the issue the docket puts it on."""
    order = {issue.key: number for number, issue in enumerate(docket.issues.issues)}

    def placed(points: Sequence[Point]) -> list[Point]:
        return [replace(p, issue=docket.issue_of(p.issue, p.text)) for p in points]

    return {
        key: tuple(sorted(placed(found), key=lambda p: (order.get(p.issue or "", 99), p.number or 0, p.id)))
        for key, found in record.lists.points_of(drafts).items()
    }


def side_by_side(
    record: Record,
    shown: Sequence[Draft],
    points: dict[str, tuple[Point, ...]],
    issues: Issues = ENGLISH,
) -> dict[str, Any]:
    """Issues by drafts: what each says, "not reported" where nobody tells, and whether they differ."""
    told = [draft for draft in shown if points.get(draft.id)]
    keys = list(dict.fromkeys(p.issue for draft in told for p in points[draft.id] if p.issue))
    order = {issue.key: number for number, issue in enumerate(issues.issues)}
    lines = []
    for key in sorted(keys, key=lambda key: order.get(key, 99)):
        cells = [[p for p in points[draft.id] if p.issue == key] for draft in told]
        values = {frozenset(p.value or p.text for p in cell) for cell in cells if cell}
        lines.append(
            {
                "issue": key,
                "title": issues.title(key),
                "cells": [[{"value": p.value, "text": p.text, "status": p.status, "ref": record.ref(p.id)} for p in cell] for cell in cells],
                "differ": len(values) > 1,
            }
        )  # fmt: skip
    return {"drafts": [{"id": draft.id, "name": title_of(draft)} for draft in told], "issues": lines}


def title_of(draft: Draft) -> str:
    """A draft's name, with whose it is where the name does not say so."""
    whose = next((a for a in draft.authors if a not in draft.name), None)
    owned = any(author in draft.name for author in draft.authors)
    listed = [a for a in draft.authors if not any(a != other and a in other for other in draft.authors)]
    return draft.name if owned or whose is None else f"{draft.name} ({', '.join(listed[:3])})"


def _asked_for(record: Record, asked: Asked, counted: Mapping[str, int]) -> tuple[list[str], int]:
    """The ids of the drafts asked for, those most is told of first, and how many are left out as told in passing."""
    words = f"{asked.about or ''} {asked.words or ''}".split()
    wanted = Wanted(
        layer="drafts", talks=talks_ids(record, asked.talks), by=asked.by, since=asked.since,
        happened_from=asked.happened_from, happened_to=asked.happened_to,
    )  # fmt: skip
    ranks = dict(record.lists.ranks(wanted))
    for word in words:
        inside = record.lists.named("drafts", [word]) | record.lists.drafts_with(word)
        ranks = {draft: rank for draft, rank in ranks.items() if draft in inside}
    weights = {draft: shelves.up(rank) + 3 * counted.get(draft, 0) for draft, rank in ranks.items()}
    kept = [draft for draft, weight in weights.items() if asked.long or weight > 2 or words]
    return sorted(kept, key=lambda draft: (-weights[draft], draft)), len(weights) - len(kept)


def counts(draft: Draft) -> str:
    """ "20 points, 18 agreed, 2 open", as far as told."""
    told = [
        f"{number} {word}" for number, word in
        ((draft.points_total, "points"), (draft.points_agreed, "agreed"), (draft.points_open, "open")) if number is not None
    ]  # fmt: skip
    return ", ".join(told)


def _draft_row(record: Record, draft: Draft) -> Row:
    told = [counts(draft)]
    if draft.nature:
        told.append(f"called “{draft.nature}”")
    if draft.parent:
        told.append(f"from {draft.parent}")
    told += draft.problems
    found = [e for m in draft.mentions[:4] if (e := around(record, m))]
    return Row(
        cells=(
            title_of(draft),
            "",
            "",
            "; ".join(part for part in told if part),
            "",
            f"told in {len({report_of(m) for m in draft.mentions})}",
        ),
        ref=draft.id,
        evidence=tuple(dict.fromkeys(found)),
        marks=("counts-differ",) if draft.problems else (),
    )


def _point_row(record: Record, point: Point, issues: Issues) -> Row:
    members = members_of_point(record, point)
    text = point.text if len(point.text) <= SHOWN else point.text[: SHOWN - 1] + "…"
    number = f"{point.number}. " if point.number is not None else ""
    return Row(
        cells=(
            "",
            issues.title(point.issue),
            point.value or "",
            f"{number}{text}",
            point.status,
            origin_mark(record, members, origins_of(members, record)),
        ),
        ref=point.id,
        evidence=tuple(dict.fromkeys(e for m in members if (e := around(record, m)))),
        marks=(point.status,) if point.status not in ("unknown",) else (),
    )


def _data(record: Record, draft: Draft, points: Sequence[Point]) -> dict[str, Any]:
    return {
        "id": draft.id, "ref": record.ref(draft.id), "name": draft.name, "authors": list(draft.authors),
        "parent": draft.parent, "points_total": draft.points_total, "points_agreed": draft.points_agreed,
        "points_open": draft.points_open, "nature": draft.nature, "problems": list(draft.problems), "talks": draft.talks,
        "points": [
            {"id": p.id, "ref": record.ref(p.id), "number": p.number, "issue": p.issue, "value": p.value, "text": p.text, "status": p.status}
            for p in points
        ],
    }  # fmt: skip
