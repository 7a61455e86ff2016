"""The harder parts of showing one thing: drift between renderings, what is near, what was left apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations

from rapporteur.model import (
    Address,
    Attribution,
    Derivation,
    Event,
    EventMention,
    Participant,
    Span,
    Statement,
)
from rapporteur.record import Record, Wanted
from rapporteur.record.accounts import accounts_of
from rapporteur.record.judged import offsets, report_of
from rapporteur.record.moments import bounds, just_before
from rapporteur.record.utterances import edtf_days
from rapporteur.record.wanted import NEWEST
from rapporteur.record.wording import stems, tokens
from rapporteur.views.view import Evidence, Row
from rapporteur.views.words import outlet_of, quoted, speaker_words

MOST = 6
NEAR_DAYS = 45  # days between events that are near each other
COMPARED = 12  # renderings held against each other
LIKE = 200  # events or statements looked through for what is near one


def sentence_of(record: Record, report: str, at: int) -> Span:
    """The sentence an offset stands in; where none was found, its line."""
    document = record.document(report)
    for sentence in record.reading(report).sentences:
        if sentence.start <= at < sentence.end:
            return document.span(sentence.start, sentence.end)
    low = document.text.rfind("\n", 0, at) + 1
    high = document.text.find("\n", at)
    return document.span(low, len(document.text) if high < 0 else max(high, low + 1))


def same_sentence(record: Record, address: Address) -> list[Address]:
    """The attributions and events that begin in the sentence an address stands in."""
    words = record.words(address)
    if words is None or record.fact(address) is None:
        return []
    reading = record.reading(report_of(address))
    sentence = sentence_of(record, report_of(address), words.start)
    facts: list[Attribution | EventMention] = [*reading.attributions, *reading.event_mentions]
    starts = [(start_of(f.id), f.id) for f in facts if f.id != address]
    return [found for start, found in sorted(starts) if sentence.start <= start < sentence.end]


def start_of(address: Address) -> int:
    """Where a fact begins."""
    return offsets(address)[0]


def year_from(record: Record, noun: Event) -> str:
    """Where the year of an event's date comes from, when no report that tells of it states one."""
    for member in noun.mentions:
        fact = record.fact(member)
        timex = record.fact(fact.when) if isinstance(fact, EventMention) and fact.when else None
        if timex is None or not str(getattr(timex, "value", "")).startswith("XXXX"):
            continue
        window = record.window(report_of(member))
        if window.basis == "inferred" and "year from " in window.reason:
            whence = window.reason.rpartition("year from ")[2].split(")")[0].split(";")[0].split(",")[0]
            return f" (year from {record.short(whence) if record.stands(whence) else whence})"
    return ""


def supports(record: Record, noun: Event) -> Iterator[Row]:
    """What of an event rests on which source, date, place and who took part, where they differ in that."""
    told: dict[str, set[str]] = {}
    for member in noun.mentions:
        fact = record.fact(member)
        if not isinstance(fact, EventMention):
            continue
        parts = {"the date"} if fact.when else set()
        parts |= {"the place"} if fact.place else set()
        parts |= {participant_words(record, one) for one in fact.participants if one.mention}
        for account in accounts_of(member, record):
            who = f"“{account.words}”" if account.unnamed else account.words
            told.setdefault(who or f"{account.newsroom or 'the report'} itself", set()).update(parts)
    if len(told) < 2 or len({frozenset(parts) for parts in told.values()}) < 2:
        return
    by: dict[tuple[str, ...], list[str]] = {}
    for part in sorted(set().union(*told.values()), key=lambda part: (not part.startswith("the "), part)):
        by.setdefault(tuple(sorted(who for who, parts in told.items() if part in parts)), []).append(part)
    for number, (whose, given) in enumerate(by.items()):
        only = " only" if len(whose) == 1 else ""
        yield Row(cells=("" if number else "SUPPORTED BY", f"{', '.join(given)}: {'; '.join(whose)}{only}"))
    for bare in sorted(who for who, parts in told.items() if not parts):
        yield Row(cells=("", f"that it is so, no more: {bare}"))


def sides(record: Record, noun: Event) -> Iterator[Row]:
    """Which parties to the talks speak of an event, on record or unnamed, and which are silent."""
    talks = record.noun("talks", noun.talks) if noun.talks else None
    if talks is None or len(talks.parties) < 2 or len(talks.parties) > 6:
        return
    told: dict[str, bool] = {}
    for member in noun.mentions:
        for account in accounts_of(member, record):
            if account.party:
                told[account.party] = told.get(account.party, False) or not account.unnamed
    if not told:
        return
    said = [
        f"{party}: {'on record' if told[party] else 'unnamed only'}" if party in told else f"{party}: silent"
        for party in talks.parties
    ]
    yield Row(cells=("SIDES", " · ".join(said)))


def participant_words(record: Record, one: Participant) -> str:
    """Who takes part, by the entity's name where there is one."""
    entity = record.entity_of(one.mention) if one.mention else None
    return entity.name if entity else one.exact


def drift(record: Record, noun: Statement) -> Iterator[Row]:
    """Where two renderings differ in words that carry content: what one has and the other has not."""
    first = sorted(noun.attributions, key=report_of)[:COMPARED]
    facts = [fact for a in first if isinstance(fact := record.fact(a), Attribution)]
    told = []
    for fact in facts:
        words = [word for span in fact.content for word in tokens(span.exact)]
        told.append((fact, words))
    shown = 0
    for (left, a), (right, b) in combinations(told, 2):
        if report_of(left.id) == report_of(right.id) or shown >= MOST:
            continue
        parts = _replaced(a, b)
        if not parts:
            continue
        shown += 1
        names = f"{outlet_of(record, report_of(left.id))} / {outlet_of(record, report_of(right.id))}"
        yield Row(cells=("DRIFT" if shown == 1 else "", f"{names}: {'; '.join(parts[:5])}"), ref=right.id)


def _replaced(a: list[str], b: list[str]) -> list[str]:
    """Words between shared ones that were put otherwise; what only one of the two quotes at an end is a cut."""
    parts = []
    blocks = SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes()
    for number, (how, i, j, k, m) in enumerate(blocks):
        if how == "equal" or number in (0, len(blocks) - 1):
            continue
        ours, theirs = " ".join(a[i:j]), " ".join(b[k:m])
        if stems(ours) == stems(theirs):
            continue
        parts.append(f"“{ours or '–'}” / “{theirs or '–'}”")
    return parts


def not_this(record: Record, layer: str, address: Address) -> Iterator[Row]:
    """The pairs that were left apart though something joined them, with the reason."""
    shown: set[Address] = set()
    for _, other, why in record.lists.apart_from(layer, address):
        found = _member_of(record, layer, other)
        if found is None or found[0] in shown:
            continue
        shown.add(found[0])
        yield Row(cells=("" if len(shown) > 1 else "NOT THIS", f"{found[1]}: {why}"), ref=found[0])
        if len(shown) >= MOST:
            return


def _member_of(record: Record, layer: str, key: str) -> tuple[Address, str] | None:
    """An address and words for a node key: the key itself where it is one, else the entity so named."""
    if record.fact(key) is not None:
        words = record.words(key)
        return key, f"“{quoted(words.exact, 120)}”" if words else key
    if layer != "entities":
        return None
    address = record.lists.address_of(layer, key)
    noun = record.noun_of(layer, address) if address else None
    return None if noun is None else (noun.id, noun.name)


def near_event(record: Record, noun: Event) -> Iterator[Row]:
    """Other events that share people or place and stand near in time."""
    ours, span = _who(record, noun.participants), edtf_days(noun.when)
    found = []
    for other in _like(record, noun):
        if other.id == noun.id:
            continue
        shared = ours & _who(record, other.participants)
        theirs = edtf_days(other.when)
        gap = None
        if span and theirs:
            gap = max((theirs[0] - span[1]).days, (span[0] - theirs[1]).days, 0)
        same_place = bool(noun.place) and noun.place == other.place
        if (len(shared) >= 2 or (shared and same_place)) and (gap is None or gap <= NEAR_DAYS):
            found.append((gap if gap is not None else 99, -len(shared), other))
    for number, (gap, _, other) in enumerate(sorted(found, key=lambda f: (f[0], f[1], f[2].id))[:MOST]):
        when = f" · {other.when}" if other.when else " · no date told"
        where = f" · {other.place}" if other.place else ""
        text = f"{other.title} · {other.status}{where}{when}"
        yield Row(cells=("" if number else "NEAR", text), ref=other.id, marks=("not-this",) if gap else ())


def _like(record: Record, noun: Event) -> list[Event]:
    """Events of its class with somebody who may be among its people, those near in time and the undated ones."""
    called = {one.exact.split()[-1] for one in noun.participants if one.exact.split()}
    entities = [record.entity_of(one.mention) for one in noun.participants if one.mention]
    called |= {entity.name.split()[-1] for entity in entities if entity and entity.name.split()}
    wanted = Wanted(layer="events", owners=[noun.class_], anyone=sorted(called))
    edge = bounds(noun.when)
    if not called or edge is None:
        return record.lists.page(replace(wanted, order=NEWEST), LIKE) if called else []
    low, high = just_before(edge[0], days=NEAR_DAYS), just_before(edge[1], days=-NEAR_DAYS)
    near = replace(wanted, happened_from=low, happened_to=high)
    return [*record.lists.page(near, LIKE), *record.lists.page(replace(wanted, dated=False), LIKE)]


def _who(record: Record, participants: tuple[Participant, ...]) -> set[str]:
    found = set()
    for participant in participants:
        entity = record.entity_of(participant.mention) if participant.mention else None
        found.add(entity.id if entity else participant.exact.lower())
    return found


def near_statement(record: Record, noun: Statement) -> Iterator[Row]:
    """Other statements of the same speaker with words in common."""
    if noun.speaker is None:
        return
    who, ours = record.entity_of(noun.speaker), set(stems(noun.text))
    if who is None or not ours:
        return
    longest = sorted({word.lower() for word in tokens(noun.text)}, key=lambda word: (-len(word), word))[:6]
    found = []
    for other in record.lists.page(Wanted(layer="statements", owners=[who.id], any_words=longest), LIKE):
        if other.id == noun.id:
            continue
        theirs = set(stems(other.text))
        shared = len(ours & theirs)
        if theirs and shared >= 3 and shared / min(len(ours), len(theirs)) >= 0.4:
            found.append((-shared / len(ours | theirs), other))
    for number, (_, other) in enumerate(sorted(found, key=lambda f: (f[0], f[1].id))[:3]):
        reports = ", ".join(sorted({record.short(report_of(a)) for a in other.attributions}))
        text = f"{speaker_words(record, other.speaker)}: {quoted(other.text, 160)} [{reports}]"
        yield Row(cells=("" if number else "NEAR", text), ref=other.id)


def passages(record: Record, edge: Derivation) -> Iterator[Row]:
    """The longest passages a derived report shares, in its own words."""
    found = []
    for address in edge.evidence:
        if ":passage:" not in address:
            continue
        found.append(offsets(address))
    document = record.document(edge.report)
    for low, high in sorted(sorted(found, key=lambda place: place[0] - place[1])[:3]):
        span = document.span(low, high)
        yield Row(
            cells=("", f"shared: “{quoted(span.exact, 220)}”"),
            evidence=(Evidence(report=edge.report, span=span),),
        )
