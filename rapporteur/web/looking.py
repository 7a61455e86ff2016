"""The pages that gather: the whole of one thing, search, positions side by side, two moments compared."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rapporteur.model import Document
from rapporteur.present.html.highlight import in_context
from rapporteur.read.issues import ENGLISH
from rapporteur.record import Record, Wanted, shelves
from rapporteur.record.listing import LOWEST
from rapporteur.record.moments import upper
from rapporteur.views.view import Evidence, Row, View
from rapporteur.views.words import outlet_name, talks_ids
from rapporteur.web.api import paged, view_named
from rapporteur.web.context import Desk, Visit, page, visit

COLUMNS = 4  # drafts side by side
DRAFTS = 12  # on one page, each with its points under it
ALIKE = 0.4  # share of words that makes one paragraph another version of the other
LONGEST = 4000  # words of a paragraph compared
PARTIES, ISSUES, STEPS = 6, 14, 4  # of positions side by side, and how far back each cell goes
COMPARED = ("timeline", "drafts", "positions", "disagreements")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words with what stands around them, ready to be shown."""

    report: str
    start: int
    prefix: str
    exact: str
    suffix: str
    label: str


def quoted(record: Record, evidence: Sequence[Evidence], most: int = 40) -> list[Quoted]:
    """Evidence in its context; words of reports that no longer stand are left out."""
    made = []
    for item in evidence[:most]:
        if not record.stands(item.report):
            continue
        document = record.document(item.report)
        start, end = item.span.start, item.span.end
        prefix, exact, suffix = in_context(document.text, start, end)
        made.append(
            Quoted(
                report=item.report,
                start=start,
                prefix=prefix,
                exact=exact,
                suffix=suffix,
                label=f"{outlet_name(document)} · {record.short(item.report)}@{start}–{end}",
            )
        )
    return made


def router(desk: Desk) -> APIRouter:
    """The routes of these pages."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/search")
    def search(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        wanted = any(seen.kept.get(name) for name in ("words", "by", "about"))
        with desk.record() as record:
            view = paged(view_named("find")(record, seen.asked), seen.asked) if wanted else None
            return page("search.html", seen, title="Search", section="/search", view=view, short=record.ref)

    @routes.get("/positions")
    def positions(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        with desk.record() as record:
            view = view_named("positions")(record, seen.asked)
            parties, issues, cells = side_by_side(record.at(seen.asked), seen)
            return page(
                "positions.html", seen, title="Positions", section="/positions", view=view, parties=parties, issues=issues, cells=cells, short=record.ref,
            )  # fmt: skip

    @routes.get("/drafts")
    def drafts(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        with desk.record() as record:
            view = view_named("drafts")(record, replace(seen.asked, limit=DRAFTS))
            side = view.data["side_by_side"]
            columns = side["drafts"][:COLUMNS]
            lines = [{**line, "cells": line["cells"][:COLUMNS]} for line in side["issues"]]
            counted = [draft for draft in view.data["drafts"] if draft.get("points_total") is not None]
            return page(
                "drafts.html", seen, title="Drafts", section="/drafts", view=view, size=DRAFTS,
                side={"drafts": columns, "issues": lines}, drafts=(counted or view.data["drafts"])[:6],
                short=record.ref,
            )  # fmt: skip

    @routes.get("/compare")
    def compare(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        left, right = (request.query_params.get(side, "")[:40] for side in ("left", "right"))
        parts: list[tuple[str, list[Row], list[Row]]] = []
        if left and right:
            zone = seen.asked.timezone
            with desk.record() as record:
                for name in COMPARED:
                    views = [
                        view_named(name)(
                            record, replace(seen.asked, as_of=upper(side, zone), limit=None, offset=0)
                        )
                        for side in (left, right)
                    ]
                    parts.append((name.capitalize(), *differing(*views)))
                return page(
                    "compare.html", seen, title="Compare two moments", section="", left=left, right=right,
                    parts=parts, short=record.ref,
                )  # fmt: skip
        return page(
            "compare.html",
            seen,
            title="Compare two moments",
            section="",
            left=left,
            right=right,
            parts=parts,
            short=str,
        )

    @routes.get("/revisions/{older}/{newer}")
    def revisions(request: Request, older: str, newer: str) -> HTMLResponse:
        seen = visit(request, desk)
        with desk.record() as record:
            reports = [record.find_report(ref) for ref in (older, newer)]
            documents = [record.document(report) for report in reports]
            labels = [version_words(document) for document in documents]
            pieces = changed(documents[0].text, documents[1].text)
            counts = {
                kind: sum(len(text.split()) for runs in pieces for k, text in runs if k == kind)
                for kind in ("gone", "came")
            }
            return page(
                "revisions.html", seen, title="Two versions compared", section="/reports", reports=reports,
                labels=labels, pieces=folded(pieces), counts=counts, short=record.ref,
            )  # fmt: skip

    return routes


def version_words(document: Document) -> str:
    """A version of a page by what it says of itself."""
    stated = document.updated or document.published
    return (
        f"{document.title.value if document.title else 'untitled'} ({stated.value if stated else 'undated'})"
    )


def side_by_side(
    record: Record, seen: Visit
) -> tuple[list[str], list[tuple[str, str]], dict[tuple[str, str], list[dict[str, Any]]]]:
    """Positions as a table of parties by issues: the parties and issues with most, in each cell the oldest first."""
    talks = talks_ids(record, seen.asked.talks)
    counted = record.lists.tally("positions", talks=talks)
    weights: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for owner, found in counted:
        for weight, name in zip(weights, owner.split("\x1f"), strict=True):
            weight[name] = weight.get(name, 0) + min(found, STEPS)
    parties, issues = (sorted(weight, key=lambda name: (-weight[name], name)) for weight in weights)
    parties, issues = parties[:PARTIES], issues[:ISSUES]
    held = {owner for owner, _ in counted}
    cells: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for party in parties:
        for issue in issues:
            owner = shelves.cell(party, issue)
            if owner not in held:
                continue
            wanted = Wanted(
                layer="positions", owners=[owner], talks=talks, order=LOWEST, since=seen.asked.since
            )
            latest = record.lists.page(wanted, STEPS)
            cells[issue, party] = [
                {
                    "when": one.as_of, "stance": one.stance, "value": one.value or "", "ref": one.id,
                    "was": before.stance if before is not None and before.stance != one.stance else None,
                    "marks": ("single-origin",) if one.origins.count == 1 and len(one.mentions) > 1 else (),
                }
                for one, before in reversed(list(zip(latest, [*latest[1:], None], strict=True)))
            ]  # fmt: skip
    return parties, [(issue, ENGLISH.title(issue or None)) for issue in issues], cells


def differing(left: View, right: View) -> tuple[list[Row], list[Row]]:
    """The rows that only the first view has, and those only the second has."""
    of = {
        side: {(row.ref, row.cells): row for row in view.rows}
        for side, view in (("left", left), ("right", right))
    }
    gone = [row for key, row in of["left"].items() if key not in of["right"]]
    came = [row for key, row in of["right"].items() if key not in of["left"]]
    return gone[:100], came[:100]


Runs = list[tuple[str, str]]  # same, gone or came; the words


def changed(older: str, newer: str) -> list[Runs]:
    """Two texts paragraph by paragraph, and word by word in those that were rewritten."""
    left, right = (
        [part.strip() for part in re.split(r"\n\s*\n|\n", text) if part.strip()] for text in (older, newer)
    )
    pieces: list[Runs] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces += [[("same", text)] for text in left[a:b]]
            continue
        gone, came = left[a:b], right[c:d]
        while gone and came:
            if difflib.SequenceMatcher(a=gone[0].split(), b=came[0].split(), autojunk=False).ratio() >= ALIKE:
                pieces.append(by_words(gone.pop(0), came.pop(0)))
            elif len(gone) >= len(came):
                pieces.append([("gone", gone.pop(0))])
            else:
                pieces.append([("came", came.pop(0))])
        pieces += [[("gone", text)] for text in gone] + [[("came", text)] for text in came]
    return pieces


def by_words(older: str, newer: str) -> Runs:
    """One paragraph in two versions, word by word."""
    left, right = (re.findall(r"\s*\S+", text)[:LONGEST] for text in (older, newer))
    runs: Runs = []
    for tag, a, b, c, d in difflib.SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(("same", "".join(left[a:b])))
        else:
            runs += [
                (kind, "".join(words)) for kind, words in (("gone", left[a:b]), ("came", right[c:d])) if words
            ]
    return runs


def folded(pieces: list[Runs]) -> list[Runs | int]:
    """The paragraphs with long stretches of unchanged ones, beyond one on either side, folded to their number."""
    plain = [all(kind == "same" for kind, _ in runs) for runs in pieces]
    shown: list[Runs | int] = []
    for number, runs in enumerate(pieces):
        near = plain[max(0, number - 1) : number + 2]
        if not all(near):
            shown.append(runs)
        elif shown and isinstance(shown[-1], int):
            shown[-1] += 1
        else:
            shown.append(1)
    return shown
