"""What it costs to add a report to a small and to a large record, and how long views take.

Both records are generated (see `bench/_negotiations.py`). `python -m bench.record --large 2000` measures a
smaller one; `--views` leaves generated records out.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from bench._negotiations import entry
from rapporteur.ledger import Store
from rapporteur.record import LAYERS, bring_up_to_date, open_record
from rapporteur.record.engine import Engine, prepare
from rapporteur.views.view import Asked

ADDED = 150  # three times the fifty that a median needs: what a report costs depends on whom it names
REPORTS = Path(__file__).parent.parent.parent / "shared" / "reports" / "iran-2013-2015"
WORST = 1.3  # adding to the large record may cost so many times what adding to the small one costs


def build(store: Store, count: int) -> tuple[float, float]:
    """Fills a record, many reports a transaction, and settles it; seconds of processor for either."""
    began = time.process_time()
    for first in range(0, count, 500):
        with store.write() as connection:
            prepare(connection, LAYERS)
            engine = Engine(connection, LAYERS)
            for number in range(first, min(first + 500, count)):
                one = entry(number)
                engine.ledger.append(one, now="2026")
                engine.advance(one.report.id)
    built = time.process_time()
    bring_up_to_date(store)
    return built - began, time.process_time() - built


@dataclass(frozen=True, slots=True)
class Cost:
    """What one act took: milliseconds on the clock and of processor, rows read and written."""

    wall: float
    processor: float
    read: int
    written: int


def measured(store: Store, act: Callable[[Engine], None]) -> Cost:
    """The cost of one act in a transaction of its own, its commit included."""
    began, used = time.perf_counter(), time.process_time()
    with store.write() as connection:
        engine = Engine(connection, LAYERS)
        act(engine)
    return Cost(
        1000 * (time.perf_counter() - began), 1000 * (time.process_time() - used),
        engine.sql.rows_read, engine.sql.rows_written,
    )  # fmt: skip


def one_more(store: Store, number: int) -> tuple[Cost, Cost]:
    """What adding a report costs, and what the first look after it."""
    one = entry(number)

    def add(engine: Engine) -> None:
        engine.ledger.append(one, now="2026")
        engine.advance(one.report.id)

    return measured(store, add), measured(store, Engine.settle)


def median(costs: Sequence[Cost]) -> Cost:
    """Each figure's median."""
    return Cost(*(statistics.median(values) for values in zip(*map(astuple, costs), strict=True)))


def timed(act: Callable[[], object], times: int = 3) -> float:
    """The least milliseconds of a few runs."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        found.append(1000 * (time.perf_counter() - began))
    return min(found)


def cost_of_adding(folder: Path, small: int, large: int, added: int = ADDED) -> bool:
    """One table: a report more in a small and in a large record, in turns; whether the ratio is within the aim."""
    stores = {count: Store(str(folder / f"{count}.db")) for count in (small, large)}
    for count, store in stores.items():
        derived, settled = build(store, count)
        print(
            f"{count} reports derived in {derived:.0f} s of processor and settled in {settled:.0f} s",
            flush=True,
        )
    adding: dict[int, list[Cost]] = {small: [], large: []}
    looking: dict[int, list[Cost]] = {small: [], large: []}
    for number in range(added):  # in turns, so that what else the machine does weighs on both alike
        for count, store in stores.items():
            add, look = one_more(store, count + number)
            adding[count].append(add)
            looking[count].append(look)
    within = True
    for name, costs in (("a report more", adding), ("the first look after it", looking)):
        less, more = median(costs[small]), median(costs[large])
        print(f"\n{name:24} {'ms':>8} {'of processor':>13} {'rows read':>10} {'rows written':>13}")
        for count, cost in ((small, less), (large, more)):
            print(
                f"{count:24,} {cost.wall:8.1f} {cost.processor:13.1f} {cost.read:10.0f} {cost.written:13.0f}"
            )
        ratios = [b / a for a, b in zip(astuple(less), astuple(more), strict=True)]
        print(f"{'ratio':24} {ratios[0]:8.2f} {ratios[1]:13.2f} {ratios[2]:10.2f} {ratios[3]:13.2f}")
        within = within and max(ratios) <= WORST
    print(
        f"\nNeither costs more than {WORST} times as much in the large record: {'yes' if within else 'NO'}."
    )
    return within


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


def main() -> int:
    """Prints both tables; 1 where a report more costs too much in the large record."""
    options = argparse.ArgumentParser(prog="bench.record")
    options.add_argument("--small", type=int, default=200)
    options.add_argument("--large", type=int, default=20_000)
    options.add_argument("--views", action="store_true", help="the views alone")
    asked = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="rapporteur-bench-"))
    try:
        within = asked.views or cost_of_adding(folder, asked.small, asked.large)
        cost_of_views(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if within else 1


if __name__ == "__main__":
    raise SystemExit(main())
