"""What is asked of a record, and the shape in which every view answers."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapporteur.model import Address, Span
from rapporteur.views.docket import Docket

if TYPE_CHECKING:
    from rapporteur.record import Record

DRAWN = "drawn"
"""The mark of a row whose last cell is a drawing: its blanks are kept and the mark is not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options every view shares; moments are ISO 8601, already resolved in the asker's time zone."""

    as_of: str | None = None  # what could be known then
    as_we_had: str | None = None  # what had been received here then
    happened_from: str | None = None
    happened_to: str | None = None
    since: str | None = None
    strict: bool = False  # count undated reports from the end of their window
    timezone: str = "UTC"
    now: str = ""  # the clock, passed in
    words: str | None = None
    by: str | None = None
    about: str | None = None
    talks: str | None = None
    long: bool = False
    limit: int | None = None
    offset: int = 0
    docket: Docket | None = None  # what the analyst asked to follow


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words a line rests on."""

    report: str
    span: Span

    def plain(self) -> dict[str, Any]:
        """The same as JSON has it."""
        return {
            "report": self.report,
            "start": self.span.start,
            "end": self.span.end,
            "exact": self.span.exact,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a view: what it says, the address of the fact behind it, and the words for it."""

    cells: tuple[str, ...]
    ref: Address | None = None
    evidence: tuple[Evidence, ...] = ()
    marks: tuple[str, ...] = ()  # e.g. inferred, single-origin, below-floor, planned


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """An answer: a table under a title, with notes on what it leaves out; `data` is its JSON form."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    total: int | None = None  # rows there are, where only a page of them is given
    data: Any = None


def view_named(name: str) -> Callable[[Record, Asked], View]:
    """The view `views/NAME.py: NAME(record, asked)`, imported when it is first asked for."""
    made: Callable[[Record, Asked], View] = getattr(importlib.import_module(f"rapporteur.views.{name}"), name)
    return made
