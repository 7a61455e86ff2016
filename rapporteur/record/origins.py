"""On whose word something is known: accounts that share a newsroom or a source are one origin.

The count is the number of groups of accounts left apart; `least` is what is left of them if every
unnamed or unstated source that could be the same were the same. Where nothing shows how a group came
to know, the count is unknown (None). What only repeats adds none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from rapporteur.model import Address, Origin, Origins
from rapporteur.record import names
from rapporteur.record.accounts import Account, accounts_of
from rapporteur.record.layer import Lookup
from rapporteur.record.outlets import outlet_key, same_outlet


def origins_of(
    members: Sequence[Address], lookup: Lookup, same: Iterable[tuple[Address, Address]] = ()
) -> Origins:
    """The origins of what these facts say together (attributions, event mentions, stances, provisions …).

    Any fact of the ledger that stands in an attribution, or in a report's own voice, can be a member.
    `same` names pairs of members that tell of one utterance, so that they have one origin whoever told
    it. Reads no more than the members' own reports, their derivations and the entities of their sources.
    """
    accounts = [account for member in sorted(set(members)) for account in accounts_of(member, lookup)]
    groups = grouped(accounts, {frozenset(pair) for pair in same})
    count = None if any(not is_known(group) for group in groups) else len(groups)
    return Origins(
        origins=tuple(_origin(group) for group in groups),
        count=count,
        least=least(groups),
    )


def grouped(
    accounts: Sequence[Account], same: Collection[frozenset[Address]] = frozenset()
) -> list[list[Account]]:
    """Accounts that share a newsroom or a source, together; in the order of their least member."""
    groups: list[list[Account]] = []
    for account in accounts:
        touching = [
            group
            for group in groups
            if any(
                shares(account, other) or frozenset((account.member, other.member)) in same for other in group
            )
        ]
        merged = [other for group in touching for other in group] + [account]
        groups = [group for group in groups if group not in touching] + [merged]
    for group in groups:
        group.sort(key=lambda account: (account.member, account.newsroom or ""))
    return sorted(groups, key=lambda group: group[0].member)


def shares(left: Account, right: Account) -> bool:
    """Whether two accounts have a newsroom or a source in common."""
    if left.who is not None and right.who is not None:
        if left.who == right.who:
            return True
        if left.person and right.person and names.same_person(left.person, right.person) is not None:
            return True
    if left.source is not None and left.source == right.source:
        return True
    if left.public or right.public:
        return False
    if left.newsroom is None and right.newsroom is None:
        return left.report == right.report
    return same_outlet(left.newsroom, right.newsroom)


def is_known(group: Sequence[Account]) -> bool:
    """Whether anything shows how these came to know: a newsroom, a source or a public document."""
    return any(a.newsroom or a.source or a.public or a.who or (a.unnamed and a.words) for a in group)


def least(groups: Sequence[Sequence[Account]]) -> int:
    """How many origins are left if every unnamed or unstated source were one of the others it could be."""
    firm = [group for group in groups if not any(is_open(account) for account in group)]
    loose = [group for group in groups if group not in firm]
    kept: list[Sequence[Account]] = list(firm)
    for group in loose:
        if not any(could_be(group, other) for other in kept):
            kept.append(group)
    return len(kept)


def is_open(account: Account) -> bool:
    """Whether the source is unnamed, or not stated at all."""
    return not account.public and (account.unnamed or account.who is None)


def could_be(left: Sequence[Account], right: Sequence[Account]) -> bool:
    """Whether an open source of one group could be one of the other's, as far as their parties tell."""
    return any(
        not (a.party and b.party and a.party != b.party)
        for a in left
        if is_open(a)
        for b in right
        if not b.public
    )


def _origin(group: Sequence[Account]) -> Origin:
    rooms: dict[str, str] = {}
    for account in group:
        if account.newsroom:
            rooms.setdefault(outlet_key(account.newsroom), account.newsroom)
    public = sorted({account.public for account in group if account.public})
    stated = all(account.newsroom for account in group)  # else the source told other newsrooms too
    return Origin(
        newsroom=next(iter(rooms.values())) if len(rooms) == 1 and stated and not public else None,
        sources=_sources(group),
        document=_document(group),
        reports=tuple(sorted({account.report for account in group})),
        reason=_reason(
            group, [*rooms.values(), *([] if stated or not rooms else ["others unknown"])], public
        ),
    )


def _sources(group: Sequence[Account]) -> tuple[Address, ...]:
    """One address a source: the least of those known to be the same."""
    found: dict[str, Address] = {}
    for account in group:
        if account.source is not None:
            found.setdefault(account.who or account.source, account.source)
    return tuple(sorted(found.values()))


def _document(group: Sequence[Account]) -> str | None:
    first = next((account for account in group if account.public), None)
    if first is None:
        return next((account.paper for account in group if account.paper), None)
    if first.paper:
        return first.paper
    return f"{first.public}: {first.words}" if first.words else first.public


def _reason(group: Sequence[Account], rooms: Sequence[str], public: Sequence[str]) -> str:
    """In words: through which newsroom, from whom, and why the accounts are one."""
    named = sorted({a.words for a in group if a.source and not a.unnamed and a.words})
    unnamed = sorted({a.words for a in group if a.unnamed and a.words})
    who = [*named, *(f"“{words}” (unnamed)" for words in unnamed)]
    source = ", ".join(who)
    if public:
        said = f"said publicly ({', '.join(public)})"
        said += f" by {', '.join(named)}" if named else ""
        return said + (f"; told by {len({a.report for a in group})} reports" if len(group) > 1 else "")
    if len(rooms) > 1:
        return f"{listed(rooms)} had it from one source: {source}" if source else listed(rooms)
    room = rooms[0] if rooms else "newsroom unknown"
    why = sorted({a.reason for a in group})
    return f"{room}: {source or 'in its own words, no source stated'} ({'; '.join(why)})"


def listed(words: Sequence[str]) -> str:
    """Words as one lists them: "A, B and C"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
