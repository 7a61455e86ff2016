"""Which runs of words are names, and of what kind, told from capitals and from the words around them.

Used where no encoder marks the names; the kinds are those of the encoder's labels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapporteur.languages.en import names as data
from rapporteur.languages.en.grammar import NAMED_FOR, NAMED_OF, OFFICE_OBJECTS
from rapporteur.languages.en.roles import (
    CHARGED,
    HONORIFICS,
    PORTFOLIOS,
    SHORT_TITLES,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.model import Document, Sentence
from rapporteur.read.name_kinds import Name, judge_name
from rapporteur.read.words import Words


def find_names(document: Document, words: Words, sentences: Sequence[Sentence]) -> list[Name]:
    """The names of a document in order of place."""
    shouted = {
        (block.start, block.end)
        for block in document.blocks
        if block.kind in ("headline", "subhead", "dek") and _is_titled(document.text[block.start : block.end])
    }
    inside: Counter[str] = Counter()  # words seen capitalised where nothing asks for a capital
    plain: set[str] = {word for word in words.words if word.islower()}
    runs: list[tuple[int, int, bool, bool]] = []
    for sentence in sentences:
        first, last = words.between(sentence.start, sentence.end)
        loud = any(start <= sentence.start < end for start, end in shouted)
        for a, b in _runs(words, first, last):
            opening = a == first or words.words[a - 1] in "“\"‘'•:*``''"
            runs.append((a, b, opening, loud))
            if not loud:
                inside.update(words.words[i] for i in range(a + (1 if opening else 0), b))
    found: list[Name] = []
    for a, b, opening, loud in runs:
        for x, y in _pieces(words, a, b):
            name = judge_name(words, x, y, opening and x == a, loud, inside, plain)
            if name is not None:
                found.append(name)
    return found


def _is_titled(text: str) -> bool:
    """Whether most words of a line are capitalised, so that a capital says nothing."""
    letters = [word for word in text.split() if word[:1].isalpha() and len(word) > 3]
    return bool(letters) and sum(word[0].isupper() for word in letters) > 0.7 * len(letters)


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or (
        len(word) > 3 and word[:2].lower() in ("al", "el") and word[2] in "-‑" and word[3].isupper()
    )


def _runs(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """Runs of capitalised words with the particles and joining words inside them."""
    found: list[tuple[int, int]] = []
    i = first
    surface = words.words
    while i < last:
        if not _is_name_word(surface[i]) or (
            surface[i] in data.NOT_NAMES and not _survives(words, i, first, last)
        ):
            i += 1
            continue
        j = i + 1
        while j < last:
            word = surface[j]
            if (
                words.starts[j] - words.ends[j - 1] > 1
                and "\n\n" in words.text[words.ends[j - 1] : words.starts[j]]
            ):
                break
            if _is_name_word(word) and (word not in data.NOT_NAMES or word in ("War", "Peace", "General")):
                j += 1
            elif word == "." and len(surface[j - 1]) == 1 and surface[j - 1].isupper() and j + 1 < last:
                j += 1  # the dot of an initial
            elif (
                (
                    word == "."
                    and surface[j - 1] + "." in SHORT_TITLES | HONORIFICS
                    and words.starts[j] == words.ends[j - 1]
                )
                or (word == "&" and j + 1 < last and surface[j + 1][0].isupper())
                or (
                    word in data.PARTICLES | {"of", "for"}
                    and j + 1 < last
                    and (_is_name_word(surface[j + 1]) or surface[j + 1] in data.PARTICLES | {"the"})
                    and _joins(words, i, j, last)
                )
                or (
                    word == "the"
                    and surface[j - 1] == "of"
                    and j + 1 < last
                    and _is_name_word(surface[j + 1])
                )
                or (word == "and" and _and_joins(words, i, j, last))
            ):
                j += 1
            else:
                break
        while surface[j - 1] in data.PARTICLES | {"of", "and", "the", "&", "for"}:
            j -= 1
        found.append((i, j))
        i = max(j, i + 1)
    return found


def _survives(words: Words, i: int, first: int, last: int) -> bool:
    """ "May" and "Will" are names before another name or after a title; "The Hague" keeps its article."""
    word = words.words[i]
    if word == "The" and i + 1 < last and words.words[i + 1] == "Hague":
        return True
    return bool(
        word in ("May", "Will", "April", "June", "March", "Mark")
        and i > first
        and words.words[i - 1] in TITLE_LIKE
    )


TITLE_LIKE = HONORIFICS | SHORT_TITLES | {"Minister", "President", "Theresa", "Secretary", "Senator", "."}


def _joins(words: Words, i: int, j: int, last: int) -> bool:
    """Whether a particle at j holds two parts of one name together."""
    word = words.words[j]
    if word == "for":
        return any(part in NAMED_FOR for part in words.words[i:j])
    if word == "of":
        left = words.words[j - 1]
        return left in NAMED_OF or left in data.ORGANISATION_HEADS or left.lower() in TITLE_HEADS
    if word in (
        "e",
        "y",
        "al",
        "el",
        "la",
        "le",
        "ben",
        "bin",
        "de",
        "van",
        "von",
        "der",
        "den",
        "di",
        "da",
        "del",
    ):
        return True
    return words.words[j + 1][0].isupper()


def _and_joins(words: Words, i: int, j: int, last: int) -> bool:
    """ "Department of Trade and Industry" and "Bosnia and Herzegovina", but not "Vance and Rubio"."""
    if j + 1 >= last or not words.words[j + 1][0].isupper() or words.words[j + 1] in data.NOT_NAMES:
        return False
    if " ".join(words.words[i : j + 2]) in data.PLACES:
        return True
    left = " ".join(words.words[i:j])
    if " of " in left or " for " in left:
        head = words.words[i]
        if words.lower[j + 1] in TITLE_HEADS:
            return False
        return (
            head
            in (
                "Department",
                "Ministry",
                "Center",
                "Centre",
                "Institute",
                "Office",
                "Committee",
                "Council",
                "Organization",
                "Bureau",
            )
            and left.split(" of ")[-1].split(" for ")[-1] not in data.PLACES
        )
    return False


def _pieces(words: Words, a: int, b: int) -> list[tuple[int, int]]:
    """One run cut where two names touch: "Ukrainian President Volodymyr Zelensky" is a group, a title and a person."""
    surface = words.words
    # the last title word with a name after it parts the run
    for i in range(b - 2, a - 1, -1):
        word = surface[i]
        is_title = (
            word.lower() in TITLE_HEADS
            or word in HONORIFICS
            or (word == "." and i > a and surface[i - 1] + "." in SHORT_TITLES | HONORIFICS)
            or word in SHORT_TITLES
        )
        if not is_title or (
            word in ("Prince", "King", "Queen", "Father", "Brother") and i + 1 < b and surface[i + 1] == "of"
        ):
            continue
        if surface[i + 1] in data.PARTICLES | {"of", "and", "the"} and not (
            surface[i + 1] in data.PARTICLES - {"de", "of", "the", "la"} and word.lower() in TITLE_HEADS
        ):
            # "Secretary of State Marco Rubio": the office goes on over its own words.
            continue
        if (
            i + 1 < b
            and (surface[i + 1].lower() in TITLE_MODIFIERS or surface[i + 1] in data.ORGANISATION_HEADS)
            and i + 2 >= b
        ):
            continue
        return [*_pieces_before(words, a, i), (i + 1, b)]
    # an office with "of": name after the office's object
    for i in range(a, b - 2):
        if surface[i].lower() in TITLE_HEADS and surface[i + 1] == "of":
            k = i + 2
            if k < b and surface[k] == "the":
                k += 1
            while k + 1 < b and surface[k] in OFFICE_OBJECTS:
                k += 1
            if surface[i + 2] in OFFICE_OBJECTS and k < b:
                return [*_pieces_before(words, a, i), (k, b)]
    # a leading adjective of a country that is no part of the name that follows
    joined = " ".join(surface[a:b])
    if (
        joined in data.PLACES
        or joined in data.ORGANISATIONS
        or joined in data.GROUP_WORDS
        or joined in data.GOVERNMENT_SEATS
    ):
        return [(a, b)]
    for k in (2, 1):
        lead = " ".join(surface[a : a + k])
        if a + k < b and lead in data.GROUP_WORDS and not names_body(surface[a:b]):
            return [(a, a + k), *_pieces(words, a + k, b)]
    return [(a, b)]


def names_body(surface: Sequence[str]) -> bool:
    return any(
        word in data.ORGANISATION_HEADS or word in data.FACILITY_HEADS or word in data.PLACE_HEADS
        for word in surface
    )


def _pieces_before(words: Words, a: int, title: int) -> list[tuple[int, int]]:
    """What stands before a title: the body or the people it belongs to, without the words of the office."""
    end = title
    charge = PORTFOLIOS if words.lower[title] in CHARGED else frozenset[str]()
    while end > a and (
        words.lower[end - 1] in charge
        or words.words[end - 1].lower() in TITLE_MODIFIERS
        or words.words[end - 1].lower() in TITLE_HEADS
        or words.words[end - 1] in SHORT_TITLES | {".", "of", "the"}
    ):
        joined = " ".join(words.words[a:end])
        if joined in data.ORGANISATIONS or joined in data.GOVERNMENT_SEATS or joined in data.GROUP_WORDS:
            break
        end -= 1
    if end <= a:
        return []
    for k in (2, 1):
        lead = " ".join(words.words[a : a + k])
        if a + k <= end and lead in data.GROUP_WORDS | data.PLACES:
            return [(a, a + k)] + ([(a + k, end)] if end > a + k else [])
    return [(a, end)]
