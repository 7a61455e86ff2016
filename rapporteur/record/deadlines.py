"""Deadlines across reports: one day by which somebody must do one thing, and how it softens.

A node is one deadline mention. Two are one where the day is the same and something else is too: who, what, or the
report. An undated one joins the only dated one its report tells of. One that has been moved joins the one it was
moved from, where who or what is the same; the day last told then counts.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

from rapporteur.model import Deadline, DeadlineStatus, Mention
from rapporteur.read.times import resolve
from rapporteur.record import names, wording
from rapporteur.record.events import dates_of
from rapporteur.record.happenings import day
from rapporteur.record.layer import Dated, Group, Join, Layer, Lookup, Node
from rapporteur.record.talks import talks_of

NEAR = 10  # days between two reports that tell of an undated deadline
LATER: tuple[DeadlineStatus, ...] = ("set", "softened", "passed", "met", "lifted")
"""Which status stands where reports of one day give several: the later in this row."""
DIFFER = "their days differ"
CAST = 3  # names two reports share, for "both sides" to be the same sides
MOVED = 120  # days between the old day of a deadline and its new one
LATE = 3  # days after its day by which a deadline may still be told to have moved
FOREMOST = 6  # names of a report under which a deadline that says nothing of itself is looked for
_ENDS = re.compile(r"(?:by |at )?(?:the )?(?:(?:very )?end|close)[ -]of\b")


def nodes(dated: Dated) -> Iterator[Node]:
    """One node a deadline mention."""
    reading = dated.entry.reading
    timexes = {timex.id: timex for timex in reading.timexes}
    cast = _cast(reading.mentions)
    for deadline in reading.deadlines:
        timex = timexes.get(deadline.when or "")
        when = resolve(timex, dated.window) if timex is not None else None
        if timex is not None and when is not None and _ENDS.match(timex.span.exact.lower()):
            when = _last_day(when)  # "by the end of March" is by its last day
        dates = dates_of(when)
        who = names.party_of(deadline.who) or (names.plain(deadline.who) if _named(deadline.who) else None)
        data: dict[str, Any] = {
            "report": reading.report,
            "who": deadline.who,
            "party": who,
            "demand": deadline.demand,
            "stems": sorted(set(wording.stems(deadline.demand or ""))),
            "else": sorted(set(wording.stems(deadline.consequence or ""))),
            "consequence": deadline.consequence,
            "when": when,
            "dates": dates,
            "known": [dated.window.first, dated.window.last],
            "status": deadline.status,
            "moved": deadline.rule == "moved",
            "given": deadline.rule in ("named", "until", "ultimatum"),
            "called": deadline.rule in ("named", "moved"),
            "both": deadline.who.lower() if deadline.who and who is None else None,
            "cast": cast,
            "said": wording.stems(deadline.span.exact)[:12],
        }
        yield Node(
            key=deadline.id,
            address=deadline.id,
            report=reading.report,
            blocks=tuple(sorted(set(_blocks(data)))),
            data=data,
        )


def _cast(mentions: Sequence[Mention]) -> list[str]:
    """Who and what a report names most: by them "both sides" of two reports are told to be the same."""
    counted = Counter(
        names.plain(one.name)
        for one in mentions
        if one.kind in ("person", "organisation", "place") and one.name[:1].isupper()
    )
    return sorted(
        name for name, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:24] if name
    )


def _named(who: str | None) -> bool:
    """Whether those who must act have a name: “both sides” of one report are not those of another."""
    return who is not None and any(
        word[:1].isupper() for word in who.split() if word.lower() not in ("the", "both")
    )


def _pairs(stems: Sequence[str]) -> Iterator[tuple[str, str]]:
    return itertools.combinations(stems[:5], 2)


def _last_day(when: str) -> str:
    dates = dates_of(when)
    return dates[1] if dates is not None else when


def _blocks(data: dict[str, Any]) -> Iterator[str]:
    yield f"report|{data['report']}"
    if data["dates"] is None:
        return
    first, last = day(data["dates"][0]), day(data["dates"][1])
    if first is None or last is None:
        return
    if (last - first).days <= 9:
        yield from (f"day|{first + timedelta(days=n)}" for n in range((last - first).days + 1))
    yield f"month|{_month(last)}|{data['party'] or ''}"
    what = [*([data["party"]] if data["party"] else []), *("|".join(two) for two in _pairs(_telling(data)))]
    season = last.year * 4 + last.month // 4
    for back in range(3 if data["moved"] else 1):  # what moves may have stood some months before
        yield from (f"was|{season - back}|{one}" for one in what)
    yield from (f"month|{_month(last)}|{stem}" for stem in data["stems"][:6])
    if first == last and (_silent(data) or data["given"]):
        reach = range(3 if data["moved"] else 1)
        yield from (f"cast|{season - back}|{name}" for back in reach for name in data["cast"][:FOREMOST])


def _month(when: date) -> str:
    return f"{when:%Y-%m}"


def join(left: Node, right: Node) -> Join | None:
    """The rules in order."""
    a, b = left.data, right.data
    if apart(a, b):
        return None
    shared = len(set(a["stems"]) & set(b["stems"])) + len(set(a["else"]) & set(b["else"]))
    same_who = a["party"] is not None and a["party"] == b["party"]
    if _moved(a, b):
        return Join(strength=0.5, rule="the same, on another day")
    same_who = same_who or (
        a["both"] is not None and a["both"] == b["both"] and len(set(a["cast"]) & set(b["cast"])) >= CAST
    )
    if _alike(a, b):
        return Join(strength=0.6, rule="the deadline of that day, of the same names")
    if a["dates"] is not None and b["dates"] is not None:
        if a["report"] == b["report"] or same_who:
            return Join(strength=0.9, rule="same day, same report or party")
        return Join(strength=0.8, rule="same day and demand") if shared >= 2 else None
    if a["report"] != b["report"]:
        return None
    if shared >= 1 or same_who:
        return Join(strength=0.6, rule="told again without its day")
    if a["dates"] is not None or b["dates"] is not None:
        return Join(strength=0.4, rule="the only dated deadline of its report")
    return None


def _alike(a: Any, b: Any) -> bool:
    """Whether two reports on the same people speak of “the deadline” of one day, neither saying more against it."""
    called = a["called"] and b["called"] and a["dates"] is not None and a["dates"] == b["dates"]
    if not called or a["dates"][0] != a["dates"][1]:
        return False
    silent = not _telling(a) or not _telling(b) or bool(set(_telling(a)) & set(_telling(b)))
    return silent and len(set(a["cast"]) & set(b["cast"])) >= CAST + 1


def apart(a: Any, b: Any) -> str | None:
    """Why two are not one deadline; None where nothing stands against it."""
    if (
        a["dates"] is not None
        and b["dates"] is not None
        and not _meet(a["dates"], b["dates"])
        and not _moved(a, b)
    ):
        return DIFFER
    if a["party"] is not None and b["party"] is not None and a["party"] != b["party"]:
        return "others must act"
    return None


def _moved(a: Any, b: Any) -> bool:
    """Whether one tells of the other with another day: “extended the deadline to …”, of the same who or what."""
    if (
        not (a["moved"] or b["moved"])
        or a["dates"] is None
        or b["dates"] is None
        or _meet(a["dates"], b["dates"])
    ):
        return False
    if a["party"] is not None and b["party"] is not None and a["party"] != b["party"]:
        return False
    if _put_off(a, b) or _put_off(b, a):
        return True
    one, other = sorted((a, b), key=lambda data: str(data["dates"][0]))
    if not other["moved"]:
        return False  # moved to an earlier day than one told of: that is another
    first, last = day(one["dates"][1]), day(other["dates"][0])
    if first is None or last is None or (last - first).days > MOVED:
        return False
    same_who = a["party"] is not None and a["party"] == b["party"]
    return same_who or a["report"] == b["report"] or len(set(_telling(a)) & set(_telling(b))) >= 2


def _silent(data: Any) -> bool:
    """Whether a deadline is told to have moved, and neither whose it is nor for what."""
    return bool(data["moved"] and data["party"] is None and data["both"] is None and not _telling(data))


def _put_off(was: Any, now: Any) -> bool:
    """Whether “the deadline was moved to …” is said of one that was still to come, among the same names."""
    if not _silent(now) or not was["given"] or was["dates"][0] != was["dates"][1]:
        return False
    old, new = day(was["dates"][0]), day(now["dates"][0])
    told, moved = day(was["known"][0] or ""), day(now["known"][0] or "")
    if old is None or new is None or told is None or moved is None:
        return False
    pending = told <= moved <= old + timedelta(days=LATE)
    return (
        pending and timedelta(0) < new - old <= timedelta(days=MOVED)
        and len(set(was["cast"]) & set(now["cast"])) >= CAST + 1
    )  # fmt: skip


def _telling(data: Any) -> list[str]:
    """The stems of a demand that say what it is about."""
    return [stem for stem in data["stems"] if stem not in _PLAIN]


_PLAIN = frozenset(["reach", "make", "get", "final", "new", "give"])


def _meet(left: Sequence[str], right: Sequence[str]) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]


def conflict(left: Sequence[Node], right: Sequence[Node]) -> str | None:
    """Why two groups are two deadlines, although a pair of them would join."""
    rows = [one.data for one in (*left, *right) if one.data["dates"] is not None]
    for a, b in itertools.product(left, right):
        why = apart(a.data, b.data)
        if why is not None and not (why == DIFFER and _bridged(rows, a.data, b.data)):
            return why
    return None


def _bridged(rows: Sequence[Any], a: Any, b: Any) -> bool:
    """Whether the day of the one is moved to that of the other by any of those told with them."""
    return any(
        move["moved"]
        and _meet(move["dates"], new["dates"])
        and any(_meet(row["dates"], old["dates"]) and _moved(move, row) for row in rows)
        for old, new in ((a, b), (b, a))
        for move in rows
    )


def sum_up(group: Group) -> Deadline | None:
    """The deadline a group of mentions tells of; one with neither day nor demand is none."""
    rows = group.nodes
    dated = [row for row in rows if row.data["dates"] is not None]
    if moved := [row for row in dated if row.data["moved"]]:  # the last of the days it was moved to
        last = max(str(row.data["dates"][0]) for row in moved)
        dated = [row for row in dated if str(row.data["dates"][1]) >= last]
    whens = sorted({str(row.data["when"]) for row in dated}, key=lambda when: (_width(when), when))
    demand = max((row.data["demand"] or "" for row in rows), key=lambda said: (len(said), said)) or None
    who = max((row.data["who"] or "" for row in rows), key=lambda said: (len(said), said)) or None
    when = whens[0] if whens else None
    if when is None and demand is None:
        return None
    held = dates_of(when)
    rows = tuple(
        row for row in rows if held is None or row.data["dates"] is None or _meet(row.data["dates"], held)
    )
    latest = max(
        rows, key=lambda row: (row.data["known"][0] or "", LATER.index(row.data["status"]), row.address)
    )
    same = [row.data["status"] for row in rows if row.data["known"] == latest.data["known"]]
    status: DeadlineStatus = max((one for one in get_args(DeadlineStatus) if one in same), key=LATER.index)
    return Deadline(
        id=group.id,
        who=who,
        demand=demand,
        consequence=next((row.data["consequence"] for row in group.nodes if row.data["consequence"]), None),
        when=when,
        status=status,
        mentions=tuple(row.address for row in group.nodes),
    )


def _width(when: str) -> int:
    dates = dates_of(when)
    first, last = (day(dates[0]), day(dates[1])) if dates is not None else (None, None)
    return (last - first).days if first is not None and last is not None else 10_000


def finish(deadline: Deadline, group: Group, lookup: Lookup) -> Deadline:
    """Adds the talks it belongs to."""
    talks = talks_of(deadline.id, lookup)
    return replace(deadline, talks=talks.id if talks is not None else None)


LAYER = Layer(name="deadlines", nodes=nodes, join=join, sum_up=sum_up, conflict=conflict, finish=finish)
