"""The brief: what a reader at eight in the morning needs, on one screen, every line with its evidence.

A line is written only if the support check passes it; what is left out is counted at the end. What was
filed as sent before is held against the record first, so that the brief opens with its corrections.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property

from rapporteur.model import Draft, Event, Point, Position, Statement, Talks
from rapporteur.read.issues import ENGLISH
from rapporteur.record import Record, Wanted
from rapporteur.record.issued import Issued, issued
from rapporteur.record.judged import report_of
from rapporteur.record.listing import NEWEST
from rapporteur.record.moments import bounds
from rapporteur.record.origins import origins_of
from rapporteur.record.query import happened
from rapporteur.record.unknowns import HELD
from rapporteur.views.drafts import counts, points_by_draft
from rapporteur.views.lines import (
    Line,
    borne_out,
    clip,
    data_of,
    day_words,
    party_names,
    row_of,
    sentence_line,
)
from rapporteur.views.positions import shifts_on
from rapporteur.views.timeline import PLANNED, due
from rapporteur.views.view import Asked, Row, View

AT_ONCE = 300
"""Nouns of a kind, or new reports, that one brief looks at: the newest. It is a bound, not an aim."""
EACH = 40  # disagreements of a kind, gaps of a kind, positions of a party
RUNNING = ("set", "softened")
FRESH = 4  # days before the newest report that count as new where no brief was issued
GENERAL = ("plan", "process", "summit", "deadline", None)
SHORT = {
    "CORRECTS WHAT YOU WERE TOLD": 6, "NEW": 7, "DUE, OUTCOME UNREPORTED": 3, "ON PAPER": 8, "STANDING": 9,
    "ACCOUNTS PART": 4, "NOT KNOWN": 5, "NEXT": 3,
}  # fmt: skip
"""Sections in their order, and how many lines of each the one screen holds."""


@dataclass(frozen=True)
class Desk:
    """What the sections are made from: the record at a moment, one of its talks, and the last brief sent."""

    record: Record
    asked: Asked
    talks: Talks | None
    now: str
    since: str
    last: Issued | None

    def ours(self, talks: str | None) -> bool:
        return self.talks is None or talks == self.talks.id

    @cached_property
    def newer(self) -> frozenset[str]:
        """The reports that may have become known since the last brief, of these talks, the newest `AT_ONCE`."""
        named = self.talks.id if self.talks else None
        return frozenset(self.record.lists.newer_than(self.since, named, AT_ONCE))

    @property
    def named(self) -> list[str] | None:
        """These talks as the lists want them."""
        return None if self.talks is None else [self.talks.id]

    def fresh(self, facts: Iterable[str]) -> bool:
        # an open end may be any day since
        lasts = [self.record.window(report_of(fact)).last or "9999" for fact in facts]
        return any(last >= self.since for last in lasts)


def brief(record: Record, asked: Asked) -> View:
    """The brief on one of the record’s talks: those named by `talks`, else those with the newest report.

    `data` holds the sections with their lines, what was left out and why, and which talks there are.
    """
    now = record.at(asked)
    by_id = {one.id: one for one in now.nouns("talks")}
    everything = [by_id[name] for name in now.lists.newest_talks() if name in by_id]
    chosen = _chosen(everything, asked)
    desk = _desk(now, asked, chosen)
    written: dict[str, list[Line]] = {}
    refused: list[tuple[str, Line]] = []
    seen: set[str] = set()
    more = 0
    for section, make in SECTIONS:
        most = 10**6 if asked.long else SHORT[section]
        for line in make(desk):
            if line.text in seen:
                continue
            failures = borne_out(now, line)
            if failures:
                refused.append((section, replace(line, failures=failures)))
                continue
            if len(written.get(section, ())) >= most:
                more += 1
                continue
            seen.add(line.text)
            written.setdefault(section, []).append(line)
    others = [one.name for one in everything if chosen is None or one.id != chosen.id]
    rows: list[Row] = []
    for section, lines in written.items():
        rows += [row_of(now, section if i == 0 else "", line) for i, line in enumerate(lines)]
    notes = [f"LEFT OUT  {len(refused)} lines not borne out word for word, {more} more in --long."]
    if others:
        notes.append(
            f"Other talks in this record: {'; '.join(others[:4])}"
            + ("; …" if len(others) > 4 else "")
            + " (--talks NAME)."
        )
    return View(
        name="brief",
        title=_title(desk),
        columns=("", "", "origins"),
        rows=tuple(rows),
        notes=tuple(notes),
        data={
            "talks": chosen.id if chosen else None,
            "name": chosen.name if chosen else None,
            "as_of": asked.as_of,
            "issued": desk.last.at if desk.last else None,
            "sections": [
                {"title": s, "lines": [data_of(now, line) for line in lines]} for s, lines in written.items()
            ],
            "left_out": {
                "refused": [
                    {
                        "section": s,
                        "text": line.whole,
                        "because": [f"{f.kind}: {f.what}" for f in line.failures],
                    }
                    for s, line in refused
                ],
                "more": more,
            },
            "other_talks": others,
        },
    )


def _chosen(everything: list[Talks], asked: Asked) -> Talks | None:
    if asked.talks:
        plain = asked.talks.lower()
        named = [
            t for t in everything if t.id == asked.talks or all(w in t.name.lower() for w in plain.split())
        ]
        return named[0] if named else None
    return everything[0] if everything else None


def _desk(record: Record, asked: Asked, talks: Talks | None) -> Desk:
    now = asked.as_of or asked.now or datetime.now(UTC).isoformat(timespec="seconds")
    sent = [one for one in issued(record.judgements(), talks.id if talks else None) if one.at <= now]
    latest = record.lists.latest(talks.id if talks else None)
    newest = (record.window(latest).last or "") if latest else ""
    edge = bounds(newest) if newest else None
    since = asked.since or (sent[-1].at if sent else "")
    if not since and edge is not None:
        since = (datetime.fromisoformat(edge[0].replace("Z", "+00:00")) - timedelta(days=FRESH)).isoformat()
    return Desk(record, asked, talks, now, since, sent[-1] if sent else None)


def _title(desk: Desk) -> str:
    reports, undated = desk.record.lists.standing(desk.talks.id if desk.talks else None)
    parts = [
        desk.talks.name if desk.talks else "No talks found" if reports else "Nothing read yet",
        f"as known {day_words(desk.now[:10])} {desk.now[:4]}"
        + (f", {desk.now[11:16]} UTC" if desk.now[11:16] else ""),
        f"{reports} report{'' if reports == 1 else 's'}" + (f" ({undated} undated~)" if undated else ""),
    ]
    if desk.last:
        parts.append(f"last issued {day_words(desk.last.at[:10])}")
    return " · ".join(parts)


# --- sections ----------------------------------------------------------------------------------------


def corrections(desk: Desk) -> Iterator[Line]:
    """Lines sent before whose report was withdrawn, whose figure was replaced, or whose party moved."""
    if desk.last is None:
        return
    sent = {fact: text for text, facts in desk.last.lines for fact in facts}
    for text, facts in desk.last.lines:
        gone = [fact for fact in facts if desk.record.words(fact) is None]
        if gone and len(gone) == len(facts):
            yield Line(text=text, facts=(), label="withdrawn:", own=True, marks=("withdrawn",))
    for one in desk.record.lists.resting_on("disagreements", desk.newer):
        told = _near(desk.record, one.left, sent)
        if one.kind == "supersession" and told and one.right not in sent and desk.fresh([one.right]):
            line = sentence_line(desk.record, one.right, label="now:", marks=("replaces",))
            if line:
                yield line
    positions = desk.record.lists.resting_on("positions", desk.newer)
    was = shifts_on(desk.record, positions)
    told_of = (desk.record.noun_of("positions", fact) for fact in sent)
    before = {(p.party, p.issue) for p in told_of if isinstance(p, Position)}
    for one in positions:
        if (
            one.id in was
            and (one.party, one.issue) in before
            and desk.fresh(one.mentions)
            and not any(m in sent for m in one.mentions)
        ):
            yield replace(_position_line(desk, one), label=f"was “{was[one.id]}”:", marks=("shift",))


def _near(record: Record, fact: str, sent: dict[str, str]) -> bool:
    """Whether a fact was under a line sent: itself, or another in the same words."""
    span = record.words(fact)
    if fact in sent or span is None:
        return fact in sent
    for other in sent:
        if report_of(other) == report_of(fact):
            held = record.words(other)
            if held and held.start <= span.start < held.end:
                return True
    return False


def new(desk: Desk) -> Iterator[Line]:
    """What came to be known since the last brief: counts of the text, then what was agreed, said, held."""
    record = desk.record
    for draft in record.lists.resting_on("drafts", desk.newer):
        if (
            desk.ours(draft.talks)
            and draft.points_total is not None
            and (draft.points_agreed is not None or draft.parent)
        ):
            told = sorted((m for m in draft.mentions if desk.fresh([m])), key=lambda m: _counted(record, m))
            if told:
                line = sentence_line(record, told[0], origins=origins_of(told[:1], record))
                if line:
                    yield line
    for point in record.lists.resting_on("points", desk.newer):
        if (
            point.status in ("open", "agreed", "other-track", "removed")
            and desk.fresh([point.id])
            and _point_ours(desk, point)
        ):
            line = sentence_line(
                record, point.id, label=f"{point.status}:", origins=origins_of([point.id], record)
            )
            if line:
                yield line
    for event in _in_order(desk, record.lists.resting_on("events", desk.newer)):
        if (
            event.status == "held"
            and desk.fresh(event.mentions)
            and event.class_ not in ("STATEMENT", "DEADLINE", "LEAK")
        ):
            line = sentence_line(record, event.mentions[0], label=_when(event), origins=event.origins)
            if line and (len(event.participants) > 1 or (event.participants and event.when)):
                yield line
    for statement in _statements(desk):
        line = sentence_line(record, statement.attributions[0], origins=statement.origins)
        if line:
            yield line


def _counted(record: Record, mention: str) -> tuple[int, str]:
    """Orders mentions of a draft: what says how far it got first."""
    fact = record.fact(mention)
    counted = [getattr(fact, name, None) for name in ("points_agreed", "points_total", "points_open")]
    return (next((i for i, number in enumerate(counted) if number is not None), 3), mention)


def _point_ours(desk: Desk, point: Point) -> bool:
    talks = desk.record.noun_of("talks", report_of(point.id))
    return desk.ours(getattr(talks, "id", None))


def _in_order(desk: Desk, events: Iterable[Event]) -> list[Event]:
    order = {
        "AGREE": 0,
        "CONCEDE": 0,
        "REJECT": 1,
        "CONSULT": 1,
        "PROPOSE": 2,
        "SANCTION": 2,
        "THREATEN": 2,
        "REQUEST": 3,
    }
    found = [event for event in events if desk.ours(event.talks) and happened(event, desk.asked)]
    found.sort(
        key=lambda event: (
            order.get(event.class_, 4), -_day_number(event.when), -(event.origins.count or 0), -len(event.mentions), event.id,
        )
    )  # fmt: skip
    return found


def _day_number(when: str | None) -> int:
    """The first day of a date as a number that grows with time; 0 where there is none."""
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", when or "")
    return int(match[1]) * 10000 + int(match[2] or 0) * 100 + int(match[3] or 0) if match else 0


def _statements(desk: Desk) -> list[Statement]:
    parties = set(desk.talks.parties) if desk.talks else set()
    found = []
    for statement in desk.record.lists.resting_on("statements", desk.newer):
        entity = desk.record.entity_of(statement.speaker) if statement.speaker else None
        reports = {report_of(a) for a in statement.attributions}
        inside = bool(reports & desk.newer)
        if (
            inside
            and entity is not None
            and (entity.party or entity.name) in parties
            and desk.fresh(statement.attributions)
        ):
            found.append(statement)
    return sorted(found, key=lambda s: (-(s.origins.count or 0), -len(s.attributions), s.id))


def _when(event: Event) -> str:
    day = day_words(event.when)
    return f"{day}:" if day else ""


def overdue(desk: Desk) -> Iterator[Line]:
    """Plans and deadlines whose day has passed without news."""
    asked = replace(desk.asked, as_of=desk.now)
    moment = bounds(desk.now, desk.asked.timezone)
    over = Wanted(
        layer="deadlines", talks=desk.named, states=RUNNING, order=NEWEST, happened_from=desk.asked.happened_from,
        happened_to=desk.asked.happened_to, happened_before=moment[1] if moment else None, since=desk.asked.since,
    )  # fmt: skip
    for deadline in desk.record.lists.page(over, AT_ONCE):
        if _passed(deadline.when, desk):
            label = f"{day_words(deadline.when)}:" + (" (softened)" if deadline.status == "softened" else "")
            line = sentence_line(desk.record, deadline.id, label=label, marks=("due",))
            if line:
                yield line
    plans = replace(over, layer="events", states=PLANNED)
    for event in _in_order(desk, desk.record.lists.page(plans, AT_ONCE)):
        if due(event, asked).due and event.class_ != "DEADLINE":
            line = sentence_line(
                desk.record, event.mentions[0], label=_when(event), origins=event.origins, marks=("due",)
            )
            if line:
                yield line


def _passed(when: str | None, desk: Desk) -> bool:
    edge = bounds(when, desk.asked.timezone) if when else None
    moment = bounds(desk.now, desk.asked.timezone)
    return edge is not None and moment is not None and edge[1] < moment[1]


def on_paper(desk: Desk) -> Iterator[Line]:
    """Issue by issue, what each draft says; "not reported" is left to the reader, never filled in."""
    record = desk.record
    counted = record.lists.points_counted()
    ours = [
        draft for draft, _ in record.lists.ranks(Wanted(layer="drafts", talks=desk.named)) if draft in counted
    ]
    ours.sort(key=lambda draft: (-counted[draft], draft))
    shown = record.lists.nouns_at("drafts", ours[: None if desk.asked.long else 2])
    points = points_by_draft(record, [draft.id for draft in shown])
    order = {issue.key: number for number, issue in enumerate(ENGLISH.issues)}
    keyed = sorted(
        {p.issue for d in shown for p in points[d.id] if p.issue}, key=lambda key: order.get(key, 99)
    )
    # an issue that both sides speak of comes first: that is where they can be set side by side
    keyed.sort(key=lambda key: -sum(any(p.issue == key for p in points[d.id]) for d in shown))
    for key in keyed:
        for draft in shown:
            mine = sorted(
                (p for p in points[draft.id] if p.issue == key),
                key=lambda p: not re.search(r"\d", p.value or ""),
            )
            for point in mine[: None if desk.asked.long else 1]:
                yield _point_line(desk, draft, point, key)


def _point_line(desk: Desk, draft: Draft, point: Point, key: str) -> Line:
    words = desk.record.words(point.id)
    text = clip(words.exact, 0, len(words.exact), 110) if words else point.text
    if point.status in ("open", "other-track", "agreed", "removed"):  # said of the point around it
        told = sentence_line(desk.record, point.id)
        text = told.text if told else text
    group = desk.record.group_of("points", point.id)
    facts = tuple(node.address for node in group.nodes) if group else (point.id,)
    status = "" if point.status == "unknown" else f" [{point.status}]"
    numbers = f" ({counts(draft)})" if draft.points_agreed is not None else ""
    return Line(
        text=text,
        facts=facts,
        label=f"{ENGLISH.title(key)} · {draft.name}{numbers}{status}:",
        origins=origins_of(facts, desk.record),
        marks=() if point.status == "unknown" else (point.status,),
    )


def standing(desk: Desk) -> Iterator[Line]:
    """Each party’s latest stances, its own word before others’, matter before the draft as a whole."""
    latest = Wanted(layer="positions", talks=desk.named, order=NEWEST, since=desk.asked.since)
    held = desk.record.lists.page(latest, AT_ONCE)
    for party in desk.talks.parties if desk.talks else ():  # one that has long been silent has its place too
        held += desk.record.lists.page(replace(latest, by=party), EACH)
    found = sorted(
        {one.id: one for one in held if not all(":provision:" in m for m in one.mentions)}.values(),
        key=lambda one: one.id,
    )
    parties = list(desk.talks.parties) if desk.talks else []
    counted = Counter(one.party for one in found)
    parties += sorted((p for p in counted if p not in parties), key=lambda p: (-counted[p], p))
    rounds = max(2, len(found)) if desk.asked.long else 2
    by_party = {
        party: sorted(
            (one for one in found if one.party == party), key=lambda one: _rank(desk, one), reverse=True
        )
        for party in parties
    }
    told: set[str] = set()
    for turn in range(rounds):
        for party in parties:
            left = [one for one in by_party[party] if one.id not in told]
            if turn >= len(by_party[party]) or not left:
                continue
            one = left[0]
            # what two parties did together is told once
            told |= {other.id for other in found if other.text[-60:] == one.text[-60:]} | {one.id}
            yield _position_line(desk, one)


def _rank(desk: Desk, one: Position) -> tuple[str, bool, bool, int]:
    entity = desk.record.entity_of(one.on_the_word_of) if one.on_the_word_of else None
    own = entity is not None and (entity.party or entity.name) == one.party
    silent = one.stance == "no-response"
    return ((one.as_of or "")[:10], own or silent, one.issue not in GENERAL or silent, one.origins.count or 0)


def _position_line(desk: Desk, one: Position) -> Line:
    words = desk.record.words(one.mentions[0])
    text = clip(words.exact, 0, len(words.exact), 150) if words else one.text
    names = [one.party]
    speaker = (
        one.on_the_word_of
        if one.on_the_word_of and desk.record.fact(one.on_the_word_of) is not None
        else None
    )
    said = ""
    if speaker is not None and ":attribution:" not in speaker:
        known = desk.record.entity_of(speaker)
        fact = desk.record.fact(speaker)
        said = known.name if known else str(getattr(fact, "description", "") or getattr(fact, "name", ""))
        names += [said, *party_names(desk.record, [speaker])]
    credit = f" ({said})" if said and said.split()[-1].lower() not in text.lower() else ""
    return Line(
        text=f"{text}{credit}", facts=one.mentions[:3], label=f"{one.party}:", origins=one.origins, speaker=speaker,
        names=tuple(names), marks=(one.stance,),
    )  # fmt: skip


def parting(desk: Desk) -> Iterator[Line]:
    """Where accounts part, the kind first; what only replaces an earlier account stands above."""
    order = ("contradiction", "denial", "attribution", "different-draft", "framing", "different-scope")
    held = desk.record.lists.resting_on("disagreements", desk.newer)
    for kind in order:
        wanted = Wanted(layer="disagreements", talks=desk.named, states=[kind], since=desk.asked.since)
        held += desk.record.lists.page(wanted, EACH)
    found = [
        one for one in {one.id: one for one in held}.values() if desk.ours(one.talks) and one.kind in order
    ]  # fmt: skip
    found.sort(key=lambda one: (order.index(one.kind), not desk.fresh([one.left, one.right]), one.id))
    kinds: dict[str, int] = {}
    for one in sorted(found, key=lambda one: _turn(one.kind, kinds)):
        sides = [sentence_line(desk.record, side) for side in (one.left, one.right)]
        if sides[0] is None or sides[1] is None:
            continue
        if one.kind in ("different-draft", "contradiction"):
            text = one.about.partition(": ")[2]
        elif sides[0].text == sides[1].text:
            text = sides[0].text
        else:
            text = " / ".join(_half(desk.record, side) for side in (one.left, one.right))
        yield Line(text=text, facts=(one.left, one.right), label=f"{one.kind}:", marks=(one.kind,))


def _turn(kind: str, kinds: dict[str, int]) -> int:
    """One of each kind in turn, so that one kind does not fill the screen."""
    kinds[kind] = kinds.get(kind, 0) + 1
    return kinds[kind]


def _half(record: Record, fact: str) -> str:
    line = sentence_line(record, fact)
    words = record.words(fact)
    if line is None or words is None:
        return ""
    at = max(0, line.text.find(words.exact[:20]))
    return clip(line.text, at, min(len(line.text), at + len(words.exact)), 100)


def not_known(desk: Desk) -> Iterator[Line]:
    """Refusals to say first, then what the record itself misses."""
    order = {"refusal": 0, "count": 1, "date": 2, "outlet": 3, "cited": 4}
    held = desk.record.lists.resting_on("unknowns", desk.newer)
    for about in order:
        wanted = Wanted(layer="unknowns", talks=desk.named, states=[about], since=desk.asked.since)
        held += desk.record.lists.page(wanted, EACH)
    found = [
        one for one in {one.id: one for one in held}.values() if desk.ours(one.talks) and one.about != HELD
    ]  # fmt: skip
    kinds: dict[str, int] = {}
    found.sort(key=lambda one: (order.get(one.about, 9), not desk.fresh(one.evidence), one.id))
    for one in sorted(found, key=lambda one: (_turn(one.about, kinds) > 2, order.get(one.about, 9))):
        if one.about == "refusal":
            line = sentence_line(desk.record, one.evidence[0], width=130)
            if line:
                yield line
        else:
            yield Line(text=one.text, facts=one.evidence, own=True)


def ahead(desk: Desk) -> Iterator[Line]:
    """What is dated and still to come."""
    today = bounds(desk.now, desk.asked.timezone)
    coming = Wanted(
        layer="events", talks=desk.named, states=PLANNED, order="n.first, n.rank", since=desk.asked.since,
        happened_from=max(today[0] if today else "", desk.asked.happened_from or ""),
        happened_to=desk.asked.happened_to,
    )  # fmt: skip
    for event in sorted(
        desk.record.lists.page(coming, AT_ONCE), key=lambda event: (event.when or "9999", event.id)
    ):
        edge, moment = (
            bounds(event.when, desk.asked.timezone) if event.when else None,
            bounds(desk.now, desk.asked.timezone),
        )
        if edge and moment and edge[1] >= moment[1] and event.status in ("planned", "proposed"):
            line = sentence_line(
                desk.record, event.mentions[0], label=_when(event), origins=event.origins, marks=("planned",)
            )
            if line:
                yield line
    for deadline in desk.record.lists.page(replace(coming, layer="deadlines", states=RUNNING), AT_ONCE):
        if deadline.when and not _passed(deadline.when, desk):
            line = sentence_line(
                desk.record, deadline.id, label=f"{day_words(deadline.when)}:", marks=("deadline",)
            )
            if line:
                yield line


SECTIONS: tuple[tuple[str, Callable[[Desk], Iterator[Line]]], ...] = (
    ("CORRECTS WHAT YOU WERE TOLD", corrections),
    ("NEW", new),
    ("DUE, OUTCOME UNREPORTED", overdue),
    ("ON PAPER", on_paper),
    ("STANDING", standing),
    ("ACCOUNTS PART", parting),
    ("NOT KNOWN", not_known),
    ("NEXT", ahead),
)
