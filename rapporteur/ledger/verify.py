"""What an entry must hold before it is written: spans verbatim, addresses in form and unlike each other."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rapporteur.model import Document, Entry, Problem, Reading, Span, address

FACTS: tuple[tuple[str, str], ...] = (
    ("mentions", "mention"),
    ("timexes", "timex"),
    ("attributions", "attribution"),
    ("anonymous_sources", "source"),
    ("event_mentions", "event"),
    ("quantities", "quantity"),
    ("citations", "citation"),
    ("draft_mentions", "draft"),
    ("provisions", "provision"),
    ("stances", "stance"),
    ("deadlines", "deadline"),
    ("outlooks", "outlook"),
    ("refusals", "refusal"),
)
"""The fields of a reading that hold facts, each with the layer its addresses name."""


class NotVerbatim(ValueError):
    """A span whose words are not those of the document at its place."""


def checked(entry: Entry) -> Entry:
    """The entry with every fact whose span is not verbatim, or whose address is not its own, left out.

    What is left out becomes a Problem of the reading. A document that does not agree with itself is refused.
    """
    document = entry.document
    if not entry.report.id == document.report == entry.reading.report:
        raise NotVerbatim("a report, its document and its reading name different reports")
    wrong = next(_wrong_in_document(document), None)
    if wrong is not None:
        raise NotVerbatim(wrong)
    return replace(entry, reading=_checked_reading(document, entry.reading))


def faults(document: Document, reading: Reading) -> Iterator[str]:
    """What is wrong with a document and a reading as they stand in the ledger, one sentence each."""
    yield from _wrong_in_document(document)
    for field, layer in FACTS:
        seen: set[str] = set()
        for fact in getattr(reading, field):
            wrong = _wrong(document, layer, fact, seen)
            if wrong is not None:
                yield wrong


def spans_in(noun: Any) -> Iterator[Span]:
    """Every span inside a noun."""
    if isinstance(noun, Span):
        yield noun
    elif isinstance(noun, tuple):
        for item in noun:
            yield from spans_in(item)
    elif dataclasses.is_dataclass(noun):
        for field in dataclasses.fields(noun):
            value = getattr(noun, field.name)
            if value.__class__ not in _PLAIN:
                yield from spans_in(value)


_PLAIN = {str, int, float, bool, bytes, type(None)}


def _checked_reading(document: Document, reading: Reading) -> Reading:
    kept: dict[str, Any] = {}
    problems: list[Problem] = []
    for field, layer in FACTS:
        seen: set[str] = set()
        facts = []
        for fact in getattr(reading, field):
            wrong = _wrong(document, layer, fact, seen)
            if wrong is None:
                facts.append(fact)
            else:
                problems.append(Problem(code="fact-refused", message=wrong))
        if len(facts) != len(getattr(reading, field)):
            kept[field] = tuple(facts)
    if not problems:
        return reading
    return replace(reading, **kept, problems=(*reading.problems, *problems))


def _wrong(document: Document, layer: str, fact: Any, seen: set[str]) -> str | None:
    """Why this fact cannot stand, or None; its address joins those seen."""
    text = document.text
    for span in spans_in(fact):
        if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.exact:
            return f"{fact.id}: the words at {span.start}-{span.end} are not those it quotes."
    if _placed(document, layer, fact.id) is None:
        return f"{fact.id} is no address of layer {layer} in this report."
    if fact.id in seen:
        return f"{fact.id} stands twice."
    seen.add(fact.id)
    return None


def _placed(document: Document, layer: str, given: str) -> tuple[int, int] | None:
    """The offsets an address names, None where it is not one of this report and layer."""
    start, _, end = given.rpartition(":")[2].partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        return None
    a, b = int(start), int(end)
    if not 0 <= a < b <= len(document.text) or given != address(document.report, layer, a, b):
        return None
    return a, b


def _wrong_in_document(document: Document) -> Iterator[str]:
    text = document.text
    for span in spans_in(document):
        if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.exact:
            yield f"{document.report}: the words at {span.start}-{span.end} are not those it quotes."
    stretches = [(b.start, b.end) for b in document.blocks] + [(k.start, k.end) for k in document.links]
    for start, end in stretches:
        if not 0 <= start <= end <= len(text):
            yield f"{document.report}: a block reaches beyond the text ({start}-{end})."
