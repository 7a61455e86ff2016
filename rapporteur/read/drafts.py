"""Mentions of drafts: the noun phrases that speak of a version of the text under negotiation.

`draft_phrases` finds the phrase; counts, authors, parent and nature are read from the sentence around
it; `draft_chains` then says which ones continue which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapporteur.languages.en import drafts as words
from rapporteur.model import (
    Address,
    Attribution,
    Document,
    DraftMention,
    Mention,
    Quantity,
    Sentence,
    Timex,
    address,
)
from rapporteur.read.draft_authors import authors_of, parent_of, written_by
from rapporteur.read.draft_chains import chain
from rapporteur.read.draft_counts import counts_in
from rapporteur.read.draft_phrases import ADMIT, REFUSE, Phrase, noun_phrases, own_count
from rapporteur.read.within import SPEAKS_FOR, body, innermost, near, place


def find_drafts(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
    timexes: Sequence[Timex] = (),
) -> tuple[DraftMention, ...]:
    """Every mention of a draft in the report's own text, each with what its sentence says of it."""
    found: list[DraftMention] = []
    last: tuple[int, DraftMention] | None = None  # the sentence before, and the draft it is about
    by_id = {mention.id: mention for mention in mentions}
    for number, sentence in enumerate(body(document, sentences)):
        text = document.text[sentence.start : sentence.end]
        begun = len(found)
        phrases = [phrase for phrase in noun_phrases(text) if any(rule(phrase, text) for rule in ADMIT)]
        phrases = [phrase for phrase in phrases if not any(rule(phrase, text) for rule in REFUSE)]
        for order, phrase in enumerate(phrases):
            span = document.span(sentence.start + phrase.start, sentence.start + phrase.end)
            inner = innermost(attributions, span.start, span.end)
            authors = authors_of(phrase, text, sentence.start, mentions, document)
            mention = DraftMention(
                id=address(document.report, "draft", span.start, span.end),
                span=span,
                name=name_of(phrase),
                points_total=own_count(phrase),
                nature=nature_of(phrase, text),
                authors=_whose(authors, inner, by_id)
                or _its(phrase, document, inner, span.start)
                or _own(phrase, sentence, span.start, mentions),
                when=_when(phrase, text, sentence, timexes, bool(authors)),
                parent=parent_of(phrase, text, phrases[order + 1 :]),
                attribution=inner.id if inner else None,
                rule=f"draft.{'count' if own_count(phrase) else phrase.head}",
            )
            found.append(mention)
        if not phrases and last is not None and last[0] == number - 1:
            again = _it(document, sentence, text, last[1], mentions, attributions)
            found += [again] if again else []
        model = re.search(words.MODEL, text, re.I)
        if model and last is not None and last[0] >= number - 8:
            home = last[1].chain or last[1].id
            found = [replace(m, parent=m.parent or model["parent"]) if m.id == home else m for m in found]
        found = _with_counts(document, sentence, text, found, attributions)
        here = [m for m in found[begun:] if sentence.start <= m.span.start < sentence.end]
        last = (number, here[0]) if here else last
    ordered = sorted({mention.id: mention for mention in found}.values(), key=lambda m: m.span.start)
    return chain(document, sentences, ordered, surnames(mentions))


def surnames(mentions: Sequence[Mention]) -> frozenset[str]:
    """The last words, in lower case, of the persons a report names in full or in office: a lone word may be a country."""
    return frozenset(
        m.name.lower().split()[-1] for m in mentions if m.kind == "person" and (" " in m.name or m.role)
    )


def _whose(
    authors: tuple[str, ...], told: Attribution | None, by_id: dict[Address, Mention]
) -> tuple[str, ...]:
    """The authors, "our envoy" under the name of the body that its speaker speaks for."""
    speaker = by_id.get((told.speaker if told else None) or "")
    body_ = speaker.affiliation if speaker else None
    if body_ is None:
        return authors
    return tuple(re.sub(r"^[Oo]ur\s+", f"{body_} ", author) for author in authors)


def _its(phrase: Phrase, document: Document, told: Attribution | None, at: int) -> tuple[str, ...]:
    """ "its draft" in the words of a party’s own official, where nobody else is named before it."""
    if (
        told is None
        or told.source is None
        or not phrase.before
        or phrase.before[0].lower() not in ("its", "our")
    ):
        return ()
    start = min(span.start for span in told.content)
    named = SPEAKS_FOR.match(told.source.exact)
    if named is None or re.search(r"[A-Z][a-z]", document.text[start + 1 : at]):
        return ()
    return (named["who"].strip(),)


def _own(phrase: Phrase, sentence: Sentence, at: int, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """ "Calder has raised its offer": whose it is, where one body alone is named before it."""
    if (
        not phrase.before
        or phrase.before[0].lower() != "its"
        or phrase.head not in ("offer", "bid", "proposal", "draft")
    ):
        return ()
    named = {
        m.name
        for m in near(mentions, place, sentence.start, at)
        if sentence.start <= m.span.start < at and m.kind in ("organisation", "place", "group", "person")
    }
    return tuple(named) if len(named) == 1 else ()


def _when(
    phrase: Phrase, text: str, sentence: Sentence, timexes: Sequence[Timex], authored: bool
) -> Address | None:
    """The time expression that dates a draft: "a draft dated 7 June", "sent Norway a draft on Sunday"."""
    near_it = near(timexes, place, sentence.start, sentence.end)
    inside = [t for t in near_it if sentence.start <= t.span.start < sentence.end and t.timex_type == "DATE"]
    for timex in inside:
        between = text[phrase.end : timex.span.start - sentence.start]
        if re.fullmatch(r"\s*,?\s*(?:dated|of|from)\s+(?:the\s+)?", between):
            return timex.id
        if authored and re.fullmatch(
            r"(?:\s+of (?:its|their|his|her) own)?\s+(?:on\s+|late\s+|earlier\s+)*", between
        ):
            return timex.id
        before = text[: phrase.start]
        if authored and re.search(
            rf"{re.escape(timex.span.exact)}\s+(?:\w+\s+)?{words.AUTHOR_VERBS}\s+(?:[\w’'-]+\s+){{0,3}}$",
            before,
        ):
            return timex.id
    return None


def _it(
    document: Document,
    sentence: Sentence,
    text: str,
    before: DraftMention,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
) -> DraftMention | None:
    """The draft of the sentence before, called "it" in one that says who wrote it."""
    authors = written_by(text, sentence.start, mentions, document)
    if not authors:
        return None
    start = sentence.start + text.index("It")
    inner = innermost(attributions, start, start + 2)
    return DraftMention(
        id=address(document.report, "draft", start, start + 2), span=document.span(start, start + 2),
        name=before.name, authors=authors, attribution=inner.id if inner else None, rule="draft.it",
    )  # fmt: skip


def name_of(phrase: Phrase) -> str:
    """The phrase without its article: "28-point plan", "Trump administration’s proposed plan"."""
    first = phrase.before[0].lower() if phrase.before else ""
    text = phrase.text.strip("“”\"'‘ ")
    if first in words.DETERMINERS and (first == "its" or first not in ("their", "his", "her", "our")):
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
    for count in counts_in(text, any(m.points_total for m in made[-6:])):
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
        subject = [i for i, m in enumerate(made) if sentence.start <= m.span.start and m.span.end <= start]
        if count.rule == "draft.has":
            if subject and re.fullmatch(r",?[^;]{0,40}", document.text[made[subject[-1]].span.end : start]):
                made[subject[-1]] = replace(made[subject[-1]], points_total=count.total)
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
