"""How well PolNeAR's annotators agree with one another, by the same exact spans that the reader is scored by.

A few texts were annotated by up to six people; of every two the spans are compared, one's taken as the truth.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import combinations
from pathlib import Path

from training.corpus import Labelled
from training.data_polnear import KINDS, read_standoff, standoffs

Pair = tuple[str, str]
Agreed = tuple[float, ...]  # F1 of each kind of span, in the order of KINDS


def everybodys(folder: Path) -> list[dict[str, set[Labelled]]]:
    """Of each text that several people annotated, the spans of each of them."""
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        files = standoffs(folder, path.stem)
        if len(files) > 1:
            with path.open(encoding="utf8", newline="") as file:
                text = file.read()
            found.append(
                {
                    one.stem.rpartition("_")[2]: {
                        (start, end, kind)
                        for kind, start, end in read_standoff(one.read_text(encoding="utf8"), text)[0]
                    }
                    for one in files
                }
            )
    return found


def agreement(texts: list[dict[str, set[Labelled]]]) -> tuple[Agreed, dict[Pair, Agreed]]:
    """F1 in percent of every two annotators' spans over all texts: of all pairs together, and of each pair."""
    both: Counter[tuple[Pair, str]] = Counter()
    either: Counter[tuple[Pair, str]] = Counter()
    for spans in texts:
        for one, other in combinations(sorted(spans), 2):
            for kind in KINDS.values():
                mine, theirs = ({s for s in spans[who] if s[2] == kind} for who in (one, other))
                both[(one, other), kind] += len(mine & theirs)
                either[(one, other), kind] += len(mine) + len(theirs)

    def f1(pairs: set[Pair]) -> Agreed:
        return tuple(
            200 * sum(both[pair, kind] for pair in pairs) / max(1, sum(either[pair, kind] for pair in pairs))
            for kind in KINDS.values()
        )

    pairs = {pair for pair, _ in either}
    return f1(pairs), {pair: f1({pair}) for pair in sorted(pairs)}


def main() -> None:
    """Parses the options and prints the agreement of each pair and of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of unpacked corpora")
    options = parser.parse_args()
    texts = [text for split in ("train", "dev") for text in everybodys(options.corpora / "polnear" / split)]
    every, pairs = agreement(texts)
    print(f"{'F1, ' + str(len(texts)) + ' texts':14}" + "".join(f"{kind:>9}" for kind in KINDS.values()))
    for name, row in [*((" ".join(pair), row) for pair, row in pairs.items()), ("all pairs", every)]:
        print(f"{name:14}" + "".join(f"{value:9.1f}" for value in row))


if __name__ == "__main__":
    main()
