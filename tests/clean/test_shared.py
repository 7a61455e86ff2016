"""The captured pages beside the repository: every text is read, kept whole and cut into blocks that keep the laws."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rapporteur.clean import clean
from rapporteur.intake import Options, Refused, receive
from rapporteur.model import Document

REPORTS = Path(__file__).resolve().parents[2].parent / "shared" / "reports"
FOLDERS = ("ukraine-2025", "iran-2013-2015", "us-shutdown-2026", "opec-1987", "derivation-pairs")
missing = pytest.mark.skipif(not REPORTS.exists(), reason="SKIPPED: ../shared/reports is not there")
HEAD = ("chrome", "comment", "notice", "credit", "headline", "dek", "byline")


def documents(folder: str) -> dict[str, tuple[Document, bytes]]:
    found = receive([str(REPORTS / folder)], Options(clock=lambda: ""))
    return {report.source: (clean(report), report.raw) for report in found if not isinstance(report, Refused)}


@missing
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_text_is_kept_and_covered(folder: str) -> None:
    """A plain text is the document's text; its blocks stand in order, apart, and leave out only bullet signs."""
    held = documents(folder)
    assert held
    for name, (document, raw) in held.items():
        assert document.text == raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"), name
        at = 0
        left = list(document.text)
        for block in document.blocks:
            assert at <= block.start < block.end, name
            at = block.end
            left[block.start : block.end] = [" "] * (block.end - block.start)
        assert not set("".join(left).strip()) - set("•◦▪‣●○■□►▶➤➢✓✔⁃∙·*-–— \n\t\xa0\ufffc\u200b\ufeff"), name
        assert any(block.voice in ("newsroom", "author", "transcript") for block in document.blocks), name


@missing
def test_body_and_what_pages_say_of_themselves() -> None:
    """The three captured pages against their gold: body F1 by characters, title, outlet, byline and stamps."""
    right = found = wanted = 0
    for name, (document, _) in documents("ukraine-2025").items():
        gold = json.loads((REPORTS / "ukraine-2025" / "gold" / f"{Path(name).stem}.json").read_text())
        text, body = document.text, gold["body"]
        is_body = [False] * len(text)
        start, end = text.find(body["first"]), text.find(body["last"]) + len(body["last"])
        is_body[start:end] = [True] * (end - start)
        told = [False] * len(text)
        for block in document.blocks:
            if block.kind not in HEAD and block.voice not in ("page", "reader"):
                told[block.start : block.end] = [True] * (block.end - block.start)
        for char, is_wanted, is_found in zip(text, is_body, told, strict=True):
            if not char.isspace():
                right += is_wanted and is_found
                found += is_found
                wanted += is_wanted
        meta = gold["meta"]
        plain = lambda words: (words or "").removeprefix("The ")  # noqa: E731
        assert plain(document.outlet.value if document.outlet else None) == plain(meta["outlet_original"])
        assert (document.title.value if document.title else None) == meta["title"]
        assert [one.value for one in document.byline] == meta["byline"]
        stamps = [one.value for one in (document.published, document.updated) if one]
        assert stamps == ([meta["published_time"]] if meta.get("published_time") else [])
    assert 2 * right / (found + wanted) >= 0.99
