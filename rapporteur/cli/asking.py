"""One command a view: opens the record, asks, and prints the answer in the form asked for."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from rapporteur.cli import COMMANDS as LISTED
from rapporteur.cli.options import asked, clocks, format_option, record_option, show_view

LARGEST = 8 * 1024 * 1024  # bytes of a text to vet


NARROWED = {
    "by": ("timeline", "statements", "sources", "people", "drafts", "positions", "track", "reports", "find"),
    "about": ("timeline", "statements", "sources", "people", "drafts", "positions", "disagreements", "reports", "find"),
    "talks": ("brief", "timeline", "drafts", "positions", "track", "disagreements"),
}  # fmt: skip
"""Which views an option narrows; the others take it, so that a line of options serves them all, and say so."""


def run_view(name: str, record: str, values: dict[str, Any], form: str) -> int:
    """Prints one view; 1 where it says that something is not supported."""
    from rapporteur.record import open_record
    from rapporteur.views.docket import docket_beside
    from rapporteur.views.view import view_named

    for option, views in NARROWED.items():
        if values.get(option) and name not in views:
            click.echo(f"rapporteur: {name} is not narrowed by --{option}.", err=True)
    question = replace(asked(values), docket=docket_beside(record, values.get("docket")))
    view = view_named(name)
    with open_record(record) as opened:
        answer = view(opened, question)
        show_view(opened, answer, form, evidence=bool(values.get("long")))
        if name == "brief" and values.get("issue"):
            from rapporteur.ledger import Ledger
            from rapporteur.record.issued import file_brief

            with opened.store.write() as connection:
                file_brief(Ledger(connection), answer.data, by=values.get("as_name") or "", at=question.now)
    failed = isinstance(answer.data, dict) and answer.data.get("supported") is False
    return 1 if name == "vet" and failed else 0


def _view(name: str) -> click.Command:
    """The command of a view, with the options every view shares."""

    @click.command(name, help=LISTED[name][1])
    @record_option
    @clocks
    @click.option("--by", metavar="NAME", help="Only what this one said or did.")
    @click.option("--about", metavar="WORDS", help="Only what is about this.")
    @click.option("--talks", metavar="NAME", help="Only these talks.")
    @click.option(
        "--docket", envvar="RAPPORTEUR_DOCKET", metavar="FILE", type=click.Path(exists=True, dir_okay=False),
        help="What to follow, and under which names; docket.toml beside the record where it is there.",
    )  # fmt: skip
    @click.option("--long", is_flag=True, help="All of it, with the words behind each line.")
    @click.option("--limit", type=click.IntRange(1), metavar="N", help="At most N lines.")
    @click.option(
        "--offset", type=click.IntRange(0), default=0, metavar="N", help="Leave out the first N lines."
    )
    @format_option
    def command(record: str, form: str, **values: Any) -> int:
        if isinstance(values.get("words"), tuple):
            values["words"] = " ".join(values["words"])
        file = values.pop("file", None)
        if isinstance(file, str):
            values["words"] = _text(file)
        # In `find`, --from and --to are when it was said or happened.
        for short, full in (("from_", "happened_from"), ("to", "happened_to")):
            values[full] = values.get(full) or values.pop(short, None)
        return run_view(name, record, values, form)

    made: click.Command = command
    return made


def _text(path: str) -> str:
    if path == "-":
        return sys.stdin.buffer.read(LARGEST).decode("utf-8", "replace")
    file = Path(path)
    if file.stat().st_size > LARGEST:
        raise click.UsageError(f"{path} is larger than {LARGEST // 1024 // 1024} MiB.")
    return file.read_text(encoding="utf-8", errors="replace")


_EXTRA: dict[str, list[click.Parameter]] = {
    "brief": [
        click.Option(
            ["--issue"], is_flag=True, help="File this brief as sent; the next opens with corrections."
        ),
        click.Option(
            ["--as", "as_name"],
            envvar="RAPPORTEUR_NAME",
            metavar="NAME",
            help="Who sends it.",
            default=lambda: os.environ.get("USER", ""),
        ),
    ],
    "find": [
        click.Argument(["words"], nargs=-1, required=True, metavar="WORDS..."),
        click.Option(["--from", "from_"], metavar="WHEN", help="Only in reports from then on."),
        click.Option(["--to"], metavar="WHEN", help="Only in reports up to then."),
    ],
    "show": [click.Argument(["words"], nargs=1, required=True, metavar="REF")],
    "track": [click.Argument(["words"], nargs=-1, required=True, metavar="ISSUE")],
    "vet": [
        click.Argument(
            ["file"], type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="FILE"
        )
    ],
}


def _made(name: str) -> click.Command:
    command = _view(name)
    command.params = [*_EXTRA.get(name, []), *command.params]
    return command


COMMANDS = {name: _made(name) for name, (module, _) in LISTED.items() if module == "asking"}
