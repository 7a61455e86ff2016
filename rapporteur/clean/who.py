"""Who reported a page, who shows this copy, and what kind of report it is: the evidence in order of weight."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from rapporteur.clean.header import MASTHEAD, agency_of
from rapporteur.clean.layout import Laid
from rapporteur.clean.outlets import Outlets
from rapporteur.clean.page import Page
from rapporteur.model import Document, Report, ReportKind, Span, Stated

_ORIGINAL = re.compile(
    r"(?i)(?:(?:originally|first) (?:published|appeared|posted|produced|reported)|republished|reprinted|syndicated|reproduced|"
    r"(?:appeared|was published) (?:first|originally))\s*(?:,? with permission,? )?(?:by|on|in|at|from|via|with permission from)\s+(?:the website of )?"
    r"(?P<who>[^.,;\n]{2,50})"
)
_COPYRIGHT = re.compile(
    r"(?i)(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[,.]?\s*(?:by\s+)?(?P<who>[A-Z][\w&.’' -]{1,40}?)(?=\s*(?:\d{4}|[.,|·•]|all rights|ltd|llc|inc|$))"
)
_TELL = r"\b(?:tells?)\s+(?:the\s+)?"
_TOLD = r"\b(?:told|spoke (?:to|with)|(?:said|confirmed) (?:to|in an (?:exclusive )?interview with)|interview with|(?:obtained|seen|reviewed|viewed|verified) by)\s+(?:the\s+)?"
_RELIES = (
    r"(?:\baccording to\s+(?:the\s+)?(?:a\s+\w+\s+(?:in|by)\s+(?:the\s+)?)?{0}|"
    r"{0}(?:\s+(?:news\s+)?(?:agency|website|newspaper|magazine))?\s+(?:has\s+|had\s+|also\s+|earlier\s+|previously\s+)?(?:report(?:s|ed)?|cites?|cited|citing|writes|wrote|said|says|quotes|quoted|notes|noted|claims|claimed|learned|published|revealed|reveals)\b|"
    r"\b(?:reported|reports|cited|quoted|published|revealed|first reported)\s+(?:by|in)\s+(?:the\s+)?{0}|"
    r"{0}[’']s? (?:report|reporting|story|article|sources|correspondent))"
)
_OWN = (
    r"(?:{0}\s+(?:has\s+|had\s+)?(?:has learned|has obtained|has seen|obtained a copy|understands|can reveal|has confirmed)\b|"
    r"\bas\s+{0}\s+(?:first\s+|previously\s+|exclusively\s+)+reported\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Outlet, carrier and kind, each with its evidence."""

    outlet: Stated | None = None
    carrier: Stated | None = None
    kind: ReportKind = "report"


def find_who(
    report: Report,
    document: Document,
    page: Page,
    laid: Laid,
    outlets: Outlets,
    beside_names: tuple[Span, ...],
) -> Who:
    """Who reported it and who carries it; what the page does not show stays unknown."""
    original = _original(document, outlets)
    site = _site(report, laid, outlets)
    carrier = _carrier_line(document, outlets)
    outlet = original or _from_spans(beside_names, outlets) or _from_dateline(document, outlets)
    footer = _footer(document, outlets)
    own = None
    if outlet is None:
        own = _self_reference(document, outlets)
    named = outlet or own
    shown_by = site or carrier or footer
    known = outlets.named(shown_by.value) if shown_by else None
    if named is None:
        if shown_by is not None and not (known and known.carries):
            named, shown_by = shown_by, None
        return Who(outlet=named, carrier=shown_by, kind=_kind(document, page, laid, False))
    if shown_by is not None and _same(shown_by.value, named.value, outlets):
        shown_by = carrier
    repost = shown_by is not None or original is not None or _on_a_blog(document, named)
    if site is not None and shown_by is site and not (known and known.carries) and original is None:
        # A paper's own page may carry an agency's story or name one in its byline: it shows what it credits.
        repost = True
    return Who(outlet=named, carrier=shown_by, kind=_kind(document, page, laid, repost))


def canonical(name: str, outlets: Outlets) -> str:
    """The table's name for an outlet, else the name as given without a bracketed edition."""
    found = outlets.named(name)
    return (
        found.name if found else re.sub(r"\s*\((?:web|online|print)[^)]*\)\s*$", "", name.strip(), flags=re.I)
    )


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
    if found := outlets.names.search(words):
        return document.span(start + found.start(), start + found.end())
    match = re.match(r"(?:[Tt]he )?[A-Z][\w&’'.-]*(?: (?:of|and|&|[A-Z][\w&’'.-]*))*", words)
    return document.span(start + match.start(), start + match.end()) if match else None


def _from_spans(spans: tuple[Span, ...], outlets: Outlets) -> Stated | None:
    spans = tuple(span for span in spans if not _STATEMENT.match(span.exact))
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


def _carrier_line(document: Document, outlets: Outlets) -> Stated | None:
    """An aggregator that names itself in the lines around the article."""
    for block in document.blocks:
        if block.kind not in ("chrome", "notice"):
            continue
        for match in outlets.names.finditer(document.text, block.start, block.end):
            found = outlets.named(match.group())
            if found and found.kind == "aggregator":
                return Stated(value=found.name, span=document.span(match.start(), match.end()))
    return None


def _footer(document: Document, outlets: Outlets) -> Stated | None:
    """The holder named in a copyright line."""
    for block in reversed(document.blocks):
        if block.kind in ("notice", "chrome") and (
            match := _COPYRIGHT.search(document.text, block.start, block.end)
        ):
            return Stated(value=canonical(match["who"], outlets), span=document.span(*match.span("who")))
    return None


def _self_reference(document: Document, outlets: Outlets) -> Stated | None:
    """An outlet whose own reporting the text speaks of ("officials tell X"), and which it never cites."""
    own: dict[str, list[Span]] = {}
    relied: set[str] = set()
    for block in document.words_of():
        if block.kind not in ("paragraph", "item", "dek"):
            continue
        words = document.text[block.start : block.end]
        for match in outlets.names.finditer(words):
            name = match.group()
            if len(name) < 3:
                continue
            outlet = outlets.named(name)
            if outlet is None or outlet.carries or outlet.kind == "official":
                continue
            around_start = max(0, match.start() - 60)
            around = words[around_start : match.end() + 60]
            escaped = re.escape(name)
            span = document.span(block.start + match.start(), block.start + match.end())
            if re.search(_OWN.format(escaped), around):
                own.setdefault(outlet.name, []).append(span)
            elif re.search(_RELIES.format(escaped), around):
                relied.add(outlet.name)
            elif re.search(_TELL + escaped + r"\b", around):
                own.setdefault(outlet.name, []).insert(0, span)
                own[outlet.name].append(span)
            elif re.search(_TOLD + escaped + r"\b", around):
                own.setdefault(outlet.name, []).append(span)
    left = {name: spans for name, spans in own.items() if name not in relied}
    if len(left) != 1:
        return None
    name, spans = next(iter(left.items()))
    return Stated(value=name, span=spans[0], basis="self-reference") if len(spans) >= 2 else None


def _on_a_blog(document: Document, outlet: Stated) -> bool:
    """Whether the page's furniture is a blog's while its outlet is none."""
    return any(
        block.kind == "chrome"
        and re.search(r"(?i)\b(?:this|my|our) blog\b", document.text[block.start : block.end])
        for block in document.blocks
    )


_STATEMENT = re.compile(
    r"(?i)^(?:(?:joint |press |official |full )*(?:statement|communiqu[eé]|readout|remarks|declaration|press release|news release|"
    r"media (?:release|advisory|note)|for immediate release|fact sheet)\b|statement (?:by|of|from|on)\b|"
    r"(?:joint )?(?:statement|communiqu[eé]|declaration)\b|readout of\b|remarks by\b)"
)
_OPINION = re.compile(
    r"(?i)^(?:opinions?|op-?ed|commentary|comment is free|editorial|column|guest essay|perspectives?|viewpoint|analysis & opinion|letters?)\b\s*(?:$|[:|/–—-])"
)
_BIO = re.compile(
    r"(?i)\b(?:is|was) (?:an? |the )?(?:\w+[ -]){0,4}(?:fellow|professor|columnist|lecturer|former [\w ]{2,40}|author of|director (?:of|at)|historian|scholar)\b"
)


def _kind(document: Document, page: Page, laid: Laid, repost: bool) -> ReportKind:
    head = [
        document.text[block.start : block.end].strip("# *_")
        for block in document.blocks[:14]
        if block.kind in ("headline", "dek", "byline", "chrome", "subhead", "label", "notice")
    ]
    spoken = sum(block.end - block.start for block in document.blocks if block.kind == "transcript")
    told = sum(block.end - block.start for block in document.blocks if block.kind in ("paragraph", "item"))
    if spoken > told:
        return "transcript"
    if repost:
        return "repost"
    if any(_OPINION.match(line) for line in head) or (laid.meta.section or "").lower() in (
        "opinion",
        "opinions",
        "commentary",
    ):
        return "commentary"
    named = any(block.kind == "byline" and block.rule == "byline-line" for block in document.blocks)
    if not named and any(_STATEMENT.match(line) for line in head):
        return "statement"
    return "report"


__all__ = ["MASTHEAD", "Who", "canonical", "find_who"]
