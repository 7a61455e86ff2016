"""Who said what in one report: credits with their manner, their speaker and what they stand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rapporteur.languages.en.names import OUTLETS, PLATFORMS
from rapporteur.model import (
    Address,
    AnonymousSource,
    Attribution,
    Document,
    Manner,
    Mention,
    Sentence,
    Span,
    Timex,
    address,
)
from rapporteur.read.corefer import Memory, Referent, body_again, learn, pronoun, remember, same_source
from rapporteur.read.credits import find_credits
from rapporteur.read.found import Found
from rapporteur.read.groups import credits_from
from rapporteur.read.phrases import Range, antecedent
from rapporteur.read.scene import Credit
from rapporteur.read.sources import Described, anonymous, condition_in, condition_near, describe, told_later
from rapporteur.read.stretches import View, see
from rapporteur.read.unsaid import why_unsaid


def find_attributions(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    found: Found | None = None,
) -> tuple[tuple[Attribution, ...], tuple[AnonymousSource, ...]]:
    """The attributions of a report in order of place, and the sources among them that have no name.

    `found` is what an encoder saw of sources, cues and contents; without it the rules find them alone.
    """
    view = see(document, sentences, mentions, timexes)
    return credit_speakers(view, find_credits(view) if found is None else credits_from(view, found))


def credit_speakers(
    view: View, credits: Sequence[Credit]
) -> tuple[tuple[Attribution, ...], tuple[AnonymousSource, ...]]:
    """Attributions from credits: every source is asked who it is, in the order of the text."""
    memory = remember(view)
    unnamed: dict[Address, AnonymousSource] = {}
    order: list[tuple[AnonymousSource, int]] = []
    taken: set[Address] = set()
    made: list[Attribution] = []
    for credit in sorted(credits, key=lambda credit: _place(credit)):
        if not credit.content or _is_condition(view, credit):
            continue
        why = why_unsaid(view, credit)
        if why == "title":
            continue
        speaker, candidates = _speaker(view, memory, credit, unnamed, order)
        content = tuple(_span(view, piece) for piece in credit.content)
        source = _span(view, credit.source) if credit.source else None
        cue = _span(view, credit.cue) if credit.cue else None
        to = _span(view, credit.to) if credit.to else None
        id_ = _address(view, content, source, cue, taken)
        if id_ is None:
            continue
        taken.add(id_)
        made.append(
            Attribution(
                id=id_,
                content=content,
                source=source,
                cue=cue,
                manner=_manner_of(view, credit),
                cue_kind=credit.kind,
                voice=view.blocks[view.stretches[credit.stretch].block].voice,
                speaker=speaker,
                candidates=candidates,
                to=to,
                via=_via(view, to),
                when=_when(view, credit),
                unsaid=why,
                rule=credit.rule,
            )
        )
    for teller, condition in told_later(view, order):
        unnamed[teller.id] = replace(unnamed[teller.id], condition=condition)
    made.sort(key=lambda attribution: (attribution.content[0].start, attribution.content[-1].end))
    return nested(made), tuple(sorted(unnamed.values(), key=lambda source: source.span.start))


def _is_condition(view: View, credit: Credit) -> bool:
    """Whether a credit tells on what terms somebody spoke ("asking not to be named") or how sure that is."""
    if credit.cue is None or credit.kind not in _TERMS_KINDS:
        return False
    first, last = credit.content[0][0], credit.content[-1][1]
    if view.words.lower[first : first + 4] == ["that", "could", "not", "be"]:
        return True  # "a claim that could not be verified"
    if last - first > 14 or not credit.cue[1] - 1 <= first <= credit.cue[1] + 1:
        return False
    condition = condition_in(view, credit.cue[0], last)
    return condition is not None and condition.start <= view.words.starts[first] < condition.end


_TERMS_KINDS = {"demands", "asks", "declines", "expresses", "says", "wants", "claims"}


def _place(credit: Credit) -> tuple[int, int]:
    at = credit.cue or (credit.content[0] if credit.content else (0, 0))
    return credit.stretch, at[0]


def _span(view: View, piece: Range) -> Span:
    return view.document.span(view.words.starts[piece[0]], view.words.ends[piece[1] - 1])


def _address(
    view: View, content: Sequence[Span], source: Span | None, cue: Span | None, taken: set[Address]
) -> Address | None:
    """The hull of the content; where another attribution has it, the hull of everything."""
    report = view.document.report
    start, end = min(s.start for s in content), max(s.end for s in content)
    spans = [*content, *(s for s in (source, cue) if s is not None)]
    tries = [
        (start, end),
        (min(s.start for s in spans), max(s.end for s in spans)),
    ]
    if cue is not None:
        tries.insert(1, (min(start, cue.start), max(end, cue.end)))
    return next((made for a, b in tries if (made := address(report, "attribution", a, b)) not in taken), None)


def _manner_of(view: View, credit: Credit) -> Manner:
    """The manner of a credit; a turn of a transcript is verbatim without marks, what a quotation tells is not."""
    if credit.rule == "inside a quotation" or (credit.cue is not None and view.quoted[credit.cue[0]] >= 0):
        return _manner_within(view, credit.content)
    return "direct" if credit.rule == "transcript" else manner(view, credit.content)


def manner(view: View, content: Sequence[Range]) -> Manner:
    """Direct when all of it is quoted, mixed when some is, else indirect."""
    return _by_marks(view, content, lambda k: view.quoted[k] >= 0)


def _manner_within(view: View, content: Sequence[Range]) -> Manner:
    """The manner of what is told inside a quotation: by the marks inside it."""
    inner = [quotation for quotation in view.quotations if quotation.depth]
    return _by_marks(
        view, content, lambda k: any(q.inner_start <= view.words.starts[k] < q.inner_end for q in inner)
    )


def _by_marks(view: View, content: Sequence[Range], quoted: Callable[[int], bool]) -> Manner:
    inside = outside = 0
    for a, b in content:
        for k in range(a, b):
            if quoted(k):
                inside += 1
            elif view.words.words[k][0].isalnum():
                outside += 1
    if not inside:
        return "indirect"
    return "direct" if not outside else "mixed"


def _via(view: View, to: Span | None) -> str | None:
    """The outlet something was told to, when it is not the one that reports."""
    if to is None:
        return None
    name = to.exact.removeprefix("the ").removeprefix("The ")
    if name in PLATFORMS or name not in OUTLETS:
        return None
    own = view.document.outlet.value if view.document.outlet else None
    return None if own is not None and own.removeprefix("The ") == name else name


def _when(view: View, credit: Credit) -> Address | None:
    """The time expression that stands beside the cue and in no content."""
    if credit.cue is None:
        return None
    stretch = view.stretches[credit.stretch]
    held = [range(a, b) for a, b in credit.content]
    for distance in range(1, 9):
        for k in (credit.cue[1] - 1 + distance, credit.cue[0] - distance):
            if (
                stretch.first <= k < stretch.last
                and view.timed[k] >= 0
                and not any(k in inside for inside in held)
            ):
                return view.timexes[view.timed[k]].id
    return None


def _speaker(
    view: View,
    memory: Memory,
    credit: Credit,
    unnamed: dict[Address, AnonymousSource],
    order: list[tuple[AnonymousSource, int]],
) -> tuple[Address | None, tuple[Address, ...]]:
    """The mention or unnamed source that spoke, or those that could have."""
    if credit.source is None:
        return None, ()
    described = describe(view, credit.source)
    number = credit.stretch
    if described.what == "pronoun" and described.head in ("who", "which", "that"):
        # "…, who said": whoever the relative clause hangs on
        first = view.stretches[_stretch_of(view, credit.source[0], number)].first
        at = credit.source[0]
        at -= at > first and view.words.lower[at - 1] == ","
        held = antecedent(view, at, first) if at > first else None
        if held is None:
            return None, ()
        credit = replace(credit, source=held)
        described = describe(view, held)
    if described.head in ("i", "me", "my") and memory.turns:
        # in a turn of a transcript "I" is whose turn it is
        block = view.stretches[number].block
        if view.blocks[block].kind == "transcript":
            return memory.turns.get(max((at for at in memory.turns if at <= block), default=-1)), ()
    if described.what == "pronoun":
        source = credit.source or (0, 1)
        who, candidates = pronoun(memory, described, source, number, credit.content)
        if who is not None:
            learn(memory, described.head, who)
            kind = (
                "thing"
                if described.head in ("it", "its")
                else "person"
                if described.head not in ("they", "them")
                else "group"
            )
            memory.spoke.setdefault(number, []).append(Referent(who, kind, memory.genders.get(who)))
        return who, candidates
    if described.what == "named" and described.mention is not None:
        again = body_again(memory, described.mention, number)
        if again is not None:
            memory.spoke.setdefault(number, []).append(Referent(again, "thing"))
            return again, ()
        referent = memory.referent(described.mention)
        if credit.rule == "transcript":
            memory.turns[view.stretches[number].block] = described.mention.id
            return described.mention.id, ()  # "she" in a turn is nobody whose turn it is
        memory.spoke.setdefault(number, []).append(referent)
        return described.mention.id, ()
    return _unnamed(view, memory, credit, described, unnamed, order), ()


def _stretch_of(view: View, word: int, near: int) -> int:
    """The stretch a word stands in, looked for around one it is near."""
    for number in (near, near - 1, near + 1):
        if (
            0 <= number < len(view.stretches)
            and view.stretches[number].first <= word < view.stretches[number].last
        ):
            return number
    return near


def _unnamed(
    view: View,
    memory: Memory,
    credit: Credit,
    described: Described,
    unnamed: dict[Address, AnonymousSource],
    order: list[tuple[AnonymousSource, int]],
) -> Address:
    assert credit.source is not None
    stretch = view.stretches[credit.stretch]
    condition = condition_near(view, credit.source, stretch.last, stretch.first)
    source = anonymous(view, credit.source, described, condition)
    if source.id not in unnamed:
        if described.what == "definite" or source.description.lower().startswith("one of the"):
            same, could_be = same_source(described, source.description, order, credit.stretch)
            source = replace(source, same_as=same, could_be=could_be)
        unnamed[source.id] = source
        order.append((source, credit.stretch))
    source = unnamed[source.id]
    kind = "person" if source.number == "one" else "group"
    memory.spoke.setdefault(credit.stretch, []).append(Referent(source.same_as or source.id, kind, None))
    return source.id


def nested(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Each attribution with the smallest other one whose content holds all of it.

    Both are walked in order of place with the open contents on a stack, so that it costs what is there.
    """
    pieces = sorted(
        (
            (span.start, -span.end, attribution.id)
            for attribution in attributions
            for span in attribution.content
        ),
    )
    hulls = {
        attribution.id: (
            min(s.start for s in _spans(attribution)),
            max(s.end for s in _spans(attribution)),
        )
        for attribution in attributions
    }
    contents = {
        attribution.id: (
            min(span.start for span in attribution.content),
            max(span.end for span in attribution.content),
        )
        for attribution in attributions
    }
    made: list[Attribution] = []
    ordered = sorted(attributions, key=lambda a: (hulls[a.id][0], -hulls[a.id][1]))
    stack: list[tuple[int, int, Address]] = []
    at = 0
    inside: dict[Address, Address] = {}
    for attribution in ordered:
        start, end = hulls[attribution.id]
        while at < len(pieces) and pieces[at][0] <= start:
            stack.append((pieces[at][0], -pieces[at][1], pieces[at][2]))
            at += 1
        stack = [piece for piece in stack if piece[1] > start]
        holders = [
            piece
            for piece in stack
            if piece[2] != attribution.id
            and piece[0] <= start
            and end <= piece[1]
            and (piece[0], piece[1]) != contents[attribution.id]
        ]
        if holders:
            inside[attribution.id] = min(holders, key=lambda piece: (piece[1] - piece[0], piece[2]))[2]
    for attribution in attributions:
        holder = inside.get(attribution.id)
        made.append(replace(attribution, nested_in=holder) if holder else attribution)
    return tuple(made)


def _spans(attribution: Attribution) -> list[Span]:
    return [*attribution.content, *(s for s in (attribution.source, attribution.cue) if s is not None)]
