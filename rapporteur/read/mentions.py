"""Names with their roles, the offices and papers that stand for names, and which of them are the same.

A mention is chained to the fullest mention of its report only where exactly one candidate stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rapporteur.languages.en import names as data
from rapporteur.languages.en.countries import PARTY_PEOPLES, PLAIN_PEOPLES
from rapporteur.languages.en.cues import (
    DETERMINERS,
)
from rapporteur.languages.en.roles import (
    HONORIFICS,
    ISSUED_NOUNS,
    ISSUING,
    SHORT_TITLES,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.model import Document, Mention, MentionKind, Sentence, Stated, address
from rapporteur.read.chaining import chain_mentions
from rapporteur.read.common_mentions import common_nouns
from rapporteur.read.name_kinds import Name
from rapporteur.read.names import find_names
from rapporteur.read.polities import as_states
from rapporteur.read.seats import of_the_seat
from rapporteur.read.titles import Titled, apposition_after, land_after, of_the_land, title_before
from rapporteur.read.words import Words, cut_words

#: The nine classes of the encoder and ours; those that are no names are left to other decoders.
KINDS: Mapping[str, MentionKind | None] = {
    "Person": "person",
    "Organization": "organisation",
    "Location": "place",
    "Facility": "facility",
    "NORP": "group",
    "Misc": "other",
    "Miscellaneous": "other",
    "Product": "other",
    "Date": None,
    "Money": None,
}


def find_mentions(
    document: Document,
    sentences: Sequence[Sentence],
    spans: Sequence[tuple[int, int, str]] | None = None,
) -> tuple[Mention, ...]:
    """The mentions of a document in order of place; `spans` are an encoder's names with their labels."""
    words = cut_words(document)
    names = find_names(document, words, sentences) if spans is None else _from_spans(words, spans)
    bounds = _sentence_of(words, sentences)
    taken = bytearray(len(words))
    found: list[Mention] = []
    people = {i for name in names if name.kind == "person" for i in range(name.first, name.last)}
    for name in names:
        if any(taken[name.first : name.last]):
            continue
        mention = _named(document, words, name, bounds, people)
        if mention is None:
            continue
        taken[name.first : name.last] = b"\x01" * (name.last - name.first)
        found.append(mention)
    found.extend(common_nouns(document, words, taken, bounds, found))
    found = _who_takes_turns(document, found)
    found.sort(key=lambda mention: (mention.span.start, mention.span.end))
    chained = chain_mentions(
        _issued(
            words, _in_office(document, _of_their_kind(as_states(document, found), document.outlet)), bounds
        )
    )
    return of_the_seat(document, chained)


def _from_spans(words: Words, spans: Sequence[tuple[int, int, str]]) -> list[Name]:
    names: list[Name] = []
    for start, end, label in sorted(spans):
        kind = KINDS.get(label)
        first, last = words.between(start, end)
        if kind is None or first >= last:
            continue
        while first < last and (
            words.words[first] in HONORIFICS
            or words.words[first] in SHORT_TITLES
            or words.words[first] in (".", "the", "The")
        ):
            first += 1
        while last > first and words.lower[last - 1] in ("'s", "’s", "'", "’"):
            last -= 1
        if kind == "person":
            # a title the encoder took into the name
            while (
                last - first > 1
                and words.lower[first] in TITLE_HEADS | TITLE_MODIFIERS
                and words.lower[first] not in ("general",)
            ):
                first += 1
        comma = next((i for i in range(first, last) if words.words[i] == ","), None)
        if (
            kind == "person"
            and comma is not None
            and first < comma < last - 1
            and words.lower[comma + 1].rstrip(".") not in ("jr", "sr")
        ):
            # "Varga, Aldmark's foreign minister": two names, the comma between them
            names.append(Name(comma + 1, last, "other"))
            last = comma
        if first < last:
            names.append(Name(first, last, kind))
    return _with_surnames(words, _with_titled(words, _with_parties(words, names)))


def _with_parties(words: Words, names: list[Name]) -> list[Name]:
    """Parties called by their members, which the encoder takes for common nouns: "Democrats", "the Tories"."""
    taken = {i for name in names for i in range(name.first, name.last)}
    parties = [
        Name(i, i + 1, "group")
        for i, word in enumerate(words.words)
        if word in PARTY_PEOPLES and i not in taken and not (word in PLAIN_PEOPLES and _may_open(words, i))
    ]
    return sorted([*names, *parties], key=lambda name: (name.first, name.last)) if parties else names


def _with_titled(words: Words, names: list[Name]) -> list[Name]:
    """Full names behind an office that the encoder passed over: "Majority Leader Nora Grahl"."""
    taken = {i for name in names for i in range(name.first, name.last)}
    missed: list[Name] = []
    for i, word in enumerate(words.words):
        if (
            not word[0].isupper()
            or i in taken
            or (words.lower[i] not in TITLE_HEADS and word not in SHORT_TITLES)
        ):
            continue
        end = i + 1
        while end < len(words) and end - i < 4 and _may_be_named(words, end) and end not in taken:
            end += 1
        if end - i == 3 and not (end < len(words) and words.words[end][0].isupper()):
            missed.append(Name(i + 1, end, "person"))
    return sorted([*names, *missed], key=lambda name: (name.first, name.last)) if missed else names


def _may_be_named(words: Words, i: int) -> bool:
    """Whether a word may be part of a person's name: a capital, small letters, and no other use known."""
    word, low = words.words[i], words.lower[i]
    return (
        word[0].isupper()
        and word[1:].islower()
        and word.isalpha()
        and low not in TITLE_HEADS | TITLE_MODIFIERS
        and word not in data.NOT_NAMES
        and word not in data.ORGANISATION_HEADS
        and word not in data.GROUP_WORDS
        and word not in data.PLACES
        and words.starts[i] - words.ends[i - 1] <= 2
    )


def _with_surnames(words: Words, names: list[Name]) -> list[Name]:
    """Surnames alone that the encoder passed over, of persons it has in full: "Graham, R-S.C., said"."""
    last = {
        words.words[name.last - 1] for name in names if name.kind == "person" and name.last - name.first > 1
    }
    last = {word for word in last if len(word) > 3 and word[0].isupper() and word[1:].islower()}
    if not last:
        return names
    taken = {i for name in names for i in range(name.first, name.last)}
    plain = {word for word in words.words if word.islower()}
    missed = [
        Name(i, i + 1, "person")
        for i, word in enumerate(words.words)
        if word in last
        and i not in taken
        and word.lower() not in plain
        and word not in data.NOT_NAMES
        and not words.words[i - 1][:1].isupper()
        and not (i + 1 < len(words) and words.words[i + 1][:1].isupper())
    ]
    return sorted([*names, *missed], key=lambda name: (name.first, name.last)) if missed else names


def _may_open(words: Words, i: int) -> bool:
    """Whether a word may have its capital from opening a sentence."""
    return (
        i == 0
        or words.words[i - 1] in _BEFORE_AN_OPENING
        or "\n" in words.text[words.ends[i - 1] : words.starts[i]]
    )


_BEFORE_AN_OPENING = {".", "!", "?", "“", "”", '"', "‘", ":", "•", "—"}


def _sentence_of(words: Words, sentences: Sequence[Sentence]) -> list[int]:
    """For each word, the first word of its sentence (so that nothing is read across sentences)."""
    firsts = list(range(len(words)))
    for sentence in sentences:
        first, last = words.between(sentence.start, sentence.end)
        for i in range(first, last):
            firsts[i] = first
    return firsts


def _named(
    document: Document, words: Words, name: Name, bounds: Sequence[int], people: set[int]
) -> Mention | None:
    a, b = name.first, name.last
    start, end = words.starts[a], words.ends[b - 1]
    if start >= end:
        return None
    titled = Titled()
    if name.kind == "person":
        titled = title_before(words, a, bounds[a])
        after = apposition_after(words, b, bounds, people)
        if titled.role is None:
            titled = after
        titled = of_the_land(titled, land_after(words, b), words.text[max(0, start - 80) : start])
    span = document.span(start, end)
    return Mention(
        id=address(document.report, "mention", start, end),
        span=span,
        kind=name.kind,
        name=" ".join(span.exact.split()),
        role=titled.role,
        affiliation=titled.affiliation,
        rule="name",
    )


def _of_their_kind(mentions: list[Mention], outlet: Stated | None = None) -> list[Mention]:
    """A word that is clearly of one kind somewhere in the report is of that kind throughout it."""
    kinds: dict[str, MentionKind] = {}
    surnames: dict[str, set[str]] = {}
    for mention in mentions:
        parts = mention.name.split()
        if mention.kind == "person" and len(parts) > 1:
            surnames.setdefault(parts[-1], set()).add(mention.name)
        if mention.kind == "person" and mention.role:
            kinds[mention.name] = "person"
    elsewhere: dict[str, MentionKind] = _of_the_newsroom(
        outlet
    )  # a person is named in full somewhere: a bare word else is none
    for mention in mentions:
        if mention.kind in ("place", "organisation") and mention.rule == "name":
            elsewhere.setdefault(mention.name, mention.kind)
        elif mention.kind == "group":
            elsewhere.setdefault(mention.name, "group")
            for suffix in ("n", "an", "ian", "ese", "ish", "i"):  # where there are Vessians there is Vessia
                if mention.name.endswith(suffix):
                    elsewhere.setdefault(mention.name.removesuffix(suffix), "place")
    made: list[Mention] = []
    for mention in mentions:
        if (
            mention.kind == "person"
            and mention.role is None
            and " " not in mention.name
            and mention.name in elsewhere
            and mention.name not in surnames
            and mention.name not in kinds
        ):
            mention = replace(mention, kind=elsewhere[mention.name])
        if (
            mention.rule == "name"
            and " " not in mention.name
            and mention.kind in ("place", "other", "organisation", "facility")
            and (mention.name in surnames or kinds.get(mention.name) == "person")
            and mention.name not in data.PLACES
            and mention.name not in data.ORGANISATIONS
        ):
            mention = replace(mention, kind="person")
        made.append(mention)
    return made


def _of_the_newsroom(outlet: Stated | None) -> dict[str, MentionKind]:
    """What a newsroom calls itself: its name, and its last word where that is a masthead's ("Ledger learns")."""
    if outlet is None:
        return {}
    name = outlet.value.removeprefix("The ")
    last = name.split()[-1:]
    return {name: "organisation", **{word: "organisation" for word in last if word in data.OUTLET_HEADS}}


def _in_office(document: Document, mentions: list[Mention]) -> list[Mention]:
    """ "The Kremlin spokesman, Ivan Petrov, said": who follows an office and a comma alone holds it."""
    made = list(mentions)
    for i, (office, holder) in enumerate(pairwise(mentions), 1):
        if (
            office.kind == "role"
            and holder.kind == "person"
            and holder.role is None
            and re.fullmatch(r",\s+", document.text[office.span.end : holder.span.start])
            and re.match(r"\s*(?:,|[a-z]|$)", document.text[holder.span.end :][:3])
        ):
            made[i] = replace(holder, role=office.role or office.name, affiliation=office.affiliation)
    return made


def _who_takes_turns(document: Document, mentions: list[Mention]) -> list[Mention]:
    """The label a turn of a transcript opens with names a person, however it is printed."""
    starts = {block.start for block in document.blocks if block.kind == "transcript"}
    if not starts:
        return mentions
    return [
        replace(mention, kind="person")
        if mention.rule == "name"
        and mention.kind in ("place", "other", "organisation", "facility")
        and any(start in starts for start in range(mention.span.start - 5, mention.span.start + 1))
        and re.match(r"[^.\n]{0,60}?:\s", document.text[mention.span.end : mention.span.end + 70])
        else mention
        for mention in mentions
    ]


def _issued(words: Words, mentions: list[Mention], bounds: Sequence[int]) -> list[Mention]:
    """A statement is called after who issued it; "the declaration" after it is the same where one stands."""
    names: dict[int, Mention] = {}
    for mention in mentions:
        if mention.rule == "name" and mention.kind in ("person", "organisation", "place"):
            _, last = words.between(mention.span.start, mention.span.end)
            names[last] = mention
    known: list[Mention] = []
    made: list[Mention] = []
    for mention in mentions:
        noun = mention.name.split()[-1].lower()
        if mention.kind == "document" and noun in ISSUED_NOUNS:
            first, last = words.between(mention.span.start, mention.span.end)
            issuer = _issuer(words, names, first, last, bounds)
            if issuer is not None:
                name = mention.name if issuer.name in mention.name else f"{issuer.name} {noun}"
                mention = replace(mention, name=name, affiliation=issuer.name)
                known.append(mention)
            elif known and words.lower[first - 1 : first] in (["the"], ["that"], ["this"]):
                alike = {one.affiliation: one for one in reversed(known) if _same_paper(noun, one)}
                if len(alike) == 1:
                    (one,) = alike.values()
                    mention = replace(mention, affiliation=one.affiliation, chain=one.id)
        made.append(mention)
    return made


def _same_paper(noun: str, other: Mention) -> bool:
    """Whether a noun may take a paper up again: a joint statement is also a declaration, but no letter."""
    head = other.name.split()[-1].lower()
    return noun == head or {noun, head} <= {
        "statement",
        "declaration",
        "communique",
        "communiqué",
        "announcement",
        "text",
    }


def _issuer(
    words: Words, names: Mapping[int, Mention], first: int, last: int, bounds: Sequence[int]
) -> Mention | None:
    """Who put a paper out: "the palace’s statement", "a statement by the palace", "the palace issued a statement"."""
    begin = bounds[first]
    if last + 1 < len(words) and words.lower[last] in ("by", "from", "of"):
        at = last + 1 + (words.lower[last + 1] == "the")
        for end in (at + 1, at + 2, at + 3):
            if end in names:
                return names[end]
    for k in range(first, last + 1):
        if k in names and k < last + 1:
            return names[k] if k > first or words.lower[k - 1 : k] != ["of"] else None
    k = first
    while k > begin and (
        words.lower[k - 1] in DETERMINERS
        or words.lower[k - 1]
        in ("joint", "brief", "written", "short", "terse", "'s", "’s", "long", "rare", "separate")
    ):
        k -= 1
        if k in names and words.lower[k] in ("'s", "’s"):
            return names[k]
    if k > begin and words.lower[k - 1] in ISSUING:
        k -= 1
        while k > begin and (
            words.lower[k - 1] in ("has", "had", "have", "also", "later", "then")
            or words.lower[k - 1].endswith("day")
        ):
            k -= 1
        return names.get(k)
    return None
