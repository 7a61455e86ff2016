"""Lists of words, written the way one reads them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(text.split())
