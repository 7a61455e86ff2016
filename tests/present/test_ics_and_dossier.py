"""A record to send: the calendar and the dossier."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from icalendar import Calendar

import rapporteur
from rapporteur.clean import clean
from rapporteur.intake import Options, receive
from rapporteur.ledger import Store
from rapporteur.model import Entry, Report
from rapporteur.present.html.dossier import digest, dossier
from rapporteur.present.ics import certain, ics
from rapporteur.read import read
from rapporteur.record import Record, open_record
from rapporteur.record.acts import take_in
from rapporteur.views.view import Asked

SAMPLES = Path(rapporteur.__file__).parent / "samples" / "dispatches"
NOW = "2026-06-13T08:00:00Z"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    store = Store(str(tmp_path_factory.mktemp("sent") / "record.db"))
    for got in receive([str(SAMPLES)], Options(clock=lambda: NOW)):
        if isinstance(got, Report):
            document = clean(got)
            take_in(store, Entry(report=got, document=document, reading=read(document)), now=NOW)
    return open_record(store)


def test_uncertain_days_get_no_entry() -> None:
    """A day or a short stay is an appointment; a month, a week, a guess or an open end is none."""
    assert certain("2026-06-16") is not None
    assert certain("2026-10-24/2026-10-26") is not None
    for uncertain in ("2026-06-16?", "2026-06", "2026-06-01/..", "2026-11-17/2026-11-23", None):
        assert certain(uncertain) is None, uncertain


def test_calendar_is_read_by_another_program(record: Record) -> None:
    """The calendar parses, and its planned meetings are tentative."""
    calendar = Calendar.from_ical(ics(record, Asked(now=NOW)))
    entries = [part for part in calendar.walk() if part.name == "VEVENT"]
    assert entries
    assert all(entry["DTEND"].dt > entry["DTSTART"].dt for entry in entries)


def test_dossier_stands_alone(record: Record) -> None:
    """One page, its style allowed by digest alone, nothing fetched, every REF leading to words within it."""
    page = dossier(record, Asked(now=NOW), "full")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    assert digest(style[1]) in page
    assert "<script" not in page
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page)
    anchors = set(re.findall(r' id="([^"]+)"', page))
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert len(links & anchors) >= len(links) * 0.5


def test_dossier_without_text_quotes_nothing(record: Record) -> None:
    """`--text none` sends no words of the reports beside the record's own lines."""
    assert 'class="words"' not in dossier(record, Asked(now=NOW), "none")
