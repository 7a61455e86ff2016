"""The value of a numeral: digits, words, mixed ("1.2 million", "twenty-eight", "two and a half").

`NUMERAL` is a regular expression for what `numeral` can value; both are linear in their input.
"""

from __future__ import annotations

import re

from rapporteur.languages.en.numbers import FRACTIONS, ONES, ORDINALS, SCALES, TENS

_ones = "|".join(sorted(ONES, key=len, reverse=True))
_tens = "|".join(sorted(TENS, key=len, reverse=True))
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
WORDS = rf"(?:(?:{_tens})(?:[-\s](?:{_ones}))?|{_ones})"
_MIXED = r"\d+\s+[1-9]/[2-9]"
NUMERAL = (
    rf"(?:{_MIXED}|(?:{DIGITS})(?:\s+(?:thousand|million|billion)\b)?|"
    rf"(?:{WORDS}|an?)\s+(?:hundred|thousand|million|billion)\b(?:\s+(?:and\s+)?{WORDS})?|{WORDS}(?:\s+(?:and\s+)?{WORDS})?)"
)
_part = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+", re.IGNORECASE)
_ordinal_figure = re.compile(r"(\d+)(?:st|nd|rd|th)$")


def numeral(text: str) -> float | None:
    """The value of a numeral in figures or words; None when a word is no number word."""
    total = 0.0
    group = 0.0
    seen = False
    text = re.sub(r"\ba\s+half\b", "half", text.lower())
    if mixed := re.fullmatch(r"(\d+)\s+([1-9])/([2-9])", text.strip()):
        return int(mixed[1]) + int(mixed[2]) / int(mixed[3])
    for part in _part.findall(text):
        if part == "and":
            continue
        if part in ("a", "an"):
            group += 1
            seen = True
        elif part[0].isdigit():
            group += float(part.replace(",", ""))
            seen = True
        elif part in ONES:
            group += ONES[part]
            seen = True
        elif part in TENS:
            group += TENS[part]
            seen = True
        elif part == "half":
            group += 0.5
            seen = True
        elif part == "hundred":
            group = (group or 1.0) * 100
            seen = True
        elif part in SCALES:
            total += (group or 1.0) * SCALES[part]
            group = 0.0
            seen = True
        else:
            return None
    return total + group if seen else None


def figure(value: float) -> str:
    """A number as one writes it, never with an exponent: "10000000000", "3.67"."""
    return str(int(value)) if value == int(value) else f"{round(value, 6):f}".rstrip("0").rstrip(".")


def ordinal(text: str) -> int | None:
    """The value of an ordinal ("third", "3rd", "twenty-first"); None when it is none."""
    word = text.lower().strip()
    if figure := _ordinal_figure.match(word):
        return int(figure.group(1))
    if word in ORDINALS:
        return ORDINALS[word]
    head, _, tail = re.sub(r"\s+", "-", word).partition("-")
    if head in TENS and tail in ORDINALS and ORDINALS[tail] < 10:
        return TENS[head] + ORDINALS[tail]
    return None


def fraction(text: str) -> float | None:
    """The value of a fraction in words ("two-thirds", "half", "a quarter"); None when it is none."""
    words = re.split(r"[-\s]+", text.lower().strip())
    if words[-1] not in FRACTIONS:
        return None
    top = numeral(" ".join(words[:-1])) if words[:-1] else 1.0
    return None if top is None else top / FRACTIONS[words[-1]]
