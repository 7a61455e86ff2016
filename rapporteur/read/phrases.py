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
from rapporteur.languages.en.grammar import DAY_WORDS, PAST_VERBS
from rapporteur.languages.en.roles import (
    GROUP_NOUNS,
    PERSON_NOUNS,
    PERSON_PLURALS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.read.stretches import HEADS, View

_PUNCTUATION = set(',;:—–()[]“”"!?•…«»*') | {"''", "``", "--", "..."}

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


def subject_before(view: View, at: int, begin: int) -> Range | None:
    """The noun phrase that ends where a cue begins; appositions and insertions between commas are crossed."""
    low = view.words.lower
    end = at
    while end > begin and (
        low[end - 1] in DAY_WORDS or view.timed[end - 1] >= 0 or (low[end - 1] == "on" and end < at)
    ):
        end -= 1
    if end <= begin:
        return None
    word = low[end - 1]
    if word in SUBJECT_PRONOUNS or word in ("that", "which"):
        return end - 1, end
    if word == "," or (word in ("—", "–", ")") and end - 1 > begin):
        opener = {",": ",", "—": "—", "–": "–", ")": "("}[word]
        k = end - 2
        while k > begin and not (low[k] == opener or low[k] in ("“", "”", '"', ";", ":", "''")):
            k -= 1
        if k <= begin or low[k] != opener:
            return None
        # appositions may hold commas of their own: "the group’s founder, a lawyer from Tarn, said"
        inserted = _inserted(view, k + 1, end - 1)
        if inserted is None:
            return None
        while opener == "," and (tag := _tag_before(view, k, begin)) is not None:
            k = tag  # "Ruiz, D-Tarn, a member of the panel, said"
        before = phrase_before(view, k, begin)
        if before is None:
            return None
        return (before[0], end) if inserted else before
    return phrase_before(view, end, begin)


def _tag_before(view: View, comma: int, begin: int) -> int | None:
    """The comma before a tag that ends at `comma`: a party and place, an age, "Jr."."""
    for k in range(comma - 2, max(begin, comma - 6), -1):
        if view.words.lower[k] == ",":
            tag = view.words.words[k + 1 : comma]
            return (
                k
                if tag[0].isdigit() or "-" in tag[0] or tag[0] in ("Jr", "Sr", "R", "D", "II", "III")
                else None
            )
    return None


def _inserted(view: View, a: int, b: int) -> bool | None:
    """What stands between commas: True an apposition, False an aside ("in a statement"), None neither."""
    if b <= a:
        return None
    low = view.words.lower
    first = low[a]
    if first in ("who", "whose", "which"):
        return False
    if first in PREPOSITIONS or first in (
        "speaking",
        "asked",
        "citing",
        "writing",
        "appearing",
        "according",
        "meanwhile",
        "however",
        "too",
        "though",
        "also",
        "referring",
        "responding",
    ):
        return False
    if (
        first in DETERMINERS
        or first.isdigit()
        or first in TITLE_MODIFIERS
        or first in TITLE_HEADS
        or first in ("r-", "d-")
    ):
        return True
    if b - a <= 3 and view.words.words[a][0].isupper():
        return True  # "D-N.Y.", "Jr."
    heads = [i for i in range(a, min(b, a + 9)) if low[i] in TITLE_HEADS or low[i] in HEADS]
    if heads and not any(is_finite(view, i) for i in range(a, heads[0])):
        return True
    return False if view.timed[a] >= 0 else None


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
        if word in _PUNCTUATION or view.quoted[i - 1] != inside:
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
        and view.words.lower[i - 1] not in _PUNCTUATION
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


def subject_after(view: View, at: int, end: int) -> Range | None:
    """The noun phrase that begins at `at` ("said Rubio, a …"), with an apposition in commas."""
    words, low = view.words, view.words.lower
    i = at
    if (
        i >= end
        or low[i] in PREPOSITIONS
        or low[i] in SUBORDINATORS
        or low[i] in _PUNCTUATION
        or view.quoted[i] >= 0
    ):
        return None
    if low[i] in SUBJECT_PRONOUNS:
        return i, i + 1
    seen = False
    while i < end:
        word = low[i]
        if word in _PUNCTUATION and not (word in ("(", ")") and seen and _party_tag(view, i)):
            break
        if view.quoted[i] >= 0 or (view.timed[i] >= 0 and seen):
            break
        if word == "." and (
            i + 1 >= end
            or (
                words.starts[i + 1] > words.ends[i]
                and not (len(words.words[i - 1]) == 1 or view.named[i] >= 0)
            )
        ):
            break
        if (word in SUBORDINATORS and seen and word != "so") or word in ("but", "yet"):
            break
        if word in ("and", "or") and seen and i + 1 < end and is_cue_form(low[i + 1]):
            break
        if word in PREPOSITIONS and seen and not _continues(view, i, at):
            break
        if (
            word in DAY_WORDS
            or word in ("who",)
            or (word.endswith("ly") and words.words[i].islower())
            or (word.endswith("ing") and seen and words.words[i].islower() and view.named[i] < 0)
        ):
            break
        if is_finite(view, i) and i > at:
            return None  # a clause, not the subject of the verb before it
        seen = seen or view.is_actor(i)
        i += 1
    if i == at or not (seen or words.words[at][0].isupper() or low[at] in DETERMINERS):
        return None
    stop = i
    if (
        i < end
        and low[i] == ","
        and i + 1 < end
        and (
            low[i + 1] in DETERMINERS
            or low[i + 1] in TITLE_HEADS
            or low[i + 1] in TITLE_MODIFIERS
            or low[i + 1].isdigit()
        )
    ):
        k = i + 1
        while (
            k < end
            and low[k] not in _PUNCTUATION
            and view.quoted[k] < 0
            and low[k] not in ("when", "after", "as", "while", "during")
            and not (low[k] == "." and words.ends[k - 1] == words.starts[k] and k + 1 >= end)
        ):
            k += 1
        heads = [
            j
            for j in range(i + 1, k)
            if low[j] in TITLE_HEADS or low[j] in PERSON_NOUNS or low[j] in PERSON_PLURALS
        ]
        if heads and not any(is_finite(view, j) for j in range(i + 1, heads[0])):
            stop = k
    return at, stop


def _party_tag(view: View, i: int) -> bool:
    words = view.words
    return any(words.words[k] == ")" for k in range(i, min(i + 8, len(words))))


def _continues(view: View, i: int, at: int) -> bool:
    """Whether a preposition goes on with the phrase: "a spokesman for …", "the head of …", "critics of …"."""
    word = view.words.lower[i]
    if word == "of":
        return True
    if view.named[i] >= 0:
        return True
    before = view.words.lower[i - 1]
    return (
        word in ("for", "with", "from", "at", "to", "in", "on")
        and (before in HEADS or before in TITLE_HEADS)
        and view.named[i - 1] < 0
    )


def addressee(view: View, at: int, end: int) -> Range | None:
    """Whom one tells: the short noun phrase right after the verb."""
    words, low = view.words, view.words.lower
    i = at
    if i >= end:
        return None
    if low[i] in ("me", "us", "him", "them", "you", "it", "her") and (
        i + 1 >= end or low[i] != "her" or not words.words[i + 1][0].isalpha() or low[i + 1] in ("that",)
    ):
        return i, i + 1
    seen = False
    while i < end and i - at < 14:
        word = low[i]
        if (
            word in _PUNCTUATION
            or (word == "." and not (view.named[i] >= 0))
            or (view.quoted[i] >= 0 and view.named[i] < 0)
        ):
            break
        if word in SUBORDINATORS or word in SUBJECT_PRONOUNS or view.timed[i] >= 0 or word in DAY_WORDS:
            break
        if word in PREPOSITIONS and view.named[i] < 0 and word != "of":
            break
        if word in DETERMINERS and i > at and low[i - 1] not in ("and", "of", "all", "both", "or"):
            break
        if word == "to" or is_finite(view, i):
            break
        if (
            seen
            and view.named[i] >= 0
            and view.named[i] != view.named[i - 1]
            and low[i - 1] not in ("and", "the", "of", "’s", "'s")
            and view.named[i - 1] >= 0
            and view.mentions[view.named[i - 1]].rule == "name"  # "the newspaper Dagen" is one listener
        ):
            break
        seen = seen or view.is_actor(i)
        if (
            seen
            and i > at
            and low[i - 1] in HEADS
            and words.words[i].islower()
            and word not in ("and", "of", "or")
            and low[i] not in HEADS
        ):
            break
        i += 1
    return (at, i) if i > at and (seen or i - at <= 3) else None


def main_subject(view: View, begin: int, at: int) -> Range | None:
    """The subject of the clause that a participle at `at` hangs on: "Moreno left, saying …"."""
    low = view.words.lower
    i = begin
    while i < at:
        # adverbials first: "In Geneva on Sunday, …"
        if (
            low[i] in PREPOSITIONS
            or (low[i] in SUBORDINATORS and not (low[i] == "that" and i == begin))
            or low[i].endswith("ing")
            or low[i] in ("asked", "but", "and", "yet")
        ):
            if low[i] in ("but", "and", "yet"):
                i += 1
                continue
            k = i
            while k < at and low[k] != ",":
                k += 1
            if k >= at:
                return None
            i = k + 1
            continue
        break
    for k in range(i, at):
        if is_finite(view, k) or (
            is_cue_form(low[k]) and k > i and view.named[k] < 0 and low[k] not in HEADS
        ):
            j = adverbs_before(view, k, i)
            return subject_before(view, j, i) if j > i else None
    return _subject_of_present(view, i, at)


def _subject_of_present(view: View, begin: int, end: int) -> Range | None:
    """The subject of a verb nobody listed: the phrase before a word in -s that follows a singular head."""
    low = view.words.lower
    for k in range(begin + 1, min(end, begin + 14)):
        word = low[k]
        if word in _PUNCTUATION or word in SUBORDINATORS:
            return None
        if (
            not word.endswith("s")
            or not word.isalpha()
            or word in HEADS
            or view.named[k] >= 0
            or len(word) < 4
        ):
            continue
        j = adverbs_before(view, k, begin)
        if j > begin and view.is_actor(j - 1) and not low[j - 1].endswith("s"):
            return subject_before(view, j, begin)
    return None


def antecedent(view: View, end: int, begin: int) -> Range | None:
    """The phrase a relative clause hangs on: the nearest one, whatever governs it."""
    if end <= begin or not view.is_actor(end - 1):
        return phrase_before(view, end, begin)
    start = phrase_start(view, end - 1, begin)
    low = view.words.lower
    if start - 1 > begin and low[start - 1] in PREPOSITIONS and low[start - 2] in HEADS:
        # "sources in the ministry who said": the head stands before the preposition
        return phrase_before(view, end, begin) or (start, end)
    return start, end
