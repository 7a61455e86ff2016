"""`export`: the whole record written out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from rapporteur.cli.options import asked, clocks, out, record_option


@click.command("export")
@record_option
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "csv", "html", "ics"]), required=True,
    help="Every object, a line each or a file a type; a dossier to send; a calendar.",
)  # fmt: skip
@click.option(
    "--text",
    type=click.Choice(["none", "evidence", "full"]),
    help="How much of the reports' words goes along.",
)
@click.option("--output", "-o", type=click.Path(), help="Where to: a file, for csv a folder.")
@clocks
def export_command(record: str, form: str, text: Any, output: str | None, **values: Any) -> int:
    """Writes every object of the record, the same bytes for the same ledger."""
    from rapporteur.present.objects import Objects
    from rapporteur.record import open_record

    if form == "csv" and output is None:
        raise click.UsageError("csv is a folder with a file per type: say where with --output FOLDER.")
    question = asked(values)
    with open_record(record) as opened:
        now = opened.at(question)
        if form == "html":
            from rapporteur.present.html.dossier import dossier

            _write(dossier(now, question, text or "evidence"), output)
            return 0
        if form == "ics":
            from rapporteur.present.ics import ics

            _write(ics(now, question), output)
            return 0
        from rapporteur.present.export import jsonl, write_csv

        objects = Objects(now, text=text or "full")
        if form == "csv":
            assert output is not None
            if Path(output).exists() and not Path(output).is_dir():
                raise click.UsageError(f"{output} is a file: csv needs a folder.")
            write_csv(objects, Path(output))
        elif output is None:
            for line in jsonl(objects):
                out(line)
        else:
            with Path(output).open("w", encoding="utf-8", newline="") as file:
                file.writelines(jsonl(objects))
    return 0


def _write(content: str, output: str | None) -> None:
    if output is None:
        out(content)
    else:
        Path(output).write_text(content, encoding="utf-8", newline="")


COMMANDS = {"export": export_command}
