"""What each unit of a page is: rules by phrase, markup, repetition, place and shape, in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from rapporteur.clean import phrases
from rapporteur.clean.head import header
from rapporteur.clean.header import MASTHEAD, opens_byline
from rapporteur.clean.markup import by_markup
from rapporteur.clean.outlets import Outlets
from rapporteur.clean.page import Page, is_caption, is_linked, reads_as_prose
from rapporteur.clean.speech import embeds, transcripts
from rapporteur.clean.threads import comment_threads
from rapporteur.clean.units import Unit

_LEAST_ARTICLE = 100  # words before a comments heading that make it the end of an article
_CARRIES_ON = 0.3  # of the prose before an end mark: with more than this after it, the article goes on
_QUOTED = re.compile(r"[\"“‘'«].*[\"”’'»]\.?\Z", re.DOTALL)
_UNWORDED = re.compile(r"\W+")


def judge(text: str, units: Sequence[Unit], outlets: Outlets, within: tuple[int, int] | None = None) -> Page:
    """Every unit with its kind and the rule that said so; `within` is where markup shows the article to lie."""
    page = Page(text, units, outlets, within=within)
    for rule in RULES:
        rule(page)
    return page


def by_phrase(page: Page) -> None:
    """Furniture that its own words give away."""
    for at, unit in enumerate(page.units):
        if "image" in unit.marks:
            page.set(at, "chrome", "image-markup")
        elif opens_byline(unit.text):
            page.set(at, "byline", "byline-line")
        elif "|" in unit.text and unit.words <= 14 and is_caption(unit):
            continue
        elif found := phrases.furniture(unit.text, unit.words):
            page.set(at, *found)


def by_repetition(page: Page) -> None:
    """A short line printed again is furniture, as are short lines that all open with the same words."""
    seen: set[str] = set()
    for at, unit in enumerate(page.units):
        if (
            page.kinds[at] is not None
            or not 2 <= unit.words <= 30
            or unit.text.endswith(":")
            or "row" in unit.marks
        ):
            continue
        if unit.words <= 4 and (page.outlets.named(unit.text) or MASTHEAD.search(unit.text)):
            continue  # a masthead above, a signature below
        key = _UNWORDED.sub(" ", unit.text.casefold())
        if key in seen and not (unit.ends_sentence and unit.words < 6):
            page.set(at, "chrome", "repeated-line")
        seen.add(key)
    heads = Counter(
        " ".join(unit.text.split()[:2])
        for at, unit in enumerate(page.units)
        if page.kinds[at] is None
        and 4 <= unit.words <= 30
        and not unit.ends_sentence
        and unit.text[:12].isupper()
    )
    for at, unit in enumerate(page.units):
        if 4 <= unit.words <= 30 and heads[" ".join(unit.text.split()[:2])] >= 2 and not unit.ends_sentence:
            page.set(at, "chrome", "repeated-opening")


def find_body(page: Page) -> None:
    """Where the article's prose begins and ends."""
    units = page.units
    if page.within is not None:
        _body_within(page, *page.within)
        return
    prose = [at for at in range(len(units)) if page.prose(at)]
    if not prose:
        page.first, page.last = len(units), len(units) - 1
        return
    page.first, page.last = prose[0], prose[-1]
    ahead = [0] * (len(units) + 1)
    for at in reversed(range(len(units))):
        ahead[at] = ahead[at + 1] + (units[at].words if page.prose(at) else 0)
    for at in range(page.first + 1, page.last):
        if page.kinds[at] is None or units[at].words > 14:
            continue
        if phrases.ENDS_ARTICLE.fullmatch(units[at].bare):
            before, after = ahead[0] - ahead[at], ahead[at]
            if after < _CARRIES_ON * before:
                page.last = max(index for index in prose if index < at)
                for tail_at in range(at, len(units)):
                    page.set(tail_at, "chrome", "after-article-end")
                return


def _body_within(page: Page, start: int, end: int) -> None:
    """The article's first and last unit inside the element that holds it: headline, byline and stamps come before."""
    units = page.units
    top = next((at for at in reversed(range(end)) if units[at].tag == "h1"), None)
    after = max(
        (at + 1 for at in range(start, min(end, start + 12)) if page.is_a(at, "byline")), default=start
    )
    if top is not None and start <= top < start + 12:
        after = max(after, top + 1)
    left = [at for at in range(after, end) if page.kinds[at] is None and not is_linked(units[at])]
    told = [
        at for at in left if reads_as_prose(units[at]) or (units[at].ends_sentence and units[at].words >= 3)
    ]
    page.first = told[0] if told else end
    page.last = left[-1] if left else end - 1
    telling = set(told)
    ahead = sum(units[at].words for at in told)
    before = 0
    for at in range(page.first, page.last):
        judged = page.kinds[at]
        if judged is None:
            before += units[at].words if at in telling else 0
        elif judged[1] == "comments-heading" or (
            units[at].words <= 14 and phrases.ENDS_ARTICLE.fullmatch(units[at].bare)
        ):
            after = ahead - before
            if after < _CARRIES_ON * before or (judged[1] == "comments-heading" and before >= _LEAST_ARTICLE):
                page.last = at - 1
                for index in range(at, end):
                    page.set(index, "chrome", "after-article-end")
                return


def link_lists(page: Page) -> None:
    """Lists of other stories inside an article: two or more lines that are nothing but links, with their heading."""
    units = page.units
    at = 0
    while at < len(units):
        end = at
        while end < len(units) and is_linked(units[end]) and not units[end].ends_sentence:
            end += 1
        if end - at >= 2:
            for index in range(at, end):
                page.set(index, "chrome", "list-of-links")
            if at and units[at - 1].words <= 10 and not units[at - 1].ends_sentence and at - 1 > page.first:
                page.set(at - 1, "chrome", "heading-of-links")
        elif end > at and phrases.RELATED_HEADING.fullmatch(units[at - 1].bare) and at > page.first:
            page.set(at, "chrome", "related-link")
        at = max(end, at + 1)


def related_lists(page: Page) -> None:
    """Titles under a heading such as "Related stories" in the middle of an article, up to the next prose."""
    units = page.units
    for at in range(page.first + 1, page.last):
        if not page.is_a(at, "chrome") or units[at].words > 10:
            continue
        heading = units[at].bare
        if ":" in heading or not phrases.RELATED_HEADING.fullmatch(heading):
            continue
        end = at + 1
        while (
            end < page.last and not page.prose(end) and not units[end].ends_sentence and units[end].words >= 3
        ):
            end += 1
        # The last short line before prose may be a subhead of the article.
        if end < len(units) and page.prose(end) and end - at > 2 and units[end - 1].tag in ("h2", "h3", "h4"):
            end -= 1
        for index in range(at + 1, end):
            page.set(index, "chrome", "under-related-heading")


def body(page: Page) -> None:
    """Subheads, captions, lists, quotations and short paragraphs between the first and the last prose."""
    units = page.units
    for at in range(page.first, page.last + 1):
        if page.kinds[at] is not None:
            continue
        unit = units[at]
        if "row" in unit.marks:
            page.set(at, "paragraph", "table-row")
        elif unit.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            page.set(at, "subhead", "heading-markup")
        elif is_caption(unit):
            page.set(at, "caption", "caption-credit")
            _caption_above(page, at)
        elif page.text[unit.start] == ">":
            page.set(at, "quote", "quoted-line")
        elif reads_as_prose(unit):
            page.set(at, "paragraph", "prose")
        elif _heads(page, at):
            page.set(at, "subhead", "short-line-before-prose")
        else:
            page.set(at, "paragraph", "short-in-body")


def _caption_above(page: Page, at: int) -> None:
    """The line above a bare photo credit describes the picture when it stands under the headline."""
    unit = page.units[at]
    if unit.words > 10 or "|" not in unit.text or at == 0:
        return
    above = page.units[at - 1]
    if above.words <= 60 and page.headline is not None and at - 1 > page.headline and at - 1 <= page.first:
        page.change(at - 1, "caption", "above-photo-credit")


def _heads(page: Page, at: int) -> bool:
    """A short line without a full stop, with prose right after it."""
    unit = page.units[at]
    if unit.ends_sentence and not unit.text.endswith("?"):
        return False
    if not 1 <= unit.words <= 16 or unit.text.endswith((",", ";", ":", "—", "-")) or unit.text[0].islower():
        return False
    if unit.text[0] in "•-–—*@" or (unit.text[0] in "\"“‘'" and not _QUOTED.fullmatch(unit.text)):
        return False
    if unit.text[0] == "“" and unit.words > 8:
        return False
    follows = at + 1
    if follows >= len(page.units) or follows > page.last:
        return False
    after = page.units[follows]
    return page.prose(follows) or (page.kinds[follows] is None and after.ends_sentence and after.words >= 4)


def tail(page: Page) -> None:
    """What follows the last prose: closing sentences of the article, then chrome."""
    over = False
    for at in range(page.last + 1, len(page.units)):
        if page.kinds[at] is not None:
            over = over or not (page.is_a(at, "caption", "embed") or _interrupts(page, at))
        elif not over and page.last >= 0 and (_closes(page, at) or _opens_table(page, at)):
            page.set(at, "paragraph", "closing-sentence")
        else:
            over = True
            page.set(at, "chrome", "after-last-prose")


def _interrupts(page: Page, at: int) -> bool:
    """A single line of furniture, such as an advertisement's heading, with a whole sentence after it."""
    if not page.is_a(at, "chrome") or phrases.ENDS_ARTICLE.fullmatch(page.units[at].bare):
        return False
    after = at + 1
    return (
        after < len(page.units)
        and page.kinds[after] is None
        and page.units[after].ends_sentence
        and page.units[after].words >= 6
    )


def _opens_table(page: Page, at: int) -> bool:
    return any("row" in unit.marks for unit in page.units[at : at + 3])


def _closes(page: Page, at: int) -> bool:
    unit = page.units[at]
    return unit.ends_sentence and unit.words >= 3 and not is_linked(unit)


def the_rest(page: Page) -> None:
    """A page without prose keeps its lines as paragraphs."""
    for at in range(len(page.units)):
        page.set(at, "paragraph", "no-prose-on-page")


RULES: tuple[Callable[[Page], None], ...] = (
    by_phrase, by_markup, comment_threads, transcripts, by_repetition, embeds, link_lists, find_body, related_lists,
    header, body, tail, the_rest,
)  # fmt: skip
