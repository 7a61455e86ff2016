"""What one report says, as objects with the public field names of the record format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rapporteur.model import Entry, Span, Window
from rapporteur.present.shown import Plain, Shown, masked
from rapporteur.read.times import resolve
from rapporteur.views.sources import chains_of, could_be
from rapporteur.views.words import interval

_BASES = {"url": "markup"}
"""How the public name of a basis differs from ours: a date in the page's address came with the page."""


def reports(entry: Entry, window: Window, shown: Shown) -> Iterator[Plain]:
    """The report itself."""
    report, document = entry.report, entry.document
    published = document.published
    basis = window.basis if published is None else published.basis
    lineage = shown.record.noun_of("derivations", report.id)
    revised = [of for later, of in getattr(lineage, "revisions", ()) if later == report.id]
    yield {
        "type": "report",
        "id": report.id,
        "source": report.source,
        "title": _value(document.title),
        "outlet": _value(document.outlet),
        "carrier": _value(document.carrier),
        "kind": document.kind,
        "byline": [name.value for name in document.byline],
        "dateline": _value(document.dateline),
        "published": _value(published),
        "updated": _value(document.updated),
        "published_basis": _BASES.get(basis, basis),
        "known_from": interval(window),
        "known_from_reason": window.reason or None,
        "language": document.language,
        "digest": report.digest,
        "revision_of": min(revised, default=None),
        "text": masked(document.text),
        "state": shown.record.state(report.id),
    }


def blocks(entry: Entry, window: Window, shown: Shown) -> Iterator[Plain]:
    """Its blocks, by place."""
    name = _numbered()
    for block in entry.document.blocks:
        yield {
            "type": "block",
            "id": name(f"{entry.report.id}:block:{block.start}-{block.end}"),
            "report": entry.report.id,
            "kind": block.kind,
            "voice": block.voice,
            "start": block.start,
            "end": block.end,
            "made_by": f"clean {block.rule}".strip(),
        }


def mentions(entry: Entry, window: Window, shown: Shown) -> Iterator[Plain]:
    """Every name in it, with the entity it is of."""
    for mention in entry.reading.mentions:
        yield _fact(shown, "mention", entry, mention, (mention.span,), place=mention.span) | {
            "kind": mention.kind,
            "name": mention.name,
            "role": mention.role,
            "entity": shown.group("entities", mention.id),
        }


def timexes(entry: Entry, window: Window, shown: Shown) -> Iterator[Plain]:
    """Its time expressions, resolved in its window."""
    for timex in entry.reading.timexes:
        yield _fact(shown, "timex", entry, timex, (timex.span,), place=timex.span) | {
            "timex_type": timex.timex_type,
            "value": timex.value,
            "mod": timex.mod,
            "edtf": resolve(timex, window),
        }


def attributions(entry: Entry, window: Window, shown: Shown) -> Iterator[Plain]:
    """What it credits to whom."""
    for found in entry.reading.attributions:
        yield _fact(shown, "attribution", entry, found, found.content) | {
            "source": shown.span(entry, found.source),
            "cue": shown.span(entry, found.cue),
            "content": [] if found.unsaid else [shown.span(entry, span) for span in found.content],
            "about": [shown.span(entry, span) for span in found.content] if found.unsaid else [],
            "unsaid": found.unsaid or None,
            "manner": found.manner,
            "cue_kind": found.cue_kind,
            "speaker": shown.speaker(found.speaker),
            "candidates": sorted({shown.speaker(a) or a for a in found.candidates}),
            "voice": found.voice,
            "to": None if found.to is None else shown.words(entry, found.to),
            "via": found.via,
            "when": shown.when(entry.reading, found.when, window),
            "nested_in": found.nested_in,
            "statement": shown.group("statements", found.id),
        }


def anonymous_sources(entry: Entry, window: Window, shown: Shown) -> Iterator[Plain]:
    """Its speakers without a name."""
    chains = {one.id: chain for chain in chains_of(entry.reading).values() for one in chain}
    for source in entry.reading.anonymous_sources:
        yield _fact(shown, "anonymous_source", entry, source, (source.span,), place=source.span) | {
            "description": source.description,
            "affiliation": source.affiliation,
            "rank": source.rank,
            "number": source.number,
            "condition": None if source.condition is None else shown.words(entry, source.condition),
            "same_as": source.same_as,
            "could_be": list(could_be(shown.record, chains[source.id])),
        }


def event_mentions(entry: Entry, window: Window, shown: Shown) -> Iterator[Plain]:
    """What it tells as happening, planned or called off."""
    places = {mention.id: mention.name for mention in entry.reading.mentions}
    for event in entry.reading.event_mentions:
        yield _fact(shown, "event_mention", entry, event, (event.trigger,)) | {
            "trigger": shown.span(entry, event.trigger),
            "class": event.class_,
            "mode": event.mode,
            "status": event.status,
            "recurring": event.recurring,
            "participants": [
                {"role": one.role, "entity": shown.entity(one.mention), "exact": one.exact}
                for one in event.participants
            ],
            "when": shown.when(entry.reading, event.when, window),
            "place": places.get(event.place or ""),
            "event": shown.group("events", event.id),
            "attribution": event.attribution,
        }


def quantities(entry: Entry, window: Window, shown: Shown) -> Iterator[Plain]:
    """Its numbers."""
    for found in entry.reading.quantities:
        yield _fact(shown, "quantity", entry, found, (found.span,), place=found.span) | {
            "value": _number(found.value),
            "high": None if found.high is None else _number(found.high),
            "unit": found.unit,
            "qualifier": found.qualifier,
            "about": None if found.about is None else shown.words(entry, found.about),
            "draft": shown.group("drafts", found.draft) if found.draft else None,
            "attribution": found.attribution,
        }


def citations(entry: Entry, window: Window, shown: Shown) -> Iterator[Plain]:
    """Where it says it has something from."""
    for citation in entry.reading.citations:
        yield _fact(shown, "citation", entry, citation, (citation.span,), place=citation.span) | {
            "outlet": citation.outlet,
            "url": citation.url,
            "relation": citation.relation,
            "attribution": citation.attribution,
        }


def problems(entry: Entry, window: Window, shown: Shown) -> Iterator[Plain]:
    """What was not understood in it."""
    name = _numbered()
    for problem in (*entry.document.problems, *entry.reading.problems):
        start, end = problem.start, problem.end
        yield {
            "type": "problem",
            "id": name(f"{entry.report.id}:problem:{start or 0}-{end or 0}:{problem.code}"),
            "report": entry.report.id,
            "code": problem.code,
            "message": problem.message,
            "start": start,
            "end": end,
        }


OF_REPORT: dict[str, Callable[[Entry, Window, Shown], Iterator[Plain]]] = {
    "report": reports,
    "block": blocks,
    "mention": mentions,
    "timex": timexes,
    "attribution": attributions,
    "anonymous_source": anonymous_sources,
    "event_mention": event_mentions,
    "quantity": quantities,
    "citation": citations,
    "problem": problems,
}
"""Each type of object that one report gives, and who makes it."""


def _fact(
    shown: Shown, kind: str, entry: Entry, fact: Any, spans: Sequence[Span], place: Span | None = None
) -> Plain:
    """What every fact has; `place` where it stands at one place of the text and is that."""
    plain: Plain = {"type": kind, "id": fact.id, "report": entry.report.id}
    if place is not None:
        plain |= shown.span(entry, place) or {}
    plain["evidence"] = [shown.evidence(entry.report.id, span.start, span.end) for span in spans]
    return plain | shown.made(kind, f"{entry.reading.reader} {fact.rule}", fact.id)


def _numbered() -> Callable[[str], str]:
    """Names a thing, with a number where another of that name came before."""
    seen: dict[str, int] = {}

    def name(given: str) -> str:
        seen[given] = seen.get(given, 0) + 1
        return given if seen[given] == 1 else f"{given}:{seen[given]}"

    return name


def _value(stated: Any) -> str | None:
    return None if stated is None else stated.value


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value
