"""The top of a page: the headline, dek, byline and stamps above the prose, and the chrome above them."""

from __future__ import annotations

import re

from rapporteur.clean.header import MASTHEAD, is_names
from rapporteur.clean.page import Page, is_caption, is_stamp_line
from rapporteur.clean.units import Unit
from rapporteur.model import BlockKind

_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
_ROLE = re.compile(
    r"(?i)(?:[\w’'-]+ ){0,4}(?:correspondents?|editors?|reporters?|bureau chief|columnist|staff writers?|political analyst)(?:,? (?:in|for|at|reporting from|based in)? ?.{0,50})?(?<!\.)"
)
_SEARCHED = 60
_LEAST_SCORE = 1.5
_GENERIC = re.compile(
    r"(?i)(?:opinions?|analysis|news analysis|commentary|op-?ed|editorial|exclusive|explainer|live updates?|world|politics|"
    r"press release|statement|media advisory|for immediate release|readout|transcript|fact sheet|breaking(?: news)?)\s*[:/|]?"
)


def header(page: Page) -> None:
    """Judges every unit above the first prose."""
    _lengthen(page)
    for at in range(page.first):
        if page.kinds[at] == ("credit", "wire-tag"):
            page.change(at, "caption", "agency-line-in-header")
            if at + 1 < page.first and page.kinds[at + 1] is None and not page.units[at + 1].ends_sentence:
                page.set(at + 1, "caption", "under-agency-line")
        if page.is_a(at, "notice") and is_stamp_line(page.units[at]):
            page.change(at, "byline", "stamp-line")
    scores = _scores(page)
    best = max(scores.values(), default=0.0)
    if best >= _LEAST_SCORE:
        page.headline = next(at for at in sorted(scores) if scores[at] >= best - 0.5)
        page.headline = _uppermost(page, scores, page.headline)
        page.set(page.headline, "headline", "headline-above-prose")
    for at in range(page.first):
        if page.kinds[at] is None:
            page.set(at, *_above_prose(page, at))


def _uppermost(page: Page, scores: dict[int, float], found: int) -> int:
    """The first of the lines that stand together above the prose: deks share more words with it than headlines do."""
    best = scores[found]
    while found - 1 in scores:
        above = page.units[found - 1]
        if scores[found - 1] < best - 3.5 or above.words < 4 or above.text.endswith("."):
            break
        if page.units[found].words < 4 and not _words(above):
            break
        found -= 1
    return found


def _lengthen(page: Page) -> None:
    """A long headline or dek may read like prose: what asks or stands in capitals is none, nor what a byline follows."""
    units = page.units
    if (
        page.first == 0
        and len(units) > 1
        and units[0].words <= 30
        and (units[1].gap or units[0].tag)
        and _titles(units[0])
    ):
        page.first = next((index for index in range(1, len(units)) if page.prose(index)), page.first)
    for _ in range(2):
        at = page.first
        if at + 1 >= len(units) or at > 12 or units[at].words > 45 or not _is_signature(page, at + 1):
            return
        if any(page.is_a(before, "byline") for before in range(at)):
            return
        after = next((index for index in range(at + 2, len(units)) if page.prose(index)), None)
        if after is None:
            return
        page.first = after


def _titles(unit: Unit) -> bool:
    """Whether a closed line may be a headline all the same: a question, or most words capitalised."""
    if unit.text.rstrip("\"”’'").endswith("?"):
        return True
    words = [word for word in unit.text.split() if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _is_signature(page: Page, at: int) -> bool:
    if not 0 <= at < len(page.units):
        return False
    return page.is_a(at, "byline") or (page.kinds[at] is None and is_stamp_line(page.units[at]))


def _words(unit: Unit) -> set[str]:
    return {word.lower()[:6] for word in _CONTENT_WORD.findall(unit.text)}


def _scores(page: Page) -> dict[int, float]:
    """How much each line above the prose is like a headline: words shared with the lead, length, place, markup."""
    units, first = page.units, page.first
    content: set[str] = set()
    for unit in units[first : first + 6]:
        content |= _words(unit)
    scores: dict[int, float] = {}
    for at in range(min(first, _SEARCHED)):
        unit = units[at]
        if page.kinds[at] is not None or not 2 <= unit.words <= 45 or is_stamp_line(unit):
            continue
        if (
            page.outlets.named(unit.text)
            or unit.linked > 0.75
            or _GENERIC.fullmatch(unit.text)
            or is_caption(unit)
        ):
            continue
        if unit.words <= 4 and MASTHEAD.search(unit.text) and unit.tag != "h1":
            continue
        score = float(min(len(_words(unit) & content), 4)) + min(unit.words, 6) / 6
        score += 1.5 * (not unit.text.endswith((".", ":"))) + 0.5 * (at == 0) + 0.5 * unit.text.isupper()
        score += 1.5 * _is_signature(page, at + 1)
        score += 4.0 * (unit.tag == "h1") + 1.0 * (unit.tag == "h2") - 1.5 * (unit.words < 4)
        scores[at] = score
    return scores


def _above_prose(page: Page, at: int) -> tuple[BlockKind, str]:
    """What an unjudged line above the prose is, by what stands around it."""
    unit = page.units[at]
    if page.headline is None:
        if at > 0 or unit.words < 4:
            return _signature(page, at) or ("chrome", "above-prose")
        return "paragraph", "short-opening"
    if at < page.headline:
        return _signature(page, at) or ("chrome", "before-headline")
    if _same(unit, page.units[page.headline]):
        return "chrome", "repeated-headline"
    if "row" in unit.marks:
        return "paragraph", "table-row"
    if is_caption(unit):
        return "caption", "caption-in-header"
    signed = any(page.is_a(before, "byline") for before in range(page.headline, at))
    ahead = any(_is_signature(page, after) for after in range(at + 1, page.first))
    if ahead and not signed and unit.words >= 4 and not is_names(unit.text) and not is_stamp_line(unit):
        return "dek", "dek-above-byline"
    if found := _signature(page, at):
        return found
    if unit.ends_sentence or unit.text.endswith(":"):
        return ("paragraph", "short-opening") if unit.words >= 3 else ("chrome", "short-line-in-header")
    if unit.words >= 4:
        return "dek", "dek-under-headline"
    return "chrome", "short-line-in-header"


def _signature(page: Page, at: int) -> tuple[BlockKind, str] | None:
    """A stamp, the outlet's own line, or names without "By"."""
    unit = page.units[at]
    if is_stamp_line(unit):
        return "byline", "stamp-line"
    words = unit.text.strip()
    if page.outlets.named(words) or (unit.words <= 6 and MASTHEAD.search(words) and _titled(words)):
        # Above the headline a site's name is its masthead; below it, it signs the report.
        if page.headline is None or at <= page.headline:
            return None
        near = page.is_a(at - 1, "headline", "dek", "byline") or _is_signature(page, at + 1)
        return ("byline", "outlet-line") if near else ("caption", "outlet-line-apart")
    if page.headline is None or at < page.headline:
        return None
    if at + 1 < len(page.units) and is_names(words) and _ROLE.fullmatch(page.units[at + 1].text):
        return "byline", "names-line"
    if _ROLE.fullmatch(words) and page.is_a(at - 1, "byline"):
        return "byline", "role-line"
    if is_names(words) and (
        _is_signature(page, at + 1) or _is_paper(page, at + 1) or _is_signature(page, at - 1)
    ):
        return "byline", "names-line"
    if unit.words <= 4 and not unit.ends_sentence and not words.endswith(":") and _titled(words):
        return "byline", "short-line-in-header"
    return None


def _is_paper(page: Page, at: int) -> bool:
    words = page.units[at].text.strip() if at < len(page.units) else ""
    return (
        bool(words)
        and len(words.split()) <= 5
        and (page.outlets.named(words) is not None or bool(MASTHEAD.search(words)))
    )


def _titled(words: str) -> bool:
    parts = words.split()
    return sum(part[0].isupper() for part in parts) >= max(1, len(parts) - 1) and not words.endswith(
        (".", "?", "!")
    )


def _same(one: Unit, other: Unit) -> bool:
    return (
        re.sub(r"\W+", " ", one.text).casefold().strip() == re.sub(r"\W+", " ", other.text).casefold().strip()
    )
