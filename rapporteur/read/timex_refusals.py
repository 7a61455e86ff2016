"""What looks like a time and is none: "may" the verb, "March on", 2,000 of something, the spring of a clock."""

from __future__ import annotations

import re

from rapporteur.languages.en.calendar import CASED, SEASONS
from rapporteur.read.timex_grammar import Sense

_bare_month_before = re.compile(
    r"(?:\b(?:in|of|since|until|by|from|to|through|late|early|mid|last|next|this|during|between|before|after|on)\s+|[-–/]\s*)$"
)
_year_before = re.compile(
    r"(?:\b(?:in|since|of|by|from|to|until|till|before|after|during|through|and|or|between|the|for|late|early|mid|around|circa|end|back|year|season|s|this|elections?)[\s-]+|[(,;–—/-]\s*|^)$"
)
_year_stands = re.compile(
    r"\b(?:in|since|of|by|from|until|till|before|after|during|through|the|a|this|its|his|her|their|our|late|early|mid|and|or|to)[\s-]+$|['’]s\s$"
)
_far_year = re.compile(r"\b(?:in|since|of|by|until|to|from|after|before)\s$")
_amount = re.compile(r"(?:\d|%|\b(?:million|billion|thousand|percent|dollars))(?:\s[\w-]+){0,3}\s$")
_attributive = re.compile(r"\b(?:the|a|an|its|their|his|her)\s$")
MOVES = re.compile(
    r"\b(?:mov|push|postpon|delay|extend|shift|bring|brought|defer|put|reschedul)\w*\b[^.;]*\bfrom\s+(?:the\s+)?$"
)
"""“Pushed the vote from Friday to Sunday” names two days, not a range."""
_counting_after = re.compile(
    r"\s+(?:people|troops|soldiers|men|women|jobs|workers|employees|dead|barrels|tons|tonnes|miles|km|kilometers|feet|shares|points|dollars|francs|yen|marks|units|members|cars|homes|students|votes|delegates|police|officers|prisoners|refugees|planes|tanks|missiles|hours|hrs|gmt|calories|rpm|mhz)\b"
)


_modal = r"(?:will|would|may|might|could|can|shall|should|hopes?\sto|wants?\sto|['’]ll)"
_modal_before = re.compile(rf"\b{_modal}\s(?:\w+\s)?$|['’]ll\s$")
_modal_after = re.compile(rf"\s(?:\w+\s){{0,2}}{_modal}\b")
_name_before = re.compile(r"\b[A-Z][A-Za-z]+\s$")
_early_before = re.compile(r"\b(?:early|small|wee|late)\s$")


_paper = re.compile(
    r"\s+(?:(?:(?:al|el|an|as)-)?[A-Z][\w-]+,?\s+)?(?:said|says|SAYS|reported|reports|wrote|quoted|cited)\b"
)
"""“The daily said”, “the Tarn daily Al-Bahr reported”."""


def _fallen(text: str, start: int, end: int) -> bool:
    """Whether "fall" is no season: "the recent fall", "the fall in prices"."""
    words = text[start:end].split()
    below = re.match(r"\s+(?:in|from|to|by|below)\b(?!\s+\d{4})", text[end : end + 12])
    if words[0] in ("last", "next", "this") and len(words) == 2:
        below = re.match(r"\s+(?:from|to|by|below)\b(?!\s+\d{4})", text[end : end + 12])
    return words[-1] == "fall" and (len(words) > 2 or below is not None)


def refusal(original: str, text: str, start: int, end: int, rule: str, sense: Sense) -> str | None:
    """Why a match is no time expression after all ("may" the verb, "March on", 2,000 of something); or None."""
    words = original[start:end]
    if (
        "://" in text[text.rfind(" ", max(0, start - 200), start) + 1 : start]
        or text[start - 1 : start] == "@"
    ):
        return "inside an address"
    if words == "now" and (text[:start].endswith("every ") or text.startswith(" and then", end)):
        return "every now and then"
    if rule in ("season", "period") and _fallen(text, start, end):
        return "a fall of something"
    if rule.endswith("-range") and MOVES.search(text[max(0, start - 90) : start]):
        return "moved from the one to the other"
    head = re.split(r"[\s.,]", text[start:end])[0]
    if rule == "month":
        if not words[0].isupper() and text[start:end] in (
            "may",
            "march",
            "august",
            "mar",
            "jan",
            "dec",
            "sep",
        ):
            return "month without a capital"
        name = text[start:end].rstrip(".")
        if name in CASED or (len(name) <= 4 and name not in ("june", "july")):
            if name in (
                "may",
                "march",
                "mar",
                "dec",
                "jan",
                "sep",
                "sept",
                "apr",
                "jun",
                "jul",
                "aug",
                "oct",
                "nov",
                "feb",
            ) and _bare_month_before.search(text[max(0, start - 12) : start]):
                return None if not re.match(r"\s+(?:be|have|not)\b", text[end : end + 6]) else "the verb may"
            return "short month alone"
        if re.match(r"\s+[A-Z][a-z]+", original[end : end + 20]) and re.search(
            r"[A-Z][a-z]+\s$", original[max(0, start - 12) : start]
        ):
            return "part of a name"
    if (
        rule in ("month-day", "day-month", "month-year", "month-range")
        and head in CASED
        and not words[0].isupper()
        and words[0].isalpha()
    ):
        return "month without a capital"
    if (
        rule == "clock"
        and re.match(r"\d{1,2}:\d\d", words)
        and not re.search(r"[apgueczm]\.?[mtse]\b", text[start:end][4:])
    ):
        return (
            None
            if re.search(
                r"\b(?:at|by|until|since|from|around|about|before|after|to)\s+$",
                text[max(0, start - 8) : start],
            )
            else "a score or a running time"
        )
    if rule == "past" and text[start:end] == "recently" and re.match(r"\s+as\b", text[end : end + 4]):
        return "as recently as a day that is named"
    if rule == "one-day" and not (
        _modal_before.search(text[max(0, start - 30) : start]) or _modal_after.match(text, end)
    ):
        return "one day, counted"
    if rule == "at-the-time" and (
        re.match(r"\s+(?:of|when|that|in)\b", text[end : end + 8])
        or (original[max(0, start - 3) : start] == "At " and not re.match(r"\s*[,;.]", text[end : end + 3]))
    ):
        return "the time of something named"
    if (
        rule == "relative-day"
        and words in ("Today", "Tomorrow", "Yesterday")
        and _name_before.search(original[max(0, start - 24) : start])
    ):
        return "part of a name"
    if rule == "present" and text.startswith(" of year", end):
        return "a season of any year"
    if words.lower() in ("daily", "weekly", "monthly") and _paper.match(original, end):
        return "a newspaper"
    if words in ("Daily", "Weekly", "Monthly") and _name_before.search(original[max(0, start - 24) : start]):
        return "part of a name"
    if (
        rule == "past"
        and text[start:end] == "earlier"
        and not (
            re.search(r"\b(?:was|were|had|has|have|been|is|are)\s+$", text[max(0, start - 6) : start])
            or re.match(r"\s+\w+ed\b", text[end : end + 20])
        )
    ):
        return "earlier than something, or an earlier one"
    if (
        rule == "future"
        and text[start:end] in ("soon", "shortly")
        and re.match(r"\s+(?:as|after|afterwards?|before)\b", text[end : end + 8])
    ):
        return "as soon as"
    if rule == "of-period" and text[max(0, start - 5) : start] == "year-":
        return "earlier than by a year"
    if (
        rule in ("duration", "part-of-month")
        and re.search(r"quarters?$", text[start:end])
        and re.match(r"\s+of\s+(?!a\scentury)", text[end : end + 12])
    ):
        return "a share, not a time"
    if (
        rule == "frequency"
        and text[start:end] in ("annually", "yearly")
        and _amount.search(text[max(0, start - 40) : start])
    ):
        return "the rate of an amount"
    if (
        rule == "past"
        and text[start:end] == "recently"
        and _attributive.search(text[max(0, start - 8) : start])
        and re.match(r"\s+\w+(?:ed|en|wn)\b", text[end : end + 20])
    ):
        return "an attribute: the recently passed bill"
    if rule == "length-bare":
        if text.startswith("hours of", start) and _early_before.search(text[max(0, start - 8) : start]):
            return "a part of the day that is named next"
        if re.search(r"\d\s$", text[max(0, start - 2) : start]) and words[0].isupper():
            return "a name"
        if re.match(r"\s+apart\b", text[end : end + 6]) or text[max(0, start - 10) : start] == "matter of ":
            return "so little time, not a time"
    if rule == "past" and re.match(
        r"\s+(?:\w+\s+)?(?:days|weeks|months|years|decades|hours|quarters|centuries)\b", text[end : end + 22]
    ):
        return "the past so many days"
    if (
        rule == "period"
        and any(w in CASED for w in text[start:end].split())
        and not words.split()[-1][0].isupper()
    ):
        return "month without a capital"
    if rule == "year":
        if words[:2] not in ("19", "20") and not _far_year.search(text[max(0, start - 8) : start]):
            return "a count, not a year"
        if _counting_after.match(text[end : end + 16]):
            return "a count, not a year"
        if re.search(r"[$£€#]\s?$|\bno\.?\s$", text[max(0, start - 5) : start]):
            return "a sum"
        if not _year_stands.search(text[max(0, start - 12) : start]) and re.match(
            r"\s+[a-z]{3,}s\b", text[end : end + 24]
        ):
            return "a count, not a year"
        return (
            None
            if _year_before.search(text[max(0, start - 12) : start])
            or re.match(r"[\s.,;:)'’\-–—]|$", text[end : end + 1])
            else "a bare number"
        )
    if (
        rule in ("season", "period")
        and words.split()[-1].lower() in SEASONS
        and re.match(r"\s+of\s+(?!\d)", text[end : end + 8])
    ):
        return "the spring of a clock"
    if rule == "season" and text[start:end] in SEASONS:
        return "a bare season word"
    if (
        rule in ("duration", "rate", "length-bare")
        and re.search(r"(?:^|\s)seconds?$", text[start:end])
        and words.startswith("a ")
    ):
        return "second in order" if text[start:end] == "a second" else None
    return None
