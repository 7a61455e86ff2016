"""A report's bytes laid out as text and units, whatever form they came in."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapporteur.clean.inline import find_inline
from rapporteur.clean.units import Unit, find_units
from rapporteur.intake.encoding import decode
from rapporteur.intake.kinds import HTML
from rapporteur.model import Link, Problem, Report


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
    type: str | None = None
    language: str | None = None
    section: str | None = None
    body: str | None = None  # the article's text, where markup carries it
    source: str | None = None  # the organisation it is taken from


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


def lay_out(report: Report) -> Laid:
    """The text of a report and its units."""
    if report.media_type == HTML:
        from rapporteur.clean.html import lay_out_html

        return lay_out_html(report)
    decoded = decode(report.raw)
    problems = (decoded.problem,) if decoded.problem else ()
    inline = find_inline(decoded.text)
    units = find_units(decoded.text, inline)
    return Laid(text=decoded.text, units=units, links=inline.links, problems=problems)
