"""The credits of the rules laid over the pieces of the encoder: whose edges stand, and what stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.languages.en.grammar import PLAIN_CUES
from rapporteur.read.found import (
    Pool,
    best_match,
    gap_between,
    likeness,
    share_held,
    whole_quotation,
)
from rapporteur.read.phrases import Range
from rapporteur.read.scene import Credit
from rapporteur.read.stretches import View


def lay_over(view: View, credit: Credit, pools: dict[str, Pool], told: Sequence[Range] = ()) -> bool:
    """Gives a rule's credit the encoder's edges; False where neither the encoder nor the rule is sure of it.

    `told` are the cues of all credits of the rules in the same stretch.
    """
    if credit.rule == "transcript":
        return True  # a turn is the label's from beginning to end, whatever is told in it
    cues, sources, contents = pools["cue"], pools["source"], pools["content"]
    cue = best_match(credit.cue, cues.over(credit.cue)) if credit.cue else None
    if cue is None and not _is_sure(view, credit):
        return False
    pieces: list[Range] = []
    for piece in credit.content:
        near = [
            one for one in contents.over(piece) if likeness(one, piece) > 0.4 or share_held(one, piece) > 0.9
        ]
        over = [one for one in near if not _of_another(one, piece, cue or credit.cue, cues)]
        if (
            not over
            or _runs_over(piece, over, told)
            or (over == near and _rule_sees_better(view, credit.rule, piece, over, cues))
        ):
            pieces.append(piece)
        else:
            pieces.extend(over)
        contents.used.update(over)
    source = None
    if credit.source and not credit.carried:
        source = best_match(credit.source, sources.over(credit.source))
        source = _nearer(view, source or credit.source, cue or credit.cue, sources, cues) or source
    if cue is not None and source is None and not credit.carried:
        beside = [
            s
            for s in sources.within(cue[0] - 30, cue[1] + 4)
            if gap_between(s, cue) <= 2 and not any(share_held(s, piece) > 0.5 for piece in pieces)
        ]
        source = min(beside, key=lambda s: gap_between(s, cue)) if beside else None
    if source is not None:
        # "…,” the tall envoy said": content never runs into its source
        pieces = [_before(view, piece, source) for piece in pieces]
    credit.cue, credit.source, credit.content = cue or credit.cue, source or credit.source, pieces
    if cue is not None:
        cues.used.add(cue)
    if source is not None:
        sources.used.add(source)
    return True


def _of_another(content: Range, piece: Range, own: Range | None, cues: Pool) -> bool:
    """Whether a content stands right behind another cue, inside what the rule took: "…, and refused to pay"."""
    if own is None or own[1] > piece[0]:
        return False
    return content[0] > piece[0] + 2 and any(
        content[0] - 1 <= cue[1] <= content[0] and cue != own for cue in cues.over((piece[0], content[0]))
    )


def _nearer(view: View, source: Range, cue: Range | None, sources: Pool, cues: Pool) -> Range | None:
    """A free source of the encoder between the rule's and the cue: "as the talks broke down, Moreno left and said"."""
    if cue is None or cue[0] - source[1] < FAR:
        return None
    for one in reversed(list(sources.within(source[1], cue[0]))):
        if (
            one[1] <= cue[0]
            and one not in sources.used
            and not any(view.quoted[k] >= 0 for k in range(one[0], cue[0]))
            and not any(source[1] <= other[0] and other != cue for other in cues.over((source[1], cue[0])))
        ):
            return one
    return None


#: Words between a subject and its cue: over so many a rule may have missed a nearer one.
FAR = 4


def _runs_over(piece: Range, over: Sequence[Range], told: Sequence[Range]) -> bool:
    """Whether the encoder has one content where the rules tell two: "called it “a step” and said it was late"."""
    return any(
        one[0] <= cue[0] and cue[1] <= one[1] and not (piece[0] <= cue[0] and cue[1] <= piece[1])
        for one in over
        for cue in told
    )


def _before(view: View, piece: Range, source: Range) -> Range:
    """The piece without the source where it only runs into it, and without the pause between."""
    a, b = piece
    if not a < source[0] < b <= source[1]:
        return piece
    end = source[0]
    while end - 1 > a and view.words.lower[end - 1] in (",", "—", "–") and view.quoted[end - 1] < 0:
        end -= 1
    return a, end


#: Rules whose content the encoder tends to cut short, at an insertion or a second half.
CUT_SHORT = {"clause, following", "noun of saying", "noun of saying, of the subject"}
#: Rules that see the end of a content better than the encoder does.
KEEPS_ITS_EDGES = {"parenthetical", "inside a quotation", "goes on quoting", "transcript"}


def _rule_sees_better(view: View, rule: str, piece: Range, over: Sequence[Range], cues: Pool) -> bool:
    """Whether a rule's edges stand against the encoder's, told from how the two differ."""
    if rule == "parenthetical" and len(over) == 1:
        a, b = whole_quotation(view, over[0])
        own = whole_quotation(view, piece)
        if cues.over((own[0], a)) or view.words.lower[a] == "that":
            return True  # the encoder's is told inside this one
        opened = view.quoted[a] >= 0 or not view.words.lower[a - 1].isalnum()
        return not (a > own[0] and b == own[1] and opened)  # the narrator's opening before what was said
    if rule in CUT_SHORT and len(over) == 1:
        a, b = whole_quotation(view, over[0])
        own = whole_quotation(view, piece)
        return a == own[0] and b < own[1]
    if rule in CUT_SHORT and _parted_by_an_aside(view, piece, over, cues):
        return True
    return rule in KEEPS_ITS_EDGES


def _parted_by_an_aside(view: View, piece: Range, over: Sequence[Range], cues: Pool) -> bool:
    """Whether the encoder leaves out a relative clause of one content: "the talks, which began late, were short"."""
    return (
        over[0][0] == piece[0]
        and over[-1][1] >= piece[1] - 2
        and not cues.over((over[0][1], over[-1][0]))
        and any(
            view.words.lower[a[1] : a[1] + 1] == [","]
            and view.words.lower[a[1] + 1] in ("which", "who", "whose")
            for a in over[:-1]
        )
    )


#: Rules whose credits stand without the encoder's word.
SURE = {
    "parenthetical", "inverted", "according to, after", "according to, before", "goes on quoting", "passive",
    "inside a quotation", "tell, following", "transcript", "as X said",
}  # fmt: skip


SURE_KINDS = {"says", "declines", "argues", "writes", "denies", "warns", "thanks", "announces"}


def _is_sure(view: View, credit: Credit) -> bool:
    """Whether a rule's credit stands without the encoder's word."""
    if (credit.lists and len(credit.content) > 1) or credit.carried or credit.rule in SURE:
        return True
    if credit.kind == "says" and credit.cue is not None:
        return any(view.words.lower[k] in PLAIN_CUES for k in range(*credit.cue))
    return credit.kind in SURE_KINDS
