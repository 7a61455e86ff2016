"""PDF and DOCX: their text, page by page and paragraph by paragraph."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapporteur.intake.kinds import DOCX, PDF
from rapporteur.intake.opening import too_large
from rapporteur.intake.source import Item, Limits, Options, Received, Refused, make_report

_BULLET = "• "


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of a document, what it calls itself and who it says wrote it."""

    text: str
    title: str | None = None
    author: str | None = None
    cut: bool = False  # there was more than the bound


def from_pdf(item: Item, options: Options) -> Iterator[Received]:
    """A PDF as a report, if it has text."""
    yield _checked(item, PDF, options, pdf_text)


def from_docx(item: Item, options: Options) -> Iterator[Received]:
    """A DOCX as a report, if it has text."""
    yield _checked(item, DOCX, options, docx_text)


def _checked(
    item: Item, kind: str, options: Options, extract: Callable[[bytes, Limits], Extracted | str]
) -> Received:
    if len(item.raw) > options.limits.decoded:
        return too_large(item.name, options.limits.decoded)
    found = extract(item.raw, options.limits)
    if isinstance(found, str):
        return Refused(source=item.name, reason=found, code="broken")
    if not found.text.strip():
        return Refused(source=item.name, reason="It has no text; perhaps it is a scan.", code="no-text")
    return make_report(item, kind, options)


@lru_cache(maxsize=8)
def pdf_text(raw: bytes, limits: Limits) -> Extracted | str:
    """The text of a PDF, or a sentence where there is none to be had; pages are parted by a blank line."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    started = time.monotonic()
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            return "It is locked with a password."
        pages: list[str] = []
        cut = False
        for number, page in enumerate(reader.pages):
            if number >= limits.pages or time.monotonic() - started > limits.seconds:
                cut = True
                break
            pages.append(_joined(page.extract_text()))
        about = reader.metadata
        title = str(about.title).strip() if about and about.title else None
        author = str(about.author).strip() if about and about.author else None
    except RecursionError:
        return "It is nested too deep to be read."
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        AssertionError,
        ArithmeticError,
    ):
        return "It is not a whole PDF."
    return Extracted(text="\n\n".join(pages), title=title or None, author=author or None, cut=cut)


def _joined(words: str) -> str:
    """A page's lines without the hyphens that broke words across them."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").split("\n")
    out: list[str] = []
    for line in lines:
        kept = line.rstrip()
        if out and out[-1].endswith("\u00ad"):
            out[-1] = out[-1][:-1] + kept.lstrip()
        else:
            out.append(kept)
    return "\n".join(out)


@lru_cache(maxsize=8)
def docx_text(raw: bytes, limits: Limits) -> Extracted | str:
    """The text of a DOCX in the order of its paragraphs and tables, or a sentence where there is none."""
    from docx import Document as open_docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            if sum(part.file_size for part in parts.infolist()) > 4 * limits.decoded:
                return "Unpacked it is larger than is read."
        document = open_docx(io.BytesIO(raw))
        lines: list[str] = []
        for block in document.iter_inner_content():
            if hasattr(block, "rows"):
                lines += [
                    "   ".join(cell.text.replace("\n", " ") for cell in row.cells) for row in block.rows
                ]
                continue
            words = block.text.strip()
            style = (block.style.name or "") if block.style is not None else ""
            if words:
                lines.append(_BULLET + words if style.startswith("List Bullet") else words)
        about = document.core_properties
        title, author = (about.title or "").strip(), (about.author or "").strip()
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        LxmlError,
        KeyError,
        ValueError,
        OSError,
        AttributeError,
        TypeError,
    ):
        return "It is not a whole DOCX."
    author = "" if author.lower() in ("python-docx", "microsoft office user", "user", "admin") else author
    return Extracted(text="\n\n".join(lines), title=title or None, author=author or None)
