"""Who wrote a draft or put it forward, and from what model it was made, by the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rapporteur.languages.en import drafts as words
from rapporteur.languages.en.tables import HIS_PEOPLE
from rapporteur.model import Document, Mention, Span
from rapporteur.read.draft_phrases import Phrase
from rapporteur.read.within import inside, party_key


def authors_of(
    phrase: Phrase, text: str, offset: int, mentions: Sequence[Mention], document: Document
) -> tuple[str, ...]:
    """Who wrote or put forward the draft, as printed: by its possessive, the verb before or after it."""
    for rule in AUTHOR_RULES:
        found = rule(phrase, text, offset, mentions, document)
        if found:
            named = [author for author in found if author.lower() not in words.CALENDAR]
            return tuple(land_of(author, document.text) for author in named)
    return ()


def land_of(word: str, text: str) -> str:
    """The land whose adjective a word is, where the report names both and no list knows either; else the word."""
    if " " in word or not word[:1].isupper() or party_key(word) is not None:
        return word
    for ending in ("nian", "ian", "ean", "ese", "ish", "an", "ic", "n", "i"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        found = re.search(rf"\b{re.escape(stem)}(?:a|ia|e|y|land|o)?\b(?![-’'](?:n|i))", text)
        if found and found.group() != word and found.group()[0].isupper():
            return found.group()
    return word


_NAME = r"(?:(?:the|a|an|several|some|top|senior)\s+)?[\w.’'“”-]+(?:\s+(?:of\s+|the\s+)?[\w.’'-]+){0,5}?"


def _drafted_by(
    phrase: Phrase, text: str, offset: int, mentions: Sequence[Mention], document: Document
) -> tuple[str, ...]:
    """ "…, which was drafted with the involvement of X and Y", "the bill introduced by X"."""
    match = re.match(
        rf"(?:\s+(?:that|which)\s+[^,;.]{{3,60}}?)?[,\s]+(?:(?:which|that)\s+)?(?:(?:was|were|is|has been|had been|had|have been)\s+)?(?:\w+ly\s+)?{words.AUTHORED_BY}\s+"
        r"(?:up\s+|jointly\s+)?(?:(?:in part|largely|mainly|earlier|last \w+|this \w+|on \w+)\s+)?(?:(?:in|at|on|over) [^,;]{2,30},?\s+){0,3}?(?:by|with (?:the )?(?:involvement|help|input|participation|assistance) (?:of|from)|together with)\s+",
        text[phrase.end :],
    )
    return _names(phrase.end + match.end(), text, offset, mentions, document) if match else ()


def _came_from(
    phrase: Phrase, text: str, offset: int, mentions: Sequence[Mention], document: Document
) -> tuple[str, ...]:
    """ "The text had come from the envoy’s office"."""
    match = re.match(
        r"\s+(?:(?:had|has|have|actually|originally|first)\s+)*(?:came|come|originated|stemmed|sprang)\s+(?:largely\s+)?(?:from|with)\s+(?:the\s+)?(?=[A-Z]|two\b|three\b|several\b)",
        text[phrase.end :],
    )
    return _names(phrase.end + match.end(), text, offset, mentions, document) if match else ()


def _wrote_it(
    phrase: Phrase, text: str, offset: int, mentions: Sequence[Mention], document: Document
) -> tuple[str, ...]:
    """ "X and Y drafted the plan", "Britain and France also had a draft"."""
    before = text[: phrase.start]
    match = re.search(
        rf"\s(?:(?:has|have|had|would|will|also|already|formally|secretly|has also|have already)\s+)*"
        rf"(?:{words.AUTHOR_VERBS}\s+(?:[\w-]+\s+(?:a|the)\s+)?"
        rf"|{words.GIVING}\s+(?:(?:the|both|its|their)\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]+)?(?:\s+and\s+(?:the\s+)?[\w’'-]+)?\s+)$",
        before,
    )
    if match is None:
        return ()
    if re.search(r"\b(?:has|have|had)\s+$", before) and phrase.head not in (
        "draft",
        "proposal",
        "counterproposal",
        "plan",
        "offer",
        "version",
    ):
        return ()
    ours = re.search(rf"(?:^|[\s“\"])(?P<who>{words.OUR_AUTHORS})$", before[: match.start()])
    return _subject(match.start(), text, offset, mentions, document) or ((ours["who"],) if ours else ())


def _by_crafting(
    phrase: Phrase, text: str, offset: int, mentions: Sequence[Mention], document: Document
) -> tuple[str, ...]:
    """ "The government spurred anger by crafting a plan": whoever is the subject of the sentence."""
    match = re.search(
        rf"\b(?:by|after|started|begun|begin|began|of|is|are|was|were)\s+(?:\w+ly\s+)?{words.AUTHOR_GERUNDS}\s+$",
        text[: phrase.start],
    )
    if match is None:
        return ()
    first = inside(mentions, offset, offset + match.start())
    return _subject(first[0].span.end - offset, text, offset, mentions, document) if first else ()


def _edits_in(
    phrase: Phrase, text: str, offset: int, mentions: Sequence[Mention], document: Document
) -> tuple[str, ...]:
    """ "The European changes, included in a draft": whose changes they are, theirs is the draft."""
    match = re.search(
        rf"(?P<who>[A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,3}})(?:[’']s)?\s{words.EDITS}\b[\s—–,-]{{1,3}}(?:\w+\s)?(?:included|contained|set out|laid out|spelled out|listed|written)\s(?:in|into)\s+$",
        text[: phrase.start],
    )
    return (re.sub(r"^(?:The|These|Those)\s", "", match["who"]),) if match else ()


def _possessor(
    phrase: Phrase, text: str, offset: int, mentions: Sequence[Mention], document: Document
) -> tuple[str, ...]:
    """ "the Trump administration’s plan", "the European draft", "Iran’s offer"."""
    cut = next((i for i, word in enumerate(phrase.before) if word.endswith(("’s", "'s", "s’", "s'"))), None)
    kept = phrase.before if cut is None else phrase.before[: cut + 1]
    names = [word for word in kept if word.lower() not in words.DETERMINERS]
    if cut is not None:
        name = re.sub(r"[’']s?$", "", " ".join(names))
        return (name,) if name[:1].isupper() or re.fullmatch(words.COMMON_AUTHORS, name) else ()
    capital: list[str] = []
    for word in names:
        if (
            word[0].isupper()
            and word.lower() not in words.DRAFTISH | words.EARLY | words.LATE | words.CALENDAR
        ):
            capital.append(
                re.sub(r"[-‑](?:led|backed|brokered|drafted|sponsored|proposed|mediated)$", "", word)
            )
        elif capital:
            break
    if phrase.head in ("deal", "agreement", "accord", "pact", "treaty", "contract", "resolution"):
        return ()  # what two sides agree is neither's: "the Iran deal"
    place = (bool(capital) and phrase.before[0].lower() in words.DETERMINERS) or len(phrase.before) > 1
    return (" ".join(capital),) if capital and place and phrase.head != "list" else ()


def written_by(text: str, offset: int, mentions: Sequence[Mention], document: Document) -> tuple[str, ...]:
    """Who wrote the draft just spoken of, in a sentence that calls it "it": "It was written in May by two aides"."""
    match = re.match(
        rf"[“\"]?It\s+(?:was|had been|has been)\s+(?:\w+ly\s+)?{words.AUTHORED_BY}\s+(?:up\s+)?[^.;]{{0,80}}?\bby\s+",
        text,
    )
    return _names(match.end(), text, offset, mentions, document) if match else ()


AuthorRule = Callable[[Phrase, str, int, Sequence[Mention], Document], tuple[str, ...]]
AUTHOR_RULES: tuple[AuthorRule, ...] = (
    _drafted_by, _came_from, _wrote_it, _by_crafting, _edits_in, _possessor,
)  # fmt: skip


def _names(
    at: int, text: str, offset: int, mentions: Sequence[Mention], document: Document
) -> tuple[str, ...]:
    """The coordinated names that begin at a place of the sentence: "X, Y and Z"; else those told by number."""
    unnamed = re.match(words.UNNAMED_AUTHORS, text[at:])
    if unnamed:
        return (unnamed.group(),)
    found: list[str] = []
    end = at
    for mention in _named(mentions, offset + at, text, offset):
        between = text[end : mention.span.start - offset]
        if not re.fullmatch(r"[\s,]*(?:(?:and|as well as|&)\s+)?(?:[\w.’'-]+\s+){0,4}", between):
            break
        if found and not re.search(r",|\band\b|&|as well as", between):
            if not (mention.kind == "person" and re.fullmatch(r"(?:\s[\w-]+){0,4}\s", between)):
                break
            found.pop()  # "Kremlin confidant X": the body only says who X is
        if mention.kind in ("person", "organisation", "place", "group", "role", "other"):
            his = re.match(rf"[’']s?\s+(?:\w+\s+)?{HIS_PEOPLE},\s+", text[mention.span.end - offset :])
            if his:  # "by Lund's chief of staff, Ana Berg": whose she is did not write it
                return _names(mention.span.end - offset + his.end(), text, offset, mentions, document)
            found.append(mention.name)
            end = mention.span.end - offset
    return tuple(found)


def _subject(
    at: int, text: str, offset: int, mentions: Sequence[Mention], document: Document
) -> tuple[str, ...]:
    """The coordinated names that end at a place of the sentence, read leftwards."""
    found: list[str] = []
    start = at
    for mention in reversed([m for m in _named(mentions, offset, text, offset) if m.span.end <= offset + at]):
        end = mention.span.end - offset
        if end > start:
            continue
        between = text[end:start]
        if not re.fullmatch(
            r"(?:\s+(?:administration|government|officials|leaders|negotiators|also|himself|itself|have|has|had|and his team))*[\s,]*(?:(?:and|&)\s+(?:the\s+)?)?",
            between,
        ):
            break
        if found and not re.search(r",|\band\b|&", between):
            break
        name = mention.name
        tail = re.match(r"\s+(?:administration|government|officials)", text[end:])
        found.insert(0, name + tail.group() if tail and not found else name)
        start = mention.span.start - offset
    return tuple(found)


def parent_of(phrase: Phrase, text: str, later: Sequence[Phrase]) -> str | None:
    """The model or earlier draft it is said to come from, as printed."""
    after = text[phrase.end :]
    version = re.match(
        r"\s+(?:version\s+)?of\s+(?P<parent>(?:the|a|an|its|their|[A-Z][\w.’'-]+)\s[^,.;]{2,60})", after
    )
    if (
        version
        and phrase.head in ("draft", "version", "text")
        and re.search(
            r"\b(?:plan|proposal|draft|text|bill|deal|agreement|offer|accord|framework)\b", version["parent"]
        )
    ):
        parent_words = re.split(r",|\s(?:with|that|which|after|as|to|in)\s", version["parent"])[0]
        return re.split(rf"\s(?:{words.PROVIDES}|would|will|has|have|is|was)\b", parent_words)[0].strip()
    model = re.search(rf"\b{words.PARENTS}\s+(?P<parent>[^,.;]{{4,90}})", after)
    if model and not any(
        other.start - phrase.end < model.start() for other in later if other.head in words.STRONG_HEADS
    ):
        parent = re.split(r"\s(?:as|while|because)\s", model["parent"])[0].strip()
        return parent if re.search(words.PARENT_NOUNS, parent) else None
    return None


_CAPITALS = re.compile(
    r"(?!(?:The|A|An|He|She|They|It|We|I|But|And|In|On|At|This|That|Those|These|His|Her|Its|Their)\b)[A-Z][\w’'-]*\w(?:\s[A-Z][\w’'-]*\w)*"
)


def _named(mentions: Sequence[Mention], start: int, text: str, offset: int) -> list[Mention]:
    """The mentions from a place of the sentence on, and names that no reader took for one."""
    found = inside(mentions, start, offset + len(text))
    for match in _CAPITALS.finditer(text, start - offset):
        a, b = offset + match.start(), offset + match.end()
        if not any(m.span.start < b and a < m.span.end for m in found):
            span = Span(start=a, end=b, exact=match.group())
            found.append(Mention(id="", span=span, kind="other", name=match.group()))
    return sorted(found, key=lambda m: m.span.start)
