"""Files, folders and standard input, read in an order that is the same on every machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from rapporteur.intake.kinds import BY_SUFFIX
from rapporteur.intake.opening import bound_of, from_item, too_large
from rapporteur.intake.source import Item, Options, Received, Refused, Source, merge, shown
from rapporteur.model import Given

_CHUNK = 1 << 20


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
    bound = bound_of(path.name, options.limits)
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
