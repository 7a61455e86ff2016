"""From the corpora to a model file in one command: `make train`, or `python -m training --help`.

Stopped at any moment, the same command goes on from the last checkpoint.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from rapporteur.read.encoder import SHIPPED
from training import materials


def main() -> None:
    """Fetches the base, unpacks the corpora, trains, exports and measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of archives")
    parser.add_argument(
        "--work", type=Path, default=Path(".work"), help="folder for everything made on the way"
    )
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder of the finished model")
    options, passed_on = parser.parse_known_args()
    try:
        corpora = materials.corpora(options.corpora, options.work / "corpora")
    except FileNotFoundError as missing:
        raise SystemExit(f"no corpora to train on: {missing}; say where with --corpora") from missing
    base = materials.base(options.work / "base")
    run = options.work / "training"

    def python(module: str, *arguments: str | Path) -> None:
        subprocess.run([sys.executable, "-m", module, *map(str, arguments)], check=True)

    python("training.train", "--corpora", corpora, "--base", base, "--work", run, *passed_on)
    python("training.export", "--checkpoint", run / "checkpoint.pt", "--base", base, "--out", options.out)
    python("bench.reader", "--corpora", options.corpora, "--unpacked", corpora, "--model", options.out,
           "--json", run / "scores.json")  # fmt: skip
    python("training.export", "--checkpoint", run / "checkpoint.pt", "--base", base, "--out", options.out,
           "--scores", run / "scores.json")  # fmt: skip


if __name__ == "__main__":
    main()
