"""What is not known, for the brief: refusals to say, and what the record itself misses."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.model import Event, Unknown
from rapporteur.record import Wanted
from rapporteur.record.unknowns import HELD
from rapporteur.views.desk import AT_ONCE, Desk
from rapporteur.views.lines import Line, opens_with_pronoun, sentence_line
from rapporteur.views.timeline import PLANNED

EACH = 40  # disagreements of a kind, gaps of a kind, positions of a party


def not_known(desk: Desk) -> Iterator[Line]:
    """Refusals to say first, then what the record itself misses."""
    order = {"refusal": 0, "count": 1, "date": 2, "outlet": 3, "cited": 4}
    held = desk.resting("unknowns")
    for about in order:
        wanted = Wanted(layer="unknowns", talks=desk.named, states=[about], since=desk.asked.since)
        held += desk.record.lists.page(wanted, EACH)
    found = [
        one for one in {one.id: one for one in held}.values() if desk.ours(one.talks) and one.about != HELD
    ]  # fmt: skip
    kinds: dict[str, int] = {}
    days: set[str] = set()
    # of refusals, those whose sentence names who refused come first
    found.sort(
        key=lambda one: (
            order.get(one.about, 9),
            opens_with_pronoun(desk.record, one.evidence[0]),
            not desk.fresh(one.evidence),
            one.id,
        )
    )
    for one in sorted(found, key=lambda one: (in_turn(one.about, kinds) > 2, order.get(one.about, 9))):
        if one.about == "refusal":
            line = sentence_line(desk.record, one.evidence[0], width=130)
            if line:
                yield line
        elif one.about != "date":
            yield Line(text=one.text, facts=one.evidence, own=True)
        elif (day := _put_off_from(desk, one)) not in days and not _set_again(desk, one, day):
            days.add(day)
            yield Line(text=one.text, facts=one.evidence, own=True)


def _put_off_from(desk: Desk, one: Unknown) -> str:
    """The day a meeting was put off from; the gap itself where that is not told."""
    event = desk.record.noun_of("events", one.evidence[0])
    return event.when[:10] if isinstance(event, Event) and event.when else one.id


def _set_again(desk: Desk, one: Unknown, day: str) -> bool:
    """Whether a later meeting of the same people is planned, or was held, since one was put off from a day."""
    off = desk.record.noun_of("events", one.evidence[0])
    if ":" in day or not isinstance(off, Event) or desk.talks is None:
        return False
    mine = {p.exact.split()[-1] for p in off.participants if p.exact[:1].isupper()}
    sides = {party.split()[-1] for party in desk.talks.parties}
    later = Wanted(layer="events", talks=desk.named, states=(*PLANNED, "held"), happened_from=day)
    for event in desk.record.lists.page(later, AT_ONCE):
        if event.class_ != "CONSULT" or (event.when or "")[:10] <= day:
            continue
        names = {p.exact.split()[-1] for p in event.participants}
        both = any(p.exact.lower().startswith(_BOTH) for p in event.participants)
        if (len(mine) > 1 and mine <= names) or (mine <= sides and both):
            return True
    return False


_BOTH = (
    "the two ",
    "two ",
    "both ",
    "the delegations",
    "delegations",
    "the sides",
    "negotiators",
    "the parties",
)


def in_turn(kind: str, kinds: dict[str, int]) -> int:
    """One of each kind in turn, so that one kind does not fill the screen."""
    kinds[kind] = kinds.get(kind, 0) + 1
    return kinds[kind]
