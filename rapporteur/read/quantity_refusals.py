"""Why a bare number counts nothing: part of a name, of a code, of a score."""

from __future__ import annotations

import re

from rapporteur.languages.en import numbers as words

_share = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s(?:in|out\sof)\s(?:every\s)?$"
)
_named_before = re.compile(r"([A-Za-z]+)\.?[\s-]+(?:of\s+)?$")
_glued = re.compile(r"[\w]*[-–/:]\d|\.\d|,\d|:\d|/|['’]s\b|(?:st|nd|rd|th)\b|°")


_telling = re.compile(
    r"[^.;]{0,40}?\b(?:said|says?|told|tells?|spoke|speaking|describ\w+|confirm\w+|familiar|briefed|knowledge|declined|added|asked|according|who|insist\w+|cited)\b"
)
_told_by = re.compile(r"\b(?:according to|by|from|told|to|citing|cited|quoted)\s+(?:the\s+)?$")


def teller(text: str, start: int, end: int, noun: str, value: float) -> bool:
    """Whether a count is of those who speak: "two Norland officials said" is no figure of the talks."""
    if noun not in words.TELLERS or value > 12:
        return False
    return (
        _telling.match(text, end) is not None or _told_by.search(text[max(0, start - 16) : start]) is not None
    )


def refusal(original: str, text: str, start: int, end: int, number: str) -> str | None:
    """Why a bare number counts nothing: part of a name, of a code, of a score; or None."""
    if _share.search(text[max(0, start - 20) : start]):
        return "a share of so many"
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
        printed = original[max(0, start - 24) : start]
        place = printed.lower().rfind(word)
        of = text[start - 4 : start] == " of "
        if word in words.NAMED_BY_NUMBER and (
            not of or (word == "group" and printed[place : place + 1].isupper())
        ):
            return "names, does not count"
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
