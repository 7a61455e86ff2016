"""A table beside a folder of texts that says what the texts themselves do not."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from rapporteur.intake.encoding import decode, looks_binary
from rapporteur.intake.source import Limits, Refused, shown
from rapporteur.model import Given

COLUMNS = {"date": "published", "source": "outlet", "title": "title", "url": "url"}


def read_manifest(path: Path, limits: Limits | None = None) -> dict[str, Given] | Refused:
    """What a table gives for each file, by path relative to the folder.

    Tab- or comma-separated with a header; columns file, date, source, title, url, others ignored.
    """
    name = shown(path.name)
    bound = (limits or Limits()).decoded
    try:
        if path.stat().st_size > bound:
            return Refused(source=name, reason="The table is larger than is read.", code="too-large")
        raw = path.read_bytes()
    except OSError as problem:
        return Refused(source=name, reason=f"The table cannot be opened ({problem.strerror or 'error'}).")
    if looks_binary(raw):
        return Refused(source=name, reason="The table is not text.", code="binary")
    return parse_manifest(decode(raw).text, name)


def parse_manifest(text: str, name: str = "manifest") -> dict[str, Given] | Refused:
    """The same from the table's text."""
    text = text.removeprefix("\ufeff")
    header = text.split("\n", 1)[0]
    tabs = "\t" in header
    # Quotation marks open headlines far more often than they quote cells, so a tab table has none.
    csv.field_size_limit(1_000_000)
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter="	", quoting=csv.QUOTE_NONE) if tabs else csv.reader(lines)
    try:
        rows = [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as problem:
        return Refused(source=name, reason=f"The table cannot be read ({problem}).")
    columns = {cell.strip().lower(): at for at, cell in enumerate(rows[0])} if rows else {}
    if "file" not in columns:
        return Refused(source=name, reason="The table has no column called file.", code="no-file-column")
    found: dict[str, Given] = {}
    for row in rows[1:]:
        cells = {
            ours: row[columns[theirs]].strip() or None
            for theirs, ours in COLUMNS.items()
            if theirs in columns and columns[theirs] < len(row)
        }
        if columns["file"] < len(row):
            found[row[columns["file"]].strip().removeprefix("./")] = Given(**cells)
    return found
