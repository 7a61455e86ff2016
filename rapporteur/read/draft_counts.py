"""How far a text got, in numbers: "narrowed 28 conditions to 20 items", "agreement on 18", "two points remain"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapporteur.languages.en.drafts import POINTS

_SMALL = {
    name: value
    for value, name in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "a dozen": 12}
_N = r"(?:\d{1,3}|" + "|".join(sorted(_SMALL, key=len, reverse=True)) + r")"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count of points at a place of a sentence: how many there are, are agreed, are open."""

    start: int
    end: int
    total: int | None = None
    agreed: int | None = None
    open: int | None = None
    rule: str = ""


def number(words: str) -> int | None:
    """The value of a small number in figures or words."""
    return int(words) if words.isdigit() else _SMALL.get(words.lower())


_NARROWED = re.compile(
    rf"\b(?:narrow(?:ed|ing)|cut|reduc(?:ed|ing)|whittl(?:ed|ing)|trimm(?:ed|ing)|par(?:ed|ing)|boil(?:ed|ing)|shorten(?:ed|ing)|slimm(?:ed|ing)|condens(?:ed|ing))\b"
    rf"[^.;]*?\bto\s+(?P<total>(?:just |only |about )?(?P<n>{_N})(?:\s+{POINTS})?)\b(?!\s*(?:percent|per cent|%|years?|months?))",
    re.I,
)
_AGREED = re.compile(
    rf"\b(?:agree(?:d|ment|s)?|consensus|accord|common ground|settled|resolved|closed|signed off)\s+(?:was |has been |had been )?(?:reached\s+)?(?:on|over)?\s*"
    rf"(?P<agreed>(?:all\s+|all but\s+)?(?P<n>{_N}))(?:\s+{POINTS})?(?:\s+(?:out )?of\s+(?:the\s+)?(?:\w+\s+)?(?P<total>{_N}))?(?=\s+{POINTS}|[\s,.;]|$)",
    re.I,
)
_PASSIVE = re.compile(
    rf"\b(?P<agreed>(?P<n>{_N}))(?:\s+(?:out )?of\s+(?:the\s+)?(?P<total>{_N}))?\s+(?:\w+\s+)?{POINTS}\s+(?:have|has|had|were|was|are|is)\s+(?:now\s+|already\s+|been\s+|largely\s+)*"
    r"(?:agreed|settled|resolved|closed|accepted|finali[sz]ed)\b",
    re.I,
)
_OPEN = re.compile(
    rf"\b(?:the\s+)?(?:other|remaining|last|outstanding|final)\s+(?P<n>{_N})\s+(?:\w+\s+)?{POINTS}\b"
    rf"|\b(?P<m>{_N})\s+(?:\w+\s+)?{POINTS}\s+(?:(?:that|which)\s+)?(?:still\s+|are still\s+)?(?:remain\w*|are|is|were)\s+(?:to be |still )*(?:open|unresolved|outstanding|unsettled|settled|in dispute|disputed|in brackets|bracketed|resolved|stuck)\b"
    rf"|\b(?:those|these)\s+(?P<k>{_N})\s+{POINTS}\b",
    re.I,
)


def _narrowed(text: str) -> Iterator[Count]:
    for match in _NARROWED.finditer(text):
        before = match.group().lower()
        value = number(match["n"])
        if value is not None and re.search(rf"{POINTS}|\blist\b|\bplan\b|\bdraft\b", before):
            yield Count(
                start=match.start("total"), end=match.end("total"), total=value, rule="draft.narrowed"
            )


def _agreed(text: str) -> Iterator[Count]:
    for pattern in (_AGREED, _PASSIVE):
        for match in pattern.finditer(text):
            value = number(match["n"])
            after = text[match.end("agreed") :]
            if value is None or not (
                re.match(rf"\s+(?:\w+\s+)?{POINTS}\b|\s+(?:out )?of\s", after, re.I)
                or (
                    re.search(rf"{POINTS}", text[: match.start()], re.I)
                    and re.match(r"\s*(?:[.,;]|$|of them)", after)
                )
            ):
                continue
            if "not" in text[max(0, match.start() - 12) : match.start()].lower().split():
                continue
            total = number(match["total"]) if match["total"] else None
            whole = re.match(
                rf"(?:\s+(?:out )?of\s+(?:the\s+)?(?:\w+\s+)?{_N})?(?:\s+{POINTS})?", after, re.I
            )
            end = match.end("agreed") + (whole.end() if whole else 0)
            yield Count(start=match.start("agreed"), end=end, agreed=value, total=total, rule="draft.agreed")


def _open(text: str) -> Iterator[Count]:
    for match in _OPEN.finditer(text):
        if match["m"] and re.search(r"(?<!to be )\b(?:settled|resolved)$", match.group().lower()):
            continue
        value = number(match["n"] or match["m"] or match["k"])
        if value is not None:
            yield Count(start=match.start(), end=match.end(), open=value, rule="draft.open")


COUNTS: tuple[Callable[[str], Iterator[Count]], ...] = (_narrowed, _agreed, _open)


def counts_in(text: str) -> tuple[Count, ...]:
    """Every count of points in a sentence, in order; of two at one place the first rule's stands."""
    made: list[Count] = []
    for rule in COUNTS:
        for count in rule(text):
            if not any(count.start < other.end and other.start < count.end for other in made):
                made.append(count)
    return tuple(sorted(made, key=lambda count: count.start))
