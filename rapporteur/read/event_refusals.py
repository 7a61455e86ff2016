"""When a verb of the lexicon tells of no happening after all: one small named rule for each way, in order.

The first rules look at the verb and its group alone; the others also at who stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapporteur.languages.en import events as lexicon
from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import Sense, VerbForm
from rapporteur.languages.en.inflect import verb_forms
from rapporteur.languages.en.tables import SENT
from rapporteur.model import Mention, Status
from rapporteur.read.clauses import Words
from rapporteur.read.event_parts import Found, State
from rapporteur.read.event_people import agents_of, publishes
from rapporteur.read.event_senses import in_source
from rapporteur.read.verb_parts import Group


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as read so far: word `i` with its group and sense, `last` the word behind verb and particle."""

    state: State
    i: int
    last: int
    end: int
    form: VerbForm
    sense: Sense
    group: Group
    status: Status
    previous: Found | None
    before: tuple[Mention, ...] = ()
    phrase: str | None = None
    others: tuple[Mention, ...] = ()  # its objects and those named after with, to, against

    @property
    def words(self) -> Words:
        return self.state.words

    @property
    def outside(self) -> str:
        """The word before the governing phrase."""
        return self.words.low[self.group.outer - 1] if self.group.outer else ""

    @property
    def behind(self) -> str:
        """The word behind the verb."""
        return self.words.low[self.i + 1] if self.i + 1 < len(self.words.low) else "."


# --- the verb and its group -------------------------------------------------------------------------


def asked_in_question(verb: Verb) -> bool:
    """“Should parliament then give up?”"""
    if verb.group.rule not in ("present", "modal"):
        return False
    low = verb.words.low
    return next((low[k] for k in range(verb.i, len(low)) if low[k] in ".?!"), "") == "?"


def of_a_kind(verb: Verb) -> bool:
    """“Someone who applauds violence”, “all agree that …”, “most of those passed by parliament”"""
    words, group = verb.words, verb.group
    if group.shape == "reduced":
        return group.start > 0 and words.low[group.start - 1] == "those"
    if group.rule != "present":
        return False
    k = group.outer - 1
    if k > 0 and words.low[k] in ("who", "that", "which") and words.mention[k - 1] is None:
        return True
    return verb.form.lemma == "agree" and not {"to", "on"} & set(words.low[group.start + 1 : group.start + 4])


def told_by_refusing(verb: Verb) -> bool:
    """“Refused to sign”: the refusing has told it"""
    return verb.group.rule in _REFUSING and verb.previous is not None and verb.previous.class_ == "REJECT"


def describes_a_source(verb: Verb) -> bool:
    """“People briefed on the talks said …”"""
    return verb.group.shape == "reduced" and in_source(verb.state, verb.i)


def only_allowed(verb: Verb) -> bool:
    """“A process that allows the senate to approve …”"""
    return verb.group.rule == "asked-to" and verb.words.low[verb.group.outer].startswith(_LETS)


def never_by_us(verb: Verb) -> bool:
    """“Guards we'd never met”"""
    group = verb.group
    words = verb.words.low[max(0, group.start - 1) : group.start + 1]
    return group.status == "denied" and any(word in _OURSELVES for word in words)


def cannot(verb: Verb) -> bool:
    """“I just can't agree”"""
    group = verb.group
    held = verb.words.low[group.start : verb.i]
    return group.rule == "modal" and group.negated and bool({"can't", "cannot"} & set(held))


def met_with(verb: Verb) -> bool:
    """“Was met with applause”"""
    return verb.group.passive and verb.sense.class_ == "CONSULT" and verb.form.lemma in ("meet", "sit")


def fixed_things(verb: Verb) -> bool:
    """“Reintroduced fixed prices”"""
    return verb.sense.mode == "decision" and verb.behind in lexicon.LIMITS


def asked_it(verb: Verb) -> bool:
    """“How will they stop it?” he asked."""
    return verb.form.lemma == "ask" and not verb.behind[0].isalnum()


def threatened_by(verb: Verb) -> bool:
    """“Everyone is going to be threatened by it”"""
    return verb.sense.class_ == "THREATEN" and verb.group.passive and verb.group.status == "planned"


def struck_by(verb: Verb) -> bool:
    """“I was struck by the energy …”"""
    behind = verb.words.low[verb.i + 1 : verb.i + 8]
    blow = verb.form.lemma == "strike" and verb.sense.class_ in ("ASSAULT", "PROTEST")
    struck = blow and verb.group.passive and "by" in behind[:2]
    return struck and not _BLOWS & set(behind)


def opens_words(verb: Verb) -> bool:
    """“Said the opposite, declaring that …”"""
    return verb.group.rule == "participle" and verb.sense.mode == "declaration"


def listed(verb: Verb) -> bool:
    """“Three options — cutting a deal …”"""
    return verb.group.rule == "participle-dash" and verb.sense.class_ == "AGREE"


def standing_help(verb: Verb) -> bool:
    """“…, providing aid every year” is a standing matter"""
    return verb.group.shape == "participle" and verb.sense.class_ in ("AID", "SUPPORT", "COOPERATE")


def opposed_to(verb: Verb) -> bool:
    """“Groups opposed to the pact”"""
    return verb.form.lemma == "oppose" and verb.group.rule == "past" and verb.behind == "to"


def a_failure_foretold(verb: Verb) -> bool:
    """“The failure to reach a deal would lead to war”"""
    ahead = (en.FUTURE | en.CONDITIONAL) & set(verb.words.low[verb.i + 1 : verb.i + 7])
    return verb.group.rule.startswith("noun-to:failure") and bool(ahead)


def hosted_by(verb: Verb) -> bool:
    """“A podcast hosted by …”"""
    group = verb.group
    hosted = group.shape == "reduced" and verb.form.lemma == "host"
    return hosted and verb.words.low[group.start - 1] not in lexicon.MEETING


# --- who stands beside it ---------------------------------------------------------------------------


def looked_over_to_no_end(verb: Verb) -> bool:
    """“The first forum to review the terms”"""
    return verb.group.shape == "purpose" and verb.sense.mode in ("review", "debate")


def meant_by_none(verb: Verb) -> bool:
    """“The summit is intended to reassure …”"""
    willed = any(one.kind in _WILLED for one in verb.before)
    return verb.group.rule in ("to:intended", "to:meant") and not willed


def done_by_a_text(verb: Verb) -> bool:
    """“The deal calls for …”: a text does nothing, but a bill passes"""
    if verb.group.passive or "@tabled" in verb.sense.objects:
        return False
    if verb.before:
        return all(one.kind == "document" or _a_plan(one) for one in verb.before)
    thing = verb.phrase is not None and verb.phrase.split()[-1].lower() in lexicon.THINGS
    return thing and verb.sense.class_ != "REJECT"


def _a_plan(one: Mention) -> bool:
    """“The Joint Plan of Action”: a text, whatever it is taken for"""
    words = one.span.exact.lower().split()
    return "of" in words and words[words.index("of") - 1] in lexicon.THINGS


def talked_of_alone(verb: Verb) -> bool:
    """“While discussing a recent trip”"""
    alone = not verb.group.passive and len(verb.before) == 1 and verb.before[0].kind == "person"
    discussed = verb.form.lemma in ("discuss", "debate")
    return alone and discussed and "with" not in verb.words.low[verb.i + 1 : verb.end]


def goes_itself(verb: Verb) -> bool:
    """“It now goes to the senate”"""
    return verb.sense.mode == "visit" and verb.outside == "it"


def gave_in_a_time(verb: Verb) -> bool:
    """“Similar to others he gave in that period”"""
    given = verb.form.lemma == "give" and verb.words.low[verb.last - 1] == "in"
    if not given or verb.last >= len(verb.words.low):
        return False
    behind = verb.words.low[verb.last]
    return (
        behind in en.DETERMINERS
        or verb.words.timex[verb.last] is not None
        or verb.words.mention[verb.last] is not None
    )


def made_something_of(verb: Verb) -> bool:
    """“It would make an excellent deal”, “has made the deal a plank of …”"""
    definite = verb.behind in ("the", "this", "that", "his", "her", "their", "its")
    made = verb.form.lemma == "make" and verb.sense.mode == "deal"
    return made and (definite or verb.group.rule in ("would", "modal"))


def said_to_a_newspaper(verb: Verb) -> bool:
    """“Officials who spoke with the Tribune”"""
    met = verb.sense.mode == "talks" and bool(verb.others)
    return met and all(publishes(one.span.exact) for one in verb.others)


def by_nobody(verb: Verb) -> bool:
    """“What is mad is cutting a deal with …”"""
    doing = verb.sense.class_ == "AGREE" and verb.group.rule == "is-doing"
    return doing and not (verb.before or verb.outside in en.WHO)


def voted_for_somebody(verb: Verb) -> bool:
    """“Millions who voted for Duarte”"""
    voted = verb.form.lemma == "vote" and verb.words.low[verb.last - 1] == "for"
    return voted and any(one.kind == "person" for one in verb.others)


def slammed_by_things(verb: Verb) -> bool:
    """“An economy slammed by sanctions”"""
    slammed = verb.group.passive and verb.sense.mode == "criticism"
    return (
        slammed and "by" in verb.words.low[verb.i + 1 : verb.i + 3] and not agents_of(verb.words, verb.group)
    )


def a_speech(verb: Verb) -> bool:
    """Speaking to an assembly is no meeting"""
    if verb.sense.mode != "talks" or verb.words.low[verb.last - 1] != "to":
        return False
    sent = SENT & set(verb.words.low[verb.last : verb.last + 9])
    return not sent and not any(one.kind == "person" for one in verb.others)


EARLY: tuple[Callable[[Verb], bool], ...] = (
    asked_in_question, of_a_kind, told_by_refusing, describes_a_source, only_allowed, never_by_us, cannot, met_with,
    fixed_things, asked_it, threatened_by, struck_by, opens_words, listed, standing_help, opposed_to, a_failure_foretold, hosted_by, looked_over_to_no_end,
)  # fmt: skip
LATE: tuple[Callable[[Verb], bool], ...] = (
    meant_by_none, done_by_a_text, gave_in_a_time, talked_of_alone, goes_itself, made_something_of, said_to_a_newspaper, by_nobody,
    voted_for_somebody, slammed_by_things, a_speech,
)  # fmt: skip

_REFUSING = frozenset(f"to:{word}" for lemma in ("refuse", "decline") for word, _ in verb_forms(lemma))
_LETS = ("allow", "enabl", "permit", "let")
_OURSELVES = frozenset(("i", "we", "i'd", "we'd", "i've", "we've"))
_WILLED = ("person", "organisation", "group", "place", "role")
_BLOWS = (
    lexicon.FORCES
    | lexicon.WARLIKE
    | frozenset(("rocket", "shell", "shells", "car", "lorry", "truck", "fire", "bullet"))
)
