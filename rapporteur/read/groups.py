"""From what the encoder saw to credits: its spans, paired by the rules, their edges set by the quotations.

The rules know who belongs to what (a source stands before its verb, a quotation before its speaker);
the encoder knows what is a source, a cue or a content, and where each ends. So the credits of the rules
are laid over the encoder's pieces first; what pieces are left are paired with what stands nearest.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rapporteur.languages.en.cues import (
    CLAUSE_CUES,
    DECLINE_CUES,
    ELABORATING,
    LEFT_OUT,
    NOUN_CUES,
    OBJECT_CUES,
    PHRASE_CUES,
    PREPOSITIONS,
    SPEAKING_INFINITIVES,
    TELL_CUES,
    WANT_CUES,
)
from rapporteur.languages.en.grammar import PLAIN_CUES
from rapporteur.read.credits import find_credits
from rapporteur.read.cues import Cue, cue_at, find_cues
from rapporteur.read.frames import content_of
from rapporteur.read.phrases import Range
from rapporteur.read.scene import Credit, Scene
from rapporteur.read.stretches import Stretch, View
from rapporteur.read.unsaid import why_unsaid


class Piece(Protocol):
    """A labelled span of the encoder."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def score(self) -> float: ...


class Group(Protocol):
    """One attribution as the encoder groups it."""

    @property
    def source(self) -> Piece | None: ...
    @property
    def cue(self) -> Piece | None: ...
    @property
    def content(self) -> Sequence[Piece]: ...


@dataclass(frozen=True, slots=True)
class Found:
    """What the encoder found of attribution: groups, and all pieces, also those in no group."""

    groups: Sequence[Group]
    pieces: Sequence[Piece]


@dataclass(slots=True)
class _Pool:
    """The encoder's pieces of one label in order of place, with those already spoken for."""

    ranges: list[Range]
    scores: dict[Range, float]
    used: set[Range] = field(default_factory=set)

    def within(self, first: int, last: int) -> Iterator[Range]:
        """The pieces that begin in these words."""
        at = bisect_left(self.ranges, (first, -1))
        while at < len(self.ranges) and self.ranges[at][0] < last:
            yield self.ranges[at]
            at += 1

    def over(self, wanted: Range) -> list[Range]:
        """The pieces that overlap these words."""
        at = max(0, bisect_left(self.ranges, (wanted[0], -1)) - 1)
        found = []
        while at < len(self.ranges) and self.ranges[at][0] < wanted[1]:
            if self.ranges[at][1] > wanted[0]:
                found.append(self.ranges[at])
            at += 1
        return found


def credits_from(view: View, found: Found) -> list[Credit]:
    """The credits of a report, in no order: those of the rules set right, and those of the encoder alone."""
    pools = {label: _pool(view, found.pieces, label) for label in ("source", "cue", "content")}
    made: list[Credit] = []
    unsure: list[Credit] = []
    for credit in find_credits(view):
        if credit.content:
            (made if _lay_over(view, credit, pools) else unsure).append(credit)
    made.extend(_of_cues(view, found, pools))
    made.extend(_told_by_another(view, made, unsure))
    _of_contents(view, found, pools, made, unsure)
    for credit in made:
        credit.content = _edged(view, credit)
    _each_its_own(view, made)
    return [credit for credit in made if credit.content]


def _each_its_own(view: View, credits: Sequence[Credit]) -> None:
    """Leaves a content that two cues claim to the nearer one, where the other has more to show."""
    claims: dict[Range, list[Credit]] = {}
    for credit in credits:
        for piece in credit.content:
            claims.setdefault(piece, []).append(credit)
    for piece, claimed in claims.items():
        if len(claimed) < 2:
            continue
        nearest = min(claimed, key=lambda one: (_gap(one.cue, piece) if one.cue else 99, one.stretch))
        if nearest.cue is None or why_unsaid(view, nearest):
            continue
        for credit in claimed:
            if credit is not nearest and len(credit.content) > 1:
                credit.content = [one for one in credit.content if one != piece]


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
        inside = any(
            a <= start and end <= b and (a, b) not in credit.content for a, b in held.get(credit.stretch, [])
        )
        if inside and (named_by_it or any(view.named[k] >= 0 for k in range(*credit.source))):
            unsure.remove(credit)
            kept.append(credit)
    return kept


#: What may be told of another: that he believes, wants, fears, recommends.
NESTED_KINDS = {"believes", "wants", "expects", "proposes"}


def _edged(view: View, credit: Credit) -> list[Range]:
    """The contents with whole quotations, without the listener and without a lone "which"."""
    pieces = credit.content
    if credit.to is not None:
        listener = credit.to
        pieces = [piece for piece in pieces if _held(piece, listener) < 0.9]
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
    return _merged([_without_silence(view, _to_quotation(view, piece)) for piece in pieces])


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


def _pool(view: View, pieces: Sequence[Piece], label: str) -> _Pool:
    scores = {r: p.score for p in pieces if p.label == label and (r := _range(view, p)) is not None}
    return _Pool(sorted(scores), scores)


# --- the rules' credits over the encoder's pieces --------------------------------------------------------


def _lay_over(view: View, credit: Credit, pools: dict[str, _Pool]) -> bool:
    """Gives a rule's credit the encoder's edges; False where neither the encoder nor the rule is sure of it."""
    cues, sources, contents = pools["cue"], pools["source"], pools["content"]
    cue = _best(credit.cue, cues.over(credit.cue)) if credit.cue else None
    if cue is None and not _is_sure(view, credit):
        return False
    pieces: list[Range] = []
    for piece in credit.content:
        over = [one for one in contents.over(piece) if _alike(one, piece) > 0.4 or _held(one, piece) > 0.9]
        if not over or _rule_sees_better(view, credit.rule, piece, over, cues):
            pieces.append(piece)
        else:
            pieces.extend(over)
        contents.used.update(over)
    source = None
    if credit.source and not credit.carried:
        source = _best(credit.source, sources.over(credit.source))
    if cue is not None and source is None and not credit.carried:
        beside = [
            s
            for s in sources.within(cue[0] - 30, cue[1] + 4)
            if _gap(s, cue) <= 2 and not any(_held(s, piece) > 0.5 for piece in pieces)
        ]
        source = min(beside, key=lambda s: _gap(s, cue)) if beside else None
    if source is not None:
        # "…,” the tall envoy said": content never runs into its source
        pieces = [_before(view, piece, source) for piece in pieces]
    credit.cue, credit.source, credit.content = cue or credit.cue, source or credit.source, pieces
    if cue is not None:
        cues.used.add(cue)
    if source is not None:
        sources.used.add(source)
    return True


def _before(view: View, piece: Range, source: Range) -> Range:
    """The piece without the source where it only runs into it, and without the pause between."""
    a, b = piece
    if not a < source[0] < b <= source[1]:
        return piece
    end = source[0]
    while end - 1 > a and view.words.lower[end - 1] in (",", "—", "–") and view.quoted[end - 1] < 0:
        end -= 1
    return a, end


#: Rules that see the end of a content better than the encoder does.
KEEPS_ITS_EDGES = {"parenthetical", "inside a quotation", "goes on quoting", "transcript"}


def _rule_sees_better(view: View, rule: str, piece: Range, over: Sequence[Range], cues: _Pool) -> bool:
    """Whether a rule's edges stand against the encoder's, told from how the two differ."""
    if rule == "parenthetical" and len(over) == 1:
        a, b = _to_quotation(view, over[0])
        own = _to_quotation(view, piece)
        if cues.over((own[0], a)) or view.words.lower[a] == "that":
            return True  # the encoder's is told inside this one
        return not (a > own[0] and b == own[1])  # the narrator's opening before what was said
    if rule == "clause, following" and len(over) == 1:
        a, b = _to_quotation(view, over[0])
        own = _to_quotation(view, piece)
        return a == own[0] and b < own[1]
    return rule in KEEPS_ITS_EDGES


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


def _best(wanted: Range, over: Sequence[Range]) -> Range | None:
    return max(over, key=lambda one: _alike(one, wanted)) if over else None


def _alike(a: Range, b: Range) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, shared) / (max(a[1], b[1]) - min(a[0], b[0]))


def _held(inner: Range, outer: Range) -> float:
    return max(0, min(inner[1], outer[1]) - max(inner[0], outer[0])) / (inner[1] - inner[0])


# --- the encoder's own -----------------------------------------------------------------------------------


def _of_cues(view: View, found: Found, pools: dict[str, _Pool]) -> Iterator[Credit]:
    """A credit for each cue the rules did not see: what touches it, what the encoder links, then the rules."""
    linked = {_range(view, group.cue): group for group in found.groups if group.cue is not None}
    for cue in pools["cue"].ranges:
        if cue in pools["cue"].used:
            continue
        stretch = view.stretches[_stretch_at(view, cue[0])]
        source = _source_for(view, cue, stretch, linked.get(cue), pools["source"])
        content = _content_for(view, cue, source, stretch, linked.get(cue), pools["content"])
        as_cue = _as_cue(view, cue, stretch)
        credit: Credit | None
        if content:
            credit = Credit(
                cue=cue,
                source=source,
                content=content,
                kind=as_cue.kind,
                stretch=stretch.number,
                rule="encoder",
            )
        else:
            scene = Scene(view, stretch, list(find_cues(view, stretch.first, stretch.last)), None)
            credit = content_of(scene, as_cue, source) if source else None
            if credit is not None:
                credit.rule = "encoder, content by rule"
                credit.cue = cue
        if credit is None:
            continue
        pools["cue"].used.add(cue)
        pools["content"].used.update(content)
        if source is not None:
            pools["source"].used.add(source)
        yield credit


def _source_for(view: View, cue: Range, stretch: Stretch, group: Group | None, pool: _Pool) -> Range | None:
    """The free source that touches a cue, the linked one of this sentence, or the nearest before it."""
    here = list(pool.within(stretch.first, stretch.last))
    if _is_passive(view, cue, stretch):
        # "was accused of", "Asked about …": whoever did so stands after "by", if anywhere
        here = [
            s
            for s in here
            if (cue[1] <= s[0] <= cue[1] + 6 and view.words.lower[s[0] - 1] == "by")
            or (s[0] == cue[1] and view.words.lower[cue[1] - 1] == "by")
        ]
    touching = [s for s in here if s not in pool.used and _gap(s, cue) <= 4]
    if touching:
        return min(touching, key=lambda s: (_gap(s, cue), s))
    linked = _range(view, group.source) if group is not None and group.source is not None else None
    if linked in here:
        return linked
    free = [s for s in here if s not in pool.used] or here
    before = [s for s in free if s[1] <= cue[0]]
    return max(before) if before else (min(free) if free else None)


_ASKED_AFTER = {"when", "if", "while", "after", "until", "unless", "(", "”"}
_BE = {"is", "are", "was", "were", "be", "been", "being"}


def _is_passive(view: View, cue: Range, stretch: Stretch) -> bool:
    """Whether a cue says that something was said of or to its subject rather than by it."""
    low = view.words.lower
    if low[cue[0]] == "asked" and (cue[0] == stretch.first or low[cue[0] - 1] in _ASKED_AFTER):
        return True  # "Asked about …", "he said when asked …": whoever asked stands nowhere
    for k in range(cue[0], cue[1] - 1):
        if low[k] in _BE and low[cue[1] - 1 if low[cue[1] - 1] not in PREPOSITIONS else cue[1] - 2].endswith(
            ("ed", "wn", "ld")
        ):
            return not any(
                low[j]
                in (
                    "quoted",
                    "concerned",
                    "worried",
                    "expected",
                    "supposed",
                    "convinced",
                    "pleased",
                    "committed",
                    "opposed",
                    "surprised",
                    "disappointed",
                    "alarmed",
                    "troubled",
                    "interested",
                    "determined",
                    "prepared",
                    "excited",
                    "inclined",
                    "said",
                )
                for j in range(k, cue[1])
            )
    return False


def _content_for(
    view: View, cue: Range, source: Range | None, stretch: Stretch, group: Group | None, pool: _Pool
) -> list[Range]:
    """The contents the encoder links to a cue nearby, else the free one that stands next to cue or source."""
    near = {
        one
        for one in pool.within(stretch.first - 60, stretch.last + 80)
        if abs(_stretch_at(view, one[0]) - stretch.number) <= 1
    }
    if group is not None:
        linked = [r for piece in group.content if (r := _range(view, piece)) in near and r not in pool.used]
        if linked:
            return linked
    free = [one for one in pool.within(stretch.first, stretch.last) if one not in pool.used]
    ends = [r for r in (cue, source) if r]
    touching = [one for one in free if min(_gap(one, end) for end in ends) <= 6]
    return [min(touching, key=lambda one: (min(_gap(one, end) for end in ends), one))] if touching else []


def _of_contents(
    view: View, found: Found, pools: dict[str, _Pool], made: list[Credit], unsure: list[Credit]
) -> None:
    """What contents are left: to the credit the encoder links them to nearby, or a credit without a cue."""
    by_cue = {credit.cue: credit for credit in made if credit.cue}
    pool, sources = pools["content"], pools["source"]
    lonely: list[tuple[Range, float, Group]] = []
    for group in found.groups:
        cue = _range(view, group.cue) if group.cue is not None else None
        holder = by_cue.get(cue) if cue is not None else None
        for piece in group.content:
            content = _range(view, piece)
            if content is None or content in pool.used:
                continue
            stretch = view.stretches[_stretch_at(view, content[0])]
            if (
                holder is not None
                and stretch.block == view.stretches[holder.stretch].block
                and abs(stretch.number - holder.stretch) <= 1
                and _belongs(view, content, holder)
                and not any(_held(content, one) > 0.5 or _held(one, content) > 0.5 for one in holder.content)
            ):
                pool.used.add(content)
                holder.content.append(content)
            else:
                lonely.append((content, piece.score, group))
    waiting: dict[int, list[Credit]] = {}
    for credit in unsure:
        waiting.setdefault(credit.stretch, []).append(credit)
    for content, score, group in lonely:
        stretch = view.stretches[_stretch_at(view, content[0])]
        here = waiting.get(stretch.number, [])
        ruled = next((one for one in here if _alike(one.content[0], content) > 0.4), None)
        pool.used.add(content)
        if ruled is not None:
            here.remove(ruled)
            ruled.content[0] = content
            if ruled.source is not None:
                ruled.source = _best(ruled.source, sources.over(ruled.source)) or ruled.source
            made.append(ruled)
        elif score >= LONELY and view.blocks[stretch.block].kind not in (
            "headline",
            "subhead",
            "dek",
            "label",
        ):
            linked = _range(view, group.source) if group.source is not None else None
            source = linked if linked in set(sources.within(stretch.first, stretch.last)) else None
            signed = _signature(view, content, sources) if source is None else None
            if signed is not None:
                source = signed
                sources.used.add(signed)
            if content[1] - content[0] < (5 if source is None else 2):
                continue
            made.append(
                Credit(
                    cue=None,
                    source=source,
                    content=[content],
                    kind="expresses",
                    stretch=stretch.number,
                    rule="encoder, no cue",
                )
            )


def _signature(view: View, content: Range, sources: _Pool) -> Range | None:
    """The free source that stands beside a content with only marks between: “…” — Moreno; Moreno: “…”."""
    low = view.words.lower
    for source in sources.within(content[0] - 12, content[1] + 6):
        if source in sources.used:
            continue
        between = low[source[1] : content[0]] if source[1] <= content[0] else low[content[1] : source[0]]
        marks = [word for word in between if not any(letter.isalnum() for letter in word)]
        if 0 < len(between) <= 5 and len(marks) == len(between) and _SIGNS & set(marks):
            return source
    return None


_SIGNS = {"—", "–", "―", "-", "--", ":", "~"}


def _belongs(view: View, content: Range, holder: Credit) -> bool:
    """Whether a further content stands where one does: quoted, or next to what the credit has."""
    if view.quoted[content[0]] >= 0:
        return True
    if holder.rule in LOOKS_AHEAD and holder.cue is not None and content[1] <= holder.cue[0]:
        return False  # what stands before "he says that …" is no part of it
    ends = [*holder.content, *(r for r in (holder.cue, holder.source) if r)]
    return min(_gap(content, end) for end in ends) <= 3


#: Rules whose content stands after the cue only.
LOOKS_AHEAD = {"clause, following", "tell, following", "object", "want", "refusal"}
#: How sure the encoder must be of a content that no cue and no source claims.
LONELY = 0.5


def _gap(a: Range, b: Range) -> int:
    return b[0] - a[1] if a[1] <= b[0] else a[0] - b[1] if a[0] >= b[1] else 0


def _as_cue(view: View, cue: Range, stretch: Stretch) -> Cue:
    """The encoder's cue as the rules know cues: kind and frame from the word in it that says so."""
    for k in range(cue[0], cue[1]):
        known = cue_at(view, k, stretch.first, stretch.last)
        if known is not None:
            return Cue(
                cue[0],
                known.verb,
                max(cue[1], known.last if known.frame == "clause" else cue[1]),
                known.kind,
                known.frame,
                known.form,
            )
    return Cue(cue[0], cue[0], cue[1], cue_kind(view, cue), "object", "past")


def cue_kind(view: View, cue: Range | None) -> str:
    """The kind of saying that the words of a cue name; "expresses" where the lists have none of them."""
    if cue is None:
        return "says"
    low = view.words.lower
    for k in range(cue[0], cue[1]):
        word = low[k]
        if word in DECLINE_CUES and any(low[j] == "to" for j in range(k + 1, min(k + 3, len(low)))):
            return "declines"
        for rest, kind, _ in PHRASE_CUES.get(word, ()):
            if tuple(low[k + 1 : k + 1 + len(rest)]) == rest:
                return kind
    negated = any(low[k] in ("not", "never") or low[k].endswith(("n't", "n’t")) for k in range(*cue))
    for k in range(cue[1] - 1, cue[0] - 1, -1):
        word = low[k]
        for table in (CLAUSE_CUES, TELL_CUES, OBJECT_CUES, WANT_CUES):
            if word in table:
                kind = table[word][0]
                return (
                    "declines"
                    if negated and word in ("say", "comment", "respond", "elaborate", "confirm")
                    else kind
                )
        if word in NOUN_CUES:
            return NOUN_CUES[word]
    if low[cue[0]] in ("according", ":"):
        return "says"
    return "expresses"


# --- edges --------------------------------------------------------------------------------------------


def _to_quotation(view: View, piece: Range) -> Range:
    """A content that holds most of a quotation holds all of it, marks included."""
    a, b = piece
    for edge in (a, b - 1):
        number = view.quoted[edge]
        if number < 0:
            continue
        quotation = view.quotations[number]
        first, last = view.words.between(quotation.start, quotation.end)
        held = min(b, last) - max(a, first)
        if held > 0.5 * (last - first):
            a, b = min(a, first), max(b, last)
    return a, b


def _merged(pieces: Sequence[Range]) -> list[Range]:
    """The pieces in order; what overlaps is one."""
    found: list[Range] = []
    for a, b in sorted(set(pieces)):
        if found and a < found[-1][1]:
            found[-1] = (found[-1][0], max(b, found[-1][1]))
        else:
            found.append((a, b))
    return found


# --- places -------------------------------------------------------------------------------------------


def _range(view: View, piece: Piece) -> Range | None:
    """The words of a piece; a piece that cuts a word takes the whole of it."""
    words = view.words
    a = bisect_right(words.ends, piece.start)
    b = bisect_right(words.starts, piece.end - 1)
    return (a, b) if a < b else None


def _stretch_at(view: View, word: int) -> int:
    low, high = 0, len(view.stretches) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if view.stretches[middle].first <= word:
            low = middle
        else:
            high = middle - 1
    return low
