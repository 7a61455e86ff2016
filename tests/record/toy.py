"""Small worlds for the laws of the record: reports made of names, and layers that group them.

A report is written as a list of names. `names` groups equal names and near ones, with links and
conflicts; `pairs` groups who stands beside whom, and asks `names` and the clock when it finishes.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rapporteur.codec import digest
from rapporteur.ledger import Store
from rapporteur.model import (
    Block,
    Document,
    Entity,
    Entry,
    Given,
    Mention,
    Reading,
    Report,
    Stated,
    Unknown,
    address,
)
from rapporteur.record import Record, open_record
from rapporteur.record.acts import take_in
from rapporteur.record.layer import Dated, Group, Join, Layer, Link, Lookup, Node

FIRST = ("Ana", "Bo", "Cy")
LAST = ("Ash", "Elm", "Fir", "Oak")
ALL = tuple([f"{first} {last}" for first in FIRST for last in LAST] + list(LAST))


def entry(
    report: str, names: Sequence[str], day: str | None, received: str = "2026-01-01T00:00:00Z"
) -> Entry:
    """A report that says these names, published on this day."""
    text = " beside ".join(names) + "."
    document = Document(
        report=report, text=text, language="en",
        blocks=(Block(kind="paragraph", voice="newsroom", start=0, end=len(text)),),
        published=None if day is None else Stated(value=day, basis="given"),
    )  # fmt: skip
    mentions, at = [], 0
    for name in names:
        mentions.append(
            Mention(
                id=address(report, "mention", at, at + len(name)),
                span=document.span(at, at + len(name)),
                kind="person",
                name=name,
            )
        )
        at += len(name) + len(" beside ")
    given = Report(
        id=report, digest=digest(text), source=f"{report}.txt", given=Given(), received=received,
        media_type="text/plain", raw=text.encode(),
    )  # fmt: skip
    return Entry(
        report=given,
        document=document,
        reading=Reading(report=report, reader="toy/1", mentions=tuple(mentions)),
    )


def name_nodes(dated: Dated) -> Iterator[Node]:
    for mention in dated.entry.reading.mentions:
        last = mention.name.split()[-1]
        yield Node(
            key=f"n:{mention.name}", address=mention.id, report=dated.entry.report.id, blocks=(f"l:{last}",),
            data={"name": mention.name}, member={"start": mention.span.start},
        )  # fmt: skip


def name_links(dated: Dated) -> Iterator[Link]:
    """A report that says a full name and then a bare last name of another family says they are one."""
    names = [mention.name for mention in dated.entry.reading.mentions]
    for left, right in itertools.pairwise(names):
        if " " in left and " " not in right:
            yield Link(
                left=f"n:{left}",
                right=f"n:{right}",
                report=dated.entry.report.id,
                join=Join(strength=0.8, rule="said so"),
            )


def name_join(left: Node, right: Node) -> Join | None:
    a, b = left.data["name"].split(), right.data["name"].split()
    if len(a) != len(b):
        return Join(strength=0.4, rule="last name")
    return None


def name_conflict(left: Sequence[Node], right: Sequence[Node]) -> str | None:
    first = [
        {node.data["name"].split()[0] for node in side if " " in node.data["name"]} for side in (left, right)
    ]
    return "different first names" if first[0] and first[1] and first[0] != first[1] else None


def name_sum(group: Group) -> Entity | None:
    name = max((node.data["name"] for node in group.nodes), key=lambda name: (len(name), name))
    return Entity(
        id=group.id,
        name=name,
        kind="person",
        variants=(),
        mentions=tuple(node.address for node in group.nodes),
    )


def pair_nodes(dated: Dated) -> Iterator[Node]:
    mentions = dated.entry.reading.mentions
    for left, right in itertools.pairwise(mentions):
        both = sorted(mention.name.split()[-1] for mention in (left, right))
        yield Node(
            key=left.id, address=left.id, report=dated.entry.report.id, blocks=(" ".join(both),),
            data={"both": both, "known": dated.window.first, "right": right.id},
        )  # fmt: skip


def pair_join(left: Node, right: Node) -> Join | None:
    months = {(node.data["known"] or "")[:7] for node in (left, right)}
    return Join(strength=0.9, rule="same month") if len(months) == 1 else None


def pair_sum(group: Group) -> Unknown | None:
    members = tuple(node.address for node in group.nodes)
    return Unknown(id=group.id, about=" ".join(group.nodes[0].data["both"]), text="", evidence=members)


def pair_finish(noun: Unknown, group: Group, lookup: Lookup) -> Unknown:
    found = [
        lookup.noun_of("toy_names", member)
        for node in group.nodes
        for member in (node.address, node.data["right"])
    ]
    windows = [lookup.window(node.report).first for node in group.nodes]
    return replace(
        noun, text=" ".join(tuple(sorted({one.name for one in found if one}))) + min(w or "" for w in windows)
    )


def all_nodes(dated: Dated) -> Iterator[Node]:
    """A key that every report shares."""
    yield Node(key="all", address=dated.entry.report.id, report=dated.entry.report.id, blocks=(), data={})


def all_sum(group: Group) -> Unknown:
    return Unknown(
        id=group.id,
        about=str(len(group.nodes)),
        text="",
        evidence=tuple(node.address for node in group.nodes),
    )


LAYERS = (
    Layer(
        name="toy_names",
        nodes=name_nodes,
        links=name_links,
        join=name_join,
        conflict=name_conflict,
        sum_up=name_sum,
    ),
    Layer(name="toy_pairs", nodes=pair_nodes, join=pair_join, sum_up=pair_sum, finish=pair_finish),
    Layer(name="toy_all", nodes=all_nodes, join=lambda left, right: None, sum_up=all_sum),
)


def fresh() -> Store:
    """An empty record in a folder that goes when the tests end."""
    return Store(str(Path(tempfile.mkdtemp(dir=ROOT.name)) / "record.db"))


ROOT = tempfile.TemporaryDirectory(prefix="rapporteur-laws-")


def read(store: Store, entries: Sequence[Entry]) -> None:
    """Takes these in, one transaction each."""
    for one in entries:
        take_in(store, one, now="2026-01-01T00:00:00Z", layers=LAYERS)


def opened(store: Store) -> Record:
    return open_record(store, layers=LAYERS)


def told(record: Record) -> dict[str, list[object]]:
    """Everything a record of this world says."""
    return {layer.name: record.nouns(layer.name) for layer in LAYERS}
