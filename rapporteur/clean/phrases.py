"""The phrase tables of page furniture, compiled, and the one question asked of them: what is this unit?"""

from __future__ import annotations

import re
from functools import cache

from rapporteur.languages.en import page
from rapporteur.model import BlockKind

_FLAGS = re.IGNORECASE


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(f"(?:{p})" for p in patterns) + ")", _FLAGS)


CHROME_WHOLE = _any(page.CHROME_WHOLE)
CHROME_OPENS = _any(page.CHROME_OPENS)
ENDS_ARTICLE = _any(page.ENDS_ARTICLE)
RELATED_HEADING = _any(page.RELATED_HEADING)
COMMENTS_HEADING = _any(page.COMMENTS_HEADING)
COMMENT_FOOT = re.compile(rf"(?:{page.COMMENT_FOOT})(?:\s*[·•|,]?\s*(?:{page.COMMENT_FOOT}))*", _FLAGS)
CREDIT_OPENS = _any(page.CREDIT_OPENS)
NOTICE_OPENS = _any(page.NOTICE_OPENS)
BYLINE_OPENS = _any(page.BYLINE_OPENS)
BYLINE_STOPS = re.compile(page.BYLINE_STOPS, _FLAGS)
STAFF = re.compile(rf"(?:.{{2,40}}\s)?{page.STAFF}", _FLAGS)
FOOTER_LINE = re.compile(page.FOOTER_LINE, _FLAGS)
WIRE_TAG = re.compile(page.WIRE_TAG)
CAPTION_TAIL = re.compile(page.CAPTION_TAIL, _FLAGS)
LABEL_WORD = re.compile(page.LABEL_WORDS, _FLAGS)
LABEL_OPENER = re.compile(rf"{page.LABEL_OPENERS}\b", _FLAGS)
NOT_LABEL_LAST = re.compile(rf"{page.NOT_LABEL_LAST}\Z", _FLAGS)

_NOTICE = 120
_BRIEF = 40  # words: furniture is short, and a paragraph that opens like it is a paragraph


def furniture(words: str, count: int) -> tuple[BlockKind, str] | None:
    """The kind and rule of a unit that is page furniture by its words alone; None otherwise."""
    if count > _NOTICE:
        return None
    bare = words.strip(" #*_>|-–—•·→»▶[]()")
    if not bare:
        return "chrome", "bare-signs"
    if WIRE_TAG.fullmatch(bare):
        return "credit", "wire-tag"
    if count <= 12 and CHROME_WHOLE.fullmatch(bare):
        return "chrome", "chrome-line"
    if NOTICE_OPENS.match(bare):
        return "notice", "notice-line"
    if count <= _BRIEF and CREDIT_OPENS.match(bare):
        return "credit", "credit-line"
    if count <= _BRIEF and CHROME_OPENS.match(bare):
        return "chrome", "chrome-opening"
    return None
