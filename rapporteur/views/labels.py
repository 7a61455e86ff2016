"""Short words for any derived noun, and which nouns rest on a report."""

from __future__ import annotations

import textwrap
from typing import Any

from rapporteur.record import Record
from rapporteur.record.judged import members_of, report_of


def label(noun: Any, width: int = 90) -> str:
    """One line that a person knows a noun by."""
    for name in ("title", "name", "demand", "about", "text"):
        words = getattr(noun, name, None)
        if words:
            return textwrap.shorten(" ".join(str(words).split()), width, placeholder="…")
    return str(noun.id)


def resting_on(record: Record, report: str) -> list[tuple[str, list[Any], list[Any]]]:
    """For each layer the nouns that rest on this report alone, and those it is one of several accounts of."""
    found: list[tuple[str, list[Any], list[Any]]] = []
    for layer in record.layers:
        if layer.name in ("derivations", "talks"):
            continue
        alone: list[Any] = []
        touched: list[Any] = []
        for noun in record.nouns(layer.name):
            reports = {report_of(member) for member in members_of(noun)}
            if report in reports:
                (alone if len(reports) == 1 else touched).append(noun)
        found.append((layer.name, alone, touched))
    return found
