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


N = _N
"""A small number in figures or words, as a pattern."""


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


_COUNTED = re.compile(_N, re.I)
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


_OF = re.compile(
    rf"(?:^|[“\"]|,\s)(?:of|among|out of)\s+(?:the|its|their|these|those|all)\s+(?P<n>{_N})\s+(?:\w+\s+)?{POINTS}\b",
    re.I,
)
_HAS = re.compile(
    rf"\b(?:has|have|had|contains?|runs? to|ran to|consists? of|comprises?|is made up of)\s+(?:just |only |about )?(?P<n>{_N})\s+"
    r"(?:points|items|articles|clauses|provisions|chapters|paragraphs|sections)\b",
    re.I,
)
_REST = (
    rf"(?:^|[“\"]|[,;:]\s+|\band\s+|\bbut\s+)(?:of (?:which|them|these)\s+)?(?:the\s+(?:other|remaining|last)\s+|another\s+|a further\s+)?(?P<n>{_N})(?:\s+of\s+(?:them|these|those))?\s+"
    r"(?:more\s+|others?\s+)?(?:are|were|is|have been|had been|has been|remain|remained|remains|stay)\s+(?:now\s+|still\s+|already\s+|largely\s+|all but\s+|to be\s+)*"
)
_AGREED_THERE = re.compile(_REST + r"(?:agreed|settled|resolved|closed|accepted|finali[sz]ed|done)\b", re.I)
_OPEN_THERE = re.compile(
    _REST
    + r"(?:open|unresolved|outstanding|unsettled|in dispute|disputed|in brackets|bracketed|stuck|contested|undecided)\b",
    re.I,
)


def _of(text: str) -> Iterator[Count]:
    for match in _OF.finditer(text):
        value = number(match["n"])
        if value is not None and not re.match(r"\s+(?:that|which|still)?\s*remain", text[match.end() :]):
            start = match.start("n")
            yield Count(start=start, end=match.end(), total=value, rule="draft.of")


def _has(text: str) -> Iterator[Count]:
    for match in _HAS.finditer(text):
        value = number(match["n"])
        if value is not None:
            yield Count(start=match.start("n"), end=match.end(), total=value, rule="draft.has")


def _rest(text: str) -> Iterator[Count]:
    """ "nine are agreed, two are open", of points that were counted just before."""
    for pattern, is_open in ((_AGREED_THERE, False), (_OPEN_THERE, True)):
        for match in pattern.finditer(text):
            value = number(match["n"])
            if value is None or (not is_open and " to be " in match.group()):
                continue
            start, end = match.start("n"), match.end()
            if is_open:
                yield Count(start=start, end=end, open=value, rule="draft.open")
            else:
                yield Count(start=start, end=end, agreed=value, rule="draft.agreed")


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


COUNTS: tuple[Callable[[str], Iterator[Count]], ...] = (_narrowed, _agreed, _open, _of, _has)


def counts_in(text: str, counting: bool = False) -> tuple[Count, ...]:
    """Every count of points in a sentence, in order; of two at one place the first rule's stands.

    `counting` says that points were counted just before, so that "two are open" counts of them.
    """
    if _COUNTED.search(text) is None:  # every pattern here holds a number: most sentences need none of them
        return ()
    made: list[Count] = []
    counting = counting or _OF.search(text) is not None or _HAS.search(text) is not None
    for rule in (*COUNTS, _rest) if counting else COUNTS:
        for count in rule(text):
            if not any(count.start < other.end and other.start < count.end for other in made):
                made.append(count)
    return tuple(sorted(made, key=lambda count: count.start))
