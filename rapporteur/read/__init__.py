"""One pass over a document: every layer's decoder in turn, over what the encoder or the rules saw.

A reader is any `Callable[[Document], Reading]`; `READERS` names those that ship.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rapporteur.model import Document, Problem, Reading

Reader = Callable[[Document], Reading]

RULES = "rules/1"


def read(document: Document, *, encoder: Any | None = None) -> Reading:
    """The reading of one document by the rules, or by rules over an encoder's spans where one is given."""
    from rapporteur.read.attributions import find_attributions
    from rapporteur.read.citations import find_citations
    from rapporteur.read.mentions import find_mentions
    from rapporteur.read.quotations import find_quotations
    from rapporteur.read.sentences import find_sentences

    problems: list[Problem] = []
    sentences = find_sentences(document)
    if not sentences:
        problems.append(Problem(code="nothing-to-read", message="the document has no text of its own"))
        return Reading(report=document.report, reader=RULES, problems=tuple(problems))
    if document.language not in (None, "en"):
        problems.append(
            Problem(
                code="language-not-read",
                message=f"the text is in “{document.language}”; only its sentences were read",
            )
        )
        return Reading(report=document.report, reader=RULES, sentences=sentences, problems=tuple(problems))
    problems.extend(find_quotations(document)[1])
    mentions = find_mentions(document, sentences)
    timexes, quantities, more = _times(document, sentences, mentions)
    problems.extend(more)
    attributions, anonymous = find_attributions(document, sentences, mentions, timexes)
    citations = find_citations(document, sentences, attributions, mentions)
    return Reading(
        report=document.report,
        reader=RULES,
        sentences=sentences,
        mentions=mentions,
        timexes=timexes,
        attributions=attributions,
        anonymous_sources=anonymous,
        quantities=quantities,
        citations=citations,
        problems=tuple(problems),
    )


def _times(document: Document, sentences: Any, mentions: Any) -> tuple[Any, Any, list[Problem]]:
    try:
        from rapporteur.read.quantities import find_quantities
        from rapporteur.read.times import find_timexes
    except ImportError:
        return (), (), []
    timexes = find_timexes(document, sentences)
    return timexes, find_quantities(document, sentences, timexes, mentions), []


READERS: dict[str, Reader] = {"rules": read}
