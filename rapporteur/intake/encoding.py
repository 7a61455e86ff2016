"""From bytes to text: which encoding it is, and what to say when it is broken."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from rapporteur.model import Problem

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?i)(?:charset\s*=\s*["']?|<\?xml[^>]{0,80}encoding\s*=\s*["'])([a-z0-9_.:-]{2,40})"""
)
_SNIFFED = 256 * 1024
_DETECTED = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with `\\n` line ends, and what had to be guessed or replaced to get it."""

    text: str
    encoding: str
    problem: Problem | None = None


def looks_binary(raw: bytes) -> bool:
    """Whether these bytes are no text in any encoding that reports come in."""
    head = raw[:_SNIFFED]
    if head.startswith(tuple(bom for bom, _ in _BOMS)) or _wide(head):
        return False
    if b"\x00" in head:
        return True
    control = len(
        head.translate(None, bytes(b for b in range(256) if b >= 32 or b in (8, 9, 10, 11, 12, 13, 27)))
    )
    return control > len(head) * 0.01


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte is zero, on one side only."""
    pairs = len(head) // 2
    if pairs < 8:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.7 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def decode(raw: bytes, declared: str | None = None, *, markup: bool = False) -> Decoded:
    """The text of these bytes.

    Tried in order: a byte order mark, UTF-8, what the carrier or the markup declares, what the bytes look
    like. Bytes that fit nothing become U+FFFD and the Problem says how many.
    """
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return _lenient(raw, name)
    wide = _wide(raw[:_SNIFFED])
    if wide:
        return _lenient(raw, wide)
    try:
        return Decoded(text=_lines(raw.decode("utf-8")), encoding="utf-8")
    except UnicodeDecodeError:
        pass
    if declared is None and markup and (found := _DECLARED.search(raw[:4096])):
        declared = found.group(1).decode("ascii")
    if declared and (known := _known(declared)) and known != "utf-8":
        return _lenient(raw, known)
    if _mostly_utf8(raw):
        return _lenient(raw, "utf-8")
    best = from_bytes(raw[:_DETECTED]).best()
    found_name = _known(best.encoding) if best is not None else None
    # Windows text is what undeclared Western bytes nearly always are, and it holds the curly quotes.
    guess = found_name if found_name not in (None, "utf-8") else "cp1252"
    decoded = _lenient(raw, guess or "cp1252")
    message = f"The encoding is not stated; it was read as {decoded.encoding}."
    guessed = Problem(code="encoding-guessed", message=message)
    return Decoded(text=decoded.text, encoding=decoded.encoding, problem=decoded.problem or guessed)


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    # Browsers read these labels as Windows-1252, and so do the people who write them (WHATWG Encoding).
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _mostly_utf8(raw: bytes) -> bool:
    """Whether text is UTF-8 with a few broken places rather than something else."""
    text = raw[:_SNIFFED].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    wide = sum(1 for c in text if ord(c) > 127) - broken
    return wide > 2 * broken


def _lenient(raw: bytes, name: str) -> Decoded:
    text = raw.decode(name, "replace")
    broken = text.count("\ufffd")
    problem = None
    if broken:
        message = f"{broken} places are not valid {name} and are shown as \ufffd."
        problem = Problem(code="encoding-broken", message=message)
    return Decoded(text=_lines(text), encoding=name, problem=problem)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
