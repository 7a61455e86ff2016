"""Moments and EDTF dates on one line: the first and the last instant a date may mean, and WHEN as people type it."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EARLIEST = "0001-01-01T00:00:00Z"
LATEST = "9999-12-31T23:59:59Z"
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASON = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 12),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
}


class NotAMoment(ValueError):
    """Words that are no WHEN."""


@lru_cache(maxsize=65536)
def bounds(edtf: str | None, zone: str = "UTC") -> tuple[str, str] | None:
    """The first and last instant (UTC, whole seconds) that an EDTF date or interval may mean; None if none."""
    if edtf is None:
        return None
    first, slash, last = edtf.partition("/")
    if not slash:
        return _bounds(first, zone)
    low = (EARLIEST, EARLIEST) if first in ("", "..") else _bounds(first, zone)
    high = (LATEST, LATEST) if last in ("", "..") else _bounds(last, zone)
    return None if low is None or high is None else (low[0], high[1])


def lower(when: str, zone: str = "UTC") -> str:
    """WHEN as a lower bound: a bare date is its start; NotAMoment where it is none."""
    return _when(when, zone)[0]


def upper(when: str, zone: str = "UTC") -> str:
    """WHEN as an upper bound: a bare date is its end; NotAMoment where it is none."""
    return _when(when, zone)[1]


def _when(when: str, zone: str) -> tuple[str, str]:
    found = None if "/" in when else _bounds(when.strip(), zone)
    if found is None:
        raise NotAMoment(
            f"{when!r} is no date: give 2025-11-23, or 2025-11-23T18:00 with a zone such as Z or +02:00."
        )
    return found


def zone_of(name: str) -> ZoneInfo:
    """A time zone by name; NotAMoment where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise NotAMoment(f"{name!r} is no time zone: give one such as Europe/Kyiv or UTC.") from error


def _bounds(given: str, zone: str) -> tuple[str, str] | None:
    bare = given.rstrip("?~%")
    if "T" in bare:
        return _instant(bare, zone)
    found = _DATE.fullmatch(bare)
    if found is None:
        return None
    year, month, day = (None if part is None else int(part) for part in found.groups())
    assert year is not None
    first_month, last_month = (1, 12) if month is None else _SEASON.get(month, (month, month))
    try:
        low = datetime(year, first_month, day or 1, tzinfo=zone_of(zone))
        last = day or calendar.monthrange(year, last_month)[1]
        high = datetime(year, last_month, last, 23, 59, 59, tzinfo=zone_of(zone))
        return _utc(low), _utc(high)
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def _instant(given: str, zone: str) -> tuple[str, str] | None:
    try:
        moment = datetime.fromisoformat(given)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone_of(zone))
        # To the hour or the minute, a moment reaches to the end of it.
        clock = re.sub(r"(?:Z|[+-]\d\d:?\d\d)$", "", given.partition("T")[2])
        width = {0: timedelta(minutes=59, seconds=59), 1: timedelta(seconds=59)}.get(
            clock.count(":"), timedelta()
        )
        return _utc(moment), _utc(moment + width)
    except (ValueError, OverflowError):
        return None


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def just_before(moment: str, *, days: int = 0) -> str:
    """The last second before a moment, or before the same moment some days earlier."""
    found = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    try:
        return _utc(found - timedelta(days=days, seconds=1))
    except OverflowError:
        return EARLIEST
