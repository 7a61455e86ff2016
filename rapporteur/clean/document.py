"""The Document of a Report: text, blocks, and what the page says of itself."""

from __future__ import annotations

import re
from dataclasses import replace

from rapporteur.clean.blocks import judge
from rapporteur.clean.dates import find_dates
from rapporteur.clean.header import read_byline, read_dateline
from rapporteur.clean.labels import read_label
from rapporteur.clean.laid import Laid
from rapporteur.clean.layout import lay_out
from rapporteur.clean.outlets import Outlets, bundled
from rapporteur.clean.page import Page, voice_of
from rapporteur.clean.tongue import language
from rapporteur.clean.units import bullet, numbered
from rapporteur.clean.who import find_who
from rapporteur.model import Block, BlockKind, Document, Report, Span, Stated

_DATELINES_IN = 3  # paragraphs at the top in which a dateline may stand


def clean(report: Report, outlets: Outlets | None = None) -> Document:
    """The cleaned document of a report, from this one page alone; `outlets` replaces the bundled table."""
    table = outlets or bundled()
    laid = lay_out(report)
    page = judge(laid.text, laid.units, table, laid.within)
    blocks, dateline = _blocks(page)
    document = Document(
        report=report.id,
        text=laid.text,
        language=language(laid.text, blocks, laid.language),
        blocks=blocks,
        title=_title(page, laid, report),
        dateline=dateline,
        links=laid.links,
        problems=laid.problems,
    )
    byline, papers = _byline(page, document, laid, table)
    who = find_who(report, document, laid, table, papers, frozenset(name.value for name in byline))
    dates = find_dates(report, document, page, laid)
    if who.kind == "commentary":
        blocks = tuple(replace(block, voice=voice_of(block.kind, commentary=True)) for block in blocks)
    return replace(
        document,
        blocks=blocks,
        kind=who.kind,
        outlet=who.outlet,
        carrier=who.carrier,
        byline=byline,
        published=dates.published,
        updated=dates.updated,
        problems=(*laid.problems, *dates.problems),
    )


def _blocks(page: Page) -> tuple[tuple[Block, ...], Stated | None]:
    """The page's units as blocks: bullets taken off, labels and datelines split from what they open."""
    found: list[Block] = []
    dateline: Stated | None = None
    text = page.text
    paragraphs = 0

    def put(kind: BlockKind, start: int, end: int, rule: str) -> None:
        if start < end:
            found.append(Block(kind=kind, voice=voice_of(kind), start=start, end=end, rule=rule))

    for unit, judged in zip(page.units, page.kinds, strict=True):
        kind, rule = judged or ("paragraph", "unjudged")
        start, end = unit.start, unit.end
        if kind != "paragraph":
            put(kind, start, end, rule)
            continue
        paragraphs += 1
        opened = bullet(text, start, end)
        if opened > start:
            kind, rule, start = "item", "bullet", opened
        elif unit.tag == "li":
            kind, rule = "item", "list-markup"
        elif numbered(text, start, end):
            kind, rule = "item", "numbered"
        if dateline is None and paragraphs <= _DATELINES_IN and (line := read_dateline(text, start, end)):
            begin, stop, rest = line
            dateline = Stated(value=text[begin:stop], span=_span(text, begin, stop))
            put("dateline", begin, _back(text, rest), "dateline")
            start = rest
        elif label := read_label(text, start, end):
            begin, stop, rest = label
            put("label", begin, stop, "house-label")
            start = rest
        put(kind, start, end, rule)
    return tuple(found), dateline


def _back(text: str, at: int) -> int:
    while text[at - 1].isspace():
        at -= 1
    return at


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, exact=text[start:end])


def _title(page: Page, laid: Laid, report: Report) -> Stated | None:
    """The headline printed on the page, else what markup or the giver says."""
    if page.headline is not None:
        unit = page.units[page.headline]
        return Stated(value=unit.text, span=_span(page.text, unit.start, unit.end))
    if laid.meta.title:
        return Stated(value=laid.meta.title, basis="markup")
    if report.given.title:
        return Stated(value=report.given.title, basis="given")
    return None


_NAMING = frozenset({"byline-line", "names-line", "byline-markup"})
_BY = re.compile(r"\b[Bb]y (?=[A-Z])")


def _byline(
    page: Page, document: Document, laid: Laid, outlets: Outlets
) -> tuple[tuple[Stated, ...], tuple[Span, ...]]:
    """Who wrote it, from the byline lines, else from markup; and the outlets that stand beside the names."""
    names: dict[str, Stated] = {}
    papers: list[Span] = []
    by: re.Match[str] | None = None
    for block in document.blocks:
        if block.kind != "byline":
            continue
        by = None
        line = read_byline(page.text, block.start, block.end, outlets)
        papers += [document.span(a, b) for a, b in line.outlets]
        if block.rule == "stamp-line" and (by := _BY.search(page.text, block.start, block.end)):
            line = read_byline(page.text, by.start(), block.end, outlets)
        if block.rule in _NAMING or (block.rule == "stamp-line" and by):
            for a, b in line.names:
                names.setdefault(page.text[a:b], Stated(value=page.text[a:b], span=document.span(a, b)))
    if not names:
        names = {name: Stated(value=name, basis="markup") for name in laid.meta.authors}
    return tuple(names.values()), tuple(papers)
