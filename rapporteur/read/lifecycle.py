"""Whether what a trigger tells of took place, is planned, was put off or is only spoken of.

From tense, modals, negation and the words that govern the trigger ("scheduled to", "failed to", "a planned …").
`None` means: no happening is told here. Planned is never held.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.inflect import Form
from rapporteur.model import Status
from rapporteur.read.clauses import Words, finite, is_adverb, stops

Shape = Literal["finite", "infinitive", "participle", "reduced", "purpose"]
_Make = Callable[[Status | None, str], "Group"]


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries: where it begins, what it says of the happening, and by which rule.

    `outer` is the word where the governing phrase begins ("had been scheduled to meet"), for the subject.
    """

    start: int
    outer: int
    status: Status | None
    passive: bool
    shape: Shape
    rule: str
    negated: bool = False
    habitual: bool = False
    control: int | None = None  # the word before “to” where somebody else was asked to do it


def verb_group(
    words: Words, i: int, form: Form, *, noun_too: bool = False, headline: bool = False
) -> Group | None:
    """Read the verb at word `i` with what stands before it; None where it is no verb or no happening."""
    low = words.low
    k, negated, habitual = i - 1, False, False
    auxiliaries: list[str] = []
    while k >= 0:
        word = low[k]
        if word in en.QUOTES or word in ("'", "`"):
            k -= 1
        elif word in en.NEGATIONS:
            negated, k = True, k - 1
        elif word == "to":
            if form != "base" and not (form == "ed" and auxiliaries):
                break
            if form == "base" and auxiliaries:
                return None  # “to be brief”
            return _infinitive(words, i, k, auxiliaries, negated, habitual, form)
        elif _auxiliary(word) and words.mention[k] is None:
            negated = negated or word.endswith("n't") or word in ("cannot",)
            auxiliaries.append(word)
            k -= 1
        elif (is_adverb(word) and words.mention[k] is None) or (word == "likely" and low[k - 1] in en.FUTURE):
            habitual = habitual or word in en.HABIT
            k -= 1
        else:
            break
    first = k + 1
    before = low[k] if k >= 0 else ""
    kinds = {_kind(word) for word in auxiliaries}
    passive = form in ("ed", "en") and bool(kinds & {"be", "get"})

    nobody = (
        k > 0 and low[k - 1] == "no" and words.mention[k] is None
    )  # “no one has been …”, “no minister signed”

    def made(status: Status | None, rule: str, shape: Shape = "finite") -> Group:
        if status in ("held", "ongoing", "planned", "proposed") and _conditional(words, first):
            status, rule = "proposed", "conditional"
        elif status is not None and (negated or nobody or before in en.NEGATIVE_SUBJECTS):
            status = "denied"
        return Group(first, first, status, passive, shape, rule, negated, habitual)

    if "future" in kinds:
        return made("planned", "will")
    if "conditional" in kinds:
        return made(
            "proposed", "would" if any(word in ("would", "wouldn't") for word in auxiliaries) else "modal"
        )
    if form == "ing":
        return _progressive(words, k, first, kinds, made)
    if form == "base" and kinds & {"be", "have"}:
        return None  # “to be brief”
    if form == "base":
        if "do" in kinds:
            return made("held", "did" if set(auxiliaries) & {"did", "didn't"} else "does")
        return _bare(words, i, k, made, noun_too, headline)
    if form == "s":
        return _present(words, i, k, made, noun_too, headline)
    if auxiliaries == ["be"]:
        return made("proposed", "conditional")  # “should a deal be reached”
    if "have" in kinds:
        return made("held", "perfect")
    if form == "en" and auxiliaries in (["he's"], ["she's"]) and not behind_is_by(words, i):
        return made("held", "perfect")  # “he's spoken to …”
    if auxiliaries == ["being"] and (k < 0 or before in en.CONJUNCTIONS):
        return None  # “…, and being welcomed by them could help”
    if auxiliaries == ["being"]:
        if before in en.ING_GOVERNORS:  # “risks being overridden”
            effect = en.ING_GOVERNORS[before]
            return Group(
                first, first, _effect(effect, None), True, "participle", f"ing:{before}", negated, habitual
            )
        return Group(first, first, "ongoing", True, "finite", "passive", negated, habitual)
    if "be" in kinds or "get" in kinds:
        if "being" not in auxiliaries and not kinds & {"have", "get"} and set(auxiliaries) & _PRESENT_BE:
            # “nothing is agreed”, “it is banned”: a state, unless a condition makes it a wish
            return made("proposed", "conditional") if _conditional(words, first) else None
        return made("ongoing" if "being" in auxiliaries else "held", "passive")
    if before in ("remain", "remains", "remained", "stay", "stays", "stayed"):
        return None  # “remains opposed”
    if behind_is_by(words, i) and before in en.CONDITIONS:
        return None  # “if confirmed by …”
    if form == "en":
        if _adjectival(words, i, before):
            return None
        return Group(first, first, "held", True, "reduced", "reduced-passive", negated, habitual)
    if _adjectival(words, i, before):
        return None
    behind = low[i + 1] if i + 1 < len(low) else ""
    if behind == "by" and (negated or before in ("anything", "everything", "whatever")):
        return None
    if behind == "by" and "any" in low[max(0, k - 5) : k + 1]:
        return None  # “any deal signed by them”
    if behind == "by" and (k < 0 or before not in en.SUBJECTS):
        return Group(first, first, "held", True, "reduced", "reduced-passive", negated, habitual)
    if k < 0 and behind not in en.DETERMINERS:
        return Group(first, first, "held", True, "reduced", "reduced-passive", negated, habitual)
    return made("held", "past")


_PRESENT_BE = frozenset(("is", "are", "am", "'s", "isn't", "aren't"))


def behind_is_by(words: Words, i: int) -> bool:
    """Whether “by” stands behind the participle at word `i`."""
    return words.low[i + 1 : i + 2] == ("by",)


def _auxiliary(word: str) -> bool:
    return _kind(word) != ""


def _kind(word: str) -> str:
    if word in en.BE or word == "being":
        return "be"
    if word in en.HAVE or word.endswith("'ve"):
        return "have"
    if word in ("he's", "she's"):
        return "be"
    if word in en.DO:
        return "do"
    if word in en.FUTURE or word.endswith("'ll"):
        return "future"
    if word in en.CONDITIONAL or (word.endswith("'d") and len(word) > 2):
        return "conditional"
    if word in en.GETS:
        return "get"
    return ""


def _adjectival(words: Words, i: int, before: str) -> bool:
    """A participle before a noun tells of the noun: “the proposed plan”, “frozen assets”."""
    behind = words.low[i + 1] if i + 1 < len(words.low) else ""
    opens = not behind or not behind[0].isalpha() or behind in en.PREPOSITIONS or behind in en.DETERMINERS
    if before in en.DETERMINERS or before.endswith(("'s", "s'")):
        return (
            not (
                before in ("that", "this", "these", "those", "all", "both", "each")
                and (opens or behind in en.PRONOUNS)
            )
            or not opens
        )
    if before == "as":  # “as agreed”, “as opposed to”, but “as agreed last December”
        return i + 1 >= len(words.low) or words.timex[i + 1] is None
    if before in en.PREPOSITIONS and before not in ("after", "before", "since", "than"):
        return not opens
    return False


def _conditional(words: Words, first: int) -> bool:
    """Whether the clause that holds word `first` is opened by if, unless or whether."""
    for k in range(first - 1, max(-1, first - 14), -1):
        if words.low[k] in en.CONDITIONS:
            return True
        if stops(words, k) or words.low[k] == "," or words.low[k] in en.SUBORDINATORS:
            return False
    return False


def in_condition(words: Words, i: int) -> bool:
    """Whether word `i` stands in a clause opened by if or unless, over what “and” or “or” joins on to it."""
    joined = True
    for k in range(i - 1, -1, -1):
        word = words.low[k]
        if word in ("if", "unless"):
            return joined
        if word == "," and words.low[k + 1] not in ("and", "or") and words.low[k - 1] not in ("if", "unless"):
            joined = False
        if stops(words, k) or word in ("that", "but", "because"):
            return False
    return False


def _effect(effect: en.Effect, outer: Group | None) -> Status | None:
    """The status that a governing word leaves, given the group it is itself the verb of."""
    if effect == "skip":
        return None
    base: Status = outer.status if outer is not None and outer.status is not None else "held"
    if outer is not None and outer.negated:
        return None if effect == "proposed" else "denied"  # “do not want to negotiate” tells of nothing
    if effect == "same":
        return base
    if effect == "ongoing":
        return base if base in ("planned", "proposed", "denied") else "ongoing"
    if effect == "open":
        return "proposed"
    if effect == "denied" and base in ("planned", "proposed"):
        return "proposed"
    return effect


def _infinitive(
    words: Words, i: int, to: int, auxiliaries: list[str], negated: bool, habitual: bool, form: Form
) -> Group | None:
    """“… to sign”: what stands before “to” decides."""
    low = words.low
    passive = form in ("ed", "en") and any(_kind(word) in ("be", "get") for word in auxiliaries)
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
    if _kind(word) == "be" and word not in ("be", "been", "being"):
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
    if word == "yet" and not (k > 0 and _kind(low[k - 1]) in ("have", "be")):
        effect = None
    if effect is not None:
        outer_group = _governor_group(words, k)
        status = _effect(effect, outer_group)
        if status in ("held", "planned", "ongoing") and _conditional(words, outer_group.start):
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
    control = _object_control(words, k)
    if control is not None and low[control] in en.BROUGHT_ABOUT and not negated:
        # “prompted the minister to warn …”: it came to that
        return Group(to, control, "held", passive, "infinitive", "made-to", negated, habitual, control=k)
    if control is not None:
        return Group(to, control, "proposed", passive, "infinitive", "asked-to", negated, habitual, control=k)
    effect = en.NOUN_GOVERNORS.get(word)
    if effect is not None:
        return Group(
            to, to, _effect(effect, None), passive, "infinitive", f"noun-to:{word}", negated, habitual
        )
    for back in range(k, max(0, k - 6), -1):  # “took to the airwaves on Monday to dispute …”
        if low[back] == "to" and low[back - 1] in ("took", "takes", "taken"):
            return Group(to, back - 1, "held", passive, "infinitive", "took-to", negated, habitual)
    return Group(to, to, "planned", passive, "purpose", "purpose", negated, habitual)


def _outer_start(words: Words, k: int) -> int:
    while k > 0 and (
        _auxiliary(words.low[k - 1]) or is_adverb(words.low[k - 1]) or words.low[k - 1] in en.NEGATIONS
    ):
        k -= 1
    return k


def _governor_group(words: Words, k: int) -> Group:
    """The group whose verb or adjective stands at word `k` (“had been scheduled”, “is not expected”)."""
    start = _outer_start(words, k)
    held = [words.low[j] for j in range(start, k)]
    kinds = {_kind(word) for word in held}
    negated = any(word in en.NEGATIONS or word.endswith("n't") for word in held)
    status: Status = "planned" if "future" in kinds else "proposed" if "conditional" in kinds else "held"
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


def _progressive(words: Words, k: int, first: int, kinds: set[str], make: _Make) -> Group | None:
    """“is meeting”, “after meeting”, “started drafting”, “, calling on …”."""
    low = words.low
    before = low[k] if k >= 0 else ""
    if "be" in kinds:
        past = any(
            low[j] in ("was", "were", "wasn't", "weren't") for j in range(first, len(low)) if j < first + 3
        )
        return make("held", "was-doing") if past else make("ongoing", "is-doing")
    if words.mention[k] is not None if k >= 0 else False:
        return None
    if before in en.DETERMINERS or before.endswith(("'s", "s'")):
        return None
    effect = en.ING_GOVERNORS.get(before)
    if effect is not None:
        governor = _governor_group(words, k) if before.isalpha() and before not in en.PREPOSITIONS else None
        if governor is not None and governor.start > 0 and low[governor.start - 1] == "to":
            # “allows them to continue denying”: what governs the governor decides
            governor = _infinitive(words, k, governor.start - 1, [], False, False, "base")
            if governor is None or governor.status is None:
                return None
        status = _effect(effect, governor)
        if status == "held" and before == "by" and set(low[max(0, k - 9) : k]) & en.CONDITIONAL:
            status = "proposed"  # “can ensure it by vetoing …”
        if status is None:
            return None
        return Group(
            first, governor.start if governor else first, status, False, "participle", f"ing:{before}"
        )
    if k < 0:  # “Smelling weakness, they …” tells; “Reaching a deal may …” does not
        verb = next((j for j in range(1, len(low)) if finite(words, j)), len(low))
        if "," not in low[:verb]:
            return None
    if 0 <= k <= 2 and before == ",":
        return None  # “Second, bombing the sites would …”
    if before in (",", "—", "–", "--", "-") or k < 0:
        return Group(first, first, "held", False, "participle", "participle")
    return None


def _bare(words: Words, i: int, k: int, make: _Make, noun_too: bool, headline: bool) -> Group | None:
    """A base form without “to” or auxiliary: a present plural, or joined to an earlier infinitive or modal."""
    low = words.low
    before = low[k] if k >= 0 else ""
    if before in ("and", "or", ",") and not (noun_too and not _takes_object(words, i)):
        for back in range(k - 1, max(-1, k - 16), -1):
            if stops(words, back):
                break
            if (
                low[back] == "to"
                and back + 1 < len(low)
                and words.mention[back + 1] is None
                and low[back + 1] not in en.DETERMINERS
            ):
                joined = _infinitive(words, back + 1, back, [], False, False, "base")
                if joined is not None:
                    return joined
                break
            kind = _kind(low[back])
            if kind in ("future", "conditional"):
                return make("planned" if kind == "future" else "proposed", "joined-modal")
    if before in en.DETERMINERS:
        return None
    if k >= 0 and _subjunctive(words, k):
        return make("proposed", "subjunctive")
    subject = (
        before in ("they", "we", "you", "i", "who")
        or (
            k >= 0
            and words.mention[k] is not None
            and words.mention[k].kind in ("group", "organisation", "role", "place")  # type: ignore[union-attr]
        )
        or (
            before.endswith("s")
            and not before.endswith(("'s", "ss"))
            and before.isalpha()
            and len(before) > 3
        )
    )
    if not subject or (noun_too and not _takes_object(words, i)):
        return None
    return make("held" if headline else "ongoing", "present")


def _subjunctive(words: Words, k: int) -> bool:
    """Whether a base form stands in what somebody asks for: “recommended that the envoy take …”."""
    for back in range(k, max(-1, k - 16), -1):
        word = words.low[back]
        if word == "that" and back and words.mention[back] is None:
            return any(asked in en.ASKS_THAT for asked in words.low[max(0, back - 2) : back])
        if stops(words, back) or word in en.SUBORDINATORS or word == "to":
            return False
    return False


def _present(words: Words, i: int, k: int, make: _Make, noun_too: bool, headline: bool) -> Group | None:
    """“The minister demands …”: the day's news in a headline, a standing matter elsewhere."""
    before = words.low[k] if k >= 0 else ""
    if k < 0 or before in en.DETERMINERS or before.endswith(("'s", "s'")) or before in en.PREPOSITIONS:
        return None
    if noun_too and not (_takes_object(words, i) and (words.mention[k] is not None or before in en.SUBJECTS)):
        return None
    return make("held" if headline else "ongoing", "present")


def _takes_object(words: Words, i: int) -> bool:
    """Whether what follows a word that may be noun or verb reads like a verb's object."""
    if i + 1 >= len(words.low):
        return False
    behind = words.low[i + 1]
    return (
        words.mention[i + 1] is not None or behind in en.DETERMINERS or behind in en.PRONOUNS
        or behind in ("that", "to", "for", "on", "back", "off", "with", "down")
    )  # fmt: skip


def undone(words: Words, i: int) -> Status | None:
    """“… but postponed the trip”: what the rest of the sentence does to a plan, or None."""
    for k in range(i + 1, len(words.low)):
        if words.low[k] in en.TURNED:
            for behind in range(k + 1, min(k + 9, len(words.low))):
                effect = en.UNDONE.get(words.low[behind])
                if words.low[behind] in ("put", "pushed") and {"off", "back"} & set(
                    words.low[behind + 1 : behind + 4]
                ):
                    effect = "postponed"
                if effect in ("postponed", "cancelled") and words.mention[behind] is None:
                    return effect
            return None
    return None


def is_finite(words: Words, i: int) -> bool:
    """Whether word `i` is a finite verb (see `clauses.finite`)."""
    return finite(words, i)
