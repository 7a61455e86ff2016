"""What each unit of a page is: rules by phrase, place, shape and neighbourhood, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rapporteur.clean import phrases
from rapporteur.clean.header import DATELINE, opens_byline
from rapporteur.clean.outlets import Outlets
from rapporteur.clean.stamps import find_stamps
from rapporteur.clean.units import Unit
from rapporteur.model import BlockKind, Voice

_PROSE_WORDS = 12
_LONG_WORDS = 25
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
_TURN = re.compile(
    r"(?:[A-Z][A-Z.’'\- ]{1,40}(?:\s?\([^)]{1,40}\))?|Q|A|(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w.’'-]+):\s+\S"
)
_CREDIT_TAIL = re.compile(r"[A-Z][\w.’' -]{2,40} ?[|/] ?[A-Z][\w .&’'-]{1,40}\Z")

Kind = tuple[BlockKind, str]


@dataclass(slots=True)
class Page:
    """The units of one page while they are being judged; `kinds` fills up rule by rule."""

    text: str
    units: Sequence[Unit]
    outlets: Outlets
    kinds: list[Kind | None] = field(default_factory=list)
    first: int = 0  # the unit where the article's prose begins
    last: int = -1  # … and ends
    headline: int | None = None

    def __post_init__(self) -> None:
        self.kinds = [None] * len(self.units)

    def prose(self, at: int) -> bool:
        """Whether an unjudged unit reads like a sentence of an article."""
        unit = self.units[at]
        if self.kinds[at] is not None:
            return False
        return unit.words >= _LONG_WORDS or (unit.words >= _PROSE_WORDS and unit.ends_sentence)

    def set(self, at: int, kind: BlockKind, rule: str) -> None:
        """Judges a unit, unless a rule before has."""
        if self.kinds[at] is None:
            self.kinds[at] = (kind, rule)

    def is_a(self, at: int, *kinds: str) -> bool:
        """Whether a unit has been judged one of these."""
        return 0 <= at < len(self.units) and (kind := self.kinds[at]) is not None and kind[0] in kinds


def judge(text: str, units: Sequence[Unit], outlets: Outlets) -> Page:
    """Every unit with its kind and the rule that said so."""
    page = Page(text, units, outlets)
    for rule in RULES:
        rule(page)
    return page


def by_phrase(page: Page) -> None:
    """Furniture that its own words give away."""
    for at, unit in enumerate(page.units):
        if found := phrases.furniture(unit.text, unit.words):
            page.set(at, *found)
        elif opens_byline(unit.text):
            page.set(at, "byline", "byline-line")


def comment_threads(page: Page) -> None:
    """What readers wrote: from a comments heading, or the first reply-and-like line, to the footer."""
    units = page.units
    first = next((at for at in range(len(units)) if page.prose(at)), len(units))
    for at in range(first + 1, len(units)):
        words = units[at].text
        heading = units[at].words <= 8 and phrases.COMMENTS_HEADING.fullmatch(words.strip(" #*:"))
        if not heading:
            continue
        if _thread(page, at + 1):
            page.kinds[at] = ("chrome", "comments-heading")
            return
    feet = [at for at in range(first + 1, len(units)) if _is_foot(units[at])]
    if len(feet) >= 2:
        begin = feet[0]
        while (
            begin - 1 > first
            and feet[0] - begin < 4
            and not page.is_a(begin - 1, "chrome", "notice", "credit")
        ):
            begin -= 1
            if units[begin].words <= 5 and (
                list(find_stamps(units[begin + 1].text)) or units[begin + 1].ends_sentence
            ):
                break
        _thread(page, begin)


def _is_foot(unit: Unit) -> bool:
    return (
        unit.words <= 12
        and bool(phrases.COMMENT_FOOT.fullmatch(unit.text))
        and not unit.text.strip().isdigit()
    )


def _thread(page: Page, start: int) -> bool:
    """Marks the comments from here on; False where nothing here looks like a thread."""
    units = page.units
    end = start
    signs = 0
    while end < len(units):
        kind = page.kinds[end]
        if kind and kind[0] == "notice":
            break
        if (
            kind
            and kind[1] == "chrome-line"
            and phrases.ENDS_ARTICLE.fullmatch(units[end].text)
            and not _is_foot(units[end])
        ):
            break
        signs += _is_foot(units[end]) or bool(units[end].words <= 12 and list(find_stamps(units[end].text)))
        end += 1
    sentences = sum(units[at].ends_sentence and units[at].words >= 4 for at in range(start, end))
    if not signs and sentences < 2:
        return False
    for at in range(start, end):
        page.kinds[at] = ("comment", "comment-thread")
    return end > start


def find_body(page: Page) -> None:
    """Where the article's prose begins and ends."""
    prose = [at for at in range(len(page.units)) if page.prose(at)]
    if not prose:
        page.first, page.last = len(page.units), len(page.units) - 1
        return
    page.first, page.last = prose[0], prose[-1]
    words = [page.units[at].words if page.prose(at) else 0 for at in range(len(page.units))]
    for at in range(page.first + 1, page.last):
        unit = page.units[at]
        if unit.words <= 12 and phrases.ENDS_ARTICLE.fullmatch(unit.text.strip(" #*:")):
            before, after = sum(words[:at]), sum(words[at:])
            if after < 0.3 * before:
                page.last = max(index for index in prose if index < at)
                for tail in range(at, len(page.units)):
                    page.set(tail, "chrome", "after-article-end")
                break


def header(page: Page) -> None:
    """The headline, dek, byline and stamps above the prose; what stands before the headline is chrome."""
    units, first = page.units, page.first
    if first and units[0].words >= _PROSE_WORDS and page.kinds[0] is None:
        pass
    lead = " ".join(unit.text for unit in units[first : first + 6])
    content = {word.lower()[:6] for word in _CONTENT_WORD.findall(lead)}
    # A long headline may itself read like prose when a byline or stamp follows it at once.
    if first + 1 < len(units) and first < 12 and _is_signature(page, first + 1) and units[first].words <= 40:
        after = next((at for at in range(first + 2, len(units)) if page.prose(at)), None)
        if after is not None and not any(page.is_a(at, "byline") for at in range(first)):
            page.first = first = after
    scores = {}
    for at in range(min(first, 60)):
        unit = units[at]
        if page.kinds[at] is not None or not 2 <= unit.words <= 45 or _stamp_only(page, at):
            continue
        own = {word.lower()[:6] for word in _CONTENT_WORD.findall(unit.text)}
        shared = len(own & content)
        score = min(shared, 4) * 1.0 + (not unit.text.endswith(".")) + min(unit.words, 6) / 6
        score += 4 * (unit.tag == "h1") + (unit.tag == "h2") - 1.5 * (unit.words < 4) + (at == 0)
        score += 0.5 * unit.text.isupper()
        scores[at] = score
    best = max(scores.values(), default=0.0)
    if best >= 1.5:
        page.headline = next(at for at in sorted(scores) if scores[at] >= best - 1.0)
        page.set(page.headline, "headline", "headline-above-prose")
    closed = False
    for at in range(first):
        if page.kinds[at] is not None:
            closed = closed or page.is_a(at, "byline")
            continue
        if page.headline is None or at < page.headline:
            page.set(at, "chrome", "before-headline")
        elif _stamp_only(page, at):
            page.set(at, "byline", "stamp-line")
            closed = True
        elif _is_caption(units[at]):
            page.set(at, "caption", "caption-in-header")
        elif _is_outlet_line(page, at):
            page.set(at, "byline", "outlet-line")
        elif units[at].words >= 5 and not closed and not any(page.is_a(b, "dek") for b in range(at)):
            page.set(at, "dek", "dek-under-headline")
        elif units[at].ends_sentence and (closed or units[at].words >= 3):
            page.set(at, "paragraph", "short-opening")
        elif units[at].words >= 5:
            page.set(at, "dek", "dek-under-headline")
        else:
            page.set(at, "byline" if not closed else "chrome", "short-line-in-header")


def _is_signature(page: Page, at: int) -> bool:
    return page.is_a(at, "byline") or _stamp_only(page, at)


def _stamp_only(page: Page, at: int) -> bool:
    """Whether a short line is a date stamp and little else."""
    unit = page.units[at]
    if unit.words > 16 or page.kinds[at] is not None:
        return False
    stamps = list(find_stamps(unit.text))
    if not stamps:
        return False
    rest = unit.text
    for stamp in stamps:
        rest = rest.replace(unit.text[stamp.start : stamp.end], " ")
    return len(rest.split()) <= 5


def _is_caption(unit: Unit) -> bool:
    return unit.words <= 90 and bool(phrases.CAPTION_TAIL.search(unit.text) or _CREDIT_TAIL.match(unit.text))


def _is_outlet_line(page: Page, at: int) -> bool:
    """A short line of capitalised words by itself between headline and prose."""
    words = page.units[at].text.split()
    if page.outlets.named(page.units[at].text):
        return True
    return (
        1 <= len(words) <= 5
        and not page.units[at].ends_sentence
        and sum(w[0].isupper() for w in words) >= max(1, len(words) - 1)
    )


def body(page: Page) -> None:
    """Subheads, captions, lists and short paragraphs between the first and the last prose."""
    units = page.units
    for at in range(page.first, page.last + 1):
        if page.kinds[at] is not None:
            continue
        unit = units[at]
        if unit.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            page.set(at, "subhead", "heading-markup")
        elif page.prose(at):
            if unit.words <= 60 and _is_caption(unit):
                page.set(at, "caption", "caption-credit")
            else:
                page.set(at, "paragraph", "prose")
        elif _is_caption(unit):
            page.set(at, "caption", "caption-credit")
        elif _heads(page, at):
            page.set(at, "subhead", "short-line-before-prose")
        else:
            page.set(at, "paragraph", "short-in-body")


def _heads(page: Page, at: int) -> bool:
    """A short line without a full stop, with prose right after it."""
    unit = page.units[at]
    if unit.ends_sentence and not unit.text.endswith("?"):
        return False
    if not 1 <= unit.words <= 16 or unit.text.endswith((",", ";", ":", "—")) or unit.text[0].islower():
        return False
    if unit.text[0] in "\"“‘'•-–—*" and not unit.text.endswith(("”", '"', "’", "'")):
        return False
    return at + 1 < len(page.units) and (page.prose(at + 1) or page.is_a(at + 1, "paragraph"))


def tail(page: Page) -> None:
    """What follows the last prose: closing sentences of the article, then chrome."""
    over = False
    for at in range(page.last + 1, len(page.units)):
        unit = page.units[at]
        if page.kinds[at] is not None:
            over = over or not page.is_a(at, "caption")
            continue
        if not over and unit.ends_sentence and unit.words >= 3 and page.last >= 0:
            page.set(at, "paragraph", "closing-sentence")
        else:
            over = True
            page.set(at, "chrome", "after-last-prose")


def no_body(page: Page) -> None:
    """A page without prose: its first line is a headline, the rest stays as paragraphs."""
    for at in range(len(page.units)):
        if page.kinds[at] is None:
            page.set(at, "paragraph", "no-prose-on-page")


RULES: tuple[Callable[[Page], None], ...] = (
    by_phrase,
    comment_threads,
    find_body,
    header,
    body,
    tail,
    no_body,
)

VOICES: dict[str, Voice] = {
    "comment": "reader", "chrome": "page", "notice": "page", "credit": "page", "byline": "page", "transcript": "transcript",
    "embed": "transcript",
}  # fmt: skip


def voice_of(kind: BlockKind, commentary: bool) -> Voice:
    """Whose words a block of this kind is."""
    return VOICES.get(kind, "author" if commentary else "newsroom")


__all__ = ["DATELINE", "Page", "judge", "voice_of"]
