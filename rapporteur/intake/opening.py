"""Opened bytes: what kind they are decides which way in takes them on."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from rapporteur.intake.encoding import looks_binary
from rapporteur.intake.kinds import GZIP, HTML, JSON_LINES, MARKDOWN, MBOX, PLAIN, TAR, ZIP, kind_of
from rapporteur.intake.source import Item, Limits, Options, Received, Refused, make_report, shown
from rapporteur.model import Given

_CHUNK = 1 << 20
_HOLDS_MANY = frozenset({ZIP, TAR, JSON_LINES, MBOX})


def from_item(item: Item, options: Options) -> Iterator[Received]:
    """The reports in opened bytes: what kind they are decides which way in takes them on."""
    if not item.raw.strip():
        yield Refused(source=item.name, reason="It is empty.", code="empty")
        return
    kind = kind_of(item.called or item.name, item.raw, item.media_type)
    if kind == GZIP:
        yield from _gunzipped(item, options)
        return
    from rapporteur.intake import WAYS  # the table names this module's callers

    way = WAYS.get(kind)
    if way is not None:
        yield from way(item, options)
    elif kind in (PLAIN, HTML, MARKDOWN):
        yield _text_report(item, kind, options)
    else:
        yield Refused(source=item.name, reason=f"Nothing here reads {kind}.", code="unknown-kind")


def _text_report(item: Item, kind: str, options: Options) -> Received:
    """A report of text or markup, unless it is too large or binary."""
    if len(item.raw) > options.limits.decoded:
        return too_large(item.name, options.limits.decoded)
    if looks_binary(item.raw):
        return Refused(
            source=item.name, reason="It is not text, and of no kind that is read here.", code="binary"
        )
    return make_report(item, kind, options)


def _gunzipped(item: Item, options: Options) -> Iterator[Received]:
    name = unpacked_name(item.called or item.name)
    bound = bound_of(name, options.limits)
    raw = gunzip(item.raw, bound)
    if raw is None:
        yield too_large(item.name, bound)
    elif isinstance(raw, str):
        yield Refused(source=item.name, reason=raw, code="broken")
    elif item.depth >= options.limits.nesting:
        yield Refused(source=item.name, reason="It is packed too many times over.", code="nested")
    else:
        yield from from_item(replace(item, raw=raw, called=name, depth=item.depth + 1), options)


def gunzip(raw: bytes, bound: int) -> bytes | str | None:
    """The unpacked bytes; None past the bound (nothing beyond it is unpacked); a sentence where broken."""
    out = bytearray()
    while raw:
        member = zlib.decompressobj(wbits=31)
        try:
            while raw and not member.eof:
                out += member.decompress(raw, min(_CHUNK, bound + 1 - len(out)))
                raw = member.unconsumed_tail
                if len(out) > bound:
                    return None
        except zlib.error:
            return "It is not a whole gzip file."
        if not member.eof:
            return "It is not a whole gzip file."
        raw = member.unused_data.lstrip(b"\x00")
    return bytes(out)


def too_large(name: str, bound: int) -> Refused:
    """The refusal of something over the bound."""
    return Refused(source=name, reason=f"It is larger than {bound // (1024 * 1024)} MB.", code="too-large")


def bound_of(name: str, limits: Limits) -> int:
    """How many bytes are read of a file called `name`: more of what holds many reports than of one."""
    kind = kind_of(unpacked_name(name), b"")
    return limits.packed if kind in _HOLDS_MANY else limits.decoded


def unpacked_name(name: str) -> str:
    """What is inside a gzip file of this name is called."""
    suffix = PurePath(name).suffix.lower()
    return name[:-3] if suffix == ".gz" else name[:-4] + ".tar" if suffix == ".tgz" else name


def from_address(url: str, given: Given, options: Options, *, depth: int = 0) -> Iterator[Received]:
    """The report at an address, or the reports of the feed, list or archive there."""
    if options.fetch is None:
        yield Refused(source=shown(url), reason="It was not fetched: the network is off.", code="offline")
        return
    answer = options.fetch(url, {})
    if isinstance(answer, Refused):
        yield answer
        return
    said = answer.headers.get("content-type")
    yield from from_item(
        Item(name=shown(url), raw=answer.body, given=given, media_type=said, depth=depth), options
    )
