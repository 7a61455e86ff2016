"""Anybody's text about the talks, held against the record sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapporteur.languages.en.drafts import DETERMINERS
from rapporteur.model import Block, Disagreement, Document
from rapporteur.read.draft_authors import land_of
from rapporteur.read.draft_chains import owner_keys
from rapporteur.read.draft_phrases import noun_phrases
from rapporteur.read.sentences import find_sentences
from rapporteur.read.within import party_key
from rapporteur.record import Record
from rapporteur.record.judged import report_of
from rapporteur.record.search import Hit
from rapporteur.views.grounds import neighbours, origin_mark, origins_at, words_at
from rapporteur.views.marked import dates, tokens
from rapporteur.views.support import Failure, Words, check
from rapporteur.views.view import Asked, Evidence, Row, View

LEAST = 0.8  # share of a sentence's content words that must stand in one passage
NEAR = 0.6  # share from which a passage speaks of the same thing, so that it can contradict
TRIED = 12  # passages looked at closely
FOUND = 60  # passages looked up at most a sentence
_REFS = re.compile(r"\s*\[[0-9a-z]{6,}@[^\]]*\]|\s*\[[A-Z]\d+[^\]]*\]")
_STANDS_FOR = re.compile(
    r"\b(?:he|she|they|it|his|her|their|its|him|them|who|both|two|(?:the|this|that) (?:\w+ ){0,2}(?:president|minister|secretary|official|leader|envoy|union|company|group|government|sides?|spokes\w+|negotiators?|mediator|country|party|agency)|(?:this|that) (?:draft|plan|text|proposal|document|bill))\b",
    re.I,
)
"""What may stand for a name told in the sentence before or after."""
AGAINST = frozenset(("number", "negation", "status", "speaker", "date"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the record makes of one sentence."""

    sentence: str
    verdict: str  # supported, unsupported, superseded, contradicted
    hit: Hit | None = None
    failures: tuple[Failure, ...] = ()
    by: str | None = None  # what replaced it


def vet(record: Record, asked: Asked, text: str | None = None) -> View:
    """Each sentence of the text: supported, unsupported, superseded or contradicted, with refs and origins.

    `data["supported"]` is False where any sentence is not supported.
    """
    now = record.at(asked)
    judge = Vetting(now)
    verdicts = [
        judge.sentence(sentence) for sentence in sentences_of(text if text is not None else asked.words or "")
    ]
    rows = tuple(_row(now, verdict) for verdict in verdicts)
    counted = {
        kind: sum(v.verdict == kind for v in verdicts)
        for kind in ("supported", "unsupported", "superseded", "contradicted")
    }
    return View(
        name="vet",
        title="The text against the record",
        columns=("verdict", "sentence", "because", "origins"),
        rows=rows,
        notes=(", ".join(f"{number} {kind}" for kind, number in counted.items()) + ".",),
        data={
            "supported": counted["supported"] == len(verdicts),
            "counts": counted,
            "sentences": [_data(now, verdict) for verdict in verdicts],
        },
    )


def sentences_of(text: str) -> list[str]:
    """The sentences of a text to vet; list marks, refs and headings without a full sentence left out."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(kind="paragraph", voice="author", start=at, end=at + len(line.rstrip("\n"))))
        at += len(line)
    page = Document(report="vetted", text=text, language=None, blocks=tuple(blocks))
    found = []
    for sentence in find_sentences(page):
        words = re.sub(r"^\s*(?:[-*•#>]+|\d+[.)])\s+", "", text[sentence.start : sentence.end])
        words = " ".join(_REFS.sub("", words).split())
        if len(words.split()) >= 3:
            found.append(words)
    return found


class Vetting:
    """One record, asked about many sentences: what supersedes what is looked up once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.replaced: dict[str, list[Disagreement]] = {}
        for tension in record.nouns("disagreements"):
            if tension.kind == "supersession":
                self.replaced.setdefault(report_of(tension.left), []).append(tension)

    def sentence(self, sentence: str) -> Verdict:
        """The verdict on one sentence, by the passage that bears it out best."""
        close = self._closest(sentence)
        best: tuple[int, float, Hit, tuple[Failure, ...]] | None = None
        for share, hit in close:
            failures = self._failures(sentence, hit)
            if not failures:
                return self._supported(sentence, hit)
            rank = (len({failure.kind for failure in failures}), -share, hit, failures)
            if best is None or rank[:2] < best[:2]:
                best = rank
        if best is None:
            return Verdict(
                sentence, "unsupported", failures=(Failure("words", "nothing in the record speaks of this"),)
            )
        kinds = {failure.kind for failure in best[3]}
        against = -best[1] >= NEAR and kinds <= AGAINST
        return Verdict(sentence, "contradicted" if against else "unsupported", best[2], best[3])

    def _supported(self, sentence: str, hit: Hit) -> Verdict:
        mine = {token.stem for token in tokens(sentence) if token.number}
        for tension in self.replaced.get(hit.report, ()):
            left, right = self.record.words(tension.left), self.record.words(tension.right)
            if left is None or right is None or not hit.start <= left.start < hit.end:
                continue
            old = {token.stem for token in tokens(left.exact) if token.number}
            new = {token.stem for token in tokens(right.exact) if token.number}
            if old & mine and not new & mine:
                return Verdict(sentence, "superseded", hit, by=tension.right)
        return Verdict(sentence, "supported", hit)

    def _failures(self, sentence: str, hit: Hit) -> tuple[Failure, ...]:
        own = words_at(self.record, hit.report, hit.start, hit.end)
        own = replace(own, names=own.names | own.speakers)
        failures = check(sentence, [own], least=LEAST)
        if not failures:
            return self._of_another_draft(sentence, hit)
        if not {failure.kind for failure in failures} <= {"name", "date", "words"}:
            return failures
        if not _STANDS_FOR.search(own.text) and any(failure.kind == "name" for failure in failures):
            return failures  # nothing here stands for a name that was told beside it
        if dates(own.text) and any(failure.kind == "date" for failure in failures):
            return failures  # it names its own day
        beside = [
            words_at(self.record, hit.report, span.start, span.end)
            for span in neighbours(self.record, hit.report, hit.start)
        ]
        known = frozenset(word for one in beside for word in one.names | one.speakers)
        days = frozenset(day for one in beside for day in one.dates)
        wider = Words(text=own.text, names=own.names | known, speakers=own.speakers, dates=own.dates | days)
        return check(sentence, [wider], least=LEAST) or self._of_another_draft(sentence, hit)

    def _of_another_draft(self, sentence: str, hit: Hit) -> tuple[Failure, ...]:
        """Figures of the sentence that its passage tells of another draft than the one the sentence names."""
        text = self.record.document(hit.report).text
        named = {
            party_key(word) or land_of(word, text).lower()
            for phrase in noun_phrases(sentence)
            for word in phrase.before
            if word[:1].isupper() and word.lower() not in DETERMINERS
        }
        if not named:
            return ()
        reading = self.record.reading(hit.report)
        owners: dict[str, set[str]] = {}
        for mention in reading.draft_mentions:
            owners.setdefault(mention.chain or mention.id, set()).update(owner_keys(mention.authors))
        told: dict[str, set[str]] = {}
        for provision in reading.provisions:
            if hit.start <= provision.span.start < hit.end and provision.draft in owners:
                for token in tokens(provision.span.exact):
                    if token.number:
                        told.setdefault(token.stem, set()).update(owners[provision.draft])
        others = set().union(*told.values()) if told else set()
        # "million" may be told of every draft: what counts is a figure of some of them
        mine = {
            token.stem for token in tokens(sentence) if token.number and others - told.get(token.stem, others)
        }
        if len(mine) != 1:
            return ()
        return tuple(
            Failure("number", f"{token.text}: told of another draft ({', '.join(sorted(told[token.stem]))})")
            for token in tokens(sentence)
            if token.stem in mine and token.number and not told[token.stem] & named and others & named
        )

    def _closest(self, sentence: str) -> list[tuple[float, Hit]]:
        stems = {token.stem for token in tokens(sentence)}
        if not stems:
            return []
        found: dict[tuple[str, int], Hit] = {}
        for query in _queries(sentence):
            for hit in self.record.find(query, limit=FOUND):
                found.setdefault((hit.report, hit.start), hit)
            if len(found) >= FOUND:
                break
        scored = [
            (len(stems & {token.stem for token in tokens(hit.text)}) / len(stems), hit)
            for hit in found.values()
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1].report, pair[1].start))
        return [pair for pair in scored if pair[0] >= 0.3][:TRIED]


def _queries(sentence: str) -> list[str]:
    """Searches from the narrowest to the widest: all its words, runs of three, runs of two."""
    plain = [
        re.sub(r"\W+$", "", token.text) for token in tokens(sentence) if len(token.text) > 2 or token.number
    ]
    plain = list(dict.fromkeys(word for word in plain if word))
    runs = [" ".join(plain)] if plain else []
    for size in (4, 3, 2):
        runs += [
            " ".join(plain[i : i + size]) for i in range(0, max(0, len(plain) - size + 1), max(1, size - 1))
        ]
    # last a name alone: another may be spelled otherwise in the passage
    runs += [
        word
        for token in tokens(sentence)
        if token.name and (word := re.sub(r"\W+$", "", token.text)) in plain
    ]
    return list(dict.fromkeys(runs))


def _because(record: Record, verdict: Verdict) -> str:
    if verdict.by is not None:
        words = record.words(verdict.by)
        return f"later: “{words.exact if words else ''}”"
    told: dict[str, list[str]] = {}
    for failure in verdict.failures:
        told.setdefault(failure.kind, []).append(failure.what)
    return "; ".join(f"{kind}: {', '.join(dict.fromkeys(what))}" for kind, what in told.items())


def _evidence(record: Record, verdict: Verdict) -> tuple[Evidence, ...]:
    if verdict.hit is None:
        return ()
    document = record.document(verdict.hit.report)
    return (Evidence(report=verdict.hit.report, span=document.span(verdict.hit.start, verdict.hit.end)),)


def _ref(record: Record, verdict: Verdict) -> str | None:
    """The address of a fact in the passage, to be shown and judged: what is attributed, or what happened."""
    if verdict.hit is None:
        return None
    _, facts = origins_at(record, verdict.hit.report, verdict.hit.start, verdict.hit.end)
    return facts[0] if facts else verdict.hit.report


def _row(record: Record, verdict: Verdict) -> Row:
    return Row(
        cells=(verdict.verdict, verdict.sentence, _because(record, verdict), _origins(record, verdict)),
        ref=_ref(record, verdict),
        evidence=_evidence(record, verdict),
        marks=() if verdict.verdict == "supported" else (verdict.verdict,),
    )


def _origins(record: Record, verdict: Verdict) -> str:
    if verdict.hit is None or verdict.verdict not in ("supported", "superseded"):
        return ""
    origins, facts = origins_at(record, verdict.hit.report, verdict.hit.start, verdict.hit.end)
    return origin_mark(record, facts, origins) if facts else "1o"


def _data(record: Record, verdict: Verdict) -> dict[str, Any]:
    return {
        "sentence": verdict.sentence,
        "verdict": verdict.verdict,
        "because": [{"kind": failure.kind, "what": failure.what} for failure in verdict.failures],
        "evidence": [held.plain() for held in _evidence(record, verdict)],
        "origins": _origins(record, verdict),
        "replaced_by": verdict.by,
    }


__all__: Sequence[str] = ("Verdict", "Vetting", "sentences_of", "vet")
