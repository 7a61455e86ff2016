"""The page of one thing: what `show` says of it, the chain drawn, its words, and a place to judge it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from rapporteur.model import Statement
from rapporteur.present.html.chain import ChainEdge, ChainNode, draw
from rapporteur.present.html.parts import parted
from rapporteur.record import Record
from rapporteur.views.show import show
from rapporteur.views.view import DRAWN
from rapporteur.web.context import Desk, page, visit
from rapporteur.web.quoting import quoted

DRAWABLE = 14  # boxes; above it a matrix is easier to read


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One report against every origin."""

    report: str
    label: str
    cells: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Reports by origins."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def router(desk: Desk) -> APIRouter:
    """The route of the page."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/show/{ref}")
    def show_page(request: Request, ref: str) -> Response:
        seen = visit(request, desk)
        with desk.record() as record:
            if "@" not in ref and ":" not in ref:
                return RedirectResponse(seen.link(f"/report/{record.find_report(ref)}"), 303)
            view = show(record, replace(seen.asked, words=ref, limit=None, offset=0))
            address, layer = view.data["address"], view.data["layer"]
            parts = [
                part for part in parted([row for row in view.rows if DRAWN not in row.marks])
                if part.label != "Decide"  # the page has a form for it
            ]  # fmt: skip
            graph = view.data["chain"]
            nodes, edges = boxes(graph)
            drawing = draw(nodes, edges) if 1 < len(nodes) <= DRAWABLE else None
            evidence = quoted(record, [item for row in view.rows for item in row.evidence])
            heading = parts[0].lines[0].cells[-1] if parts else ref
            noun = record.noun_of("statements", address) if layer == "attribution" else None
            if isinstance(noun, Statement):
                heading = f"{heading}: {noun.text}"
            return page(
                "show.html", seen, title=heading[:80], section="", address=address, kind=layer or "report",
                state=record.state(address), heading=heading, parts=parts[1:] if parts else [], drawing=drawing,
                matrix=None if drawing or len(nodes) < 2 else matrix(record, graph), evidence=evidence,
                notes=view.notes, judgements=judgements(record, address), short=record.ref,
                document_link=lambda report, start: f"{seen.link('/report/' + report)}#at-{start}",
            )  # fmt: skip

    return routes


def boxes(graph: Sequence[dict[str, Any]]) -> tuple[list[ChainNode], list[ChainEdge]]:
    """The chain as boxes and arrows: sources and documents, then newsrooms, then the reports that carry it."""
    nodes: dict[str, ChainNode] = {}
    edges: dict[tuple[str, str], ChainEdge] = {}

    def join(left: ChainNode, right: ChainNode) -> None:
        nodes.setdefault(left.key, left)
        nodes.setdefault(right.key, right)
        edges.setdefault((left.key, right.key), ChainEdge(left=left.key, right=right.key))

    for number, origin in enumerate(graph):
        befores = [
            ChainNode(
                key=f"source {source['id']}", label=source["name"], ref=source["id"],
                kind="unnamed" if source["name"].startswith("“") else "source",
            )
            for source in origin["sources"]
        ]  # fmt: skip
        if document := origin["document"]:
            befores.append(ChainNode(key=f"document {document}", label=document, kind="document"))
        several = len(origin["reports"]) > 1 and origin["sources"]
        newsroom = (
            origin["newsroom"] or f"{'several newsrooms' if several else 'newsroom unknown'} ({number + 1})"
        )
        held = bool(origin["held"])
        middle = ChainNode(
            key=f"newsroom {newsroom}",
            label=newsroom if held else f"{newsroom} (not held)",
            kind="newsroom" if held else "missing",
        )
        for before in befores:
            join(before, middle)
        for report in origin["reports"]:
            outlet = report["outlet"]
            join(
                middle, ChainNode(key=f"report {report['id']}", label=outlet, kind="report", ref=report["id"])
            )
    return list(nodes.values()), list(edges.values())


def matrix(record: Record, graph: Sequence[dict[str, Any]]) -> Matrix:
    """Every report that carries it against every origin, for chains too wide to draw."""
    columns = tuple(
        origin["newsroom"]
        or origin["document"]
        or ", ".join(source["name"] for source in origin["sources"][:2])
        or "unknown"
        for origin in graph
    )
    reports = {report["id"]: report["outlet"] for origin in graph for report in origin["reports"]}
    rows = tuple(
        MatrixRow(
            report=report,
            label=f"{outlet} · {record.short(report)}",
            cells=tuple(any(r["id"] == report for r in origin["reports"]) for origin in graph),
        )
        for report, outlet in sorted(reports.items(), key=lambda pair: (pair[1], pair[0]))
    )
    return Matrix(columns=columns, rows=rows)


def judgements(record: Record, address: str) -> list[str]:
    """What people have said of this, oldest first."""
    return [
        f"{made.at[:16].replace('T', ' ')} · {made.by}: {made.verdict}"
        + (f" {record.ref(made.other)}" if made.other and made.verdict != "undo" else "")
        + "".join(f" {name}={value}" for name, value in made.fields if not name.startswith("_"))
        + (f" — {made.note}" if made.note else "")
        for made in record.judgements(address)
    ]
