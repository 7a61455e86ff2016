"""Words that show what kind of thing a capitalised name is."""

from __future__ import annotations

from rapporteur.languages.en.countries import (
    ADJECTIVES,
    CAPITALS,
    COUNTRY_NAMES,
    PEOPLES,
    REGIONAL_ADJECTIVES,
    REGIONAL_PEOPLES,
    REGIONS,
    SEATS,
)
from rapporteur.languages.words import words

#: Last (or first) words of the names of bodies.
ORGANISATION_HEADS = words(
    """Agency Association Authority Army Bank Board Bureau Cabinet Center Centre Chamber Club Coalition
    College Command Commission Committee Community Company Conference Confederation Congress Consortium
    Convention Corp Corporation Corps Council Court Defense Defence Department Directorate Embassy
    Federation Force Forces Foundation Front Fund Government Group Guard Guards House Inc Initiative
    Inspectorate Institute Institution League Legislature Ltd Ministry Mission Movement Navy Network
    News Office Organisation Organization Parliament Partnership Party Police Post Press Radio Registry
    Republicans Senate Service Society State Television Times Treasury Tribunal Trust Union University
    Journal Review Herald Tribune Guardian Telegraph Administration Assembly Alliance Brigade Knesset
    Duma Bundestag Rada Seimas Sejm Majlis Secretariat Exchange Airlines Airways Industries Holdings
    Partners Associates Brotherhood Taskforce Presidency Directorate-General Chancellery Nations"""
)
#: Names of bodies that no head word gives away; international bodies are standard knowledge.
ORGANISATIONS = {
    "NATO", "EU", "E.U.", "UN", "U.N.", "U.N", "European Union", "United Nations", "OPEC", "IAEA", "I.A.E.A.", "G20",
    "G7", "G8", "G-7", "G-8", "G-20", "Group of 20", "Group of Seven", "Group of Eight", "WTO", "IMF", "OSCE", "ASEAN",
    "African Union", "Arab League", "World Bank", "World Health Organization", "Red Cross", "Red Crescent", "CIA",
    "FBI", "BBC", "CNN", "NBC", "ABC", "CBS", "AP", "AFP", "Reuters", "Reuter", "Bloomberg", "Axios", "Politico",
    "Congress", "Parliament", "Senate", "Pentagon", "State Department", "Hamas", "Hezbollah", "Hizbollah", "Taliban",
    "Fatah", "Fox News", "Treasury", "Interpol", "Europol", "Security Council", "North Atlantic Treaty Organization",
    "Supreme Court", "Foreign Office", "Mercosur", "BRICS", "GCC", "ECOWAS", "IGAD", "CARICOM", "Unicef", "UNICEF",
    "UNESCO", "UNHCR", "WHO", "Xinhua", "Tass", "TASS", "Interfax", "Al Jazeera", "Al-Jazeera", "Al Arabiya",
}  # fmt: skip
FACILITY_HEADS = words(
    """Airport Bridge Building Cathedral Church Dam Embassy Field Gate Hall Hospital Hotel House Mosque
    Museum Monument Palace Plant Plaza Port Prison Pipeline Square Stadium Station Street Temple
    Terminal Tower Villa Base Camp Canal Castle Airbase Reactor Residence Mansion"""
)
PLACE_HEADS = words(
    """Bay Beach City County District Desert Gulf Island Islands Lake Mountain Mountains Ocean Peninsula
    Plain Province Region River Sea Strait Territory Territories Valley Village Oblast Coast Heights
    Strip Bank Zone"""
)
#: Places named by their first word.
PLACE_LEADS = words("""Lake Mount Mt Cape Port Fort Gulf Strait River San Santa New North South East West""")

PLACES = set(COUNTRY_NAMES) | set(CAPITALS) | REGIONS
GROUP_WORDS = set(ADJECTIVES) | set(PEOPLES) | REGIONAL_ADJECTIVES | REGIONAL_PEOPLES
GOVERNMENT_SEATS = set(SEATS)

#: Where public posts are made; a post there is a document of its own.
PLATFORMS = {
    "X", "Twitter", "Truth Social", "Facebook", "Instagram", "Telegram", "Threads", "Weibo", "WhatsApp", "YouTube",
    "TikTok", "LinkedIn", "Bluesky", "Mastodon", "VK", "Substack", "Reddit", "WeChat",
}  # fmt: skip
#: Common nouns for the same.
POST_NOUNS = {"post", "posts", "posting", "tweet", "tweets", "thread", "message"}

#: Publishers whose name would not show that they publish; others are told by `OUTLET_HEADS` or by where they stand.
OUTLETS = {
    "Reuters", "Reuter", "Axios", "Bloomberg", "Politico", "BBC", "CNN", "NBC", "NBC News", "ABC", "ABC News", "CBS",
    "CBS News", "AP", "A.P.", "AFP", "Associated Press", "Agence France-Presse", "Xinhua", "Tass", "TASS", "Interfax",
    "RIA", "RIA Novosti", "Al Jazeera", "Al-Jazeera", "Al Arabiya", "Fox News", "Fox", "MSNBC", "CNBC", "NPR", "PBS",
    "Guardian", "Economist", "New York Times", "Wall Street Journal", "Washington Post", "Financial Times",
    "Times of Israel", "Haaretz", "Le Monde", "Le Figaro", "Der Spiegel", "Bild", "El Pais", "El País", "Kommersant",
    "Ukrainska Pravda", "Kyiv Independent", "Kyiv Post", "Meduza", "IRNA", "ISNA", "Fars", "Tasnim", "Press TV",
    "Yonhap", "Kyodo", "Nikkei", "Sky News", "ITV", "Deutsche Welle", "DW", "France 24", "Euronews", "Newsweek",
    "Time", "Atlantic", "New Yorker", "Vox", "Semafor", "Punchbowl", "Hill", "Telegraph", "Independent", "Mail",
    "USA Today", "UPI", "ANSA", "EFE", "DPA", "dpa", "KUNA", "SPA", "WAM", "MENA", "Anadolu", "Anadolu Agency",
    "Suspilne", "Ukrinform", "Unian", "RBC", "RT", "Sputnik", "Channel 12", "Channel 13", "Kan", "Ynet", "Walla",
}  # fmt: skip
OUTLET_HEADS = words(
    """Times Post Journal News Herald Tribune Gazette Telegraph Guardian Press Agency Radio Television TV
    Network Magazine Review Observer Chronicle Standard Broadcasting Channel Independent Today Globe
    Mirror Examiner Register Monitor Ledger Bulletin Inquirer Sentinel Argus Record Enquirer Dispatch Courier Daily Weekly Wire Pravda
    Beacon Caller Insider Digest Statesman Spectator Advertiser Intelligencer Newsletter Newswire"""
)
#: Capitalised words that end what is called after its people and is no publisher: "the Utah Republican".
NOT_OUTLETS = words("""Republican Democrat Liberal Conservative Labour Independent""") - OUTLET_HEADS
#: Lower-case nouns that make a name of a publisher out of a modifier: "the Tasnim news agency".
OUTLET_NOUNS = {
    "newspaper",
    "daily",
    "weekly",
    "magazine",
    "broadcaster",
    "website",
    "outlet",
    "agency",
    "wire",
    "channel",
    "network",
    "station",
    "television",
    "radio",
}

#: Capitalised words that begin sentences or dates and name nothing.
NOT_NAMES = words(
    """I The A An This That These Those It Its He She They We You His Her Their Our My Your Who What When
    Where Why How Which Whose And But Or Nor So Yet For If As At By In On Of To From With Without Under
    Over After Before Since Until While Although Though Because Despite During Between Among Against
    About Across Amid Along Also Another Any All Both Each Either Every Few Many Most Much Neither No
    None Not Nothing Now Once One Only Other Others Own Same Several Some Such Than Then There Therefore
    Thus Too Two Three Four Five Six Seven Eight Nine Ten First Second Third Last Next Here Even Ever
    Just Like Still Meanwhile However Moreover Earlier Later According Asked Citing Speaking Given Is
    Are Was Were Be Been Being Has Have Had Do Does Did Can Could May Might Must Shall Should Will Would
    Let Yes Sunday Monday Tuesday Wednesday Thursday Friday Saturday January February March April June
    July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon
    Tue Tues Wed Thu Thurs Fri Sat Sun Today Yesterday Tomorrow Tonight Instead Indeed Perhaps Maybe
    Today's Additionally Asking Following Including Meantime Nonetheless Nevertheless Officials Sources
    Critics Analysts Experts Diplomats Lawmakers Negotiators Aides Advisers Advisors Spring Summer
    Autumn Fall Winter Unlike Aside Inside Outside Whether Everyone Everybody Nobody Someone Anyone
    Something Everything Anything Talks Negotiations Peace War Scoop Exclusive Analysis Opinion Breaking
    Updated Update Read More See Photo Image Video Comments Share Top Separately Overall Recently
    Finally Initially Originally Eventually Currently Previously Ahead Back Down Up Out Off Far Away
    Again Almost Already Always Never Often Please Thank Thanks Well Oh OK Okay Dear"""
)
#: Family-name particles and joining words that stand in lower case inside a name.
PARTICLES = {
    "de",
    "del",
    "della",
    "di",
    "da",
    "dos",
    "van",
    "von",
    "der",
    "den",
    "la",
    "le",
    "al",
    "el",
    "bin",
    "bint",
    "ibn",
    "ben",
    "ter",
    "du",
    "y",
    "e",
    "zu",
    "af",
}
