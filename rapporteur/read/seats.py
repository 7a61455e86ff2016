"""Whose seat of government a head of state holds, where a report never says of what country he is president.

"President Moreno", "the Moreno administration" and the White House in one report: the administration sits there.
Two presidents without a country are left as they are, and so is one whose administration is never called so.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rapporteur.languages.en.polities import ADMINISTRATION_SEAT
from rapporteur.model import Document, Mention

_ADMINISTRATION = re.compile(r"\b(?P<who>[A-Z][\w-]+)(?:[’']s)?\s+(?:administration|White\s+House)\b")


def of_the_seat(document: Document, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with the seat as affiliation of the president whose administration the report speaks of."""
    if not any(mention.name == ADMINISTRATION_SEAT for mention in mentions):
        return mentions
    called = {found["who"] for found in _ADMINISTRATION.finditer(document.text)}
    bare = [m for m in mentions if m.kind == "person" and m.role and m.affiliation is None]
    presidents = [m for m in bare if _head(m) == "president" and m.name.split()[-1] in called]
    if len({m.name.split()[-1] for m in presidents}) != 1:
        return mentions
    placed = {m.id for m in presidents} | {m.id for m in bare if _head(m) == "vice president"}
    return tuple(replace(m, affiliation=ADMINISTRATION_SEAT) if m.id in placed else m for m in mentions)


def _head(mention: Mention) -> str:
    """The office alone, without rank or article."""
    return re.sub(r"^(?:the|then|former|mr\.?)\s+", "", (mention.role or "").lower())
