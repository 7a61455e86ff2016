"""The sections of a brief, each a generator of its lines, in the order in which they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rapporteur.languages.en.tensions import ASKED_ABOUT
from rapporteur.model import AnonymousSource, Deadline, Disagreement, Event, Position
from rapporteur.record import Record, Wanted
from rapporteur.record.judged import overlap, report_of
from rapporteur.record.moments import bounds
from rapporteur.record.wanted import NEWEST
from rapporteur.views.brief_gaps import EACH, in_turn, not_known
from rapporteur.views.brief_new import new, when_of
from rapporteur.views.brief_paper import on_paper
from rapporteur.views.desk import AT_ONCE, Desk
from rapporteur.views.lines import Line, clip, opens_with_pronoun, party_names, sentence_line
from rapporteur.views.positions import shifts_on
from rapporteur.views.timeline import PLANNED, due

ROUNDS = 3  # positions of one party, where there is room
LINES = 9  # positions in all
RUNNING = ("set", "softened")
GENERAL = ("plan", "process", "summit", "deadline", None)


def corrections(desk: Desk) -> Iterator[Line]:
    """Lines sent before whose report was withdrawn, whose figure was replaced, or whose party moved."""
    if desk.last is None:
        return
    sent = {fact: text for text, facts in desk.last.lines for fact in facts}
    for text, facts in desk.last.lines:
        gone = [
            fact for fact in facts if desk.record.words(fact) is None and not desk.record.stands(fact)
        ]  # fmt: skip
        if gone and len(gone) == len(facts):
            yield Line(text=text, facts=(), label="withdrawn:", own=True, marks=("withdrawn",))
    for one in desk.resting("disagreements"):
        told = _near(desk.record, one.left, sent)
        if one.kind == "supersession" and told and one.right not in sent and desk.fresh([one.right]):
            line = sentence_line(desk.record, one.right, label="now:", marks=("replaces",))
            if line:
                yield line
    positions = desk.resting("positions")
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


def overdue(desk: Desk) -> Iterator[Line]:
    """Plans and deadlines whose day has passed without news."""
    asked = replace(desk.asked, as_of=desk.now)
    moment = bounds(desk.now, desk.asked.timezone)
    over = Wanted(
        layer="deadlines", talks=desk.named, states=RUNNING, order=NEWEST, happened_from=desk.asked.happened_from,
        happened_to=desk.asked.happened_to, happened_before=moment[1] if moment else None, since=desk.asked.since,
    )  # fmt: skip
    for deadline in desk.record.lists.page(over, AT_ONCE):
        if desk.passed(deadline.when):
            label = f"{desk.day(deadline.when)}:" + (" (softened)" if deadline.status == "softened" else "")
            line = sentence_line(desk.record, _plainest(desk, deadline.mentions), label=label, marks=("due",))
            if line:
                yield line
    plans = replace(over, layer="events", states=PLANNED)
    settled = {
        one.when[:10]
        for one in desk.record.lists.page(replace(plans, states=("held", "postponed", "cancelled")), AT_ONCE)
        if one.class_ == "CONSULT" and one.when
    }
    for event in sorted(
        desk.in_order(desk.record.lists.page(plans, AT_ONCE)), key=lambda one: one.when or "", reverse=True
    ):
        if event.class_ == "CONSULT" and (event.when or "")[:10] in settled:
            continue  # there was a meeting of these talks that day, or it was put off: its outcome is told
        if _gone_when_told(desk, event):
            continue
        if due(event, asked).due and event.class_ != "DEADLINE":
            line = sentence_line(
                desk.record, event.mentions[0], label=when_of(event), origins=event.origins, marks=("due",)
            )
            if line:
                yield line


def _gone_when_told(desk: Desk, event: Event) -> bool:
    """Whether a plan's day had long gone by when it was first told of, so that it was none, or of another year."""
    edge = bounds(event.when) if event.when else None
    first = min((desk.record.window(report_of(m)).first or "" for m in event.mentions), default="")
    return edge is not None and bool(first) and edge[1][:7] < first[:7]


def _plainest(desk: Desk, mentions: Sequence[str]) -> str:
    """Of the places that tell of one thing, the latest whose sentence names whom it is about; a new day before an old."""

    def rank(fact: str) -> tuple[bool, bool, bool, str, str]:
        opens = opens_with_pronoun(desk.record, fact)
        said = desk.record.fact(fact)
        dated = getattr(said, "when", None) is not None
        return (
            dated,
            getattr(said, "rule", "") == "moved",
            not opens,
            desk.record.window(report_of(fact)).last or "",
            fact,
        )

    return max(mentions, key=rank)


def standing(desk: Desk) -> Iterator[Line]:
    """Each party’s latest stances, its own word before others’, matter before the draft as a whole."""
    latest = Wanted(layer="positions", talks=desk.named, order=NEWEST, since=desk.asked.since)
    held = desk.record.lists.page(latest, AT_ONCE)
    for party in desk.talks.parties if desk.talks else ():  # one that has long been silent has its place too
        held += desk.record.lists.page(replace(latest, by=party), EACH)
    kept = [
        one
        for one in held
        if not all(":provision:" in m for m in one.mentions) and desk.docket.follows(one.party)
    ]
    found = sorted(
        {one.id: replace(one, party=desk.docket.party(one.party)) for one in kept}.values(),
        key=lambda one: one.id,
    )
    parties = list(dict.fromkeys(desk.docket.party(one) for one in desk.talks.parties)) if desk.talks else []
    counted = Counter(one.party for one in found)
    parties += sorted((p for p in counted if p not in parties), key=lambda p: (-counted[p], p))
    rounds = max(2, len(found)) if desk.asked.long else ROUNDS
    by_party = {
        party: sorted(
            (one for one in found if one.party == party), key=lambda one: _rank(desk, one), reverse=True
        )
        for party in parties
    }
    told: set[str] = set()
    chosen: dict[str, list[Position]] = {party: [] for party in parties}
    room = len(found) if desk.asked.long else LINES
    for turn in range(rounds):
        for party in parties:
            left = [one for one in by_party[party] if one.id not in told]
            if turn >= len(by_party[party]) or not left or not room:
                continue
            one = left[0]
            # what two parties did together is told once
            told |= {other.id for other in found if _ends_alike(other.text, one.text)} | {one.id}
            chosen[party].append(one)
            room -= 1
    for party in parties:
        for one in chosen[party]:
            yield _position_line(desk, one)


def _ends_alike(one: str, other: str) -> bool:
    """Whether two stances are the words of one: "Ours and their critics panned it", "critics panned it"."""
    least = min(len(one), len(other), 60)
    return one[-least:] == other[-least:]


def _rank(desk: Desk, one: Position) -> tuple[str, bool, bool, int]:
    entity = desk.record.entity_of(one.on_the_word_of) if one.on_the_word_of else None
    own = entity is not None and (entity.party or entity.name) == one.party
    silent = one.stance == "no-response"
    return ((one.as_of or "")[:10], own or silent, one.issue not in GENERAL or silent, one.origins.count or 0)


def _position_line(desk: Desk, one: Position) -> Line:
    words = desk.record.words(one.mentions[0])
    text = clip(words.exact, 0, len(words.exact), 150) if words else one.text
    text = _without(one.party, _balanced(text)).rstrip(" ,;:–—")
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
        if isinstance(fact, AnonymousSource) and fact.same_as:  # "the person": as he was told of first
            fact = desk.record.fact(fact.same_as) or fact
        said = known.name if known else str(getattr(fact, "description", "") or getattr(fact, "name", ""))
        names += [said, *party_names(desk.record, [speaker])]
    told = said and said != one.party and said.split()[-1].lower() not in text.lower()
    credit = f" ({said})" if told else ""
    return Line(
        text=f"{text}{credit}", facts=one.mentions[:3], label=f"{one.party}:", origins=one.origins, speaker=speaker,
        names=tuple(names), marks=(one.stance,),
    )  # fmt: skip


def _balanced(text: str) -> str:
    """Words without a quotation mark whose other half stands outside them."""
    if text.count('"') == 1:
        text = text.replace('"', "")
    if text.count("“") != text.count("”"):
        text = text.strip("“”")
    return text


def _without(party: str, text: str) -> str:
    """A position’s words without the name of its party in front, which the line has as its label."""
    # "the trust has offered", "Alliance wants": a body by its short name; never half of "Saudi Arabia"
    short = () if text.startswith(party) else (*party.split(), *party.lower().split())
    called = sorted({party, *short}, key=lambda name: -len(name))
    names = "|".join(re.escape(name) for name in called)
    bare = re.sub(rf"^(?:[Tt]he\s+)?(?:{names})\s+(?!of\b|and\b|or\b|for\b)", "", text)
    return bare if len(bare.split()) >= 3 else text


def parting(desk: Desk) -> Iterator[Line]:
    """Where accounts part, the kind first; what only replaces an earlier account stands above."""
    order = ("contradiction", "denial", "attribution", "different-draft", "framing", "different-scope")
    held = desk.resting("disagreements")
    for kind in order:
        wanted = Wanted(layer="disagreements", talks=desk.named, states=[kind], since=desk.asked.since)
        held += desk.record.lists.page(wanted, EACH)
    found = [
        one for one in {one.id: one for one in held}.values() if desk.ours(one.talks) and one.kind in order
    ]  # fmt: skip
    found.sort(key=lambda one: (order.index(one.kind), not desk.fresh([one.left, one.right]), one.id))
    kinds: dict[str, int] = {}
    for one in sorted(found, key=lambda one: in_turn(one.kind, kinds)):
        sides = [sentence_line(desk.record, side) for side in (one.left, one.right)]
        if sides[0] is None or sides[1] is None:
            continue
        text, label = _told_apart(desk, one, sides[0].text, sides[1].text)
        yield Line(text=text, facts=(one.left, one.right), label=label, marks=(one.kind,))


def _told_apart(desk: Desk, one: Disagreement, left: str, right: str) -> tuple[str, str]:
    """The words of both sides, and the label they stand under: figures and names alone where these say it."""
    matter, _, _ = one.about.partition(": ")
    spans = [desk.record.words(side) for side in (one.left, one.right)]
    if ":quantity:" in one.left and ":quantity:" in one.right and spans[0] and spans[1]:
        return f"{spans[0].exact} / {spans[1].exact}", f"{one.kind}: {matter}:"
    if one.kind == "attribution" and matter.startswith("who "):
        return one.about.partition(": ")[2], f"{matter}:"
    if left == right:
        return left, f"{one.kind}:"
    return " / ".join(_half(desk.record, side) for side in (one.left, one.right)), f"{one.kind}:"


def _half(record: Record, fact: str) -> str:
    line = sentence_line(record, fact)
    words = record.words(fact)
    if line is None or words is None:
        return ""
    at = max(0, line.text.find(words.exact[:20]))
    asked = re.search(rf"(?:\bwhen )?{ASKED_ABOUT}", line.text[:at], re.I)
    if asked:  # "when asked about a report in the Gazette": what was denied, and not what was answered
        return line.text[asked.start() : at + len(words.exact)]
    return clip(line.text, at, min(len(line.text), at + len(words.exact)), 100)


def _moved_from(event: Event, deadline: Deadline) -> bool:
    """Whether an event is the day that a deadline had before it was moved."""
    if event.when is None or deadline.when is None or event.when[:10] == deadline.when[:10]:
        return False
    return all(any(overlap(one, told) for told in deadline.mentions) for one in event.mentions)


def ahead(desk: Desk) -> Iterator[Line]:
    """What is dated and still to come."""
    today = bounds(desk.now, desk.asked.timezone)
    coming = Wanted(
        layer="events", talks=desk.named, states=PLANNED, order="n.first, n.rank", since=desk.asked.since,
        happened_from=max(today[0] if today else "", desk.asked.happened_from or ""),
        happened_to=desk.asked.happened_to,
    )  # fmt: skip
    deadlines = list(desk.record.lists.page(replace(coming, layer="deadlines", states=RUNNING), AT_ONCE))
    for event in sorted(
        desk.record.lists.page(coming, AT_ONCE), key=lambda event: (event.when or "9999", event.id)
    ):
        if event.class_ == "DEADLINE" and any(_moved_from(event, one) for one in deadlines):
            continue
        edge = bounds(event.when, desk.asked.timezone) if event.when else None
        if edge and today and edge[1] >= today[1] and event.status in ("planned", "proposed"):
            line = sentence_line(
                desk.record,
                event.mentions[0],
                label=when_of(event),
                origins=event.origins,
                marks=("planned",),
            )
            if line:
                yield line
    for deadline in deadlines:
        if deadline.when and not desk.passed(deadline.when):
            line = sentence_line(
                desk.record,
                _plainest(desk, deadline.mentions),
                label=f"{desk.day(deadline.when)}:",
                marks=("deadline",),
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
