"""Options that commands share, and what they come to."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
DEFAULT_RECORD = "rapporteur.db"


def now() -> str:
    """The clock of the command: this moment, UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def record_option(command: F) -> F:
    """--record."""
    return click.option(
        "--record", envvar="RAPPORTEUR_RECORD", default=DEFAULT_RECORD, show_default=True, metavar="PATH",
        help="The record: a file, or a postgresql:// address.",
    )(command)  # fmt: skip


def jobs_option(command: F) -> F:
    """--jobs."""
    return click.option(
        "--jobs", type=click.IntRange(0, 256), default=0, metavar="N", help="Processes that read (0: as many as pay).",
    )(command)  # fmt: skip


def private_option(command: F) -> F:
    """--private."""
    return click.option(
        "--private", is_flag=True, help="Fetch from addresses inside private networks too: a desk's own servers.",
    )(command)  # fmt: skip


def as_option(command: F) -> F:
    """--as and --note."""
    command = click.option("--note", metavar="WORDS", help="Why.")(command)
    return click.option(
        "--as", "by", envvar="RAPPORTEUR_NAME", default=lambda: os.environ.get("USER", ""), metavar="NAME",
        help="Who decides.",
    )(command)  # fmt: skip


CLOCKS = (
    click.option("--as-of", metavar="WHEN", help="What could be known then."),
    click.option("--as-we-had", metavar="WHEN", help="What had been received here then."),
    click.option("--happened-from", metavar="WHEN", help="Only what happened from then on."),
    click.option("--happened-to", metavar="WHEN", help="Only what happened up to then."),
    click.option("--since", metavar="WHEN", help="Only what became known since then."),
    click.option("--strict", is_flag=True, help="Count undated reports from the end of their window."),
    click.option(
        "--timezone",
        default="UTC",
        show_default=True,
        metavar="ZONE",
        help="Where a bare date begins and ends.",
    ),
)


def clocks(command: F) -> F:
    """The clock options every view shares."""
    for option in reversed(CLOCKS):
        command = option(command)
    return command


def format_option(command: F) -> F:
    """--format."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "md", "json", "csv"]),
        default="table",
        show_default=True,
        help="How to print it.",
    )(command)


def asked(values: dict[str, Any]) -> Any:
    """The `Asked` that these options come to; moments resolved in the asker's zone."""
    from rapporteur.record.moments import lower, upper, zone_of
    from rapporteur.views.view import Asked

    zone = values.get("timezone") or "UTC"
    zone_of(zone)
    turn = {"as_of": upper, "as_we_had": upper, "happened_from": lower, "happened_to": upper, "since": lower}
    moments: dict[str, Any] = {name: turn[name](values[name], zone) for name in turn if values.get(name)}
    rest: dict[str, Any] = {
        name: values[name]
        for name in ("words", "by", "about", "talks", "limit", "offset", "long", "strict")
        if values.get(name) is not None
    }
    return Asked(**moments, **rest, timezone=zone, now=now())


def show_view(record: Any, view: Any, form: str, *, evidence: bool = False) -> None:
    """Prints a view in the form asked for."""
    from rapporteur.present.brief import as_brief, as_brief_markdown
    from rapporteur.present.text import FORMATS, as_table

    printed = as_brief if view.name == "brief" else as_table
    if form == "table":
        width = shutil.get_terminal_size((110, 24)).columns if sys.stdout.isatty() else 110
        out(printed(view, record.ref, width=max(60, min(width, 160)), evidence=evidence))
    elif form == "md" and view.name == "brief":
        out(as_brief_markdown(view, record.ref))
    else:
        out(FORMATS[form](view, record.ref))


def out(text: str) -> None:
    """Writes to standard output in UTF-8, whatever the terminal's own encoding makes of it."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        stream.write(text.encode("utf-8", "backslashreplace"))
        stream.flush()
