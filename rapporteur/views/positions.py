"""Where each party stands: party, issue, stance, value, on whose word, since when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rapporteur.model import Position
from rapporteur.read.issues import ENGLISH, Issues
from rapporteur.record import Record
from rapporteur.views.grounds import around, letter, origin_mark
from rapporteur.views.view import Asked, Row, View
from rapporteur.views.words import quoted, source_words

MOST = 200


def positions(record: Record, asked: Asked, issues: Issues = ENGLISH) -> View:
    """Every position, party by party and issue by issue, oldest first; shifts of stance are marked."""
    now = record.at(asked)
    found = [one for one in now.nouns("positions", asked) if asked_for(one, asked, issues)]
    found.sort(key=lambda one: (one.party, issues.title(one.issue), one.as_of or "9999", one.id))
    limit = asked.limit or (None if asked.long else MOST)
    page = found[asked.offset : None if limit is None else asked.offset + limit]
    notes = ["On whose word: what nobody is credited with is the report’s own description."]
    if len(found) > len(page):
        notes.append(f"{len(found) - len(page)} positions more: --long shows all.")
    shifted = shifts(found)
    return View(
        name="positions",
        title="Positions",
        columns=("party", "issue", "stance", "value", "words", "on the word of", "as of", "origins"),
        rows=tuple(_row(now, one, shifted.get(one.id), issues) for one in page),
        notes=tuple(notes),
        total=len(found),
        data=[_data(now, one, shifted.get(one.id)) for one in page],
    )


def asked_for(one: Position, asked: Asked, issues: Issues = ENGLISH) -> bool:
    """Whether a position is among those asked for."""
    if asked.talks and asked.talks not in (one.talks or ""):
        return False
    if asked.by and asked.by.lower() not in one.party.lower():
        return False
    words = f"{asked.about or ''} {asked.words or ''}".lower().split()
    text = f"{issues.title(one.issue)} {one.issue or ''} {one.text}".lower()
    return all(word in text for word in words)


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
    return source_words(record, one.on_the_word_of) if one.on_the_word_of and _is_fact(record, one) else ""


def _is_fact(record: Record, one: Position) -> bool:
    return one.on_the_word_of is not None and record.fact(one.on_the_word_of) is not None


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
