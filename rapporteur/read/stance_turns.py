"""What a stance turns into by the words it governs: to veto a bill that blocks a deal is to accept the deal."""

from __future__ import annotations

import re

from rapporteur.languages.en import stances as words
from rapporteur.model import Stance

_OTHERS = re.compile(r"(?:will|would|won|cannot|can[’'])", re.I)
_BY_OTHERS = re.compile(r"(?:is|are|was|were)\s(?:\w+ly\s)?(?:\w+ed|sought)\b", re.I)


def turned(stance: Stance, verb: str, about: str, holder: str) -> tuple[Stance, str] | None:
    """The stance told by a verb and what it is about, as the words behind it make them; None where it is none."""
    if stance == "demands" and _BY_OTHERS.match(verb):
        return None  # "is required to": by somebody else
    if "consider" in verb and re.search(words.CHAMBERS, holder, re.I):
        return None  # a chamber considers whatever is put before it
    if stance == "rejects" and (undone := re.match(words.UNDOES, about, re.I)):
        return "accepts", about[undone.end() :]
    if stance == "rejects" and (wanting := re.match(words.CONDITIONAL, about, re.I)):
        return "demands", about[wanting.end() :]
    if stance == "offers" and re.match(words.STRIKES, about, re.I):
        return "demands", about  # "ready to impose more": no offer either
    if stance == "offers" and re.match(words.VOWS, verb, re.I) and re.search(words.PUNISHES, about, re.I):
        return "demands", about
    return stance, about


def said(stance: Stance, text: str, start: int, end: int) -> Stance | None:
    """The stance that a phrase of somebody's own words shows, by the words behind it; None where it shows none."""
    if stance == "demands" and re.search(r"\b(?:will|would|may|might|could)\s+\w+\s+$", text[:start], re.I):
        return None  # "would in the end have to": foretold
    if (
        stance == "demands"
        and re.match(r"ha(?:s|ve) to", text[start:])
        and re.search(words.OWNED, text[:start])
    ):
        return None  # "every way it has to get there"
    if stance == "demands" and re.match(words.TURN_AWAY, text[start:], re.I):
        return "rejects"
    if stance == "demands" and re.match(words.EXPECTED, text[start:], re.I):
        return None
    if stance == "rejects" and re.match(words.CONDITIONAL, text[end:], re.I):
        return "demands"
    return stance


def of_others(stance: Stance, phrase: str, before: str) -> bool:
    """Whether a refusal in somebody's own words is told of somebody else: "the world will not support it"."""
    return (
        stance == "rejects"
        and _OTHERS.match(phrase) is not None
        and re.search(words.OWN_VOICE, before, re.I) is None
    )
