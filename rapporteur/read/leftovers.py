"""What the encoder saw and no rule did: its cues, its contents, and whom they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.languages.en.cues import (
    CLAUSE_CUES,
    DECLINE_CUES,
    NOUN_CUES,
    OBJECT_CUES,
    PHRASE_CUES,
    PREPOSITIONS,
    TELL_CUES,
    WANT_CUES,
)
from rapporteur.read.cue import Cue
from rapporteur.read.cues import cue_at, find_cues
from rapporteur.read.found import (
    Found,
    Group,
    Pool,
    best_match,
    gap_between,
    likeness,
    range_of,
    share_held,
    stretch_at,
)
from rapporteur.read.frames import content_of
from rapporteur.read.phrases import Range
from rapporteur.read.scene import Credit, Scene
from rapporteur.read.settings import only_sets
from rapporteur.read.stretches import Stretch, View


def of_cues(view: View, found: Found, pools: dict[str, Pool]) -> Iterator[Credit]:
    """A credit for each cue the rules did not see: what touches it, what the encoder links, then the rules."""
    linked = {range_of(view, group.cue): group for group in found.groups if group.cue is not None}
    for cue in pools["cue"].ranges:
        if cue in pools["cue"].used:
            continue
        stretch = view.stretches[stretch_at(view, cue[0])]
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


def _source_for(view: View, cue: Range, stretch: Stretch, group: Group | None, pool: Pool) -> Range | None:
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
    touching = [s for s in here if s not in pool.used and gap_between(s, cue) <= 4]
    if touching:
        return min(touching, key=lambda s: (gap_between(s, cue), s))
    linked = range_of(view, group.source) if group is not None and group.source is not None else None
    if linked in here:
        return linked
    free = [s for s in here if s not in pool.used] or here
    before = [s for s in free if s[1] <= cue[0]]
    return max(before) if before else (min(free) if free else None)


_ASKED_AFTER = {"when", "if", "while", "after", "until", "unless", "(", "”", ","}
_ASKED_OF = {"if", "whether", "about", "when", "how", "why", "what", "who", "on", "by"}


_BE = {"is", "are", "was", "were", "be", "been", "being"}


def _is_passive(view: View, cue: Range, stretch: Stretch) -> bool:
    """Whether a cue says that something was said of or to its subject rather than by it."""
    low = view.words.lower
    if low[cue[0]] == "told" and cue[0] == stretch.first:
        return True  # "Told of the survey, he said …"
    asked = low[cue[0]] == "asked" and (cue[0] == stretch.first or low[cue[0] - 1] in _ASKED_AFTER)
    if asked and (low[cue[0] - 1] != "," or {*low[cue[0] + 1 : cue[1] + 1]} & _ASKED_OF):
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
    view: View, cue: Range, source: Range | None, stretch: Stretch, group: Group | None, pool: Pool
) -> list[Range]:
    """The contents the encoder links to a cue nearby, else the free one that stands next to cue or source."""
    near = {
        one
        for one in pool.within(stretch.first - 60, stretch.last + 80)
        if abs(stretch_at(view, one[0]) - stretch.number) <= 1
    }
    if group is not None:
        linked = [
            r
            for piece in group.content
            if (r := range_of(view, piece)) in near
            and r not in pool.used
            and (view.quoted[r[0]] >= 0 or view.stretches[stretch_at(view, r[0])].block == stretch.block)
        ]
        if linked:
            return linked
    free = [one for one in pool.within(stretch.first, stretch.last) if one not in pool.used]
    ends = [r for r in (cue, source) if r]
    touching = [one for one in free if min(gap_between(one, end) for end in ends) <= 6]
    return (
        [min(touching, key=lambda one: (min(gap_between(one, end) for end in ends), one))] if touching else []
    )


def of_contents(
    view: View, found: Found, pools: dict[str, Pool], made: list[Credit], unsure: list[Credit]
) -> None:
    """What contents are left: to the credit the encoder links them to nearby, or a credit without a cue."""
    by_cue = {credit.cue: credit for credit in made if credit.cue}
    pool, sources = pools["content"], pools["source"]
    lonely: list[tuple[Range, float, Group]] = []
    for group in found.groups:
        cue = range_of(view, group.cue) if group.cue is not None else None
        holder = by_cue.get(cue) if cue is not None else None
        for piece in group.content:
            content = range_of(view, piece)
            if content is None or content in pool.used:
                continue
            stretch = view.stretches[stretch_at(view, content[0])]
            if (
                holder is not None
                and stretch.block == view.stretches[holder.stretch].block
                and abs(stretch.number - holder.stretch) <= 1
                and _belongs(view, content, holder)
                and not any(
                    share_held(content, one) > 0.5 or share_held(one, content) > 0.5 for one in holder.content
                )
            ):
                pool.used.add(content)
                holder.content.append(content)
            else:
                lonely.append((content, piece.score, group))
    waiting: dict[int, list[Credit]] = {}
    for credit in unsure:
        waiting.setdefault(credit.stretch, []).append(credit)
    for content, score, group in lonely:
        stretch = view.stretches[stretch_at(view, content[0])]
        here = waiting.get(stretch.number, [])
        ruled = next((one for one in here if likeness(one.content[0], content) > 0.4), None)
        pool.used.add(content)
        if ruled is not None:
            here.remove(ruled)
            ruled.content[0] = content
            if ruled.source is not None:
                ruled.source = best_match(ruled.source, sources.over(ruled.source)) or ruled.source
            made.append(ruled)
        elif score >= LONELY and view.blocks[stretch.block].kind not in (
            "headline",
            "subhead",
            "dek",
            "label",
        ):
            linked = range_of(view, group.source) if group.source is not None else None
            source = linked if linked in set(sources.within(stretch.first, stretch.last)) else None
            signed = _signature(view, content, sources) if source is None else None
            if signed is not None:
                source = signed
                sources.used.add(signed)
            if content[1] - content[0] < (5 if source is None else 2):
                continue
            if source is None and any(cue and content[0] <= cue[0] < content[1] for cue in by_cue):
                continue  # a quotation nobody is credited with, of what others say in it
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


def _signature(view: View, content: Range, sources: Pool) -> Range | None:
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
    if holder.cue is not None and content[1] <= holder.cue[0] and only_sets(view, content):
        return False
    if holder.rule in LOOKS_AHEAD and holder.cue is not None and content[1] <= holder.cue[0]:
        return False  # what stands before "he says that …" is no part of it
    ends = [*holder.content, *(r for r in (holder.cue, holder.source) if r)]
    return min(gap_between(content, end) for end in ends) <= 3


#: Rules whose content stands after the cue only.
LOOKS_AHEAD = {"clause, following", "tell, following", "object", "want", "refusal"}


#: How sure the encoder must be of a content that no cue and no source claims.
LONELY = 0.5


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
