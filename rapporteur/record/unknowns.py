"""Unknowns: what is not known, and why we know that it is not.

A refusal to say, a count that leaves points over, a meeting put off without a new date, a report without
a named publisher, a report that is relied on and not held. Nothing here is filled in from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from rapporteur.model import Address, Unknown
from rapporteur.record.drafts import talks_of
from rapporteur.record.layer import Dated, Group, Join, Layer, Lookup, Node
from rapporteur.record.outlets import same_outlet

HELD = "held"
"""What `about` says of a cited report that turned out to be held; views leave it out."""


def nodes(dated: Dated) -> Iterator[Node]:
    """Every gap that one report shows, by the rules in order."""
    for rule in RULES:
        yield from rule(dated)


def _node(dated: Dated, address: Address, about: str, text: str, **data: Any) -> Node:
    plain = re.sub(r"\W+", " ", text.lower()).strip()
    return Node(
        key=f"{address}#{about}",
        address=address,
        report=dated.entry.reading.report,
        blocks=(f"{about}:{plain}",) if len(plain.split()) >= 4 else (),
        data={"about": about, "text": text, "plain": plain, **data},
    )


def refusals(dated: Dated) -> Iterator[Node]:
    """What somebody declined to say; a bare "declined to comment" tells of nothing in particular."""
    for refusal in dated.entry.reading.refusals:
        if refusal.about in ("comment", "details") and refusal.by is None:
            continue
        if refusal.about == "comment" or len(refusal.about) < 6:
            continue
        who = f"{refusal.by}: " if refusal.by else ""
        yield _node(
            dated, refusal.id, "refusal", f"{who}{' '.join(refusal.span.exact.split())}", what=refusal.about
        )


def left_over(dated: Dated) -> Iterator[Node]:
    """Points that a count leaves over: 28 became 20, and what became of 8 is not told."""
    mentions = dated.entry.reading.draft_mentions
    for mention in mentions:
        if mention.rule == "draft.narrowed" and mention.points_total is not None:
            before = [
                m.points_total for m in mentions if m.points_total and m.span.start < mention.span.start
            ]
            if before and before[-1] > mention.points_total:
                gone = before[-1] - mention.points_total
                yield _node(dated, mention.id, "count", f"what became of {gone} of the {before[-1]} points")
        if (
            mention.points_agreed is not None
            and mention.points_total is not None
            and mention.points_open is None
        ):
            rest = mention.points_total - mention.points_agreed
            if rest > 0:
                yield _node(
                    dated,
                    mention.id,
                    "count",
                    f"which {rest} of {mention.points_total} points are not agreed",
                )
        if mention.points_open is not None and mention.rule == "draft.open" and mention.chain:
            listed = any(
                p.status == "open" and p.rule == "provision.counted" for p in dated.entry.reading.provisions
            )
            if not listed:
                yield _node(dated, mention.id, "count", f"which the {mention.points_open} open points are")


def put_off(dated: Dated) -> Iterator[Node]:
    """A meeting put off, with no new date told."""
    told: set[int] = set()
    for event in dated.entry.reading.event_mentions:
        if event.status == "postponed" and event.sentence is not None and event.sentence.start not in told:
            if re.search(r"\b(?:until|till|to) (?:\w+day|next|[A-Z][a-z]+ \d)", event.sentence.exact):
                continue
            who = " and ".join(dict.fromkeys(p.exact for p in event.participants if p.role != "absent"))
            told.add(event.sentence.start)
            what = "meeting" if event.mode in (None, "postponement", "delay") else event.mode
            yield _node(
                dated,
                event.id,
                "date",
                f"the new date of the {what}" + (f" ({who})" if who else "") + ", put off",
            )


def unnamed(dated: Dated) -> Iterator[Node]:
    """Who published a report that does not say."""
    if dated.entry.document.outlet is None and dated.entry.document.kind != "statement":
        yield _node(dated, dated.entry.reading.report, "outlet", f"who published {dated.entry.report.source}")


def cited(dated: Dated) -> Iterator[Node]:
    """The report of another outlet that this one relies on."""
    told: set[str] = set()
    for citation in dated.entry.reading.citations:
        if (
            citation.relation not in ("relies-on", "confirms", "reposts")
            or not citation.outlet
            or citation.outlet in told
        ):
            continue
        told.add(citation.outlet)
        source = dated.entry.report.source
        yield _node(
            dated,
            citation.id,
            "cited",
            f"the {re.sub('^[Tt]he ', '', citation.outlet)} report behind {source}",
            outlet=citation.outlet,
        )


RULES: tuple[Callable[[Dated], Iterator[Node]], ...] = (refusals, left_over, put_off, unnamed, cited)


def join(left: Node, right: Node) -> Join | None:
    """One gap told in the same words, as by a rewrite of the same report."""
    if left.data["about"] == right.data["about"] and left.data["plain"] == right.data["plain"]:
        return Join(strength=1.0, rule="the same gap in the same words")
    return None


def sum_up(group: Group) -> Unknown:
    """The gap in its words, with everything that shows it."""
    first = group.nodes[0].data
    return Unknown(
        id=group.id,
        about=first["about"],
        text=first["text"],
        evidence=tuple(row.address for row in group.nodes),
    )


def finish(noun: Unknown, group: Group, lookup: Lookup) -> Unknown:
    """The gap with its talks; a cited report that is held after all is marked so."""
    talks = next((t for row in group.nodes if (t := talks_of(row.report, lookup))), None)
    if noun.about == "cited":
        outlet = group.nodes[0].data["outlet"]
        edges = [edge for row in group.nodes for edge in lookup.derivations(row.report)]
        if any(edge.from_report and same_outlet(edge.from_outlet or outlet, outlet) for edge in edges):
            return replace(noun, talks=talks, about=HELD)
    return replace(noun, talks=talks)


LAYER = Layer(name="unknowns", nodes=nodes, join=join, sum_up=sum_up, finish=finish)
