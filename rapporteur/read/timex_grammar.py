"""The grammar of time expressions: patterns with named parts, compiled once into a single scan.

A pattern is written with a blank for any white space and `@NAME` for a fragment. All rules stand in
one alternation, in order; the text is scanned once, and the rule that matched is matched again alone
for its named parts. The text is lower-cased first, which is what makes plain `re` quick here. Every repetition is bounded, so the scan is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from rapporteur.languages.en import calendar as words
from rapporteur.model import TimexType
from rapporteur.read.numerals import NUMERAL


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means before the document's date is known.

    `ask` says that tense must decide the direction; `anchor` that it hangs on the expression before it;
    `then` is what is counted from the day once it is known ("P-2W": two weeks before).
    """

    type: TimexType
    value: str | None
    mod: str | None = None
    end_value: str | None = None
    direction: Literal["past", "future", "same"] | None = None
    offset: str | None = None
    ask: bool = False
    anchor: bool = False
    holiday: str | None = None
    then: str | None = None


Inner = Callable[[str], "Sense | None"]
"""What a phrase inside an expression means."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and the function that values a match of it (None: not a time after all)."""

    name: str
    source: str
    sense: Callable[[re.Match[str]], Sense | None]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed: a view that reads nothing should not wait for it."""
        return _compiled(self.source)


_compiled = cache(re.compile)


def _alternatives(*options: str) -> str:
    return "|".join(re.escape(o).replace(r"\ ", r"\s+") for o in sorted(set(options), key=len, reverse=True))


_long_months = [m for m in words.MONTHS if len(m) > 4 or m in ("may", "june", "july")]
_short_months = [m for m in words.MONTHS if m not in _long_months]
_long_days = [d for d in words.WEEKDAYS if d.endswith("day")]
_short_days = [d for d in words.WEEKDAYS if not d.endswith("day")]
_unit_words = _alternatives(*words.UNITS)
_ordinal_words = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    r"fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
    r"twenty[-\s](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[-\s]first"
)

FRAGMENTS: dict[str, str] = {
    "LMON": rf"(?:{_alternatives(*_long_months)})\b",
    "MON": rf"(?:(?:{_alternatives(*_long_months)})\b|(?:{_alternatives(*_short_months)})\b\.?)",
    "LWD": rf"(?:{_alternatives(*_long_days)})\b",
    "WD": rf"(?:(?:{_alternatives(*_long_days)})\b|(?:{_alternatives(*_short_days)})\b\.?)",
    "D": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|\.\d|,\d{3}(?!\d)|:\d|\s?(?:%|percent\b|per\scent\b))",
    "DORD": rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)|(?:{_ordinal_words}))\b",
    "Y": r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|['’]?s\b|%|-(?:point|mile|page|strong|seat|member))",
    "YY": r"(?:(?:1[5-9]|20|21)\d\d|['’]\d\d)(?!\d|[.,]\d|['’]?s\b)",
    "ZONE": rf"(?:\(?(?:{_alternatives(*words.ZONES, *words.ZONE_REGIONS)})\b\)?)",
    "AMPM": r"(?:a\.m\.|p\.m\.|a\.m\b|p\.m\b|am\b|pm\b)",
    "CLOCK": r"(?:\d{1,2}(?:[:.]\d\d(?::\d\d)?)?\s?@AMPM(?:,?\s@ZONE)?|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s?@ZONE)?|"
    r"(?:[01]\d|2[0-3])[0-5]\d\s(?:gmt|utc|hours)\b|(?:0?[1-9]|1[0-2])[0-5]\d\s?@AMPM|(?:@HOUR)(?:[-\s](?:fifteen|thirty|forty[-\s]five))?\s?@AMPM|(?:noon|midnight)(?:\s@ZONE)?)",
    "HOUR": r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
    "H": r"(?:\d{1,2}(?:[:.]\d\d)?|(?:@HOUR)(?:[-\s](?:fifteen|thirty|forty[-\s]five))?)(?:\so['’]?clock)?",
    "PDAY": r"(?:(?:last|this|next|tomorrow|yesterday|@LWD)\s(?:morning|afternoon|evening|night)|tonight)",
    "PART": rf"(?:{_alternatives(*words.DAYPARTS)})\b",
    "SEASON": rf"(?:{_alternatives(*words.SEASONS)})\b",
    "UNIT": rf"(?:{_unit_words})\b",
    "NUM": NUMERAL,
    "VAGUE": r"(?:several|many|some|a\s(?:good\s)?few|few|a\scouple(?:\sof)?|a\sdozen|dozens\sof|hundreds\sof|"
    r"thousands\sof|a\snumber\sof|a\shandful\sof|half\sa|half\san|half|an?)",
    "BOUND": rf"(?:{_alternatives(*words.BOUNDS)})",
    "NTH": r"(?:first|second|third|fourth|1st|2nd|3rd|4th|final|last)",
    "DCARD": r"(?:twenty|thirty)[-\s](?:one|two|three|four|five|six|seven|eight|nine)\b|(?:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\b",
    "DECADE": r"(?:the\s)?(?:1[5-9]|20|21)\d0['’]?s\b|(?:the\s)?['’]\d0['’]?s\b|"
    r"the\s(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    "CENTURY": rf"(?:the\s)?(?:(?:1?\d|2[01])(?:st|nd|rd|th)|(?:{_ordinal_words}))[-\s]century\b",
    "THIS": r"(?:this\spast|this\scoming|this|last|next|the\spast|the\slast|the\snext|the\scoming|the\sfollowing|"
    r"the\sprevious|the\spreceding|the\ssame|that\ssame|that|the\scurrent|the\supcoming|the\spresent|past|coming|"
    r"previous|following|the\sprior|prior|current|upcoming|the\slatest|the)",
    "MUNIT": r"(?:days?|weekend|(?:working|work)[-\s]?week|week|fortnight|month|quarter|year|decade|century|half|fiscal\syear|semester)\b",
    "MPERIOD": r"(?:@DECADE|@CENTURY|@MON(?:,?\s(?:of\s)?(?:@Y|this\syear|last\syear|next\syear))?|"
    r"(?:the\s)?@SEASON(?:\s(?:of\s)?@Y)?|@THIS\s(?:@MUNIT|@LMON|@SEASON|@LWD)|(?:@NTH|the\s@NTH)[-\s]quarter"
    r"(?:\s(?:of\s)?@Y)?|@LWD(?:\s@PART)?|yesterday|today|tomorrow|@Y|fiscal\s@Y)",
    "EDGE": r"(?:the\s(?:early|late|mid)(?=[-\s](?:the\s)?(?:\d|['’]\d|nine|eigh|seven|six|fif|for|thir|twen))|(?:very\s)?early(?:\s(?:in|on))?|(?:very\s)?late(?:\s(?:in|on))?|mid|middle\sof|the\smiddle\sof|"
    r"(?:the\s)?(?:beginning|start|outset|opening|end|close|closing|rest|remainder|latter\spart|early\spart|later\spart)"
    r"(?:\s(?:days|weeks|months|half|years))?\sof|midway\sthrough|"
    r"earlier(?:\sin|\son)?|later(?:\sin|\son)?|sometime(?:\sin)?|by\sthe\send\sof|the\sturn\sof)",
    "HOLIDAY": rf"(?:{_alternatives(*words.FIXED_HOLIDAYS, *words.NTH_HOLIDAYS, *words.EASTER_HOLIDAYS)})(?!\w)",
    "FREQ": rf"(?:{_alternatives(*words.FREQUENCIES)})\b",
}

_fragment = re.compile(r"@([A-Z]+)")
_named = re.compile(r"\(\?P<\w+>")


def expand(pattern: str) -> str:
    """The pattern with its fragments in place and every blank standing for white space."""
    while _fragment.search(pattern):
        pattern = _fragment.sub(lambda found: FRAGMENTS[found.group(1)], pattern)
    return pattern.replace(" ", r"\s{1,9}")


def rule(name: str, pattern: str, sense: Callable[[re.Match[str]], Sense | None]) -> Rule:
    """A rule from its pattern; the text it is matched against is lower-cased."""
    return Rule(name, rf"(?:{expand(pattern)})(?!\w)", sense)


class Scanner:
    """One pattern that finds where a rule matches, the first in order winning; group names are r0, r1 …"""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules

    def match(self, text: str, start: int, stop: int) -> re.Match[str] | None:
        """The match that begins at `start`."""
        return self._pattern.match(text, start, stop)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        bodies = "|".join(f"(?P<r{i}>{_named.sub('(?:', r.source)})" for i, r in enumerate(self.rules))
        return re.compile(rf"(?<![\w$£€])(?<!\d[.,/:-])(?:{bodies})")
