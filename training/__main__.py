"""From the corpora to a model file in one command: `make train`, or `python -m training --help`.

Stopped at any moment, the same command goes on from the last checkpoint. `--quick` goes the whole way in a few
steps over a few texts, to see that it can be gone; its model is of no use. What is not known here is passed on
to `training.train`.
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
    parser.add_argument(
        "--out", type=Path, help="folder of the finished model; the package's own if not given"
    )
    parser.add_argument(
        "--quick", action="store_true", help="a few steps over a few texts, into the work folder"
    )
    options, passed_on = parser.parse_known_args()
    try:
        corpora = materials.corpora(options.corpora, options.work / "corpora")
    except FileNotFoundError as missing:
        raise SystemExit(f"no corpora to train on: {missing}; say where with --corpora") from missing
    base = materials.base(options.work / "base")
    run = options.work / ("quick" if options.quick else "training")
    out = options.out or (run / "model" if options.quick else SHIPPED)
    if options.quick:
        passed_on = ["--steps", "6", "--every", "2", "--texts", "4", *passed_on]
    few = ["--texts", "4"] if options.quick else []

    def python(module: str, *arguments: str | Path) -> None:
        print(f"{module} …", flush=True)
        subprocess.run([sys.executable, "-m", module, *map(str, arguments)], check=True)

    def export(*arguments: str | Path) -> None:
        checkpoints = averaged(sorted(run.glob("average-*.pt")))
        python("training.export", "--checkpoint", *checkpoints, "--base", base, "--corpora", corpora,
               "--out", out, *arguments)  # fmt: skip

    python("training.train", "--corpora", corpora, "--base", base, "--work", run, *passed_on)
    export(*few)
    python("bench.reader", "--corpora", options.corpora, "--unpacked", corpora, "--model", out,
           "--json", run / "scores.json", *few)  # fmt: skip
    python("training.card", "--scores", run / "scores.json", "--model", out)


def averaged(kept: list[Path]) -> list[Path]:
    """Which of a run's averages are averaged again: four, from the first third of it to its end."""
    last = int(kept[-1].stem.rpartition("-")[2])
    late = [path for path in kept if int(path.stem.rpartition("-")[2]) >= last / 3]
    return [late[round(i * (len(late) - 1) / 3)] for i in range(4)] if len(late) > 4 else late


if __name__ == "__main__":
    main()
