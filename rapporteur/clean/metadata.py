"""What a page's markup says of it: JSON-LD first, then OpenGraph and meta elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rapporteur.clean.laid import Meta

_LONGEST = 2_000_000  # characters of JSON-LD that are parsed
_PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "pubdate", "publishdate", "publish-date", "publish_date", "article.published", "date")  # fmt: skip
_UPDATED = (
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "lastmod",
    "last-modified",
    "article.updated",
)
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "authors")


def read_meta(root: Any) -> Meta:
    """What JSON-LD, OpenGraph and meta elements say, in that order."""
    named: dict[str, str] = {}
    for node in root.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        value = (node.get("content") or "").strip()
        if key and value and len(value) < 2000:
            named.setdefault(key, value)
    linked: dict[str, Any] = next(_articles(root), {})
    title = root.find(".//title")
    canonical = next(
        (n.get("href") for n in root.iter("link") if (n.get("rel") or "").lower() == "canonical"), None
    )
    written = tuple(_names(linked.get("author"))) or tuple(
        named[key].removeprefix("By ") for key in _AUTHORS if key in named and "://" not in named[key]
    )
    return Meta(
        title=_text(linked.get("headline"))
        or named.get("og:title")
        or _text(title.text if title is not None else None),
        site=named.get("og:site_name") or named.get("application-name"),
        publisher=next(iter(_names(linked.get("publisher"))), None),
        authors=tuple(dict.fromkeys(name for name in written if len(name) < 80)),
        published=_text(linked.get("datePublished")) or _first(named, _PUBLISHED) or _timed(root),
        updated=_text(linked.get("dateModified")) or _first(named, _UPDATED),
        url=canonical or named.get("og:url"),
        language=_language(root.get("lang") or named.get("og:locale")),
        section=_text(linked.get("articleSection")) or named.get("article:section"),
        body=_text(linked.get("articleBody")),
    )


def _timed(root: Any) -> str | None:
    """The one `time` element that says it is the date of publication."""
    for node in root.iter("time"):
        if node.get("pubdate") is not None or "datePublished" in (node.get("itemprop") or ""):
            return _text(node.get("datetime"))
    return None


def _first(named: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((named[key] for key in keys if key in named), None)


def _language(value: str | None) -> str | None:
    code = (value or "").strip().lower().replace("_", "-").split("-")[0]
    return code if 2 <= len(code) <= 3 and code.isalpha() else None


def _articles(root: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article."""
    for node in root.iter("script"):
        if "ld+json" not in (node.get("type") or "") or not node.text or len(node.text) > _LONGEST:
            continue
        try:
            data = json.loads(node.text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        pending: list[Any] = [data]
        while pending and len(pending) < 1000:
            item = pending.pop(0)
            if isinstance(item, list):
                pending += item
            elif isinstance(item, dict):
                for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                    if isinstance(item.get(key), list | dict):
                        pending.append(item[key])
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(
                    isinstance(kind, str) and kind.endswith(("Article", "Posting", "Report"))
                    for kind in kinds
                ):
                    yield item


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("name")
        if isinstance(item, list):
            item = item[0] if item else None
        if isinstance(item, str) and item.strip() and "://" not in item:
            yield " ".join(item.split())
