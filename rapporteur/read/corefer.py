"""Who "he", "it" and "the official" are, within one report; two candidates are left standing, both named.

The method is deliberately shallow: the speaker before, the subject before, and nobody else. Where these
two agree, or only one of them can be meant, it is resolved; where they part, both are candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapporteur.languages.en.grammar import MEN, WOMEN
from rapporteur.languages.en.roles import BODIES_AGAIN, PERSON_NOUNS
from rapporteur.model import Address, AnonymousSource, Mention
from rapporteur.read.phrases import Range
from rapporteur.read.sources import Described, describe
from rapporteur.read.speakers import main_subject
from rapporteur.read.stretches import View

_HE, _SHE = {"he", "him", "his"}, {"she", "her"}
_IT, _THEY = {"it", "its"}, {"they", "them", "their"}


@dataclass(frozen=True, slots=True)
class Referent:
    """One whom a pronoun can mean."""

    address: Address
    kind: str  # person, group, thing: what pronoun may take it up
    gender: str | None = None


@dataclass(slots=True)
class Memory:
    """What the report has said so far: who spoke last in each stretch, and which pronoun they answer to."""

    view: View
    spoke: dict[int, list[Referent]] = field(default_factory=dict)  # stretch → speakers in order
    genders: dict[Address, str] = field(default_factory=dict)
    subjects: dict[int, Referent | None] = field(default_factory=dict)
    by_id: dict[Address, Mention] = field(default_factory=dict)
    turns: dict[int, Address] = field(default_factory=dict)  # block of a transcript → whose turn opens there

    def root(self, mention: Mention) -> Mention:
        """The fullest mention a mention is chained to."""
        seen = 0
        while mention.chain is not None and mention.chain in self.by_id and seen < 4:
            mention = self.by_id[mention.chain]
            seen += 1
        return mention

    def referent(self, mention: Mention) -> Referent:
        root = self.root(mention)
        kind = {"person": "person", "role": "person", "group": "group"}.get(root.kind, "thing")
        return Referent(root.id, kind, self.genders.get(root.id))

    def subject(self, number: int) -> Referent | None:
        """The named subject of a stretch's main clause."""
        if number not in self.subjects:
            stretch = self.view.stretches[number]
            first = stretch.first
            if self.view.blocks[stretch.block].kind == "transcript":  # the label of a turn is no subject
                opening = self.view.words.lower[first : min(first + 12, stretch.last)]
                first += opening.index(":") + 1 if ":" in opening else 0
            found = main_subject(self.view, first, stretch.last)
            referent: Referent | None = None
            if found is not None:
                described = describe(self.view, found)
                if described.what == "named" and described.mention is not None and not described.plural:
                    referent = self.referent(described.mention)
                elif described.what == "pronoun":
                    pass  # the subject is whoever the last one was; the speaker before says it
            self.subjects[number] = referent
        return self.subjects[number]


def remember(view: View) -> Memory:
    """A memory of who is a man or a woman by title, before anybody has spoken."""
    memory = Memory(view, by_id={mention.id: mention for mention in view.mentions})
    for mention in view.mentions:
        if mention.kind != "person":
            continue
        a, _ = view.words.between(mention.span.start, mention.span.end)
        near = view.words.lower[max(0, a - 2) : a]
        root = memory.root(mention).id
        role_words = {word.lower().strip(",.") for word in (mention.role or "").split()}
        if role_words & WOMEN or set(near) & {"mrs", "ms", "mrs.", "ms.", "miss"}:
            memory.genders[root] = "she"
        elif role_words & MEN or set(near) & {"mr", "mr."}:
            memory.genders[root] = "he"
    return memory


def pronoun(
    memory: Memory, described: Described, source: Range, number: int, content: Sequence[Range]
) -> tuple[Address | None, tuple[Address, ...]]:
    """The one a pronoun means, or those it could mean."""
    word = described.head
    view = memory.view
    stretch = view.stretches[number]
    if word in ("i", "we", "you", "my", "our", "me", "us", "who", "that", "which"):
        return None, ()
    found: list[Referent] = []

    def add(referent: Referent | None) -> None:
        if (
            referent is not None
            and _answers(memory, referent, word)
            and referent.address not in {r.address for r in found}
        ):
            found.append(referent)

    # the same sentence: its subject, when the pronoun comes after it and outside what is quoted
    own = memory.subject(number)
    begins = min((a for a, _ in content), default=source[0])
    is_left = begins < source[0]
    if own is not None and not is_left and view.words.starts[source[0]] > view.words.starts[stretch.first]:
        add(own)
        if found:
            return found[0].address, ()
    for referent in reversed(memory.spoke.get(number, [])):
        add(referent)
        if found:
            return found[0].address, ()
    # the sentences before: the speaker and the subject of the nearest one that has either
    for back in range(number - 1, max(-1, number - 4), -1):
        if stretch.block - view.stretches[back].block > 2:
            break
        speakers = memory.spoke.get(back, [])
        for referent in reversed(speakers):
            if _answers(memory, referent, word):
                add(referent)
                break
        subject = memory.subject(back)
        if subject is not None and (not found or subject.address not in {r.address for r in speakers}):
            add(subject)
        if found:
            break
    if word in _THEY and any(one.kind == "group" for one in found):
        found = [
            one for one in found if one.kind == "group"
        ]  # "the traders said …. They said": not the cartel
    if not found and word in _HE | _SHE:
        found = _persons_before(memory, number, word)
    if len(found) == 1:
        return found[0].address, ()
    if len(found) > 1 and memory.spoke.get(number - 1):
        return None, tuple(sorted(r.address for r in found))
    return None, tuple(sorted(r.address for r in found))


def body_again(memory: Memory, mention: Mention, number: int) -> Address | None:
    """The named body that "the company" is: the only one that spoke or acted in the sentences just before."""
    if mention.name.lower() not in BODIES_AGAIN:
        return None
    for back in range(number, max(-1, number - 3), -1):
        named = {
            one.address
            for one in (*memory.spoke.get(back, []), *((memory.subject(back),) if back < number else ()))
            if one is not None and one.kind == "thing" and _is_named_body(memory, one.address)
        }
        if named:
            return next(iter(named)) if len(named) == 1 else None
    return None


def _is_named_body(memory: Memory, address: Address) -> bool:
    mention = memory.by_id.get(address)
    return mention is not None and mention.kind == "organisation" and mention.rule == "name"


def _persons_before(memory: Memory, number: int, word: str) -> list[Referent]:
    """All persons of this sentence's beginning and the one before: one of them is taken, two are left."""
    view = memory.view
    found: dict[Address, Referent] = {}
    for back in (number - 1,):
        if back < 0:
            continue
        stretch = view.stretches[back]
        for k in range(stretch.first, stretch.last):
            place = view.named[k]
            if (
                place >= 0
                and view.mentions[place].kind == "person"
                and view.quoted[k] < 0
                and view.mentions[place].id not in memory.turns.values()
            ):
                referent = memory.referent(view.mentions[place])
                if _answers(memory, referent, word):
                    found[referent.address] = referent
    return list(found.values())


def _answers(memory: Memory, referent: Referent, word: str) -> bool:
    """Whether a pronoun may take somebody up."""
    gender = memory.genders.get(referent.address) or referent.gender
    if word in _HE:
        return referent.kind == "person" and gender != "she"
    if word in _SHE:
        return referent.kind == "person" and gender != "he"
    if word in _IT:
        return referent.kind == "thing"
    if word in _THEY:
        return referent.kind in ("group", "thing")
    return False


def learn(memory: Memory, word: str, who: Address) -> None:
    """A pronoun that was resolved says what its owner answers to from now on."""
    if word in _HE:
        memory.genders.setdefault(who, "he")
    elif word in _SHE:
        memory.genders.setdefault(who, "she")


def same_source(
    described: Described, exact: str, earlier: Sequence[tuple[AnonymousSource, int]], number: int
) -> tuple[Address | None, tuple[Address, ...]]:
    """The one earlier unnamed source that "the official" is, or all it could be.

    One stands when the nearest credited source, at most two stretches back, has the same noun and no
    other of that noun stands as near; or when the report has only one unnamed source that fits.
    """
    head = _singular(described.head)
    fitting = [(source, at) for source, at in earlier if _fits(head, source, described.plural, exact)]
    roots = {source.same_as or source.id for source, _ in fitting}
    alike = [(source, at) for source, at in fitting if _head(source) == head]
    near = {source.same_as or source.id for source, at in alike if number - at <= 2}
    if len(near) == 1 and "same" in exact.lower().split():
        return next(iter(near)), ()
    if len(roots) == 1 and alike:
        return next(iter(roots)), ()
    last = earlier[-1] if earlier else None
    if (
        last is not None
        and number - last[1] <= 2
        and _head(last[0]) == head
        and len(near) == 1
        and last[0].number == ("several" if described.plural else "one")
    ):
        return next(iter(near)), ()
    return None, tuple(sorted(roots))


_LOOSE = {"source", "person", "official", "individual", "insider"}


def _head(source: AnonymousSource) -> str:
    return _singular(source.rule.removeprefix("no name: "))


def _fits(head: str, source: AnonymousSource, plural: bool, exact: str) -> bool:
    # "one of the officials" is of the officials
    is_one_of = exact.lower().startswith("one of") and source.number != "one"
    if plural != (source.number != "one") and not is_one_of:
        return False
    other = _head(source)
    return other == head or (
        head in _LOOSE and other in _LOOSE | {"adviser", "aide", "diplomat", "lawmaker", "advisor"}
    )


def _singular(word: str) -> str:
    if word in PERSON_NOUNS:
        return word
    if word == "people":
        return "person"
    return word[:-1] if word.endswith("s") else word
