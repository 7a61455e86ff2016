"""English words about deadlines and outlooks: what is demanded by when, and what is expected to come."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A set of words from one line of them."""
    return frozenset(text.split())


DEADLINE = words("deadline deadlines ultimatum cutoff cut-off target-date")
GIVES = words(
    "give gives gave given giving grant grants granted set sets setting impose imposes imposed issue issued allow allowed"
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
CONSEQUENCE = (
    "failing which", "or else", "otherwise", "after which", "or it would", "or it will", "or they would", "or they will",
    "or face", "or risk", "or see", "or lose", "or suffer", "or forfeit",
)  # fmt: skip
"""What opens the words for “or else”."""
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

# --- outlooks -------------------------------------------------------------------------------------

POSITIVE = words(
    "optimistic optimism hopeful hopefully confident confidence encouraged encouraging encouragement promising breakthrough "
    "constructive productive momentum undeterred upbeat achievable attainable closer headway"
)
NEGATIVE = words(
    "pessimistic pessimism doubt doubts doubtful unlikely skeptical sceptical skepticism scepticism deadlock deadlocked stalemate "
    "stalled impasse hopeless bleak gloomy intractable doomed grim setback collapse despair remote derail futile"
)
POSITIVE_PHRASES = (
    "substantial progress", "good progress", "significant progress", "real progress", "made progress", "making progress",
    "some progress", "more hope", "great progress", "within reach", "on track", "close to a deal", "close to an agreement",
    "better chance", "good chance", "a chance to", "chance of success", "better odds", "step forward", "moved forward", "moving forward",
    "could bring a breakthrough", "might serve as a basis", "could serve as a basis", "hopes for", "hope for", "hopes to reach", "expects a deal", "expects to reach", "likely to agree", "likely to pass", "likely to be approved",
    "narrowing the differences", "narrowed the differences", "narrowed their differences", "getting closer", "there will be a deal",
    "be a deal", "light at the end", "fruitful", "in good faith talks", "hope that",
)  # fmt: skip
NEGATIVE_PHRASES = (
    "little interest", "no sign", "little chance", "no chance", "little hope", "little prospect", "no prospect", "far apart",
    "no progress", "little progress", "running out of time", "time is running out", "long way", "little sign", "major obstacles",
    "may spur", "could derail", "could collapse", "may collapse", "will fail", "would fail", "not optimistic", "not confident",
    "at a standstill", "all but certain", "wide gaps", "no breakthrough", "hard to see", "difficult to see", "dead on arrival",
    "no end in sight", "low expectations", "slim chance",
)  # fmt: skip
MIXED_PHRASES = (
    "work remaining", "further work", "more work", "much work", "work to do", "work to be done", "remains to be seen", "gaps remain",
    "differences remain", "has yet to", "have yet to", "too early to", "cautiously optimistic", "cautious optimism", "hard work ahead",
    "important gaps", "tough issues", "a lot of work", "still a way",
)  # fmt: skip
ABOUT = words(
    "talks talk negotiations negotiation negotiating negotiators deal deals agreement agreements accord pact peace plan truce ceasefire "
    "cease-fire settlement compromise war conflict dispute strike vote bill budget shutdown merger sanctions treaty summit meeting "
    "diplomacy diplomatic process proposal offer framework initiative draft text coalition contract solution resolution progress hostages "
    "effort efforts issue issues points differences parties sides conference prices output quota quotas output-cut demands tariffs tariff"
)
"""What a forecast must be about to belong in a record of talks."""
NEGATORS = words("not no never n't without hardly lack lacks lacked little")
COMMENTATORS = words(
    "analyst analysts expert experts professor fellow scholar scholars economist economists commentator columnist critic critics "
    "researcher strategist strategists observer observers historian pollster former author trader traders lawyer director institute "
    "university think-tank pundit"
)
FUTURE = words(
    "will would expect expects expected could may might shall should likely unlikely hope hopes predict predicts predicted forecast"
)
