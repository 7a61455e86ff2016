"""Sentences with two actors and the PLOVER root of what passes between them: PLV, and PLOVER's gold records."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

from training.corpus import Rooted, Span, Text

ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
#: PLV keeps CONCEDE and RETREAT together.
TOGETHER = {"YIELD": ("CONCEDE", "RETREAT")}


def read_plv(folder: Path) -> list[Text]:
    """PLV's sentences, each a text of its own, with the places of its actors."""
    texts = []
    with (folder / "train.tsv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            marked = row["marked_sentence"]
            text, actors = _unmark(marked)
            roots = TOGETHER.get(row["gold_root"], (row["gold_root"],))
            rooted = Rooted(sentence=(0, len(text)), source=actors["s"], target=actors["t"], roots=roots)
            texts.append(
                Text(
                    name=f"plv-{row['sentence_id']}", text=text, paragraphs=((0, len(text)),), roots=(rooted,)
                )
            )
    return texts


def _unmark(marked: str) -> tuple[str, dict[str, tuple[Span, ...]]]:
    """The sentence without its marks, and where the marked actors stand."""
    actors: dict[str, list[Span]] = {"s": [], "t": []}
    open_at: dict[str, int] = {}
    parts: list[str] = []
    at = 0
    for part in re.split(r"(</?[st]>)", marked):
        if found := re.fullmatch(r"<(/?)([st])>", part):
            closes, who = found.groups()
            if not closes:
                open_at[who] = at
            elif who in open_at and open_at[who] < at:
                actors[who].append((open_at.pop(who), at))
        else:
            parts.append(part)
            at += len(part)
    return "".join(parts), {who: tuple(spans) for who, spans in actors.items()}


def read_gold_records(folder: Path) -> list[Text]:
    """PLOVER's own gold records that name a root, with their actors where the text has them."""
    raw = (folder / "gold_standard_records" / "PLOVER_GSR_CAMEO.txt").read_text(encoding="utf8")
    texts = []
    for record in json.loads(raw):
        text, root = str(record.get("text", "")), str(record.get("event", ""))
        if root not in ROOTS or not text:
            continue

        def places(side: str, text: str = text, record: dict[str, object] = record) -> tuple[Span, ...]:
            actors = record.get(side) or ()
            names = [
                a["actorText"]
                for a in ([actors] if isinstance(actors, dict) else actors)
                if isinstance(a, dict) and a.get("actorText")
            ]  # type: ignore[attr-defined]
            return tuple((text.find(name), text.find(name) + len(name)) for name in names if name in text)

        rooted = Rooted(
            sentence=(0, len(text)), source=places("source"), target=places("target"), roots=(root,)
        )
        texts.append(
            Text(name=str(record.get("id")), text=text, paragraphs=((0, len(text)),), roots=(rooted,))
        )
    return texts
