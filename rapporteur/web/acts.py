"""The pages that write: judgements and pasted reports; each form brings this browser's own token back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from rapporteur.clean import clean
from rapporteur.intake import Options, Refused, Source, receive
from rapporteur.model import Entry, Given
from rapporteur.read import read_by_encoder as read
from rapporteur.record.acts import judge, judgement_of, take_in
from rapporteur.record.given import CannotJudge
from rapporteur.web.api import view_named
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
        try:
            fields = await form_of(request, desk)
        except NotOurs:
            return stale()
        given = Given(
            outlet=fields.get("outlet") or None,
            url=fields.get("url") or None,
            published=fields.get("published") or None,
        )
        return pasted(request, fields.get("text", ""), given)

    def pasted(request: Request, text: str, given: Given) -> Response:
        options = Options(clock=desk.now, given=given, stdin=io.BytesIO(text.encode("utf8")))
        for got in receive([Source(place="-")], options):
            if isinstance(got, Refused):
                return page(
                    "message.html",
                    visit(request, desk),
                    title="Not read",
                    section="",
                    text=str(got.reason),
                    status=400,
                )
            document = clean(got)
            take_in(desk.store, Entry(report=got, document=document, reading=read(document)), now=desk.now())
            return RedirectResponse(f"/report/{got.id}", 303)
        return page(
            "message.html",
            visit(request, desk),
            title="Not read",
            section="",
            text="Nothing was pasted.",
            status=400,
        )

    @routes.post("/judge")
    async def judged(request: Request) -> Response:
        try:
            fields = dict(await form_of(request, desk))
        except NotOurs:
            return stale()
        by = fields.get("by", "").strip()[:LONGEST_NAME]
        if fields.get("act"):
            verdict, _, rest = fields["act"].partition(" ")
            fields["target"], _, fields["other"] = rest.partition(" ")
            fields["field"] = fields.get(f"field-{fields['target']}", "")
        else:
            verdict = fields.get("verdict", "")
        if verdict not in VERDICTS:
            raise ValueError("that is no judgement.")
        try:
            with desk.record() as record:
                if verdict == "undo":
                    mine = [made for made in record.judgements() if made.by == by and made.verdict != "undo"]
                    undone = {made.other for made in record.judgements() if made.verdict == "undo"}
                    mine = [made for made in mine if made.id not in undone]
                    if not mine:
                        raise CannotJudge(f"nothing judged by {by or 'nobody'} is left to undo.")
                    fields["target"], other = mine[-1].target, mine[-1].id
                elif verdict in ("same", "different") and fields.get("other", "").strip():
                    other = record.resolve(fields["other"].strip())[0]
                else:
                    other = None
                target = fields.get("target", "")
                name, _, value = fields.get("field", "").partition("=")
                judgement = judgement_of(
                    record, target, verdict,  # type: ignore[arg-type]  # checked against VERDICTS above
                    by=by, at=desk.now(), other=other,
                    fields=[(name.strip(), value.strip())] if verdict == "set" else (),
                    note=fields.get("note") or None,
                )  # fmt: skip
            judge(desk.store, judgement)
        except CannotJudge as refusal:
            raise ValueError(str(refusal)) from refusal
        response = RedirectResponse(back_to(fields, f"/show/{fields['target']}"), 303)
        response.set_cookie(
            ANALYST_COOKIE, quote(by), httponly=True, samesite="strict", path="/", max_age=31_536_000
        )
        return response

    @routes.get("/vet", response_class=HTMLResponse)
    def vet_form(request: Request) -> HTMLResponse:
        return page(
            "vet.html",
            visit(request, desk),
            title="Vet a text",
            section="/vet",
            text="",
            view=None,
            short=str,
        )

    @routes.post("/vet")
    async def vet(request: Request) -> Response:
        try:
            fields = await form_of(request, desk)
        except NotOurs:
            return stale()
        return await run_in_threadpool(vetted, request, fields.get("text", ""))  # others go on meanwhile

    def vetted(request: Request, text: str) -> Response:
        seen = visit(request, desk)
        ask: Any = view_named("vet")
        with desk.record() as record:
            view = ask(record, replace(seen.asked, limit=None), text)
            return page(
                "vet.html", seen, title="Vet a text", section="/vet", text=text, view=view, short=record.ref
            )

    return routes


def stale() -> Response:
    """The answer to a form whose token does not hold."""
    return PlainTextResponse(
        "This form is from another visit: go back, reload the page and send it again.\n", 403
    )
