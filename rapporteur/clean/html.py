"""HTML as text and units: what a reader would see, line by line, with what the markup says of each line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from rapporteur.clean.layout import Laid, Meta
from rapporteur.clean.units import Unit, make_unit
from rapporteur.intake.encoding import decode
from rapporteur.model import Link, Report

_SKIP = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "head",
        "form",
        "button",
        "select",
        "input",
        "textarea",
        "canvas",
        "audio",
        "video",
        "map",
    }
)
_BLOCK = frozenset({
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "tr", "td", "th", "tbody", "thead", "blockquote", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6",
    "pre", "hr", "br", "body", "html", "address", "details", "summary", "time", "fieldset",
})  # fmt: skip
_MARKS = (
    ("comment", re.compile(r"(?i)\b(?:comments?|disqus|respond|replies)\b|comment[-_]|[-_]comments?\b")),
    ("related", re.compile(r"(?i)related|recommend|more-?stories|most-?(?:read|popular)|trending|teaser|promo|outbrain|taboola")),
    ("chrome", re.compile(r"(?i)\b(?:nav|menu|breadcrumbs?|share|social|newsletter|subscribe|paywall|cookie|consent|advert\w*|ads?|sponsor\w*|footer|sidebar|toolbar|tags?|topics)\b")),
    ("byline", re.compile(r"(?i)\b(?:byline|author|contributors?)\b|byline|author-name")),
    ("dek", re.compile(r"(?i)\b(?:dek|standfirst|subtitle|sub-?headline|article-?summary)\b")),
    ("caption", re.compile(r"(?i)\b(?:caption|credit)\b|figcaption|wp-caption")),
)  # fmt: skip
_SPACE = re.compile(r"\s+")


def lay_out_html(report: Report) -> Laid:
    """The text and units of a page in markup."""
    decoded = decode(report.raw, markup=True)
    problems = (decoded.problem,) if decoded.problem else ()
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(
            decoded.text.encode("utf-8", "replace"),
            parser=lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    del parser
    if root is None:
        return Laid(text="", units=(), problems=problems)
    meta = read_meta(root)
    text, units, links = _serialise(root)
    return Laid(text=text, units=units, links=links, problems=problems, meta=meta)


def _serialise(root: Any) -> tuple[str, tuple[Unit, ...], tuple[Link, ...]]:
    parts: list[str] = []
    length = 0
    line: list[str] = []
    line_links: list[tuple[int, int, str]] = []
    line_length = 0
    units: list[Unit] = []
    links: list[Link] = []
    state: tuple[str, frozenset[str]] = ("", frozenset())

    def flush() -> None:
        nonlocal length, line, line_length, line_links
        words = "".join(line)
        kept = _SPACE.sub(" ", words).strip()
        if kept:
            if parts:
                parts.append("\n\n")
                length += 2
            linked = sum(b - a for a, b, _ in line_links)
            units.append(
                make_unit(
                    length,
                    length + len(kept),
                    kept,
                    gap=1,
                    tag=state[0],
                    linked=min(1.0, linked / len(kept)),
                    marks=state[1],
                )
            )
            at = 0
            for a, b, url in line_links:
                anchor = _SPACE.sub(" ", words[a:b]).strip()
                found = kept.find(anchor, at) if anchor else -1
                if found >= 0 and url:
                    links.append(Link(start=length + found, end=length + found + len(anchor), url=url))
                    at = found + len(anchor)
            parts.append(kept)
            length += len(kept)
        line, line_length, line_links = [], 0, []

    def put(words: str | None) -> None:
        nonlocal line_length
        if words:
            line.append(words)
            line_length += len(words)

    # An explicit stack: pages nest deeper than Python recurses.
    body = root.find("body")
    stack: list[tuple[Any, bool, str, frozenset[str], int]] = [
        (body if body is not None else root, False, "", frozenset(), 0)
    ]
    while stack:
        node, leaving, tag, marks, opened = stack.pop()
        name = node.tag if isinstance(node.tag, str) else ""
        if leaving:
            if name == "a":
                line_links.append((opened, line_length, node.get("href") or ""))
            if name in _BLOCK:
                flush()
            state = (tag, marks)
            put(node.tail)
            continue
        if not name or name in _SKIP or node.get("hidden") is not None or node.get("aria-hidden") == "true":
            put(node.tail)
            continue
        inner_tag, inner_marks = tag, marks
        if name in _BLOCK:
            flush()
            if name in (
                "p",
                "li",
                "blockquote",
                "figcaption",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "pre",
                "time",
                "td",
                "th",
            ):
                inner_tag = name if not (name == "p" and tag in ("li", "blockquote", "figcaption")) else tag
            inner_marks = marks | _marks_of(node, name)
        stack.append((node, True, tag, marks, line_length))
        state = (inner_tag, inner_marks)
        put(node.text)
        stack.extend((child, False, inner_tag, inner_marks, 0) for child in reversed(node))
    flush()
    return "".join(parts), tuple(units), tuple(links)


def _marks_of(node: Any, name: str) -> frozenset[str]:
    found = set()
    if name in ("nav", "footer", "aside"):
        found.add(name)
    words = f"{node.get('class') or ''} {node.get('id') or ''}"
    if words != " " and name not in ("body", "html"):
        found |= {mark for mark, pattern in _MARKS if pattern.search(words)}
    return frozenset(found)


def read_meta(root: Any) -> Meta:
    """What JSON-LD, OpenGraph and meta elements say, in that order."""
    named: dict[str, str] = {}
    for node in root.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        value = (node.get("content") or "").strip()
        if key and value:
            named.setdefault(key, value)
    linked = next(_json_ld(root), {})
    title_node = root.find(".//title")
    canonical = next(
        (n.get("href") for n in root.iter("link") if (n.get("rel") or "").lower() == "canonical"), None
    )
    authors = tuple(_names(linked.get("author")))
    html_language = root.get("lang")
    return Meta(
        title=_text(linked.get("headline")) or named.get("og:title") or (title_node.text or "").strip()
        if title_node is not None
        else named.get("og:title"),
        site=named.get("og:site_name") or named.get("application-name"),
        publisher=next(iter(_names(linked.get("publisher"))), None),
        authors=authors
        or tuple(v for k, v in named.items() if k in ("author", "article:author") and "://" not in v),
        published=_text(linked.get("datePublished"))
        or named.get("article:published_time")
        or named.get("datepublished")
        or named.get("date"),
        updated=_text(linked.get("dateModified"))
        or named.get("article:modified_time")
        or named.get("og:updated_time"),
        url=canonical or named.get("og:url"),
        type=_text(linked.get("@type")),
        language=html_language,
        section=_text(linked.get("articleSection")) or named.get("article:section"),
    )


def _json_ld(root: Any) -> Iterator[dict[str, Any]]:
    for node in root.iter("script"):
        if "ld+json" not in (node.get("type") or ""):
            continue
        try:
            data = json.loads(node.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        pending = [data]
        while pending:
            item = pending.pop(0)
            if isinstance(item, list):
                pending += item
            elif isinstance(item, dict):
                pending += item.get("@graph") or [] if isinstance(item.get("@graph"), list) else []
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(
                    isinstance(k, str) and (k.endswith(("Article", "Posting")) or k == "Report")
                    for k in kinds
                ):
                    yield item


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("name")
        if isinstance(item, str) and item.strip():
            yield item.strip()
