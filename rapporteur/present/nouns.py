"""What follows from all reports, and what people decided, as objects with the public field names of the record format."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from rapporteur.model import Address, Origins, Span
from rapporteur.present.shown import Plain, Shown, order

DERIVED: dict[str, tuple[str, tuple[str, ...]]] = {
    "entity": ("entities", ("name", "kind", "variants", "roles", "party")),
    "statement": ("statements", ("speaker", "text", "attributions", "when")),
    "event": (
        "events",
        ("class_", "title", "status", "history", "when", "place", "participants", "mentions", "talks", "due"),
    ),
    "talks": ("talks", ("name", "parties", "issues")),
    "draft": (
        "drafts",
        (
            "name", "talks", "authors", "when", "parent", "points_total", "points_agreed", "points_open", "nature",
            "problems",
        ),
    ),
    "point": ("points", ("draft", "number", "issue", "text", "value", "status", "reported_by")),
    "position": (
        "positions",
        ("party", "issue", "stance", "value", "text", "on_the_word_of", "as_of", "talks"),
    ),
    "deadline": ("deadlines", ("who", "demand", "consequence", "when", "status", "talks")),
    "outlook": ("outlooks", ("by", "by_name", "direction", "text", "horizon", "resolvable", "class_")),
    "disagreement": ("disagreements", ("kind", "left", "right", "about", "talks")),
    "unknown": ("unknowns", ("about", "text", "talks")),
}  # fmt: skip
"""Derived nouns: their layer, and the fields shown as they are, under their own names."""


def derived(kind: str, shown: Shown) -> Iterator[Plain]:
    """The nouns of one type."""
    layer, fields = DERIVED[kind]
    for noun in shown.record.nouns(layer):
        plain: Plain = {"type": kind, "id": noun.id}
        for name in fields:
            plain[name.removesuffix("_")] = _field(shown, name, getattr(noun, name, None))
        if isinstance(getattr(noun, "origins", None), Origins):
            plain |= _origins(shown, noun.origins)
        plain["evidence"] = _evidence_of(shown, kind, noun)
        yield plain | shown.made(kind, f"record {layer}", noun)


def _field(shown: Shown, name: str, value: Any) -> Any:
    if name in ("speaker", "on_the_word_of", "by"):
        return shown.speaker(value)
    if name in ("left", "right"):
        return shown.any_group(value)
    if name == "draft":
        return shown.group("drafts", value) if value else None
    if name == "parent":
        return (shown.group("drafts", value) if value and ":" in value else None) or value
    if name == "participants":
        return [{"role": p.role, "entity": shown.entity(p.mention), "exact": p.exact} for p in value]
    if name == "reported_by":
        return sorted({shown.speaker(a) or a for a in value})
    return _plain(value)


def _origins(shown: Shown, origins: Origins) -> Plain:
    return {
        "origins": [
            {
                "newsroom": origin.newsroom,
                "sources": sorted({shown.speaker(a) or a for a in origin.sources}),
                "document": origin.document,
                "reports": sorted(origin.reports),
                "reason": origin.reason or None,
            }
            for origin in origins.origins
        ],
        "origin_count": origins.count,
        "origin_min": origins.least,
    }


def _evidence_of(shown: Shown, kind: str, noun: Any) -> list[Plain]:
    members: list[Address] = []
    for name in ("mentions", "attributions", "reported_by", "evidence"):
        members += getattr(noun, name, ())
    if kind in ("outlook", "point", "deadline", "position", "draft") and not members:
        members = [noun.id]
    if kind == "entity":  # one place a report is enough: every mention names its entity
        first: dict[str, Address] = {}
        for member in members:
            report = member.partition(":")[0]
            first[report] = min(first.get(report, member), member, key=order)
        members = list(first.values())
    found = []
    for member in sorted(set(members), key=order):
        fact = shown.record.fact(member)
        report = member.partition(":")[0]
        if spans := _words_of(fact):
            found += [shown.evidence(report, span.start, span.end) for span in spans]
        elif (span := shown.record.words(member)) is not None:
            found.append(shown.evidence(report, span.start, span.end))
    return found


def derivations(shown: Shown) -> Iterator[Plain]:
    """Which report has its words or facts from which."""
    for lineage in shown.record.nouns("derivations"):
        for edge in lineage.derivations:
            spans = [(a.partition(":")[0], shown.record.words(a)) for a in edge.evidence]
            yield {
                "type": "derivation",
                "id": edge.id,
                "report": edge.report,
                "from_report": edge.from_report,
                "from_outlet": edge.from_outlet,
                "relation": edge.relation,
                "basis": edge.basis,
                "shared": edge.shared,
                "evidence": [shown.evidence(report, s.start, s.end) for report, s in spans if s is not None],
                **shown.made("derivation", "record derivations", edge.id),
            }


def judgements(shown: Shown) -> Iterator[Plain]:
    """What people decided."""
    for judgement in shown.record.judgements():
        yield {
            "type": "judgement",
            "id": judgement.id,
            "target": judgement.target,
            "verdict": judgement.verdict,
            "by": judgement.by,
            "at": judgement.at,
            "note": judgement.note,
            "other": judgement.other,
            "fields": dict(judgement.fields),
        }


def _words_of(fact: Any) -> Sequence[Span]:
    """The words that carry a fact, where they are more than its anchor."""
    sentence = getattr(fact, "sentence", None)
    return getattr(fact, "content", None) or ([sentence] if sentence else [])


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name.removesuffix("_"): _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return [_plain(item) for item in value] if isinstance(value, (tuple, list)) else value
