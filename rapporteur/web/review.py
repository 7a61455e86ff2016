"""The review queue: what waits for a person, a page of it at a time and in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rapporteur.model import Address, AnonymousSource, Attribution, Entity
from rapporteur.record import Record, Wanted
from rapporteur.record.entities import role_conflicts
from rapporteur.record.judged import report_of
from rapporteur.record.listing import Left
from rapporteur.record.search import AMBIGUOUS, BELOW, COULD_BE, UNRESOLVED
from rapporteur.record.shelves import CONFLICT
from rapporteur.views.view import Evidence, View
from rapporteur.web.context import Desk, page, visit
from rapporteur.web.quoting import Quoted, quoted

SHOWN = 20  # items on one page
MERGED = ("entities", "statements", "events")
"""Layers whose pairs left apart are put before a person; the others follow from these."""
LOOKED = 200  # judged items passed over at most for one page


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """One kind of waiting things: how many there may be, and those from an offset on."""

    kind: str
    count: Callable[[Record], int]
    find: Callable[[Record, int, int], Iterator[Waiting]]  # record, limit, offset


def evidence_at(record: Record, *addresses: Address | None) -> tuple[Evidence, ...]:
    """The words at these addresses."""
    spans = [(address, record.words(address)) for address in addresses if address]
    return tuple(
        Evidence(report=report_of(address), span=span) for address, span in spans if span is not None
    )


def disputed(record: Record, limit: int, offset: int) -> Iterator[Waiting]:
    """What two people judged differently."""
    for address in sorted(record.judged.disputed)[offset : offset + limit]:
        opinions = [f"{j.by}: {j.verdict}" for j in record.judgements(address)]
        yield Waiting(
            address=address, kind="disputed", why="two people judged differently", says="; ".join(opinions),
            words=evidence_at(record, address),
        )  # fmt: skip


def disagreements(record: Record, limit: int, offset: int) -> Iterator[Waiting]:
    """Two accounts that part, and the kind of tension a machine took it for."""
    for found in record.lists.page(Wanted(layer="disagreements"), limit, offset):
        yield Waiting(
            address=found.id, kind="disagreement", why=f"typed as {found.kind}", says=found.about,
            words=evidence_at(record, found.left, found.right), field="kind=different-scope",
        )  # fmt: skip


def conflicting(record: Record, limit: int, offset: int) -> Iterator[Waiting]:
    """People to whom reports give several roles."""
    for entity in record.lists.page(Wanted(layer="entities", owners=[CONFLICT]), limit, offset):
        pairs = role_conflicts(entity)
        said = "; ".join(f"{a.role} or {b.role}" for a, b in pairs[:4])
        shown = [_naming(record, entity, role.report) for role in pairs[0]] if pairs else [entity.id]
        yield Waiting(
            address=entity.id, kind="conflicting roles", why=f"{len(pairs)} pairs of roles do not sit together",
            says=f"{entity.name}: {said}", words=evidence_at(record, *shown), field="name=…",
        )  # fmt: skip


def _naming(record: Record, entity: Entity, report: str) -> Address:
    """A mention of somebody in the report that gives a role."""
    return next((one for one in entity.mentions if report_of(one) == report), entity.id)


def merges(record: Record, limit: int, offset: int) -> Iterator[Waiting]:
    """Two things that something joins and something else keeps apart."""
    for left in record.lists.apart(MERGED, limit, offset):
        both = [record.noun_of(left.kind, a) for a in (left.address, left.other) if a]
        names = [_called(noun) for noun in both]
        if None not in names and left.other:
            yield Waiting(
                address=left.address, other=left.other, kind="proposed merge", why=left.why,
                says=" and ".join(f"“{name}”" for name in names), words=evidence_at(record, left.address, left.other),
            )  # fmt: skip


def _called(noun: Any) -> str | None:
    for name in ("name", "title", "text"):
        if words := getattr(noun, name, None):
            return str(words)[:160]
    return None


def could_be(record: Record, left: Left) -> Waiting | None:
    """Unnamed sources of one report that may be one person: never joined without a person's word."""
    one, other = record.fact(left.address), record.fact(left.other or "")
    if not isinstance(one, AnonymousSource) or not isinstance(other, AnonymousSource):
        return None
    return Waiting(
        address=left.address, other=left.other, kind=COULD_BE, why="unnamed, in one report",
        says=f"“{one.description}” and “{other.description}”", words=evidence_at(record, left.other, left.address),
    )  # fmt: skip


def ambiguous(record: Record, left: Left) -> Waiting | None:
    """Words whose speaker several could be."""
    told = record.fact(left.address)
    if not isinstance(told, Attribution) or not told.candidates:
        return None
    names = [span.exact for at in told.candidates if (span := record.words(at))]
    spans = ((told.source,) if told.source else ()) + told.content
    return Waiting(
        address=told.id, kind=AMBIGUOUS, why="could be " + " or ".join(dict.fromkeys(names[:4])),
        says=" … ".join(span.exact for span in told.content)[:300],
        words=tuple(Evidence(report=report_of(told.id), span=span) for span in spans[:2]),
        field=f"speaker={told.candidates[0]}",
    )  # fmt: skip


def unresolved(record: Record, left: Left) -> Waiting | None:
    """A time expression that no rule could value."""
    words = evidence_at(record, left.address)
    kind = getattr(record.fact(left.address), "timex_type", None)
    if kind is None or not words:
        return None
    return Waiting(
        address=left.address, kind=UNRESOLVED, why=kind, says=words[0].span.exact, words=words,
        field="value=2026-06-02",
    )  # fmt: skip


def below(record: Record, left: Left) -> Waiting | None:
    """A cell that does not stand on firm ground."""
    fact, words = record.fact(left.address), evidence_at(record, left.address)
    if fact is None or not words:
        return None
    field = {"attribution": "cue_kind=says", "event": "status=held", "stance": "stance=supports"}
    layer = left.address.split(":")[1]
    return Waiting(
        address=left.address, kind=BELOW, why=left.why, says=" ".join(words[0].span.exact.split())[:300], words=words,
        field=field.get(layer, "value=…"),
    )  # fmt: skip


def noted(kind: str, make: Callable[[Record, Left], Waiting | None]) -> Queue:
    """A queue of what readings left open."""

    def find(record: Record, limit: int, offset: int) -> Iterator[Waiting]:
        for left in record.lists.noted(kind, limit, offset):
            found = make(record, left)
            if found is not None:
                yield found

    return Queue(kind=kind, count=lambda record: record.lists.count_noted(kind), find=find)


QUEUES = (
    Queue(kind="disputed", count=lambda record: len(record.judged.disputed), find=disputed),
    Queue(
        kind="disagreement", count=lambda record: record.lists.count(Wanted(layer="disagreements")), find=disagreements
    ),
    Queue(
        kind="conflicting roles", find=conflicting,
        count=lambda record: record.lists.count(Wanted(layer="entities", owners=[CONFLICT])),
    ),
    Queue(kind="proposed merge", count=lambda record: record.lists.count_apart(MERGED), find=merges),
    noted(COULD_BE, could_be),
    noted(AMBIGUOUS, ambiguous),
    noted(BELOW, below),
    noted(UNRESOLVED, unresolved),
)  # fmt: skip
"""What waits, in this order."""
KINDS = tuple(queue.kind for queue in QUEUES)


def open_still(record: Record, item: Waiting) -> bool:
    """Whether nobody has decided it; a pair is decided when a person said same or different of the two."""
    if item.kind == "disputed":
        return True
    if item.other is None:
        return record.state(item.address) == "machine"
    pair = tuple(sorted((item.address, item.other)))
    return all((low, high) != pair for low, high, _ in record.judged.same | record.judged.different)


def waiting(record: Record, kind: str | None, limit: int, offset: int) -> tuple[list[Waiting], int]:
    """A page of what nobody has decided yet, and how much there is; only what is shown is opened.

    What was decided is passed over, so that the page is full; the number counts it as waiting still where it
    lies beyond the page.
    """
    chosen = [queue for queue in QUEUES if kind in (None, "", queue.kind)]
    counts = [queue.count(record) for queue in chosen]
    found: list[Waiting] = []
    skip, passed = offset, 0
    for queue, count in zip(chosen, counts, strict=True):
        if skip >= count:
            skip -= count
            continue
        at, skip = skip, 0
        while at < count and len(found) < limit and passed < LOOKED:
            step = limit - len(found)
            for item in queue.find(record, step, at):
                if open_still(record, item):
                    found.append(item)
                else:
                    passed += 1
            at += step
    return found, max(sum(counts) - passed, len(found))


def router(desk: Desk) -> APIRouter:
    """The route of the queue."""
    routes = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @routes.get("/review")
    def review(request: Request) -> HTMLResponse:
        seen = visit(request, desk)
        chosen = seen.kept.get("kind")
        with desk.record() as whole:
            record = whole.at(seen.asked)
            found, total = waiting(record, chosen, SHOWN, seen.asked.offset)
            items = [
                Item(
                    address=item.address, kind=item.kind, why=item.why, says=item.says, other=item.other,
                    field=item.field, evidence=quoted(record, item.words),
                )
                for item in found
            ]  # fmt: skip
            kinds = [(queue.kind, queue.count(record)) for queue in QUEUES]
            return page(
                "review.html", seen, title="Review queue", section="/review", items=items, kinds=kinds, chosen=chosen,
                total=f"{total:,}", short=record.ref, size=SHOWN,
                page=View(name="review", title="", columns=(), rows=(), total=total),
                document_link=lambda report, start: f"{seen.link('/report/' + report)}#at-{start}",
            )  # fmt: skip

    return routes
