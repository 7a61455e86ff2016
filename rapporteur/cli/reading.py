"""`read` and `demo`: reports into the record."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from rapporteur.cli.options import jobs_option, now, out, private_option, record_option

UNREAD = ("language-not-read", "nothing-to-read")


@dataclass(slots=True)
class Tally:
    """What a run came to."""

    new: int = 0
    newer: int = 0
    known: int = 0
    withdrawn: int = 0
    problems: int = 0
    passed_over: int = 0
    tables: list[str] = field(default_factory=list)  # passed over too, but may say what the reports do not
    refused: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)  # kept, and read for little or nothing


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@record_option
@click.option("--published", metavar="WHEN", help="When it was published, where the page does not say.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--url", metavar="URL", help="Where it was published.")
@click.option("--manifest", type=click.Path(dir_okay=False), help="A table: file, date, source, title, url.")
@private_option
@jobs_option
@click.option("--quiet", is_flag=True, help="Print nothing but what could not be read.")
def read_command(
    sources: tuple[str, ...], record: str, published: str | None, outlet: str | None, url: str | None,
    manifest: str | None, private: bool, jobs: int, quiet: bool,
) -> int:  # fmt: skip
    """Reads files, folders, URLs and feeds into the record; `-` is standard input."""
    from rapporteur.intake import Options, read_manifest
    from rapporteur.intake.source import Refused
    from rapporteur.model import Given
    from rapporteur.record.moments import bounds

    if published is not None and bounds(published) is None:
        raise click.UsageError(f"--published {published!r} is no date: give 2025-11-23 or 2025-11-23T18:00Z.")
    table = read_manifest(Path(manifest)) if manifest else {}
    if isinstance(table, Refused):
        raise click.UsageError(str(table))
    options = Options(
        clock=now, given=Given(outlet=outlet, url=url, published=published), manifest=table, stdin=sys.stdin.buffer,
        **_network(sources, private),
    )  # fmt: skip
    tally = take_in_all(sources, record, options, jobs, bar=sys.stderr.isatty() and not quiet)
    for refused in (*tally.unread, *tally.refused):
        click.echo(refused, err=True)
    if not quiet:
        out(summary(tally))
        if tally.tables and manifest is None:
            click.echo(
                f"{tally.tables[0]} may say who published what and when: give it as --manifest.", err=True
            )
    return 1 if tally.refused else 0


def take_in_all(sources: Sequence[str], record: str, options: Any, jobs: int, *, bar: bool) -> Tally:
    """Takes in every report of these sources, each in its own transaction, and brings the record up to date."""
    from rapporteur.intake import receive

    tally = Tally()
    with _progress(sources, bar) as step:
        take_in(receive(sources, options), record, jobs, tally, step)
    return tally


def take_in(
    received: Iterable[Any],
    record: str,
    jobs: int,
    tally: Tally,
    step: Callable[[str], None] = lambda name: None,
) -> None:
    """Takes in what was received; what could not be read is named in the tally."""
    from rapporteur.cli.pipeline import read_all
    from rapporteur.ledger import NotVerbatim, Store
    from rapporteur.record import acts, bring_up_to_date

    store = Store(record)
    for report, outcome in read_all(_fresh(received, store, tally), jobs or min(4, os.cpu_count() or 1)):
        step(report.source)
        if isinstance(outcome, str):
            tally.refused.append(f"{report.source}: {outcome}")
            continue
        try:
            done = acts.take_in(store, outcome, now=now())
        except NotVerbatim as error:
            tally.refused.append(f"{report.source}: {error}")
            continue
        _count(tally, done, outcome)
    bring_up_to_date(store)
    store.close()


def _fresh(received: Iterable[Any], store: Any, tally: Tally) -> Iterator[Any]:
    """The reports that are new; what is known, refused or no report at all is counted."""
    from rapporteur.ledger import Ledger
    from rapporteur.model import Report
    from rapporteur.record.acts import seen_again

    for one in received:
        if not isinstance(one, Report):
            if one.skipped:
                tally.passed_over += 1
                tally.tables += [one.source] if one.source.lower().endswith((".tsv", ".csv")) else []
            else:
                tally.refused.append(str(one))
            continue
        with store.read() as connection:
            ledger = Ledger(connection)
            held, places = ledger.held(one.id), ledger.places(one.id)
        if held is None or held.withdrawn is not None:
            yield one
            continue
        if one.source not in places:
            seen_again(store, one)
        tally.known += 1


def summary(tally: Tally) -> str:
    """What a run came to, in one line."""
    said = [f"{tally.new} read"]
    for count, words in (
        (tally.newer, "read anew"), (tally.known, "known already"), (tally.withdrawn, "withdrawn earlier and left so"),
        (tally.passed_over, "passed over, not being reports"), (len(tally.refused), "could not be read"),
        (tally.problems, "problem noted" if tally.problems == 1 else "problems noted"),
    ):  # fmt: skip
        if count:
            said.append(f"{count} {words}")
    return " · ".join(said) + "\n"


@click.command("demo")
def demo_command() -> int:
    """Reads the sample dispatches into a temporary record and prints the brief."""
    from importlib.resources import as_file, files

    from rapporteur.cli.asking import run_view
    from rapporteur.intake import Options

    folder = Path(tempfile.mkdtemp(prefix="rapporteur-demo-"))
    record = str(folder / "demo.db")
    with as_file(files("rapporteur") / "samples" / "dispatches") as samples:
        tally = take_in_all([str(samples)], record, Options(clock=now), 1, bar=sys.stderr.isatty())
    for refused in tally.refused:
        click.echo(refused, err=True)
    out(f"Sample dispatches on an invented negotiation: {summary(tally)}\n")
    status = run_view("brief", record, {}, "table")
    out(
        f"\nOpen the pages:  rapporteur serve --record {record}\nAsk more:        rapporteur timeline --record {record}\n"
    )
    return 1 if tally.refused else status


def _count(tally: Tally, done: str, entry: Any) -> None:
    if done == "new":
        tally.new += 1
        tally.problems += len(entry.reading.problems) + len(entry.document.problems)
        tally.unread += [
            f"{entry.report.source}: {one.message}." for one in entry.reading.problems if one.code in UNREAD
        ]
    elif done == "newer reading":
        tally.newer += 1
    elif done == "withdrawn":
        tally.withdrawn += 1
    else:
        tally.known += 1


def _network(sources: Iterable[str], private: bool) -> dict[str, Any]:
    """The web, where a source is an address; nothing is fetched for files."""
    if not any("://" in source or source.endswith(".opml") for source in sources):
        return {}
    from rapporteur.intake import Policy, Web

    return {"fetch": Web(policy=Policy(allow_private=private)).fetch}


class _progress:
    """A bar on standard error over the files there are, or nothing."""

    def __init__(self, sources: Iterable[str], shown: bool) -> None:
        self.bar: Any = None
        if shown:
            total = sum(_files(source) for source in sources)
            self.bar = click.progressbar(
                length=total, label="reading", file=sys.stderr, item_show_func=lambda name: (name or "")[-40:]
            )

    def __enter__(self) -> Any:
        if self.bar is None:
            return lambda name: None
        self.bar.__enter__()
        return lambda name: self.bar.update(1, name)

    def __exit__(self, *error: Any) -> None:
        if self.bar is not None:
            self.bar.__exit__(*error)


def _files(source: str) -> int:
    path = Path(source)
    return sum(len(files) for _, _, files in os.walk(path)) if path.is_dir() else 1


COMMANDS = {"read": read_command, "demo": demo_command}
