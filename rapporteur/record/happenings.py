"""When two event mentions tell of one happening, judged from the two alone; conservative throughout.

Dates that cannot meet, places that differ, another kind of happening, or nobody in common keep two apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from rapporteur.record import names
from rapporteur.record.layer import Join, Node
from rapporteur.record.passages import hash32

NEAR = 3  # days between reports that tell of an undated happening
STRETCH = 10  # days under one key of two who meet
WIDEST = 90  # days from which on a date says too little to look for partners by
WIDE = 40  # days: a date wider than this is no date to join on
_CALLS = frozenset(("call", "briefing", "mediation"))
_ONE_A_DAY = frozenset(("AGREE", "DEADLINE"))
"""Of these there is seldom more than one a day among the same parties, whatever they are called."""
_OFF = frozenset(("postponed", "cancelled"))
_TABLE = frozenset(("talks", "meeting", "delegation"))
"""Ways of coming together that one report may call by turns; a visit or “events” are something else."""
_DEALS = frozenset(("deal", "signing"))
_ONCE = {"resignation": "source", "dismissal": "target", "appointment": "target"}
"""What befalls one person once in a season, and the role in which he stands in it."""
SEASON = 60  # days
_UNDOES = frozenset(("postponement", "cancellation"))


def day(text: str | None) -> date | None:
    """The day an ISO date or moment falls on; None where it is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def blocks(data: Mapping[str, Any]) -> Iterator[str]:
    """Exact keys under which partners are sought: who or where, on a day or in a stretch of days."""
    family = data["family"]
    if len(data["stems"]) >= 6:
        yield f"{family}|same|{hash32(' '.join(data['stems'])):08x}"
    if family in ("CONSULT", "AGREE"):
        yield f"{family}|{data['report']}"
    if data["mode"] in _ONCE:
        yield from (f"{family}|{data['mode']}|{key}" for key in data["keys"] if key.startswith("p:"))
    keys = sorted({*data["keys"], *([f"at:{data['place']}"] if data["place"] else [])})[:8]
    if data["dates"] is not None:
        first, last = day(data["dates"][0]), day(data["dates"][1])
        assert first is not None
        assert last is not None
        if (last - first).days <= 9:
            common = ["*"] if family in _ONE_A_DAY and (last - first).days <= 1 else []
            for n in range((last - first).days + 1):
                yield from (f"{family}|{key}@{first.toordinal() + n}" for key in [*keys, *common])
            if (last - first).days <= 1:
                yield f"{family}|{data['lemma']}@{first.toordinal()}"
    # Two dated ones share a day; of others the reports came out within NEAR days of each other.
    stretches = {
        *_stretches(data["dates"]),
        *_stretches(data["known"], 0 if data["dates"] is not None else NEAR),
    }
    yield from (
        f"{family}|{a}+{b}@{number}" for number in sorted(stretches) for a, b in combinations(keys, 2)
    )


def _stretches(days: Sequence[str] | None, around: int = 0) -> range:
    """The stretches that these days touch, or days around them; none where they are unknown or too many."""
    first, last = (day(days[0]), day(days[1])) if days is not None else (None, None)
    if first is None or last is None or (last - first).days > WIDEST:
        return range(0)
    return range((first.toordinal() - around) // STRETCH, (last.toordinal() + around) // STRETCH + 1)


def join(left: Node, right: Node) -> Join | None:
    """The rules in order; the first that speaks decides."""
    a, b = left.data, right.data
    if a["family"] != b["family"] or apart(a, b) is not None:
        return None
    for rule in RULES:
        strength = rule(a, b)
        if strength is not None:
            return Join(strength=strength, rule=str(rule.__doc__).split(".")[0])
    return None


def apart(a: Mapping[str, Any], b: Mapping[str, Any]) -> str | None:
    """Why two mentions cannot be of one happening; None where nothing stands against it."""
    if a["dates"] is not None and b["dates"] is not None and not _meet(a["dates"], b["dates"]):
        return "their dates do not meet"
    if a["place"] and b["place"] and not _same_place(a["place"], b["place"]):
        return "their places differ"
    if (a["mode"] in _CALLS) != (b["mode"] in _CALLS):
        return "a call is no meeting"
    if (
        {a["status"], b["status"]} & _OFF
        and a["status"] != b["status"]
        and a["dates"] != b["dates"]
        and a["dates"]
        and b["dates"]
    ):
        return "what was put off is not what took place"
    if {a["status"], b["status"]} in ({"held", "postponed"}, {"held", "cancelled"}) and a["report"] == b[
        "report"
    ]:
        return "what was put off is not what took place"
    if a["ordinal"] and b["ordinal"] and a["ordinal"] != b["ordinal"]:
        return "they are counted apart"
    return None


def _meet(left: Sequence[str], right: Sequence[str]) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]


def _same_place(left: str, right: str) -> bool:
    if left == right or names.same_thing(left, right) is not None:
        return True
    # a country and its capital may be one place; two towns or two countries are not
    return f"@{names.capital_of(left)}" == right or f"@{names.capital_of(right)}" == left


def _shared(a: Mapping[str, Any], b: Mapping[str, Any]) -> int:
    """How many of those who take part are the same, people first, then parties none of them stands for."""
    people = 0
    used: set[int] = set()
    for one in a["people"]:
        for n, other in enumerate(b["people"]):
            if n not in used and _same(one, other):
                used.add(n)
                people += 1
                break
    # a party counts only where one side names nobody of it: two ministers of one country are two people
    told = _persons_of(a) & _persons_of(b)
    counted = {p["party"] for n, p in enumerate(b["people"]) if n in used}
    return people + len((set(a["parties"]) & set(b["parties"])) - told - counted)


def _same_doer(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether those who do it are the same on both sides: who warned, not who was warned."""
    few, many = sorted(
        ([one for one in side["people"] if one["role"] == "source"] for side in (a, b)), key=len
    )
    return bool(few) and all(any(_same(one, other) for other in many) for one in few)


def _persons_of(a: Mapping[str, Any]) -> set[str]:
    return {one["party"] for one in a["people"] if one["class"] == "p" and one["party"]}


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one["class"] != other["class"]:
        return False
    if one["class"] == "p":
        return names.same_person(tuple(one["tokens"]), tuple(other["tokens"])) is not None
    return bool(one["key"] == other["key"] or names.same_thing(one["key"], other["key"]) is not None)


def _width(dates: Sequence[str] | None) -> int | None:
    first, last = (day(dates[0]), day(dates[1])) if dates is not None else (None, None)
    return (last - first).days if first is not None and last is not None else None


def _near(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether the reports came out within a few days of each other."""
    left, right = day(a["known"][0]), day(b["known"][0])
    if left is None or right is None:
        return bool(a["report"] == b["report"])
    return abs((left - right).days) <= NEAR


def _told_alike(a: Mapping[str, Any], b: Mapping[str, Any]) -> int:
    return len(set(a["stems"]) & set(b["stems"]))


# --- the rules ---------------------------------------------------------------------------------------


def put_off(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """what the same sentence puts off"""
    same = a["report"] == b["report"] and a["sentence"] == b["sentence"]
    undoes = (a["mode"] in _UNDOES) != (b["mode"] in _UNDOES)
    return (
        0.97
        if same and undoes and {a["status"], b["status"]} <= {"postponed", "cancelled", "planned"}
        else None
    )


def same_day_and_place(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """same days, same place and a participant in common"""
    width = _both(a, b)
    if a["family"] != "CONSULT" or width is None or width > 9 or not (a["place"] and b["place"]):
        return None
    if not _shared(a, b) and a["people"] and b["people"]:
        return None
    if a["place"].startswith("@") != b["place"].startswith("@"):
        return None
    return 0.95


def same_day_and_people(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """same days and two participants in common"""
    width = _both(a, b)
    if width is None or width > 9:
        return None
    shared = _shared(a, b)
    if a["family"] == "CONSULT":
        return 0.9 if shared >= 2 else None
    if not _same_doer(a, b):
        return None
    if shared >= 2 and (a["mode"] == b["mode"] or _told_alike(a, b) >= 5):
        return 0.85
    return 0.8 if shared >= 1 and a["mode"] == b["mode"] and _told_alike(a, b) >= 4 else None


def same_month_place_people(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """dates that can meet, same place and two participants in common"""
    width = _both(a, b)
    if a["family"] != "CONSULT" or width is None or width > WIDE or not (a["place"] and b["place"]):
        return None
    return 0.75 if _shared(a, b) >= 2 else None


def undated_told_alike(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """no date on one side, told in reports of the same days with the same people"""
    if a["dates"] is not None and b["dates"] is not None:
        return None
    if not _near(a, b) or a["status"] in ("planned", "proposed") or b["status"] in ("planned", "proposed"):
        return None
    shared, alike = _shared(a, b), _told_alike(a, b)
    if ("visit" in (a["mode"], b["mode"]) or "event" in (a["mode"], b["mode"])) and a["mode"] != b["mode"]:
        return None
    if a["family"] not in ("CONSULT", "AGREE") and not _same_doer(a, b):
        return None
    if a["place"] and b["place"] and a["family"] == "CONSULT" and shared >= 1 and alike >= 2:
        return 0.7
    if shared >= 2 and a["mode"] == b["mode"] and alike >= 4:
        return 0.6
    if shared >= 1 and a["family"] != "CONSULT" and a["mode"] == b["mode"] and alike >= 6:
        return 0.55
    return None


def same_report(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """told again in the same report"""
    if a["report"] != b["report"] or not {a["status"], b["status"]} <= {"held", "ongoing"}:
        return None
    if a["dates"] is not None and b["dates"] is not None and a["dates"] != b["dates"]:
        return None
    if a["family"] == "AGREE":
        deals = a["mode"] in _DEALS and b["mode"] in _DEALS
        return 0.44 if deals and _told_alike(a, b) >= 4 else None
    if a["family"] != "CONSULT" or not {a["mode"], b["mode"]} <= _TABLE:
        return None
    strangers = bool(a["people"] and b["people"]) and not _shared(a, b)
    if a["place"] and a["place"] == b["place"] and not strangers:
        return 0.46
    people = [[one for one in side["people"] if one["class"] == "p"] for side in (a, b)]
    both = sum(any(_same(one, other) for other in people[1]) for one in people[0])
    return 0.44 if both >= 2 else None


def goes_on(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """the next sentence goes on about the meeting with somebody who was there"""
    if a["report"] != b["report"] or a["family"] != "CONSULT" or a["nth"] is None or b["nth"] is None:
        return None
    if not {a["mode"], b["mode"]} <= _TABLE or {a["status"], b["status"]} - {"held", "ongoing"}:
        return None
    told, again = (a, b) if a["nth"] < b["nth"] else (b, a)
    noun = str(again["lemma"]).rpartition("|")[2]
    bare = not (again["people"] or again["others"] or again["dates"] or again["place"])
    if bare and again["nth"] - told["nth"] == 1 and str(again["title"]).lower().startswith(f"the {noun} "):
        return 0.7  # “The meeting lasted an hour.”
    if again["nth"] - told["nth"] != 1 or again["dates"] is not None or again["place"] or not again["back"]:
        return None
    strangers = [
        one
        for one in again["people"]
        if one["class"] == "p" and not any(_same(one, other) for other in told["people"])
    ]
    return 0.72 if _shared(told, again) and not strangers else None


def once(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """one person leaves or takes up an office once in a season"""
    role = _ONCE.get(a["mode"])
    if role is None or a["mode"] != b["mode"] or {a["status"], b["status"]} != {"held"}:
        return None
    people = [
        [one for one in side["people"] if one["role"] == role and one["class"] == "p"] for side in (a, b)
    ]
    left, right = ((day(side["dates"][0]) if side["dates"] else day(side["known"][0])) for side in (a, b))
    if (
        not any(_same(one, other) for one in people[0] for other in people[1])
        or left is None
        or right is None
    ):
        return None
    return 0.7 if abs((left - right).days) <= SEASON else None


def who_came(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """who came, told near the talks it speaks of"""
    if a["report"] != b["report"] or not (a["delegation"] or b["delegation"]) or a["family"] != "CONSULT":
        return None
    if {a["status"], b["status"]} != {"held"} or a["mode"] in ("visit", "briefing", "event"):
        return None
    other = b if a["delegation"] else a
    if (
        other["mode"] not in ("talks", "meeting", "delegation")
        or a["sentence"] is None
        or b["sentence"] is None
    ):
        return None
    return 0.45 if abs(a["sentence"] - b["sentence"]) <= 1500 else None


def same_words(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """the same sentence, printed again"""
    if a["report"] == b["report"] or len(a["stems"]) < 6 or a["stems"] != b["stems"]:
        return None
    return 0.9 if a["mode"] == b["mode"] and a["lemma"] == b["lemma"] else None


def same_day_words(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """same day, same word for it, told in nearly the same words"""
    width = _both(a, b)
    if width is None or width > 1 or a["lemma"] != b["lemma"] or a["report"] == b["report"]:
        return None
    alike, least = _told_alike(a, b), min(len(a["stems"]), len(b["stems"]))
    return 0.8 if alike >= 5 and alike >= 0.7 * least else None


def same_deal(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """one accord or deadline of the day, told in like words"""
    width = _both(a, b)
    if a["family"] not in _ONE_A_DAY or width is None or width > 31 or a["dates"] != b["dates"]:
        return None
    if width > 1 and a["family"] != "DEADLINE":
        return None
    deals = ("deal", "agreement", "signing", "deadline")
    if a["mode"] not in deals or b["mode"] not in deals:
        return None
    return (
        0.8 if _told_alike(a, b) >= 3 and not (a["parties"] and b["parties"] and not _shared(a, b)) else None
    )


RULES = (
    same_words,
    put_off,
    same_day_and_place,
    same_day_and_people,
    same_day_words,
    same_deal,
    same_month_place_people,
    undated_told_alike,
    goes_on,
    once,
    same_report,
    who_came,
)
"""In order; the first that gives a strength decides."""


def _both(a: Mapping[str, Any], b: Mapping[str, Any]) -> int | None:
    """The wider of two dates in days; None where one is missing."""
    left, right = _width(a["dates"]), _width(b["dates"])
    return None if left is None or right is None else max(left, right)


def conflict(left: Sequence[Node], right: Sequence[Node]) -> str | None:
    """Why two groups of mentions are two happenings, although a pair of them would join."""
    for a in left:
        for b in right:
            why = apart(a.data, b.data)
            if why is not None:
                return why
    return None
