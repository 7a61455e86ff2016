"""Who a source is: a name, a body, a paper, or somebody without a name; and what is said of the last kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapporteur.languages.en.anonymity import CONDITIONS
from rapporteur.languages.en.countries import PARTY_PEOPLES, PEOPLES, REGIONAL_PEOPLES
from rapporteur.languages.en.cues import DETERMINERS, PREPOSITIONS, PRONOUNS
from rapporteur.languages.en.grammar import COMPANY_FORMS, MANY, SECTORS, SEVERAL
from rapporteur.languages.en.roles import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    INSTITUTION_NOUNS,
    PERSON_NOUNS,
    PERSON_PLURALS,
    SENIORITY,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.model import AnonymousSource, Mention, Number, Span, address
from rapporteur.read.phrases import Range
from rapporteur.read.stretches import View

_CONDITIONS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in CONDITIONS)
#: What every condition has one of: looked for first, since most sentences have none.
_HINT = re.compile(
    r"anonym|ground rules|\bnames?\b|named|identified|quoted|published|disclosed|authori[sz]ed|permitted|allowed|cleared|supposed|liberty|privately|confidentially|the record|background|withheld|condition|terms",
    re.IGNORECASE,
)
_SENIORITY = re.compile(r"\b(" + "|".join(sorted(SENIORITY, key=len, reverse=True)) + r")\b", re.IGNORECASE)

#: Where the words for whom somebody works end.
_SPOKEN_UP_TO = PREPOSITIONS | {
    ",",
    "who",
    "which",
    "that",
    "whose",
    "and",
    "familiar",
    "involved",
    "speaking",
    "(",
}

What = Literal["pronoun", "named", "definite", "unnamed", "nothing"]


@dataclass(frozen=True, slots=True)
class Described:
    """What the words of a source say it is. `head` is its last noun in lower case."""

    what: What
    mention: Mention | None = None
    head: str = ""
    plural: bool = False


def describe(view: View, source: Range) -> Described:
    """The kind of a source: a pronoun, a named one with its mention, "the official" again, or one without a name."""
    low = view.words.lower
    a, b = source
    if b - a == 1 and low[a] in PRONOUNS | {"who", "that", "which"}:
        return Described("pronoun", head=low[a], plural=low[a] in ("they", "them", "their", "we"))
    stop = _core_end(view, a, b)
    for rule in (_names_in_apposition, _is_office_with_holder, _ends_in_name, _is_noun_mention):
        found = rule(view, a, stop, b)
        if found is not None:
            return found
    head = next((k for k in range(stop - 1, a - 1, -1) if low[k] in _ANONYMOUS), stop - 1)
    plural = (
        low[head] in PERSON_PLURALS or low[head] in GROUP_NOUNS or any(low[k] == "and" for k in range(a, b))
    )
    again = (low[a] in ("the", "this", "that") and not _has_modifier(view, a + 1, head)) or "same" in low[
        a : min(b, a + 2)
    ]
    again = again and stop - 1 <= head and low[head] in _ANONYMOUS and not _qualified(view, stop, b)
    return Described("definite" if again else "unnamed", head=low[head], plural=plural)


_ANONYMOUS = PERSON_NOUNS | PERSON_PLURALS | GROUP_NOUNS


def _core_end(view: View, a: int, b: int) -> int:
    """Where the noun phrase proper ends: before its prepositions, relative clauses and appositions."""
    low = view.words.lower
    k = a
    while k < b:
        word = low[k]
        if word in (",", "(", "—", "–") and k > a:
            break
        if (
            word in ("of", "at", "with", "from", "for")
            and k > a
            and (_is_person(view, k - 1) or _are_people(view, k - 1))
            and view.named[k] < 0
        ):
            break
        if (
            k > a
            and view.named[k] < 0
            and (
                word
                in ("who", "whose", "that", "which", "familiar", "close", "briefed", "involved", "speaking")
                or (word in PREPOSITIONS and word != "of" and view.words.words[k].islower())
            )
        ):
            break
        if (
            word == "of"
            and view.named[k] < 0
            and low[k - 1] in _ANONYMOUS
            and not _ends_in_person(view, k, b)
        ):
            break
        k += 1
    return max(k, a + 1)


def _ends_in_person(view: View, a: int, b: int) -> bool:
    """ "Secretary of State Ana Ruiz": an office with its holder, who makes it a name."""
    return _is_person(view, b - 1) and not any(
        view.words.lower[k] in (",", "who", "close") for k in range(a, b)
    )


def _is_person(view: View, k: int) -> bool:
    return view.named[k] >= 0 and view.mentions[view.named[k]].kind == "person"


def _are_people(view: View, k: int) -> bool:
    """Whether a plural nobody listed is of people by its ending: "proponents of the deal", "owners of boats"."""
    word = view.words.lower[k]
    return (
        view.named[k] < 0
        and k not in view.nouned
        and word.endswith(("ers", "ors", "ists", "ents", "ants", "ians", "ees"))
        and word not in DOCUMENT_NOUNS | INSTITUTION_NOUNS
    )


def _is_company_form(view: View, k: int) -> bool:
    """ "Northgate Steel plc": the legal form is no part of the mention."""
    return view.named[k] < 0 and view.named[k - 1] >= 0 and view.words.lower[k] in COMPANY_FORMS


def _is_office_with_holder(view: View, a: int, stop: int, b: int) -> Described | None:
    """ "Vice Minister for Water Affairs Hale Oru": an office of many words and its holder; not "aides to Oru"."""
    if (
        stop >= b
        or not _ends_in_person(view, a, b)
        or view.words.lower[a] not in TITLE_HEADS | TITLE_MODIFIERS
    ):
        return None
    mention = view.mentions[view.named[b - 1]]
    first, _ = view.words.between(mention.span.start, mention.span.end)
    between = view.words.words[stop + 1 : first]
    plain = [
        word for word in between if word[0].isupper() and word.lower() not in TITLE_HEADS | TITLE_MODIFIERS
    ]
    if not plain or not all(word[0].isupper() or word in ("and", "the", "of", "for") for word in between):
        return None
    return Described("named", mention)


def _ends_in_name(view: View, a: int, stop: int, b: int) -> Described | None:
    """ "Foreign Minister Juan Moreno", "the White House", "Democrats"."""
    k = stop - 1
    while k > a and (view.words.lower[k] in (".", "'s", "’s") or _is_company_form(view, k)):
        k -= 1
    place = view.named[k]
    if place < 0:
        return None
    if k < stop - 1 and view.words.lower[stop - 1] in ("'s", "’s") and "of" in view.words.lower[a:k]:
        return None  # "a friend of Moreno's"
    mention = view.mentions[place]
    _, last = view.words.between(mention.span.start, mention.span.end)
    if k != last - 1 and k != last - 2:
        return None
    if (
        mention.kind == "group"
        and mention.name not in PARTY_PEOPLES
        and (
            mention.name in PEOPLES
            or mention.name in REGIONAL_PEOPLES
            or (k > a and view.words.lower[a] in ("some", "many", "most"))
        )
    ):
        return Described("unnamed", head=mention.name.lower(), plural=True)
    if mention.name in PARTY_PEOPLES and any(
        view.words.words[j].islower() and view.words.lower[j] != "the" for j in range(a, k)
    ):
        return Described("unnamed", head=mention.name.lower(), plural=True)  # "moderate Democrats"
    if view.words.lower[a] in ("some", "many", "several", "few") and mention.kind in (
        "group",
        "organisation",
    ):
        return Described("unnamed", head=mention.name.lower(), plural=True)
    # "Vance and Rubio", "Iranian and U.S. officials": the first that is a name of its own
    for j in range(a, stop):
        if view.named[j] >= 0 and j + 1 < stop and view.words.lower[j + 1] in ("and", ","):
            other = view.mentions[view.named[j]]
            if other.kind in ("person", "organisation", "place"):
                return Described("named", other, plural=True)
    return Described("named", mention)


def _is_noun_mention(view: View, a: int, stop: int, b: int) -> Described | None:
    """ "the statement", "the Iranian government", "the foreign minister"."""
    k = stop - 1
    place = view.nouned.get(k)
    word = view.words.lower[k]
    if place is None:
        return None
    mention = view.mentions[place]
    if (
        mention.kind == "document"
        and word.endswith("s")
        and word in ("reports", "articles", "stories", "posts", "polls", "accounts", "surveys")
    ):
        return Described("unnamed", head=word, plural=True)
    if (
        mention.kind == "role"
        and mention.chain is None
        and word in PERSON_NOUNS
        and word
        in (
            "source",
            "official",
            "speaker",
            "leader",
            "envoy",
            "representative",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "commander",
        )
    ):
        lead = view.words.lower[a]
        return Described(
            "definite" if lead in ("the", "that", "this") and not mention.affiliation else "unnamed",
            head=word,
        )
    return Described("named", mention)


def _names_in_apposition(view: View, a: int, stop: int, b: int) -> Described | None:
    """ "a spokeswoman, Ana Ruiz,", "a spokesman for the ministry, Ivan Petrov" and "the group’s founder, Moreno"."""
    low = view.words.lower
    for comma in range(a + 1, b - 1):
        if low[comma] != "," or _is_person(view, comma - 1):
            continue  # after a person comes an office or another person, not a name for the same one
        if not (
            any(low[k] in _ANONYMOUS or k in view.nouned for k in range(a, comma))
            or (low[a] in DETERMINERS and all(view.named[k] < 0 for k in range(a, comma)))
        ):
            continue
        k = comma + 1
        while k < b and (view.words.words[k][0].isupper() or view.named[k] >= 0):
            if _is_person(view, k):
                return Described("named", view.mentions[view.named[k]])
            k += 1
    return None


def _has_modifier(view: View, a: int, head: int) -> bool:
    return any(
        view.words.lower[k] not in ("same", "two", "three", "four", "unnamed", "anonymous")
        for k in range(a, head)
    )


def _qualified(view: View, a: int, b: int) -> bool:
    """Whether something follows that describes a new source: "the official in charge of …"."""
    return b - a > 1 and view.words.lower[a] != ","


def condition_near(view: View, source: Range, stretch_end: int, stretch_first: int) -> Span | None:
    """The condition of anonymity in the source's own words, or after it in the same stretch."""
    return condition_in(view, source[0], stretch_end) or condition_in(view, stretch_first, stretch_end)


def condition_in(view: View, first: int, last: int) -> Span | None:
    """The first condition of anonymity told in these words, verbatim."""
    text, start, end = view.words.text, view.words.starts[first], view.words.ends[last - 1]
    if not _HINT.search(text, start, end):
        return None
    for pattern in _CONDITIONS:
        found = pattern.search(text, start, end)
        if found is not None:
            a, b = found.span("how") if "how" in pattern.groupindex else found.span()
            while b > a and (text[b - 1].isspace() or text[b - 1] in ",;"):
                b -= 1
            while a < b and (text[a].isspace() or text[a] in ",;"):
                a += 1
            if b > a:
                return view.document.span(a, b)
    return None


def told_later(
    view: View, order: Sequence[tuple[AnonymousSource, int]]
) -> Iterator[tuple[AnonymousSource, Span]]:
    """Conditions that a sentence of their own adds: "He demanded anonymity because …" after an official spoke."""
    by_stretch = {number: source for source, number in order}
    for stretch in view.stretches:
        if view.words.lower[stretch.first] not in ("he", "she", "they", "both", "all"):
            continue
        before = by_stretch.get(stretch.number - 1)
        if before is None or before.condition is not None or stretch.number in by_stretch:
            continue
        plural = view.words.lower[stretch.first] in ("they", "both", "all")
        condition = condition_in(view, stretch.first, stretch.last)
        if condition is not None and not (plural and before.number == "one"):
            yield before, condition


def anonymous(view: View, source: Range, described: Described, condition: Span | None) -> AnonymousSource:
    """The source as the report describes it: affiliation, rank and number are read from its own words."""
    words = view.words
    a, b = source
    start, end = words.starts[a], words.ends[b - 1]
    if condition is not None and start < condition.start < end:
        end = len(words.text[: condition.start].rstrip(" ,")) if condition.start - start > 2 else end
    span = view.document.span(start, end)
    rank = _SENIORITY.search(span.exact)
    return AnonymousSource(
        id=address(view.document.report, "source", span.start, span.end),
        span=span,
        description=span.exact,
        affiliation=_affiliation(view, a, b),
        rank=rank.group(1).lower() if rank else None,
        number=_number(view, a, b, described),
        condition=condition,
        rule=f"no name: {described.head}" if described.head else "no name",
    )


def _affiliation(view: View, a: int, b: int) -> str | None:
    """The names in the description, as printed, or a lower-case body that says where the source sits."""
    found: list[str] = []
    seen: set[int] = set()
    for k in range(a, b):
        place = view.named[k]
        if (
            place >= 0
            and place not in seen
            and view.mentions[place].kind in ("organisation", "place", "group", "facility", "person")
        ):
            seen.add(place)
            found.append(view.mentions[place].name)
    if found:
        return " and ".join(found[:3])
    for k in range(a, b):
        if view.words.lower[k] in INSTITUTION_NOUNS or view.words.lower[k] in SECTORS:
            return view.words.words[k]
    return _spoken_for(view, a, b)


def _spoken_for(view: View, a: int, b: int) -> str | None:
    """ "a lawyer for the dockers", "an aide to the prime minister": whom one without a name works for."""
    low, stop = view.words.lower, _core_end(view, a, b)
    if stop >= b - 1 or low[stop] not in ("for", "to", "with") or low[stop - 1] not in _ANONYMOUS:
        return None
    end = stop + 1
    while end < b and low[end] not in _SPOKEN_UP_TO:
        end += 1
    if low[stop + 1] not in DETERMINERS or end - stop < 3 or end - stop > 7:
        return None
    return view.words.text[view.words.starts[stop + 2] : view.words.ends[end - 1]]


def _number(view: View, a: int, b: int, described: Described) -> Number:
    low = view.words.lower
    stop = _core_end(view, a, b)
    lead = low[a:stop]
    if any(word in MANY for word in lead[:3]):
        return "many"
    if (lead and lead[0] in ("one", "a", "an", "another")) or "one" in lead[:1]:
        return "one"
    if any(word in SEVERAL for word in lead[:4]):
        return "several"
    if (
        described.plural
        or low[stop - 1] in PERSON_PLURALS
        or low[stop - 1] in GROUP_NOUNS
        or _are_people(view, stop - 1)
        or (low[stop - 1] in DOCUMENT_NOUNS and low[stop - 1].endswith("s"))
    ):
        return "several"
    return "one"
