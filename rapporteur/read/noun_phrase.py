"""The noun phrase around a word: its determiner, what stands before it, its place, day and parties."""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.model import Mention, Participant, Timex
from rapporteur.read.clause_actors import participant, run_right
from rapporteur.read.clauses import Words, finite, is_adverb, stops


@dataclass(frozen=True, slots=True)
class Around:
    """What a noun phrase has beside it."""

    left: int  # first word of the phrase
    right: int  # word behind its prepositional phrases
    premodifier: en.Effect | None
    place: Mention | None
    timex: Timex | None
    parties: tuple[Participant, ...]
    definite: bool
    none: bool  # “no meeting”
    inward: bool  # the place only stands before the noun: “the White House meeting”


def dated(timex: Timex | None) -> bool:
    """Whether a time expression names a day, month or year, and not “now”, a duration or a habit."""
    return (
        timex is not None
        and timex.timex_type in ("DATE", "TIME")
        and not (timex.value or "").endswith("_REF")
    )


def around_of(words: Words, i: int, text: str) -> Around:
    """The noun phrase around word `i`, to the left as far as its determiner, to the right over its phrases."""
    low = words.low
    premodifier: en.Effect | None = None
    place: Mention | None = None
    timex: Timex | None = None
    parties: list[Participant] = []
    definite = none = inward = False
    left = i
    while left > 0:
        k = left - 1
        word = low[k]
        mention = words.mention[k]
        if words.timex[k] is not None:
            if dated(words.timex[k]):
                timex = timex or words.timex[k]
            definite = definite or word.endswith("'s")  # “last week's agreement”
            left = k
            continue
        if mention is not None:
            owner = low[k].endswith(("'s", "s'")) or (k + 1 < i and low[k + 1] in ("'s", "'"))
            if not owner and (mention.kind in ("place", "facility") or low[k] in lexicon.PREMISES):
                place, inward = place or mention, True
            elif mention.kind in ("person", "organisation", "group", "role", "place") and not any(
                one.mention == mention.id for one in parties
            ):
                parties.append(participant("source", mention))
            definite = definite or owner
            left = k
            continue
        if word in en.DETERMINERS:
            none = word in ("no", "neither")
            definite = definite or word in (
                "the",
                "this",
                "that",
                "these",
                "those",
                "his",
                "her",
                "their",
                "its",
                "our",
            )
            if word in ("their", "his", "her"):
                parties.extend(_owners(words, k, word, text))
            left = k
            break
        if not word[0].isalnum() or word in en.PREPOSITIONS or word in en.CONJUNCTIONS or word in en.PRONOUNS:
            break
        if word in en.PREMODIFIERS:
            effect = en.PREMODIFIERS[word]
            if premodifier is None or word not in en.WEAK_PREMODIFIERS:
                premodifier = effect
            left = k
            continue
        if finite(words, k) or word in en.LIGHT or word in en.SUBORDINATORS or is_adverb(word) or i - k > 6:
            break
        left = k
        definite = definite or word.endswith("'s")
    right = i + 1
    while right < len(low) and right - i < 24:
        word = low[right]
        if words.timex[right] is not None:
            found = words.timex[right]
            if dated(found):
                timex = timex or found
            right += 1
            continue
        mention = words.mention[right]
        if mention is not None:
            before = low[right - 1]
            lead = next((low[b] for b in range(right - 1, i, -1) if low[b] in en.PREPOSITIONS), "")
            if lead in ("in", "at") and mention.kind in ("place", "facility", "organisation", "other"):
                if place is None and (mention.kind != "organisation" or lead == "at"):
                    place, inward = mention, False
            elif (
                lead == "to"
                and mention.kind in ("place", "facility")
                and low[i] in ("visit", "trip", "visits", "trips", "tour")
            ):
                place = place or mention
            elif lead in ("with", "between", "among", "by", "of", "from", "involving", "against", "on"):
                role = "target" if lead in ("with", "against", "on") else "source"
                if mention.kind != "other" and not any(one.mention == mention.id for one in parties):
                    parties.append(participant(role, mention))
            elif not lead and before != ",":
                break
            right += 1
            continue
        if word in _VERBAL and low[right + 1 : right + 2] and low[right + 1] in en.DETERMINERS:
            break  # “as negotiations approach a March 31 deadline”
        if word == "that" or (word == "to" and not _leads_on(words, right + 1)):
            break  # “the summit that the king will hold”, “a meeting to be held in …”
        if word in en.PREPOSITIONS or word in en.DETERMINERS or word in ("and", ",") or is_adverb(word):
            if word in ("and", ",") and not _more(words, right):
                break
            if word in ("before", "after", "until", "than", "as", "since"):
                break
            right += 1
            continue
        if (
            stops(words, right)
            or finite(words, right)
            or word in en.SUBORDINATORS
            or word in en.HAPPENS
            or word in en.PRONOUNS
        ):
            break
        if (
            word == "to"
            or (word in lexicon.VERBS and low[right - 1] != "of")
            or (
                word.endswith("ing")
                and word not in ("involving", "including")
                and low[right - 1] != "of"
                and low[right - 1] not in en.DETERMINERS
            )
        ):
            break
        right += 1
    return Around(left, right, premodifier, place, timex, tuple(parties), definite, none, inward)


_VERBAL = en.words("approach near face enter reach")


def _leads_on(words: Words, k: int) -> bool:
    """Whether word `k` behind “to” begins a place or thing and is no verb: “a trip to the region”."""
    return k < len(words.low) and (
        words.mention[k] is not None or words.timex[k] is not None or words.low[k] in en.DETERMINERS
    )


def _more(words: Words, k: int) -> bool:
    """Whether a comma or “and” at word `k` goes on with another name or date of the same phrase."""
    if k + 1 >= len(words.low):
        return False
    before, behind = words.mention[k - 1], words.mention[k + 1]
    if words.timex[k + 1] is not None:
        return True
    if words.low[k] == ",":
        return before is not None and behind is not None and before.kind == behind.kind == "place"
    return before is not None and any(
        words.mention[b] is not None for b in range(k + 1, min(k + 3, len(words.low)))
    )


def _owners(words: Words, k: int, word: str, text: str) -> list[Participant]:
    """Whom “their meeting” belongs to: those joined by “and” before it in the sentence, when any are."""
    if word != "their":
        return []
    for back in range(k - 1, 0, -1):
        if (
            words.low[back] == "and"
            and words.mention[back - 1] is not None
            and words.mention[min(back + 1, k)] is not None
        ):
            first = back - 1
            while first > 0 and (words.mention[first - 1] is not None or words.low[first - 1] == ","):
                first -= 1
            return [participant("source", one) for one in run_right(words, first, k)]
    return []
