"""What each page of the workbench costs at the server and in the browser, over a record of any size.

`python -m bench.pages --record FILE` asks every page three times in one process and prints the least processor time
and the least time on the clock, the rows read and the bytes sent; a page over its aim of 300 ms says so. With
`--browser` Chromium opens a handful of them from a server of its own and says when each was ready to be used.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from rapporteur.ledger import Store
from rapporteur.ledger import sql as asking
from rapporteur.record import Record, Wanted, open_record
from rapporteur.record.search import AMBIGUOUS, BELOW, COULD_BE, UNNAMED, UNRESOLVED
from rapporteur.web.api import VIEWS
from rapporteur.web.app import create_app
from rapporteur.web.safety import Guard

SERVER, BROWSER = 300, 1000  # milliseconds aimed at
CHROMIUM = Path("/usr/bin/chromium")
TIMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one page costs."""

    path: str
    status: int
    cpu: float  # ms of processor, the least of the later times
    wall: float
    first: float  # ms of processor, the first time it was asked in this process
    rows: int
    size: int


def paths(record: Record) -> Iterator[str]:
    """Every page, with the largest things of this record where a page is about one."""
    lists = record.lists
    reports = lists.standing()[0]
    yield from (
        "/",
        "/timeline",
        "/timeline?zoom=month",
        "/timeline?zoom=day&clock=known",
        "/timeline?offset=500",
    )
    yield from ("/positions", "/drafts", "/statements", "/statements?offset=5000", "/statements?by=minister")
    yield from ("/statements?about=agreement", "/sources", "/people", "/people?words=john", "/disagreements")
    named = len(lists.tally("statements"))
    yield f"/sources?offset={named}"
    yield from ("/reports", f"/reports?offset={max(0, reports - 60)}", "/reports?about=agreement")
    yield from ("/review", "/review?offset=1000")
    for kind in ("conflicting roles", "proposed merge", COULD_BE, AMBIGUOUS, BELOW, UNRESOLVED):
        yield f"/review?kind={kind.replace(' ', '+')}"
    yield from (
        "/search?words=president",
        "/search?words=uranium+enrichment",
        "/search?words=talks&by=minister",
    )
    for layer in ("statements", "entities", "events", "positions", "drafts"):
        found = lists.page(Wanted(layer=layer), 1)
        if found:
            yield f"/show/{found[0].id}"
    for one in lists.noted(UNNAMED, 1):
        yield f"/show/{one.address}"
    some = lists.reports(1, reports // 2).reports
    yield from (f"/report/{report}" for report in some)
    yield from ("/issued", "/vet", "/add", "/compare", "/changes", "/api/openapi.json")
    for name in VIEWS:
        yield f"/api/{name}"
    yield from ("/api/statements?limit=100&offset=2000", "/api/people?limit=100&offset=1000")


def cost(client: Any, path: str) -> Cost:
    """Asks a page several times."""
    told: list[tuple[float, float]] = []
    rows = 0
    named = asking._named

    def counting(cursor: Any, found: list[Any]) -> list[Any]:
        nonlocal rows
        rows += len(found)
        return named(cursor, found)

    asking._named = counting  # type: ignore[assignment]  # what counts stands in for what it counts
    try:
        for _ in range(TIMES):
            rows, cpu, wall = 0, time.process_time(), time.perf_counter()
            got = client.get(path)
            told.append((1e3 * (time.process_time() - cpu), 1e3 * (time.perf_counter() - wall)))
    finally:
        asking._named = named
    return Cost(
        path=path, status=got.status_code, cpu=min(t[0] for t in told), wall=min(t[1] for t in told), first=told[0][0],
        rows=rows, size=len(got.content),
    )  # fmt: skip


def interactive(place: str, pages: list[str]) -> Iterator[tuple[str, float]]:
    """Milliseconds from the address to a page that answers, in Chromium, from a server in a process of its own."""
    from playwright.sync_api import sync_playwright

    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-c", f"from rapporteur.web.app import serve; serve({place!r}, port={port})"]
    )
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(CHROMIUM),
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            for _ in range(100):
                try:
                    page.goto(f"http://127.0.0.1:{port}/add")
                    break
                except Exception:
                    time.sleep(0.2)
            for path in pages:
                times = []
                for _ in range(2):
                    page.goto(f"http://127.0.0.1:{port}{path}", wait_until="load")
                    times.append(
                        page.evaluate(
                            "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done("
                            "performance.getEntriesByType('navigation')[0].loadEventStart))))"
                        )
                    )
                yield path, min(times)
            browser.close()
    finally:
        server.terminate()
        server.wait(10)


def main(argv: list[str] | None = None) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", required=True)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--only", default="", help="pages whose address holds this")
    asked = parser.parse_args(argv)
    store = Store(asked.record, create=False)
    now = datetime(2026, 11, 22, 8, tzinfo=UTC)
    client = TestClient(create_app(store, guard=Guard(hosts=("testserver",)), clock=lambda: now))
    with open_record(store) as record:
        wanted = [path for path in paths(record) if asked.only in path]
        counted = {
            layer: record.lists.count(Wanted(layer=layer)) for layer in ("statements", "entities", "events")
        }
        print(
            f"{record.lists.standing()[0]:,} reports; {', '.join(f'{n:,} {name}' for name, n in counted.items())}"
        )
    client.get("/add")  # what is loaded once a process is no page's cost
    print(
        "| page | ms of processor | first | ms on the clock | rows read | KB sent | |\n|---|---|---|---|---|---|---|"
    )
    slow = 0
    for path in wanted:
        one = cost(client, path)
        late = one.cpu > SERVER or one.first > SERVER
        slow += late
        said = "over 300" if late else "" if one.status == 200 else str(one.status)
        shown = path if len(path) < 48 else path[:44] + "…"
        print(
            f"| `{shown}` | {one.cpu:.0f} | {one.first:.0f} | {one.wall:.0f} | {one.rows:,} | {one.size / 1024:.0f} | {said} |",
            flush=True,
        )
    if asked.browser:
        print("\n| page in Chromium | ms to use |\n|---|---|")
        pages = [
            path
            for path in wanted
            if path in ("/", "/timeline", "/positions", "/statements", "/people", "/review")
        ]
        pages += [path for path in wanted if path.startswith(("/report/", "/show/"))][:4]
        for path, ms in interactive(asked.record, pages):
            print(f"| `{path[:44]}` | {ms:.0f}{' over 1,000' if ms > BROWSER else ''} |", flush=True)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
