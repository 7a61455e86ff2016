"""Names that a report treats as a state, whatever any list of countries knows.

What has a foreign minister, a parliament or a border is a country or a province, not a person and not a firm; so a
name that once stands in such words is a place in the whole report. News names people in full once, or with their
office: a bare name that is part of such a name is never taken for a state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapporteur.languages.en.countries import SEATS
from rapporteur.languages.en.polities import BETWEEN, OF_A_STATE, STATES_OWN, THEIRS_TOO
from rapporteur.languages.en.roles import INSTITUTION_NOUNS
from rapporteur.model import Document, Mention

_AROUND = 60  # code points looked at on either side of a name
_MODIFIED = rf"(?:['’]s?)?\s+(?:{BETWEEN})?"
_OWN = re.compile(rf"{_MODIFIED}(?:{STATES_OWN})\b", re.IGNORECASE)
_THEIRS = re.compile(rf"{_MODIFIED}(?:{THEIRS_TOO})\b", re.IGNORECASE)
_OF = re.compile(rf"\b(?:{OF_A_STATE})\s+(?:of|to|in|with)\s+(?:the\s+)?$", re.IGNORECASE)


def as_states(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with the names that the report speaks of as states made places."""
    people = {
        part
        for one in mentions
        if one.kind == "person" and (one.role or " " in one.name)
        for part in (one.name, *one.name.split())
    }
    told = {one.name for one in mentions if _could_be(one) and _state_like(document.text, one)} - people
    return [replace(one, kind="place") if one.name in told and _could_be(one) else one for one in mentions]


def _could_be(mention: Mention) -> bool:
    """Whether a name could be a state's; what is a person's by two words or a facility's is not."""
    if mention.rule != "name" or mention.kind not in ("person", "organisation", "other"):
        return False
    name = mention.name
    known = name in SEATS or name.split()[-1].lower() in INSTITUTION_NOUNS
    return name[:1].isupper() and not name.isupper() and len(name.split()) == 1 and not known


def _state_like(text: str, mention: Mention) -> bool:
    after = text[mention.span.end : mention.span.end + _AROUND]
    before = text[max(0, mention.span.start - _AROUND) : mention.span.start]
    if _OWN.match(after) or _OF.search(before):
        return True
    return mention.kind != "person" and _THEIRS.match(after) is not None
