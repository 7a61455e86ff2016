"""The pages that write: judgements and pasted reports; each form brings this browser's own token back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import cast
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from rapporteur.clean import clean
from rapporteur.intake import Options, Refused, Source, receive
from rapporteur.model import Entry, Given, Judgement
from rapporteur.read import read_by_encoder as read
from rapporteur.record import Record
from rapporteur.record.acts import Verdict, judge, judgement_of, take_in
from rapporteur.record.given import CannotJudge
from rapporteur.record.judged import not_undone
from rapporteur.views.vet import vet
from rapporteur.web.context import ANALYST_COOKIE, Desk, page, visit
from rapporteur.web.safety import CSRF_COOKIE

LONGEST_NAME = 80
VERDICTS = ("right", "wrong", "same", "different", "set", "undo")


class NotOurs(Exception):
    """A form that did not come from a page made for this browser."""


async def form_of(request: Request, desk: Desk) -> Mapping[str, str]:
    """The fields of a form of ours; NotOurs where its token does not hold."""
    fields = {name: str(value) for name, value in (await request.form()).items()}
    if not desk.guard.csrf_holds(request.cookies.get(CSRF_COOKIE), fields.get("csrf")):
        raise NotOurs
    return fields


def back_to(fields: Mapping[str, str], otherwise: str = "/") -> str:
    """Where a form wants to return: a path of this server, never another's address."""
    path = fields.get("back", otherwise)
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else otherwise


def router(desk: Desk) -> APIRouter:
    """The routes that write."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/add", response_class=HTMLResponse)
    def add_form(request: Request) -> HTMLResponse:
        return page("add.html", visit(request, desk), title="Add a report", section="")

    @routes.post("/add")
    async def add(request: Request) -> Response:
        fields = await form_of(request, desk)
        given = Given(
            outlet=fields.get("outlet") or None,
            url=fields.get("url") or None,
            published=fields.get("published") or None,
        )
        return await run_in_threadpool(
            pasted, request, fields.get("text", ""), given
        )  # others go on meanwhile

    def pasted(request: Request, text: str, given: Given) -> Response:
        options = Options(clock=desk.now, given=given, stdin=io.BytesIO(text.encode("utf8")))
        nothing = Refused(source="-", reason="Nothing was pasted.")
        got = next(receive([Source(place="-")], options), nothing)
        if isinstance(got, Refused):
            seen = visit(request, desk)
            return page("message.html", seen, title="Not read", section="", text=got.reason, status=400)
        document = clean(got)
        take_in(desk.store, Entry(report=got, document=document, reading=read(document)), now=desk.now())
        return RedirectResponse(f"/report/{got.id}", 303)

    @routes.post("/judge")
    async def judged(request: Request) -> Response:
        fields = await form_of(request, desk)
        by = name_in(fields)
        try:
            with desk.record() as record:
                judgement = judgement_in(fields, record, by=by, at=desk.now())
            judge(desk.store, judgement)
        except CannotJudge as refusal:
            raise ValueError(str(refusal)) from refusal
        return remembered(RedirectResponse(back_to(fields, f"/show/{judgement.target}"), 303), by)

    @routes.get("/vet", response_class=HTMLResponse)
    def vet_form(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        return page("vet.html", seen, title="Vet a text", section="/vet", text="", view=None, short=str)

    @routes.post("/vet")
    async def vet_text(request: Request) -> Response:
        fields = await form_of(request, desk)
        return await run_in_threadpool(vetted, request, fields.get("text", ""))

    def vetted(request: Request, text: str) -> Response:
        seen = visit(request, desk)
        with desk.record() as record:
            view = vet(record, replace(seen.asked, limit=None), text)
            return page(
                "vet.html", seen, title="Vet a text", section="/vet", text=text, view=view, short=record.ref
            )

    return routes


def name_in(fields: Mapping[str, str]) -> str:
    """The name a form is sent under."""
    return fields.get("by", "").strip()[:LONGEST_NAME]


def remembered(response: Response, name: str) -> Response:
    """An answer that has this browser remember its analyst's name for a year."""
    response.set_cookie(
        ANALYST_COOKIE, quote(name), httponly=True, samesite="strict", path="/", max_age=31_536_000
    )
    return response


def judgement_in(fields: Mapping[str, str], record: Record, *, by: str, at: str) -> Judgement:
    """The judgement a form asks for, the queue's or that of one thing's page; CannotJudge where it makes no sense."""
    if fields.get("act"):  # a button of the queue: its verdict, its target and, of a pair, the other
        verdict, _, rest = fields["act"].partition(" ")
        target, _, other = rest.partition(" ")
        field = fields.get(f"field-{target}", "")
    else:
        verdict, target, other, field = (
            fields.get(name, "") for name in ("verdict", "target", "other", "field")
        )
    if verdict not in VERDICTS:
        raise CannotJudge("that is no judgement.")
    joined, pairs = None, []
    if verdict == "undo":
        mine = [made for made in not_undone(record.judgements()) if made.by == by]
        if not mine:
            raise CannotJudge(f"nothing judged by {by or 'nobody'} is left to undo.")
        target, joined = mine[-1].target, mine[-1].id
    elif verdict in ("same", "different") and other.strip():
        joined = record.resolve(other.strip())[0]
    elif verdict == "set":
        name, _, value = field.partition("=")
        pairs = [(name.strip(), value.strip())]
    note = fields.get("note") or None
    return judgement_of(
        record, target, cast("Verdict", verdict), by=by, at=at, other=joined, fields=pairs, note=note
    )
