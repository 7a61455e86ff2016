"""Credits by other means than a verb outside quotations: nouns, colons, beliefs told by another."""

from __future__ import annotations

from rapporteur.languages.en.cues import DETERMINERS, HEADLINE_LABELS, MAKING, PREPOSITIONS
from rapporteur.languages.en.roles import DOCUMENT_NOUNS
from rapporteur.read.cue import Cue
from rapporteur.read.edges import clause_end, marked, nonempty, trim_end
from rapporteur.read.phrases import Range, is_finite, phrase_before, phrase_start
from rapporteur.read.scene import Credit, Scene
from rapporteur.read.speakers import addressee, subject_before
from rapporteur.read.stretches import View
from rapporteur.read.subjects import subject_of_stretch


def by_noun(scene: Scene, cue: Cue) -> Credit | None:
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
    content = [(cue.last, clause_end(scene, cue.last, cue))]
    return scene.credit(cue, source, nonempty(view, content), "noun of saying", carried=carried)


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
    source = subject_of_stretch(scene) or (scene.made[-1].source if scene.made else None)
    carried = False
    first = scene.stretch.first
    if scene.before is not None and scene.view.words.lower[first] in _POINTERS and not scene.made:
        # "That includes an understanding that …": whoever spoke before is still being told of
        source, carried = scene.before.source, True
    if source is None:
        return None
    content = [(cue.last, clause_end(scene, cue.last, cue))]
    return scene.credit(
        cue, source, nonempty(scene.view, content), "noun of saying, of the subject", carried=carried
    )


def inside_quotation(scene: Scene, cue: Cue) -> Credit | None:
    """Somebody credited inside a quotation: "President Moreno believes …" told by another."""
    view = scene.view
    quote = next((q for q in scene.stretch.quotes if q[0] <= cue.verb < q[1]), None)
    if (
        quote is None
        or cue.frame in ("noun", "object", "accord")
        or (cue.kind in ("decides", "shows") and view.words.lower[cue.last : cue.last + 1] != ["that"])
        or cue.form in ("ing", "infinitive", "base")
    ):
        return None
    source = subject_before(view, cue.first, quote[0] + 1)
    if source is None and view.words.lower[cue.first - 1] in ("and", "but"):
        told = [
            one
            for one in scene.made
            if one.rule == "inside a quotation" and one.cue and one.cue[0] >= quote[0]
        ]
        source = told[-1].source if told else None
    if source is None or all(view.named[k] < 0 for k in range(*source)):
        return None
    at = addressee(view, cue.last, quote[1]) if cue.frame == "tell" else None
    start = at[1] if at else cue.last
    if (
        view.words.lower[start] in (":", ",")
        and start + 1 < quote[1]
        and view.words.lower[start + 1] in _INNER
    ):
        start += 1
    stop = _beside(scene, cue, quote)
    end = start
    while (
        end < stop
        and view.words.lower[end] not in (";", "!", "?")
        and not (view.words.lower[end] == "." and end + 1 < len(view.words) and _gap_after(view, end))
    ):
        end += 1
    if end - start < 3:
        return None
    if (
        cue.frame == "clause"
        and view.words.lower[start] not in {"that", "the", "it", "he", "she", "they"} | _INNER
        and view.named[start] < 0
        and cue.kind != "believes"
    ):
        return None
    return scene.credit(cue, source, [(start, end)], "inside a quotation")


#: Marks of a quotation inside a quotation.
_INNER = {"'", "‘", "’"}


def _beside(scene: Scene, cue: Cue, quote: Range) -> int:
    """Where content inside a quotation ends at the latest: before "but added", "and said" of the same speaker."""
    low = scene.view.words.lower
    for other in scene.cues:
        if (
            cue.last < other.first < quote[1]
            and other.form == cue.form
            and low[other.first - 1] in ("and", "but")
        ):
            return other.first - 1
    return quote[1] - 1


def _gap_after(view: View, at: int) -> bool:
    """Whether a full stop ends a sentence here, a mark that closes an inner quotation crossed."""
    if view.words.starts[at + 1] > view.words.ends[at]:
        return True
    return (
        view.words.lower[at + 1] in ("'", "’")
        and at + 2 < len(view.words)
        and view.words.starts[at + 2] > view.words.ends[at + 1]
    )


def by_colon(scene: Scene) -> Credit | None:
    """Moreno: “We will sign.”"""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    if view.blocks[stretch.block].kind == "transcript":
        return None
    for k in range(stretch.first + 1, min(stretch.last - 1, stretch.first + 9)):
        if low[k] != ":":
            continue
        if view.quoted[k + 1] < 0 and view.blocks[stretch.block].kind != "headline":
            return None
        source = phrase_before(view, k, stretch.first)
        named = [
            i
            for i in range(stretch.first, k)
            if view.named[i] >= 0 and view.mentions[view.named[i]].kind in ("person", "organisation")
        ]
        if (
            source is None
            or " ".join(low[stretch.first : k]) in HEADLINE_LABELS
            or source[0] != stretch.first
            or not (named or (low[k - 1] in DOCUMENT_NOUNS and view.quoted[k + 1] >= 0))
        ):
            return None
        end = trim_end(view, stretch.first, stretch.last)
        return marked(
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
