"""What is on paper, for the brief: the drafts that count now side by side, issue by issue, in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from rapporteur.model import Draft, Point, Quantity
from rapporteur.record import Wanted
from rapporteur.record.judged import report_of
from rapporteur.record.origins import origins_of
from rapporteur.views.desk import Desk
from rapporteur.views.drafts import counts, points_by_draft, title_of
from rapporteur.views.grounds import around, members_of_point, origin_mark
from rapporteur.views.lines import Line, borne_out, clip, sentence_line
from rapporteur.views.words import day_words

COLUMNS = 3  # drafts side by side on one screen
ROWS = 8  # issues of them
RECENT = 30  # days before the newest report within which a draft was spoken of for it to count now
MOST = 40  # drafts of which most is told, among which those to show are chosen
CELL = 70  # characters of a provision in its cell
_TIME = re.compile(r"(?:year|month|week|day|hour|minute)s?\b")
_BOUND = re.compile(
    r"(?:(?:no |not )?(?:less|more|fewer|lower|higher) than|at (?:least|most)|up to|as (?:many|much) as|about|around|roughly|nearly|almost|some|below|above|under|over)\s+$",
    re.I,
)


def on_paper(desk: Desk) -> Iterator[Line]:
    """Issue by issue, what each draft says; "not reported" is left to the reader, never filled in."""
    shown = _shown(desk)
    points = points_by_draft(desk.record, [draft.id for draft in shown], desk.docket)
    order = {issue.key: number for number, issue in enumerate(desk.docket.issues.issues)}
    keyed = sorted(
        {p.issue for d in shown for p in points.get(d.id, ()) if p.issue}, key=lambda key: order.get(key, 99)
    )
    # an issue that several drafts speak of comes first: that is where they can be set side by side; then what is open
    told = {key: [[p for p in points.get(d.id, ()) if p.issue == key] for d in shown] for key in keyed}
    keyed.sort(
        key=lambda key: (
            -sum(map(bool, told[key])),
            not any(p.status == "open" for of in told[key] for p in of),
        )
    )
    for key in keyed[: None if desk.asked.long else ROWS]:
        for draft in shown:
            mine = [p for p in points.get(draft.id, ()) if p.issue == key]
            for point in _chosen(mine, desk.asked.long):
                yield _point_line(desk, draft, point, key)


def table_of(desk: Desk, lines: Sequence[Line]) -> dict[str, Any] | None:
    """The lines as rows of issues and columns of drafts: each cell the numbers of its lines."""
    cells = [line.cell for line in lines if line.cell is not None]
    drafts = list(dict.fromkeys(draft for _, draft in cells))
    held = {draft.id: draft for draft in desk.record.lists.nouns_at("drafts", drafts)}
    if not held:
        return None
    rows = []
    for key in dict.fromkeys(key for key, _ in cells):
        of = [[i for i, line in enumerate(lines) if line.cell == (key, draft)] for draft in drafts]
        rows.append({"issue": key, "title": desk.docket.issues.title(key), "cells": of})
    return {"drafts": [_column(desk, held[draft]) for draft in drafts], "rows": rows}


def _column(desk: Desk, draft: Draft) -> dict[str, Any]:
    told = counts(draft)
    origins = origins_of(draft.mentions, desk.record)
    return {
        "id": draft.id, "ref": desk.record.ref(draft.id), "title": title_of(draft), "counts": told,
        "when": day_words(draft.when), "problems": list(draft.problems),
        "origins": origin_mark(desk.record, draft.mentions, origins),
    }  # fmt: skip


def _shown(desk: Desk) -> list[Draft]:
    """The drafts to set side by side: those spoken of lately first, then those of which most is told."""
    lists = desk.record.lists
    counted = lists.points_counted()
    ours = [draft for draft, _ in lists.ranks(Wanted(layer="drafts", talks=desk.named)) if draft in counted]
    ours.sort(key=lambda draft: (-counted[draft], draft))
    latest = [one.id for one in desk.resting("drafts") if desk.ours(one.talks) and one.id in counted]
    told = lists.nouns_at("drafts", sorted({*ours[: None if desk.asked.long else MOST], *latest}))
    newest = max((_last(desk, draft) for draft in told), default="")
    edge = (datetime.fromisoformat(newest[:10]) - timedelta(days=RECENT)).isoformat() if newest else ""
    told.sort(
        key=lambda d: (_last(desk, d) < edge, not d.authors and d.points_total is None, -counted[d.id], d.id)
    )
    chosen = told if desk.asked.long else told[:COLUMNS]
    return sorted(chosen, key=lambda d: (desk.record.window(report_of(d.id)).first or "9", d.id))


def _last(desk: Desk, draft: Draft) -> str:
    return max((desk.record.window(report_of(m)).last or "" for m in draft.mentions), default="")


def _chosen(points: Sequence[Point], all_of_them: bool) -> list[Point]:
    """The points of a cell: the one with a figure first, and one more where its status says something else."""
    ordered = sorted(points, key=lambda p: (not re.search(r"\d", p.value or ""), p.status != "unknown", p.id))
    if all_of_them or not ordered:
        return ordered
    more = [p for p in ordered[1:] if p.status not in ("unknown", ordered[0].status)]
    return [ordered[0], *more[:1]]


def _point_line(desk: Desk, draft: Draft, point: Point, key: str) -> Line:
    facts = members_of_point(desk.record, point)
    status = "" if point.status == "unknown" else f" [{point.status}]"
    line = Line(
        text=_words(desk, point, facts[0]),
        facts=facts,
        label=f"{desk.docket.issues.title(key)} · {title_of(draft)}{status}:",
        origins=origins_of(facts, desk.record),
        marks=() if point.status == "unknown" else (point.status,),
        cell=(key, draft.id),
    )
    hedge = _hedge(desk, facts[0])
    unsure = hedge and any(failure.kind == "hedge" for failure in borne_out(desk.record, line))
    return replace(line, text=f"{hedge}{line.text}") if unsure else line


def _words(desk: Desk, point: Point, fact: str) -> str:
    """The words of a cell: the figure with its unit and bound where there is one, else the clause."""
    span = desk.record.words(fact)
    if span is None:
        return point.text
    figure = _figure(desk, fact) if point.status == "unknown" else None
    if figure:
        return figure
    if point.status in ("open", "agreed", "other-track", "removed") and len(span.exact.split()) < 3:
        told = sentence_line(desk.record, fact)
        return told.text if told else span.exact
    return clip(span.exact, 0, min(len(span.exact), CELL), CELL)


def _hedge(desk: Desk, fact: str) -> str:
    """ "likely " where the sentence says so of what it goes on to list: a cell may not make it sure."""
    held, span = around(desk.record, fact), desk.record.words(fact)
    if held is None or span is None:
        return ""
    before = held.span.exact[: span.start - held.span.start]
    found = re.search(r"\b(likely|probably|possibly|reportedly|perhaps)\b[^.;:]*$", before, re.I)
    return f"{found[1].lower()} " if found and "but" not in found.group().split() else ""


def _figure(desk: Desk, fact: str) -> str | None:
    """The figure of a provision as printed, with the words that bound it and its "a year"."""
    reading = desk.record.reading(report_of(fact))
    provision = desk.record.words(fact)
    if provision is None:
        return None
    inside: list[Quantity] = [
        q for q in reading.quantities
        if provision.start <= q.span.start and q.span.end <= provision.end and not _TIME.match(q.unit or "")
    ]  # fmt: skip
    if not inside:
        bare = re.search(
            r"(?<![\d.,])(?!(?:19|20)\d\d\b)[$€£]?\d[\d.,]*\d(?: (?:million|billion|trillion))?",
            provision.exact,
        )
        return bare.group() if bare and provision.exact.endswith(bare.group()) else None
    text = desk.record.document(report_of(fact)).text
    start, end = inside[0].span.start, inside[0].span.end
    bound = _BOUND.search(text[max(0, start - 24) : start])
    start -= len(bound.group()) if bound else 0
    unit = (inside[0].unit or "").split("/")[0].split()[-1:]
    if unit and unit[0].lower()[:4] not in text[start:end].lower():
        noun = re.match(
            rf"\s+(?:[a-z-]+\s+){{0,3}}?{re.escape(unit[0][:4])}[a-z]*", text[end : provision.end], re.I
        )
        end += noun.end() if noun else 0
    per = re.match(
        r"\s+(?:a|an|per|each|every) (?:year|month|week|day|hour|share|barrel|tonne|ton)\b", text[end:]
    )
    return text[start : end + (per.end() if per else 0)]
