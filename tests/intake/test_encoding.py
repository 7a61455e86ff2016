"""Bytes to text: marks, declarations, guesses, and what is said when nothing fits."""

from __future__ import annotations

import pytest

from rapporteur.intake.encoding import decode, looks_binary

QUOTED = "“Zażółć gęślą jaźń,” the envoy said — café."


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_known_by_its_mark_or_its_zeros(name: str) -> None:
    """Every Unicode encoding is read without being told."""
    text = QUOTED if not name.endswith(("le", "be")) else "The envoy left the talks early. " * 20
    found = decode(text.encode(name))
    assert found.text.lstrip("\ufeff") == text
    assert found.problem is None


def test_windows_text_keeps_its_curly_quotes() -> None:
    """Undeclared Western bytes are Windows-1252, and the guess is said."""
    found = decode("“We will not sign,” she said – not today.".encode("cp1252"))
    assert found.text.startswith("“We will not sign,”")
    assert found.problem is not None


def test_a_page_declares_its_encoding() -> None:
    """Markup's own word counts before any guess."""
    raw = '<html><meta charset="windows-1251"><p>Переговоры продолжаются.'.encode("cp1251")
    found = decode(raw, markup=True)
    assert "Переговоры" in found.text
    assert found.problem is None


def test_a_few_broken_bytes_do_not_cost_the_text() -> None:
    """Broken places become U+FFFD, are counted, and the rest is read."""
    raw = "Die Gespräche in Köln dauern an – größer als gedacht. ".encode() * 5 + b"\xff\xfe and on."
    found = decode(raw)
    assert found.encoding == "utf-8"
    assert found.text.endswith("\ufffd\ufffd and on.")
    assert found.problem is not None
    assert found.problem.code == "encoding-broken"


def test_line_ends_become_one_kind() -> None:
    """Windows and old Mac line ends are line ends."""
    assert decode(b"a\r\nb\rc\n").text == "a\nb\nc\n"


def test_binary_is_told_from_text() -> None:
    """Pictures are no text; text with a tab or an escape is."""
    assert looks_binary(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert not looks_binary("Tab\tand form feed\x0c and ünïcode".encode())
    assert not looks_binary("wide".encode("utf-16"))
