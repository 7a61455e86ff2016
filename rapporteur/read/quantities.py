"""Numbers that measure or count: value, unit, bound and what they are about.

Found are sums of money, shares, measures, counts of things ("28 conditions", "28-point"), a count
whose noun was said just before ("agreement on 18"), lengths of time, fractions and ranges. Left out
are dates, clock times, numbers inside names ("Group of 20", "F-16", "Article 5"), ages, scores and
"the two sides", which points at a pair and counts nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.languages.en import numbers as words
from rapporteur.languages.en.calendar import UNITS
from rapporteur.model import Document, Mention, Qualifier, Quantity, Sentence, Span, Timex, address
from rapporteur.read.numerals import fraction, numeral
from rapporteur.read.quantity_grammar import (
    FRACTION,
    IN_SO_MANY,
    SCAN,
    changes,
    is_range,
    qualifier_of,
    value_of,
)
from rapporteur.read.quantity_nouns import about_after, noun_after, plural, rate_after
from rapporteur.read.quantity_refusals import refusal, teller
from rapporteur.read.times import lowered
from rapporteur.read.timex_parts import over_is_more

_not_names = {"role", "group", "document"}  # "two senators", "a 28-point plan": mentions, but no names
_skipped = {"chrome", "notice", "byline", "dateline", "credit"}


def find_quantities(
    document: Document, sentences: Sequence[Sentence], timexes: Sequence[Timex], mentions: Sequence[Mention]
) -> tuple[Quantity, ...]:
    """The quantities of a document, in order; units are canonical (currency codes, percent, plural nouns)."""
    text = lowered(document.text)
    times = _Spans([(t.span.start, t.span.end, t.timex_type) for t in timexes])
    names = _Spans([(m.span.start, m.span.end, m.kind) for m in mentions if m.kind not in _not_names])
    starts = sorted(s.start for s in sentences)
    out: list[Quantity] = []
    for low, high in _blocks(document):
        for made in _scan(document, text, low, high, times, names):
            here = bisect_right(starts, made.span.start)
            before = out[-1] if out and bisect_right(starts, out[-1].span.start) == here else None
            finished = _elliptic(made, before, text) if made.unit is None else made
            if finished is not None:
                out.append(finished)
    return tuple(out)


def _blocks(document: Document) -> Iterator[tuple[int, int]]:
    if not document.blocks:
        yield 0, len(document.text)
    for block in document.blocks:
        if block.kind not in _skipped:
            yield block.start, block.end


class _Spans:
    """What kind of span, if any, covers a place; spans are sorted once and looked up by bisection."""

    def __init__(self, spans: list[tuple[int, int, str]]) -> None:
        self.spans = sorted(spans)
        self.starts = [s[0] for s in self.spans]

    def over(self, start: int, end: int) -> tuple[int, int, str] | None:
        for i in range(
            bisect_right(self.starts, end - 1) - 1, max(-1, bisect_right(self.starts, end - 1) - 4), -1
        ):
            low, high, _ = self.spans[i]
            if low < end and start < high:
                return self.spans[i]
        return None

    def at(self, start: int) -> tuple[int, int, str] | None:
        i = bisect_right(self.starts, start) - 1
        return self.spans[i] if i >= 0 and self.spans[i][0] == start else None


def _scan(
    document: Document, text: str, low: int, high: int, times: _Spans, names: _Spans
) -> Iterator[Quantity]:
    position = low
    while (found := SCAN.search(text, position, high)) is not None:
        made, position = _quantity(document, text, found, high, times, names)
        if made is not None:
            yield made
    for found in IN_SO_MANY.finditer(text, low, high):
        top, whole = numeral(found["top"]), numeral(found["all"])
        if top and whole and 0 < top < whole <= 100 and not times.over(found.start("all"), found.end("all")):
            yield _made(
                document, found.start(), found.end("all"), top / whole, None, "share",
                qualifier_of(text, found.start(), found.end("all")), about_after(document, text, found.end("all"), high), "in so many",
            )  # fmt: skip
    # fractions in words stand apart: "two-thirds of the members"
    for found in FRACTION.finditer(text, low, high):
        value = fraction(f"{found['top'] or 'one'} {found['part']}" if found["part"] != "half" else "half")
        if value is not None and not times.over(found.start(), found.end()):
            yield Quantity(
                id=address(document.report, "quantity", found.start(), found.end("part")),
                span=document.span(found.start(), found.end("part")),
                value=value,
                unit="share",
                qualifier=qualifier_of(text, found.start(), found.end("part")),
                about=about_after(document, text, found.end("part"), high),
                rule="fraction",
            )


def _quantity(
    document: Document, text: str, found: re.Match[str], high: int, times: _Spans, names: _Spans
) -> tuple[Quantity | None, int]:
    """The quantity a match stands for, or None, and where to go on."""
    start, end = found.start(), found.end()
    value = value_of(found["num"], found["scale"])
    if value is None:
        return None, found.end("num")
    last, tied = None, found["num2"] is not None
    if tied and not is_range(text, found):
        # "five and six": two numbers; leave the second to the next turn
        found_end = found.end("scale") if found["scale"] else found.end("num")
        if changes(text, found):
            return _from(document, text, found, value, found_end), found_end
        again = SCAN.match(text, start, found_end)
        if again is None:
            return None, found_end
        found, end, tied = again, again.end(), False
    if tied:
        last = value_of(found["num2"], found["scale2"])
        if (
            found["scale2"]
            and not found["scale"]
            and last is not None
            and value < last
            and not found["num"].endswith("000")
        ):
            value = value_of(found["num"], found["scale2"]) or value
    numbered = (
        found.end("scale2")
        if found["scale2"]
        else found.end("num2")
        if tied
        else found.end("scale")
        if found["scale"]
        else found.end("num")
    )
    time = times.over(start, numbered)
    if time is not None:
        return _of_time(document, text, found, value, last, time, start), max(end, time[1])
    money = found["cur"] or found["coin"] or found["cur2"]
    qualifier = qualifier_of(text, start, end)
    if money:
        unit: str | None = words.CURRENCIES[re.sub(r"\s+", " ", money.strip())]
        rate = rate_after(text, end)
        about = about_after(document, text, rate[1] if rate else end, high)
        unit = f"{unit}/{rate[0]}" if rate else unit
        return _made(document, start, end, value, last, unit, qualifier, about, "money"), end
    if found["measure"]:
        unit = words.MEASURES[re.sub(r"\s+", " ", found["measure"])]
        if unit in ("people", "men", "women", "children") and value < 2:
            return None, end
        rate = rate_after(text, end) if unit != "percent" and "/" not in unit else None
        about = about_after(document, text, end, high)
        unit = f"{unit}/{rate[0]}" if rate else unit
        return _made(document, start, end, value, last, unit, qualifier, about, "measure"), end
    if (name := names.over(start, end)) is not None:
        return None, max(end, min(name[1], end + 1))
    if refusal(document.text, text, start, end, found["num"]):
        return None, end
    if text[end : end + 1] == "-" and (hyphened := re.match(r"-([a-z]{3,})", text[end:high])):
        return _hyphened(
            document, text, start, end, value, last, hyphened.group(1), qualifier, high
        ), end + hyphened.end()
    noun = noun_after(document.text, text, end, high)
    if noun is not None and (noun.word in words.FRACTIONS or teller(text, start, noun.end, noun.word, value)):
        return None, end
    if noun is None:
        if value < 2 or (
            found["num"].isalpha()
            and value < 3
            and not re.search(r"\b(?:on|of|versus|than)\s$", text[max(0, start - 8) : start])
        ):
            return None, end
        return _made(document, start, end, value, last, None, qualifier, None, "count"), end
    if (found["num"] in ("one", "zero") and not found["scale"]) or value == 1:
        return None, end
    if noun.word in words.PARTIES and re.search(
        r"\b(?:the|their|our|its|these|those|both|all)\s$", text[max(0, start - 7) : start]
    ):
        return None, end
    unit = words.MEASURES.get(noun.word, noun.word)
    rate = rate_after(text, noun.end)
    if rate:
        unit = f"{unit}/{rate[0]}"
    about = (
        about_after(document, text, rate[1] if rate else noun.end, high)
        if unit in ("barrels/day", "kilograms", "tons", "tonnes", "barrels")
        else document.span(noun.start, noun.end)
    )
    return _made(document, start, end, value, last, unit, qualifier, about, "count"), end


def _from(document: Document, text: str, found: re.Match[str], value: float, end: int) -> Quantity | None:
    """The 5 of "raised it from 5 to 7 percent": where a figure stood, in the unit of where it went."""
    money, measure = found["cur"] or found["coin"] or found["cur2"], found["measure"]
    last = value_of(found["num2"], found["scale2"])
    if not money and not measure:
        return (
            _made(document, found.start(), end, value, None, None, "exactly", None, "count")
            if value >= 1000
            else None
        )
    if found["scale2"] and not found["scale"] and last is not None and value < last:
        value = value_of(found["num"], found["scale2"]) or value
    unit = (
        words.CURRENCIES[re.sub(r"\s+", " ", money.strip())]
        if money
        else words.MEASURES[re.sub(r"\s+", " ", measure)]
    )
    return _made(
        document, found.start(), end, value, None, unit, "exactly", None, "money" if money else "measure"
    )


def _made(
    document: Document,
    start: int,
    end: int,
    value: float,
    last: float | None,
    unit: str | None,
    qualifier: Qualifier,
    about: Span | None,
    rule: str,
) -> Quantity:
    return Quantity(
        id=address(document.report, "quantity", start, end),
        span=document.span(start, end),
        value=value,
        unit=unit,
        qualifier=qualifier,
        about=about,
        high=last,
        rule=rule,
    )


def _of_time(
    document: Document,
    text: str,
    found: re.Match[str],
    value: float,
    last: float | None,
    time: tuple[int, int, str],
    start: int,
) -> Quantity | None:
    """The number in a length of time: "three days" is 3 days; ages and dates are no quantities."""
    if time[2] != "DURATION" or value < 2 or time[0] > start:
        return None
    unit = re.search(r"([a-z]+)(?:[-\s](?:long|old))?$", text[start : time[1]])
    if (
        unit is None
        or unit.group(1) not in UNITS
        or text[time[0] : time[1]].endswith("old")
        or text[time[1] : time[1] + 4] == "-old"
    ):
        return None
    name = (
        unit.group(1)
        if unit.group(1).endswith("s")
        else ("centuries" if unit.group(1) == "century" else unit.group(1) + "s")
    )
    return _made(
        document,
        start,
        found.end("num2") if last else found.end("num"),
        value,
        last,
        name,
        "exactly"
        if text[max(0, start - 5) : start] == "over " and not over_is_more(text, start - 5)
        else qualifier_of(text, start, time[1]),
        None,
        "length",
    )


def _hyphened(
    document: Document,
    text: str,
    start: int,
    end: int,
    value: float,
    last: float | None,
    unit: str,
    qualifier: Qualifier,
    high: int,
) -> Quantity | None:
    """ "28-point plan": 28 points, about the plan."""
    if unit in (
        "year",
        "old",
        "time",
        "way",
        "fold",
        "th",
        "plus",
        "something",
        "on",
        "in",
        "for",
        "to",
        "and",
        "or",
        "term",
        "based",
        "led",
        "long",
        "wide",
        "sided",
        "handed",
    ):
        return None
    if value < 2 or unit in words.FRACTIONS:
        return None
    stop = end + 1 + len(unit)
    name = unit if unit.endswith("s") or unit in words.PLURALS else plural(unit)
    noun = re.match(r"\s+((?:[a-z][\w’'-]*\s+){0,2}?[a-z][\w’'-]+)(?=[\s.,;:)”\"]|$)", text[stop:high])
    about = None
    if noun is not None:
        first = noun.group(1).split()[0]
        if first not in words.STOPS:
            about = document.span(stop + noun.start(1), stop + noun.start(1) + len(first))
    return _made(
        document,
        start,
        stop,
        value,
        last,
        words.MEASURES.get(name, words.MEASURES.get(unit, name)),
        qualifier,
        about,
        "hyphen",
    )


_elided = re.compile(
    r"\b(?:on|of|to|from|versus|than|and|or|all|by|with|at|,)\s(?:the\s)?(?:(?:other|remaining|some|about)\s)?$"
)


_counted_before = re.compile(
    r"\bnumber\s+of\s+(?:[a-z-]+\s+){0,2}?([a-z-]{3,}s)\s+(?:[a-z]+\s+){0,3}?(?:from|to|at|of|by|is|was|reached|exceeded)\s"
    r"(?:(?:about|some|nearly|over|more\sthan|only)\s)?$"
)
"""The noun in "cut the number of centrifuges from …"."""


def _elliptic(made: Quantity, before: Quantity | None, text: str) -> Quantity | None:
    """A number without a noun takes the one counted before it in its sentence; else only large numbers stay."""
    start = made.span.start
    if (
        before is not None
        and before.unit is not None
        and before.rule in ("count", "hyphen", "money", "measure", "elliptic")
    ) and (_elided.search(text[max(0, start - 30) : start]) or made.value >= 1000):
        if before.rule in ("money", "measure") and made.value < 1000 and "," not in made.span.exact:
            return None
        unit = before.unit.split("/")[0] if before.rule == "count" else before.unit
        return replace(made, unit=unit, rule="elliptic")
    if counted := _counted_before.search(text[max(0, start - 90) : start]):
        return replace(made, unit=counted.group(1), rule="counted before")
    return made if made.value >= 1000 and "," in made.span.exact else None
