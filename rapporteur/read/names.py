"""Which runs of words are names, and of what kind, told from capitals and from the words around them.

Used where no encoder marks the names; the kinds are those of the encoder's labels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.languages.en import names as data
from rapporteur.languages.en.cues import CLAUSE_CUES, OBJECT_CUES, PHRASE_CUES, TELL_CUES
from rapporteur.languages.en.grammar import NAMED_FOR, NAMED_OF, OFFICE_OBJECTS
from rapporteur.languages.en.roles import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    INSTITUTION_NOUNS,
    PERSON_NOUNS,
    PERSON_PLURALS,
    SHORT_TITLES,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.model import Document, MentionKind, Sentence
from rapporteur.read.words import Words


#: A name found: half-open word range and kind.
@dataclass(frozen=True, slots=True)
class Name:
    first: int
    last: int
    kind: MentionKind


_COMMON = PERSON_NOUNS | PERSON_PLURALS | GROUP_NOUNS | INSTITUTION_NOUNS | DOCUMENT_NOUNS


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
            name = _judge(words, x, y, opening and x == a, loud, inside, plain)
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
        if a + k < b and lead in data.GROUP_WORDS and not _names_body(surface[a:b]):
            return [(a, a + k), *_pieces(words, a + k, b)]
    return [(a, b)]


def _names_body(surface: Sequence[str]) -> bool:
    return any(
        word in data.ORGANISATION_HEADS or word in data.FACILITY_HEADS or word in data.PLACE_HEADS
        for word in surface
    )


def _pieces_before(words: Words, a: int, title: int) -> list[tuple[int, int]]:
    """What stands before a title: the body or the people it belongs to, without the words of the office."""
    end = title
    while end > a and (
        words.words[end - 1].lower() in TITLE_MODIFIERS
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


def _judge(
    words: Words, a: int, b: int, opening: bool, loud: bool, inside: Counter[str], plain: set[str]
) -> Name | None:
    """The kind of one name, or None where the capital has another reason."""
    surface = words.words
    while a < b and (surface[a] == "." or surface[a] in HONORIFICS):
        a += 1
    if a >= b:
        return None
    joined = " ".join(surface[a:b])
    known = _known(words, a, b, joined)
    if known is not None:
        if joined in data.PLATFORMS and joined not in data.OUTLETS and len(joined) < 3 and not _on(words, a):
            return None
        return Name(a, b, known)
    single = b - a == 1
    first = surface[a]
    if loud and not all(inside[word] for word in surface[a:b]):
        return None
    if single and (first.lower() in TITLE_HEADS or first.lower() in _COMMON or first in data.NOT_NAMES):
        return None
    if opening and not inside[first] and (first.lower() in plain or (single and first.lower() in _COMMON)):
        # a sentence opens with an ordinary word
        return (
            None
            if single or (first.lower() in plain and b - a < 2)
            else _judge(words, a + 1, b, False, loud, inside, plain)
        )
    if first.isupper() and single:
        return Name(a, b, "organisation") if 2 <= len(first.replace(".", "")) <= 6 and not opening else None
    if single and opening and not inside[first]:
        return Name(a, b, "person") if b < len(words) and _is_speaking(words, b) else None
    if (
        surface[b - 1].lower() in TITLE_HEADS
        and not single
        and first.lower() in (TITLE_MODIFIERS | TITLE_HEADS)
    ):
        return None  # an office without its holder
    return Name(a, b, _shape(words, a, b))


def _known(words: Words, a: int, b: int, joined: str) -> MentionKind | None:
    if joined in data.GOVERNMENT_SEATS:
        before = words.lower[a - 1] if a else ""
        before = words.lower[a - 2] if before == "the" and a > 1 else before
        return "facility" if before in ("at", "in", "inside", "outside", "near", "to") else "organisation"
    if joined in data.ORGANISATIONS or joined in data.OUTLETS:
        return "organisation"
    if joined in data.PLATFORMS:
        return "organisation"
    if joined in data.PLACES:
        return "place"
    if joined in data.GROUP_WORDS:
        return "group"
    return None


def _shape(words: Words, a: int, b: int) -> MentionKind:
    """The kind shown by the words of the name themselves; two plain words are a person's."""
    surface = words.words
    last, first = surface[b - 1], surface[a]
    if last in data.FACILITY_HEADS and last not in ("House", "Field"):
        return "facility"
    if last in data.ORGANISATION_HEADS or first in (
        "Ministry",
        "Department",
        "University",
        "Bank",
        "Bureau",
        "Institute",
        "Union",
        "Council",
        "Committee",
        "Organization",
        "Organisation",
        "Association",
        "Federation",
        "Center",
        "Centre",
        "League",
        "Commission",
        "House",
    ):
        return "organisation"
    if b - a > 1 and (last in data.PLACE_HEADS or first in data.PLACE_LEADS):
        return "place"
    before = words.lower[a - 1] if a else ""
    if b - a == 1 and before in ("in", "near", "from", "at", "to", "across", "inside", "outside"):
        return "place" if before in ("in", "near", "across") and not _is_speaking(words, b) else "person"
    if last in (
        "Agreement",
        "Accord",
        "Treaty",
        "Act",
        "Plan",
        "Protocol",
        "Declaration",
        "Resolution",
        "Charter",
        "Convention",
        "Pact",
        "Accords",
    ):
        return "document"
    if last in ("War", "Revolution", "Summit", "Games", "Cup", "Day", "Week", "Prize", "Talks"):
        return "other"
    return "person"


def _is_speaking(words: Words, at: int) -> bool:
    while at < len(words) and words.lower[at] in ("has", "had", "also", "later", "have"):
        at += 1
    return at < len(words) and (
        words.lower[at] in CLAUSE_CUES
        or words.lower[at] in TELL_CUES
        or words.lower[at] in OBJECT_CUES
        or words.lower[at] in PHRASE_CUES
        or words.lower[at]
        in ("'s", "’s", "was", "is", "will", "would", "did", "met", "left", "declined", "refused")
    )


def _on(words: Words, at: int) -> bool:
    return at > 0 and words.lower[at - 1] in ("on", "to", "via", "from", "platform")
