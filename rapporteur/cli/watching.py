"""`watch`: polls feeds and prints what changed in the record."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from rapporteur.cli.options import asked, jobs_option, now, out, private_option, record_option, show_view

LEAST = 60  # seconds between two looks at which feeds are due


@click.command("watch")
@click.argument("feeds", type=click.Path(exists=True, dir_okay=False), metavar="FEEDS.opml")
@record_option
@click.option("--once", is_flag=True, help="One round only.")
@private_option
@jobs_option
def watch_command(feeds: str, record: str, once: bool, private: bool, jobs: int) -> int:
    """Polls feeds politely and prints what changed in the record; it remembers where it stopped."""
    from rapporteur.intake import Options, Policy, Web
    from rapporteur.intake.feeds import parse_opml
    from rapporteur.intake.watch import Watch

    listed = parse_opml(Path(feeds).read_bytes())
    if isinstance(listed, str):
        raise click.UsageError(f"{feeds}: {listed}")
    memory = Path(f"{record}.watch.json") if "://" not in record else Path("rapporteur.watch.json")
    watch = Watch.from_json(memory.read_text(encoding="utf-8")) if memory.exists() else Watch()
    options = Options(clock=now, fetch=Web(policy=Policy(allow_private=private)).fetch)
    failed = False
    while True:
        watch, refused = _round(listed, watch, record, options, jobs, memory)
        failed = failed or refused
        if once:
            return 1 if failed else 0
        due = min((watch.feeds[url].next_at for url in listed if url in watch.feeds), default=0.0)
        time.sleep(max(LEAST, due - time.time()))


def _round(
    feeds: tuple[str, ...], watch: Any, record: str, options: Any, jobs: int, memory: Path
) -> tuple[Any, bool]:
    """One round over the feeds; the watch afterwards, and whether anything was refused."""
    from rapporteur.cli.reading import Tally, take_in
    from rapporteur.intake.watch import after, poll
    from rapporteur.record import open_record
    from rapporteur.views.changes import changes

    began = now()
    tally = Tally()
    for outcome in poll(feeds, watch, time.time(), options):
        take_in(outcome.received, record, jobs, tally)
        for refused in outcome.refused:
            tally.refused.append(str(refused))
            click.echo(str(refused), err=True)
        watch = after(watch, outcome)
        memory.write_text(watch.to_json(), encoding="utf-8")
    if tally.new:
        with open_record(record) as opened:
            show_view(opened, changes(opened, asked({"since": began})), "table")
    else:
        out(f"{began} nothing new\n")
    return watch, bool(tally.refused)


COMMANDS = {"watch": watch_command}
