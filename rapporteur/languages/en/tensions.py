"""Words by which one account is set against another: denials, claims, figures of different scope."""

from __future__ import annotations

_REPORTED = r"(?:claims?|reports?|accusations?|allegations?|suggestions?|notions?|ideas?|assertions?|charges?|stor(?:y|ies)|rumou?rs?|narratives?|speculation|characteri[sz]ations?)"

DENIES = (
    rf"\b(?<!no )(?<!one )(?:den(?:y|ies|ied|ying)\b(?! (?:him|her|them|us|entry|visas?|access))(?!(?: [\w’'.]+){{1,4}} (?:access|entry|visas?|(?:an?|the) (?:\w+ )*(?:meeting|chance|right|opportunity)))|"
    rf"(?<!-)disput(?:e|es|ed|ing) (?:the|that|those|these|both|any|one|his|her|their|its|claims|reports|[A-Z])|refut(?:e|es|ed|ing)\b|rebut(?:s|ted|ting)\b|contradict(?:s|ed|ing)? (?:\w+ )?{_REPORTED}|"
    rf"(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|brush(?:es|ed) (?:off|aside)|push(?:es|ed) back (?:on|against)) (?:[\w’']+ ){{0,3}}{_REPORTED}|"
    rf"call(?:s|ed|ing) (?:\w+ ){{0,3}}{_REPORTED} (?:\w+ )?(?:false|untrue|baseless|nonsense|inaccurate|wrong|fabricated|groundless)|"
    rf"false {_REPORTED}|no truth (?:to|in)|make things up|made up (?:stories|claims)|(?:is|was|are|were|it[’']s|that[’']s)(?: just| simply| completely| totally)? (?:not true|untrue|false|baseless|fabricated|fake news|groundless|not accurate))"
)
DENIED_CLAIM = r"\bas (?:the |first )?(?:[\w.’']+\s){1,5}?(?:have |has |had )?(?:reported|alleged|claimed|charged)\b|\b(?:claims?|reports?|accusations?|allegations?|assertions?|charges?|stor(?:y|ies)|rumou?rs?|critique|criticisms?)\b|\balleg\w+"
NO_DENIAL = r"\b(?:(?:neither |not |to )?confirm(?:ed)? (?:n?or)|(?:hard|difficult|impossible|unable|enough) to|cannot|not|never|n[’']t|nobody|no one|to continue|asked (?:if|whether)[^,;]*)\s*$"
"""Before a denial that is none."""
"""The claim, named in the sentence that denies it."""
DENIED_BEFORE = r"^\s*(?:(?:this|that|those|these) (?:assertions?|arguments?|charges?|notions?|views?|suggestions?|ideas?|criticisms?|accusations?|allegations?|account|version|description|characteri[sz]ation|claim|report|story)|this|it|that(?=[,.;])|the (?:report|claim|allegation|accusation|charge|story|suggestion|account|version)s?|both claims|such (?:reports|claims)|those (?:reports|claims))\b"
"""The claim, told in the sentence before the one that denies it."""
CLAIMS = (
    rf"\b(?:claim(?:s|ed|ing)?\b|alleg(?:e|es|ed|ing|ations?)\b|accus(?:e|es|ed|ing|ations?)\b|{_REPORTED} (?:that|of|about|claim\w*|sa(?:id|ying))|"
    r"report(?:s|ed) (?:that|earlier|on \w+day|last|this)|as (?:the |first )?(?:[A-Z][\w.]*\s?){1,4} reported|according to (?:media|press|news|several|published) reports?)"
)

UNSEEN = r"\b(?:have|has|had)(?:\s+not|n[’']t|\s+never)\s+(?:yet\s+|actually\s+)?(?:seen|heard of|been aware of)|\b(?:am|is|are|was|were)(?:\s+not|n[’']t)\s+(?:aware of|familiar with)|\bnot\s+(?:aware of|familiar with)\b"
"""What somebody has not seen may exist all the same."""

HARD = (
    "ultimatum",
    "take-it-or-leave-it",
    "final offer",
    "best and final",
    "last and final",
    "diktat",
    "surrender",
    "capitulation",
)
SOFT = ("list of", "starting point", "basis", "living document", "non-binding", "discussion paper", "concept", "outline", "opening bid", "working document", "menu")  # fmt: skip
"""A draft cast as something to take or leave, and as something to talk about."""

LIMITING = r"\b(?:cap(?:s|ped|ping)?|limit\w*|keep|retain\w*|allow\w*|permit\w*|ceiling|reduc\w+ to|left with|would (?:be|have|leave)|accept|agree\w*|offer\w*|propos\w+|demand\w*|want\w*|insist\w*|up to|down to|quota|narrow\w* in on|option|must|maximum|no more than|no fewer than)\b"
CURRENT = r"\b(?:(?:has|have|had)(?! been (?:under|discussed|offered|proposed))|now|today|current(?:ly)?|already|possess\w*|install\w*|operat\w+|runs?|running|spinning|holds?|owns?|there (?:are|were)|produc\w+|pump\w+|employs?)\b"
SCOPES: tuple[tuple[str, str], ...] = (
    ("operating", r"\b(?:operat\w+|running|runs|spinning|in use|active|working|enriching)\b"),
    (
        "installed",
        r"\b(?:install\w*|in its stockpile|in all|in total|total|possess\w*|altogether|existing)\b",
    ),
    ("advanced", r"\b(?:advanced|next-generation|more efficient|modern)\b"),
)
"""What a figure covers; two figures of different scope do not contradict one another."""

PART_OF = r"\b(?:with (?:only|just)|of which|of those|of them|of these|but only|though only|only)\b[^.;]*$"
"""Before a figure that is a part of the one before it."""
BEFORE = r"\b(?:initially|originally|at first|earlier|previously|formerly|in the past|had (?:wanted|demanded|insisted|offered|sought|proposed)|began by|started (?:out )?(?:with|by|at))\b"
AFTER = r"\b(?:but|now|later|since|then|instead|lately|more recently)\b"
REVISED = r"\b(?:down|up|reduced|raised|lowered|cut|increased)\s+from\s+(?:the\s+|an?\s+)?(?:earlier\s+|initial\s+|previous\s+|original\s+)?$"
IN_TALKS = r"\b(?:discuss\w*|offer\w*|propos\w+|demand\w*|position|initial\w*|earlier|previous\w*|negotiat\w+|talks|draft|under consideration|bid|sought|ask\w*)\b"
KEPT = r"\b(?:keep|retain\w*|allow\w*|permit\w*|left with|leave|cap|limit\w*|accept|narrow\w* in|ceiling|to have|be able to (?:keep|run|operate)|offer\w*|propos\w+|demand\w*)\b"
"""Words by which a figure is one of an offer or a limit."""


AUTHORING_BODY = r"(?:office|envoys?|mediators?|ministry|team|secretariat|side|lawyers|delegation|staff|chair|presidency|government|board|leadership|facilitators?|administration|commission)$"
"""Authors who are a body or its servant, not people by name."""

OPPOSITES: tuple[tuple[str, str, str], ...] = (
    (
        "at once / in steps",
        r"\b(?:immediate(?:ly)?|at once|right away|on (?:the )?(?:first|same|very) day|(?:the )?first day|day one|up front|in one go|simultaneous(?:ly)?|as soon as)\b",
        r"\b(?:phased?|phases|phasing|gradual(?:ly)?|step[- ]by[- ]step|in (?:stages|steps|tranches|phases|instal?lments)|over time|incremental(?:ly)?|only (?:after|once|when|as)|staged)\b",
    ),
    (
        "binding / not binding",
        r"(?<!non-)(?<!not )(?<!not legally )\b(?:legally )?binding\b",
        r"\b(?:non-?binding|not (?:legally )?binding|voluntary)\b",
    ),
)
"""Two ways in which one thing is said to be granted; a report that tells of one parts from one that tells of the other."""
AGAINST = r"\b(?:not|n[’']t|never|no|unwise|oppos\w+|reject\w*|refus\w+|rather than|instead of|against|ruled? out|question\w*|sceptic\w*|skeptic\w*)\b[^;]{0,60}$"
"""Before a manner that is not how it is to be done."""
OF_A_TEXT = (
    r"\b(?:deal|agreement|accord|framework|understanding|text|draft|plan|fact sheet|terms|treaty|contract)\b"
)
REDUCES = r"\b(?:reduc\w+|cut\w*|trim\w*|lower\w*|slash\w*|shrink\w*|whittl\w+|scal\w+ (?:back|down)|rais\w+|increas\w+|lift\w*|boost\w*|expand\w*|down|up|went|go|goes|going|dropp?\w*|fall\w*)\b[^.;]{0,80}?\bfrom\s+(?:\w+\s+){0,3}?$"
"""Before the first of two figures of which one is there and the other would be."""
COMING = r"\b(?:would|will|shall|agree\w*|commit\w*|requir\w+|calls?|must|should|want\w*|demand\w*|propos\w+|offer\w*|plans?|to be|going to|have to|has to)\b"
"""Where the second figure is yet to be."""
EXTENDS = r"\b(?:extend(?:s|ed|ing)?|extension|push(?:es|ed|ing)? back|put(?:s|ting)? back|postpon\w+|mov(?:e|es|ed|ing)|new (?:deadline|target|date)|prolong\w*|delay(?:s|ed|ing)?|shift(?:s|ed|ing)?|reset|now (?:set|due))\b"
"""A deadline that gives way to a later one."""
MOVED = (
    r"\b(?:extend(?:s|ed|ing)?|extension|push(?:ed|es|ing)? back|postpon\w+|prolong\w*|blow(?:s|ing|n)? (?:through|past)|blew (?:through|past)|overtime)\b|"
    r"\b(?:new|another|yet another|second|third|fourth|latest|self-imposed|revised|later)\s+(?:[\w-]+\s+){0,2}(?:deadline|target|cut-?off)"
)
"""Beside a deadline that took the place of an earlier one."""
WISHED = r"\b(?:want\w*|demand\w*|insist\w*|must|should|would like|seek\w*|sought|call\w* for|only if|only sign|urg\w+|push\w*|prefer\w*|hop\w+)\b"
"""Where a manner is asked for rather than told."""
DEADLINE = r"\b(?:deadlines?|cut-?off|target dates?|time limits?|until|ultimatum)\b"
ASKED_ABOUT = r"\basked about (?:an?|the|those|this|these) (?:[\w’'-]+ ){0,3}?(?:reports?|stor(?:y|ies)|articles?|accounts?|claims?|allegations?|rumou?rs?)\b"
"""What somebody was asked about when he denied it."""
NO_SUCH = r"[“\"‘']?(?:There (?:is|was|are|were|has been|have been) no|It (?:is|was)(?: simply| just| completely)? (?:not true|untrue|false|nonsense)|That(?:[’']s| is| was)(?: simply| just| completely)? (?:not true|untrue|false|nonsense|wrong))\b"
