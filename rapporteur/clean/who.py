"""Who reported a page and who shows this copy: the evidence in order of weight."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from rapporteur.clean.header import agency_of
from rapporteur.clean.kind import STATEMENT, kind_of
from rapporteur.clean.laid import Laid
from rapporteur.clean.outlets import Outlets
from rapporteur.clean.own_words import self_reference
from rapporteur.model import Document, Report, ReportKind, Span, Stated

_ORIGINAL = re.compile(
    r"(?i)(?:(?:originally|first) (?:published|appeared|posted|produced|reported)|republished|reprinted|syndicated|reproduced|"
    r"(?:appeared|was published) (?:first|originally))\s*(?:,? with permission,? )?(?:by|on|in|at|from|via|with permission from)\s+(?:the website of )?"
    r"(?P<who>[^.,;\n]{2,50})"
)
_PARTS = re.compile(r"\s*(?:\||»|›|::|•|·|\s[-–—]\s|:\s)\s*")
_EDITION = re.compile(r"(?i)\s*\((?:web|online|print)[^)]*\)\s*$")
_NO_HOLDER = re.compile(
    r"(?i)\b(?:policy|notice|terms|law|act|office|infringement|complaints?|information|rights)\b"
)
_COPYRIGHT = re.compile(
    r"(?i)(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[,.]?\s*(?:by\s+)?(?P<who>[A-Z][\w&.’' -]{1,40}?)(?=\s*(?:\d{4}|[.,|·•]|all rights|ltd|llc|inc|$))"
)
_FURNITURE = 300  # characters: longer lines are no furniture that names its page


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Outlet, carrier and kind, each with its evidence."""

    outlet: Stated | None = None
    carrier: Stated | None = None
    kind: ReportKind = "report"


def find_who(
    report: Report,
    document: Document,
    laid: Laid,
    outlets: Outlets,
    beside_names: tuple[Span, ...],
    written: frozenset[str] = frozenset(),
) -> Who:
    """Who reported it and who carries it; what the page does not show stays unknown.

    `beside_names` are the outlets printed beside the authors' names, `written` those names.
    """
    original = _original(document, outlets)
    credited = (
        original
        or _from_spans(beside_names, outlets)
        or _from_dateline(document, outlets)
        or _from_credit(document, outlets)
        or self_reference(document, outlets)
    )
    carrier = _carrier_line(document, outlets)
    footer = _footer(document, outlets, written)
    shown_by = _site(report, laid, outlets) or carrier or footer or _names_itself(document, outlets)
    outlet: Stated | None
    if credited is not None:
        outlet = credited
        if shown_by is not None and _same(shown_by.value, credited.value, outlets):
            shown_by = carrier
        repost = shown_by is not None or original is not None or _on_a_blog(document)
    elif shown_by is None or not _carries(shown_by.value, outlets):
        outlet, shown_by, repost = shown_by, None, False
    else:
        # The page's carrier is known, so another name in its furniture is whose report it carries.
        others = (footer, _names_itself(document, outlets, carried=True))
        outlet = next((one for one in others if one and not _carries(one.value, outlets)), None)
        repost = outlet is not None
    return Who(outlet=outlet, carrier=shown_by, kind=kind_of(document, laid.meta.section, repost))


def canonical(name: str, outlets: Outlets) -> str:
    """The table's name for an outlet, or for the one part of a feed's title that names one; else the name as given."""
    found = outlets.named(name)
    if found is None:
        known = (outlets.named(piece) for piece in _PARTS.split(name))
        found = next((outlet for outlet in known if outlet is not None), None)
    return found.name if found else _EDITION.sub("", name.strip())


def _carries(name: str, outlets: Outlets) -> bool:
    found = outlets.named(name)
    return found is not None and found.carries


def _same(one: str, other: str, outlets: Outlets) -> bool:
    return canonical(one, outlets).casefold() == canonical(other, outlets).casefold()


def _site(report: Report, laid: Laid, outlets: Outlets) -> Stated | None:
    """Who shows this page: as given, else the site's own name in markup, else the domain."""
    if report.given.outlet:
        return Stated(value=canonical(report.given.outlet, outlets), basis="given")
    for name in (laid.meta.site, laid.meta.publisher):
        if name:
            return Stated(value=canonical(name, outlets), basis="markup")
    for url in (report.given.url, laid.meta.url):
        if url and (found := outlets.at(url)):
            return Stated(value=found.name, basis="url")
    return None


def _original(document: Document, outlets: Outlets) -> Stated | None:
    """ "This article was originally published by …"."""
    for block in document.blocks:
        if block.kind not in ("notice", "credit", "byline"):
            continue
        match = _ORIGINAL.search(document.text, block.start, block.end)
        if match and (span := _name_in(document, match.start("who"), match.end("who"), outlets)):
            return Stated(value=canonical(span.exact, outlets), span=span)
    return None


def _name_in(document: Document, start: int, end: int, outlets: Outlets) -> Span | None:
    words = document.text[start:end]
    if words.startswith("the "):
        start, words = start + 4, words[4:]
    if found := outlets.names.search(words):
        return document.span(start + found.start(), start + found.end())
    match = re.match(r"(?:The )?[A-Z][\w&’'.-]*(?: (?:of|and|&|[A-Z][\w&’'.-]*))*", words)
    return document.span(start + match.start(), start + match.end()) if match else None


def _from_spans(spans: tuple[Span, ...], outlets: Outlets) -> Stated | None:
    spans = tuple(span for span in spans if not STATEMENT.match(span.exact))
    names = Counter(canonical(span.exact, outlets) for span in spans)
    if len(names) != 1:
        return None
    return Stated(value=next(iter(names)), span=spans[0])


def _from_dateline(document: Document, outlets: Outlets) -> Stated | None:
    if document.dateline is None or document.dateline.span is None:
        return None
    agency = agency_of(document.dateline.value)
    if not agency:
        return None
    at = document.dateline.span.start + document.dateline.value.rindex(agency)
    return Stated(value=canonical(agency, outlets), span=document.span(at, at + len(agency)))


_WRITER = re.compile(
    r"^\W*(?:the )?(?P<who>.{2,40}?)(?:[’']s?)? (?:staff )?(?:writers?|reporters?|correspondents?|journalists?)\b"
)
_POSSESSED = re.compile(r"^\W*(?P<who>[A-Z][\w .&]{1,30}?)[’'](?:s\b)? [A-Z]")
_HELD = re.compile(r"(?i)(?:copyright|©|\(c\)) (?:\d{4} )?(?:by )?(?:the )?")


def _from_credit(document: Document, outlets: Outlets) -> Stated | None:
    """The agency's mark at the end, or the newsroom whose writers a credit names."""
    for block in reversed(document.blocks):
        if block.kind not in ("credit", "notice") or block.end - block.start > 400:
            continue
        words = document.text[block.start : block.end]
        if block.rule == "wire-tag":
            found = outlets.named(words.strip(" .()"))
            if found and found.kind == "agency":
                return Stated(value=found.name, span=document.span(block.start, block.end))
            continue
        for pattern in (_WRITER, _POSSESSED):
            match = pattern.match(words) if block.kind == "credit" else None
            found = outlets.named(match["who"].strip()) if match else None
            if match and found and not found.carries:
                at = block.start + match.start("who")
                return Stated(value=found.name, span=document.span(at, at + len(match["who"].rstrip())))
        if block.kind == "notice" and (match := _HELD.match(words)):
            name = outlets.names.match(words, match.end())
            found = outlets.named(name.group()) if name else None
            if name and found and found.kind == "agency":
                return Stated(
                    value=found.name, span=document.span(block.start + name.start(), block.start + name.end())
                )
    return None


def _carrier_line(document: Document, outlets: Outlets) -> Stated | None:
    """An aggregator that names itself in the lines around the article."""
    for block in document.blocks:
        if block.kind not in ("chrome", "notice") or block.end - block.start > _FURNITURE:
            continue
        for match in outlets.aggregators.finditer(document.text, block.start, block.end):
            found = outlets.named(match.group())
            if found:
                return Stated(value=found.name, span=document.span(match.start(), match.end()))
    return None


_CAPITALS = re.compile(r"(?:The )?[A-Z][\w&’'-]*(?: (?:of |and |& )?[A-Z][\w&’'-]*)*")
_ITSELF = re.compile(
    r"(?i)(?:(?:originally )?from|(?:more|top stories|latest|most read|trending|stories)\b.{0,20} (?:from|on|in|at)|follow|like|join|support|subscribe to|sign up (?:for|to)|"
    r"download|get|about|welcome to|contact|advertise with|why trust|read|newsletters? from|brought to you by) (?:the )?(?=[A-Z])"
)


def _names_itself(document: Document, outlets: Outlets, *, carried: bool = False) -> Stated | None:
    """The one outlet that the page's furniture names as its own: its masthead, "More from X", "Follow X on"."""
    found: dict[str, Span] = {}
    headline = next((block.start for block in document.blocks if block.kind == "headline"), 0)
    lines = {
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind == "chrome" and block.start < headline
    }
    for block in document.blocks:
        if block.kind != "chrome" or block.end - block.start > 120:
            continue
        words = document.text[block.start : block.end]
        whole = outlets.named(words)
        if whole and len(words) > 2 and block.start < headline:
            found.setdefault(whole.name, document.span(block.start, block.end))
        elif block.start < headline and words.count(" ") <= 2 and (name := outlets.names.search(words)):
            known = outlets.named(name.group())
            if known and known.kind != "platform" and len(name.group()) > 2:
                at = block.start + name.start()
                found.setdefault(known.name, document.span(at, at + len(name.group())))
        elif match := _ITSELF.match(words):
            name = outlets.names.match(words, match.end())
            known = outlets.named(name.group()) if name else None
            if carried and known and known.carries:
                continue
            own = _CAPITALS.match(words, match.end() - 4 * words[: match.end()].endswith("The "))
            if not known and own and own.group() in lines:
                at = block.start + own.start()
                found.setdefault(own.group(), document.span(at, at + len(own.group())))
            if name and known and known.kind != "platform" and len(name.group()) > 3:
                found.setdefault(
                    known.name, document.span(block.start + name.start(), block.start + name.end())
                )
    if len(found) != 1:
        return None
    return Stated(value=next(iter(found)), span=next(iter(found.values())))


def _footer(document: Document, outlets: Outlets, written: frozenset[str]) -> Stated | None:
    """The holder named in a copyright line."""
    for block in reversed(document.blocks):
        if block.kind in ("notice", "chrome") and (
            match := _COPYRIGHT.search(document.text, block.start, block.end)
        ):
            if match["who"].strip() in written or _NO_HOLDER.search(match["who"]):
                continue  # an author holds the rights, or the line leads to a page about rights
            return Stated(value=canonical(match["who"], outlets), span=document.span(*match.span("who")))
    return None


def _on_a_blog(document: Document) -> bool:
    """Whether the page's furniture is a blog's."""
    return any(
        block.kind == "chrome"
        and re.search(r"(?i)\b(?:this|my|our) blog\b", document.text[block.start : block.end])
        for block in document.blocks
    )
