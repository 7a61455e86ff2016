"""Whether two renderings tell of one utterance: the same words, nearly the same, or the same meaning, in time.

Each rule is asked in order and the first that speaks decides. A speaker, a date, a number or a negation that
stands against it keeps two utterances apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from rapporteur.record import names, wording
from rapporteur.record.judged import overlap
from rapporteur.record.layer import Join, Node
from rapporteur.record.moments import bounds

LONG_RUN = 6  # shared runs of five words: ten words in a row
TOLD_RUN = 8  # shared runs of five words: twelve words in a row
NEAR = 4  # days between two reports of one paraphrased utterance
SHORT = 4, 12  # words an utterance told in few words has
FAR = 12  # days between two reports of one quoted utterance, unless the run is long
STRETCH = 400  # days within which even a long run is one occasion unless dated otherwise


def same_speaker(left: dict[str, Any], right: dict[str, Any]) -> str:
    """ "yes", "no" or "open": whether two speakers can be one, as far as their names tell."""
    kinds = {left["class"], right["class"]}
    if kinds == {"p"}:
        a, b = tuple(left["tokens"]), tuple(right["tokens"])
        if names.same_person(a, b) is None:
            return "no"
        return "yes"
    if kinds <= {"x", "d"}:
        if names.same_thing(left["key"], right["key"]) is not None:
            return "yes"
        a_party, b_party = left.get("party"), right.get("party")
        return "open" if a_party and a_party == b_party else "no"
    a_party, b_party = left.get("party"), right.get("party")
    if a_party and b_party and a_party != b_party:
        return "no"
    return "open"


def join(left: Node, right: Node) -> Join | None:
    """The rules in order; the first that speaks decides."""
    a, b = left.data, right.data
    if overlap(left.key, right.key):
        return None  # one is told inside the other
    speaker = same_speaker(a["speaker"], b["speaker"])
    if speaker == "no" or _whens_part(a["when"], b["when"]):
        return None
    apart = days_apart(a["known"], b["known"])
    for rule in RULES:
        if (found := rule(a, b, speaker, apart)) is not None:
            return found
    return None


def by_long_run(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """Ten words in a row, inside quotation marks in one of them: one utterance, however far apart."""
    shared = len(wording.unpack(a["runs"]) & wording.unpack(b["runs"]))
    quoted = wording.unpack(a["said"]) & wording.unpack(b["runs"]) or wording.unpack(
        b["said"]
    ) & wording.unpack(a["runs"])
    if shared < LONG_RUN or not quoted or apart > (STRETCH if speaker == "yes" else FAR):
        return None
    return Join(strength=0.95 if speaker == "yes" else 0.8, rule="the same words, ten or more in a row")


def by_told_run(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """Twelve words in a row, told of the same speaker within days, quoted or not."""
    shared = len(wording.unpack(a["runs"]) & wording.unpack(b["runs"]))
    if speaker != "yes" or apart > NEAR or shared < TOLD_RUN or _numbers_part(a, b):
        return None
    return Join(strength=0.78, rule="the same words, twelve or more in a row")


def by_quoted_run(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """Six quoted words in a row within days, and no mere stock phrase of two long utterances; nine words
    where it is open whether the speakers are one."""
    shared = len(wording.unpack(a["said"]) & wording.unpack(b["said"]))
    if apart > FAR or shared < (2 if speaker == "yes" else 5):
        return None
    if shared < 5 and _covered(a, b) < 0.5:
        return None
    return Join(strength=0.9 if speaker == "yes" else 0.7, rule="the same quoted words")


def by_quoted_phrase(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """A whole short quotation of the same speaker within days, with one more word in common."""
    if speaker != "yes" or apart > NEAR:
        return None
    if not wording.unpack(a["said"]) & wording.unpack(b["said"]):
        return None
    common = set(a["stems"]) & set(b["stems"])
    return Join(strength=0.75, rule="the same quoted phrase") if len(common) >= 3 else None


def by_words(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """Nearly all words that carry content, the same numbers, turned the same way, within days."""
    if apart > NEAR or a["negated"] != b["negated"] or _numbers_part(a, b):
        return None
    x, y = set(a["stems"]), set(b["stems"])
    common = len(x & y)
    alike = common / len(x | y)
    cut = common >= 6 and alike >= 0.4 and _covered(a, b) >= 0.8
    if common >= 5 and (alike >= (0.5 if speaker == "yes" else 0.7) or (cut and speaker == "yes")):
        return Join(strength=0.5 + 0.2 * alike, rule="nearly the same words")
    if common >= 4 and alike >= 0.8 and speaker == "yes":
        return Join(strength=0.5 + 0.2 * alike, rule="nearly the same words")
    return None


def by_few_words(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """What the same speaker said in few words, word for word, or all but a word or two of it, within two days."""
    if speaker != "yes" or apart > 2 or a["negated"] != b["negated"] or _numbers_part(a, b):
        return None
    if not (_is_dated(a["known"]) and _is_dated(b["known"])):
        return None  # so few words may have been said on any day
    x, y = set(a["stems"]), set(b["stems"])
    few = min(len(wording.tokens(a["text"])), len(wording.tokens(b["text"])))
    if few < SHORT[0] or len(x & y) < 2 or _covered(a, b) < 0.8:
        return None
    if wording.tokens(a["text"]) == wording.tokens(b["text"]):
        return Join(strength=0.72, rule="the same few words")
    shared = wording.unpack(a["runs"]) & wording.unpack(b["runs"])
    if few <= SHORT[1] and shared and (len(x & y) >= 3 or len(x | y) <= 4):
        return Join(strength=0.6, rule="nearly the same few words")
    return None


def by_meaning(a: Any, b: Any, speaker: str, apart: int) -> Join | None:
    """The same named speaker, near in time, vectors close and two words in five in common."""
    if speaker != "yes" or apart > 2 or a["negated"] != b["negated"] or _numbers_part(a, b):
        return None
    x, y = set(a["stems"]), set(b["stems"])
    common = len(x & y)
    if common < 4 or common / len(x | y) < 0.4:
        return None
    close = wording.cosine(a["vector"], b["vector"])
    return Join(strength=0.5 + 0.1 * close, rule="the same in other words") if close >= 0.85 else None


VERBATIM = ("the same words, ten or more in a row", "the same quoted words")
RULES = (by_long_run, by_quoted_run, by_told_run, by_quoted_phrase, by_words, by_few_words, by_meaning)


def _covered(a: Any, b: Any) -> float:
    """How much of what the shorter of two utterances says the other says too."""
    x, y = set(a["stems"]), set(b["stems"])
    return len(x & y) / min(len(x), len(y))


def _numbers_part(a: Any, b: Any) -> bool:
    x, y = set(a["numbers"]), set(b["numbers"])
    return bool(x and y and not (x <= y or y <= x))


def days_apart(left: Sequence[str | None], right: Sequence[str | None]) -> int:
    """Fewest days between two windows; 0 where they touch or one is open."""
    a, b = [day_of(x) for x in left], [day_of(x) for x in right]
    if a[1] and b[0] and a[1] < b[0]:
        return (b[0] - a[1]).days
    if b[1] and a[0] and b[1] < a[0]:
        return (a[0] - b[1]).days
    return 0


def _is_dated(known: Sequence[str | None]) -> bool:
    """Whether a report is known to be of one week."""
    first, last = (day_of(moment) for moment in known)
    return first is not None and last is not None and (last - first).days <= 7


def day_of(moment: str | None) -> date | None:
    try:
        return date.fromisoformat(moment[:10]) if moment else None
    except ValueError:
        return None


def _whens_part(left: str | None, right: str | None) -> bool:
    """Whether two EDTF dates of utterances have no day in common, a day of time zones allowed for."""
    a, b = edtf_days(left), edtf_days(right)
    if a is None or b is None:
        return False
    return (b[0] - a[1]).days > 1 or (a[0] - b[1]).days > 1


def edtf_days(when: str | None) -> tuple[date, date] | None:
    """The first and last day an EDTF date or interval may mean; None where it is none."""
    edges = bounds(when)
    return (date.fromisoformat(edges[0][:10]), date.fromisoformat(edges[1][:10])) if edges else None


def conflict(left: Sequence[Node], right: Sequence[Node]) -> str | None:
    """Groups stay apart where a speaker or a date of one cannot be the other's."""
    if any(same_speaker(a, b) == "no" for a in _named(left) for b in _named(right)):
        return "different speakers"
    days, others = ({node.data["when"] for node in side} for side in (left, right))
    if any(_whens_part(a, b) for a in days for b in others):
        return "said on different days"
    return None


def _named(side: Sequence[Node]) -> list[dict[str, Any]]:
    """The distinct speakers of a group that have a name."""
    speakers = (node.data["speaker"] for node in side)
    return list(
        {str(who.get("tokens") or who.get("key")): who for who in speakers if who["class"] != "a"}.values()
    )
