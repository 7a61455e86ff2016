"""JSON Lines dumps with a map of fields, JSON lists of the same, and CSL-JSON lists of what to fetch."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rapporteur.intake.encoding import decode
from rapporteur.intake.kinds import HTML, PLAIN
from rapporteur.intake.opening import from_address, too_large
from rapporteur.intake.source import Item, Options, Received, Refused, make_report, merge
from rapporteur.model import Given

# Our names → what dumps call them, first found first.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article", "fulltext", "full_text", "article_text", "maintext", "markdown"),
    "html": ("html", "content_html", "raw_html", "body_html"),
    "title": ("title", "headline", "name"),
    "url": ("url", "link", "web_url", "source_url", "id_url"),
    "published": ("published", "date", "published_at", "publish_date", "date_published", "pubdate", "pubDate", "publication_date", "created"),
    "outlet": ("outlet", "source", "publisher", "source_name", "site", "publication", "domain", "source_domain", "newspaper"),
}  # fmt: skip


def from_lines(item: Item, options: Options) -> Iterator[Received]:
    """Each line of a dump as a report; a line that is none is refused by its number."""
    text = decode(item.raw).text.removeprefix("\ufeff")
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        if number > options.limits.members:
            yield Refused(
                source=item.name,
                reason=f"Only {options.limits.members} lines of it are read.",
                code="too-many",
            )
            return
        name = f"{item.name}#{number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            yield Refused(source=name, reason="The line is not JSON.", code="broken")
            continue
        yield from_record(name, record, item.given, options)


def from_record(name: str, record: Any, given: Given, options: Options) -> Received:
    """One object of a dump as a report."""
    if not isinstance(record, dict):
        return Refused(source=name, reason="It is no object with fields.", code="broken")
    found = {ours: _field(record, ours, options.fields) for ours in FIELDS}
    markup = found["html"]
    words = markup or found["text"]
    if not words or not words.strip():
        return Refused(source=name, reason="It has no text under any known field.", code="no-text")
    raw = words.encode("utf-8", "replace")
    if len(raw) > options.limits.decoded:
        return too_large(name, options.limits.decoded)
    own = Given(outlet=found["outlet"], url=found["url"], published=found["published"], title=found["title"])
    opened = Item(name=name, raw=raw, given=merge(own, given))
    return make_report(opened, HTML if markup else PLAIN, options)


def _field(record: dict[str, Any], ours: str, named: Mapping[str, str]) -> str | None:
    keys = (named[ours],) if ours in named else FIELDS[ours]
    for key in keys:
        value: Any = record
        for part in key.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            return value if ours in ("text", "html") else value.strip()
    return None


def from_json(item: Item, options: Options) -> Iterator[Received]:
    """A JSON file: a JSON Feed, a CSL-JSON list, or a list of objects with text."""
    from rapporteur.intake.feeds import from_json_feed

    try:
        data = json.loads(decode(item.raw).text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        yield Refused(source=item.name, reason="It is not JSON.", code="broken")
        return
    if isinstance(data, dict) and "jsonfeed.org" in str(data.get("version", "")):
        yield from from_json_feed(item, data, options)
        return
    records = data.get("items", [data]) if isinstance(data, dict) else data
    if not isinstance(records, list) or not records:
        yield Refused(source=item.name, reason="It holds nothing that is read here.", code="unknown-kind")
        return
    for number, record in enumerate(records[: options.limits.members], start=1):
        if _is_csl(record):
            yield from from_csl(f"{item.name}#{number}", record, item.given, options)
        else:
            yield from_record(f"{item.name}#{number}", record, item.given, options)


def _is_csl(record: Any) -> bool:
    return (
        isinstance(record, dict)
        and "type" in record
        and ("issued" in record or "URL" in record or "container-title" in record)
    )


def from_csl(name: str, record: dict[str, Any], given: Given, options: Options) -> Iterator[Received]:
    """The page that a CSL-JSON entry cites, with the date, outlet and title it gives."""
    url = record.get("URL")
    if not isinstance(url, str) or not url.strip():
        yield Refused(source=name, reason="The entry has no URL to read.", code="no-url")
        return
    outlet = record.get("container-title") or record.get("publisher")
    outlet = outlet[0] if isinstance(outlet, list) and outlet else outlet
    title = record.get("title")
    own = Given(
        outlet=outlet if isinstance(outlet, str) else None,
        url=url.strip(),
        published=_issued(record.get("issued")),
        title=title if isinstance(title, str) else None,
    )
    yield from from_address(url.strip(), merge(own, given), options)


def _issued(value: Any) -> str | None:
    """A CSL date, to the day it gives: `{"date-parts": [[2026, 6, 2]]}`."""
    if isinstance(value, dict):
        parts = value.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list) and len(parts[0]) >= 3:
            try:
                year, month, day = (int(part) for part in parts[0][:3])
            except (TypeError, ValueError):
                return None
            return f"{year:04}-{month:02}-{day:02}"
        value = value.get("raw") or value.get("literal")
    return value.strip() if isinstance(value, str) and value.strip() else None
