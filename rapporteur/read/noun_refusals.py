"""When a noun of the lexicon names no happening: another sense of it, a word that modifies, a verb that brings none."""

from __future__ import annotations

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import Noun
from rapporteur.read.clauses import Words, finite, is_adverb
from rapporteur.read.noun_phrase import Around


def other_sense(words: Words, i: int) -> bool:
    """Whether the noun at word `i` stands in another sense: what prices do, signing off, a call for, meeting demand."""
    low = words.low
    word = low[i]
    behind = low[i + 1] if i + 1 < len(low) else "."
    if word in ("rally", "rallies"):  # what prices do; “said at a rally”
        return bool(_MARKET & set(low)) or "at" in low[max(0, i - 4) : i]
    if word == "signing":  # “signing off on a weak agreement”
        return behind in ("off", "on", "up")
    if word in ("call", "calls"):  # “any call for new sanctions”
        return behind == "for"
    if word == "meeting":  # “is meeting this demand”
        return behind in en.DETERMINERS and bool(lexicon.NOT_MET & set(low[i + 2 : i + 6]))
    if word in ("round", "rounds"):  # “a round of sanctions”
        return behind == "of" and not _TABLED & set(low[i + 2 : i + 5])
    return False


def brings_nothing(words: Words, i: int, verb: int, noun: Noun, plural: bool, around: Around) -> bool:
    """Whether the verb before the phrase brings no such happening about: having the votes, making the deal a plank."""
    low = words.low
    if noun.mode == "vote" and plural and low[verb] in _HAS:
        return True  # “he is likely to have the votes”
    if low[verb] in ("made", "make", "makes", "making") and around.definite and noun.class_ == "AGREE":
        return True  # “has made the deal a plank of his platform”
    ahead = set(low[i + 1 : i + 6]) & (en.FUTURE | en.CONDITIONAL)
    return low[max(0, verb - 2) : verb] == ("failure", "to") and bool(
        ahead
    )  # “the failure to reach a deal would …”


def modifies(words: Words, i: int) -> bool:
    """Whether the noun only modifies the next one: “talks process”, “strike force”."""
    if i + 1 >= len(words.low):
        return False
    behind = words.low[i + 1]
    if words.low[i].endswith("'s") or not behind[0].isalpha():
        return False
    if words.timex[i + 1] is not None or words.mention[i + 1] is not None:
        return False
    return not (
        behind in en.PREPOSITIONS or behind in en.DETERMINERS or behind in en.PRONOUNS or behind in en.SUBORDINATORS
        or behind in en.CONJUNCTIONS or behind in en.HAPPENS or behind in en.NEGATIONS or behind in lexicon.VERBS
        or finite(words, i + 1) or behind in en.BE or behind in en.HAVE or is_adverb(behind) or behind == "to"
        or behind.endswith(("ed", "ing")) or behind in en.DO or behind in en.FUTURE or behind in en.CONDITIONAL
        or behind in lexicon.SAYS or behind in ("here", "there")
    )  # fmt: skip


_MARKET = en.words("price prices market markets stocks shares oil futures bonds traders demand")
_HAS = en.words("have has had having need needs needed get gets got lack lacks lacked")
_TABLED = en.words(
    "talks negotiations discussions meetings consultations dialogue diplomacy bargaining voting mediation"
)
GONE = en.words("recent last previous earlier past latest")
"""Before a meeting that is over: to discuss it is not to propose it."""
