"""Verbs that tell of a happening: the sense that fits, its life-cycle, and who does what to whom."""

from __future__ import annotations

from dataclasses import replace

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import Sense, VerbForm
from rapporteur.model import EventClass, Mention, Participant, Status, Timex
from rapporteur.read.clause_actors import objects_of
from rapporteur.read.clauses import Words, clause_end
from rapporteur.read.event_parts import Found, State, habitual, place_of, when_of
from rapporteur.read.event_people import agents_of, credited_to, participants_of, weak_passes, who_acts
from rapporteur.read.event_refusals import EARLY, LATE, Verb
from rapporteur.read.event_senses import sense_of, trigger_end
from rapporteur.read.infinitives import governor_group
from rapporteur.read.lifecycle import undone, verb_group
from rapporteur.read.noun_phrase import around_of
from rapporteur.read.verb_parts import Group

_UNTOLD: frozenset[EventClass] = frozenset(
    ("STATEMENT", "ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONCEDE", "COOPERATE", "AID", "LEAK",
     "COERCE", "ASSAULT", "PROTEST", "PERSONNEL", "MOBILIZE", "RETREAT", "SANCTION")
)  # fmt: skip
"""Classes whose merely possible or denied happening is talk, not news; planned ones are kept."""


def verbs(state: State) -> None:
    """Every verb of the lexicon that is read as a verb and tells of a happening."""
    words = state.words
    previous: Found | None = None
    for i, word in enumerate(words.low):
        forms = lexicon.VERBS.get(word)
        if forms is None or i in state.spent or words.timex[i] is not None:
            continue
        if words.mention[i] is not None or _hyphened(words, i):
            continue
        for form in forms:
            found = _verb(state, i, form, previous)
            if found is not None:
                state.found.append(found)
                state.spent.update(range(found.first, found.last))
                previous = found
                break


def _hyphened(words: Words, i: int) -> bool:
    """Whether word `i` hangs by a hyphen on the one before it: “U.N.-backed”."""
    return (
        i > 1
        and words.low[i - 1] in ("-", "‐")
        and words.starts[i] == words.ends[i - 1] == words.starts[i - 1] + 1
    )


def _verb(state: State, i: int, form: VerbForm, previous: Found | None) -> Found | None:
    words = state.words
    noun_too = (
        words.low[i] in lexicon.NOUNS or form.lemma in lexicon.NOUNS or form.lemma in lexicon.ALSO_NOUNS
    )
    group = verb_group(words, i, form.form, noun_too=noun_too, headline=state.live)
    if group is None or group.status is None:
        return None
    end = clause_end(words, i)
    sense_at = sense_of(words, i, end, form, group)
    if sense_at is None:
        return None
    sense, last, group = sense_at
    assert group.status is not None
    verb = Verb(state, i, last, end, form, sense, group, group.status, previous)
    if any(refuses(verb) for refuses in EARLY):
        return None
    decided = _decided(verb)
    if decided is None:
        return None
    sense, group, status, foretold = decided
    before, phrase = who_acts(state, i, group, previous)
    if not group.passive and not any(one.kind == "person" for one in before):
        credited = credited_to(state, i)
        if credited[0] or not (before or phrase):
            before, phrase = credited
    objects, companions = objects_of(words, last - 1, end)
    people = participants_of(words, state.text, sense, group, before, phrase, objects, companions)
    if group.rule.startswith("noun-to:"):
        before = [one for one in before if one.kind != "document"]  # “announced a plan to pass a measure”
    verb = replace(
        verb, sense=sense, group=group, before=tuple(before), phrase=phrase, others=(*objects, *companions)
    )
    if any(refuses(verb) for refuses in LATE):
        return None
    if foretold and (group.passive or not (words.mention[group.outer - 1] or verb.outside in en.WHO)):
        return None
    dated = group.shape == "reduced" and sense.mode in ("decision", "deal")  # “the quota set last December”
    standing = group.rule == "present"
    if sense.weak and not dated and not weak_passes(
        state, i, sense, people, objects, companions, standing=standing, outer=group.outer
    ):  # fmt: skip
        return None
    if (
        form.lemma == "attack"
        and before
        and all(one.kind == "person" for one in before)
        and not group.passive
    ):
        sense = replace(
            sense, class_="ACCUSE", mode="criticism"
        )  # “the senator attacked the president's posture”
    if group.shape == "purpose" and sense.mode == "consent":
        sense = replace(sense, class_="REQUEST")  # “met to get the president's approval”
    elif group.shape == "purpose" and previous is not None and previous.class_ == sense.class_ == "CONSULT":
        return None  # “met to discuss …”: one meeting
    elif group.shape == "purpose" and (sense.class_ != "CONSULT" or not (objects or companions)):
        return None
    if group.shape == "purpose" and status == "planned" and _ASKED & set(words.low[max(0, i - 14) : i]):
        status = "proposed"  # “asked for a session to discuss …”
    if status == "planned" and group.outer < i and _pluperfect(words, group.outer):
        status = undone(words, i) or status
    if sense.mode in ("pledge", "review", "debate") and status == "proposed":
        return None  # “if it pledges to …”, “the opportunity to review the deal”
    if sense.mode == "briefing" and form.lemma == "explain" and not companions:
        return None
    first = i
    if status != "held" and group.rule in ("to:scheduled", "to:due", "to:slated"):
        first = next(
            (k for k in range(i - 1, max(-1, i - 4), -1) if words.low[k] in ("scheduled", "due", "slated")), i
        )
    if group.shape == "reduced" and not (
        verb.behind in ("there", "here")
        or agents_of(words, group)
        or any(words.timex[k] for k in range(i, min(end, i + 6)))
        or place_of(words, i, min(end, i + 6), sense, objects) is not None
        or any(words.timex[k] for k in range(i, min(end, i + 14)) if sense.class_ == "AGREE")
    ):
        return None  # “assets frozen in banks” is a state
    place, timex, people = _set_in(verb, status, people, objects)
    bare = place is None and timex is None and not any(one.mention for one in people)
    if bare and group.passive and sense.class_ == "CONSULT" and sense.status is None:
        return None  # “the toughest rules ever negotiated”
    if status == "proposed" and sense.mode == "visit":
        return None  # “they would need to fly back to …”
    recurring = (group.habitual or habitual(words, i, end)) and group.status in ("held", "ongoing")
    if group.rule in ("perfect", "past") and "repeatedly" in words.low[max(0, group.start - 1) : i]:
        recurring = False  # “has repeatedly denied”: it was done, more than once
    return Found(
        first, trigger_end(words, i, last, end, sense), sense.class_, status, sense.mode, people, place, timex,
        f"verb:{form.lemma}/{group.rule}", group.shape, recurring,
    )  # fmt: skip


def _decided(verb: Verb) -> tuple[Sense, Group, Status, bool] | None:
    """The sense and life-cycle as the clause decides them, and whether it is only foretold; None where it is no news."""
    words, i, sense, group = verb.words, verb.i, verb.sense, verb.group
    if group.negated and group.rule in ("will", "would") and verb.form.lemma in _WITHHELD:
        if {"unless", "until", "if"} & set(words.low[i + 1 : i + 13]) or "never" in words.low[
            group.start : i
        ]:
            return None  # “would not accept a deal unless …”; “they will never accept it” foretells
        sense = replace(sense, class_="REJECT", mode="refusal", weak=True)
        group = replace(group, status="held", rule="will-not")
    assert group.status is not None
    status: Status = group.status
    if group.rule in ("present", "is-doing") and _to_come(words, i, verb.end):
        status = "planned"
    if sense.status is not None:
        if status in ("proposed", "denied"):
            return None
        status = sense.status if status != "planned" else "planned"
    if group.rule in ("will", "would") and _conditioned(words, i):
        status = "proposed"  # “will only be lifted if …”, “if it signs, …”
    struck = verb.form.lemma == "strike" and sense.class_ == "ASSAULT"
    if struck and (verb.state.labour or _workers(words)):
        sense = replace(sense, class_="PROTEST", mode="strike", weak=False)
    if sense.status is not None and lexicon.PROTESTS & set(words.low[max(0, group.start - 14) : verb.end]):
        sense = replace(sense, class_="PROTEST", mode="strike")
    tried = _tried(words, group) if sense.class_ == "REQUEST" else None
    if tried is not None:
        status = tried
    foretold = group.rule == "would" and status == "proposed" and sense.class_ in _FORETOLD
    if not foretold and tried is None and not _told(sense.class_, status, group):
        return None
    if sense.class_ == "REQUEST" and verb.outside in ("it", "which", "that"):
        return None  # a text or a deal, more often than somebody
    return sense, group, status, foretold


def _set_in(
    verb: Verb, status: Status, people: tuple[Participant, ...], objects: list[Mention]
) -> tuple[Mention | None, Timex | None, tuple[Participant, ...]]:
    """Where and when it happened; where talks are convened or put off, what they tell of it stands for the verb's."""
    words, i, end, sense, group = verb.words, verb.i, verb.end, verb.sense, verb.group
    own = _before_infinitive(words, i, end, sense)
    place = place_of(words, i, own, sense, objects)
    timex = when_of(words, i, own)
    if timex is not None and timex.direction == "past" and status in ("planned", "proposed", "denied"):
        before_it = timex.span.start < words.starts[i]  # “on Tuesday, as they prepared to debate …”
        if group.rule in ("will", "would", "modal") or (before_it and status != "denied"):
            timex = None
    if sense.status is None and not (sense.class_ == "CONSULT" and sense.objects):
        return place, timex, people
    span = range(max(0, group.start - 14), group.start) if group.passive else range(i + 1, min(end, i + 9))
    noun = next((k for k in span if words.low[k] in lexicon.MEETING), None)
    if noun is None:
        return place, timex, people
    around = around_of(words, noun, verb.state.text)
    place, timex = around.place or place, around.timex or _set_for(words, noun) or timex
    told = {one.mention for one in people}
    return place, timex, (
        *(one for one in people if place is None or one.mention != place.id),
        *(one for one in around.parties if one.mention not in told),
    )  # fmt: skip


def _before_infinitive(words: Words, i: int, end: int, sense: Sense) -> int:
    """Where what is agreed to or asked for begins, whose day and place are its own: “agreed to meet on 27 May”."""
    if sense.class_ not in _ASKING and sense.mode not in ("agreement", "pledge", "offer", "proposal"):
        return end
    for k in range(i + 1, min(end, len(words.low) - 1)):
        named = words.mention[k + 1] or words.timex[k + 1] or words.low[k + 1] in en.DETERMINERS
        if words.low[k] == "to" and not named and words.low[k + 1].isalpha():
            return k
    return end


_ASKING: frozenset[EventClass] = frozenset(("REQUEST", "THREATEN", "REJECT"))
_WITHHELD = frozenset(
    ("accept", "support", "back", "endorse", "sign", "approve", "negotiate", "recognize", "recognise", "yield")
)  # fmt: skip
"""What somebody who says that he will not do it refuses."""


def _tried(words: Words, group: Group) -> Status | None:
    """The status of asking where somebody tries to: “tried to persuade the senators” asked them."""
    governor = next(
        (k for k in range(group.start - 1, max(-1, group.start - 4), -1) if words.low[k] in en.TRIES), None
    )
    if governor is None or group.status not in ("proposed", "planned") or not group.rule.startswith("to:"):
        return None
    outer = governor_group(words, governor)
    if outer.negated or outer.status == "proposed" or outer.status is None:
        return None
    if outer.status == "planned":
        return "planned"
    word = words.low[governor]
    past = bool({"was", "were", "had"} & set(words.low[outer.start : governor]))
    return "held" if past or word.endswith("ed") or word in ("sought", "strove") else "ongoing"


_ASKED = frozenset(
    ("asked", "requested", "sought", "wanted", "wants", "urged", "invited", "proposed", "suggested")
)


def _set_for(words: Words, noun: int) -> Timex | None:
    """The day a meeting had been set for: “called off a summit that had been set for March 9”."""
    for k in range(noun + 1, min(noun + 12, len(words.low) - 2)):
        if words.low[k] in en.AHEAD and words.low[k + 1] in ("for", "on"):
            return next(
                (words.timex[b] for b in (k + 2, k + 3) if b < len(words.low) and words.timex[b]), None
            )
    return None


def _to_come(words: Words, i: int, end: int) -> bool:
    """Whether a present tense has a day that is to come behind it: “he testifies on Tuesday”."""
    for k in range(i + 1, min(end, len(words.low))):
        timex = words.timex[k]
        if (
            timex is not None
            and timex.timex_type in ("DATE", "TIME")
            and not (timex.value or "").endswith("_REF")
        ):
            named = (timex.value or "")[:4].isdigit()  # a day with its year is to come only where it says so
            return timex.direction == "future" or (not named and timex.direction != "past")
    return False


_FORETOLD: frozenset[EventClass] = frozenset(
    ("SANCTION", "CONCEDE", "RETREAT", "REJECT", "MOBILIZE", "PROTEST", "PERSONNEL", "AID", "COERCE", "ASSAULT", "STATEMENT")
)  # fmt: skip
"""What somebody said he would do is planned on his word; told by nobody, it is left out."""


def _told(class_: EventClass, status: Status, group: Group) -> bool:
    """Whether a status of a class is news: what may be, or was not done, mostly is not."""
    if status in ("held", "ongoing", "postponed", "cancelled"):
        return True
    if status == "planned":
        plain = class_ not in ("ACCUSE", "REQUEST", "REJECT", "THREATEN")
        return plain or group.rule == "will" or group.rule.startswith("to:")
    if status == "denied":
        return class_ in ("CONSULT", "AGREE", "PROPOSE")
    if group.rule == "to:yet" or group.rule.startswith(("ing:consider", "ing:weigh", "ing:contempl")):
        return True
    if group.rule == "subjunctive":
        return class_ in ("CONSULT", "AGREE", "PROPOSE", "CONCEDE", "RETREAT")
    if class_ in _UNTOLD:
        return False
    return class_ in ("CONSULT", "AGREE")


def _conditioned(words: Words, i: int) -> bool:
    """Whether a future rests on an if: behind the verb, or opening the sentence before it."""
    if {"if", "unless"} & set(words.low[i + 1 : i + 13]):
        return True
    for k in range(i - 1, -1, -1):
        if words.low[k] in en.UNSURE or words.low[k : k + 3] == ("far", "from", "clear"):
            return True
        if words.low[k] in ".;:?!" or words.low[k] in ("but", "because", "although"):
            return False
    return False


def _workers(words: Words) -> bool:
    """Whether a sentence tells of workers, so that a strike in it is theirs."""
    return any(word in lexicon.LABOUR and not word.startswith("strike") for word in words.low)


def _pluperfect(words: Words, outer: int) -> bool:
    return any(words.low[k] in ("had", "was", "were") for k in range(outer, min(outer + 3, len(words.low))))
