"""Whether what a trigger tells of took place, is planned, was put off or is only spoken of.

From tense, modals, negation and the words that govern the trigger ("scheduled to", "failed to", "a planned …").
`None` means: no happening is told here. Planned is never held.
"""

from __future__ import annotations

from rapporteur.languages.en import lifecycle as en
from rapporteur.languages.en.events import VERBS
from rapporteur.languages.en.inflect import Form
from rapporteur.model import Status
from rapporteur.read.clauses import Words, finite, is_adverb, stops
from rapporteur.read.infinitives import governor_group, infinitive
from rapporteur.read.present_forms import bare, present
from rapporteur.read.verb_parts import (
    Group,
    Make,
    Shape,
    adjectival,
    auxiliary_kind,
    behind_is_by,
    conditional,
    effect_of,
    is_auxiliary,
)


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
            if form in ("ed", "en") and not auxiliaries:
                return None  # “wants to cut a deal” is no past
            if form != "base" and not (form == "ed" and auxiliaries):
                break
            if form == "base" and auxiliaries:
                return None  # “to be brief”
            return infinitive(words, i, k, auxiliaries, negated, habitual, form)
        elif is_auxiliary(word) and words.mention[k] is None:
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
    kinds = {auxiliary_kind(word) for word in auxiliaries}
    passive = form in ("ed", "en") and bool(kinds & {"be", "get"})

    here = words.mention[k] if k > 0 else None
    nobody = (
        k > 0 and (here is None or here.kind == "document") and _no_before(words, k)
    )  # “no one has been …”, “no minister signed”

    def made(status: Status | None, rule: str, shape: Shape = "finite") -> Group:
        if status in ("held", "ongoing", "planned", "proposed") and conditional(words, first):
            status, rule = "proposed", "conditional"
        elif status is not None and (negated or nobody or before in en.NEGATIVE_SUBJECTS):
            status = "denied"
        return Group(first, first, status, passive, shape, rule, negated, habitual)

    if "future" in kinds:
        return made("planned", "will")
    if (
        "conditional" in kinds
        and "have" in kinds
        and not set(auxiliaries) & {"may", "must", "can't", "cannot"}
    ):
        return Group(first, first, None, passive, "finite", "counterfactual", negated, habitual)
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
        return bare(words, i, k, made, noun_too, headline)
    if form == "s":
        return present(words, i, k, made, noun_too, headline)
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
                first, first, effect_of(effect, None), True, "participle", f"ing:{before}", negated, habitual
            )
        if "without" in low[max(0, first - 6) : first]:
            return made("denied", "passive")  # “without a wider deal being struck”
        return made("ongoing", "passive")
    if "be" in kinds or "get" in kinds:
        if "being" not in auxiliaries and not kinds & {"have", "get"} and set(auxiliaries) & _PRESENT_BE:
            # “nothing is agreed”, “it is banned”: a state, unless a condition makes it a wish
            awaited = "until" in low[max(0, first - 14) : first] and before not in _EVERYTHING
            return made("proposed", "conditional") if awaited or conditional(words, first) else None
        return made("ongoing" if "being" in auxiliaries else "held", "passive")
    if before in (
        "remain",
        "remains",
        "remained",
        "stay",
        "stays",
        "stayed",
        "left",
        "kept",
        "leaves",
        "keeps",
    ):
        return None  # “remains opposed”
    if before in en.CONDITIONS and (behind_is_by(words, i) or not auxiliaries):
        return None  # “if confirmed by …”
    if i and low[i - 1] in en.CONDITIONS and (i + 1 >= len(low) or not low[i + 1][0].isalnum()):
        return None  # “impossible to put back once removed”
    if form == "en":
        if adjectival(words, i, before):
            return None
        return Group(first, first, "held", True, "reduced", "reduced-passive", negated, habitual)
    if adjectival(words, i, before) or _nounlike(words, i):
        return None
    if not auxiliaries and _inverted(words, k):
        return None  # “had the ministry consulted them, …”
    if before in ("and", "or") and not auxiliaries and _joined_state(words, k):
        return None  # “until every point is written down and signed”
    if before in ("and", "or") and not auxiliaries and k > 1 and _participle(low[k - 1]):
        joined = verb_group(words, k - 1, "ed")
        if joined is None:
            return None  # “are jailed or executed”
        if joined.passive and joined.shape == "finite":
            return Group(
                first, joined.outer, joined.status, True, "finite", joined.rule, joined.negated, habitual
            )
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


def _inverted(words: Words, k: int) -> bool:
    """Whether “had” opens the clause right before the subject that ends at word `k`."""
    for back in range(k, max(-1, k - 5), -1):
        if words.low[back] == "had":
            return back < k
        if stops(words, back) or words.low[back] == "," or words.low[back] in en.PREPOSITIONS:
            return False
    return False


def _joined_state(words: Words, k: int) -> bool:
    """Whether what “and” at word `k` joins on to is a present passive with a particle: “is written down and …”."""
    low = words.low
    return k > 2 and low[k - 1] in _PARTICLES and _participle(low[k - 2]) and low[k - 3] in _PRESENT_BE


_PARTICLES = en.words("down up out off in over")


def _participle(word: str) -> bool:
    return word.endswith("ed") or any(form.form in ("ed", "en") for form in VERBS.get(word, ()))


_SHORT = en.words("shot cut bid hit set split cast upset broadcast")


def _nounlike(words: Words, i: int) -> bool:
    """Whether a past form is the noun of the same spelling: “a clear shot at”."""
    return words.low[i] in _SHORT and any(word in en.DETERMINERS for word in words.low[max(0, i - 2) : i])


def _no_before(words: Words, k: int) -> bool:
    """Whether “no” opens the noun phrase that ends at word `k`: “no draft document is being circulated”."""
    for back in range(k - 1, max(-1, k - 4), -1):
        word = words.low[back]
        if word == "no":
            return True
        if not word.isalpha() or word in en.PREPOSITIONS or word in en.DETERMINERS or finite(words, back):
            return False
    return False


_EVERYTHING = frozenset(("everything", "nothing", "all"))
"""Until “the bill is passed” waits for a vote; “until everything is agreed” is a saying."""
_PRESENT_BE = frozenset(("is", "are", "am", "'s", "isn't", "aren't"))


def _progressive(words: Words, k: int, first: int, kinds: set[str], make: Make) -> Group | None:
    """“is meeting”, “after meeting”, “started drafting”, “, calling on …”."""
    low = words.low
    before = low[k] if k >= 0 else ""
    if "be" in kinds:
        past = any(
            low[j] in ("was", "were", "wasn't", "weren't") for j in range(first, len(low)) if j < first + 3
        )
        return make("held", "was-doing") if past else make("ongoing", "is-doing")
    if words.mention[k] is not None if k >= 0 else False:
        return Group(first, first, "ongoing", False, "participle", "with-ing") if _with(words, k) else None
    if before in en.DETERMINERS or before.endswith(("'s", "s'")):
        return None
    effect = en.ING_GOVERNORS.get(before)
    if before == "in" and k and low[k - 1] in _ACHIEVED:
        effect = "same"  # “succeeded in persuading”, “its role in brokering the deal”
    if effect is not None:
        governor = governor_group(words, k) if before.isalpha() and before not in en.PREPOSITIONS else None
        if governor is not None and governor.start > 0 and low[governor.start - 1] == "to":
            # “allows them to continue denying”: what governs the governor decides
            governor = infinitive(words, k, governor.start - 1, [], False, False, "base")
            if governor is None or governor.status is None:
                return None
        status = effect_of(effect, governor)
        if before == "while" and _in_infinitive(words, k):
            return None  # “a plan to fund it while withholding …”
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
        rule = "participle" if before == "," or k < 0 else "participle-dash"
        return Group(first, first, "held", False, "participle", rule)
    return None


_ACHIEVED = en.words("succeeded succeed succeeds role part success speed instrumental")


def _with(words: Words, k: int) -> bool:
    """Whether “, with” or an opening “with” stands before the name that ends at word `k`: “with the unions demanding …”."""
    for back in range(k, max(-1, k - 6), -1):
        if words.low[back] == "with":
            return back == 0 or words.low[back - 1] == ","
        if stops(words, back) or words.low[back] == ",":
            return False
    return False


def _in_infinitive(words: Words, k: int) -> bool:
    """Whether the words before word `k` are what an infinitive governs: “to fund much of it while …”."""
    for back in range(k - 1, max(-1, k - 9), -1):
        if stops(words, back) or words.low[back] == "," or finite(words, back):
            return False
        if (
            words.low[back] == "to"
            and words.low[back + 1] not in en.DETERMINERS
            and not words.mention[back + 1]
        ):
            return True
    return False


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
