"""Number words of English and what they count up to, without deciding anything."""

from __future__ import annotations

from rapporteur.languages.words import words

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mln": 1e6,
    "bln": 1e9, "trln": 1e12, "tln": 1e12, "mn": 1e6, "bn": 1e9, "tn": 1e12, "m": 1e6, "b": 1e9, "k": 1e3,
    "crore": 1e7, "lakh": 1e5, "dozen": 12.0, "score": 20.0,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8,
    "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip

CURRENCIES = {
    "$": "USD", "us$": "USD", "c$": "CAD", "a$": "AUD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR", "₴": "UAH", "₪": "ILS", "₺": "TRY",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "jpy": "JPY", "rub": "RUB", "dlrs": "USD",
    "dollars": "USD", "dollar": "USD", "u.s. dollars": "USD", "us dollars": "USD", "euros": "EUR",
    "euro": "EUR", "pounds sterling": "GBP", "sterling": "GBP", "stg": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rubles": "RUB", "roubles": "RUB", "rupees": "INR", "hryvnia": "UAH", "hryvnias": "UAH",
    "francs": "CHF", "swiss francs": "CHF", "marks": "DEM", "shekels": "ILS", "rials": "IRR", "riyals": "SAR",
    "dinars": "KWD", "lira": "TRY", "cents": "US cents", "dlr": "USD", "pesos": "MXN", "won": "KRW",
    "r$": "BRL", "sfr": "CHF", "rs": "INR", "rs.": "INR", "nok": "NOK", "sek": "SEK", "dkk": "DKK", "pln": "PLN",
    "huf": "HUF", "czk": "CZK", "zar": "ZAR", "brl": "BRL", "inr": "INR", "cny": "CNY", "krw": "KRW",
    "aud": "AUD", "cad": "CAD", "nzd": "NZD", "sgd": "SGD", "hkd": "HKD", "mxn": "MXN", "uah": "UAH", "ils": "ILS",
    "crowns": "crowns", "kroner": "kroner", "kronor": "SEK", "krona": "SEK", "krone": "kroner", "koruna": "CZK",
    "korunas": "CZK", "zloty": "PLN", "zlotys": "PLN", "forints": "HUF", "forint": "HUF", "rand": "ZAR", "reais": "BRL",
    "ringgit": "MYR", "baht": "THB", "rupiah": "IDR", "dirhams": "AED", "shillings": "shillings", "naira": "NGN",
    "taka": "BDT", "leva": "BGN", "lei": "RON", "tenge": "KZT", "lari": "GEL", "rupee": "INR",
}  # fmt: skip

MEASURES = {
    "bpd": "barrels/day", "b/d": "barrels/day", "barrels per day": "barrels/day",
    "barrels a day": "barrels/day", "barrels daily": "barrels/day", "barrels of oil per day": "barrels/day",
    "barrels of oil a day": "barrels/day", "kg": "kilograms", "kgs": "kilograms", "kilo": "kilograms",
    "kilos": "kilograms", "kilogram": "kilograms", "km": "kilometers", "kms": "kilometers",
    "kilometre": "kilometers", "kilometres": "kilometers", "kilometer": "kilometers", "mile": "miles",
    "metre": "meters", "metres": "meters", "meter": "meters", "tonne": "tonnes", "ton": "tons", "mw": "megawatts",
    "gw": "gigawatts", "kt": "kilotons", "bbl": "barrels", "bbls": "barrels", "sq km": "square kilometers",
    "square kilometres": "square kilometers", "square kilometers": "square kilometers",
    "square miles": "square miles", "pct": "percent", "percent": "percent", "per cent": "percent",
    "%": "percent", "percentage points": "percentage points", "percentage point": "percentage points",
    "basis points": "basis points", "degrees celsius": "degrees Celsius", "degrees fahrenheit": "degrees Fahrenheit",
    "cubic metres": "cubic meters", "cubic meters": "cubic meters", "person": "people", "persons": "people",
    "man": "men", "woman": "women", "child": "children", "percentage-point": "percentage points",
    "percentage-points": "percentage points", "cubic metre": "cubic meters", "cubic meter": "cubic meters",
    "hectare": "hectares", "litre": "liters", "litres": "liters", "liter": "liters", "megawatt": "megawatts",
    "tons of oil": "tons", "barrels of oil": "barrels", "terawatt-hours": "terawatt-hours", "twh": "terawatt-hours",
}  # fmt: skip
"""Units as printed and their one canonical name."""

PLURALS = {
    "people", "personnel", "police", "men", "women", "children", "troops", "staff", "aircraft", "feet",
    "percent", "bpd", "barrels", "countrymen", "servicemen", "lawmakers", "data", "crew", "cattle", "media",
    "congressmen", "spokesmen", "businessmen", "gunmen", "policemen", "fishermen", "criteria", "oxen", "fish",
}  # fmt: skip

NOT_NOUNS = words(
    """is was has does as this its his us yes always perhaps sometimes besides towards versus across unless
    whereas thus less says said comes goes makes gives takes remains continues includes wants needs calls
    seems seeks tells asks plus minus previous various serious religious dangerous famous ambitious
    numerous continuous indigenous precious virtuous anonymous unanimous rebellious contiguous
    successive cross gross press business progress congress process access afterwards these those others
    theirs ours yours themselves ourselves was's"""
)
"""Words ending in s that are not plural nouns."""

STOPS = words(
    """a an the of in on at to for from by with and or but as than that which who whom whose if when while
    after before since until into onto over under between among during about against per is are was were be been
    being has have had do does did will would can could may might must shall should not no it they he she we
    you i this these those there here then now also only just even both either so such because though although
    where how why what were's said says say ago later earlier each every more fewer less most next last per"""
)
"""Words a noun phrase after a number does not run over."""

PARTIES = {
    "sides", "side", "countries", "nations", "leaders", "men", "women", "presidents", "parties", "governments",
    "allies", "delegations", "powers", "ministers", "states", "neighbors", "neighbours", "rivals", "foes",
    "superpowers", "capitals", "teams", "chambers", "houses", "sisters", "brothers", "friends", "officials",
    "diplomats", "negotiators", "envoys", "economies", "peoples", "camps", "governors", "candidates",
}  # fmt: skip
"""Nouns that "the two …" only points at: a known pair, no count."""

TELLERS = {
    "officials", "diplomats", "sources", "aides", "advisers", "advisors", "spokesmen", "spokespeople", "insiders",
    "negotiators", "envoys", "analysts", "experts", "observers", "reporters", "journalists", "delegates",
}  # fmt: skip
"""People who are counted when they speak or come: "two Norland officials said" is no figure of the talks."""

NAMED_BY_NUMBER = {
    "article", "chapter", "section", "resolution", "paragraph", "clause", "annex", "title", "page", "group",
    "no", "number", "phase", "stage", "part", "step", "point", "item", "day", "week", "year", "level",
    "highway", "route", "flight", "unit", "channel", "room", "line", "committee", "brigade", "division",
    "track", "option", "category", "tier", "round", "pillar", "basket", "principle", "condition", "world",
    "age", "aged", "act", "rule", "amendment", "proposition", "apollo", "boeing", "airbus", "model", "type",
}  # fmt: skip
"""Words that a number after them names rather than counts ("Article 5", "phase two", "Group of 20")."""

BOUNDS = {
    "as many as": "at most", "as much as": "at most", "up to": "at most", "at most": "at most",
    "no more than": "at most", "not more than": "at most", "a maximum of": "at most", "less than": "at most",
    "fewer than": "at most", "under": "at most", "below": "at most", "just under": "at most",
    "as few as": "at least", "as little as": "at least", "more than": "at least", "over": "at least",
    "at least": "at least", "well over": "at least", "above": "at least", "in excess of": "at least",
    "upwards of": "at least", "upward of": "at least", "no fewer than": "at least", "no less than": "at least",
    "not less than": "at least", "a minimum of": "at least", "exceeding": "at least", "greater than": "at least",
    "just over": "at least", "about": "about", "around": "about", "roughly": "about", "some": "about",
    "approximately": "about", "nearly": "about", "almost": "about", "an estimated": "about", "estimated": "about",
    "close to": "about", "near": "about", "circa": "about", "virtually": "about", "~": "about",
    "most of the": "most of", "most of": "most of", "most of its": "most of", "most of their": "most of",
    "much of the": "most of", "the bulk of the": "most of", "more than half of the": "most of",
    "exactly": "exactly", "precisely": "exactly",
}  # fmt: skip

BOUNDS_AFTER = {
    "or more": "at least", "and more": "at least", "or so": "about", "or less": "at most", "or fewer": "at most",
    "and above": "at least", "at least": "at least", "at most": "at most", "or thereabouts": "about", "+": "at least",
    "plus": "at least",
}  # fmt: skip
