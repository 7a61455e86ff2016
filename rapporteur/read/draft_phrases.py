"""The noun phrases that may speak of a draft, found from the head word leftwards to the determiner."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapporteur.languages.en import drafts as words

_TOKEN = re.compile(r"[\w$€£%][\w$€£%’'.&/‑-]*|[^\w\s]")
_HEADS = words.STRONG_HEADS | words.WEAK_HEADS | words.PLURALS.keys()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate noun phrase: its place in the text, its head, and the words before the head."""

    start: int
    end: int
    head: str
    before: tuple[str, ...]  # as printed, determiner first
    text: str


def noun_phrases(text: str) -> Iterator[Phrase]:
    """Each noun phrase in a sentence whose head may name a draft, longest reading first."""
    low_text = text.lower()
    if not any(head in low_text for head in _HEADS) and "list" not in low_text:
        return
    tokens = list(_TOKEN.finditer(text))
    used = 0
    for i, token in enumerate(tokens):
        head = token.group().lower().rstrip(".’'")
        listed = head == "list" and re.match(
            rf"\s+of\s+(?:[\w“”\"’-]+\s+){{0,3}}{words.LISTED}\b", text[token.end() :], re.I
        )
        if head not in _HEADS and not listed:
            continue
        if i + 1 < len(tokens) and tokens[i + 1].group().lower() in _HEADS | {"proposals"} and head != "list":
            continue  # "framework agreement": the later word is the head
        if head == "draft" and _adjective(tokens, i):
            continue  # "the draft coalition agreement"
        first = i
        while first > 0 and first > i - 9:
            before = tokens[first - 1].group()
            low = before.lower()
            if low in words.DETERMINERS and not (
                low == "that" and first < i and _verb_like(tokens[first].group())
            ):
                first -= 1
                break
            if not before[0].isalnum() and before[0] not in '$€£“"':
                break
            if before in '“"' and (
                first - 1 == 0 or tokens[first - 2].group().lower() not in words.DETERMINERS
            ):
                break
            if low in words.WALLS or (low.endswith("ly") and len(low) > 5):
                break
            first -= 1
        start = tokens[first].start()
        end = token.end() - (len(token.group()) - len(token.group().rstrip(".’'")))
        if listed:
            end = token.end() + listed.end()
        if start < used:
            start = next((t.start() for t in tokens[first : i + 1] if t.start() >= used), token.start())
        before_words = tuple(t.group() for t in tokens[first:i] if t.start() >= start)
        used = end
        yield Phrase(
            start=start,
            end=end,
            head=words.PLURALS.get(head, head),
            before=before_words,
            text=text[start:end],
        )


def _adjective(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether "draft" only says what kind of text comes right after it."""
    for token in tokens[at + 1 : at + 4]:
        low = token.group().lower()
        if low in _HEADS:
            return True
        if not low[0].isalpha() or low in words.WALLS:
            return False
    return False


def _verb_like(word: str) -> bool:
    return word.lower().endswith(("ed", "ing"))


def _count_modified(phrase: Phrase, text: str) -> bool:
    """ "a 28-point plan", "a list of 28 conditions"."""
    return own_count(phrase) is not None


def _owned(phrase: Phrase, text: str) -> bool:
    """Somebody's: "Iran's proposal", "the European draft", "its offer"."""
    if phrase.head in words.WEAK_HEADS and not _draftish(phrase):
        return any(word in ("its", "their") or word[0].isupper() for word in phrase.before[1:]) and phrase.head in (
            "document", "text", "paper", "package", "version",
        )  # fmt: skip
    return any(
        word.endswith(("’s", "'s", "s’", "s'")) or word.lower() in ("its", "their", "his", "her", "our")
        for word in phrase.before
    ) or any(word[0].isupper() and word.lower() not in words.DETERMINERS for word in phrase.before)


def _draftish(phrase: Phrase) -> bool:
    return any(word.lower() in words.DRAFTISH for word in phrase.before)


def _modified(phrase: Phrase, text: str) -> bool:
    """Called a draft by its own modifiers: "the proposed deal", "a revised draft"."""
    return (
        bool(phrase.before)
        and _draftish(phrase)
        and (phrase.head in words.STRONG_HEADS or phrase.before[0].lower() in words.DEFINITE | {"a", "an"})
    )


def _determined(phrase: Phrase, text: str) -> bool:
    """A strong head with a determiner: "the plan", "this offer", "a proposal"."""
    return (
        bool(phrase.before)
        and phrase.head in words.STRONG_HEADS
        and phrase.before[0].lower() in (words.DEFINITE | words.UNCERTAIN | {"a", "an"})
    )


def _definite_text(phrase: Phrase, text: str) -> bool:
    """ "the document", "that text", "the deal": taken only to continue something already spoken of."""
    return (
        bool(phrase.before)
        and phrase.head in words.WEAK_HEADS
        and phrase.before[0].lower() in ("the", "this", "that")
        and len(phrase.before) <= 2
    )


def _listed(phrase: Phrase, text: str) -> bool:
    """ "a list of potential ideas"."""
    return phrase.head == "list" and len(phrase.text) > 10


ADMIT: tuple[Callable[[Phrase, str], bool], ...] = (
    _count_modified, _owned, _modified, _determined, _definite_text, _listed,
)  # fmt: skip


def _other_kind(phrase: Phrase, text: str) -> bool:
    """A pension plan, an electricity bill, a name that ends in Bill."""
    low = [word.lower() for word in phrase.before]
    return bool(low) and low[-1] in words.NOT_DRAFTS


def _verb(phrase: Phrase, text: str) -> bool:
    """ "Republicans plan to vote": a verb, for nothing marks it as a noun."""
    marked = any(
        word.lower() in words.DETERMINERS or word.endswith(("’s", "'s", "s’")) for word in phrase.before
    )
    adjective = bool(phrase.before) and phrase.before[-1].lower() in (
        words.DRAFTISH | words.EARLY | words.LATE
    )
    return (
        phrase.head in ("plan", "offer", "bill", "draft", "framework", "text", "deal")
        and not (marked or adjective or own_count(phrase))
        and (
            not phrase.before
            or phrase.before[-1].endswith("s")
            or (
                phrase.before[-1][0].isupper()
                and re.match(r"\s+(?:to|on|for)\b", text[phrase.end :]) is not None
            )
            or phrase.before[-1][0].islower()
        )
    )


def _no_such(phrase: Phrase, text: str) -> bool:
    """ "any deal", "no plan to", "a deal" in general: nothing anybody has seen."""
    first = phrase.before[0].lower() if phrase.before else ""
    if first in ("any", "no", "every", "what", "which", "another") and phrase.head in words.WEAK_HEADS | {
        "plan"
    }:
        return True
    return first == "no" or bool(
        phrase.head == "plan"
        and re.match(r"s?\s+(?:to (?:visit|run|travel|go|meet|attend|leave|return))\b", text[phrase.end :])
    )


def _idiom(phrase: Phrase, text: str) -> bool:
    """ "on offer", "no deal", "Bill Clinton", "text message", "a big deal", "deal with"."""
    after = text[phrase.end :]
    if re.search(r"\b(?:great|big|good|raw) deal$", phrase.text) and "of" in after[:4]:
        return True
    if (
        phrase.head == "bill"
        and re.match(r"\s+[A-Z]", after)
        and phrase.text.endswith("Bill")
        and not phrase.before
    ):
        return True
    return bool(re.match(r"\s+(?:message|messages|book|maker|makers|breaker|editor)\b|[-‑]\w", after))


def _outcome(phrase: Phrase, text: str) -> bool:
    """ "a final agreement", "a peace deal": what talks are hoped to end in, not a text on the table."""
    low = [word.lower() for word in phrase.before]
    if phrase.head not in words.WEAK_HEADS or not low or low[0] not in ("a", "an", "their", "its", "that"):
        return False
    return not set(low) & words.TABLED and own_count(phrase) is None


def _loose_plural(phrase: Phrase, text: str) -> bool:
    """ "joint proposals", "new ideas and plans": several, nobody's, and none in particular."""
    plural = phrase.text.lower().split()[-1] in words.PLURALS
    owned = any(word[0].isupper() and word.lower() not in words.DETERMINERS for word in phrase.before)
    return (
        plural and not owned and not (phrase.before and phrase.before[0].lower() in (*words.DEFINITE, "any"))
    )


def _of_old(phrase: Phrase, text: str) -> bool:
    """ "the 2011 accord": a text of its own time, on no table now."""
    return phrase.head in words.WEAK_HEADS and any(re.fullmatch(r"(?:19|20)\d\d", w) for w in phrase.before)


def _not_one(phrase: Phrase, text: str) -> bool:
    """ "It is not an offer yet"."""
    return phrase.head in ("offer", "proposal", "deal", "agreement") and bool(
        re.search(r"\b(?:not|n[’']t|no longer|never)(?: yet| really| just)?\s+$", text[: phrase.start])
    )


REFUSE: tuple[Callable[[Phrase, str], bool], ...] = (
    _other_kind,
    _verb,
    _no_such,
    _idiom,
    _outcome,
    _loose_plural,
    _of_old,
    _not_one,
)


def own_count(phrase: Phrase) -> int | None:
    match = re.search(
        rf"(?<![\w,.])(\d{{1,3}})[-‑ ](?:point|item|article|part|step|clause|chapter|demand|condition)\b|\blist of (\d{{1,3}}) (?:\w+ )?{words.LISTED}",
        phrase.text,
    )
    return int(match.group(1) or match.group(2)) if match else None
