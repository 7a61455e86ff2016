"""Which mentions of one report are the same: fuller and shorter names, an office and its holder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapporteur.languages.en.countries import ADJECTIVES, CAPITALS, COUNTRY_NAMES, SEATS
from rapporteur.languages.en.roles import (
    CHAMBERS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from rapporteur.model import Address, Mention


def chain_mentions(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Each mention with the fullest mention of the same thing in this report, when exactly one could be meant."""
    full: dict[tuple[str, str], Mention] = {}  # (kind, name) → first mention so named
    for mention in mentions:
        if mention.kind in ("role", "document"):
            continue
        key = (mention.kind, _plain(mention.name))
        if key not in full or (
            full[key].role is None and mention.role is not None and mention.rule == "name"
        ):
            full[key] = mention
    persons = {key[1]: mention for key, mention in full.items() if key[0] == "person"}
    by_part: dict[str, set[str]] = {}
    for name in persons:
        parts = name.split()
        if len(parts) > 1:
            for part in {
                parts[-1],
                parts[0],
                " ".join(parts[1:]),
                *([" ".join(parts[-2:])] if len(parts) > 2 else []),
            }:
                by_part.setdefault(part, set()).add(name)
    by_initials: dict[str, set[str]] = {}
    for kind, name in full:
        if kind == "organisation":
            letters = "".join(
                word[0]
                for word in name.split()
                if word[0].isalpha() and word not in ("of", "the", "for", "and")
            )
            if len(letters) > 1:
                by_initials.setdefault(letters.upper(), set()).add(name)
    made: list[Mention] = []
    for mention in mentions:
        if mention.chain is not None:
            made.append(mention)
            continue
        target: Mention | None = None
        plain = _plain(mention.name)
        if mention.kind == "person":
            fuller = {name for name in by_part.get(plain, set()) if name != plain}
            if len(fuller) > 1:  # "J. Moreno" and "Juan Moreno" are left apart only if both stand
                fuller = {
                    name
                    for name in fuller
                    if not any(_is_part(name, other) for other in fuller if other != name)
                }
            if len(fuller) == 1:
                target = persons[next(iter(fuller))]
            elif not fuller:
                target = full.get(("person", plain))
        elif mention.kind not in ("role", "document"):
            fuller = (
                by_initials.get(plain.replace(".", ""), set()) if plain.replace(".", "").isupper() else set()
            )
            target = (
                full[("organisation", next(iter(fuller)))]
                if len(fuller) == 1
                else full.get((mention.kind, plain))
            )
        chain = target.id if target is not None and target.id != mention.id else None
        made.append(replace(mention, chain=chain) if chain else mention)
    return join_offices(tuple(made))


def join_offices(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """ "the foreign minister" is the one person whom this report has given that office before, if exactly one."""
    held: dict[str, dict[str, None]] = {}
    made: list[Mention] = []
    by_id = {mention.id: mention for mention in mentions}
    for mention in mentions:
        if mention.kind == "person" and mention.role:
            held.setdefault(mention.chain or mention.id, {})[
                " ".join([mention.affiliation or "", mention.role])
            ] = None
        if mention.kind == "role" and mention.role:
            wanted = [word.lower() for word in mention.role.replace("’s", "").replace("'s", "").split()]
            able = [
                who
                for who, roles in held.items()
                if any(_holds(role, wanted) and not _elsewhere(role, mention.affiliation) for role in roles)
            ]
            able = _of_country(able, held, mention.affiliation, sure=wanted[-1] == "leader")
            if len(able) == 1 and by_id[able[0]].id != mention.id:
                mention = replace(mention, chain=able[0])
        made.append(mention)
    return tuple(made)


def _of_country(
    able: Sequence[Address],
    held: Mapping[Address, Mapping[str, None]],
    affiliation: str | None,
    sure: bool = False,
) -> list[Address]:
    """Those whose office belongs where the words say: "the Kremlin envoy" is the Russian one.

    Where none is told of that country, those told of none; `sure` leaves them out ("the Vessian leader").
    """
    code = _country(affiliation or "")
    if code is None:
        return list(able)
    exact = [who for who in able if any(_country(role) == code for role in held[who])]
    return (
        exact if exact or sure else [who for who in able if all(_country(role) is None for role in held[who])]
    )


def _elsewhere(role: str, affiliation: str | None) -> bool:
    """Whether an office is of a chamber or a body where the words ask for a country's or another body's.

    "The Vessian leader" is no minority leader, "the Agency’s director" not the director of an institute.
    """
    if affiliation is None:
        return False
    low = role.lower()
    if _country(affiliation) is not None:
        return bool(set(low.split()) & CHAMBERS)
    return " of " in low and affiliation.lower() not in low


def _country(words: str) -> str | None:
    """The country that the first of these words to stand for one stands for."""
    parts = words.replace("’s", "").replace("'s", "").split()
    for size in (2, 1):
        for i in range(len(parts) - size + 1):
            name = " ".join(parts[i : i + size])
            for table in (ADJECTIVES, COUNTRY_NAMES, SEATS, CAPITALS):
                if name in table:
                    return table[name]
    return None


def _holds(role: str, wanted: Sequence[str]) -> bool:
    """Whether a role as given covers every word of the office asked for, its last word being the head."""
    has = [word.strip(",.").lower() for word in role.replace("’s", "").replace("'s", "").split()]
    if "vice" in has:
        has += [f"vice-{word}" for word in has]  # "the vice-minister" after "Vice Minister Oru"
    if wanted[-1] not in has:
        return False
    modifiers = [word for word in wanted[:-1] if word in TITLE_MODIFIERS or word in TITLE_HEADS]
    # "the president" is not the vice president
    if wanted[-1] in ("president", "minister", "secretary") and "vice" in has and "vice" not in wanted:
        return False
    return all(word in has for word in modifiers)


def _plain(name: str) -> str:
    return name.replace("’", "'")


def _is_part(short: str, long: str) -> bool:
    """Whether one full name is the other with parts left out."""
    parts, whole = short.split(), long.split()
    return len(parts) < len(whole) and parts[-1] == whole[-1] and parts[0][0] == whole[0][0]
