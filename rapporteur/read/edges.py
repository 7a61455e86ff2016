"""Where the content of a credit begins and ends, told from cues, commas and quotations."""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.languages.en.anonymity import TERMS_OPENERS
from rapporteur.languages.en.cues import NOUN_CUES, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS
from rapporteur.read.cue import Cue
from rapporteur.read.phrases import Range, is_finite
from rapporteur.read.scene import Credit, Scene
from rapporteur.read.settings import past_setting
from rapporteur.read.sources import condition_in
from rapporteur.read.speakers import addressee, subject_before
from rapporteur.read.stretches import View


def object_end(scene: Scene, cue: Cue, source: Range, end: int) -> int:
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


def content_left(scene: Scene, at: int) -> Range | None:
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


def quotes_right(scene: Scene, at: int) -> list[Range]:
    """Quotations right after a cue's tail, with no other cue between: “A,” he said, “B.”"""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    at = past_setting(view, at, stretch.last)
    while (
        at < stretch.last and low[at] in (",", ".", ":", ";", "—", "–", "and", "but") and view.quoted[at] < 0
    ):
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


def opens_clause(scene: Scene, at: int) -> bool:
    """Whether another credit's clause begins here: "but he suggested", "adding that"."""
    return any(at <= cue.first <= at + 6 and cue.frame != "noun" for cue in scene.cues)


def clause_end(scene: Scene, at: int, cue: Cue, tight: bool = False) -> int:
    """Where the content that begins at `at` ends: before the next credit that is no part of it, or the full stop."""
    view, stretch, low = scene.view, scene.stretch, scene.view.words.lower
    end = trim_end(view, at, stretch.last)
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
            and not (low[k] == "as" and _names_it(view, k + 1, end))
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
        if low[k] == "," and k > at and _is_aside(view, k + 1, end):
            end = k
            break
        k += 1
    return trim_end(view, at, end)


def _is_aside(view: View, at: int, end: int) -> bool:
    """Whether the report's own words about the telling begin here: "a claim that could not be verified",
    "asking not to be named".
    """
    low = view.words.lower
    if at + 3 >= end:
        return False
    if low[at] in ("a", "an"):
        return low[at + 1] in NOUN_CUES and low[at + 2 : at + 4] == ["that", "could"]
    if low[at] not in TERMS_OPENERS:
        return False
    condition = condition_in(view, at, end)
    return condition is not None and condition.start <= view.words.ends[at]


def _names_it(view: View, at: int, end: int) -> bool:
    """Whether "as" says what a thing is called, not when: "hailed the accord as “a bridge”", "as a step"."""
    if at >= end:
        return False
    if view.quoted[at] >= 0:
        return True
    return view.words.lower[at] in ("a", "an", "the") and not any(
        is_finite(view, k) for k in range(at + 1, min(end, at + 8))
    )


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
    if low[before] in ("but", "while") and (low[source[0]] in SUBJECT_PRONOUNS or other.frame == "decline"):
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
    at = past_setting(view, at, scene.stretch.last)
    return at >= scene.stretch.last or low[at] in (".", ",", ";")


def trim_end(view: View, begin: int, end: int) -> int:
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


def nonempty(view: View, content: Sequence[Range]) -> list[Range]:
    return [(a, b) for a, b in ((a, trim_end(view, a, b)) for a, b in content) if b > a]


def marked(scene: Scene, credit: Credit) -> Credit:
    """Marks whether quotation is what the credit credits."""
    view = scene.view
    total = sum(b - a for a, b in credit.content)
    inside = sum(view.quoted[k] >= 0 for a, b in credit.content for k in range(a, b))
    credit.is_direct = bool(total) and inside > 0.6 * total
    return credit
