"""Whose reporting a stretch of a report is: its own outlet's, that of which it is a copy, or that it leans on."""

from __future__ import annotations

from rapporteur.model import Address
from rapporteur.record.facts import parts
from rapporteur.record.layer import Lookup
from rapporteur.record.outlets import relied_on, same_outlet

LEANT = "throughout and claims no reporting of its own"


def newsroom_of(
    report: str, lookup: Lookup, start: int = 0, end: int = 0, seen: frozenset[str] = frozenset()
) -> tuple[str | None, str]:
    """Whose reporting a stretch of a report is, with the reason; None where that is unknown.

    A copy is whatever it is a copy of, through as many copies as there are.
    """
    document, reading = lookup.document(report), lookup.reading(report)
    outlet = document.outlet.value if document.outlet else None
    edges = list(lookup.derivations(report))
    for edge in sorted(edges, key=lambda e: (e.relation != "copy", -(e.shared or 0.0), e.id)):
        if edge.from_report is None or edge.from_report in seen | {report}:
            if edge.relation == "copy" and edge.from_outlet and not same_outlet(edge.from_outlet, outlet):
                return edge.from_outlet, f"a copy from {edge.from_outlet}, which is not held"
            continue
        taken = edge.relation == "rewrite" and _within(document.text, edge.evidence, start, end)
        if edge.relation != "copy" and not taken:
            continue  # following every edge of a web of near copies would take for ever
        whose = newsroom_of(edge.from_report, lookup, seen=seen | {report})[0]
        named = whose or "an outlet unknown"
        return whose, f"in a passage taken over from {named}" if taken else f"a copy of what {named} reported"
    leant = relied_on(document, reading, outlet)
    if leant is not None:
        return leant, f"the report names {leant} {LEANT}"
    if outlet is None:
        return None, "whose report this is, the page does not say"
    shown = f", as shown by {document.carrier.value}" if document.carrier else ""
    return outlet, f"its own report{shown}"


def _within(text: str, evidence: tuple[Address, ...], start: int, end: int) -> bool:
    """Whether a stretch stands in the paragraph of a shared passage and touches it, quotations apart."""
    if end <= start:
        return False
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    passages = [parts(address)[2:] for address in evidence if ":passage:" in address]
    covered = sum(max(0, min(high, b) - max(low, a)) for a, b in passages)
    return covered * 2 >= min(high - low, 160) or any(a <= start and end <= b for a, b in passages)
