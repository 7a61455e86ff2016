"""Views as people read them: tables for a terminal, Markdown, JSON and CSV."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace

from rapporteur.model import Address
from rapporteur.present.export import table as csv_table
from rapporteur.present.shown import masked, masked_all
from rapporteur.views.view import DRAWN, Row, View
from rapporteur.views.words import figures

Ref = Callable[[Address], str]
NARROWEST = 8
LONGEST_WORD = 21  # an interval of two days


def as_table(view: View, ref: Ref, *, width: int = 110, evidence: bool = False) -> str:
    """The view as aligned columns, REF first, long cells wrapped; with `evidence` its words under each line."""
    lines = [view.title, ""] if view.title else []
    rows = [_cells(_grouped(row, view.columns), ref) for row in view.rows]
    with_ref = any(row.ref for row in view.rows)
    head = [*(["ref"] if with_ref else []), *view.columns]
    body = [cells if with_ref else cells[1:] for cells in rows]
    widths = _widths([head, *body], width)
    if view.rows and any(view.columns):
        lines += _line(head, widths)
        lines.append("  ".join("─" * size for size in widths))
    for row, cells in zip(view.rows, body, strict=True):
        lines += _line(cells, widths)
        if evidence:
            for found in row.evidence:
                words = f"“{one_line(found.span.exact)}” [{ref(found.report)}@{found.span.start}]"
                lines += textwrap.wrap(words, width, initial_indent="      ", subsequent_indent="      ")
    if not view.rows:
        lines.append("Nothing.")
    if view.total is not None and view.total > len(view.rows):
        lines += ["", f"{len(view.rows)} of {view.total} shown; --long shows all."]
    notes = [wrapped for note in view.notes for wrapped in textwrap.wrap(one_line(note), width)]
    return "\n".join([*lines, *([""] if notes else []), *notes]) + "\n"


def as_markdown(view: View, ref: Ref) -> str:
    """The view as a Markdown table under its title, the words it rests on below each line's REF."""
    head = ["ref", *view.columns]
    lines = [
        f"## {markdown(view.title)}",
        "",
        "| " + " | ".join(map(markdown, head)) + " |",
        "|" + " --- |" * len(head),
    ]
    lines += ["| " + " | ".join(markdown(cell) for cell in _cells(row, ref)) + " |" for row in view.rows]
    lines += ["", *(f"{markdown(note)}  " for note in view.notes)] if view.notes else []
    return "\n".join(lines) + "\n"


def as_json(view: View, ref: Ref) -> str:
    """The view's rows, notes and own data as JSON; addresses whole, REFs beside them."""
    plain = {
        "name": view.name,
        "title": view.title,
        "columns": list(view.columns),
        "rows": [
            {
                "cells": list(row.cells),
                "ref": None if row.ref is None else ref(row.ref),
                "address": row.ref,
                "marks": list(row.marks),
                "evidence": [held.plain() for held in row.evidence],
            }
            for row in view.rows
        ],
        "notes": list(view.notes),
        "total": len(view.rows) if view.total is None else view.total,
        "data": view.data,
    }
    return json.dumps(masked_all(plain), ensure_ascii=False, indent=1) + "\n"


def as_csv(view: View, ref: Ref) -> str:
    """The view's rows as CSV: REF, the columns, marks."""
    head = ["ref", *view.columns, "marks"]
    rows = [
        ["" if row.ref is None else ref(row.ref), *(masked(cell) for cell in row.cells), " ".join(row.marks)]
        for row in view.rows
    ]
    return csv_table(head, rows)


def _grouped(row: Row, columns: Sequence[str]) -> Row:
    """A row with the long numbers of our own values in groups of three; what is quoted stays as printed."""
    cells = (
        figures(cell) if column == "value" else cell for cell, column in zip(row.cells, columns, strict=True)
    )
    return replace(row, cells=tuple(cells))


def _cells(row: Row, ref: Ref) -> list[str]:
    said = " ".join(row.cells)
    shown = [mark for mark in row.marks if mark != DRAWN and mark not in said]
    marks = f" ({', '.join(shown)})" if shown else ""
    tidy = _printable if DRAWN in row.marks else one_line
    cells = [tidy(cell) for cell in row.cells]
    if cells and marks:
        cells[-1] = f"{cells[-1]}{marks}"
    return ["" if row.ref is None else ref(row.ref), *cells]


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Column widths that fit: short columns keep theirs, long ones share what is left and cut no word if they can."""
    count = max((len(row) for row in rows), default=0)
    columns = [[row[n] for row in rows if n < len(row)] for n in range(count)]
    natural = [max(map(len, cells), default=0) for cells in columns]
    words = [max((len(w) for cell in cells for w in cell.split()), default=0) for cells in columns]
    least = [min(natural[n], max(NARROWEST, min(words[n], LONGEST_WORD))) for n in range(count)]
    room = width - 2 * max(0, count - 1)
    widths = list(natural)
    sharing = set(range(count)) if sum(natural) > room else set()
    while sharing:
        left = room - sum(widths[n] for n in range(count) if n not in sharing)
        whole = sum(natural[n] ** 0.5 for n in sharing)
        given = {n: int(left * natural[n] ** 0.5 / whole) for n in sharing}
        settled = {n for n in sharing if natural[n] <= left // len(sharing)}
        for n in settled:
            widths[n] = natural[n]
        if not settled:
            settled = {n for n in sharing if given[n] < least[n]} or set(sharing)
            for n in settled:
                widths[n] = max(given[n], least[n])
        sharing -= settled
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [textwrap.wrap(cell, max(size, 1)) or [""] for cell, size in zip(cells, widths, strict=False)]
    height = max((len(part) for part in wrapped), default=0)
    return [
        "  ".join(
            (part[n] if n < len(part) else "").ljust(size)
            for part, size in zip(wrapped, widths, strict=False)
        ).rstrip()
        for n in range(height)
    ]


def one_line(text: str) -> str:
    """One line without control characters, so that no page can speak to the terminal."""
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    return masked("".join(c if c.isprintable() else " " for c in text))


def markdown(text: str) -> str:
    """One line in which nothing is taken for markup: words of a page make no links and no tables."""
    line = one_line(text).replace("\\", "\\\\").replace("<", "&lt;")
    for sign in "|*[":
        line = line.replace(sign, f"\\{sign}")
    return line


FORMATS: dict[str, Callable[[View, Ref], str]] = {"md": as_markdown, "json": as_json, "csv": as_csv}
