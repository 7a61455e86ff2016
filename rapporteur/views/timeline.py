"""What happened and what is to come, in the order of time; plans whose day has passed say so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rapporteur.model import Event, EventMention, Talks
from rapporteur.record import Record
from rapporteur.record.judged import report_of
from rapporteur.record.moments import bounds
from rapporteur.views.view import Asked, Evidence, Row, View
from rapporteur.views.words import count_words

MOST = 200
DUE = "due, outcome unreported"
OPEN = ("planned", "proposed", "ongoing")
_LAST = "9999"


def timeline(record: Record, asked: Asked) -> View:
    """Every event with its date as precise as told, undated ones at the end; `by`, `about` and `talks` narrow it."""
    now = record.at(asked)
    chosen = _talks(now, asked.talks)
    found = [due(event, asked) for event in now.nouns("events", asked)]
    found = [event for event in found if _asked_for(event, asked, chosen)]
    found.sort(key=_order)
    limit = asked.limit or (None if asked.long else MOST)
    page = found[asked.offset : None if limit is None else asked.offset + limit]
    notes = []
    if len(found) > len(page):
        notes.append(f"{len(found) - len(page)} events more: --long shows all.")
    undated = sum(event.when is None for event in found)
    if undated:
        notes.append(f"{undated} events have no date in what is told; they stand at the end.")
    overdue = sum(event.due for event in found)
    if overdue:
        notes.append(f"{overdue} plans have passed their date without news.")
    return View(
        name="timeline",
        title="Timeline",
        columns=("when", "status", "what", "who", "where", "origins"),
        rows=tuple(_row(now, event) for event in page),
        notes=tuple(notes),
        total=len(found),
        data=[_data(now, event) for event in page],
    )


def due(event: Event, asked: Asked) -> Event:
    """The event marked due where it was planned for a day that has passed by the moment asked about."""
    if event.status not in ("planned", "proposed") or event.when is None:
        return event
    edge = bounds(event.when, asked.timezone)
    asked_at = bounds(asked.as_of or asked.now or None, asked.timezone)
    passed = edge is not None and asked_at is not None and edge[1] < asked_at[1]
    return replace(event, due=passed)


def _talks(record: Record, named: str | None) -> list[Talks] | None:
    """The talks asked for, by id or by words of their name; None where none are asked for."""
    if named is None:
        return None
    plain = named.lower()
    return [
        one for one in record.nouns("talks")
        if one.id == named or one.id.startswith(named) or all(word in one.name.lower() for word in plain.split())
    ]  # fmt: skip


def _asked_for(event: Event, asked: Asked, chosen: list[Talks] | None) -> bool:
    if chosen is not None and event.talks not in {one.id for one in chosen}:
        return False
    who = " ".join(one.exact for one in event.participants).lower()
    if asked.by and asked.by.lower() not in who:
        return False
    text = f"{event.title} {who} {event.place or ''} {event.class_}".lower()
    return all(word in text for word in f"{asked.about or ''} {asked.words or ''}".lower().split())


def _order(event: Event) -> tuple[str, str, str]:
    """By first possible moment, then last; what has no date by when it could be known."""
    edge = bounds(event.when) if event.when else None
    if edge is None:
        known = event.history[0].known_from if event.history else None
        return _LAST, known or _LAST, event.id
    return edge[0], edge[1], event.id


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
