"""The same item again: whether a report revises one that is held, and whether the change is worth showing.

Two reports are the same item if they have the same address, or the same outlet and headline and most of
their words. What changed is told paragraph by paragraph, of the report's own words only: furniture,
counters, stamps and white space are no change.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from rapporteur.clean.inline import readable
from rapporteur.model import Document, Given

_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
_TRACKING = re.compile(
    r"(?i)(?:utm_\w+|fbclid|gclid|mc_\w+|cmpid|ref|src|smid|partner|ns_\w+|ito|hpt|iid|at_\w+|CMP|share|guccounter|amp|outputType)"
)
_TOLD = (
    "headline",
    "dek",
    "subhead",
    "label",
    "paragraph",
    "item",
    "quote",
    "transcript",
    "embed",
    "caption",
)
_SAME_WORDS = 0.5  # share of the smaller's word sequences, for two texts without an address to be one item
_GRAM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One paragraph that is not as it was: its words before and after, None where it was not there."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two documents beside each other: the paragraphs that changed in what they tell."""

    changes: tuple[Changed, ...]

    @property
    def trivial(self) -> bool:
        """Whether nothing that the report tells has changed."""
        return not self.changes


def item_of(url: str | None) -> str | None:
    """What names the item at an address: the address without scheme, tracking, anchor and mobile host."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    if parts.scheme not in ("http", "https") or not host:
        return url.strip() or None
    host = re.sub(r"^(?:www|m|mobile|amp|edition)\.", "", host)
    query = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key)]
    path = re.sub(r"/(?:amp|index\.html?)?/?$", "", parts.path) or "/"
    return f"{host}{path}" + (f"?{urlencode(sorted(query))}" if query else "")


def same_item(one: Document, one_given: Given, other: Document, other_given: Given) -> bool:
    """Whether two reports are printings of one item at different moments.

    An address decides where both have one. Without it: the same outlet, the same headline, and half of the
    words; anything less could be a copy or a follow-up, and is left apart.
    """
    here, there = item_of(one_given.url), item_of(other_given.url)
    if here and there:
        return here == there
    if one.outlet is None or other.outlet is None or one.outlet.value != other.outlet.value:
        return False
    if one.title is None or other.title is None or _key(one.title.value) != _key(other.title.value):
        return False
    return shared(one, other) >= _SAME_WORDS


def shared(one: Document, other: Document) -> float:
    """The share of the smaller document's word sequences that stand in the other too."""
    left, right = _grams(one), _grams(other)
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right))


def compare(before: Document, after: Document) -> Comparison:
    """What an item tells differently from one printing to the next."""
    old, new = _told(before), _told(after)
    matcher = difflib.SequenceMatcher(a=[key for key, _ in old], b=[key for key, _ in new], autojunk=False)
    changes: list[Changed] = []
    for verdict, a, b, c, d in matcher.get_opcodes():
        if verdict == "equal":
            continue
        gone, come = [words for _, words in old[a:b]], [words for _, words in new[c:d]]
        for index in range(max(len(gone), len(come))):
            left = gone[index] if index < len(gone) else None
            right = come[index] if index < len(come) else None
            changes.append(Changed(before=left, after=right))
    return Comparison(changes=tuple(changes))


def _told(document: Document) -> list[tuple[str, str]]:
    """The document's own paragraphs, each with the key that white space, quotes and counters do not change."""
    found = []
    text = readable(document)
    for block in document.blocks:
        if block.kind in _TOLD and block.voice not in ("page", "reader"):
            words = " ".join(text[block.start : block.end].split())
            if key := _key(words):
                found.append((key, words))
    return found


def _key(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold().replace("’", "'")))


def _grams(document: Document) -> set[tuple[str, ...]]:
    words = [word for key, _ in _told(document) for word in key.split()]
    return {tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)}
