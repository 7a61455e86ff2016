"""A record as one file to send: brief, timeline, drafts, positions, disagreements, and the words behind them."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from rapporteur.model import Address, Document
from rapporteur.present.html.calendar import Happening, Sheet, lay_out
from rapporteur.present.html.highlight import in_context, visible
from rapporteur.present.html.parts import parted
from rapporteur.present.html.render import LEGEND, render
from rapporteur.present.shown import masked
from rapporteur.record import Record
from rapporteur.views.brief import brief
from rapporteur.views.view import Asked, Evidence, View, view_named
from rapporteur.views.words import moment_words, outlet_name

Text = Literal["none", "evidence", "full"]
SECTIONS = ("drafts", "positions", "timeline", "disagreements", "sources", "reports")
PAPER = 1200  # CSS pixels, which a printer brings onto a page
STYLE = Path(__file__).parent / "static" / "style.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in their context, under the REF that leads to them."""

    ref: str
    anchor: str
    prefix: str
    exact: str
    suffix: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Full:
    """A report's whole text, by block."""

    anchor: str
    title: str
    blocks: tuple[tuple[str, str], ...]  # kind and voice, text


def dossier(record: Record, asked: Asked, text: Text = "evidence") -> str:
    """The dossier as one HTML page that loads nothing; its style is allowed by digest, script by nothing."""
    everything = replace(asked, limit=None, offset=0)
    told = brief(record, replace(everything, long=True))
    tables = [view_named(name)(record, everything) for name in SECTIONS]
    style = STYLE.read_text(encoding="utf8")
    happenings = [
        Happening(ref=event.id, title=event.title, status=event.status, when=event.when)
        for event in record.nouns("events", everything)
        if event.when
    ]
    quotes = {} if text == "none" else quoted(record, [told, *tables])
    standing = sorted(record.at(everything).windows()) if text == "full" else []
    return render(
        "dossier.html",
        {
            "title": told.title,
            "style": style,
            "policy": f"default-src 'none'; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'",
            "brief": told,
            "legend": LEGEND,
            "sections": parted(told.rows),
            "paper": table_of_drafts(told),
            "tables": tables,
            "sheet": drawn(happenings),
            "quotes": sorted(quotes.values(), key=lambda quote: quote.anchor),
            "known": frozenset(quotes),
            "full": [full(record, report) for report in standing],
            "short": record.ref,
            "link": lambda path, **changes: "#" + anchor(path.rpartition("/")[2]),
            "anchor": anchor,
            "as_of": moment_words(asked.as_of) if asked.as_of else None,
        },
    )


def table_of_drafts(told: View) -> Any:
    """The drafts side by side as a brief has them; None where none is told of."""
    return next((part["table"] for part in told.data["sections"] if part.get("table")), None)


def drawn(happenings: list[Happening]) -> Sheet | None:
    """The latest events on a sheet that is no wider than paper bears, by the week where they fit."""
    by_week = lay_out(happenings, "week", most=60)
    return by_week if by_week is None or by_week.width <= PAPER else lay_out(happenings, "month", most=60)


def digest(style: str) -> str:
    """The style's digest as a Content-Security-Policy source expression (CSP Level 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def anchor(address: Address) -> str:
    """An address as the name of a place in the page."""
    return address.replace(":", "-")


def quoted(record: Record, views: list[View]) -> dict[Address, Quote]:
    """The words behind every row that has a REF, once each."""
    found: dict[Address, Quote] = {}
    standing = record.windows()
    for row in (row for shown in views for row in shown.rows if row.ref and row.evidence):
        assert row.ref is not None
        item = row.evidence[0]
        if row.ref not in found and item.report in standing:
            found[row.ref] = quote(record, row.ref, record.document(item.report), item)
    return found


def quote(record: Record, ref: Address, document: Document, item: Evidence) -> Quote:
    """Evidence in its context."""
    prefix, exact, suffix = in_context(masked(document.text), item.span.start, item.span.end)
    return Quote(
        ref=record.ref(ref),
        anchor=anchor(ref),
        prefix=prefix,
        exact=exact,
        suffix=suffix,
        source=f"{outlet_name(document)} · {document.title.value if document.title else 'untitled'}",
    )


def full(record: Record, report: str) -> Full:
    """A report's text, with e-mail addresses masked as in every export."""
    document = record.document(report)
    text = masked(document.text)
    return Full(
        anchor=anchor(report),
        title=document.title.value if document.title else f"Report {record.short(report)}",
        blocks=tuple((f"{b.kind} voice-{b.voice}", visible(text[b.start : b.end])) for b in document.blocks),
    )
