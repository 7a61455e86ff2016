"""Where each party stands: party, issue, stance, value, on whose word, since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rapporteur.model import Position
from rapporteur.read.issues import Issues
from rapporteur.record import Record, Wanted, shelves
from rapporteur.record.wanted import LOWEST
from rapporteur.views.docket import NONE, Docket
from rapporteur.views.grounds import around, letter, origin_mark
from rapporteur.views.view import Asked, Row, View
from rapporteur.views.words import quoted, source_words, talks_ids

MOST = 200


def positions(record: Record, asked: Asked) -> View:
    """Every position, party by party and issue by issue, oldest first; shifts of stance are marked."""
    now = record.at(asked)
    wanted = wanted_of(now, asked)
    limit = asked.limit or (None if asked.long else MOST)
    page = now.lists.page(wanted, limit, asked.offset)
    found = now.lists.count(wanted)
    docket = asked.docket or NONE
    issues = docket.issues
    shifted = shifts_on(now, page)
    page = [as_asked(one, docket) for one in page]
    return View(
        name="positions",
        title="Positions",
        columns=("party", "issue", "stance", "value", "words", "on the word of", "as of", "origins"),
        rows=tuple(_row(now, one, shifted.get(one.id), issues) for one in page),
        notes=("On whose word: what nobody is credited with is the report’s own description.",),
        total=found,
        data=[_data(now, one, shifted.get(one.id)) for one in page],
    )


def wanted_of(record: Record, asked: Asked) -> Wanted:
    """The positions asked for: `by` names the party, `about` and `words` stand in issue or text."""
    return Wanted(
        layer="positions", talks=talks_ids(record, asked.talks), by=asked.by, anyone=(asked.docket or NONE).asked_names(),
        words=f"{asked.about or ''} {asked.words or ''}".split(), since=asked.since,
    )  # fmt: skip


def as_asked(one: Position, docket: Docket) -> Position:
    """A position under the names of the docket: its party, and its issue where the docket lists another."""
    if docket is NONE:
        return one
    return replace(one, party=docket.party(one.party), issue=docket.issue_of(one.issue, one.text))


def shifts_on(record: Record, page: Sequence[Position]) -> dict[str, str]:
    """Which of these positions are shifts, held against the one before of the same party on the same issue."""
    before = {}
    for one in page:
        cell = Wanted(
            layer="positions", owners=[shelves.cell(one.party, one.issue)], below=shelves.rank_of(one), order=LOWEST
        )  # fmt: skip
        if one.issue:
            before.update({held.id: held for held in record.lists.page(cell, 1)})
    return shifts([*before.values(), *(one for one in page if one.id not in before)])


def shifts(found: Sequence[Position]) -> dict[str, str]:
    """Positions by id that are another stance than the same party’s last on the issue, with that stance.

    Only of one party, one issue that is a matter of its own, and different days.
    """
    last: dict[tuple[str, str | None], Position] = {}
    made: dict[str, str] = {}
    for one in sorted(found, key=lambda one: (one.as_of or "9999", one.id)):
        key = (one.party, one.issue)
        before = last.get(key)
        if (
            before is not None
            and one.issue
            and before.stance != one.stance
            and (before.as_of or "") < (one.as_of or "")
        ):
            made[one.id] = before.stance
        last[key] = one
    return made


def word_of(record: Record, one: Position) -> str:
    """On whose word a position is told, in words."""
    by = one.on_the_word_of
    return source_words(record, by) if by is not None and record.fact(by) is not None else ""


def _row(record: Record, one: Position, before: str | None, issues: Issues) -> Row:
    marks = [f"was {before}"] if before else []
    if "/" in (one.as_of or ""):
        marks.append("inferred")
    if one.origins.count == 1 and len(one.mentions) > 1:
        marks.append("single-origin")
    return Row(
        cells=(
            one.party, issues.title(one.issue), one.stance, one.value or "", quoted(one.text, 200),
            word_of(record, one), one.as_of or "", origin_mark(record, one.mentions, one.origins),
        ),
        ref=one.id,
        evidence=tuple(dict.fromkeys(e for m in one.mentions if (e := around(record, m)))),
        marks=tuple(marks),
    )  # fmt: skip


def _data(record: Record, one: Position, before: str | None) -> dict[str, Any]:
    return {
        "id": one.id, "ref": record.ref(one.id), "party": one.party, "issue": one.issue, "stance": one.stance,
        "value": one.value, "text": one.text, "on_the_word_of": one.on_the_word_of, "word": word_of(record, one),
        "voice": letter(record, one.mentions[0]) if one.mentions else "o", "as_of": one.as_of, "talks": one.talks,
        "was": before, "origin_count": one.origins.count, "origin_min": one.origins.least,
    }  # fmt: skip
