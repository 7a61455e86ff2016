"""Nouns that name a happening: a meeting on a day, talks in a place, a deal that was reached.

A noun counts only where something beside it says that it happened or will: a verb that brings it about, a date, a
place, or those who took part. “Peace plan”, “talks” as a topic and “a deal” as a wish are none.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import Noun
from rapporteur.languages.en.inflect import Form
from rapporteur.model import Mention, Participant, Status, Timex
from rapporteur.read.clauses import Words, finite, is_adverb, participant, run_right, stops, subject_of
from rapporteur.read.lifecycle import verb_group


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


@dataclass(frozen=True, slots=True)
class Around:
    """What a noun phrase has beside it."""

    left: int  # first word of the phrase
    right: int  # word behind its prepositional phrases
    premodifier: en.Effect | None
    place: Mention | None
    timex: Timex | None
    parties: tuple[Participant, ...]
    definite: bool
    none: bool  # “no meeting”
    inward: bool  # the place only stands before the noun: “the White House meeting”


def nominal(
    words: Words, i: int, noun: Noun, plural: bool, text: str, *, labour: bool = False
) -> Nominal | None:
    """The happening that the noun at word `i` names, or None where it only stands for a topic or a thing."""
    low = words.low
    here = words.mention[i]
    if _modifies(words, i) or (here is not None and here.kind != "document" and low[i] not in _NAMED):
        return None
    around = around_of(words, i, text)
    if around.none or (low[i] == "session" and i and low[i - 1] == "in"):
        return None
    if low[i] in ("strike", "strikes") and (labour or _labour(words)):
        noun = Noun(class_="PROTEST", mode="strike", strength="topic")
    mode = noun.mode
    light = _light(words, around.left, text)
    if light is None and around.definite and _governed(words, around.left) and around.place is None:
        return None  # “would leave the talks on Monday”: the day is the leaving's
    before = low[around.left - 1] if around.left else ""
    counted = before == "of" and around.left > 1 and low[around.left - 2] in _ROUNDS
    happens = _happens(words, around.right) if before not in en.PREPOSITIONS or counted else None
    evidence = around.timex is not None or around.place is not None
    status: Status | None
    rule: str
    parties = around.parties
    if light is not None:
        effect, light_status, light_parties, verb = light
        if effect is None:
            return None
        status, rule = light_status, f"light:{low[verb]}"
        if noun.strength == "thing" and (
            status == "proposed" or (status == "ongoing" and mode != "flexibility")
        ):
            return None
        parties = (*light_parties, *parties)
    elif happens is not None and noun.class_ not in (
        "PROPOSE",
        "SANCTION",
        "STATEMENT",
        "CONCEDE",
        "THREATEN",
    ):
        status, rule = happens[0], f"happens:{low[happens[1]]}"
        if status == "ongoing" and low[happens[1]].startswith("end"):
            status = "held"
        if low[happens[1]] == "announced" and noun.class_ != "CONSULT":
            status = "held"
        if low[happens[1]] in en.BREAKS_DOWN:
            mode = "breakdown"
    else:
        if noun.strength == "thing":
            return None
        status = _bare_status(before, around, _ahead(words, around.left))
        rule = "nominal"
        if before == "of" and around.left > 1 and low[around.left - 2] in ("out", "away"):
            return None
        if (
            before in ("for", "of", "to")
            and around.left > 2
            and low[around.left - 3] in ("no", "any")
            and light is None
        ):
            return None  # “no plans for a meeting”
        looks_back = around.definite and before in en.ANAPHORIC
        if around.inward and around.definite and around.timex is None:
            return None  # “the White House meeting resembled …” only looks back at one
        if looks_back and noun.strength == "topic" and around.place is None:
            return None  # “walked out of the talks on Thursday”
        named = bool(parties) and not plural
        if not evidence and (noun.strength == "topic" or looks_back or not named):
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
    if status is None:
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
    ):
        status = "planned"
    by = light[3] if light is not None else happens[1] if happens is not None else None
    return Nominal(i, i, status, parties, around.place, around.timex, mode, rule, by)


def dated(timex: Timex | None) -> bool:
    """Whether a time expression names a day, month or year, and not “now”, a duration or a habit."""
    return (
        timex is not None
        and timex.timex_type in ("DATE", "TIME")
        and not (timex.value or "").endswith("_REF")
    )


def _modifies(words: Words, i: int) -> bool:
    """Whether the noun only modifies the next one: “talks process”, “strike force”."""
    if i + 1 >= len(words.low):
        return False
    behind = words.low[i + 1]
    if words.low[i].endswith("'s") or not behind[0].isalpha():
        return False
    if words.timex[i + 1] is not None or words.mention[i + 1] is not None:
        return False
    return not (
        behind in en.PREPOSITIONS or behind in en.DETERMINERS or behind in en.PRONOUNS or behind in en.SUBORDINATORS
        or behind in en.CONJUNCTIONS or behind in en.HAPPENS or behind in en.NEGATIONS or behind in lexicon.VERBS
        or finite(words, i + 1) or behind in en.BE or behind in en.HAVE or is_adverb(behind) or behind == "to"
        or behind.endswith(("ed", "ing")) or behind in en.DO or behind in en.FUTURE or behind in en.CONDITIONAL
        or behind in lexicon.SAYS
    )  # fmt: skip


def _governed(words: Words, left: int) -> bool:
    """Whether some other verb stands right before the phrase."""
    if left == 0 or words.mention[left - 1] is not None or words.timex[left - 1] is not None:
        return False
    word = words.low[left - 1]
    function = word in en.PREPOSITIONS or word in en.CONJUNCTIONS or word in en.SUBORDINATORS or word in en.BE
    return word[0].isalpha() and not function


def _labour(words: Words) -> bool:
    """Whether a strike in this sentence is one of workers."""
    return any(word in lexicon.LABOUR and not word.startswith("strike") for word in words.low)


def around_of(words: Words, i: int, text: str) -> Around:
    """The noun phrase around word `i`, to the left as far as its determiner, to the right over its phrases."""
    low = words.low
    premodifier: en.Effect | None = None
    place: Mention | None = None
    timex: Timex | None = None
    parties: list[Participant] = []
    definite = none = inward = False
    left = i
    while left > 0:
        k = left - 1
        word = low[k]
        mention = words.mention[k]
        if words.timex[k] is not None:
            if dated(words.timex[k]):
                timex = timex or words.timex[k]
            left = k
            continue
        if mention is not None:
            owner = low[k].endswith(("'s", "s'")) or (k + 1 < i and low[k + 1] in ("'s", "'"))
            if not owner and (mention.kind in ("place", "facility") or low[k] in lexicon.PREMISES):
                place, inward = place or mention, True
            elif mention.kind in ("person", "organisation", "group", "role", "place"):
                if not any(one.mention == mention.id for one in parties):
                    parties.append(participant("source", mention))
                definite = definite or owner
            left = k
            continue
        if word in en.DETERMINERS:
            none = word in ("no", "neither")
            definite = definite or word in (
                "the",
                "this",
                "that",
                "these",
                "those",
                "his",
                "her",
                "their",
                "its",
                "our",
            )
            if word in ("their", "his", "her"):
                parties.extend(_owners(words, k, word, text))
            left = k
            break
        if not word[0].isalnum() or word in en.PREPOSITIONS or word in en.CONJUNCTIONS or word in en.PRONOUNS:
            break
        if word in en.PREMODIFIERS:
            effect = en.PREMODIFIERS[word]
            if premodifier is None or word not in en.WEAK_PREMODIFIERS:
                premodifier = effect
            left = k
            continue
        if finite(words, k) or word in en.LIGHT or word in en.SUBORDINATORS or is_adverb(word) or i - k > 6:
            break
        left = k
    right = i + 1
    while right < len(low) and right - i < 24:
        word = low[right]
        if words.timex[right] is not None:
            found = words.timex[right]
            if dated(found):
                timex = timex or found
            right += 1
            continue
        mention = words.mention[right]
        if mention is not None:
            before = low[right - 1]
            lead = next((low[b] for b in range(right - 1, i, -1) if low[b] in en.PREPOSITIONS), "")
            if lead in ("in", "at") and mention.kind in ("place", "facility", "organisation", "other"):
                if place is None and (mention.kind != "organisation" or lead == "at"):
                    place, inward = mention, False
            elif (
                lead == "to"
                and mention.kind in ("place", "facility")
                and low[i] in ("visit", "trip", "visits", "trips", "tour")
            ):
                place = place or mention
            elif lead in ("with", "between", "among", "by", "of", "from", "involving", "against", "on"):
                role = "target" if lead in ("with", "against", "on") else "source"
                if mention.kind != "other" and not any(one.mention == mention.id for one in parties):
                    parties.append(participant(role, mention))
            elif not lead and before != ",":
                break
            right += 1
            continue
        if word in en.PREPOSITIONS or word in en.DETERMINERS or word in ("and", ",") or is_adverb(word):
            if word in ("and", ",") and not _more(words, right):
                break
            if word in ("before", "after", "until", "than", "as", "since"):
                break
            right += 1
            continue
        if (
            stops(words, right)
            or finite(words, right)
            or word in en.SUBORDINATORS
            or word in en.HAPPENS
            or word in en.PRONOUNS
        ):
            break
        if (
            word == "to"
            or word in lexicon.VERBS
            or (word.endswith("ing") and word not in ("involving", "including"))
        ):
            break
        right += 1
    return Around(left, right, premodifier, place, timex, tuple(parties), definite, none, inward)


def _more(words: Words, k: int) -> bool:
    """Whether a comma or “and” at word `k` goes on with another name or date of the same phrase."""
    if k + 1 >= len(words.low):
        return False
    before, behind = words.mention[k - 1], words.mention[k + 1]
    if words.timex[k + 1] is not None:
        return True
    if words.low[k] == ",":
        return before is not None and behind is not None and before.kind == behind.kind == "place"
    return before is not None and any(
        words.mention[b] is not None for b in range(k + 1, min(k + 3, len(words.low)))
    )


def _owners(words: Words, k: int, word: str, text: str) -> list[Participant]:
    """Whom “their meeting” belongs to: those joined by “and” before it in the sentence, when any are."""
    if word != "their":
        return []
    for back in range(k - 1, 0, -1):
        if (
            words.low[back] == "and"
            and words.mention[back - 1] is not None
            and words.mention[min(back + 1, k)] is not None
        ):
            first = back - 1
            while first > 0 and (words.mention[first - 1] is not None or words.low[first - 1] == ","):
                first -= 1
            return [participant("source", one) for one in run_right(words, first, k)]
    return []


_Light = tuple[en.Effect | None, Status | None, tuple[Participant, ...], int]


def _light(words: Words, left: int, text: str) -> _Light | None:
    """The verb that brings the phrase beginning at word `left` about: “held … talks”, “wants a meeting”."""
    low = words.low
    k = left - 1
    skipped = 0
    while k >= 0 and skipped < 5:
        word = low[k]
        if words.mention[k] is None and word in en.LIGHT and word not in en.PREPOSITIONS:
            break
        if (
            word in ("of", "in", "for", "on", "with", "to", "out", "up", "off", "part")
            or words.timex[k] is not None
            or is_adverb(word)
        ):
            k, skipped = k - 1, skipped + 1
            continue
        if word in (
            "days",
            "hours",
            "weeks",
            "months",
            "day",
            "hour",
            "week",
            "rounds",
            "round",
            "series",
            "number",
            "set",
            "kind",
        ) or (
            skipped
            and (word in en.DETERMINERS or word in en.PREMODIFIERS or word[0].isdigit() or word in _NUMBERS)
        ):
            k, skipped = k - 1, skipped + 1
            continue
        return None
    else:
        return None
    word = low[k]
    effect = en.LIGHT[word]
    between = {low[b] for b in range(k + 1, left)}
    if between & {"with", "to", "on"} and not (
        {"come", "came", "return", "returned", "agree", "agreed"} & {word}
    ):
        return None
    if effect == "skip":
        return None, None, (), k
    group = verb_group(words, k, _form_of(word), noun_too=word in lexicon.NOUNS)
    if group is None:
        return None
    if "off" in between and word in ("called", "call", "broke", "broken", "put"):
        effect = "cancelled" if word != "put" else "postponed"
    status = group.status
    if status is None or group.shape == "purpose" or group.rule == "asked-to":
        return None, None, (), k
    if effect in ("planned", "proposed", "postponed", "cancelled"):
        status = "denied" if group.negated and effect == "planned" else effect if status in ("held", "ongoing") else (
            "proposed" if effect in ("postponed", "cancelled", "proposed") else status
        )  # fmt: skip
    found, phrase = subject_of(words, group.outer, text)
    if group.passive:
        found, phrase = [], None
    parties = tuple(participant("source", one) for one in found)
    if not parties and phrase is not None:
        parties = (Participant(role="source", exact=phrase),)
    return effect, status, parties, k


_ROUNDS = en.words("round rounds series session sessions day days hours week weeks month months")
_NAMED = en.words("talks summit meeting conference assembly")
_NUMBERS = en.words("two three four five six seven eight nine ten several many few more")


def _form_of(word: str) -> Form:
    """The form of a light verb by its ending."""
    if word.endswith("ing"):
        return "ing"
    if word in (
        "held",
        "had",
        "led",
        "met",
        "made",
        "gave",
        "began",
        "came",
        "set",
        "put",
        "sought",
        "won",
        "lost",
        "paid",
        "cast",
        "cut",
    ):
        return "ed"
    if word in ("begun", "given"):
        return "en"
    if word.endswith("ed"):
        return "ed"
    if word.endswith("s") and not word.endswith("ss"):
        return "s"
    return "base"


def _happens(words: Words, right: int) -> tuple[Status | None, int] | None:
    """The verb behind the phrase that says it took place or will: “talks resumed”, “was postponed”."""
    low = words.low
    k = right
    passive_or_aux = False
    if right < len(low) and low[right] == "to":
        return None
    while k < len(low) and k - right < 7:
        word = low[k]
        if words.mention[k] is not None or stops(words, k):
            return None
        if word in en.HAPPENS and word not in en.BE:
            effect = en.HAPPENS[word]
            if word == "going" and low[k + 1 : k + 2] == ("to",):
                return "planned", k
            if word in ("put", "pushed", "called") and not {"off", "back"} & set(low[k + 1 : k + 4]):
                return None
            form: Form = (
                _form_of(word) if word not in ("held", "took", "broke", "came", "went", "fell") else "ed"
            )
            if word in ("taken", "broken", "gone", "begun"):
                form = "en"
            if effect != "same" or word in (
                "held",
                "hosted",
                "convened",
                "underway",
                "attended",
                "led",
                "chaired",
            ):
                if not passive_or_aux:
                    # “talks held in …”, “a meeting scheduled for …”: a participle hangs on the noun
                    return ("held" if effect == "same" else _plain(effect)), k
                group = verb_group(words, k, "ed")
                status = group.status if group is not None else "held"
                if effect == "same":
                    return status, k
                if group is not None and group.negated:
                    return "denied", k
                if status in ("proposed",):
                    return "proposed", k
                if status == "planned" and effect in ("postponed", "cancelled"):
                    return "planned", k
                return _plain(effect), k
            group = verb_group(words, k, form, noun_too=False)
            if group is None or group.status is None:
                return None
            if group.rule == "present" and word not in en.GOES_ON:
                return None
            return group.status, k
        if (
            word in en.BE
            or word in en.HAVE
            or word in en.FUTURE
            or word in en.CONDITIONAL
            or word in en.DO
            or word in en.NEGATIONS
        ):
            passive_or_aux = True
        elif not (is_adverb(word) or word in ("to", "be")):
            return None
        k += 1
    return None


def _plain(effect: en.Effect) -> Status | None:
    if effect == "skip" or effect == "open" or effect == "same":
        return None
    return effect


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
