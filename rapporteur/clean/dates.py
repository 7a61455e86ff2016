"""When a page was published and updated, and what that rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rapporteur.clean.laid import Laid
from rapporteur.clean.page import Page
from rapporteur.clean.stamps import Stamp, find_stamps
from rapporteur.model import Document, Problem, Report, Stated

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_IN_URL = re.compile(
    r"(?<=[/\-_])(?:(?P<y>(?:19|20)\d\d)(?P<by>[/\-])(?P<m>\d{1,2})(?P=by)(?P<d>\d{1,2})|"
    r"(?P<y2>(?:19|20)\d\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01]))(?=[/\-._]|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Publication and last update, each with its basis, and what was doubtful."""

    published: Stated | None = None
    updated: Stated | None = None
    problems: tuple[Problem, ...] = ()


def normal(value: str | None) -> str | None:
    """A date as given or marked up, as an ISO date or a date-time with zone; None where it is neither."""
    if not value:
        return None
    match = _ISO.match(value.strip())
    if match:
        try:
            date.fromisoformat(match["day"])
        except ValueError:
            return None
        if match["clock"] and match["zone"]:
            zone = "+00:00" if match["zone"] == "Z" else match["zone"]
            zone = zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
            return f"{match['day']}T{match['clock']}{zone}"
        return match["day"]
    stamp = next(find_stamps(value), None)
    return stamp.value if stamp and not stamp.ambiguous else None


def in_url(url: str | None) -> str | None:
    """The day in an address such as /2026/06/08/, or None."""
    match = _IN_URL.search(url or "")
    if not match:
        return None
    try:
        parts = (
            (match["y"], match["m"], match["d"]) if match["y"] else (match["y2"], match["m2"], match["d2"])
        )
        return date(*(int(part) for part in parts)).isoformat()
    except ValueError:
        return None


def find_dates(report: Report, document: Document, page: Page, laid: Laid) -> Dates:
    """Publication and update: as given, else in the markup, else stamped on the page, else in the URL."""
    stamps = list(_header_stamps(document, page))
    problems: list[Problem] = []
    for stamp in stamps:
        if stamp.ambiguous:
            message = "The date may be read day first or month first and is left open."
            problems.append(Problem(code="date-ambiguous", message=message, start=stamp.start, end=stamp.end))
    stamps = [stamp for stamp in stamps if not stamp.ambiguous]

    def stated(stamp: Stamp | None) -> Stated | None:
        return Stated(value=stamp.value, span=document.span(stamp.start, stamp.end)) if stamp else None

    shown = next((stamp for stamp in stamps if stamp.role == "published"), None)
    shown = shown or next((stamp for stamp in stamps if not stamp.role), None)
    changed = next((stamp for stamp in stamps if stamp.role == "updated"), None)
    published = (
        _from(normal(report.given.published), "given")
        or _from(normal(laid.meta.published), "markup")
        or stated(shown)
        or stated(_in_dateline(document, page))
        or _from(in_url(report.given.url or laid.meta.url), "url")
    )
    updated = _finer(stated(changed), _from(normal(laid.meta.updated), "markup"))
    return Dates(published=published, updated=updated, problems=tuple(problems))


def _in_dateline(document: Document, page: Page) -> Stamp | None:
    """The day of a dateline that gives its year too: the day the report was filed."""
    span = document.dateline.span if document.dateline else None
    if span is None:
        return None
    return next(
        (stamp for stamp in find_stamps(page.text, span.start, span.end) if not stamp.ambiguous), None
    )


def _finer(one: Stated | None, other: Stated | None) -> Stated | None:
    """The first of two statements of a date, or the second where it gives the clock time of the same day."""
    if one is None or other is None:
        return one or other
    return other if "T" in other.value and one.value == other.value[:10] else one


def _from(value: str | None, basis: str) -> Stated | None:
    return Stated(value=value, basis=basis) if value else None


def _header_stamps(document: Document, page: Page) -> list[Stamp]:
    """The stamps on bylines and notices: never those of comments, teasers or the text itself."""
    found: list[Stamp] = []
    for block in document.blocks:
        if block.kind == "byline" or (block.kind == "notice" and block.end - block.start < 200):
            found += find_stamps(page.text, block.start, block.end)
    return found
