"""Past what says where, when and in what something was said: none of it is content."""

from __future__ import annotations

from rapporteur.languages.en.cues import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from rapporteur.languages.en.grammar import SETTINGS
from rapporteur.languages.en.names import PLATFORMS
from rapporteur.read.phrases import Range, is_finite
from rapporteur.read.scene import Scene
from rapporteur.read.stretches import View


def goes_back(scene: Scene, source: Range, at: int) -> bool:
    """Whether “…,” Moreno said in a reply sent from Tarn: a quotation before the source, no content after the cue."""
    view, low = scene.view, scene.view.words.lower
    if at >= scene.stretch.last or source[0] == scene.stretch.first or view.quoted[source[0] - 1] < 0:
        return False
    return (
        view.quoted[at] < 0
        and low[at] in CIRCUMSTANCES
        and past_circumstance(view, at, scene.stretch.last) is None
    )


CIRCUMSTANCES = (
    PREPOSITIONS | {"ahead", "when", "as", "while", "before", "after", "citing", "speaking", "according"}
) - {
    "between",
    "about",
}


def past_circumstance(view: View, at: int, end: int) -> int | None:
    """Where the content begins after "in Tarn on Monday after a day of talks": at "that" or a quotation."""
    low = view.words.lower
    for k in range(at + 1, min(end, at + 24)):
        if view.quoted[k] >= 0:
            return k if low[k - 1] in (",", ":") else None
        if low[k] == "that" and low[k - 1] not in ("of", "in", "to"):
            return k
        if (
            low[k] == ","
            and k + 2 < end
            and view.quoted[k + 1] < 0
            and low[k + 1] in ("the", "he", "she", "they", "it")
        ):
            return k + 1
    return None


def past_setting(view: View, at: int, end: int) -> int:
    """Past what says where, when and in what something was said: "on Monday", "in a statement", "to reporters"."""
    low = view.words.lower
    while at < end and view.quoted[at] < 0:
        word = low[at]
        if (
            view.timed[at] >= 0
            or word in _DAYS
            or (word.endswith("ly") and view.words.words[at].islower())
            or word in ("here", "again", "today", "too", "ago")
        ):
            at += 1
            continue
        timed = at + 1 < end and (view.timed[at + 1] >= 0 or low[at + 1] in _DAYS)
        if timed and (
            word == "on" or (word in ("in", "over", "during") and _that_follows(view, at + 1, end))
        ):
            at += 1
            continue
        stop = _setting(view, at, end)
        if stop is None:
            break
        at = stop
    return at


def _that_follows(view: View, at: int, end: int) -> bool:
    """Whether "that" comes right after a time: "said in recent days that …"."""
    while at < end and view.timed[at] >= 0:
        at += 1
    return at < end and view.words.lower[at] == "that"


_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "tonight"}


def _setting(view: View, at: int, end: int) -> int | None:
    """The end of "in a statement on …", "at a news conference in Tarn", "on Facebook", "during a visit"; None otherwise."""
    low = view.words.lower
    if low[at] not in ("in", "at", "on", "during", "via", "by", "after", "following", "to", "through", "of"):
        return None
    if low[at] == "of":
        return None
    k = at + 1
    if k < end and (view.words.words[k] in PLATFORMS or " ".join(view.words.words[k : k + 2]) in PLATFORMS):
        return k + (1 if view.words.words[k] in PLATFORMS else 2)
    seen = False
    while k < end and k - at < 9 and view.quoted[k] < 0:
        if low[k] in SETTINGS:
            seen = True
        elif (
            low[k] in (",", ".", ":", ";", "that")
            or is_finite(view, k)
            or low[k] in SUBJECT_PRONOUNS
            or (
                seen
                and low[k] not in PREPOSITIONS
                and view.named[k] < 0
                and low[k] not in DETERMINERS
                and view.timed[k] < 0
            )
        ):
            break
        k += 1
    return k if seen and (k >= end or low[k] in (",", ".", ":", ";", "that") or view.quoted[k] >= 0) else None


def only_sets(view: View, piece: Range) -> bool:
    """Whether a few words before an insertion are no more than a setting: "In response, according to Ruiz, …"."""
    return (
        piece[1] - piece[0] <= 4
        and not any(view.quoted[k] >= 0 or is_finite(view, k) or view.is_actor(k) for k in range(*piece))
        and (view.words.lower[piece[0]] in PREPOSITIONS or view.words.lower[piece[1] - 1].endswith("ly"))
    )
