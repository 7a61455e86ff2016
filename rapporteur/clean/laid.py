"""A page laid out: its text, the units it falls into, and what markup says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapporteur.clean.units import Unit
from rapporteur.model import Link, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What markup says of a page; empty for plain text."""

    title: str | None = None
    site: str | None = None  # the site's own name
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    url: str | None = None  # canonical
    language: str | None = None
    section: str | None = None
    body: str | None = None  # the article's text, where markup carries it


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Text and units, links and what markup says."""

    text: str
    units: tuple[Unit, ...]
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()
    meta: Meta = field(default_factory=Meta)
    language: str | None = None
    within: tuple[int, int] | None = None  # the units between which the article lies, where markup shows it
