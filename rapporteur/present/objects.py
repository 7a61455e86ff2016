"""A record as plain objects with the public field names of the record format, one dict each.

Members are named by the id of the group that holds them now; spans are cut from the text as it may be
shown, so that masked addresses are masked everywhere.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal

from rapporteur import codec
from rapporteur.model import Address, Entry, Origins, Reading, Span, Timex, Window
from rapporteur.read.times import resolve
from rapporteur.record import Record
from rapporteur.views.sources import chains_of, could_be

Plain = dict[str, Any]
Text = Literal["none", "evidence", "full"]
AROUND = 32  # code points of prefix and suffix
MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")

TYPES = (
    "report", "block", "mention", "timex", "attribution", "anonymous_source", "event_mention", "quantity",
    "citation", "entity", "statement", "event", "derivation", "talks", "draft", "point", "position", "deadline",
    "outlook", "disagreement", "unknown", "judgement", "problem",
)  # fmt: skip
"""Every type of object, in the order in which they are written."""

# Derived nouns: their layer and the fields shown as they are, under their own names.
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
GROUPED = {
    "mention": "entities", "attribution": "statements", "event": "events", "draft": "drafts", "provision": "points",
    "stance": "positions", "deadline": "deadlines", "outlook": "outlooks",
}  # fmt: skip
"""Which layer groups the facts of which."""


def masked(text: str) -> str:
    """The text with personal e-mail addresses masked character for character."""
    return MAIL.sub(lambda found: "•" * len(found[0]), text) if "@" in text else text


class Objects:
    """The objects of one record, in their stable order."""

    def __init__(
        self, record: Record, *, text: Text = "full", precision: dict[str, float] | None = None
    ) -> None:
        self.record = record
        self.text = text
        self.precision = precision or {}
        self._texts: dict[str, str] = {}
        self._ids: dict[tuple[str, Address], Address | None] = {}

    def all(self) -> Iterator[Plain]:
        """Every object: by type in a fixed order, then by id."""
        for kind in TYPES:
            found = [self._shown(thing) for thing in self.of(kind)]
            yield from sorted(found, key=lambda thing: (_order(thing["id"]), codec.dumps(thing)))

    def of(self, kind: str) -> Iterator[Plain]:
        """Every object of one type."""
        if kind in DERIVED:
            yield from self._derived(kind)
        elif kind == "derivation":
            yield from self._derivations()
        elif kind == "judgement":
            yield from self._judgements()
        else:
            make: Callable[[Entry, Window], Iterable[Plain]] = getattr(self, f"_{kind}")
            for report, window in self.record.windows().items():
                yield from make(self.record.entry(report), window)

    # --- one report -------------------------------------------------------------------------------------

    def _report(self, entry: Entry, window: Window) -> Iterator[Plain]:
        report, document = entry.report, entry.document
        published = document.published
        basis = window.basis if published is None else published.basis
        lineage = self.record.noun_of("derivations", report.id)
        revised = [of for later, of in getattr(lineage, "revisions", ()) if later == report.id]
        yield {
            "type": "report",
            "id": report.id,
            "source": report.source,
            "title": _value(document.title),
            "outlet": _value(document.outlet),
            "carrier": _value(document.carrier),
            "kind": document.kind,
            "byline": [name.value for name in document.byline],
            "dateline": _value(document.dateline),
            "published": _value(published),
            "updated": _value(document.updated),
            "published_basis": basis
            if basis in ("stated", "markup", "given", "inferred", "unknown")
            else "stated",
            "known_from": known_from(window),
            "known_from_reason": window.reason or None,
            "language": document.language,
            "digest": report.digest,
            "revision_of": min(revised, default=None),
            "text": masked(document.text),
            "state": self.record.state(report.id),
        }

    def _block(self, entry: Entry, window: Window) -> Iterator[Plain]:
        seen: dict[str, int] = {}
        for block in entry.document.blocks:
            name = f"{entry.report.id}:block:{block.start}-{block.end}"
            seen[name] = seen.get(name, 0) + 1
            yield {
                "type": "block",
                "id": name if seen[name] == 1 else f"{name}:{seen[name]}",
                "report": entry.report.id,
                "kind": block.kind,
                "voice": block.voice,
                "start": block.start,
                "end": block.end,
                "made_by": f"clean {block.rule}".strip(),
            }

    def _mention(self, entry: Entry, window: Window) -> Iterator[Plain]:
        for mention in entry.reading.mentions:
            yield self._fact("mention", entry, mention, mention.span) | {
                "kind": mention.kind,
                "name": mention.name,
                "role": mention.role,
                "entity": self._group("entities", mention.id),
            }

    def _timex(self, entry: Entry, window: Window) -> Iterator[Plain]:
        for timex in entry.reading.timexes:
            yield self._fact("timex", entry, timex, timex.span) | {
                "timex_type": timex.timex_type,
                "value": timex.value,
                "mod": timex.mod,
                "edtf": resolve(timex, window),
            }

    def _attribution(self, entry: Entry, window: Window) -> Iterator[Plain]:
        for found in entry.reading.attributions:
            yield self._fact("attribution", entry, found, None, found.content) | {
                "source": self._span(entry, found.source),
                "cue": self._span(entry, found.cue),
                "content": [] if found.unsaid else [self._span(entry, span) for span in found.content],
                "about": [self._span(entry, span) for span in found.content] if found.unsaid else [],
                "unsaid": found.unsaid or None,
                "manner": found.manner,
                "cue_kind": found.cue_kind,
                "speaker": self._speaker(found.speaker),
                "candidates": sorted({self._speaker(a) or a for a in found.candidates}),
                "voice": found.voice,
                "to": None if found.to is None else self._words(entry, found.to),
                "via": found.via,
                "when": self._when(entry.reading, found.when, window),
                "nested_in": found.nested_in,
                "statement": self._group("statements", found.id),
            }

    def _anonymous_source(self, entry: Entry, window: Window) -> Iterator[Plain]:
        chains = {one.id: chain for chain in chains_of(entry.reading).values() for one in chain}
        for source in entry.reading.anonymous_sources:
            yield self._fact("anonymous_source", entry, source, source.span) | {
                "description": source.description,
                "affiliation": source.affiliation,
                "rank": source.rank,
                "number": source.number,
                "condition": None if source.condition is None else self._words(entry, source.condition),
                "same_as": source.same_as,
                "could_be": list(could_be(self.record, chains[source.id])),
            }

    def _event_mention(self, entry: Entry, window: Window) -> Iterator[Plain]:
        places = {mention.id: mention.name for mention in entry.reading.mentions}
        for event in entry.reading.event_mentions:
            yield self._fact("event_mention", entry, event, None, (event.trigger,)) | {
                "trigger": self._span(entry, event.trigger),
                "class": event.class_,
                "mode": event.mode,
                "status": event.status,
                "recurring": event.recurring,
                "participants": [
                    {"role": one.role, "entity": self._entity(one.mention), "exact": one.exact}
                    for one in event.participants
                ],
                "when": self._when(entry.reading, event.when, window),
                "place": places.get(event.place or ""),
                "event": self._group("events", event.id),
                "attribution": event.attribution,
            }

    def _quantity(self, entry: Entry, window: Window) -> Iterator[Plain]:
        for found in entry.reading.quantities:
            yield self._fact("quantity", entry, found, found.span) | {
                "value": _number(found.value),
                "high": None if found.high is None else _number(found.high),
                "unit": found.unit,
                "qualifier": found.qualifier,
                "about": None if found.about is None else self._words(entry, found.about),
                "draft": self._group("drafts", found.draft) if found.draft else None,
                "attribution": found.attribution,
            }

    def _citation(self, entry: Entry, window: Window) -> Iterator[Plain]:
        for citation in entry.reading.citations:
            yield self._fact("citation", entry, citation, citation.span) | {
                "outlet": citation.outlet,
                "url": citation.url,
                "relation": citation.relation,
                "attribution": citation.attribution,
            }

    def _problem(self, entry: Entry, window: Window) -> Iterator[Plain]:
        seen: dict[str, int] = {}
        for problem in (*entry.document.problems, *entry.reading.problems):
            start, end = problem.start, problem.end
            name = f"{entry.report.id}:problem:{start or 0}-{end or 0}:{problem.code}"
            seen[name] = seen.get(name, 0) + 1
            yield {
                "type": "problem",
                "id": name if seen[name] == 1 else f"{name}:{seen[name]}",
                "report": entry.report.id,
                "code": problem.code,
                "message": problem.message,
                "start": start,
                "end": end,
            }

    def _fact(
        self, kind: str, entry: Entry, fact: Any, span: Span | None, spans: Sequence[Span] = ()
    ) -> Plain:
        plain: Plain = {"type": kind, "id": fact.id, "report": entry.report.id}
        if span is not None:
            plain |= {"start": span.start, "end": span.end, "exact": self._words(entry, span)}
        plain |= {
            "evidence": [
                self._evidence(entry.report.id, s.start, s.end) for s in ((span,) if span else spans)
            ],
            "made_by": f"{entry.reading.reader} {fact.rule}".strip(),
            "state": self.record.state(fact.id),
        }
        if kind in self.precision:
            plain["precision"] = self.precision[kind]
        return plain

    # --- across reports -----------------------------------------------------------------------------------

    def _derived(self, kind: str) -> Iterator[Plain]:
        layer, fields = DERIVED[kind]
        for noun in self.record.nouns(layer):
            plain: Plain = {"type": kind, "id": noun.id}
            for name in fields:
                plain[name.removesuffix("_")] = self._field(kind, name, getattr(noun, name, None))
            if isinstance(getattr(noun, "origins", None), Origins):
                plain |= self._origins(noun.origins)
            plain["evidence"] = self._evidence_of(kind, noun)
            plain["made_by"] = f"record {layer}"
            plain["state"] = self.record.state(noun)
            if kind in self.precision:
                plain["precision"] = self.precision[kind]
            yield plain

    def _field(self, kind: str, name: str, value: Any) -> Any:
        if name in ("speaker", "on_the_word_of", "by"):
            return self._speaker(value)
        if name in ("left", "right"):
            return self._any_group(value)
        if name == "draft":
            return self._group("drafts", value) if value else None
        if name == "parent":
            return (self._group("drafts", value) if value and ":" in value else None) or value
        if name == "participants":
            return [{"role": p.role, "entity": self._entity(p.mention), "exact": p.exact} for p in value]
        if name == "reported_by":
            return sorted({self._speaker(a) or a for a in value})
        return _plain(value)

    def _origins(self, origins: Origins) -> Plain:
        return {
            "origins": [
                {
                    "newsroom": origin.newsroom,
                    "sources": sorted({self._speaker(a) or a for a in origin.sources}),
                    "document": origin.document,
                    "reports": sorted(origin.reports),
                    "reason": origin.reason or None,
                }
                for origin in origins.origins
            ],
            "origin_count": origins.count,
            "origin_min": origins.least,
        }

    def _evidence_of(self, kind: str, noun: Any) -> list[Plain]:
        members: list[Address] = []
        for name in ("mentions", "attributions", "reported_by", "evidence"):
            members += getattr(noun, name, ())
        if kind in ("outlook", "point", "deadline", "position", "draft") and not members:
            members = [noun.id]
        if kind == "entity":  # one place a report is enough: every mention names its entity
            first: dict[str, Address] = {}
            for member in members:
                report = member.partition(":")[0]
                first[report] = min(first.get(report, member), member, key=_order)
            members = list(first.values())
        found = []
        for member in sorted(set(members), key=_order):
            fact = self.record.fact(member)
            report = member.partition(":")[0]
            if spans := _words_of(fact):
                found += [self._evidence(report, span.start, span.end) for span in spans]
            elif (span := self.record.words(member)) is not None:
                found.append(self._evidence(report, span.start, span.end))
        return found

    def _derivations(self) -> Iterator[Plain]:
        for lineage in self.record.nouns("derivations"):
            for edge in lineage.derivations:
                spans = [(a.partition(":")[0], self.record.words(a)) for a in edge.evidence]
                yield {
                    "type": "derivation",
                    "id": edge.id,
                    "report": edge.report,
                    "from_report": edge.from_report,
                    "from_outlet": edge.from_outlet,
                    "relation": edge.relation,
                    "basis": edge.basis,
                    "shared": edge.shared,
                    "evidence": [
                        self._evidence(report, s.start, s.end) for report, s in spans if s is not None
                    ],
                    "made_by": "record derivations",
                    "state": self.record.state(edge.id),
                }

    def _judgements(self) -> Iterator[Plain]:
        for judgement in self.record.judgements():
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

    # --- spans and names ----------------------------------------------------------------------------------

    def _shown(self, thing: Plain) -> Plain:
        text = thing.get("text") if thing["type"] == "report" else None
        plain: Plain = _masked_all(thing)
        if text is not None:
            plain["text"] = text if self.text == "full" else None
        if self.text == "none":
            plain.pop("evidence", None)
        return plain

    def _text(self, report: str) -> str:
        if report not in self._texts:
            self._texts[report] = masked(self.record.document(report).text)
        return self._texts[report]

    def _words(self, entry: Entry, span: Span) -> str:
        return self._text(entry.report.id)[span.start : span.end]

    def _span(self, entry: Entry, span: Span | None) -> Plain | None:
        return (
            None
            if span is None
            else {"start": span.start, "end": span.end, "exact": self._words(entry, span)}
        )

    def _evidence(self, report: str, start: int, end: int) -> Plain:
        text = self._text(report)
        return {
            "report": report,
            "start": start,
            "end": end,
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        }

    def _when(self, reading: Reading, timex: Address | None, window: Window) -> str | None:
        if timex is None:
            return None
        found: Timex | None = self.record.fact(timex)
        return None if found is None else resolve(found, window)

    def _group(self, layer: str, member: Address) -> Address | None:
        key = (layer, member)
        if key not in self._ids:
            noun = self.record.noun_of(layer, member)
            self._ids[key] = None if noun is None else noun.id
        return self._ids[key]

    def _entity(self, mention: Address | None) -> Address | None:
        return None if mention is None else self._group("entities", mention)

    def _speaker(self, given: Address | None) -> Address | None:
        """The entity of a mention; any other speaker, without a name, as itself."""
        if given is None:
            return None
        return (self._group("entities", given) or None) if ":mention:" in given else given

    def _any_group(self, given: Address) -> Address:
        layer = given.split(":")[1] if given.count(":") >= 2 else ""
        return (self._group(GROUPED[layer], given) if layer in GROUPED else None) or given


def known_from(window: Window) -> str | None:
    """When a report could be known: a moment, or a window with open ends as `..`."""
    if window.first is None and window.last is None:
        return None
    if window.first == window.last:
        return window.first
    return f"{window.first or '..'}/{window.last or '..'}"


def _words_of(fact: Any) -> Sequence[Span]:
    """The words that carry a fact, where they are more than its anchor."""
    sentence = getattr(fact, "sentence", None)
    return getattr(fact, "content", None) or ([sentence] if sentence else [])


def _value(stated: Any) -> str | None:
    return None if stated is None else stated.value


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name.removesuffix("_"): _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return [_plain(item) for item in value] if isinstance(value, (tuple, list)) else value


def _masked_all(value: Any) -> Any:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {
            key: item if key == "text" and value.get("type") == "report" else _masked_all(item)
            for key, item in value.items()
        }
    return [_masked_all(item) for item in value] if isinstance(value, list) else value


def _order(given: str) -> tuple[str, int, int, str]:
    """Addresses by report, then by place in the text."""
    report, _, rest = given.partition(":")
    start, _, end = rest.rpartition(":")[2].partition("-")
    return report, int(start) if start.isdecimal() else 0, int(end) if end.isdecimal() else 0, rest
