"""Where sentences end: each full stop is asked by a list of small rules, which answer JOIN, SPLIT or nothing.

The scheme is that of razdel: a rule is a function of what stands left and right of a possible end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapporteur.languages.en.abbreviations import LEADING, TRAILING
from rapporteur.languages.en.names import NOT_NAMES
from rapporteur.model import Document, Sentence
from rapporteur.read.words import read_blocks

JOIN, SPLIT = "join", "split"

#: A possible end: the mark, what closes after it, and the gap before the next sentence.
_END = re.compile(
    r"(?P<mark>[.!?…]+)(?P<close>[\"”’'»)\]]*)(?P<gap>\s+)(?=(?P<next>\S))|(?P<blank>\n\s*\n\s*)"
)
_LAST_WORD = re.compile(r"[^\s(\[\"“‘']*$")
_ORDINARY = re.compile(r"\s*([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Place:
    """A possible end of a sentence, with what a rule may look at."""

    text: str
    start: int  # where the sentence began
    mark: str
    close: str
    before: str  # the last word before the mark, without the mark
    next: str  # the first character after the gap
    after: int  # where the next sentence would begin
    gap: str


def blank_line(place: Place) -> str | None:
    return SPLIT if place.gap.count("\n") > 1 else None


def lower_case_follows(place: Place) -> str | None:
    """“… it?” he asked: a sentence does not begin in lower case."""
    return JOIN if place.next.islower() else None


def connecting_mark_follows(place: Place) -> str | None:
    return (
        JOIN
        if place.next in ",;:)]–—-" and place.text[place.after : place.after + 2] not in ("--", "- ")
        else None
    )


def initial(place: Place) -> str | None:
    """J. Smith; but "plan B. The" is let go only when an ordinary opener follows."""
    if place.mark == "." and len(place.before) == 1 and place.before.isupper() and not place.close:
        return SPLIT if _next_word(place) in NOT_NAMES and place.before != "I" else JOIN
    return None


def leading_abbreviation(place: Place) -> str | None:
    if place.mark != "." or place.close:
        return None
    word = place.before.lower()
    if word in ("no", "nos", "art", "sec", "v", "fig", "para", "vol"):
        return JOIN if place.next.isdigit() or word == "v" else None
    return JOIN if word in LEADING else None


def trailing_abbreviation(place: Place) -> str | None:
    """U.S. ends a sentence only before a word that ordinarily opens one."""
    if place.mark != "." or place.before.lower().rstrip(".") not in TRAILING or place.close:
        return None
    if place.before.lower() in (
        "sat",
        "sun",
        "miss",
        "ill",
        "mass",
        "wash",
        "ore",
        "mar",
        "may",
        "al",
        "ark",
        "ind",
    ):
        if not place.before[:1].isupper() or not place.next.isdigit():
            return None
        return JOIN
    return SPLIT if _next_word(place) in NOT_NAMES and not _is_month_or_day(_next_word(place)) else JOIN


def ellipsis(place: Place) -> str | None:
    """Words left out: “progress ... memorialize” goes on, “fight. … You” does not."""
    if place.mark in ("...", "…") and not place.close:
        return SPLIT if place.next.isupper() and place.before == "" else None
    return None


def number_follows_number(place: Place) -> str | None:
    """A bare list number "2. Second" opens its sentence instead of being one."""
    if place.mark == "." and place.before.isdigit() and len(place.before) <= 2:
        alone = place.text[place.start : place.after].strip(" \n\t•*-")
        if alone == place.before + ".":
            return JOIN
    return None


def single_quote_opens_nothing(place: Place) -> str | None:
    """A mark that only closes an inner title ("Who's afraid?' asked")."""
    return JOIN if place.close and place.next.islower() else None


RULES: tuple[Callable[[Place], str | None], ...] = (
    blank_line,
    single_quote_opens_nothing,
    lower_case_follows,
    connecting_mark_follows,
    number_follows_number,
    initial,
    leading_abbreviation,
    trailing_abbreviation,
    ellipsis,
)


def _next_word(place: Place) -> str:
    found = _ORDINARY.match(place.text, place.after)
    return found.group(1) if found else ""


def _is_month_or_day(word: str) -> bool:
    return word in {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "House", "State",
    }  # fmt: skip


def ends_here(place: Place) -> bool:
    """Whether a sentence ends at this place: the first rule that answers decides; none means it does."""
    for rule in RULES:
        answer = rule(place)
        if answer is not None:
            return answer == SPLIT
    return True


def cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one stretch of text, trimmed of white space."""
    found: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        after = match.end()
        if match.group("blank"):
            stop = match.start()
        else:
            stop = match.end("close")
            last = _LAST_WORD.search(text, max(begin, match.start() - 40), match.start())
            place = Place(
                text=text,
                start=begin,
                mark=match.group("mark"),
                close=match.group("close"),
                before=last.group() if last else "",
                next=match.group("next"),
                after=after,
                gap=match.group("gap"),
            )
            if after >= end or not ends_here(place):
                continue
        _keep(text, begin, stop, found)
        begin = after
    _keep(text, begin, end, found)
    return found


def _keep(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def find_sentences(document: Document, ends: Sequence[tuple[int, int]] | None = None) -> tuple[Sentence, ...]:
    """The sentences of the blocks that are read; `ends` are an encoder's, which are trusted where given."""
    found: list[Sentence] = []
    given = sorted(ends or ())
    starts = [start for start, _ in given]
    for block in read_blocks(document):
        first = bisect_left(starts, block.start)
        last = bisect_left(starts, block.end)
        inside = [(start, min(end, block.end)) for start, end in given[first:last] if start < end]
        for start, end in inside or cut(document.text, block.start, block.end):
            found.extend(Sentence(start=a, end=b) for a, b in _unglued(document.text, start, end))
    return tuple(found)


#: A sentence that a page lost the gap behind: "the toll.Ruiz said", 'the toll."We go'; not www.Tarn.org.
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?](?P<mark>[\"”’]?)(?=[\"“]?[A-Z][a-z'’])")


def _unglued(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence cut where its end and the next beginning are printed without a gap."""
    found: list[tuple[int, int]] = []
    begin = start
    for match in _GLUED.finditer(text, start, end):
        word = text[text.rfind(" ", start, match.start()) + 1 : match.start()]
        if "/" in word or "@" in word or word.lower().startswith("www"):
            continue
        opens = match["mark"] == '"' and text.count('"', begin, match.start()) % 2 == 0
        stop = match.start() + 1 if opens else match.end()
        found.append((begin, stop))
        begin = stop
    return [*found, (begin, end)]
