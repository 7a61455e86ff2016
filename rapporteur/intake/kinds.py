"""What kind of thing some bytes are: by their first bytes, then by name."""

from __future__ import annotations

import re
from pathlib import PurePath

PLAIN, HTML, MARKDOWN = "text/plain", "text/html", "text/markdown"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL, MBOX = "message/rfc822", "application/mbox"
ZIP, TAR, GZIP = "application/zip", "application/x-tar", "application/gzip"
FEED, OPML = "application/feed+xml", "text/x-opml"
JSON_FEED, JSON_LINES, CSL = (
    "application/feed+json",
    "application/x-ndjson",
    "application/vnd.citationstyles.csl+json",
)
UNKNOWN = "application/octet-stream"

BY_SUFFIX = {
    ".txt": PLAIN, ".text": PLAIN, "": PLAIN, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".md": MARKDOWN,
    ".markdown": MARKDOWN, ".pdf": PDF, ".docx": DOCX, ".eml": MAIL, ".mbox": MBOX, ".zip": ZIP, ".tar": TAR,
    ".tgz": GZIP, ".gz": GZIP, ".rss": FEED, ".atom": FEED, ".opml": OPML, ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
}  # fmt: skip
# Read when named, passed over in a folder: tables, notes and settings lie beside reports everywhere.
NAMED_ONLY = {".json": JSON_FEED, ".xml": FEED, ".log": PLAIN, ".mht": MAIL, ".mhtml": MAIL}

_OPENS_HTML = re.compile(
    rb"(?is)\A[\s\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|meta|title)\b"
)
_OPENS_FEED = re.compile(
    rb"(?is)\A[\s\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?xml-stylesheet[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b"
)
_OPENS_OPML = re.compile(rb"(?is)\A[\s\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<opml\b")


def kind_of(name: str, raw: bytes, said: str | None = None) -> str:
    """The media type of some bytes called `name`, whatever the carrier `said`."""
    suffix = PurePath(name).suffix.lower()
    if raw.startswith(b"%PDF-"):
        return PDF
    if raw.startswith(b"\x1f\x8b"):
        return GZIP
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return (
            DOCX
            if suffix == ".docx" or b"word/document.xml" in raw[:4096] or b"[Content_Types].xml" in raw[:64]
            else ZIP
        )
    if raw[257:262] == b"ustar":
        return TAR
    head = raw[:4096]
    if _OPENS_OPML.match(head):
        return OPML
    if _OPENS_FEED.match(head):
        return FEED
    by_name = BY_SUFFIX.get(suffix) or NAMED_ONLY.get(suffix)
    if by_name in (MARKDOWN, MAIL, MBOX, JSON_LINES, JSON_FEED):
        return by_name
    if _OPENS_HTML.match(head) or by_name == HTML:
        return HTML
    if said:
        said = said.split(";")[0].strip().lower()
        if said in ("application/xhtml+xml", HTML):
            return HTML
        if said in (MARKDOWN, MAIL):
            return said
        if said in ("application/json", JSON_FEED):
            return JSON_FEED
    if by_name is None or by_name == PLAIN:
        return PLAIN
    return by_name
