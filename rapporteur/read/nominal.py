"""Nouns that name a happening: a meeting on a day, talks in a place, a deal that was reached.

A noun counts only where something beside it says that it happened or will: a verb that brings it about, a date, a
place, or those who took part. “Peace plan”, “talks” as a topic and “a deal” as a wish are none.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import Noun
from rapporteur.model import Mention, Participant, Status, Timex
from rapporteur.read.clauses import Words, finite, stops
from rapporteur.read.governing import brought_about, foretold, happens_behind, related
from rapporteur.read.noun_phrase import Around, around_of
from rapporteur.read.noun_refusals import GONE, brings_nothing, modifies, other_sense
from rapporteur.read.verb_parts import in_condition


@dataclass(frozen=True, slots=True)
class Nominal:
    """A nominal trigger: its words, status and what stands around it."""

    first: int
    last: int
    status: Status
    participants: tuple[Participant, ...]
    place: Mention | None
    timex: Timex | None
    mode: str | None
    rule: str
    by: int | None = None  # the verb that brings it about or says that it happened


def nominal(
    words: Words, i: int, noun: Noun, plural: bool, text: str, *, labour: bool = False
) -> Nominal | None:
    """The happening that the noun at word `i` names, or None where it only stands for a topic or a thing."""
    low = words.low
    here = words.mention[i]
    if modifies(words, i) or other_sense(words, i):
        return None
    if here is not None and here.kind != "document" and low[i] not in _NAMED:
        return None
    around = around_of(words, i, text)
    bare = low[around.left] not in en.DETERMINERS and low[around.left - 1] == "in"  # “met in closed session”
    if around.none or (low[i] == "session" and i and (low[i - 1] == "in" or bare)):
        return None
    if low[i] in ("strike", "strikes") and (labour or _labour(words)):
        noun = Noun(class_="PROTEST", mode="strike", strength="topic")
    mode = noun.mode
    if mode == "vote" and plural and (_counted(words, around.left, i) or "enough" in low[max(0, i - 2) : i]):
        return None  # “needs 60 votes”
    if noun.class_ == "AGREE" and mode == "deal" and _near(words, around.left):
        return Nominal(i, i, "proposed", around.parties, None, None, mode, "near")
    light = brought_about(words, around.left, text)
    if (
        light is not None
        and low[light[3]].startswith(_CLAUSES)
        and around.right < len(low)
        and finite(words, around.right)
    ):
        light = None  # “suggests the talks may last”: the verb governs a clause
    if light is None and around.definite and _governed(words, around.left) and around.place is None:
        return None  # “would leave the talks on Monday”: the day is the leaving's
    before = low[around.left - 1] if around.left else ""
    if before == "before" and around.left > 1 and low[around.left - 2] in _SPOKEN:
        before = "at"  # “an appearance before a joint meeting”
    to_be_held = low[around.right : around.right + 2] == ("to", "be")
    counted = before == "of" and around.left > 1 and low[around.left - 2] in _ROUNDS
    clause = before in ("as", "after", "before", "since", "until")  # “as talks broke down”
    happens = (
        happens_behind(words, around.right)
        if before not in en.PREPOSITIONS or counted or clause or to_be_held or low[i + 1 : i + 2] in _HANGS
        else None
    )
    if happens is not None and noun.class_ != "CONSULT" and low[happens[1]].startswith("reach"):
        happens = None  # “any agreement reached”
    if happens is not None and noun.strength == "thing" and happens[0] in ("proposed", "ongoing"):
        happens = happens if low[happens[1]] in _COMES_ABOUT else None  # “the pact could come under strain”
    evidence = around.timex is not None or around.place is not None
    held_by = (
        related(words, i, around.right)
        if noun.class_ == "CONSULT" and light is None and happens is None
        else None
    )
    status: Status | None
    rule: str
    parties = around.parties
    if light is not None:
        effect, light_status, light_parties, verb = light
        if effect is None:
            return None
        status, rule = light_status, f"light:{low[verb]}"
        if brings_nothing(words, i, verb, noun, plural, around) or (
            status == "proposed" and GONE & set(low[around.left : i])
        ):
            return None  # “discussed a recent trip”
        if noun.strength == "thing" and (
            status == "proposed" or (status == "ongoing" and mode != "flexibility")
        ):
            return None
        parties = (*light_parties, *parties)
    elif low[i] == "strike" and before == "on" and _engaged(words, around.left - 2):
        past = low[around.left - 2] in ("was", "were")
        noun = Noun(class_="PROTEST", mode="strike")
        mode, status, rule = "strike", ("held" if past else "ongoing"), "on-strike"
    elif mode == "talks" and before == "in" and _engaged(words, around.left - 2):
        past = bool({"was", "were", "had"} & set(low[max(0, around.left - 4) : around.left - 1]))
        status, rule = ("held" if past else "ongoing"), "in-talks"
    elif happens is not None and (
        mode == "release"
        or noun.class_
        not in (
            "PROPOSE",
            "SANCTION",
            "STATEMENT",
            "CONCEDE",
            "THREATEN",
        )
    ):
        status, rule = happens[0], f"happens:{low[happens[1]]}"
        if status == "ongoing" and low[happens[1]].startswith("end"):
            status = "held"
        if low[happens[1]] == "announced" and noun.class_ != "CONSULT":
            ahead = set(low[around.right : happens[1]]) & (en.FUTURE | en.CONDITIONAL)
            status = "planned" if ahead else "held"
        if low[happens[1]] in en.BREAKS_DOWN:
            mode = "breakdown"
    elif held_by is not None:
        status, rule = held_by[0], f"related:{low[held_by[2]]}"
        parties = (*held_by[1], *parties)
    elif (
        noun.class_ == "CONSULT"
        and before not in en.PREPOSITIONS
        and noun.mode in ("meeting", "talks")
        and (coming := foretold(words, around.right)) is not None
        and (coming == "planned" or (noun.strength == "happening" and not around.definite))
    ):
        status, rule = coming, "foretold"
    else:
        if noun.strength == "thing":
            return _known_by_its_day(words, i, noun, around)
        set_for = before == "for" and around.left > 1 and low[around.left - 2] in en.AHEAD
        status = "planned" if set_for else _bare_status(before, around, _ahead(words, around.left))
        rule = "nominal"
        if before == "of" and around.left > 1 and low[around.left - 2] in _ONLY_FEARED:
            return None  # “the threat of strikes on …”
        if (
            before in ("for", "of", "to")
            and around.left > 2
            and low[around.left - 3] in ("no", "any")
            and light is None
        ):
            return None  # “no plans for a meeting”
        if before == "to" and not around.definite and _asked_to(words, around.left - 1):
            status = "proposed"  # “invited the unions to a meeting on Friday”
        looks_back = around.definite and before in en.ANAPHORIC
        if around.inward and around.definite and around.timex is None:
            return None  # “the White House meeting resembled …” only looks back at one
        dated_before = around.timex is not None and any(
            words.timex[k] is around.timex for k in range(around.left, i)
        )
        if looks_back and noun.strength == "topic" and around.place is None and not dated_before:
            return None  # “walked out of the talks on Thursday”
        named = bool(parties) and not plural
        voted = mode == "vote" and named and around.definite and not looks_back
        if not evidence and not voted and (noun.strength == "topic" or looks_back or not named):
            return None
        if not evidence and before in ("for", "about", "of", "on") and not around.definite:
            status = "proposed"
        if (
            around.timex is None
            and around.place is not None
            and not around.definite
            and plural
            and before in ("for", "of")
        ):
            return None
        to_come = status == "planned" or before in ("before", "until", "pending")
        if to_come and _supposed(words, around.left, around.right):
            return None
    if status is None:
        return None
    if status in ("held", "ongoing") and rule.startswith(("light:", "happens:")) and in_condition(words, i):
        status = "proposed"  # “if there is no deal and talks have broken off, …”
        if not evidence and noun.class_ == "CONSULT" and not parties:
            return None
    if around.premodifier is not None and status in ("held", "ongoing"):
        modified = around.premodifier
        if modified in ("planned", "postponed", "cancelled"):
            status = modified if light is None or modified != "planned" else status
        elif modified == "proposed" and light is None and happens is None and around.timex is None:
            status = "proposed"
        elif modified == "ongoing" and light is None:
            status = "ongoing"
    if (
        around.timex is not None
        and around.timex.direction == "future"
        and status in ("held", "ongoing")
        and happens is None
        and before not in ("after", "following", "since")
    ):
        status = "planned"
    by = light[3] if light is not None else happens[1] if happens is not None else None
    return Nominal(i, i, status, parties, around.place, around.timex, mode, rule, by)


def _counted(words: Words, left: int, i: int) -> bool:
    """Whether a number stands before a noun within its phrase."""
    return any(words.low[k][0].isdigit() and words.timex[k] is None for k in range(max(0, left - 1), i))


def _near(words: Words, left: int) -> bool:
    """Whether the phrase is what somebody is close to: “close to a deal”, “on the verge of an agreement”."""
    low = words.low
    if left < 2 or low[left] not in en.INDEFINITE:
        return False
    return low[left - 1] in ("nearing", "near") or (
        low[left - 1] in ("to", "of") and low[left - 2] in en.NEAR
    )


def _supposed(words: Words, left: int, right: int) -> bool:
    """Whether the phrase hangs on what is only supposed: “a signature before the March vote would cost them”."""
    low = words.low
    if right >= len(low) or low[right] not in ("would", "could", "might") or low[left - 1] not in _BOUNDS:
        return False
    k = left - 1
    while k > 0 and left - k < 14:
        if stops(words, k - 1) or low[k - 1] in ("that", ",", "but", "and") or finite(words, k - 1):
            break
        k -= 1
    return low[k] in en.INDEFINITE or low[k].endswith("ing")


_BOUNDS = en.words("before until pending by of on in at")


def _asked_to(words: Words, k: int) -> bool:
    """Whether somebody is asked to come, by a verb shortly before word `k`."""
    for back in range(k - 1, max(-1, k - 9), -1):
        if words.low[back] in _INVITES and words.mention[back] is None:
            return True
        if stops(words, back) or finite(words, back):
            return False
    return False


_SPOKEN = en.words("appearance speech testimony spoke speaking appeared appearing testified remarks address")
_ONLY_FEARED = en.words(
    "out away threat threats risk risks prospect prospects possibility fear fears danger dangers specter spectre likelihood "
    "talk idea notion hope hopes dream chance chances"
)
_HANGS = (("held",), ("scheduled",), ("planned",), ("hosted",), ("convened",), ("due",))
_COMES_ABOUT = en.words(
    "take happen occur follow result likely possible fail collapse brokered mediated announced"
)
_CLAUSES = ("suggest", "insist", "propos", "demand", "expect", "hop", "threat", "show", "announc")
_INVITES = en.words("invite invites invited inviting summon summons summoned call called invitation")


def _engaged(words: Words, k: int) -> bool:
    """Whether “in talks” is what somebody is: “are in talks with”, “locked in negotiations with”."""
    return k >= 0 and (
        words.low[k] in en.BE or words.low[k] in ("locked", "engaged", "deep", "still", "now", "already")
    )


def _known_by_its_day(words: Words, i: int, noun: Noun, around: Around) -> Nominal | None:
    """A deal that is called by its day: “the cartel's December agreement”, “the accord of 14 July”."""
    timex = around.timex
    if noun.class_ != "AGREE" or timex is None or timex.direction == "future":
        return None
    if not around.definite and not (around.parties and words.timex[min(i + 1, len(words.low) - 1)] is timex):
        return None
    before = any(words.timex[k] is timex for k in range(around.left, i))
    behind = i + 2 < len(words.low) and (
        (words.timex[i + 1] is timex and bool(around.parties))
        or (words.low[i + 1] in ("of", "on") and words.timex[i + 2] is timex)
    )
    if not (before or behind):
        return None
    return Nominal(i, i, "held", around.parties, around.place, timex, noun.mode, "by-day")


def _governed(words: Words, left: int) -> bool:
    """Whether some other verb stands right before the phrase."""
    if left == 0 or words.mention[left - 1] is not None or words.timex[left - 1] is not None:
        return False
    word = words.low[left - 1]
    function = word in en.PREPOSITIONS or word in en.CONJUNCTIONS or word in en.SUBORDINATORS or word in en.BE
    return word[0].isalpha() and not function and word not in lexicon.SAYS


def _labour(words: Words) -> bool:
    """Whether a strike in this sentence is one of workers."""
    return any(word in lexicon.LABOUR and not word.startswith("strike") for word in words.low)


def _ahead(words: Words, left: int) -> bool:
    """Whether the clause before the phrase speaks of the future: “will join his colleague at a … meeting”."""
    low = words.low
    for k in range(left - 1, max(-1, left - 16), -1):
        if stops(words, k) or low[k] in en.SUBORDINATORS or low[k] in lexicon.SAYS:
            return False
        if low[k] in ("was", "were", "had", "did", "has", "have"):
            return False
        if low[k] in en.FUTURE or low[k] == "would":
            return True
        if (
            low[k] == "to"
            and k > 0
            and (low[k - 1] in en.AHEAD or low[k - 1] in ("is", "are", "was", "were"))
        ):
            return True
    return False


def _bare_status(before: str, around: Around, ahead: bool) -> Status | None:
    """The status of a phrase that no verb governs, from the preposition before it and the day beside it."""
    effect = en.BEFORE_NOUN.get(before, "same")
    if before in ("after", "following", "since") or (
        around.timex is not None and around.timex.direction == "past"
    ):
        return "held"
    if ahead:
        return "planned"
    if effect == "planned":
        return "planned" if around.timex is None or around.timex.direction != "past" else "held"
    if effect == "proposed" and (around.definite or around.timex is not None or around.premodifier == "same"):
        return "planned" if around.timex is not None and around.timex.direction == "future" else "held"
    if effect == "denied":
        return None
    return "held" if effect in ("same", "ongoing") else "proposed"


_ROUNDS = en.words("round rounds series session sessions day days hours week weeks month months")

_NAMED = en.words("talks summit meeting conference assembly")
