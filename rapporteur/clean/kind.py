"""What kind of report a page is: a transcript, someone else's report shown again, commentary, a statement."""

from __future__ import annotations

import re

from rapporteur.model import Document, ReportKind

STATEMENT = re.compile(
    r"(?i)^(?:(?:joint |press |official |full )*(?:statement|communiqu[eé]|readout|remarks|declaration|press release|news release|"
    r"media (?:release|advisory|note)|for immediate release|fact sheet)\b|statement (?:by|of|from|on)\b|"
    r"(?:joint )?(?:statement|communiqu[eé]|declaration)\b|readout of\b|remarks by\b)"
)
_OPINION = re.compile(
    r"(?i)^(?:opinions?|op-?ed|analysis/opinion|commentary|comment is free|editorial|column|guest essay|perspectives?|viewpoint|analysis & opinion|letters?)\b\s*(?:$|[:|/–—-])"
)
_OPINION_SECTIONS = ("opinion", "opinions", "commentary")
_HEAD = ("headline", "dek", "byline", "chrome", "subhead", "label", "notice")
_HEAD_BLOCKS = 14  # at the top of a page, in which it may say what it is


def kind_of(document: Document, section: str | None, repost: bool) -> ReportKind:
    """The kind of a report; `section` is the one its markup names, `repost` whether another's report is shown."""
    spoken = sum(block.end - block.start for block in document.blocks if block.kind == "transcript")
    told = sum(block.end - block.start for block in document.blocks if block.kind in ("paragraph", "item"))
    if spoken > told:
        return "transcript"
    if repost:
        return "repost"
    head = [
        document.text[block.start : block.end].strip("# *_")
        for block in document.blocks[:_HEAD_BLOCKS]
        if block.kind in _HEAD
    ]
    if any(_OPINION.match(line) for line in head) or (section or "").lower() in _OPINION_SECTIONS:
        return "commentary"
    named = any(block.kind == "byline" and block.rule == "byline-line" for block in document.blocks)
    if not named and any(STATEMENT.match(line) for line in head):
        return "statement"
    return "report"
