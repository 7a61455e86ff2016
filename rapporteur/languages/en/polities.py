"""Words that only a state, a province or a city has, by their place around its name."""

from __future__ import annotations

STATES_OWN = (
    r"(?:foreign|prime|defen[cs]e|interior|finance|justice|economy|energy|water|trade|transport|health|culture)"
    r"\s+minist(?:er|ers|ry)|ministers?|parliament|embassy|ambassador|borders?|territory|soil|territorial\s+waters"
    r"|citizens|capital|constitution|airspace|coast|province|provinces"
)
"""After a name: what a state has and no person and no firm."""

THEIRS_TOO = r"government|army|armed\s+forces|troops|military|navy"
"""After a name: what a state has, and what the press also gives to whoever leads one."""

OF_A_STATE = (
    r"government|parliament|republic|kingdom|people|peoples|prime\s+minister|foreign\s+minister|ambassador"
    r"|territory|borders?|citizens|capital"
)
"""Before a name, with "of"."""

BETWEEN = r"(?!(?:the|a|an|that|its|his|her|their|our|of|and|said|says|to)\b)[\w-]+\s+"
"""A word that may stand between a name and what it has: "Sandrel's new foreign minister"."""

#: Where what English calls an administration, after its head, has its seat.
ADMINISTRATION_SEAT = "White House"
