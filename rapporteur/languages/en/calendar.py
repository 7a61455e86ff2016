"""Calendar words of English: what each one means, without deciding anything.

Values are those of TIMEX3 (TimeML 1.2.1): seasons SP SU FA WI, parts of the day MO MI AF EV NI,
units by their ISO 8601 letter (with DE decade, CE century, Q quarter, WE weekend added by TimeML).
"""

from __future__ import annotations

from rapporteur.languages.en import common
from rapporteur.languages.words import words

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip

WEEKDAYS = {
    "monday": 1, "mon": 1, "tuesday": 2, "tues": 2, "tue": 2, "wednesday": 3, "weds": 3, "wed": 3,
    "thursday": 4, "thurs": 4, "thur": 4, "thu": 4, "friday": 5, "fri": 5, "saturday": 6, "sat": 6,
    "sunday": 7, "sun": 7,
}  # fmt: skip

CASED = {"may", "march", "mar", "sat", "sun", "dec", "sep", "jan", "mon", "fri", "wed", "apr", "jun", "jul"}
"""Short or ambiguous words that are calendar words only with a capital (or, for some, with a figure)."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}

DAYPARTS = {
    "morning": "MO", "mornings": "MO", "midmorning": "MO", "mid-morning": "MO", "dawn": "MO",
    "daybreak": "MO", "sunrise": "MO", "noon": "12:00", "midday": "12:00", "mid-day": "12:00",
    "lunchtime": "MI", "afternoon": "AF", "afternoons": "AF", "midafternoon": "AF", "mid-afternoon": "AF",
    "evening": "EV", "evenings": "EV", "dusk": "EV", "sunset": "EV", "night": "NI", "nights": "NI",
    "midnight": "24:00", "overnight": "NI", "daytime": "DT",
}  # fmt: skip

UNITS = {
    "second": "TS", "seconds": "TS", "minute": "TM", "minutes": "TM", "min": "TM", "mins": "TM",
    "hour": "TH", "hours": "TH", "hr": "TH", "hrs": "TH", "day": "D", "days": "D", "night": "D",
    "nights": "D", "weekend": "WE", "weekends": "WE", "week": "W", "weeks": "W", "fortnight": "F",
    "fortnights": "F", "month": "M", "months": "M", "quarter": "Q", "quarters": "Q", "year": "Y",
    "years": "Y", "yr": "Y", "yrs": "Y", "decade": "DE", "decades": "DE", "century": "CE", "centuries": "CE",
}  # fmt: skip
"""Unit words; a leading T marks a unit of clock time (PT3H), F is two weeks."""

FREQUENCIES = {
    "hourly": "PT1H", "bi-monthly": "P2M", "bi-weekly": "P2W", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "twice-yearly": "P6M", "yearly": "P1Y", "annually": "P1Y", "day-to-day": "P1D",
}  # fmt: skip

PRESENT = (
    "right now", "just now", "until now", "till now", "up to now", "up until now", "by now", "for now",
    "now", "currently", "presently", "nowadays", "at present", "at the moment", "at this time",
    "at this moment", "at this point", "the present", "these days", "to date", "current", "present-day",
)  # fmt: skip
PAST = (
    "recently", "the recent past", "the past", "the distant past", "the not-so-distant past",
    "long ago", "a while ago", "some time ago", "earlier", "lately", "at that time", "not long ago",
)  # fmt: skip
FUTURE = (
    "the near future", "the foreseeable future", "the not-too-distant future", "the immediate future",
    "the future", "near future", "in future", "soon", "shortly", "at a later date", "a later date",
    "the near term", "the short term", "the long term", "the longer term", "the medium term",
)  # fmt: skip

FIXED_HOLIDAYS = {
    "new year's day": (1, 1), "new years day": (1, 1), "new year’s day": (1, 1), "new year's eve": (12, 31),
    "new year’s eve": (12, 31), "new year's": (1, 1), "new year’s": (1, 1), "new year": (1, 1),
    "epiphany": (1, 6), "orthodox christmas": (1, 7), "valentine's day": (2, 14), "valentine’s day": (2, 14),
    "international women's day": (3, 8), "international women’s day": (3, 8), "women's day": (3, 8),
    "st. patrick's day": (3, 17), "st. patrick’s day": (3, 17), "nowruz": (3, 21), "norooz": (3, 21),
    "april fools' day": (4, 1), "april fool's day": (4, 1), "april fools day": (4, 1), "earth day": (4, 22),
    "may day": (5, 1), "international workers' day": (5, 1), "international workers’ day": (5, 1),
    "victory day": (5, 9), "cinco de mayo": (5, 5), "star wars day": (5, 4), "juneteenth": (6, 19),
    "independence day": (7, 4), "fourth of july": (7, 4), "bastille day": (7, 14), "halloween": (10, 31),
    "all hallows day": (11, 1), "all saints' day": (11, 1), "all souls day": (11, 2), "guy fawkes day": (11, 5),
    "armistice day": (11, 11), "veterans day": (11, 11), "veteran's day": (11, 11), "remembrance day": (11, 11),
    "christmas eve": (12, 24), "xmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "xmas": (12, 25), "boxing day": (12, 26), "groundhog day": (2, 2), "inauguration day": (1, 20),
    "flag day": (6, 14), "unification day": (10, 3), "singles day": (11, 11), "single's day": (11, 11),
}  # fmt: skip

NTH_HOLIDAYS = {
    "martin luther king day": (1, 1, 3), "martin luther king jr day": (1, 1, 3), "mlk day": (1, 1, 3),
    "presidents' day": (2, 1, 3), "presidents day": (2, 1, 3), "president's day": (2, 1, 3),
    "washington's birthday": (2, 1, 3), "mother's day": (5, 7, 2), "mothers' day": (5, 7, 2),
    "mothers day": (5, 7, 2), "memorial day": (5, 1, -1), "father's day": (6, 7, 3), "fathers' day": (6, 7, 3),
    "fathers day": (6, 7, 3), "labor day": (9, 1, 1), "labour day": (9, 1, 1), "columbus day": (10, 1, 2),
    "thanksgiving day": (11, 4, 4), "thanksgiving": (11, 4, 4), "black friday": (11, 5, -1),
    "cyber monday": (11, 1, -1), "election day": (11, 2, 1),
}  # fmt: skip
"""Month, weekday, which one (-1 the last). Election Day, Black Friday and Cyber Monday get a rule of their own."""

EASTER_HOLIDAYS = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter sunday": 0,
    "easter monday": 1, "easter": 0, "ascension day": 39, "whit monday": 50, "pentecost": 49,
}  # fmt: skip
"""Days from Easter Sunday (Western reckoning)."""

ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "ist": 330, "jst": 540, "hkt": 480, "aest": 600, "aedt": 660,
}  # fmt: skip
"""Minutes east of Greenwich."""
ZONE_REGIONS = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
    "eastern time": "America/New_York", "eastern": "America/New_York", "central time": "America/Chicago",
    "mountain time": "America/Denver", "pacific time": "America/Los_Angeles", "london time": "Europe/London",
    "moscow time": "Europe/Moscow", "kyiv time": "Europe/Kyiv", "local time": "",
}  # fmt: skip

START = {"early", "beginning", "start", "earlier", "outset", "opening", "top"}
MIDDLE = {"mid", "middle", "midway"}
END = {"late", "end", "close", "later", "closing", "remainder", "rest", "latter"}

BOUNDS = {
    "more than": "MORE_THAN", "over": "MORE_THAN", "longer than": "MORE_THAN", "well over": "MORE_THAN",
    "less than": "LESS_THAN", "fewer than": "LESS_THAN", "under": "LESS_THAN", "shorter than": "LESS_THAN",
    "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "as long as": "EQUAL_OR_LESS",
    "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS", "nearly": "LESS_THAN", "almost": "LESS_THAN", "about": "APPROX",
    "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX", "another": None,
    "an estimated": "APPROX", "just over": "MORE_THAN", "just under": "LESS_THAN", "nearly every": "APPROX",
    "only": None, "just": None, "exactly": None, "a full": None, "an additional": None, "close to": "APPROX",
}  # fmt: skip
"""Bounding words before a length of time and the TIMEX3 mod they give."""

FUTURE_NOUNS = {"deadline", "deadlines", "cutoff", "ultimatum", "target"}
"""Nouns that a day standing before them points ahead."""

FUTURE_VERBS = {
    "will", "'ll", "’ll", "shall", "won't", "won’t", "may", "might", "can", "should", "must",
    "scheduled", "due", "planned", "plans", "plan", "planning", "expected", "expects", "expect", "set",
    "upcoming", "tomorrow", "intends", "hopes", "hope", "slated", "next", "going", "aims", "payable",
    "wants", "likely", "until", "by", "starting", "beginning",
}  # fmt: skip

FUTURE_AS_NOUNS = {"plan", "plans", "hope", "hopes", "set", "may", "can", "aims"}
"""Of these, those that are nouns behind an article or a possessive ("announced the plan Friday")."""

SCHEDULED = {
    "meets", "meet", "begins", "opens", "resumes", "expires", "convenes", "reconvenes", "arrives", "departs",
    "starts", "ends", "lapses",
}  # fmt: skip
"""Present forms that with a named day tell of what is to come ("they meet Monday", "the truce expires Friday")."""

MISSED = {
    "missed", "failed", "passed", "expired", "lapsed", "blew", "blown", "elapsed", "came", "went", "let", "past", "after",
}  # fmt: skip
"""Words that say a deadline's day is over ("failed to agree by Friday's deadline")."""

DETERMINERS = common.DETERMINERS | {"new", "peace", "of"}

IRREGULAR_PAST = words(
    """was were had did said told met held went came took made gave saw got left kept put ran began
    became brought bought built fought found felt flew fell drew drove ate forgot froze grew heard hit
    hurt knew laid led lent let lost meant paid quit read rode rose sent set shook shot shut sang sat slept
    spoke spent stood struck swore taught tore thought threw understood woke won wore wrote broke chose
    cut dealt sought sold split stole stuck swept underwent withdrew overthrew undertook signed been
    arose bore bent bound bred cast clung crept dug fed fled forbade hid hung lit overcame sank shrank
    slid spun sprang stung swam swung wept wound"""
)
