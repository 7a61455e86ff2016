"""The page of sources: those named, the unnamed as cards with their conditions, outlets with how much is their own."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rapporteur.record import Record
from rapporteur.record.search import UNNAMED
from rapporteur.views.sources import sources
from rapporteur.views.view import Asked, Row, View
from rapporteur.web.context import PAGE, Desk, page, visit

CARDS = 24  # on one page
KINDS = ("named", "unnamed", "outlets")


def router(desk: Desk) -> APIRouter:
    """The route of the page."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/sources")
    def show(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        kind = seen.kept.get("kind") if seen.kept.get("kind") in KINDS else "named"
        with desk.record() as whole:
            record = whole.at(seen.asked)
            named, unnamed = len(record.lists.tally("statements")), record.lists.count_noted(UNNAMED)
            outlets = record.lists.count_outlets()
            if kind == "outlets":
                view = by_outlet(record, seen.asked)
            elif kind == "unnamed":
                view = sources(record, replace(seen.asked, offset=named + seen.asked.offset, limit=CARDS))
                view = replace(view, total=unnamed)
            else:
                view = sources(
                    record, replace(seen.asked, limit=max(1, min(PAGE, named - seen.asked.offset)))
                )
                view = replace(view, total=named, notes=())
            return page(
                "sources.html", seen, title="Sources", section="/sources", view=view, chosen=kind,
                kinds=list(zip(KINDS, (named, unnamed, outlets), strict=True)), short=record.ref,
                size=CARDS if kind == "unnamed" else PAGE,
            )  # fmt: skip

    return routes


def by_outlet(record: Record, asked: Asked) -> View:
    """Outlets by how many reports they have, and how many of these are their own and not had from another report."""
    found = record.lists.outlets(PAGE, asked.offset)
    rows = tuple(
        Row(cells=(name or "outlet unknown", f"{reports:,}", f"{own:,}", f"{own / reports:.0%}", f"{reports - own:,}"))
        for name, reports, own in found
    )  # fmt: skip
    return View(
        name="outlets", title="Outlets", columns=("outlet", "reports", "its own", "share", "had from another report"),
        rows=rows, total=record.lists.count_outlets(),
        notes=("Its own: no other report held here has its words or is named as where it comes from.",),
    )  # fmt: skip
