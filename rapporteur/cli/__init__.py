"""The `rapporteur` command: thin, and quick to start, since every command is imported only when it is called."""

from __future__ import annotations

import difflib
import importlib
import sys
import traceback
from collections.abc import Sequence

import click

# Command, the module that holds it, the line in --help; in the order in which they are of use.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("reading", "Read the sample dispatches into a record of their own and print the brief."),
    "read": ("reading", "Read files, folders, URLs or feeds into the record."),
    "watch": ("watching", "Poll feeds and print what changed in the record."),
    "brief": ("asking", "The one-screen brief, every sentence with its evidence."),
    "timeline": ("asking", "What happened and what is planned."),
    "statements": ("asking", "What was said, with its origins."),
    "sources": ("asking", "Who is credited, named and unnamed."),
    "people": ("asking", "Who takes part, with their roles."),
    "drafts": ("asking", "The texts on the table and their points."),
    "positions": ("asking", "Where each party stands."),
    "track": ("asking", "One issue over time."),
    "disagreements": ("asking", "Where the accounts part."),
    "reports": ("asking", "The reports in the record."),
    "find": ("asking", "Search statements and reports for words."),
    "show": ("asking", "One thing, with its words and how it is known."),
    "vet": ("asking", "Check a text against the record, sentence by sentence."),
    "changes": ("asking", "What changed in the record since a moment."),
    "judge": ("judging", "Decide about something in the record."),
    "retract": ("keeping", "Withdraw a report, and print what that took away."),
    "forget": ("keeping", "Withdraw a report and wipe its text."),
    "reread": ("keeping", "Read reports again with the current reader."),
    "rebuild": ("keeping", "Derive everything again from the ledger."),
    "check": ("keeping", "Verify digests, spans and derived tables."),
    "export": ("exporting", "Write the whole record out."),
    "serve": ("serving", "Open the pages and the JSON API on this machine."),
}


class Commands(click.Group):
    """The commands, each imported when it is first asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order in which they are of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            near = difflib.get_close_matches(cmd_name, COMMANDS, n=1)
            meant = f"; did you mean {near[0]}?" if near else ": `rapporteur --help` lists them."
            raise click.UsageError(f"there is no command {cmd_name}{meant}")
        module = importlib.import_module(f"rapporteur.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.COMMANDS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show the traceback when something goes wrong.")
@click.version_option(package_name="rapporteur")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Keeps the record of a negotiation from what is reported about it."""
    ctx.obj = {"debug": debug}


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command and exits: 0 done, 1 done but not wholly, 2 the call was wrong."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    if debug:  # wherever it stands
        given = ["--debug", *(word for word in given if word != "--debug")]
    try:
        status = cli.main(args=given, prog_name="rapporteur", standalone_mode=False)
    except click.exceptions.Abort:
        _say("stopped.")
        sys.exit(1)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(2)
    except click.ClickException as error:
        _say(_of_the_call(error))
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        _say("stopped; what was done stays.")
        sys.exit(1)
    except Exception as error:
        if debug:
            traceback.print_exc()
        _say(_sentence(error))
        sys.exit(_status(error))
    sys.exit(status if isinstance(status, int) else 0)


def _of_the_call(error: click.ClickException) -> str:
    """What is wrong with a call, on one line; where click says it, with where to read on."""
    said = " ".join(error.format_message().split())
    by_click = isinstance(error, click.exceptions.BadParameter | click.exceptions.NoSuchOption)
    if by_click and isinstance(error, click.UsageError) and error.ctx is not None:
        return f"{said} (`{error.ctx.command_path} --help` says more.)"
    return said


def _sentence(error: Exception) -> str:
    """What went wrong, for a person; our own errors say it themselves."""
    if type(error).__module__.startswith("rapporteur."):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'the system'}: {error.strerror}."
    lines = str(error).splitlines()
    return f"this should not have happened: {type(error).__name__}{': ' + lines[0] if lines else ''} (--debug shows where)."


def _status(error: Exception) -> int:
    kind = type(error)
    wrong_call = kind.__module__.startswith("rapporteur.") and kind.__name__ != "Busy"
    return 2 if wrong_call else 1


def _say(sentence: str) -> None:
    click.echo(f"rapporteur: {sentence}", err=True)
