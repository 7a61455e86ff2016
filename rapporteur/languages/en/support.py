"""Words that change what a sentence says although they carry none of its matter: negations, hedges,
bounds, what is only planned, asked for or put off. A sentence may not lose or gain one of them."""

from __future__ import annotations

from rapporteur.languages.en import common

MARKERS: dict[str, str] = {}
"""A word or two words → the class of change they make."""
for _class, _words in {
    "negation": "not|no|never|neither|nor|without|cannot|nobody|none|nothing|hardly|yet to|barely|far from|no longer|instead of|rather than",
    "refusal": "decline|refuse|deny|fail|unable|unwilling|avoid|stop short|rule out|reluctant",
    "hedge": "likely|unlikely|may|might|could|reportedly|probably|possibly|perhaps|apparently|allegedly|seem|appear|"
    "potential|potentially|possible|maybe|presumably|supposedly|tentatively|if|unless|whether|ostensibly|arguably|partly|largely|mostly|"
    "preliminary|rumored|rumoured|purported|unconfirmed|believed|thought|suspected|in principle",
    "bound": "as many as|up to|at least|more than|fewer than|less than|about|roughly|around|nearly|almost|approximately|over|under|most of|"
    "at most|no more than|some of|half of",
    "future": "will|would|shall|plan|schedule|expect|intend|going to|set to|due to|hope|aim|is to|are to|was to|were to|slated|propose|"
    "agree to|agreed to|about to|poised|ready to|prepared to|willing to|promise|vow|pledge|threaten|consider|try|attempt|offer",
    "put off": "postpone|cancel|suspend|delay|call off|called off|put off|scrap|abandon",
    "duty": "should|must|ought|need|have to|has to|had to|require",
    "wish": "want|demand|urge|seek|call for|called for|insist|request|ask",
}.items():  # fmt: skip
    for _word in _words.split("|"):
        MARKERS[_word] = _class

PARTICIPLES = frozenset(
    ["plan", "schedule", "expect", "postpone", "cancel", "propose", "suspend", "delay", "intend", "slated"]
)
"""Markers that may also stand after what they mark: "the meeting planned for Friday"."""

WITH_TO = frozenset(
    [
        "plan",
        "hope",
        "aim",
        "propose",
        "offer",
        "promise",
        "pledge",
        "threaten",
        "try",
        "attempt",
        "consider",
        "need",
        "want",
        "demand",
        "request",
        "delay",
        "ask",
    ]
)
"""Markers that are nouns as well: they mark only before "to", or as past forms."""

DETERMINERS = common.DETERMINERS | {"all"}
"""Words that open a noun, so that a "to" before them opens no verb."""

PLAIN = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "but",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "by",
        "from",
        "as",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "their",
        "his",
        "her",
        "he",
        "she",
        "they",
        "who",
        "which",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "also",
        "than",
        "then",
        "so",
        "there",
        "here",
        "into",
        "onto",
        "out",
        "up",
        "down",
        "off",
        "about",
        "over",
        "under",
        "after",
        "before",
        "while",
        "when",
        "where",
        "during",
        "through",
        "between",
        "among",
        "against",
        "within",
        "per",
        "via",
        "s",
        "t",
        "re",
        "ve",
        "ll",
        "d",
        "i",
        "we",
        "you",
        "me",
        "us",
        "him",
        "them",
        "my",
        "our",
        "your",
        "such",
        "each",
        "both",
        "all",
        "any",
        "some",
        "more",
        "most",
        "other",
        "another",
        "one",
        "own",
        "same",
        "very",
        "just",
        "only",
        "even",
        "still",
        "now",
        "already",
        "again",
        "ever",
        "too",
        "much",
        "many",
        "what",
        "how",
        "why",
        "because",
        "since",
        "until",
        "though",
        "although",
        "however",
        "yet",
    ]
)
"""Words that need no support of their own."""

SAYING = frozenset(
    [
        "say",
        "tell",
        "add",
        "note",
        "state",
        "declare",
        "announce",
        "claim",
        "argue",
        "insist",
        "warn",
        "report",
        "write",
        "post",
        "tweet",
        "comment",
        "acknowledge",
        "confirm",
        "deny",
        "suggest",
        "explain",
        "stress",
        "believe",
        "think",
        "reply",
        "respond",
        "concede",
        "admit",
        "assert",
        "maintain",
        "describe",
        "call",
    ]
)

NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
     "hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000", "trillion": "1000000000000",
     "half": "0.5", "dozen": "12"}  # fmt: skip
WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])

LIKE: dict[str, str] = {}
"""A word → the first of those that say the same in the press; a text in words of its own may put one for another."""
for _line in (
    "narrow cut reduce trim whittle",
    "draft write author craft",
    "respond answer reply",
    "block bar ban prohibit preclude forbid",
    "cede surrender relinquish",
    "criticize criticise pan slam denounce blast condemn lambast",
    "reject rebuff spurn dismiss",
    "accept embrace",
    "back support endorse",
    "welcome hail praise applaud",
    "further more additional",
    "cap ceiling limit",
    "publicly public",
    "start begin open",
    "end finish conclude",
    "army military troops",
    "postpone delay",
    "abandon scrap drop",
    "identify name specify",
    "meet hold",
    "provision point clause",
    "employ use",
    "lead head",
):
    for _word in _line.split():
        LIKE[_word] = _line.split()[0]

FOR = frozenset(
    [
        "accept",
        "agree",
        "approve",
        "endorse",
        "embrace",
        "welcome",
        "back",
        "support",
        "praise",
        "hail",
        "ratify",
        "applaud",
        "favour",
        "favor",
    ]
)
AGAINST = frozenset(
    [
        "reject",
        "refuse",
        "oppose",
        "dismiss",
        "denounce",
        "condemn",
        "pan",
        "slam",
        "blast",
        "criticize",
        "criticise",
        "veto",
        "block",
        "object",
        "resist",
        "rebuff",
        "spurn",
        "lambast",
    ]
)
"""What is done for a thing, and against it: a sentence may not say the one where its passage says neither."""
TO_COME = frozenset(("future", "duty", "wish"))
"""Marks of what is yet to be: one may stand for another in a text of its own words."""
