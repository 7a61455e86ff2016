"""RSS, Atom and JSON Feed: each entry as a report; and OPML lists of feeds."""

from __future__ import annotations

import html
import re
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from rapporteur.intake.encoding import decode
from rapporteur.intake.kinds import HTML
from rapporteur.intake.opening import from_address
from rapporteur.intake.source import Item, Options, Received, Refused, make_report, merge, shown
from rapporteur.model import Given

MOST_ENTRIES = 500
LARGEST = 16 * 1024 * 1024
_FULL = 150  # words: an entry with as many carries the article, a shorter one only announces it
_TAGS = re.compile(r"<[^>]{0,2000}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry of a feed, in our own terms whatever format it came in."""

    key: str  # what names it for ever in its feed
    given: Given
    content: str = ""  # markup

    @property
    def is_full(self) -> bool:
        """Whether it carries the article itself."""
        return len(_TAGS.sub(" ", self.content).split()) >= _FULL


def parse_feed(raw: bytes, url: str | None = None) -> tuple[FeedEntry, ...] | str:
    """The entries of an RSS or Atom feed, in its order, or a sentence why there are none to be had."""
    import feedparser

    if len(raw) > LARGEST:
        return f"The feed is larger than {LARGEST // (1024 * 1024)} MB."
    if b"<!ENTITY" in raw[:65536]:
        return "The feed defines entities of its own, which no honest feed needs."
    try:
        found = feedparser.parse(raw, sanitize_html=True, resolve_relative_uris=True)
    except (ValueError, TypeError, KeyError, RecursionError, AttributeError, LookupError):
        return "The feed cannot be read."
    if not found.entries and (found.bozo or not found.get("version")):
        return "It is not a feed."
    paper = _words(found.feed.get("title"))
    return tuple(_entry(entry, paper) for entry in found.entries[:MOST_ENTRIES])


def _entry(entry: Any, paper: str | None) -> FeedEntry:
    link = _words(entry.get("link"))
    source = entry.get("source")
    outlet = _words(source.get("title")) if isinstance(source, dict) else None
    contents = [part.get("value") or "" for part in entry.get("content") or [] if isinstance(part, dict)]
    content = max([*contents, entry.get("summary") or ""], key=len)
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    published = None
    if stamp:
        try:
            published = datetime.fromtimestamp(timegm(stamp), UTC).isoformat().replace("+00:00", "Z")
        except (ValueError, OverflowError, OSError):
            published = None
    title = _words(entry.get("title"))
    key = _words(entry.get("id")) or link or f"{title} {published}"
    title = html.unescape(_TAGS.sub("", title)) if title else None
    return FeedEntry(
        key=key,
        given=Given(outlet=outlet or paper, url=link, published=published, title=title),
        content=content,
    )


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def from_feed(item: Item, options: Options) -> Iterator[Received]:
    """The entries of a feed: as it carries them, else from the pages they lead to."""
    entries = parse_feed(item.raw, item.name)
    if isinstance(entries, str):
        yield Refused(source=item.name, reason=entries, code="broken")
        return
    for entry in entries:
        yield from from_entry(entry, item, options)


def from_entry(entry: FeedEntry, item: Item, options: Options) -> Iterator[Received]:
    """One entry: its own text where that is the article, else the page, else what text there is."""
    name = entry.given.url or f"{item.name}#{shown(entry.key)}"
    given = merge(entry.given, item.given)
    if not entry.is_full and entry.given.url and options.fetch is not None:
        yield from from_address(entry.given.url, given, options, depth=item.depth + 1)
        return
    if not entry.content.strip():
        yield Refused(
            source=name, reason="The entry has no text, and its page was not fetched.", code="no-text"
        )
        return
    title = html.escape(entry.given.title or "")
    page = f"<html><body><article><h1>{title}</h1>\n{entry.content}\n</article></body></html>"
    yield make_report(Item(name=name, raw=page.encode("utf-8", "replace"), given=given), HTML, options)


def parse_json_feed(data: dict[str, Any]) -> tuple[FeedEntry, ...]:
    """The entries of a JSON Feed."""
    paper = _words(data.get("title"))
    items = data.get("items")
    found = []
    for record in (items if isinstance(items, list) else [])[:MOST_ENTRIES]:
        if not isinstance(record, dict):
            continue
        text = record.get("content_text")
        content = record.get("content_html") or (
            f"<p>{html.escape(text)}</p>" if isinstance(text, str) else ""
        )
        url = _words(record.get("url")) or _words(record.get("external_url"))
        given = Given(
            outlet=paper,
            url=url,
            published=_words(record.get("date_published")),
            title=_words(record.get("title")),
        )
        key = str(record.get("id") or url or given.title)
        found.append(FeedEntry(key=key, given=given, content=content if isinstance(content, str) else ""))
    return tuple(found)


def from_json_feed(item: Item, data: dict[str, Any], options: Options) -> Iterator[Received]:
    """The entries of a JSON Feed as reports."""
    for entry in parse_json_feed(data):
        yield from from_entry(entry, item, options)


def parse_opml(raw: bytes) -> tuple[str, ...] | str:
    """The feeds an OPML list names, in its order and once each, or a sentence why it cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(decode(raw).text.encode("utf-8"), parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return "It is not a list of feeds."
    if root is None:
        return "It is not a list of feeds."
    urls = (node.get("xmlUrl") or node.get("xmlurl") or "" for node in root.iter("outline"))
    return tuple(dict.fromkeys(url.strip() for url in urls if url.strip()))


def from_opml(item: Item, options: Options) -> Iterator[Received]:
    """Every report of every feed in a list."""
    feeds = parse_opml(item.raw)
    if isinstance(feeds, str):
        yield Refused(source=item.name, reason=feeds, code="broken")
        return
    for url in feeds:
        yield from from_address(url, item.given, options, depth=1)
