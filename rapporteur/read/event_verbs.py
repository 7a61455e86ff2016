"""Verbs that tell of a happening: the sense that fits, its life-cycle, and who does what to whom."""

from __future__ import annotations

from dataclasses import replace

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import Sense, VerbForm
from rapporteur.languages.en.tables import SENT
from rapporteur.model import EventClass, Mention, Participant, Status, Timex
from rapporteur.read.clauses import (
    Words,
    clause_end,
    is_adverb,
    objects_of,
    participant,
    run_right,
    stops,
    subject_of,
)  # fmt: skip
from rapporteur.read.event_parts import Found, State, habitual, place_of, when_of
from rapporteur.read.lifecycle import Group, undone, verb_group
from rapporteur.read.noun_phrase import around_of

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
        if words.mention[i] is not None:
            continue
        for form in forms:
            found = _verb(state, i, form, previous)
            if found is not None:
                state.found.append(found)
                state.spent.update(range(found.first, found.last))
                previous = found
                break


def _verb(state: State, i: int, form: VerbForm, previous: Found | None) -> Found | None:
    words = state.words
    noun_too = (
        words.low[i] in lexicon.NOUNS or form.lemma in lexicon.NOUNS or form.lemma in lexicon.ALSO_NOUNS
    )
    group = verb_group(words, i, form.form, noun_too=noun_too)
    if group is None or group.status is None:
        return None
    end = clause_end(words, i)
    sense_at = _sense(words, i, end, form, group)
    if sense_at is None:
        return None
    sense, last, group = sense_at
    if group.shape == "reduced" and group.start and words.low[group.start - 1] == "those":
        return None  # “most of those passed by parliament”: any of a kind
    if group.shape == "reduced" and _in_source(state, i):
        return None  # “people briefed on the talks said …”
    assert group.status is not None
    status: Status = group.status
    if group.rule in ("present", "is-doing") and _to_come(words, i, end):
        status = "planned"
    if sense.status is not None:
        if status in ("proposed", "denied"):
            return None
        status = sense.status if status != "planned" else "planned"
    if group.rule in ("will", "would") and _conditioned(words, i):
        status = "proposed"  # “will only be lifted if …”, “if it signs, …”
    if form.lemma == "strike" and sense.class_ == "ASSAULT" and (state.labour or _workers(words)):
        sense = replace(sense, class_="PROTEST", mode="strike", weak=False)
    if sense.status is not None and lexicon.PROTESTS & set(words.low[max(0, group.start - 14) : end]):
        sense = replace(sense, class_="PROTEST", mode="strike")
    foretold = group.rule == "would" and status == "proposed" and sense.class_ in _FORETOLD
    if not foretold and not _told(sense.class_, status, group):
        return None
    if sense.class_ == "REQUEST" and group.outer and words.low[group.outer - 1] in ("it", "which", "that"):
        return None  # a text or a deal, more often than somebody
    before, phrase = _subjects(state, i, group, previous)
    if not group.passive and not any(one.kind == "person" for one in before):
        credited = _credited(state, i)
        if credited[0] or not (before or phrase):
            before, phrase = credited
    objects, companions = objects_of(words, last - 1, end)
    people = _participants(words, state.text, sense, group, before, phrase, objects, companions)
    if (
        not before
        and phrase is not None
        and phrase.split()[-1].lower() in lexicon.THINGS
        and not group.passive
        and sense.class_ not in ("REJECT",)
    ):
        return None  # “the deal calls for …”: a text does nothing
    if before and all(one.kind == "document" for one in before) and not group.passive:
        return None
    if foretold and (
        group.passive or not (words.mention[group.outer - 1] or words.low[group.outer - 1] in en.WHO)
    ):
        return None
    if sense.weak and not _weak_passes(
        state, i, sense, people, objects, companions, standing=group.rule == "present", outer=group.outer
    ):
        return None
    if group.shape == "purpose" and sense.mode == "consent":
        sense = replace(sense, class_="REQUEST")  # “met to get the president's approval”
    elif group.shape == "purpose" and (sense.class_ != "CONSULT" or not (objects or companions)):
        return None
    if group.shape == "participle" and sense.class_ in ("AID", "SUPPORT", "COOPERATE"):
        return None  # “…, providing aid every year” is a standing matter
    if group.shape == "purpose" and status == "planned" and _ASKED & set(words.low[max(0, i - 14) : i]):
        status = "proposed"  # “asked for a session to discuss …”
    if group.rule == "modal" and group.negated and {"can't", "cannot"} & set(words.low[group.start : i]):
        return None  # “I just can't agree”
    if (
        group.passive
        and sense.mode == "criticism"
        and "by" in words.low[i + 1 : i + 3]
        and not _agents(words, group)
    ):
        return None  # “an economy slammed by sanctions”
    if (
        group.shape == "reduced"
        and form.lemma == "host"
        and words.low[group.start - 1] not in lexicon.MEETING
    ):
        return None  # “a podcast hosted by …”
    if group.passive and sense.class_ == "CONSULT" and form.lemma in ("meet", "sit"):
        return None  # “was met with applause”
    if (
        sense.mode == "talks"
        and words.low[last - 1] == "to"
        and not any(one.kind == "person" for one in (*objects, *companions))
        and not SENT & set(words.low[last : last + 9])
    ):
        return None  # speaking to an assembly is a speech
    if status == "planned" and group.outer < i and _pluperfect(words, group.outer):
        status = undone(words, i) or status
    first = i
    if status != "held" and group.rule in ("to:scheduled", "to:due", "to:slated"):
        first = next(
            (k for k in range(i - 1, max(-1, i - 4), -1) if words.low[k] in ("scheduled", "due", "slated")), i
        )
    if group.shape == "reduced" and not (
        _agents(words, group)
        or any(words.timex[k] for k in range(i, min(end, i + 6)))
        or place_of(words, i, min(end, i + 6), sense, objects) is not None
        or any(words.timex[k] for k in range(i, min(end, i + 14)) if sense.class_ == "AGREE")
    ):
        return None  # “assets frozen in banks” is a state
    if sense.mode == "briefing" and form.lemma == "explain" and not companions:
        return None
    place = place_of(words, i, end, sense, objects)
    timex = when_of(words, i, end)
    if timex is not None and timex.direction == "past" and status in ("planned", "proposed", "denied"):
        before_it = timex.span.start < words.starts[i]  # “on Tuesday, as they prepared to debate …”
        if group.rule in ("will", "would", "modal") or (before_it and status != "denied"):
            timex = None
    if sense.status is not None or (sense.class_ == "CONSULT" and sense.objects):
        # the talks that are convened or put off tell who was to come, where and when
        span = (
            range(max(0, group.start - 14), group.start) if group.passive else range(i + 1, min(end, i + 9))
        )
        noun = next((k for k in span if words.low[k] in lexicon.MEETING), None)
        if noun is not None:
            around = around_of(words, noun, state.text)
            place, timex = around.place or place, around.timex or _set_for(words, noun) or timex
            people = (
                *(one for one in people if place is None or one.mention != place.id),
                *(one for one in around.parties if one.mention not in {other.mention for other in people}),
            )
    recurring = (group.habitual or habitual(words, i, end)) and group.status in ("held", "ongoing")
    if group.rule in ("perfect", "past") and "repeatedly" in words.low[max(0, group.start - 1) : i]:
        recurring = False  # “has repeatedly denied”: it was done, more than once
    return Found(
        first, _trigger_end(words, i, last, end, sense), sense.class_, status, sense.mode, people, place, timex,
        f"verb:{form.lemma}/{group.rule}", group.shape, recurring,
    )  # fmt: skip


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


_ENDS_OBJECT = frozenset(
    (
        "to",
        "for",
        "with",
        "after",
        "before",
        "at",
        "by",
        "than",
        "over",
        "since",
        "on",
        "about",
        "from",
        "during",
        "amid",
    )
)


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
        return class_ not in ("ACCUSE", "REQUEST", "REJECT", "THREATEN") or group.rule == "will"
    if status == "denied":
        return class_ in ("CONSULT", "AGREE", "PROPOSE")
    if group.rule == "to:yet":
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


def _in_source(state: State, i: int) -> bool:
    """Whether word `i` stands in what describes a source."""
    return any(start <= state.words.starts[i] < end for start, end in state.sources)


def _hung_on(words: Words, i: int, group: Group, sense: Sense) -> Group | None:
    """A past form that hangs on its object, “the deal reached in Geneva”, as the passive it is; else None."""
    k = group.start - 1
    if group.rule != "past" or k < 0:
        return None
    told = sense.mode == "briefing" and words.low[k] in lexicon.PEOPLE  # “people briefed on the talks”
    if not told and (not sense.objects or words.low[k] not in sense.objects):
        return None
    behind = words.low[i + 1] if i + 1 < len(words.low) else "."
    opens = (
        behind in en.PREPOSITIONS
        or not behind[0].isalnum()
        or is_adverb(behind)
        or words.timex[i + 1] is not None
    )
    return replace(group, passive=True, shape="reduced", rule="reduced-passive") if opens else None


def _sense(words: Words, i: int, end: int, form: VerbForm, group: Group) -> tuple[Sense, int, Group] | None:
    """The first sense whose particle and objects fit, with the word behind verb and particle, and the verb's group."""
    low = words.low
    after: list[str] = []
    for k in range(i + 1, min(end, i + 11, len(low))):
        here = words.mention[k]
        after.append(low[k] if here is None or here.kind != "place" else "@place")
        if low[k] in _ENDS_OBJECT and k > i + 1 and not low[k - 1][0].isdigit():
            after.extend(low[k + 1 : k + 2])
            break
    before: list[str] = []
    if "which" in low[max(0, group.start - 4) : group.start]:  # “a proposal which the senator blocked”
        before = [low[k] for k in range(max(0, group.start - 12), group.start)]
    if group.passive or group.shape == "reduced" or form.lemma in ("withdraw", "pull"):
        before = [low[k] for k in range(max(0, group.start - 10), group.start)]
    subject: list[str] = []  # "a lunch at which … were to meet on Friday has been cancelled"
    for k in range(group.start - 1, max(-1, group.start - 32), -1):
        if not group.passive or low[k] in (".", "?", "!", ";"):
            break
        subject.append(low[k])
    for sense in form.senses:
        last = i + 1
        if sense.particles:
            reach = 1
            while reach < 6 and i + reach < len(low) and (
                is_adverb(low[i + reach]) or words.timex[i + reach] is not None
                or (low[i + reach] in ("on", "in") and words.timex[min(i + reach + 1, len(low) - 1)] is not None)
            ):  # fmt: skip
                reach += 1  # “refused on Monday to sign”
            at = next(
                (k for k in range(i + 1, min(i + 1 + reach, len(low))) if low[k] in sense.particles), None
            )
            if at is None and words.low[i + 1 : i + 2] and words.low[i + 1] in ("it", "them", "him", "her"):
                at = i + 2 if words.low[i + 2 : i + 3] and words.low[i + 2] in sense.particles else None
            if at is None and "to" not in sense.particles and sense.objects:
                at = next((k for k in range(i + 1, min(i + 5, len(low))) if low[k] in sense.particles), None)
            if at is None:
                continue
            last = at + 1
        if sense.passive and not (group.passive and "by" in after[:4]):
            continue
        if "@place" in sense.objects:
            at = i + 2 + (low[i + 2 : i + 3] == ("the",))
            there = words.mention[at] if at < len(low) else None
            if there is None or there.kind in ("group", "role", "document"):
                continue
        elif sense.objects or sense.mode == "briefing":
            behind = after if last == i + 1 else [*after, *low[last : min(last + 5, end)]]
            far = subject if sense.status in ("cancelled", "postponed") else ()
            hung = _hung_on(words, i, group, sense)
            if hung is not None:
                return sense, last, hung
            modal = low[end : end + 1] if sense.mode == "demand" else ()  # “insisted sanctions must end”
            if sense.objects and not any(word in sense.objects for word in (*behind, *before, *far, *modal)):
                continue
        if sense.unless and any(word in sense.unless for word in after[:5]):
            continue
        return sense, last, group
    return None


def _trigger_end(words: Words, i: int, last: int, end: int, sense: Sense) -> int:
    """The word behind the trigger: the verb, its particle, or the noun that a light verb brings about."""
    if sense.particles and words.low[last - 1] not in lexicon.PHRASAL:
        return i + 1
    if sense.objects and sense.class_ in ("STATEMENT", "AGREE", "DEADLINE") and not sense.particles:
        for k in range(i + 1, min(end, i + 5, len(words.low))):
            if words.low[k] in sense.objects:
                return k + 1
    return last


def _subjects(state: State, i: int, group: Group, previous: Found | None) -> tuple[list[Mention], str | None]:
    words = state.words
    if group.control is not None:  # “urged the minister to sign”: the one before “to”
        for k in range(group.control, group.outer, -1):
            if words.mention[k] is not None:
                first = k
                while first > 0 and words.mention[first - 1] is words.mention[k]:
                    first -= 1
                return run_right(words, first, group.control + 1), None
        return [], None
    start = group.outer
    before = words.low[start - 1] if start else ""
    joined = before in ("and", "or", "but") or (before == "," and group.shape in ("participle",))
    if joined and previous is not None and previous.shape != "noun":
        sources = [one for one in previous.participants if one.role == "source"]
        if sources:
            by_id = {one.id: one for one in words.mention if one is not None}
            found = [by_id[one.mention] for one in sources if one.mention in by_id]
            return found, None if found else sources[0].exact
    if group.shape in ("participle", "purpose"):
        found, phrase = subject_of(words, start, state.text, over_verbs=True)
        if found:
            return found, None
        for k in range(i, len(words.low) - 1):  # “After meeting X, Rubio …”
            if words.low[k] == "," and words.mention[k + 1] is not None:
                return run_right(words, k + 1, len(words.low)), None
        return [], phrase
    return subject_of(words, start, state.text, over_verbs=joined)


def _credited(state: State, i: int) -> tuple[list[Mention], str | None]:
    """Who is credited by the attribution whose cue the verb at word `i` is: “…, a member of X, has spoken to …”."""
    words = state.words
    at = words.starts[i]
    for one in state.spoken:
        if one.cue is None or one.source is None or not one.cue.start <= at < one.cue.end:
            continue
        inside = [
            mention for mention in words.mention
            if mention is not None and one.source.start <= mention.span.start < one.source.end
        ]  # fmt: skip
        people = [mention for mention in inside if mention.kind == "person"] or inside
        if people:
            return people[:1], None
        return [], one.source.exact if len(one.source.exact.split()) <= 4 and one.source.exact[
            0
        ].isupper() else None
    return [], None


def _participants(
    words: Words, text: str, sense: Sense, group: Group, before: list[Mention], phrase: str | None,
    objects: list[Mention], companions: list[Mention],
) -> tuple[Participant, ...]:  # fmt: skip
    """Who takes part, in which role; a passive turns them round."""
    sources: list[Participant] = [
        participant("source", one, words, text) for one in before if one.kind in _ACTORS
    ]
    if not sources and phrase is None:
        sources = _own_team(words, text, group)
    if not sources and phrase is not None:
        sources = [Participant(role="source", exact=phrase)]
    targets = [participant("target", one, words, text) for one in objects if one.kind in _ACTORS]
    others = [participant("target", one, words, text) for one in companions if one.kind in _ACTORS]
    if group.passive:
        agents = _agents(words, group)
        turned = [
            replace(one, role="target")
            for one in sources
            if sense.class_ not in ("CONSULT", "AGREE") or one.mention
        ]
        people = [participant("source", one) for one in agents] + turned
        if not agents and sense.symmetric:
            people = turned
    else:
        people = (
            sources + targets + [one for one in others if one.mention not in {t.mention for t in targets}]
        )
    kept: list[Participant] = []
    for one in people:
        if not any(one.exact == other.exact for other in kept):
            kept.append(one)
    return tuple(kept)


def _own_team(words: Words, text: str, group: Group) -> list[Participant]:
    """“X told reporters that his team spent …”: who acts is X's team, so X's name stands for it."""
    for k in range(group.outer - 1, max(-1, group.outer - 9), -1):
        if words.low[k] not in lexicon.DELEGATION or words.low[k - 1] not in ("his", "her", "their"):
            continue
        people = [one for one in words.mention[:k] if one is not None and one.kind == "person"]
        if len({one.id for one in people}) == 1:
            exact = words.text(text, k - 1, k + 1)
            return [Participant(role="source", exact=exact, mention=people[0].id)]
        return []
    return []


_ACTORS = frozenset(("person", "organisation", "group", "role", "place", "other"))


def _agents(words: Words, group: Group) -> list[Mention]:
    """Those named after “by” behind a passive."""
    for k in range(group.start, min(group.start + 14, len(words.low) - 1)):
        with_ = words.low[k] == "with" and bool(
            {"involvement", "help", "participation", "assistance"} & set(words.low[k + 1 : k + 4])
        )
        if (words.low[k] == "by" or with_) and k > group.start:
            for j in range(k + 1, min(k + 8, len(words.low))):
                if words.mention[j] is not None:
                    return run_right(words, j, len(words.low))
                if stops(words, j):
                    break
            return []
        if stops(words, k):
            break
    return []


def _weak_passes(
    state: State, i: int, sense: Sense, people: tuple[Participant, ...], objects: list[Mention], companions: list[Mention],
    *,
    standing: bool,
    outer: int,
) -> bool:  # fmt: skip
    """A weak sense needs a named party, and where it does something to somebody, both.

    Somebody without a name will do where the encoder, too, sees an event in the verb.
    """
    named = [one for one in people if one.mention is not None]
    words = state.words
    seen = state.seen is not None and not standing and state.seen(words.starts[i], words.ends[i])
    if not people and seen and outer and words.low[outer - 1] in en.WHO:
        return sense.class_ not in ("ASSAULT", "SANCTION", "COERCE")
    if not named and people and seen:
        named = list(people)
    if sense.class_ in ("ASSAULT", "SANCTION", "COERCE") or sense.mode in (
        "appointment",
        "request",
        "pressure",
        "persuasion",
        "invitation",
    ):
        return bool(named) and bool(objects or companions or len(people) > 1)
    return bool(named)


def _pluperfect(words: Words, outer: int) -> bool:
    return any(words.low[k] in ("had", "was", "were") for k in range(outer, min(outer + 3, len(words.low))))
