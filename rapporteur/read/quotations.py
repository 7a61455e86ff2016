"""Which quotation opens where and closes where, whatever marks it is printed with.

A mark that finds no partner never swallows text: it opens nothing, or runs to the end of its own
paragraph where the next one goes on quoting, as newspapers print long speeches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapporteur.model import Document, Problem
from rapporteur.read.words import once, read_blocks

_MARKS = re.compile(r"[“”«»„‟\"]|''|``|[‘’'‚‹›]")
_PAIRS = {
    "“": "”",
    "«": "»",
    "„": "“",
    "‟": "”",
    '"': '"',
    "``": "''",
    "''": "''",
    "‘": "’",
    "'": "'",
    "‹": "›",
    "‚": "‘",
}
DOUBLE = {"“", "«", "„", "‟", '"', "``", "''"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks: `start`–`end` from mark to mark, `inner` between them.

    `continued` says that its paragraph ended without a closing mark and the next went on quoting;
    `depth` 0 is what the report quotes, 1 what is quoted inside that.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    continued: bool = False
    single: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    width: int


@once
def find_quotations(document: Document) -> tuple[tuple[Quotation, ...], tuple[Problem, ...]]:
    """All quotations in order of place (inner ones after the outer), and the marks that had no partner."""
    text = document.text
    blocks = read_blocks(document)
    found: list[Quotation] = []
    problems: list[Problem] = []
    for number, block in enumerate(blocks):
        for start, end, is_last in _paragraphs(text, block.start, block.end):
            following = (
                end if not is_last else (blocks[number + 1].start if number + 1 < len(blocks) else len(text))
            )
            quotations, broken = _pair(text, start, end, following)
            found.extend(quotations)
            problems.extend(
                Problem(
                    code="quotation-broken",
                    message="a quotation mark has no partner in its paragraph",
                    start=at,
                    end=at + 1,
                )
                for at in broken
            )
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return tuple(found), tuple(problems)


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The stretches of a block that blank lines part, with whether each is the block's last."""
    cuts = [start]
    cuts += [found.end() for found in re.finditer(r"\n\s*\n", text[start:end])]
    places = [start] + [start + at for at in cuts[1:]]
    bounds = [*places, end]
    return [(bounds[i], bounds[i + 1], i + 2 == len(bounds)) for i in range(len(bounds) - 1)]


def _opens(text: str, at: int, width: int, start: int, end: int) -> bool:
    """Whether a straight or ambiguous mark stands where one opens: after a gap, before a word."""
    before = text[at - 1] if at > start else " "
    after = text[at + width] if at + width < end else " "
    return (before.isspace() or before in "([{—–-/“‘\"'…") and not after.isspace()


def _closes(text: str, at: int, width: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    return not before.isspace()


def _is_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return True
    # ’90s, ’em: nothing opens with a right-hand mark before a digit.
    return text[at] == "’" and not before.isalnum() and before not in '.,!?…”"' and after.isalnum()


def _pair(text: str, start: int, end: int, following: int) -> tuple[list[Quotation], list[int]]:
    """The quotations of one paragraph; unmatched marks are returned by place."""
    found: list[Quotation] = []
    broken: list[int] = []
    stack: list[_Open] = []
    for match in _MARKS.finditer(text, start, end):
        mark, at, width = match.group(), match.start(), match.end() - match.start()
        if mark in "‘’'‚‹›" and len(mark) == 1:
            _single(text, mark, at, start, end, stack, found)
            continue
        closes = mark in "”»" or any(o.mark in DOUBLE and _PAIRS[o.mark] == mark for o in stack)
        while closes and stack and stack[-1].mark not in DOUBLE:
            stack.pop()  # an inner single quotation that never closed was an apostrophe
        opened = stack[-1] if stack else None
        if (
            opened is not None
            and _fits(opened.mark, mark)
            and _closes_now(text, mark, at, width, start, end, opened)
        ):
            stack.pop()
            found.append(Quotation(opened.at, at + width, opened.at + opened.width, at, depth=len(stack)))
        elif mark in ("”", "»") or (mark == "''" and not _opens(text, at, 2, start, end)):
            broken.append(at)
        elif (
            mark in "“«„‟"
            or mark == "``"
            or _opens(text, at, width, start, end)
            or (not stack and _is_glued(text, at, start, end))
        ):
            if any(o.mark == mark for o in stack) and mark in '“«"':
                # The same mark opens again: the earlier one was never closed, or paragraphs of one speech run on.
                lost = next(o for o in stack if o.mark == mark)
                stop = _trim(text, lost.at, at)
                if text[stop - 1] in ".!?…’'" and text[at + width : at + width + 1].isupper():
                    found.append(Quotation(lost.at, stop, lost.at + lost.width, stop, continued=True))
                else:
                    broken.append(lost.at)
                del stack[stack.index(lost) :]
            stack.append(_Open(mark, at, width))
        else:
            broken.append(at)
    doubles = [o for o in stack if o.mark in DOUBLE]
    if doubles:
        last = doubles[-1]
        if _goes_on(text, end, following, last.mark) and last.at + last.width < _trim(text, last.at, end):
            stop = _trim(text, last.at, end)
            found.append(Quotation(last.at, stop, last.at + last.width, stop, continued=True))
            doubles.pop()
        broken.extend(o.at for o in doubles)
    return [q for q in found if q.inner_end > q.inner_start], broken


def _is_glued(text: str, at: int, start: int, end: int) -> bool:
    """Whether a mark opens a sentence that a page lost the gap before: 'the toll."We go," he said'."""
    return (
        text[at] == '"'
        and at > start + 1
        and at + 1 < end
        and text[at - 1] in ".!?"
        and text[at + 1].isupper()
    )


def _fits(opened: str, mark: str) -> bool:
    """Whether a mark may close what another opened; printers mix curly and straight ones."""
    return _PAIRS[opened] == mark or (opened in ("“", '"', "``", "''") and mark in ("”", '"', "''"))


def _closes_now(text: str, mark: str, at: int, width: int, start: int, end: int, opened: _Open) -> bool:
    if mark in "”»":
        return True
    if _closes(text, at, width, start, end):
        return True
    # A straight mark with gaps on both sides says nothing by its place: it closes what is open.
    after = text[at + width] if at + width < end else " "
    return after.isspace() and at > opened.at + opened.width


def _single(
    text: str, mark: str, at: int, start: int, end: int, stack: list[_Open], found: list[Quotation]
) -> None:
    """Single marks: apostrophes are let be; a pair counts when it opens after a gap and closes before one."""
    if mark in "‹›" or _is_apostrophe(text, at, start, end):
        return
    opened = stack[-1] if stack else None
    after = text[at + 1] if at + 1 < end else " "
    if (
        opened is not None
        and opened.mark in "‘'‚"
        and mark in "’'"
        and not text[at - 1].isspace()
        and not after.isalnum()
    ):
        inner = text[opened.at + 1 : at]
        # "the negotiators' and the ministers' talks": a possessive plural closes only after a pause or a clause.
        if text[at - 1] in ".,!?…" or after in '.,;:!?)—–-”"' or after.isspace():
            stack.pop()
            if inner.strip():
                found.append(Quotation(opened.at, at + 1, opened.at + 1, at, depth=len(stack), single=True))
        return
    if mark in "‘‚" or (mark == "'" and _opens(text, at, 1, start, end)):
        stack[:] = [o for o in stack if o.mark in DOUBLE]
        stack.append(_Open(mark, at, 1))


def _goes_on(text: str, end: int, following: int, mark: str) -> bool:
    """Whether the next paragraph begins with an opening mark, as continued speech does."""
    at = following if following > end else end
    while at < len(text) and text[at] in " \t\n\r•*":
        at += 1
    return text.startswith(mark, at) or (mark == '"' and text.startswith("“", at))


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
