"""What is new since the last brief: how far the texts got, new texts, what happened, what parties said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from rapporteur.languages.en.talks import TALKS
from rapporteur.model import DraftMention, Event, Point, Statement
from rapporteur.read.issues import weigh
from rapporteur.record import Record
from rapporteur.record.judged import report_of
from rapporteur.record.moments import bounds
from rapporteur.record.origins import origins_of
from rapporteur.record.parties import same_people
from rapporteur.views.desk import AT_ONCE, Desk
from rapporteur.views.grounds import around
from rapporteur.views.lines import Line, sentence_line
from rapporteur.views.words import day_words, party_of

RECALLED = 30  # days before what is new: what happened earlier is told again, not told
_FIGURE = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\b)\d")  # a year is no figure


def new(desk: Desk) -> Iterator[Line]:
    """What came to be known since the last brief, the best of each kind first, then the rest of each.

    The kinds: how far the texts got, new texts, points whose state is told, what happened, what parties said.
    """
    told: list[Iterator[Line]] = [
        _counts_told(desk), _new_drafts(desk), _points_told(desk), _happened(desk), _put_off(desk), _said(desk),
    ]  # fmt: skip
    firsts = (1, 2, 1, 2, 1, 3)
    left: list[Line] = []
    sentences: set[tuple[str, int]] = set()
    for lines, most in zip(told, firsts, strict=True):
        taken = 0
        for line in lines:
            held = around(desk.record, line.facts[0])
            place = (held.report, held.span.start) if held else ("", 0)
            if place in sentences:
                continue
            sentences.add(place)
            if taken < most:
                taken += 1
                yield line
            else:
                left.append(line)
            if len(left) > AT_ONCE:
                break
    yield from left


def _counts_told(desk: Desk) -> Iterator[Line]:
    """How far the texts got, what is agreed before what is only counted, the latest report first."""
    record = desk.record
    drafts = sorted(desk.resting("drafts"), key=lambda one: _latest(desk, one.id), reverse=True)
    for draft in sorted(drafts, key=lambda one: one.points_agreed is None):
        counted = draft.points_total is not None and (draft.points_agreed is not None or draft.parent)
        told = sorted((m for m in draft.mentions if desk.fresh([m])), key=lambda m: _counted(record, m))
        if desk.ours(draft.talks) and counted and told and _counted(record, told[0])[0] < 3:
            line = sentence_line(record, told[0], origins=origins_of(told[:1], record))
            if line:
                yield line


def _new_drafts(desk: Desk) -> Iterator[Line]:
    """Texts first told of since the last brief, newest first, in the sentence that says whose they are."""
    record = desk.record
    found = []
    for draft in desk.resting("drafts"):
        if desk.ours(draft.talks) and draft.authors and all(desk.fresh([m]) for m in draft.mentions):
            facts = [(m, record.fact(m)) for m in draft.mentions]
            if draft.points_total is None and all(_presumed(fact) for _, fact in facts):
                continue  # "the plan", said once: of a text known already, whichever it is
            put = [m for m, fact in facts if getattr(fact, "when", None)]
            by = [m for m, fact in facts if getattr(fact, "authors", ())]
            found.append(
                (
                    record.window(report_of(draft.id)).first or "",
                    len(draft.mentions),
                    (put or by or list(draft.mentions))[0],
                )
            )
    for _, _, mention in sorted(found, reverse=True):
        line = sentence_line(record, mention, origins=origins_of([mention], record))
        if line:
            yield line


def _presumed(fact: Any) -> bool:
    """Whether a mention of a draft speaks of it as known: "the plan", of no day and no owner in its name."""
    named = isinstance(fact, DraftMention) and re.fullmatch(r"the\s+\w+", fact.span.exact, re.I) is not None
    return named and fact.when is None


def _points_told(desk: Desk) -> Iterator[Line]:
    record = desk.record
    points = desk.resting("points")
    for point in sorted(points, key=lambda one: _latest(desk, one.id), reverse=True):
        told = point.status in ("open", "agreed", "other-track", "removed")
        if told and desk.fresh([point.id]) and _point_ours(desk, point):
            line = sentence_line(
                record, point.id, label=f"{point.status}:", origins=origins_of([point.id], record)
            )
            if line:
                yield line


def _happened(desk: Desk) -> Iterator[Line]:
    # what has a day comes first: what has none may be long past
    for event in sorted(desk.in_order(desk.resting("events")), key=lambda one: one.when is None):
        if (
            event.status == "held"
            and desk.fresh(event.mentions)
            and event.class_ not in ("STATEMENT", "DEADLINE", "LEAK")
            and not _long_past(desk, event)
        ):
            line = sentence_line(desk.record, event.mentions[0], label=when_of(event), origins=event.origins)
            if line and (len(event.participants) > 1 or (event.participants and event.when)):
                yield line


def _long_past(desk: Desk, event: Event) -> bool:
    """Whether something happened so long before that a report only recalls it."""
    edge = bounds(event.when) if event.when else None
    if edge is None or not desk.since:
        return False
    start = date.fromisoformat(desk.since[:10]) - timedelta(days=RECALLED)
    return edge[1][:10] < start.isoformat()


def _put_off(desk: Desk) -> Iterator[Line]:
    """Meetings put off or called off, each once however often it is told."""
    days: set[str] = set()
    found = desk.in_order(desk.resting("events"))
    # what several reports tell comes before what one does
    for event in sorted(found, key=lambda one: -len({report_of(m) for m in one.mentions})):
        if event.status in ("postponed", "cancelled") and desk.fresh(event.mentions):
            if event.when and event.when[:10] in days:
                continue
            days.add((event.when or event.id)[:10])
            line = sentence_line(
                desk.record, event.mentions[0], label=f"{event.status}:", origins=event.origins
            )
            if line:
                yield line


def _said(desk: Desk) -> Iterator[Line]:
    for statement in _statements(desk):
        line = sentence_line(desk.record, statement.attributions[0], origins=statement.origins)
        if line:
            yield line


def _latest(desk: Desk, fact: str) -> tuple[str, str]:
    """Orders facts by the first day on which their report can have been known."""
    return (desk.record.window(report_of(fact)).first or "", fact)


def _counted(record: Record, mention: str) -> tuple[int, str]:
    """Orders mentions of a draft: what says how far it got first."""
    fact = record.fact(mention)
    counted = [getattr(fact, name, None) for name in ("points_agreed", "points_total", "points_open")]
    return (next((i for i, number in enumerate(counted) if number is not None), 3), mention)


def _point_ours(desk: Desk, point: Point) -> bool:
    talks = desk.record.noun_of("talks", report_of(point.id))
    return desk.ours(getattr(talks, "id", None))


def _statements(desk: Desk) -> list[Statement]:
    """What parties, and others in office, said since."""
    parties = {desk.docket.party(one) for one in desk.talks.parties} if desk.talks else set()
    found: list[tuple[int, Statement]] = []
    for statement in desk.resting("statements"):
        reports = {report_of(a) for a in statement.attributions}
        if not reports & desk.newer or not desk.fresh(statement.attributions):
            continue
        entity = desk.record.entity_of(statement.speaker) if statement.speaker else None
        party = (entity.party or entity.name) if entity else party_of(desk.record, statement.speaker)
        if party is None or not desk.docket.follows(party) or statement.speaker is None:
            continue
        if not _of_the_matter(desk, statement):
            continue
        called = desk.docket.party(party)
        if not parties or called in parties or any(same_people(called, one) for one in parties):
            found.append((0, statement))
        elif entity is not None and entity.kind == "person" and entity.roles:
            found.append((1, statement))  # an envoy, a mediator: no party, but in office
    ranked = _by_news(desk, found)
    return [statement for _, statement in ranked]


def _of_the_matter(desk: Desk, statement: Statement) -> bool:
    """Whether what was said is about what is negotiated, not the speakers' other affairs, nor only a headline."""
    held = around(desk.record, statement.attributions[0])
    if held and any(
        block.kind in ("headline", "dek") and block.start <= held.span.start < block.end
        for block in desk.record.document(held.report).blocks
    ):
        return False
    told = f"{statement.text}\n{held.span.exact if held else ''}"
    return bool(TALKS.search(told) or weigh(told))


def _by_news(desk: Desk, found: list[tuple[int, Statement]]) -> list[tuple[int, Statement]]:
    """Figures first, then parties before others, then the latest, then what is best borne out."""
    found.sort(key=lambda p: (-(p[1].origins.count or 0), -len(p[1].attributions), p[1].id))
    found.sort(key=lambda p: desk.record.window(report_of(p[1].attributions[0])).first or "", reverse=True)
    return sorted(found, key=lambda p: (_FIGURE.search(p[1].text) is None, p[0]))


def when_of(event: Event) -> str:
    day = day_words(event.when)
    return f"{day}:" if day else ""
