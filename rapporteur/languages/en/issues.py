"""What talks are about: a list of our own, each issue with its key, its title and the words that show it.

The words are regular expressions, matched without regard to case at the start of a word. An issue that
is listed earlier wins where two fit equally well, so the narrower stands before the wider.
"""

from __future__ import annotations

ISSUES: tuple[tuple[str, str, str], ...] = (
    # --- war and peace
    (
        "prisoners",
        "prisoners and hostages",
        r"prisoners?\b|hostages?\b|captives?\b|detainees?\b|pows?\b|abduct\w+|exchange of (?:bodies|remains)|jailed|"
        r"release of (?:the )?(?:captured|soldiers|americans?|women)|remains of",
    ),
    (
        "foreign_forces",
        "foreign forces and peacekeepers",
        r"reassurance force|peace-?keep\w+|stabili[sz]ation force|monitoring force|multinational force|foreign (?:troops|forces|soldiers|bases)|"
        r"station(?:ing)? (?:of )?(?:\w+ )?(?:troops|forces|soldiers)|military bases?\b|boots on the ground|"
        r"deploy\w* (?:of )?(?:[\w“”\"'’-]+ ){0,4}(?:force|forces|troops|peacekeepers|monitors)",
    ),
    (
        "armed_forces",
        "size of armed forces",
        r"armed forces\b|size of (?:its|the|their|his|her) (?:\w+ )?(?:military|army|forces|navy)|demilitari[sz]\w+|disarm\w*|decommission\w* (?:of )?(?:\w+ )?(?:arms|weapons)|"
        r"(?:cap|caps|capped|limit|limits|ceiling|reduce|reduction|cut|cuts|limitations?)\b[^.;]{0,40}\b(?:military|army|troops?|soldiers?|personnel)\b|"
        r"(?:lay|laying|give|giving) (?:down|up) (?:its |their )?(?:arms|weapons)\b|"
        r"(?:military|army)\b[^.;]{0,25}\b(?:cap|capped|limited|limit|ceiling)|troop (?:levels?|ceilings?|caps?)",
    ),
    (
        "ceasefire",
        "cease-fire and its sequence",
        r"cease-?fires?\b|truces?\b|armistice|halt(?:ing)? (?:to |of |in )?(?:the )?(?:fighting|hostilities|strikes|attacks)|cessation of hostilities|end(?:ing)? (?:the )?hostilities|stop(?:ping)? the (?:fighting|shooting|killing|bombing|invasion)|pause in (?:the )?fighting|front ?-?lines?\b|lines? of contact",
    ),
    (
        "withdrawal",
        "withdrawal of forces",
        r"withdraw\w*\b[^.;]{0,30}\b(?:troops?|forces?|soldiers?|army|armies|militar\w+|from)|pull(?:ing|s|ed)?[ -]?(?:out|back)\b|redeploy\w*|pullout|evacuat\w+ (?:its|their) (?:troops|forces)|(?:troops?|forces?|soldiers?|military|army|full|complete|phased) withdrawals?",
    ),
    (
        "alliance",
        "alliances and neutrality",
        r"nato\b|north atlantic (?:treaty|alliance)|alliance (?:members?|membership|entry)|join(?:ing)? (?:the|an|any) (?:\w+ )?alliance|neutrality|non-?aligned|defen[cs]e pact|collective defen[cs]e",
    ),
    (
        "security_guarantees",
        "security guarantees",
        r"guarantee\w* (?:\w+[’']?s? ){1,2}security|security (?:guarantees?|assurances?|commitments?|umbrella|concerns|arrangements?)|guarantees? (?:of|for|against) |deter(?:ring)? (?:\w+ ){0,2}(?:aggression|attacks?|invasion)|prevent (?:it|the war|another war|a new war)|break(?:ing)? out again|breaking out again",
    ),
    (
        "territory",
        "territory and borders",
        r"territor(?:y|ies|ial\w*)|annex\w*|cede\w*\b|ceding|borders? (?:can|must|should|may|be|change\w*|by force|line|dispute|demarcation)|(?:1967|internationally recogni[sz]ed|new|agreed|disputed|redraw\w*|change\w*|final) (?:lines|borders?)|land swaps?|demarcat\w+|buffer zones?|demilitari[sz]ed zone|occupied (?:land|areas?|regions?|lands)|settlements\b|sovereignty over|islands?\b",
    ),
    (
        "border_control",
        "border control and migration",
        r"border (?:security|crossings?|controls?|wall|patrol|agents?|checks?)|migrants?\b|migration|asylum|immigration|deport\w+|visas?\b|free(?:dom of)? movement|voter[ -]id\b|refugee quotas?",
    ),
    (
        "humanitarian",
        "humanitarian access and return",
        r"humanitarian|aid (?:trucks?|deliver\w+|convoys?|workers?|access)|refugees?\b|displaced|right of return|corridors?\b|evacuat\w+ (?:of )?civilians|blockade|siege|food aid",
    ),
    (
        "missiles",
        "missiles and arms",
        r"(?:ballistic )?missiles?\b|arms (?:embargo\w*|exports?|sales|transfers|deliver\w+|control)|weapons? (?:deliver\w+|supplies|shipments|transfers|systems)|warheads?\b|rockets?\b|drones?\b|air defen[cs]e",
    ),
    # --- nuclear
    ("centrifuges", "centrifuges", r"centrifuges?\b"),
    (
        "stockpile",
        "stockpile of nuclear material",
        r"stockpiles?\b|stocks? of (?:\w+[ -]){0,3}uranium|enriched (?:uranium|material) (?:out|abroad|shipped|exported)|(?:ship|send|export|remov|dilut)\w* [^.;]{0,40}(?:uranium|nuclear material)|kilograms? of|fissile material",
    ),
    (
        "enrichment",
        "uranium enrichment",
        r"enrich\w*|weapons?[ -]grade|low-enriched|uranium",
    ),
    ("reactors", "reactors and plutonium", r"plutonium|heavy[ -]water|reactors?\b|reprocess\w+"),
    (
        "inspections",
        "inspections and verification",
        r"inspect\w*|verif\w+|monitor(?:ing|s|ed)?\b|additional protocol|safeguards?\b|access to (?:\w+ ){0,3}(?:sites?|bases?|facilit\w+|scientists?)|snap visits|anytime|observers\b|iaea (?:access|monitor\w*)",
    ),
    (
        "weapons_work",
        "past weapons work",
        r"possible military dimensions?|past (?:nuclear|weapons|military) (?:work|research|activities)|weaponi[sz]ation|nuclear (?:bombs?|weapons?|arms|test\w*|warheads?|arsenal)|denucleari[sz]\w+",
    ),
    (
        "breakout",
        "breakout time",
        r"break-?out (?:time|period|capacit\w+|capabilit\w+)|breakout\b|time (?:it|\w+) would (?:need|take) to (?:race|produce|build|make)",
    ),
    (
        "research",
        "research and development",
        r"research and development|r&d\b|research (?:program|work|reactor|centre|center|on)",
    ),
    (
        "nuclear_sites",
        "nuclear sites",
        r"(?:underground|enrichment|nuclear|fortified) (?:sites?|plants?|facilit\w+|bunkers?)",
    ),
    (
        "duration",
        "how long terms last",
        r"sunset (?:clauses?|provisions?)|sunsets?\b|expir\w+|(?:last|lasting|duration|for|in place for|lifespan) (?:of )?(?:at least |up to |roughly |about )?(?:\d+|ten|five|fifteen|twenty|eight)[ -](?:years?|months?|weeks?)\b|(?:\d+|ten|five|fifteen|twenty)-(?:year|month|week) (?:deal|freeze|limit|contract|truce|accord|agreement|framework)",
    ),
    # --- pressure and money
    (
        "sanctions",
        "sanctions and their relief",
        r"sanctions?\b|embargo\w*|snap-?back|asset freezes?|blacklist\w*|export bans?|penalties",
    ),
    (
        "assets",
        "frozen assets and reparations",
        r"(?:frozen|immobili[sz]ed|blocked|seized|sovereign|central bank) (?:\w+ ){0,4}(?:assets?|funds?|reserves?|money|accounts?)|assets? (?:frozen|immobili[sz]ed|held)|unfreez\w+|reparations?|compensation for (?:war|damage|victims)",
    ),
    (
        "trade",
        "tariffs and market access",
        r"tariffs?\b|customs (?:union|duties|checks)|import dut\w+|market access|open(?:ing)? (?:up )?(?:its|their|the) (?:\w+ )?markets?|single market|internal market|non-?tariff|rules of origin|trade (?:barriers?|deficit|terms|remed\w+|balance|preferences?)|(?:car|steel|beef|dairy|rice|sugar|farm|auto) (?:exports?|imports?|quotas?)|quotas? (?:on|of|for|at) (?:[\d,.]+ tonnes of )?(?:\w+ )?(?:cars?|steel|beef|lamb|pork|poultry|dairy|cheese|rice|sugar|wheat|textiles|fruit)|tonnes of (?:\w+ )?(?:beef|lamb|pork|poultry|cheese|rice|sugar|wheat|steel|fruit)|(?:beef|lamb|pork|poultry|dairy|cheese|rice|sugar|wheat|steel) quotas?|export controls?|rare earths?|dumping|digital (?:tax\w*|levy)|geographical indications",
    ),
    (
        "output",
        "output, quotas and prices",
        r"(?:output|production|pumping) (?:quotas?|ceilings?|cuts?|levels?|limits?|targets?|freeze|increase\w*|accord|agreement|restraint|reduction)|quotas?\b|barrels?\b|bpd\b|(?:oil|crude|gas|official|reference|fixed|benchmark) (?:prices?|output|production)|(?:cut|cuts|curb|raise|reduce|freeze|limit|boost)\w* (?:its |their |crude |oil |total |overall )*(?:output|production)|\bdlrs? (?:a|per) barrel|\ba barrel",
    ),
    (
        "energy",
        "energy and supplies",
        r"pipelines?\b|power (?:grid|plants?|stations?)|electricity|gas (?:transit|supplies|deliver\w+|imports?)|grain (?:exports?|corridor|deal|shipments)|shipping lanes?|oil (?:exports?|sales|revenues?|imports?|purchases)|fuel (?:supplies|rods?|deliver\w+)|strait",
    ),
    # --- work
    (
        "wages",
        "wages and pay",
        r"wages?\b|(?:rais|lift|cut|increas|freez|boost)\w* (?:their |its |the )?pay\b|pay (?:by\b|rises?|raises?|increases?|offers?|deal|cuts?|scales?|claim|freeze|award|demands?|talks|packages?)|salar\w+|raises? of|overtime|bonus\w*|cost[- ]of[- ]living|residuals|hourly|percent (?:raise|rise|increase) (?:over|in (?:pay|wages))|back ?pay|paychecks?",
    ),
    (
        "benefits",
        "pensions and benefits",
        r"pensions?\b|health (?:care|insurance|benefits?|plans?|coverage)|retire\w+|sick (?:pay|leave|days)|parental leave|benefits package|premiums\b|medicaid|medicare",
    ),
    (
        "jobs",
        "jobs and hours",
        r"(?:patients?|pupils?|students) (?:per|for each) (?:nurse|doctor|teacher)|patient (?:cap|limit|ratio)s?|class sizes?|job (?:security|cuts?|losses|guarantees?)|layoffs?\b|lay-offs?|redundanc\w+|staffing|working (?:hours|week|conditions|time)|shifts?\b|outsourc\w+|temporary workers|temps\b|plant closures?|automation|work rules|rosters?\b|artificial intelligence|four-day week|rehir\w+|reinstat\w+",
    ),
    # --- government
    (
        "offices",
        "offices and seats",
        r"cabinet (?:posts?|seats?)|ministr(?:y|ies)\b|portfolios?\b|seats?\b|premiership|(?:prime ministers?|chancellor|presiden\w+|speaker|chair\w*) (?:post|job|rotation)|rotat\w+ (?:premiership|presidency)|coalition partners?|power[- ]sharing|transition\w* government|unity government|interim government",
    ),
    (
        "elections",
        "elections and institutions",
        r"(?:early|snap|new|general|free|fair|presidential|parliamentary|fresh) elections?|election (?:date|timetable|law|rules)|hold(?:ing)? elections|referend\w+|constitution\w*|electoral|voting (?:rights|rules)|parliament's role|oversight (?:board|council|body)|filibusters?\b",
    ),
    (
        "enforcement",
        "law enforcement",
        r"immigration enforcement|ice (?:agents?|operations?|reforms?|funding|officers?|changes?|operational)|body[- ]cameras?|masks?\b|warrants?\b|agents? (?:to )?(?:wear|identify|deploy)\w*|use[- ]of[- ]force|polic(?:e|ing) (?:reform|force|powers)",
    ),
    (
        "budget",
        "budget and funding",
        r"budgets?\b|deficits?\b|funding\b|appropriations?|spending\b(?! (?:so much |too much |more |less |a lot of |much |all |his |her |their |its |our )*(?:time|hours|days|years|energy)\b)|stop-?gap|continuing resolution|debt (?:ceiling|limit|brake)|shutdown|tax\w*\b|fund (?:\w+ ){0,4}(?:agency|department|government|through|dhs|tsa|ice|programs?)|reconciliation|austerity|bail-?outs?|loans?\b|fiscal",
    ),
    (
        "welfare",
        "social policy",
        r"child care|housing|rents?\b|minimum wage|welfare|subsid\w+|social (?:security|spending)|schools?\b|education",
    ),
    # --- business
    (
        "price",
        "price and terms of a merger",
        r"per share|a share\b|exchange ratio|share (?:price|swap|exchange)|stock (?:swap|deal|for)|takeover (?:price|bid)|valu\w+ (?:the company |it |\w+ )?at|premium (?:of|to|over)|all-cash|cash[- ]and[- ]stock|break-?up fee|termination fee|enterprise value|stake\b|buy-?out|sweeten\w*",
    ),
    (
        "control",
        "control, seat and approval of a merger",
        r"board (?:seats?|members?|representation|control)|headquarter\w*|chief executive|antitrust|competition (?:authorit\w+|watchdog|regulator\w*)|regulat\w+ (?:approval|clearance)|divest\w+|due diligence|shareholder (?:approval|vote)|poison pill|golden share|governance|listing\b",
    ),
    # --- climate and the commons
    (
        "emissions",
        "emissions and fossil fuels",
        r"emissions?\b|fossil fuels?|coal\b|phase(?:d)?[ -]?(?:out|down)|net[- ]zero|1\.5|warming|greenhouse|methane|carbon\b|renewable\w*|deforestation",
    ),
    (
        "climate_finance",
        "climate money",
        r"climate (?:finance|aid|fund\w*)|loss and damage|adaptation|green climate fund|finance (?:goal|target)|poorer (?:countries|nations)|developing (?:countries|nations)|a year (?:by|in) (?:climate|20\d\d)",
    ),
    (
        "fisheries",
        "fishing and the sea",
        r"fish(?:ing|eries|ermen|ery|erman)?\b|trawl\w*|fleets?\b|catch (?:limits?|quotas?|shares?)|cod\b|herring|mackerel|tuna|whal(?:es?|ing)\b|coastal waters|exclusive economic zone|maritime border|seabed",
    ),
    (
        "water",
        "water and dams",
        r"dams?\b|reservoirs?|river (?:flow|water|basin)|water (?:sharing|rights|supply|supplies|releases?|treaty|flows?)|irrigation|filling of the|"
        r"cubic met(?:er|re)s|acre-?f(?:ee|oo)t|rivers?\b|waters?\b(?! (?:minister|ministry|cannon))|aquifers?|groundwater|wells?\b(?= (?:drill|water))",
    ),
    (
        "transport",
        "transport and navigation",
        r"navigation\b|shipping\b|waterways?|sea lanes?|air (?:routes?|links?|services)|landing (?:slots?|rights)|rail(?:way)? (?:links?|lines?)|overflights?|ferr(?:y|ies)\b|harbou?rs? (?:dues|access|fees)",
    ),
    # --- states and people
    (
        "membership",
        "membership and accession",
        r"accession|membership|admission (?:to|of)|join(?:ing)? the (?:bloc|union|eu|european union|organi[sz]ation|group)|integration into|candidate status|european union|\beu\b",
    ),
    (
        "recognition",
        "recognition and relations",
        r"recogni[sz](?:e|es|ed|ing|tion)\b|normali[sz]\w+|diplomatic (?:relations|ties)|embass(?:y|ies)|restore (?:\W*\w+[ -]){0,3}(?:ties|relations)|sovereignty|statehood|two-state|independence|autonomy|self-determination",
    ),
    (
        "justice",
        "justice and amnesty",
        r"amnest\w+|war crimes?|tribunal|prosecut\w+|accountability|immunity|extradit\w+|pardons?\b|truth commission",
    ),
    (
        "rights",
        "rights and minorities",
        r"(?:human|minority|civil|language|religious|women's|women’s|cultural|property|fishing) rights|minorit(?:y|ies)\b(?! (?:leader|whip|government|report|stake|members?|staff))|language law|churches\b|press freedom|right to (?:enrich|strike|peaceful|self)",
    ),
    (
        "money",
        "aid, compensation and reconstruction",
        r"reconstruct\w+|rebuild\w*|recovery (?:fund|plan|aid)|recovery\b|financial (?:aid|support|package|assistance)|investment fund|compensat\w+|economic (?:aid|relief|cooperation|package)|grants?\b|mineral\w*",
    ),
    # --- the talks themselves
    (
        "deadline",
        "deadline",
        r"deadlines?\b|ultimatum|by the end of|time limit|extension of (?:the )?talks|extend (?:the )?(?:talks|negotiations|deadline)",
    ),
    (
        "summit",
        "meeting of leaders",
        r"summit\b|sit down with|face-to-face|meet(?:ing)? (?:with )?(?:the )?(?:president|prime minister|leader|king|chancellor)|bilateral meeting|one-on-one|phone call with",
    ),
    (
        "process",
        "the talks themselves",
        r"negotiat\w+|peace process|talks\b|format of|mediat\w+|approval (?:of|by)|be approved by|ratif\w+|signing|dialogue|consultations?\b|continue (?:\w+ )?work|joint (?:proposals?|committee|commission)|diploma\w+",
    ),
    (
        "plan",
        "the draft as a whole",
        r"(?:peace |compromise |draft |funding |\d+-point )?(?:plan|proposal|draft|framework|offer|counter-?offer|counter-?proposal|counter-?plans?|blueprint|deal|agreement|accord|pact|treaty|bill|package|text|document|initiative|measure|contract)s?\b",
    ),
)

GENERAL: frozenset[str] = frozenset({"plan", "process", "deadline", "duration", "summit"})
"""Issues of the talks rather than of their matter: taken only where no other fits."""
