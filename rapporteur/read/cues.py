"""Where somebody is credited: the words of saying in a stretch, with their kind and the frame they open."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.languages.en.cues import (
    CLAUSE_CUES,
    DECLINE_CUES,
    NEGATED_REFUSALS,
    NOUN_CUES,
    OBJECT_CUES,
    PHRASE_CUES,
    TELL_CUES,
    WANT_CUES,
)
from rapporteur.read.clause_cues import clause
from rapporteur.read.cue import Cue
from rapporteur.read.cue_rules import (
    according,
    negated_refusal,
    noun,
    object_,
    passive,
    phrase,
    quoted_as,
    quotes_another,
    refusal,
    telling,
    wanting,
)
from rapporteur.read.stretches import View


def find_cues(view: View, first: int, last: int) -> Iterator[Cue]:
    """The cues among these words in order; none overlaps another."""
    i = first
    while i < last:
        cue = cue_at(view, i, first, last)
        if cue is None:
            i += 1
            continue
        yield cue
        i = max(cue.last, i + 1)


def cue_at(view: View, i: int, first: int, last: int) -> Cue | None:
    """The cue that begins with its verb (or noun, or "according") at word i: the first rule that answers."""
    low = view.words.lower[i]
    if view.named[i] >= 0 and low not in ("says",):
        return None
    if low not in _OPENERS:
        return None
    for rule in RULES:
        found = rule(view, i, first, last)
        if found is not None:
            return None if _is_denied_of_all(view, i, first) else found
    return None


def _is_denied_of_all(view: View, i: int, first: int) -> bool:
    """ "Neither Ruiz nor Moreno mentioned", "nobody said": nothing was said."""
    low = view.words.lower
    begin = max(first, i - 7)
    return any(low[k] in ("neither", "nobody", "none", "no-one") for k in range(begin, i))


_OPENERS = (
    set(CLAUSE_CUES) | set(TELL_CUES) | set(OBJECT_CUES) | set(WANT_CUES) | set(PHRASE_CUES) | set(NOUN_CUES)
    | set(DECLINE_CUES) | NEGATED_REFUSALS | {"according", "in", "quoted", "cited", "as"}
)  # fmt: skip


#: In the order they are asked; the first that answers makes the cue.
RULES = (
    according,
    refusal,
    negated_refusal,
    quoted_as,
    quotes_another,
    passive,
    phrase,
    noun,
    telling,
    clause,
    wanting,
    object_,
)
