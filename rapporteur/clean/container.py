"""Where in a tree of markup the article lies: the part whose own paragraphs hold the most prose.

After Readability's idea that paragraphs vote for the element they stand in: a menu of a hundred
teasers has as many words as an article, but each in an element of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rapporteur.clean.page import reads_as_prose
from rapporteur.clean.units import Unit

UNWANTED = frozenset({"nav", "footer", "aside", "comment", "related", "chrome"})
_MOST_MARKED = 0.5  # of the page's words: what holds more than this is no furniture, whatever it is called
_SHARES = (1.0, 0.5, 0.25)  # of a paragraph's words, to its parent, grandparent and the one above
# Of the best part's prose: a neighbour with this much, that far up, is a part of the article too.
_SIBLING = (0.1, 0.4)
_LEAST_PIECE = 14  # words of prose a paragraph, on average, in such a neighbour: teasers have fewer
_CALLED_ARTICLE = 1.3
_WORD = re.compile(r"\w+")
_GRAM = 5
_IN_MARKUP = 0.6  # of a unit's word sequences, to be part of the body that the markup itself gives


def trusted_marks(units: Sequence[Unit]) -> frozenset[str]:
    """The marks that name furniture on this page: a class on half of its words names nothing."""
    total = sum(unit.words for unit in units) or 1
    shares: Counter[str] = Counter()
    for unit in units:
        for mark in unit.marks:
            shares[mark] += unit.words
    return frozenset(mark for mark, words in shares.items() if words <= _MOST_MARKED * total)


def find_article(
    units: Sequence[Unit],
    paths: Sequence[tuple[int, ...]],
    named: Mapping[int, frozenset[str]],
    given: str | None = None,
) -> tuple[int, int] | None:
    """The units between which the article lies.

    `paths` are each unit's elements from the root down, `named` what an element's name and class say of it,
    `given` the article's text where the markup carries it.
    """
    trusted = trusted_marks(units) & UNWANTED
    weights = [_weight(unit, trusted) for unit in units]
    if given and (known := _given(units, given)):
        weights = [unit.words if at in known else 0 for at, unit in enumerate(units)]
    votes, above = _votes(weights, paths)
    if not votes:
        return None
    for node in votes:
        if "article" in named.get(node, frozenset()):
            votes[node] *= _CALLED_ARTICLE
    best = max(votes, key=lambda node: (votes[node], -node))
    chosen = {best} | _beside(above[best], weights, paths)
    inside = [at for at, path in enumerate(paths) if not chosen.isdisjoint(path)]
    return (inside[0], inside[-1] + 1) if inside else None


def _votes(
    weights: Sequence[int], paths: Sequence[tuple[int, ...]]
) -> tuple[dict[int, float], dict[int, tuple[int, ...]]]:
    """What the paragraphs give to the elements above them, and the way down to each of these."""
    votes: dict[int, float] = defaultdict(float)
    above: dict[int, tuple[int, ...]] = {}
    for weight, path in zip(weights, paths, strict=True):
        if not weight:
            continue
        for share, depth in zip(_SHARES, range(len(path) - 2, -1, -1), strict=False):
            votes[path[depth]] += weight * share
            above[path[depth]] = path[: depth + 1]
    return votes, above


def _beside(best: tuple[int, ...], weights: Sequence[int], paths: Sequence[tuple[int, ...]]) -> set[int]:
    """The other parts of the article: they stand under one element with the best, or a level or two further apart."""
    chosen: set[int] = set()
    for level, share in enumerate(_SIBLING, start=2):
        if len(best) < level:
            break
        parent, depth = best[-level], len(best) - level + 1
        held: Counter[int] = Counter()
        pieces: Counter[int] = Counter()
        for weight, path in zip(weights, paths, strict=True):
            if weight and len(path) > depth and path[depth - 1] == parent:
                held[path[depth]] += weight
                pieces[path[depth]] += 1
        own = held[best[depth]] if len(best) > depth else held.total()
        chosen |= {
            node
            for node, words in held.items()
            if words >= share * own and words >= _LEAST_PIECE * pieces[node]
        }
    return chosen


def _weight(unit: Unit, trusted: frozenset[str]) -> int:
    if unit.marks & trusted or unit.tag == "figcaption" or "caption" in unit.marks or unit.linked > 0.5:
        return 0
    if not (reads_as_prose(unit) or (unit.ends_sentence and unit.words >= 5)):
        return 0
    # A list item that opens with a link is a teaser as often as a point.
    return int(unit.words * max(0.0, 1 - 3 * unit.linked)) if unit.tag == "li" else unit.words


def _given(units: Sequence[Unit], given: str) -> set[int]:
    """The units whose words stand in the text that the markup gives as the article's."""
    words = _WORD.findall(given.casefold())
    if len(words) < 100:
        return set()
    grams = {tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)}
    found = set()
    for at, unit in enumerate(units):
        own = _WORD.findall(unit.text.casefold())
        if len(own) < _GRAM:
            continue
        mine = [tuple(own[i : i + _GRAM]) for i in range(len(own) - _GRAM + 1)]
        if sum(gram in grams for gram in mine) >= _IN_MARKUP * len(mine):
            found.add(at)
    return found
