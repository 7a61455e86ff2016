"""Bad and very long input through cleaning and the whole reader: processor time, peak memory, what is said of it.

python -m bench.limits [NAME …]

Each input is read in a process of its own, so that the peak is its own. The long texts are made of PolNeAR's dev
articles (`RAPPORTEUR_CORPORA`), or of the sample dispatches where they are missing.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.attributions import corpora, report
from rapporteur.clean import clean
from rapporteur.read import read_by_encoder

SAMPLES = Path(__file__).parents[1] / "rapporteur" / "samples"


def articles(words: int) -> str:
    """Articles one after another, about so many words."""
    folder = corpora() / "polnear" / "dev" / "text"
    found = sorted(folder.glob("*.txt")) or sorted(SAMPLES.rglob("*.txt"))
    texts = [path.read_text(encoding="utf8") for path in found]
    once = sum(len(text.split()) for text in texts)
    parts = (texts * (words // once + 1))[: max(1, round(words / once * len(texts)))]
    return "\n\n".join(parts)


INPUTS: dict[str, Callable[[], str]] = {
    "empty": lambda: "",
    "75,000 words": lambda: articles(75_000),
    "150,000 words": lambda: articles(150_000),
    "300,000 words": lambda: articles(300_000),
    "40,000 words in one paragraph": lambda: " ".join(articles(40_000).split()),
    "a word of 1 MB": lambda: "a" * 1_000_000,
    "100,000 lines of one character": lambda: "a\n" * 100_000,
    "100,000 quotation marks": lambda: "“" * 50_000 + "”" * 50_000,
    "quotations in quotations, 2,000 deep": lambda: "“He said ‘" * 1000 + "no" + "’ then”" * 1000,
    "French": lambda: "Le ministre a déclaré que les négociations reprendraient lundi à Genève. " * 200,
}


def measure(name: str) -> str:
    """One input read: its words, seconds of processor time, peak memory in MB, problems."""
    text = INPUTS[name]()
    words = len(text.split())
    raw = text.encode()
    begun = time.process_time()
    document = clean(report(f"{name}.txt", raw))
    cleaned = time.process_time()
    reading = read_by_encoder(document)
    spent = time.process_time() - cleaned
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    codes = [problem.code for problem in (*document.problems, *reading.problems)]
    said = ", ".join(sorted(f"{code} × {codes.count(code)}" for code in set(codes))) or "–"
    return f"| {name} | {words:,} | {cleaned - begun:.1f} | {spent:.1f} | {peak:.0f} | {said} |"


def main() -> None:
    """Prints one row an input."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    print("| Input | words | cleaned, s | read, s | peak memory, MB | problems recorded |")
    print("|---|---|---|---|---|---|")
    fresh = multiprocessing.get_context("spawn")
    for name in sys.argv[1:] or INPUTS:
        with fresh.Pool(1) as pool:
            print(pool.apply(measure, (name,)), flush=True)


if __name__ == "__main__":
    main()
