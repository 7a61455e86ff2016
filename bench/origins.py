"""Which report has its words from which: pairs of news reports labelled by hand and by overlap.

usage: python -m bench.origins

Each text is one report of its outlet on its day, every line a paragraph. A pair counts as found where an
edge is drawn between its two reports; edges across pairs are not counted. Then the cost of finding
partners: one more report among 200 and among 20,000 made of random words with a shared stock of phrases.
"""

from __future__ import annotations

import csv
import random
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench._derive import derive, plain
from rapporteur.model import Derivation, Document, Reading, Window
from rapporteur.record.derivations import LAYER, Lineage
from rapporteur.record.layer import Dated, Node

FOLDER = Path(__file__).parents[2] / "shared" / "reports" / "derivation-pairs"
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


def pairs() -> None:
    """Prints the table of the labelled pairs, and each pair that differs from its label."""
    rows = list(csv.DictReader((FOLDER / "pairs.tsv").open(encoding="utf8"), delimiter="\t"))
    dated = [
        plain(
            f"{row['pair']}_{side}",
            (FOLDER / f"{row['pair']}_{side}.txt").read_text(encoding="utf8"),
            row[f"source_{side}"],
            row[f"date_{side}"],
        )
        for row in rows
        for side in "ab"
    ]
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
            odd.append(f"  {row['pair']}: {LABELS[row['auto_label']]}, found {what}")
    print(f"{'labelled':26}{'pairs':>6}{'copy':>7}{'rewrite':>9}{'nothing':>9}")
    for label, name in LABELS.items():
        made = found[label]
        print(f"{name:26}{made.total():>6}{made['copy']:>7}{made['rewrite']:>9}{made['nothing']:>9}")
    right = found["copy"].total() + found["rewrite-or-partial-copy"].total()
    right -= found["copy"]["nothing"] + found["rewrite-or-partial-copy"]["nothing"]
    wrong = found["shared-quotes-only"].total() - found["shared-quotes-only"]["nothing"]
    print(f"precision {right / (right + wrong):.3f} (uncertain pairs left out)")
    print("\n".join(odd))


def partners() -> None:
    """Prints how long one new report takes to find and judge its partners, in small and large company."""
    chance = random.Random(7)
    words = [f"w{i}" for i in range(30_000)]
    stock = [" ".join(chance.choices(words, k=60)) for _ in range(4000)]

    def made(number: int) -> Dated:
        own = [" ".join(chance.choices(words, k=60)) + "." for _ in range(6)]
        text = "\n".join([*own, chance.choice(stock)])
        return plain(f"r{number:05d}", text, f"Outlet {number % 50}", "2025-01-01")

    index: dict[str, list[Node]] = defaultdict(list)
    took = {}
    held = 0
    for size in (200, 20_000):
        for number in range(held, size):
            for node in LAYER.nodes(made(number)):
                for block in node.blocks:
                    index[block].append(node)
        held = size
        times = []
        for trial in range(20):
            new = made(900_000 + trial)
            began = time.perf_counter()
            for node in LAYER.nodes(new):
                candidates = {other.key: other for block in node.blocks for other in index.get(block, ())}
                for other in candidates.values():
                    LAYER.join(node, other)
            times.append(time.perf_counter() - began)
        took[size] = sorted(times)[len(times) // 2] * 1000
        print(f"one new report among {size:>6,}: {took[size]:6.1f} ms")
    print(f"difference {took[20_000] - took[200]:.1f} ms")


def main() -> None:
    """Prints both tables."""
    if FOLDER.is_dir():
        pairs()
    else:
        print("skipped: ../shared/reports is not here")
    print()
    partners()


if __name__ == "__main__":
    main()
