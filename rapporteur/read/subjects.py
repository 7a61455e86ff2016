"""Who is the subject of a cue: before it, or the subject that runs on."""

from __future__ import annotations

from rapporteur.languages.en.cues import QUOTING
from rapporteur.read.cue import Cue
from rapporteur.read.phrases import Range, antecedent
from rapporteur.read.scene import Scene
from rapporteur.read.speakers import main_subject, subject_after, subject_before
from rapporteur.read.stretches import View


def subject_of_stretch(scene: Scene) -> Range | None:
    return main_subject(scene.view, scene.stretch.first, scene.stretch.last)


def source_left(scene: Scene, cue: Cue) -> Range | None:
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
    if low[at] == "as":
        # "quoted the general as saying": whoever stands between
        k = at - 1
        while k > begin and low[k] not in QUOTING:
            k -= 1
        return subject_after(view, k + 1, at)
    if cue.form == "ing" and cue.first == cue.verb:
        if (
            before in (",", "—", "–", "and", "while", "by", "before", "after", "in", "without")
            or view.quoted[at - 1] >= 0
        ):
            if before in ("by", "before", "after", "in", "without") and not scene.made:
                return main_subject(view, begin, at)
            return running_subject(scene, at)
        return None
    if before in ("and", "but", "or") or (before == "," and at - 1 > begin and low[at - 2] in ("and", "but")):
        return running_subject(scene, at)
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


def running_subject(scene: Scene, at: int) -> Range | None:
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
