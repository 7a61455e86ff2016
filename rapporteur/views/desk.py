"""What the sections of a brief are made from: the record at a moment, one of its talks, the last brief sent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

from rapporteur.model import Event, Talks
from rapporteur.record import Record
from rapporteur.record.issued import Issued, issued
from rapporteur.record.judged import report_of
from rapporteur.record.moments import bounds
from rapporteur.record.query import happened
from rapporteur.views.docket import NONE, Docket
from rapporteur.views.view import Asked
from rapporteur.views.words import day_words

AT_ONCE = 300
"""Nouns of a kind, or new reports, that one brief looks at: the newest. It is a bound, not an aim."""
FRESH = 7  # days before the newest report that count as new where no brief was issued
LEAST = 3  # reports that count as new then, however old
MANY = 60  # reports on one negotiation from which on a week of it holds enough
_ORDER = {
    "AGREE": 0, "CONCEDE": 0, "REJECT": 1, "CONSULT": 1, "PROPOSE": 2, "SANCTION": 2, "THREATEN": 2, "REQUEST": 3,
}  # fmt: skip


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
        """Whether a noun of these talks belongs in the brief."""
        return self.talks is None or talks == self.talks.id

    @cached_property
    def newer(self) -> frozenset[str]:
        """The reports that may have become known since the last brief, of these talks, the newest `AT_ONCE`."""
        named = self.talks.id if self.talks else None
        return frozenset(self.record.lists.newer_than(self.since, named, AT_ONCE))

    def resting(self, layer: str) -> list[Any]:
        """The nouns of a layer with a member in these newer reports: asked of the record once a brief."""
        if layer not in self._resting:
            self._resting[layer] = self.record.lists.resting_on(layer, self.newer)
        return list(self._resting[layer])

    @cached_property
    def _resting(self) -> dict[str, list[Any]]:
        return {}

    @property
    def named(self) -> list[str] | None:
        """These talks as the lists want them."""
        return None if self.talks is None else [self.talks.id]

    def fresh(self, facts: Iterable[str]) -> bool:
        """Whether any of these could first be known since the last brief; an open end may be any day since."""
        lasts = [self.record.window(report_of(fact)).last or "9999" for fact in facts]
        return any(last >= self.since for last in lasts)

    @property
    def docket(self) -> Docket:
        """What the analyst asked to follow."""
        return self.asked.docket or NONE

    def passed(self, when: str | None) -> bool:
        """Whether a date lies before the moment the brief is written."""
        edge = bounds(when, self.asked.timezone) if when else None
        moment = bounds(self.now, self.asked.timezone)
        return edge is not None and moment is not None and edge[1] < moment[1]

    def day(self, when: str | None) -> str:
        """A date as people write it, with its year where that is not the year of the brief or of the newest report."""
        told = day_words(when)
        years = {self.now[:4], self.since[:4]}
        return (
            f"{told} {when[:4]}" if when and told and when[:4] not in years and when[:4] not in told else told
        )

    def in_order(self, events: Iterable[Event]) -> list[Event]:
        """The events of these talks, what matters in talks first, later days before earlier ones."""
        found = [event for event in events if self.ours(event.talks) and happened(event, self.asked)]
        found.sort(
            key=lambda event: (
                _ORDER.get(event.class_, 4), -_day_number(event.when), -(event.origins.count or 0), -len(event.mentions), event.id,
            )
        )  # fmt: skip
        return found


def desk_of(record: Record, asked: Asked, talks: Talks | None) -> Desk:
    """The desk at the moment asked about; new is what came since the last brief sent, else in the last days."""
    now = asked.as_of or asked.now or datetime.now(UTC).isoformat(timespec="seconds")
    sent = [one for one in issued(record.judgements(), talks.id if talks else None) if one.at <= now]
    latest = record.lists.latest(talks.id if talks else None)
    newest = (record.window(latest).last or "") if latest else ""
    edge = bounds(newest) if newest else None
    since = asked.since or (sent[-1].at if sent else "")
    if not since and edge is not None:
        since = (datetime.fromisoformat(edge[0].replace("Z", "+00:00")) - timedelta(days=FRESH)).isoformat()
        since = min(since, _third_last(record, talks))
    return Desk(record, asked, talks, now, since, sent[-1] if sent else None)


def _third_last(record: Record, talks: Talks | None) -> str:
    """When the last reports but two could first be known: where little is reported, a week is too short."""
    firsts = [
        record.window(report).first
        for report in (talks.reports if talks and len(talks.reports) <= MANY else ())
    ]
    known = sorted(first for first in firsts if first)
    return known[-LEAST] if len(known) >= LEAST else "9999"


def _day_number(when: str | None) -> int:
    """The first day of a date as a number that grows with time; 0 where there is none."""
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", when or "")
    return int(match[1]) * 10000 + int(match[2] or 0) * 100 + int(match[3] or 0) if match else 0
