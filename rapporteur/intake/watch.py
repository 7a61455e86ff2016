"""Watching feeds: each round asks only what may have changed, and what failed is asked less and less often.

The state of a watch is a value that goes in and comes out, so whoever keeps it decides where: it is
plain JSON, and a watch begun again from it goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace

from rapporteur.intake.feeds import FeedEntry, from_entry, parse_feed, parse_json_feed
from rapporteur.intake.kinds import FEED, JSON_FEED, kind_of
from rapporteur.intake.source import Fetch, Item, Options, Received, Refused, Response
from rapporteur.model import Report

_FIRST_WAIT = 15 * 60.0  # seconds after a round that went well
_LONGEST_WAIT = 24 * 3600.0
_MOST_KEYS = 2_000  # entries remembered of one feed, besides those it still shows
_WORKERS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is remembered of one feed between rounds; moments are seconds since the epoch."""

    etag: str | None = None
    modified: str | None = None
    next_at: float = 0.0
    failures: int = 0
    seen: tuple[str, ...] = ()  # digests of entries taken in, oldest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one round found at one feed."""

    feed: str
    state: FeedState
    received: tuple[Report, ...] = ()
    refused: tuple[Refused, ...] = ()
    asked: bool = True  # False where its turn had not come
    unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A set of feeds with what is remembered of each."""

    feeds: Mapping[str, FeedState] = field(default_factory=dict)

    def to_json(self) -> str:
        """The state as text that `from_json` reads back."""
        return json.dumps(
            {url: asdict(state) for url, state in sorted(self.feeds.items())}, ensure_ascii=False
        )

    @staticmethod
    def from_json(text: str) -> Watch:
        """A watch from its text; what cannot be read begins anew."""
        try:
            data = json.loads(text)
            kept = {
                str(url): FeedState(
                    etag=one.get("etag"),
                    modified=one.get("modified"),
                    next_at=float(one.get("next_at") or 0.0),
                    failures=int(one.get("failures") or 0),
                    seen=tuple(str(key) for key in one.get("seen") or ()),
                )
                for url, one in data.items()
            }
        except (ValueError, TypeError, AttributeError):
            return Watch()
        return Watch(feeds=kept)


def poll(feeds: Iterable[str], watch: Watch, now: float, options: Options) -> Iterator[Outcome]:
    """One round over these feeds, in their order, several at a time; each outcome carries the feed's next state.

    A report counts as taken in only when its outcome has been handed over, so a watch that is stopped
    half-way asks again for what was not.
    """
    fetch = options.fetch
    order = list(dict.fromkeys(feeds))

    def one(url: str) -> Outcome:
        state = watch.feeds.get(url, FeedState())
        if fetch is None:
            refusal = Refused(source=url, reason="It was not fetched: the network is off.", code="offline")
            return Outcome(feed=url, state=state, refused=(refusal,), asked=False)
        if now < state.next_at:
            return Outcome(feed=url, state=state, asked=False)
        return _poll_feed(url, state, now, fetch, options)

    with ThreadPoolExecutor(max_workers=_WORKERS) as workers:
        yield from workers.map(one, order)


def after(watch: Watch, outcome: Outcome) -> Watch:
    """The watch once an outcome has been dealt with."""
    return Watch(feeds={**watch.feeds, outcome.feed: outcome.state})


def _poll_feed(url: str, state: FeedState, now: float, fetch: Fetch, options: Options) -> Outcome:
    answer = fetch(url, _conditions(state))
    if isinstance(answer, Refused):
        return Outcome(feed=url, state=_failed(state, now), refused=(answer,))
    if answer.status == 304:
        return Outcome(feed=url, state=_rested(state, now), unchanged=True)
    entries = _entries(url, answer)
    if isinstance(entries, str):
        refusal = Refused(source=url, reason=entries, code="broken")
        return Outcome(feed=url, state=_failed(state, now), refused=(refusal,))
    known = set(state.seen)
    received: list[Report] = []
    refused: list[Refused] = []
    taken: list[str] = []
    shown_now: list[str] = []
    complete = True
    item = Item(name=url, raw=b"")
    for entry in entries:
        key = _key(entry)
        shown_now.append(key)
        if key in known:
            continue
        results: list[Received] = list(from_entry(entry, item, options))
        received += [result for result in results if isinstance(result, Report)]
        failures = [result for result in results if isinstance(result, Refused)]
        refused += failures
        if any(_may_pass(failure) for failure in failures):
            complete = False  # it is asked for again next time
        else:
            taken.append(key)
            known.add(key)
    still = set(shown_now)
    old = [key for key in state.seen if key not in still][-_MOST_KEYS:]
    seen = (*old, *(key for key in dict.fromkeys([*state.seen, *taken]) if key in still))
    kept = _rested(replace(state, seen=seen), now)
    # While something is missing the feed is asked for whole again: "unchanged" would hide it.
    etag = answer.headers.get("etag") if complete else None
    modified = answer.headers.get("last-modified") if complete else None
    kept = replace(kept, etag=etag, modified=modified)
    return Outcome(
        feed=url,
        state=kept,
        received=tuple(received),
        refused=tuple(refused),
        unchanged=not received and not refused,
    )


def _may_pass(failure: Refused) -> bool:
    """Whether a failure may be over next time."""
    return failure.code in (
        "timeout",
        "unreachable",
        "broken-connection",
        "status-429",
    ) or failure.code.startswith("status-5")


def _conditions(state: FeedState) -> dict[str, str]:
    asked = {"if-none-match": state.etag, "if-modified-since": state.modified}
    return {name: value for name, value in asked.items() if value}


def _rested(state: FeedState, now: float) -> FeedState:
    return replace(state, failures=0, next_at=now + _FIRST_WAIT)


def _failed(state: FeedState, now: float) -> FeedState:
    """Twice the wait for each failure in a row, up to a day."""
    failures = state.failures + 1
    wait = min(_FIRST_WAIT * 2 ** min(failures, 12), _LONGEST_WAIT)
    return replace(state, failures=failures, next_at=now + wait)


def _entries(url: str, answer: Response) -> tuple[FeedEntry, ...] | str:
    said = answer.headers.get("content-type")
    kind = kind_of(url.split("?")[0], answer.body, said)
    if kind == JSON_FEED or answer.body.lstrip()[:1] == b"{":
        try:
            data = json.loads(answer.body.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            return "The feed is not whole JSON."
        if not isinstance(data, dict) or "jsonfeed.org" not in str(data.get("version", "")):
            return "It is not a feed."
        return parse_json_feed(data)
    if (
        kind != FEED
        and b"<rss" not in answer.body[:4096]
        and b"<feed" not in answer.body[:4096]
        and b"<rdf" not in answer.body[:4096].lower()
    ):
        return "It is not a feed."
    return parse_feed(answer.body, url)


def _key(entry: FeedEntry) -> str:
    """What names an entry as it stands: a changed title or text makes it new, so a revision is fetched."""
    parts = [entry.key, entry.given.title, entry.content]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[
        :24
    ]
