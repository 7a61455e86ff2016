"""What people decided, worked out from all their judgements: what is same, different, right, wrong, set, added.

Each person's latest judgement on a point counts. Where two people's differ the point is disputed, the machine's
value is shown, and so it stays until one of them changes or undoes theirs, or someone settles it.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rapporteur import codec
from rapporteur.ledger import FACTS
from rapporteur.model import Address, AnonymousSource, Document, Entry, Judgement, State
from rapporteur.record.given import SETTLES, added_address, layer_added, make_fact, set_fields

WITH = "with"
"""The field that names another address judged wrong in the same breath: the group's members at that time."""

OF_NOUN = {"mention": {"name", "kind", "affiliation"}}
"""Fields that, set on a fact, are meant for the group it stands in: a person's name, not one spelling of it."""

Point = tuple[str, ...]  # what a judgement is about: ("same", a, b), ("verdict", a) or ("set", a, field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The judgements that count."""

    same: frozenset[tuple[Address, Address, str]] = frozenset()  # lesser, greater, by whom
    different: frozenset[tuple[Address, Address, str]] = frozenset()
    wrong: frozenset[Address] = frozenset()
    right: frozenset[Address] = frozenset()
    corrections: Mapping[Address, Mapping[str, str]] = field(default_factory=dict)
    added: tuple[Judgement, ...] = ()
    disputed: Mapping[Address, frozenset[str]] = field(default_factory=dict)  # what is disputed there

    @property
    def set_apart(self) -> frozenset[Address]:
        """Addresses whose rows leave the node key they share: the greater of each pair judged different."""
        return frozenset(right for _, right, _ in self.different)

    def reports(self) -> set[str]:
        """The reports that any of this touches."""
        pairs = {a for left, right, _ in self.same | self.different for a in (left, right)}
        named = pairs | self.wrong | self.right | set(self.corrections) | set(self.disputed)
        return {report_of(a) for a in named | {judgement.target for judgement in self.added}}


def report_of(given: Address) -> str:
    """The report an address is in."""
    return given.partition(":")[0]


def layer_of(given: Address) -> str:
    """The layer an address names, empty for a report's own."""
    return given.split(":")[1] if given.count(":") >= 2 else ""


def not_undone(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that nobody has taken back."""
    held = list(judgements)
    undone = {judgement.other for judgement in held if judgement.verdict == "undo"}
    return [judgement for judgement in held if judgement.verdict != "undo" and judgement.id not in undone]


def offsets(given: Address) -> tuple[int, int]:
    """Where in its report's text a fact begins and ends."""
    start, _, end = given.rpartition(":")[2].partition("-")
    return int(start), int(end)


def overlap(left: Address, right: Address) -> bool:
    """Whether two facts of one report share words of it."""
    if report_of(left) != report_of(right):
        return False
    (a, b), (c, d) = offsets(left), offsets(right)
    return a < d and c < b


def work_out(judgements: Iterable[Judgement]) -> Judged:
    """The judgements that count, whatever order they came in; moments decide who was last."""
    ordered = sorted(judgements, key=lambda judgement: (judgement.at, judgement.id))
    standing = not_undone(ordered)
    opinions: dict[Point, dict[str, str]] = {}
    added: dict[Address, Judgement] = {}
    for judgement in standing:
        settles = dict(judgement.fields).get(SETTLES) is not None
        if judgement.verdict == "add":
            added[added_address(judgement)] = judgement
        for point, opinion in _opinions(judgement):
            said = opinions.setdefault(point, {})
            if settles:
                said.clear()
            said[judgement.by] = opinion
    same, different, wrong, right = set(), set(), set(), set()
    corrections: dict[Address, dict[str, str]] = {}
    disputed: dict[Address, set[str]] = {}
    for point, said in opinions.items():
        about, name = point[1:], point[2] if point[0] == "set" else point[0]
        if len(set(said.values())) > 1:
            for a in about if point[0] == "same" else about[:1]:
                disputed.setdefault(a, set()).add(name)
            continue
        opinion, by = next(iter(said.values())), " and ".join(sorted(said))
        if opinion == "same":
            same.add((point[1], point[2], by))
        elif opinion == "different":
            different.add((point[1], point[2], by))
        elif point[0] == "set":
            corrections.setdefault(point[1], {})[point[2]] = opinion
        elif opinion == "wrong":
            wrong.add(point[1])
        else:
            right.add(point[1])
    return Judged(
        same=frozenset(same), different=frozenset(different), wrong=frozenset(wrong), right=frozenset(right),
        corrections=corrections, added=tuple(j for a, j in sorted(added.items()) if a not in wrong),
        disputed={a: frozenset(names) for a, names in disputed.items()},
    )  # fmt: skip


def _opinions(judgement: Judgement) -> Iterable[tuple[Point, str]]:
    """The points a judgement is about, with what it says of each."""
    if judgement.verdict in ("same", "different") and judgement.other:
        low, high = sorted((judgement.target, judgement.other))
        yield ("same", low, high), judgement.verdict
    elif judgement.verdict in ("right", "wrong"):
        yield ("verdict", judgement.target), judgement.verdict
        for name, value in judgement.fields:
            if name == WITH:
                yield ("verdict", value), judgement.verdict
    elif judgement.verdict == "set":
        for name, value in judgement.fields:
            if name != SETTLES:
                yield ("set", judgement.target, name), value


# --- what it does to facts and nouns -------------------------------------------------------------------


def corrected(entry: Entry, judged: Judged) -> Entry:
    """The entry as people left it: wrong facts out, corrected values in, added facts among the others."""
    report = entry.report.id
    if report not in judged.reports():
        return entry
    changed: dict[str, Any] = {}
    wrong = {a for a in judged.wrong if report_of(a) == report}
    for name, layer in FACTS:
        kept = []
        for fact in getattr(entry.reading, name):
            if fact.id in wrong:
                continue
            values = {
                key: value
                for key, value in judged.corrections.get(fact.id, {}).items()
                if key not in OF_NOUN.get(layer, ())
            }
            fact = _without(wrong, set_fields(fact, values, entry.document.text))
            kept.append(_joined_source(fact, judged) if layer == "source" else fact)
        added = [j for j in judged.added if report_of(j.target) == report and layer_added(j) == layer]
        kept += [make_fact(judgement, entry.document.text) for judgement in added]
        unique = {fact.id: fact for fact in kept}
        changed[name] = tuple(sorted(unique.values(), key=lambda fact: offsets(fact.id)))
    document = corrected_document(entry.document, judged)
    return replace(entry, document=document, reading=replace(entry.reading, **changed))


def _joined_source(source: AnonymousSource, judged: Judged) -> AnonymousSource:
    """An unnamed source with what people said of who it is: the least address stands for all judged the same.

    Nothing else ever joins unnamed sources of different reports.
    """
    pairs = [(left, right) for left, right, _ in judged.same if layer_of(left) == layer_of(right) == "source"]
    one = {source.id}
    for _ in pairs:
        one |= {a for pair in pairs if one & set(pair) for a in pair}
    if len(one) > 1 and min(one) != source.id:
        return replace(source, same_as=min(one))
    parted = {a for left, right, _ in judged.different for a in (left, right) if source.id in (left, right)}
    if source.same_as in parted:
        return replace(source, same_as=None)
    return source


def corrected_document(document: Document, judged: Judged) -> Document:
    """The document with what people set on its report: title, outlet, dates and the like."""
    values = judged.corrections.get(document.report)
    return document if not values else typing.cast(Document, set_fields(document, values, document.text))


def state_of(judged: Judged, addresses: Iterable[Address]) -> State:
    """What people made of a thing with these addresses."""
    wanted = set(addresses)
    if wanted & judged.disputed.keys():
        return "disputed"
    added = {added_address(judgement) for judgement in judged.added}
    pairs = {a for left, right, _ in judged.same | judged.different for a in (left, right)}
    if wanted & (judged.corrections.keys() | added | pairs):
        return "corrected"
    return "checked" if wanted & judged.right else "machine"


def members_of(noun: Any) -> tuple[Address, ...]:
    """The addresses a derived noun stands on, its own among them."""
    found = [noun.id]
    for name in ("mentions", "attributions", "reported_by", "evidence"):
        found += [a for a in getattr(noun, name, ()) if isinstance(a, str)]
    return tuple(dict.fromkeys(found))


def overlay(noun: Any, judged: Judged, members: Iterable[Address]) -> Any | None:
    """A derived noun with what people set on any of its members; None where it was judged wrong."""
    if noun.id in judged.wrong:
        return None
    values: dict[str, set[str]] = {}
    for member in members:
        for name, value in judged.corrections.get(member, {}).items():
            values.setdefault(name, set()).add(value)
    agreed = {name: next(iter(found)) for name, found in values.items() if len(found) == 1}
    if not agreed:
        return noun
    changed = set_fields(noun, agreed)
    # A corrected name joins the spellings, so that both stay visible.
    if "name" in agreed and hasattr(noun, "variants"):
        changed = replace(changed, variants=tuple(sorted({*noun.variants, noun.name, changed.name})))
    return changed


def _without(wrong: set[Address], fact: Any) -> Any:
    """The fact with every reference to a fact judged wrong taken out."""
    if not wrong:
        return fact
    changed = {
        each.name: None
        for each in dataclasses.fields(fact)
        if each.name != "id" and isinstance(value := getattr(fact, each.name), str) and value in wrong
    }
    return replace(fact, **changed) if changed else fact


def judgement_id(judgement: Judgement) -> str:
    """The id of a judgement: a digest of all it says."""
    return codec.digest(codec.encode(replace(judgement, id="")))[:16]
