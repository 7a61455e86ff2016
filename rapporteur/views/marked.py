"""The words of a sentence as the support check compares them: stems, names, numbers, days, and the marks they carry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapporteur.languages.en import support as words
from rapporteur.languages.en.calendar import MONTHS
from rapporteur.languages.en.inflect import IRREGULAR
from rapporteur.record.wording import stem

REACH = 2  # content words that a marker governs after it
WINDOW = 6  # words within which it governs them

_TOKEN = re.compile(
    r"[$€£]?\d[\d,.]*\d|\d|[A-Za-zÀ-ž](?:[\w.&]*\w)?(?:[’'](?:s|t|re|ve|ll|d|m)\b)?|[;:—–!?()“”\"]|\.(?=\s|$)|,"
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?P<y>\d{{4}})-(?P<m>\d{{2}})-(?P<d>\d{{2}})|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})\b\.?"
    rf"|(?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?!\d|,\d{{3}}))(?:,?\s+(?P<y1>(?:19|20)\d\d))?",
    re.I,
)
_PASTS = {past: base for base, pair in IRREGULAR.items() for past in pair}


@dataclass(frozen=True, slots=True)
class Token:
    """A word as compared: its stem, whether it is a name or a number, and the marks it carries."""

    text: str
    stem: str
    name: bool
    number: bool
    marks: frozenset[str] = field(default_factory=frozenset)


@lru_cache(maxsize=32768)
def lemma(word: str) -> str:
    """A word's stem, irregular pasts brought back first."""
    low = word.lower().replace("’", "'")
    low = re.sub(r"'s$", "", low)
    return stem(_PASTS.get(low, low).rstrip("."))


@lru_cache(maxsize=16384)
def tokens(text: str) -> tuple[Token, ...]:
    """The content words of a text with the marks they carry; punctuation ends the reach of a mark."""
    spelled = _expand(_DATE.sub(" ", text))
    raw = [m.group() for m in _TOKEN.finditer(spelled)]
    made: list[Token] = []
    open_marks: list[tuple[str, int, int]] = []  # class, words left, content words left
    for place, word in enumerate(raw):
        low = word.lower().replace("’", "'")
        if not word[0].isalnum() and word[0] not in "$€£":
            if word not in ',“”"' or (word == "," and _credits(raw, place)):
                open_marks = []
            continue
        open_marks = [(c, w - 1, n) for c, w, n in open_marks if w > 1 and n > 0]
        marker = _marker(raw, place)
        if marker:
            participle = lemma(low) in _PARTICIPLES
            attribute = participle and raw[place - 1].lower() in words.DETERMINERS  # "the proposed plan"
            open_marks.append((marker, WINDOW, 1 if attribute else REACH))
            if participle and made and not made[-1].name and not attribute:
                made[-1] = _marked(made[-1], marker)
            continue
        if low in words.PLAIN or low in words.WEEKDAYS:
            continue
        number = _number(low)
        name = word[0].isupper() and number is None and (place > 0 or low not in words.SAYING)
        marks = frozenset(c for c, _, n in open_marks if n > 0)
        made.append(Token(low, number or lemma(low), name, number is not None, marks))
        open_marks = [(c, w, n - 1) for c, w, n in open_marks]
    return tuple(made)


def _credits(raw: Sequence[str], comma: int) -> bool:
    """Whether a comma ends what is said: "…, Moreno told the Ledger"."""
    after = raw[comma + 1 : comma + 5]
    return (
        bool(after)
        and (after[0][0].isupper() or after[0] in ("the", "he", "she", "they", "a", "an"))
        and any(lemma(word) in SAYING for word in after[1:] if word[0].isalpha())
    )


_PARTICIPLES = {lemma(word) for word in words.PARTICIPLES}
_WITH_TO = {lemma(word) for word in words.WITH_TO}
# "reportedly" is a hedge, and a report is none: adverbs mark as they stand
_MARKERS = {
    lemma(word) if " " not in word else word: kind
    for word, kind in words.MARKERS.items()
    if not word.endswith("ly") or kind != "hedge"
}


def _expand(text: str) -> str:
    text = text.replace("’", "'")
    text = re.sub(r"\b(can)not\b", r"\1 not", text, flags=re.I)
    text = re.sub(r"\bwon't\b", "will not", text, flags=re.I)
    text = re.sub(r"\bcan't\b", "can not", text, flags=re.I)
    text = re.sub(r"(\w)n't\b", r"\1 not", text)
    text = re.sub(r"'ll\b", " will", text)
    text = re.sub(r"\b(\d+)[-‑](?=[a-z])", r"\1 ", text)
    return re.sub(r"(?<=[a-zA-Z])[-‑](?=[a-zA-Z])", " ", text)


def _marker(raw: Sequence[str], place: int) -> str | None:
    low = raw[place].lower()
    for size in (3, 2):
        run = raw[place : place + size]
        phrase = " ".join(word.lower() for word in run)
        if len(run) == size and phrase in words.MARKERS:
            return words.MARKERS[phrase]
    if raw[place][0].isupper() and place > 0:
        return None
    if low == "may" and place + 1 < len(raw) and raw[place + 1][:1].isdigit():
        return None
    if lemma(low) in _WITH_TO and not low.endswith("ed") and not _to_do(raw[place + 1 : place + 3]):
        return None  # "the plan", "cut the plan to 20 items": nouns, and nothing is only meant to be
    kind = words.MARKERS.get(low) or (_MARKERS.get(lemma(low)) if len(low) > 3 else None)
    if kind == "bound" and not any(_number(word.lower()) for word in raw[place + 1 : place + 3]):
        return None  # "about a report", "a split over money": only a number is bounded by one word
    return kind


def _to_do(after: Sequence[str]) -> bool:
    """Whether "to" and a verb follow, and not "to" and a thing or a number."""
    if len(after) < 2 or after[0].lower() != "to":
        return False
    then = after[1].lower()
    return then.isalpha() and after[1].islower() and then not in words.DETERMINERS and _number(then) is None


def _marked(token: Token, mark: str) -> Token:
    return Token(token.text, token.stem, token.name, token.number, token.marks | {mark})


def _number(low: str) -> str | None:
    if low[0] in "$€£":
        low = low[1:]
    if low[:1].isdigit():
        plain = low.replace(",", "").rstrip(".")
        try:
            return f"{float(plain):.10g}"
        except ValueError:
            return plain
    return words.NUMBER_WORDS.get(low)


@lru_cache(maxsize=16384)
def dates(text: str) -> frozenset[str]:
    """The days a text names, as "MM-DD"."""
    found = set()
    for match in _DATE.finditer(text):
        name = match["m1"] or match["m2"]
        month = MONTHS.get(name.lower()) if name else int(match["m"])
        if month:
            found.add(f"{month:02d}-{int(match['d'] or match['d1'] or match['d2']):02d}")
    return frozenset(found)


def plain(text: str) -> str:
    """A text with one kind of quotation mark, dash and space, as quotations are compared."""
    text = re.sub(r"[“”\"„«»]", '"', text.replace("’", "'").replace("‘", "'"))
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


@lru_cache(maxsize=16384)
def _classes(text: str) -> tuple[str, ...]:
    raw = [m.group() for m in _TOKEN.finditer(_expand(_DATE.sub(" ", text)))]
    return tuple(found for place in range(len(raw)) if (found := _marker(raw, place)))


def classes(text: str) -> Counter[str]:
    """How many markers of each class a text holds."""
    return Counter(_classes(text))


SAYING = {lemma(word) for word in words.SAYING}
