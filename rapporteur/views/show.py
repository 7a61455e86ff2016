"""One thing with its words, its origins and chain, what is near and not it, and what made it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rapporteur.model import Address, AnonymousSource, Entity, Event, Statement
from rapporteur.record import NoSuchThing, Record, Wanted
from rapporteur.record.judged import layer_of, report_of
from rapporteur.record.measured import precision_of
from rapporteur.record.origins import origins_of
from rapporteur.views import showing
from rapporteur.views.people import role_words
from rapporteur.views.provenance import known_from, line, origins_of_it, rendering
from rapporteur.views.provenance import words as words_of_it
from rapporteur.views.sources import chains_of, could_be
from rapporteur.views.view import Asked, Evidence, Row, View
from rapporteur.views.words import (
    count_words,
    is_held,
    outlet_of,
    quoted,
    short_title,
    source_words,
    speaker_words,
    window_words,
)

FIRST = ("event", "attribution", "draft", "provision", "stance", "deadline", "outlook", "source", "mention")
"""Of several things at one place, which is shown."""
MEASURED_AS = {"events": "event", "statements": "attribution", "entities": "entity", "stance": "position"}
"""Under which name a layer was measured, where it is not its own; a statement is as good as what it is made of."""


def show(record: Record, asked: Asked) -> View:
    """What stands at the REF in `asked.words`; NoSuchThing where nothing does."""
    now = record.at(asked)
    found = now.resolve((asked.words or "").strip())
    found.sort(key=lambda address: (_order(layer_of(address)), address))
    address = found[0]
    layer = layer_of(address)
    teller = TELLERS.get(layer, _fact)
    rows = tuple(teller(now, address))
    others = [*found[1:], *(a for a in showing.same_sentence(now, address) if a not in found)]
    named = [f"{now.ref(other)} ({layer_of(other)})" for other in others if layer_of(other)]
    notes = (f"Also in this sentence: {', '.join(named)}.",) if named else ()
    return View(
        name="show",
        title="",
        columns=("", ""),
        rows=rows,
        notes=notes,
        data={"address": address, "layer": layer, "chain": _graph(now, address)},
    )


def _order(layer: str) -> int:
    return FIRST.index(layer) if layer in FIRST else len(FIRST)


# --- what can be shown ---------------------------------------------------------------------------------


def _event(record: Record, address: Address) -> Iterator[Row]:
    noun = record.noun_of("events", address)
    if not isinstance(noun, Event):
        yield from _fact(record, address)
        return
    what, who, place = _headed(record, noun)
    when = f"{noun.when}{showing.year_from(record, noun)}" if noun.when else ""
    yield line(
        "EVENT", " · ".join(part for part in (f"{what}, {noun.status}", who, place, when) if part), noun.id
    )
    yield from known_from(record, noun.mentions)
    yield from origins_of_it(record, noun.origins, noun.mentions)
    yield from showing.sides(record, noun)
    yield from showing.supports(record, noun)
    yield from words_of_it(record, noun.mentions)
    yield from showing.not_this(record, "events", address)
    yield from showing.near_event(record, noun)
    yield from _not_known(record, noun, noun.mentions)
    yield from _state(record, "events", address, noun)


def _headed(record: Record, noun: Event) -> tuple[str, str, str]:
    """What happened, with whom and where: a title of the form "Meeting: A and B, Oslo" in its parts."""
    kind, colon, _ = noun.title.partition(": ")
    if not colon or len(kind.split()) > 2:
        return noun.title or noun.class_.lower(), "", noun.place or ""
    who = ", ".join(dict.fromkeys(showing.participant_words(record, one) for one in noun.participants))
    return kind.lower(), who, noun.place or ""


def _statement(record: Record, address: Address) -> Iterator[Row]:
    noun = record.noun_of("statements", address)
    if not isinstance(noun, Statement):
        yield from _fact(record, address)
        return
    when = f" · {noun.when}" if noun.when else ""
    yield line("STATEMENT", f"{speaker_words(record, noun.speaker)}{when}", noun.id)
    yield from known_from(record, noun.attributions)
    yield from origins_of_it(record, noun.origins, noun.attributions)
    yield from words_of_it(record, noun.attributions)
    yield from showing.drift(record, noun)
    yield from showing.not_this(record, "statements", address)
    yield from showing.near_statement(record, noun)
    yield from _not_known(record, noun, noun.attributions)
    yield from _state(record, "statements", address, noun)


def _entity(record: Record, address: Address) -> Iterator[Row]:
    noun = record.noun_of("entities", address)
    if not isinstance(noun, Entity):
        yield from _fact(record, address)
        return
    noun = record.whole(noun)
    yield line(noun.kind.upper(), noun.name + (f" · {noun.party}" if noun.party else ""), noun.id)
    yield line("ALSO", ", ".join(form for form in noun.variants if form != noun.name) or "no other spelling")
    if noun.roles:
        yield line("ROLES", role_words(record, noun, most=12))
    yield line("REPORTS", str(len({report_of(mention) for mention in noun.mentions})))
    said = Wanted(layer="statements", owners=[noun.id])
    for number, statement in enumerate(record.lists.page(said, 8)):
        text = f"{quoted(statement.text, 200)} ({count_words(statement.origins)})"
        yield line("" if number else f"SAID ({record.lists.count(said)})", text, statement.id)
    yield from showing.not_this(record, "entities", address)
    yield from _state(record, "entities", address, noun)


def _source(record: Record, address: Address) -> Iterator[Row]:
    source = record.fact(address)
    if not isinstance(source, AnonymousSource):
        raise NoSuchThing(f"nothing stands at {address}.")
    reading = record.reading(report_of(address))
    of_one = next(found for found in chains_of(reading).values() if any(s.id == address for s in found))
    yield line("SOURCE", f"“{source.description}” · {source.number}, unnamed", address)
    yield line("SPEAKS FOR", source.affiliation or "not stated")
    condition = next((s.condition.exact for s in of_one if s.condition), "none given")
    yield line("CONDITION", condition)
    ids = {found.id for found in of_one}
    said = [attribution for attribution in reading.attributions if attribution.speaker in ids]
    for number, attribution in enumerate(said):
        yield rendering(record, attribution, "" if number else "SAID")
    others = could_be(record, of_one)
    for number, other in enumerate(others):
        text = f"{source_words(record, other)}: not taken for this one without a person's judgement"
        yield line("" if number else "COULD BE", text, other)
    yield line("STATE", f"{record.state(address)} · rule: {source.rule or 'none named'}")


def _report(record: Record, address: Address) -> Iterator[Row]:
    document = record.document(address)
    carrier = f" · shown by {document.carrier.value}" if document.carrier else ""
    kind = f"{document.kind}: {short_title(record, address, 200)}"
    yield line("REPORT", kind, address)
    yield line("BY", f"{outlet_of(record, address)}{carrier}")
    window = record.window(address)
    reason = f" ({window.reason})" if window.reason else ""
    yield line("KNOWN FROM", f"{window_words(window)} · {window.basis}{reason}")
    for number, edge in enumerate(record.derivations(address)):
        whence = (
            f"{record.short(edge.from_report)} ({outlet_of(record, edge.from_report)})"
            if edge.from_report
            else f"{edge.from_outlet} (not held)"
        )
        share = f", {edge.shared:.0%} of its own words" if edge.shared is not None else ""
        how = f"{edge.relation} · {whence} · {edge.basis}{share}"
        if edge.relation == "common-source":
            how = f"one post in both · {whence} · neither need have it from the other"
        yield line("" if number else "FROM", how)
        yield from showing.passages(record, edge)
    lineage = record.noun_of("derivations", address)
    for newer, older in getattr(lineage, "revisions", ()):
        if address in (newer, older):
            other = older if newer == address else newer
            word = "a later version of" if newer == address else "followed by the version"
            yield line("REVISION", f"{word} {record.short(other)}", other)
    reading = record.reading(address)
    counts = f"{len(reading.attributions)} attributions, {len(reading.event_mentions)} events, "
    counts += f"{len(reading.anonymous_sources)} unnamed sources, {len(document.problems + reading.problems)} problems"
    yield line("READ", f"{counts} · {reading.reader}")
    yield line("STATE", str(record.state(address)))


def _fact(record: Record, address: Address) -> Iterator[Row]:
    """Any other fact: its words in context, the noun it stands in, and on whose word it is."""
    fact = record.fact(address)
    words = record.words(address)
    if fact is None or words is None:
        raise NoSuchThing(f"nothing stands at {address} in this record.")
    yield line(layer_of(address).upper(), quoted(words.exact), address)
    sentence = showing.sentence_of(record, report_of(address), words.start)
    yield line(
        "WORDS",
        f"“{quoted(sentence.exact)}”",
        None,
        evidence=(Evidence(report=report_of(address), span=sentence),),
    )
    for name in (
        "issue",
        "value",
        "unit",
        "qualifier",
        "status",
        "stance",
        "direction",
        "relation",
        "outlet",
    ):
        value = getattr(fact, name, None)
        if value is not None:
            yield line(name.upper(), str(value))
    yield from known_from(record, [address])
    yield from origins_of_it(record, origins_of([address], record), [address])
    yield line("STATE", f"{record.state(address)} · rule: {getattr(fact, 'rule', '') or 'none named'}")
    if record.state(address) == "machine":
        yield from _measured(MEASURED_AS.get(layer_of(address), layer_of(address)))


TELLERS: dict[str, Callable[[Record, Address], Iterator[Row]]] = {
    "event": _event,
    "attribution": _statement,
    "mention": _entity,
    "source": _source,
    "": _report,
}


# --- the parts of an answer -----------------------------------------------------------------------------


def _not_known(record: Record, noun: Any, members: Any) -> Iterator[Row]:
    missing = []
    if isinstance(noun, Event):
        missing += ["when"] if noun.when is None else []
        missing += ["where"] if noun.place is None else []
        missing += ["who took part"] if not noun.participants else []
    if isinstance(noun, Statement) and noun.speaker is None:
        missing.append("who said it")
    rooms = {
        origin.newsroom for origin in noun.origins.origins if origin.newsroom and not is_held(record, origin)
    }
    missing += [f"what {room} wrote (not held)" for room in sorted(rooms)]
    unknown = [r for r in sorted({report_of(m) for m in members}) if record.document(r).outlet is None]
    missing += [f"who published {record.short(report)}" for report in unknown]
    if missing:
        yield line("NOT KNOWN", " · ".join(missing))


def _state(record: Record, layer: str, address: Address, noun: Any) -> Iterator[Row]:
    rules = record.lists.joined_by(layer, address)
    fact = record.fact(address)
    read = getattr(fact, "rule", "") or ""
    parts = [str(record.state(noun))]
    parts += [f"read by rule “{read}”"] if read else []
    parts += [f"joined by: {', '.join(rules)}"] if rules else []
    yield line("STATE", " · ".join(parts))
    if record.state(noun) == "machine":
        yield from _measured(MEASURED_AS[layer])
    yield line("DECIDE", f"rapporteur judge {record.ref(address)} right|wrong|same REF|different REF")


def _measured(layer: str) -> Iterator[Row]:
    """How often what a layer says was right, where that was measured."""
    found = precision_of(layer)
    if found is not None:
        yield line("MEASURED", f"{found.precision:.0%} of this layer right ({found.on})")


def _graph(record: Record, address: Address) -> list[dict[str, Any]]:
    """The chain as data: per origin its sources, newsroom and reports."""
    layers = {"event": "events", "attribution": "statements"}
    noun = record.noun_of(layers.get(layer_of(address), ""), address)
    return [
        {
            "newsroom": origin.newsroom,
            "held": is_held(record, origin),
            "document": origin.document,
            "sources": [{"id": s, "name": source_words(record, s)} for s in origin.sources],
            "reports": [{"id": r, "outlet": outlet_of(record, r)} for r in origin.reports],
            "reason": origin.reason,
        }
        for origin in getattr(getattr(noun, "origins", None), "origins", ())
    ]
