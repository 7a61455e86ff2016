"""The `rapporteur` command: thin, and quick to start, since every command is imported only when it is called."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import traceback
from collections.abc import Sequence

import click

# Command, module that holds it, the line in --help, and the module without which it is not listed.
COMMANDS: dict[str, tuple[str, str, str | None]] = {
    "demo": ("reading", "Read the sample dispatches into a record of their own and print the brief.", None),
    "read": ("reading", "Read files, folders, URLs or feeds into the record.", None),
    "watch": ("watching", "Poll feeds and print what changed in the record.", "rapporteur.cli.watching"),
    "brief": ("asking", "The one-screen brief, every sentence with its evidence.", "rapporteur.views.brief"),
    "timeline": ("asking", "What happened and what is planned.", "rapporteur.views.timeline"),
    "statements": ("asking", "What was said, with its origins.", "rapporteur.views.statements"),
    "sources": ("asking", "Who is credited, named and unnamed.", "rapporteur.views.sources"),
    "people": ("asking", "Who takes part, with their roles.", "rapporteur.views.people"),
    "drafts": ("asking", "The texts on the table and their points.", "rapporteur.views.drafts"),
    "positions": ("asking", "Where each party stands.", "rapporteur.views.positions"),
    "track": ("asking", "One issue over time.", "rapporteur.views.track"),
    "disagreements": ("asking", "Where the accounts part.", "rapporteur.views.disagreements"),
    "reports": ("asking", "The reports in the record.", None),
    "find": ("asking", "Search statements and reports for words.", None),
    "show": ("asking", "One thing, with its words and how it is known.", "rapporteur.views.show"),
    "vet": ("asking", "Check a text against the record, sentence by sentence.", "rapporteur.views.vet"),
    "changes": ("asking", "What changed in the record since a moment.", None),
    "judge": ("judging", "Decide about something in the record.", None),
    "retract": ("keeping", "Withdraw a report, and print what that took away.", None),
    "forget": ("keeping", "Withdraw a report and wipe its text.", None),
    "reread": ("keeping", "Read reports again with the current reader.", None),
    "rebuild": ("keeping", "Derive everything again from the ledger.", None),
    "check": ("keeping", "Verify digests, spans and derived tables.", None),
    "export": ("exporting", "Write the whole record out.", None),
    "serve": ("serving", "Open the pages and the JSON API on this machine.", "rapporteur.web.app"),
}


class Commands(click.Group):
    """The commands, each imported when it is first asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands that work, in the order in which they are of use."""
        return [name for name, (_, _, needs) in COMMANDS.items() if needs is None or _is_there(needs)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself; None where there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"rapporteur.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.COMMANDS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


def _is_there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


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
    except click.ClickException as error:
        _say(error.format_message())
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
