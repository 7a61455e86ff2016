"""English words that tell of happenings in and around talks, by PLOVER root class.

The classes are PLOVER's (Halterman et al., 2023), with five of our own for what negotiations are made of:
STATEMENT, PROPOSE, PERSONNEL, LEAK and DEADLINE. A verb has senses in order; the first whose
particle and objects fit is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapporteur.languages.en.inflect import Form, noun_forms, verb_forms
from rapporteur.model import EventClass, Status

Words = frozenset[str]


def words(text: str) -> Words:
    """A set of words from one line of them."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One meaning of a verb: its class, and the words that must or must not follow it."""

    class_: EventClass
    mode: str | None = None
    particles: Words = frozenset()  # one of these stands right behind the verb, or behind a short object
    objects: Words = frozenset()  # one of these stands among the next words of the clause
    unless: Words = frozenset()  # none of these may
    status: Status | None = None  # the verb itself decides it: postpone, cancel
    symmetric: bool = False  # those who do it do it together
    weak: bool = False  # counts only with a named party before or behind it
    passive: bool = False  # only “was reported by …”, with the one who did it


Strength = Literal["happening", "topic", "thing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun that can name a happening, and how much around it must say so."""

    class_: EventClass
    mode: str | None = None
    strength: Strength = "topic"
    """happening: a date, a place or a party beside it is enough (meeting, visit); topic: it needs a date, a
    place or a verb (talks); thing: it needs a verb that brings it about (deal, proposal)."""


MEETING = words(
    "meeting meetings lunch luncheon dinner breakfast banquet talks talk summit summits session sessions conference conferences visit visits trip trips "
    "call calls negotiation negotiations discussion discussions dialogue dialogues round rounds consultations "
    "consultation vote votes election elections hearing hearings ceremony signing tour travel strike strikes "
    "walkout walkouts rally rallies march mission encounter gathering congress forum referendum ballot "
    "deployment launch start implementation hearing decision exercise exercises exchange swap handover"
)
ACCORD = words(
    "deal deals agreement agreements accord accords pact pacts truce ceasefire cease-fire treaty treaties "
    "compromise settlement armistice understanding contract memorandum consensus arrangement bargain "
    "peace alliance merger resolution bill legislation law declaration communique protocol convention decree "
    "package measure text framework roadmap document budget programme"
)
DRAFTS = words(
    "proposal proposals plan plans draft drafts offer offers counteroffer counterproposal counterproposals "
    "counter-proposal counter-offer text texts document documents paper papers resolution bill legislation "
    "amendment amendments framework roadmap terms idea ideas initiative formula package measure measures "
    "compromise motion concept settlement alternative agreement treaty deal language list solution"
)
CAPTIVES = words(
    "hostage hostages prisoner prisoners detainee detainees captive captives soldier soldiers crew sailors "
    "journalist journalists activists activist dissident dissidents inmates convicts people men women children "
    "citizens nationals bodies remains opposition"
)
UTTERANCES = words(
    "statement statements communique communiqué declaration letter report reports text details transcript video "
    "press memo memorandum"
)
ASSETS = words(
    "asset assets fund funds account accounts money reserves transactions aid loan loans payments billion million "
    "support assistance funding credit holdings property"
)
FORCES = words(
    "troops forces soldiers army armies military tanks units warships warship ships aircraft jets bombers "
    "reservists peacekeepers brigade brigades missiles weapons fighters submarines navy carriers carrier personnel "
    "police guard agents"
)
CURBS = words(
    "sanction sanctions tariff tariffs embargo embargoes ban bans duty duties blockade curb curbs restriction "
    "restrictions penalty penalties fine fines levy levies limits measures freeze quota quotas"
)
POSTS = words(
    "minister secretary chief head director ambassador envoy chairman chair president general commander negotiator "
    "adviser advisor spokesman spokeswoman judge governor mayor prosecutor executive officer CEO ceo deputy aide "
    "leader representative mediator coordinator official officials cabinet government board staff employees workers "
    "party post position office role"
)
NOT_MET = words(
    "demand demands need needs target targets deadline deadlines requirement requirements obligation obligations "
    "responsibilities commitment commitments standard standards goal goals condition conditions criteria expectations "
    "challenge challenges hostility criticism resistance skepticism opposition terms cost costs quota concerns "
    "threshold approval halfway interests"
)
CHARGES = words("charges charge lawsuit suit complaint case cases motion brief")
LABOUR = words(
    "strike strikes walkout walkouts union unions pay wages workers boycott hunger picket industrial job jobs teachers "
    "nurses drivers"
)

_VERBS: list[tuple[str, Sense]] = []


def _verbs(
    lemmas: str,
    class_: EventClass,
    mode: str | None = None,
    *,
    particles: str = "",
    objects: Words = frozenset(),
    unless: Words = frozenset(),
    status: Status | None = None,
    symmetric: bool = False,
    weak: bool = False,
    passive: bool = False,
) -> None:
    sense = Sense(
        class_=class_, mode=mode, particles=words(particles), objects=objects, unless=unless,
        status=status, symmetric=symmetric, weak=weak, passive=passive,
    )  # fmt: skip
    _VERBS.extend((lemma, sense) for lemma in lemmas.split())


UNNAMED = words("anonymity anonymous anonymously condition named identified quoted")
"""“Who requested anonymity” tells of a source and not of the talks."""
BALLOTS = words("election elections poll polls referendum snap early")
CONSENT = words("approval sign-off endorsement blessing backing go-ahead consent assent clearance")
CARRIED = words(
    "bill measure resolution motion amendment amendments legislation budget act package nomination referendum"
)
"""What passes or fails when it is voted on."""
TEXTS_TABLED = words("amendment amendments resolution motion legislation bill")
"""What a committee considers, debates or takes up on a day."""
AUDIENCES = words(
    "reporters journalists press media newsmen parliament congress senators lawmakers legislators deputies delegates "
    "meeting conference session assembly council committee rally crowd audience gathering hearing briefing summit forum "
    "nation supporters workers shareholders investors members editors broadcaster television radio"
)
"""Before whom something is said in public: “told a rally of miners”."""
BAD = words(
    "bad worst worse unacceptable illusory disastrous disaster outrageous absurd ridiculous nonsense dangerous reckless "
    "irresponsible shameful disgraceful insulting insult joke farce sham mistake blunder betrayal surrender appeasement "
    "unfair unjust illegal unlawful provocative provocation unhelpful counterproductive unserious unrealistic naive naïve "
    "foolish stupid cowardly cynical dishonest misleading false untenable inadequate insufficient hypocritical hypocrisy "
    "unworkable failure stunt blackmail extortion theft liar liars lie lies traitor traitors coward terrible horrible awful weak "
    "lopsided one-sided non-starter nonstarter toothless meaningless empty obnoxious laughable pathetic propaganda"
)
"""What nobody calls a thing he does not find fault with."""
NAMES_IT = words("call brand label dub term")
LIMITS = words(
    "quota quotas ceiling ceilings target targets limit limits cap tariff tariffs level levels price prices benchmark "
    "wage wages salaries"
)
"""What a body of several sets by agreement among them."""
PROTESTS = words("strike strikes walkout walkouts stoppage protest protests rally rallies boycott sit-in")
PEOPLE = words(
    "people person persons officials official sources source diplomats diplomat aides aide those lawmakers others"
)
"""Who is briefed on, familiar with or close to talks is a source of what is told."""
HELD = words("hostage hostages captive captives prisoner prisoners detainee detainees")
RELEASES = words("release swap exchange handover")
"""Nouns that tell of a release where captives stand beside them."""
HOSTILE = words(
    "retaliate retaliation revenge punish fight strike destroy consequences veto block oppose respond sue resist "
    "boycott walk quit withdraw leave expel attack blacklist reimpose avenge challenge blockade topple overturn derail "
    "scupper torpedo filibuster appeal kill scrap undo repeal scuttle"
)

# --- senses of common verbs that must be tried before their plainer ones ----------------------------
_verbs("negotiate", "CONSULT", "talks", objects=ACCORD, symmetric=True)
_verbs("return come go get", "CONSULT", "talks", particles="to back", objects=words("table"))
_verbs("come", "AGREE", "deal", particles="to", objects=words("agreement terms deal accord understanding compromise settlement"))  # fmt: skip
_verbs("get", "REQUEST", "persuasion", objects=frozenset({"@to"}), weak=True)
_verbs("work labor labour toil", "CONSULT", "talks", particles="through into behind", objects=words("night scenes weekend"), weak=True)  # fmt: skip
_verbs(
    "call brand label dub term", "ACCUSE", "criticism", objects=BAD, unless=words("for on off upon back out")
)
_verbs("tell", "STATEMENT", "say", objects=AUDIENCES, weak=True)
_verbs("take", "STATEMENT", "speech", particles="to", objects=words("floor podium airwaves lectern microphone Twitter twitter X Facebook"), weak=True)  # fmt: skip
_verbs("take", "ACCUSE", "criticism", objects=words("issue aim exception"), weak=True)
_verbs("cast throw", "ACCUSE", "doubt", objects=words("doubt doubts"))
_verbs(
    "question",
    "ACCUSE",
    "doubt",
    weak=True,
    unless=words("suspect suspects witness witnesses him her them me"),
)
_verbs("hold", "REQUEST", "demand", particles="out", objects=words("for"))
_verbs(
    "give send deliver submit hand",
    "STATEMENT",
    "response",
    objects=words("response reply answer"),
    weak=True,
)
_verbs("get win obtain gain", "AGREE", "consent", objects=CONSENT, unless=words("no"))
_verbs("call", "PERSONNEL", "election", objects=BALLOTS, unless=words("for on off upon"))
_verbs("shoot", "REJECT", "rejection", particles="down", objects=DRAFTS | words("ideas request requests"))
_verbs("send dispatch", "CONSULT", "visit", objects=words("envoy envoys delegation delegations negotiator negotiators mediator mediators emissary diplomats minister"))  # fmt: skip
_verbs("send move mass amass station", "MOBILIZE", "deployment", objects=FORCES - words("personnel police military"), weak=True)  # fmt: skip
_verbs("file lodge", "PROPOSE", "proposal", objects=words("amendment amendments motion resolution proposal proposals bid"))  # fmt: skip
_verbs("adopt renew reinstate toughen", "SANCTION", "sanctions", objects=CURBS - words("limits measures"))
_verbs("extend", "SANCTION", "sanctions", objects=words("sanctions embargo blockade"))
_verbs(
    "lead spearhead", "PROPOSE", "effort", objects=words("effort efforts push drive initiative"), weak=True
)
_verbs("make cut", "AGREE", "deal", objects=words("deal deals agreement pact"), unless=words("more no"))
_verbs("throw pour", "REJECT", "rejection", objects=words("cold"))
_verbs("push", "REJECT", "objection", particles="back", objects=words("on against at"))
_verbs("take hit flood fill", "PROTEST", "demonstration", objects=words("streets"))
_verbs("take", "ASSAULT", "abduction", objects=words("hostage hostages prisoner captive captives"))
_verbs("take", "PERSONNEL", "appointment", objects=words("office"))
_verbs("hold stage", "PROTEST", "strike", objects=words("strike strikes walkout walkouts stoppage sit-in picket pickets"))  # fmt: skip
_verbs("express voice signal reaffirm reiterate pledge declare", "SUPPORT", "backing", objects=words("support backing solidarity"), unless=words("no little opposition concern"))  # fmt: skip
_verbs("express voice raise lodge register", "REJECT", "objection", objects=words("opposition objection objections resistance"), unless=words("no"))  # fmt: skip
_verbs("express signal indicate", "CONCEDE", "flexibility", objects=words("willingness openness readiness flexibility"), unless=words("no"))  # fmt: skip
_verbs("make issue renew repeat", "REQUEST", "appeal", objects=words("appeal appeals plea pleas demand demands request requests"))  # fmt: skip
_verbs(
    "issue repeat renew", "THREATEN", "warning", objects=words("warning warnings threat threats ultimatum")
)
_verbs("make establish", "CONSULT", "contact", objects=words("contact"), unless=words("no"))
_verbs("strike", "REJECT", "removal", particles="out", objects=DRAFTS | words("paragraph clause chapter article passage reference line"))  # fmt: skip
_verbs("exchange trade", "ASSAULT", "fighting", objects=words("fire gunfire shots"))
_verbs("break", "REJECT", "violation", objects=words("truce ceasefire cease-fire accord pact agreement promise"), unless=words("off down out up"))  # fmt: skip
_verbs("close seal", "COERCE", "closure", objects=words("border borders crossing crossings airspace frontier strait port ports"))  # fmt: skip
_verbs("make", "CONCEDE", "concession", objects=words("concession concessions"), unless=words("no"))
_verbs("declare call", "PROTEST", "strike", objects=words("strike strikes walkout stoppage"), unless=words("off on for against"))  # fmt: skip
_verbs("declare", "CONCEDE", "truce", objects=words("truce ceasefire cease-fire amnesty"))
_verbs(
    "resume reopen restart",
    "CONSULT",
    "talks",
    objects=words("talks negotiations dialogue discussions mediation"),
)
# --- CONSULT: they came together, or were to -----------------------------------------------------
_verbs("meet", "CONSULT", "meeting", unless=NOT_MET, symmetric=True)
_verbs("sit", "CONSULT", "meeting", particles="down", symmetric=True)
_verbs("confer parley huddle consult negotiate reconvene", "CONSULT", "meeting", symmetric=True)
_verbs("shuttle", "CONSULT", "mediation", particles="between")
_verbs("engage", "CONSULT", "talks", particles="with", symmetric=True, weak=True)
_verbs("dine lunch", "CONSULT", "meeting", particles="with", symmetric=True, weak=True)
_verbs("receive", "CONSULT", "meeting", objects=words("envoy envoys delegation delegations ambassador minister counterpart"), weak=True)  # fmt: skip
_verbs("consider", "CONSULT", "debate", objects=TEXTS_TABLED, weak=True)
_verbs("take", "CONSULT", "debate", particles="up", objects=TEXTS_TABLED | words("measure proposal matter issue"), weak=True)  # fmt: skip
_verbs(
    "review study examine",
    "CONSULT",
    "review",
    objects=words(
        "offer counteroffer counter-offer counterproposal proposal proposals deal agreement accord"
    ),
    weak=True,
)
_verbs("discuss", "CONSULT", "talks", symmetric=True, weak=True)
_verbs("talk speak", "CONSULT", "talks", particles="with to by", symmetric=True, weak=True,
       unless=words("reporters journalists media press audience crowd") | UNNAMED)  # fmt: skip
_verbs("convene", "CONSULT", "meeting")
_verbs("contact", "CONSULT", "contact", weak=True)
_verbs("reach", "CONSULT", "contact", particles="out", weak=True)
_verbs("connect", "CONSULT", "call", particles="with by", symmetric=True, weak=True)
_verbs("sound", "CONSULT", "contact", particles="out", weak=True)
_verbs("attend", "CONSULT", "meeting", objects=MEETING, weak=True)
_verbs("deliberate haggle bargain wrangle", "CONSULT", "talks", symmetric=True)
_verbs("debate", "CONSULT", "talks", symmetric=True, weak=True)
_verbs("gather", "CONSULT", "meeting", particles="in at for", symmetric=True, weak=True)
_verbs("bring", "CONSULT", "meeting", particles="together")
_verbs("thrash iron hash", "CONSULT", "talks", particles="out", symmetric=True)
_verbs("tour", "CONSULT", "visit", weak=True)
_verbs("arbitrate", "CONSULT", "mediation")
_verbs("kickstart kick-start relaunch", "CONSULT", "talks", objects=MEETING | words("process diplomacy"))
_verbs("visit", "CONSULT", "visit", unless=words("website site page"))
_verbs("travel fly jet head", "CONSULT", "visit", particles="to into", weak=True)
_verbs("go", "CONSULT", "talks", particles="through over", objects=DRAFTS, symmetric=True, weak=True)
_verbs("go come return", "CONSULT", "visit", particles="to", objects=frozenset({"@place"}), weak=True)
_verbs("continue", "CONSULT", "talks", objects=words("work"), unless=words("to"))
_verbs("explain", "CONSULT", "briefing", objects=words("to"), weak=True, unless=words("why how what that"))
_verbs("converge descend", "CONSULT", "visit", particles="on in", objects=frozenset({"@place"}), weak=True)
_verbs("arrive", "CONSULT", "visit", particles="in at", weak=True)
_verbs("phone telephone", "CONSULT", "call")
_verbs("mediate", "CONSULT", "mediation")
_verbs("brief", "CONSULT", "briefing", unless=words("reporters journalists media press"), weak=True)
_verbs("brief", "STATEMENT", "briefing", objects=words("reporters journalists media press"))
_verbs("postpone reschedule defer adjourn", "CONSULT", "postponement", objects=MEETING, status="postponed")
_verbs(
    "delay",
    "CONSULT",
    "postponement",
    objects=MEETING - words("implementation decision start"),
    status="postponed",
)
_verbs("put push", "CONSULT", "postponement", particles="off back", objects=MEETING, status="postponed")
_verbs("call", "CONSULT", "cancellation", particles="off", objects=MEETING, status="cancelled")
_verbs("cancel scrap", "CONSULT", "cancellation", objects=MEETING, status="cancelled")
_verbs("suspend", "CONSULT", "postponement", objects=words("talks negotiations discussions dialogue session"), status="postponed")  # fmt: skip
# --- AGREE: they said yes ----------------------------------------------------------------------
_verbs("agree", "AGREE", "agreement", symmetric=True)
_verbs("sign", "AGREE", "signing", objects=ACCORD | words("order letter petition papers"))
_verbs("sign", "AGREE", "signing", particles="on off onto")
_verbs("initial ratify", "AGREE", "signing", objects=ACCORD | MEETING)
_verbs("reach clinch seal broker conclude finalize finalise cement hammer", "AGREE", "deal", objects=ACCORD)
_verbs("strike", "AGREE", "deal", objects=ACCORD, symmetric=True)
_verbs("approve endorse", "AGREE", "approval")
_verbs("adopt", "AGREE", "approval", objects=ACCORD | DRAFTS)
_verbs(
    "pass",
    "AGREE",
    "vote",
    objects=words("bill megabill resolution legislation law measure budget motion act package"),
)
_verbs(
    "ink forge secure",
    "AGREE",
    "deal",
    objects=ACCORD - words("peace law legislation budget text document"),
    weak=True,
)
_verbs("consent assent acquiesce accede", "AGREE", "agreement")
_verbs("nail pin", "AGREE", "deal", particles="down", unless=words("him her them"), weak=True)
_verbs(
    "reaffirm reiterate renew",
    "AGREE",
    "pledge",
    objects=words("commitment commitments pledge pledges promise"),
)
_verbs("pass advance", "AGREE", "vote", objects=frozenset({"@tabled"}))
_verbs("fail die", "REJECT", "vote", objects=frozenset({"@tabled"}), unless=words("to"))
_verbs("advance enact greenlight okay", "AGREE", "vote", objects=words("bill resolution legislation measure budget nomination package amendment merger deal"))  # fmt: skip
_verbs("complete close", "AGREE", "deal", objects=words("deal merger acquisition takeover purchase sale transaction swap exchange"))  # fmt: skip
_verbs("merge", "AGREE", "merger", particles="with", weak=True)
_verbs("clear", "AGREE", "approval", objects=words("merger takeover deal acquisition sale purchase"))
_verbs("acquire", "AGREE", "acquisition", objects=words("stake company firm rival unit bank airline shares business subsidiary division") | {"@organisation"}, weak=True)  # fmt: skip
_verbs(
    "buy purchase",
    "AGREE",
    "acquisition",
    objects=words("stake company firm rival unit bank airline shares business"),
    weak=True,
)
_verbs("ratify", "AGREE", "signing")
_verbs("accept", "AGREE", "acceptance", unless=words("responsibility blame award prize bribes"))
_verbs(
    "narrow", "AGREE", "progress", objects=words("list differences gaps gap disagreements points conditions")
)
_verbs("modify revise amend", "AGREE", "revision", objects=DRAFTS | ACCORD, weak=True)
_verbs("compromise", "AGREE", "compromise", particles="on over with", symmetric=True)
_verbs("set fix", "AGREE", "decision", objects=LIMITS, weak=True)
_verbs("decide", "AGREE", "decision", particles="on to against that", weak=True)
_verbs("settle", "AGREE", "settlement", objects=words("dispute strike lawsuit case claims differences"))
_verbs(
    "resolve",
    "AGREE",
    "settlement",
    objects=words("dispute differences strike conflict crisis standoff impasse"),
)
# --- SUPPORT, COOPERATE, AID ---------------------------------------------------------------------
_verbs("back", "SUPPORT", "backing", weak=True, unless=words("away down out off"))
_verbs("welcome praise hail applaud commend laud tout trumpet extol salute", "SUPPORT", "praise")
_verbs("throw", "SUPPORT", "backing", objects=words("weight support"), unless=words("out off"))
_verbs("support defend champion", "SUPPORT", "backing", weak=True)
_verbs("side", "SUPPORT", "backing", particles="with", weak=True)
_verbs("sponsor cosponsor co-sponsor", "SUPPORT", "backing", weak=True)
_verbs("reassure", "SUPPORT", "backing", weak=True)
_verbs("recognize recognise", "SUPPORT", "recognition", objects=words("state government independence sovereignty republic"))  # fmt: skip
_verbs("rally", "SUPPORT", "backing", particles="behind around")
_verbs("rally", "REQUEST", "backing", objects=words("allies allied support lawmakers members partners"))
_verbs("cooperate collaborate", "COOPERATE", "cooperation", particles="with on in", symmetric=True)
_verbs("provide supply donate deliver ship", "AID", "aid",
       objects=words("aid assistance weapons arms ammunition food relief supplies humanitarian loan loans medicine million billion"))  # fmt: skip
_verbs("grant send disburse fund finance", "AID", "aid", objects=words("aid assistance relief humanitarian loan loans medicine ammunition weapons"))  # fmt: skip
_verbs("bail", "AID", "aid", particles="out")
_verbs("loan lend", "AID", "aid", weak=True, unless=words("credence weight support itself themselves"))
_verbs("team partner", "COOPERATE", "cooperation", particles="up with", symmetric=True, weak=True)
_verbs("coordinate", "COOPERATE", "cooperation", particles="with", symmetric=True, weak=True)
# --- CONCEDE, RETREAT ---------------------------------------------------------------------------
_verbs("concede", "CONCEDE", "concession")
_verbs("back", "CONCEDE", "concession", particles="down off away")
_verbs("relent yield capitulate backtrack", "CONCEDE", "concession")
_verbs("cave bow", "CONCEDE", "concession", particles="in to on")
_verbs("soften moderate", "CONCEDE", "concession", objects=words("stance position demand demands line terms tone rhetoric deadline"))  # fmt: skip
_verbs("drop waive abandon", "CONCEDE", "concession",
       objects=words("demand demands insistence condition conditions objection objections opposition claim claims requirement "
                     "amendment amendments lawsuit suit veto threat threats"))  # fmt: skip
_verbs("extend", "CONCEDE", "extension", objects=words("deadline deadlines truce ceasefire cease-fire cut cuts cutback cutbacks pause moratorium freeze suspension"))  # fmt: skip
_verbs("lift ease relax unfreeze suspend remove", "CONCEDE", "easing", objects=CURBS)
_verbs("unfreeze", "CONCEDE", "easing", objects=ASSETS)
_verbs("suspend halt freeze", "CONCEDE", "suspension",
       objects=words("enrichment program programme activities activity production construction settlement tests testing"))  # fmt: skip
_verbs("release free", "CONCEDE", "release", objects=CAPTIVES, unless=words("statement"))
_verbs("pardon", "CONCEDE", "release")
_verbs("hand turn", "CONCEDE", "release", particles="over", objects=CAPTIVES)
_verbs("return", "CONCEDE", "release", objects=words("hostage hostages prisoners captives bodies remains"))
_verbs("restore", "CONCEDE", "easing", objects=words("ties relations access supplies diplomatic"), weak=True)
_verbs(
    "loosen scale roll water",
    "CONCEDE",
    "easing",
    objects=CURBS | words("demands demand proposal plan cuts"),
    weak=True,
)
_verbs("cede relinquish", "CONCEDE", "concession")
_verbs("give", "CONCEDE", "concession", particles="up in ground")
_verbs("disarm demobilize demobilise", "RETREAT", "disarmament", weak=True)
_verbs(
    "wind",
    "RETREAT",
    "withdrawal",
    particles="down",
    objects=words("operation operations mission presence campaign deployment"),
)
_verbs("vacate", "RETREAT", "withdrawal")
_verbs("withdraw pull", "RETREAT", "withdrawal", objects=FORCES, unless=words("out_of_the"))
_verbs("retreat", "RETREAT", "withdrawal")
_verbs("surrender", "RETREAT", "surrender")
_verbs("withdraw", "REJECT", "withdrawal", objects=ACCORD | DRAFTS | words("from bid talks negotiations"))
_verbs("pull", "REJECT", "withdrawal", particles="out", weak=True)
# --- REQUEST, PROPOSE -----------------------------------------------------------------------------
_verbs("demand", "REQUEST", "demand", unless=UNNAMED)
_verbs("convince persuade coax cajole prod nudge", "REQUEST", "persuasion", weak=True)
_verbs("plead beg petition clamor clamour", "REQUEST", "appeal", particles="with for to against")
_verbs("advocate lobby campaign", "REQUEST", "appeal", particles="for against", weak=True)
_verbs("seek solicit", "REQUEST", "request", weak=True,
       objects=words("approval assurances assurance guarantees guarantee concessions concession help support backing meeting "
                     "talks permission changes ruling extension clarification arbitration mediation ceasefire truce compensation "
                     "reforms amendments modifications exemption exemptions waiver waivers delay pledge pledges commitment "
                     "commitments recognition reparations raise relief"))  # fmt: skip
_verbs("order instruct direct", "REQUEST", "order", objects=words("to"), weak=True)
_verbs("urge implore beseech exhort", "REQUEST", "appeal")
_verbs("call", "REQUEST", "appeal", particles="for on upon")
_verbs("appeal", "REQUEST", "appeal", particles="to for")
_verbs(
    "ask",
    "REQUEST",
    "request",
    weak=True,
    unless=words("whether why how what question questions comment") | UNNAMED,
)
_verbs("request", "REQUEST", "request", unless=UNNAMED)
_verbs("insist", "REQUEST", "demand", particles="on that upon", unless=UNNAMED)
_verbs("insist", "REQUEST", "demand", objects=words("must should be end stop get have"), unless=UNNAMED)
_verbs(
    "press lobby pressure",
    "REQUEST",
    "pressure",
    weak=True,
    unless=words("ahead conference secretary forward on"),
)
_verbs("push press", "REQUEST", "demand", particles="for hard", weak=True)
_verbs("summon", "REQUEST", "summons")
_verbs("recommend", "REQUEST", "recommendation")
_verbs("invite", "REQUEST", "invitation", weak=True)
_verbs("propose", "PROPOSE", "proposal")
_verbs("put", "PROPOSE", "proposal", particles="forward", objects=DRAFTS)
_verbs("put lay", "PROPOSE", "proposal", objects=words("table"), weak=True)
_verbs("draft craft", "PROPOSE", "drafting", objects=DRAFTS)
_verbs(
    "table circulate present submit unveil introduce outline float tender",
    "PROPOSE",
    "proposal",
    objects=DRAFTS,
)
_verbs("draw", "PROPOSE", "drafting", particles="up", objects=DRAFTS)
_verbs(
    "send deliver hand",
    "PROPOSE",
    "proposal",
    objects=words(
        "proposal proposals counterproposal counter-proposal counteroffer counter-offer offer plan draft text paper"
    ),
)
_verbs("counter", "PROPOSE", "proposal", particles="with")
_verbs("pitch", "PROPOSE", "proposal", objects=DRAFTS | words("deal"))
_verbs("bid", "PROPOSE", "offer", objects=words("billion million for"))
_verbs(
    "write author develop devise formulate rewrite rework redraft",
    "PROPOSE",
    "drafting",
    objects=DRAFTS - words("idea ideas terms language list solution concept paper papers"),
    weak=True,
)
_verbs(
    "offer",
    "PROPOSE",
    "offer",
    weak=True,
    unless=words(
        "face tone image condolences details comment insight opportunity explanation glimpse compliment praise apology sympathy view views advice hope prayers little no caveat few thoughts briefing briefings critique criticism analysis point-by-point"
    ),
)
_verbs("make", "PROPOSE", "offer", objects=words("offer counteroffer proposal case"), unless=words("basis"))
_verbs("broach", "PROPOSE", "proposal")
_verbs(
    "take bring carry convey relay",
    "PROPOSE",
    "proposal",
    objects=words("proposal proposals offer counteroffer draft"),
)
_verbs(
    "receive",
    "PROPOSE",
    "proposal",
    objects=words("proposal proposals offer counteroffer draft text counterproposal"),
)
# --- REJECT, THREATEN, ACCUSE -----------------------------------------------------------------------
_verbs("reject rebuff spurn veto", "REJECT", "rejection")
_verbs("dismiss", "REJECT", "rejection", objects=DRAFTS | ACCORD | words("approach overture bid bids claim claims report reports notion suggestion suggestions allegations accusations criticism concerns talk calls"))  # fmt: skip
_verbs("refuse decline", "REJECT", "refusal", particles="to", unless=words("comment identify elaborate specify say name discuss detail respond details speculate confirm"))  # fmt: skip
_verbs("refuse", "REJECT", "refusal", objects=DRAFTS | ACCORD | MEETING | words("demand demands request requests entry permission access"))  # fmt: skip
_verbs("rule", "REJECT", "rejection", particles="out")
_verbs("turn", "REJECT", "rejection", particles="down")
_verbs("vote", "REJECT", "vote", objects=words("against down reject block oppose throw sink scrap"))
_verbs("vote", "AGREE", "vote", objects=words("for to in on favour favor approve"))
_verbs("vote", "AGREE", "vote", weak=True)
_verbs("walk", "REJECT", "walkout", particles="out away")
_verbs(
    "block",
    "REJECT",
    "blocking",
    objects=words("chapter clause paragraph consensus passage article")
    | DRAFTS
    | ACCORD
    | words("nomination vote sale merger takeover"),
)
_verbs("deny", "REJECT", "denial", unless=words("access entry visa visas permission service"))
_verbs("dispute rebut refute", "REJECT", "denial")
_verbs("break", "REJECT", "breakdown", particles="off", objects=MEETING | words("ties relations"))
_verbs("boycott", "PROTEST", "boycott")
_verbs("oppose object resist", "REJECT", "objection", weak=True)
_verbs("balk baulk demur bristle chafe", "REJECT", "objection", particles="at over")
_verbs("brush shrug wave", "REJECT", "rejection", particles="off aside")
_verbs("cast", "REJECT", "rejection", particles="off aside")
_verbs("stonewall shun nix quash", "REJECT", "rejection", weak=True)
_verbs("stand hold", "REJECT", "refusal", particles="firm", weak=True)
_verbs("revolt rebel", "REJECT", "objection", weak=True)
_verbs(
    "distance dissociate disassociate",
    "REJECT",
    "objection",
    objects=words("himself herself itself themselves"),
)
_verbs("dig", "REJECT", "refusal", particles="in", weak=True, unless=words("the a"))
_verbs("storm", "REJECT", "walkout", particles="out")
_verbs(
    "bow back pull drop",
    "REJECT",
    "withdrawal",
    particles="out",
    objects=words("talks negotiations deal accord agreement summit coalition process pact treaty race"),
)
_verbs(
    "defeat",
    "REJECT",
    "vote",
    objects=words(
        "bill measure motion amendment amendments resolution budget referendum legislation proposal deal agreement accord"
    ),
)
_verbs("snub", "REJECT", "rejection", weak=True)
_verbs("defy ignore flout disregard", "REJECT", "rejection", weak=True,
       objects=words("demand demands call calls ultimatum ban order orders request requests warning warnings deadline deadlines "
                     "resolution resolutions sanctions ruling appeal appeals plea pleas threat threats objections"))  # fmt: skip
_verbs(
    "scuttle torpedo derail sink thwart sabotage",
    "REJECT",
    "blocking",
    objects=DRAFTS | ACCORD | MEETING,
    weak=True,
)
_verbs("abandon scrap ditch repudiate", "REJECT", "withdrawal", objects=ACCORD, weak=True)
_verbs("tear rip", "REJECT", "withdrawal", particles="up", objects=ACCORD)
_verbs(
    "decline",
    "REJECT",
    "refusal",
    objects=MEETING | words("offer invitation request proposal"),
    unless=words("to"),
)
_verbs("override", "REJECT", "blocking", objects=words("veto"))
_verbs("rescind revoke annul nullify", "REJECT", "withdrawal")
_verbs("disagree", "REJECT", "objection", particles="with over on about", weak=True)
_verbs(
    "violate breach", "REJECT", "violation", objects=ACCORD | words("sanctions resolution resolutions law")
)
_verbs("renege", "REJECT", "violation")
_verbs("threaten", "THREATEN", "threat")
_verbs("warn", "THREATEN", "warning")
_verbs("vow promise pledge swear", "THREATEN", "threat", objects=HOSTILE, particles="to that", weak=True)
_verbs("vow", "THREATEN", "threat", objects=words("retaliation revenge veto consequences"))
_verbs("vow", "AGREE", "pledge", particles="to that", weak=True)
_verbs("accuse blame fault", "ACCUSE", "accusation")
_verbs("criticize criticise condemn denounce blast slam decry deplore lambast lambaste rebuke berate castigate chide pan assail bash scold excoriate ridicule deride", "ACCUSE", "criticism")  # fmt: skip
_verbs("lash hit", "ACCUSE", "criticism", particles="out back")
_verbs("express voice", "ACCUSE", "criticism", objects=words("outrage anger fury dismay"))
_verbs(
    "lament bemoan skewer pillory vilify disparage belittle lampoon upbraid chastise", "ACCUSE", "criticism"
)
_verbs("point", "ACCUSE", "accusation", objects=words("finger fingers"))
_verbs("rail", "ACCUSE", "criticism", particles="against at", weak=True)
_verbs("fume", "ACCUSE", "criticism", weak=True)
_verbs("tear rip lay", "ACCUSE", "criticism", particles="into", weak=True)
_verbs("allege", "ACCUSE", "accusation", particles="that")
_verbs("complain", "ACCUSE", "criticism", particles="about that of", weak=True)
_verbs("mock taunt admonish reprimand rap ream", "ACCUSE", "criticism", weak=True)
_verbs("impeach", "ACCUSE", "legal")
_verbs("sue indict prosecute convict", "ACCUSE", "legal")
_verbs("charge", "ACCUSE", "legal", particles="with", weak=True)
_verbs("charge", "ACCUSE", "accusation", particles="that", weak=True)
_verbs("file", "ACCUSE", "legal", objects=CHARGES)
# --- SANCTION, COERCE, MOBILIZE, PROTEST, ASSAULT ---------------------------------------------------
_verbs("impose slap reimpose tighten levy", "SANCTION", "sanctions", objects=CURBS)
_verbs("sanction blacklist", "SANCTION", "sanctions", weak=True)
_verbs(
    "withhold", "REJECT", "refusal", objects=words("support approval consent endorsement backing vote votes")
)
_verbs("freeze cut suspend withhold", "SANCTION", "freeze", objects=ASSETS, unless=words("oil gas"))
_verbs("cut sever", "SANCTION", "ties", particles="off", objects=words("ties relations aid contacts supplies diplomatic"))  # fmt: skip
_verbs("sever", "SANCTION", "ties", objects=words("ties relations contacts links"))
_verbs("expel", "SANCTION", "expulsion")
_verbs("retaliate", "SANCTION", "tariffs", particles="with by", objects=CURBS)
_verbs("penalize penalise fine", "SANCTION", "sanctions", weak=True)
_verbs("downgrade", "SANCTION", "ties", objects=words("ties relations"))
_verbs("arrest detain jail imprison deport", "COERCE", "arrest")
_verbs(
    "lock",
    "COERCE",
    "lockout",
    particles="out",
    objects=words("workers staff employees players members drivers"),
)
_verbs("crack", "COERCE", "crackdown", particles="down")
_verbs("sentence", "COERCE", "arrest", weak=True, passive=True)
_verbs("nationalize nationalise expropriate", "COERCE", "seizure")
_verbs("seize confiscate", "COERCE", "seizure", unless=words("opportunity chance moment initiative power"))
_verbs("ban outlaw", "COERCE", "ban", weak=True)
_verbs("mobilize mobilise", "MOBILIZE", "mobilisation", weak=True)
_verbs("deploy", "MOBILIZE", "deployment", objects=FORCES | words("observers monitors"))
_verbs("protest", "PROTEST", "demonstration", weak=True)
_verbs("demonstrate", "PROTEST", "demonstration", particles="against outside for over")
_verbs("strike", "PROTEST", "strike", objects=LABOUR)
_verbs("walk", "PROTEST", "strike", particles="off")
_verbs("down", "PROTEST", "strike", objects=words("tools"))
_verbs("march picket", "PROTEST", "demonstration", weak=True)
_verbs(
    "attack",
    "ACCUSE",
    "criticism",
    objects=words("for as over handling plan proposal policy deal agreement accord bill record rhetoric"),
)
_verbs("attack bomb shell invade raid ambush bombard storm", "ASSAULT", "attack")
_verbs("strike", "ASSAULT", "attack", weak=True, unless=words("balance tone note chord blow"))
_verbs("launch carry", "ASSAULT", "attack", objects=words("attack attacks strike strikes airstrike airstrikes missile missiles offensive raid raids assault rocket rockets invasion war"))  # fmt: skip
_verbs("start", "ASSAULT", "war", objects=words("war wars invasion"))
_verbs("fire", "ASSAULT", "attack", objects=words("missile missiles rocket rockets shots shells on drones"))
_verbs("kill", "REJECT", "rejection", objects=DRAFTS | ACCORD | words("deals amendment"))
_verbs(
    "kill murder assassinate massacre execute",
    "ASSAULT",
    "killing",
    unless=words("plan order contract agreement strategy transaction"),
)
_verbs("wound injure stab", "ASSAULT", "killing", weak=True)
_verbs(
    "clash",
    "ASSAULT",
    "fighting",
    particles="with",
    objects=words("troops forces police soldiers rebels army militants protesters"),
    symmetric=True,
)
_verbs("shoot", "ASSAULT", "attack", particles="down at dead")
_verbs("destroy wreck", "ASSAULT", "attack", weak=True)
_verbs("capture occupy annex", "ASSAULT", "seizure", unless=words("attention imagination"))
# --- STATEMENT, PERSONNEL, LEAK -----------------------------------------------------------------
_verbs("release issue publish", "STATEMENT", "statement", objects=UTTERANCES)
_verbs("leak", "LEAK", "leak", unless=words("oil gas water"))
_verbs("release publish", "LEAK", "publication", objects=DRAFTS | words("documents document photos transcript recording"))  # fmt: skip
_verbs("announce", "STATEMENT", "announcement")
_verbs(
    "address",
    "STATEMENT",
    "speech",
    objects=words("parliament assembly nation lawmakers reporters congress conference crowd rally delegates"),
    weak=True,
)
_verbs("declare proclaim", "STATEMENT", "declaration", weak=True)
_verbs("tweet", "STATEMENT", "post")
_verbs("post write", "STATEMENT", "post", particles="on in to", objects=words("social Twitter twitter X x Facebook facebook Truth Telegram telegram Instagram platform website media"))  # fmt: skip
_verbs("testify", "STATEMENT", "testimony")
_verbs("write", "STATEMENT", "letter", particles="to", weak=True)
_verbs(
    "reiterate restate", "STATEMENT", "declaration", objects=words("stance position view views"), weak=True
)
_verbs("apologize apologise", "STATEMENT", "apology")
_verbs("thank congratulate", "STATEMENT", "thanks", unless=words("to"))
_verbs("confirm", "STATEMENT", "confirmation", passive=True)
_verbs("report", "STATEMENT", "report", passive=True)
_verbs(
    "report",
    "STATEMENT",
    "say",
    weak=True,
    unless=words("to progress profit profits loss losses earnings revenue"),
)
_verbs("respond reply", "STATEMENT", "response", weak=True)
_verbs("appoint nominate", "PERSONNEL", "appointment")
_verbs("succeed", "PERSONNEL", "appointment", weak=True, unless=words("in"))
_verbs("tap", "PERSONNEL", "appointment", objects=POSTS | words("lead head"), weak=True)
_verbs(
    "exclude sideline",
    "PERSONNEL",
    "exclusion",
    objects=words("talks negotiations meeting process table summit discussions"),
)
_verbs("take", "PERSONNEL", "appointment", particles="over", objects=words("as"), weak=True)
_verbs("name", "PERSONNEL", "appointment", objects=POSTS - words("officials staff workers employees party government"), weak=True)  # fmt: skip
_verbs("elect reelect re-elect", "PERSONNEL", "election")
_verbs("resign", "PERSONNEL", "resignation")
_verbs("step stand", "PERSONNEL", "resignation", particles="down aside")
_verbs("dismiss fire sack oust remove replace", "PERSONNEL", "dismissal", objects=POSTS)
_verbs("sack oust depose", "PERSONNEL", "dismissal")
_verbs(
    "fire",
    "PERSONNEL",
    "dismissal",
    objects=frozenset({"@person"}),
    unless=words("missile missiles rocket rockets shots shells"),
)
_verbs("swear", "PERSONNEL", "appointment", particles="in")
_verbs("recall", "PERSONNEL", "recall", objects=words("ambassador ambassadors envoy delegation negotiators"))
_verbs("miss", "DEADLINE", "missed", objects=words("deadline deadlines"))


# --- what other kinds of talks are made of ---------------------------------------------------------
_verbs("raise sweeten improve lower", "PROPOSE", "offer", objects=words("offer bid proposal"))
_verbs("launch make", "PROPOSE", "offer", objects=words("bid bids counteroffer counter-offer overture"))
_verbs("go", "PROTEST", "strike", particles="on", objects=words("strike"))
_verbs("form", "AGREE", "coalition", objects=words("government coalition cabinet alliance"))
_verbs(
    "quit leave", "REJECT", "withdrawal", objects=words("coalition government alliance bloc talks cabinet")
)
_verbs("join", "AGREE", "coalition", objects=words("coalition alliance bloc pact treaty"))
_verbs(
    "exchange swap trade", "CONCEDE", "release", objects=words("prisoners hostages captives detainees bodies")
)
_verbs(
    "exchange trade swap",
    "CONSULT",
    "talks",
    objects=words("views letters messages notes drafts proposals offers"),
)
_verbs(
    "call",
    "CONSULT",
    "meeting",
    particles="back together",
    objects=words("table talks sides parties leaders"),
)
_verbs("pledge", "AID", "pledge", objects=words("billion million aid assistance"))
_verbs("pledge promise", "AGREE", "pledge", particles="to that", weak=True)
_verbs("pledge", "AGREE", "pledge", weak=True)
_verbs(
    "pass clear",
    "AGREE",
    "vote",
    objects=words(
        "House Senate house senate chamber committee parliament legislature congress hurdle assembly"
    ),
)
_verbs("filibuster", "REJECT", "blocking")
_verbs("host", "CONSULT", "meeting", weak=True)
_verbs(
    "suspend",
    "SANCTION",
    "suspension",
    objects=words(
        "participation cooperation membership ties contacts shipments deliveries services flights visas exports imports"
    ),
)
_verbs(
    "launch open", "ACCUSE", "legal", objects=words("investigation investigations probe inquiry lawsuit case")
)
_verbs("declare", "COERCE", "emergency", objects=words("emergency martial curfew siege"))
_verbs("impose", "COERCE", "curfew", objects=words("curfew siege"))
_verbs("abduct kidnap torture behead", "ASSAULT", "abduction")
_verbs("share", "COOPERATE", "cooperation", objects=words("evidence intelligence information"))
_verbs("raise", "SANCTION", "tariffs", objects=words("tariff tariffs duties"))
_verbs("suspend", "CONCEDE", "easing", objects=words("strike strikes walkout boycott blockade offensive"))
_verbs("pause", "CONCEDE", "easing", objects=CURBS | words("strike blockade offensive"))
_verbs("end call", "CONCEDE", "end", particles="off", objects=words("strike boycott blockade"))
_verbs(
    "stage call begin",
    "PROTEST",
    "strike",
    objects=words("strike strikes walkout walkouts stoppage sit-in"),
    unless=words("off"),
)


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One spelling of a trigger verb: its lemma, the form it is in and its senses."""

    lemma: str
    form: Form
    senses: tuple[Sense, ...]


def _index_verbs() -> dict[str, tuple[VerbForm, ...]]:
    senses: dict[str, list[Sense]] = {}
    for lemma, sense in _VERBS:
        senses.setdefault(lemma, []).append(sense)
    index: dict[str, list[VerbForm]] = {}
    for lemma, found in senses.items():
        for spelling, form in verb_forms(lemma):
            index.setdefault(spelling, []).append(VerbForm(lemma, form, tuple(found)))
    # “put”: read as the past first, as a base form where that does not fit
    return {
        spelling: tuple(sorted(found, key=lambda one: one.form == "base"))
        for spelling, found in index.items()
    }


VERBS: dict[str, tuple[VerbForm, ...]] = _index_verbs()

_NOUN_LINES: tuple[tuple[str, EventClass, str, Strength], ...] = (
        ("meeting summit visit trip encounter get-together teleconference session", "CONSULT", "meeting", "happening"),
        ("phone-call videoconference", "CONSULT", "call", "happening"),
        ("lunch luncheon dinner breakfast banquet", "CONSULT", "meeting", "topic"),
        ("conference gathering forum", "CONSULT", "meeting", "topic"),
        ("talks negotiations discussions consultations deliberations talk negotiation discussion consultation dialogue", "CONSULT", "talks", "topic"),
        ("round", "CONSULT", "talks", "topic"),
        ("call conversation", "CONSULT", "call", "topic"),
        ("event", "CONSULT", "event", "topic"),
        ("mediation", "CONSULT", "mediation", "thing"),
        ("deal agreement accord pact truce ceasefire cease-fire treaty compromise settlement armistice consensus breakthrough", "AGREE", "deal", "thing"),
        ("handshake", "AGREE", "deal", "happening"),
        ("signing ratification", "AGREE", "signing", "topic"),
        ("vote referendum ballot", "AGREE", "vote", "topic"),
        ("proposal offer counteroffer counterproposal counter-proposal counter-offer draft", "PROPOSE", "proposal", "thing"),
        ("flexibility", "CONCEDE", "flexibility", "thing"),
        ("concession", "CONCEDE", "concession", "thing"),
        ("withdrawal pullout", "RETREAT", "withdrawal", "topic"),
        ("statement communique communiqué declaration letter post tweet", "STATEMENT", "statement", "thing"),
        ("speech address op-ed interview", "STATEMENT", "speech", "thing"),
        ("ultimatum", "THREATEN", "ultimatum", "thing"),
        ("sanctions embargo", "SANCTION", "sanctions", "thing"),
        ("attack airstrike bombing shelling raid invasion assault offensive incursion massacre ambush", "ASSAULT", "attack", "topic"),
        ("strike", "ASSAULT", "attack", "topic"),
        ("protest demonstration rally walkout boycott", "PROTEST", "demonstration", "topic"),
        ("resignation appointment nomination dismissal inauguration", "PERSONNEL", "change", "topic"),
        ("election", "PERSONNEL", "election", "topic"),
        ("leak", "LEAK", "leak", "thing"),
        ("deadline", "DEADLINE", "deadline", "topic"),
        ("hearing", "CONSULT", "hearing", "topic"),
        ("debate", "CONSULT", "debate", "thing"),
        ("filibuster", "REJECT", "blocking", "thing"),
)  # fmt: skip

NOUNS: dict[str, tuple[Noun, bool]] = {
    spelling: (Noun(class_=class_, mode=mode, strength=strength), plural)
    for lemmas, class_, mode, strength in _NOUN_LINES
    for lemma in lemmas.split()
    for spelling, plural in noun_forms(lemma)
}
"""A spelling's noun, and whether it is a plural."""

MEDIA = words(
    "media newspaper newspapers agency television tv radio broadcaster broadcasters outlet outlets news press "
    "magazine newswire paper papers network networks"
)
"""Who, when they report something, have published it."""
CRITICS = words("critics opponents detractors")
"""Who, when they say something of a matter, find fault with it."""
SAYS = words("said says say wrote writes told tells added adds stated posted tweeted declared insisted")
"""Cues that make a quotation an utterance on the day, where a named speaker stands beside them."""
VENUES = words(
    "statement post speech letter op-ed interview tweet video address remarks telegram note message column "
    "editorial memo article essay thread testimony conference briefing email e-mail"
)
"""“In a … the minister said”: what was issued is the happening, the saying is its content."""

DELEGATION = words("delegation team side negotiators mission contingent")
LEADS = words("led headed chaired")
ATTENDS = words("participants attendees delegates participant members guests")
INCLUDES = words("included include includes including were are was")

PREMISES = words(
    "house office palace hall hotel center centre headquarters capitol pentagon embassy kremlin mansion residence"
)
"""Names ending so are where a meeting is held when they stand before it: “their White House meeting”."""

THINGS = (
    ACCORD
    | DRAFTS
    | CURBS
    | words("rules provision provisions clause article law constitution charter rule letter note")
)
"""What demands or rules out only as a text does, and so tells of no happening: “the deal calls for …”."""

ISSUED = words("declaration communique resolution letter note document text")
"""Texts that tell what was agreed or asked, and are no drafts."""
WARLIKE = words(
    "missile missiles drone drones airstrike airstrikes troops army war bomb bombs shelling rebels militants rockets"
)
"""A report with more of these than of labour's words means an attack by “strike”."""
_OWNED_LINES: tuple[tuple[str, EventClass, str], ...] = (
    ("opposition objection resistance pushback", "REJECT", "objection"),
    ("counteroffer counterproposal counter-offer counter-proposal", "PROPOSE", "proposal"),
    ("withdrawal pullout", "RETREAT", "withdrawal"),
    ("invasion annexation occupation", "ASSAULT", "attack"),
    ("intervention campaign", "ASSAULT", "attack"),
    ("refusal", "REJECT", "refusal"),
    ("rejection", "REJECT", "rejection"),
    ("denial", "REJECT", "denial"),
    ("veto", "REJECT", "rejection"),
    ("insistence", "REQUEST", "demand"),
    ("demand", "REQUEST", "demand"),
    ("request", "REQUEST", "request"),
    ("appeal plea", "REQUEST", "appeal"),
    ("call", "REQUEST", "appeal"),
    ("recommendation", "REQUEST", "recommendation"),
    ("invitation", "REQUEST", "invitation"),
    ("threat", "THREATEN", "threat"),
    ("warning", "THREATEN", "warning"),
    ("criticism condemnation rebuke", "ACCUSE", "criticism"),
    ("accusation allegation complaint", "ACCUSE", "accusation"),
    ("endorsement", "AGREE", "approval"),
    ("approval", "AGREE", "approval"),
    ("acceptance", "AGREE", "acceptance"),
    ("pledge", "AGREE", "pledge"),
    ("announcement", "STATEMENT", "announcement"),
    ("killing murder assassination abduction kidnapping", "ASSAULT", "killing"),
    ("agreement", "AGREE", "deal"),
)
OWNED: dict[str, tuple[EventClass, str]] = {
    spelling: (class_, mode)
    for lemmas, class_, mode in _OWNED_LINES
    for lemma in lemmas.split()
    for spelling, _ in noun_forms(lemma)
}
"""Nouns of what somebody does in words: a happening where the phrase says whose, “the ministry's refusal to …”."""
OWNED_OF = words(
    "objection objections opposition resistance pushback refusal insistence appeal appeals plea pleas recommendation announcement"
)
"""Of these, what "of" names the owner of: “the objections of the employers”, not “criticism of the employers”."""
OWNED_OF_PERSON = words("approval backing blessing support endorsement consent")
"""Of these, what “of” and a person's name give: “has the approval of the king”, not “the approval of the plan”."""
DEEDS = words(
    "killing killings murder murders assassination abduction abductions kidnapping kidnappings invasion annexation occupation"
)
"""Of these, what is told by whom it is done to: “the killing of two miners”."""
OWNED_AFTER: dict[str, Words] = {
    "intervention": words("military armed"),
    "campaign": words("air bombing military ground airstrike bombardment"),
}
"""Of these, what only these words before it make one: “the kingdom's air campaign”."""
OWNED_FOR = words(
    "threat threats demand demands request requests call calls pledge pledges approval complaint complaints recommendation recommendations"
)
"""Of these, what needs to be told what for."""
PHRASAL = words("against around aside back behind down forward off out over together up ")
"""Particles that belong to the trigger."""
GIVES = words("face faced faces facing gave give given gives giving impose imposed imposes set sets setting ")
"""Verbs by which a deadline is given or faced."""
ALSO_NOUNS = words(
    "address appeal approach attack back ban blame block bomb boycott brief call challenge charge cut delay "
    "arrest bid order veto mass arm station march fine tour contact sponsor fund grant finance purchase counter "
    "pitch campaign pledge promise vow debate bargain wound murder fight down sentence signal seek tap side "
    "demand dispute question tout consider draft fault fire fly force freeze hand head leak level lobby meet name offer phone plan "
    "post present press pressure protest push raid rally recall release report request return review rule "
    "sanction shell slam storm strike support table talk test travel tweet visit vote walk warn "
)
"""Verbs whose base and -s forms are nouns as well, and need an object behind them to be read as verbs."""
