"""Writes measured scores into a model's card, for the program (card.json) and for people (MODEL_CARD.md)."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from rapporteur.read.encoder import SHIPPED

HEAD = "| Layer | P | R | F1 | annotated |\n|---|---|---|---|---|\n"


def table(scores: Mapping[str, Mapping[str, float]]) -> str:
    """The scores as rows of a table, with its head."""
    rows = (
        f"| {name} | {row['precision']} | {row['recall']} | {row['f1']} | {round(row['of'])} |\n"
        for name, row in scores.items()
    )
    return HEAD + "".join(rows)


def with_table(text: str, scores: Mapping[str, Mapping[str, float]]) -> str:
    """A model card with its table of scores put anew."""
    before, _, rest = text.partition(HEAD)
    lines = rest.splitlines(keepends=True)
    after = next((at for at, line in enumerate(lines) if not line.startswith("|")), len(lines))
    return before + table(scores) + "".join(lines[after:])


def main() -> None:
    """Parses the options and writes both cards; where there is none for people, the shipped one is begun from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scores", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    scores = json.loads(options.scores.read_text(encoding="utf8"))
    card = options.model / "card.json"
    ends = {"sentence": scores["sentence ends, EWT"]} if "sentence ends, EWT" in scores else {}
    known = json.loads(card.read_text(encoding="utf8")) | {"scores": scores | ends}
    card.write_text(json.dumps(known, indent=1) + "\n", encoding="utf8")
    people = options.model / "MODEL_CARD.md"
    begun = people if people.exists() else SHIPPED / "MODEL_CARD.md"
    people.write_text(with_table(begun.read_text(encoding="utf8"), scores), encoding="utf8")


if __name__ == "__main__":
    main()
