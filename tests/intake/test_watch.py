"""A watch over two hundred feeds, good and bad: bounded, loses nothing, and asks again only for what changed."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from rapporteur.intake import Options, Policy, Refused, Web
from rapporteur.intake.watch import FeedState, Outcome, Watch, after, poll

KINDS = (
    "good",
    "etag",
    "slow",
    "silent",
    "broken",
    "moved",
    "endless",
    "bomb",
    "type",
    "malformed",
    "gone",
    "flaky",
)
WORDS = (
    "The envoy told reporters that the two sides would meet again at the ferry house before the end of the week. "
    * 9
)
FEEDS = 200


class Feeds(BaseHTTPRequestHandler):
    """Feed n behaves by n modulo the kinds."""

    asked: ClassVar[Counter[str]] = Counter()
    changed: ClassVar[set[int]] = set()
    well = False

    def do_GET(self) -> None:
        Feeds.asked[self.path] += 1
        kind, _, number = self.path.strip("/").partition("/")
        getattr(self, "feed_" + kind, self.feed_gone)(int(number or 0))

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in {
            "content-type": "application/rss+xml",
            "content-length": str(len(body)),
            **headers,
        }.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def rss(self, number: int) -> bytes:
        items = range(2 + (number in Feeds.changed))
        entries = "".join(
            f"<item><guid>{number}-{n}</guid><title>Report {number}-{n}</title><link>http://n.example/{number}/{n}</link>"
            f"<description>{WORDS} No. {number}-{n}.</description></item>"
            for n in items
        )
        return f"<rss version='2.0'><channel><title>Wire {number}</title>{entries}</channel></rss>".encode()

    def feed_good(self, number: int) -> None:
        self.answer(self.rss(number))

    def feed_etag(self, number: int) -> None:
        tag = f'"{number in Feeds.changed}"'
        if self.headers.get("if-none-match") == tag:
            self.answer(b"", 304)
        else:
            self.answer(self.rss(number), etag=tag)

    def feed_slow(self, number: int) -> None:
        time.sleep(0.3)
        self.feed_good(number)

    def feed_silent(self, number: int) -> None:
        time.sleep(8)

    def feed_broken(self, number: int) -> None:
        self.send_response(200)
        self.send_header("content-length", "99999")
        self.end_headers()
        self.wfile.write(self.rss(number)[:200])

    def feed_moved(self, number: int) -> None:
        self.answer(b"", 301, location=f"/good/{number}")

    def feed_endless(self, number: int) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"<item/>" * 4096)
        except OSError:
            pass

    def feed_bomb(self, number: int) -> None:
        self.answer(BOMB, content_encoding="gzip")

    def feed_type(self, number: int) -> None:
        self.answer(b"\x89PNG\r\n\x1a\n" + bytes(500), content_type="image/png")

    def feed_malformed(self, number: int) -> None:
        self.answer(b"<html><body>No feed lives here any more.</body></html>")

    def feed_gone(self, number: int) -> None:
        self.answer(b"gone", 410)

    def feed_flaky(self, number: int) -> None:
        self.feed_good(number) if Feeds.well else self.answer(b"later", 503)

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


BOMB = gzip.compress(bytes(16 << 20))


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

    server = Server(("127.0.0.1", 0), Feeds)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_two_rounds_over_two_hundred_feeds(base: str) -> None:
    """The round ends in bounded time, each failure is a sentence, nothing is lost, and the next asks only what changed."""
    web = Web(policy=Policy(delay=0, seconds=5.0, quiet=3.0, bytes=1 << 20, allow_private=True, robots=False))
    options = Options(clock=lambda: "2026-06-01T00:00:00Z", fetch=web.fetch)
    feeds = [f"{base}/{KINDS[n % len(KINDS)]}/{n}" for n in range(FEEDS)]
    kind = {url: KINDS[n % len(KINDS)] for n, url in enumerate(feeds)}
    watch = Watch()

    def round_at(now: float) -> list[Outcome]:
        nonlocal watch
        found = []
        for outcome in poll(feeds, watch, now, options):
            watch = Watch.from_json(after(watch, outcome).to_json())  # each outcome survives a restart
            found.append(outcome)
        return found

    started = time.monotonic()
    first = round_at(0.0)
    assert time.monotonic() - started < 60
    assert [outcome.feed for outcome in first] == feeds
    sound = {"good", "etag", "slow", "moved"}
    for outcome in first:
        if kind[outcome.feed] in sound:
            assert len(outcome.received) == 2, (outcome.feed, outcome.refused)
            assert not outcome.refused
        else:
            assert not outcome.received
            assert len(outcome.refused) == 1
            assert outcome.refused[0].reason.endswith(".")
    taken = [report.id for outcome in first for report in outcome.received]
    assert len(taken) == len(set(taken))

    # A minute later nobody's turn has come.
    Feeds.asked.clear()
    assert not any(outcome.asked for outcome in round_at(60.0))
    assert not Feeds.asked

    # Twenty minutes later those that answered are asked; those that failed wait longer.
    Feeds.changed = {0, 1, 2, 12, 13}
    Feeds.well = True
    second = {outcome.feed: outcome for outcome in round_at(1200.0)}
    fresh = {url: len(outcome.received) for url, outcome in second.items() if outcome.received}
    assert fresh == {feeds[n]: 1 for n in (0, 1, 2, 12, 13)}
    assert {kind[url] for url, outcome in second.items() if outcome.asked} == sound
    assert all(second[url].unchanged for url in feeds if kind[url] == "etag" and url not in fresh)

    # An hour later what was down is up, and nothing of it is lost.
    third = {outcome.feed: outcome for outcome in round_at(3700.0)}
    assert all(len(third[url].received) == 2 for url in feeds if kind[url] == "flaky")


def test_failures_are_asked_less_and_less_often_but_always_again() -> None:
    """The wait doubles up to a day."""

    def down(url: str, headers: Mapping[str, str]) -> Refused:
        return Refused(source=url, reason="Down.", code="timeout")

    watch = Watch()
    waits = []
    now = 0.0
    for _ in range(12):
        (outcome,) = poll(["http://a.example/"], watch, now, Options(clock=lambda: "x", fetch=down))
        waits.append(outcome.state.next_at - now)
        watch = after(watch, outcome)
        now = outcome.state.next_at
    assert waits == sorted(waits)
    assert waits[0] == 1800
    assert waits[-1] == 86400


def test_a_damaged_state_begins_anew() -> None:
    """What cannot be read back costs a round, not the watch."""
    assert Watch.from_json("{half") == Watch()
    kept = Watch(feeds={"u": FeedState(etag='"a"', next_at=3.5, failures=2, seen=("k",))})
    assert Watch.from_json(kept.to_json()) == kept
