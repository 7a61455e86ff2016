"""English words that tell whether a happening took place, is planned, was put off or only spoken of."""

from __future__ import annotations

from typing import Literal

from rapporteur.languages.en import common
from rapporteur.languages.en.inflect import verb_forms

Effect = Literal["same", "planned", "proposed", "ongoing", "denied", "postponed", "cancelled", "open", "skip"]
"""What a governing word does to the happening it governs; same: the governor's own status."""


def words(text: str) -> frozenset[str]:
    """A set of words from one line of them."""
    return frozenset(text.split())


def _lines(*pairs: tuple[str, Effect]) -> dict[str, Effect]:
    """The effect of each word of each line."""
    return {word: effect for line, effect in pairs for word in line.split()}


def _spellings(table: dict[str, Effect]) -> dict[str, Effect]:
    """The same effects under every spelling of each verb."""
    return {spelling: effect for lemma, effect in table.items() for spelling, _ in verb_forms(lemma)}


BE = words("be is are was were been being am 's 're isn't aren't wasn't weren't")
HAVE = words("have has had having haven't hasn't hadn't 've")
DO = words("do does did don't doesn't didn't")
FUTURE = words("will 'll shall won't gonna")
CONDITIONAL = words(
    "would could can may might must should ought wouldn't couldn't can't cannot mightn't shouldn't mustn't 'd"
)
GETS = words("get gets got getting")
NEGATIONS = words("not never n't nor neither")
ADVERBS = words(
    "also already then again just yet still now soon even once ever first later only both all jointly together "
    "twice either almost nearly effectively instead long since often always sometimes thus therefore further once back"
)
NOT_ADVERBS = words(
    "family only_ reply ally supply italy july rally apply fly daily_ assembly monopoly likely unlikely friendly early imply comply"
)

DETERMINERS = common.DETERMINERS
INDEFINITE = words("a an any another some")
PREPOSITIONS = words(
    "of in on at by for with from to into onto over under after before during about against between among through "
    "without within toward towards upon via despite following until till amid per since than around near as including "
    "throughout regarding concerning besides beyond across along ahead behind outside inside alongside"
)
PRONOUNS = words(
    "he she it they we i you who which whom him her them us that this these those himself herself itself themselves"
)
SUBJECTS = words("he she it they we i you who which that")
WHO = words("he she it they we i")
SUBORDINATORS = words(
    "that because after before when while if although though unless whether since until as which who whom whose where "
    "but so than once"
)
CONDITIONS = words("if unless whether once")
UNSURE = words(
    "if unless whether unclear doubt doubts doubtful unlikely likely hope hopes hoped hoping wish wishes wished"
)
"""Before “will”: what is not sure to come."""
QUOTES = words('" “ ” « » „')
CONJUNCTIONS = words("and or but nor , &")

TO_GOVERNORS: dict[str, Effect] = {
    **_spellings(
        {
            "schedule": "planned", "plan": "planned", "expect": "planned", "intend": "planned", "agree": "planned",
            "prepare": "planned", "promise": "planned", "pledge": "planned", "vow": "planned", "decide": "planned",
            "commit": "planned", "arrange": "planned", "vote": "planned", "undertake": "planned", "opt": "planned",
            "slate": "planned", "poise": "planned", "choose": "planned", "mean": "planned", "remain": "open",
            "want": "proposed", "hope": "proposed", "seek": "proposed", "try": "proposed", "attempt": "proposed",
            "offer": "proposed", "propose": "proposed", "aim": "proposed", "wish": "proposed", "need": "proposed",
            "threaten": "proposed", "demand": "proposed", "ask": "proposed", "push": "proposed", "press": "proposed",
            "struggle": "proposed", "work": "proposed", "scramble": "proposed", "race": "proposed", "rush": "proposed",
            "labor": "proposed", "labour": "proposed", "toil": "proposed", "strive": "proposed", "endeavour": "proposed",
            "endeavor": "proposed", "hurry": "proposed", "look": "proposed", "fight": "proposed", "battle": "proposed",
            "force": "same", "compel": "same", "oblige": "same", "call": "proposed", "appear": "same", "seem": "same",
            "like": "proposed", "refer": "skip", "allow": "proposed", "volunteer": "proposed", "wait": "proposed",
            "manage": "same", "begin": "ongoing", "start": "ongoing", "continue": "ongoing", "proceed": "same",
            "go": "planned", "help": "same", "use": "skip", "come": "same", "happen": "same", "claim": "same",
            "fail": "denied", "refuse": "denied", "decline": "denied", "neglect": "denied", "hesitate": "proposed",
        }
    ),
    "due": "planned", "set": "planned", "going": "planned", "about": "planned", "ready": "proposed",
    "willing": "proposed", "able": "proposed", "likely": "proposed", "unlikely": "proposed", "yet": "open",
    "unable": "denied", "unwilling": "denied", "reluctant": "proposed", "eager": "proposed", "keen": "proposed",
    "prepared": "proposed", "scheduled": "planned", "supposed": "planned", "bound": "planned", "slated": "planned",
    "free": "proposed", "open": "proposed", "certain": "planned", "sure": "planned", "how": "skip", "whether": "proposed",
    "when": "proposed", "where": "proposed", "unless": "proposed", "enough": "proposed", "used": "skip", "have": "proposed",
    "has": "proposed", "had": "proposed", "took": "same", "quick": "same", "first": "same", "last": "same",
}  # fmt: skip
"""What stands before “to” and a verb: scheduled to meet, refused to sign, yet to respond."""

OBJECT_CONTROL = frozenset(
    spelling
    for lemma in [
        "ask",
        "urge",
        "want",
        "persuade",
        "get",
        "press",
        "push",
        "invite",
        "allow",
        "order",
        "tell",
        "require",
        "convince",
        "encourage",
        "force",
        "call",
        "pressure",
        "lobby",
        "implore",
        "enable",
        "permit",
        "instruct",
        "direct",
        "compel",
        "oblige",
        "advise",
        "beg",
        "need",
        "let",
        "prompt",
        "lead",
    ]
    for spelling, _ in verb_forms(lemma)
)
"""Asked them to sign: whoever is asked would do it, and has not yet."""

BROUGHT_ABOUT = frozenset(
    spelling
    for lemma in ["prompt", "lead", "force", "compel", "oblige", "persuade", "convince"]
    for spelling, form in verb_forms(lemma)
    if form in ("ed", "en")
)
"""Of those, what in the past came to it: “prompted the minister to warn”."""
ASKS_THAT = frozenset(
    spelling
    for lemma in [
        "recommend",
        "demand",
        "insist",
        "urge",
        "propose",
        "ask",
        "request",
        "suggest",
        "order",
        "stipulate",
    ]
    for spelling, _ in verb_forms(lemma)
) | words("demand insistence proposal request recommendation suggestion condition")
"""Before “that” and a base form: what is asked for and not yet done."""
ENOUGH = words("enough the sufficient needed necessary required of more")

EXPECT_CONTROL = frozenset(spelling for spelling, _ in verb_forms("expect"))

NOUN_GOVERNORS: dict[str, Effect] = _lines(
        ("plan plans decision agreement deal vote promise pledge commitment schedule announcement intention intentions", "planned"),
        ("offer bid effort efforts chance attempt attempts push proposal proposals threat threats need order request "
         "opportunity call calls pressure way desire willingness readiness deadline time room "
         "refusal reluctance move moves demand demands campaign hope hopes ultimatum", "proposed"),
        ("power authority right ability mandate reason", "skip"),
        ("failure inability", "denied"),
)  # fmt: skip

ING_GOVERNORS: dict[str, Effect] = {
    **_spellings(
        {
            "begin": "ongoing", "start": "ongoing", "continue": "ongoing", "resume": "ongoing", "keep": "ongoing",
            "stop": "skip", "avoid": "denied", "consider": "proposed", "suggest": "proposed", "propose": "proposed",
            "finish": "same", "discuss": "proposed", "recommend": "proposed", "oppose": "proposed", "favor": "proposed",
            "contemplate": "proposed", "risk": "proposed", "weigh": "proposed", "rule": "skip", "deny": "denied",
            "spend": "same", "remember": "same", "recall": "same", "postpone": "postponed", "delay": "postponed",
        }
    ),
    "after": "same", "by": "same", "while": "same", "when": "same", "since": "same", "before": "skip",
    "following": "same", "until": "same", "despite": "same", "on": "skip", "without": "denied", "of": "skip", "for": "skip",
    "from": "skip", "about": "skip", "against": "skip", "in": "skip", "to": "skip", "at": "skip", "with": "skip",
    "into": "skip", "toward": "skip", "towards": "skip", "than": "skip", "like": "skip", "as": "skip", "not": "skip",
    "through": "skip", "upon": "same", "worth": "skip", "is": "ongoing", "are": "ongoing",
}  # fmt: skip
"""What stands before an -ing form: started drafting, after meeting, without signing."""

LIGHT: dict[str, Effect] = {
    **_spellings(
        _lines(
                ("hold have host attend conduct chair resume begin start open launch end conclude finish continue lead "
                 "join enter complete restart reopen undertake mount wage stage survive carry deliver make issue give pay "
                 "address kick force wrap miss skip face extend impose sign co-host initiate revive cast win lose reach show signal order", "same"),
                ("schedule plan arrange set organize organise prepare announce expect await anticipate", "planned"),
                ("propose seek suggest offer want urge demand consider favor request need push pursue advocate hint "
                 "broach float envisage envision contemplate oppose invite welcome support discuss avoid block prevent "
                 "preclude enable allow require insist threaten", "proposed"),
                ("cancel scrap abandon", "cancelled"),
                ("postpone delay adjourn suspend defer reschedule", "postponed"),
                ("rule refuse reject boycott spurn decline deny", "skip"),
        )
    ),
}  # fmt: skip
"""Verbs that bring a nominal happening about, or do not: held talks, scheduled a meeting, wants talks."""

HAPPENS: dict[str, Effect] = {
    **_spellings(
        _lines(
                ("take happen occur begin start open continue resume end conclude last go proceed drag follow come produce "
                 "yield fail collapse stall break bog restart result run finish adjourn focus center centre close involve "
                 "include lay pave mark cover bring kill hit wound injure drag stretch entail enter reach grind stumble founder flounder "
                 "intensify accelerate limp inch edge carry", "same"),
        )
    ),
    "held": "same", "hosted": "same", "convened": "same", "arranged": "planned", "underway": "ongoing",
    "way": "ongoing", "under": "ongoing", "scheduled": "planned", "planned": "planned", "set": "planned",
    "due": "planned", "expected": "planned", "slated": "planned", "likely": "proposed", "possible": "proposed",
    "postponed": "postponed", "delayed": "postponed", "adjourned": "postponed", "suspended": "postponed",
    "deferred": "postponed", "rescheduled": "postponed", "cancelled": "cancelled", "canceled": "cancelled",
    "scrapped": "cancelled", "called": "cancelled", "off": "cancelled", "put": "postponed", "pushed": "postponed",
    "announced": "planned", "attended": "same", "led": "same", "chaired": "same", "brokered": "same",
    "mediated": "same", "launched": "same", "completed": "same", "reported": "same",
}  # fmt: skip
"""Verbs behind a nominal happening that say it took place, or when it will."""
GOES_ON = frozenset(
    spelling
    for lemma in ["continue", "begin", "start", "resume", "open", "end"]
    for spelling, _ in verb_forms(lemma)
)
REPUTED = words("believed said thought reported understood known rumored rumoured")
"""Behind a form of “be”, before “to”: “is said to favour a longer deal”."""
NEAR = words("close closer closest near nearer nearing verge brink cusp edging inching")
"""Before a deal that is not yet there: “close to an agreement”, “on the verge of a deal”."""
BREAKS_DOWN = frozenset(
    spelling for lemma in ["fail", "collapse", "break", "stall"] for spelling, _ in verb_forms(lemma)
)

PREMODIFIERS: dict[str, Effect] = _lines(
        ("planned scheduled upcoming forthcoming next future expected looming coming imminent", "planned"),
        ("possible potential proposed eventual prospective would-be hypothetical likely final further any new more "
         "additional comprehensive direct face-to-face", "proposed"),
        ("postponed delayed", "postponed"),
        ("cancelled canceled aborted", "cancelled"),
        ("ongoing current continuing continued", "ongoing"),
        ("latest last previous recent earlier past secret closed-door marathon first second third fourth fifth final "
         "hours-long day-long late-night overnight tense stormy initial inaugural", "same"),
)  # fmt: skip
"""Words before a nominal happening; “proposed” here counts only where nothing else says it took place."""
WEAK_PREMODIFIERS = words("final further any new more additional comprehensive direct face-to-face")

BEFORE_NOUN: dict[str, Effect] = {
    "after": "same", "following": "same", "since": "same", "during": "same", "at": "same", "in": "same", "from": "same",
    "before": "planned", "until": "planned", "pending": "planned", "of": "same", "to": "same", "by": "same",
    "for": "proposed", "about": "proposed", "toward": "proposed", "towards": "proposed", "without": "denied",
    "on": "same", "amid": "ongoing",
}  # fmt: skip
ANAPHORIC = words(
    "during in at after following before from of about with by on amid through throughout since"
)
"""Prepositions after which a definite happening without date or place only looks back at one."""

TRIES = words(
    "try tries tried trying seek seeks sought seeking attempt attempts attempted attempting work works worked working "
    "strive strives strove striving struggle struggles struggled struggling scramble scrambles scrambled scrambling"
)
"""Before “to persuade”: whoever tries to does so, whether or not it helps."""

HABIT = words(
    "normally daily weekly monthly yearly annually regularly routinely often frequently usually typically repeatedly always sometimes "
    "periodically occasionally constantly traditionally"
)
TURNED = words("but before until however only")
"""Had been scheduled to …, but: what follows may undo the plan."""
UNDONE: dict[str, Effect] = {
    **_spellings({"postpone": "postponed", "delay": "postponed", "defer": "postponed", "adjourn": "postponed",
                  "reschedule": "postponed", "cancel": "cancelled", "scrap": "cancelled", "abandon": "cancelled",
                  "shelve": "postponed", "skip": "cancelled", "withdraw": "cancelled"}),
    "off": "cancelled", "never": "cancelled", "not": "cancelled",
}  # fmt: skip

TELLING = words(
    "saying adding telling claiming arguing insisting noting stressing suggesting stating explaining alleging thinks think believes believe"
)
"""Words that open another's words, so that the subject before them is not the subject behind."""
NEGATIVE_SUBJECTS = words("nothing nobody none neither")
SPELLS = words("minutes hours days weeks months years day week month year shortly soon long")
AHEAD = words(
    "expected scheduled due planned planning plan plans set slated intend intends hopes hope wants want aims going"
)
