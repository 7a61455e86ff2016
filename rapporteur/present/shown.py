"""What every exported object is made with: words as they may be shown, the groups of members, what made a thing.

Members are named by the id of the group that holds them now; spans are cut from the text as it may be
shown, so that masked addresses are masked everywhere.
"""

from __future__ import annotations

import re
from typing import Any

from rapporteur.model import Address, Entry, Reading, Span, Timex, Window
from rapporteur.read.times import resolve
from rapporteur.record import Record
from rapporteur.record.measured import precision_of

Plain = dict[str, Any]
AROUND = 32  # code points of prefix and suffix
MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
GROUPED = {
    "mention": "entities", "attribution": "statements", "event": "events", "draft": "drafts", "provision": "points",
    "stance": "positions", "deadline": "deadlines", "outlook": "outlooks",
}  # fmt: skip
"""Which layer groups the facts of which."""


def masked(text: str) -> str:
    """The text with personal e-mail addresses masked character for character."""
    return MAIL.sub(lambda found: "•" * len(found[0]), text) if "@" in text else text


class Shown:
    """One record, as the objects made of it name and cut things."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._texts: dict[str, str] = {}
        self._ids: dict[tuple[str, Address], Address | None] = {}

    def made(self, kind: str, by: str, thing: Any) -> Plain:
        """What made a thing, what people made of it, and how often its layer is right where that was measured."""
        plain: Plain = {"made_by": by.strip(), "state": self.record.state(thing)}
        measured = precision_of(kind)
        return plain if measured is None else plain | {"precision": measured.precision}

    def text(self, report: str) -> str:
        """A report's text as it may be shown."""
        if report not in self._texts:
            self._texts[report] = masked(self.record.document(report).text)
        return self._texts[report]

    def words(self, entry: Entry, span: Span) -> str:
        """What a span says, as it may be shown."""
        return self.text(entry.report.id)[span.start : span.end]

    def span(self, entry: Entry, span: Span | None) -> Plain | None:
        """A span as an object; None for none."""
        return (
            None if span is None else {"start": span.start, "end": span.end, "exact": self.words(entry, span)}
        )

    def evidence(self, report: str, start: int, end: int) -> Plain:
        """The words at a place of a report, with what stands around them."""
        text = self.text(report)
        return {
            "report": report,
            "start": start,
            "end": end,
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        }

    def when(self, reading: Reading, timex: Address | None, window: Window) -> str | None:
        """The date of a time expression, resolved in the report's window."""
        if timex is None:
            return None
        found: Timex | None = self.record.fact(timex)
        return None if found is None else resolve(found, window)

    def group(self, layer: str, member: Address) -> Address | None:
        """The id of the noun whose group holds this member now."""
        key = (layer, member)
        if key not in self._ids:
            noun = self.record.noun_of(layer, member)
            self._ids[key] = None if noun is None else noun.id
        return self._ids[key]

    def entity(self, mention: Address | None) -> Address | None:
        """The entity of a mention."""
        return None if mention is None else self.group("entities", mention)

    def speaker(self, given: Address | None) -> Address | None:
        """The entity of a mention; any other speaker, without a name, as itself."""
        if given is None:
            return None
        return (self.group("entities", given) or None) if ":mention:" in given else given

    def any_group(self, given: Address) -> Address:
        """The id of the noun that holds this fact, whatever its layer; itself where none does."""
        layer = given.split(":")[1] if given.count(":") >= 2 else ""
        return (self.group(GROUPED[layer], given) if layer in GROUPED else None) or given


def masked_all(value: Any) -> Any:
    """A value with every string in it masked; a report's text is masked already."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {
            key: item if key == "text" and value.get("type") == "report" else masked_all(item)
            for key, item in value.items()
        }
    return [masked_all(item) for item in value] if isinstance(value, (list, tuple)) else value


def order(given: str) -> tuple[str, int, int, str]:
    """Addresses by report, then by place in the text."""
    report, _, rest = given.partition(":")
    start, _, end = rest.rpartition(":")[2].partition("-")
    return report, int(start) if start.isdecimal() else 0, int(end) if end.isdecimal() else 0, rest
