"""The pages that only look: each asks a view and puts its answer in a template."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rapporteur.model import Span, Stated
from rapporteur.present.html.calendar import Happening, lay_out
from rapporteur.present.html.highlight import Mark, passages
from rapporteur.read.numerals import figure
from rapporteur.record import Record
from rapporteur.record.wanted import NEWEST
from rapporteur.views.timeline import timeline, wanted_of
from rapporteur.views.view import view_named
from rapporteur.web.api import paged
from rapporteur.web.comparing import version_words
from rapporteur.web.context import Desk, Visit, page, visit

TABLES = {
    "statements": ("Each thing said, once, in all its renderings; the most repeated first.", {"by": "said by", "about": "about"}),
    "people": ("People, bodies and places, with the roles each report gave them.", {}),
    "disagreements": ("Where accounts do not sit together, and the kind of tension.", {}),
    "reports": ("What was read, from where, and when it could be known.", {}),
}  # fmt: skip
LONGEST = 200_000  # characters of a report's text on one page


def router(desk: Desk) -> APIRouter:
    """The routes of the pages."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    def add_table(name: str, lead: str, filters: dict[str, str]) -> None:
        def show(request: Request) -> HTMLResponse:
            seen = visit(request, desk)
            with desk.record() as record:
                view = paged(view_named(name)(record, seen.asked), seen.asked)
                return page(
                    "table.html", seen, title=view.title, section=f"/{name}", view=view, lead=lead, filters=filters,
                    filtered=any(seen.kept.get(key) for key in filters), cleared=dict.fromkeys(filters),
                    short=record.ref,
                )  # fmt: skip

        routes.add_api_route(f"/{name}", show, methods=["GET"])

    for name, (lead, filters) in TABLES.items():
        add_table(name, lead, filters)

    @routes.get("/timeline")
    def timeline_page(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        zoom = seen.kept.get("zoom", "week")
        with desk.record() as record:
            return page(
                "timeline.html", seen, title="Timeline", section="/timeline",
                view=timeline(record, seen.asked),
                sheet=sheet_of(record, seen, zoom if zoom in ("day", "week", "month") else "week"), zoom=zoom,
                clock=seen.kept.get("clock", "happened"), short=record.ref,
            )  # fmt: skip

    @routes.get("/report/{report}")
    def report_page(request: Request, report: str) -> HTMLResponse:
        seen = visit(request, desk)
        with desk.record() as record:
            return page("report.html", seen, section="/reports", **report_values(record, seen, report))

    return routes


def sheet_of(record: Record, seen: Visit, zoom: Any, most: int = 120) -> Any:
    """The calendar drawn from the events that the question lets through, the latest by the clock chosen."""
    now = record.at(seen.asked)
    wanted = replace(wanted_of(now, seen.asked), order=NEWEST, dated=True)
    if seen.kept.get("clock") != "known":
        events = [(event, event.when) for event in now.lists.page(wanted, most)]
    else:
        told = [
            (event, min(known)[:10])
            for event in now.lists.page(
                replace(wanted, reports=now.lists.newer_than("", None, most)), most * 4
            )
            if (known := [step.known_from for step in event.history if step.known_from])
        ]
        events = sorted(told, key=lambda pair: (pair[1], pair[0].id))[-most:]
    happenings = [
        Happening(ref=event.id, title=event.title, status=event.status, when=when)
        for event, when in events
        if when
    ]
    return lay_out(happenings, zoom, most=most)


def marks_of(record: Record, report: str) -> list[Mark]:
    """Every fact of a report that its page can show, by layer."""
    reading = record.reading(report)
    found: list[tuple[str, str, Span, str]] = []
    for told in reading.attributions:
        title = f"{told.cue_kind} · {told.manner}"
        found += [("attribution", told.id, span, title) for span in told.content]
    found += [("mention", one.id, one.span, one.kind) for one in reading.mentions]
    found += [("timex", one.id, one.span, one.value or "unresolved") for one in reading.timexes]
    found += [
        ("quantity", one.id, one.span, f"{one.qualifier} {figure(one.value)} {one.unit or ''}")
        for one in reading.quantities
    ]
    found += [
        ("event", one.id, one.trigger, f"{one.class_} · {one.status}") for one in reading.event_mentions
    ]
    return [
        Mark(start=span.start, end=span.end, layer=layer, ref=ref, title=title)
        for layer, ref, span, title in found
    ]


def report_values(record: Record, seen: Visit, ref: str) -> dict[str, Any]:
    """What the page of a report shows: its text cut at a bound, with what the page says of itself."""
    report = record.find_report(ref)
    entry = record.entry(report)
    document, window = entry.document, record.window(report)
    shown = passages(document, marks_of(record, report))
    shown, following = bounded(shown, seen.asked.offset)
    known = window.first if window.first == window.last else f"{window.first or '…'} to {window.last or '…'}"
    facts = [
        ("outlet", value_of(document.outlet)),
        ("carrier", document.carrier.value if document.carrier else "none seen"),
        ("kind", document.kind),
        ("by", ", ".join(author.value for author in document.byline) or "not stated"),
        ("published", value_of(document.published)),
        ("updated", document.updated.value if document.updated else "not stated"),
        ("could be known", f"{known} ({window.basis}{': ' + window.reason if window.reason else ''})"),
        ("from", entry.report.source),
        ("language", document.language or "unknown"),
        ("read by", entry.reading.reader),
        ("id", report),
    ]
    problems = [problem.message for problem in (*document.problems, *entry.reading.problems)]
    edges = [
        (f"{edge.relation} · {edge.basis} · " + (f"{edge.shared:.0%} shared · " if edge.shared else "") + (edge.from_outlet or ""), edge.from_report)
        for edge in record.derivations(report)
    ]  # fmt: skip
    return {
        "title": value_of(document.title) if document.title else "Report",
        "heading": document.title.value if document.title else f"Report {record.short(report)}",
        "report": report,
        "passages": shown,
        "cut": f"{len(document.text):,} characters;" if following else None,
        "next_offset": following,
        "facts": facts,
        "derivations": edges,
        "problems": problems,
        "revisions": versions(record, report),
        "short": record.ref,
    }


def versions(record: Record, report: str) -> list[tuple[str, str, str, str]]:
    """The other versions of a report: which, in words, and the pair to compare, the older one first."""
    lineage = record.noun_of("derivations", report)
    made = []
    for newer, older in getattr(lineage, "revisions", ()):
        if report in (newer, older):
            other = older if report == newer else newer
            name = "an earlier version" if other == older else "a later version"
            if record.stands(other):
                made.append((other, f"{name}: {version_words(record.document(other))}", older, newer))
    return made


def value_of(stated: Stated | None) -> str:
    """A piece of metadata in words; unknown stays unknown."""
    return stated.value if stated is not None else "unknown"


def bounded(shown: tuple[Any, ...], first: int) -> tuple[tuple[Any, ...], int | None]:
    """As many passages from the `first` on as one page bears, and where the next page begins."""
    size, last = 0, first
    for passage in shown[first:]:
        size += passage.block.end - passage.block.start
        if size > LONGEST and last > first:
            return shown[first:last], last
        last += 1
    return shown[first:], None
