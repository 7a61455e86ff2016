"""Small closed lists of English that the rules of reading ask for."""

from __future__ import annotations

from rapporteur.languages.en.names import POST_NOUNS
from rapporteur.languages.en.roles import DOCUMENT_NOUNS
from rapporteur.languages.words import words

#: Irregular past forms: where one stands, no noun phrase goes on.
PAST_VERBS = words(
    """went met took gave made came left began saw got held kept led lost paid put ran sent sat stood won
    fell rose grew spoke drew broke chose flew hit became brought built bought caught fought found
    struck wore threw rode drove sought set cut shut let read knew felt thought said told wrote"""
)
#: Days as they stand bare beside a verb: "said Tuesday".
DAY_WORDS = {
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
    "today",
    "tonight",
}
#: Where and in what something is said: "in a statement", "at a rally".
SETTINGS = DOCUMENT_NOUNS | POST_NOUNS | {
    "conference", "briefing", "news", "television", "radio", "parliament", "meeting", "media", "call", "remarks", "hearing",
    "comments", "ceremony", "rally", "event", "session", "summit", "visit", "phone", "telephone", "morning", "afternoon",
    "evening", "night", "show", "program", "programme", "broadcast", "debate", "forum", "op-ed", "court", "reply", "response",
    "speech", "trip", "dinner", "panel", "newspaper", "appearance", "reporters", "journalists",
}  # fmt: skip
#: Titles and offices that only "he" takes up.
MEN = {
    "mr",
    "mr.",
    "king",
    "prince",
    "spokesman",
    "chairman",
    "congressman",
    "businessman",
    "husband",
    "son",
    "brother",
    "father",
    "sir",
    "lord",
    "sheikh",
    "ayatollah",
    "son-in-law",
    "emir",
    "cardinal",
    "pope",
}
#: Titles and offices that only "she" takes up.
WOMEN = {
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "miss",
    "queen",
    "princess",
    "spokeswoman",
    "chairwoman",
    "congresswoman",
    "wife",
    "daughter",
    "sister",
    "mother",
    "dame",
    "lady",
}
#: Bodies whose name goes on after "for": "Center for …".
NAMED_FOR = {
    "Center", "Centre", "Institute", "Organization", "Organisation", "Committee", "Council", "Foundation", "Office",
    "Agency", "Coalition", "Campaign", "Fund", "Commissioner", "Association", "Movement", "Alliance", "Party", "Bank",
}  # fmt: skip
#: First parts of names that go on after "of".
NAMED_OF = {
    "Secretary", "Ministry", "Department", "University", "United", "Republic", "Bank", "Chief", "House", "Speaker",
    "Council", "Group", "Gulf", "Strait", "Sea", "Cape", "Isle", "Duke", "Prince", "King", "Kingdom", "State", "Board",
    "Head", "Director", "Chamber", "Institute", "Center", "Centre", "League", "Organization", "Organisation", "Office",
    "Bureau", "Court", "Minister", "Church", "Joint", "Chiefs", "President", "Governor", "Leader", "Chairman", "Union",
    "College", "School", "Academy", "Society", "Federation", "Commission", "Committee", "Declaration", "Treaty", "Bay",
    "Charter", "Bill", "Act", "Congress", "Attorney", "Countries", "Emirate", "Sultanate", "Community",
}  # fmt: skip
#: What an office is of: "Secretary of State".
OFFICE_OBJECTS = {
    "State",
    "Staff",
    "Defense",
    "Defence",
    "Government",
    "Mission",
    "Treasury",
    "Homeland",
    "Security",
    "Commerce",
    "Labor",
    "Labour",
    "Energy",
    "War",
    "Agriculture",
    "Education",
    "Transportation",
    "Health",
    "Interior",
    "Justice",
    "Parliament",
    "Intelligence",
    "National",
    "Foreign",
    "Affairs",
    "Oil",
    "Finance",
    "Navy",
    "Army",
    "Operations",
    "Committee",
    "Cabinet",
}
#: Title words that name no office of their own: "the official" is nobody in particular.
PLAIN_PEOPLE = words(
    """official analyst expert diplomat aide friend ally brother wife husband son daughter reporter
    journalist correspondent professor lawyer judge candidate author editor historian researcher scholar
    scientist fellow veteran activist businessman trader banker broker officer executive economist
    lawmaker columnist deputy head source justice chief nominee adviser advisor owner attorney vice whip
    confidant counsel father sister attache delegate inspector strategist pollster treasurer prosecutor"""
)
#: Nouns before which a body only qualifies: "the government spokesman".
PEOPLE_TAILS = {
    "official",
    "officials",
    "spokesman",
    "spokeswoman",
    "sources",
    "source",
    "member",
    "members",
    "diplomat",
    "diplomats",
    "lawmakers",
    "aide",
    "aides",
    "ministers",
    "leaders",
    "forces",
    "representatives",
    "staff",
    "employees",
}
#: Words that may qualify a body or a paper.
NOUN_MODIFIERS = words(
    """new draft initial original revised amended joint final peace first second latest own same central
    local news state government foreign written public previous earlier current"""
)
#: Lower-case words that say where an unnamed source sits.
SECTORS = {
    "administration",
    "industry",
    "defense",
    "defence",
    "intelligence",
    "military",
    "security",
    "diplomatic",
    "campaign",
    "congressional",
    "law-enforcement",
    "oil",
    "opposition",
    "presidential",
    "palace",
    "ministry",
    "market",
    "trade",
    "banking",
    "shipping",
    "legal",
    "regional",
}
#: Words for a few sources.
SEVERAL = {"two", "three", "four", "five", "six", "seven", "several", "both", "couple", "few"}
#: Words for many.
MANY = {"many", "most", "dozens", "hundreds", "thousands", "scores", "all", "numerous"}
#: Past participles before "by" that credit the agent: form → kind.
PASSIVE_CUES = {
    "reported": "reports",
    "confirmed": "confirms",
    "denied": "denies",
    "announced": "announces",
    "disputed": "denies",
    "revealed": "says",
    "disclosed": "says",
    "described": "describes",
    "claimed": "claims",
}
#: Nouns with the ending of an adjective, which a verb may follow.
NOUNS_LIKE_ADJECTIVES = {
    "general",
    "official",
    "cardinal",
    "material",
    "rival",
    "principal",
    "editorial",
    "critic",
    "cleric",
    "marshal",
    "admiral",
    "tribunal",
    "journal",
    "king",
    "representative",
    "executive",
    "secretary",
    "operative",
    "beijing",
    "parliament",
    "proposal",
    "public",
    "deal",
}

#: Words after "…, he said," that begin something of their own instead of going on.
INTERRUPTERS = words(
    """who which whose adding citing referring speaking noting according and but while as when after before
    though although"""
)

#: Words that say nothing but that something was said.
PLAIN_CUES = words("said says say saying told tells tell telling added according stated")
#: Words that open a clause after a verb of saying or asking.
CLAUSE_OPENERS = words("that whether if why how what when where who which")
#: What a firm is in law, after its name.
COMPANY_FORMS = words("plc inc inc. ltd ltd. llc corp corp. co co. ag sa se nv gmbh oyj asa ab llp limited")
#: Adverbs without -ly: no noun phrase goes on over one.
DEGREES = words("almost quite very rather twice often seldom soon perhaps yesterday today tomorrow")
#: Nouns for a publisher that are adverbs as well: "Lindqvist daily said the same".
HOW_OFTEN = words("daily weekly")
