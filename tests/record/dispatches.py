"""Reports of our own on invented talks, read as the program reads them, and layers derived in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bench._derive import derive
from rapporteur.clean import clean
from rapporteur.model import (
    Derivation,
    Document,
    Entity,
    Entry,
    Given,
    Mention,
    Reading,
    Report,
    Window,
    address,
)
from rapporteur.read import read
from rapporteur.record import derivations, entities, statements
from rapporteur.record.layer import Dated

OPENING = "Talks on the upper dam went on at the customs house on the border.\n\n"


def dispatch(
    name: str, text: str, *, outlet: str | None = None, day: str | None = None, url: str | None = None
) -> Dated:
    """A report with this id, cleaned and read by the rules."""
    given = Given(outlet=outlet, url=url, published=day)
    report = Report(
        id=name, digest=name, source=f"{name}.txt", given=given, received="2031-01-01T00:00:00Z",
        media_type="text/plain", raw=text.strip().encode(),
    )  # fmt: skip
    document = clean(report)
    window = Window(first=day, last=day, basis="given" if day else "unknown")
    return Dated(entry=Entry(report=report, document=document, reading=read(document)), window=window)


def naming(name: str, *mentions: tuple[str, ...]) -> Dated:
    """A report that only names: (name, kind), or (name, kind, role), each on its own."""
    text = "x" * (len(mentions) + 1)
    document = Document(report=name, text=text, language="en", blocks=())
    made = tuple(
        Mention(
            id=address(name, "mention", i, i + 1),
            span=document.span(i, i + 1),
            kind=given[1],  # type: ignore[arg-type]
            name=given[0],
            role=given[2] if len(given) > 2 else None,
            affiliation=given[3] if len(given) > 3 else None,
        )
        for i, given in enumerate(mentions)
    )
    report = Report(
        id=name, digest=name, source=name, given=Given(), received="", media_type="text/plain", raw=b""
    )
    return Dated(
        entry=Entry(
            report=report, document=document, reading=Reading(report=name, reader="hand", mentions=made)
        ),
        window=Window(first=None, last=None),
    )


class Desk:
    """A small record in memory: the three layers derived and finished, and what finishing may ask."""

    def __init__(self, dated: Iterable[Dated]) -> None:
        self.dated = list(dated)
        self.by_id = {one.entry.report.id: one for one in self.dated}
        self.held: dict[str, dict[str, Any]] = {}
        self.nouns: dict[str, list[Any]] = {}
        for module in (derivations, entities, statements):
            layer = module.LAYER
            self.held[layer.name] = {}
            self.nouns[layer.name] = []
            for made in derive(layer, self.dated):
                noun = layer.sum_up(made)
                if noun is None:
                    continue
                noun = layer.finish(noun, made, self)
                self.nouns[layer.name].append(noun)
                self.held[layer.name].update({node.address: noun for node in made.nodes})

    def window(self, report: str) -> Window:
        return self.by_id[report].window

    def document(self, report: str) -> Document:
        return self.by_id[report].entry.document

    def reading(self, report: str) -> Reading:
        return self.by_id[report].entry.reading

    def derivations(self, report: str) -> Sequence[Derivation]:
        found = self.held["derivations"].get(report)
        return [edge for edge in found.derivations if edge.report == report] if found else []

    def entity_of(self, mention: str) -> Entity | None:
        return self.held["entities"].get(mention)

    def noun_of(self, layer: str, member: str) -> Any:
        return self.held.get(layer, {}).get(member)
