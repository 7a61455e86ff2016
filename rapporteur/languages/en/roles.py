"""Titles, offices and ranks; the nouns of people without a name; nouns of bodies and of papers."""

from __future__ import annotations

from rapporteur.languages.words import words

HONORIFICS = words(
    """Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Dame Lord Lady Sheikh Shaikh Imam Ayatollah Rabbi
    Rev Rev. Father Sister King Queen Prince Princess Emir Sultan Crown Herr Frau Monsieur Madame"""
)

#: Offices and ranks that stand before a name, lower-cased; the last word of a longer title counts.
TITLE_HEADS = words(
    """president premier chancellor minister secretary ambassador envoy senator representative congressman
    congresswoman governor mayor general admiral colonel major captain lieutenant commander marshal
    chief chairman chairwoman chair chairperson director speaker leader spokesman spokeswoman
    spokesperson adviser advisor negotiator commissioner coordinator deputy head judge justice attorney
    prosecutor lawyer lawmaker candidate nominee founder owner editor analyst economist professor pope
    cardinal bishop archbishop patriarch king queen prince princess emir sultan sheikh ayatollah imam
    businessman billionaire tycoon activist consul attache attaché delegate mediator facilitator
    inspector diplomat aide strategist historian author pollster columnist correspondent reporter
    journalist counsel counselor counsellor treasurer banker trader broker executive officer official
    rapporteur whip undersecretary vice-president vice-minister vice-premier vice-chairman vice ex-president ex-minister son-in-law brother wife
    husband son daughter confidant confidante ally friend researcher scholar expert scientist fellow
    ceo cfo coo veteran sen sen. rep rep. gov gov. gen gen. lt. lt col. col maj. adm. adm capt. sgt. pres. del. amb.
    amb atty. supt. cmdr. brig."""
)
#: Title abbreviations as printed before a name.
SHORT_TITLES = {
    "Sen.",
    "Rep.",
    "Gov.",
    "Gen.",
    "Lt.",
    "Col.",
    "Maj.",
    "Adm.",
    "Capt.",
    "Sgt.",
    "Amb.",
    "Sens.",
    "Reps.",
    "Brig.",
    "Cmdr.",
    "Pres.",
    "Atty.",
    "Supt.",
    "Sen",
    "Rep",
    "Gov",
    "Gen",
    "Col",
    "Lt",
    "Adm",
    "Capt",
    "Amb",
}
#: Words that may stand between the words of a title.
TITLE_MODIFIERS = words(
    """vice deputy assistant acting former ex then interim prime foreign defense defence interior finance
    oil energy state attorney special chief national security senior top lead permanent under house
    senate majority minority general trade health justice press white military army navy economic
    economy presidential royal crown secretary supreme religious opposition party nuclear political
    climate peace human rights executive managing founding ranking democratic republican incoming
    outgoing current newly longtime federal provincial regional district high commissioner homeland
    labor labour agriculture petroleum parliamentary parliament ministry personal main principal"""
)
#: Heads of offices that are named with what they are in charge of.
CHARGED = words("minister secretary commissioner")
#: What ministers and secretaries are put in charge of, beside the words above; never whom they serve.
PORTFOLIOS = words(
    """water environment transport transportation education housing culture sports tourism fisheries forestry
    infrastructure planning development science technology industry mining railways shipping railway digital
    family migration immigration treasury budget social welfare veterans communications information
    electricity irrigation harbour harbor port ports energy trade health"""
)

#: Nouns of people who are quoted without a name, singular; plurals are made.
_PERSON_NOUNS = words(
    """official source diplomat aide adviser advisor negotiator person man woman insider lawmaker
    legislator senator congressman minister spokesman spokeswoman spokesperson representative envoy
    ambassador analyst economist expert observer critic supporter opponent trader dealer broker banker
    investor executive employee staffer officer soldier commander general colonel witness resident
    politician leader ally friend colleague associate confidant participant delegate attendee mediator
    scholar academic researcher scientist activist protester protestor demonstrator voter farmer worker
    student lawyer attorney prosecutor judge journalist reporter commentator columnist editor historian
    strategist pollster operative consultant lobbyist industry-source businessman businesswoman
    entrepreneur owner operator producer refiner manager chairman director president governor mayor
    secretary prime-minister chancellor king prince deputy counterpart veteran refugee migrant villager
    civilian doctor nurse teacher priest cleric inspector intermediary interlocutor informant agent spy
    pilot captain sailor guard policeman policewoman author writer blogger user reader viewer caller
    individual speaker member head chief boss whip hawk dove hardliner moderate conservative liberal
    skeptic sceptic advocate campaigner organizer organiser contractor specialist forecaster shipper
    importer exporter buyer seller customer consumer driver neighbor neighbour relative mother father
    brother sister son daughter wife husband parent child survivor victim fan follower loyalist rival
    challenger candidate nominee opposition-leader appointee ceo"""
)
_IRREGULAR = {
    "person": ("people", "persons"),
    "man": ("men",),
    "woman": ("women",),
    "spokesman": ("spokesmen",),
    "spokeswoman": ("spokeswomen",),
    "spokesperson": ("spokespeople", "spokespersons"),
    "congressman": ("congressmen",),
    "businessman": ("businessmen",),
    "businesswoman": ("businesswomen",),
    "policeman": ("policemen",),
    "policewoman": ("policewomen",),
    "spy": ("spies",),
    "ally": ("allies",),
    "attorney": ("attorneys",),
    "child": ("children",),
    "intermediary": ("intermediaries",),
    "secretary": ("secretaries",),
    "wife": ("wives",),
    "deputy": ("deputies",),
    "chief": ("chiefs",),
}

PERSON_NOUNS = frozenset(_PERSON_NOUNS)
PERSON_PLURALS = frozenset(
    plural
    for noun in _PERSON_NOUNS
    for plural in _IRREGULAR.get(noun, (noun + ("es" if noun.endswith(("s", "ch", "sh")) else "s"),))
)
#: Groups that speak without a name.
GROUP_NOUNS = words(
    """others many some several both few most none people everyone everybody nobody someone observers
    authorities police media press chatter rumors rumours public crowd troops military opposition
    delegation team camp side sides circles rebels militants insurgents hardliners markets families
    folks lawmakers reports polls articles headlines staff crew jury leadership elites mediators parties"""
)
#: Bodies named by a common noun with a name or an adjective before it: "the Iranian government", "Moreno's office".
INSTITUTION_NOUNS = words(
    """administration government governments ministry ministries office embassy campaign committee
    commission council court parliament senate congress cabinet agency department company firm bank
    party coalition union group organization organisation foundation institute university presidency
    kingdom regime bloc alliance army navy police force military newspaper daily broadcaster network
    television channel radio website magazine outlet service delegation mission secretariat watchdog
    regulator exchange think-tank delegations state treasury headquarters palace junta militia movement republic
    capital capitals nation nations country countries state-tv tv city administration's
    airline carrier retailer carmaker automaker manufacturer lender insurer utility club federation"""
)
#: Of these, the ones that stand for a body named just before: "the company said".
BODIES_AGAIN = words(
    """airline carrier company firm bank agency union group organization organisation newspaper daily broadcaster
    network retailer carmaker automaker manufacturer lender insurer utility club federation foundation watchdog
    regulator think-tank university institute magazine outlet movement"""
)
#: In an office: it is held in a chamber or a party, and speaks for no country.
CHAMBERS = words(
    "house senate majority minority democratic republican party parliamentary opposition whip caucus"
)
#: Papers that speak: "the statement said", "the draft says".
DOCUMENT_NOUNS = words(
    """statement draft document text letter report memo memorandum communique communiqué declaration
    agreement accord deal plan proposal framework resolution treaty paper note dispatch cable transcript
    readout summary poll survey study article story editorial post tweet message email e-mail filing
    complaint lawsuit indictment affidavit ruling order decree law bill legislation charter protocol
    annex blueprint roadmap outline list review assessment analysis forecast book interview speech
    address announcement release bulletin notice account data figures statistics results records
    documents papers reports polls surveys studies letters statements drafts articles stories posts
    tweets messages emails notes ad advertisement website page sign banner headline testimony offer
    counteroffer counterproposal counter-proposal manifesto platform constitution verdict findings
    estimate estimates graphic video footage tape recording"""
)
#: Of these, the ones that bind or would: what they provide for is told of them, not said by them.
PLAN_NOUNS = words(
    "agreement accord deal plan proposal framework treaty law bill legislation pact package measure compromise"
)
#: Of these, the ones that somebody issues, and that speak for the one who did.
ISSUED_NOUNS = words(
    """statement declaration communique communiqué letter post tweet message note memo readout announcement
    release bulletin dispatch cable notice"""
)
#: Verbs of issuing, as they stand before the paper.
ISSUING = words(
    """released issued published posted circulated sent wrote distributed made releases issues publishes
    posts circulates sends put delivered handed signed adopted"""
)
#: Words of rank in a description.
SENIORITY = (
    "very senior",
    "most senior",
    "senior",
    "top",
    "high-ranking",
    "high-level",
    "ranking",
    "mid-level",
    "mid-ranking",
    "low-level",
    "junior",
    "former",
    "retired",
    "veteran",
    "chief",
    "leading",
    "key",
)
