"""Statements: one thing said, whatever the reports made of it.

A node is one attribution. Two are one statement where the same speaker can have spoken and the words
are the same words: a quoted run, or nearly all that carries content, and no date, number or negation
stands against it. The same words on another occasion are another statement.
"""

from __future__ import annotations

from base64 import b85encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from rapporteur.model import Address, Attribution, Origins, Reading, Sentence, Statement
from rapporteur.read.times import resolve
from rapporteur.record import names, wording
from rapporteur.record.chains import chains, keyed
from rapporteur.record.layer import Dated, Group, Join, Layer, Lookup, Node
from rapporteur.record.moments import bounds
from rapporteur.record.origins import origins_of
from rapporteur.record.passages import hash32, winnow

UNKNOWN = Origins(origins=(), count=None, least=None)
LONG_RUN = 6  # shared runs of five words: ten words in a row
TOLD_RUN = 8  # shared runs of five words: twelve words in a row
NEAR = 4  # days between two reports of one paraphrased utterance
SHORT = 4, 12  # words an utterance told in few words has
FAR = 12  # days between two reports of one quoted utterance, unless the run is long
STRETCH_OF = 16  # days under one key of what a speaker said alike
MANY_DAYS = 60  # a report that may be of any of so many is sought among those of no known day
STRETCH = 400  # days within which even a long run is one occasion unless dated otherwise


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
    first, last = (_day(moment) for moment in known)
    if first is None or last is None or (last - first).days > MANY_DAYS:
        return ["*"]
    edges = (first.toordinal() - NEAR // 2) // STRETCH_OF, (last.toordinal() + NEAR // 2) // STRETCH_OF
    return [str(number) for number in range(edges[0], edges[1] + 1)]


def _name_block(speaker: dict[str, Any]) -> str:
    if speaker["class"] == "p":
        return names.sound(names.surname(tuple(speaker["tokens"])))
    return str(speaker.get("key") or "") if speaker["class"] == "x" else ""


# --- two utterances ---------------------------------------------------------------------------------


def same_speaker(left: dict[str, Any], right: dict[str, Any]) -> str:
    """ "yes", "no" or "open": whether two speakers can be one, as far as their names tell."""
    kinds = {left["class"], right["class"]}
    if kinds == {"p"}:
        a, b = tuple(left["tokens"]), tuple(right["tokens"])
        if names.same_person(a, b) is None:
            return "no"
        return "yes"
    if kinds <= {"x", "d"}:
        if names.same_thing(left["key"], right["key"]) is not None:
            return "yes"
        a_party, b_party = left.get("party"), right.get("party")
        return "open" if a_party and a_party == b_party else "no"
    a_party, b_party = left.get("party"), right.get("party")
    if a_party and b_party and a_party != b_party:
        return "no"
    return "open"


def join(left: Node, right: Node) -> Join | None:
    """The rules in order; the first that speaks decides."""
    a, b = left.data, right.data
    if left.report == right.report and _overlap(left.key, right.key):
        return None  # one is told inside the other
    speaker = same_speaker(a["speaker"], b["speaker"])
    if speaker == "no" or _whens_part(a["when"], b["when"]):
        return None
    apart = days_apart(a["known"], b["known"])
    for rule in RULES:
        if (found := rule(a, b, speaker, apart)) is not None:
            return found
    return None


def _overlap(left: Address, right: Address) -> bool:
    (a, b), (c, d) = (tuple(map(int, key.rpartition(":")[2].split("-"))) for key in (left, right))
    return a < d and c < b


def by_long_run(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """Ten words in a row, inside quotation marks in one of them: one utterance, however far apart."""
    shared = len(wording.unpack(a["runs"]) & wording.unpack(b["runs"]))
    quoted = wording.unpack(a["said"]) & wording.unpack(b["runs"]) or wording.unpack(
        b["said"]
    ) & wording.unpack(a["runs"])
    if shared < LONG_RUN or not quoted or apart > (STRETCH if speaker == "yes" else FAR):
        return None
    return Join(strength=0.95 if speaker == "yes" else 0.8, rule="the same words, ten or more in a row")


def by_told_run(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """Twelve words in a row, told of the same speaker within days, quoted or not."""
    shared = len(wording.unpack(a["runs"]) & wording.unpack(b["runs"]))
    if speaker != "yes" or apart > NEAR or shared < TOLD_RUN or _numbers_part(a, b):
        return None
    return Join(strength=0.78, rule="the same words, twelve or more in a row")


def by_quoted_run(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """Six quoted words in a row within days, and no mere stock phrase of two long utterances; nine words
    where it is open whether the speakers are one."""
    shared = len(wording.unpack(a["said"]) & wording.unpack(b["said"]))
    if apart > FAR or shared < (2 if speaker == "yes" else 5):
        return None
    if shared < 5 and _covered(a, b) < 0.5:
        return None
    return Join(strength=0.9 if speaker == "yes" else 0.7, rule="the same quoted words")


def by_quoted_phrase(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """A whole short quotation of the same speaker within days, with one more word in common."""
    if speaker != "yes" or apart > NEAR:
        return None
    if not wording.unpack(a["said"]) & wording.unpack(b["said"]):
        return None
    common = set(a["stems"]) & set(b["stems"])
    return Join(strength=0.75, rule="the same quoted phrase") if len(common) >= 3 else None


def by_words(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """Nearly all words that carry content, the same numbers, turned the same way, within days."""
    if apart > NEAR or a["negated"] != b["negated"] or _numbers_part(a, b):
        return None
    x, y = set(a["stems"]), set(b["stems"])
    common = len(x & y)
    alike = common / len(x | y)
    cut = common >= 6 and alike >= 0.4 and _covered(a, b) >= 0.8
    if common >= 5 and (alike >= (0.5 if speaker == "yes" else 0.7) or (cut and speaker == "yes")):
        return Join(strength=0.5 + 0.2 * alike, rule="nearly the same words")
    if common >= 4 and alike >= 0.8 and speaker == "yes":
        return Join(strength=0.5 + 0.2 * alike, rule="nearly the same words")
    return None


def by_few_words(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """What the same speaker said in few words, word for word, or all but a word or two of it, within two days."""
    if speaker != "yes" or apart > 2 or a["negated"] != b["negated"] or _numbers_part(a, b):
        return None
    if not (_is_dated(a["known"]) and _is_dated(b["known"])):
        return None  # so few words may have been said on any day
    x, y = set(a["stems"]), set(b["stems"])
    few = min(len(wording.tokens(a["text"])), len(wording.tokens(b["text"])))
    if few < SHORT[0] or len(x & y) < 2 or _covered(a, b) < 0.8:
        return None
    if wording.tokens(a["text"]) == wording.tokens(b["text"]):
        return Join(strength=0.72, rule="the same few words")
    shared = wording.unpack(a["runs"]) & wording.unpack(b["runs"])
    if few <= SHORT[1] and shared and (len(x & y) >= 3 or len(x | y) <= 4):
        return Join(strength=0.6, rule="nearly the same few words")
    return None


def by_meaning(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """The same named speaker, near in time, vectors close and two words in five in common."""
    if speaker != "yes" or apart > 2 or a["negated"] != b["negated"] or _numbers_part(a, b):
        return None
    x, y = set(a["stems"]), set(b["stems"])
    common = len(x & y)
    if common < 4 or common / len(x | y) < 0.4:
        return None
    close = wording.cosine(a["vector"], b["vector"])
    return Join(strength=0.5 + 0.1 * close, rule="the same in other words") if close >= 0.85 else None


VERBATIM = ("the same words, ten or more in a row", "the same quoted words")
RULES = (by_long_run, by_quoted_run, by_told_run, by_quoted_phrase, by_words, by_few_words, by_meaning)


def _covered(a: Any, b: Any) -> float:
    """How much of what the shorter of two utterances says the other says too."""
    x, y = set(a["stems"]), set(b["stems"])
    return len(x & y) / min(len(x), len(y))


def _numbers_part(a: Any, b: Any) -> bool:
    x, y = set(a["numbers"]), set(b["numbers"])
    return bool(x and y and not (x <= y or y <= x))


def days_apart(left: Sequence[str | None], right: Sequence[str | None]) -> int:
    """Fewest days between two windows; 0 where they touch or one is open."""
    a, b = [_day(x) for x in left], [_day(x) for x in right]
    if a[1] and b[0] and a[1] < b[0]:
        return (b[0] - a[1]).days
    if b[1] and a[0] and b[1] < a[0]:
        return (a[0] - b[1]).days
    return 0


def _is_dated(known: Sequence[str | None]) -> bool:
    """Whether a report is known to be of one week."""
    first, last = (_day(moment) for moment in known)
    return first is not None and last is not None and (last - first).days <= 7


def _day(moment: str | None) -> date | None:
    try:
        return date.fromisoformat(moment[:10]) if moment else None
    except ValueError:
        return None


def _whens_part(left: str | None, right: str | None) -> bool:
    """Whether two EDTF dates of utterances have no day in common, a day of time zones allowed for."""
    a, b = edtf_days(left), edtf_days(right)
    if a is None or b is None:
        return False
    return (b[0] - a[1]).days > 1 or (a[0] - b[1]).days > 1


def edtf_days(when: str | None) -> tuple[date, date] | None:
    """The first and last day an EDTF date or interval may mean; None where it is none."""
    edges = bounds(when)
    return (date.fromisoformat(edges[0][:10]), date.fromisoformat(edges[1][:10])) if edges else None


def conflict(left: Sequence[Node], right: Sequence[Node]) -> str | None:
    """Groups stay apart where a speaker or a date of one cannot be the other's."""
    if any(same_speaker(a, b) == "no" for a in _named(left) for b in _named(right)):
        return "different speakers"
    days, others = ({node.data["when"] for node in side} for side in (left, right))
    if any(_whens_part(a, b) for a in days for b in others):
        return "said on different days"
    return None


def _named(side: Sequence[Node]) -> list[dict[str, Any]]:
    """The distinct speakers of a group that have a name."""
    speakers = (node.data["speaker"] for node in side)
    return list(
        {str(who.get("tokens") or who.get("key")): who for who in speakers if who["class"] != "a"}.values()
    )


# --- the noun ---------------------------------------------------------------------------------------


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
