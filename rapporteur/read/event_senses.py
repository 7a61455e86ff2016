"""Which sense of a verb is meant, by its particle and objects, and how far its trigger reaches."""

from __future__ import annotations

from dataclasses import replace

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import Sense, VerbForm
from rapporteur.read.clauses import Words, is_adverb
from rapporteur.read.event_parts import State
from rapporteur.read.verb_parts import Group

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


def in_source(state: State, i: int) -> bool:
    """Whether word `i` stands in what describes a source."""
    return any(start <= state.words.starts[i] < end for start, end in state.sources)


_AGREED = (
    lexicon.ACCORD | lexicon.LIMITS | en.words("terms text points measures steps conditions")
) - en.words("law")


def low_of(words: Words, k: int) -> str:
    """The word at `k`, lower-cased; an empty one before the sentence."""
    return words.low[k] if k >= 0 else ""


def _hung_on(words: Words, i: int, group: Group, sense: Sense) -> Group | None:
    """A past form that hangs on its object, “the deal reached in Geneva”, as the passive it is; else None."""
    k = group.start - 1
    if group.rule != "past" or k < 0:
        return None
    if group.rule == "past" and k >= 0 and sense.mode == "agreement" and low_of(words, k) in _AGREED:
        behind = words.low[i + 1] if i + 1 < len(words.low) else "."
        if (
            behind in ("on", "upon", "by", "in", "at")
            or words.timex[min(i + 1, len(words.low) - 1)] is not None
        ):
            return replace(
                group, passive=True, shape="reduced", rule="reduced-passive"
            )  # “the deal agreed on last year”
    told = sense.mode == "briefing" and words.low[k] in lexicon.PEOPLE  # “people briefed on the talks”
    if not told and (not sense.objects or words.low[k] not in sense.objects):
        return None
    behind = words.low[i + 1] if i + 1 < len(words.low) else "."
    opens = (
        behind in ("there", "here")
        or behind in en.PREPOSITIONS
        or not behind[0].isalnum()
        or is_adverb(behind)
        or words.timex[i + 1] is not None
    )
    return replace(group, passive=True, shape="reduced", rule="reduced-passive") if opens else None


def made_to(words: Words, i: int) -> int | None:
    """The word behind “get X to sign”, where X is named; None where it is not that."""
    for k in range(i + 1, min(i + 8, len(words.low) - 1)):
        if words.low[k] == "to" and words.mention[k] is None:
            named = any(words.mention[b] is not None for b in range(i + 1, k))
            verb = (
                words.mention[k + 1] is None
                and words.low[k + 1] not in en.DETERMINERS
                and words.low[k + 1].isalpha()
            )
            return k + 2 if named and verb else None
        if not words.low[k][0].isalpha() or (words.low[k] in en.PREPOSITIONS and words.low[k] != "of"):
            return None
    return None


def _carried(words: Words, i: int, group: Group) -> bool:
    """Whether what passes or fails here is a bill: “the measure passed 213-203”, “a motion that failed”."""
    low = words.low
    behind = low[i + 1] if i + 1 < len(low) else "."
    k = group.start - 1 - (group.start > 0 and low[group.start - 1] in ("that", "which"))
    near = {low[b] for b in range(max(0, k - 1), k + 1)} if k >= 0 else set()
    return bool(near & lexicon.CARRIED) and behind not in en.DETERMINERS and behind != "to"


def sense_of(words: Words, i: int, end: int, form: VerbForm, group: Group) -> tuple[Sense, int, Group] | None:
    """The first sense whose particle and objects fit, with the word behind verb and particle, and the verb's group."""
    low = words.low
    after: list[str] = []
    for k in range(i + 1, min(end, i + 11, len(low))):
        here = words.mention[k]
        after.append(low[k] if here is None or here.kind != "place" else "@place")
        if here is not None and here.kind in ("person", "organisation") and k <= i + 2:
            after.append(f"@{here.kind}")
        if low[k] in _ENDS_OBJECT and k > i + 1 and not low[k - 1][0].isdigit():
            after.extend(low[k + 1 : k + 2])
            break
    if form.lemma == "get" and made_to(words, i) is not None:
        after.append("@to")
    if not group.passive and _carried(words, i, group):
        after.append("@tabled")
    named: list[str] = []  # what somebody is said to have called it, however long the thing's name
    if form.lemma in lexicon.NAMES_IT:
        for word in low[i + 1 : i + 17]:
            if word in ".;:?!" or word in en.SUBORDINATORS or word in lexicon.SAYS:
                break
            named.append(word)
    before: list[str] = []
    if "which" in low[max(0, group.start - 4) : group.start]:  # “a proposal which the senator blocked”
        before = [low[k] for k in range(max(0, group.start - 12), group.start)]
    if group.passive or group.shape == "reduced" or form.lemma in ("withdraw", "pull"):
        before = [low[k] for k in range(max(0, group.start - 10), group.start)]
    if group.passive and any(
        one is not None and one.kind == "person"
        for one in words.mention[max(0, group.start - 3) : group.start]
    ):
        before.append("@person")
    if low[i + 1 : i + 2] and low[i + 1] in ("it", "them"):  # “held talks but broke them off”
        plural = low[i + 1] == "them"
        before.extend(word for word in low[max(0, i - 25) : i] if word.endswith("s") == plural)
    behind_it = low[i + 1] if i + 1 < len(low) else "."
    if (
        group.rule in ("past", "perfect")
        and not group.passive
        and (behind_it in en.PREPOSITIONS or not behind_it[0].isalnum() or words.timex[i + 1] is not None)
    ):
        k = group.start - 1  # “the deal their leaders had struck with the city”: not who did it
        while (
            k > 0 and words.mention[k] is None and low[k] not in en.DETERMINERS and low[k] not in en.PRONOUNS
        ):
            k -= 1
        before.extend(low[max(0, group.start - 9) : max(0, k)])
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
        elif sense.objects or sense.mode in ("briefing", "agreement"):
            behind = after if last == i + 1 else [*after, *low[last : min(last + 5, end)]]
            far = subject if sense.status in ("cancelled", "postponed") else ()
            hung = _hung_on(words, i, group, sense)
            if hung is not None:
                return sense, last, hung
            modal = low[end : end + 1] if sense.mode == "demand" else ()  # “insisted sanctions must end”
            if sense.objects and not any(
                word in sense.objects for word in (*behind, *before, *far, *modal, *named)
            ):
                continue
        if (
            form.lemma == "fire"
            and sense.class_ == "ASSAULT"
            and low[i + 1 : i + 2] == ("on",)
            and words.timex[min(i + 2, len(low) - 1)]
        ):
            continue  # “was fired on Monday”
        if sense.unless and any(word in sense.unless for word in after[: 8 if form.lemma == "offer" else 5]):
            continue
        return sense, last, group
    return None


def trigger_end(words: Words, i: int, last: int, end: int, sense: Sense) -> int:
    """The word behind the trigger: the verb, its particle, or the noun that a light verb brings about."""
    if "@to" in sense.objects:
        return made_to(words, i) or i + 1
    if sense.particles and words.low[last - 1] not in lexicon.PHRASAL:
        return i + 1
    if sense.objects and sense.class_ in ("STATEMENT", "AGREE", "DEADLINE") and not sense.particles:
        for k in range(i + 1, min(end, i + 5, len(words.low))):
            if words.low[k] in sense.objects:
                return k + 1
    return last
