"""Events: one happening, whatever the reports call it, with its life from proposal to held.

A node is one event mention. Utterances that are only a speaker's words are statements, and a pattern
("almost daily by phone") is no event on a day: neither becomes a node. See `happenings` for what joins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from rapporteur.languages.en import titles
from rapporteur.model import (
    Address,
    Event,
    EventClass,
    EventMention,
    Happened,
    Mention,
    Origins,
    Participant,
    Reading,
    Status,
    Timex,
    Window,
)  # fmt: skip
from rapporteur.read.times import resolve
from rapporteur.record import names, wording
from rapporteur.record.chains import chains, key_of
from rapporteur.record.happenings import blocks, conflict, day, join
from rapporteur.record.layer import Dated, Group, Layer, Lookup, Node
from rapporteur.record.moments import bounds
from rapporteur.record.origins import origins_of
from rapporteur.record.talks import talks_of

UNKNOWN = Origins(origins=(), count=None, least=None)
FINAL: tuple[Status, ...] = ("held", "cancelled", "postponed", "ongoing", "planned", "proposed", "denied")
"""Which status an event has where reports give several: the earlier in this row, once it is known."""
CHANGED = 120  # days: what is told as past so long after a report came out was written into it later
_ROLES = ("leader", "source", "target", "member", "host", "absent")


def nodes(dated: Dated) -> Iterator[Node]:
    """One node an event mention that tells of a happening."""
    reading, text = dated.entry.reading, dated.entry.document.text
    who = _who(reading)
    mentions = {mention.id: mention for mention in reading.mentions}
    kinds = {mention.id: mention.kind for mention in reading.mentions}
    timexes = {timex.id: timex for timex in reading.timexes}
    last = day(dated.window.last)
    order = {one.start: n for n, one in enumerate(reading.sentences)}
    roster = any(event.mode == "delegation" for event in reading.event_mentions)
    for event in reading.event_mentions:
        if event.recurring or event.mode == "say" or not _tells(event):
            continue
        timex = timexes.get(event.when) if event.when else None
        when = _day_of(event, timex, dated.window) if timex is not None else None
        dates = dates_of(when)
        status = event.status
        status = _in_time(event, status, dates, last)
        place = mentions.get(event.place) if event.place else None
        people = [
            {
                **who[one.mention],
                "role": one.role,
                "exact": one.exact,
                "mention": one.mention,
                "group": kinds[one.mention] == "group",
            }
            for one in event.participants
            if one.mention in who and one.mention != event.place and _elsewhere(who[one.mention], place)
        ]
        sentence = event.sentence
        data: dict[str, Any] = {
            "report": reading.report,
            "family": event.class_,
            "mode": event.mode,
            "lemma": event.rule.partition("/")[0] + "|" + event.trigger.exact.lower(),
            "status": status,
            "when": when,
            "dates": dates,
            "known": [dated.window.first, dated.window.last],
            "place": _place_key(place),
            "place_name": place.name if place is not None else None,
            "people": people,
            "parties": sorted({one["party"] for one in people if one["party"]}),
            "keys": sorted({key for one in people for key in _keys(one)}),
            "others": [[one.role, one.exact] for one in event.participants if one.mention not in who],
            "stems": sorted(set(wording.stems(sentence.exact)))[:40] if sentence is not None else [],
            "sentence": sentence.start if sentence is not None else None,
            "nth": order.get(sentence.start) if sentence is not None else None,
            "back": sentence is not None and titles.LOOKS_BACK.search(sentence.exact) is not None,
            "ordinal": _ordinal(event, text),
            "delegation": event.mode == "delegation",
            "title": titles.clause(text, event.trigger.start, event.trigger.end, sentence),
        }
        yield Node(
            key=event.id,
            address=event.id,
            report=reading.report,
            blocks=tuple(sorted({*blocks(data), *_roster_block(data, roster)})),
            data=data,
        )


_WEEKDAY = re.compile(r"XXXX-WXX-\d(?:T\w+)?$")


def _day_of(event: EventMention, timex: Timex, window: Window) -> str | None:
    """The day of a happening; what is planned for a bare weekday lies ahead, whatever the tense around it."""
    when = resolve(timex, window)
    bare = _WEEKDAY.match(timex.value or "") is not None and not timex.span.exact.lower().startswith("last")
    if event.status == "planned" and event.class_ != "DEADLINE" and bare and timex.direction != "future":
        dates, last = dates_of(when), day(window.last)
        if dates is not None and last is not None and (day(dates[1]) or last) < last:
            return resolve(replace(timex, direction="future"), window) or when
    return when


def _in_time(event: EventMention, status: Status, dates: list[str] | None, last: date | None) -> Status:
    """The status as the day of the report and that of the happening allow.

    The past tense of a day that had not come tells of a plan; that of a day months off stands in a page
    changed since. A present tense of a day gone by, “speaks with … in October 1991”, is a caption's.
    """
    first = day(dates[0]) if dates is not None else None
    if first is None or last is None or dates is None:
        return status
    if status == "held" and 0 < (first - last).days <= CHANGED:
        return "planned"
    gone = (day(dates[1]) or last) < last
    return "held" if gone and status in ("planned", "ongoing") and event.rule.endswith("/present") else status


def _roster_block(data: dict[str, Any], roster: bool) -> Iterator[str]:
    """Where a report says who came, what it says of the talks meets it."""
    if roster and data["family"] == "CONSULT" and data["status"] == "held":
        yield f"roster|{data['report']}"


def _tells(event: EventMention) -> bool:
    """Whether a mention is of a happening that a timeline can hold."""
    if event.status == "proposed":
        return event.class_ == "CONSULT" and (event.when is not None or event.place is not None)
    if event.status == "denied":
        return event.class_ in ("CONSULT", "AGREE")
    if event.status == "ongoing":
        return not event.rule.endswith("/present")
    return True


def dates_of(when: str | None) -> list[str] | None:
    """First and last day of an EDTF date; None where it has an open end."""
    if when is None or ".." in when:
        return None
    found = bounds(when)
    return [found[0][:10], found[1][:10]] if found is not None else None


def _who(reading: Reading) -> dict[Address, dict[str, Any]]:
    """Address of a mention → the name keys it goes by, and the party it speaks for."""
    found: dict[Address, dict[str, Any]] = {}
    for chain in chains(reading):
        keyed = key_of(chain)
        if keyed is None:
            continue
        data = keyed[1]
        party = next((p for m in chain if (p := names.party_of(m.affiliation))), None)
        if data["class"] != "p":
            party = party or names.party_of(chain[0].name)
        who = {**data, "party": party, "name": _fullest(chain)}
        if data["class"] == "x":
            who["key"] = data["key"].removesuffix(" people")
        found.update((mention.id, who) for mention in chain)
    return found


def _fullest(chain: Sequence[Mention]) -> str:
    named = [m for m in chain if m.kind != "role"] or list(chain)
    return max(named, key=lambda m: (len(m.name), -m.span.start)).name


def _keys(one: dict[str, Any]) -> Iterator[str]:
    if one["class"] == "p":
        yield f"p:{names.sound(names.surname(tuple(one['tokens'])))}"
    elif one["class"] == "x":
        yield f"x:{one['key']}"
    if one["party"]:
        yield f"party:{one['party']}"


def _elsewhere(who: dict[str, Any], place: Mention | None) -> bool:
    """Whether somebody who takes part is not merely the place named again."""
    return place is None or who["class"] == "p" or who["key"] != names.thing_key(place.name)


def _place_key(place: Mention | None) -> str | None:
    return names.thing_key(place.name) if place is not None else None


def _ordinal(event: EventMention, text: str) -> str | None:
    """Which in a row it is, where its own words count it: “the second round”."""
    before = text[max(0, event.trigger.start - 30) : event.trigger.start].lower().split()[-3:]
    return next((word for word in before if word in titles.ORDINALS), None)


def sum_up(group: Group) -> Event | None:
    """The event a group of mentions tells of."""
    rows = group.nodes
    statuses = {row.data["status"] for row in rows}
    status: Status = next(one for one in FINAL if one in statuses)
    when = _when(rows, status)
    place = _most(row.data["place_name"] for row in rows if row.data["place_name"])
    people = _people(rows)
    classes = Counter(str(row.data["family"]) for row in rows)
    family = min(classes, key=lambda one: (-classes[one], one))
    class_: EventClass = next(one for one in get_args(EventClass) if one == family)
    return Event(
        id=group.id,
        class_=class_,
        title=_title(rows, class_, status, place, people),
        status=status,
        history=_history(rows),
        when=when,
        place=place,
        participants=people,
        mentions=tuple(row.address for row in rows),
        talks=None,
        origins=UNKNOWN,
    )


def _most(values: Iterator[str]) -> str | None:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], -len(value), value)) if counted else None


def _when(rows: Sequence[Node], status: Status) -> str | None:
    """The narrowest date given, those of the final status first; the most given one among equals."""
    dated = [row for row in rows if row.data["dates"] is not None]
    of_status = [row for row in dated if row.data["status"] == status]
    counted = Counter(str(row.data["when"]) for row in of_status or dated)
    width = {str(row.data["when"]): _width(row.data["dates"]) for row in dated}
    if not counted:
        return _most(str(row.data["when"]) for row in rows if row.data["when"] is not None)
    return min(counted, key=lambda value: (width[value], -counted[value], value))


def _width(dates: Sequence[str]) -> int:
    first, last = day(dates[0]), day(dates[1])
    return (last - first).days if first is not None and last is not None else 10_000


def _people(rows: Sequence[Node]) -> tuple[Participant, ...]:
    """Everybody named, once, under the fullest name; the first role in `_ROLES` that a report gives."""
    found: list[tuple[dict[str, Any], Address]] = []
    for row in rows:
        for one in row.data["people"]:
            at = next((n for n, (other, _) in enumerate(found) if _one(one, other)), None)
            if at is None:
                found.append((one, row.address))
                continue
            kept, address = found[at]
            role = min(one["role"], kept["role"], key=_ROLES.index)
            fuller = one if len(one["name"]) > len(kept["name"]) else kept
            found[at] = ({**fuller, "role": role}, address)
    made = [
        Participant(
            role=one["role"], exact=one["exact"] if one["group"] else one["name"], mention=one["mention"]
        )
        for one, _ in found
    ]
    if not made:
        others = {(role, exact) for row in rows for role, exact in row.data["others"]}
        made = [Participant(role=role, exact=exact) for role, exact in sorted(others)]
    return tuple(sorted(made, key=lambda one: (_ROLES.index(one.role), one.exact)))


def _one(left: dict[str, Any], right: dict[str, Any]) -> bool:
    if left["class"] != right["class"]:
        return False
    if left["class"] == "p":
        return names.same_person(tuple(left["tokens"]), tuple(right["tokens"])) is not None
    return bool(left["key"] == right["key"])


def _history(rows: Sequence[Node]) -> tuple[Happened, ...]:
    """What each report gave as its status, in the order in which it could be known."""
    steps = {(_known(row), row.report, str(row.data["status"])) for row in rows}
    order = {status: n for n, status in enumerate(reversed(FINAL))}
    ordered = sorted(steps, key=lambda step: (step[0] or "9999", order[step[2]], step[1]))  # type: ignore[index]
    found: list[Happened] = []
    for known, report, status in ordered:
        named: Status = next(one for one in FINAL if one == status)
        if not any(one.status == named and one.report == report for one in found):
            found.append(Happened(status=named, known_from=known, report=report))
    return tuple(found)


def _known(row: Node) -> str | None:
    first, last = row.data["known"]
    if first is None or first == last:
        return str(first) if first is not None else None
    return f"{first}/{last}" if last is not None else f"{first}/.."


def _title(
    rows: Sequence[Node], class_: EventClass, status: Status, place: str | None, people: Sequence[Participant]
) -> str:
    """In plain words: who met where; for all else the words of the fullest clause."""
    modes = Counter(str(row.data["mode"]) for row in rows if row.data["mode"] not in titles.WEAK_MODES)
    mode = min(modes, key=lambda one: (-modes[one], one)) if modes else "meeting"
    named = list(dict.fromkeys(one.exact for one in people))
    if class_ == "CONSULT" and (len(named) >= 2 or (named and place)):
        return titles.meeting(mode, named, place)
    best = [row for row in rows if row.data["status"] == status] or list(rows)
    names_ = [one.exact.split()[-1] for one in people]
    return min((str(row.data["title"]) for row in best), key=lambda title: (_clumsy(title, names_), title))


def _clumsy(title: str, named: Sequence[str]) -> int:
    """How ill a clause serves as a title: cut at its beginning, without its actors, short or long."""
    cut = 60 * title.startswith("…") + 15 * title.endswith("…") + 40 * title[:1].islower()
    return cut + abs(len(title) - 80) - 25 * sum(name in title for name in named[:3])


def finish(event: Event, group: Group, lookup: Lookup) -> Event:
    """Adds on whose word it is known, and the talks it belongs to."""
    parties = {party for row in group.nodes for party in row.data["parties"]}
    talks = talks_of(event.id, lookup, parties)
    origins = origins_of(event.mentions, lookup)
    return replace(event, origins=origins, talks=talks.id if talks is not None else None)


LAYER = Layer(name="events", nodes=nodes, join=join, sum_up=sum_up, conflict=conflict, finish=finish)
