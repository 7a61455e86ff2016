"""The two places of content: after its cue, and before the speaker."""

from __future__ import annotations

from rapporteur.languages.en.cues import COORDINATORS, PREPOSITIONS, SUBORDINATORS
from rapporteur.languages.en.grammar import INTERRUPTERS
from rapporteur.read.cue import Cue
from rapporteur.read.edges import clause_end, content_left, marked, nonempty, opens_clause, quotes_right
from rapporteur.read.phrases import Range, is_finite
from rapporteur.read.scene import Credit, Scene
from rapporteur.read.stretches import Stretch, View


def following(scene: Scene, cue: Cue, source: Range, at: int) -> Credit | None:
    """Content to the right of the cue: a quotation, or a clause with or without "that"."""
    view, stretch = scene.view, scene.stretch
    if at >= stretch.last:
        return None
    low = view.words.lower
    if low[at] in (".", ";", ")", ","):
        return None
    if low[at] in COORDINATORS or (low[at] in ("of",) and view.quoted[at] < 0):
        return None
    end = clause_end(scene, at, cue)
    content = [(at, end)]
    if view.quoted[at] >= 0:
        quote = next((q for q in stretch.quotes if q[0] <= at < q[1]), None)
        if quote is not None and _stands_alone(view, stretch, quote, end):
            content = [quote, *quotes_right(scene, quote[1])]
    credit = scene.credit(cue, source, nonempty(view, content), f"{cue.frame}, following")
    credit.lists = lists_things(view, cue, end)
    return marked(scene, credit)


def _stands_alone(view: View, stretch: Stretch, quote: Range, end: int) -> bool:
    """Whether a quotation is the whole of what was said: it is a sentence, and no clause goes on after it."""
    last = view.words.lower[quote[1] - 2] if quote[1] - 2 > quote[0] else ""
    return quote[1] >= end or last in (".", "!", "?", ",", "…", "...")


def lists_things(view: View, cue: Cue, end: int) -> bool:
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


def goes_on(scene: Scene, left: Range, at: int) -> bool:
    """Whether a clause that "X said" interrupts goes on after the comma at `at`."""
    view, last, low = scene.view, scene.stretch.last, scene.view.words.lower
    if at + 1 >= last or low[at] != "," or view.quoted[left[1] - 1] >= 0 or opens_clause(scene, at + 1):
        return False
    return low[at + 1] not in INTERRUPTERS and any(
        is_finite(view, k) for k in range(at + 1, min(last, at + 8))
    )


def parenthetical(scene: Scene, cue: Cue, source: Range, at: int) -> Credit | None:
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
    left = content_left(scene, source[0])
    if left is None:
        return None
    quotes = quotes_right(scene, at)
    opener = low[left[0]]
    leads_in = opener in PREPOSITIONS | SUBORDINATORS | {
        "asked",
        "told",
        "pressed",
        "questioned",
        "reminded",
        "speaking",
        "but",
        "and",
    } or opener.endswith("ing")
    is_plain = low[before] == "," and view.quoted[before] < 0 and view.quoted[left[1] - 1] < 0
    if quotes and is_plain and leads_in:
        return None  # "Asked about the plan, Moreno said, “…”"
    if quotes and is_plain and not _stands_alone(view, stretch, quotes[-1], clause_end(scene, at, cue)):
        quotes = [(quotes[0][0], clause_end(scene, quotes[0][0], cue))]  # "…, he said, “must” end by May"
    content = [left, *quotes]
    if len(content) == 1 and goes_on(scene, left, at):
        # "The tally, he said, is final": goes on after the insertion
        content.append((at + 1, clause_end(scene, at + 1, cue)))
    return marked(
        scene,
        scene.credit(cue, source, nonempty(view, content), "parenthetical"),
    )
