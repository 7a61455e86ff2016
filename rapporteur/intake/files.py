"""Files, folders and standard input, read in an order that is the same on every machine."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from rapporteur.intake.encoding import looks_binary
from rapporteur.intake.kinds import (
    BY_SUFFIX,
    GZIP,
    HTML,
    JSON_LINES,
    MARKDOWN,
    MBOX,
    PLAIN,
    TAR,
    ZIP,
    kind_of,
)
from rapporteur.intake.source import Item, Options, Received, Refused, Source, make_report, merge, shown
from rapporteur.model import Given

_CHUNK = 1 << 20
_HOLDS_MANY = frozenset({ZIP, TAR, JSON_LINES, MBOX})


def from_stdin(source: Source, options: Options) -> Iterator[Received]:
    """What standard input holds, as one item."""
    if options.stdin is None:
        yield Refused(source="-", reason="There is no standard input to read.")
        return
    raw = _read(options.stdin, options.limits.decoded)
    if raw is None:
        yield too_large("-", options.limits.decoded)
        return
    yield from from_item(Item(name="-", raw=raw, given=merge(source.given, options.given)), options)


def from_path(source: Source, options: Options) -> Iterator[Received]:
    """A file, or every report in a folder and the folders in it, by path."""
    path = Path(source.place)
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as problem:
        yield Refused(source=shown(source.place), reason=_why(problem), code="missing")
        return
    if stat.S_ISDIR(mode):
        for relative in _walk(path):
            yield from _file(path / relative, relative.as_posix(), source, options, listed=True)
    else:
        yield from _file(path, path.name, source, options, listed=False)


def _walk(folder: Path) -> list[PurePath]:
    """The files below a folder, sorted by path; hidden ones and links to folders are left alone."""
    found: list[PurePath] = []
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [PurePath(here, name).relative_to(folder) for name in files if not name.startswith(".")]
    return sorted(found, key=lambda path: tuple(os.fsencode(part) for part in path.parts))


def _file(path: Path, relative: str, source: Source, options: Options, *, listed: bool) -> Iterator[Received]:
    name = shown(relative)
    given = merge(options.manifest.get(relative, Given()), merge(source.given, options.given))
    suffix = path.suffix.lower()
    in_manifest = relative in options.manifest
    if listed and not in_manifest and suffix not in BY_SUFFIX:
        yield Refused(
            source=name,
            reason=f"Files ending in {shown(suffix)} are not reports.",
            code="not-a-report",
            skipped=True,
        )
        return
    many = suffix in (".zip", ".tar", ".tgz", ".jsonl", ".ndjson", ".mbox") or path.name.lower().endswith(
        ".tar.gz"
    )
    bound = options.limits.packed if many else options.limits.decoded
    try:
        state = os.stat(path)
        if not stat.S_ISREG(state.st_mode):
            # A pipe or a device could keep us waiting for ever.
            yield Refused(source=name, reason="It is not a file with contents of its own.", code="not-a-file")
            return
        if state.st_size > bound:
            yield too_large(name, bound)
            return
        with path.open("rb") as stream:
            raw = _read(stream, bound)
    except OSError as problem:
        yield Refused(source=name, reason=_why(problem))
        return
    if raw is None:
        yield too_large(name, bound)
        return
    yield from from_item(Item(name=name, raw=raw, given=given), options)


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
        yield text_report(item, kind, options)
    else:
        yield Refused(source=item.name, reason=f"Nothing here reads {kind}.", code="unknown-kind")


def text_report(item: Item, kind: str, options: Options) -> Received:
    """A report of text or markup, unless it is too large, binary or blank."""
    if len(item.raw) > options.limits.decoded:
        return too_large(item.name, options.limits.decoded)
    if looks_binary(item.raw):
        return Refused(
            source=item.name, reason="It is not text, and of no kind that is read here.", code="binary"
        )
    return make_report(item, kind, options)


def _gunzipped(item: Item, options: Options) -> Iterator[Received]:
    outer = item.called or item.name
    inner = PurePath(outer).suffix.lower()
    name = outer[:-3] if inner == ".gz" else outer[:-4] + ".tar" if inner == ".tgz" else outer
    many = kind_of(name, b"") in _HOLDS_MANY
    bound = options.limits.packed if many else options.limits.decoded
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


def _read(stream: BinaryIO, bound: int) -> bytes | None:
    """Everything in a stream, or None as soon as it is more than the bound."""
    parts: list[bytes] = []
    left = bound + 1
    while left > 0 and (part := stream.read(min(left, _CHUNK))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts) if left > 0 else None


def _why(problem: OSError | ValueError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "There is no such file or folder."
    if isinstance(problem, PermissionError):
        return "It may not be opened (permission denied)."
    return f"It cannot be opened ({getattr(problem, 'strerror', None) or 'bad name'})."
