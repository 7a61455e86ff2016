"""Writes a whole record: JSON Lines, or a folder of CSV with one file a type. The same record, the same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rapporteur.codec import dumps
from rapporteur.present.objects import TYPES, Objects
from rapporteur.present.shown import Plain


def jsonl(objects: Objects) -> Iterator[str]:
    """One object a line, `type` and `id` first, the other fields by name."""
    for thing in objects.all():
        yield line(thing) + "\n"


def line(thing: Plain) -> str:
    """One object as one line."""
    rest = {key: value for key, value in thing.items() if key not in ("type", "id")}
    head = dumps({"type": thing["type"]})[:-1] + "," + dumps({"id": thing["id"]})[1:-1]
    return head + ("," + dumps(rest)[1:] if rest else "}")


def csv_files(objects: Objects) -> Iterator[tuple[str, str]]:
    """The name and content of each file: a type's objects as rows, nested values as JSON."""
    by_type: dict[str, list[Plain]] = {kind: [] for kind in TYPES}
    for thing in objects.all():
        by_type[thing["type"]].append(thing)
    for kind, found in by_type.items():
        columns = list(dict.fromkeys(key for thing in found for key in thing if key != "type")) or ["id"]
        yield f"{kind}.csv", table(columns, ([thing.get(column) for column in columns] for thing in found))


def write_csv(objects: Objects, folder: Path) -> int:
    """Writes the files into a folder that is made where it is missing; how many rows there are."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = 0
    for name, content in csv_files(objects):
        (folder / name).write_text(content, encoding="utf-8", newline="")
        rows += content.count("\n") - 1
    return rows


def table(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """Rows as CSV (RFC 4180, but for `\\n` line ends)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()


def cell(value: Any) -> str:
    """One value as it stands in a CSV cell: nothing for None, JSON for what has parts."""
    if value is None:
        return ""
    return value if isinstance(value, str) else dumps(value)
