"""Words that show an utterance was made before everybody: a post, a statement, a press conference, a speech."""

from __future__ import annotations

from rapporteur.languages.words import words

_ON = r"(?:X|Twitter|Truth Social|Facebook|Instagram|Telegram|Threads|Weibo|YouTube|LinkedIn|Bluesky|social media|state television|television|state TV|TV|radio)"

#: Pattern, and what kind of public utterance it shows; read outside quotations, in the sentence of the cue.
PUBLIC = (
    (rf"\b(?:took to|in an? (?:\w+ )?(?:post|message|thread|video) (?:\w+ )?on|posted|wrote|writing|tweeted|said|announced|appeared) (?:to |on )?(?:\w+ )?{_ON}\b", "post"),
    (rf"\bpost(?:ed|ing|s)? (?:\w+ ){{0,4}}on {_ON}\b", "post"),
    (r"\b(?:tweet(?:ed|s|ing)?|social[- ]media (?:post|message))\b", "post"),
    (r"\bin an? (?:(?:\w+|joint|written|brief|televised) )?(?:statement|communiqu[eé]|press release|open letter|declaration)\b", "statement"),
    (r"\b(?:joint|written|official) statement\b|\breleased a statement\b|\bthe statement said\b", "statement"),
    (r"\b(?:news|press) (?:conference|briefing)\b|\bbriefing (?:on|in|at)\b|\bdaily briefing\b", "press conference"),
    (r"\b(?:told|tells|telling|to|with|asked by) (?:\w+ )?(?:reporters|journalists|newsmen|correspondents)\b", "press conference"),
    (r"\b(?:told|tells|telling|testified (?:to|before)|before|addressing|addressed) (?:\w+ ){0,3}(?:lawmakers|parliament|senators|congress|the (?:\w+ )?(?:senate|house|assembly|council|nation|committee))\b", "address"),
    (r"\bin an? (?:\w+ )?(?:speech|address|televised \w+|op-ed|sermon)\b|\btelevised\b", "address"),
)  # fmt: skip
LISTENING = words("reporters journalists newsmen correspondents lawmakers parliament senators congress press")
#: Papers that are made for everybody; a draft, a plan, a memorandum or a cable is not.
PUBLIC_PAPERS = words(
    """statement statements communique communiqué declaration post posts tweet tweets message release resolution
    treaty ruling verdict law decree speech address testimony transcript readout bulletin manifesto website video
    constitution charter announcement op-ed editorial interview banner sign filing lawsuit indictment"""
)
