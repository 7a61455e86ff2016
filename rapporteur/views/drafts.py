"""The texts on the table: their counts, authors and lineage, and their points side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rapporteur.model import Draft, Point
from rapporteur.read.issues import ENGLISH, Issues
from rapporteur.record import Record
from rapporteur.record.judged import report_of
from rapporteur.record.origins import origins_of
from rapporteur.views.grounds import around, origin_mark
from rapporteur.views.view import Asked, Evidence, Row, View

MOST = 40
SHOWN = 600


def drafts(record: Record, asked: Asked, issues: Issues = ENGLISH) -> View:
    """Every draft with its points under it; `about` narrows by issue or name, `talks` by talks, `by` by author."""
    now = record.at(asked)
    points = points_by_draft(now, asked)
    found = [
        draft
        for draft in now.nouns("drafts", asked)
        if _asked_for(draft, asked, points.get(draft.id, ()), issues)
    ]
    found.sort(key=lambda draft: (-_weight(draft, points.get(draft.id, ())), draft.id))
    limit = asked.limit or (None if asked.long else MOST)
    page = found[asked.offset : None if limit is None else asked.offset + limit]
    rows: list[Row] = []
    for draft in page:
        rows.append(_draft_row(now, draft))
        rows += [_point_row(now, point, issues) for point in points.get(draft.id, ())]
    loose = points.get(None, ())
    notes = ["A point nobody reports is unknown: nothing is filled in."]
    if len(found) > len(page):
        notes.append(f"{len(found) - len(page)} drafts more, mentioned in passing: --long shows all.")
    if loose:
        notes.append(f"{len(loose)} points are told of no draft in particular.")
    return View(
        name="drafts",
        title="What is on paper",
        columns=("draft", "issue", "value", "what is told", "status", "origins"),
        rows=tuple(rows),
        notes=tuple(notes),
        total=None,
        data={
            "drafts": [_data(now, draft, points.get(draft.id, ())) for draft in page],
            "side_by_side": side_by_side(now, page, points, issues),
        },
    )


def points_by_draft(record: Record, asked: Asked) -> dict[str | None, tuple[Point, ...]]:
    """The points of each draft by its id, in the order of issues; those of none under None."""
    order = {issue.key: number for number, issue in enumerate(ENGLISH.issues)}
    made: dict[str | None, list[Point]] = {}
    for point in record.nouns("points", asked):
        held = record.noun_of("drafts", point.draft) if point.draft else None
        made.setdefault(held.id if held else None, []).append(point)
    return {
        key: tuple(sorted(found, key=lambda p: (order.get(p.issue or "", 99), p.number or 0, p.id)))
        for key, found in made.items()
    }


def side_by_side(
    record: Record,
    shown: Sequence[Draft],
    points: dict[str | None, tuple[Point, ...]],
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
    return draft.name if owned or whose is None else f"{draft.name} ({', '.join(draft.authors[:3])})"


def _weight(draft: Draft, points: Sequence[Point]) -> int:
    counted = 5 * (draft.points_total is not None)
    return (
        3 * len(points) + counted + len({report_of(m) for m in draft.mentions}) + min(len(draft.mentions), 5)
    )


def _asked_for(draft: Draft, asked: Asked, points: Sequence[Point], issues: Issues) -> bool:
    if asked.talks and asked.talks not in (draft.talks or ""):
        return False
    if asked.by and not any(asked.by.lower() in author.lower() for author in draft.authors):
        return False
    words = f"{asked.about or ''} {asked.words or ''}".lower().split()
    text = f"{draft.name} {' '.join(draft.authors)} {' '.join(issues.title(p.issue) + ' ' + p.text for p in points)}".lower()
    return all(word in text for word in words) and (asked.long or _weight(draft, points) > 2 or bool(words))


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


def point_evidence(record: Record, point: Point) -> tuple[Evidence, ...]:
    """The sentences in which a point is told."""
    group = record.group_of("points", point.id)
    members = [node.address for node in group.nodes] if group else [point.id]
    return tuple(dict.fromkeys(e for m in members if (e := around(record, m))))


def _point_row(record: Record, point: Point, issues: Issues) -> Row:
    group = record.group_of("points", point.id)
    members = tuple(node.address for node in group.nodes) if group else (point.id,)
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
