"""The brief: what a reader at eight in the morning needs, on one screen, every line with its evidence.

A line is written only if the support check passes it; what is left out is counted at the end. What was
filed as sent before is held against the record first, so that the brief opens with its corrections.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapporteur.model import Talks
from rapporteur.record import Record
from rapporteur.views.brief_paper import table_of
from rapporteur.views.brief_sections import SECTIONS
from rapporteur.views.desk import Desk, desk_of
from rapporteur.views.lines import Line, borne_out, data_of, row_of
from rapporteur.views.view import Asked, Row, View
from rapporteur.views.words import day_words, moment_words, talks_named

SHORT = {
    "CORRECTS WHAT YOU WERE TOLD": 6, "NEW": 8, "DUE, OUTCOME UNREPORTED": 3, "ON PAPER": 30, "STANDING": 9,
    "ACCOUNTS PART": 5, "NOT KNOWN": 6, "NEXT": 3,
}  # fmt: skip
"""Sections in their order, and how many lines of each the one screen holds."""


@dataclass(frozen=True, slots=True)
class Written:
    """The lines of a brief by section, those its evidence does not bear out, and how many found no room."""

    sections: Mapping[str, Sequence[Line]]
    refused: Sequence[tuple[str, Line]]
    more: int


def brief(record: Record, asked: Asked) -> View:
    """The brief on one of the record’s talks: those named by `talks`, else those with the newest report.

    `data` holds the sections with their lines, what was left out and why, and which talks there are.
    """
    now = record.at(asked)
    by_id = {one.id: one for one in now.nouns("talks")}
    everything = [by_id[name] for name in now.lists.newest_talks() if name in by_id]
    chosen = _chosen(now, everything, asked)
    others = [one.name for one in everything if chosen is None or one.id != chosen.id]
    desk = desk_of(now, asked, chosen)
    written = write(desk)
    rows: list[Row] = []
    for section, lines in written.sections.items():
        rows += [row_of(now, section if i == 0 else "", line) for i, line in enumerate(lines)]
    return View(
        name="brief",
        title=_title(desk),
        columns=("", "", "origins"),
        rows=tuple(rows),
        notes=_notes(written, others),
        data=_data(desk, written, others),
    )


def write(desk: Desk) -> Written:
    """Every line that has room and is borne out, each text once."""
    sections: dict[str, list[Line]] = {}
    refused: list[tuple[str, Line]] = []
    seen: set[str] = set()
    more = 0
    for section, make in SECTIONS:
        most = 10**6 if desk.asked.long else SHORT[section]
        for line in make(desk):
            # a sentence may tell of what was done and of what is to come: the plan is not lost for the news
            words = f"{line.label} {line.text}" if section == "NEXT" else line.text
            if line.cell is None and words in seen:
                continue
            if len(sections.get(section, ())) >= most:
                more += 1
                continue
            failures = borne_out(desk.record, line)
            if failures:
                refused.append((section, replace(line, failures=failures)))
                continue
            seen.add(words)
            sections.setdefault(section, []).append(line)
    return Written(sections, refused, more)


def _notes(written: Written, others: Sequence[str]) -> tuple[str, ...]:
    lines = f"{len(written.refused)} line{'' if len(written.refused) == 1 else 's'}"
    left_out = f"LEFT OUT  {lines} not borne out word for word, {written.more} for want of room."
    if not others:
        return (left_out,)
    named = "; ".join([*others[:4], *(["…"] if len(others) > 4 else [])])
    return left_out, f"Other talks in this record: {named}."


def _data(desk: Desk, written: Written, others: Sequence[str]) -> dict[str, Any]:
    sections = [
        {"title": title, "lines": [data_of(desk.record, line) for line in lines]}
        | ({"table": table_of(desk, lines)} if title == "ON PAPER" else {})
        for title, lines in written.sections.items()
    ]
    refused = [
        {"section": section, "text": line.whole, "because": [f"{f.kind}: {f.what}" for f in line.failures]}
        for section, line in written.refused
    ]
    return {
        "talks": desk.talks.id if desk.talks else None,
        "name": desk.talks.name if desk.talks else None,
        "as_of": desk.asked.as_of,
        "issued": desk.last.at if desk.last else None,
        "sections": sections,
        "left_out": {"refused": refused, "more": written.more},
        "other_talks": list(others),
    }


def _chosen(record: Record, everything: list[Talks], asked: Asked) -> Talks | None:
    if asked.talks:
        return max(talks_named(record, asked.talks), key=lambda one: len(one.reports))
    if asked.docket is not None and asked.docket.talks:
        followed = [t for t in everything if asked.docket.is_of_talks(t.name)]
        everything = followed or everything
    return everything[0] if everything else None


def _title(desk: Desk) -> str:
    reports, undated = desk.record.lists.standing(desk.talks.id if desk.talks else None)
    parts = [
        desk.talks.name if desk.talks else "No talks found" if reports else "Nothing read yet",
        f"as known {moment_words(desk.now)}",
        f"{reports} report{'' if reports == 1 else 's'}" + (f" ({undated} undated~)" if undated else ""),
    ]
    if desk.last:
        parts.append(f"last issued {day_words(desk.last.at[:10])}")
    return " · ".join(parts)
