"""One pass over a document: every layer's decoder in turn, over what the encoder or the rules saw.

A reader is any `Callable[[Document], Reading]`; `READERS` names those that ship.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rapporteur.model import Document, Problem, Reading, Sentence
from rapporteur.read.attributions import find_attributions
from rapporteur.read.citations import find_citations
from rapporteur.read.drafts import find_drafts
from rapporteur.read.events import find_events
from rapporteur.read.mentions import find_mentions
from rapporteur.read.provisions import find_provisions
from rapporteur.read.quantities import find_quantities
from rapporteur.read.quotations import find_quotations
from rapporteur.read.refusals import find_refusals
from rapporteur.read.sentences import find_sentences
from rapporteur.read.stances import find_stances
from rapporteur.read.times import find_timexes

try:  # these two decoders are being written; a reading without them is whole in every other layer
    from rapporteur.read.deadlines import find_deadlines
    from rapporteur.read.outlooks import find_outlooks
except ImportError:

    def find_deadlines(*facts: Any) -> Any:
        return ()

    def find_outlooks(*facts: Any) -> Any:
        return ()


Reader = Callable[[Document], Reading]

RULES = "rules/1"


def read(document: Document, *, encoder: Any | None = None) -> Reading:
    """The reading of one document by the rules, or by rules over an encoder's spans where one is given."""
    sentences = find_sentences(document)
    problem = unreadable(document, sentences)
    if problem is not None:
        return Reading(report=document.report, reader=RULES, sentences=sentences, problems=(problem,))
    mentions = find_mentions(document, sentences)
    timexes = find_timexes(document, sentences)
    quantities = find_quantities(document, sentences, timexes, mentions)
    attributions, anonymous = find_attributions(document, sentences, mentions, timexes)
    drafts = find_drafts(document, sentences, mentions, quantities, attributions)
    return Reading(
        report=document.report,
        reader=RULES,
        sentences=sentences,
        mentions=mentions,
        timexes=timexes,
        attributions=attributions,
        anonymous_sources=anonymous,
        event_mentions=find_events(document, sentences, mentions, timexes, attributions),
        quantities=quantities,
        citations=find_citations(document, sentences, attributions, mentions),
        draft_mentions=drafts,
        provisions=find_provisions(document, sentences, drafts, mentions, quantities, attributions),
        stances=find_stances(document, sentences, mentions, attributions),
        deadlines=find_deadlines(document, sentences, mentions, timexes, attributions),
        outlooks=find_outlooks(document, sentences, mentions, timexes, attributions),
        refusals=find_refusals(document, sentences, attributions),
        problems=find_quotations(document)[1],
    )


def unreadable(document: Document, sentences: Sequence[Sentence]) -> Problem | None:
    """Why a document is read for its sentences only, if it is."""
    if not sentences:
        return Problem(code="nothing-to-read", message="the document has no text of its own")
    if document.language not in (None, "en"):
        return Problem(
            code="language-not-read",
            message=f"the text is in “{document.language}”: only its sentences were read",
        )
    return None


READERS: dict[str, Reader] = {"rules": read}
