"""Ways in: from wherever reports come, to a Report or a refusal in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapporteur.intake.files import from_path, from_stdin
from rapporteur.intake.manifest import read_manifest
from rapporteur.intake.source import Limits, Options, Received, Refused, Source, Way, as_sources

__all__ = ["WAYS", "Limits", "Options", "Received", "Refused", "Source", "Way", "read_manifest", "receive"]

WAYS: Mapping[str, Way] = {}
"""Which way in opens which media type; plain text and markup are reports as they are."""


def receive(sources: Iterable[str | Source], options: Options) -> Iterator[Received]:
    """Every report in these sources, or why it was refused: sources as given, folders by path."""
    for source in as_sources(sources):
        if source.place == "-":
            yield from from_stdin(source, options)
        else:
            yield from from_path(source, options)
