"""Who acts for whom: adjectives of nations, capitals and buildings, and the bodies that are one party's.

Used to see that "the U.S. document" and "the White House's plan" have one owner. The words are those of
the press the world over; nobody's name stands here.
"""

from __future__ import annotations

from rapporteur.languages.en.countries import COUNTRIES

_BLOCS = """
european union: eu, e.u., the bloc, european commission, european council, european parliament
united nations: un, u.n., security council
europe: european, europeans, e3, european governments, european leaders
united states: white house, oval office, state department, pentagon, u.s. congress
britain: whitehall, the crown
iran: islamic republic
"""

PARTIES: dict[str, str] = {}
"""Every word for a party, in lower case, and the party's own name."""
for _country in COUNTRIES:
    _own = _country.names[0].lower()
    for _word in (
        *_country.names,
        *_country.adjectives,
        *_country.people,
        *_country.capitals,
        *_country.seats,
    ):
        # "Congolese", "Korean": whoever shares an adjective is left to the words around it
        if _word.lower() in PARTIES and PARTIES[_word.lower()] != _own:
            PARTIES[_word.lower()] = ""
        else:
            PARTIES[_word.lower()] = _own
PARTIES = {_word: _own for _word, _own in PARTIES.items() if _own}
_NAMES = {"united kingdom": "britain"}
PARTIES = {_word: _NAMES.get(_own, _own) for _word, _own in PARTIES.items()}
for _line in _BLOCS.strip().splitlines():
    _name, _, _words = _line.partition(":")
    PARTIES[_name] = _name
    for _word in _words.split(","):
        PARTIES[_word.strip()] = _name

EUROPEAN = frozenset(
    [
        "britain",
        "france",
        "germany",
        "italy",
        "spain",
        "poland",
        "netherlands",
        "belgium",
        "sweden",
        "finland",
        "denmark",
        "norway",
        "austria",
        "ireland",
        "portugal",
        "greece",
        "romania",
        "hungary",
    ]
) | {"european union", "czech republic"}
"""Those whom "the Europeans" may stand for when several of them act together."""

ALIASES: dict[str, str] = {
    "gop": "republican",
    "dem": "democrat",
    "tory": "conservative",
    "torie": "conservative",
}
"""Short names the press has for parties, by their stems."""

LEGISLATORS = r"\b(?:sen(?:ator|s)?|rep(?:resentative|s)?|congress(?:man|woman|person)|(?:minority|majority|house|senate|opposition|democratic|republican) (?:leader|whip)|lawmakers?|speaker|backbencher|deput(?:y|ies)|mps?|whip|member of (?:parliament|congress))\b"
"""Offices whose holders speak for their own party, not for their country."""
PARTY_LETTERS: dict[str, str] = {"R": "Republicans", "D": "Democrats"}
"""Letters by which the press marks a legislator’s party: "Ron Doe, R-Wis."."""

BODY_WORDS = frozenset(
    [
        "administration",
        "government",
        "officials",
        "official",
        "side",
        "team",
        "negotiators",
        "negotiator",
        "delegation",
        "authorities",
        "regime",
        "president",
        "leader",
        "leaders",
        "prime",
        "minister",
        "foreign",
        "ministry",
        "parliament",
        "lawmakers",
        "envoy",
        "envoys",
        "diplomats",
        "senators",
        "delegates",
        "representatives",
        "governments",
        "allies",
        "politicians",
        "leadership",
        "camp",
        "party",
        "ministers",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "state",
        "board",
        "council",
        "management",
        "cabinet",
    ]
)
"""Words that follow a party's name without changing whose side it is."""
