"""Who stands before a verb and who behind it: subjects, objects, those joined by “and”, appositions led to their head."""

from __future__ import annotations

from bisect import bisect_left

from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import ALSO_NOUNS, SAYS, VERBS
from rapporteur.languages.en.inflect import IRREGULAR
from rapporteur.languages.en.tables import SENT
from rapporteur.model import Mention, Participant
from rapporteur.read.clauses import Words, finite, is_adverb, stops

_PASTS = frozenset(past for past, _ in IRREGULAR.values())


def _possessive(words: Words, i: int) -> bool:
    return words.low[i].endswith(("'s", "s'")) or (i + 1 < len(words.low) and words.low[i + 1] in ("'s", "'"))


def participant(role: str, mention: Mention, words: Words | None = None, text: str = "") -> Participant:
    """A mention taking part in a role; an adjective with the noun it stands before: “European officials”."""
    exact = mention.span.exact
    if words is not None and mention.kind == "group":
        i = bisect_left(words.starts, mention.span.end)
        end = i
        while end < min(i + 3, len(words.low)) and _noun(words, end):
            end += 1
        if end > i:
            exact = text[mention.span.start : words.ends[end - 1]]
    return Participant(role=role, exact=exact, mention=mention.id)


def _noun(words: Words, k: int) -> bool:
    """Whether a word is likely a noun that goes with the name before it."""
    word = words.low[k]
    plain = word.isalpha() and words.mention[k] is None and words.timex[k] is None and word not in VERBS
    function = (
        word in en.PREPOSITIONS or word in en.SUBORDINATORS or word in en.CONJUNCTIONS or word in en.PRONOUNS
    )
    return (
        plain
        and not function
        and not finite(words, k)
        and not is_adverb(word)
        and word not in en.DETERMINERS
        and not word.endswith("ed")
    )


_KIN = en.words(
    "son-in-law daughter-in-law brother-in-law ally aide adviser advisor spokesman spokeswoman confidant associate envoy "
    "lawyer friend chief nominee appointee negotiator ex-adviser loyalist donor deputy"
)


def head(words: Words, mention: Mention) -> Mention:
    """The person whom an adjective or owner only introduces: “Ukrainian President X” is X."""
    i = bisect_left(words.starts, mention.span.end)
    if mention.kind == "person":
        for k in range(i, min(i + 3, len(words.low))):
            one = words.mention[k]
            if one is not None:
                return one if k > i and one.kind == "person" else mention
            if words.low[k] not in _KIN:
                return mention
        return mention
    for k in range(i, min(i + 6, len(words.low))):
        one = words.mention[k]
        if one is not None:
            return one if one.kind == "person" else mention
        word = words.low[k]
        if word == "of" and words.low[k - 1] not in ("minister", "secretary", "chief", "head"):
            return mention  # “American critics of X” are not X
        if word == "," and k > i and words.low[i - 1].endswith("'s"):
            continue
        if word not in ("'s", "'", "of") and (
            not word[0].isalpha() or word in en.PREPOSITIONS or word in en.CONJUNCTIONS or finite(words, k)
        ):
            return mention
        if (word in VERBS and word not in ALSO_NOUNS) or word in en.SUBORDINATORS or word in en.PRONOUNS:
            return mention
    return mention


def run_right(words: Words, i: int, limit: int, *, acting: bool = False) -> list[Mention]:
    """The mention at word `i` and those joined to it by commas and “and”, in order.

    `acting`: they stand before the verb at `limit`, whose subject the last of them may be.
    """
    found: list[Mention] = []
    gap = 0
    while i < limit:
        mention = words.mention[i]
        word = words.low[i]
        if mention is not None:
            mention = head(words, mention)
            if found and words.low[i - 1] == "of":
                i += 1  # “critics of X”: X is not among them
                continue
            if not found or found[-1] is not mention:
                if found and (
                    gap > 6
                    or (gap >= 2 and words.low[i - 1] != "," and _acts(words, i, limit if acting else None))
                ):
                    break
                found.append(mention)
            gap = 0
        elif found:
            if stops(words, i) or word in en.PREPOSITIONS - {"of"} or finite(words, i):
                break
            if word in en.SUBORDINATORS:
                break
            joined = word in (",", "and", "or", "&")
            phrase = joined or word in (
                "officials",
                "leaders",
                "negotiators",
                "'s",
                "'",
                "of",
                "representatives",
            )
            if gap == 0 and not phrase and not {",", "and"} & set(words.low[i : min(i + 3, limit)]):
                break  # a word that is neither a join nor part of the name's phrase ends the list
            gap += 1
        i += 1
    return found


def _acts(words: Words, i: int, limit: int | None = None) -> bool:
    """Whether a finite verb follows the name at word `i`: “…, and the army withdrew” begins a clause."""
    k = i
    while k < len(words.low) and (words.mention[k] is not None or is_adverb(words.low[k])):
        k += 1
    return k < (limit if limit is not None else len(words.low)) and finite(words, k)


def subject_of(
    words: Words, i: int, text: str, *, over_verbs: bool = False
) -> tuple[list[Mention], str | None]:
    """Who stands before the verb group that begins at word `i`: mentions, or else the words of the phrase.

    The leftmost mention of the clause that no preposition governs, with those joined to it.
    """
    k = i - 1
    while k >= 0 and (is_adverb(words.low[k]) or words.low[k] in en.QUOTES):
        k -= 1
    if k >= 0 and words.low[k] in ("who", "which", "whom"):
        k -= 1
        while k >= 0 and words.low[k] == ",":
            k -= 1
        near = _antecedent(words, k)
        return ([near], None) if near is not None else ([], _nouns_at(words, k, text))
    if k >= 0 and words.low[k] == "that":
        near = words.mention[k - 1] if k else None
        return ([near], None) if near is not None else ([], None)
    last = k
    while k >= 0 and last - k < 30:
        word = words.low[k]
        if stops(words, k) or word in en.SUBORDINATORS:
            break
        if not over_verbs and k < last and finite(words, k):
            break
        k -= 1
    first = k + 1
    if not over_verbs and k >= 0:
        away = _before_relative(words, k, last)
        if away is not None:
            return run_right(words, away, away + 1), None
        first = _new_clause(words, k, last)
    j = first
    if not over_verbs:
        j = _after_adjuncts(words, first, last)
    elif first < last and words.low[first] in en.WHO:
        return [], None  # “he called the offer bad faith and announced …”
    while j <= last:
        mention = words.mention[j]
        if mention is not None:
            before = words.low[j - 1] if j > first else ""
            governed = before in en.PREPOSITIONS and before not in ("including",)
            behind = j
            while behind <= last and words.mention[behind] is mention:
                behind += 1
            owner = _possessive(words, behind - 1)
            if (
                owner
                and not governed
                and head(words, mention) is mention
                and not _later_name(words, behind, last)
            ):
                return [], _phrase(words, j, last, text, owned=True)
            sent = before in ("from", "of") or (before == "the" and words.low[j - 2] in ("from", "of"))
            if sent and words.low[j - (3 if before == "the" else 2)] in SENT and j - first >= 2:
                return run_right(words, j, last + 1, acting=True), None  # “negotiators from A and B”
            if not governed and not (owner and _later_name(words, behind, last)):
                return run_right(words, j, last + 1, acting=True), None
            j = behind
            continue
        j += 1
    phrase = _phrase(words, first, last, text)
    return [], phrase


def _new_clause(words: Words, k: int, last: int) -> int:
    """Past what an earlier verb at word `k` governs: “met the mayor on Friday, and both sides have asked …”."""
    if not finite(words, k) or words.low[k] in SAYS:
        return k + 1
    for j in range(last - 1, k + 1, -1):
        if words.low[j] in ("and", "but"):
            listed = words.low[j - 1] != "," and any(words.low[b] == "," for b in range(k + 1, j))
            return k + 1 if listed else j + 1
    return k + 1


def _before_relative(words: Words, k: int, last: int) -> int | None:
    """The name whose relative clause ends right before the verb: “Chad, which had …, relented”; its last word."""
    if words.low[last] != "," or not finite(words, k):
        return None
    for j in range(k, max(0, k - 4), -1):
        if words.low[j] in ("which", "who") and words.low[j - 1] == "," and j >= 2:
            return j - 2 if words.mention[j - 2] is not None else None
    return None


def _after_adjuncts(words: Words, first: int, last: int) -> int:
    """Past a fronted adjunct: “In Geneva on Sunday, the two sides …”."""
    if first <= last and (words.low[first] in en.PREPOSITIONS or words.timex[first] is not None):
        for k in range(first, last + 1):
            if words.low[k] == ",":
                return k + 1
    return first


def _later_name(words: Words, first: int, last: int) -> bool:
    return any(
        words.mention[k] is not None and words.low[k - 1] not in en.PREPOSITIONS
        for k in range(first, last + 1)
    )


def _nouns_at(words: Words, k: int, text: str) -> str | None:
    """The plain noun phrase that ends at word `k`, “administration officials”, or None."""
    first = k + 1
    while first > 0 and k - first < 2 and _noun(words, first - 1):
        first -= 1
    return words.text(text, first, k + 1) if first <= k else None


def _antecedent(words: Words, k: int) -> Mention | None:
    """The name a relative clause hangs on: right before it, or before an apposition of a few words."""
    for back in range(k, max(-1, k - 8), -1):
        if words.mention[back] is not None:
            return words.mention[back]
        if stops(words, back) or finite(words, back):
            return None
    return None


def _phrase(words: Words, first: int, last: int, text: str, *, owned: bool = False) -> str | None:
    """The words of a subject without a name: “the two sides”; None for a pronoun or anything long."""
    while first <= last and words.low[last] in en.CONJUNCTIONS:
        last -= 1
    while first <= last and (
        words.low[first] in en.CONJUNCTIONS or is_adverb(words.low[first]) or words.low[first] in en.QUOTES
    ):
        first += 1
    comma = max((k for k in range(first, last + 1) if words.low[k] == ","), default=None)
    if comma is not None:
        first = comma + 1
    size = last - first + 1
    if size > 0 and words.low[first] in en.TELLING:
        return None
    if size <= 0 or size > 4 or words.low[last] in en.PRONOUNS or words.low[first] in en.PREPOSITIONS:
        return None
    if size == 1 and (words.low[first] in en.DETERMINERS or words.low[first] in en.PREPOSITIONS):
        return None
    if any(
        words.low[k] in en.PRONOUNS and words.low[k] not in en.DETERMINERS for k in range(first, last + 1)
    ):
        return None
    if any(
        words.low[k] in _PASTS or (k < last and words.low[k].endswith("ed")) or words.mention[k]
        for k in range(first, last + 1)
    ):
        return None
    if not any(char.isalpha() for char in words.low[last]) or words.timex[last] is not None:
        return None
    return words.text(text, first, last + 1)


def objects_of(words: Words, i: int, limit: int) -> tuple[list[Mention], list[Mention]]:
    """Who stands behind the verb at word `i`: its objects, and those named after with, to, against, between."""
    objects: list[Mention] = []
    companions: list[Mention] = []
    k = i + 1
    while k < limit:
        mention = words.mention[k]
        word = words.low[k]
        if mention is not None:
            before = next((words.low[b] for b in range(k - 1, i, -1) if words.low[b] in en.PREPOSITIONS), "")
            run = run_right(words, k, limit)
            if not before and not objects:
                objects = run
            elif (
                before in ("with", "to", "against", "between", "among", "on", "upon", "of", "at", "for")
                and not companions
            ):
                companions = run
            last = run[-1]
            while k < limit and words.mention[k] is not last:
                k += 1
            while k < limit and words.mention[k] is last:
                k += 1
            continue
        if word == "," and objects:
            break
        k += 1
    return objects, companions
