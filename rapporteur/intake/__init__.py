"""Ways in: from wherever reports come, to a Report or a refusal in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rapporteur.intake import kinds
from rapporteur.intake.archives import from_tar, from_zip
from rapporteur.intake.documents import from_docx, from_pdf
from rapporteur.intake.dumps import from_json, from_lines
from rapporteur.intake.feeds import from_feed, from_opml
from rapporteur.intake.files import from_path, from_stdin
from rapporteur.intake.mail import from_mailbox, from_message
from rapporteur.intake.manifest import read_manifest
from rapporteur.intake.opening import from_address
from rapporteur.intake.source import Limits, Options, Received, Refused, Source, Way, as_sources, merge, shown
from rapporteur.intake.web import Policy, Web

__all__ = [
    "WAYS", "Limits", "Options", "Policy", "Received", "Refused", "Source", "Way", "Web", "read_manifest", "receive", "shown",
]  # fmt: skip

WAYS: Mapping[str, Way] = {
    kinds.PDF: from_pdf,
    kinds.DOCX: from_docx,
    kinds.MAIL: from_message,
    kinds.MBOX: from_mailbox,
    kinds.ZIP: from_zip,
    kinds.TAR: from_tar,
    kinds.FEED: from_feed,
    kinds.OPML: from_opml,
    kinds.JSON_LINES: from_lines,
    kinds.JSON_FEED: from_json,
    kinds.CSL: from_json,
}
"""Which way in opens which media type; plain text and markup are reports as they are."""

# Anything with a scheme is an address, so that ftp: and file: are refused rather than looked for on disk.
_REMOTE = ("http:", "https:", "ftp:", "file:", "gopher:", "data:", "ws:", "wss:")


def receive(sources: Iterable[str | Source], options: Options) -> Iterator[Received]:
    """Every report in these sources, or why it was refused: sources as given, folders by path."""
    for source in as_sources(sources):
        if source.place == "-":
            yield from from_stdin(source, options)
        elif source.place.lower().startswith(_REMOTE):
            given = merge(source.given, options.given)
            yield from from_address(source.place, replace(given, url=given.url or source.place), options)
        else:
            yield from from_path(source, options)
