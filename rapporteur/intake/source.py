"""What a way in is given and what it gives back: a Report, or a refusal in one plain sentence."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from rapporteur.codec import digest, dumps
from rapporteur.model import Given, Report

ID_LENGTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place to read from: a path, a URL or `-` for standard input, with what is known about it."""

    place: str
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A source that was not read, and why, in one sentence.

    `skipped` marks what was passed over because it is no report at all (a picture or a table lying in a
    folder): it is named, but does not make the call a failure.
    """

    source: str
    reason: str
    code: str = "unreadable"
    skipped: bool = False

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read of one thing, in bytes and pieces, so that nothing received can hold up the rest."""

    decoded: int = 32 * 1024 * 1024  # of one report, after unpacking
    packed: int = 512 * 1024 * 1024  # of one archive or dump, as it lies
    members: int = 20_000  # reports in one archive, dump or mailbox
    unpacked: int = 1024 * 1024 * 1024  # of one archive altogether
    nesting: int = 3  # archives inside archives
    pages: int = 2_000  # of one PDF
    seconds: float = 30.0  # for taking one file apart, or one fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Bytes that one way in has opened for another: what they are called, and what came with them."""

    name: str  # as shown: relative path or URL
    raw: bytes
    given: Given = field(default_factory=Given)
    media_type: str | None = None  # where the carrier says so (an HTTP header, a MIME part)
    depth: int = 0  # how many archives it was taken out of
    called: str | None = None  # what it is called inside its packing, where that tells its kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What one fetch gave: the final address, status, headers (lower-case names) and body."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


Fetch = Callable[[str, Mapping[str, str]], "Response | Refused"]
"""Fetches one URL with extra headers; the network is always passed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What holds for a whole call: what is given for every source, limits, clock and network."""

    clock: Callable[[], str]  # the moment of receiving, ISO 8601 UTC
    given: Given = field(default_factory=Given)
    manifest: Mapping[str, Given] = field(default_factory=dict)  # by path relative to the folder
    limits: Limits = field(default_factory=Limits)
    stdin: BinaryIO | None = None
    fetch: Fetch | None = None
    fields: Mapping[str, str] = field(default_factory=dict)  # of JSON Lines: our name -> theirs


Received = Report | Refused
Way = Callable[[Item, Options], Iterator[Received]]
"""A way in for opened bytes: one file may hold one report or many."""


def report_id(made_of: str, given: Given) -> str:
    """The name of a report for ever: from its bytes and what was given, wherever the file lies."""
    canonical = dumps([made_of, given.outlet, given.url, given.published]).encode("utf-8", "surrogatepass")
    return b32encode(hashlib.sha256(canonical).digest()).decode("ascii").lower()[:ID_LENGTH]


def make_report(item: Item, media_type: str, options: Options) -> Report:
    """The report that an item's bytes are, received now."""
    made_of = digest(item.raw)
    return Report(
        id=report_id(made_of, item.given),
        digest=made_of,
        source=item.name,
        given=item.given,
        received=options.clock(),
        media_type=media_type,
        raw=item.raw,
    )


def shown(name: str) -> str:
    """A name as it can be printed: control characters and undecodable bytes escaped."""
    printable = (c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)
    return "".join(printable)


def merge(first: Given, second: Given) -> Given:
    """What is given for one thing, filled up with what is given for all."""
    return replace(
        first,
        outlet=first.outlet or second.outlet,
        url=first.url or second.url,
        published=first.published or second.published,
        title=first.title or second.title,
    )


def as_sources(sources: Iterable[str | Source]) -> Iterator[Source]:
    """Places as sources."""
    for source in sources:
        yield source if isinstance(source, Source) else Source(place=source)
