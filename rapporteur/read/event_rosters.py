"""Who came and what was issued or said: rosters, statements at a venue, a named speaker's own words."""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.model import Attribution, Mention, Status
from rapporteur.read.clause_actors import head, participant, subject_of
from rapporteur.read.clauses import Words, clause_end, finite, stops
from rapporteur.read.event_parts import SPEAKERS, Found, State, place_after, when_of
from rapporteur.read.lifecycle import verb_group


def roster(state: State) -> None:
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
            leaders = names_from(words, i + 2)
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
                Found(
                    at,
                    at + 1,
                    "CONSULT",
                    status,
                    "delegation",
                    tuple(people),
                    place,
                    when_of(words, at, len(low)),
                    "roster:led-by",
                )
            )
            state.spent.update((at, i))
            return
        if word in lexicon.ATTENDS and i not in state.spent:
            verb = next((k for k in range(i + 1, min(i + 9, len(low))) if low[k] in lexicon.INCLUDES), None)
            if verb is None or any(words.low[k] == "," for k in range(i + 1, verb)):
                continue
            members = names_from(words, verb + 1)
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
                Found(i, last, "CONSULT", "held", "delegation", tuple(people), None, None, "roster:included")
            )
            state.spent.update(range(i, last))
            return


def names_from(words: Words, k: int) -> list[Mention]:
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


def venue(state: State) -> None:
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
            or words.low[left - 1] not in ("in", "on", "via", "during", "at")
            or (word in ("conference", "briefing") and words.low[i - 1] not in ("news", "press"))
            or (words.low[left - 1] == "at" and word != "conference")
        ):
            continue
        if (
            i + 1 < len(words.low)
            and words.low[i + 1] in ("of", "to")
            and word not in ("letter", "address", "speech", "post")
            and not (words.low[i + 1] == "to" and i + 2 < len(words.low) and words.mention[i + 2] is not None)
        ):
            continue
        says = next((k for k in range(left - 1, -1, -1) if finite(words, k)), None)
        found = subject_of(words, says, state.text)[0] if says is not None and left >= 4 else []
        who = _speaker(state) or next((one for one in found if one.kind in SPEAKERS), None)
        if left < 4 and commas:
            behind = [one for one in words.mention[commas[0] :] if one is not None]
            who = next(
                (one for one in behind[:3] if one.kind == "person"),
                next((one for one in behind if one.kind in SPEAKERS), None),
            )
        people = (participant("source", who),) if who is not None else ()
        pronoun = says is not None and says > 0 and words.low[says - 1] in ("he", "she", "they")
        joint = says is not None and word == "statement" and words.low[i - 1] == "joint"
        if not people and not pronoun and not joint:
            continue
        end = clause_end(words, i)
        place = place_after(words, i, min(end, i + 14), ("place", "facility"))
        mode = (
            "speech"
            if word in ("speech", "address", "remarks", "interview", "testimony")
            else "post"
            if word in ("post", "tweet", "thread")
            else "statement"
        )
        state.found.append(
            Found(i, i + 1, "STATEMENT", "held", mode, people, place, when_of(words, i, end), f"venue:{word}")
        )
        state.spent.add(i)
        return


def critics(state: State) -> None:
    """“Critics said …”: whoever is called so finds fault."""
    words = state.words
    for i, word in enumerate(words.low[:-1]):
        if word not in lexicon.CRITICS or i in state.spent:
            continue
        k = i + 1
        while k < len(words.low) and (
            words.mention[k] is not None or words.low[k] in ("of", "have", "had", "also")
        ):
            k += 1
        if k < len(words.low) and words.low[k] in lexicon.SAYS | {
            "say",
            "argue",
            "argued",
            "call",
            "called",
            "warn",
        }:
            people = tuple(participant("target", one) for one in words.mention[i + 1 : k] if one is not None)
            state.found.append(
                Found(i, k + 1, "ACCUSE", "held", "criticism", people[:1], None, None, "critics", "noun")
            )
            state.spent.update((i, k))
            return


def _speaker(state: State) -> Mention | None:
    """Whom an attribution of this sentence names as its source."""
    for start, end in state.sources:
        for one in state.words.mention:
            if one is not None and start <= one.span.start < end and one.kind in SPEAKERS:
                return one
    return None


def says(state: State, spoken: Sequence[Attribution]) -> None:
    """A named speaker's direct words, or words had on a day: an utterance; the statements layer holds the rest."""
    words = state.words
    if any(one.class_ == "STATEMENT" for one in state.found):
        return
    by_start = {one.span.start: one for one in words.mention if one is not None}
    for one in spoken:
        cue = one.cue
        if cue is None or one.source is None or not lexicon.SAYS & set(cue.exact.lower().split()):
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
        inside = [k for k in range(i, len(words.low)) if words.starts[k] < cue.end]
        i = next((k for k in reversed(inside) if words.low[k] in lexicon.SAYS), i)
        # “…” to block it, said X: what is quoted comes first, and the saying closes it
        closes = one.manner == "mixed" and bool(one.content) and one.content[0].start < cue.start
        direct = one.manner == "direct" or closes
        speaker = state.named.get(one.speaker or "")
        if (
            not named
            and one.manner == "direct"
            and speaker is not None
            and one.source.exact.lower() in ("he", "she")
        ):
            named = [speaker]  # “…,” he said, where one stands for “he”
        person = any(m.kind == "person" for m in named)
        if not named or not (had or (direct and person)):
            continue
        state.found.append(
            Found(i, i + 1, "STATEMENT", "held", "say", tuple(participant("source", m) for m in named[:1]), None,
                   when_of(words, i, min(len(words.low), i + 6)), "says:named")
        )  # fmt: skip
        return
