"""What every page needs: the record as asked, links that carry the question along, short references."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import HTMLResponse

from rapporteur.ledger import Store
from rapporteur.present.html.render import LEGEND, address_of, render
from rapporteur.record import Record, open_record
from rapporteur.record.moments import lower, upper, zone_of
from rapporteur.views.docket import docket_beside
from rapporteur.views.view import Asked
from rapporteur.views.words import moment_words
from rapporteur.web.moments import Moments
from rapporteur.web.safety import CSRF_COOKIE, Guard

PAGE = 50  # rows of a table at a time
TRAVELS = ("as_of", "as_we_had", "happened_from", "happened_to", "since", "strict", "timezone", "talks", "by", "about", "words", "zoom", "clock", "kind", "offset")  # fmt: skip
GOES_EVERYWHERE = ("as_of", "as_we_had", "strict", "timezone", "talks")
ANALYST_COOKIE = "rapporteur-analyst"
PAGES = (
    ("/", "Today"), ("/timeline", "Timeline"), ("/positions", "Positions"), ("/drafts", "Drafts"),
    ("/statements", "Statements"), ("/sources", "Sources"), ("/people", "People"),
    ("/disagreements", "Disagreements"), ("/reports", "Reports"), ("/review", "Review"), ("/search", "Search"),
    ("/vet", "Vet"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the server works with: the record's store, who may come in, and the clock."""

    store: Store
    guard: Guard
    clock: Callable[[], datetime]
    moments: Moments = field(default_factory=Moments)

    def now(self) -> str:
        """The moment, UTC, to the second."""
        return self.clock().isoformat(timespec="seconds").replace("+00:00", "Z")

    def record(self) -> Record:
        """The record as it stands now, for one answer; use it in a `with`."""
        record = open_record(self.store, lend=self.moments.lend)
        self.moments.forget_old(record)
        return record


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One call of a page: what was asked, and what travels along in its links."""

    request: Request
    asked: Asked
    kept: Mapping[str, str]
    guard: Guard
    record_name: str

    @property
    def csrf(self) -> str:
        """The token for this browser's forms."""
        return self.guard.csrf(self.request.cookies.get(CSRF_COOKIE) or session_of(self.request))

    def link(self, path: str, **changes: object) -> str:
        """A link within the workbench that keeps the as-of date and, on the same page, the filters."""
        here = path == self.request.url.path
        kept = {name: value for name, value in self.kept.items() if here or name in GOES_EVERYWHERE}
        if here and "offset" not in changes:
            kept.pop("offset", None)
        return address_of(quote(path, safe="/:@~-_."), kept, changes)


def session_of(request: Request) -> str:
    """A name for this browser, made on its first page and kept in a cookie by the door."""
    if not hasattr(request.state, "session"):
        request.state.session = secrets.token_urlsafe(18)
    return str(request.state.session)


def asked_of(kept: Mapping[str, str], now: str, limit: int | None = PAGE) -> Asked:
    """What an address asks, WHEN read as the commands read it; ValueError in one sentence where it is none."""
    zone = kept.get("timezone", "UTC")
    zone_of(zone)
    offset = kept.get("offset", "0")
    return Asked(
        as_of=upper(kept["as_of"], zone) if "as_of" in kept else None,
        as_we_had=upper(kept["as_we_had"], zone) if "as_we_had" in kept else None,
        happened_from=lower(kept["happened_from"], zone) if "happened_from" in kept else None,
        happened_to=upper(kept["happened_to"], zone) if "happened_to" in kept else None,
        since=lower(kept["since"], zone) if "since" in kept else None,
        strict=kept.get("strict", "") not in ("", "0", "no"),
        timezone=zone,
        now=now,
        words=kept.get("words"),
        by=kept.get("by"),
        about=kept.get("about"),
        talks=kept.get("talks"),
        limit=limit,
        offset=min(int(offset), 10_000_000) if offset.isdecimal() else 0,
    )


def visit(request: Request, desk: Desk) -> Visit:
    """Reads what a page was asked from its address."""
    kept = {name: request.query_params[name] for name in TRAVELS if request.query_params.get(name)}
    name = desk.store.place.rpartition("/")[2]
    return Visit(
        request=request,
        asked=replace(asked_of(kept, desk.now()), docket=docket_beside(desk.store.place)),
        kept=kept,
        guard=desk.guard,
        record_name=name if "@" not in name else "record",
    )


def page(
    template: str, visit: Visit, *, title: str, section: str, status: int = 200, **values: Any
) -> HTMLResponse:
    """A page in its frame."""
    analyst = unquote(visit.request.cookies.get(ANALYST_COOKIE, ""))
    frame = {
        "title": title,
        "section": section,
        "pages": PAGES,
        "kept": visit.kept,
        "link": visit.link,
        "path": visit.request.url.path,
        "record_name": visit.record_name,
        "csrf": visit.csrf,
        "analyst": analyst if len(analyst) <= 80 else "",
        "message": None,
        "size": PAGE,
        "footer": f"Made {moment_words(visit.asked.now)}. {LEGEND}",
    }
    return HTMLResponse(render(template, {**frame, **values}), status)
