"""From cue to credit: which words are the source and which the content, sentence by sentence.

A credit is an attribution before anybody asked who the source is. The conventions are PolNeAR's: content
keeps its "that", a source keeps its apposition, a cue its auxiliaries and adverbs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from rapporteur.languages.en.cues import (
    COORDINATORS,
    DETERMINERS,
    LISTENERS,
    MAKING,
    ORDINAL_OPENERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from rapporteur.languages.en.names import PLATFORMS, POST_NOUNS
from rapporteur.languages.en.roles import DOCUMENT_NOUNS
from rapporteur.read.cues import Cue, find_cues
from rapporteur.read.phrases import (
    Range,
    addressee,
    antecedent,
    is_finite,
    main_subject,
    phrase_before,
    phrase_start,
    subject_after,
    subject_before,
)
from rapporteur.read.stretches import Stretch, View


@dataclass(slots=True)
class Credit:
    """Word ranges of one attribution, while it is being put together."""

    cue: Range | None
    source: Range | None
    content: list[Range]
    kind: str
    stretch: int
    rule: str
    to: Range | None = None
    is_direct: bool = False
    lists: bool = False  # "set out three principles": what follows in order belongs to it
    leads: bool = False  # ends in a comma or a colon: the next paragraph is what was said
    carried: bool = False  # the source is that of an earlier credit


@dataclass(slots=True)
class Scene:
    """What a rule may look at in one stretch."""

    view: View
    stretch: Stretch
    cues: list[Cue]
    before: Credit | None  # the credit before this stretch
    made: list[Credit] = field(default_factory=list)


def find_credits(view: View) -> list[Credit]:
    """All credits of a report, in order of their cues."""
    found: list[Credit] = []
    last_direct: Credit | None = None
    for stretch in view.stretches:
        lister = next((credit for credit in reversed(found[-4:]) if credit.lists), None)
        made = _credits_of(view, stretch, lister or (found[-1] if found else None))
        block = view.blocks[stretch.block]
        if block.kind in ("label",):
            continue
        if stretch.is_quotation() and all(credit.rule == "inside a quotation" for credit in made):
            carried = _carry(view, stretch, found, last_direct)
            last_direct = carried or last_direct
            found.extend(made)
            continue
        if not made:
            carried = _carry_mixed(view, stretch, found, last_direct) or _enumerated(view, stretch, found)
            if carried is not None:
                found.append(carried)
        found.extend(made)
        directs = [credit for credit in made if credit.is_direct]
        if directs:
            last_direct = directs[-1]
        elif made or (stretch.number and view.stretches[stretch.number - 1].block != stretch.block):
            last_direct = None if not made or not any(q for q in stretch.quotes) else last_direct
    return found


#: A sentence of more cues than this is no sentence; what is beyond is left, so that time stays bounded.
MOST_CUES = 40


def _credits_of(view: View, stretch: Stretch, before: Credit | None) -> list[Credit]:
    cues = [
        cue
        for cue in islice(find_cues(view, stretch.first, stretch.last), MOST_CUES)
        if not (view.words.lower[cue.verb] in ("quote",) and cue.form == "base")
    ]
    scene = Scene(view, stretch, cues, before)
    for cue in cues:
        quoted = view.quoted[cue.verb] >= 0
        credit = (_quoted_credit if quoted else _credit)(scene, cue)
        if credit is not None and (credit.content or credit.leads):
            scene.made.append(credit)
    if not scene.made:
        credit = _colon(scene)
        if credit is not None:
            scene.made.append(credit)
    return scene.made


def _credit(scene: Scene, cue: Cue) -> Credit | None:
    """The credit of one cue that stands outside quotations: the first rule for its frame that answers."""
    rules = {
        "accord": (_according,),
        "passive": (_passive,),
        "decline": (_refusal,),
        "noun": (_noun,),
        "tell": (_after_inverted, _telling),
        "clause": (_after_inverted, _clause),
        "want": (_object,),
        "object": (_object,),
    }[cue.frame]
    for rule in rules:
        found = rule(scene, cue)
        if found is not None:
            return found
    return None


def content_of(scene: Scene, cue: Cue, source: Range) -> Credit | None:
    """The credit of a cue whose source is known: its content to the left of both, or to the right of the cue."""
    view, low, last = scene.view, scene.view.words.lower, scene.stretch.last
    if source[0] >= cue.last:
        left = _left(scene, cue.first)
        if left is None or (cue.frame == "accord" and cue.first == scene.stretch.first):
            at = source[1] + 1 if source[1] < last and low[source[1]] == "," else source[1]
            return _following(scene, cue, source, at) if at < last else None
        content = [left, *_right_quotes(scene, source[1])]
        return _direct(
            scene,
            Credit(
                cue=(cue.first, cue.last),
                source=source,
                content=content,
                kind=cue.kind,
                stretch=scene.stretch.number,
                rule="inverted",
            ),
        )
    to: Range | None = None
    at = cue.last
    if cue.frame == "tell":
        to = addressee(view, at, last)
        at = to[1] if to else at
    if cue.frame in ("clause", "tell"):
        at = _tail(view, at, last)
        if at >= last or low[at] in (".", ",", ";", "—", "–"):
            found = _parenthetical(scene, cue, source, at)
            if found is not None:
                found.to = to
                return found
        while at < last and low[at] in (",", ":"):
            at += 1
    if at >= last:
        return None
    if cue.frame in ("object", "want"):
        end = _clause_end(scene, at, cue, tight=cue.frame == "object")
        content = _real(view, [(at, end)])
        return _direct(
            scene,
            Credit(
                cue=(cue.first, cue.last),
                source=source,
                content=content,
                kind=cue.kind,
                stretch=scene.stretch.number,
                rule=cue.frame,
            ),
        )
    found = _following(scene, cue, source, at)
    if found is not None:
        found.to = to
    return found


# --- the frames ---------------------------------------------------------------------------------


def _according(scene: Scene, cue: Cue) -> Credit | None:
    view, stretch = scene.view, scene.stretch
    source = subject_after(view, cue.last, stretch.last)
    if (
        source is None
        and cue.last < stretch.last
        and view.words.lower[cue.last] in ("him", "her", "them", "it")
    ):
        source = (cue.last, cue.last + 1)
    if source is None:
        return None
    after = source[1]
    low = view.words.lower
    left = _left(scene, cue.first)
    if left is not None and left[1] > left[0]:
        content = [left]
        if (
            after < stretch.last
            and low[after] == ","
            and after + 1 < stretch.last
            and not _opens_clause(scene, after + 1)
        ):
            right = (after + 1, _clause_end(scene, after + 1, cue))
            if right[1] - right[0] > 2 and low[after + 1] not in (
                "who",
                "which",
                "and",
                "but",
                "while",
                "whose",
            ):
                content.append(right)
        return Credit(
            cue=(cue.first, cue.last),
            source=source,
            content=content,
            kind=cue.kind,
            stretch=stretch.number,
            rule="according to, after",
        )
    start = after + 1 if after < stretch.last and low[after] in (",", ":", "—", "–") else after
    content = [(start, _clause_end(scene, start, cue))]
    return Credit(
        cue=(cue.first, cue.last),
        source=source,
        content=_real(view, content),
        kind=cue.kind,
        stretch=stretch.number,
        rule="according to, before",
    )


def _refusal(scene: Scene, cue: Cue) -> Credit | None:
    source = _source_left(scene, cue)
    if source is None:
        return None
    content = [(cue.last, _clause_end(scene, cue.last, cue))]
    return Credit(
        cue=(cue.first, cue.last),
        source=source,
        content=_real(scene.view, content),
        kind="declines",
        stretch=scene.stretch.number,
        rule="refusal",
    )


def _passive(scene: Scene, cue: Cue) -> Credit | None:
    """ "which was first reported by the Courier but confirmed by an official": the agent is the source."""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    source = subject_after(view, cue.last, stretch.last)
    if source is None:
        return None
    k = cue.first
    while k > stretch.first and low[k - 1] in (
        "was",
        "were",
        "is",
        "are",
        "been",
        "has",
        "had",
        "have",
        "and",
        "but",
        "also",
        "first",
        "earlier",
        "later",
        "previously",
    ):
        k -= 1
    content: Range | None = None
    if k > stretch.first and low[k - 1] in ("which", "that"):
        content = antecedent(view, k - 2 if low[k - 2] == "," else k - 1, stretch.first)
    elif scene.made and scene.made[-1].rule == "passive":
        content = scene.made[-1].content[0]
    elif k < cue.first:
        content = phrase_before(view, k, stretch.first)
    if content is None:
        return None
    return Credit(
        cue=(cue.first, cue.last),
        source=source,
        content=[content],
        kind=cue.kind,
        stretch=stretch.number,
        rule="passive",
    )


def _noun(scene: Scene, cue: Cue) -> Credit | None:
    """“Moreno’s claim that …”, “the insistence that …” of whoever is the subject."""
    view, low = scene.view, scene.view.words.lower
    k = cue.first
    while (
        k > scene.stretch.first
        and low[k - 1] not in ("'s", "’s", "'", "’")
        and low[k - 1].isalpha()
        and low[k - 1] not in DETERMINERS
        and low[k - 1] not in PREPOSITIONS
        and not is_finite(view, k - 1)
        and cue.first - k < 3
    ):
        k -= 1
    source: Range | None = None
    if k > scene.stretch.first and low[k - 1] in ("'s", "’s", "'", "’"):
        source = (
            (phrase_start(view, k - 2, scene.stretch.first), k - 1) if k - 2 >= scene.stretch.first else None
        )
    elif k > scene.stretch.first and low[k - 1] in ("his", "her", "its", "their"):
        source = (k - 1, k)
    carried = False
    if source is None:
        return _noun_of_subject(scene, cue)
    content = [(cue.last, _clause_end(scene, cue.last, cue))]
    return Credit(
        cue=(cue.first, cue.last),
        source=source,
        content=_real(view, content),
        kind=cue.kind,
        stretch=scene.stretch.number,
        rule="noun of saying",
        carried=carried,
    )


def _subject_of_stretch(scene: Scene) -> Range | None:
    return main_subject(scene.view, scene.stretch.first, scene.stretch.last)


def _is_made(scene: Scene, cue: Cue) -> bool:
    """Whether the subject itself is said to make the claim: "repeated the claim that", not "drew accusations that"."""
    low = scene.view.words.lower
    k = cue.first
    while k > scene.stretch.first and (
        low[k - 1] in DETERMINERS
        or (low[k - 1].endswith(("ed", "al", "ic", "ive", "ing")) and low[k - 1] not in MAKING)
    ):
        k -= 1
    return k > scene.stretch.first and low[k - 1] in MAKING


_POINTERS = {"that", "this", "it", "these", "they"}


def _noun_of_subject(scene: Scene, cue: Cue) -> Credit | None:
    if not _is_made(scene, cue):
        return None
    source = _subject_of_stretch(scene) or (scene.made[-1].source if scene.made else None)
    carried = False
    first = scene.stretch.first
    if scene.before is not None and scene.view.words.lower[first] in _POINTERS and not scene.made:
        # "That includes an understanding that …": whoever spoke before is still being told of
        source, carried = scene.before.source, True
    if source is None:
        return None
    content = [(cue.last, _clause_end(scene, cue.last, cue))]
    return Credit(
        cue=(cue.first, cue.last),
        source=source,
        content=_real(scene.view, content),
        kind=cue.kind,
        stretch=scene.stretch.number,
        rule="noun of saying, of the subject",
        carried=carried,
    )


def _after_inverted(scene: Scene, cue: Cue) -> Credit | None:
    """“…,” said Moreno: the verb stands between a quotation or a pause and its subject."""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    if cue.first == stretch.first or cue.form not in ("past", "third") or cue.first != cue.verb:
        return None
    before = cue.first - 1
    if not (view.quoted[before] >= 0 or low[before] in (",", "—", "–")):
        return None
    at = cue.last
    while at < stretch.last and low[at].endswith("ly") and view.words.words[at].islower():
        at += 1
    source = subject_after(view, at, stretch.last)
    if source is None:
        return None
    left = _left(scene, cue.first)
    if left is None:
        return None
    if view.quoted[before] < 0 and not _is_inversion(scene, source):
        return None
    content = [left, *_right_quotes(scene, source[1])]
    return _direct(
        scene,
        Credit(
            cue=(cue.first, cue.last),
            source=source,
            content=content,
            kind=cue.kind,
            stretch=stretch.number,
            rule="inverted",
        ),
    )


def _is_inversion(scene: Scene, source: Range) -> bool:
    """Without a quotation before it, "…, said X" needs the sentence to end or pause after X."""
    after = source[1]
    if after >= scene.stretch.last:
        return True
    return (
        scene.view.words.lower[after] in (",", ".", ";", "—", "–", "in", "on", "at", "during")
        or scene.view.timed[after] >= 0
    )


def _telling(scene: Scene, cue: Cue) -> Credit | None:
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    source = _source_left(scene, cue)
    if source is None:
        return None
    to = addressee(view, cue.last, stretch.last)
    at = to[1] if to else cue.last
    at = _tail(view, at, stretch.last)
    if (
        at >= stretch.last
        or low[at] in (".", ",", ";", "—", "–", ":")
        or view.quoted[at] >= 0
        or _goes_back(scene, source, at)
    ):
        found = _parenthetical(scene, cue, source, at)
        if found is not None:
            found.to = to
            return found
    if at < stretch.last and low[at] in (",", ":") and at + 1 < stretch.last and view.quoted[at + 1] >= 0:
        at += 1
    if at >= stretch.last:
        return None
    found = _following(scene, cue, source, at)
    if found is not None:
        found.to = to
    return found


def _clause(scene: Scene, cue: Cue) -> Credit | None:
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    source = _source_left(scene, cue)
    if source is None:
        return None
    to: Range | None = None
    at = cue.last
    if (
        at < stretch.last
        and low[at] in ("to", "with")
        and at + 1 < stretch.last
        and (low[at + 1] in LISTENERS or view.named[at + 1] >= 0)
    ):
        to = addressee(view, at + 1, stretch.last)
        at = to[1] if to else at
    at = _tail(view, at, stretch.last)
    if _goes_back(scene, source, at):
        found = _parenthetical(scene, cue, source, at)
        if found is not None:
            found.to = to
            return found
    pause = (
        at >= stretch.last or low[at] in (".", ",", ";", "—", "–") or (view.quoted[at] < 0 and low[at] == ")")
    )
    if pause:
        found = _parenthetical(scene, cue, source, at)
        if found is not None:
            found.to = to
            return found
        if (
            at + 1 < stretch.last
            and low[at] == ","
            and (view.quoted[at + 1] >= 0 or low[at + 1] not in COORDINATORS)
        ):
            k = at + 1
            if view.quoted[k] < 0 and low[k].endswith("ing"):
                # "he said, referring to …, that": over the aside
                while k < stretch.last and low[k] != ",":
                    k += 1
                k += 1
            if k < stretch.last and (view.quoted[k] >= 0 or low[k] == "that"):
                at = k
            else:
                return None
        elif at >= stretch.last or low[at] == ",":
            return _leading(scene, cue, source, to) if at < stretch.last and at + 1 >= stretch.last else None
        else:
            return None
    if low[at] == ":":
        if at + 1 >= stretch.last:
            return _leading(scene, cue, source, to)
        at += 1
    found = _following(scene, cue, source, at)
    if found is not None:
        found.to = to
    return found


def _goes_back(scene: Scene, source: Range, at: int) -> bool:
    """Whether “…,” Moreno said in a reply sent from Tarn: a quotation before the source, no content after the cue."""
    view, low = scene.view, scene.view.words.lower
    if at >= scene.stretch.last or source[0] == scene.stretch.first or view.quoted[source[0] - 1] < 0:
        return False
    return (
        view.quoted[at] < 0
        and low[at] in _CIRCUMSTANCES
        and _past_circumstance(view, at, scene.stretch.last) is None
    )


def _leading(scene: Scene, cue: Cue, source: Range, to: Range | None) -> Credit:
    """A line that ends in a comma or a colon: the next paragraph is what was said."""
    return Credit(
        cue=(cue.first, cue.last),
        source=source,
        content=[],
        kind=cue.kind,
        stretch=scene.stretch.number,
        rule="leads into the next paragraph",
        to=to,
        leads=True,
    )


def _following(scene: Scene, cue: Cue, source: Range, at: int) -> Credit | None:
    """Content to the right of the cue: a quotation, or a clause with or without "that"."""
    view, stretch = scene.view, scene.stretch
    if at >= stretch.last:
        return None
    low = view.words.lower
    if low[at] in (".", ";", ")", ","):
        return None
    if low[at] in COORDINATORS or (low[at] in ("of",) and view.quoted[at] < 0):
        return None
    end = _clause_end(scene, at, cue)
    content = [(at, end)]
    if view.quoted[at] >= 0:
        quote = next((q for q in stretch.quotes if q[0] <= at < q[1]), None)
        if quote is not None and _stands_alone(view, stretch, quote, end):
            content = [quote, *_right_quotes(scene, quote[1])]
    credit = Credit(
        cue=(cue.first, cue.last),
        source=source,
        content=_real(view, content),
        kind=cue.kind,
        stretch=stretch.number,
        rule=f"{cue.frame}, following",
    )
    credit.lists = _lists_things(view, cue, end)
    return _direct(scene, credit)


_CIRCUMSTANCES = (
    PREPOSITIONS | {"ahead", "when", "as", "while", "before", "after", "citing", "speaking"}
) - {"between", "about"}


def _past_circumstance(view: View, at: int, end: int) -> int | None:
    """Where the content begins after "in Tarn on Monday after a day of talks": at "that" or a quotation."""
    low = view.words.lower
    for k in range(at + 1, min(end, at + 24)):
        if view.quoted[k] >= 0:
            return k if low[k - 1] in (",", ":") else None
        if low[k] == "that" and low[k - 1] not in ("of", "in", "to"):
            return k
        if (
            low[k] == ","
            and k + 2 < end
            and view.quoted[k + 1] < 0
            and low[k + 1] in ("the", "he", "she", "they", "it")
        ):
            return k + 1
    return None


def _stands_alone(view: View, stretch: Stretch, quote: Range, end: int) -> bool:
    """Whether a quotation is the whole of what was said: it is a sentence, and no clause goes on after it."""
    last = view.words.lower[quote[1] - 2] if quote[1] - 2 > quote[0] else ""
    return quote[1] >= end or last in (".", "!", "?", ",", "…", "...")


def _lists_things(view: View, cue: Cue, end: int) -> bool:
    """ "set out three principles": a number and a noun, to be told in what follows."""
    low = view.words.lower
    number = {
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "several",
        "2",
        "3",
        "4",
        "5",
        "six-point",
        "conditions",
        "principles",
    }
    return any(low[k] in number for k in range(cue.last, min(end, cue.last + 4)))


def _parenthetical(scene: Scene, cue: Cue, source: Range, at: int) -> Credit | None:
    """…, Moreno said: the content stands to the left of the source, and may go on after the cue."""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    if source[0] == stretch.first or cue.form in ("ing", "infinitive"):
        return None
    before = source[0] - 1
    if not (
        view.quoted[before] >= 0
        or low[before] in (",", "—", "–")
        or (
            low[before] in ("as", "and", "but")
            and before > stretch.first
            and (low[before - 1] == "," or view.quoted[before - 1] >= 0)
        )
    ):
        return None
    left = _left(scene, source[0])
    if left is None:
        return None
    quotes = _right_quotes(scene, at)
    if quotes and low[before] == "," and view.quoted[before] < 0 and view.quoted[left[1] - 1] < 0:
        if low[left[0]] in PREPOSITIONS | SUBORDINATORS | {"asked", "speaking", "but", "and"} or low[
            left[0]
        ].endswith("ing"):
            return None  # "Asked about the plan, Moreno said, “…”"
    content = [left, *quotes]
    if len(content) == 1 and at + 1 < stretch.last and low[at] == "," and view.quoted[left[1] - 1] < 0:
        # "The tally, he said, is final": goes on after the insertion
        if (
            not _opens_clause(scene, at + 1)
            and low[at + 1]
            not in (
                "who",
                "which",
                "whose",
                "adding",
                "citing",
                "referring",
                "speaking",
                "noting",
                "according",
                "and",
                "but",
                "while",
                "as",
                "when",
                "after",
                "before",
                "though",
                "although",
            )
            and any(is_finite(view, k) for k in range(at + 1, min(stretch.last, at + 8)))
        ):
            content.append((at + 1, _clause_end(scene, at + 1, cue)))
    return _direct(
        scene,
        Credit(
            cue=(cue.first, cue.last),
            source=source,
            content=_real(view, content),
            kind=cue.kind,
            stretch=stretch.number,
            rule="parenthetical",
        ),
    )


def _object(scene: Scene, cue: Cue) -> Credit | None:
    """called the war a “loser”; wants the talks to go on"""
    view = scene.view
    source = _source_left(scene, cue)
    if source is None:
        return None
    end = _clause_end(scene, cue.last, cue, tight=cue.frame == "object")
    end = _object_end(scene, cue, source, end)
    content = _real(view, [(cue.last, end)])
    if not content or (
        content[0][1] - content[0][0] < 2
        and view.words.lower[content[0][0]] in SUBJECT_PRONOUNS | {"him", "them", "it", "this", "that", "us"}
    ):
        return None
    credit = Credit(
        cue=(cue.first, cue.last),
        source=source,
        content=content,
        kind=cue.kind,
        stretch=scene.stretch.number,
        rule=cue.frame,
    )
    credit.lists = _lists_things(view, cue, end)
    return _direct(scene, credit)


def _object_end(scene: Scene, cue: Cue, source: Range, end: int) -> int:
    """ "what it called progress in talks" names the progress; "which it called a step, …" ends at the comma."""
    view, low = scene.view, scene.view.words.lower
    before = low[source[0] - 1] if source[0] > scene.stretch.first else ""
    if cue.frame != "object" or before not in ("what", "which"):
        return end
    for k in range(cue.last + 1, end):
        if view.quoted[k] >= 0:
            continue
        if low[k] == "," or (before == "what" and (low[k] in PREPOSITIONS - {"of"} or view.timed[k] >= 0)):
            return k
    return end


def _quoted_credit(scene: Scene, cue: Cue) -> Credit | None:
    """Somebody credited inside a quotation: "President Moreno believes …" told by another."""
    view = scene.view
    quote = next((q for q in scene.stretch.quotes if q[0] <= cue.verb < q[1]), None)
    if (
        quote is None
        or cue.frame in ("noun", "object", "accord")
        or cue.form in ("ing", "infinitive", "base")
    ):
        return None
    source = subject_before(view, cue.first, quote[0] + 1)
    if source is None or all(view.named[k] < 0 for k in range(*source)):
        return None
    at = addressee(view, cue.last, quote[1]) if cue.frame == "tell" else None
    start = at[1] if at else cue.last
    end = start
    while (
        end < quote[1] - 1
        and view.words.lower[end] not in (";", "!", "?")
        and not (
            view.words.lower[end] == "."
            and end + 1 < len(view.words)
            and view.words.starts[end + 1] > view.words.ends[end]
        )
    ):
        end += 1
    if end - start < 3:
        return None
    if (
        cue.frame == "clause"
        and view.words.lower[start] not in ("that", "the", "it", "he", "she", "they")
        and view.named[start] < 0
        and cue.kind != "believes"
    ):
        return None
    return Credit(
        cue=(cue.first, cue.last),
        source=source,
        content=[(start, end)],
        kind=cue.kind,
        stretch=scene.stretch.number,
        rule="inside a quotation",
    )


def _colon(scene: Scene) -> Credit | None:
    """Moreno: “We will sign.”"""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    for k in range(stretch.first + 1, min(stretch.last - 1, stretch.first + 9)):
        if low[k] != ":":
            continue
        if view.quoted[k + 1] < 0 and view.blocks[stretch.block].kind not in ("headline", "transcript"):
            return None
        source = phrase_before(view, k, stretch.first)
        named = [
            i
            for i in range(stretch.first, k)
            if view.named[i] >= 0 and view.mentions[view.named[i]].kind in ("person", "organisation")
        ]
        if source is None or source[0] != stretch.first or not (named or low[k - 1] in DOCUMENT_NOUNS):
            return None
        end = _trim_end(view, stretch.first, stretch.last)
        return _direct(
            scene,
            Credit(
                cue=(k, k + 1),
                source=source,
                content=[(k + 1, end)],
                kind="says",
                stretch=stretch.number,
                rule="colon",
            ),
        )
    return None


# --- pieces ---------------------------------------------------------------------------------------


def _source_left(scene: Scene, cue: Cue) -> Range | None:
    """Who stands before the cue; participles and second verbs take the subject of their clause."""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    begin = stretch.first
    at = cue.first
    if cue.form == "infinitive":
        k = at
        while k > begin and low[k - 1] == "to":
            k -= 1
        if not _may_be_infinitive(view, k, begin):
            return None
        return scene.made[-1].source if scene.made else main_subject(view, begin, k)
    if at == begin:
        return None
    before = low[at - 1]
    if cue.form == "ing" and cue.first == cue.verb:
        if (
            before in (",", "—", "–", "and", "while", "by", "before", "after", "in", "without")
            or view.quoted[at - 1] >= 0
        ):
            if before in ("by", "before", "after", "in", "without") and not scene.made:
                return main_subject(view, begin, at)
            return _running_subject(scene, at)
        return None
    if before in ("and", "but", "or") or (before == "," and at - 1 > begin and low[at - 2] in ("and", "but")):
        return _running_subject(scene, at)
    source = subject_before(view, at, begin)
    if source is not None and low[source[0]] in ("who", "that", "which") and source[1] - source[0] == 1:
        if source[0] <= begin:
            return None
        return antecedent(view, source[0] - 1 if low[source[0] - 1] == "," else source[0], begin)
    return source


def _may_be_infinitive(view: View, to: int, begin: int) -> bool:
    """ "took to X to dispute", "went on to say", "continued to insist": he did say it."""
    low = view.words.lower
    window = low[max(begin, to - 9) : to]
    return (
        ("took" in window and "to" in window)
        or window[-2:] in (["went", "on"], ["goes", "on"], ["going", "on"])
        or (
            bool(window)
            and window[-1] in ("continued", "continues", "continue", "proceeded", "began", "moved", "rushed")
        )
    )


def _running_subject(scene: Scene, at: int) -> Range | None:
    """The subject already standing in this stretch: that of the last credit, else of the main clause."""
    usable = [
        credit
        for credit in scene.made
        if credit.rule != "inside a quotation" and credit.source and credit.cue and credit.cue[0] < at
    ]
    for credit in reversed(usable):
        # "hailed what it called progress, saying": a participle hangs on the clause it stands beside
        assert credit.cue is not None
        if not any(a <= credit.cue[0] < b <= at for other in usable for a, b in other.content):
            return credit.source
    return main_subject(scene.view, scene.stretch.first, at)


def _left(scene: Scene, at: int) -> Range | None:
    """Content that ends where a source or an inverted cue begins."""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    begin = stretch.first
    for credit in scene.made:
        if credit.cue and credit.rule in ("parenthetical", "inverted") and credit.cue[1] <= at:
            begin = max(
                begin,
                credit.cue[1],
                credit.source[1] if credit.source else 0,
                *(piece[1] for piece in credit.content),
            )
    end = at
    while (
        end > begin
        and (low[end - 1] in (",", "—", "–", "as", "and", "but", "("))
        and view.quoted[end - 1] < 0
    ):
        end -= 1
    while begin < end and low[begin] in (",", ";", ".", "—", "–", "•", "*") and view.quoted[begin] < 0:
        begin += 1
    if end - begin < 2:
        return None
    # a quotation that reaches the source is the whole content when a narrator's clause with its own cue precedes it
    if view.quoted[end - 1] >= 0:
        quote = next((q for q in stretch.quotes if q[0] < end <= q[1]), None)
        if (
            quote is not None
            and quote[0] > begin
            and low[quote[0] - 1] in (":", ",")
            and any(credit.cue and begin <= credit.cue[0] < quote[0] for credit in scene.made)
        ):
            return quote
    dash = _last_dash(view, begin, end)
    return (dash, end) if dash else (begin, end)


def _last_dash(view: View, begin: int, end: int) -> int | None:
    """“A — even as he loses 7,000 a week, according to X”: only the clause after a lone dash is X's."""
    dashes = [k for k in range(begin, end) if view.words.words[k] in ("—", "–") and view.quoted[k] < 0]
    if len(dashes) != 1 or end - dashes[0] < 5:
        return None
    k = dashes[0] + 1
    while k < end and view.words.lower[k] in ("even", "as", "and", "but", "while", "though"):
        k += 1
    return (
        k
        if any(is_finite(view, j) or view.words.lower[j].endswith("s") for j in range(k, min(end, k + 4)))
        else None
    )


def _right_quotes(scene: Scene, at: int) -> list[Range]:
    """Quotations right after a cue's tail, with no other cue between: “A,” he said, “B.”"""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    at = _tail(view, at, stretch.last)
    while at < stretch.last and low[at] in (",", ".", ":", "—", "–", "and", "but") and view.quoted[at] < 0:
        at += 1
    found: list[Range] = []
    while at < stretch.last and view.quoted[at] >= 0:
        quote = next((q for q in stretch.quotes if q[0] <= at < q[1]), None)
        if quote is None:
            break
        found.append(quote)
        at = quote[1]
        while at < stretch.last and low[at] in (",", ".") and view.quoted[at] < 0:
            at += 1
    return found


def _tail(view: View, at: int, end: int) -> int:
    """Past what says where, when and in what something was said: "on Monday", "in a statement", "to reporters"."""
    low = view.words.lower
    while at < end and view.quoted[at] < 0:
        word = low[at]
        if (
            view.timed[at] >= 0
            or word in _DAYS
            or (word.endswith("ly") and view.words.words[at].islower())
            or word in ("here", "again", "today", "too", "ago")
        ):
            at += 1
            continue
        if word == "on" and at + 1 < end and (view.timed[at + 1] >= 0 or low[at + 1] in _DAYS):
            at += 1
            continue
        stop = _setting(view, at, end)
        if stop is None:
            break
        at = stop
    return at


_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "tonight"}
_SETTINGS = DOCUMENT_NOUNS | POST_NOUNS | {
    "conference", "briefing", "news", "television", "radio", "parliament", "meeting", "media", "call", "remarks", "hearing",
    "comments", "ceremony", "rally", "event", "session", "summit", "visit", "phone", "telephone", "morning", "afternoon",
    "evening", "night", "show", "program", "programme", "broadcast", "debate", "forum", "op-ed", "court", "reply", "response",
    "speech", "trip", "dinner", "panel", "newspaper", "appearance", "reporters", "journalists",
}  # fmt: skip


def _setting(view: View, at: int, end: int) -> int | None:
    """The end of "in a statement on …", "at a news conference in Tarn", "on Facebook", "during a visit"; None otherwise."""
    low = view.words.lower
    if low[at] not in ("in", "at", "on", "during", "via", "by", "after", "following", "to", "through", "of"):
        return None
    if low[at] == "of":
        return None
    k = at + 1
    if k < end and (view.words.words[k] in PLATFORMS or " ".join(view.words.words[k : k + 2]) in PLATFORMS):
        return k + (1 if view.words.words[k] in PLATFORMS else 2)
    seen = False
    while k < end and k - at < 9 and view.quoted[k] < 0:
        if low[k] in _SETTINGS:
            seen = True
        elif (
            low[k] in (",", ".", ":", ";", "that")
            or is_finite(view, k)
            or low[k] in SUBJECT_PRONOUNS
            or (
                seen
                and low[k] not in PREPOSITIONS
                and view.named[k] < 0
                and low[k] not in DETERMINERS
                and view.timed[k] < 0
            )
        ):
            break
        k += 1
    return k if seen and (k >= end or low[k] in (",", ".", ":", ";", "that") or view.quoted[k] >= 0) else None


def _opens_clause(scene: Scene, at: int) -> bool:
    """Whether another credit's clause begins here: "but he suggested", "adding that"."""
    return any(at <= cue.first <= at + 6 and cue.frame != "noun" for cue in scene.cues)


def _clause_end(scene: Scene, at: int, cue: Cue, tight: bool = False) -> int:
    """Where the content that begins at `at` ends: before the next credit that is no part of it, or the full stop."""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    end = _trim_end(view, at, stretch.last)
    for other in scene.cues:
        if other.first <= max(at, cue.last) or view.quoted[other.verb] >= 0:
            continue
        cut = _coordinate_cut(scene, at, cue, other)
        if cut is not None and at < cut < end:
            end = cut
            break
    k = at
    while k < end:
        if view.quoted[k] >= 0:
            k += 1
            continue
        if low[k] in (";",) or (low[k] == "—" and tight):
            end = k
            break
        if (
            tight
            and k > at + 1
            and low[k] in ("after", "before", "when", "while", "as")
            and cue.kind != "describes"
        ):
            end = k
            while end - 1 > at and (
                low[end - 1]
                in (
                    "time",
                    "short",
                    "a",
                    "hours",
                    "days",
                    "shortly",
                    "hour",
                    "day",
                    "weeks",
                    "just",
                    "minutes",
                    ",",
                    "week",
                )
                or view.timed[end - 1] >= 0
            ):
                end -= 1
            break
        if low[k] == "," and k + 1 < end and low[k + 1] in ("but", "who", "which") and tight:
            end = k
            break
        k += 1
    return _trim_end(view, at, end)


def _coordinate_cut(scene: Scene, at: int, cue: Cue, other: Cue) -> int | None:
    """Where content must stop because another cue stands beside this one rather than inside its content."""
    view, low = scene.view, scene.view.words.lower
    k = other.first
    if other.frame == "accord":
        return k - 1 if low[k - 1] in (",", "—", "–") else k
    if other.form == "ing" and other.first == other.verb and low[k - 1] in (",", "—", "–"):
        return k - 1
    if low[k - 1] in ("and", "but") and other.form == cue.form and other.frame != "noun":
        return k - 2 if low[k - 2] == "," else k - 1
    source = subject_before(view, k, at)
    if source is None or source[0] - 1 < at:
        return None
    before = source[0] - 1
    if low[before] in ("but", "while", "although", "though", "and", "whereas") and low[before - 1] == ",":
        if low[before] == "and" and low[source[0]] not in ("he", "she", "they", "it"):
            return None
        return before - 1
    if low[before] in ("but", "while") and low[source[0]] in SUBJECT_PRONOUNS:
        return before
    if low[before] == "," and other.frame in ("clause", "tell") and before > at:
        first = at + 1 if low[at] == "that" else at
        # "said that if the talks fail, the ministers would say so": the comma ends only the condition
        if low[first] in SUBORDINATORS or low[first] in PREPOSITIONS - {"to"}:
            return None if not _is_parenthesis(scene, other) else before
        return before
    return None


def _is_parenthesis(scene: Scene, cue: Cue) -> bool:
    """Whether a cue and its listener are followed by a pause: "…, officials tell the paper.”"""
    view, low = scene.view, scene.view.words.lower
    at = cue.last
    if cue.frame == "tell":
        to = addressee(view, at, scene.stretch.last)
        at = to[1] if to else at
    at = _tail(view, at, scene.stretch.last)
    return at >= scene.stretch.last or low[at] in (".", ",", ";")


def _trim_end(view: View, begin: int, end: int) -> int:
    low = view.words.lower
    while (
        end > begin
        and view.quoted[end - 1] < 0
        and low[end - 1] in (".", ",", ";", ":", "—", "–", "?", "!", "and", "but", "•", ")", "*")
    ):
        if low[end - 1] == ")" and "(" in low[begin:end]:
            break
        if low[end - 1] in ("?", "!"):
            break
        end -= 1
    return end


def _real(view: View, content: Sequence[Range]) -> list[Range]:
    return [(a, b) for a, b in ((a, _trim_end(view, a, b)) for a, b in content) if b > a]


def _direct(scene: Scene, credit: Credit) -> Credit:
    """Marks whether quotation is what the credit credits."""
    view = scene.view
    total = sum(b - a for a, b in credit.content)
    inside = sum(view.quoted[k] >= 0 for a, b in credit.content for k in range(a, b))
    credit.is_direct = bool(total) and inside > 0.6 * total
    return credit


# --- over sentences and paragraphs ------------------------------------------------------------------


def _carry(view: View, stretch: Stretch, found: list[Credit], last_direct: Credit | None) -> Credit | None:
    """A stretch of nothing but quotation goes on with the speaker before it, or is what a line led into."""
    piece = (stretch.first, _trim_end(view, stretch.first, stretch.last))
    if found and found[-1].leads and not found[-1].content and _near(view, found[-1].stretch, stretch):
        found[-1].content = [piece]
        found[-1].is_direct = True
        return found[-1]
    if last_direct is None or not _near(
        view, max(last_direct.stretch, _last_stretch(view, last_direct)), stretch
    ):
        return None
    if last_direct.kind in ("describes",) and view.stretches[last_direct.stretch].block != stretch.block:
        return None
    last_direct.content.append(piece)
    return last_direct


def _last_stretch(view: View, credit: Credit) -> int:
    at = max((b for _, b in credit.content), default=0)
    low, high = credit.stretch, credit.stretch
    while high + 1 < len(view.stretches) and view.stretches[high + 1].first < at:
        high += 1
    return max(low, high)


def _near(view: View, number: int, stretch: Stretch) -> bool:
    """Whether a stretch follows another with nothing between, at most one paragraph on."""
    return number + 1 == stretch.number and stretch.block - view.stretches[number].block <= 1


def _carry_mixed(
    view: View, stretch: Stretch, found: list[Credit], last_direct: Credit | None
) -> Credit | None:
    """“With the islands, "the only way was …"”: a sentence of quotation with a few words before it and no cue."""
    if (
        last_direct is None
        or len(stretch.quotes) != 1
        or not _near(view, _last_stretch(view, last_direct), stretch)
    ):
        return None
    (a, b) = stretch.quotes[0]
    outside = (stretch.last - stretch.first) - (b - a)
    if outside > 8 or b - a < 12 or (a == stretch.first and outside > 2):
        return None
    if any(is_finite(view, k) for k in range(stretch.first, a)):
        return None
    return Credit(
        cue=None,
        source=last_direct.source,
        content=[(stretch.first, _trim_end(view, stretch.first, stretch.last))],
        kind=last_direct.kind,
        stretch=stretch.number,
        rule="goes on quoting",
        is_direct=True,
        carried=True,
    )


def _enumerated(view: View, stretch: Stretch, found: list[Credit]) -> Credit | None:
    """“First, that …” after “set out three principles”: each belongs to what was announced."""
    lister = next((credit for credit in reversed(found[-4:]) if credit.lists), None)
    if lister is None or stretch.block - view.stretches[lister.stretch].block > 2:
        return None
    low = view.words.lower
    k = stretch.first
    while k < stretch.last and low[k] in ("and", "•", "*", "-", "–", "—"):
        k += 1
    if k >= stretch.last or low[k] not in ORDINAL_OPENERS:
        return None
    k += 1
    while k < stretch.last and low[k] in (",", ":", "was", "is"):
        k += 1
    piece = (k, _trim_end(view, k, stretch.last))
    if piece[1] - piece[0] < 3:
        return None
    lister.content.append(piece)
    return None
