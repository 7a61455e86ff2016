"""English words around a table: who only helps others to agree, what is no party, and who sends whom."""

from __future__ import annotations

HELPS = (
    r"(?:mediators?|mediation|facilitators?|go-betweens?)\s+(?:from|of|by)\s+(?:the\s+)?{name}",
    r"{name}(?:['’]s|n|an|ian|ese|i|ish)?(?:\s+\w+)?\s+(?:mediators?|mediation|facilitators?|go-betweens?)\b",
    r"(?:brokered|mediated|facilitated|hosted|chaired|moderated)\s+by\s+(?:the\s+)?{name}",
    r"(?:through|via)\s+(?:the\s+)?{name}(?=\s+on\b|[,.]|\s+(?:to|in)\b)",
    r"(?:under the (?:eye|auspices|aegis|mediation) of|mediator,)\s+(?:the\s+)?{name}",
    r"{name}[’']?s?,?\s+(?:which|who)\s+(?:is|are|was|were|has been|have been)\s+(?:mediating|hosting|brokering|facilitating)",
    r"{name}\s+(?:is|are|was|were|has been|have been)\s+(?:mediating|brokering|facilitating)",
    r"{name}[- ](?:brokered|mediated|hosted|led mediation)",
)
"""How a report says that somebody helps others to agree; `{name}` is that name."""

NO_PARTY = frozenset(
    [
        "union",
        "company",
        "party",
        "government",
        "ministry",
        "parliament",
        "senate",
        "congress",
        "house",
        "board",
        "capital",
        "presidency",
        "coalition",
        "cabinet",
        "council",
        "commission",
        "court",
        "authority",
        "committee",
        "firm",
        "group",
        "agency",
        "department",
        "administration",
        "chamber",
        "secretariat",
        "country",
        "nation",
        "state",
        "city",
        "bank",
        "police",
        "army",
        "military",
        "opposition",
        "summit",
        "conference",
        "talks",
        "panel",
        "tribunal",
        "office",
        "bureau",
        "newspaper",
        "daily",
        "television",
        "radio",
        "agency",
        "region",
        "province",
        "island",
        "river",
        "dam",
        "western",
        "eastern",
        "northern",
        "southern",
        "arab",
        "regional",
        "foreign",
        "local",
    ]
)
"""Words that name a kind of body, and alone no party."""

NO_PARTY_FIRST = frozenset(("department", "ministry", "office", "bureau", "senate", "house", "supreme"))
"""Names that begin so are of a state's offices."""
WHERE = frozenset(("in", "at", "near", "to", "river", "lake", "mount", "the"))
"""A place behind one of these is where something is; “the Orrin” is a river."""
MEDIATES = r"(?i)\b(?:mediator|facilitator|go-between)\b"

SENT = frozenset(
    [
        "negotiators",
        "officials",
        "delegates",
        "envoys",
        "ministers",
        "leaders",
        "representatives",
        "diplomats",
        "lawmakers",
        "members",
        "teams",
        "delegations",
        "presidents",
        "mediators",
        "negotiator",
        "official",
        "delegate",
        "envoy",
        "minister",
        "leader",
        "representative",
        "diplomat",
        "delegation",
        "team",
    ]
)
"""“Negotiators from A and B”: those named behind “from” or “of” are who acts."""

ACTS = r"(?:has|had|is|was|will|would|wants?|wanted|said|says|offer\w*|reject\w*|accept\w*|agree\w*|ask\w*|demand\w*|call\w*|declin\w*|insist\w*|den(?:y|ies|ied)|propos\w*)"
"""What a party does, behind the short name it goes by ("the trust has offered")."""

HIS_PEOPLE = r"(?:chief of staff|aides?|advis[eo]rs?|deput(?:y|ies)|wife|husband|lawyers?|inner circle|predecessor|successor)"
"""Those whom a person has, and no body or state."""
