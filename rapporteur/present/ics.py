"""Meetings and deadlines as a calendar file (RFC 5545); what has no certain day gets no entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from rapporteur.model import Deadline, Event
from rapporteur.present.html.calendar import days
from rapporteur.record import Record
from rapporteur.views.view import Asked

LONGEST = 4  # days; "last week" tells no day, and what lies somewhere within more is no appointment
STATUS = {"held": "CONFIRMED", "planned": "TENTATIVE", "proposed": "TENTATIVE", "ongoing": "CONFIRMED"}


def ics(record: Record, asked: Asked) -> str:
    """The calendar as text with CRLF line ends, its entries in order of day and id."""
    made = Calendar()
    made.add("prodid", "-//Rapporteur//record//EN")
    made.add("version", "2.0")
    entries = [*meetings(record, asked), *deadlines(record, asked)]
    for _, _, entry in sorted(entries, key=lambda found: found[:2]):
        made.add_component(entry)
    return bytes(made.to_ical()).decode("utf8")


def meetings(record: Record, asked: Asked) -> Iterator[tuple[date, str, Entry]]:
    """Meetings held or ahead; what was put off or called off is no appointment."""
    for event in record.nouns("events", asked):
        if isinstance(event, Event) and event.class_ == "CONSULT" and event.status in STATUS:
            span = certain(event.when)
            if span is not None:
                yield (
                    span[0],
                    event.id,
                    entry(record, event.id, event.title, span, STATUS[event.status], event.place),
                )


def deadlines(record: Record, asked: Asked) -> Iterator[tuple[date, str, Entry]]:
    """Deadlines that stand."""
    for deadline in record.nouns("deadlines", asked):
        if isinstance(deadline, Deadline) and deadline.status != "lifted":
            span = certain(deadline.when)
            if span is not None:
                title = f"Deadline: {deadline.who or ''} {deadline.demand or ''}".strip()
                yield span[0], deadline.id, entry(record, deadline.id, title, span, "CONFIRMED", None)


def certain(when: str | None) -> tuple[date, date] | None:
    """The first and last day of an EDTF date that is neither uncertain, approximate nor open; else None."""
    if when is None or set(when) & set("?~%X") or ".." in when:
        return None
    span = days(when)
    return span if span is not None and (span[1] - span[0]).days < LONGEST else None


def entry(
    record: Record, address: str, title: str, span: tuple[date, date], status: str, place: str | None
) -> Entry:
    """One all-day entry; the day of publication is not its time stamp, which must not change between exports."""
    made = Entry()
    made.add("uid", f"{address.replace(':', '-')}@rapporteur")
    made.add("dtstamp", datetime(1970, 1, 1, tzinfo=UTC))
    made.add("dtstart", span[0])
    made.add("dtend", span[1] + timedelta(days=1))
    made.add("summary", title)
    made.add("status", status)
    if place:
        made.add("location", place)
    words = record.words(address)
    made.add("description", f"{record.ref(address)}: {words.exact if words else ''}")
    return made
