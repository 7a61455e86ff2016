"""One sentence as the rules for stances see it: the parties named in it, who may hold one, and what only supposes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapporteur.languages.en import stances as words
from rapporteur.languages.en.names import OUTLETS
from rapporteur.model import Address, Attribution, Document, Mention, Stance

_SUPPOSING = re.compile(
    r"^[“\"]?(?:Should|Had|Were)\s+(?:the\s+)?$|\b(?:in (?:exchange|return) for|(?:do|does|did)(?: not|n[’']t) (?:expect|think|believe)(?: that)?|unlikely that|hop(?:e|es|ed|ing)(?: that)?|(?:reports?|claims?|allegations?|rumou?rs?|suggestions?|assumption) that|doubt\w*(?: that)?|to get|to persuade|to win|without|lack of)\s+(?:the\s+)?(?:\w+\s+){0,2}$|"
    r"\b(?:if|unless|whether|even if|in case|suppose|supposing|assuming|either|as if|until|would have|convinced that|arguments? that|(?:akin|tantamount|amounts?|amounting|equivalent) to saying that|(?:notion|idea) that|conditions? (?:is|was|are|were|would be) that|fear(?:s|ed|ing)?(?: that)?|what|which|how much|how many|how far)\s+(?:[\w’'.-]+\s+){0,4}$",
    re.I,
)
NO_NAMES = frozenset(
    [
        "But",
        "And",
        "Yet",
        "So",
        "Simply",
        "Even",
        "While",
        "Although",
        "Though",
        "As",
        "If",
        "When",
        "Since",
        "After",
        "Before",
        "In",
        "On",
        "At",
        "For",
        "With",
        "Under",
        "Because",
        "That",
        "These",
        "Those",
        "Such",
        "What",
        "State",
        "Union",
    ]
)


@dataclass(frozen=True, slots=True)
class Party:
    """Who holds a stance: the words, and the mention they are where a reader found one."""

    start: int
    end: int
    name: str
    mention: Address | None


@dataclass(frozen=True, slots=True)
class Found:
    """A stance at a place of the text: its holder, its clause, and the words its issue is read from."""

    party: Party
    stance: Stance
    start: int
    end: int
    rule: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, the parties named in it, and what the ones before it left open."""

    document: Document
    start: int
    text: str
    parties: tuple[Party, ...]
    attributions: tuple[Attribution, ...]
    mentions: dict[Address, Mention]
    chains: dict[Address, list[Mention]]  # by the first mention of each
    holder: Party | None  # who has just set out principles or conditions


def can_hold(mention: Mention) -> bool:
    """A name, or a common noun that acts in talks ("the union"); not "the alliance", "the statement"."""
    if mention.name in NO_NAMES or mention.name.lower() in words.NOBODY:
        return False
    if mention.name[:1].isupper() or mention.kind in ("role", "person"):
        return mention.kind != "document"
    return re.fullmatch(rf"(?:[\w’'-]+\s+)*(?:{words.GROUPS}|{words.ACTORS})", mention.name, re.I) is not None


def supposed(before: str) -> bool:
    """Whether a clause only supposes: "if Norway rejects it" takes no stance for Norway."""
    return _SUPPOSING.search(before) is not None


def speaks_for(scene: Scene, party: Party) -> bool:
    """Whether somebody acts for a party: a body or a nation does, a person only where an office is told of him.

    Analysts and newspapers speak for nobody.
    """
    mention = scene.mentions.get(party.mention or "")
    if mention is None:
        return True
    first = mention.chain or mention.id
    chain = scene.chains.get(first, [])
    offices = " ".join(f"{m.role or ''} {m.affiliation or ''}" for m in chain).strip()
    if re.search(words.ANALYSTS, f"{offices} {mention.name}", re.I) or mention.name in OUTLETS:
        return False
    if any(m.affiliation in OUTLETS for m in chain):
        return False
    if re.search(r"\b[Tt]he\s+$", scene.document.text[max(0, party.start - 5) : party.start]):
        return True  # "the Green Hand": no person, whatever it was taken for
    # a lone word may be a firm taken for a person; a full name without an office is somebody's own
    return mention.kind != "person" or bool(offices) or all(len(m.name.split()) == 1 for m in chain)
