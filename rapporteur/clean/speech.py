"""Words that are not the newsroom's: transcripts turn by turn, and posts set into an article."""

from __future__ import annotations

import re
from collections import Counter

from rapporteur.clean.labels import read_label
from rapporteur.clean.page import Page

_TURN = re.compile(
    r"(?P<who>(?:[A-Z][A-Z.’'\-]+(?:,? (?:[A-Z][A-Z.’'\-]*|OF|THE|AND|DE|VAN|[A-Z]\.)){0,6}|[QA]|Question|Answer|"
    r"(?:(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov|Gen|Amb|Adm|President|Prime Minister|Minister|Secretary|Senator|Chancellor|Ambassador|Foreign Minister|Moderator|Reporter|Interviewer|Host)\.? )?"
    r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|van|von|bin|al|el)){0,3}))(?:,? \([^()]{1,60}\))?\s?:(?=\s|$)"
)
_STAGE = re.compile(r"[\[(][^\])]{2,60}[\])]\.?")
_TURNS = 4
_HANDLE = re.compile(r"(?<![\w.])@\w{2,30}\b")
_SIGNED = re.compile(r"[—–-]{1,2} ?.{2,60}\(@\w{2,30}\)")
_POST_HEAD = re.compile(r"(?:.{2,60}\s)?\(?@\w{2,30}\)?(?:\s*[·•|–—-]\s*.{0,40})?")
_POST_FOOT = re.compile(
    r"(?i)(?:\d{1,2}:\d\d ?(?:am|pm)? ?[·•,–-] ?.{6,30}|view this post on .{3,20}|a post shared by .{2,80}|pic\.twitter\.com/\S+|read (?:the full conversation on x|\d+ replies)|\d+ (?:retweets?|reposts?|quotes|views|bookmarks).{0,40})"
)
_POST_BUTTON = re.compile(
    r"(?i)[\d.,]+[km]?|reply|repost|like|share|bookmark|copy link(?: to post)?|read \d+ repl(?:y|ies)|read the full conversation.*|·|follow"
)
_PICTURE = re.compile(r"(?:pic\.twitter\.com|t\.co)/\w+")


def transcripts(page: Page) -> None:
    """Turns of speakers: at least four, of two speakers or more, one of whom speaks twice."""
    units = page.units
    turns: dict[int, str] = {}
    for at, unit in enumerate(units):
        if page.kinds[at] is not None and not page.is_a(at, "byline"):
            continue
        start = unit.start
        match = _TURN.match(unit.text)
        if match is None or _STAGE.fullmatch(unit.text):
            continue
        who = match["who"].split(",")[0].split()[-1].casefold()  # "ANA RUIZ, HOST" and "RUIZ" are one
        if who in ("q", "a") or not read_label(page.text, start, unit.end):
            turns[at] = who
    turns = _dense(page, turns)
    who = Counter(turns.values())
    if len(turns) < _TURNS or len(who) < 2 or max(who.values()) < 2:
        return
    twice = {name for name, count in who.items() if count >= 2}
    if sum(who[name] for name in twice) < 0.5 * len(turns):
        return
    first, last = min(turns), max(turns)
    spoken = sum(units[at].words for at in range(first, last + 1) if page.kinds[at] is None)
    other = sum(
        units[at].words for at in range(len(units)) if not first <= at <= last and page.kinds[at] is None
    )
    end = len(units) - 1 if spoken > other else last
    for at in range(first, end + 1):
        if page.is_a(at, "byline") and at in turns:
            page.change(at, "transcript", "turn")
        page.set(at, "transcript", "turn" if at in turns else "turn-continued")


def _dense(page: Page, turns: dict[int, str]) -> dict[int, str]:
    """Turns without the stray lines far from any other: a lead-in with a name opens no transcript."""
    order = sorted(turns)
    kept: dict[int, str] = {}
    for index, at in enumerate(order):
        near = [abs(at - other) for other in (order[index - 1 : index] + order[index + 1 : index + 2])]
        if near and min(near) <= 12:
            kept[at] = turns[at]
    return kept


def embeds(page: Page) -> None:
    """Posts shown in an article: signed with a handle, or framed by a handle above and a time below."""
    units = page.units
    for at, unit in enumerate(units):
        if page.kinds[at] is not None and not page.is_a(at, "chrome", "comment"):
            continue
        if page.is_a(at, "comment") or unit.words > 60:
            continue
        words = unit.text
        if _SIGNED.search(words):
            page.change(at, "embed", "signed-post")
            if unit.words <= 14 and at and page.prose(at - 1):
                page.change(at - 1, "embed", "signed-post")
        elif _PICTURE.search(words) and not page.is_a(at, "chrome"):
            page.change(at, "embed", "picture-link")
        elif unit.words <= 8 and _HANDLE.search(words) and _POST_HEAD.fullmatch(words):
            _framed(page, at)


def _framed(page: Page, handle: int) -> None:
    """A post copied whole: name, handle, text, time and buttons."""
    units = page.units
    for end in range(handle + 1, min(handle + 9, len(units))):
        if _POST_FOOT.fullmatch(units[end].text):
            start = handle
            if handle and units[handle - 1].words <= 6 and not units[handle - 1].ends_sentence:
                start = handle - 1
            while end + 1 < len(units) and _POST_BUTTON.fullmatch(units[end + 1].text):
                end += 1
            for at in range(start, end + 1):
                page.change(at, "embed", "framed-post")
            return
