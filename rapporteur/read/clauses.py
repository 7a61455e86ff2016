"""A sentence as a row of words, with who and when stand on them, and where one clause ends and the next begins.

No parser: boundaries are punctuation, subordinators and the verbs themselves, which is enough to say who stands
before a verb and who behind it in news prose. Indices are words of the sentence, offsets code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import SAYS, VERBS
from rapporteur.model import Mention, Sentence, Timex

_WORD = re.compile(
    r"\]\([^)\s]*\)?|(?:[A-Za-z]\.){2,}|[$€£]?\d[\d,.]*\d|\w+(?:[’'&\-‑]\w+)*|--+|[^\w\s]",
)
_STOPS = en.words("; : — – -- ( ) . ? ! …") | en.QUOTES
_UNSEEN = "[]\u200b\u200c\u200d\u2060\ufeff"
"""Brackets of links, and marks of no width that some pages set between words."""
_TITLES = en.words(
    "gen sen rep mr mrs ms dr gov sgt col maj lt amb prof st jr sr no vs u.s u.n u.k u.s. u.n. u.k. e.u."
)


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence: its words, lower-cased, their offsets, and the mention or timex standing on each."""

    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mention: tuple[Mention | None, ...]
    timex: tuple[Timex | None, ...]
    start: int
    end: int

    def text(self, document_text: str, first: int, last: int) -> str:
        """The words `first` to `last` (half-open) as printed."""
        return document_text[self.starts[first] : self.ends[last - 1]]


def words_of(text: str, sentence: Sentence, mentions: Sequence[Mention], timexes: Sequence[Timex]) -> Words:
    """The row of words of a sentence; `mentions` and `timexes` are those that overlap it."""
    low: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        word = match.group()
        if word[0] in _UNSEEN:
            continue
        low.append(word)
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    # No word holds a line break: lowered and mended all at once.
    low = "\n".join(low).lower().replace("’", "'").replace("‑", "-").split("\n") if low else low
    found = low
    standing: list[Mention | None] = [None] * len(found)
    for mention in sorted(mentions, key=lambda one: one.span.start - one.span.end):  # longest first
        first = bisect_left(starts, mention.span.start)
        for i in range(first, len(found)):
            if starts[i] >= mention.span.end:
                break
            if standing[i] is None:
                standing[i] = mention
    timed: list[Timex | None] = [None] * len(found)
    for timex in timexes:
        for i in range(bisect_left(starts, timex.span.start), len(found)):
            if starts[i] >= timex.span.end:
                break
            timed[i] = timex
    return Words(
        low=tuple(low),
        starts=tuple(starts),
        ends=tuple(ends),
        mention=tuple(standing),
        timex=tuple(timed),
        start=sentence.start,
        end=sentence.end,
    )


def is_adverb(word: str) -> bool:
    """Whether a word may stand between an auxiliary and its verb."""
    return word in en.ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in en.NOT_ADVERBS)


def stops(words: Words, i: int) -> bool:
    """Whether a clause ends at this word (an abbreviation's full stop does not end it)."""
    word = words.low[i]
    if word not in _STOPS:
        return False
    if word in en.QUOTES and _scare(words, i):
        return False  # “the ‘benefits’ of this approach”
    return not (word == "." and i > 0 and (words.low[i - 1] in _TITLES or words.mention[i] is not None))


def _scare(words: Words, i: int) -> bool:
    """Whether the quotation mark at word `i` stands around one to three words of the sentence."""
    for step in (1, -1):
        for k in range(i + step, i + 5 * step, step):
            if not 0 <= k < len(words.low):
                break
            if words.low[k] in ".,;:!?":
                if words.low[k] == "," and (words.low[k + 1 : k + 2] or [""])[0] in en.QUOTES:
                    continue  # American print: the comma stands inside, “illusory,” he said
                break
            if words.low[k] in en.QUOTES:
                if abs(k - i) > 1:
                    return True
                break
    return False


def finite(words: Words, i: int) -> bool:
    """Whether this word is likely a finite verb, so that another clause's subject cannot lie beyond it."""
    word = words.low[i]
    if words.mention[i] is not None or words.timex[i] is not None:
        return False
    if (
        word in SAYS
        or word in en.BE
        or word in en.HAVE
        or word in en.FUTURE
        or word in en.CONDITIONAL
        or word in en.DO
    ):
        return word not in ("be", "been", "being", "having", "'s")
    forms = VERBS.get(word)
    if not forms or forms[0].form not in ("ed", "en"):
        return False
    previous = words.low[i - 1] if i else ""
    return not (previous in en.DETERMINERS or previous.endswith("'s") or previous in en.PREPOSITIONS)


_HEARS = en.words(
    "committee parliament court panel congress senate council assembly lawmakers judge board tribunal jury"
)
"""Whom somebody testifies before."""


def clause_end(words: Words, i: int) -> int:
    """The word behind `i` at which its clause ends."""
    for k in range(i + 1, len(words.low)):
        word = words.low[k]
        heard = word == "before" and _HEARS & set(words.low[k + 1 : k + 5])
        if stops(words, k) or (word in en.SUBORDINATORS and word not in ("than", "so", "as") and not heard):
            return k
        if word == "," and k + 1 < len(words.low):
            after = words.low[k + 1]
            if after.endswith("ing") and words.mention[k + 1] is None:
                return k
            if after in ("who", "which", "but", "where", "when", "while") or finite(words, k + 1):
                return k
            if (
                after in ("and", "or")
                and k + 2 < len(words.low)
                and (finite(words, k + 2) or words.low[k + 2] in en.SUBJECTS)
            ):
                return k
        if k > i + 1 and finite(words, k):
            return k
    return len(words.low)
