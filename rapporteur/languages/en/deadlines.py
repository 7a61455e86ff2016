"""English words about deadlines: what is demanded by when, or else what, and how a deadline softens or goes by."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A set of words from one line of them."""
    return frozenset(text.split())


DEADLINE = words("deadline deadlines ultimatum cutoff cut-off target-date")
GIVES = words(
    "give gives gave given giving grant grants granted set sets setting impose imposes imposed issue issued"
)
HAS_UNTIL = words("has have had having")
ASKS = words(
    "asked asks told tells urged urges ordered orders instructed demanded demands wants wanted requires required obliged "
    "pressed directed summoned expects expected called"
)
"""Verbs that lay a duty on somebody: “asked both sides to answer by 17 June”."""
PLEDGES = words(
    "agreed agrees pledged pledges promised promises committed vowed undertook resolved obliged bound due"
)
"""Verbs by which somebody takes a duty on himself: “agreed to conclude by 30 June”."""
SOFT = words(
    "flexibility flexible slip slipped soften softened softening loosen loosened negotiable unofficial rough informal "
    "artificial non-binding nonbinding leeway wiggle relax relaxed elastic"
)
"""Beside a deadline these say that it is not hard; an unofficial one never was."""
EXTENDS = words(
    "extend extends extended extending extension postponed delayed pushed moved roll rolled prolong prolonged prolonging "
    "shifted deferred"
)
"""Verbs that give a deadline another day."""
MISSES = words("missed misses blew blown overran exceeded past beyond")
GOES_BY = words("passed passes expired expires lapsed lapses elapsed came ran")
"""Behind “the deadline” these say that its day went by."""
MET = words("met beat")
FAILS = words("failed fails failing fail without unable")
LIFTS = words("lifted dropped scrapped withdrew withdrawn abandoned cancelled canceled waived removed")
AFTER_OR = words("face faces risk risks lose loses see suffer be forfeit else it they he she we")
THREATS = words("threatened threatens threatening warned warns vowed promised pledged")
LAPSES = words("expires expire expired lapses lapse runs run ends end")
LAPSING = words(
    "truce ceasefire cease-fire armistice mandate contract contracts funding authority authorisation authorization moratorium "
    "agreement accord pact deal waiver waivers licence license sanctions exemption offer term extension bill measure standstill "
    "stopgap freeze pause visa visas treaty lease"
)
"""What runs out by itself on a day, so that talks must be done by then."""
DEMAND_ENDS = words(
    "looms loomed looming nears near neared nearing approaches approached approaching closes closed passes passed continue "
    "continues continued expires expired is was are were has have had will would came comes drew draws slipped and but set which "
    "who that while after before as when with if unless until"
)
"""Words at which what is demanded is over."""
STOP = words('; — – -- : ( ) “ ” "')
