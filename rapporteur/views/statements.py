"""What was said, the most repeated first, with how many origins it has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rapporteur.model import Attribution, Statement
from rapporteur.record import Record, Wanted
from rapporteur.record.judged import report_of
from rapporteur.views.view import Asked, Evidence, Row, View
from rapporteur.views.words import count_words, of_report, party_of, quoted, speaker_words

MOST = 100


def statements(record: Record, asked: Asked) -> View:
    """Every statement with its speaker, renderings, reports and origins; `by` and `about` narrow it."""
    now = record.at(asked)
    wanted = Wanted(
        layer="statements", by=asked.by, words=f"{asked.about or ''} {asked.words or ''}".split(),
        happened_from=asked.happened_from, happened_to=asked.happened_to, since=asked.since,
    )  # fmt: skip
    limit = asked.limit or (None if asked.long else MOST)
    page = now.lists.page(wanted, limit, asked.offset)
    found = now.lists.count(wanted)
    rows = tuple(_row(now, noun) for noun in page)
    notes = []
    alone = now.lists.count(replace(wanted, known=False))
    if alone:
        notes.append(f"Of {alone} nothing shows how they became known: their origins are unknown.")
    return View(
        name="statements",
        title="Statements",
        columns=("who", "says", "when", "renderings", "reports", "origins"),
        rows=rows,
        notes=tuple(notes),
        total=found,
        data=[_data(now, noun) for noun in page],
    )


def renderings(record: Record, noun: Statement) -> list[Attribution]:
    """The attributions of a statement, as the ledger holds them."""
    facts = (record.fact(address) for address in noun.attributions)
    return [fact for fact in facts if isinstance(fact, Attribution)]


def _row(record: Record, noun: Statement) -> Row:
    facts = renderings(record, noun)
    marks = []
    if noun.origins.count == 1 and of_report(noun.attributions) > 1:
        marks.append("single-origin")
    if noun.origins.count is None:
        marks.append("origins-unknown")
    return Row(
        cells=(
            speaker_words(record, noun.speaker),
            quoted(noun.text, 240),
            noun.when or "",
            str(len(facts)),
            str(of_report(noun.attributions)),
            count_words(noun.origins),
        ),
        ref=noun.id,
        evidence=tuple(
            Evidence(report=report_of(fact.id), span=span) for fact in facts for span in fact.content
        ),
        marks=tuple(marks),
    )


def _data(record: Record, noun: Statement) -> dict[str, Any]:
    return {
        "id": noun.id,
        "ref": record.ref(noun.id),
        "speaker": speaker_words(record, noun.speaker),
        "party": party_of(record, noun.speaker),
        "text": noun.text,
        "when": noun.when,
        "renderings": [
            {
                "id": fact.id,
                "ref": record.ref(fact.id),
                "report": report_of(fact.id),
                "manner": fact.manner,
                "text": " … ".join(span.exact for span in fact.content),
            }
            for fact in renderings(record, noun)
        ],
        "origin_count": noun.origins.count,
        "origin_min": noun.origins.least,
        "origins": [
            {
                "newsroom": origin.newsroom,
                "document": origin.document,
                "sources": list(origin.sources),
                "reports": list(origin.reports),
                "reason": origin.reason,
            }
            for origin in noun.origins.origins
        ],
    }
