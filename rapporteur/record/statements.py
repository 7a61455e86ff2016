"""Statements: one thing said, whatever the reports made of it.

A node is one attribution. Two are one statement where the same speaker can have spoken and the words
are the same words: a quoted run, or nearly all that carries content, and no date, number or negation
stands against it. The same words on another occasion are another statement.
"""

from __future__ import annotations

from base64 import b85encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from rapporteur.model import Address, Attribution, Origins, Reading, Sentence, Statement
from rapporteur.read.times import resolve
from rapporteur.record import names, wording
from rapporteur.record.chains import chains, keyed
from rapporteur.record.layer import Dated, Group, Layer, Lookup, Node
from rapporteur.record.origins import origins_of
from rapporteur.record.passages import hash32, winnow
from rapporteur.record.utterances import NEAR, VERBATIM, conflict, day_of, edtf_days, join

UNKNOWN = Origins(origins=(), count=None, least=None)
STRETCH_OF = 16  # days under one key of what a speaker said alike
MANY_DAYS = 60  # a report that may be of any of so many is sought among those of no known day


def nodes(dated: Dated) -> Iterator[Node]:
    """One node an attribution of something said, with the words it is compared by."""
    reading = dated.entry.reading
    speakers = _speakers(reading)
    timexes = {timex.id: timex for timex in reading.timexes}
    for attribution in reading.attributions:
        if attribution.voice == "page" or attribution.unsaid or not attribution.content:
            continue
        text = " … ".join(" ".join(span.exact.split()) for span in attribution.content)
        words = wording.stems(text)
        if len(words) < 2:
            continue
        timex = timexes.get(attribution.when) if attribution.when else None
        when = resolve(timex, dated.window) if timex is not None else None
        vector = _vector(attribution, reading.sentences)
        phrases = wording.phrases(text, direct=attribution.manner == "direct")
        said = [value for phrase in phrases for value in _quote_runs(phrase)]
        speaker = speakers.get(attribution.speaker or "") or _unresolved(attribution)
        data: dict[str, Any] = {
            "text": text,
            "stems": sorted(set(words)),
            "runs": wording.pack(wording.runs(wording.tokens(text))),
            "said": wording.pack(said),
            "numbers": sorted(wording.numbers(text)),
            "negated": wording.negated(text),
            "speaker": speaker,
            "address": attribution.speaker,
            "when": when,
            "known": [dated.window.first, dated.window.last],
            "vector": b85encode(vector).decode() if vector else None,
        }
        yield Node(
            key=attribution.id,
            address=attribution.id,
            report=reading.report,
            blocks=tuple(sorted(set(_blocks(data, words, said, vector)))),
            data=data,
        )


def _speakers(reading: Reading) -> dict[Address, dict[str, Any]]:
    """Address of a mention or an unnamed source → who that is, as far as one report tells."""
    found: dict[Address, dict[str, Any]] = {}
    named = {chain[0].id: data for chain, _, data in keyed(reading)}
    for chain in chains(reading):
        roles = [names.role_key(mention.role or mention.name) for mention in chain if mention.kind == "role"]
        party = next((p for m in chain if (p := names.party_of(m.affiliation))), None)
        who: dict[str, Any]
        if chain[0].id not in named:
            who = {"class": "a", "words": chain[0].span.exact, "party": party, "office": roles[:1]}
        else:
            data = named[chain[0].id]
            who = {**data, "party": party or names.party_of(data.get("key"))}
        found.update((mention.id, who) for mention in chain)
    for source in reading.anonymous_sources:
        party = names.party_of(source.affiliation) or names.party_of(source.description)
        found[source.id] = {"class": "a", "words": source.description, "party": party, "office": []}
    return found


def _unresolved(attribution: Attribution) -> dict[str, Any]:
    words = attribution.source.exact if attribution.source else ""
    return {"class": "a", "words": words, "party": names.party_of(words), "office": []}


def _vector(attribution: Attribution, sentences: Sequence[Sentence]) -> bytes | None:
    at = attribution.content[0].start
    return next((s.vector for s in sentences if s.start <= at < s.end and s.vector is not None), None)


def _quote_runs(phrase: str) -> list[int]:
    words = wording.tokens(phrase)
    return wording.runs(words) if len(wording.stems(phrase)) >= 2 else []


def _blocks(
    data: dict[str, Any], words: Sequence[str], said: Sequence[int], vector: bytes | None
) -> Iterator[str]:
    yield from (f"q:{value:08x}" for value in sorted(winnow(said, 4))[:24])
    yield from (f"r:{value:08x}" for value in sorted(winnow(wording.runs(words, 4), 6))[:8])
    who = _name_block(data["speaker"])
    if not who:
        return
    # What a speaker often says would grow these keys with the record; likeness joins only within days.
    hashes = wording.sampled(map(hash32, wording.pairs(data["stems"][:40])), 8)
    keys = [f"s:{who}:{value:08x}" for value in hashes]
    if vector is not None:  # closeness of meaning alone joins only what one named speaker said
        keys += [f"v:{who}:{key}" for key in wording.vector_keys(vector)[:4]]
    yield from (f"{key}@{stretch}" for stretch in _stretches(data["known"]) for key in keys)


def _stretches(known: Sequence[str | None]) -> list[str]:
    """The stretches of days a report can have been of: two within NEAR days of each other share one.

    A report that could be of any day meets only others of which no more is known.
    """
    first, last = (day_of(moment) for moment in known)
    if first is None or last is None or (last - first).days > MANY_DAYS:
        return ["*"]
    edges = (first.toordinal() - NEAR // 2) // STRETCH_OF, (last.toordinal() + NEAR // 2) // STRETCH_OF
    return [str(number) for number in range(edges[0], edges[1] + 1)]


def _name_block(speaker: dict[str, Any]) -> str:
    if speaker["class"] == "p":
        return names.sound(names.surname(tuple(speaker["tokens"])))
    return str(speaker.get("key") or "") if speaker["class"] == "x" else ""


def sum_up(group: Group) -> Statement | None:
    """The statement its renderings share: the fullest words, the speaker where one is named."""
    fullest = max(group.nodes, key=lambda node: (len(node.data["text"]), node.address))
    named = [node for node in group.nodes if node.data["speaker"]["class"] != "a" and node.data["address"]]
    known = named or [node for node in group.nodes if node.data["address"]]
    whens = sorted({node.data["when"] for node in group.nodes if node.data["when"]}, key=_breadth)
    return Statement(
        id=group.id,
        speaker=min(known, key=_rank).data["address"] if known else None,
        text=fullest.data["text"],
        attributions=tuple(node.address for node in group.nodes),
        origins=UNKNOWN,
        when=whens[0] if whens else None,
    )


def _rank(node: Node) -> tuple[int, Address]:
    return -len(node.data["speaker"].get("tokens", ())), node.address


def _breadth(when: str) -> tuple[int, str]:
    days = edtf_days(when)
    return ((days[1] - days[0]).days if days else 10_000), when


def finish(noun: Statement, group: Group, lookup: Lookup) -> Statement:
    """Adds on whose word each rendering is; what shares quoted words was uttered once."""
    same = [(left, right) for left, right, how in group.joins if how.rule in VERBATIM]
    return replace(noun, origins=origins_of(noun.attributions, lookup, same=same))


LAYER = Layer(name="statements", nodes=nodes, join=join, conflict=conflict, sum_up=sum_up, finish=finish)
