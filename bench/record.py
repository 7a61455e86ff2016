"""What it costs to add a report to a small and to a large record, and how long views take.

The large record is generated: reports of many negotiations, each with its own people, all of them naming
the same dozen countries. `python -m bench.record --large 2000` measures a smaller one.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rapporteur.codec import digest
from rapporteur.ledger import Ledger, Store
from rapporteur.model import (
    Attribution,
    Block,
    Document,
    Entry,
    EventMention,
    Given,
    Mention,
    Participant,
    Reading,
    Report,
    Sentence,
    Stated,
    address,
)
from rapporteur.record import LAYERS, bring_up_to_date, open_record
from rapporteur.record.engine import Engine, prepare
from rapporteur.views.view import Asked

ADDED = 50
REPORTS = Path(__file__).parent.parent.parent / "shared" / "reports" / "iran-2013-2015"
LANDS = (
    "France",
    "Japan",
    "Brazil",
    "Kenya",
    "Norway",
    "Chile",
    "India",
    "Egypt",
    "Ghana",
    "Peru",
    "Italy",
    "Spain",
)
SOUNDS = (
    "ba",
    "ke",
    "li",
    "mo",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
    "dar",
    "fen",
    "gor",
    "hal",
    "jin",
    "pol",
)
TALK = (
    "the dam",
    "the ferry",
    "a cease-fire",
    "fishing rights",
    "the rail link",
    "prisoners",
    "the border road",
    "tariffs",
)


def name(chance: random.Random) -> str:
    """An invented name."""
    return " ".join("".join(chance.choices(SOUNDS, k=k)).capitalize() for k in (2, 3))


def entry(number: int) -> Entry:
    """One generated report: five sentences on one of number/20 negotiations."""
    people = [name(random.Random(f"{number // 20}-{n}")) for n in range(6)]
    chance = random.Random(number)
    one, other, third = chance.sample(people, 3)
    land, elsewhere = chance.sample(LANDS, 2)
    about = f"{TALK[number // 20 % len(TALK)]} {chance.randrange(10_000)}"
    report = digest(str(number))[:10]
    said = f"{' '.join(''.join(chance.choices(SOUNDS, k=2)) for _ in range(12))} on {about}"
    lines = [
        f"{one} of {land} met {other} of {elsewhere} on Tuesday.",
        f"“{said},” {one} said.",
        f"{third} will travel to {elsewhere} next week.",
        f"{other} said that {about} stays open.",
        f"The talks on {about} go on, with {land} and {elsewhere} at the table.",
    ]
    text = "\n".join(lines)
    document = Document(
        report=report, text=text, language="en", title=None,
        outlet=Stated(value=f"The {chance.choice(SOUNDS).capitalize()} {chance.choice(('Post', 'Wire', 'Times'))}"),
        published=Stated(value=f"{2000 + number % 25}-{1 + number % 12:02d}-{1 + number % 28:02d}"),
        blocks=tuple(blocks(lines)),
    )  # fmt: skip
    mentions = []
    for who in dict.fromkeys((one, other, third, land, elsewhere)):
        at = text.find(who)
        while at >= 0:
            mentions.append(
                Mention(
                    id=address(report, "mention", at, at + len(who)), span=document.span(at, at + len(who)),
                    kind="place" if who in LANDS else "person", name=who,
                )
            )  # fmt: skip
            at = text.find(who, at + 1)
    mentions.sort(key=lambda mention: mention.span.start)
    at = text.find(said)
    speaker = next(mention for mention in mentions if mention.span.start > at)
    saying = Attribution(
        id=address(report, "attribution", at, at + len(said)), content=(document.span(at, at + len(said)),),
        source=speaker.span, cue=None, manner="direct", cue_kind="says", voice="newsroom", speaker=speaker.id,
    )  # fmt: skip
    met = text.find("met")
    event = EventMention(
        id=address(report, "event", met, met + 3), trigger=document.span(met, met + 3), class_="CONSULT",
        status="held", mode="meeting",
        participants=tuple(
            Participant(role="source", exact=mention.name, mention=mention.id) for mention in mentions[:3:2]
        ),
    )  # fmt: skip
    raw = text.encode()
    return Entry(
        report=Report(
            id=report, digest=digest(raw), source=f"{number}.txt", given=Given(), received="2026-01-01T00:00:00Z",
            media_type="text/plain", raw=raw,
        ),
        document=document,
        reading=Reading(
            report=report, reader="bench/1", mentions=tuple(mentions), attributions=(saying,),
            event_mentions=(event,), sentences=tuple(Sentence(start=b.start, end=b.end) for b in document.blocks),
        ),
    )  # fmt: skip


def blocks(lines: list[str]) -> Iterator[Block]:
    """A paragraph a line."""
    at = 0
    for line in lines:
        yield Block(kind="paragraph", voice="newsroom", start=at, end=at + len(line))
        at += len(line) + 1


def build(store: Store, count: int) -> float:
    """Fills a record, many reports a transaction; the seconds it took."""
    began = time.perf_counter()
    for first in range(0, count, 500):
        with store.write() as connection:
            prepare(connection, LAYERS)
            engine = Engine(connection, LAYERS)
            for number in range(first, min(first + 500, count)):
                one = entry(number)
                Ledger(connection).append(one, now="2026")
                engine.advance(one.report.id)
    return time.perf_counter() - began


def adding(store: Store, first: int) -> tuple[float, float, int, int]:
    """Median milliseconds (wall, processor) of adding a report, and rows read and written, over fifty."""
    wall, spent, read, written = [], [], [], []
    for number in range(first, first + ADDED):
        one = entry(number)
        began, used = time.perf_counter(), time.process_time()
        with store.write() as connection:
            engine = Engine(connection, LAYERS)
            engine.ledger.append(one, now="2026")
            engine.advance(one.report.id)
        wall.append(1000 * (time.perf_counter() - began))
        spent.append(1000 * (time.process_time() - used))
        read.append(engine.sql.rows_read)
        written.append(engine.sql.rows_written)
    medians = [statistics.median(values) for values in (wall, spent, read, written)]
    return medians[0], medians[1], int(medians[2]), int(medians[3])


def timed(act: Callable[[], object], times: int = 3) -> float:
    """The least milliseconds of a few runs."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        found.append(1000 * (time.perf_counter() - began))
    return min(found)


def cost_of_adding(folder: Path, small: int, large: int) -> None:
    """One table: a report more in a small and in a large record."""
    rows = []
    for count in (small, large):
        store = Store(str(folder / f"{count}.db"))
        seconds = build(store, count)
        rows.append((count, *adding(store, count), seconds))
    print(
        f"{'reports held':>12} {'ms a report':>12} {'processor ms':>13} {'rows read':>10} {'rows written':>13} {'s to build':>11}"
    )
    for count, wall, spent, read, written, seconds in rows:
        print(f"{count:12d} {wall:12.1f} {spent:13.1f} {read:10d} {written:13d} {seconds:11.0f}")
    (_, *less, _), (_, *more, _) = rows
    print("ratio        " + " ".join(f"{b / a:12.2f}" for a, b in zip(less, more, strict=True)))


def cost_of_views(folder: Path) -> None:
    """How long each view and each moment takes over the Iran articles."""
    if not REPORTS.exists():
        print("\n../shared/reports is not there: views were not timed.")
        return
    from rapporteur.cli.options import now
    from rapporteur.cli.reading import take_in_all
    from rapporteur.intake import Options, read_manifest

    table = read_manifest(REPORTS / "index.tsv")
    record = str(folder / "iran.db")
    began = time.perf_counter()
    options = Options(clock=now, manifest=table if isinstance(table, dict) else {})
    tally = take_in_all([str(REPORTS)], record, options, 2, bar=False)
    print(f"\n{tally.new} articles read in {time.perf_counter() - began:.0f} s")
    bring_up_to_date(Store(record))
    import importlib

    for view in (
        "reports",
        "timeline",
        "statements",
        "people",
        "sources",
        "drafts",
        "positions",
        "disagreements",
        "brief",
    ):
        ask = getattr(importlib.import_module(f"rapporteur.views.{view}"), view)

        def once(ask: Callable[..., object] = ask) -> None:
            with open_record(record) as opened:
                ask(opened, Asked(now="2026-01-01T00:00:00Z"))

        print(f"{view:16} {timed(once):8.0f} ms")
    for day in ("2013-11-24", "2014-11-24", "2015-04-02", "2015-07-14"):

        def then(day: str = day) -> None:
            with open_record(record) as opened:
                opened.at(Asked(as_of=f"{day}T23:59:59Z"))

        print(f"as of {day} {timed(then, 2):8.0f} ms")


def main() -> None:
    """Prints both tables."""
    options = argparse.ArgumentParser(prog="bench.record")
    options.add_argument("--small", type=int, default=200)
    options.add_argument("--large", type=int, default=20_000)
    options.add_argument("--views", action="store_true", help="the views alone")
    asked = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="rapporteur-bench-"))
    try:
        if not asked.views:
            cost_of_adding(folder, asked.small, asked.large)
        cost_of_views(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
