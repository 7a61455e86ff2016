"""Disagreements: two facts that do not sit together, with the kind of tension and both sides' addresses.

What a component sums up to is a row of pairs. Later replacing earlier is supersession, whatever the
distance; contradiction is kept for figures of one scope, at one time, that cannot both be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, cast

from rapporteur.languages.en import tensions as words
from rapporteur.model import Disagreement, Tension
from rapporteur.read.issues import ENGLISH
from rapporteur.record import claims
from rapporteur.record.drafts import clash, same_draft, talks_of
from rapporteur.record.layer import Group, Join, Layer, Lookup, Node
from rapporteur.record.sides import alike, apart, later

Found = tuple[Tension, str]  # the kind, and what it is about
SAME_TIME = 5  # days within which two reports speak of one state of things
SOON, LATE = 3, 150  # days between two offers of which the later replaces the earlier
MANNER = 25  # days within which two tellings of how a thing is granted are of one state of the talks
FOLLOWS = 40  # days within which one deadline follows another
FAR = 0.12  # share by which two rough figures of one thing may differ


def join(left: Node, right: Node) -> Join | None:
    """The rules in order; the first that finds a tension names it."""
    a, b = left.data, right.data
    for rule in RULES:
        found = rule(a, b, left.report == right.report) or rule(b, a, left.report == right.report)
        if found:
            return Join(strength=1.0, rule=f"{found[0]}: {found[1]}")
    return None


def _amount(data: Any) -> str:
    number = f"{data['value']:,.10g}"
    bound = "" if data["qualifier"] == "exactly" else f"{data['qualifier']} "
    return f"{bound}{number} {data['unit']}"


def _matter(data: Any) -> str:
    return ENGLISH.title(data["issue"]) if data["issue"] else str(data["unit"])


def _comparable(a: Any, b: Any, together: bool = False) -> bool:
    return (
        a["kind"] == b["kind"] == "figure"
        and a["unit"] == b["unit"]
        and a["issue"] == b["issue"]
        and a["about"] == b["about"]
        and a["value"] != b["value"]
        and (together or alike(a["topic"], b["topic"]))
    )


def two_drafts(a: Any, b: Any, together: bool) -> Found | None:
    """One issue, two drafts, two figures; one party's own earlier and later draft is supersession."""
    if a["kind"] != "figure" or b["kind"] != "figure" or a["of"] is None or b["of"] is None:
        return None
    if not _comparable(a, {**b, "about": a["about"]}, together):
        return None
    about = f"{_matter(a)}: {_amount(a)} / {_amount(b)}"
    if together:
        if a["draft"] == b["draft"]:
            return None
        revised = _same_owner(a, b) and a["of"]["phase"] != b["of"]["phase"]
        return ("supersession" if revised else "different-draft", about)
    why = clash(a["of"], b["of"])
    if why is None:
        return None
    if why == "other parties’ drafts":
        return ("different-draft", about)
    return ("supersession", about) if _same_owner(a, b) else None


def _same_owner(a: Any, b: Any) -> bool:
    return bool(set(a["of"]["owners"]) & set(b["of"]["owners"]))


def one_draft(a: Any, b: Any, together: bool) -> Found | None:
    """One draft, one issue, two figures: a correction if later, a contradiction if at one time."""
    if (
        together
        or not _comparable(a, b)
        or a["of"] is None
        or b["of"] is None
        or _close(a, b)
        or _bounded(a, b)
    ):
        return None
    if same_draft(a["of"], b["of"]) is None or a["scope"] != b["scope"] or len(_shared(a, b)) < 3:
        return None
    about = f"{_matter(a)}: {_amount(a)} / {_amount(b)}"
    if later(a["days"], b["days"]) or later(b["days"], a["days"]):
        return ("supersession", about)
    return ("contradiction", about)


def revised_in_a_sentence(a: Any, b: Any, together: bool) -> Found | None:
    """ "6,000, down from the 6,500 under discussion"; "initially wanted 2,000 but can accept 4,500"."""
    if not together or a["kind"] != "figure" or b["kind"] != "figure" or a["text"] != b["text"]:
        return None
    if a["unit"] != b["unit"] or a["value"] == b["value"] or a["place"] >= b["place"]:
        return None
    text = a["text"]
    found = [
        m.start() for m in re.finditer(r"\d[\d,.]*", text) if _number(m.group()) in (a["value"], b["value"])
    ]
    if len(found) < 2:
        return None
    between, before = text[found[0] : found[1]], text[: found[0]]
    about = f"{_matter(a)}: {_amount(a)} / {_amount(b)}"
    if re.search(words.REVISED, between, re.I) and re.search(words.IN_TALKS, text[found[0] :], re.I):
        return ("supersession", about)
    if re.search(words.BEFORE, before, re.I) and re.search(words.AFTER, between, re.I):
        return ("supersession", about)
    return None


def _number(printed: str) -> float | None:
    try:
        return float(printed.replace(",", "").rstrip("."))
    except ValueError:
        return None


def moved(a: Any, b: Any, together: bool) -> Found | None:
    """What would be allowed or is offered, in one unit on one issue, another figure some weeks later."""
    if (
        together
        or not _comparable(a, b)
        or a["stand"] != "limit"
        or b["stand"] != "limit"
        or a["scope"] != b["scope"]
    ):
        return None
    if (
        a["unit"] in _WIDE
        or _close(a, b)
        or not 0.4 <= a["value"] / b["value"] <= 2.5
        or not later(a["days"], b["days"])
    ):
        return None
    gap = apart(a["days"], b["days"])
    if gap is None or not SOON <= gap <= LATE or not (a["offered"] and b["offered"]):
        return None
    if a["holder"] != b["holder"] and ((a["holder"] and b["holder"]) or len(_shared(a, b)) < 4):
        return None  # two parties' figures do not replace each other
    return ("supersession", f"{_matter(a)}: {_amount(a)} / {_amount(b)}")


_WIDE = frozenset(("percent", "%", "USD", "EUR", "GBP", "people", "countries", "km", "miles"))


def other_scope(a: Any, b: Any, together: bool) -> Found | None:
    """19,000 installed and 10,000 operating, in one sentence: both right, of different things."""
    if (
        not together
        or not _comparable(a, b)
        or a["text"] != b["text"]
        or a["of"] is not None
        or b["of"] is not None
    ):
        return None
    part = a["place"] < b["place"] and re.search(
        words.PART_OF, a["text"][: a["text"].rfind(f"{b['value']:,.10g}")][-60:], re.I
    )
    if part and a["value"] > b["value"] and (b["scope"] or a["scope"]):
        return (
            "different-scope",
            f"{_matter(a)}: {_amount(a)} / {_amount(b)}, {(b['scope'] or ['part'])[0]}",
        )
    if "limit" in (a["stand"], b["stand"]) or not a["scope"] or not b["scope"]:
        return None
    one, other = set(a["scope"]) - set(b["scope"]), set(b["scope"]) - set(a["scope"])
    if not one or not other:
        return None
    scopes = f"{sorted(one)[0]} / {sorted(other)[0]}"
    return ("different-scope", f"{_matter(a)}: {_amount(a)} / {_amount(b)}, {scopes}")


def state_of_things(a: Any, b: Any, together: bool) -> Found | None:
    """Two figures for what there is, of one scope, at one time, too far apart to be one roundly told."""
    if together or not _comparable(a, b) or a["of"] is not None or b["of"] is not None:
        return None
    if a["stand"] != "current" or b["stand"] != "current" or a["scope"] != b["scope"] or not a["scope"]:
        return None
    gap = apart(a["days"], b["days"])
    if gap is None or gap > SAME_TIME or _close(a, b) or _bounded(a, b) or len(_shared(a, b)) < 5:
        return None
    return ("contradiction", f"{_matter(a)}: {_amount(a)} / {_amount(b)}")


def _close(a: Any, b: Any) -> bool:
    return bool(abs(a["value"] - b["value"]) <= FAR * max(abs(a["value"]), abs(b["value"])))


def _bounded(a: Any, b: Any) -> bool:
    """Whether a bound on one side leaves room for the other: "fewer than 6,000" and 5,060."""
    for one, other in ((a, b), (b, a)):
        if one["qualifier"] == "at most" and other["value"] <= one["value"] * 1.02:
            return True
        if one["qualifier"] == "at least" and other["value"] >= one["value"] * 0.98:
            return True
        if one["high"] is not None and one["value"] <= other["value"] <= one["high"]:
            return True
    return False


def _shared(a: Any, b: Any) -> set[str]:
    return set(a["stems"]) & set(b["stems"])


def pointed_at(a: Any, b: Any, together: bool) -> Found | None:
    """A denial and the claim it names itself: "denied reports that …", "Iran denies this"."""
    if a["kind"] != "denied" or b["kind"] != "denial" or a["by"] != b["address"]:
        return None
    return ("denial", _what(b))


def denied(a: Any, b: Any, together: bool) -> Found | None:
    """A claim, and a denial of it close by that speaks of the same people and the same thing."""
    if not together or a["kind"] != "claim" or b["kind"] != "denial" or a["address"] == b["address"]:
        return None
    if not 0 < abs(a["number"] - b["number"]) <= 4:
        return None
    people, stems = set(a["named"]) & set(b["named"]), set(a["stems"]) & set(b["stems"])
    return ("denial", _what(b)) if len(people) >= 2 or len(stems) >= 4 else None


def _what(data: Any) -> str:
    words = " ".join(data["text"].split())
    return words if len(words) <= 110 else words[:109].rsplit(" ", 1)[0] + " …"


def said_to_have_written_it(a: Any, b: Any, together: bool) -> Found | None:
    """One draft, other authors."""
    if a["kind"] != "authors" or b["kind"] != "authors" or a["address"] == b["address"]:
        return None
    if {a["who"], b["who"]} not in ({"people"}, {"unnamed", "body"}):
        return None
    same = a["draft"] == b["draft"] if together else same_draft(a["of"], b["of"]) is not None
    mine, theirs = set(a["last"]), set(b["last"])
    if not same or mine <= theirs or theirs <= mine:
        return None
    return (
        "attribution",
        f"who wrote the {re.sub('^(?:the|a|an) ', '', a['text'], flags=re.I)}: {' and '.join(a['names'])} / {' and '.join(b['names'])}",
    )


def cast_as(a: Any, b: Any, together: bool) -> Found | None:
    """One draft, cast as something to take or leave and as something to talk about."""
    if a["kind"] != "framing" or b["kind"] != "framing" or (a["cast"], b["cast"]) != ("hard", "soft"):
        return None
    same = a["draft"] == b["draft"] if together else same_draft(a["of"], b["of"]) is not None
    return ("framing", f"{a['words']} / {b['words']}") if same else None


def not_seen(a: Any, b: Any, together: bool) -> Found | None:
    """That somebody has not seen a draft does not deny that there is one."""
    if a["kind"] != "unseen" or b["kind"] != "seen":
        return None
    return ("different-scope", f"“{a['words']}” does not deny that there is one")


def there_and_to_be(a: Any, b: Any, together: bool) -> Found | None:
    """ "reduce its stock from 10,000 to 300 kilograms": what there is and what there would be."""
    if not together or a["kind"] != "figure" or b["kind"] != "figure" or a["text"] != b["text"]:
        return None
    if a["unit"] != b["unit"] or a["value"] == b["value"] or a["place"] >= b["place"]:
        return None
    gap = b["place"] - a["place"]
    found = re.search(re.escape(f"{a['value']:,.10g}"), a["text"])
    if found is None or gap > 60 or not re.search(words.REDUCES, a["text"][: found.start()], re.I):
        return None
    if not re.match(r"(?:\s+[a-z-]+){0,3}\s+(?:down |up )?to\s", a["text"][found.end() :]):
        return None
    about = f"{_matter(a)}: {_amount(a)} / {_amount(b)}"
    coming = re.search(words.COMING, a["text"], re.I)
    return (
        ("different-scope", f"{about}, as it stands / as it would be") if coming else ("supersession", about)
    )


def due_later(a: Any, b: Any, together: bool) -> Found | None:
    """A deadline that ran out, and the later one that took its place, told about when it ran out."""
    if a["kind"] != "due" or b["kind"] != "due" or a["when"] >= b["when"] or not b["moved"]:
        return None
    first, second = (date.fromisoformat(one["when"]).toordinal() for one in (a, b))
    told = b["days"][0]
    if second - first > FOLLOWS or told is None or not first - SOON <= told <= first + FOLLOWS // 2:
        return None
    if (a["who"] and b["who"] and a["who"] != b["who"]) or not (together or alike(a["topic"], b["topic"])):
        return None
    return ("supersession", f"deadline: {a['when']} / {b['when']}")


def put_off(a: Any, b: Any, together: bool) -> Found | None:
    """A deadline that gave way to a later one, as one sentence tells."""
    if not together or a["kind"] != "until" or b["kind"] != "extended" or a["text"] != b["text"]:
        return None
    return ("supersession", f"deadline: {a['when']} / {b['when']}")


def granted_otherwise(a: Any, b: Any, together: bool) -> Found | None:
    """One thing said to be granted at once and in steps: of one text a contradiction, else each casts it so."""
    if a["kind"] != "manner" or b["kind"] != "manner" or not a["first"] or b["first"]:
        return None
    if a["manner"] != b["manner"] or a["issue"] != b["issue"] or a["denied"] or b["denied"]:
        return None
    if not a["who"] or not b["who"] or a["who"] == b["who"] or not alike(a["topic"], b["topic"]):
        return None
    gap = 0 if together else apart(a["days"], b["days"])
    if gap is None or gap > MANNER or (not together and len(_shared(a, b)) < 3):
        return None
    told = a["of_text"] and b["of_text"] and not (a["asked"] or b["asked"]) and not together
    kind: Tension = "contradiction" if told else "framing"
    one, other = a["manner"].split(" / ")
    return (kind, f"{ENGLISH.title(a['issue'])}: {one} ({a['who']}) / {other} ({b['who']})")


def cut_down(a: Any, b: Any, together: bool) -> Found | None:
    """28 points became 20."""
    if a["kind"] != "longer" or b["kind"] != "shorter":
        return None
    return ("supersession", f"{a['total']} points became {b['total']}")


Rule = Callable[[Any, Any, bool], Found | None]
RULES: tuple[Rule, ...] = (
    cut_down, two_drafts, one_draft, revised_in_a_sentence, moved, other_scope, state_of_things, pointed_at, denied,
    said_to_have_written_it, cast_as, not_seen, put_off, granted_otherwise,
    there_and_to_be, due_later,
)  # fmt: skip


def sum_up(group: Group) -> tuple[Disagreement, ...] | None:
    """One disagreement for each tension told, however often: the first pair by address stands for it."""
    by_key = {node.key: node for node in group.nodes}
    found: dict[tuple[str, ...], Disagreement] = {}
    for low, high, made in sorted(group.joins):
        kind, _, about = made.rule.partition(": ")
        left, right = sorted((by_key[low], by_key[high]), key=_order)
        made_ = Disagreement(
            id=f"{left.address}|{right.address}",
            kind=cast(Tension, kind),
            left=left.address,
            right=right.address,
            about=about,
        )
        key = (
            kind,
            *sorted(re.sub(r"^(?:about|at most|at least|most of) ", "", part) for part in about.split(" / ")),
        )
        if key not in found or (made_.left, made_.right) < (found[key].left, found[key].right):
            found[key] = made_
    return tuple(found[key] for key in sorted(found)) or None


def _order(node: Node) -> tuple[int, int, str]:
    """What is replaced or denied or claimed first stands left; else the earlier report, then the address."""
    first = {"longer": 0, "claim": 0, "denied": 0, "unseen": 0}.get(node.data["kind"], 1)
    return (first, node.data["days"][0] or 0, node.address)


def finish(noun: Disagreement, group: Group, lookup: Lookup) -> Disagreement:
    """The disagreement with the talks its sides' reports belong to."""
    reports = [side.split(":")[0] for side in (noun.left, noun.right)]
    return replace(noun, talks=next((t for report in reports if (t := talks_of(report, lookup))), None))


LAYER = Layer(name="disagreements", nodes=claims.claims, join=join, sum_up=sum_up, finish=finish)
