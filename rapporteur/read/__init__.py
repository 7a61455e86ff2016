"""One pass over a document: every layer's decoder in turn, over what the encoder or the rules saw.

A reader is any `Callable[[Document], Reading]`; `READERS` names those that ship.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from babel import Locale

from rapporteur.clean import readable
from rapporteur.model import Document, Problem, Reading, Sentence
from rapporteur.read.attributions import find_attributions
from rapporteur.read.citations import find_citations, with_via
from rapporteur.read.deadlines import find_deadlines
from rapporteur.read.drafts import find_drafts
from rapporteur.read.events import find_events
from rapporteur.read.found import Found
from rapporteur.read.mentions import find_mentions
from rapporteur.read.outlooks import find_outlooks
from rapporteur.read.provisions import find_provisions
from rapporteur.read.quantities import find_quantities
from rapporteur.read.quantity_ties import tie
from rapporteur.read.quotations import find_quotations
from rapporteur.read.refusals import find_refusals
from rapporteur.read.sentences import find_sentences
from rapporteur.read.stances import find_stances
from rapporteur.read.times import find_timexes
from rapporteur.read.words import read_blocks

if TYPE_CHECKING:
    from rapporteur.read.encoder import Encoder

Reader = Callable[[Document], Reading]
Spans = Sequence[tuple[int, int, str]]

RULES = "rules/1"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the encoder saw of one document, layer by layer; nothing of it where there is no encoder."""

    reader: str = RULES
    ends: Sequence[tuple[int, int]] | None = None
    names: Spans | None = None
    times: Spans | None = None
    triggers: Spans | None = None
    credits: Found | None = None
    vectors: Callable[[Sequence[Sentence]], list[bytes]] | None = None


def read(document: Document, *, encoder: Encoder | None = None) -> Reading:
    """The reading of one document by the rules, or by rules over an encoder's spans where one is given."""
    problem = unreadable(document)
    if problem is not None:
        sentences = find_sentences(document)
        return Reading(report=document.report, reader=RULES, sentences=sentences, problems=(problem,))
    seen = look(document, encoder) if encoder is not None else Seen()
    sentences = find_sentences(document, seen.ends)
    # The meanings now, so that of a long report what the pass saw need not be kept beside all that is read.
    vectored = with_vectors(sentences, seen)
    seen = replace(seen, vectors=None)
    mentions = find_mentions(document, sentences, seen.names)
    timexes = find_timexes(document, sentences, seen.times)
    quantities = find_quantities(document, sentences, timexes, mentions)
    attributions, anonymous = find_attributions(document, sentences, mentions, timexes, seen.credits)
    citations = find_citations(document, sentences, attributions, mentions)
    drafts = find_drafts(document, sentences, mentions, quantities, attributions, timexes)
    provisions = find_provisions(document, sentences, drafts, mentions, quantities, attributions)
    return Reading(
        report=document.report,
        reader=seen.reader,
        sentences=vectored,
        mentions=mentions,
        timexes=timexes,
        attributions=with_via(attributions, citations, document.outlet.value if document.outlet else None),
        anonymous_sources=anonymous,
        event_mentions=find_events(document, sentences, mentions, timexes, attributions, seen.triggers),
        quantities=tie(document, quantities, sentences, drafts, provisions, attributions),
        citations=citations,
        draft_mentions=drafts,
        provisions=provisions,
        stances=find_stances(document, sentences, mentions, attributions),
        deadlines=find_deadlines(document, sentences, mentions, timexes, attributions),
        outlooks=find_outlooks(document, sentences, mentions, timexes, attributions),
        refusals=find_refusals(document, sentences, attributions),
        problems=find_quotations(document)[1],
    )


def unreadable(document: Document) -> Problem | None:
    """Why a document is read for its sentences only, if it is."""
    if not any(document.text[block.start : block.end].strip() for block in read_blocks(document)):
        return Problem(code="nothing-to-read", message="the document has no text of its own")
    if document.language not in (None, "en"):
        return Problem(
            code="language-not-read",
            message=f"the text is in {language_name(document.language)}: only its sentences were read",
        )
    return None


def language_name(code: str) -> str:
    """What a language is called; its code where it has no name known here."""
    return str(Locale("en").languages.get(code, f"“{code}”"))


def look(document: Document, encoder: Encoder) -> Seen:
    """One pass of the encoder over the blocks that are read."""
    from rapporteur.read import decode

    # inline markup is blanked, not cut, so that offsets hold: a link's address is no part of a sentence
    seen = readable(document)
    encoded = encoder.encode(seen, [(block.start, block.end) for block in read_blocks(document)])

    def layer(name: str) -> list[tuple[int, int, str]]:
        return [(span.start, span.end, span.label) for span in decode.spans(encoded, name)]

    def vectors(sentences: Sequence[Sentence]) -> list[bytes]:
        values = decode.vectors(encoded, [(one.start, one.end) for one in sentences])
        return [row.tobytes() for row in np.clip(np.rint(values * 127), -127, 127).astype(np.int8)]

    return Seen(
        reader=f"encoder/{encoder.card.version}",
        ends=decode.sentences(encoded),
        names=layer("mention"),
        times=layer("timex"),
        triggers=layer("event"),
        credits=Found(decode.attributions(encoded), decode.spans(encoded, "attribution")),
        vectors=vectors,
    )


def with_vectors(sentences: Sequence[Sentence], seen: Seen) -> tuple[Sentence, ...]:
    """The sentences with their meaning, where an encoder gives one."""
    if seen.vectors is None:
        return tuple(sentences)
    vectors = seen.vectors(sentences)
    return tuple(replace(one, vector=vector) for one, vector in zip(sentences, vectors, strict=True))


def read_by_rules(document: Document) -> Reading:
    """The reading of one document by the rules alone."""
    return read(document)


def read_by_encoder(document: Document) -> Reading:
    """The reading of one document over the shipped encoder's spans; by rules where there is no model."""
    return read(document, encoder=shipped_encoder())


@cache
def shipped_encoder() -> Encoder | None:
    """The encoder that comes with the package, loaded once; None where its files are not there."""
    from rapporteur.read.encoder import load_encoder

    return load_encoder()


READERS: dict[str, Reader] = {"encoder": read_by_encoder, "rules": read_by_rules}
