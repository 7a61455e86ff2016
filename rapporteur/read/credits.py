"""From cue to credit: which words are the source and which the content, sentence by sentence.

A credit is an attribution before anybody asked who the source is. The conventions are PolNeAR's: content
keeps its "that", a source keeps its apposition, a cue its auxiliaries and adverbs.
"""

from __future__ import annotations

from itertools import islice

from rapporteur.languages.en.cues import ORDINAL_OPENERS
from rapporteur.read.cues import find_cues
from rapporteur.read.edges import trim_end
from rapporteur.read.frames import credit_of
from rapporteur.read.phrases import is_finite
from rapporteur.read.scene import Credit, Scene
from rapporteur.read.side_frames import by_colon, inside_quotation
from rapporteur.read.stretches import Stretch, View
from rapporteur.read.transcripts import find_turns


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
    found.extend(find_turns(view))
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
        credit = (inside_quotation if quoted else credit_of)(scene, cue)
        if credit is not None and (credit.content or credit.leads):
            scene.made.append(credit)
    if not scene.made:
        credit = by_colon(scene)
        if credit is not None:
            scene.made.append(credit)
    return scene.made


def _carry(view: View, stretch: Stretch, found: list[Credit], last_direct: Credit | None) -> Credit | None:
    """A stretch of nothing but quotation goes on with the speaker before it, or is what a line led into."""
    piece = (stretch.first, trim_end(view, stretch.first, stretch.last))
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
        content=[(stretch.first, trim_end(view, stretch.first, stretch.last))],
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
    piece = (k, trim_end(view, k, stretch.last))
    if piece[1] - piece[0] < 3:
        return None
    lister.content.append(piece)
    return None
