"""The JSON API: every view at /api/NAME, with the clocks of the commands, described at /api/openapi.json."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from rapporteur.model import Span
from rapporteur.views.view import Asked, Row, View, view_named
from rapporteur.web.context import PAGE, Desk, asked_of

VIEWS = ("timeline", "statements", "sources", "people", "drafts", "positions", "disagreements", "reports")
"""The views that need nothing but the clocks; each is `views/NAME.py: NAME(record, asked)`."""
MOST = 100  # rows in one answer


class Words(BaseModel):
    """The words a row rests on, by report and code-point offsets."""

    report: str
    start: int
    end: int
    exact: str


class Line(BaseModel):
    """One row of an answer."""

    cells: list[str]
    ref: str | None
    marks: list[str]
    evidence: list[Words]


class Answer(BaseModel):
    """A view as JSON: the table, and in `data` its own form where it has one."""

    name: str
    title: str
    columns: list[str]
    rows: list[Line]
    notes: list[str]
    total: int
    offset: int
    data: Any = None


def paged(view: View, asked: Asked) -> View:
    """The page of rows asked for; a view that pages by itself says how many there are."""
    if view.total is not None or asked.limit is None:
        return view
    return replace(view, rows=view.rows[asked.offset : asked.offset + asked.limit], total=len(view.rows))


def answer(view: View, asked: Asked) -> Answer:
    """A view in its JSON form."""
    shown = paged(view, asked)
    return Answer(
        name=shown.name,
        title=shown.title,
        columns=list(shown.columns),
        rows=[line(row) for row in shown.rows],
        notes=list(shown.notes),
        total=len(shown.rows) if shown.total is None else shown.total,
        offset=asked.offset,
        data=shown.data,
    )


def line(row: Row) -> Line:
    """A row in its JSON form."""
    return Line(
        cells=list(row.cells),
        ref=row.ref,
        marks=list(row.marks),
        evidence=[words(item.report, item.span) for item in row.evidence],
    )


def words(report: str, span: Span) -> Words:
    """A span in its JSON form."""
    return Words(report=report, start=span.start, end=span.end, exact=span.exact)


def router(desk: Desk) -> APIRouter:
    """The routes of the API."""
    routes = APIRouter(prefix="/api", tags=["views"])

    def add(name: str) -> None:
        def ask(
            as_of: Annotated[str | None, Query(description="what could be known then (WHEN)")] = None,
            as_we_had: Annotated[str | None, Query(description="what had been received here then")] = None,
            happened_from: str | None = None,
            happened_to: str | None = None,
            since: str | None = None,
            strict: bool = False,
            timezone: str = "UTC",
            talks: str | None = None,
            by: str | None = None,
            about: str | None = None,
            words: str | None = None,
            limit: Annotated[int, Query(ge=1, le=MOST)] = PAGE,
            offset: Annotated[int, Query(ge=0)] = 0,
        ) -> Answer:
            given = {
                "as_of": as_of, "as_we_had": as_we_had, "happened_from": happened_from, "happened_to": happened_to,
                "since": since, "strict": "1" if strict else None, "timezone": timezone, "talks": talks, "by": by,
                "about": about, "words": words, "offset": str(offset),
            }  # fmt: skip
            asked = asked_of({key: value for key, value in given.items() if value}, desk.now(), limit)
            with desk.record() as record:
                return answer(view_named(name)(record, asked), asked)

        routes.add_api_route(
            f"/{name}", ask, methods=["GET"], name=name, summary=f"The view `{name}`", response_model=Answer
        )

    for name in VIEWS:
        add(name)
    return routes
