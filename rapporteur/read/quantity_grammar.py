"""The grammar of amounts: figures and number words, scales, currencies, measures, bounds, and what they are worth."""

from __future__ import annotations

import re
from typing import cast

from rapporteur.languages.en import numbers as words
from rapporteur.model import Qualifier
from rapporteur.read.numerals import numeral


def _any(options: object) -> str:
    return "|".join(
        re.escape(o).replace(r"\ ", r"\s+")
        for o in sorted(cast(dict[str, str], options), key=len, reverse=True)
    )


_symbols = [c for c in words.CURRENCIES if not c[-1].isalpha()]
_codes = [
    c for c in words.CURRENCIES if len(c) == 3 and c.isalpha() and c not in ("yen", "won", "dlr", "stg")
]
_codes += ["rs.", "rs", "sfr"]
_coins = [c for c in words.CURRENCIES if c[-1].isalpha()]
_ones = "|".join(sorted([*words.ONES, *words.TENS], key=len, reverse=True))
_spelled = (
    rf"(?:{_ones})(?:[-\s](?:{_ones}))?(?:\s+hundred(?:\s+and)?(?:\s+(?:{_ones})(?:[-\s](?:{_ones}))?)?)?"
)
_mixed = r"\d{1,3}\s[1-9]/[2-9]|"
_figure = _mixed + r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_scale = r"(?:\s?(?:bn|mln|bln|trln|tln|mn|tn)\b|[mbk](?!\w)|[-\s](?:hundred\s+)?(?:thousand|million|billion|trillion|dozen|crore|lakh|hundred)\b(?!s))"
_number = rf"(?:{_figure}|(?:{_spelled})\b|(?:half\s+a|a\s+half|half|a\s+quarter(?:\s+of\s+a)?|an?)(?=[-\s](?:hundred|thousand|million|billion|trillion|dozen)\b(?!s)))"
_measures = _any([m for m in words.MEASURES if len(m) > 2 or m in ("kg", "km", "mw", "gw", "kt", "%")])

SCAN = re.compile(
    rf"(?<![\w.,/$€£:#-])(?<!\d[–—])(?P<cur>(?:{_any(_symbols)})\s?|(?:{'|'.join(map(re.escape, _codes))})\s?(?=\d))?"
    rf"(?P<num>{_number})(?P<scale>{_scale})?"
    rf"(?:(?:\s?[-–—]\s?|\s(?:to|and|or)\s)(?P<cur2>(?:{_any(_symbols)})\s?)?(?P<num2>{_figure}|(?:{_spelled})\b)(?P<scale2>{_scale})?(?!\d))?"
    rf"(?:[-\s]?(?P<coin>(?:{_any(_coins)})\b)|[-\s]?(?P<measure>(?:{_measures})(?!\w)))?"
)
FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<top>{_ones}|an?)[-\s])?(?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\s+(?:of)\s+(?=\w)"
)
IN_SO_MANY = re.compile(
    rf"(?<![\w-])(?P<top>{_ones}|\d{{1,2}})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<all>{_ones}|\d{{1,3}})(?=\s+[a-z])(?![.,]\d)"
)
"""“One in five workers”, “three out of four”."""
_before = re.compile(rf"(?:^|[\s(“\"‘—–])({_any(words.BOUNDS)})\s*$")
_after = re.compile(rf"\s*({_any(words.BOUNDS_AFTER)})(?!\w)")


def value_of(number: str, scale: str | None) -> float | None:
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


_from = re.compile(r"\bfrom\s$")
_change = re.compile(
    r"\b(?:rais|ris|rose|increas|fall|fell|cut|drop|shr[iau]nk|grow|grew|lower|reduc|lift|climb|declin|go|went|mov|jump|slip|slid|bring|brought|scal|trim|slash|widen|narrow|up|down|expand|chang)\w*\b[^.;:,]{0,60}\bfrom\s$"
)


def changes(text: str, found: re.Match[str]) -> bool:
    """Whether two numbers are where something was and where it went: “raised it from 5 to 7 percent”."""
    joint = text[found.end("scale") if found["scale"] else found.end("num") : found.start("num2")].strip()
    return (
        joint.startswith("to")
        and _change.search(text[max(0, found.start() - 90) : found.start()]) is not None
    )


def is_range(text: str, found: re.Match[str]) -> bool:
    between = text[
        found.end("scale") if found["scale"] else found.end("num") : found.start("cur2")
        if found["cur2"]
        else found.start("num2")
    ]
    joint = between.strip()
    first, second = value_of(found["num"], found["scale"]), value_of(found["num2"], found["scale2"])
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
    if joint == "to" and (_from.search(text[max(0, found.start() - 5) : found.start()]) and first > second):
        return False
    if changes(text, found):
        return False
    return first < second or bool(found["scale2"] and not found["scale"])


_turned: dict[str, Qualifier] = {
    "more than": "at most", "over": "at most", "above": "at most", "in excess of": "at most", "exceeding": "at most",
    "less than": "at least", "fewer than": "at least", "under": "at least", "below": "at least",
}  # fmt: skip
"""What a bound is under "not": “may not hold more than 40” is at most 40."""
_not = re.compile(
    r"\b(?:not|never|cannot|nor|n['’]t|no\sone|nobody|without|refus\w+\sto)\b(?![^.;:]*\b(?:that|whether|if|because|but|only|say|know)\b)[^.;:,]*$|n['’]t\b(?![^.;:]*\b(?:that|whether|if|because|but|only|say|know)\b)[^.;:,]*$"
)


def qualifier_of(text: str, start: int, end: int) -> Qualifier:
    if found := _before.search(text[max(0, start - 28) : start]):
        bound = re.sub(r"\s+", " ", found.group(1))
        begins = max(0, start - 28) + found.start(1)
        if bound in _turned and _not.search(text[max(0, begins - 60) : begins]):
            return _turned[bound]
        return cast(Qualifier, words.BOUNDS[bound])
    if found := _after.match(text, end):
        return cast(Qualifier, words.BOUNDS_AFTER[found.group(1)])
    return "exactly"
