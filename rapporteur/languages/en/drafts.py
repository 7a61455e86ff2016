"""Words by which the press speaks of texts under negotiation, of what they say and of how far they got."""

from __future__ import annotations

from rapporteur.languages.en import common
from rapporteur.model import PointStatus

STRONG_HEADS = frozenset(
    [
        "plan",
        "proposal",
        "counterproposal",
        "counter-proposal",
        "draft",
        "offer",
        "counteroffer",
        "counter-offer",
        "counterplan",
        "counter-plan",
        "counter-draft",
        "counterdraft",
        "counter-text",
        "counter-bid",
        "blueprint",
        "roadmap",
        "framework",
        "bill",
        "initiative",
        "ultimatum",
        "communique",
        "communiqué",
        "memorandum",
        "term-sheet",
        "non-paper",
    ]
)
"""Heads that name a draft wherever something marks them as one ("a plan", "its offer")."""

WEAK_HEADS = frozenset(
    [
        "deal",
        "agreement",
        "accord",
        "pact",
        "treaty",
        "text",
        "document",
        "paper",
        "package",
        "resolution",
        "contract",
        "version",
        "amendment",
    ]
)
"""Heads that name a draft only where it is plainly one under talks ("the proposed deal", "the text")."""

PLURALS = {
    "plans": "plan", "proposals": "proposal", "counterproposals": "counterproposal",
    "counter-proposals": "counter-proposal", "drafts": "draft", "offers": "offer",
    "counteroffers": "counteroffer", "counter-offers": "counter-offer", "counterplans": "counterplan",
    "counter-plans": "counter-plan", "counter-drafts": "counter-draft", "counterdrafts": "counterdraft",
    "counter-bids": "counter-bid", "blueprints": "blueprint", "frameworks": "framework",
}  # fmt: skip

DRAFTISH = frozenset(
    [
        "draft",
        "proposed",
        "tentative",
        "interim",
        "preliminary",
        "final",
        "initial",
        "revised",
        "updated",
        "amended",
        "modified",
        "refined",
        "framework",
        "comprehensive",
        "counter",
        "new",
        "latest",
        "joint",
        "provisional",
        "first-step",
        "first",
        "original",
        "emerging",
        "prospective",
        "potential",
        "provisional",
        "compromise",
        "competing",
        "rival",
        "peace",
        "nuclear",
        "trade",
        "merger",
        "cease-fire",
        "ceasefire",
        "coalition",
        "climate",
        "budget",
        "funding",
        "spending",
        "stopgap",
        "stop-gap",
        "labour",
        "labor",
        "wage",
        "hostage",
        "output",
        "written",
        "unwritten",
        "joint",
        "agreed",
    ]
)
"""Modifiers that make a weak head a draft."""

TABLED = frozenset(
    [
        "draft",
        "proposed",
        "revised",
        "updated",
        "amended",
        "modified",
        "refined",
        "interim",
        "preliminary",
        "framework",
        "tentative",
        "joint",
        "first-step",
        "compromise",
        "rival",
        "competing",
        "agreed",
        "u.s.-brokered",
        "written",
    ]
)
"""Modifiers that say a text exists, so that "a … deal" is not only hoped for."""

EARLY = frozenset(["initial", "original", "first", "earlier", "previous", "old", "prior"])
LATE = frozenset(
    [
        "revised",
        "updated",
        "amended",
        "modified",
        "refined",
        "latest",
        "second",
        "newest",
        "final",
        "reworked",
        "watered-down",
        "counter",
        "sweetened",
        "improved",
    ]
)
"""Modifiers that set an earlier version apart from a later one."""

NOT_DRAFTS = frozenset(
    [
        "pension",
        "health",
        "retirement",
        "insurance",
        "business",
        "flight",
        "medical",
        "savings",
        "lesson",
        "meal",
        "marshall",
        "data",
        "payment",
        "seating",
        "floor",
        "exit",
        "escape",
        "contingency",
        "war",
        "battle",
        "electric",
        "electricity",
        "gas",
        "water",
        "phone",
        "hospital",
        "dinner",
        "dollar",
        "job",
        "introductory",
        "special",
        "military",
        "text-message",
        "employment",
        "withholding",
        "master",
        "five-year",
        "development",
        "lawsuit",
        "constitutional",
        "identity",
        "travel",
        "policy",
        "research",
        "white",
    ]
)
"""What stands before "plan", "bill" and the like where no text under talks is meant."""

DETERMINERS = common.DETERMINERS | {"one", "two", "three", "what", "which"}
DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my"])
POINTING = frozenset(["this", "that", "these", "those"])
UNCERTAIN = frozenset(["any", "no", "another", "each", "every", "such", "what", "your", "which"])
"""Determiners of a draft that nobody says exists."""

WALLS = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "to",
        "into",
        "under",
        "over",
        "about",
        "after",
        "before",
        "against",
        "between",
        "among",
        "through",
        "during",
        "without",
        "within",
        "toward",
        "towards",
        "upon",
        "via",
        "per",
        "despite",
        "since",
        "until",
        "as",
        "than",
        "like",
        "amid",
        "and",
        "or",
        "but",
        "nor",
        "so",
        "yet",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "not",
        "n't",
        "who",
        "whom",
        "which",
        "that",
        "if",
        "when",
        "while",
        "where",
        "because",
        "although",
        "though",
        "whether",
        "how",
        "why",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "them",
        "him",
        "us",
        "me",
        "there",
        "here",
        "also",
        "then",
        "now",
        "just",
        "only",
        "even",
        "still",
        "already",
        "never",
        "ever",
        "said",
        "says",
        "say",
        "told",
        "tell",
        "saw",
        "see",
        "seen",
        "sees",
        "made",
        "make",
        "makes",
        "making",
        "took",
        "take",
        "takes",
        "taking",
        "gave",
        "give",
        "gives",
        "given",
        "got",
        "get",
        "gets",
        "put",
        "puts",
        "let",
        "keep",
        "keeps",
        "kept",
        "reject",
        "rejects",
        "rejected",
        "accept",
        "accepts",
        "accepted",
        "offer",
        "offered",
        "present",
        "presented",
        "unveiled",
        "announced",
        "called",
        "calls",
        "want",
        "wants",
        "wanted",
        "need",
        "needs",
        "back",
        "backs",
        "backed",
        "support",
        "supports",
        "supported",
        "oppose",
        "opposes",
        "opposed",
        "discuss",
        "discussed",
        "discussing",
        "push",
        "pushed",
        "pushing",
        "pushes",
        "panned",
        "pan",
        "modified",
        "included",
        "including",
        "crafting",
        "drafting",
        "drafted",
        "crafted",
        "writing",
        "wrote",
        "draw",
        "drew",
        "drawn",
        "called",
        "describe",
        "described",
        "consider",
        "considering",
        "review",
        "reviewing",
        "study",
        "studying",
        "float",
        "floated",
        "sent",
        "send",
        "sends",
        "receive",
        "received",
        "sign",
        "signed",
        "signing",
        "pass",
        "passed",
        "passing",
        "block",
        "blocked",
        "blocking",
        "approve",
        "approved",
        "approving",
        "advance",
        "advanced",
        "follow",
        "followed",
        "replace",
        "replaced",
        "launch",
        "launched",
        "rework",
        "reworking",
        "amend",
        "find",
        "finding",
        "used",
        "using",
        "seeks",
        "seek",
        "found",
        "employing",
        "versus",
        "circulated",
        "submit",
        "submitted",
        "table",
        "tabled",
        "introduce",
        "introduced",
        "vote",
        "voted",
        "endorse",
        "endorsed",
        "criticized",
        "criticised",
        "condemn",
        "condemned",
        "dismissed",
        "dismiss",
        "slammed",
        "hailed",
        "touted",
        "welcomed",
        "killed",
        "end",
        "reach",
        "reached",
        "reaching",
        "strike",
        "struck",
        "seal",
        "sealed",
        "close",
        "closed",
        "more",
        "most",
        "very",
        "too",
    ]
)
"""Words that cannot stand inside the noun phrase of a draft: the phrase ends before them."""

POINTS = (
    r"(?:points?|items?|conditions?|provisions?|articles?|clauses?|demands?|principles?|elements?|issues?|"
    r"chapters?|steps?|terms?|paragraphs?|questions?|proposals?|ideas?|brackets?|measures?|topics?)"
)
"""What a draft is counted in."""

LISTED = r"(?:conditions|demands|ideas|points|principles|items|proposals|provisions|terms|requirements|steps|elements|requests|concessions|options|measures|amendments|changes|suggestions|guidelines|grievances|wishes)"

AUTHOR_VERBS = (
    r"(?:crafted|drafted|wrote|written|authored|prepared|drew up|drawn up|tabled|put forward|put together|presented|"
    r"offered|circulated|unveiled|floated|sent|submitted|introduced|devised|worked out|formulated|released|issued|laid out|"
    r"came up with|come up with|made|proposed|produced|delivered|handed over|handed|gave|given|shown|announced|sketched out|started drafting|has|had|have)"
)
GIVING = r"(?:sent|handed|gave|given|offered|presented|submitted|delivered|made|shown|put)"
"""Verbs of putting a draft forward that name, before it, whom it was given: "sent the union a draft"."""
UNNAMED_AUTHORS = (
    r"(?:(?:two|three|four|five|six|several|a (?:group|handful|pair|team) of|a few|some|\d{1,2})\s+(?:[\w-]+\s+){0,2}?"
    r"(?:people|men|women|officials|aides|advisers|advisors|diplomats|lawyers|negotiators|businessmen|bankers|experts|ministers|envoys|delegates))"
)
"""Authors told by their number and kind, not by name."""
COMMON_AUTHORS = r"(?:chief |lead |main )?(?:mediators?|facilitators?|envoys?|union|unions|company|management|employers?|government|opposition|commission|chair|council|presidency|secretariat|rebels|captors|guild|board|bidder)"
"""Common nouns whose possessive says whose a draft is: "the mediator’s plan"."""
OUR_AUTHORS = (
    r"(?:[Oo]ur|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[Tt]he)\s+(?:own\s+)?(?:envoy|envoys|mediators?|office|team|negotiators?|side|lawyers|delegation|"
    r"ministry|staff|advisers|bankers|people|secretariat|chair|presidency|government|board|leadership|facilitators?)"
)
"""Authors told by whose they are: "our envoy"."""
AUTHOR_GERUNDS = (
    r"(?:crafting|drafting|writing|preparing|drawing up|tabling|putting forward|presenting|circulating|"
    r"unveiling|floating|sending|submitting|introducing|offering|making)"
)
AUTHORED_BY = (
    r"(?:crafted|drafted|written|authored|prepared|drawn up|tabled|put forward|put together|presented|offered|"
    r"circulated|unveiled|floated|sent|submitted|introduced|devised|proposed|produced|backed|negotiated|brokered)"
)

PARENTS = (
    r"(?:modell?ed (?:on|after)|based on|builds? on|building on|built on|patterned (?:on|after)|drawn from|derived from|"
    r"inspired by|borrow(?:s|ed|ing) from|along the lines of|after (?:employing|using|borrowing|following)|"
    r"adapted from|drew on|draws on|echo(?:es|ed|ing)|mirrors?|mirroring|an? (?:\w+ )?version of)"
)

PARENT_NOUNS = (
    r"\b(?:lists?|drafts?|plans?|deals?|accords?|agreements?|texts?|principles|models?|frameworks?|proposals?|formulas?|"
    r"templates?|blueprints?|precedents?|treat(?:y|ies)|understandings?|ideas|pacts?|documents?|offers?|communiqu[eé]|points)\b"
)
"""What a draft can come from."""

EDITS = (
    r"(?:changes|amendments|demands|edits|revisions|ideas|counter-?proposals|suggestions|requests|additions)"
)
"""What a party wants written into a draft; who wants them wrote the draft they are in."""

NATURES = (
    "list of", "framework", "ultimatum", "starting point", "basis", "road map", "roadmap", "working document",
    "non-paper", "wish list", "take-it-or-leave-it", "final offer", "compromise", "blueprint", "opening bid",
    "outline", "concept", "statement of", "set of", "surrender", "capitulation", "diktat", "guidelines",
    "discussion paper", "living document", "guarantee", "letter of intent", "memorandum", "red line",
    "first step", "non-binding", "best and final", "last and final", "draft", "menu",
)  # fmt: skip
"""What a draft is said to be, rather than to say."""

CALLED = (
    r"(?:cast|casts|casting|described|describes|describing|called|calls|calling|labell?ed|labels|presented|portrayed|"
    r"characteri[sz]ed|dismissed|hailed|touted|billed|branded|denounced|views?|viewed|sees|saw|regards?|regarded|framed)"
)

CALENDAR = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)

# --- what a draft says ------------------------------------------------------------------------------

PROVIDES = (
    r"(?:requir\w+|call(?:s|ed|ing)? (?:for|on)|demand\w*|cap(?:s|ped|ping)?|limit\w*|ban(?:s|ned|ning)?|bar(?:s|red|ring)?|block\w*|"
    r"prohibit\w*|preclud\w+|forbid\w*|rul(?:e|es|ed|ing) out|allow\w*|permit\w*|let(?:s|ting)?|giv(?:e|es|en|ing)|gave|grant\w*|leav(?:e|es|ing)|left|"
    r"set(?:s|ting)?|includ\w+|contain\w*|provid\w+|envisag\w+|envision\w*|foresee\w*|stipulat\w+|sa(?:y|ys|id)|specif(?:y|ies|ied)|ha(?:ve|s)(?= (?:the |both |each |all )?(?!been\b)[\w’'-]+(?: [A-Z][\w’'-]+)? (?:pay|release|cut|keep|cede|give|hand|open|close|withdraw|end|stop|lift|raise|reduce|accept|allow|drop|return|free|sell|buy|put|take|hold|share|grant|cap|limit|leave|dismantle|ship|disarm|recogni[sz]e|set|freeze)\b)|propos(?:e|es|ed|ing)|"
    r"seek(?:s|ing)?|sought|address\w*|open(?:s|ed|ing)?|oblig\w+|forc(?:e|es|ed|ing)|guarantee\w*|offer\w*|fre+z\w+|froze\w*|lift\w*|"
    r"eas(?:e|es|ed|ing)|extend\w*|rais(?:e|es|ed|ing)|cut(?:s|ting)?|reduc\w+|fund(?:s|ed|ing)?|keep\w*|kept|end(?:s|ed|ing)?|cover\w*|establish\w*|"
    r"creat\w+|impos\w+|maintain\w*|restrict\w*|commit\w*|eliminat\w+|remov\w+|restor\w+|increas\w+|doubl(?:e|es|ed|ing)|recogni[sz]\w+|"
    r"ced(?:e|es|ed|ing)|stop\w*|halt\w*|delay\w*|exempt\w*|mandat\w+|reopen\w*|phas(?:e|es|ed|ing) (?:out|down|in)|protect\w*|ensur\w+|"
    r"tie(?:s|d)?|link\w*|insist(?:s|ed|ing)?|dismantl\w+|shut(?:s|ting)?|suspend\w*|withdraw\w*|transfer\w*|hand(?:s|ed|ing)? over|pay(?:s|ing)?|allocat\w+|"
    r"subject(?:s|ed)?|scrap\w*|abolish\w*|add(?:s|ed|ing)?|replac\w+|bind(?:s|ing)?|use(?:s)?|mak(?:e|es|ing)|put(?:s|ting)?|strip\w*|swap\w*|releas\w+|free(?:s|d)?|"
    r"ship\w*|stretch\w*|spread\w*|split\w*|divid\w+|award\w*|station\w*|deploy\w*|pledg\w+|narrow\w*|demilitari[sz]\w+|disarm\w*|hold\w*|store\w*|build\w*|begin\w*|start\w*)"
)
"""Verbs by which a text is said to provide something."""

CONTAINERS = frozenset(
    [
        "require",
        "call",
        "demand",
        "set",
        "include",
        "contain",
        "provide",
        "envisage",
        "envision",
        "foresee",
        "stipulate",
        "say",
        "specify",
        "propose",
        "seek",
        "address",
        "offer",
        "insist",
        "make",
        "put",
        "commit",
        "oblige",
        "mandate",
        "force",
        "subject",
        "give",
    ]
)
"""Provision verbs that only introduce what is provided: the verb after them is the value."""

PROVISION_NOUNS = r"(?:provisions?|clauses?|articles?|sections?|paragraphs?|points?|conditions?|elements?|terms?|annex(?:es)?|requirements?|demands?)"

OPEN_MARKS = (
    r"(?:sticking points?|stumbling blocks?|points? of contention|main (?:hurdle|obstacle|gap|difference|dispute)s?|unresolved (?:issue|question|point)s?|"
    r"(?:remaining|key|major|outstanding) (?:differences?|gaps?|disagreements?|hurdles?|obstacles?|issues?|points? of disagreement)|areas? of disagreement|"
    r"(?:issues?|questions?) (?:still )?(?:unresolved|outstanding|under discussion|in dispute)|haggling over|at odds over|deadlocked? over|stuck on|divided over|split over|bone of contention)"
)
"""What the press calls a point that is not agreed."""

REMAINS_OPEN = r"(?:remain(?:s|ed)?|still|are|is|was|were)\s+(?:to be\s+)?(?:unresolved|unsettled|outstanding|in dispute|disputed|in brackets|an? (?:sticking point|stumbling block|open question|obstacle)|to be (?:resolved|settled|agreed|decided|negotiated|worked out))"

OTHER_TRACK = r"(?:on|in|to|through|via|under|into) (?:an? )?(?:separate|parallel|different|second|another) (?:track|channel|process|agreement|negotiation|talks|document|annex|bill|deal|round|format|basket)s?|(?:discussed|negotiated|handled|dealt with|addressed|taken up|settled|considered|treated) separately|set aside for (?:later|another)|left (?:for|to) (?:later|a later|another|future)"

REMOVED = r"(?:dropped|removed|deleted|struck|taken out|stripped|excised|scrapped|cut)\s+(?:out\s+)?(?:from|of)|no longer (?:contains?|includes?|mentions?|calls?)|(?:was|were|been|been) (?:dropped|removed|deleted|struck out|taken out|scrapped)"

FATE: tuple[tuple[str, PointStatus], ...] = (
    (
        r"struck|dropped|removed|deleted|cut|taken out|stripped|excised|scrapped|left out|abandoned|withdrawn",
        "removed",
    ),
    (r"agreed|settled|resolved|accepted|closed|finali[sz]ed|signed off", "agreed"),
    (r"open|unresolved|outstanding|unsettled|in brackets|bracketed|left open|still open", "open"),
    (r"disputed|contested|rejected|challenged", "disputed"),
)
"""What can become of a point, in the passive."""
FATES = "(?:" + "|".join(pattern for pattern, _ in FATE) + r")(?: out| off)?"
MODEL = r"\b(?:the|its|their)\s+(?:model|template|blueprint|inspiration|precedent|starting point)\b[^.;]{0,50}?\b(?:was|is|were|had been)\s+(?P<parent>(?:the|an?|that|[A-Z])[^,.;]{4,80})"
"""A sentence of its own that says what the draft spoken of was made from."""
AGREED = r"(?:agreed (?:on|to|upon|that)|reached (?:an? )?(?:\w+ )?agreement on|both sides (?:have )?accept(?:ed)?|was agreed|were agreed|has been agreed|have been agreed|signed off on|settled on)"
