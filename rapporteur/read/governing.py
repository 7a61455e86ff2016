"""The verb before or behind a nominal happening: “held talks”, “wants a meeting”, “the visit was postponed”."""

from __future__ import annotations

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.inflect import Form, verb_forms
from rapporteur.model import Participant, Status
from rapporteur.read.clause_actors import participant, subject_of
from rapporteur.read.clauses import Words, is_adverb, stops
from rapporteur.read.lifecycle import verb_group

_Light = tuple[en.Effect | None, Status | None, tuple[Participant, ...], int]


def brought_about(words: Words, left: int, text: str) -> _Light | None:
    """The verb that brings the phrase beginning at word `left` about: “held … talks”, “wants a meeting”."""
    low = words.low
    k = left - 1
    skipped = 0
    while k >= 0 and skipped < 5:
        word = low[k]
        if words.mention[k] is None and word in en.LIGHT and word not in en.PREPOSITIONS:
            if k and low[k - 1] in ("-", "–"):
                return None  # “the U.N.-led embargo”
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
    if word == "having" and k and low[k - 1] in en.NEGATIONS:
        return None, None, (), k  # “not having a deal”
    effect = en.LIGHT[word]
    between = {low[b] for b in range(k + 1, left)}
    if word.startswith("set") and "up" in between:
        effect = "same"  # “who set up the meeting”
    if between & {"in", "at"} and word.startswith(("address", "set")):
        return None  # “is not addressed in the talks”
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
    if group.negated and effect in ("planned", "proposed"):
        return None, None, (), k  # “do not anticipate a breakthrough”
    if group.negated and group.shape == "participle":
        return None, None, (), k  # “a matter not being addressed in the talks”
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


def happens_behind(words: Words, right: int) -> tuple[Status | None, int] | None:
    """The verb behind the phrase that says it took place or will: “talks resumed”, “was postponed”."""
    low = words.low
    k = right
    passive_or_aux = False
    if low[right : right + 2] == ("to", "be") and right + 2 < len(low):
        return ("planned", right + 2) if low[right + 2] in _CONVENED else None  # “a meeting to be held in …”
    if right < len(low) and low[right] == "to":
        return None
    if right + 1 < len(low) and low[right] == "," and low[right + 1] == "which":
        k = right + 2  # “the conference, which began on Thursday”
    elif right < len(low) and low[right] in ("that", "which"):
        k = right + 1  # “talks that ended at dawn”
    while k < len(low) and k - right < 7:
        word = low[k]
        if words.mention[k] is not None or stops(words, k):
            return None
        if word in en.HAPPENS and word not in en.BE:
            effect = en.HAPPENS[word]
            if word == "going" and low[k + 1 : k + 2] == ("to",):
                return "planned", k
            been = any(low[b] in en.BE for b in range(right, k))
            if word == "set" and not been and low[k + 1 : k + 2] not in (("for",), ("to",)):
                return None  # “the December agreement set a ceiling”
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
            if group.rule == "would" and any(words.timex[b] for b in range(k, min(k + 6, len(low)))):
                return "planned", k  # “would begin on March 10”
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


_CONVENED = en.words("held hosted convened chaired attended")

_RELATES = frozenset(
    spelling
    for lemma in [
        "hold",
        "host",
        "convene",
        "attend",
        "call",
        "chair",
        "schedule",
        "plan",
        "arrange",
        "organise",
        "organize",
        "join",
    ]
    for spelling, _ in verb_forms(lemma)
)


def related(words: Words, i: int, right: int) -> tuple[Status | None, tuple[Participant, ...], int] | None:
    """The relative clause behind the phrase that says who holds it: “the summit that the king will hold”."""
    low = words.low
    k = right + 1 if right < len(low) and low[right] in ("that", "which") else right
    if k >= len(low) or (k == right and (right != i + 1 or words.mention[k] is None)):
        return None
    people: list[Participant] = []
    for at in range(k, min(k + 8, len(low))):
        one = words.mention[at]
        if one is not None:
            if one.kind in ("person", "organisation", "role", "group", "place") and not any(
                p.mention == one.id for p in people
            ):
                people.append(participant("source", one))
            continue
        if low[at] in _RELATES and people:
            group = verb_group(words, at, _form_of(low[at]) if low[at] not in ("held", "met") else "ed")
            if group is None or group.rule == "present":
                return None
            status = (
                "planned"
                if low[at].startswith(("schedul", "plan", "arrang")) and group.status == "held"
                else group.status
            )
            return status, tuple(people), at
        if stops(words, at) or low[at] == "," or low[at] in en.SUBORDINATORS:
            return None
    return None


def foretold(words: Words, right: int) -> Status | None:
    """What the verb behind a phrase says of a meeting yet to come: “will address”, “is unlikely to”, “would”."""
    low = words.low[right : right + 5]
    if not low or words.mention[right] is not None:
        return None
    if low[0] in en.FUTURE:
        return "planned"
    if low[0] in ("is", "are") and any(
        low[k] in _TO_COME and low[k + 1] == "to" for k in range(1, len(low) - 1)
    ):
        return "planned"
    return "proposed" if low[0] in ("would", "could", "might", "may") else None


_TO_COME = en.words("likely unlikely expected intended meant set due scheduled supposed aimed designed")


def _plain(effect: en.Effect) -> Status | None:
    if effect == "skip" or effect == "open" or effect == "same":
        return None
    return effect
