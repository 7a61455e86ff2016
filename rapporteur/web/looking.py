"""The pages that gather: search, positions side by side, drafts side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rapporteur.record import Record, Wanted, shelves
from rapporteur.record.wanted import LOWEST
from rapporteur.views.docket import NONE
from rapporteur.views.drafts import drafts
from rapporteur.views.find import find
from rapporteur.views.positions import positions
from rapporteur.views.view import Asked
from rapporteur.views.words import talks_ids
from rapporteur.web.api import paged
from rapporteur.web.context import Desk, page, visit

COLUMNS = 4  # drafts side by side
DRAFTS = 12  # on one page, each with its points under it
PARTIES, ISSUES, STEPS = 6, 14, 4  # of positions side by side, and how far back each cell goes


def router(desk: Desk) -> APIRouter:
    """The routes of these pages."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/search")
    def search_page(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        wanted = any(seen.kept.get(name) for name in ("words", "by", "about"))
        with desk.record() as record:
            view = paged(find(record, seen.asked), seen.asked) if wanted else None
            return page("search.html", seen, title="Search", section="/search", view=view, short=record.ref)

    @routes.get("/positions")
    def positions_page(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        with desk.record() as record:
            view = positions(record, seen.asked)
            parties, issues, cells = side_by_side(record.at(seen.asked), seen.asked)
            return page(
                "positions.html", seen, title="Positions", section="/positions", view=view, parties=parties, issues=issues, cells=cells, short=record.ref,
            )  # fmt: skip

    @routes.get("/drafts")
    def drafts_page(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        with desk.record() as record:
            view = drafts(record, replace(seen.asked, limit=DRAFTS))
            side = view.data["side_by_side"]
            columns = side["drafts"][:COLUMNS]
            lines = [{**line, "cells": line["cells"][:COLUMNS]} for line in side["issues"]]
            counted = [draft for draft in view.data["drafts"] if draft.get("points_total") is not None]
            return page(
                "drafts.html", seen, title="Drafts", section="/drafts", view=view, size=DRAFTS,
                side={"drafts": columns, "issues": lines}, drafts=(counted or view.data["drafts"])[:6],
                short=record.ref,
            )  # fmt: skip

    return routes


Named = list[tuple[str, str]]  # keys of the record, and what the docket calls them


def side_by_side(
    record: Record, asked: Asked
) -> tuple[Named, Named, dict[tuple[str, str], list[dict[str, Any]]]]:
    """Positions as a table of parties by issues: the parties and issues with most, in each cell the oldest first."""
    docket = asked.docket or NONE
    talks = talks_ids(record, asked.talks)
    counted = record.lists.tally("positions", talks=talks)
    weights: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for owner, found in counted:
        for weight, name in zip(weights, owner.split("\x1f"), strict=True):
            weight[name] = weight.get(name, 0) + min(found, STEPS)
    parties, issues = (sorted(weight, key=lambda name: (-weight[name], name)) for weight in weights)
    parties = [party for party in parties if docket.follows(party)][:PARTIES]
    issues = issues[:ISSUES]
    held = {owner for owner, _ in counted}
    cells: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for party in parties:
        for issue in issues:
            owner = shelves.cell(party, issue)
            if owner not in held:
                continue
            wanted = Wanted(layer="positions", owners=[owner], talks=talks, order=LOWEST, since=asked.since)
            latest = record.lists.page(wanted, STEPS)
            cells[issue, party] = [
                {
                    "when": one.as_of, "stance": one.stance, "value": one.value or "", "ref": one.id,
                    "was": before.stance if before is not None and before.stance != one.stance else None,
                    "marks": ("single-origin",) if one.origins.count == 1 and len(one.mentions) > 1 else (),
                }
                for one, before in reversed(list(zip(latest, [*latest[1:], None], strict=True)))
            ]  # fmt: skip
    return (
        [(party, docket.party(party)) for party in parties],
        [(issue, docket.issues.title(issue or None)) for issue in issues],
        cells,
    )
