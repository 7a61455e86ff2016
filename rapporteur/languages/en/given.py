"""Short forms of given names, the words of titles that are no part of a name, and bodies known by letters."""

from __future__ import annotations

from rapporteur.languages.words import words

_SHORT_FORMS = """
abraham: abe · albert: al bert · alexander: alex alec sandy sasha aleksandr alexandr oleksandr · alexandra: alex sandra
alfred: al fred · andrew: andy drew · anthony: tony · antony: tony · antonio: tony · arthur: art · barbara: barb
benjamin: ben benny bibi · bernard: bernie · catherine: cathy kate katie cat · charles: charlie chuck
christina: chris tina · christine: chris · christopher: chris kit · daniel: dan danny · david: dave davy
deborah: deb debbie · dennis: denny · dmitry: dima dmitri dmitriy dmytro · donald: don donny · dorothy: dot
douglas: doug · edmund: ed · edward: ed eddie ted ned · edwin: ed · elizabeth: liz beth betty eliza lisa
eugene: gene · ezekiel: zeke · frances: fran · francis: frank fran · franklin: frank · frederick: fred
gabriel: gabe · george: georgie · gerald: gerry jerry · geoffrey: geoff jeff · gregory: greg · harold: hal harry
henry: hank harry · isaac: ike · jacob: jake · jacqueline: jackie · james: jim jimmy jamie · jeffrey: jeff
jennifer: jen jenny · jeremy: jerry · jessica: jess · john: jack johnny jon · jonathan: jon jonny · joseph: joe joey
joshua: josh · judith: judy · katherine: kathy kate katie kat · kathleen: kathy kate · kenneth: ken kenny
kimberly: kim · kristen: kris · lawrence: larry · leonard: len lenny leo · louis: lou · louise: lou
madeleine: maddy · margaret: maggie meg peggy · maria: mary · matthew: matt · maximilian: max · melvin: mel
michael: mike mick mickey misha · mikhail: misha · mitchell: mitch · mohammad: mohammed muhammad mohamed mohamad
nathaniel: nat nate nathan · nicholas: nick nicky · nikolai: nikolay mykola kolya · norman: norm · oliver: ollie
pamela: pam · patricia: pat patty tricia · patrick: pat paddy · peter: pete · philip: phil phillip
phillip: phil · rafael: raphael rafa · randall: randy · raymond: ray · rebecca: becky · reginald: reggie
richard: rick dick rich richie · robert: bob bobby rob robbie bert · roderick: rod · rodney: rod · ronald: ron ronnie
rudolph: rudy · russell: russ · samantha: sam · samuel: sam sammy · sergei: sergey serhiy serge · sidney: sid
stanley: stan · stephen: steve steven stevie · steven: steve · stuart: stu · susan: sue suzy susie · susanna: susie
theodore: ted teddy theo · theresa: terry · thomas: tom tommy · timothy: tim timmy · valerie: val
victor: vic viktor · victoria: vicky · vincent: vince · vladimir: volodymyr volodya vova · walter: walt
wendell: wendy · wilfred: fred · william: bill billy will willie liam · yevgeny: evgeny yevgeni yevhen
yusuf: yousef youssef yousuf · zachary: zach zack · ahmed: ahmad · hassan: hasan · hussein: hussain husain
ali: aly · abdullah: abdallah · ibrahim: ebrahim · javad: jawad · yuri: yury iurii yuriy · andrei: andrey andriy
""".replace("\n", " · ")

SHORT_FORMS: dict[str, frozenset[str]] = {}
"""A given name or a short form of it → the long forms it can stand for, itself included."""
_made: dict[str, set[str]] = {}
for _entry in _SHORT_FORMS.split("·"):
    if not _entry.strip():
        continue
    _long, _, _shorts = _entry.partition(":")
    for _form in (_long.strip(), *_shorts.split()):
        _made.setdefault(_form, {_form}).add(_long.strip())
SHORT_FORMS = {form: frozenset(longs) for form, longs in _made.items()}

SUFFIXES = words("jr jr. sr sr. ii iii iv phd md esq")
#: Words that say what form a company has, and no more.
COMPANY_FORMS = words("inc corp corporation co company ltd limited plc nv llc ag gmbh spa")

#: Bodies known by their letters as much as by their name; standard knowledge. Letters → name · party it speaks for.
BODIES = {
    "un": ("united nations", "United Nations"),
    "eu": ("european union", "European Union"),
    "nato": ("north atlantic treaty organization", "NATO"),
    "iaea": ("international atomic energy agency", "IAEA"),
    "imf": ("international monetary fund", "IMF"),
    "wto": ("world trade organization", "WTO"),
    "osce": ("organization for security and cooperation in europe", "OSCE"),
    "opec": ("organization of petroleum exporting countries", "OPEC"),
    "icc": ("international criminal court", "ICC"),
    "icrc": ("international committee of the red cross", "ICRC"),
    "gcc": ("gulf cooperation council", "GCC"),
    "au": ("african union", "African Union"),
    "asean": ("association of southeast asian nations", "ASEAN"),
    "ecowas": ("economic community of west african states", "ECOWAS"),
    "igad": ("intergovernmental authority on development", "IGAD"),
}
#: Heads of offices of which one person holds one at a time.
EXCLUSIVE_OFFICES = words(
    "president minister premier chancellor secretary ambassador governor senator representative speaker mayor"
)
#: "Aldmark’s envoy" speaks for Aldmark, whatever Aldmark is; "Calder’s spokesman" speaks for a person.
ENVOYS = words("minister envoy negotiator ambassador president premier chancellor delegate")
#: Heads of offices that states have, and hardly anybody else: "Aldmark’s President" shows that Aldmark is one.
HEADS_OF_STATES = words("president premier chancellor minister king queen")
#: Offices of a state that one person holds, besides those of ministers of something.
SOLE_OFFICES = {
    "president",
    "prime minister",
    "chancellor",
    "king",
    "emir",
    "sultan",
    "supreme leader",
    "secretary of state",
}
#: In a role: it is not held, or not yet, or not by the one who heads the office.
NOT_HOLDING = words(
    "former ex then new next late deputy vice acting designate elect incoming outgoing would possible"
)
#: Who looks on: an expert on a country, a paper's correspondent there.
OBSERVERS = words(
    """expert analyst scholar specialist researcher historian correspondent columnist reporter journalist editor
    author professor fellow economist pollster critic veteran commentator"""
)
#: "a Harbour Front spokesman" speaks for the Harbour Front.
VOICES = words("spokesman spokeswoman spokesperson negotiator envoy delegate")
#: Offices that only one country has under this name.
OFFICES = {
    "secretary of state": "United States",
    "army secretary": "United States",
    "treasury secretary": "United States",
    "chancellor of the exchequer": "United Kingdom",
    "taoiseach": "Ireland",
    "knesset speaker": "Israel",
}
#: Organs → the body they speak for.
ORGANS = {
    "european commission": "European Union",
    "european council": "European Union",
    "european parliament": "European Union",
    "european external action service": "European Union",
    "european central bank": "European Union",
    "security council": "United Nations",
    "u n security council": "United Nations",
    "un security council": "United Nations",
    "united nations security council": "United Nations",
    "general assembly": "United Nations",
    "un general assembly": "United Nations",
}

#: One sound, several spellings: applied in order to a lower-case name without accents.
SPELLINGS = (
    ("shch", "sh"), ("sch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dzh", "j"),
    ("dj", "j"), ("ph", "f"), ("tz", "ts"), ("ck", "k"), ("q", "k"), ("w", "v"), ("ee", "i"), ("yi", "i"), ("iy", "i"),
    ("yy", "i"), ("ij", "i"), ("y", "i"), ("ie", "e"), ("ye", "e"), ("ou", "u"), ("oo", "u"), ("o", "u"), ("ae", "e"),
    ("ei", "e"), ("ai", "e"),
)  # fmt: skip
