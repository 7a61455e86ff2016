"""Which report has its words from which: pairs of news reports labelled by hand and by overlap.

usage: python -m bench.origins

Each text is one report of its outlet on its day, read twice: as bare lines, which is how the labels were
made, and as a page, where an embedded post is not the newsroom's own words. A pair counts as found where an
edge is drawn between its two reports; edges across pairs are not counted. Then the cost of finding
partners: one more report among 200 and among 20,000 made of random words with a shared stock of phrases.
"""

from __future__ import annotations

import csv
import hashlib
import random
import textwrap
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench._derive import derive, plain
from rapporteur.clean import clean
from rapporteur.model import Attribution, Derivation, Document, Mention, Reading, Window, address
from rapporteur.record import entities, statements
from rapporteur.record.derivations import LAYER
from rapporteur.record.layer import Dated, Node
from rapporteur.record.lineages import Lineage

FOLDER = Path(__file__).parents[2] / "shared" / "reports" / "derivation-pairs"
LAYERS = (LAYER, entities.LAYER, statements.LAYER)
LABELS = {
    "copy": "copies",
    "rewrite-or-partial-copy": "rewrites",
    "shared-quotes-only": "shared quotations only",
    "mixed/uncertain": "uncertain",
}


class Held:
    """What finishing an edge asks of a record, answered from entries in memory."""

    def __init__(self, dated: Sequence[Dated]) -> None:
        self.by_id = {entry.entry.document.report: entry for entry in dated}

    def window(self, report: str) -> Window:
        return self.by_id[report].window

    def document(self, report: str) -> Document:
        return self.by_id[report].entry.document

    def reading(self, report: str) -> Reading:
        return self.by_id[report].entry.reading

    def derivations(self, report: str) -> Sequence[Derivation]:
        return ()

    def entity_of(self, mention: str) -> None:
        return None

    def noun_of(self, layer: str, member: str) -> Any:
        return None


def lineages(dated: Sequence[Dated]) -> list[Lineage]:
    """The finished lineages of some reports."""
    held = Held(dated)
    return [
        LAYER.finish(noun, group, held)
        for group in derive(LAYER, dated)
        if (noun := LAYER.sum_up(group)) is not None
    ]


def as_lines(row: dict[str, str], side: str) -> Dated:
    """One side of a pair as the labels were made: every line a paragraph of the newsroom's."""
    text = (FOLDER / f"{row['pair']}_{side}.txt").read_text(encoding="utf8")
    return plain(f"{row['pair']}_{side}", text, row[f"source_{side}"], row[f"date_{side}"])


def as_page(row: dict[str, str], side: str) -> Dated:
    """One side of a pair as the program reads a page: embedded posts are not the newsroom's words."""
    bare = as_lines(row, side)
    raw = (FOLDER / f"{row['pair']}_{side}.txt").read_bytes()
    report = replace(bare.entry.report, raw=raw, digest=hashlib.sha256(raw).hexdigest())
    return replace(bare, entry=replace(bare.entry, report=report, document=clean(report)))


def pairs(made: Callable[[dict[str, str], str], Dated]) -> None:
    """Prints the table of the labelled pairs, and each pair that differs from its label."""
    rows = list(csv.DictReader((FOLDER / "pairs.tsv").open(encoding="utf8"), delimiter="\t"))
    dated = [made(row, side) for row in rows for side in "ab"]
    edges: dict[frozenset[str | None], Derivation] = {}
    revised: set[frozenset[str | None]] = set()
    for lineage in lineages(dated):
        edges.update({frozenset((edge.report, edge.from_report)): edge for edge in lineage.derivations})
        revised.update(frozenset(pair) for pair in lineage.revisions)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    odd = []
    for row in rows:
        pair = frozenset((f"{row['pair']}_a", f"{row['pair']}_b"))
        edge = edges.get(pair)
        what = edge.relation if edge else "revision" if pair in revised else "nothing"
        found[row["auto_label"]][what] += 1
        wanted = row["auto_label"] in ("copy", "rewrite-or-partial-copy")
        if row["auto_label"] != "mixed/uncertain" and wanted != (edge is not None):
            odd.append(f"{row['pair']} ({LABELS[row['auto_label']]}, found {what})")
    print(f"{'labelled':26}{'pairs':>6}{'copy':>7}{'rewrite':>9}{'one post':>10}{'nothing':>9}")
    for label, name in LABELS.items():
        one = found[label]
        print(
            f"{name:26}{one.total():>6}{one['copy']:>7}{one['rewrite']:>9}{one['common-source']:>10}{one['nothing']:>9}"
        )
    right = found["copy"].total() + found["rewrite-or-partial-copy"].total()
    right -= found["copy"]["nothing"] + found["rewrite-or-partial-copy"]["nothing"]
    wrong = found["shared-quotes-only"].total() - found["shared-quotes-only"]["nothing"]
    print(f"precision {right / (right + wrong):.3f} (uncertain pairs left out)")
    print(textwrap.fill(", ".join(odd), 110))


def partners() -> None:
    """Prints how long one new report takes to find and judge its partners, in small and large company.

    Generated readings: names drawn from a long-tailed stock, utterances partly from a stock that other
    reports carry too, a paragraph in common with some other report. All three layers, every pair judged.
    """
    chance = random.Random(7)
    words = [f"{a}{b}{c}" for a in "bdfgklmn" for b in ("a", "eru", "io", "uta") for c in _ENDINGS]
    stock = [" ".join(chance.choices(words, k=40)) for _ in range(4000)]
    said = [" ".join(chance.choices(words, k=14)) for _ in range(8000)]
    people = [f"{chance.choice(words).title()} {chance.choice(words).title()}" for _ in range(4000)]
    tail = [1 / (rank + 1) for rank in range(len(people))]

    def made(number: int) -> Dated:
        named = chance.choices(people, tail, k=8)
        uttered = [
            chance.choice(said) if chance.random() < 0.3 else " ".join(chance.choices(words, k=14))
            for _ in range(4)
        ]
        told = [f"{who} said: “{what}.”" for who, what in zip(named, uttered, strict=False)]
        own = [" ".join(chance.choices(words, k=40)) + "." for _ in range(3)]
        day = f"2025-{1 + number * 12 // 1_000_001:02d}-{1 + number % 28:02d}"
        return spoken(f"r{number:06d}", "\n".join([*own, chance.choice(stock), *told]), number % 50, day)

    index: dict[tuple[str, str], dict[str, Node]] = defaultdict(dict)
    took: dict[int, float] = {}
    held = 0
    making = time.process_time()
    for size in (200, 20_000):
        for number in range(held, size):
            one = made(number)
            for layer in LAYERS:
                for node in layer.nodes(one):
                    for block in node.blocks:
                        index[layer.name, block][node.key] = node
        held = size
        times = []
        for trial in range(15):
            one = made(900_000 + trial)
            nodes = [(layer, node) for layer in LAYERS for node in layer.nodes(one)]
            began = time.process_time()
            for layer, node in {node.key: (layer, node) for layer, node in nodes}.values():
                found = {
                    key: other
                    for block in node.sought
                    for key, other in index.get((layer.name, block), {}).items()
                }
                for other in found.values():
                    layer.join(node, other)
            times.append(time.process_time() - began)
        took[size] = sorted(times)[len(times) // 2] * 1000
        print(
            f"one new report among {size:>6,}: {took[size]:6.1f} ms of processor time to find and judge partners"
        )
    spent = time.process_time() - making
    print(
        f"difference {took[20_000] - took[200]:.1f} ms; {spent:.0f} s of processor time to make and place them all"
    )


_ENDINGS = (
    "l",
    "ndo",
    "rik",
    "sta",
    "vor",
    "xem",
    "zal",
    "per",
    "mi",
    "tch",
    "gan",
    "hold",
    "nne",
    "qua",
    "ster",
    "wic",
)


def spoken(report: str, text: str, outlet: int, day: str) -> Dated:
    """A plain entry in which every paragraph “NAME said: “…”” is read as a mention and an attribution."""
    bare = plain(report, text, f"Outlet {outlet}", day)
    document = bare.entry.document
    mentions, attributions = [], []
    for block in document.blocks:
        who, said, content = document.text[block.start : block.end].partition(" said: ")
        if not said:
            continue
        span = document.span(block.start, block.start + len(who))
        mention = Mention(
            id=address(report, "mention", span.start, span.end), span=span, kind="person", name=who
        )
        told = document.span(block.end - len(content), block.end)
        mentions.append(mention)
        attributions.append(
            Attribution(
                id=address(report, "attribution", told.start, told.end),
                content=(told,),
                source=span,
                cue=None,
                manner="direct",
                cue_kind="says",
                voice="newsroom",
                speaker=mention.id,
            )
        )
    reading = Reading(
        report=report, reader="made", mentions=tuple(mentions), attributions=tuple(attributions)
    )
    return replace(bare, entry=replace(bare.entry, reading=reading))


def main() -> None:
    """Prints both tables."""
    if FOLDER.is_dir():
        print("as lines, the way the labels were made")
        pairs(as_lines)
        print("\nas pages, embedded posts told apart")
        pairs(as_page)
    else:
        print("skipped: ../shared/reports is not here")
    print()
    partners()


if __name__ == "__main__":
    main()
