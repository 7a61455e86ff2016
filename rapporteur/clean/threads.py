"""Readers' comments: where a thread begins and ends, by its replies, likes, names and stamps."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.clean import phrases
from rapporteur.clean.page import Page, is_stamp_line, reads_as_prose
from rapporteur.clean.units import Unit

_AGO = re.compile(
    r"(?i)(?:posted |edited |updated )?(?:about |over |an? )?(?:\d+ ?)?(?:s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?) ?(?:ago)?(?: \(edited\))?\.?|yesterday|just now"
)
_AGO_END = re.compile(
    r"(?i)(?:\b\d+ ?(?:seconds?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?|h|d|w|m|y) ago|\byesterday|just now)(?: \(edited\))?\.?\Z"
)
_SAYS = re.compile(
    r"(?i).{1,40}\b(?:says|said|wrote|writes|replied|commented|posted|responded)(?: (?:on|at|to) .{3,50})?:\Z"
)
_REPLYING = re.compile(r"(?i)(?:in reply to|replying to|reply to|@)\s?\S{1,40}(?: \S{1,20}){0,3}\Z")
_AUTHOR = re.compile(
    r"(?:[A-Z][\w.’'-]*|[\w.’'-]*[\d_][\w.’'-]*|[a-z][\w.’'-]{2,20})(?: (?:[A-Z][\w.’'-]*|\(?[A-Z][\w ]{2,20}\)?|of|from|in|the|de|van|[a-z]+\d*)){0,3}"
)
_AMBIGUOUS = re.compile(
    r"(?i)(?:conversation|discussion|community|responses?|replies|thoughts|what do you think\?)"
)
_FORM = re.compile(
    r"(?i)(?:your e-?mail address will not be published|required fields are marked|save my name|notify me of|"
    r"(?:you must be |please )?(?:log|sign)(?:ged)? in to (?:post|comment|leave)|(?:name|email|website|comment|message)\*?$|post comment|submit(?: comment)?$|"
    r"be the first to comment|no comments(?: yet)?|comments (?:are|have been) (?:closed|disabled|turned off)|this comment (?:was|has been) (?:removed|deleted))"
)
_SORT = re.compile(
    r"(?i)(?:sort(?:ed)? by|newest|oldest|most (?:liked|recommended|relevant)|best|top|all|recent|guidelines|community guidelines|comment guidelines).{0,30}"
)
_REPLY = re.compile(r"(?i)\brepl(?:y|ies)\b")
_LOOK_BACK = 4


def comment_threads(page: Page) -> None:
    """What readers wrote: from a comments heading, or from the first line of a thread without one."""
    units = page.units
    first = next((at for at in range(len(units)) if page.prose(at)), None)
    if first is None:
        return
    for at in range(first + 1, len(units)):
        if _heads(units[at]) and _opens_thread(page, at):
            page.change(at, "chrome", "comments-heading")
            _mark(page, at + 1, _thread_end(page, at + 1), "comment-thread")
            return
    start = _unheaded(page, first)
    if start is not None:
        _mark(page, start, _thread_end(page, start), "comment-without-heading")


def _heads(unit: Unit) -> bool:
    return unit.words <= 14 and bool(phrases.COMMENTS_HEADING.fullmatch(unit.text.strip(" #*:|")))


def is_foot(unit: Unit) -> bool:
    """Whether a line is what stands under a comment: Reply, Like, Report, with their counts."""
    if unit.words > 14 or unit.text.strip().isdigit():
        return False
    return bool(phrases.COMMENT_FOOT.fullmatch(unit.text.strip(" |·•›»>")))


def _strong_foot(unit: Unit) -> bool:
    return is_foot(unit) and bool(
        re.search(
            r"(?i)\b(?:reply|replies|upvote|downvote|report|flag|likes?|dislike|recommend\w*|permalink)\b",
            unit.text,
        )
    )


def _dates(unit: Unit) -> bool:
    """Whether a short line says when a comment was made, perhaps with who made it."""
    if unit.words > 14:
        return False
    words = unit.text.strip(" |·•")
    return bool(_AGO.fullmatch(words) or _AGO_END.search(words)) or is_stamp_line(unit, most_other=6)


def _signs(unit: Unit) -> bool:
    words = unit.text
    return (
        is_foot(unit)
        or _dates(unit)
        or bool(unit.words <= 12 and (_SAYS.fullmatch(words) or _REPLYING.fullmatch(words)))
    )


def _opens_thread(page: Page, heading: int) -> bool:
    """Whether comments follow a comments heading, rather than the article or nothing."""
    end = _thread_end(page, heading + 1)
    units = page.units[heading + 1 : end]
    signs = sum(_signs(unit) for unit in units)
    sentences = sum(unit.ends_sentence and unit.words >= 3 for unit in units)
    if not sentences and not (signs and len(units) >= 3):
        return False
    if signs >= 2 and sentences:
        return True
    if _AMBIGUOUS.fullmatch(page.units[heading].bare):
        return False
    before = sum(unit.words for unit in page.units[:heading] if reads_as_prose(unit))
    after = sum(unit.words for unit in units if reads_as_prose(unit))
    if after > 0.6 * before and not signs:
        return False  # a count of comments above the article
    return bool(signs) or sentences >= 2


def _thread_end(page: Page, start: int) -> int:
    """Where the page's own footer or next list takes over."""
    end = _furniture_after(page, start)
    signs = [at for at in range(start, end) if _signs(page.units[at])]
    if not signs:
        return end
    last = signs[-1] + 1
    if is_foot(page.units[last - 1]):
        while last < end and (page.units[last].text.strip().isdigit() or is_foot(page.units[last])):
            last += 1
    else:
        while last < end and (page.units[last].ends_sentence or page.units[last].words >= 8):
            last += 1
    return last


def _furniture_after(page: Page, start: int) -> int:
    for at in range(start, len(page.units)):
        unit, kind = page.units[at], page.kinds[at]
        if kind and kind[0] == "notice" and unit.text.lstrip().startswith(("©", "(c)", "Copyright")):
            return at
        bare = unit.bare
        if (
            kind
            and unit.words <= 8
            and not _signs(unit)
            and phrases.ENDS_ARTICLE.fullmatch(bare)
            and not _SORT.fullmatch(bare)
        ):
            return at
        if unit.words <= 4 and kind and kind[1] == "chrome-line" and phrases.FOOTER_LINE.fullmatch(bare):
            return at
    return len(page.units)


def _unheaded(page: Page, first: int) -> int | None:
    """The first unit of a thread that no heading announces, or None.

    Asked for: at least two rounds of a sentence with a reply line under it or a name and a date above.
    """
    units = page.units
    rounds: list[int] = []
    for at in range(first + 1, len(units)):
        if page.within is not None and at < page.within[1] and not _whole_round(units, at):
            continue
        if (
            (_strong_foot(units[at]) and at and units[at - 1].words >= 3 and not _signs(units[at - 1]))
            or (_dates(units[at]) and _named(units, at) and at + 1 < len(units) and units[at + 1].words >= 3)
            or (units[at].words <= 12 and _SAYS.fullmatch(units[at].text) and _dates_near(units, at))
        ):
            rounds.append(at)
    if len(rounds) < 2 or not any(_REPLY.search(units[at].text) or not is_foot(units[at]) for at in rounds):
        return None
    start = rounds[0]
    if _strong_foot(units[start]):
        for back in range(1, _LOOK_BACK + 1):
            at = start - back
            if at <= first:
                break
            if _dates(units[at]) or _is_author(units[at]):
                start = at
                break
        else:
            start -= 1
    if start - 1 > first and _is_author(units[start - 1]) and not _is_author(units[start]):
        start -= 1
    return start


def _whole_round(units: Sequence[Unit], at: int) -> bool:
    """A date with its author and, a few lines on, a reply line: what no article has between its paragraphs."""
    if _strong_foot(units[at]):
        return any(_dates(units[near]) and _named(units, near) for near in range(max(0, at - 4), at))
    return (
        _dates(units[at]) and _named(units, at) and any(_strong_foot(unit) for unit in units[at + 1 : at + 5])
    )


def _dates_near(units: Sequence[Unit], at: int) -> bool:
    return any(_dates(units[near]) for near in (at - 1, at + 1) if 0 <= near < len(units))


def _is_author(unit: Unit) -> bool:
    return unit.words <= 4 and not unit.ends_sentence and bool(_AUTHOR.fullmatch(unit.text.strip(" @·•|:")))


def _named(units: Sequence[Unit], at: int) -> bool:
    """Whether a date has a commenter's name beside it or above it."""
    words = units[at].text
    before = re.split(r"\s*[·•|,–—-]\s*|\s{2,}", words)[0]
    if _AGO_END.search(words) and before != words and len(before.split()) <= 4:
        return True
    return at > 0 and _is_author(units[at - 1])


def _mark(page: Page, start: int, end: int, rule: str) -> None:
    for at in range(start, end):
        unit = page.units[at]
        if _FORM.match(unit.text) and unit.words <= 30:
            page.change(at, "chrome", "comment-form")
        elif (
            at - start < 4
            and unit.words <= 4
            and _SORT.fullmatch(unit.text.strip(" :"))
            and page.is_a(at, "chrome")
        ):
            continue
        else:
            page.change(at, "comment", rule)
