"""Full text: sentences of statements and reports that hold the words asked for."""

from __future__ import annotations

from rapporteur.model import Attribution
from rapporteur.record import Record
from rapporteur.record.moments import bounds
from rapporteur.record.search import Hit
from rapporteur.views.view import Asked, Evidence, Row, View
from rapporteur.views.words import outlet_of, speaker_words, window_words

MOST = 50
SCANNED = 2000  # hits looked at; of more the best are shown
READ = 150  # of these, hits whose speakers are looked up where who speaks is asked


def find(record: Record, asked: Asked) -> View:
    """The sentences that hold all the words ("quoted words" together), best first, with who says them."""
    now = record.at(asked)
    narrowed = any((asked.by, asked.about, asked.happened_from, asked.happened_to, asked.since))
    limit = asked.limit or MOST
    hits = now.find(asked.words or "", READ if asked.by else SCANNED)
    found = [(hit, said) for hit in hits if (said := _who(now, hit, asked, narrowed)) is not None]
    page = found[asked.offset : asked.offset + limit]
    shown = [(hit, said or _speaker(now, hit)) for hit, said in page]
    return View(
        name="find",
        title=f"“{asked.words}”",
        columns=("words", "who", "outlet", "known from"),
        rows=tuple(_row(now, hit, said) for hit, said in shown),
        notes=(f"Only the best {len(hits)} sentences were looked through.",)
        if len(hits) in (READ, SCANNED)
        else (),
        total=len(found),
        data=[
            {"report": hit.report, "start": hit.start, "end": hit.end, "text": hit.text, "who": said or None}
            for hit, said in shown
        ],
    )


def _who(record: Record, hit: Hit, asked: Asked, narrowed: bool) -> str | None:
    """Who says it (empty where that was not asked), or None where the hit is not what is asked for."""
    if not narrowed:
        return ""
    known = bounds(record.window(hit.report).first)
    if known is not None:
        if asked.happened_from and known[1] < asked.happened_from:
            return None
        if asked.happened_to and known[0] > asked.happened_to:
            return None
        if asked.since and known[1] < asked.since:
            return None
    if asked.about and asked.about.lower() not in hit.text.lower():
        return None
    who = _speaker(record, hit)
    if asked.by and asked.by.lower() not in who.lower():
        return None
    return who


def _speaker(record: Record, hit: Hit) -> str:
    """Those to whom words of this sentence are credited."""
    return ", ".join(dict.fromkeys(speaker_words(record, said.speaker) for said in _sayings(record, hit)))


def _sayings(record: Record, hit: Hit) -> list[Attribution]:
    return [
        said
        for said in record.reading(hit.report).attributions
        if any(span.start < hit.end and span.end > hit.start for span in said.content)
    ]


def _row(record: Record, hit: Hit, said: str) -> Row:
    document = record.document(hit.report)
    span = document.span(hit.start, hit.end)
    address = next((s.id for s in _sayings(record, hit)), hit.report)
    return Row(
        cells=(
            " ".join(hit.text.split()),
            said,
            outlet_of(record, hit.report),
            window_words(record.window(hit.report)),
        ),
        ref=address,
        evidence=(Evidence(report=hit.report, span=span),),
    )
