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
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

from rapporteur.languages.en import numbers as words
from rapporteur.languages.en.calendar import UNITS
from rapporteur.model import Document, Mention, Qualifier, Quantity, Sentence, Span, Timex, address
from rapporteur.read.numerals import fraction, numeral
from rapporteur.read.times import lowered

_not_names = {"role", "group", "document"}  # "two senators", "a 28-point plan": mentions, but no names
_skipped = {"chrome", "notice", "byline", "dateline", "credit"}


def _any(options: object) -> str:
    return "|".join(
        re.escape(o).replace(r"\ ", r"\s+")
        for o in sorted(cast(dict[str, str], options), key=len, reverse=True)
    )


_symbols = [c for c in words.CURRENCIES if not c[-1].isalpha()]
_codes = [
    c for c in words.CURRENCIES if len(c) == 3 and c.isalpha() and c not in ("yen", "won", "dlr", "stg")
]
_coins = [c for c in words.CURRENCIES if c[-1].isalpha() and c not in _codes]
_ones = "|".join(sorted([*words.ONES, *words.TENS], key=len, reverse=True))
_spelled = (
    rf"(?:{_ones})(?:[-\s](?:{_ones}))?(?:\s+hundred(?:\s+and)?(?:\s+(?:{_ones})(?:[-\s](?:{_ones}))?)?)?"
)
_figure = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_scale = r"(?:\s?(?:bn|mln|bln|trln|tln|mn|tn)\b|[mbk](?!\w)|[-\s](?:hundred\s+)?(?:thousand|million|billion|trillion|dozen|crore|lakh|hundred)\b(?!s))"
_number = rf"(?:{_figure}|(?:{_spelled})\b|(?:half\s+a|a\s+half|half|a\s+quarter(?:\s+of\s+a)?|an?)(?=[-\s](?:hundred|thousand|million|billion|trillion|dozen)\b(?!s)))"
_measures = _any([m for m in words.MEASURES if len(m) > 2 or m in ("kg", "km", "mw", "gw", "kt", "%")])

_SCAN = re.compile(
    rf"(?<![\w.,/$€£:#-])(?<!\d[–—])(?P<cur>(?:{_any(_symbols)})\s?|(?:{'|'.join(_codes)})\s)?"
    rf"(?P<num>{_number})(?P<scale>{_scale})?"
    rf"(?:(?:\s?[-–—]\s?|\s(?:to|and|or)\s)(?P<cur2>(?:{_any(_symbols)})\s?)?(?P<num2>{_figure}|(?:{_spelled})\b)(?P<scale2>{_scale})?(?!\d))?"
    rf"(?:[-\s]?(?P<coin>(?:{_any(_coins)})\b)|[-\s]?(?P<measure>(?:{_measures})(?!\w)))?"
)
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<top>{_ones}|an?)[-\s])?(?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\s+(?:of)\s+(?=\w)"
)
_word = re.compile(r"[A-Za-z][\w’'-]*\.?|[,;:.!?()“”\"—–]")
_before = re.compile(rf"(?:^|[\s(“\"‘—–])({_any(words.BOUNDS)})\s*$")
_after = re.compile(rf"\s*({_any(words.BOUNDS_AFTER)})(?!\w)")


@dataclass(frozen=True, slots=True)
class _Noun:
    """The head noun a number counts, in lower case, and where its phrase ends."""

    word: str
    start: int
    end: int


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
    while (found := _SCAN.search(text, position, high)) is not None:
        made, position = _quantity(document, text, found, high, times, names)
        if made is not None:
            yield made
    # fractions in words stand apart: "two-thirds of the members"
    for found in _FRACTION.finditer(text, low, high):
        value = fraction(f"{found['top'] or 'one'} {found['part']}" if found["part"] != "half" else "half")
        if value is not None and not times.over(found.start(), found.end()):
            yield Quantity(
                id=address(document.report, "quantity", found.start(), found.end("part")),
                span=document.span(found.start(), found.end("part")),
                value=value,
                unit="share",
                qualifier=_qualifier(text, found.start(), found.end("part")),
                about=_of(document, text, found.end("part"), high),
                rule="fraction",
            )


def _quantity(
    document: Document, text: str, found: re.Match[str], high: int, times: _Spans, names: _Spans
) -> tuple[Quantity | None, int]:
    """The quantity a match stands for, or None, and where to go on."""
    start, end = found.start(), found.end()
    value = _value(found["num"], found["scale"])
    if value is None:
        return None, found.end("num")
    last, tied = None, found["num2"] is not None
    if tied and not _is_range(text, found):
        # "five and six": two numbers; leave the second to the next turn
        found_end = found.end("scale") if found["scale"] else found.end("num")
        again = _SCAN.match(text, start, found_end)
        if again is None:
            return None, found_end
        found, end, tied = again, again.end(), False
    if tied:
        last = _value(found["num2"], found["scale2"])
        if (
            found["scale2"]
            and not found["scale"]
            and last is not None
            and value < last
            and not found["num"].endswith("000")
        ):
            value = _value(found["num"], found["scale2"]) or value
    time = times.over(start, end)
    if time is not None:
        return _of_time(document, text, found, value, last, time, start), max(end, time[1])
    money = found["cur"] or found["coin"] or found["cur2"]
    qualifier = _qualifier(text, start, end)
    if money:
        unit: str | None = words.CURRENCIES[re.sub(r"\s+", " ", money.strip())]
        rate = _rate(text, end, times)
        about = _of(document, text, rate[1] if rate else end, high)
        unit = f"{unit}/{rate[0]}" if rate else unit
        return _made(document, start, end, value, last, unit, qualifier, about, "money"), end
    if found["measure"]:
        unit = words.MEASURES[re.sub(r"\s+", " ", found["measure"])]
        if unit in ("people", "men", "women", "children") and value < 2:
            return None, end
        return _made(
            document, start, end, value, last, unit, qualifier, _of(document, text, end, high), "measure"
        ), end
    if (name := names.over(start, end)) is not None:
        return None, max(end, min(name[1], end + 1))
    if refusal(document.text, text, start, end, found["num"]):
        return None, end
    if text[end : end + 1] == "-" and (hyphened := re.match(r"-([a-z]{3,})", text[end:high])):
        return _hyphened(
            document, text, start, end, value, last, hyphened.group(1), qualifier, high
        ), end + hyphened.end()
    noun = _noun(document.text, text, end, high)
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
    rate = _rate(text, noun.end, times)
    if rate:
        unit = f"{unit}/{rate[0]}"
    about = (
        _of(document, text, rate[1] if rate else noun.end, high)
        if unit in ("barrels/day", "kilograms", "tons", "tonnes", "barrels")
        else document.span(noun.start, noun.end)
    )
    return _made(document, start, end, value, last, unit, qualifier, about, "count"), end


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


def _value(number: str, scale: str | None) -> float | None:
    bare = number.strip()
    value = (
        numeral(bare)
        if not bare.startswith(("half", "a half", "a quarter"))
        else (0.25 if "quarter" in bare else 0.5)
    )
    if value is None:
        return None
    for word in re.findall(r"[a-z]+", scale or ""):
        value *= words.SCALES[word]
    return round(value, 6)


def _is_range(text: str, found: re.Match[str]) -> bool:
    between = text[
        found.end("scale") if found["scale"] else found.end("num") : found.start("cur2")
        if found["cur2"]
        else found.start("num2")
    ]
    joint = between.strip()
    first, second = _value(found["num"], found["scale"]), _value(found["num2"], found["scale2"])
    if first is None or second is None:
        return False
    if joint == "and":
        return (
            bool(
                re.search(
                    r"\bbetween\s(?:about\s|roughly\s)?$", text[max(0, found.start() - 16) : found.start()]
                )
            )
            and first < second
        )
    if (
        joint == "to"
        and re.search(r"\bfrom\s$", text[max(0, found.start() - 5) : found.start()])
        and first > second
    ):
        return False
    return first < second or bool(found["scale2"] and not found["scale"])


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
        _qualifier(text, start, time[1]),
        None,
        "length",
    )


_named_before = re.compile(r"([A-Za-z]+)\.?[\s-]+(?:of\s+)?$")
_glued = re.compile(r"[\w]*[-–/:]\d|\.\d|,\d|:\d|/|['’]s\b|(?:st|nd|rd|th)\b|°")


def refusal(original: str, text: str, start: int, end: int, number: str) -> str | None:
    """Why a bare number counts nothing: part of a name, of a code, of a score; or None."""
    if "://" in text[text.rfind(" ", max(0, start - 200), start) + 1 : start]:
        return "inside an address"
    if re.search(r"\b\d{1,3} of $", text[max(0, start - 8) : start]) and re.match(
        r"\s+(?:photo|slide|image|page)s?\b", text[end : end + 8]
    ):
        return "a picture's number"
    if _glued.match(text, end) or text[max(0, start - 1) : start] in {"-", "/", ".", "@", "#"}:
        return "glued to other figures"
    if found := _named_before.search(text[max(0, start - 24) : start]):
        word = found.group(1)
        if word in words.NAMED_BY_NUMBER and (text[start - 4 : start] != " of " or word == "group"):
            return "names, does not count"
        printed = original[max(0, start - 24) : start]
        place = printed.lower().rfind(word)
        if (
            number[0].isdigit()
            and " of " not in printed[place:]
            and printed[place : place + 1].isupper()
            and len(number) < 4
        ):
            begins = re.search(
                r"(?:^|[.!?:“\"\n]\s*)$", original[max(0, start - 30) : max(0, start - 24) + place]
            )
            if not begins and not re.match(r"\s+[a-z]+s\b", original[end : end + 20]):
                return "part of a name"
    return None


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
    name = unit if unit.endswith("s") or unit in words.PLURALS else _plural(unit)
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


def _plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s")


def _noun(original: str, text: str, end: int, high: int) -> _Noun | None:
    """The plural noun a number counts, at most five words on, with nothing but modifiers between."""
    start = None
    previous: _Noun | None = None
    for i, found in enumerate(_word.finditer(original, end, min(high, end + 90))):
        if i > 5 or not original[end if i == 0 else found.start() - 1].isspace():
            break
        if i == 0 and original[end : found.start()].strip():
            break
        word = found.group().lower().rstrip(".")
        if not word[:1].isalpha() or word in words.STOPS:
            break
        start = found.start() if start is None else start
        stem = re.sub(r"['’]s?$", "", word)
        plural = stem in words.PLURALS or (
            stem.endswith("s")
            and stem not in words.NOT_NOUNS
            and not stem.endswith(("ss", "us", "is"))
            and len(stem) > 3
        )
        if plural and "’" not in word and "'" not in word:
            previous = _Noun(stem, start, found.start() + len(stem))
            follows = _word.match(original, found.end() + 1)
            if follows is None or not _is_plural(follows.group().lower()) or found.group().endswith("."):
                break
        elif previous is not None:
            break
    return previous


def _is_plural(word: str) -> bool:
    return word in words.PLURALS or (
        word.endswith("s")
        and word not in words.NOT_NOUNS
        and word not in words.STOPS
        and not word.endswith(("ss", "us", "is", "’s", "'s"))
        and len(word) > 3
    )


_rates = re.compile(
    r"\s(?:a|an|per|each|every)\s(second|minute|hour|day|week|month|quarter|year|barrel|share|person|head|ton|tonne|gallon|ounce|unit)\b|\s(daily|weekly|monthly|annually|yearly)\b|/(day|month|year|hour)\b"
)
_adverbs = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}


def _rate(text: str, end: int, times: _Spans) -> tuple[str, int] | None:
    found = _rates.match(text, end)
    if found is None:
        return None
    unit = found.group(1) or found.group(3) or _adverbs[found.group(2)]
    return unit, found.end()


def _of(document: Document, text: str, end: int, high: int) -> Span | None:
    """The noun phrase after "of", "in", "for" or "worth of" behind a quantity, without its own tail."""
    found = re.match(
        r"\s+(?:worth\s+of|of|in|for)\s+(?:the\s+|its\s+|their\s+|all\s+|his\s+|her\s+)?(?!it\b|them\b|him\b|her\b|us\b|this\b|that\b|a\b|an\b|\d)((?:[\w’'-]+\.?\s+){0,5}?[\w’'-]+)(?=\s+(?:of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|is|are|was|were|has|have|had|will|would|over|under|frozen|held|a|an|the|into|during|since|as|it|they|he|she|if|when|after|before|,)\b|[.,;:)”\"!?—–]|\s*$|\n)",
        text[end:high],
    )
    if found is None:
        beside = re.match(r"\s+([a-z][\w’'-]+(?:\s+[a-z][\w’'-]+)?)", text[end:high])
        heads = beside.group(1).split() if beside else []
        while heads and (heads[-1] in words.STOPS or heads[-1].endswith(("ed", "ing", "ly"))):
            heads.pop()
        if beside is None or not heads or heads[0] in words.STOPS:
            return None
        start = end + beside.start(1)
        return document.span(start, start + beside.group(1).index(heads[-1]) + len(heads[-1]))
    start, stop = end + found.start(1), end + found.end(1)
    spoken = list(_word.finditer(document.text, start, stop))
    for this, following in pairwise(spoken):
        if _is_plural(this.group().lower()) and not _is_plural(following.group().lower()):
            stop = this.end()  # the noun has come; what follows is its verb or its tail
            break
    return document.span(start, stop)


def _qualifier(text: str, start: int, end: int) -> Qualifier:
    if found := _before.search(text[max(0, start - 28) : start]):
        return cast(Qualifier, words.BOUNDS[re.sub(r"\s+", " ", found.group(1))])
    if found := _after.match(text, end):
        return cast(Qualifier, words.BOUNDS_AFTER[found.group(1)])
    return "exactly"


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
