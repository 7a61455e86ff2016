"""“… to sign”: what stands before “to” decides whether it was done, is planned, or was only asked for."""

from __future__ import annotations

from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.inflect import Form
from rapporteur.model import Status
from rapporteur.read.clauses import Words, is_adverb, stops
from rapporteur.read.verb_parts import Group, auxiliary_kind, conditional, effect_of, is_auxiliary


def infinitive(
    words: Words, i: int, to: int, auxiliaries: list[str], negated: bool, habitual: bool, form: Form
) -> Group | None:
    """“… to sign”: what stands before “to” decides."""
    low = words.low
    passive = form in ("ed", "en") and any(auxiliary_kind(word) in ("be", "get") for word in auxiliaries)
    k = to - 1
    if k > 2 and low[k].isdigit() and low[k - 1] in ("to", "-", "against") and low[k - 2].isdigit():
        k -= 3  # “voted 812 to 95 to strike”
    while k > 0 and (
        words.timex[k] is not None or (low[k] in ("on", "in") and words.timex[k + 1] is not None)
    ):
        k -= 1  # “failed on Thursday to agree”
    while (
        k >= 0
        and (is_adverb(low[k]) or low[k] in en.NEGATIONS or low[k] in en.QUOTES)
        and words.mention[k] is None
    ):
        negated = negated or low[k] in en.NEGATIONS
        if low[k] == "yet":
            break
        k -= 1
    # “to meet X and to sign”, “to meet or sign”
    if k < 0:
        return None
    word = low[k]
    if auxiliary_kind(word) == "be" and word not in ("be", "been", "being"):
        outer = _outer_start(words, k)
        return Group(
            outer,
            outer,
            "denied" if negated else "planned",
            passive,
            "infinitive",
            "is-to",
            negated,
            habitual,
        )
    effect = en.TO_GOVERNORS.get(word) if words.mention[k] is None else None
    if word in ("vote", "votes") and k > 0 and (low[k - 1][0].isdigit() or low[k - 1] in en.ENOUGH):
        return Group(
            to, to, None, passive, "purpose", "purpose", negated, habitual
        )  # “needs 60 votes to pass”
    if word == "yet" and not (k > 0 and auxiliary_kind(low[k - 1]) in ("have", "be")):
        effect = None
    if effect is not None:
        outer_group = governor_group(words, k)
        status = effect_of(effect, outer_group)
        if word in en.TRIES and outer_group.status == "planned" and not outer_group.negated:
            status = "planned"  # “will try to block”
        if status in ("held", "planned", "ongoing") and conditional(words, outer_group.start):
            status = "proposed"  # “if they are going to sign”
        if negated and status in ("held", "planned", "proposed"):
            status = "denied"  # “vowed not to sign”
        if status is None:
            return None
        return Group(
            to,
            outer_group.start,
            status,
            passive,
            "infinitive",
            f"to:{word}",
            negated or outer_group.negated,
            habitual,
        )
    if any(low[b] in _WORKS and low[b + 1] == "with" for b in range(max(0, k - 6), k)):
        return Group(to, to, "proposed", passive, "infinitive", "to:work", negated, habitual)
    if word in en.REPUTED and k > 0 and auxiliary_kind(low[k - 1]) == "be":
        outer = _outer_start(words, k)
        told: Status = (
            "denied" if negated else "held" if "have" in map(auxiliary_kind, auxiliaries) else "ongoing"
        )
        return Group(to, outer, told, passive, "infinitive", "reputed", negated, habitual)
    control = _object_control(words, k)
    if control is not None and low[control] in en.BROUGHT_ABOUT and not negated:
        # “prompted the minister to warn …”: it came to that
        return Group(to, control, "held", passive, "infinitive", "made-to", negated, habitual, control=k)
    if control is not None:
        return Group(to, control, "proposed", passive, "infinitive", "asked-to", negated, habitual, control=k)
    effect = en.NOUN_GOVERNORS.get(word)
    if effect is not None:
        return Group(
            to, to, effect_of(effect, None), passive, "infinitive", f"noun-to:{word}", negated, habitual
        )
    for back in range(k, max(0, k - 6), -1):  # “took to the airwaves on Monday to dispute …”
        if low[back] == "to" and low[back - 1] in ("took", "takes", "taken"):
            return Group(to, back - 1, "held", passive, "infinitive", "took-to", negated, habitual)
    return Group(to, to, "planned", passive, "purpose", "purpose", negated, habitual)


_WORKS = en.words("work works worked working cooperate cooperates cooperated cooperating")


def _outer_start(words: Words, k: int) -> int:
    while k > 0 and (
        is_auxiliary(words.low[k - 1]) or is_adverb(words.low[k - 1]) or words.low[k - 1] in en.NEGATIONS
    ):
        k -= 1
    return k


def governor_group(words: Words, k: int) -> Group:
    """The group whose verb or adjective stands at word `k` (“had been scheduled”, “is not expected”)."""
    start = _outer_start(words, k)
    held = [words.low[j] for j in range(start, k)]
    kinds = {auxiliary_kind(word) for word in held}
    negated = any(word in en.NEGATIONS or word.endswith("n't") for word in held)
    status: Status = "planned" if "future" in kinds else "proposed" if "conditional" in kinds else "held"
    if start > 0 and words.low[start - 1] == "to" and words.mention[k] is None:
        # “would be able to vote to approve …”: what governs the governor decides
        over = infinitive(words, k, start - 1, [], False, False, "base")
        if over is not None and over.status is not None and over.shape == "infinitive":
            status, start = over.status, over.outer
    return Group(start, start, status, False, "finite", "governor", negated)


def _object_control(words: Words, k: int) -> int | None:
    """The verb that asks somebody else to: “urged the minister to sign”; its index, or None."""
    for back in range(k, max(-1, k - 9), -1):
        word = words.low[back]
        if (
            words.mention[back] is None
            and (word in en.OBJECT_CONTROL or word in en.EXPECT_CONTROL)
            and back < k
        ):
            return back
        if word == "called" and words.low[back + 1] == "on" and words.mention[back] is None:
            return back
        if word == "that" and back and words.low[back - 1] in en.OBJECT_CONTROL:
            continue  # “prompted that country's minister to …”
        if stops(words, back) or word in en.SUBORDINATORS or word == "to":
            if word == "to" and back < k and words.low[back - 1] in en.OBJECT_CONTROL:
                return back - 1
            return None
    return None
