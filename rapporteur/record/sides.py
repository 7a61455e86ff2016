"""Whose side a name is on, which parties a report is about, and how far apart two reports are in days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from rapporteur.languages.en.parties import ALIASES, BODY_WORDS, LEGISLATORS, PARTY_LETTERS
from rapporteur.model import Address, Mention, Reading, Window
from rapporteur.read.draft_authors import land_of
from rapporteur.read.within import root
from rapporteur.record import names

_EUROPE = re.compile(
    r"^(?:(?:the|some|several|most|senior|top|other)\s+)*europe(?:ans?|[’']s)?(?:\s+\w+)*$", re.I
)

STRETCHES = 12  # times the reach that a report's window may be wide before it is taken to be of any day


def side(
    words: str, mention: Mention | None = None, by_id: Mapping[Address, Mention] | None = None, text: str = ""
) -> str:
    """The party a name acts for, as one report tells: its country or body, else the name itself.

    Of a person, the affiliation or role the report gives in any mention of the chain; the name is kept
    where none is given, so that nobody's side is guessed. A legislator is on the side of his own party,
    which the report's `text` may mark after his name ("R-Wis."), not of his country.
    """
    if mention is not None:
        chain = [mention]
        if by_id is not None:
            first = root(mention, dict(by_id))
            chain = [mention, first, *(m for m in by_id.values() if m.chain == first.id)]
        if any(legislates(one.role or (one.name if one.kind == "role" else "")) for one in chain):
            return _own_party(chain, text) or _of_words(max((one.name for one in chain), key=len))
        for one in chain:
            party = names.party_of(one.affiliation) or names.party_of(one.role)
            if party:
                return party
        named = (
            max(chain, key=lambda m: (len(m.name.split()), m.name)) if mention.kind == "person" else mention
        )
        serves = _serves(chain, by_id or {}, text) if mention.kind == "person" else None
        return serves or _of_words(named.name if mention.kind == "person" else words)
    return _of_words(words)


def _serves(chain: Sequence[Mention], by_id: Mapping[Address, Mention], text: str) -> str | None:
    """The body or land without a list that a report says a person holds office in: "Orvian trade minister Hale Brandt"."""
    named = {m.name for m in by_id.values() if m.kind in ("organisation", "place", "group")}
    for one in chain:
        if (
            one.role
            and one.affiliation
            and not re.search(r"\b(?:sub)?committee|panel|caucus\b", one.affiliation, re.I)
        ):
            land = land_of(one.affiliation, text)
            if land != one.affiliation or land in named:
                return _of_words(land)
    return None


def legislates(role: str) -> bool:
    """Whether an office is one whose holder speaks for a party rather than for a country."""
    return re.search(LEGISLATORS, role, re.I) is not None


def _own_party(chain: Sequence[Mention], text: str) -> str | None:
    """The party a legislator's name is marked with, or that his office names."""
    for one in chain:
        marked = re.match(
            r",?(?:\]\([^)]*\))?,?\s*\(?([A-Z])[-‑–](?=[A-Z])", text[one.span.end : one.span.end + 120]
        )
        if marked and marked[1] in PARTY_LETTERS:
            return PARTY_LETTERS[marked[1]]
    for one in chain:
        named = re.search(
            r"\b(Democrat|Republican|Labour|Conservative|Liberal|Green|Socialist)\w*\b",
            f"{one.role or ''} {one.affiliation or ''}",
        )
        if named:
            return named[1] + "s" if named[1] not in ("Labour",) else named[1]
    return None


PARTISAN = re.compile(r"(?:Republican|Democrat|Conservative|Liberal|Socialist)s|Labour")
_PLURALS = {"GOP": "Republicans", "Democratic": "Democrats", "Tory": "Conservatives", "Labour": "Labour"}


@lru_cache(maxsize=8192)
def _of_words(words: str) -> str:
    plain = re.sub(r"\s+", " ", words.replace("’", "'")).strip()
    plain = re.sub(r"'s?(?=\s)", "", plain)
    if _EUROPE.match(plain):
        return "Europe"
    partisan = re.search(
        r"\b(republican|democrat|conservative|liberal|socialist)s(?: in (?:congress|parliament|the (?:house|senate)))?$",
        plain,
        re.I,
    )
    if partisan:
        return partisan[1].title() + "s"
    members = re.search(
        r"\b(Republican|Democratic|Conservative|Liberal|Socialist|GOP|Tory|Labour) (?:senators|lawmakers|legislators|congressmen|members|deputies|MPs|backbenchers|hawks|hard-?liners)$",
        plain,
    )
    if members:
        return _PLURALS.get(members[1], members[1] + "s")
    if (
        re.search(
            r"\b(?:lawmakers|senators|legislators|congressmen|hawks|hard-?liners|opposition|protesters|critics|opponents|activists|dissidents|exiles|analysts|experts)$",
            plain,
            re.I,
        )
        and " " in plain
    ):
        return re.sub(r"^(?:the|some|several|many|most|senior|top|other)\s+", "", plain, flags=re.I)
    party = names.party_of(plain)
    if party:
        return party
    plain = re.sub(
        r"'s?$",
        "",
        re.sub(r"^(?:the|a|an|some|several|many|most|senior|top|other)\s+", "", plain, flags=re.I),
    )
    parts = plain.split()
    while len(parts) > 1 and parts[-1].lower() in BODY_WORDS and parts[0][0].isupper():
        parts.pop()
    if len(parts) > 1 and parts[0] in (
        "House",
        "Senate",
        "Congressional",
        "Parliamentary",
        "Moderate",
        "Conservative",
    ):
        parts = parts[1:]  # a chamber's members act for their party
    last = parts[-1].lower() if parts else ""
    if last in ("republican", "democrat", "democratic", "conservative", "liberal", "socialist"):
        return {"democratic": "Democrats"}.get(last, last.title() + "s")
    if len(parts) == 1 and ALIASES.get(last.removesuffix("s")):
        return ALIASES[last.removesuffix("s")].title() + "s"
    return " ".join(parts) or plain


def topic(reading: Reading) -> tuple[str, ...]:
    """The parties a report names most, at most eight: what tells its talks from others."""
    counted: Counter[str] = Counter()
    others: Counter[str] = Counter()
    full = {m.name.split()[-1] for m in reading.mentions if m.kind == "person" and " " in m.name}
    for mention in reading.mentions:
        party = names.party_of(mention.name) or names.party_of(mention.affiliation)
        if party:
            counted[party] += 1
        elif mention.kind in ("group", "organisation"):
            counted[_of_words(mention.name)] += 1
        elif mention.kind in ("place", "person", "other") and mention.name not in full:
            one = mention.name[:1].isupper() and (" " not in mention.name or mention.kind == "other")
            others[_of_words(mention.name)] += one
    if sum(names.party_of(name) is not None for name in counted) < 2:
        counted += others  # parties that no list knows may be taken for anything: states, firms, islands
    return tuple(
        sorted(name for name, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:8])
    )


def alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two reports are about the same parties: at least two of them, or half of a short list."""
    shared = len(set(left) & set(right))
    return shared >= 2 and shared * 3 >= min(len(left), len(right))


def days(window: Window) -> list[int | None]:
    """The first and last day a report could be known, as ordinals; None where unknown."""
    return [_ordinal(window.first), _ordinal(window.last)]


def _ordinal(moment: str | None) -> int | None:
    try:
        return date.fromisoformat(moment[:10]).toordinal() if moment else None
    except ValueError:
        return None


def apart(left: Sequence[int | None], right: Sequence[int | None]) -> int | None:
    """Days between two reports, 0 where their windows touch; None where a date is not known."""
    (a, b), (c, d) = left, right
    if a is None or b is None or c is None or d is None:
        return None
    return max(0, c - b, a - d)


def within(
    key: str, days: Sequence[int | None], reach: int, *, anytime: bool = False
) -> tuple[list[str], list[str]]:
    """Keys under which what is of certain days is found, and those it seeks: whatever is within `reach` days of it.

    What could be of any day meets nothing, or with `anytime` everything under the key.
    """
    first, last = days
    if first is None or last is None or last - first > STRETCHES * reach:
        return ([f"{key}@any", f"{key}@undated"], [f"{key}@any"]) if anytime else ([], [])
    stretches = range(first // reach, last // reach + 1)
    around = range(stretches.start - 1, stretches.stop + 1)
    found, sought = [f"{key}@{n}" for n in stretches], [f"{key}@{n}" for n in around]
    return ([*found, f"{key}@any"], [*sought, f"{key}@undated"]) if anytime else (found, sought)


def later(left: Sequence[int | None], right: Sequence[int | None]) -> bool:
    """Whether the right one is surely later than the left."""
    return left[1] is not None and right[0] is not None and right[0] > left[1]


def day(data: Mapping[str, Any]) -> str | None:
    """The day a report could be known, or the range of days, as EDTF."""
    first, last = data["days"]
    if not first or not last:
        one = date.fromordinal(first or last).isoformat() if first or last else None
        return one and (f"{one}/.." if first else f"../{one}")
    ends = [date.fromordinal(one).isoformat() for one in (first, last)]
    return ends[0] if first == last else "/".join(ends)
