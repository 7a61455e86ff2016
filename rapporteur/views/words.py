"""How views put things into words: who reported, on whose word, how many origins, and the chain drawn."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from rapporteur.clean import unlinked
from rapporteur.model import (
    Address,
    AnonymousSource,
    Document,
    Entity,
    Mention,
    Origin,
    Origins,
    Talks,
    Window,
)
from rapporteur.record import NoSuchThing, Record
from rapporteur.record.judged import report_of
from rapporteur.record.outlets import same_outlet

_LONG = re.compile(r"(?<![\d.,])\d{5,}(?![\d,])")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def outlet_name(document: Document) -> str:
    """Who reported this, as the page says; "outlet unknown" where it does not."""
    return document.outlet.value if document.outlet else "outlet unknown"


def outlet_of(record: Record, report: str) -> str:
    """The same of a report."""
    return outlet_name(record.document(report))


def short_title(record: Record, report: str, width: int = 60) -> str:
    """A report's title cut to a width, or its first words."""
    document = record.document(report)
    words = document.title.value if document.title else " ".join(document.text.split())
    return textwrap.shorten(words, width, placeholder="…") or "(no words)"


def count_words(origins: Origins) -> str:
    """ "2", "2, at least 1", or "unknown"."""
    if origins.count is None:
        least = f", at least {origins.least}" if origins.least else ""
        return f"unknown{least}"
    if origins.least is not None and origins.least < origins.count:
        return f"{origins.count}, at least {origins.least}"
    return str(origins.count)


def interval(window: Window) -> str | None:
    """A window in EDTF: one moment, or from/to with open ends as `..`; None where neither end is known."""
    if window.first == window.last:
        return window.first
    return f"{window.first or '..'}/{window.last or '..'}"


def window_words(window: Window) -> str:
    """A window as read by people: the interval, marked ~ where it was inferred."""
    return f"{interval(window) or 'unknown'}{'~' if window.basis == 'inferred' else ''}"


def day_words(edtf: str | None) -> str:
    """A date as people write it: "18 Nov", "24–26 Oct", "Aug 2025"."""
    if not edtf:
        return ""
    ends = [part for part in edtf.split("/") if part and part != ".."]
    told = [_one_day(part) for part in ends]
    if len(told) == 2 and told[0].split()[-1] == told[1].split()[-1] and len(told[0].split()) == 2:
        return f"{told[0].split()[0]}–{told[1]}"
    return "–".join(told)


def _one_day(part: str) -> str:
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", part)
    if match is None or match[2] is None:
        return part
    month = MONTHS[int(match[2]) - 1] if 1 <= int(match[2]) <= 12 else match[2]
    return f"{int(match[3])} {month}" if match[3] else f"{month} {match[1]}"


def moment_words(moment: str) -> str:
    """A moment of the clock as people write it: "22 Nov 2026, 08:00 UTC"; of a day alone the day."""
    clock = f", {moment[11:16]} UTC" if moment[11:16] else ""
    return f"{day_words(moment[:10])} {moment[:4]}{clock}"


def source_words(record: Record, address: Address) -> str:
    """A source as named or described: an entity's name, or an unnamed source in quotation marks."""
    fact = record.fact(address)
    if isinstance(fact, AnonymousSource):
        return f"“{fact.description}”"
    entity = record.entity_of(address)
    if entity is not None:
        return entity.name
    if isinstance(fact, Mention):
        return fact.name
    return getattr(getattr(fact, "span", None), "exact", address)


def talks_named(record: Record, named: str) -> list[Talks]:
    """The talks of this id, or with these words in their name; NoSuchThing, with those there are, for none."""
    held = record.nouns("talks")
    words = named.lower().split()
    found: list[Talks] = [
        one for one in held if one.id.startswith(named) or all(word in one.name.lower() for word in words)
    ]
    if not found:
        there = f"there are: {'; '.join(one.name for one in held[:8])}" if held else "none are known yet"
        raise NoSuchThing(f"no talks are called “{named}” here; {there}.")
    return found


def talks_ids(record: Record, named: str | None) -> list[str] | None:
    """The ids of the talks asked for; None where none are asked for."""
    return None if named is None else [one.id for one in talks_named(record, named)]


def figures(value: object) -> str:
    """A value of ours with its long numbers in groups of three; never used on words that are quoted."""
    return _LONG.sub(lambda found: f"{int(found[0]):,}", "" if value is None else str(value))


def has_figure(value: str | None) -> bool:
    """Whether a value is a figure; "cede" or "bar" only names what the words beside it tell."""
    return any(char.isdigit() for char in value or "")


def speaker_words(record: Record, address: Address | None) -> str:
    """Who speaks; "unsettled" where that is not known."""
    return "unsettled" if address is None else source_words(record, address)


def party_of(record: Record, address: Address | None) -> str | None:
    """The party a speaker speaks for, where it is known."""
    if address is None:
        return None
    entity = record.entity_of(address)
    if isinstance(entity, Entity):
        return entity.party
    fact = record.fact(address)
    return fact.affiliation if isinstance(fact, AnonymousSource | Mention) else None


def quoted(text: str, width: int | None = None) -> str:
    """Words on one line, cut to a width."""
    line = " ".join(unlinked(text).split())
    return line if width is None else textwrap.shorten(line, width, placeholder="…")


def is_held(record: Record, origin: Origin) -> bool:
    """Whether what the newsroom of an origin wrote is among its reports, or among those they derive from."""
    outlets = [record.document(report).outlet for report in origin.reports]
    if any(same_outlet(outlet.value, origin.newsroom) for outlet in outlets if outlet):
        return True
    edges = [edge for report in origin.reports for edge in record.derivations(report)]
    return any(
        edge.from_report
        and edge.relation != "common-source"
        and same_outlet(edge.from_outlet, origin.newsroom)
        for edge in edges
    )


def newsroom_words(record: Record, origin: Origin) -> str:
    """The newsroom of an origin, marked where what it wrote is not held."""
    if origin.newsroom is None:
        several = len(origin.reports) > 1 and bool(origin.sources)
        return origin.document or ("several newsrooms" if several else "newsroom unknown")
    return origin.newsroom if is_held(record, origin) else f"{origin.newsroom} (not held)"


def chain(record: Record, origin: Origin, most: int = 6) -> list[str]:
    """One origin drawn as text: its sources, the newsroom they spoke to, the reports that have it from there."""
    sources = [source_words(record, source) for source in origin.sources]
    if origin.document is not None and sources:
        room = origin.document.split(":")[0]
    else:
        room = newsroom_words(record, origin)
    reports = [
        f"{record.short(report)} ({outlet_of(record, report)})"
        for report in sorted(origin.reports, key=lambda report: (record.window(report).first or "~", report))
    ]
    if len(reports) > most:
        reports = [*reports[:most], f"and {len(reports) - most} more"]
    if not sources:
        return _fan(room, reports)
    if len(sources) == 1:
        lead = f"{sources[0]} ──> {room}"
        return _fan(lead, reports)
    width = max(map(len, sources))
    drawn = []
    for i, source in enumerate(sources):
        bar = "─" * (width - len(source))
        if i == 0:
            drawn += _fan(f"{source} {bar}─┬─> {room}", reports[:1] if len(sources) > 1 else reports)
        else:
            drawn.append(f"{source} {bar}─{'┘' if i == len(sources) - 1 else '┤'}")
    rest = [f"{' ' * 4}also {report}" for report in reports[1:]]
    return drawn + rest


def _fan(lead: str, reports: Sequence[str]) -> list[str]:
    if not reports:
        return [lead]
    if len(reports) == 1:
        return [f"{lead} ──> {reports[0]}"]
    pad = " " * len(lead)
    lines = [f"{lead} ─┬─> {reports[0]}"]
    for i, report in enumerate(reports[1:], 1):
        lines.append(f"{pad}  {'└' if i == len(reports) - 1 else '├'}─> {report}")
    return lines


def of_report(addresses: Sequence[Address]) -> int:
    """In how many reports these stand."""
    return len({report_of(address) for address in addresses})
