"""How one thing is known, in lines: since when, on whose word, by which chain, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from rapporteur.model import Address, AnonymousSource, Attribution, EventMention, Origins
from rapporteur.record import Record
from rapporteur.record.accounts import Account, accounts_of, is_leant
from rapporteur.record.judged import report_of
from rapporteur.record.origins import could_be, grouped
from rapporteur.record.outlets import outlet_key
from rapporteur.views import showing
from rapporteur.views.sources import chains_of, described_alike
from rapporteur.views.view import DRAWN, Evidence, Row
from rapporteur.views.words import (
    chain,
    count_words,
    newsroom_words,
    outlet_of,
    quoted,
    speaker_words,
    window_words,
)

MOST = 8  # origins drawn

TOLD = 40  # renderings told one by one, the first


def line(label: str, text: str, ref: Address | None = None, *marks: str, **more: Any) -> Row:
    """One line of the answer."""
    return Row(cells=(label, text), ref=ref, marks=marks, **more)


def known_from(record: Record, members: Sequence[Address]) -> Iterator[Row]:
    """When this could first be known, by which report."""
    windows = [(record.window(report), report) for report in sorted({report_of(m) for m in members})]
    first, report = min(windows, key=lambda pair: (pair[0].first or "~", pair[1]))
    why = f" ({first.reason})" if first.reason else ""
    yield line("KNOWN FROM", f"{window_words(first)} · {record.short(report)}{why}")


def origins_of_it(record: Record, origins: Origins, members: Sequence[Address]) -> Iterator[Row]:
    """The count with what it counts, the reason for each origin, what would change the count, and the chain."""
    accounts = [account for member in sorted(set(members)) for account in accounts_of(member, record)]
    yield line("ORIGINS", _counted(record, origins, accounts))
    for origin in origins.origins[:MOST]:
        yield line("", origin.reason)
    if len(origins.origins) > MOST:
        yield line("", f"and {len(origins.origins) - MOST} origins more")
    for text in _otherwise(record, accounts):
        yield line("", text)
    drawn = [text for origin in origins.origins[:MOST] for text in chain(record, origin)]
    for number, text in enumerate(drawn):
        yield line("" if number else "CHAIN", text, None, DRAWN)


def _counted(record: Record, origins: Origins, accounts: Sequence[Account]) -> str:
    """ "1 · newsroom: Axios (not held) · sources 2: 1 on record, 1 unnamed · documents 0"."""
    rooms: dict[str, str] = {}
    for origin in origins.origins:
        if origin.newsroom:
            rooms.setdefault(outlet_key(origin.newsroom), newsroom_words(record, origin))
    parts = [count_words(origins)]
    if rooms:
        parts.append(f"newsroom{'s' if len(rooms) > 1 else ''}: {', '.join(rooms.values())}")
    named = {a.who for a in accounts if a.who and not a.unnamed and not a.paper}
    unnamed = {a.source or a.words: a for a in accounts if a.unnamed and (a.source or a.words)}
    papers = {a.who or a.paper for a in accounts if a.paper}
    if named or unnamed:
        least = _fewest(list(unnamed.values()))
        alike = f"{least}–{len(unnamed)}" if least < len(unnamed) else str(len(unnamed))
        total = f"{len(named) + least}–" if least < len(unnamed) else ""
        told = f"sources {total}{len(named) + len(unnamed)}: {len(named)} on record, {alike} unnamed"
        parts.append(told)
    parts.append(f"documents {len(papers)}" if papers else "")
    return " · ".join(part for part in parts if part)


def _fewest(unnamed: list[Account]) -> int:
    """How many unnamed sources there are if all that could be one were."""
    apart: list[Account] = []
    for account in unnamed:
        if not any(could_be([account], [other]) for other in apart):
            apart.append(account)
    return len(apart)


def _otherwise(record: Record, accounts: Sequence[Account]) -> Iterator[str]:
    """How many origins there were if a source had spoken to the report's own newsroom after all."""
    leant = [account for account in accounts if is_leant(account) and account.source]
    if not leant:
        return
    own = [
        replace(a, newsroom=f"the newsroom of {record.short(a.report)}") if a in leant else a
        for a in accounts
    ]
    count = len(grouped(own))
    if count != len(grouped(accounts)):
        who = ", ".join(dict.fromkeys(f"“{a.words}”" if a.unnamed else a.words for a in leant))
        room, report = leant[0].newsroom, record.short(leant[0].report)
        yield f"{count} if {who} spoke to {report}’s own newsroom; counted as {room}’s: {leant[0].reason}"


def words(record: Record, members: Sequence[Address]) -> Iterator[Row]:
    """Each member in its own words: first those that bring an origin or a source, then those that do not."""
    seen: set[str] = set()
    telling: list[Address] = []
    repeating: list[tuple[Address, str]] = []
    ordered = sorted(
        members, key=lambda m: (record.window(report_of(m)).first or "~", report_of(m), showing.start_of(m))
    )
    for member in ordered[:TOLD]:
        accounts = list(accounts_of(member, record))
        if not accounts:
            repeating.append((member, "a reader's words"))
            continue
        key = " ".join(f"{a.newsroom if not a.public else ''}|{a.who or a.source or ''}" for a in accounts)
        if key in seen:
            repeating.append((member, ""))
        else:
            telling.append(member)
        seen.add(key)
    number = 0
    for member in telling:
        number += 1
        yield _member(record, member, "" if number > 1 else "WORDS", number)
    for at, (member, why) in enumerate(repeating):
        number += 1
        yield _member(record, member, "" if at else "NO ORIGIN MORE", number, why)
    if len(ordered) > TOLD:
        yield line("", f"and {len(ordered) - TOLD} later renderings, not told one by one")


def _member(record: Record, member: Address, label: str, number: int, why: str = "") -> Row:
    fact = record.fact(member)
    if isinstance(fact, Attribution):
        return rendering(record, fact, label, number)
    report = report_of(member)
    span = getattr(fact, "sentence", None) or showing.sentence_of(record, report, showing.start_of(member))
    at = record.fact(fact.attribution) if isinstance(fact, EventMention) and fact.attribution else None
    told = _manner(record, at) if isinstance(at, Attribution) else "narrated"
    status = f" · {fact.status}" if isinstance(fact, EventMention) else ""
    text = f"{number} {outlet_of(record, report)} · {told}{status}{' · ' + why if why else ''}: “{quoted(span.exact)}”"
    return line(label, text, member, evidence=(Evidence(report=report, span=span),))


def rendering(record: Record, fact: Attribution, label: str, number: int = 0) -> Row:
    """One attribution: who said it how, to whom, on what condition, in which words."""
    report = report_of(fact.id)
    content = " … ".join(quoted(span.exact) for span in fact.content)
    spans = tuple(Evidence(report=report, span=span) for span in fact.content)
    head = f"{outlet_of(record, report)} · {_manner(record, fact)}"
    return line(label, f"{f'{number} ' if number else ''}{head}: {content}", fact.id, evidence=spans)


def _manner(record: Record, fact: Attribution) -> str:
    """ "“A US official” · indirect · told Axios · no condition given"."""
    parts = [speaker_words(record, fact.speaker), fact.manner]
    parts += [f"told {quoted(fact.to.exact)}"] if fact.to else []
    parts += [f"via {fact.via}"] if fact.via and not (fact.to and fact.via in fact.to.exact) else []
    source = record.fact(fact.speaker) if fact.speaker else None
    if isinstance(source, AnonymousSource):
        parts.append(quoted(source.condition.exact, 90) if source.condition else "no condition given")
        reading = record.reading(report_of(fact.id))
        mine = next((c for c in chains_of(reading).values() if any(s.id == source.id for s in c)), [source])
        parts += [f"could be {record.ref(other[0].id)}" for other in described_alike(reading, mine)[:2]]
    return " · ".join(parts)
