"""The first page of the morning: the brief, what changed since the last one was sent, and briefs as sent."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from rapporteur.ledger import Ledger
from rapporteur.present.html.dossier import table_of_drafts
from rapporteur.present.html.parts import parted
from rapporteur.record import Record, Wanted
from rapporteur.record.issued import file_brief, issued
from rapporteur.record.moments import bounds
from rapporteur.views.arrived import arrived
from rapporteur.views.brief import brief
from rapporteur.views.changes import a_day_before, changes
from rapporteur.views.words import moment_words
from rapporteur.web.acts import form_of, name_in, remembered
from rapporteur.web.context import Desk, Visit, page, visit
from rapporteur.web.pages import sheet_of

PROMPT = 2000
"""Reports come in times reports held, up to which what changed is worked out while the page waits."""


def router(desk: Desk) -> APIRouter:
    """The routes of the first page and of the briefs sent."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/")
    def today(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        with desk.record() as record:
            empty = not record.lists.standing()[0]
            made = brief(record, replace(seen.asked, limit=None, offset=0))
            sent = issued(record.judgements(), seen.asked.talks)
            since = sent[-1].at if sent else None
            came = arrived(record, replace(seen.asked, since=since or a_day_before(seen.asked.now)))
            return page(
                "today.html", seen, title=made.title, section="/", empty=empty, brief=made,
                sections=parted(made.rows), came=came,
                paper=table_of_drafts(made),
                since_words=f"the brief of {moment_words(since)}" if since else "yesterday", since=since,
                tiles=[] if empty else tiles(record, seen), short=record.ref,
                sheet=None if empty else sheet_of(record, seen, "week", most=14),
                talks=[(one.id, one.name) for one in record.at(seen.asked).nouns("talks")][:12],
            )  # fmt: skip

    @routes.get("/changes")
    def changed(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        with desk.record() as record:
            since = seen.asked.since or a_day_before(seen.asked.now)
            asked, begun = replace(seen.asked, since=since), perf_counter()
            came, held = record.lists.count_received(since), record.lists.standing()[0]
            prompt = came * held <= PROMPT or "whole" in request.query_params
            view = changes(record, asked) if prompt else arrived(record, asked)
            lead = (
                f"The record now held against the record without what came in since: that took {perf_counter() - begun:.1f} s."
                if prompt
                else "What stands in the reports that came in. What they changed takes longer to work out."
            )
            return page(
                "table.html", seen, title=view.title, section="/", view=view, filters={}, filtered=False, cleared={},
                lead=lead, short=record.ref,
                onward=None if prompt else (seen.link("/changes", since=since, whole=1), "Work out every change"),
            )  # fmt: skip

    def send(seen: Visit, by: str) -> None:
        with desk.record() as record:
            made = brief(record, replace(seen.asked, limit=None, offset=0))
        with desk.store.write() as connection:
            file_brief(Ledger(connection), made.data, by=by, at=desk.now())

    @routes.post("/issue")
    async def issue(request: Request) -> Response:
        by = name_in(await form_of(request, desk))
        if not by:
            raise ValueError("a brief is sent under a name.")
        seen = visit(request, desk)
        await run_in_threadpool(send, seen, by)  # others go on meanwhile
        return remembered(RedirectResponse(seen.link("/issued"), 303), by)

    @routes.get("/issued")
    def issued_page(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        with desk.record() as record:
            sent = issued(record.judgements(), seen.asked.talks)
            made = brief(record, replace(seen.asked, limit=None, offset=0)) if sent else None
            parts = parted(made.rows) if made else []
            corrections = next((part.lines for part in parts if part.label.startswith("Corrects")), ())
            return page(
                "issued.html", seen, title="Issued briefs", section="/", sent=list(reversed(sent))[:20],
                corrections=corrections, short=record.ref,
            )  # fmt: skip

    return routes


def tiles(record: Record, seen: Visit) -> list[tuple[str, int, str]]:
    """What there is, in numbers: reports, statements, those on one origin alone, disagreements, deadlines ahead."""
    lists, asked = record.at(seen.asked).lists, seen.asked
    edge = bounds(asked.as_of or asked.now, asked.timezone)
    ahead = Wanted(layer="deadlines", states=("set", "softened"), happened_from=edge[0] if edge else None)
    return [
        ("reports", lists.standing()[0], "/reports"),
        ("statements", lists.count(Wanted(layer="statements")), "/statements"),
        ("on a single origin", lists.count(Wanted(layer="statements", states=("1",))), "/statements"),
        ("disagreements", lists.count(Wanted(layer="disagreements")), "/disagreements"),
        ("deadlines ahead", lists.count(ahead), "/timeline"),
    ]
