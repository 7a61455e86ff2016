"""What happened and what is to come, in the order of time; plans whose day has passed say so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rapporteur.model import Event, EventMention
from rapporteur.record import Record, Wanted
from rapporteur.record.judged import report_of
from rapporteur.record.moments import bounds
from rapporteur.views.view import Asked, Evidence, Row, View
from rapporteur.views.words import count_words, talks_ids

MOST = 200
DUE = "due, outcome unreported"
PLANNED = ("planned", "proposed")


def timeline(record: Record, asked: Asked) -> View:
    """Every event with its date as precise as told, undated ones at the end; `by`, `about` and `talks` narrow it."""
    now = record.at(asked)
    wanted = wanted_of(now, asked)
    limit = asked.limit or (None if asked.long else MOST)
    page = [due(event, asked) for event in now.lists.page(wanted, limit, asked.offset)]
    found = now.lists.count(wanted)
    notes = []
    undated = now.lists.count(replace(wanted, dated=False))
    if undated:
        notes.append(f"{undated} events have no date in what is told; they stand at the end.")
    edge = bounds(asked.as_of or asked.now or None, asked.timezone)
    overdue = now.lists.count(replace(wanted, states=PLANNED, happened_before=edge[1])) if edge else 0
    if overdue:
        notes.append(f"{overdue} plans have passed their date without news.")
    return View(
        name="timeline",
        title="Timeline",
        columns=("when", "status", "what", "who", "where", "origins"),
        rows=tuple(_row(now, event) for event in page),
        notes=tuple(notes),
        total=found,
        data=[_data(now, event) for event in page],
    )


def wanted_of(record: Record, asked: Asked) -> Wanted:
    """The events asked for: `by` names who takes part, `about` and `words` stand in title, place, class or names."""
    return Wanted(
        layer="events", talks=talks_ids(record, asked.talks), by=asked.by,
        words=f"{asked.about or ''} {asked.words or ''}".split(), happened_from=asked.happened_from,
        happened_to=asked.happened_to, since=asked.since,
    )  # fmt: skip


def due(event: Event, asked: Asked) -> Event:
    """The event marked due where it was planned for a day that has passed by the moment asked about."""
    if event.status not in PLANNED or event.when is None:
        return event
    edge = bounds(event.when, asked.timezone)
    asked_at = bounds(asked.as_of or asked.now or None, asked.timezone)
    passed = edge is not None and asked_at is not None and edge[1] < asked_at[1]
    return replace(event, due=passed)


def _status(event: Event) -> str:
    return f"{event.status}; {DUE}" if event.due else event.status


def _row(record: Record, event: Event) -> Row:
    marks: list[str] = [event.status] if event.status != "held" else []
    if event.due:
        marks.append("due")
    if any(record.window(report_of(one)).basis == "inferred" for one in event.mentions) and event.when:
        marks.append("inferred")
    if event.origins.count == 1 and len({report_of(one) for one in event.mentions}) > 1:
        marks.append("single-origin")
    if event.origins.count is None:
        marks.append("origins-unknown")
    return Row(
        cells=(
            event.when or "",
            _status(event),
            event.title,
            ", ".join(one.exact + ("*" if one.role == "leader" else "") for one in event.participants[:8]),
            event.place or "",
            count_words(event.origins),
        ),
        ref=event.id,
        evidence=evidence_of(record, event),
        marks=tuple(marks),
    )


def evidence_of(record: Record, event: Event) -> tuple[Evidence, ...]:
    """The sentences an event rests on, the first eight."""
    found: list[Evidence] = []
    for address in event.mentions:
        fact = record.fact(address)
        if isinstance(fact, EventMention):
            one = Evidence(report=report_of(address), span=fact.sentence or fact.trigger)
            if one not in found:
                found.append(one)
        if len(found) == 8:
            break
    return tuple(found)


def _data(record: Record, event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "ref": record.ref(event.id),
        "class": event.class_,
        "title": event.title,
        "status": event.status,
        "due": event.due,
        "when": event.when,
        "place": event.place,
        "talks": event.talks,
        "participants": [{"role": one.role, "name": one.exact, "mention": one.mention} for one in event.participants],
        "history": [
            {"status": one.status, "known_from": one.known_from, "report": one.report} for one in event.history
        ],
        "mentions": list(event.mentions),
        "origin_count": event.origins.count,
        "origin_min": event.origins.least,
    }  # fmt: skip
