"""Drafts: versions of the text under negotiation, put together from what reports say of them.

A node is one draft of one report (the chain of its mentions). Two are one where they are counted alike,
or are one party's, at nearly the same time, in the same talks, and nothing of what is told conflicts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from rapporteur.languages.en.drafts import PLURALS
from rapporteur.model import Draft, DraftMention, Provision, Reading
from rapporteur.read.draft_chains import head_of, owners_of, phase_of
from rapporteur.read.draft_counts import N, number
from rapporteur.read.drafts import surnames
from rapporteur.read.times import resolve
from rapporteur.record.layer import Dated, Group, Join, Layer, Lookup, Node
from rapporteur.record.sides import alike, apart, days, side, topic, within

NEAR = 10  # days within which one party's unnumbered draft is taken for the same
LATEST = 2  # days within which "the latest offer" is the same offer
SAME_DEAL = 4  # days within which "the deal" of the same talks is the same deal
COUNTED = 120  # days within which a draft of as many points is the same


def chains(reading: Reading) -> dict[str, list[DraftMention]]:
    """Root mention → the mentions of one draft in one report, in order."""
    made: dict[str, list[DraftMention]] = {}
    for mention in reading.draft_mentions:
        made.setdefault(mention.chain or mention.id, []).append(mention)
    return made


def described(dated: Dated, chain: Sequence[DraftMention], about: Sequence[str]) -> dict[str, Any]:
    """What one report says of one draft, as far as it tells it from others."""
    reading = dated.entry.reading
    people = surnames(reading.mentions)
    owners: set[str] = set()
    for mention in chain:
        for author in mention.authors:
            if owners_of(replace(mention, authors=(author,))):
                owners.add(_owner(author, reading))
    totals = Counter(m.points_total for m in chain if m.points_total is not None)
    phases = Counter(filter(None, (phase_of(m.name) for m in chain)))
    return {
        "owners": sorted(owners),
        "people": sorted(owner for owner in owners if owner.lower().split()[-1] in people),
        "total": min(totals, key=lambda n: (-totals[n], n)) if totals else None,
        "phase": min(phases, key=lambda p: (-phases[p], p)) if phases else None,
        "heads": sorted({head_of(m) for m in chain}),
        "named": sorted({key for m in chain if (key := _proper(m.name))}),
        "kinds": sorted(
            {
                word
                for m in chain
                for word in re.findall(r"interim|framework|final|preliminary|side|draft", m.name.lower())
            }
        ),
        "often": len(chain) >= 3,
        "narrowed": chain[0].rule == "draft.narrowed",
        "topic": list(about),
        "days": days(dated.window),
        "report": reading.report,
    }


def _owner(author: str, reading: Reading) -> str:
    last = author.split()[-1]
    found = next((m for m in reading.mentions if m.kind == "person" and m.name.split()[-1:] == [last]), None)
    by_id = {m.id: m for m in reading.mentions}
    return side(author, found, by_id) if found else side(author.removesuffix(" administration"))


def _proper(name: str) -> str | None:
    """A draft's own name: two capitalised words or more, party words not counted ("the Corker-Menendez bill")."""
    found = re.findall(r"[A-Z][\w-]{2,}", name)
    kept = [word for word in found if side(word) == word]
    return " ".join(kept).lower() if len(kept) >= 2 or any("-" in word for word in kept) else None


def nodes(dated: Dated) -> Iterator[Node]:
    """A row a mention, a key a draft of the report."""
    reading = dated.entry.reading
    about = topic(reading)
    for root, chain in chains(reading).items():
        data = described(dated, chain, about)
        found, sought = _keys(data)
        moved = [n for p in reading.provisions if p.draft == root and (n := _moved(p))]
        for mention in chain:
            yield Node(
                key=root,
                address=mention.id,
                report=reading.report,
                blocks=found,
                seeks=sought,
                data=data,
                member={
                    "name": mention.name, "authors": list(mention.authors), "parent": mention.parent,
                    "nature": mention.nature, "total": mention.points_total, "agreed": mention.points_agreed,
                    "open": mention.points_open, "when": _day(mention, dated), "moved": sum(moved) or None,
                },
            )  # fmt: skip


def _moved(provision: Provision) -> int | None:
    """How many points one provision says were moved to another track."""
    if provision.status != "other-track":
        return None
    found = re.match(rf"(?P<n>{N})\b", provision.span.exact, re.I)
    return number(found["n"]) if found else None


def _day(mention: DraftMention, dated: Dated) -> str | None:
    """When the draft was dated or put forward, as this report tells."""
    timex = next((t for t in dated.entry.reading.timexes if t.id == mention.when), None)
    return resolve(timex, dated.window) if timex else None


def _keys(data: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys a draft is found under and those it seeks: its count, its owners, its name, or the talks of its day."""
    talks = "+".join(data["topic"][:8])
    counted = [f"p:{named}" for named in data["named"]]
    if data["total"] is not None:
        counted.append(f"n:{data['total']}")
    owned = [f"o:{owner}:{data['phase'] or ''}" for owner in data["owners"]]
    if data["phase"] == "early":
        owned += [f"o:{owner}:" for owner in data["owners"]]
    if _shared(data):
        owned += [f"d:{party}" for party in data["topic"][:3]]
    placed = [within(key, data["days"], COUNTED, anytime=True) for key in counted]
    placed += [within(key, data["days"], NEAR) for key in owned]
    if data["phase"] == "late" and not data["owners"]:
        placed.append(([f"l:{talks}:{data['days'][0]}"],) * 2)
    return tuple(sorted({key for found, _ in placed for key in found})), tuple(
        sorted({key for _, sought in placed for key in sought})
    )


def _shared(data: dict[str, Any]) -> bool:
    """Whether it is spoken of as both sides' own: "the deal", "the agreement"."""
    return (
        not data["owners"]
        and data["total"] is None
        and bool(set(data["heads"]) & SHARED)
        and not data["narrowed"]
    )


SHARED = frozenset(["deal", "agreement", "accord", "pact", "treaty", "contract", "framework"])


def join(left: Node, right: Node) -> Join | None:
    """The rules in order; the first that speaks decides."""
    if left.report == right.report:
        return None  # one report tells its drafts apart itself
    return same_draft(left.data, right.data)


def same_draft(a: Any, b: Any) -> Join | None:
    """Whether two reports' drafts are one, by what each says of its own."""
    if clash(a, b) or a["narrowed"] != b["narrowed"] or not alike(a["topic"], b["topic"]):
        return None
    gap = apart(a["days"], b["days"])
    if a["total"] is not None and a["total"] == b["total"] and (gap is None or gap <= COUNTED):
        return Join(strength=3.0 + min(a["total"], 40) / 100, rule=f"both of {a['total']} points")
    shared = sorted(set(a["named"]) & set(b["named"]))
    if shared and (gap is None or gap <= COUNTED):
        return Join(strength=2.0, rule=f"both called {shared[0]}")
    owners = sorted(set(a["owners"]) & set(b["owners"]))
    if owners and gap is not None:
        reach = LATEST if "late" in (a["phase"], b["phase"]) else NEAR
        if gap <= reach:
            return Join(strength=0.4, rule=f"{owners[0]}’s, {gap} days apart")
    both = (
        _shared(a)
        and _shared(b)
        and a["often"]
        and b["often"]
        and a["kinds"] == b["kinds"]
        and a["phase"] == b["phase"]
    )
    if both and gap is not None and gap <= SAME_DEAL and a["topic"][:2] == b["topic"][:2]:
        return Join(
            strength=0.6, rule=f"the same talks’ {sorted(set(a['heads']) & SHARED)[0]}, {gap} days apart"
        )
    return None


def clash(a: Any, b: Any) -> str | None:
    """Why two cannot be one draft; None where nothing told of them conflicts."""
    if a["total"] is not None and b["total"] is not None and a["total"] != b["total"]:
        return f"{a['total']} and {b['total']} points"
    placed = [set(d["owners"]) - set(d["people"]) for d in (a, b)]
    if placed[0] and placed[1] and not placed[0] & placed[1]:
        return "other parties’ drafts"
    if a["phase"] and b["phase"] and a["phase"] != b["phase"]:
        return "an earlier and a later version"
    return None


def conflict(left: Sequence[Node], right: Sequence[Node]) -> str | None:
    """No group holds two drafts that one report tells apart, or whose counts or owners differ."""
    for one in left:
        for other in right:
            if one.report == other.report and one.key != other.key:
                return "one report tells them apart"
            why = clash(one.data, other.data)
            if why:
                return why
    return None


def sum_up(group: Group) -> Draft | None:
    """The draft with the fullest name, everybody said to have written it, and its counts checked."""
    rows = list(group.nodes)
    members = [row.member for row in rows]
    total, agreed, open_ = (_most(members, key) for key in ("total", "agreed", "open"))
    authors = _authors(members)
    return Draft(
        id=group.id,
        name=_name(rows, total),
        talks=None,
        authors=authors,
        when=min((m["when"] for m in members if m["when"]), default=None),
        parent=next((m["parent"] for m in members if m["parent"]), None),
        points_total=total,
        points_agreed=agreed,
        points_open=open_,
        nature=_first_nature(members),
        mentions=tuple(sorted({row.address for row in rows})),
        problems=tuple(_problems(total, agreed, open_, _most(members, "moved") or 0)),
    )


def _most(members: Sequence[Any], key: str) -> int | None:
    found = Counter(m[key] for m in members if m[key] is not None)
    return min(found, key=lambda n: (-found[n], n)) if found else None


def _authors(members: Sequence[Any]) -> tuple[str, ...]:
    kept: list[str] = []
    for name in (name for m in members for name in m["authors"]):
        last = name.split()[-1].lower()
        if last in ("administration", "government"):
            last = " ".join(name.split()[-2:]).lower()
        if not any(
            last == other.split()[-1].lower() or last == " ".join(other.split()[-2:]).lower()
            for other in kept
        ):
            kept.append(re.sub(r"^(?:the|The)\s+", "", name))
    return tuple(kept)


def _first_nature(members: Sequence[Any]) -> str | None:
    found = [m["nature"] for m in members if m["nature"] and m["nature"] not in ("framework", "roadmap")]
    return found[0] if found else next((m["nature"] for m in members if m["nature"]), None)


def _name(rows: Sequence[Node], total: int | None) -> str:
    printed = Counter(row.member["name"] for row in rows)

    def weight(name: str) -> tuple[bool, bool, bool, int, int, str]:
        counted = total is not None and str(total) in name
        owned = bool(re.search(r"[A-Z]", name))
        plural = name.lower().split()[-1] in PLURALS
        return (not counted, not owned, plural, -printed[name], -len(name), name)

    return min(
        (str(name) for name in printed if not name.isdigit()), key=weight, default=str(next(iter(printed)))
    )


def _problems(total: int | None, agreed: int | None, open_: int | None, moved: int) -> Iterator[str]:
    if (
        total is not None
        and agreed is not None
        and open_ is not None
        and total not in (agreed + open_, agreed + open_ + moved)
    ):
        yield f"{agreed} agreed and {open_} open do not make {total}"
    if total is not None and agreed is not None and agreed > total:
        yield f"{agreed} agreed of only {total}"
    if total is not None and open_ is not None and open_ > total:
        yield f"{open_} open of only {total}"


def finish(noun: Draft, group: Group, lookup: Lookup) -> Draft:
    """The draft with the talks its reports belong to, and its authors under their full names."""
    talks = next((t for row in group.nodes if (t := talks_of(row.report, lookup))), None)
    return replace(noun, talks=talks)


def talks_of(report: str, lookup: Lookup) -> str | None:
    """The id of the talks a report belongs to, where exactly one holds it."""
    found = lookup.noun_of("talks", report)
    return getattr(found, "id", None)


LAYER = Layer(name="drafts", nodes=nodes, join=join, sum_up=sum_up, conflict=conflict, finish=finish)
