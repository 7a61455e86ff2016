"""What a line stands on: the sentence around a fact, what its words may be checked by, its origin mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from rapporteur.model import Address, AnonymousSource, Attribution, Mention, Origins, Point, Reading, Span
from rapporteur.read.times import resolve
from rapporteur.record import Record
from rapporteur.record.judged import report_of
from rapporteur.views.support import Words
from rapporteur.views.view import Evidence

_DAY = re.compile(r"(?<!\d)\d{4}-(\d{2}-\d{2})")


def sentence_span(record: Record, report: str, start: int, end: int) -> Span:
    """The sentence or sentences that hold a stretch of a report; the stretch itself where none does."""
    document, sentences = record.document(report), record.reading(report).sentences
    inside = [s for s in sentences if s.start < end and start < s.end]
    if not inside:
        return document.span(start, end)
    return document.span(min(s.start for s in inside), max(s.end for s in inside))


def around(record: Record, given: Address) -> Evidence | None:
    """The sentence a fact stands in; None where its report does not stand any more."""
    words = record.words(given)
    if words is None:
        return None
    report = report_of(given)
    return Evidence(report=report, span=sentence_span(record, report, words.start, words.end))


def members_of_point(record: Record, point: Point) -> tuple[Address, ...]:
    """Every telling of a point, by its address; its own where it is told once."""
    group = record.group_of("points", point.id)
    return tuple(node.address for node in group.nodes) if group else (point.id,)


def words_at(record: Record, report: str, start: int, end: int) -> Words:
    """What a sentence may say that rests on this stretch: its text, who is in it under which names, and when."""
    reading = record.reading(report)
    names: set[str] = set()
    for mention in reading.mentions:
        if mention.span.start < end and start < mention.span.end:
            names |= names_of(record, mention.id)
    speakers: set[str] = set()
    for attribution in reading.attributions:
        told = [*attribution.content, *([attribution.source] if attribution.source else [])]
        if any(span.start < end and start < span.end for span in told):
            if attribution.source:
                speakers |= _split(attribution.source.exact)
            if attribution.speaker:
                speakers |= names_of(record, attribution.speaker)
    days: set[str] = set()
    for timex in reading.timexes:
        if timex.span.start < end and start < timex.span.end:
            days |= set(_DAY.findall(resolve(timex, record.window(report)) or ""))
    return Words(
        text=record.document(report).text[start:end],
        names=frozenset(names),
        speakers=frozenset(speakers),
        dates=frozenset(days),
    )


def names_of(record: Record, source: Address) -> set[str]:
    """The words by which a person or body may be called, its party's among them."""
    fact = record.fact(source)
    if isinstance(fact, AnonymousSource):
        return _split(f"{fact.description} {fact.affiliation or ''}")
    found = _split(fact.name) | _split(fact.role or "") if isinstance(fact, Mention) else set()
    entity = record.entity_of(source)
    if entity is not None:
        for name in (entity.name, entity.party or "", *entity.variants):
            found |= _split(name)
    return found


def _split(words: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_][\w’'.-]*", words) if len(word) > 1}


def told_in(record: Record, given: Address) -> Attribution | None:
    """The attribution a fact stands in, or is."""
    fact = record.fact(given)
    if isinstance(fact, Attribution):
        return fact
    held = record.fact(getattr(fact, "attribution", None) or "")
    return held if isinstance(held, Attribution) else None


def letter(record: Record, given: Address) -> str:
    """n: on record; u: an unnamed source; d: a document; o: the outlet’s own words."""
    told = told_in(record, given)
    if told is None:
        return "o"
    speaker = record.fact(told.speaker) if told.speaker else None
    if isinstance(speaker, AnonymousSource):
        return "u"
    if isinstance(speaker, Mention):
        return "d" if speaker.kind == "document" else "n"
    return "u" if told.source is not None else "o"


def origin_mark(record: Record, facts: Sequence[Address], origins: Origins | None = None) -> str:
    """How many origins, and of what kind: "1n", "2d, min 1", "?o" where nothing shows how it became known."""
    letters = sorted({letter(record, fact) for fact in facts})
    kind = letters[0] if len(letters) == 1 else ("n" if "n" in letters else letters[0]) if letters else "o"
    if origins is None:
        return f"{len({report_of(fact) for fact in facts}) if len(facts) > 1 else 1}{kind}"
    if origins.count is None:
        return f"?{kind}"
    least = f", min {origins.least}" if origins.least is not None and origins.least < origins.count else ""
    return f"{origins.count}{kind}{least}"


def origins_at(
    record: Record, report: str, start: int, end: int
) -> tuple[Origins | None, tuple[Address, ...]]:
    """The origins of what a stretch tells: of the statement it holds, else of the event, else none known."""
    reading: Reading = record.reading(report)
    for layer, facts in (("statements", reading.attributions), ("events", reading.event_mentions)):
        for fact in facts:
            spans: Iterable[Span] = fact.content if isinstance(fact, Attribution) else (fact.trigger,)
            if any(span.start < end and start < span.end for span in spans):
                noun = record.noun_of(layer, fact.id)
                if noun is not None:
                    return noun.origins, (fact.id,)
    return None, ()


def neighbours(record: Record, report: str, start: int) -> list[Span]:
    """The sentence before and the sentence after, for what "he" or "it" stands for."""
    sentences = record.reading(report).sentences
    at = bisect_right([s.start for s in sentences], start) - 1
    document = record.document(report)
    return [
        document.span(sentences[i].start, sentences[i].end)
        for i in (at - 1, at + 1)
        if 0 <= i < len(sentences)
    ]
