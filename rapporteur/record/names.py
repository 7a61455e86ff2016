"""Whether two names can mean one person, body or place: pure comparison of names, no list of people."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapporteur.languages.en.countries import ADJECTIVES, CAPITALS, COUNTRIES, COUNTRY_NAMES, PEOPLES, SEATS
from rapporteur.languages.en.given import (
    BODIES,
    COMPANY_FORMS,
    NOT_HOLDING,
    ORGANS,
    SHORT_FORMS,
    SOLE_OFFICES,
    SPELLINGS,
    SUFFIXES,
)
from rapporteur.languages.en.names import PARTICLES
from rapporteur.languages.en.roles import HONORIFICS, SHORT_TITLES, TITLE_HEADS, TITLE_MODIFIERS

WORD = re.compile(r"[^\W_]+(?:[’'.-](?=[^\W_])[^\W_]+)*\.?")
POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_VOWELS = re.compile(r"[aeiou]+")
SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "de", "du", "la", "a", "at"})
TITLES = frozenset(word.lower().rstrip(".") for word in HONORIFICS | SHORT_TITLES)
CODES = {country.code: country.names[0] for country in COUNTRIES}


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name as compared: no accents, possessive, article or abbreviation points; lower case, single blanks."""
    bare = unicodedata.normalize("NFKD", name.replace("’", "'").replace("\u00a0", " "))
    bare = "".join(c for c in bare if not unicodedata.combining(c)).casefold().strip(" \t\n\"“”'.,;:()[]")
    bare = POSSESSIVE.sub("", bare)
    if re.fullmatch(r"(?:[^\W_]\.)+[^\W_]?", bare + "."):
        bare = bare.replace(".", "")
    bare = re.sub(r"\b((?:[^\W_]\.){2,})", lambda found: found[1].replace(".", ""), bare)
    bare = " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)?", bare))
    return bare.removeprefix("the ") if bare != "the" else bare


@lru_cache(maxsize=65536)
def sound(token: str) -> str:
    """A token with the spellings of one sound made alike: "Zelenskyy" and "Zelensky", "Rohani" and "Rouhani"."""
    out = token.replace("'", "")
    for old, new in SPELLINGS:
        out = out.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", out)


@lru_cache(maxsize=65536)
def person_tokens(name: str) -> tuple[str, ...]:
    """The tokens of a person's name, without titles and suffixes; particles joined to what follows them."""
    tokens = [token for token in plain(name.replace("-", " ")).split() if token not in SUFFIXES]
    while len(tokens) > 1 and (tokens[0] in TITLES or tokens[0] in TITLE_HEADS):
        tokens.pop(0)
    out: list[str] = []
    held = ""
    for i, token in enumerate(tokens):
        if token in PARTICLES and i < len(tokens) - 1 and (out or held or len(tokens) > 2 or len(token) < 4):
            held += token + " "
        else:
            out.append(held + token)
            held = ""
    return tuple(out)


def surname(tokens: tuple[str, ...]) -> str:
    """The last token without its particles: "von der leyen" gives "leyen"."""
    return tokens[-1].split()[-1] if tokens else ""


def given_fits(left: str, right: str) -> bool:
    """Whether two given names can be one: alike, initial, short form, or one sound."""
    if left == right or sound(left) == sound(right) or transliterated(left, right):
        return True
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return long.startswith(short)
    if len(short) == 2 and len(long) > 2 and short.isalpha() and not set(short) & set("aeiou"):
        return long.startswith(short[0])  # "JD", written without points
    return bool(SHORT_FORMS.get(left, frozenset({left})) & SHORT_FORMS.get(right, frozenset({right})))


@lru_cache(maxsize=65536)
def transliterated(left: str, right: str) -> bool:
    """Whether two given names have the same consonants, and vowels that one script writes for another.

    "Yusuf" and "Yousef", "Karim" and "Kareem"; not "Hassan" and "Hussein", whose vowels part.
    """
    a, b = sound(left), sound(right)
    bones, others = _VOWELS.sub("", a), _VOWELS.sub("", b)
    if bones != others or len(bones) < 3 or a[0] != b[0] or (a[-1] in "aeiou") != (b[-1] in "aeiou"):
        return False
    pairs = list(zip(_VOWELS.findall(a), _VOWELS.findall(b), strict=False))
    same = len(_VOWELS.findall(a)) == len(_VOWELS.findall(b))
    return same and all(x[0] == y[0] or "e" in (x[0], y[0]) for x, y in pairs)


def surname_fits(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names end alike, or are spelled for one sound."""
    a, b = surname(left), surname(right)
    if a == b or (min(len(a), len(b)) >= 4 and sound(a) == sound(b)):
        return True
    whole = [tokens[-1].replace(" ", "") for tokens in (left, right)]  # "al khatib", "alkhatib"
    return " " in left[-1] + right[-1] and sound(whole[0]) == sound(whole[1])


def same_person(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[float, str] | None:
    """Strength and rule with which two names of persons are one; None where they are not, or it is open."""
    if not left or not right:
        return None
    if left == right:
        return 1.0, "same name"
    short, long = sorted((left, right), key=lambda tokens: (len(tokens), tokens))
    if len(long) == 1:
        return (0.8, "spelled for one sound") if surname_fits(left, right) else None
    if len(short) == 1:
        if surname_fits(left, right):
            return 0.4, "surname alone"
        token = short[0]
        if token == long[0] and token not in SHORT_FORMS and len(token) > 1:
            return 0.35, "first of its names alone"
        return None
    if sorted(map(sound, left)) == sorted(map(sound, right)):
        return 0.9, "same names, spelled or ordered otherwise"
    if long[-len(short) :] == short:
        return 0.7, "the end of the longer name"
    if not surname_fits(left, right) or not given_fits(left[0], right[0]):
        return None
    a, b = left[1:-1], right[1:-1]
    if a and b and not (given_fits(a[0], b[0])):
        return None
    exact = left[0] == right[0]
    if bool(a) != bool(b):
        whole = exact and len((a or b)[0]) > 2
        return (0.75, "same name, one with a middle name") if whole else (0.45, "short form or initial")
    initial = min(len(left[0]), len(right[0])) == 1
    return (0.45, "initial") if initial else (0.85, "short form or other spelling of the given name")


def persons_conflict(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names cannot be one person's: both full, and not the same."""
    if len(left) < 2 or len(right) < 2:
        return len(left) == len(right) == 1 and same_person(left, right) is None
    return same_person(left, right) is None


@lru_cache(maxsize=65536)
def role_key(role: str) -> str:
    """The office in a role, without country and rank: "Iranian Foreign Minister" gives "foreign minister"."""
    tokens = plain(role).split()
    while tokens and (tokens[0] in TITLES - TITLE_HEADS or tokens[0] in COUNTRY_WORDS):
        tokens.pop(0)
    text = " ".join(token for token in tokens if token not in COUNTRY_WORDS)
    head = next((word for word in reversed(text.split()) if word in TITLE_HEADS), None)
    if head is None:
        return ""
    words = text.split()
    if " of " in f" {text} " and head in words[: words.index("of")]:
        after = words.index("of") + 1 + (words[words.index("of") + 1 :][:1] == ["the"])
        size = 2 if set(words[after : after + 1]) & {"foreign", "joint", "national", "internal"} else 1
        start = max(0, words.index("of") - 3)
        return " ".join(words[start : after + size])
    at = len(words) - 1 - words[::-1].index(head)
    start = at
    while start > 0 and (words[start - 1] in TITLE_MODIFIERS or words[start - 1] in TITLE_HEADS):
        start -= 1
    return " ".join(word for word in words[start : at + 1] if word not in {"former", "then", "ex", "acting"})


COUNTRY_WORDS = frozenset(
    word for table in (COUNTRY_NAMES, ADJECTIVES, PEOPLES) for name in table for word in plain(name).split()
) - frozenset(
    {"new", "north", "south", "and", "republic", "great", "united", "kingdom", "of", "the", "central"}
)

_BY_NAME = {plain(name): code for name, code in COUNTRY_NAMES.items()}
_BY_PEOPLE = {plain(name): code for name, code in (*ADJECTIVES.items(), *PEOPLES.items()) if plain(name)}
_BY_CAPITAL = {plain(name): code for name, code in CAPITALS.items()}
_BY_SEAT = {plain(name): code for name, code in SEATS.items()}
SHORTEST = {
    country.code: min((plain(name) for name in country.names if len(plain(name)) > 1), key=len)
    for country in COUNTRIES
}
_LETTERS = {name: letters for letters, (name, _) in BODIES.items()}


def people_of(name: str) -> str | None:
    """The ISO code of the country whose people, or whose adjective, a word is."""
    key = plain(name)
    return None if key in _BY_NAME else _BY_PEOPLE.get(key)


def capital_of(name: str) -> str | None:
    """The ISO code of the country whose capital this is."""
    return _BY_CAPITAL.get(plain(name))


def is_known(name: str) -> bool:
    """Whether a whole name is a country's, a people's, a capital's, a seat of government's or a known body's."""
    key = plain(name)
    tables = (_BY_NAME, _BY_PEOPLE, _BY_CAPITAL, _BY_SEAT, _LETTERS, BODIES, ORGANS)
    return any(key in table for table in tables)


@lru_cache(maxsize=65536)
def thing_key(name: str) -> str:
    """The key of a name that is no person's: a country by its code, a body by its letters, else plain.

    The forms of companies are left out, and a country's name that opens a longer one is made alike.
    """
    key = plain(name)
    if code := _BY_NAME.get(key):
        return f"@{code}"
    if code := _BY_PEOPLE.get(key):
        return f"@{code} people"
    words = key.split()
    while len(words) > 1 and words[-1] in COMPANY_FORMS:
        words.pop()
    for size in (3, 2):
        if len(words) > size and (code := _BY_NAME.get(" ".join(words[:size]))):
            words[:size] = [SHORTEST[code]]
    key = " ".join(words)
    return _LETTERS.get(key, key)


def letters_of(key: str) -> str:
    """The first letters of a name of three words or more, small words left out."""
    words = [word for word in key.split() if word not in SMALL]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def syllables_of(short: str, long: str) -> bool:
    """Whether a name of one word is made of beginnings of a longer one's words: "Navcent", "Minfin"."""
    words = [word for word in long.split() if word not in SMALL]
    if " " in short or len(short) < 6 or len(words) < 2 or short in words:
        return False

    def made(rest: str, at: int, chunks: int) -> bool:
        if not rest:
            return chunks >= 2
        for i in range(at, len(words)):
            for size in range(min(len(words[i]) - 1, len(rest)), 2, -1):
                if rest.startswith(words[i][:size]) and made(rest[size:], i + 1, chunks + 1):
                    return True
        return False

    return made(short, 0, 0)


def same_thing(left: str, right: str) -> tuple[float, str] | None:
    """Strength and rule with which two keys of bodies or places are one; None where they are not."""
    if left == right:
        return 1.0, "same name"
    if left.startswith("@") or right.startswith("@"):
        return None
    a, b = _BY_CAPITAL.get(left), _BY_CAPITAL.get(right)
    if a or b:
        if a == b and (_bones(left) == _bones(right) or left.split()[0] == right.split()[0]):
            return 0.9, "one capital, spelled otherwise"
        return None
    short, long = sorted((left, right), key=lambda key: (len(key), key))
    if short == letters_of(long):
        return 0.45, "its letters"
    if syllables_of(short, long):
        return 0.45, "its first syllables"
    x, y = short.split(), long.split()
    if len(x) == len(y) and [sound(word) for word in x] == [sound(word) for word in y] and len(short) >= 5:
        return 0.8, "spelled for one sound"
    if len(x) >= 2 and len(y) > len(x) and y[-len(x) :] == x and is_national(" ".join(y[: -len(x)])):
        return 0.4, "without its country"
    return None


def _bones(name: str) -> str:
    return re.sub(r"[aeiouy' ]|(?<=.)h", "", re.sub(r"v|w", "v", name))


def is_national(words: str) -> bool:
    """Whether these words are a country's name or adjective."""
    return words in _BY_NAME or words in _BY_PEOPLE


def party_of(words: str | None) -> str | None:
    """The party that words speak for: a country by name, adjective, capital or seat, or an international body.

    "Ukraine's", "Russian", "Kremlin" and "Iranian Foreign Ministry" do; "senior" does not. Two
    countries in the same words give None.
    """
    if not words:
        return None
    key = plain(words)
    if key in _LETTERS or key in BODIES:
        return BODIES[_LETTERS.get(key, key)][1]
    if key in ORGANS:
        return ORGANS[key]
    tokens = key.split()
    found: list[str] = []
    i = 0
    while i < len(tokens):
        for size in (4, 3, 2, 1):
            part = " ".join(tokens[i : i + size])
            code = _BY_NAME.get(part) or _BY_PEOPLE.get(part) or _BY_CAPITAL.get(part) or _BY_SEAT.get(part)
            name = CODES[code] if code else None
            if name is None and part in BODIES and part not in {"au"}:
                name = BODIES[part][1]
            name = name or ORGANS.get(part)
            if name:
                found.append(name)
                i += size - 1
                break
        i += 1
    return found[0] if len(set(found)) == 1 else None


def state_office(role: str | None, affiliation: str | None) -> str | None:
    """The state and office that one person holds at a time ("Iran:foreign minister"); None for any other role.

    A former holder, a deputy or one to come is no holder, and an office without its country is anybody's.
    """
    low = (role or "").lower()
    if not low or set(re.findall(r"[a-z]+", low)) & NOT_HOLDING:
        return None
    own = re.split(r"\b(?:with|to|on|against|about|towards?|for)\b", role or "", maxsplit=1)[0]
    office = role_key(own).replace("defence", "defense").replace("premier", "prime minister")
    if office not in SOLE_OFFICES and not (office.endswith(" minister") and len(office.split()) == 2):
        return None
    state = party_of(POSSESSIVE.sub("", affiliation or "")) or party_of(own)
    return f"{state}:{office}" if state and plain(state) in _BY_NAME else None
