"""Outlooks across reports: a forecast in somebody's words; the same words of the same voice are one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from rapporteur.model import Direction, Outlook, VoiceClass
from rapporteur.read.times import resolve
from rapporteur.record import names, wording
from rapporteur.record.layer import Dated, Group, Join, Layer, Node
from rapporteur.record.passages import hash32


def nodes(dated: Dated) -> Iterator[Node]:
    """One node a forecast, named by who made it and in which words."""
    reading = dated.entry.reading
    timexes = {timex.id: timex for timex in reading.timexes}
    for outlook in reading.outlooks:
        timex = timexes.get(outlook.horizon or "")
        horizon = resolve(timex, dated.window) if timex is not None else None
        text = " ".join(outlook.span.exact.split())
        by = names.plain(outlook.by_name) if outlook.by_name else ""
        said = hash32(" ".join(wording.stems(text)))
        shared = "" if by else reading.report  # what two newsrooms think themselves is two outlooks
        yield Node(
            key=f"{by}|{said:08x}|{horizon or ''}|{outlook.direction}|{outlook.class_}|{shared}",
            address=outlook.id,
            report=reading.report,
            blocks=(),
            data={
                "direction": outlook.direction,
                "class": outlook.class_,
                "horizon": horizon,
            },
            member={
                "text": text,
                "by": outlook.by,
                "name": outlook.by_name,
                "resolvable": outlook.resolvable,
            },
        )


def join(left: Node, right: Node) -> Join | None:
    """None: the same words of the same voice share a node already."""
    return None


def sum_up(group: Group) -> Outlook:
    """The forecast; its fullest wording is shown."""
    row = group.nodes[0]
    direction: Direction = next(one for one in get_args(Direction) if one == row.data["direction"])
    class_: VoiceClass = next(one for one in get_args(VoiceClass) if one == row.data["class"])
    return Outlook(
        id=group.id,
        by=row.member["by"],
        by_name=row.member["name"],
        direction=direction,
        text=max((one.member["text"] for one in group.nodes), key=lambda text: (len(text), text)),
        horizon=row.data["horizon"],
        resolvable=bool(row.member["resolvable"]),
        class_=class_,
    )


LAYER = Layer(name="outlooks", nodes=nodes, join=join, sum_up=sum_up)
