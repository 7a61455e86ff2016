"""A record as plain objects with the public field names of the record format, one dict each, in a stable order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rapporteur import codec
from rapporteur.present.facts import OF_REPORT
from rapporteur.present.nouns import DERIVED, derivations, derived, judgements
from rapporteur.present.shown import Plain, Shown, masked_all, order
from rapporteur.record import Record

Text = Literal["none", "evidence", "full"]

TYPES = (
    "report", "block", "mention", "timex", "attribution", "anonymous_source", "event_mention", "quantity",
    "citation", "entity", "statement", "event", "derivation", "talks", "draft", "point", "position", "deadline",
    "outlook", "disagreement", "unknown", "judgement", "problem",
)  # fmt: skip
"""Every type of object, in the order in which they are written."""


class Objects:
    """The objects of one record, in their stable order."""

    def __init__(self, record: Record, *, text: Text = "full") -> None:
        self.record = record
        self.text = text
        self._shown = Shown(record)

    def all(self) -> Iterator[Plain]:
        """Every object: by type in a fixed order, then by id."""
        for kind in TYPES:
            found = [self._kept(thing) for thing in self.of(kind)]
            yield from sorted(found, key=lambda thing: (order(thing["id"]), codec.dumps(thing)))

    def of(self, kind: str) -> Iterator[Plain]:
        """Every object of one type."""
        if kind in DERIVED:
            yield from derived(kind, self._shown)
        elif kind == "derivation":
            yield from derivations(self._shown)
        elif kind == "judgement":
            yield from judgements(self._shown)
        else:
            make = OF_REPORT[kind]
            for report, window in self.record.windows().items():
                yield from make(self.record.entry(report), window, self._shown)

    def _kept(self, thing: Plain) -> Plain:
        """An object with its addresses masked, and with as much text as was asked for."""
        text = thing.get("text") if thing["type"] == "report" else None
        plain: Plain = masked_all(thing)
        if text is not None:
            plain["text"] = text if self.text == "full" else None
        if self.text == "none":
            plain.pop("evidence", None)
        return plain
