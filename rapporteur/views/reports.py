"""The reports in the record: who published what, and when it could be known."""

from __future__ import annotations

from typing import Any

from rapporteur.model import Document, Report, Window
from rapporteur.record import Record
from rapporteur.views.view import Asked, Row, View
from rapporteur.views.words import outlet_name, window_words


def reports(record: Record, asked: Asked) -> View:
    """Every report that stands, by when it could be known; undated ones last. `by` narrows to an outlet, `about`
    to those with these words in one sentence."""
    now = record.at(asked)
    shelf = now.lists.reports(
        asked.limit, asked.offset, outlet=asked.by or "", holding=asked.about or "", since=asked.since
    )
    page = [found for report in shelf.reports if (found := now.report(report)) is not None]
    notes = (f"{shelf.undated} undated: marked ~ where a window was inferred.",) if shelf.undated else ()
    return View(
        name="reports",
        title="Reports",
        columns=("known from", "outlet", "kind", "title", "source"),
        rows=tuple(_row(report, document, window) for report, document, window in page),
        notes=notes,
        total=shelf.total,
        data=[_data(report, document, window) for report, document, window in page],
    )


def _row(report: Report, document: Document, window: Window) -> Row:
    marks = ("undated",) if window.basis == "unknown" else ("inferred",) if window.basis == "inferred" else ()
    outlet = outlet_name(document)
    if document.carrier is not None:
        outlet += f" (shown by {document.carrier.value})"
    return Row(
        cells=(
            window_words(window),
            outlet,
            document.kind,
            document.title.value if document.title else "(no title)",
            report.source,
        ),
        ref=report.id,
        marks=marks,
    )


def _data(report: Report, document: Document, window: Window) -> dict[str, Any]:
    return {
        "id": report.id,
        "source": report.source,
        "title": document.title.value if document.title else None,
        "outlet": document.outlet.value if document.outlet else None,
        "carrier": document.carrier.value if document.carrier else None,
        "kind": document.kind,
        "known_first": window.first,
        "known_last": window.last,
        "basis": window.basis,
        "reason": window.reason or None,
    }
