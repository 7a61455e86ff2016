"""Happenings told in one document: trigger, class, life-cycle, who, where, when and on whose word.

Lexicon and rules: verbs and nouns of `languages/en/events.py`, read in their clause. The classes are PLOVER's
roots and five of our own. An encoder's event spans, where given, veto what only a word list would find.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import Sense, VerbForm
from rapporteur.model import (
    Attribution,
    Document,
    EventClass,
    EventMention,
    Mention,
    Participant,
    Sentence,
    Status,
    Timex,
    address,
)  # fmt: skip
from rapporteur.read.clauses import (
    Words,
    clause_end,
    finite,
    head,
    is_adverb,
    objects_of,
    participant,
    run_right,
    stops,
    subject_of,
    words_of,
)  # fmt: skip
from rapporteur.read.lifecycle import Group, undone, verb_group
from rapporteur.read.nominal import around_of, nominal

Trigger = tuple[int, int, str]
"""A span the encoder calls an event: start, end, label (EVENT, STATE, SPEECH)."""

_UNTOLD: frozenset[EventClass] = frozenset(
    ("STATEMENT", "ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONCEDE", "COOPERATE", "AID", "LEAK",
     "COERCE", "ASSAULT", "PROTEST", "PERSONNEL", "MOBILIZE", "RETREAT", "SANCTION")
)  # fmt: skip
"""Classes whose merely possible or denied happening is talk, not news; planned ones are kept."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A trigger before it is placed in its report: word indices and what the clause says."""

    first: int
    last: int
    class_: EventClass
    status: Status
    mode: str | None
    participants: tuple[Participant, ...]
    place: Mention | None
    timex: Timex | None
    rule: str
    shape: str = "noun"
    recurring: bool = False


@dataclass(slots=True)
class _Sentence:
    """One sentence under reading: its words, what was found so far and which words are spent."""

    words: Words
    text: str
    sources: tuple[tuple[int, int], ...]  # where the sources of the attributions here stand
    labour: bool  # whether a strike in this document is one of workers
    found: list[_Found] = field(default_factory=list)
    spent: set[int] = field(default_factory=set)


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    attributions: Sequence[Attribution],
    triggers: Iterable[Sequence[object]] | None = None,
) -> tuple[EventMention, ...]:
    """The happenings told in a document, in order of their triggers.

    `triggers` are the encoder's event spans (start, end, label, …); where given, a weak word that none of
    them touches is left out.
    """
    mentions = sorted(mentions, key=lambda one: (one.span.start, one.span.end))
    timexes = sorted(timexes, key=lambda one: (one.span.start, one.span.end))
    contents = _contents(attributions)
    vetoed = _touching(triggers)
    voices = [
        block for block in document.blocks
        if block.voice in ("newsroom", "author", "transcript") and block.kind in ("paragraph", "item", "quote", "transcript")
    ]  # fmt: skip
    block_starts = [block.start for block in voices]
    mention_starts = [one.span.start for one in mentions]
    timex_starts = [one.span.start for one in timexes]
    by_cue = {one.cue.start: one for one in attributions if one.cue is not None}
    cue_starts = sorted(by_cue)
    labour = _labour(document.text)
    made: dict[str, EventMention] = {}
    for sentence in sentences:
        at = bisect_right(block_starts, sentence.start) - 1
        if voices and (at < 0 or sentence.start >= voices[at].end):
            continue
        inside = mentions[
            _first(mention_starts, sentence.start, 40, mentions) : bisect_left(mention_starts, sentence.end)
        ]
        timed = timexes[
            _first(timex_starts, sentence.start, 8, timexes) : bisect_left(timex_starts, sentence.end)
        ]
        words = words_of(document.text, sentence, inside, timed)
        if not words.low or not any(word in _TRIGGERS for word in words.low):
            continue
        cues = cue_starts[bisect_left(cue_starts, sentence.start) : bisect_left(cue_starts, sentence.end)]
        spoken = [by_cue[start] for start in cues]
        sources = tuple((one.source.start, one.source.end) for one in spoken if one.source is not None)
        state = _Sentence(words, document.text, sources, labour)
        for rule in RULES:
            rule(state)
        _says(state, spoken)
        for found in state.found:
            mention = _placed(document, words, found, contents, spoken, timed)
            if mention is None or (vetoed is not None and not vetoed(mention)):
                continue
            made.setdefault(mention.id, mention)
    return tuple(sorted(made.values(), key=lambda one: (one.trigger.start, one.trigger.end)))


def _labour(text: str) -> bool:
    """Whether a document tells of workers rather than of war."""
    told = Counter(re.findall(r"[a-z]+", text.lower()))
    workers = sum(told[word] for word in lexicon.LABOUR if not word.startswith("strike"))
    return workers > sum(told[word] for word in lexicon.WARLIKE)


def _first(starts: list[int], at: int, back: int, values: Sequence[Mention] | Sequence[Timex]) -> int:
    """The index of the first span that can reach into a sentence beginning at `at`."""
    k = bisect_left(starts, at)
    while k > 0 and values[k - 1].span.end > at and back:
        k, back = k - 1, back - 1
    return k


# --- verbs ----------------------------------------------------------------------------------------


def _verbs(state: _Sentence) -> None:
    """Every verb of the lexicon that is read as a verb and tells of a happening."""
    words = state.words
    previous: _Found | None = None
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


def _verb(state: _Sentence, i: int, form: VerbForm, previous: _Found | None) -> _Found | None:
    words = state.words
    noun_too = words.low[i] in lexicon.NOUNS or form.lemma in lexicon.NOUNS or form.lemma in _ALSO_NOUNS
    group = verb_group(words, i, form.form, noun_too=noun_too)
    if group is None or group.status is None:
        return None
    end = clause_end(words, i)
    sense_at = _sense(words, i, end, form, group)
    if sense_at is None:
        return None
    sense, last = sense_at
    status: Status = group.status
    if sense.status is not None:
        if status in ("proposed", "denied"):
            return None
        status = sense.status if status != "planned" else "planned"
    if group.rule in ("will", "would") and {"if", "unless"} & set(words.low[i + 1 : i + 13]):
        status = "proposed"  # “will only be lifted if …”
    if form.lemma == "strike" and sense.class_ == "ASSAULT" and state.labour:
        return None
    if not _told(sense.class_, status, group):
        return None
    if sense.class_ == "REQUEST" and group.outer and words.low[group.outer - 1] in ("it", "which", "that"):
        return None  # a text or a deal, more often than somebody
    before, phrase = _subjects(state, i, group, previous)
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
    if sense.weak and not _weak_passes(sense, people, objects, companions):
        return None
    if group.shape == "purpose" and (sense.class_ != "CONSULT" or not (objects or companions)):
        return None
    if group.shape == "participle" and sense.class_ in ("AID", "SUPPORT", "COOPERATE"):
        return None  # “…, providing aid every year” is a standing matter
    if group.passive and sense.class_ == "CONSULT" and form.lemma in ("meet", "sit"):
        return None  # “was met with applause”
    if (
        sense.mode == "talks"
        and words.low[last - 1] == "to"
        and not any(one.kind == "person" for one in companions)
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
        _agents(words, group) or any(words.timex[k] for k in range(i, min(end, i + 6)))
    ):
        return None  # “assets frozen in banks” is a state
    if sense.mode == "briefing" and form.lemma == "explain" and not companions:
        return None
    place = _place(words, i, end, sense, objects)
    timex = _when(words, i, end)
    if (
        timex is not None
        and timex.direction == "past"
        and status in ("planned", "proposed", "denied")
        and group.rule in ("will", "would", "modal")
    ):
        timex = None
    if sense.status is not None or (sense.class_ == "CONSULT" and sense.objects):
        # the talks that are convened or put off tell who was to come, where and when
        span = (
            range(max(0, group.start - 14), group.start) if group.passive else range(i + 1, min(end, i + 9))
        )
        noun = next((k for k in span if words.low[k] in lexicon.MEETING), None)
        if noun is not None:
            around = around_of(words, noun, state.text)
            place, timex = around.place or place, around.timex or timex
            people = (
                *(one for one in people if place is None or one.mention != place.id),
                *(one for one in around.parties if one.mention not in {other.mention for other in people}),
            )
    recurring = (group.habitual or _set_near(words, i, end)) and group.status in ("held", "ongoing")
    return _Found(
        first, _trigger_end(words, i, last, end, sense), sense.class_, status, sense.mode, people, place, timex,
        f"verb:{form.lemma}/{group.rule}", group.shape, recurring,
    )  # fmt: skip


_ENDS_OBJECT = frozenset(("to", "for", "with", "after", "before", "at", "by", "than", "over", "since"))


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
    if class_ in _UNTOLD:
        return False
    return class_ in ("CONSULT", "AGREE")


def _sense(words: Words, i: int, end: int, form: VerbForm, group: Group) -> tuple[Sense, int] | None:
    """The first sense whose particle and objects fit, with the word behind verb and particle."""
    low = words.low
    after: list[str] = []
    for k in range(i + 1, min(end, i + 11, len(low))):
        here = words.mention[k]
        after.append(low[k] if here is None or here.kind != "place" else "@place")
        if low[k] in _ENDS_OBJECT and k > i + 1 and not low[k - 1][0].isdigit():
            after.extend(low[k + 1 : k + 2])
            break
    before: list[str] = []
    if group.passive or group.shape == "reduced" or form.lemma in ("withdraw", "pull"):
        before = [low[k] for k in range(max(0, group.start - 10), group.start)]
    for sense in form.senses:
        last = i + 1
        if sense.particles:
            reach = 1
            while reach < 5 and i + reach < len(low) and is_adverb(low[i + reach]):
                reach += 1
            at = next(
                (k for k in range(i + 1, min(i + 1 + reach, len(low))) if low[k] in sense.particles), None
            )
            if at is None and "to" not in sense.particles and sense.objects:
                at = next((k for k in range(i + 1, min(i + 5, len(low))) if low[k] in sense.particles), None)
            if at is None:
                continue
            last = at + 1
        if sense.passive and not (group.passive and "by" in after[:4]):
            continue
        if "@place" in sense.objects:
            there = words.mention[i + 2] if i + 2 < len(low) else None
            if there is None or there.kind in ("group", "role", "document"):
                continue
        elif sense.objects:
            behind = after if last == i + 1 else [*after, *low[last : min(last + 5, end)]]
            if not any(word in sense.objects for word in (*behind, *before)):
                continue
        if sense.unless and any(word in sense.unless for word in after[:5]):
            continue
        return sense, last
    return None


_PHRASAL = frozenset(
    [
        "off",
        "down",
        "out",
        "up",
        "forward",
        "back",
        "together",
        "aside",
        "over",
        "around",
        "behind",
        "against",
    ]
)


def _trigger_end(words: Words, i: int, last: int, end: int, sense: Sense) -> int:
    """The word behind the trigger: the verb, its particle, or the noun that a light verb brings about."""
    if sense.particles and words.low[last - 1] not in _PHRASAL:
        return i + 1
    if sense.objects and sense.class_ in ("STATEMENT", "AGREE", "DEADLINE") and not sense.particles:
        for k in range(i + 1, min(end, i + 5, len(words.low))):
            if words.low[k] in sense.objects:
                return k + 1
    return last


def _subjects(
    state: _Sentence, i: int, group: Group, previous: _Found | None
) -> tuple[list[Mention], str | None]:
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


def _participants(
    words: Words, text: str, sense: Sense, group: Group, before: list[Mention], phrase: str | None,
    objects: list[Mention], companions: list[Mention],
) -> tuple[Participant, ...]:  # fmt: skip
    """Who takes part, in which role; a passive turns them round."""
    sources: list[Participant] = [
        participant("source", one, words, text) for one in before if one.kind in _ACTORS
    ]
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
    sense: Sense, people: tuple[Participant, ...], objects: list[Mention], companions: list[Mention]
) -> bool:
    """A weak sense needs a named party, and where it does something to somebody, both."""
    named = [one for one in people if one.mention is not None]
    if sense.class_ in ("ASSAULT", "SANCTION", "COERCE") or sense.mode in (
        "appointment",
        "request",
        "pressure",
    ):
        return bool(named) and bool(objects or companions or len(people) > 1)
    return bool(named)


def _pluperfect(words: Words, outer: int) -> bool:
    return any(words.low[k] in ("had", "was", "were") for k in range(outer, min(outer + 3, len(words.low))))


# --- nouns, rosters, utterances ----------------------------------------------------------------------


def _nouns(state: _Sentence) -> None:
    """Every noun of the lexicon that names a happening here."""
    words = state.words
    for i, word in enumerate(words.low):
        entry = lexicon.NOUNS.get(word)
        if entry is None or i in state.spent:
            continue
        noun, plural = entry
        if noun.class_ in ("STATEMENT", "DEADLINE"):
            continue
        found = nominal(words, i, noun, plural, state.text, labour=state.labour)
        if found is None:
            continue
        if any(one.class_ == noun.class_ and _object_of(words, one, i) for one in state.found):
            continue  # “convened the meeting”: the verb has told it
        if found.by is not None and any(
            one.first <= found.by < one.last and one.class_ == noun.class_ for one in state.found
        ):
            continue  # “the visit was postponed”
        if found.status in ("proposed", "denied") and noun.class_ not in ("CONSULT", "AGREE"):
            continue
        class_: EventClass = "PROTEST" if found.mode == "strike" else noun.class_
        if i and words.low[i - 1] in ("news", "press", "media"):
            if not found.rule.startswith("light:"):
                continue
            class_ = "STATEMENT"
        timex = found.timex
        place = found.place
        if found.by is not None:
            end = clause_end(words, max(i, found.by))
            timex = timex or _when(words, max(i, found.by), end) or _when(words, i, end)
            place = place or _after(words, max(i, found.by), min(end, len(words.low)), ("place", "facility"))
        recurring = _set_near(words, i, clause_end(words, i)) and found.status in ("held", "ongoing")
        state.found.append(
            _Found(i, i + 1, class_, found.status, found.mode, found.participants, place, timex,
                   f"noun:{found.rule}", "noun", recurring)
        )  # fmt: skip
        state.spent.add(i)


def _object_of(words: Words, verb: _Found, i: int) -> bool:
    """Whether the noun at word `i` is what the verb found before it brings about."""
    if verb.shape == "noun":
        return False
    if verb.last > i >= verb.first:
        return True
    between = range(verb.last, i)
    if verb.first > i:  # passive: “a deal was reached”
        return verb.first - i < 5
    return len(between) <= 7 and not any(
        stops(words, k) or words.low[k] == "," or words.low[k] in en.SUBORDINATORS
        or (words.low[k] in en.PREPOSITIONS and words.low[k] not in ("of",)) for k in between
    )  # fmt: skip


def _venue(state: _Sentence) -> None:
    """“In a statement …, the minister said”: the statement is the happening."""
    words = state.words
    for i, word in enumerate(words.low):
        if word not in lexicon.VENUES or i in state.spent or i == 0:
            continue
        left = i - 1
        while left > 0 and (
            words.mention[left] is not None
            or words.timex[left] is not None
            or words.low[left] not in ("a", "an", "his", "her", "its", "their", "the")
        ):
            left -= 1
            if i - left > 5 or stops(words, left) or words.low[left] == ",":
                break
        commas = [k for k in range(i, len(words.low)) if words.low[k] == ","]
        if (
            words.low[left] not in ("a", "an", "his", "her", "its", "their")
            or left == 0
            or words.low[left - 1] not in ("in", "on", "via", "during")
        ):
            continue
        if (
            i + 1 < len(words.low)
            and words.low[i + 1] in ("of", "to")
            and word not in ("letter", "address", "speech")
        ):
            continue
        says = next((k for k in range(left - 1, -1, -1) if finite(words, k)), None)
        found = subject_of(words, says, state.text)[0] if says is not None and left >= 4 else []
        who = _speaker(state) or next((one for one in found if one.kind in _SPEAKERS), None)
        if left < 4 and commas:
            behind = [one for one in words.mention[commas[0] :] if one is not None]
            who = next(
                (one for one in behind[:3] if one.kind == "person"),
                next((one for one in behind if one.kind in _SPEAKERS), None),
            )
        people = (participant("source", who),) if who is not None else ()
        if not people:
            continue
        end = clause_end(words, i)
        place = _after(words, i, min(end, i + 14), ("place", "facility"))
        mode = (
            "speech"
            if word in ("speech", "address", "remarks", "interview", "testimony")
            else "post"
            if word in ("post", "tweet", "thread")
            else "statement"
        )
        state.found.append(
            _Found(i, i + 1, "STATEMENT", "held", mode, people, place, _when(words, i, end), f"venue:{word}")
        )
        state.spent.add(i)
        return


_SPEAKERS = ("person", "organisation", "role", "group", "place")


def _speaker(state: _Sentence) -> Mention | None:
    """Whom an attribution of this sentence names as its source."""
    for start, end in state.sources:
        for one in state.words.mention:
            if one is not None and start <= one.span.start < end and one.kind in _SPEAKERS:
                return one
    return None


def _after(words: Words, i: int, end: int, kinds: tuple[str, ...]) -> Mention | None:
    for k in range(i + 1, end):
        one = words.mention[k]
        if one is not None and one.kind in kinds and words.low[k - 1] in ("in", "at"):
            return one
    return None


def _roster(state: _Sentence) -> None:
    """“The delegation was led by …”, “other participants included …”: who took part, on this source's word."""
    words = state.words
    low = words.low
    for i, word in enumerate(low):
        if word in lexicon.LEADS and i + 1 < len(low) and low[i + 1] == "by" and i not in state.spent:
            head = next((k for k in range(i - 1, max(-1, i - 14), -1) if low[k] in lexicon.DELEGATION), None)
            topic = next(
                (
                    k
                    for k in range(i - 1, max(-1, i - 14), -1)
                    if low[k] in lexicon.NOUNS and lexicon.NOUNS[low[k]][0].class_ == "CONSULT"
                ),
                None,
            )
            if head is None and topic is None:
                continue
            leaders = _next_run(words, i + 2)
            if not leaders:
                continue
            group = verb_group(words, i, "ed")
            status: Status = group.status if group is not None and group.status is not None else "held"
            at = topic if topic is not None and topic not in state.spent else head
            if at is None:
                continue
            party = [one for one in words.mention[max(0, (head or at) - 4) : (head or at)] if one is not None]
            people = [participant("leader", leaders[0])] + [participant("source", one) for one in party[:1]]
            place = next(
                (
                    one
                    for k, one in enumerate(words.mention[: i + 1])
                    if one is not None
                    and one.kind == "place"
                    and k > 0
                    and (low[k - 1] in ("in", "at") or (topic is not None and k == topic - 1))
                ),
                None,
            )
            state.found = [one for one in state.found if not (one.first <= at < one.last)]
            state.found.append(
                _Found(
                    at,
                    at + 1,
                    "CONSULT",
                    status,
                    "delegation",
                    tuple(people),
                    place,
                    _when(words, at, len(low)),
                    "roster:led-by",
                )
            )
            state.spent.update((at, i))
            return
        if word in lexicon.ATTENDS and i not in state.spent:
            verb = next((k for k in range(i + 1, min(i + 9, len(low))) if low[k] in lexicon.INCLUDES), None)
            if verb is None or any(words.low[k] == "," for k in range(i + 1, verb)):
                continue
            members = _next_run(words, verb + 1)
            topic = next(
                (
                    k
                    for k in range(i + 1, verb)
                    if low[k] in lexicon.NOUNS and lexicon.NOUNS[low[k]][0].class_ == "CONSULT"
                ),
                None,
            )
            if not members or (topic is None and len(members) < 2):
                continue
            people = [
                participant("member", one)
                for one in members
                if one.kind in ("person", "role", "group", "organisation", "place")
            ]
            last = (topic + 1) if topic is not None else i + 1
            state.found.append(
                _Found(i, last, "CONSULT", "held", "delegation", tuple(people), None, None, "roster:included")
            )
            state.spent.update(range(i, last))
            return


def _next_run(words: Words, k: int) -> list[Mention]:
    """The list of names that begins at or soon after word `k`, appositions left out."""
    found: list[Mention] = []
    end = len(words.low)
    while k < end and not stops(words, k):
        one = words.mention[k]
        if one is not None and (not found or found[-1] is not one):
            before = words.low[k - 1]
            introduced = head(words, one)
            if introduced is not one:
                while k < end and words.mention[k] is not introduced:
                    k += 1
                one = introduced
                if found and found[-1] is one:
                    continue
            if (one.kind in ("person", "role") or not found) and not (before in en.PREPOSITIONS and found):
                found.append(one)
        elif words.low[k] in ("who", "which", "where", "while", "but"):
            break
        k += 1
    return found


def _deadline(state: _Sentence) -> None:
    """A deadline that is set, missed or has a day: “a Thursday deadline”, “the deadline of June 30”."""
    words = state.words
    for i, word in enumerate(words.low):
        if word not in ("deadline", "ultimatum") or i in state.spent:
            continue
        near = [k for k in range(max(0, i - 4), min(len(words.low), i + 5)) if words.timex[k] is not None]
        near = [k for k in near if not any(stops(words, b) for b in range(min(i, k), max(i, k)))]
        timex = words.timex[near[0]] if near else None
        given = next((k for k in range(i - 1, max(-1, i - 8), -1) if words.low[k] in _GIVES), None)
        if timex is None and given is None:
            continue
        people = (
            tuple(participant("target", one) for one in _between(words, given, i))
            if given is not None
            else ()
        )
        first = near[0] if near and near[0] < i and i - near[0] <= 2 else i
        state.found = [one for one in state.found if one.class_ != "DEADLINE" or abs(one.last - i) > 8]
        state.found.append(
            _Found(first, i + 1, "DEADLINE", "planned", "deadline", people, None, timex, "deadline")
        )
        state.spent.update(range(first, i + 1))


_GIVES = frozenset(
    [
        "give",
        "gives",
        "gave",
        "given",
        "giving",
        "set",
        "sets",
        "setting",
        "impose",
        "imposed",
        "imposes",
        "facing",
        "face",
        "faces",
        "faced",
    ]
)


def _between(words: Words, first: int, last: int) -> list[Mention]:
    found: list[Mention] = []
    for k in range(first + 1, last):
        one = words.mention[k]
        if one is not None and one not in found and words.timex[k] is None:
            found.append(one)
    return found


def _says(state: _Sentence, spoken: Sequence[Attribution]) -> None:
    """A named speaker's direct words, or words had on a day: an utterance; the statements layer holds the rest."""
    words = state.words
    if any(one.class_ == "STATEMENT" for one in state.found):
        return
    by_start = {one.span.start: one for one in words.mention if one is not None}
    for one in spoken:
        cue = one.cue
        if cue is None or one.source is None or cue.exact.lower().split()[-1] not in lexicon.SAYS:
            continue
        i = next((k for k in range(len(words.low)) if words.starts[k] <= cue.start < words.ends[k]), None)
        if i is None or i in state.spent:
            continue
        named = [
            m
            for start, m in by_start.items()
            if one.source.start <= start < one.source.end and m.kind in ("person", "organisation", "role")
        ]
        had = any(words.low[k] == "had" for k in range(max(0, i - 2), i + 1))
        i = max((k for k in range(i, len(words.low)) if words.starts[k] < cue.end), default=i)
        direct = one.manner == "direct"
        person = any(m.kind == "person" for m in named)
        if not named or not (had or (direct and person)):
            continue
        state.found.append(
            _Found(i, i + 1, "STATEMENT", "held", "say", tuple(participant("source", m) for m in named[:1]), None,
                   _when(words, i, min(len(words.low), i + 6)), "says:named")
        )  # fmt: skip
        return


RULES: tuple[Callable[[_Sentence], None], ...] = (_deadline, _roster, _venue, _verbs, _nouns)
"""In order: what an earlier rule takes, a later one leaves."""

_ALSO_NOUNS = frozenset(
    [
        "demand",
        "request",
        "offer",
        "attack",
        "strike",
        "visit",
        "call",
        "talk",
        "appeal",
        "back",
        "support",
        "press",
        "push",
        "draft",
        "table",
        "fault",
        "blame",
        "charge",
        "name",
        "protest",
        "raid",
        "shell",
        "fire",
        "ban",
        "cut",
        "vote",
        "post",
        "release",
        "leak",
        "review",
        "pressure",
        "boycott",
        "rally",
        "storm",
        "sanction",
        "level",
        "return",
        "walk",
        "travel",
        "fly",
        "head",
        "present",
        "brief",
        "phone",
        "delay",
        "freeze",
        "lobby",
        "plan",
        "tweet",
        "recall",
        "force",
        "report",
        "warn",
        "dispute",
        "challenge",
        "slam",
        "test",
        "approach",
        "address",
        "rule",
        "meet",
        "bomb",
        "block",
        "hand",
    ]
)
_TRIGGERS = (
    frozenset(lexicon.VERBS)
    | frozenset(lexicon.NOUNS)
    | lexicon.SAYS
    | lexicon.VENUES
    | lexicon.LEADS
    | lexicon.ATTENDS
)


# --- where and when -------------------------------------------------------------------------------


def _place(words: Words, i: int, end: int, sense: Sense, objects: list[Mention]) -> Mention | None:
    """A place after in or at in the clause; the place that is visited or flown to."""
    if sense.mode == "visit":
        for k in range(i + 1, min(end, i + 8)):
            one = words.mention[k]
            if one is not None and one.kind in ("place", "facility"):
                return one
    for k in range(i + 1, min(end, len(words.low))):
        one = words.mention[k]
        if one is not None and one.kind in ("place", "facility") and words.low[k - 1] in ("in", "at", "the"):
            lead = words.low[k - 1] if words.low[k - 1] != "the" else words.low[k - 2]
            if lead in ("in", "at"):
                return one
    if (
        len(words.low) > 2
        and words.low[0] in ("in", "at")
        and words.mention[1] is not None
        and words.mention[1].kind in ("place", "facility")
    ):
        return words.mention[1]
    return None


def _when(words: Words, i: int, end: int) -> Timex | None:
    """The date of the clause: behind the trigger first, then before it, then the only one of the sentence."""
    for k in range(i + 1, min(end, len(words.low))):
        timex = words.timex[k]
        if timex is not None and timex.timex_type in ("DATE", "TIME") and not _not_then(words, k):
            return timex
    for k in range(i - 1, -1, -1):
        if stops(words, k) or words.low[k] in ("that", "who", "which", "because", "but"):
            break
        if words.low[k] in en.SUBJECTS and k and words.low[k - 1] in ("and", "as", "while"):
            break
        timex = words.timex[k]
        if timex is not None and timex.timex_type in ("DATE", "TIME") and not _not_then(words, k):
            return timex
        if finite(words, k) and i - k > 2:
            break
    first = words.timex[0] or (words.timex[1] if len(words.timex) > 1 else None)
    if first is not None and first.timex_type in ("DATE", "TIME"):
        return first
    return None


def _not_then(words: Words, k: int) -> bool:
    """Whether the time at word `k` bounds what happens and does not date it: “ahead of winter”, “until March”."""
    timex = words.timex[k]
    while k > 0 and words.timex[k - 1] is timex:
        k -= 1
    before = [words.low[b] for b in range(max(0, k - 2), k)]
    if before[-1:] == ["for"] and before[0] in en.AHEAD:
        return False  # “scheduled for Monday”
    return bool(
        {"before", "until", "till", "since", "for", "by", "about", "after", "of", "than", "through"}
        & set(before)
    ) and (before[-1:] != ["the"] or before[0] in ("before", "until", "of"))


def _set_near(words: Words, i: int, end: int) -> bool:
    """Whether the clause tells a pattern: “almost daily by phone”."""
    for k in range(max(0, i - 3), min(end + 6, len(words.low))):
        if stops(words, k) and k > i:
            break
        timex = words.timex[k]
        if timex is not None and timex.timex_type == "SET":
            return True
        if words.low[k] in en.HABIT and words.low[k] not in ("repeatedly", "always", "sometimes"):
            return True
    return False


# --- in the report --------------------------------------------------------------------------------

_Content = tuple[int, int, str, str]


def _contents(attributions: Sequence[Attribution]) -> tuple[list[int], list[_Content]]:
    """Every piece of content: start, end, the attribution's address and the kind of its cue, by start."""
    pieces = sorted(
        (span.start, span.end, one.id, one.cue_kind) for one in attributions for span in one.content
    )
    return [piece[0] for piece in pieces], pieces


def _innermost(contents: tuple[list[int], list[_Content]], start: int, end: int) -> _Content | None:
    starts, pieces = contents
    best: _Content | None = None
    for k in range(bisect_right(starts, start) - 1, max(-1, bisect_right(starts, start) - 40), -1):
        piece = pieces[k]
        if (
            piece[0] <= start
            and end <= piece[1]
            and (best is None or piece[1] - piece[0] < best[1] - best[0])
        ):
            best = piece
    return best


def _touching(triggers: Iterable[Sequence[object]] | None) -> Callable[[EventMention], bool] | None:
    """Whether the encoder, too, sees an event at a trigger; only asked about what rests on a word alone."""
    if triggers is None:
        return None
    spans = sorted((int(one[0]), int(one[1])) for one in triggers)  # type: ignore[call-overload]
    starts = [span[0] for span in spans]

    def seen(mention: EventMention) -> bool:
        if not mention.rule.startswith(("noun:nominal", "verb:")) or (
            "/present" not in mention.rule and mention.rule.startswith("verb:")
        ):
            return True
        k = bisect_left(starts, mention.trigger.end)
        return any(spans[b][1] > mention.trigger.start for b in range(max(0, k - 4), k))

    return seen


def _placed(
    document: Document, words: Words, found: _Found, contents: tuple[list[int], list[_Content]],
    spoken: Sequence[Attribution], timed: Sequence[Timex],
) -> EventMention | None:  # fmt: skip
    """The event mention in its report: on whose word it stands, and its date if that is not the saying's."""
    start, end = words.starts[found.first], words.ends[found.last - 1]
    content = _innermost(contents, start, end)
    status = found.status
    if status == "proposed" and found.rule.endswith("/would") and content is not None:
        status = "planned"  # “they said they would meet”: the future as told
    if content is not None and content[3] in ("denies", "deny", "denied") and status in ("held", "ongoing"):
        status = "denied"
    timex = found.timex
    if timex is not None and content is not None and not content[0] <= timex.span.start < content[1]:
        at = timex.span.start
        if any(one.cue is not None and abs(one.cue.start - at) < abs(start - at) for one in spoken):
            timex = None  # “said on Sunday that …”: the day is the saying's
    if content is not None and status in ("planned", "proposed") and found.class_ in ("AGREE", "CONSULT"):
        source = next((one.source for one in spoken if one.id == content[2]), None)
        if source is not None and source.exact.lower().split()[-1] in lexicon.THINGS - lexicon.ISSUED:
            return None  # what a text provides is a provision
    recurring = found.recurring
    return EventMention(
        id=address(document.report, "event", start, end),
        trigger=document.span(start, end),
        class_=found.class_,
        status="ongoing" if recurring and status == "held" else status,
        mode=found.mode,
        participants=found.participants,
        when=timex.id if timex is not None else None,
        place=found.place.id if found.place is not None else None,
        recurring=recurring,
        attribution=content[2] if content is not None else None,
        sentence=document.span(words.start, words.end),
        rule=found.rule,
    )
