"""The parts that time expressions are made of: months, days, clock times, counts, and what each is worth."""

from __future__ import annotations

import re

from rapporteur.languages.en import calendar as words
from rapporteur.read.numerals import numeral, ordinal

Match = re.Match[str]


def month_of(text: str) -> str:
    return f"{words.MONTHS[text.strip().rstrip('.')]:02d}"


def weekday_of(text: str) -> int:
    return words.WEEKDAYS[text.strip().rstrip(".")]


def day_number(text: str) -> str:
    value = ordinal(text) or int(re.sub(r"\D", "", text) or 0)
    return f"{value:02d}"


def year_of(text: str | None) -> str | None:
    if text is None:
        return None
    if len(text) == 4:
        return text
    short = int(text[-2:])
    return f"{1900 + short if short > 40 else 2000 + short}"


def clock_of(text: str) -> str | None:
    """ "T21:25" from "9:25 pm ET"; the zone is left to the document's own stamps."""
    text = text.strip()
    if text.startswith("noon"):
        return "T12:00"
    if text.startswith("midnight"):
        return "T24:00"
    if text[:1].isalpha():
        hour_words, _, half = re.sub(r"(a\.?m|p\.?m)", r"\t\1", text, count=1).partition("\t")
        return hour_of(hour_words, "evening" if half.startswith("p") else None)
    if glued := re.match(r"(\d{1,2})([0-5]\d)\s?(a\.?m|p\.?m)", text):
        text = f"{glued[1]}:{glued[2]} {glued[3]}"
    found = re.match(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?\s*(a\.?m|p\.?m)?|", text)
    if found is None or found.group(1) is None:
        return None
    if military := re.match(r"([012]\d)([0-5]\d)\s", text):
        return f"T{military.group(1)}:{military.group(2)}"
    hour, minute = int(found.group(1)), found.group(2) or "00"
    if found.group(4):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found.group(4)[0] == "p" else 0)
    if hour > 24 or int(minute) > 59:
        return None
    return f"T{hour:02d}:{minute}" + (f":{found.group(3)}" if found.group(3) else "")


_parts_late = {"afternoon", "evening", "night", "tonight"}
_spoken = {"fifteen": "15", "thirty": "30", "forty five": "45"}


def hour_of(text: str, part: str | None) -> str | None:
    """ "T19:30" from "seven-thirty" and "evening"; small hours of a night are in the morning."""
    bare = re.sub(r"\so['’]?clock", "", text.strip())
    words = re.split(r"[-\s:.]", bare, maxsplit=1)
    hour = numeral(words[0])
    minute = "00"
    if len(words) > 1:
        minute = words[1] if words[1].isdigit() else _spoken.get(re.sub(r"[-\s]+", " ", words[1]), "")
    if hour is None or not 0 <= hour <= 23 or not minute or int(minute) > 59:
        return None
    late = part in _parts_late and hour < 12 and not (part == "night" and hour < 5)
    return f"T{int(hour) + (12 if late else 0):02d}:{minute}"


def part_of(text: str) -> str:
    code = words.DAYPARTS[re.sub(r"[-\s]+", "-", text.strip()).replace("mid-day", "midday")]
    return f"T{code}"


def edge_of(text: str | None) -> str | None:
    if text is None:
        return None
    for word in re.findall(r"[a-z]+", text):
        if word in words.START:
            return "START"
        if word in words.MIDDLE:
            return "MID"
        if word in words.END:
            return "END"
    return None


TEMPLATES = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
              "Y": "XXXX", "DE": "XXX", "CE": "XX"}  # fmt: skip


_more = re.compile(
    r"\b(?:for|after|last(?:s|ed|ing)?|in|of|took|takes?|taken|is|was|are|were|been|be|within|than|since|well|just|spent|with|already|dragged on|ran|runs)\s$"
)


def over_is_more(text: str, start: int) -> bool:
    """Whether "over" before a length means more than it ("lasted over three years"), not within it ("paid over three years")."""
    return start < 2 or _more.search(text[max(0, start - 14) : start]) is not None


VAGUE_COUNTS = {"a couple of": 2, "a couple": 2, "a dozen": 12, "half a": 0.5, "half an": 0.5, "half": 0.5,
                 "a": 1, "an": 1}  # fmt: skip


def count_of(text: str | None) -> tuple[float | None, str | None]:
    """The count before a unit (None: vague) and the mod it brings."""
    if text is None:
        return None, None
    text = re.sub(r"[-\s]+", " ", text.strip())
    if text in VAGUE_COUNTS:
        return VAGUE_COUNTS[text], "APPROX" if "couple" in text else None
    if found := re.match(r"(.+?) and a half$", text):
        whole = numeral(found.group(1))
        return (None if whole is None else whole + 0.5), None
    if (least := re.match(r"([\w.,]+?)\s*(?:to|or|[-–])\s*[\w.,]+$", text)) and numeral(text) is None:
        return numeral(least.group(1)), None
    return numeral(text), None


def duration(count: float | None, unit: str) -> str:
    """A TIMEX3 duration of so many units ("P3D", "PT2H", "PXW")."""
    letter = words.UNITS[unit]
    if letter == "F":
        count, letter = (None if count is None else count * 2), "W"
    if letter in ("DE", "CE") and count is not None:
        count, letter = count * (10 if letter == "DE" else 100), "Y"
    number = "X" if count is None else f"{count:g}"
    return f"PT{number}{letter[1]}" if letter[0] == "T" else f"P{number}{letter}"
