"""When a report could be known: stated by itself, or inferred as a window from what it names.

An inferred window rests on this report's own expressions and on reports whose own date is stated,
marked up or given; never on another inference, so no guess is built on a guess and the order of
arrival cannot matter. Two things are used: a named day without a year takes the year that brings it
nearest to the dated reports that tell of the same people; and an expression that hangs on the day of
publication ("last weekend") in a sentence that tells what a dated report tells of a certain day says
from which days that day can be so called.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from rapporteur.model import Address, DateBasis, Document, Reading, Timex, Window
from rapporteur.read.timex_context import direction_of
from rapporteur.read.timex_placing import placed
from rapporteur.read.timex_values import agreeing, bounds, day_of, place

_names_kept = 14
_neighbours_kept = 8
_fresh = timedelta(days=21)
_around = (
    timedelta(days=1),
    timedelta(days=3),
)  # a visit put off is told from the day before to three days after
_own = ("stated", "markup", "given")
_month_day = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_put_off = re.compile(r"\b(?:postpone[ds]?|cancel(?:l)?ed|called\s+off|put\s+off|scrapped|delayed)\b")
_still_to_come = re.compile(
    r"\b(?:deadline|by|if|through|until(?!\s+now)|till|before|due|expires?|would|will|could|scheduled|target|next|upcoming|planned|starting)\b",
    re.IGNORECASE,
)
_been_planned = re.compile(
    r"\b(?:had\s+been|has\s+been|was|were)\s+(?:originally\s+)?(?:scheduled|due|planned|set|expected|slated|to\s+have|supposed|to\s+be)\b"
)
_week_told_apart = re.compile(r"\blast\s+week(?:end)?\b|\bthe\s+weekend\b")
_capital = re.compile(r"(?<![.!?:“\"]\s)(?<!^)\b[A-Z][\w’'-]{2,}")
_common = re.compile(r"\b[a-z]{5,}\b")
Neighbours = Sequence[tuple[Document, Reading, Window]]


def stated(document: Document) -> Window | None:
    """The instant or day the report gives itself, its last update if there was one; None where it gives none."""
    said = document.updated or document.published
    if said is None or day_of(said.value) is None:
        return None
    basis = cast(DateBasis, said.basis if said.basis in _own else "markup")  # the page's address came with it
    return Window(first=said.value, last=said.value, basis=basis, reason="")


def keys(document: Document, reading: Reading) -> set[str]:
    """Exact strings under which reports of the same people and days find each other."""
    names = _names(reading)
    pairs = {f"pair:{a}|{b}" for i, a in enumerate(names) for b in names[i + 1 :]}
    return pairs | {f"day:{day}" for day in _named_days(reading.timexes)}


def _names(reading: Reading) -> list[str]:
    """The people most named, by last name, in alphabetical order."""
    named = Counter(
        m.name.split()[-1].lower().removesuffix("’s").removesuffix("'s")
        for m in reading.mentions
        if m.kind == "person" and m.name and m.name[0].isupper()
    )
    most = sorted(named, key=lambda name: (-named[name], name))[:_names_kept]
    return sorted(most)


def _named_days(timexes: Iterable[Timex]) -> set[str]:
    found = (_month_day.match(v) for t in timexes for v in (t.value or "", t.end_value or ""))
    return {f"{m.group(2)}-{m.group(3)}" for m in found if m}


def infer(document: Document, reading: Reading, neighbours: Neighbours) -> Window:
    """The window in which a report could be known, with the reason; unknown where nothing decides.

    `neighbours` are reports that share a key; those without a date of their own are left out here.
    """
    own = stated(document)
    if own is not None:
        return own
    near = _nearest(document, reading, neighbours)
    dated = [_Dated(d, r, cast(date, day_of(w.first or ""))) for d, r, w in near]
    told = _told(document, reading, [n.day for n in dated])
    if told is None:
        return Window(
            first=None,
            last=None,
            basis="unknown",
            reason="its days are years apart from each other's reports",
        )
    anchors = _anchors(document, reading, dated)
    return _window(document, reading, told, anchors, dated)


@dataclass(frozen=True, slots=True)
class _Dated:
    document: Document
    reading: Reading
    day: date


@dataclass(frozen=True, slots=True)
class _Told:
    """A named day with its year, and how the text speaks of it."""

    day: date
    how: str  # past, future, put off, open
    timex: Timex
    borrowed: bool  # the year is from elsewhere


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Days on which this report can have been published, for its expression to mean the other's day."""

    days: frozenset[date]
    mine: Address
    theirs: Address
    strong: bool  # a name and two common words shared


def _nearest(
    document: Document, reading: Reading, neighbours: Neighbours
) -> list[tuple[Document, Reading, Window]]:
    mine = keys(document, reading)
    scored = []
    for doc, read, window in neighbours:
        if window.basis not in _own or day_of(window.first or "") is None or doc.report == document.report:
            continue
        shared = mine & keys(doc, read)
        score = sum(3 if key.startswith("day:") else 1 for key in shared)
        if sum(key.startswith("pair:") for key in shared) >= 1:
            scored.append((-score, doc.report, doc, read, window))
    scored.sort(key=lambda s: (s[0], s[1]))
    best = -scored[0][0] if scored else 0
    return [(d, r, w) for score, _, d, r, w in scored[:_neighbours_kept] if -score * 2 >= best]


def _told(document: Document, reading: Reading, days: Sequence[date]) -> list[_Told] | None:
    """The named days with their years; None where the dated reports would give one day different years."""
    told = []
    for timex in reading.timexes:
        how = _how(document, reading, timex)
        for value in (timex.value, timex.end_value):
            found = _month_day.match(value or "")
            if found is None or value is None:
                continue
            stem = value[:10]
            own = found.group(1) != "XXXX"
            words = timex.span.exact.lower()  # "Wednesday, March 20" names its year itself
            placings = (
                {stem} if own else {agreeing(place(stem, None, None, day) or "", words) for day in days}
            )
            if len(placings) > 1:
                return None
            for placing in placings:
                there = day_of(placing)
                if there is not None:
                    told.append(_Told(there, how, timex, not own))
    return told


def _how(document: Document, reading: Reading, timex: Timex) -> str:
    """How the text speaks of a day: past, future, put off; or open, where no verb says, which bounds nothing."""
    low, high = _sentence(document, reading, timex)
    sentence = document.text[low:high]
    if _been_planned.search(sentence) and _put_off.search(sentence):
        return "put off"
    lower = document.text.lower()
    if len(lower) != len(document.text):
        return "open"
    way = direction_of(lower, timex.span.start, timex.span.end, low, high)
    if way == "past" and _still_to_come.search(
        document.text, max(low, timex.span.start - 60), min(high, timex.span.end + 30)
    ):
        return "open"
    return way or "open"


def _sentence(document: Document, reading: Reading, timex: Timex) -> tuple[int, int]:
    for sentence in reading.sentences:
        if sentence.start <= timex.span.start < sentence.end:
            return sentence.start, sentence.end
    low = document.text.rfind("\n", 0, timex.span.start) + 1
    high = document.text.find("\n", timex.span.end)
    return low, high if high >= 0 else len(document.text)


# --- anchors: the same thing told by a dated report ------------------------------------------------------


def _anchors(document: Document, reading: Reading, dated: Sequence[_Dated]) -> list[_Anchor]:
    if not dated:
        return []
    first = min(n.day for n in dated) - timedelta(days=30)
    last = max(n.day for n in dated) + timedelta(days=60)
    span = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    theirs = [
        (timex, there, _content(n.document, n.reading, timex))
        for n in dated
        for timex in n.reading.timexes
        if (there := bounds(placed(timex, n.day).value)) is not None and (there[1] - there[0]).days < 2
    ]
    anchors = []
    for timex in reading.timexes:
        if not (timex.value or "").startswith("XXXX-W"):
            continue  # "today" and "tomorrow" are often somebody's words on another day
        mine = _content(document, reading, timex)
        for other, there, content in theirs:
            names, rest = mine[0] & content[0], mine[1] & content[1]
            weekend = (timex.value or "").endswith("WE")
            if not (names and rest) and not (weekend and len(names) > 1):
                continue
            days = frozenset(d for d in span if _overlaps(bounds(placed(timex, d).value), there))
            if days:
                anchors.append(_Anchor(days, timex.id, other.id, bool(names) and len(rest) > 1))
    return anchors


def _overlaps(mine: tuple[date, date] | None, theirs: tuple[date, date]) -> bool:
    return mine is not None and mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _content(document: Document, reading: Reading, timex: Timex) -> tuple[frozenset[str], frozenset[str]]:
    """Places and names, and common words of five letters and more, in the words just round an expression."""
    low, high = _sentence(document, reading, timex)
    low, high = max(low, timex.span.start - 60), min(high, timex.span.end + 60)
    near = document.text[low : timex.span.start] + " " + document.text[timex.span.end : high]
    return frozenset(_capital.findall(near)), frozenset(_common.findall(near))


# --- the window --------------------------------------------------------------------------------------------


def _window(
    document: Document, reading: Reading, told: list[_Told], anchors: list[_Anchor], dated: Sequence[_Dated]
) -> Window:
    """From the newest day told as past; up to a day put off, a week named as a dated report has it, or a day ahead.

    A named day alone bounds the window on one side only: an old day can be told at any time after it.
    """
    reasons: list[str] = []
    evidence: list[Address] = []
    newest = max((t for t in told if t.how == "past"), key=lambda t: (t.day, t.timex.id), default=None)
    put_off = max((t for t in told if t.how == "put off"), key=lambda t: (t.day, t.timex.id), default=None)
    if newest is not None:
        reasons.append(f"after {newest.timex.span.exact}")
        evidence.append(newest.timex.id)
    if put_off is not None and (newest is None or put_off.day >= newest.day):
        first, last = put_off.day - _around[0], put_off.day + _around[1]
        reasons.append(f"near {put_off.timex.span.exact}, which was put off")
        evidence.append(put_off.timex.id)
    elif newest is not None:
        first, last = newest.day, newest.day + _fresh
    else:
        return Window(first=None, last=None, basis="unknown", reason="it names no day that dates it")
    days = {
        first + timedelta(days=i)
        for i in range((last - first).days + 1)
        if newest is None or first >= newest.day - _around[0]
    }
    bounded = put_off is not None
    narrowed, used = _narrowed(days, anchors)
    if used:
        days, bounded = narrowed, True
        words = sorted({_words(reading, a.mine) for a in used})
        reasons.append(f"“{'”, “'.join(words)}” told of a day that a dated report gives")
        evidence += [x for a in used for x in (a.mine, a.theirs)]
    for t in told:
        before = {d for d in days if d <= t.day}
        if t.how == "future" and before and before != days:
            days, bounded = before, True
            reasons.append(f"before {t.timex.span.exact}")
            evidence.append(t.timex.id)
    days = _own_week(document, reading, days)
    if any(t.borrowed for t in told) and dated:
        near = sorted({n.document.report for n in dated})[:3]
        reasons.append("year from " + ", ".join(near))
        evidence += near
    return Window(
        first=min(days if bounded else [first]).isoformat(),
        last=max(days).isoformat() if bounded else None,
        basis="inferred",
        reason="; ".join(reasons),
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _narrowed(days: set[date], anchors: list[_Anchor]) -> tuple[set[date], list[_Anchor]]:
    """The days that most anchors allow, and those anchors; no anchor speaks of these days: the days as they were."""
    votes = Counter(d for a in anchors for d in a.days if d in days)
    if not votes:
        return days, []
    most = max(votes.values())
    kept = {d for d in days if votes[d] == most}
    used = [a for a in anchors if a.days & kept]
    if not any(a.strong for a in used) and len({a.mine for a in used}) < 2:
        return days, []  # one loose likeness dates nothing
    return kept, used


def _words(reading: Reading, timex: Address) -> str:
    return next((t.span.exact for t in reading.timexes if t.id == timex), "")


def _own_week(document: Document, reading: Reading, days: set[date]) -> set[date]:
    """Days on which the report's words for its own week fit.

    "Earlier in the week" is not written on a Monday; and who writes "last week" or "last weekend" for
    the week before means this week by a bare past "Tuesday".
    """
    kept = days
    apart = _week_told_apart.search(document.text.lower()) is not None
    for timex in reading.timexes:
        if (
            timex.value == "XXXX-WXX"
            and timex.mod == "START"
            and timex.offset is None
            and timex.span.exact.lower().startswith("earlier")
        ):
            kept = {d for d in kept if d.isoweekday() > 1}
        found = re.match(r"XXXX-WXX-([1-7])", timex.value or "")
        if found and apart and timex.direction == "past" and timex.offset is None:
            same = {d for d in kept if d.isoweekday() >= int(found.group(1))}
            kept = same or kept
    return kept or days
