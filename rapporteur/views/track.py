"""The bargaining path of one issue or quantity: every figure, offer and stance in the order of time, scope kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rapporteur.model import Address, Point, Quantity, Reading
from rapporteur.read.issues import find_issue
from rapporteur.read.values import amount
from rapporteur.record import Record, wording
from rapporteur.record.claim_figures import scope_of, stand_of
from rapporteur.record.judged import report_of
from rapporteur.record.origins import origins_of
from rapporteur.views.docket import NONE
from rapporteur.views.grounds import around, members_of_point, origin_mark, told_in
from rapporteur.views.positions import as_asked, shifts, word_of
from rapporteur.views.view import Asked, Row, View
from rapporteur.views.words import quoted, speaker_words, talks_ids

MOST = 120
SEARCHED = 3000
_COUNTED = ("points", "pages", "articles")
STANDS = {"limit": "allowed or asked", "current": "as it stands", "": "not told"}


@dataclass(slots=True)
class Step:
    """One step of the path."""

    when: str
    kind: str  # figure, draft, or the stance
    who: str
    value: str
    scope: str
    text: str
    facts: list[Address]
    marks: list[str] = field(default_factory=list)
    word: str = ""


def track(record: Record, asked: Asked) -> View:
    """The path of the issue named in `words`, or of a quantity of that name, oldest first.

    `by` narrows to a party, `talks` to talks; figures of what is allowed or asked for are told apart from
    figures of what there is.
    """
    now = record.at(asked)
    words = (asked.words or asked.about or "").strip()
    issues = (asked.docket or NONE).issues
    keys = issues.find(words)
    talks = talks_ids(now, asked.talks)
    steps = [*_points(now, asked, keys, words, talks), *_positions(now, asked, keys, words, talks)]
    spoken = {fact for step in steps for fact in step.facts}
    steps += _figures(now, talks, keys, words, spoken)
    steps = _merged(
        [step for step in steps if not asked.by or asked.by.lower() in f"{step.who} {step.word}".lower()]
    )
    steps.sort(key=lambda step: (step.when or "9999", step.kind, step.who, step.value, min(step.facts)))
    limit = asked.limit or (None if asked.long else MOST)
    page = steps[asked.offset : None if limit is None else asked.offset + limit]
    titles = ", ".join(issues.title(key) for key in keys) or "no issue of the list; words only"
    notes = (
        [f"Followed as: {titles}."]
        if words
        else ["Name an issue or a quantity to follow: rapporteur track ISSUE."]
    )
    return View(
        name="track",
        title=f"The path of {words}" if words else "The path of an issue",
        columns=("when", "what", "who", "value", "scope", "words", "on the word of", "origins"),
        rows=tuple(_row(now, step) for step in page),
        notes=tuple(notes),
        total=len(steps),
        data={"issues": list(keys), "steps": [_data(now, step) for step in page]},
    )


def _points(
    record: Record, asked: Asked, keys: tuple[str, ...], words: str, talks: list[str] | None
) -> Iterator[Step]:
    docket = asked.docket or NONE
    for point in record.nouns("points", asked):
        if not _about(docket.issue_of(point.issue, point.text), point.text, keys, words):
            continue
        draft = record.noun_of("drafts", point.draft) if point.draft else None
        if talks is not None and getattr(draft, "talks", None) not in talks:
            continue
        facts = list(members_of_point(record, point))
        status = "" if point.status == "unknown" else f", {point.status}"
        yield Step(
            when=_day(record, facts),
            kind=f"draft{status}",
            who=draft.name if draft else "no draft named",
            value=point.value or "",
            scope=_scope(record, point),
            text=point.text,
            facts=facts,
        )


def _positions(
    record: Record, asked: Asked, keys: tuple[str, ...], words: str, talks: list[str] | None
) -> Iterator[Step]:
    docket = asked.docket or NONE
    found = [
        one for one in (as_asked(each, docket) for each in record.nouns("positions", asked))
        if _about(one.issue, one.text, keys, words)
        and (talks is None or one.talks in talks)
        and not all(":provision:" in m for m in one.mentions)  # a draft's own, told with the draft
    ]  # fmt: skip
    was = shifts(found)
    for one in found:
        yield Step(
            when=one.as_of or "",
            kind=one.stance,
            who=one.party,
            value=one.value or "",
            scope=STANDS["limit"] if re.search(r"\d", one.value or "") else "",
            text=one.text,
            facts=list(one.mentions),
            marks=[f"was {was[one.id]}"] if one.id in was else [],
            word=word_of(record, one),
        )


def _figures(
    record: Record, talks: list[str] | None, keys: tuple[str, ...], words: str, spoken: set[Address]
) -> Iterator[Step]:
    """Figures that stand in sentences about the issue and in no provision or stance told already."""
    held = [record.words(fact) for fact in spoken]
    taken = {(report_of(fact), span.start, span.end) for fact, span in zip(spoken, held, strict=True) if span}
    seen: set[tuple[str, int]] = set()
    for hit in record.find(words, limit=SEARCHED) if words else ():
        if (hit.report, hit.start) in seen:
            continue
        seen.add((hit.report, hit.start))
        reading: Reading = record.reading(hit.report)
        if talks is not None and getattr(record.noun_of("talks", hit.report), "id", None) not in talks:
            continue
        for quantity in reading.quantities:
            if not hit.start <= quantity.span.start < hit.end or quantity.unit in _COUNTED:
                continue
            page = record.document(hit.report).text
            if quantity.unit is None and not _counts_too(quantity, hit.start, hit.end, reading, words, page):
                continue
            if any(
                r == hit.report and a <= quantity.span.start and quantity.span.end <= b for r, a, b in taken
            ):
                continue
            if not _is_of(quantity, hit.text, keys, words):
                continue
            told = told_in(record, quantity.id)
            a, b = quantity.span.start - hit.start, quantity.span.end - hit.start
            stand, scopes = stand_of(hit.text, a, b), scope_of(hit.text, a, b)
            yield Step(
                when=_day(record, [quantity.id]),
                kind="figure",
                who="",
                value=amount(quantity),
                scope=", ".join([STANDS[stand], *scopes]),
                text=" ".join(hit.text.split()),
                facts=[quantity.id],
                word=speaker_words(record, told.speaker) if told and told.speaker else "",
            )


def _counts_too(
    quantity: Quantity, start: int, end: int, reading: Reading, words: str, record_text: str
) -> bool:
    """Whether a bare number is large enough, and beside a number of what is followed: "from 10,000 to 4,500"."""
    wanted = set(wording.stems(words))
    beside = [
        q
        for q in reading.quantities
        if start <= q.span.start < end and wanted & set(wording.stems(q.unit or ""))
    ]
    text = record_text[max(start, quantity.span.start - 60) : quantity.span.start]
    return quantity.value >= 100 and (bool(beside) or bool(wanted & set(wording.stems(text))))


def _is_of(quantity: Quantity, sentence: str, keys: tuple[str, ...], words: str) -> bool:
    """Whether a figure counts what is followed: its unit or its "of …" says so, or its sentence has one issue."""
    wanted = set(wording.stems(words))
    own = set(wording.stems(f"{quantity.unit or ''} {quantity.about.exact if quantity.about else ''}"))
    if re.match(r"(?:year|month|week|day|hour)", quantity.unit or "") and "duration" not in keys:
        return False  # how long something lasts is no figure of the thing
    if wanted & own or quantity.unit is None:
        return True
    near = sentence.lower()
    return (
        quantity.unit in ("percent", "%", "years", "USD")
        and find_issue(near) in keys
        and len(keys) == 1
        and bool(wanted & set(wording.stems(near)))
    )


def _about(issue: str | None, text: str, keys: tuple[str, ...], words: str) -> bool:
    if keys:
        return issue in keys
    return bool(words) and all(word in text.lower() for word in words.lower().split())


def _scope(record: Record, point: Point) -> str:
    span = record.words(point.id)
    return ", ".join([STANDS["limit"], *scope_of(point.text, 0, len(point.text))]) if span else ""


def _day(record: Record, facts: list[Address]) -> str:
    windows = [record.window(report_of(fact)) for fact in facts]
    first = min((w for w in windows if w.first), key=lambda w: w.first or "", default=None)
    if first is None or first.first is None:
        return ""
    days = [first.first[:10], (first.last or first.first)[:10]]
    return days[0] if days[0] == days[1] else "/".join(days)


def _merged(steps: list[Step]) -> list[Step]:
    """Steps of one day that say the same are one, told by several."""
    kept: dict[tuple[str, ...], Step] = {}
    for step in steps:
        same = (step.when, step.kind, step.who, step.value, step.scope) if step.value else (step.facts[0],)
        if same in kept:
            kept[same].facts += step.facts
        else:
            kept[same] = step
    return list(kept.values())


def _row(record: Record, step: Step) -> Row:
    facts = tuple(sorted(dict.fromkeys(step.facts)))
    return Row(
        cells=(
            step.when, step.kind, step.who, step.value, step.scope, quoted(step.text, 180), step.word,
            origin_mark(record, facts, origins_of(facts, record)),
        ),
        ref=facts[0],
        evidence=tuple(dict.fromkeys(e for fact in facts if (e := around(record, fact)))),
        marks=tuple(step.marks),
    )  # fmt: skip


def _data(record: Record, step: Step) -> dict[str, Any]:
    return {
        "when": step.when, "what": step.kind, "who": step.who, "value": step.value, "scope": step.scope,
        "text": step.text, "word": step.word, "marks": step.marks, "facts": step.facts,
        "refs": [record.ref(fact) for fact in step.facts],
    }  # fmt: skip
