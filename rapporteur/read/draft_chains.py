"""Which mentions of drafts in one report speak of the same draft, where exactly one candidate stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapporteur.languages.en import drafts as words
from rapporteur.languages.en.parties import ALIASES, EUROPEAN
from rapporteur.model import Document, DraftMention, Sentence
from rapporteur.read.within import leading_party

NEAR = 1200
"""How far back, in code points, "the plan" or "that draft" may reach."""


@dataclass(slots=True)
class Known:
    """A draft already spoken of in this report, with what tells it from others."""

    first: DraftMention
    heads: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    total: int | None = None
    phase: str | None = None
    last: int = 0


def owner_keys(authors: Sequence[str]) -> set[str]:
    """Authors as comparable keys: the party they act for, else their own name in lower case."""
    keys = {leading_party(author) or _stem(author) for author in authors if author}
    return {"europe"} if len(keys) > 1 and keys <= EUROPEAN | {"europe"} else keys


def _stem(author: str) -> str:
    """A party's or person's last word, so that "Senate Democrats" and "Democratic" are one key."""
    last = author.lower().replace("’", "'").removesuffix(" administration").split()[-1]
    last = re.sub(r"(?:'s?|s'?|ic)$", "", last)
    return ALIASES.get(last, last)


def phase_of(name: str) -> str | None:
    """ "early" for an initial draft, "late" for a revised one, by the words of its name."""
    low = set(re.findall(r"[\w-]+", name.lower()))
    return "early" if low & words.EARLY else "late" if low & words.LATE else None


def head_of(mention: DraftMention) -> str:
    """The head word of a mention's name, singular."""
    found = re.findall(r"[\w-]+", mention.name.lower())
    if "list" in found:
        return "list"
    last = found[-1] if found else ""
    return words.PLURALS.get(last, last)


def chain(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[DraftMention],
    people: frozenset[str] = frozenset(),
) -> tuple[DraftMention, ...]:
    """The mentions with `chain` set where each continues exactly one draft spoken of before.

    `people` are the last words, in lower case, of the persons named in the report.
    """
    known: list[Known] = []
    made: list[DraftMention] = []
    for mention in mentions:
        text = document.text[mention.span.start : mention.span.end]
        before = document.text[max(0, mention.span.start - 90) : mention.span.start]
        chosen = _choose(mention, text, before, known, people)
        if chosen is None:
            if mention.rule in ("draft.agreed", "draft.open"):
                made.append(mention)
                continue
            chosen = Known(first=mention)
            known.append(chosen)
            made.append(mention)
        else:
            made.append(replace(mention, chain=chosen.first.id))
        chosen.heads.add(head_of(mention))
        chosen.owners |= owners_of(mention)
        chosen.total = chosen.total or mention.points_total
        chosen.phase = chosen.phase or phase_of(mention.name)
        chosen.last = mention.span.start
    return tuple(made)


def _choose(
    mention: DraftMention, text: str, before: str, known: Sequence[Known], people: frozenset[str]
) -> Known | None:
    """The one draft spoken of before that this mention continues; None where it opens a new one."""
    first = re.match(r"[\w’'-]+", text)
    determiner = first.group().lower() if first else ""
    if mention.rule == "draft.of":
        determiner = "the"  # "of the fourteen points": those of the draft spoken of
    if mention.rule in ("draft.agreed", "draft.open"):
        return _of_counts(mention, known)
    if mention.rule == "draft.it":
        return max(known, key=lambda draft: draft.last, default=None)
    if mention.rule == "draft.narrowed" or determiner in words.UNCERTAIN:
        return None
    known = [draft for draft in known if draft.first.rule != "draft.narrowed"]
    if mention.nature and re.search(rf"\b(?:{words.CALLED})\b[^.;]*$", before):
        # "he cast it as a list of ideas": what is cast is the draft spoken of last
        return max(known, key=lambda draft: draft.last, default=None)
    owner, phase = owners_of(mention), phase_of(mention.name)
    fitting = [draft for draft in known if fits(mention, draft, people, owner, phase)]
    if phase:
        fitting = [d for d in fitting if d.phase == phase or (d.phase is None and phase == "early")]
    if mention.points_total is not None:
        alike = [draft for draft in fitting if draft.total == mention.points_total]
        open_ = [draft for draft in fitting if draft.total is None]
        mine = [draft for draft in open_ if owner & draft.owners]
        return _only(alike) or _only(mine) or (_only(open_) if determiner in words.DEFINITE else None)
    if owner:
        same = [draft for draft in fitting if owner & draft.owners]
        unplaced = [draft for draft in fitting if draft.owners and draft.owners <= people]
        if same:
            return max(same, key=lambda draft: draft.last)
        near = [draft for draft in fitting if not draft.owners and mention.span.start - draft.last <= NEAR]
        return _only(unplaced) or (_only(near) if determiner in words.DEFINITE else None)
    if determiner in words.POINTING or determiner == "the":
        near = [draft for draft in fitting if phase or mention.span.start - draft.last <= NEAR]
        alike = [draft for draft in near if head_of(mention) in draft.heads]
        if not near and len(fitting) == 1:
            return fitting[0]
        generic = head_of(mention) in words.WEAK_HEADS and determiner == "the"
        return max(near if generic else alike or near, key=lambda draft: draft.last, default=None)
    return None


def owners_of(mention: DraftMention) -> set[str]:
    """The authors that identify the phrase, as keys: "the European draft", "X also had a draft"; the
    drafters told in a clause after "the plan" do not tell it from another."""
    named = mention.span.exact.lower().replace("’", "'")
    return owner_keys([a for a in mention.authors if a.lower().replace("’", "'") in named]) or (
        owner_keys(mention.authors) if not re.match(r"(?:the|this|that|these|those)\b", named) else set()
    )


def fits(
    mention: DraftMention, draft: Known, people: frozenset[str], owners: set[str], phase: str | None
) -> bool:
    """Nothing known of the two speaks against their being one; `owners` and `phase` are those of the mention."""
    if (
        owners
        and draft.owners
        and not owners & draft.owners
        and not (owners <= people or draft.owners <= people)
    ):
        # a person's party is not told by this report alone: "the Smith plan" may be "the French plan"
        return False
    if mention.points_total and draft.total and mention.points_total != draft.total:
        return False
    return not (phase and draft.phase and phase != draft.phase)


def _of_counts(mention: DraftMention, known: Sequence[Known]) -> Known | None:
    """ "agreement on 18" and "the other two" belong to the last draft that was counted, if it was just now."""
    counted = [draft for draft in known if draft.total and mention.span.start - draft.last <= NEAR]
    if not counted:
        return None
    last = max(counted, key=lambda draft: draft.last)
    size = mention.points_agreed or mention.points_open or 0
    return last if last.total and size <= last.total else None


def _only(found: Sequence[Known]) -> Known | None:
    return found[0] if len(found) == 1 else None
