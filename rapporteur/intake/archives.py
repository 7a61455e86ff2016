"""Zip and tar files: every report in them, in the order of their names, without unpacking to disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import PurePosixPath

from rapporteur.intake.kinds import BY_SUFFIX
from rapporteur.intake.opening import from_item, too_large
from rapporteur.intake.source import Item, Options, Received, Refused, merge, shown
from rapporteur.model import Given

_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)


def from_zip(item: Item, options: Options) -> Iterator[Received]:
    """The reports in a zip file."""
    try:
        with zipfile.ZipFile(io.BytesIO(item.raw)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]

            def read(at: int) -> bytes | str:
                if infos[at].flag_bits & 1:
                    return "It is locked with a password."
                with archive.open(infos[at]) as stream:
                    return stream.read(options.limits.decoded + 1)

            members = [(info.filename, info.file_size) for info in infos]
            yield from _members(item, options, members, read)
    except _BROKEN:
        yield Refused(source=item.name, reason="It is not a whole zip file.", code="broken")


def from_tar(item: Item, options: Options) -> Iterator[Received]:
    """The reports in a tar file; links and devices in it are left alone."""
    try:
        with tarfile.open(fileobj=io.BytesIO(item.raw), mode="r:") as archive:
            infos = list(islice((info for info in archive if info.isreg()), options.limits.members + 1))

            def read(at: int) -> bytes | str:
                stream = archive.extractfile(infos[at])
                return stream.read(options.limits.decoded + 1) if stream else "It has no contents."

            yield from _members(item, options, [(info.name, info.size) for info in infos], read)
    except _BROKEN:
        yield Refused(source=item.name, reason="It is not a whole tar file.", code="broken")


def _members(
    item: Item, options: Options, members: list[tuple[str, int]], read: Callable[[int], bytes | str]
) -> Iterator[Received]:
    if item.depth >= options.limits.nesting:
        yield Refused(source=item.name, reason="It is packed too many times over.", code="nested")
        return
    if len(members) > options.limits.members:
        yield Refused(
            source=item.name, reason=f"It holds more than {options.limits.members} files.", code="too-many"
        )
        return
    total = 0
    for at in sorted(range(len(members)), key=lambda index: members[index]):
        path, size = members[at]
        parts = PurePosixPath(path).parts
        if any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in parts):
            continue
        name = f"{item.name}/{shown(path)}"
        if PurePosixPath(path).suffix.lower() not in BY_SUFFIX:
            yield Refused(
                source=name, reason="Files of this kind are not reports.", code="not-a-report", skipped=True
            )
            continue
        if size > options.limits.decoded:
            yield too_large(name, options.limits.decoded)
            continue
        total += size
        if total > options.limits.unpacked:
            yield Refused(
                source=item.name,
                reason="Unpacked it is larger than is read; the rest is left out.",
                code="too-large",
            )
            return
        try:
            raw = read(at)
        except _BROKEN:
            raw = "It is damaged inside the archive."
        if isinstance(raw, str):
            yield Refused(source=name, reason=raw, code="broken")
        elif len(raw) > options.limits.decoded:
            yield too_large(name, options.limits.decoded)  # the size it claims was not the size it has
        else:
            given = merge(options.manifest.get(path, Given()), item.given)
            yield from from_item(Item(name=name, raw=raw, given=given, depth=item.depth + 1), options)
