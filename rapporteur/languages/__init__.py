"""What is particular to a language: one value of words and patterns, no decisions."""

from __future__ import annotations
