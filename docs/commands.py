"""Writes docs/commands.md from the commands themselves: `python docs/commands.py`; a test compares the two."""

from __future__ import annotations

from pathlib import Path

import click

from rapporteur.cli import cli

HEAD = """# Commands

Made from the commands themselves by `python docs/commands.py`; a test keeps the two alike.

Every view takes the clocks: `--as-of` (what could be known then), `--as-we-had` (what had been received here then), `--happened-from`, `--happened-to`, `--since`. WHEN is an ISO date or a date-time with zone; a bare date is its start as a lower bound and its end as an upper bound, in `--timezone`. Exit status: 0 done; 1 done, but something could not be read or is not supported; 2 the call was wrong.
"""


def page() -> str:
    """The whole page as Markdown."""
    parts = [HEAD]
    context = click.Context(cli, info_name="rapporteur")
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        usage = " ".join(command.collect_usage_pieces(inner))
        parts.append(
            f"## rapporteur {name}\n\n{(command.help or '').strip()}\n\n`rapporteur {name} {usage}`\n"
        )
        rows = [
            f"| `{', '.join((*option.opts, *option.secondary_opts))}` | {(option.help or '').strip()} |"
            for option in command.get_params(inner)
            if isinstance(option, click.Option) and not option.hidden and "--help" not in option.opts
        ]
        if rows:
            parts.append("| option | |\n|---|---|\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    Path(__file__).with_suffix(".md").write_text(page(), encoding="utf8")
