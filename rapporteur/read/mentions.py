"""Names with their roles, the offices and papers that stand for names, and which of them are the same.

A mention is chained to the fullest mention of its report only where exactly one candidate stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapporteur.languages.en import names as data
from rapporteur.languages.en.countries import ADJECTIVES, CAPITALS, COUNTRY_NAMES, SEATS
from rapporteur.languages.en.cues import (
    AUXILIARIES,
    CLAUSE_CUES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from rapporteur.languages.en.grammar import NOUN_MODIFIERS, PEOPLE_TAILS, PLAIN_PEOPLE
from rapporteur.languages.en.roles import (
    DOCUMENT_NOUNS,
    HONORIFICS,
    INSTITUTION_NOUNS,
    ISSUED_NOUNS,
    ISSUING,
    SHORT_TITLES,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.model import Address, Document, Mention, MentionKind, Sentence, address
from rapporteur.read.names import Name, find_names
from rapporteur.read.polities import as_states
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


@dataclass(frozen=True, slots=True)
class _Titled:
    """What stands round a name: its title or apposition, and whom that belongs to."""

    role: str | None = None
    affiliation: str | None = None


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
    found.extend(_common_nouns(document, words, taken, bounds, found))
    found.sort(key=lambda mention: (mention.span.start, mention.span.end))
    return _chained(_issued(words, _in_office(document, _of_their_kind(as_states(document, found))), bounds))


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
    return names


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
    titled = _Titled()
    if name.kind == "person":
        titled = _title_before(words, a, bounds[a])
        after = _apposition(words, b, bounds, people)
        if titled.role is None:
            titled = after
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


def _title_before(words: Words, a: int, begin: int) -> _Titled:
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
        else:
            break
    if not heads:
        return _Titled()
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
    return _Titled(" ".join(role.split()), affiliation)


def _apposition(words: Words, b: int, bounds: Sequence[int], people: set[int]) -> _Titled:
    """ "…, a vice president with the bank," or "…, who heads the fund," after a name."""
    if b + 1 >= len(words) or words.words[b] != "," or bounds[b] != bounds[b - 1]:
        return _Titled()
    i = b + 1
    end = i
    while (
        end < len(words)
        and bounds[end] == bounds[b]
        and words.words[end] not in (",", ";", ".", "—", "–", "(", ")", "”", '"', "''")
        and end - i < 16
    ):
        end += 1
    if end >= len(words) or end == i or words.words[end] not in (",", ".", ";", "—", "–"):
        return _Titled()
    low = words.lower
    if any(
        k in people and k + 1 not in people and low[k + 1 : k + 2] not in (["'s"], ["’s"])
        for k in range(i, end)
    ):
        return _Titled()  # the next of a list, not what this one is
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
            return _Titled(words.text[words.starts[i + 1] : words.ends[end - 1]])
        return _Titled()
    heads = [k for k in range(i, min(end, i + 10)) if low[k] in TITLE_HEADS]
    if not heads:
        return _Titled()
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
        return _Titled()
    role = words.text[words.starts[i] : words.ends[end - 1]]
    affiliation = None
    named = [k for k in range(i, end) if words.words[k][0].isupper()]
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
    return _Titled(" ".join(role.split()), affiliation)


def _common_nouns(
    document: Document, words: Words, taken: bytearray, bounds: Sequence[int], names: Sequence[Mention]
) -> list[Mention]:
    """Offices without their holder, bodies named by a common noun, and papers: all that act without a name."""
    found: list[Mention] = []
    for i in range(len(words)):
        low = words.lower[i]
        if taken[i] or not words.words[i][0].isalpha():
            continue
        kind: MentionKind | None = None
        if low in INSTITUTION_NOUNS:
            kind = "organisation"
        elif low in DOCUMENT_NOUNS:
            kind = "document"
        elif low in TITLE_HEADS and low not in PLAIN_PEOPLE:
            kind = "role"
        if kind is None:
            continue
        a, named = _noun_phrase(words, i, bounds[i])
        lead = words.lower[a]
        if kind == "organisation" and not (
            named or lead in ("the", "its", "their", "his", "her", "this", "that", "our")
        ):
            continue
        if kind == "document" and not (
            named or lead in ("the", "that", "this", "its", "their", "his", "her", "a", "an", "another")
        ):
            continue
        if kind == "role":
            nxt = words.words[i + 1] if i + 1 < len(words) else ""
            if (nxt[:1].isupper() and taken[i + 1]) or lead not in ("the", "that", "this") or a == i:
                continue
            if i + 1 < len(words) and words.lower[i + 1] in TITLE_HEADS:
                continue
        if (
            kind != "role"
            and i + 1 < len(words)
            and (words.lower[i + 1] in TITLE_HEADS or words.lower[i + 1] in PEOPLE_TAILS)
        ):
            continue  # "the government spokesman"
        b = i + 1
        start, end = words.starts[a], words.ends[b - 1]
        # the article is no part of the name
        begin = words.starts[a + 1] if words.lower[a] in DETERMINERS and a + 1 < b else start
        if any(taken[k] for k in range(words.at(begin), b)) and kind == "role" and not named:
            continue
        span = document.span(begin, end)
        found.append(
            Mention(
                id=address(document.report, "mention", begin, end),
                span=span,
                kind=kind,
                name=" ".join(span.exact.split()),
                role=" ".join(span.exact.split()) if kind == "role" else None,
                affiliation=named if kind == "role" else None,
                rule=f"{kind} noun",
            )
        )
    return found


def _is_plain(low: str) -> bool:
    """Whether a word can only qualify the noun after it."""
    return (
        low.isalpha()
        and low not in PREPOSITIONS
        and low not in COORDINATORS
        and low not in SUBORDINATORS
        and low not in AUXILIARIES
        and low not in PRONOUNS
        and low not in CLAUSE_CUES
        and not low.endswith(("ly", "ing"))
    )


def _noun_phrase(words: Words, head: int, begin: int) -> tuple[int, str | None]:
    """Where the noun phrase of `head` begins, and the name that qualifies it ("Iranian", "Moreno")."""
    i = head
    named: list[str] = []
    while i > begin and head - i < 7:
        word, low = words.words[i - 1], words.lower[i - 1]
        if low in ("'s", "’s"):
            i -= 1
        elif word[0].isupper() and word not in data.NOT_NAMES:
            named.append(word)
            i -= 1
        elif low in DETERMINERS:
            i -= 1
            if i > begin and words.lower[i - 1] == "the" and low != "the":
                i -= 1  # "the two delegations"
            break
        elif (
            low in TITLE_MODIFIERS
            or low in NOUN_MODIFIERS
            or ("-" in low and low[0].isalnum())
            or (
                low.endswith(("ed", "al", "ic", "ive", "ary", "ous", "ian"))
                and low.isalpha()
                and len(low) > 4
                and head - i < 3
            )
        ):
            i -= 1
        elif (
            _is_plain(low)
            and head - i < 3
            and i - 2 >= begin
            and (words.lower[i - 2] in DETERMINERS or words.words[i - 2][0].isupper())
        ):
            i -= 1  # "the harbour ministry"
        else:
            break
    while i < head and words.lower[i] in ("'s", "’s"):
        i += 1
    return i, " ".join(reversed(named)) or None


def _of_their_kind(mentions: list[Mention]) -> list[Mention]:
    """A word that is clearly of one kind somewhere in the report is of that kind throughout it."""
    kinds: dict[str, MentionKind] = {}
    surnames: dict[str, set[str]] = {}
    for mention in mentions:
        parts = mention.name.split()
        if mention.kind == "person" and len(parts) > 1:
            surnames.setdefault(parts[-1], set()).add(mention.name)
        if mention.kind == "person" and mention.role:
            kinds[mention.name] = "person"
    elsewhere: dict[str, MentionKind] = {}  # a person is named in full somewhere: a bare word else is none
    for mention in mentions:
        if mention.kind in ("place", "organisation") and mention.rule == "name":
            elsewhere.setdefault(mention.name, mention.kind)
        elif mention.kind == "group":
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


def _chained(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Each mention with the fullest mention of the same thing in this report, when exactly one could be meant."""
    full: dict[tuple[str, str], Mention] = {}  # (kind, name) → first mention so named
    for mention in mentions:
        if mention.kind in ("role", "document"):
            continue
        key = (mention.kind, _plain(mention.name))
        if key not in full or (
            full[key].role is None and mention.role is not None and mention.rule == "name"
        ):
            full[key] = mention
    persons = {key[1]: mention for key, mention in full.items() if key[0] == "person"}
    by_part: dict[str, set[str]] = {}
    for name in persons:
        parts = name.split()
        if len(parts) > 1:
            for part in {
                parts[-1],
                parts[0],
                " ".join(parts[1:]),
                *([" ".join(parts[-2:])] if len(parts) > 2 else []),
            }:
                by_part.setdefault(part, set()).add(name)
    by_initials: dict[str, set[str]] = {}
    for kind, name in full:
        if kind == "organisation":
            letters = "".join(
                word[0]
                for word in name.split()
                if word[0].isalpha() and word not in ("of", "the", "for", "and")
            )
            if len(letters) > 1:
                by_initials.setdefault(letters.upper(), set()).add(name)
    made: list[Mention] = []
    for mention in mentions:
        if mention.chain is not None:
            made.append(mention)
            continue
        target: Mention | None = None
        plain = _plain(mention.name)
        if mention.kind == "person":
            fuller = {name for name in by_part.get(plain, set()) if name != plain}
            if len(fuller) > 1:  # "J. Moreno" and "Juan Moreno" are left apart only if both stand
                fuller = {
                    name
                    for name in fuller
                    if not any(_is_part(name, other) for other in fuller if other != name)
                }
            if len(fuller) == 1:
                target = persons[next(iter(fuller))]
            elif not fuller:
                target = full.get(("person", plain))
        elif mention.kind not in ("role", "document"):
            fuller = (
                by_initials.get(plain.replace(".", ""), set()) if plain.replace(".", "").isupper() else set()
            )
            target = (
                full[("organisation", next(iter(fuller)))]
                if len(fuller) == 1
                else full.get((mention.kind, plain))
            )
        chain = target.id if target is not None and target.id != mention.id else None
        made.append(replace(mention, chain=chain) if chain else mention)
    return _offices(tuple(made))


def _offices(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """ "the foreign minister" is the one person whom this report has given that office before, if exactly one."""
    held: dict[str, dict[str, None]] = {}
    made: list[Mention] = []
    by_id = {mention.id: mention for mention in mentions}
    for mention in mentions:
        if mention.kind == "person" and mention.role:
            held.setdefault(mention.chain or mention.id, {})[
                " ".join([mention.affiliation or "", mention.role])
            ] = None
        if mention.kind == "role" and mention.role:
            wanted = [word.lower() for word in mention.role.replace("’s", "").replace("'s", "").split()]
            able = [who for who, roles in held.items() if any(_holds(role, wanted) for role in roles)]
            able = _of_country(able, held, mention.affiliation)
            if len(able) == 1 and by_id[able[0]].id != mention.id:
                mention = replace(mention, chain=able[0])
        made.append(mention)
    return tuple(made)


def _of_country(
    able: Sequence[Address], held: Mapping[Address, Mapping[str, None]], affiliation: str | None
) -> list[Address]:
    """Those whose office belongs where the words say: "the Kremlin envoy" is the Russian one."""
    code = _country(affiliation or "")
    if code is None:
        return list(able)
    exact = [who for who in able if any(_country(role) == code for role in held[who])]
    return exact or [who for who in able if all(_country(role) is None for role in held[who])]


def _country(words: str) -> str | None:
    """The country that the first of these words to stand for one stands for."""
    parts = words.replace("’s", "").replace("'s", "").split()
    for size in (2, 1):
        for i in range(len(parts) - size + 1):
            name = " ".join(parts[i : i + size])
            for table in (ADJECTIVES, COUNTRY_NAMES, SEATS, CAPITALS):
                if name in table:
                    return table[name]
    return None


def _holds(role: str, wanted: Sequence[str]) -> bool:
    """Whether a role as given covers every word of the office asked for, its last word being the head."""
    has = [word.strip(",.").lower() for word in role.replace("’s", "").replace("'s", "").split()]
    if wanted[-1] not in has:
        return False
    modifiers = [word for word in wanted[:-1] if word in TITLE_MODIFIERS or word in TITLE_HEADS]
    # "the president" is not the vice president
    if wanted[-1] in ("president", "minister", "secretary") and "vice" in has and "vice" not in wanted:
        return False
    return all(word in has for word in modifiers)


def _plain(name: str) -> str:
    return name.replace("’", "'")


def _is_part(short: str, long: str) -> bool:
    """Whether one full name is the other with parts left out."""
    parts, whole = short.split(), long.split()
    return len(parts) < len(whole) and parts[-1] == whole[-1] and parts[0][0] == whole[0][0]
