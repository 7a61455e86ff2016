"""Who stands where somebody speaks or listens: before a cue, after it, and whom one tells."""

from __future__ import annotations

from rapporteur.languages.en.cues import (
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from rapporteur.languages.en.grammar import DAY_WORDS
from rapporteur.languages.en.roles import (
    PERSON_NOUNS,
    PERSON_PLURALS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.read.phrases import PUNCTUATION, Range, adverbs_before, is_cue_form, is_finite, phrase_before
from rapporteur.read.stretches import HEADS, View


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
    if word == "," and end - 3 > begin and low[end - 2] == ")":
        end -= 1  # "Ruiz (D-Tarn), told": a comma too many
        word = ")"
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
        if (
            inserted
            and _is_titled_name(view, k + 1, end - 1)
            and not (before and view.is_actor(before[1] - 1))
        ):
            return k + 1, end - 1  # "…, port minister Ana Ruiz, said": a comma too many
        if before is not None and opener == "," and low[before[0] - 1] in PREPOSITIONS and before[0] > begin:
            # "Ruiz, who is due in Tarn, V.A., said": whoever the clause hangs on
            hung = next(
                (j for j in range(before[0] - 1, begin, -1) if low[j] in ("who", "which", "whose")), None
            )
            if hung is not None and low[hung - 1] == ",":
                return phrase_before(view, hung - 1, begin)
        if before is None:
            return None
        return (before[0], end) if inserted else before
    return phrase_before(view, end, begin)


def _is_titled_name(view: View, a: int, b: int) -> bool:
    """Whether an insertion is an office with its holder and nothing more."""
    place = view.named[b - 1]
    return (
        place >= 0
        and view.mentions[place].kind == "person"
        and view.mentions[place].role is not None
        and not any(view.words.lower[j] == "," for j in range(a, b))
    )


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


def subject_after(view: View, at: int, end: int) -> Range | None:
    """The noun phrase that begins at `at` ("said Rubio, a …"), with an apposition in commas."""
    words, low = view.words, view.words.lower
    i = at
    if (
        i >= end
        or low[i] in PREPOSITIONS
        or low[i] in SUBORDINATORS
        or low[i] in PUNCTUATION
        or view.quoted[i] >= 0
    ):
        return None
    if low[i] in SUBJECT_PRONOUNS:
        return i, i + 1
    seen = False
    while i < end:
        word = low[i]
        if word in PUNCTUATION and not (word in ("(", ")") and seen and _party_tag(view, i)):
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
            and low[k] not in PUNCTUATION
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
            word in PUNCTUATION
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
        if word in PUNCTUATION or word in SUBORDINATORS:
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
