"""Words by which a party's stance is told: verbs after its name, nouns after its possessive, phrases in its
own speech. Each is a regular expression and the stance it shows; an earlier entry wins over a later one."""

from __future__ import annotations

from rapporteur.model import Stance

VERBS: tuple[tuple[str, Stance], ...] = (
    # silence first: "has yet to respond" holds the verb of an answer
    (
        r"(?:has|have|had) (?:yet|still) to (?:respond|reply|answer|react|comment|say|decide|take a position)(?: publicly)?(?: to| on| about| whether)?",
        "no-response",
    ),
    (
        r"(?:has|have|had|did|does|do) (?:so far )?(?:not|n[’']t)(?: yet| so far| immediately| publicly| formally)* (?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|react(?:ed)?|commented?)(?: publicly| formally)?(?: to| on| about)?(?! (?:a |an |several |repeated |multiple )?(?:requests?|emails?|messages?|calls?|questions?|phone))",
        "no-response",
    ),
    (
        r"(?:has|have|had|was|were|is|are|remained|stayed|kept) (?:been )?(?:silent|quiet|mum) (?:on|about|over)",
        "no-response",
    ),
    # rejection
    (
        r"(?:(?:has|have|had|would|will) )?(?:pledg(?:e|es|ed)|vow(?:s|ed)?|promis(?:e|es|ed)|threaten(?:s|ed)?) to (?:veto|block|oppose|kill|reject|fight|vote against|scuttle|derail)",
        "rejects",
    ),
    (
        r"(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)) to (?:accept|agree|consider|negotiate|discuss|back|support|recogni[sz]e|give up|abandon|allow|make|cut|reduce|sign|end|stop|halt|budge|join|meet|extend|vote|approve|endorse|withdraw|yield|move|talk)",
        "rejects",
    ),
    (
        r"(?:will|would|could|can|do|does|did|has|have|had)(?: not|n[’']t| never|not)(?: ever| simply)? (?:accept(?:ed)?|agree(?:d)?|allow(?:ed)?|support(?:ed)?|back(?:ed)?|tolerate|endorse(?:d)?|sign|approve(?:d)?|recogni[sz]e(?:d)?|negotiate|give up|abandon|relinquish|yield|compromise)(?: to| on| with)?",
        "rejects",
    ),
    (
        r"(?:won[’']t|wouldn[’']t|cannot|can[’']t) (?:accept|agree|allow|support|back|tolerate|endorse|sign|approve|recogni[sz]e|negotiate|give up|abandon|compromise)(?: to| on| with)?",
        "rejects",
    ),
    (
        r"(?:reject(?:s|ed|ing)?|rebuff(?:s|ed|ing)?|spurn(?:s|ed)?|oppos(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|denounc(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|rul(?:e|es|ed|ing) out|turn(?:s|ed|ing)? down|veto(?:es|ed|ing)?|object(?:s|ed|ing)? to|balk(?:s|ed|ing)? at|resist(?:s|ed|ing)?|ban(?:s|ned)?|pan(?:s|ned|ning)?|slam(?:s|med|ming)?|blast(?:s|ed|ing)?|critici[sz](?:e|es|ed|ing)|decri(?:es|ed)|ridicul(?:e|es|ed)|bristl(?:e|es|ed) at|bridl(?:e|es|ed) at|blocked|voted down|voted against|scoff(?:s|ed) at|lash(?:es|ed) out at|vow(?:s|ed)? to (?:block|veto|oppose|kill|fight))",
        "rejects",
    ),
    (
        r"(?:is|are|was|were|remain(?:s|ed)?|(?:has|have) been) (?:firmly |strongly |sharply |openly |deeply |highly )?(?:opposed to|against|critical of|hostile to|unwilling to|reluctant to|not (?:ready|willing|prepared) to|skeptical (?:of|about)|sceptical (?:of|about))",
        "rejects",
    ),
    (
        r"(?:has|have|had) shown (?:little|no|scant) (?:interest in|sign of|signs of|willingness to|inclination to|appetite for|readiness to)",
        "rejects",
    ),
    (
        r"(?:will|would) (?:reject|oppose|veto|block|vote against|turn down|rebuff|not (?:go|settle) below)",
        "rejects",
    ),
    (
        r"(?:want(?:s|ed)?|seek(?:s|ing)?|sought|hop(?:e|es|ed|ing)|try(?:ing)?|tried|aim(?:s|ed|ing)?|mov(?:e|es|ed|ing)|work(?:s|ed|ing)?) to (?:derail|undermine|sabotage|wreck|spoil|kill|block|scuttle|sink|scrap|undo|torpedo|thwart)",
        "rejects",
    ),
    (r"(?:threw|throws|poured|pours) cold water on", "rejects"),
    (r"(?:infringe[sd]?|tramples?) on", "rejects"),
    # acceptance
    (
        r"(?:pledg(?:e|es|ed)|vow(?:s|ed)?|promis(?:e|es|ed)|plans?|intends?) to (?:vote for|support|back|sign|endorse|ratify|approve)",
        "accepts",
    ),
    (
        r"(?:(?:has|have|had|will|has already|have already) )?(?:provisionally |tentatively |reportedly |reluctantly |already |formally |also |finally )*(?:agree(?:s|d)?(?: in principle)? (?:to|on|not to)|accept(?:s|ed)?|approv(?:e|es|ed)|endors(?:e|es|ed)|embrac(?:e|es|ed)|welcom(?:e|es|ed)|ratif(?:y|ies|ied)|sign(?:s|ed)? (?:off on|on to|onto)|back(?:s|ed)(?!-)(?! (?:away|out|down|off|from))|support(?:s|ed)|hail(?:s|ed)|prais(?:e|es|ed)|conced(?:e|es|ed)|consent(?:s|ed) to|yield(?:s|ed)? (?:on|to)|dropped (?:its|their|his|her) (?:demand|objection|opposition|insistence)\w*|rall(?:y|ied) behind|throw\w* (?:its|their|his|her) (?:weight|support) behind|voted (?:for|to approve)|got on board with)",
        "accepts",
    ),
    (
        r"(?:is|are|was|were) (?:in favou?r of|satisfied with|happy with|comfortable with|on board with|supportive of)",
        "accepts",
    ),
    # offers
    (
        r"(?:(?:has|have|had) )?(?:also |reportedly |formally |now )*(?:offer(?:s|ed)?|propos(?:e|es|ed)|suggest(?:s|ed)(?! that| the| it| he| she| they| further)|float(?:s|ed)|tabl(?:e|es|ed)|put forward|pledg(?:e|es|ed)|volunteer(?:s|ed)? to|promis(?:e|es|ed)(?! that))",
        "offers",
    ),
    (
        r"(?:is|are|was|were|would be|could be|has been|have been|said (?:it|he|she|they) (?:is|are|was|were)) (?:reportedly |now |also )?(?:ready|willing|prepared) (?:to(?! (?:quit|walk|leave|abandon|fight|strike|attack|use|veto|resort|go to war|block|reject|work|stay|wait|die))|for(?! (?:war|any|a fight)))",
        "offers",
    ),
    (r"(?:can|could|would) (?:accept|live with|settle for|agree to)", "offers"),
    # open
    (
        r"(?:is|are|was|were|remain(?:s|ed)?|appear(?:s|ed)?|would be) (?:still )?(?:open to|flexible (?:on|about|over)|(?:considering|reviewing|studying|weighing|mulling|examining|looking at)(?= (?:the|a|an|its|their)\b[^.;]{0,40}\b(?:plan|proposal|draft|offer|counteroffer|text|deal|terms|bill|demands?|request)\b)|willing to (?:discuss|consider|look at|talk about))",
        "open",
    ),
    (
        r"(?:(?:has|have|had) )?(?:some flexibility on|signal(?:s|ed|led)? (?:flexibility|openness|willingness|readiness)|show(?:s|ed|n)? (?:flexibility|openness|readiness)|softened|left the door open|(?:is|are) leaving the door open|not ruled out|did not rule out|has not ruled out|would consider|will consider|may consider|might accept|could support)(?: on| over| to| about)?",
        "open",
    ),
    (
        r"(?:is|are|was|were) (?:still |now |reportedly )?(?:considering|studying|weighing|mulling|examining)(?= (?:(?:a|an|the|up to|about|some|as many as|as much as|at least|no more than)\s+)?(?:[\w-]+ ){0,3}?[$€£]?\d)",
        "open",
    ),
    # undecided
    (
        r"(?:(?:is|are|was|were|remain(?:s|ed)?) (?:still )?(?:undecided|divided|split|noncommittal|non-committal|torn|on the fence|unsure|unclear)(?: on| over| about| whether)?|(?:has|have|had) not (?:yet )?decided|has yet to decide|neither (?:for nor against|endorsed nor rejected))",
        "undecided",
    ),
    # demands, widest last
    (
        r"(?:(?:has|have|had|is|are|was|were) )?(?:also |reportedly |repeatedly |long |still |publicly |now )*(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)? (?:on|that(?=[^.;]{0,90}?\b(?:must|should|be|has to|have to|needs?|recogni[sz]e|allow|stop|end|lift|accept|give)\b))|call(?:s|ed|ing)? (?:for|on)|want(?:s|ed|ing)?(?! to (?:see (?:if|whether|what|how)|know|persuade|convince|say|hear|talk|discuss|wait|thank|make (?:clear|sure|it clear)))|seek(?:s|ing)?|sought|urg(?:e|es|ed|ing)|press(?:es|ed|ing)? (?:for|to)|push(?:es|ed|ing)? (?:for|to|back for)|requir(?:e|es|ed|ing)|request(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:for|that|to)|lobb(?:y|ies|ied|ying) (?:for|to)|appeal(?:s|ed|ing)? for|argu(?:e|es|ed|ing) for(?! (?:\w+ )?(?:years|months|weeks|days|hours|decades)\b)|hold(?:s|ing)? out for|advocat(?:e|es|ed|ing)|favou?r(?:s|ed)?|prefer(?:s|red)?|(?:argues|argued) for(?! (?:\w+ )?(?:years|months|weeks|days|hours|decades)\b))",
        "demands",
    ),
)
"""What follows a party's name."""

NOUNS: tuple[tuple[str, Stance], ...] = (
    (r"(?:opposition|objections?|resistance|hostility|aversion) (?:to|over)", "rejects"),
    (
        r"(?:refusal|unwillingness|reluctance) to (?:accept|compromise|negotiate|concede|agree|give|make|allow|discuss|talk|sign|cut|limit|stop|halt|end|meet|recogni[sz]e|withdraw|back|support|budge|extend|disarm)",
        "rejects",
    ),
    (r"(?:rejection|criticism|veto|condemnation|denunciation) of", "rejects"),
    (r"concerns? (?:about|over|with)", "rejects"),
    (r"(?:acceptance|approval|endorsement|embrace) of", "accepts"),
    (r"(?:support|backing) (?:for|of)", "accepts"),
    (r"(?:agreement|consent|commitment) to", "accepts"),
    (r"(?:offer|proposal|willingness|readiness|promise|pledge) (?:to|for|of|that)", "offers"),
    (r"(?:openness|flexibility) (?:to|on|about)", "open"),
    (
        r"(?:demands?|insistence|calls?|push|bid|drive|appeal|request|plea) (?:for|to|that|on)",
        "demands",
    ),
)
"""What follows a party's possessive: "Ukraine’s push to", "Iran’s insistence that"."""

SPEECH: tuple[tuple[str, Stance], ...] = (
    (
        r"(?:will|would) (?:never|not) (?:accept|agree|allow|give up|abandon|tolerate|negotiate|support|sign|recogni[sz]e|compromise|stop|halt|surrender)|won[’']t (?:accept|agree|allow|give up|negotiate|support|sign|budge|vote)|(?:is|are|was|would be) (?:totally |completely |simply |utterly )?(?:unacceptable|unworkable|out of the question|a non-?starter|dead on arrival|off the table|a red line|not (?:acceptable|negotiable|on the table))|non-?starter|(?:is|are|remains?|that[’']s) (?:a|our|my|its) red lines?\b|cannot accept|can[’']t accept|we reject|i reject|we oppose|i oppose|(?:is|was|be|got|this|such) [“\"]?(?:a|an) (?:\w+ )?(?:bad deal|historic mistake)|no deal is better",
        "rejects",
    ),
    (
        r"(?:is|was|are|were) [“\"]?(?:a|an) (?:fair|good|reasonable|useful|sound|decent|workable|solid|acceptable) (?:place to (?:start|begin)|starting (?:point|place)|basis|foundation|beginning|first step|step forward)|(?:might|could|may|can) (?:also )?(?:serve|be|form|provide|act|become)(?: as)? (?:a|the) (?:basis|starting point|foundation)|(?:we|i)(?: a|[’'])re? (?:open to|considering|reviewing|studying|looking at)|some flexibility|(?:is|are|be) flexible|good hard look|close look at",
        "open",
    ),
    (
        r"(?:we|i)(?: have|[’']ve)? (?:also )?(?:agree(?:d)?|accept(?:ed)?|welcome(?:d)?|support|endorse|approve(?:d)?|back)\b(?! (?:a|any) (?:good|strong|better|fair|sound|tough|real|great) )|(?:is|are|was) (?:a good deal|the right deal|acceptable|a win for)",
        "accepts",
    ),
    (
        r"(?:we|i)(?: a|[’'])(?:re|m) (?:also )?(?:ready|willing|prepared) (?:to(?! (?:work|stay|wait|go|die|fight|leave|walk|continue|put|risk|gamble|let|see|lose))|for)|(?:we|i) (?:offer(?:ed)? (?!condolences|our condolences|thanks|prayers|sympath|mine\b|ours\b)|propose(?:d)?|are offering|are proposing|would accept|could accept|can accept|can live with)|(?:was|were|is|are) (?:ready|willing|prepared) to",
        "offers",
    ),
    (
        r"(?:must|(?<!will )(?<!would )(?<!may )ha(?:s|ve) to)\b|(?<!will )(?<!would )(?:should|ought to|need(?:s|ed)? to)(?! (?:know|see|concern|worry|remember|think|ask))\b|(?:can[’']t|cannot|can not|may not) (?:be (?:changed|imposed|dictated|decided|part of|allowed|accepted|lifted)|decide|impose|dictate)\b|(?:we|i) (?:want(?! to (?:see (?:if|whether|what|how)|know|thank|say|talk|hear|make (?:clear|sure)))|demand|insist|call (?:for|on)|require|ask|urge)\b|any (?:deal|agreement|accord|settlement|plan|text) (?:must|should|has to|needs? to)|no (?:deal|agreement|peace) without|only if\b|on condition that|as long as(?! (?:necessary|possible|it takes|needed))|unless\b",
        "demands",
    ),
)
"""What a party says of its own stance in its own words or in words reported as its own."""

OWN_BODIES = r"(?:the |its |their |his |her |our )?(?:cabinet|government|delegation|ministry|administration|side|team|board|leadership|party|management|union|coalition|parliament|company|council|army)"
"""A body without a name, which in the words of somebody who speaks for a party is that party’s own."""

NO_MATTER = r"\s*(?:[A-Z]\w+ )?(?:that )?\w+ (?:will|would) not\b|\s*(?:what|whatever|how)\b|\s*(?:\w+\s+){0,3}?(?:support|hopes?|views?|assessments?|insights?|reassurances?|warnings?|calls? to (?:drop|end|abandon|quit|walk|lift|stop|delay|suspend))\b|\s*(?:[\w’']+\s+){0,5}?(?:skills|comments|remarks|leadership|speech|tone|courage)\b|\s*(?:\w+\s+){0,2}?(?:condolences|thanks|prayers|praise|sympathy|help|assistance|comment|details|explanations?|arguments?|claims?|reports?|accusations?|criticisms?|suggestions?|the notion|the idea|assertions?|allegations?|advice|apolog\w+|congratulations|no comment|a glimpse|clues?|hints?|letters?)\b|\s*(?:us |him |her |them |\w+ )?no\b"
"""What can be offered or rejected without any stance on a matter under talks."""
FIRST_PERSON = (
    r"(?:^|[\s“\"])(?:i|we|i[’']m|we[’']re|i[’']ll|we[’']ll|going|i[’']d|we[’']d)(?:\s+(?:\w+\s+)?)$"
)
"""Before a modal: what the speaker has to do, not what he asks of others."""
ANALYSTS = r"\b(?:analyst|expert|professor|fellow|scholar|historian|author|columnist|researcher|editor|commentator|critic|specialist|lecturer|consultant|strategist|economist|pollster|reporter|correspondent|think[ -]tank|university|institute|council on|foundation|endowment|host|anchor|journalist|interviewer|blogger|center for|centre for|executive director|(?:education|policy|studies|research|advocacy|nonproliferation|security) (?:center|centre|group|project|program))\b"
"""Those whose words are views on talks, not a party’s stance in them."""
RHETORIC = r"\b(?:why|how|whether|what|who)\s+(?:\w+\s+){1,3}$"
"""Before a modal: a question, not a demand."""

GROUPS = (
    "officials|politicians|leaders|negotiators|lawmakers|diplomats|ministers|governments?|critics|opponents|supporters|"
    "members|delegates|senators|envoys|unions?|workers|miners|teachers|executives|directors|shareholders|investors|allies|"
    "hard-?liners|conservatives|hawks|delegations?|authorities|parties|rebels|mediators|producers|representatives|"
    "spokesman|spokeswoman|spokesperson|management|employers|side|administration|ministry|commission|board|team|coalition"
)
"""Nouns that, after the name of a nation or body, make a party of it."""

ACTORS = "union|guild|company|companies|government|opposition|management|cabinet|army|cartel|bloc|club|firm|bank|employer|strikers|nurses|pilots|drivers|doctors|dockers|players|owners|guerrillas|insurgents|militants|kidnappers|captors|bidder|bidders|shareholder"
"""Common nouns that can be a party to talks without a name."""

NOBODY = frozenset(
    [
        "officials",
        "politicians",
        "leaders",
        "negotiators",
        "lawmakers",
        "diplomats",
        "ministers",
        "members",
        "delegates",
        "senators",
        "envoys",
        "executives",
        "directors",
        "allies",
        "parties",
        "representatives",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "side",
        "sides",
        "team",
        "authorities",
        "critics",
        "opponents",
        "supporters",
        "governments",
        "delegations",
    ]
)
"""Nouns that alone name no party: whose they are must be told."""

PRINCIPLES = (
    r"(?:set out|laid out|lays out|sets out|listed|outlined|presented|spelled out|announced|put forward|named|has|have|had|issued)\s+"
    r"(?:(?:\w+|\d+)\s+)?(?:\w+\s+)?(?:principles|conditions|demands|red lines|requirements|priorities|points)\b"
)
ORDINAL = r"[“\"]?(?:And\s+|The\s+)?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|fifth|finally|last(?:ly)?)\b(?:\s+(?:is|was))?[,:]?\s+(?:that\s+)?"
CARRIED = r"(?:That|This|It|They)\s+(?:also\s+)?(?:includes?|means?|covers?|entails?|implies)\s+(?:an?\s+(?:understanding|insistence|demand|requirement)\s+)?(?:that\s+)?"

UNDOES = (
    r"\s*(?:any |the |a |an |such |all |every |this )?(?:\w+ ){0,2}?(?:legislation|bills?|resolutions?|measures?|motions?|attempts?|efforts?|moves?|bids?|push|amendments?) "
    r"(?:(?:that|which) (?:would |could |might |will )?(?:\w+ ){0,1}?|(?:to|aimed at|of|against) (?:\w+ly )?)(?:stop|block|kill|reject|disapprov|undo|scuttl|derail|undermin|weaken|scrap|void|prevent|sink|wreck)\w*\s"
)
"""What is rejected is itself a rejection: "veto any bill that blocks the accord" accepts the accord."""
CONDITIONAL = r"\s*(?:(?:to|on|with)\s+)?(?:an?|any|the|such an?)?\s*(?:\w+\s+)?(?:deal|agreement|accord|text|draft|plan|settlement|treaty|contract|bill|offer|compromise|truce|cease-?fire)\s+(?:unless|that (?:do|does|did|would)(?: not|n[’']t)|which (?:do|does|did|would)(?: not|n[’']t)|without|(?:until|till|before))\s"
"""After a refusal: what is refused only as long as something is wanting, and so is a demand for it."""
TURN_AWAY = r"(?:must|should|ought to|need(?:s|ed)? to|ha(?:s|ve) to)\s+[“\"]?(?:now |simply |at once |immediately )?(?:walk away from|reject|abandon|scrap|drop|oppose|veto|vote against|kill|quit(?! \w+ing\b)|withdraw from|pull out of|tear up|refuse|turn down|back out of|stay out of)\b"
"""What is asked for, where it is that something be turned down."""
ASCRIBED = r"\s+(?:(?:still|also|now|have|has|had|long|always|\w+ly)\s+)*(?:says?|said|maintain(?:s|ed)?|insist(?:s|ed)?|argu(?:es?|ed)|claim(?:s|ed)?|believ(?:es?|ed)|thinks?|thought|feels?|felt|wants?|wanted|demand(?:s|ed)?|contend(?:s|ed)?|hold(?:s)?)\b[^.;:“”]{0,60}$"
"""After somebody else's name: what follows is his, as the speaker tells it."""
POINTS_BACK = r"(?:an?|the|any|such an?|that|this|both|all)\s+(?:\w+\s+)?(?:bans?|demands?|ideas?|moves?|steps?|figures?|numbers?|requests?|conditions?|clauses?|changes?|cuts?|increases?|caps?|limits?|dates?|rules?|requirements?)"
"""What is told of without a word of its matter, which the sentence before has named."""
LAWS = r"\s*(?:(?:to )?(?:delay|postpon|hold(?:ing)? off on|introduc|pass|advanc|sponsor|co-sponsor|withdraw|vot(?:e|ing) (?:on|for)|consider|debat)\w*\s+)?(?:(?:an?|the|any|some)?\s*(?:[\w-]+\s+)?(?:consideration|passage|votes?|debate|introduction|provisions?|parts?|language|clauses?)\s+(?:of|on|in|for)\s+)?(?:(?:any|the|a|an|such|all|every|this|that|its|their|his|her|new|draft|bipartisan|for|against)\s+){0,3}(?:[\w.’'-]+\s+){0,2}?(?:bills?|legislation|measures?|resolutions?|amendments?)\b"
"""A parliament's own business, where it is states that negotiate."""
CHAMBERS = r"\b(?:congress|senate|house|parliament|legislature|assembly|knesset|majlis|duma|bundestag|council|committee|court|board|lawmakers|legislators|senators|capitol hill)\b"
"""Bodies that will consider whatever is put before them."""
EXPECTED = r"(?:should|ought to)\s+(?:now |also |still )?(?:(?:offer|provide|form|serve as|give|lay)\s+(?:\w+\s+)?(?:the|a|an|some)\s+(?:\w+\s+)?(?:basis|foundation|framework|opportunity|opening|start|chance|hope)|help\b|(?:move|rise|fall|climb|drop|average|reach|improve|recover|stabili[sz]e|hold|come (?:down|up|back))\b(?! to (?:the|a) (?:table|agreement|deal))|be (?:able|enough|possible|clear|noted|sufficient|easier|no surprise)\b|make it (?:easier|possible|harder)|come as|go without)"
"""What is likely rather than asked for."""
VOWS = r"(?:\w+\s+)*(?:pledg|promis|vow)"
STRIKES = r"\s*(?:to\s+)?(?:re-?)?(?:impos|instat|tighten|toughen|strike|attack|bomb|retaliat|use (?:military )?force|walk)\w*\b"
OWNED = r"\b(?:every|any|no|all|what|only)\s[“\"]?\w+[”\"]?,?\s(?:[A-Z]\w+|it|they|he|she|we)\s+$"
"""Before "has to": what somebody has, and not what he must do."""
PUNISHES = r"\b(?:new|more|tough\w*|additional|further|fresh|harsher|stiff\w*|crippling)\b[^.;,]{0,30}\b(?:sanctions?|penalt\w+|tariffs|strikes?|measures)\b"
"""What is promised as a threat, and so is no offer."""
OWN_VOICE = r"(?:^|[,:;“\"‘']\s*|\b)(?:we|i|he|she|they|it|who|nobody|no one|(?:our|my|this|his|her|its|their|the)\s+(?:\w+\s+)?(?:government|union|company|country|people|nation|party|president|prime minister|minister|delegation|side|board|council|group|movement|alliance|caucus|administration|team|members|workers|leadership|cabinet|coalition|bloc|army|state|public|voters|parliament))\s*(?:also|still|simply|ever|certainly|therefore)?\s*$"
"""Before a refusal in somebody's own words: that it is he, or those he speaks for, who refuse."""
HEADS = frozenset(
    ("democrats", "republicans", "senators", "members", "lawmakers", "officials", "ministers", "leaders", "delegates", "reporters", "diplomats", "parties", "legislators", "conservatives", "liberals", "mps", "deputies", "envoys", "countries", "nations", "states", "powers", "aides", "advisers", "negotiators")
)  # fmt: skip
"""Those who are counted beside a stance and are no value of it."""

PREVAIL = r"(?:has|have|had)\s+(?:yet to|failed to|not been able to|been unable to|struggled to|tried to|sought to|been trying to)\s+(?:get|persuade|convince|bring|push|induce)\s+"
