"""The review queue: what waits for a person, drawn from the record in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rapporteur.model import Address, Span
from rapporteur.record import Record
from rapporteur.record.entities import role_conflicts
from rapporteur.record.judged import report_of
from rapporteur.views.view import Evidence, View
from rapporteur.web.context import Desk, page, visit
from rapporteur.web.looking import Quoted, quoted

KINDS = (
    "disputed",
    "disagreement",
    "conflicting roles",
    "could be the same",
    "ambiguous speaker",
    "unresolved time",
)
SHOWN = 20  # items on one page
MOST = 2_000  # items looked for before the queue says "or more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing a person is asked to decide: about one address, or whether two are the same."""

    address: Address
    kind: str
    why: str
    says: str
    words: tuple[Evidence, ...]
    other: Address | None = None
    field: str = "name=…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A waiting thing with its words in context, ready to be shown."""

    address: Address
    kind: str
    why: str
    says: str
    other: Address | None
    field: str
    evidence: list[Quoted]


def waiting(record: Record, kind: str | None = None) -> Iterator[Waiting]:
    """What nobody has decided yet: disputes first, then by kind, then by address."""
    finders = {
        "disputed": disputed,
        "disagreement": disagreements,
        "conflicting roles": conflicting,
        "could be the same": could_be,
        "ambiguous speaker": ambiguous,
        "unresolved time": unresolved,
    }
    for name, find in finders.items():
        if kind in (None, "", name):
            for item in find(record):
                if name == "disputed" or record.state(item.address) == "machine":
                    yield item


def evidence_at(record: Record, address: Address) -> tuple[Evidence, ...]:
    """The words at an address."""
    span = record.words(address)
    return () if span is None else (Evidence(report=report_of(address), span=span),)


def disputed(record: Record) -> Iterator[Waiting]:
    """What two people judged differently."""
    for address in sorted(record.judged.disputed):
        opinions = [f"{j.by}: {j.verdict}" for j in record.judgements(address)]
        yield Waiting(
            address=address, kind="disputed", why="two people judged differently", says="; ".join(opinions),
            words=evidence_at(record, address),
        )  # fmt: skip


def disagreements(record: Record) -> Iterator[Waiting]:
    """Two accounts that part, and the kind of tension a machine took it for."""
    for found in record.nouns("disagreements"):
        yield Waiting(
            address=found.id, kind="disagreement", why=f"typed as {found.kind}", says=found.about,
            words=evidence_at(record, found.left) + evidence_at(record, found.right), field="kind=different-scope",
        )  # fmt: skip


def conflicting(record: Record) -> Iterator[Waiting]:
    """People to whom reports give several roles."""
    for entity in record.nouns("entities"):
        pairs = role_conflicts(entity)
        if pairs:
            said = "; ".join(f"{a.role} or {b.role}" for a, b in pairs[:4])
            yield Waiting(
                address=entity.id, kind="conflicting roles", why=f"{len(pairs)} pairs of roles do not sit together",
                says=f"{entity.name}: {said}", words=evidence_at(record, entity.id), field="name=…",
            )  # fmt: skip


def could_be(record: Record) -> Iterator[Waiting]:
    """Unnamed sources of one report that may be one person: never joined without a person's word."""
    for report in sorted(record.windows()):
        reading = record.reading(report)
        by_id = {source.id: source for source in reading.anonymous_sources}
        for source in reading.anonymous_sources:
            for other in source.could_be:
                if other in by_id:
                    yield Waiting(
                        address=source.id, other=other, kind="could be the same", why="unnamed, in one report",
                        says=f"“{source.description}” and “{by_id[other].description}”",
                        words=(Evidence(report=report, span=by_id[other].span), Evidence(report=report, span=source.span)),
                    )  # fmt: skip


def ambiguous(record: Record) -> Iterator[Waiting]:
    """Words whose speaker several could be."""
    for report in sorted(record.windows()):
        for told in record.reading(report).attributions:
            if told.speaker is None and len(told.candidates) > 1:
                names = [span.exact for at in told.candidates if (span := record.words(at))]
                spans: tuple[Span, ...] = ((told.source,) if told.source else ()) + told.content
                yield Waiting(
                    address=told.id, kind="ambiguous speaker", why="could be " + " or ".join(names[:4]),
                    says=" … ".join(span.exact for span in told.content)[:300],
                    words=tuple(Evidence(report=report, span=span) for span in spans[:2]),
                    field=f"speaker={told.candidates[0]}",
                )  # fmt: skip


def unresolved(record: Record) -> Iterator[Waiting]:
    """Time expressions that no rule could value."""
    for report in sorted(record.windows()):
        for timex in record.reading(report).timexes:
            if timex.value is None:
                yield Waiting(
                    address=timex.id, kind="unresolved time", why=timex.timex_type, says=timex.span.exact,
                    words=(Evidence(report=report, span=timex.span),), field="value=2026-06-02",
                )  # fmt: skip


def router(desk: Desk) -> APIRouter:
    """The route of the queue."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/review")
    def review(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        chosen = seen.kept.get("kind")
        with desk.record() as record:
            found = list(islice(waiting(record.at(seen.asked), chosen), MOST))
            offset = seen.asked.offset
            items = [
                Item(
                    address=item.address, kind=item.kind, why=item.why, says=item.says, other=item.other,
                    field=item.field, evidence=quoted(record, item.words),
                )
                for item in found[offset : offset + SHOWN]
            ]  # fmt: skip
            return page(
                "review.html", seen, title="Review queue", section="/review", items=items, kinds=KINDS, chosen=chosen,
                total=f"{MOST} or more" if len(found) == MOST else str(len(found)), short=record.ref, size=SHOWN,
                page=View(name="review", title="", columns=(), rows=(), total=len(found)),
                document_link=lambda report, start: f"{seen.link('/report/' + report)}#at-{start}",
            )  # fmt: skip

    return routes
