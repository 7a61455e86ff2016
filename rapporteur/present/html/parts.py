"""The rows of an answer under the labels that stand in their first cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapporteur.views.view import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Lines of an answer under one label."""

    label: str
    lines: tuple[Row, ...]


def parted(rows: Sequence[Row]) -> list[Part]:
    """Rows under their labels; a row without one belongs to the label above it."""
    parts: list[Part] = []
    for row in rows:
        if row.cells[0].strip() or not parts:
            parts.append(Part(label=row.cells[0].strip().capitalize(), lines=(row,)))
        else:
            parts[-1] = replace(parts[-1], lines=(*parts[-1].lines, row))
    return parts
