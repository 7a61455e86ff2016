"""Where the noun phrase of a source begins and ends, told from word lists and names alone."""

from __future__ import annotations

from rapporteur.languages.en import names as data
from rapporteur.languages.en.cues import (
    AUXILIARIES,
    CLAUSE_CUES,
    COORDINATORS,
    CUE_ADVERBS,
    DETERMINERS,
    OBJECT_CUES,
    PHRASE_CUES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TELL_CUES,
    WANT_CUES,
)
from rapporteur.languages.en.grammar import PAST_VERBS
from rapporteur.languages.en.roles import (
    GROUP_NOUNS,
    TITLE_MODIFIERS,
)
from rapporteur.read.stretches import HEADS, View

PUNCTUATION = set(',;:—–()[]“”"!?•…«»*') | {"''", "``", "--", "..."}

Range = tuple[int, int]


def is_cue_form(low: str) -> bool:
    return (
        low in CLAUSE_CUES or low in TELL_CUES or low in OBJECT_CUES or low in PHRASE_CUES or low in WANT_CUES
    )


def is_finite(view: View, i: int) -> bool:
    """Whether a word looks like the verb of a clause, so that no noun phrase runs over it."""
    low = view.words.lower[i]
    if view.named[i] >= 0:
        return False
    if low.endswith(("n't", "n’t")) or (low in AUXILIARIES and low not in ("'s", "’s", "being", "having")):
        return True
    if low in PAST_VERBS:
        return True
    found = CLAUSE_CUES.get(low) or TELL_CUES.get(low) or OBJECT_CUES.get(low)
    if found is not None and found[1] == "past" and not low.endswith("ed"):
        return True
    if low.endswith("ed") and len(low) > 4 and low not in ("united",):
        after = view.words.lower[i + 1] if i + 1 < len(view.words) else ""
        before = view.words.lower[i - 1] if i else ""
        # "sources briefed on", "people involved in", "the proposed plan" are no clauses
        return (
            after not in ("on", "in", "by", "with", "to", "about", "as", "from", "at")
            and before not in DETERMINERS
            and not (before in TITLE_MODIFIERS and view.named[i - 1] < 0)
            and not (i + 1 < len(view.words) and (view.words.lower[i + 1] in HEADS))
        )
    return False


def adverbs_before(view: View, at: int, begin: int) -> int:
    """Where a cue begins that its auxiliaries and adverbs stand before: "has also repeatedly said"."""
    i = at
    while i > begin:
        low = view.words.lower[i - 1]
        if low in ("'s", "’s") or (low in ("once",) and i - 1 > begin and view.words.lower[i - 2] == ","):
            break
        if (
            low in AUXILIARIES
            or low in CUE_ADVERBS
            or (
                low.endswith("ly")
                and view.words.words[i - 1].islower()
                and low
                not in ("family", "ally", "july", "assembly", "only", "rally", "supply", "monopoly", "italy")
            )
        ):
            i -= 1
        else:
            break
    return i


def phrase_before(view: View, end: int, begin: int) -> Range | None:
    """The noun phrase that ends at `end`, or None where nothing that could speak heads it."""
    words, low = view.words, view.words.lower
    i = end
    inside = view.quoted[end - 1] if end > begin else -1
    while i > begin:
        word = low[i - 1]
        if word == "," and i < end and _lists_sources(view, i - 1, end, begin):
            i -= 1
            continue
        if word in PUNCTUATION or view.quoted[i - 1] != inside:
            break
        if word == "." and not (
            len(words.words[i - 2]) == 1
            or view.named[i - 1] >= 0
            or (words.ends[i - 2] == words.starts[i - 1] and i < end)
        ):
            break
        if word in SUBORDINATORS and view.named[i - 1] < 0:
            if word == "that" and i < end and low[i] in HEADS - GROUP_NOUNS and not low[i].endswith("s"):
                i -= 1  # "that draft"
            break
        i -= 1
    region = i
    candidates = [k for k in range(region, end) if view.is_actor(k)]
    for anchor in candidates:
        start = phrase_start(view, anchor, region)
        if start - 1 > region and low[start - 1] in PREPOSITIONS and words.words[start - 1][0].isupper():
            start = phrase_start(view, start - 1, region)  # "Harbours Against a New Toll head Ana Ruiz"
        governed = start > region and low[start - 1] in PREPOSITIONS
        if governed and not (
            start - 1 > region
            and low[start - 1] == "of"
            and low[start - 2] in DETERMINERS | {"some", "many", "most", "one", "members"}
        ):
            continue
        if start > region and low[start - 1] == "of":
            start = phrase_start(view, start - 2, region)
        if not _is_phrase(view, anchor + 1, end):
            continue
        return start, end
    # a plain noun nobody listed: taken when the region is short and nothing in it is a verb
    if 0 < end - region <= 5 and not any(is_finite(view, k) for k in range(region, end)):
        start = phrase_start(view, end - 1, region)
        if low[start] in DETERMINERS or words.words[start][0].isupper():
            return start, end
    return None


def _lists_sources(view: View, comma: int, end: int, begin: int) -> bool:
    """Whether a comma parts two sources of a list: "politicians, officials and critics of the plan said"."""
    low = view.words.lower
    if not any(low[k] in ("and", "or") for k in range(comma + 1, end)):
        return False
    if comma - 1 < begin or not view.is_actor(comma - 1) or not view.is_actor(comma - 1):
        return False
    # a lone name before the comma may be what a clause before it ends with: "met the envoy, Ruiz and Sol said"
    start = phrase_start(view, comma - 1, begin)
    before = low[start - 1] if start > begin else ""
    return (start == begin or before in (",", "and", "but", ";")) and not any(
        is_finite(view, k) for k in range(comma + 1, end)
    )


def _is_phrase(view: View, a: int, end: int) -> bool:
    """Whether the words a–end only continue a noun phrase: no clause begins in them."""
    low = view.words.lower
    relative = False
    for i in range(a, end):
        word = low[i]
        if word in ("who", "whose", "that"):
            relative = True
        elif (word in SUBJECT_PRONOUNS and word not in ("it", "you") and not relative) or (
            is_finite(view, i) and not relative
        ):
            return False
    return True


def phrase_start(view: View, head: int, begin: int) -> int:
    """The first word of the noun phrase of a head: determiners, adjectives, names and possessives before it."""
    words, low = view.words, view.words.lower
    i = head
    while i > begin:
        word = low[i - 1]
        surface = words.words[i - 1]
        if (
            word in ("'s", "’s", "'", "’")
            or word == "%"
            or surface[0].isdigit()
            or view.named[i - 1] >= 0
            or (surface[0].isupper() and surface not in data.NOT_NAMES)
        ):
            i -= 1
        elif word in DETERMINERS:
            i -= 1
            if not (i > begin and low[i - 1] in ("all", "both", "such", "many", "half", "about")):
                break
        elif (
            (word == "and" and i - 1 > begin and i < head + 1 and _coordinates(view, i - 1, begin))
            or (word == "," and i - 1 > begin and _lists(view, i - 1, head, begin))
            or (
                (word.isalpha() or "-" in word)
                and word not in PREPOSITIONS
                and word not in SUBORDINATORS
                and word not in COORDINATORS
                and word not in AUXILIARIES
                and not is_finite(view, i - 1)
                and word not in SUBJECT_PRONOUNS
                and not (word.endswith(("ly", "ing")) or word in CUE_ADVERBS)
            )
        ):
            i -= 1
        else:
            break
    return i


def _coordinates(view: View, at: int, begin: int) -> bool:
    """Whether "and" at `at` joins two sources rather than two clauses."""
    left = at - 1
    if left < begin or not (
        view.is_actor(left) or view.words.lower[left] in HEADS or view.words.words[left][0].isupper()
    ):
        return False
    i = left
    while (
        i > begin
        and view.words.lower[i - 1] not in PUNCTUATION
        and view.words.lower[i - 1] not in SUBORDINATORS
    ):
        if is_finite(view, i - 1):
            return False
        if view.words.lower[i - 1] in PREPOSITIONS and view.words.lower[i - 1] != "of":
            return False
        i -= 1
    return True


def _lists(view: View, at: int, head: int, begin: int) -> bool:
    """Whether a comma stands in a list of sources: "politicians, officials and critics"."""
    return (
        view.is_actor(at - 1)
        and any(view.words.lower[k] in ("and", "or") for k in range(at + 1, head + 1))
        and not any(is_finite(view, k) for k in range(at + 1, head + 1))
        and at - begin < 12
    )


def antecedent(view: View, end: int, begin: int) -> Range | None:
    """The phrase a relative clause hangs on: the nearest one, whatever governs it."""
    while end > begin and view.words.lower[end - 1] in ("--", "—", "–"):
        end -= 1
    if end <= begin or not view.is_actor(end - 1):
        return phrase_before(view, end, begin)
    start = phrase_start(view, end - 1, begin)
    low = view.words.lower
    if start - 1 > begin and low[start - 1] in PREPOSITIONS and low[start - 2] in HEADS:
        # "sources in the ministry who said": the head stands before the preposition
        return phrase_before(view, end, begin) or (start, end)
    return start, end
