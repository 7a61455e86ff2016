"""Nouns that tell of a happening, and deadlines."""

from __future__ import annotations

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.model import EventClass, Mention, Status
from rapporteur.read.clause_actors import participant
from rapporteur.read.clauses import Words, clause_end, finite, stops
from rapporteur.read.event_parts import Found, State, habitual, place_after, when_of
from rapporteur.read.nominal import nominal
from rapporteur.read.noun_phrase import around_of


def nouns(state: State) -> None:
    """Every noun of the lexicon that names a happening here."""
    words = state.words
    told: list[int] = []  # the verbs that nouns found here have with them
    for i, word in enumerate(words.low):
        entry = lexicon.NOUNS.get(word) or _release(words, i, state.captives)
        if entry is None or i in state.spent:
            continue
        noun, plural = entry
        if noun.class_ in ("STATEMENT", "DEADLINE"):
            continue
        found = nominal(words, i, noun, plural, state.text, labour=state.labour)
        if found is None:
            continue
        class_: EventClass = "PROTEST" if found.mode == "strike" else noun.class_
        if any(one.class_ == class_ and _object_of(words, one, i) for one in state.found):
            continue  # “convened the meeting”: the verb has told it
        if found.by is not None and any(by == found.by and words.low[i - 1] == "of" for by in told):
            continue  # “a second round of talks is scheduled”: the round has told it
        if (
            found.by is not None
            and found.status == "denied"
            and any(one.class_ == "REJECT" and 0 <= found.by - one.last <= 3 for one in state.found)
        ):
            continue  # “refused to sign the pact”: the refusing has told it
        undone = found.status in ("postponed", "cancelled")
        if found.status == "planned" and any(
            one.status in ("postponed", "cancelled") and one.shape != "noun" and i < one.first < i + 14
            for one in state.found
        ):
            continue  # “a round that had been set for Monday was postponed”
        if found.by is not None and any(
            one.first <= found.by < one.last and (one.class_ == class_ or undone) for one in state.found
        ):
            continue  # “the visit was postponed”
        if found.status in ("proposed", "denied") and noun.class_ not in ("CONSULT", "AGREE"):
            continue
        if i and words.low[i - 1] in ("news", "press", "media"):
            if not found.rule.startswith("light:"):
                continue
            class_ = "STATEMENT"
        timex = found.timex
        place = found.place
        if found.by is not None:
            end = clause_end(words, max(i, found.by))
            timex = timex or when_of(words, max(i, found.by), end) or when_of(words, i, end)
            place = place or place_after(
                words, max(i, found.by), min(end, len(words.low)), ("place", "facility")
            )
        recurring = habitual(words, i, clause_end(words, i)) and found.status in ("held", "ongoing")
        state.found.append(
            Found(i, i + 1, class_, found.status, found.mode, found.participants, place, timex,
                   f"noun:{found.rule}", "noun", recurring)
        )  # fmt: skip
        if found.by is not None:
            told.append(found.by)
        state.spent.add(i)


def _release(words: Words, i: int, captives: bool) -> tuple[lexicon.Noun, bool] | None:
    """“The release of the captives”, “a prisoner swap”: a concession, where captives stand beside it."""
    if words.low[i] not in lexicon.RELEASES or words.mention[i] is not None:
        return None
    behind = words.low[i + 1 : i + 2] == ("of",) and set(words.low[i + 2 : i + 7]) & lexicon.CAPTIVES
    before = i > 0 and words.low[i - 1] in lexicon.CAPTIVES
    if not (behind or before or (captives and words.low[i] in ("exchange", "swap"))):
        return None
    return lexicon.Noun(class_="CONCEDE", mode="release", strength="topic"), False


def _object_of(words: Words, verb: Found, i: int) -> bool:
    """Whether the noun at word `i` is what the verb found before it brings about."""
    if verb.shape == "noun":
        return False
    if verb.last > i >= verb.first:
        return True
    between = range(verb.last, i)
    if verb.first > i:  # passive: “a deal was reached”
        # not “ended a meeting after discussing …”
        return verb.first - i < 5 and (
            verb.shape == "reduced" or bool(en.BE & set(words.low[i + 1 : verb.first]))
        )
    return len(between) <= 7 and not any(
        stops(words, k) or words.low[k] == "," or words.low[k] in en.SUBORDINATORS
        or (words.low[k] in en.PREPOSITIONS and words.low[k] not in ("of",)) for k in between
    )  # fmt: skip


def deadline(state: State) -> None:
    """A deadline that is set, missed or has a day: “a Thursday deadline”, “the deadline of June 30”."""
    words = state.words
    for i, word in enumerate(words.low):
        if word not in ("deadline", "ultimatum") or i in state.spent:
            continue
        near = [k for k in range(max(0, i - 4), min(len(words.low), i + 5)) if words.timex[k] is not None]
        near = [k for k in near if not any(stops(words, b) for b in range(min(i, k), max(i, k)))]
        timex = words.timex[near[0]] if near else None
        given = next((k for k in range(i - 1, max(-1, i - 8), -1) if words.low[k] in lexicon.GIVES), None)
        if timex is None and given is None:
            continue
        people = (
            tuple(participant("target", one) for one in names_between(words, given, i))
            if given is not None
            else ()
        )
        first = near[0] if near and near[0] < i and i - near[0] <= 2 else i
        state.found = [one for one in state.found if one.class_ != "DEADLINE" or abs(one.last - i) > 8]
        state.found.append(
            Found(first, i + 1, "DEADLINE", "planned", "deadline", people, None, timex, "deadline")
        )
        state.spent.update(range(first, i + 1))


def names_between(words: Words, first: int, last: int) -> list[Mention]:
    found: list[Mention] = []
    for k in range(first + 1, last):
        one = words.mention[k]
        if one is not None and one not in found and words.timex[k] is None:
            found.append(one)
    return found


def owned(state: State) -> None:
    """What somebody does in words, told by a noun: “the ministry's refusal to …”, “criticism from the unions”."""
    words = state.words
    low = words.low
    for i, word in enumerate(low):
        entry = lexicon.OWNED.get(word)
        here = words.mention[i]
        if entry is None or i in state.spent or words.timex[i] is not None:
            continue
        if here is not None and here.kind != "document":
            continue
        if word in lexicon.OWNED_AFTER and not (i and low[i - 1] in lexicon.OWNED_AFTER[word]):
            continue
        behind = low[i + 1] if i + 1 < len(low) else "."
        if behind[0].isalnum() and behind not in _OWNED_BEHIND and not finite(words, i + 1):
            continue  # “the opposition party”, “call centre”
        if word == "demand" and behind not in ("that", "to"):
            continue  # what markets have
        if word in ("agreement", "agreements") and behind != "to":
            continue  # “the cartel's agreement to limit output”
        if low[i + 1 : i + 3] == ("for", "comment"):
            continue
        if word == "insistence" and behind == "that" and _claims(words, i + 2):
            continue  # “its insistence that the plant was only for power”
        if word.startswith("threat") and behind == "for":
            continue
        if word in lexicon.OWNED_FOR and behind not in ("that", "for", "to", "on", "of"):
            continue
        around = around_of(words, i, state.text)
        own = [one for one in around.parties if one.mention is not None and _own(words, one.mention, i)]
        seen = state.seen is not None and state.seen(words.starts[i], words.ends[i])
        if around.none or not (own or _countered(here) or (seen and _raised(words, i, around.left))):
            continue
        if any(_object_of(words, one, i) and one.class_ == entry[0] for one in state.found):
            continue
        status = _owned_status(words, around.left)
        if status is None:
            continue
        state.found.append(
            Found(
                i, i + 1, entry[0], status, entry[1], tuple(own), None, around.timex, f"owned:{word}", "noun"
            )
        )
        state.spent.add(i)


def _claims(words: Words, k: int) -> bool:
    """Whether a that-clause says how things are and not what is to be done."""
    for word in words.low[k : k + 10]:
        if word in ("must", "should", "be"):
            return False
        if word in ("is", "are", "was", "were", "has", "had", "will"):
            return True
    return False


def _countered(here: Mention | None) -> bool:
    """Whether a counter-offer is called somebody's: “a Liberal counteroffer”, “the company's counteroffer”."""
    if here is None or not here.span.exact.lower().endswith(("offer", "offers", "proposal", "proposals")):
        return False
    owner = here.span.exact.removeprefix("the ").removeprefix("a ").split()[:-1]
    return any(word.endswith(("'s", "’s", "s'", "s’")) or word[0].isupper() for word in owner)


_OWNED_BEHIND = en.words("that to of for from by on against over and or , in at about with after during amid")


def _own(words: Words, mention: str, i: int) -> bool:
    """Whether somebody stands before the noun as its owner, or behind “by” or “from”."""
    at = [k for k, one in enumerate(words.mention) if one is not None and one.id == mention]
    if not at:
        return False
    first, last = at[0], at[-1]
    one = words.mention[first]
    if one is None or one.kind not in ("person", "organisation", "group", "place", "role"):
        return False
    if last < i:
        owner = words.low[last + 1] in ("'s", "'") or any(
            words.low[k].endswith(("'s", "s'")) for k in range(last, i)
        )
        return i - last <= 5 and (owner or (one.kind == "group" and i - last <= 2))
    of = words.low[i] in lexicon.OWNED_OF or (
        words.low[i] in lexicon.OWNED_OF_PERSON and one.kind == "person"
    )
    by = ("by", "from", "of") if of else ("by", "from")
    return words.low[first - 1] in by or (
        first >= 2 and words.low[first - 1] == "the" and words.low[first - 2] in by
    )


_EASED = ("weaken", "soften", "drop", "eas", "meet", "met", "relax", "water")
_DELIVERED = en.words("delivered issued made repeated lodged voiced")
_RAISES = en.words(
    "despite over amid faced met drew sparked provoked voiced rejected ignored dismissed heeded of"
)


_SHOWN = en.words(
    "opposition objection objections resistance pushback criticism condemnation complaints rebuke"
)


def _raised(words: Words, i: int, left: int) -> bool:
    """Whether the phrase is told of as made although nobody is named: “despite objections by …”, “its threat”."""
    behind = words.low[i + 1] if i + 1 < len(words.low) else ""
    if left < i and words.low[left] in ("its", "their", "his", "her"):
        return behind in ("to", "that", "on", "for")
    if words.low[i] in lexicon.DEEDS:
        return behind == "of" and (left == i or words.low[left] == "the")
    if behind in ("was", "were") and set(words.low[i + 2 : i + 4]) & _DELIVERED:
        return True  # “his warning was delivered …”
    if words.low[i] in ("insistence", "refusal"):
        return behind in ("that", "to", "on")
    if behind == "from" and words.low[i] in _SHOWN and i + 2 < len(words.low):
        return (
            words.low[i + 2] in lexicon.CRITICS or words.low[i + 2] in lexicon.PEOPLE
        )  # “pushback from critics”
    told = left > 0 and words.low[left - 1] in _RAISES and words.low[left] not in ("the", "an")
    return told and behind in ("by", "from", "to", "in", "against")


def _owned_status(words: Words, left: int) -> Status | None:
    """Held, unless what governs the phrase only may come: “could draw opposition”."""
    if left and words.low[left - 1].startswith(_EASED):
        return None  # “was weakening its demands on …”
    for k in range(left - 1, max(-1, left - 6), -1):
        word = words.low[k]
        if stops(words, k) or word == ",":
            break
        if word in en.CONDITIONAL or word in en.CONDITIONS or word in ("without", "avoid", "no", "any"):
            return "proposed" if word in en.CONDITIONAL else None
        if word in en.FUTURE:
            return "planned"
    return "held"
