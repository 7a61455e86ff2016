"""Mentions of drafts: the noun phrases that speak of a version of the text under negotiation.

`draft_phrases` finds the phrase; counts, authors, parent and nature are read from the sentence around
it; `draft_chains` then says which ones continue which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapporteur.languages.en import drafts as words
from rapporteur.model import Attribution, Document, DraftMention, Mention, Quantity, Sentence, address
from rapporteur.read.draft_authors import authors_of, parent_of
from rapporteur.read.draft_chains import chain
from rapporteur.read.draft_counts import counts_in
from rapporteur.read.draft_phrases import ADMIT, REFUSE, Phrase, noun_phrases, own_count
from rapporteur.read.within import body, innermost


def find_drafts(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
) -> tuple[DraftMention, ...]:
    """Every mention of a draft in the report's own text, each with what its sentence says of it."""
    found: list[DraftMention] = []
    for sentence in body(document, sentences):
        text = document.text[sentence.start : sentence.end]
        phrases = [phrase for phrase in noun_phrases(text) if any(rule(phrase, text) for rule in ADMIT)]
        phrases = [phrase for phrase in phrases if not any(rule(phrase, text) for rule in REFUSE)]
        for order, phrase in enumerate(phrases):
            span = document.span(sentence.start + phrase.start, sentence.start + phrase.end)
            inner = innermost(attributions, span.start, span.end)
            mention = DraftMention(
                id=address(document.report, "draft", span.start, span.end),
                span=span,
                name=name_of(phrase),
                points_total=own_count(phrase),
                nature=nature_of(phrase, text),
                authors=authors_of(phrase, text, sentence.start, mentions, document),
                parent=parent_of(phrase, text, phrases[order + 1 :]),
                attribution=inner.id if inner else None,
                rule=f"draft.{'count' if own_count(phrase) else phrase.head}",
            )
            found.append(mention)
        found = _with_counts(document, sentence, text, found, attributions)
    ordered = sorted({mention.id: mention for mention in found}.values(), key=lambda m: m.span.start)
    people = frozenset(m.name.lower().split()[-1] for m in mentions if m.kind == "person" and m.name)
    return chain(document, sentences, ordered, people)


def name_of(phrase: Phrase) -> str:
    """The phrase without its article: "28-point plan", "Trump administration’s proposed plan"."""
    first = phrase.before[0].lower() if phrase.before else ""
    text = phrase.text.strip("“”\"'‘ ")
    if first in words.DETERMINERS and first not in ("its", "their", "his", "her", "our"):
        text = text[len(first) :].strip("“”\"'‘ ")
    return re.sub(r"\s+", " ", text) or phrase.head


def nature_of(phrase: Phrase, text: str) -> str | None:
    """What the draft is said to be: by its own words, by "as a …", or by what it is said not to be."""
    low = phrase.text.lower()
    own = next((nature for nature in words.NATURES if nature in low and nature != "draft"), None)
    if re.search(
        r"\b(?:not|isn[’']t|wasn[’']t|rather than|nor|never)\s+(?:just |merely |simply |only )?[“\"]?$",
        text[: phrase.start],
    ):
        return f"not {name_of(phrase)}" if own or phrase.head == "ultimatum" else None
    if own and (phrase.head == "list" or own not in ("list of",)):
        if phrase.head == "list":  # a list that is counted is the draft itself, not what it is called
            return None if own_count(phrase) else name_of(phrase)
        return name_of(phrase) if phrase.head == "ultimatum" else own
    match = re.match(
        rf"[\s,]+(?:\w+\s+)?{words.CALLED}\s+(?:by \w+ )?(?:as\s+)?[“\"]?(?P<nature>an?\s[^,.;”\"]{{3,60}})",
        text[phrase.end :],
        re.I,
    ) or re.match(
        r"\s+(?:is|was|are|were|remains|represents)\s+(?P<nature>(?:not\s+)?(?:an?|the)\s[“\"]?[^,.;”\"]{3,60})",
        text[phrase.end :],
    )
    if match and any(nature in match["nature"].lower() for nature in words.NATURES):
        return re.sub(r"\s+", " ", match["nature"]).strip('“”" ')
    return None


def _with_counts(
    document: Document,
    sentence: Sentence,
    text: str,
    found: list[DraftMention],
    attributions: Sequence[Attribution],
) -> list[DraftMention]:
    """Adds what the sentence counts: to the phrase it counts, or as a mention of its own."""
    made = list(found)
    for count in counts_in(text):
        start, end = sentence.start + count.start, sentence.start + count.end
        at = next(
            (i for i, mention in enumerate(made) if mention.span.start < end and start < mention.span.end),
            None,
        )
        if at is not None:
            old = made[at]
            made[at] = replace(
                old,
                points_total=count.total if count.total is not None else old.points_total,
                points_agreed=count.agreed,
                points_open=count.open,
            )
            continue
        inner = innermost(attributions, start, end)
        made.append(
            DraftMention(
                id=address(document.report, "draft", start, end),
                span=document.span(start, end),
                name=document.text[start:end],
                points_total=count.total,
                points_agreed=count.agreed,
                points_open=count.open,
                parent=_narrowed_from(made, sentence, start) if count.rule == "draft.narrowed" else None,
                attribution=inner.id if inner else None,
                rule=count.rule,
            )
        )
    return made


def _narrowed_from(made: Sequence[DraftMention], sentence: Sentence, at: int) -> str | None:
    """The draft that was narrowed: the first counted one before it in the sentence, else the first."""
    before = [m for m in made if sentence.start <= m.span.start and m.span.end <= at]
    counted = [m for m in before if m.points_total is not None]
    return (counted or before)[0].name if before else None
