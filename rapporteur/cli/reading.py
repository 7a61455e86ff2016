"""`read` and `demo`: reports into the record."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from rapporteur.cli.options import now, out, record_option


@dataclass(slots=True)
class Tally:
    """What a run came to."""

    new: int = 0
    newer: int = 0
    known: int = 0
    withdrawn: int = 0
    problems: int = 0
    passed_over: int = 0
    refused: list[str] = field(default_factory=list)


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@record_option
@click.option("--published", metavar="WHEN", help="When it was published, where the page does not say.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--url", metavar="URL", help="Where it was published.")
@click.option("--manifest", type=click.Path(dir_okay=False), help="A table: file, date, source, title, url.")
@click.option(
    "--jobs",
    type=click.IntRange(0, 256),
    default=0,
    metavar="N",
    help="Processes that read (0: as many as pay).",
)
@click.option("--quiet", is_flag=True, help="Print nothing but what could not be read.")
def read_command(
    sources: tuple[str, ...], record: str, published: str | None, outlet: str | None, url: str | None,
    manifest: str | None, jobs: int, quiet: bool,
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
        **_network(),
    )  # fmt: skip
    tally = take_in_all(sources, record, options, jobs, bar=sys.stderr.isatty() and not quiet)
    for refused in tally.refused:
        click.echo(refused, err=True)
    if not quiet:
        out(summary(tally))
    return 1 if tally.refused else 0


def take_in_all(sources: Sequence[str], record: str, options: Any, jobs: int, *, bar: bool) -> Tally:
    """Takes in every report of these sources, each in its own transaction, and brings the record up to date."""
    from rapporteur.cli.pipeline import read_all
    from rapporteur.ledger import Ledger, NotVerbatim, Store
    from rapporteur.record import bring_up_to_date
    from rapporteur.record.acts import seen_again, take_in

    store = Store(record)
    tally = Tally()

    def fresh() -> Iterator[Any]:
        from rapporteur.intake import receive
        from rapporteur.model import Report

        for received in receive(sources, options):
            if not isinstance(received, Report):
                if received.skipped:
                    tally.passed_over += 1
                else:
                    tally.refused.append(str(received))
                continue
            with store.read() as connection:
                ledger = Ledger(connection)
                held, places = ledger.held(received.id), ledger.places(received.id)
            if held is not None and held.withdrawn is None:
                if received.source not in places:
                    seen_again(store, received)
                tally.known += 1
                continue
            yield received

    with _progress(sources, bar) as step:
        for report, outcome in read_all(fresh(), jobs or min(4, os.cpu_count() or 1)):
            step(report.source)
            if isinstance(outcome, str):
                tally.refused.append(f"{report.source}: {outcome}")
                continue
            try:
                done = take_in(store, outcome, now=now())
            except NotVerbatim as error:
                tally.refused.append(f"{report.source}: {error}")
                continue
            _count(tally, done, outcome)
    bring_up_to_date(store)
    store.close()
    return tally


def summary(tally: Tally) -> str:
    """What a run came to, in one line."""
    said = [f"{tally.new} read"]
    for count, words in (
        (tally.newer, "read anew"), (tally.known, "known already"), (tally.withdrawn, "withdrawn earlier and left so"),
        (tally.passed_over, "passed over, not being reports"), (len(tally.refused), "could not be read"),
        (tally.problems, "passages not understood"),
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
    elif done == "newer reading":
        tally.newer += 1
    elif done == "withdrawn":
        tally.withdrawn += 1
    else:
        tally.known += 1


def _network() -> dict[str, Any]:
    """The network, where a way in for it is there."""
    try:
        from rapporteur.intake.web import fetcher  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return {}
    return {"fetch": fetcher()}


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
