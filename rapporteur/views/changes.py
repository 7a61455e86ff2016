"""What changed in the record since a moment, by the clock of receiving: not which reports arrived, but what
they changed. A report that was known already changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from rapporteur.ledger import Busy
from rapporteur.model import Address, Deadline, Disagreement, Draft, Event, Point, Position, Statement
from rapporteur.read.issues import ENGLISH
from rapporteur.record import Record, without
from rapporteur.record.judged import members_of, report_of
from rapporteur.record.moments import EARLIEST, bounds, just_before
from rapporteur.views.labels import label
from rapporteur.views.view import Asked, Evidence, Row, View
from rapporteur.views.words import count_words, figures, has_figure, moment_words, speaker_words

FEW = 200  # reports come since that are taken out again, rather than the record rebuilt from the others
Change = tuple[str, str, Any]  # what kind of change, what it is in words, the noun behind it


def changes(record: Record, asked: Asked) -> View:
    """What is new, different or gone since `since` (a day ago where nothing is asked)."""
    since = asked.since or a_day_before(asked.now)
    now = record.at(replace(asked, since=None))
    came = now.came_since(since)
    with _earlier(record, now, came, replace(asked, as_we_had=just_before(since))) as before:
        found = [change for layer, tell in TELLERS for change in _of_layer(now, before, layer, tell)]
        found += _statements(now, before)
        more = now.lists.standing()[0] - before.record.lists.standing()[0]
    rows = [_row(now, kind, words, noun) for kind, words, noun in found]
    rows += _by_people(record, since, asked.as_we_had)
    last = None if asked.limit is None else asked.offset + asked.limit
    return View(
        name="changes",
        title=f"Changed since {moment_words(since)}",
        columns=("change", "what"),
        rows=tuple(rows[asked.offset : last]),
        notes=(f"{more} more reports in the record than then.",),
        total=len(rows),
        data={
            "since": since,
            "changes": [{"change": row.cells[0], "what": row.cells[1], "id": row.ref} for row in rows],
        },
    )


def a_day_before(now: str) -> str:
    """The moment a day before another."""
    found = bounds(now)
    return EARLIEST if found is None else just_before(found[0], days=1)


@dataclass(frozen=True, slots=True)
class Before:
    """The record as it was, which reports have come since, and from which stamp on it differs from now."""

    record: Record
    came: frozenset[str]
    stamp: int | None  # None: it may differ anywhere

    def both(self, now: Record, layer: str) -> tuple[list[Any], list[Any]]:
        """The nouns that may be others than they were, now and then, by id."""
        if self.stamp is None:
            return now.nouns(layer), self.record.nouns(layer)
        old = self.record.lists.derived_since(layer, self.stamp)
        new = {noun.id: noun for noun in now.lists.resting_on(layer, self.came)}
        for noun in old:
            # by id too: of several nouns in one group a member finds the first alone
            for held in (
                now.noun(layer, noun.id),
                *(now.noun_of(layer, member) for member in members_of(noun)),
            ):
                if held is not None:
                    new[held.id] = held
        return [noun for _, noun in sorted(new.items())], old


@contextmanager
def _earlier(record: Record, now: Record, came: frozenset[str], asked: Asked) -> Iterator[Before]:
    """The record without what came since: taken out again where that is less than what was there before."""
    if not came:
        yield Before(now, came, now.lists.stamp())
    elif now is record and len(came) <= FEW and 2 * len(came) < now.lists.standing()[0]:
        try:
            with without(record.store, sorted(came), layers=record.layers) as (before, stamp):
                yield Before(before, came, stamp)
        except Busy:
            yield Before(record.at(asked), came, None)
    else:
        yield Before(record.at(asked), came, None)


def _of_layer(
    now: Record, before: Before, layer: str, tell: Callable[[Any, Any | None], Iterator[tuple[str, str]]]
) -> Iterator[Change]:
    """The changes of one layer: nouns are the same where they share a member."""
    new, found = before.both(now, layer)
    old = {noun.id: noun for noun in found}
    home = {member: noun for noun in old.values() for member in members_of(noun)}
    kept: set[Address] = set()
    for noun in new:
        known = [home[m] for m in members_of(noun) if m in home and before.record.stands(report_of(m))]
        earlier = min(known, key=lambda one: str(one.id)) if known else None
        kept |= {one.id for one in known}
        for kind, words in tell(noun, earlier):
            yield kind, words, noun
    for name, noun in old.items():
        if name not in kept and layer in ("drafts", "disagreements"):
            yield f"no longer {NAMES[layer]}", label(noun), None


NAMES = {"drafts": "a draft", "disagreements": "a disagreement"}


def _draft(now: Draft, before: Draft | None) -> Iterator[tuple[str, str]]:
    counts = {"points": "points_total", "points agreed": "points_agreed", "points open": "points_open"}
    if before is None:
        told = [
            f"{getattr(now, field)} {name}"
            for name, field in counts.items()
            if getattr(now, field) is not None
        ]
        yield "new draft", f"{now.name}{': ' + ', '.join(told) if told else ''}"
        return
    for name, field in counts.items():
        new, old = getattr(now, field), getattr(before, field)
        if new != old and new is not None:
            yield "draft", f"{now.name}: {new} {name}{'' if old is None else f', was {old}'}"


def _event(now: Event, before: Event | None) -> Iterator[tuple[str, str]]:
    what = "meeting" if now.class_ == "CONSULT" else "event"
    when = f" ({now.when})" if now.when else ""
    if before is None:
        yield f"{what} {now.status}", f"{now.title}{when}"
        return
    if now.status != before.status:
        yield f"{what} {now.status}", f"{now.title}{when}, was {before.status}"
    elif now.when != before.when and now.when is not None:
        yield f"{what} dated", f"{now.title}: {now.when}{f', was {before.when}' if before.when else ''}"
    if (now.origins.count or 0) > (before.origins.count or 0) and before.origins.count is not None:
        yield (
            "more origins",
            f"{now.title}: {count_words(now.origins)} origins, was {count_words(before.origins)}",
        )


def _point(now: Point, before: Point | None) -> Iterator[tuple[str, str]]:
    name = ENGLISH.title(now.issue) if now.issue else label(now, 60)
    if before is None:
        yield "new point", f"{name}: {figures(now.value) if has_figure(now.value) else label(now, 80)}"
    elif (now.value, now.status) != (before.value, before.status):
        old = figures(before.value) or before.status
        yield "point", f"{name}: {figures(now.value) or now.status}, was {old}"


def _position(now: Position, before: Position | None) -> Iterator[tuple[str, str]]:
    matter = f" on {ENGLISH.title(now.issue)}" if now.issue else ""
    stand = f"{now.party} {now.stance}{matter}: {label(now, 80)}"
    if before is None:
        yield "new position", stand
    elif (now.stance, now.value) != (before.stance, before.value):
        yield "position", f"{stand}, was {before.stance}"


def _deadline(now: Deadline, before: Deadline | None) -> Iterator[tuple[str, str]]:
    words = f"{now.who or 'somebody'}: {now.demand or label(now, 60)}{f' by {now.when}' if now.when else ''}"
    if before is None:
        yield f"deadline {now.status}", words
    elif (now.status, now.when) != (before.status, before.when):
        yield (
            f"deadline {now.status}",
            f"{words}, was {before.status}{f' by {before.when}' if before.when else ''}",
        )


def _disagreement(now: Disagreement, before: Disagreement | None) -> Iterator[tuple[str, str]]:
    if before is None:
        ways = {
            "different-draft": "now differs between drafts", "denial": "now denied", "supersession": "now superseded",
            "attribution": "now attributed otherwise", "framing": "now framed otherwise",
            "different-scope": "now told of another scope",
        }  # fmt: skip
        yield ways.get(now.kind, "now contradicted"), now.about


TELLERS: tuple[tuple[str, Callable[[Any, Any], Iterator[tuple[str, str]]]], ...] = (
    ("drafts", _draft),
    ("points", _point),
    ("disagreements", _disagreement),
    ("deadlines", _deadline),
    ("events", _event),
    ("positions", _position),
)


def _statements(now: Record, before: Before) -> list[Change]:
    """New statements by speaker, and those that gained origins, one by one."""
    home: dict[Address, Statement] = {}
    told, old = before.both(now, "statements")
    for noun in old:
        home |= dict.fromkeys(noun.attributions, noun)
    found: list[Change] = []
    new: Counter[str] = Counter()
    first: dict[str, Statement] = {}
    for noun in told:
        earlier = next((home[a] for a in noun.attributions if a in home), None)
        if earlier is None:
            who = speaker_words(now, noun.speaker)
            new[who] += 1
            first.setdefault(who, noun)
        elif (noun.origins.count or 0) > (earlier.origins.count or 0) and earlier.origins.count is not None:
            words = f"{label(noun)}: {count_words(noun.origins)} origins, was {count_words(earlier.origins)}"
            found.append(("more origins", words, noun))
    for who, count in sorted(new.items(), key=lambda item: (-item[1], item[0])):
        words = f"{who}: {label(first[who])}" + (f" and {count - 1} more" if count > 1 else "")
        found.append(("new statement" if count == 1 else "new statements", words, first[who]))
    return found


def _row(record: Record, kind: str, words: str, noun: Any) -> Row:
    if noun is None:
        return Row(cells=(kind, words))
    span = record.words(noun.id)
    shown = () if span is None else (Evidence(report=report_of(noun.id), span=span),)
    return Row(cells=(kind, words), ref=noun.id, evidence=shown)


def _by_people(record: Record, since: str, until: str | None) -> Iterator[Row]:
    """Judgements made and reports withdrawn since."""
    for judgement in record.judgements():
        if _within(judgement.at, since, until):
            fields = ", ".join(
                f"{name}={value}" for name, value in judgement.fields if name not in ("with", "settles")
            )
            words = f"{judgement.by}: {record.ref(judgement.target)} {judgement.verdict} {fields}".strip()
            yield Row(cells=("judged", words), ref=judgement.target)
    for withdrawal in record.ledger.withdrawals():
        if _within(withdrawal.made, since, until):
            done = {"retract": "withdrawn", "restore": "put back", "forget": "wiped"}[withdrawal.kind]
            yield Row(
                cells=(f"report {done}", f"{withdrawal.report}, by {withdrawal.made_by or 'nobody named'}")
            )


def _within(moment: str, since: str, until: str | None) -> bool:
    found = bounds(moment)
    return found is not None and found[0] >= since and (until is None or found[0] <= until)
