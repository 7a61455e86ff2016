"""From what the encoder saw to credits: its spans, paired by the rules, their edges set by the quotations.

The rules know who belongs to what (a source stands before its verb, a quotation before its speaker);
the encoder knows what is a source, a cue or a content, and where each ends. So the credits of the rules
are laid over the encoder's pieces first; what pieces are left are paired with what stands nearest.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.languages.en.cues import (
    ELABORATING,
    LEFT_OUT,
    SPEAKING_INFINITIVES,
)
from rapporteur.read.credits import find_credits
from rapporteur.read.found import (
    Found,
    gap_between,
    pool_of,
    share_held,
    whole_quotation,
)
from rapporteur.read.leftovers import of_contents, of_cues
from rapporteur.read.overlay import lay_over
from rapporteur.read.phrases import Range
from rapporteur.read.scene import Credit
from rapporteur.read.stretches import View
from rapporteur.read.unsaid import why_unsaid


def credits_from(view: View, found: Found) -> list[Credit]:
    """The credits of a report, in no order: those of the rules set right, and those of the encoder alone."""
    pools = {label: pool_of(view, found.pieces, label) for label in ("source", "cue", "content")}
    made: list[Credit] = []
    unsure: list[Credit] = []
    ruled = [credit for credit in find_credits(view) if credit.content]
    told: dict[int, list[Range]] = {}
    for credit in ruled:
        if credit.cue is not None:
            told.setdefault(credit.stretch, []).append(credit.cue)
    for credit in ruled:
        sure = lay_over(view, credit, pools, told.get(credit.stretch, ()))
        (made if sure else unsure).append(credit)
    made.extend(of_cues(view, found, pools))
    made.extend(_told_by_another(view, made, unsure))
    of_contents(view, found, pools, made, unsure)
    for credit in made:
        credit.content = _edged(view, credit)
        credit.source = _without_day(view, credit.source)
    _each_its_own(view, made)
    _without_passing_on(view, made)
    return [credit for credit in made if credit.content]


def _without_day(view: View, source: Range | None) -> Range | None:
    """The source without the day that stands between it and its verb: "Ruiz on Thursday said"."""
    if source is None:
        return None
    a, b = source
    while b - 1 > a and view.timed[b - 1] >= 0:
        b -= 1
    if b < source[1] and b - 1 > a and view.words.lower[b - 1] in ("on", "late", "early", ",", "in"):
        b -= 1
    plain = view.named[b - 1] >= 0 and not {",", "who", "that"} & set(view.words.lower[a:b])
    return (a, b) if plain else source


def _without_passing_on(view: View, credits: Sequence[Credit]) -> None:
    """Empties what a rule guessed of "according to" behind a quotation and its speaker: who passes it on is cited."""
    ends = {
        max(one.cue[1], one.source[1])
        for one in credits
        if one.cue and one.source and one.rule in ("parenthetical", "inverted") and one.is_direct
    }
    for credit in credits:
        if credit.cue is None or credit.rule != "encoder, content by rule":
            continue
        if view.words.lower[credit.cue[0]] == "according" and {credit.cue[0], credit.cue[0] - 1} & ends:
            credit.content = []


def _each_its_own(view: View, credits: Sequence[Credit]) -> None:
    """Leaves a content that two cues claim to the nearer one, where the other has more to show."""
    claims: dict[Range, list[Credit]] = {}
    for credit in credits:
        for piece in credit.content:
            claims.setdefault(piece, []).append(credit)
    for piece, claimed in claims.items():
        if len(claimed) < 2:
            continue
        if _is_told_twice(view, claimed):
            for credit in claimed[1:]:
                credit.content = []
            continue
        nearest = min(claimed, key=lambda one: (gap_between(one.cue, piece) if one.cue else 99, one.stretch))
        if nearest.cue is None or why_unsaid(view, nearest):
            continue
        for credit in claimed:
            if credit is not nearest and len(credit.content) > 1:
                credit.content = [one for one in credit.content if one != piece]


def _is_told_twice(view: View, claimed: Sequence[Credit]) -> bool:
    """Whether one is credited on both sides of a quotation: "Ana Ruiz said, “We sign,” Ruiz said."""
    first = claimed[0]
    if first.source is None or any(one.content != first.content or one.source is None for one in claimed):
        return False
    names = {view.words.lower[one.source[1] - 1] for one in claimed if one.source is not None}
    return len(names) == 1 and len({one.cue for one in claimed}) > 1


def _told_by_another(view: View, made: Sequence[Credit], unsure: list[Credit]) -> list[Credit]:
    """The rules' credits inside what another is credited with, which labels in a row cannot show.

    "Ruiz believes the dam will hold, an official said": the belief is kept where its holder has a name.
    """
    held: dict[int, list[Range]] = {}
    for credit in made:
        held.setdefault(credit.stretch, []).extend(credit.content)
    kept: list[Credit] = []
    for credit in list(unsure):
        if credit.cue is None or credit.source is None:
            continue
        named_by_it = view.words.lower[credit.source[0] - 1] == "what" and credit.kind == "describes"
        if credit.kind not in NESTED_KINDS and not named_by_it:
            continue
        start, end = min(credit.cue[0], credit.source[0]), max(piece[1] for piece in credit.content)
        # the encoder leaves a full stop and a closing mark out, the rules do not
        inside = any(
            a <= start and end <= b + 2 and (a, b) not in credit.content
            for a, b in held.get(credit.stretch, [])
        )
        if inside and (named_by_it or any(view.named[k] >= 0 for k in range(*credit.source))):
            unsure.remove(credit)
            kept.append(credit)
    return kept


#: What may be told of another: that he believes, wants, fears, recommends.
NESTED_KINDS = {
    "believes", "wants", "expects", "proposes", "claims", "confirms", "promises", "predicts", "suggests", "denies",
}  # fmt: skip


def _edged(view: View, credit: Credit) -> list[Range]:
    """The contents with whole quotations, without the listener and without a lone "which"."""
    pieces = credit.content
    if credit.to is not None:
        listener = credit.to
        pieces = [piece for piece in pieces if share_held(piece, listener) < 0.9]
    if credit.rule in ("inside a quotation", "transcript"):
        return pieces
    if credit.cue is not None:
        # "made the case that …" is not part of what was said
        start, end = credit.cue
        pieces = [
            (end, b)
            if a <= start < end < b and (start - a <= 1 or view.words.lower[start] == "as")
            else (a, b)
            for a, b in pieces
        ]
    if len(pieces) > 1:
        pieces = [
            p
            for p in pieces
            if p[1] - p[0] > 1 or view.words.lower[p[0]] not in ("which", "that", "who", "what")
        ]
    pieces = [(a + 1, b) if view.words.lower[a] in (":", ",") and b - a > 1 else (a, b) for a, b in pieces]
    whole = _merged([_without_silence(view, whole_quotation(view, piece)) for piece in pieces])
    return _led_on(view, whole)


def _without_silence(view: View, piece: Range) -> Range:
    """The piece without what its speaker left out: "…, but gave no details", "without elaborating"."""
    low = view.words.lower
    for k in range(max(piece[0] + 3, piece[1] - 12), piece[1] - 1):
        if view.quoted[k] >= 0:
            continue
        left_out = low[k] == "but" and (low[k + 1], *low[k + 2 : k + 3]) in LEFT_OUT
        if left_out and (low[k + 2] == "no" or low[min(k + 3, piece[1] - 1)] in SPEAKING_INFINITIVES):
            return piece[0], k - 1 if low[k - 1] == "," else k
        if low[k] == "without" and low[k + 1] in ELABORATING:
            return piece[0], k - 1 if low[k - 1] == "," else k
    return piece


def _led_on(view: View, pieces: list[Range]) -> list[Range]:
    """The pieces with those made one that only a colon parts: "it will sail, but: “The fee comes first.”"."""
    found: list[Range] = []
    for a, b in pieces:
        between = view.words.lower[found[-1][1] : a] if found else []
        if ":" in between and all(word in (":", ",", "but", "and") for word in between):
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
    return found


def _merged(pieces: Sequence[Range]) -> list[Range]:
    """The pieces in order; what overlaps is one."""
    found: list[Range] = []
    for a, b in sorted(set(pieces)):
        if found and a < found[-1][1]:
            found[-1] = (found[-1][0], max(b, found[-1][1]))
        else:
            found.append((a, b))
    return found
