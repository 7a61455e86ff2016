"""The support check: whether a sentence says no more and no less than the words it rests on.

Every quotation, name, number and date of the sentence must stand in its evidence, the speaker must be the
one the evidence has, and each of its words must carry the same negation, hedge, bound and status there.
The check is by words alone: it can refuse what a person would pass, and is meant to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapporteur.languages.en import support as words
from rapporteur.read.within import party_key
from rapporteur.views.marked import SAYING, Token, classes, dates, lemma, plain, tokens

WHOLE = 0.9  # share of its evidence that a sentence gives from which on it gives all of it
_QUOTED = re.compile(r"[“\"]([^“”\"]{2,}?)[”\"]")


@dataclass(frozen=True, slots=True)
class Words:
    """What a sentence may rest on: a verbatim text, and what is known of who and when around it."""

    text: str
    names: frozenset[str] = frozenset()  # lower-case words by which those in it may be called
    speakers: frozenset[str] = frozenset()  # lower-case words that name its speaker
    dates: frozenset[str] = frozenset()  # "MM-DD" of what its time expressions resolve to


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing of the sentence that its evidence does not bear out."""

    kind: str  # quotation, number, date, name, speaker, negation, hedge, status, words
    what: str


def check(sentence: str, evidence: Sequence[Words], *, least: float = 1.0) -> tuple[Failure, ...]:
    """What of the sentence the evidence does not bear out; nothing where it is supported.

    `least` is the share of its content words that must stand in the evidence: all of them for a line of
    the brief, fewer for a text that may use words of its own.
    """
    return tuple(failure for rule in RULES for failure in rule(sentence, evidence, least))


# --- the rules ---------------------------------------------------------------------------------------


def _like(stem_: str) -> str:
    """The stem of the first word of a stem’s class, where it has one."""
    return _LIKE.get(stem_, stem_)


_LIKE = {lemma(word): lemma(first) for word, first in words.LIKE.items()}
_FOR, _AGAINST = ({lemma(word) for word in listed} for listed in (words.FOR, words.AGAINST))


@lru_cache(maxsize=8192)
def _called(name: str) -> str:
    """A name as compared: the party it stands for, else its stem."""
    return party_key(name) or lemma(name)


def quotations(sentence: str, evidence: Sequence[Words], least: float) -> list[Failure]:
    """Quotation marks hold only the source's own words; an ellipsis may join two of its stretches."""
    sources = [plain(one.text).replace('"', "").lower() for one in evidence]
    made = []
    for quoted in _QUOTED.findall(sentence):
        parts = [
            plain(part).replace('"', "").strip(" .,;:").lower()
            for part in re.split(r"…|\.\.\.|\[[^\]]*\]", quoted)
        ]
        if not any(all(part in source for part in parts) for source in sources):
            made.append(Failure("quotation", quoted))
    return made


def days(sentence: str, evidence: Sequence[Words], least: float) -> list[Failure]:
    """Every day named is a day the evidence names, or that its time expressions resolve to."""
    known = {day for one in evidence for day in one.dates | dates(one.text)}
    made = [Failure("date", day) for day in sorted(dates(sentence) - known)]
    said = " ".join(one.text.lower() for one in evidence)
    made += [
        Failure("date", word)
        for word in sorted(set(re.findall(r"[a-z]+", sentence.lower())) & words.WEEKDAYS)
        if word not in said
    ]
    return made


def names(sentence: str, evidence: Sequence[Words], least: float) -> list[Failure]:
    """Every name stands in the evidence, or is one by which somebody in it is known."""
    known = {token.stem for one in evidence for token in tokens(one.text)} | {
        lemma(n) for one in evidence for n in one.names
    }
    parties = {
        party
        for one in evidence
        for t in tokens(one.text)
        if t.name and (party := party_key(t.text)) is not None
    }
    return [
        Failure("name", t.text)
        for t in tokens(sentence)
        if t.name and t.stem not in known and (party_key(t.text) or "-") not in parties
    ]


def numbers(sentence: str, evidence: Sequence[Words], least: float) -> list[Failure]:
    """Every number stands in the evidence beside one of the words it stands beside here."""
    made = []
    mine = tokens(sentence)
    theirs = [tokens(one.text) for one in evidence]
    for place, token in enumerate(mine):
        if not token.number:
            continue
        beside = _beside(mine, place)
        found = [
            _beside(text, i)
            for text in theirs
            for i, other in enumerate(text)
            if other.number and other.stem == token.stem
        ]
        if not any(not beside or not other or beside & other for other in found):
            made.append(Failure("number", token.text))
    return made


def _beside(text: Sequence[Token], place: int) -> set[str]:
    return {_like(text[i].stem) for i in (place - 2, place - 1, place + 1, place + 2) if 0 <= i < len(text)}


def marks(sentence: str, evidence: Sequence[Words], least: float) -> list[Failure]:
    """Each word carries the negation, hedge, bound and status it carries in the evidence, no more, no less."""
    own_words = least < 1
    theirs: dict[str, list[frozenset[str]]] = {}
    for one in evidence:
        for token in tokens(one.text):
            theirs.setdefault(_like(token.stem) if own_words else token.stem, []).append(token.marks)
    even = _even(sentence, evidence) if own_words else frozenset()
    made = []
    for token in tokens(sentence):
        held = theirs.get(_like(token.stem) if own_words else token.stem)
        if held is None or token.marks in held:
            continue
        differing = min(
            (_apart(token.marks, other, own_words) - even for other in held),
            key=lambda marks: (len(marks), sorted(marks)),
        )
        if not differing:
            continue
        kind = sorted(differing)[0]
        made.append(Failure(_KINDS.get(kind, "status"), f"{token.text}: {kind}"))
    return made


def _apart(mine: frozenset[str], theirs: frozenset[str], own_words: bool) -> frozenset[str]:
    """The marks that one word has and the other has not; in a text of its own words, what is to come is one mark."""
    if own_words:
        mine, theirs = (
            frozenset("future" if mark in words.TO_COME else mark for mark in marks)
            for marks in (mine, theirs)
        )
    return mine ^ theirs


def _even(sentence: str, evidence: Sequence[Words]) -> frozenset[str]:
    """The classes of marks of which a sentence holds just as many as its passage: only their places differ."""
    found: set[str] = set()
    for count in (classes, lambda text: _merged(classes(text))):
        mine = count(sentence)
        for one in evidence:
            theirs = count(one.text)
            found |= {kind for kind, number in theirs.items() if mine.get(kind, 0) == number}
            if mine.get("put off") and theirs.get("put off"):
                found |= {"future", *words.TO_COME}  # what is put off was to come, whether or not it is said
    return frozenset(found)


def _merged(counted: Counter[str]) -> Counter[str]:
    made: Counter[str] = Counter()
    for kind, number in counted.items():
        made["future" if kind in words.TO_COME else kind] += number
    return made


def acts(sentence: str, evidence: Sequence[Words], least: float) -> list[Failure]:
    """What is done for a thing, or against it, is done so in the evidence, in whatever words."""
    theirs = {token.stem for one in evidence for token in tokens(one.text)}
    made = []
    for token in tokens(sentence):
        for mine, other in ((_FOR, _AGAINST), (_AGAINST, _FOR)):
            if token.stem in mine and not theirs & mine and not token.name:
                made.append(Failure("status" if theirs & other else "words", token.text))
    return made


def whole(sentence: str, evidence: Sequence[Words], least: float) -> list[Failure]:
    """A sentence that gives nearly all of its evidence gives as many negations, hedges and plans as that has.

    So a mark is missed even where nothing follows that could carry it ("what their duties will be").
    """
    mine = tokens(sentence)
    made: list[Failure] | None = None
    for one in evidence:
        theirs = tokens(one.text)
        held = {token.stem for token in mine}
        if not theirs or sum(token.stem in held for token in theirs) < WHOLE * len(theirs):
            continue
        lost = classes(one.text) - classes(sentence)
        added = classes(sentence) - classes(one.text)
        if not lost and not added:
            return []
        made = made or [
            Failure(_KINDS.get(kind, "status"), f"{kind} in the sentence") for kind in sorted({*lost, *added})
        ]
    return made or []


_KINDS = {"negation": "negation", "refusal": "negation", "hedge": "hedge", "bound": "hedge"}


def speaker(sentence: str, evidence: Sequence[Words], least: float) -> list[Failure]:
    """Whoever is said to speak or act is the one who does in the evidence."""
    mine = tokens(sentence)
    made = []
    for place, token in enumerate(mine):
        if token.name or token.number:
            continue
        near = _name_beside(mine, place)
        if near is None:
            continue
        if (
            any(
                near in {_called(n) for n in one.speakers} | {lemma(n) for n in one.speakers}
                for one in evidence
            )
            and token.stem in SAYING
        ):
            continue
        verdicts = [
            _name_beside(text, i) for text in (tokens(one.text) for one in evidence) for i, other in enumerate(text) if _like(other.stem) == _like(token.stem)
        ]  # fmt: skip
        nearby = [
            _names_near(text, i) for text in (tokens(one.text) for one in evidence) for i, other in enumerate(text) if _like(other.stem) == _like(token.stem)
        ]  # fmt: skip
        if (
            verdicts
            and not any(v is None or v == near for v in verdicts)
            and not any(near in n for n in nearby)
        ) or (token.stem in SAYING and not verdicts and any(one.speakers for one in evidence)):
            made.append(Failure("speaker", f"{near} {token.text}"))
    return made


def _name_beside(text: Sequence[Token], place: int) -> str | None:
    """The name directly before a word, or, for a word of saying, directly after it."""
    if place > 0 and _acts(text[place - 1]):
        return _called(text[place - 1].text)
    if text[place].stem in SAYING and place + 1 < len(text) and _acts(text[place + 1]):
        return _called(text[place + 1].text)
    return None


def _acts(token: Token) -> bool:
    """A name that can do something: "Kyiv", not "Kyiv’s"."""
    return token.name and not token.text.endswith(("'s", "s'"))


def _names_near(text: Sequence[Token], place: int) -> set[str]:
    """The run of names directly before a word: "Peter and Anna agreed" has two that agree."""
    found = set()
    at = place - 1
    while at >= 0 and text[at].name:
        found.add(_called(text[at].text))
        at -= 1
    return found


def coverage(sentence: str, evidence: Sequence[Words], least: float) -> list[Failure]:
    """Enough of what the sentence says stands in the evidence."""
    known = {token.stem for one in evidence for token in tokens(one.text)} | {
        lemma(n) for one in evidence for n in one.names | one.speakers
    }
    mine = [token for token in tokens(sentence) if not token.name and not token.number]
    like = {_like(one) for one in known} if least < 1 else set()
    missing = [
        token
        for token in mine
        if token.stem not in known and token.stem not in SAYING and _like(token.stem) not in like
    ]
    if mine and 1 - len(missing) / len(mine) < least:
        return [Failure("words", ", ".join(dict.fromkeys(token.text for token in missing)))]
    return []


Rule = Callable[[str, Sequence[Words], float], list[Failure]]
RULES: tuple[Rule, ...] = (quotations, days, names, numbers, marks, acts, whole, speaker, coverage)
