"""The office a name is given with: before it (“Foreign Minister Ana Ruiz”) or behind (“Ruiz, the foreign minister”)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapporteur.languages.en import names as data
from rapporteur.languages.en.cues import (
    DETERMINERS,
)
from rapporteur.languages.en.roles import (
    CHARGED,
    HONORIFICS,
    PORTFOLIOS,
    SHORT_TITLES,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.read.words import Words


@dataclass(frozen=True, slots=True)
class Titled:
    """What stands round a name: its title or apposition, and whom that belongs to."""

    role: str | None = None
    affiliation: str | None = None


def title_before(words: Words, a: int, begin: int) -> Titled:
    """ "Russian President", "special envoy", "Ukraine’s Defense Minister" before a name."""
    i = a
    heads = 0
    while i > begin:
        word, low = words.words[i - 1], words.lower[i - 1]
        if (
            word == "."
            and i - 1 > begin
            and (words.words[i - 2] + "." in SHORT_TITLES or words.words[i - 2] + "." in HONORIFICS)
        ):
            i -= 2
            heads += words.words[i] + "." in SHORT_TITLES
        elif heads and (first := _portfolio(words, i, begin)) < i:
            i = first
        elif low in TITLE_HEADS or word in SHORT_TITLES:
            heads += 1
            i -= 1
        elif (
            (low in TITLE_MODIFIERS and (heads or low in ("press", "attorney")))
            or word in HONORIFICS
            or (low == "of" and heads == 0 and i - 1 > begin and words.lower[i - 2] in TITLE_HEADS)
        ):
            i -= 1
        elif (
            heads == 0
            and i - 2 > begin
            and words.lower[i - 2] == "of"
            and words.lower[i - 3] in TITLE_HEADS
            and word[0].isupper()
        ):
            i -= 1  # Secretary of [State] Marco Rubio
        elif heads == 0 and (head := _head_of_office(words, i, begin)) is not None:
            i, heads = head, 1
        else:
            break
    if not heads:
        return Titled()
    role = words.text[words.starts[i] : words.ends[a - 1]]
    # the body or the people it belongs to: capitalised words, or a possessive, just before
    j = i
    if j > begin and words.lower[j - 1] in ("'s", "’s"):
        j -= 1
    stop = j
    while (
        j > begin
        and words.words[j - 1][0].isupper()
        and words.words[j - 1] not in data.NOT_NAMES
        and stop - j < 4
    ):
        j -= 1
    affiliation = words.text[words.starts[j] : words.ends[stop - 1]] if j < stop else None
    return Titled(" ".join(role.split()), affiliation)


def _portfolio(words: Words, i: int, begin: int) -> int:
    """Where what a minister or secretary is in charge of begins: "[Water and Energy] Minister"."""
    if words.lower[i] not in CHARGED:
        return i
    first = i
    while first > begin and words.lower[first - 1] in PORTFOLIOS:
        first -= 1
        if (
            first - 1 > begin
            and words.lower[first - 1] in ("and", "&")
            and words.lower[first - 2] in PORTFOLIOS
        ):
            first -= 1
    return first


def of_the_land(titled: Titled, land: str | None, before: str) -> Titled:
    """The title with the land named behind the name, which makes the word before "Minister" a portfolio.

    "River Minister Erik Hallam of Vessia" serves Vessia; a possessive, a people ("Vessian") and whatever a list knows
    as a country or its people say whom one serves, and stay so. `before` is the text before the name.
    """
    if titled.role is None or land is None:
        return titled
    if titled.affiliation is None:
        return replace(titled, affiliation=land)
    whose, head = titled.affiliation, titled.role.split()[0].lower()
    if (
        head in ("minister", "secretary")
        and f"{whose}’" not in before
        and f"{whose}'" not in before
        and not whose.endswith(("ian", "ean", "ese", "ish"))
        and whose not in data.PLACES | data.GROUP_WORDS | data.GOVERNMENT_SEATS
    ):
        return Titled(f"{whose} {titled.role}", land)
    return titled


def _head_of_office(words: Words, i: int, begin: int) -> int | None:
    """The head of an office told with "for" or "of" before a name: "Minister for Water Affairs [Hale Oru]"."""
    k = i
    while k > begin and i - k < 4 and (words.words[k - 1][0].isupper() or words.words[k - 1] in ("and", "&")):
        k -= 1
    if k == i or k - 2 < begin or words.lower[k - 1] not in ("for", "of"):
        return None
    return k - 2 if words.lower[k - 2] in TITLE_HEADS and words.words[k - 2][0].isupper() else None


def land_after(words: Words, b: int) -> str | None:
    """The land an office-holder's name is followed by: "Minister Erik Hallam of Vessia"."""
    if words.lower[b : b + 1] != ["of"] or b + 1 >= len(words):
        return None
    at = b + 1 + (words.lower[b + 1] == "the")
    end = at
    while end < len(words) and end - at < 3 and words.words[end][0].isupper():
        end += 1
    return words.text[words.starts[at] : words.ends[end - 1]] if at < end else None


def apposition_after(words: Words, b: int, bounds: Sequence[int], people: set[int]) -> Titled:
    """ "…, a vice president with the bank," or "…, who heads the fund," after a name."""
    if b + 1 >= len(words) or words.words[b] != "," or bounds[b] != bounds[b - 1]:
        return Titled()
    i = b + 1
    end = i
    while (
        end < len(words)
        and bounds[end] == bounds[b]
        and words.words[end] not in (",", ";", ".", ":", "—", "–", "(", ")", "”", '"', "''")
        and end - i < 16
    ):
        end += 1
    if end >= len(words) or end == i or words.words[end] not in (",", ".", ";", ":", "—", "–"):
        return Titled()
    low = words.lower
    if any(
        k in people and k + 1 not in people and low[k + 1 : k + 2] not in (["'s"], ["’s"])
        for k in range(i, end)
    ):
        return Titled()  # the next of a list, not what this one is
    if low[i] in ("who", "whose"):
        if low[i + 1 : i + 2] and low[i + 1] in (
            "heads",
            "leads",
            "chairs",
            "runs",
            "headed",
            "led",
            "chaired",
            "serves",
        ):
            return Titled(words.text[words.starts[i + 1] : words.ends[end - 1]])
        return Titled()
    heads = [k for k in range(i, min(end, i + 10)) if low[k] in TITLE_HEADS]
    if not heads:
        return Titled()
    stops = [
        k
        for k in range(i, heads[0])
        if low[k] in ("of", "for", "with", "said", "to", "and", "who", "was", "is", "had", "has", "told")
    ]
    opens = (
        low[i] in DETERMINERS
        or low[i] in TITLE_MODIFIERS
        or low[i] in TITLE_HEADS
        or words.words[i][0].isupper()
    )
    if stops or not opens:
        return Titled()
    role = words.text[words.starts[i] : words.ends[end - 1]]
    affiliation = None
    loud = role.isupper()  # "ANA RUIZ, CHIEF NEGOTIATOR:" in a transcript
    named = [k for k in range(i, end) if words.words[k][0].isupper() and not loud]
    if named:
        first = named[0]
        last = first
        while last + 1 < end and (
            words.words[last + 1][0].isupper()
            or (
                words.lower[last + 1] in ("of", "and", "the", "for")
                and last + 2 < end
                and words.words[last + 2][0].isupper()
            )
        ):
            last += 1
        affiliation = words.text[words.starts[first] : words.ends[last]]
    return Titled(" ".join(role.split()), affiliation)
