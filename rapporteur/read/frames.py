"""The frames of crediting: “said”, “told”, “called”, “according to”; each a rule from cue to credit."""

from __future__ import annotations

from dataclasses import replace

from rapporteur.languages.en.cues import (
    COORDINATORS,
    LISTENERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from rapporteur.read.cue import Cue
from rapporteur.read.edges import (
    clause_end,
    content_left,
    marked,
    nonempty,
    object_end,
    opens_clause,
    quotes_right,
)
from rapporteur.read.framing import following, goes_on, lists_things, parenthetical
from rapporteur.read.phrases import Range, antecedent, phrase_before
from rapporteur.read.scene import Credit, Scene
from rapporteur.read.settings import goes_back, only_sets, past_setting
from rapporteur.read.side_frames import by_noun
from rapporteur.read.speakers import addressee, subject_after
from rapporteur.read.stretches import View
from rapporteur.read.subjects import source_left


def credit_of(scene: Scene, cue: Cue) -> Credit | None:
    """The credit of one cue that stands outside quotations: the first rule for its frame that answers."""
    rules = {
        "accord": (_according,),
        "passive": (_passive,),
        "decline": (_refusal,),
        "noun": (by_noun,),
        "tell": (_telling,),
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
        left = content_left(scene, cue.first)
        if left is None or (cue.frame == "accord" and cue.first == scene.stretch.first):
            at = source[1] + 1 if source[1] < last and low[source[1]] == "," else source[1]
            return following(scene, cue, source, at) if at < last else None
        return _inverted(scene, cue, source, left)
    to: Range | None = None
    at = cue.last
    if cue.frame == "tell":
        to = addressee(view, at, last)
        at = to[1] if to else at
    if cue.frame in ("clause", "tell"):
        at = past_setting(view, at, last)
        if at >= last or low[at] in (".", ",", ";", "—", "–"):
            found = parenthetical(scene, cue, source, at)
            if found is not None:
                found.to = to
                return found
        while at < last and low[at] in (",", ":"):
            at += 1
    if at >= last:
        return None
    if cue.frame in ("object", "want"):
        return _thing(scene, cue, source, at)
    found = following(scene, cue, source, at)
    if found is not None:
        found.to = to
    return found


def _according(scene: Scene, cue: Cue) -> Credit | None:
    view, stretch = scene.view, scene.stretch
    source = subject_after(view, cue.last, stretch.last)
    if (
        source is None
        and cue.last < stretch.last
        and view.words.lower[cue.last] in ("him", "her", "them", "it")
    ):
        source = (cue.last, cue.last + 1)
    if source is None or not _may_be_cited(scene, cue, source):
        return None
    if _passes_on(scene, cue):
        return None
    after = source[1]
    low = view.words.lower
    left = content_left(scene, cue.first)
    if left is not None and left[1] > left[0]:
        content = [left]
        if (
            after < stretch.last
            and low[after] == ","
            and after + 1 < stretch.last
            and (only_sets(view, left) or not opens_clause(scene, after + 1))
        ):
            right = (after + 1, clause_end(scene, after + 1, cue))
            if right[1] - right[0] > 2 and low[after + 1] not in (
                "who",
                "which",
                "and",
                "but",
                "while",
                "whose",
            ):
                content = [right] if only_sets(view, left) and right[1] - right[0] > 4 else [left, right]
        return scene.credit(cue, source, content, "according to, after")
    start = after + 1 if after < stretch.last and low[after] in (",", ":", "—", "–") else after
    content = [(start, clause_end(scene, start, cue))]
    return scene.credit(cue, source, nonempty(view, content), "according to, before")


def _passes_on(scene: Scene, cue: Cue) -> bool:
    """“…,” Moreno said, according to the agency: it passes on what he said, and is cited, but says nothing."""
    last = scene.made[-1] if scene.made else None
    if (
        last is None
        or last.rule not in ("parenthetical", "inverted")
        or last.cue is None
        or not last.is_direct
    ):
        return False
    end = max(last.cue[1], last.source[1] if last.source else 0)
    return end == cue.first or (end + 1 == cue.first and scene.view.words.lower[end] == ",")


def _may_be_cited(scene: Scene, cue: Cue, source: Range) -> bool:
    """Whether "according to" cites: "priced according to a basket of currencies" tells how, by no one's word."""
    view, low = scene.view, scene.view.words.lower
    if (
        cue.first == scene.stretch.first
        or low[cue.first - 1] in (",", "—", "–", "(", ";")
        or view.quoted[cue.first - 1] >= 0
    ):
        return True
    stop = next(
        (k for k in range(source[0] + 1, source[1]) if low[k] in PREPOSITIONS or low[k] == ","), source[1]
    )
    return any(
        view.is_actor(k)
        or view.named[k] >= 0
        or k in view.nouned
        or view.words.words[k][0].isupper()
        or low[k] in SUBJECT_PRONOUNS | OBJECT_PRONOUNS
        for k in range(source[0], stop)
    )


def _refusal(scene: Scene, cue: Cue) -> Credit | None:
    source = source_left(scene, cue)
    if source is None:
        return None
    content = [(cue.last, clause_end(scene, cue.last, cue))]
    return scene.credit(cue, source, nonempty(scene.view, content), "refusal", kind="declines")


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
    return scene.credit(cue, source, [content], "passive")


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
    left = content_left(scene, cue.first)
    if left is None:
        return None
    if view.quoted[before] < 0 and not (_is_inversion(scene, source) and _can_speak(view, source)):
        return None
    return _inverted(scene, cue, source, left)


def _inverted(scene: Scene, cue: Cue, source: Range, left: Range) -> Credit:
    """The credit of “A,” said Moreno, “B.”"""
    content = [left, *quotes_right(scene, source[1])]
    if len(content) == 1 and goes_on(scene, left, source[1]):
        # "The tally, said Moreno, is final"
        content.append((source[1] + 1, clause_end(scene, source[1] + 1, cue)))
    return marked(scene, scene.credit(cue, source, nonempty(scene.view, content), "inverted"))


def _can_speak(view: View, source: Range) -> bool:
    """Whether anything in a phrase but a possessive can be who spoke: "echoed Moreno’s sentiment" has nobody."""
    low = view.words.lower
    return any(
        view.is_actor(k) and not (k + 1 < source[1] and low[k + 1] in ("'s", "’s", "'", "’"))
        for k in range(*source)
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
    source = source_left(scene, cue)
    if source is None:
        return None
    to = addressee(view, cue.last, stretch.last)
    at = to[1] if to else cue.last
    at = past_setting(view, at, stretch.last)
    if (
        at >= stretch.last
        or low[at] in (".", ",", ";", "—", "–", ":")
        or view.quoted[at] >= 0
        or goes_back(scene, source, at)
    ):
        found = parenthetical(scene, cue, source, at)
        if found is not None:
            found.to = to
            return found
    if at < stretch.last and low[at] in (",", ":") and at + 1 < stretch.last and view.quoted[at + 1] >= 0:
        at += 1
    if at >= stretch.last:
        return None
    found = following(scene, cue, source, at)
    if found is not None:
        found.to = to
    return found


def _clause(scene: Scene, cue: Cue) -> Credit | None:
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    source = source_left(scene, cue)
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
    at = past_setting(view, at, stretch.last)
    if goes_back(scene, source, at):
        found = parenthetical(scene, cue, source, at)
        if found is not None:
            found.to = to
            return found
    pause = (
        at >= stretch.last or low[at] in (".", ",", ";", "—", "–") or (view.quoted[at] < 0 and low[at] == ")")
    )
    if pause:
        found = parenthetical(scene, cue, source, at)
        if found is not None:
            found.to = to
            return found
        found = _as_said(scene, cue, source, at)
        if found is not None:
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
    found = following(scene, cue, source, at)
    if found is not None:
        found.to = to
    return found


def _as_said(scene: Scene, cue: Cue, source: Range, at: int) -> Credit | None:
    """ "As Moreno put it, …": what follows the comma."""
    low, stretch = scene.view.words.lower, scene.stretch
    opens = source[0] - 1 == stretch.first and low[stretch.first] == "as"
    if not opens or at + 2 >= stretch.last or low[at] != ",":
        return None
    found = following(scene, cue, source, at + 1)
    return replace(found, rule="as X said") if found is not None else None


def _leading(scene: Scene, cue: Cue, source: Range, to: Range | None) -> Credit:
    """A line that ends in a comma or a colon: the next paragraph is what was said."""
    return scene.credit(cue, source, [], "leads into the next paragraph", to=to, leads=True)


def _object(scene: Scene, cue: Cue) -> Credit | None:
    source = source_left(scene, cue)
    return _thing(scene, cue, source, cue.last) if source is not None else None


def _thing(scene: Scene, cue: Cue, source: Range, at: int) -> Credit | None:
    """called the war a “loser”; wants the talks to go on"""
    view = scene.view
    end = clause_end(scene, at, cue, tight=cue.frame == "object")
    end = object_end(scene, cue, source, end)
    content = nonempty(view, [(at, end)])
    if not content or (
        content[0][1] - content[0][0] < 2
        and view.words.lower[content[0][0]] in SUBJECT_PRONOUNS | {"him", "them", "it", "this", "that", "us"}
    ):
        return None
    credit = scene.credit(cue, source, content, cue.frame)
    credit.lists = lists_things(view, cue, end)
    return marked(scene, credit)
