"""The words that credit somebody with saying, and what kind of saying each is."""

from __future__ import annotations

from rapporteur.languages.en import common
from rapporteur.languages.words import words

#: kind → verbs in their base form. The kind says what a reader may make of the content.
_CLAUSE_VERBS = {
    "says": """say state add note remark comment mention declare announce explain reply respond answer continue
        conclude recall reiterate repeat stress emphasize emphasise underline underscore observe joke quip
        reveal disclose signal indicate relate recount muse elaborate clarify interject counter retort volunteer
        opine specify summarize summarise proclaim pronounce testify murmur whisper shout exclaim gush echo chime
        profess assess reckon marvel""",
    "writes": "write tweet post retweet blog",
    "claims": "claim allege assert insist maintain contend argue affirm posit charge boast swear",
    "confirms": "confirm verify acknowledge admit concede confess recognize recognise grant",
    "suggests": "suggest imply hint intimate speculate",
    "reports": "report",
    "warns": "warn caution",
    "predicts": "predict forecast estimate project foresee calculate",
    "promises": "promise pledge vow undertake",
    "threatens": "threaten",
    "proposes": "propose recommend advise",
    "demands": "demand urge request insist",
    "asks": "ask inquire enquire wonder",
    "agrees": "agree",
    "denies": "deny",
    "complains": "complain lament grumble bemoan regret protest object fret",
    "believes": """believe think feel suspect doubt know understand assume consider guess realize realise imagine
        presume""",
    "expects": "expect anticipate hope fear worry",
    "decides": "decide rule find determine judge",
    "shows": "show reflect demonstrate",
}
#: Verbs of telling somebody something: "told reporters that …".
_TELL_VERBS = {
    "says": "tell inform assure remind notify brief reassure convince persuade advise",
    "warns": "warn caution",
    "asks": "ask",
    "promises": "promise",
}
#: Verbs whose object is what is said: "called the war a “loser”", "thanked the mediators for …".
_OBJECT_VERBS = {
    "describes": "call describe label brand dub characterize characterise portray cast term depict deem",
    "thanks": "thank congratulate",
    "praises": "praise hail laud applaud commend welcome tout",
    "criticises": """criticize criticise condemn denounce decry blast slam deplore assail lambaste rebuke ridicule
        mock castigate lambast""",
    "accuses": "accuse blame",
    "rejects": "reject dismiss rebuff repudiate disavow",
    "denies": "deny dispute refute rebut contradict",
    "demands": "urge demand request call",
    "proposes": "propose recommend suggest advocate float",
    "promises": "promise pledge vow offer",
    "threatens": "threaten",
    "announces": "announce declare unveil proclaim",
    "confirms": "confirm acknowledge admit reaffirm",
    "explains": "explain outline detail summarize summarise enumerate reiterate stress emphasize emphasise underline underscore defend discuss mention",
    "questions": "question",
    "endorses": "endorse",
    "warns": "warn",
    "predicts": "predict",
}
#: Verbs of wanting: "wants the ceasefire to hold", "hopes to meet".
_WANT_VERBS = {
    "wants": "want wish hope intend seek prefer",
    "expects": "expect",
    "promises": "promise pledge vow threaten",
}

_IRREGULAR = {
    "say": ("says", "said", "saying", "said"),
    "tell": ("tells", "told", "telling", "told"),
    "write": ("writes", "wrote", "writing", "written"),
    "think": ("thinks", "thought", "thinking", "thought"),
    "feel": ("feels", "felt", "feeling", "felt"),
    "know": ("knows", "knew", "knowing", "known"),
    "understand": ("understands", "understood", "understanding", "understood"),
    "find": ("finds", "found", "finding", "found"),
    "show": ("shows", "showed", "showing", "shown"),
    "foresee": ("foresees", "foresaw", "foreseeing", "foreseen"),
    "forecast": ("forecasts", "forecast", "forecasting", "forecast"),
    "cast": ("casts", "cast", "casting", "cast"),
    "swear": ("swears", "swore", "swearing", "sworn"),
    "seek": ("seeks", "sought", "seeking", "sought"),
    "undertake": ("undertakes", "undertook", "undertaking", "undertaken"),
    "make": ("makes", "made", "making", "made"),
    "set": ("sets", "set", "setting", "set"),
    "lay": ("lays", "laid", "laying", "laid"),
    "put": ("puts", "put", "putting", "put"),
    "give": ("gives", "gave", "giving", "given"),
    "go": ("goes", "went", "going", "gone"),
    "speak": ("speaks", "spoke", "speaking", "spoken"),
    "refer": ("refers", "referred", "referring", "referred"),
    "admit": ("admits", "admitted", "admitting", "admitted"),
    "regret": ("regrets", "regretted", "regretting", "regretted"),
    "quip": ("quips", "quipped", "quipping", "quipped"),
    "rebut": ("rebuts", "rebutted", "rebutting", "rebutted"),
    "slam": ("slams", "slammed", "slamming", "slammed"),
    "fret": ("frets", "fretted", "fretting", "fretted"),
    "hold": ("holds", "held", "holding", "held"),
    "spell": ("spells", "spelled", "spelling", "spelled"),
    "read": ("reads", "read", "reading", "read"),
    "blog": ("blogs", "blogged", "blogging", "blogged"),
    "signal": ("signals", "signaled", "signaling", "signaled"),
}


def forms(verb: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, -ing and past participle of a verb."""
    if verb in _IRREGULAR:
        third, past, ing, participle = _IRREGULAR[verb]
        return verb, third, past, ing, participle
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing", verb[:-1] + "ied"
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing", verb + "d"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return verb, third, verb + "ed", verb + "ing", verb + "ed"


def _table(groups: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Form → (kind, which form)."""
    made: dict[str, tuple[str, str]] = {}
    for kind, verbs in groups.items():
        for verb in verbs.split():
            base, third, past, ing, participle = forms(verb)
            # "set" and "cast" are read as past before anything else
            for form, name in (
                (past, "past"),
                (participle, "participle"),
                (third, "third"),
                (ing, "ing"),
                (base, "base"),
            ):
                made.setdefault(form, (kind, name))
    return made


CLAUSE_CUES = _table(_CLAUSE_VERBS)
CLAUSE_CUES["signalled"] = CLAUSE_CUES["signaled"]
CLAUSE_CUES["signalling"] = CLAUSE_CUES["signaling"]
TELL_CUES = _table(_TELL_VERBS)
OBJECT_CUES = _table(_OBJECT_VERBS)
WANT_CUES = _table(_WANT_VERBS)

#: Beginnings of verbs that are words of saying only before a clause or a quotation, else of doing.
_CHOOSY = """report find found show reflect demonstrat determin rul judg answer charg continu add joined feel
    felt know knew worr relat grant counter chime specif doubt project calculat estimat reveal
    disclos indicat signal agree hop fear expect assum consider understand understood realiz realis
    imagin guess conclud announc declar recogni acknowledg admit confirm verif not mention stress
    emphas underlin undersc observ recall demand request repeat promis pledg threat recommend propos
    deny deni predict forecast anticipat swear swore profess assess test clarif elaborat explain
    suggest ask inquir post state stating fret protest object regret boast urge advis undertak
    undertook foresee foresaw suspect presum insist contend maintain claim alleg hint imply impli
    tweet blog write writ wrote warn caution vow lament complain bemoan affirm assert posit confess
    conced reiterat"""
CHOOSY_CUES = frozenset(form for form in CLAUSE_CUES if form.startswith(tuple(_CHOOSY.split())))

#: verb (any form) + following words → kind; the longest wins. `that` or a quotation or a clause may follow.
_PHRASES = {
    "says": ["point out", "put it", "go on to say", "make clear", "make it clear", "make plain", "make the point", "make it known", "make known",
             "spell out", "hold forth", "say in a statement", "speak of", "give assurances", "give notice"],
    "argues": ["make the case"],
    "explains": ["set out", "lay out", "set forth", "speak about", "talk about"],
    "describes": ["refer to", "talk up", "play down"],
    "demands": ["call for", "call on", "press for", "insist on", "ask for", "appeal for", "appeal to"],
    "rejects": ["rule out"],
    "expects": ["express confidence", "express hope", "express optimism", "express doubt", "express doubts"],
    "believes": ["take the view", "hold the view", "be of the view"],
    "complains": ["express concern", "express concerns", "express alarm", "express dismay", "express regret",
                  "voice concern", "voice concerns", "raise concerns", "raise the concern"],
    "praises": ["express support", "express gratitude", "express satisfaction"],
    "criticises": ["lash out at", "express anger"],
    "threatens": ["raise the possibility", "raise the prospect"],
}  # fmt: skip


def _phrase_table() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    made: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for kind, phrases in _PHRASES.items():
        for phrase in phrases:
            verb, *rest = phrase.split()
            if verb == "be":
                continue
            base, third, past, ing, participle = forms(verb)
            named = {base: "base", third: "third", ing: "ing", participle: "participle", past: "past"}
            for form, name in named.items():
                made.setdefault(form, []).append((tuple(rest), kind, name))
    for found in made.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return made


#: First word → [(the words after it, kind, form)], longest first.
PHRASE_CUES = _phrase_table()

#: Verbs of passing on what another said: "quoted the general as saying".
QUOTING = {"quoted", "quotes", "quoting", "cited", "cites", "citing"}
#: What comes after "but" where a speaker left something out: "gave no details", "did not elaborate".
LEFT_OUT = {(verb, "no") for verb in ("gave", "offered", "provided")} | {
    (verb, rest) for verb, rest in (("declined", "to"), ("refused", "to"), ("did", "not"), ("would", "not"))
}
ELABORATING = words("elaborating giving providing specifying naming offering explaining saying identifying")
#: What stands before the colon of a headline and speaks for nobody.
HEADLINE_LABELS = {
    "q & a", "q&a", "exclusive", "scoop", "breaking", "live", "watch", "video", "opinion", "analysis", "comment",
    "explainer", "factbox", "timeline", "interview", "transcript", "update", "updated", "editorial", "first take",
}  # fmt: skip
#: Who asks in a transcript without being named.
ASKER_LABELS = {"q", "question", "reporter", "the press", "journalist", "interviewer", "audience member"}
#: What one calls by convening it, not by naming it: "called an election".
CONVENED = words(
    """election elections vote votes ballot referendum meeting meetings summit session sessions conference strike
    strikes walkout halt truce ceasefire recess witness witnesses hearing hearings time attention police"""
)

#: Nouns that carry what somebody says, when "that" follows: "its insistence that …".
NOUN_CUES = {
    "claim": "claims", "claims": "claims", "assertion": "claims", "assertions": "claims", "contention": "claims",
    "insistence": "claims", "argument": "claims", "allegation": "claims", "allegations": "claims",
    "accusation": "accuses", "accusations": "accuses", "belief": "believes", "view": "believes",
    "conviction": "believes", "opinion": "believes", "understanding": "believes", "suspicion": "believes",
    "statement": "says", "remark": "says", "remarks": "says", "announcement": "announces", "declaration": "says",
    "assurance": "promises", "assurances": "promises", "promise": "promises", "pledge": "promises", "vow": "promises",
    "warning": "warns", "warnings": "warns", "threat": "threatens", "suggestion": "suggests", "suggestions": "suggests",
    "prediction": "predicts", "forecast": "predicts", "demand": "demands", "hope": "expects", "hopes": "expects",
    "fear": "expects", "fears": "expects", "expectation": "expects", "expectations": "expects", "concern": "complains",
    "concerns": "complains", "complaint": "complains", "denial": "denies", "admission": "confirms",
    "confirmation": "confirms", "acknowledgment": "confirms", "proposal": "proposes", "recommendation": "proposes",
    "finding": "decides", "conclusion": "decides", "notion": "believes", "idea": "believes",
}  # fmt: skip

#: Words after which a noun of saying is the subject's own: "repeated the claim that".
MAKING = words(
    """made make makes making repeated repeats renewed renews issued issues gave gives including includes include
    voiced expressed reiterated with offered held holds by stood made"""
)

#: A refusal to say: the form, then one of the openings after it.
DECLINE_CUES = {
    "declined": ("to",), "declines": ("to",), "declining": ("to",), "decline": ("to",),
    "refused": ("to",), "refuses": ("to",), "refusing": ("to",), "refuse": ("to",),
}  # fmt: skip
SPEAKING_INFINITIVES = words(
    """say comment discuss identify provide elaborate answer disclose reveal name specify confirm deny give
    explain speculate respond talk describe detail release share speak offer address clarify predict be"""
)
#: "would not say", "did not respond", "could not be reached": negation + verb.
NEGATED_REFUSALS = {
    "say",
    "comment",
    "respond",
    "elaborate",
    "confirm",
    "identify",
    "specify",
    "discuss",
    "disclose",
    "reply",
    "reveal",
}

ACCORDING = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
)
#: Words that may stand between a subject and its verb of saying, or after the verb.
AUXILIARIES = words(
    """has have had is are was were be been being will would could should may might must can did does do
    having 's ’s 've ’ve 'd ’d"""
)
CUE_ADVERBS = words(
    """also later then earlier first again once even still already just now further since reportedly
    publicly privately repeatedly simply only never always often previously recently subsequently too
    instead thus long not n't"""
)
SUBJECT_PRONOUNS = words("he she it they i we you who")
OBJECT_PRONOUNS = words("him her them it us me")
PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS | {"his", "its", "their", "my", "our"}
SUBORDINATORS = words(
    """that when while after because although though as since if whether before until unless where which
    than what how why whereas so once"""
)
COORDINATORS = {"and", "but", "or", "yet", "nor"}
PREPOSITIONS = words(
    """in on at by for with from to of about into over after before during under between among against
    through since until within without toward towards despite amid following near outside inside across"""
)
#: What opens the phrase of a source, counts and quantifiers included.
DETERMINERS = common.DETERMINERS | words(
    "one two three four five several many most all other same few more various numerous"
)
ORDINAL_OPENERS = words(
    """first second third fourth fifth sixth seventh eighth ninth tenth firstly secondly thirdly fourthly
    finally lastly"""
)

#: Whom one tells: after telling, or after "to" of saying.
LISTENERS = words(
    """reporters journalists lawmakers parliament senators congress newsmen correspondents press"""
)

#: Kinds that only tell of speech when their content is a clause or a quotation: else of how somebody stands to a thing.
ATTITUDE_KINDS = {"expresses", "praises", "questions", "shows", "decides", "agrees", "complains", "believes"}
#: Kinds whose negation means that nothing was said.
SPEAKING_KINDS = {
    "says", "writes", "reports", "announces", "describes", "explains", "confirms", "expresses", "promises",
    "shows", "proposes", "thanks",
}  # fmt: skip
#: What an accord or a bill is told to do, where nobody speaks: "the deal calls for …", "the bill allows …".
PROVIDING_KINDS = {"demands", "proposes", "promises", "expects", "expresses"}
#: Before a verb of saying or feeling: that somebody did so is only thought of.
SUPPOSING = {"should", "must", "may", "might", "ought"}
#: Nouns of feeling, which "about" and "over" follow.
FEELINGS = words(
    "concern concerns fear fears worry worries doubt doubts unease anxiety alarm confusion anger questions"
)
#: Whom an argument is put into the mouth of: "some will say", "critics will argue".
SOME_OR_OTHER = words(
    "some many most others critics sceptics skeptics supporters opponents defenders proponents people"
)
#: Words of a cue that no list of kinds has and that tell of speaking or writing all the same.
SPOKEN_WORDS = words(
    """emailed emails emailing read reads reading exhorted exhorts exhorting implored implores imploring begged
    begs begging pleaded pleads pleading pled liken likens likened likening compare compares compared comparing
    frame frames framed framing herald heralds heralded heralding voice voices voiced voicing express expresses
    expressed expressing point points pointed pointing highlight highlights highlighted highlighting slip
    chant chants chanted chanting shouted shouts shouting cried shot headlined titled spoke speak speaks speaking
    talked talks talking paint paints painted painting singled listed lists listing reference references
    referenced referencing invoke invokes invoked invoking remind reminding message messages argument word words
    phrase phrased dictated sketch sketched sketches sketching articulate articulated articulating echo echoes
    echoed echoing testimony share shared shares sharing published posted went recited recounted apologized
    apologised apologize apologise apologizing apologising joked jokes insisting quote quoted quotes"""
)
