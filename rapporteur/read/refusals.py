"""Refusals to say, and what a report itself says is not known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.languages.en.refusals import COMMENT, REFUSED
from rapporteur.model import Attribution, Document, Refusal, Sentence, address
from rapporteur.read.within import body, innermost, trimmed

_RULES = tuple((name, re.compile(pattern, re.I)) for name, pattern in REFUSED)
_STOP = re.compile(
    r";|\s+but\s|\s[—–]\s|—|,\s+(?:but|and said|saying|citing|while|although|though|which|who|according to|[A-Z]\w+ (?:said|told))\b|\.\s|[”\"]\s+(?:said|he|she)\b"
)


_NOBODY = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "who",
        "although",
        "though",
        "while",
        "when",
        "but",
        "and",
        "as",
        "if",
        "because",
        "that",
        "which",
        "we",
        "i",
        "so",
    ]
)


def find_refusals(
    document: Document, sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> tuple[Refusal, ...]:
    """Every refusal in the report's own text; `about` is what was not told, verbatim where the text says it."""
    made: list[Refusal] = []
    for sentence in body(document, sentences):
        text = document.text[sentence.start : sentence.end]
        taken: list[tuple[int, int]] = []
        for rule, pattern in _RULES:
            for match in pattern.finditer(text):
                if any(a < match.end() and match.start() < b for a, b in taken):
                    continue
                stop = _STOP.search(text, match.end())
                end = stop.start() if stop else len(text)
                passive = rule in ("refusal.not-public",) or (
                    rule == "refusal.unclear" and end - match.end() < 3
                )
                start = _clause_start(text, match.start()) if passive else match.start()
                span = trimmed(document, sentence.start + start, sentence.start + end)
                if span is None:
                    continue
                taken.append((start, end))
                about = text[start : match.start()] if passive else text[match.end() : end]
                inner = innermost(attributions, span.start, span.end)
                made.append(
                    Refusal(
                        id=address(document.report, "refusal", span.start, span.end),
                        span=span,
                        by=None if passive or rule == "refusal.unclear" else _by(text, match.start()),
                        about=_about(about, match.group()),
                        attribution=inner.id if inner else None,
                        rule=rule,
                    )
                )
    return tuple(sorted(made, key=lambda refusal: refusal.span.start))


def _clause_start(text: str, at: int) -> int:
    return max(
        (
            m.end()
            for m in re.finditer(
                r"[;—]\s*|,\s+(?:but|and|while|which)\s+|\b(?:said|says|told \w+)\s+(?:that\s+)?", text[:at]
            )
        ),
        default=0,
    )


def _by(text: str, at: int) -> str | None:
    """Who would not say: the words of the subject, as printed; None where it is a pronoun."""
    before = text[:at].rstrip()
    before = re.sub(r"[,\s]+(?:who|he|she|they)$", "", before)
    match = re.search(
        r"((?:[A-Z][\w’'.-]*|an?|the|officials?|spokes\w+|(?:senior|top|administration|ministry)\b)(?:\s+(?:of\s+|for\s+|the\s+)?[\w’'.-]+){0,7}?)[,\s]*$",
        before,
    )
    if match is None:
        return None
    words = re.split(r"\b(?:said|says|that|but|and then|although|while)\b", match.group(1))[-1].strip(" ,")
    return words if words and words.lower().split()[-1] not in _NOBODY else None


def _about(text: str, cue: str) -> str:
    if re.search(COMMENT, cue) and not re.search(r"\bon\b|\babout\b", text):
        return "comment"
    plain = re.sub(r"\s+", " ", text).strip(' ,.:;“”"')
    return re.sub(r"^(?:on|about|of|any|that)\s+", "", plain) or (
        "details" if "detail" in cue else "comment" if "comment" in cue else cue.strip()
    )
