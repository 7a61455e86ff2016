"""How well pages are cleaned, and how fast: article bodies against trafilatura, furniture, titles and outlets.

    python bench/cleaning.py [--half test|tune] [--data FOLDER]

Body extraction is scored on the article-extraction benchmark as its authors do (sequences of four words,
per page, averaged), on the half of its pages whose name's digest is odd; the other half is for tuning.
Both programs run in this process, one page after the other, timed by CPU. What is missing is said aloud.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from rapporteur.clean import clean
from rapporteur.clean.outlets import bundled
from rapporteur.clean.who import canonical
from rapporteur.intake import Options, Refused, read_manifest, receive
from rapporteur.intake.source import Item, make_report
from rapporteur.model import Document

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared"
BODY = {"paragraph", "item", "subhead", "quote", "label", "dateline", "transcript", "embed"}
TOKEN = re.compile(r"\w+")
DRAWS = 2000
Score = tuple[float, float, float]  # true positive, false positive, false negative; they sum to one


def shingles(words: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """The sequences of words in a text, with how often each stands in it."""
    tokens = TOKEN.findall(words)
    return (
        Counter(tuple(tokens[at : at + size]) for at in range(max(1, len(tokens) - size + 1)))
        if tokens
        else Counter()
    )


def score(true: str, found: str) -> Score:
    """One page's shares of sequences found rightly, found wrongly and missed."""
    want, have = shingles(true), shingles(found)
    right, extra, missed = (want & have).total(), (have - want).total(), (want - have).total()
    whole = right + extra + missed
    return (right / whole, extra / whole, missed / whole) if whole else (0.0, 0.0, 0.0)


def prf(rows: Sequence[Score]) -> tuple[float, float, float]:
    """Precision and recall averaged over pages, and their F1."""
    precision = sum(tp / (tp + fp) if tp + fp else 1.0 for tp, fp, _ in rows) / len(rows)
    recall = sum(tp / (tp + fn) if tp + fn else 1.0 for tp, _, fn in rows) / len(rows)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def interval(ours: Sequence[Score], theirs: Sequence[Score]) -> tuple[float, float]:
    """The middle 95 of a hundred differences in F1 when pages are drawn again with replacement."""
    chance = random.Random(7)
    found = []
    for _ in range(DRAWS):
        drawn = [chance.randrange(len(ours)) for _ in ours]
        found.append(prf([ours[at] for at in drawn])[2] - prf([theirs[at] for at in drawn])[2])
    found.sort()
    return found[int(0.025 * DRAWS)], found[int(0.975 * DRAWS)]


def document_of(raw: bytes, kind: str = "text/html") -> Document:
    """The document of some bytes."""
    return clean(make_report(Item(name="page", raw=raw), kind, Options(clock=lambda: "")))


def body_of(document: Document) -> str:
    """The article's own text."""
    return "\n".join(
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind in BODY and block.voice not in ("page", "reader")
    )


def extraction(folder: Path, odd: int) -> None:
    """Bodies of the benchmark's pages, beside trafilatura's."""
    truth = load_benchmark(folder)
    if truth is None:
        return
    from trafilatura import bare_extraction

    def theirs(raw: bytes) -> str:
        found = bare_extraction(raw, with_metadata=True, include_comments=False)
        return (found.text or "") if found is not None else ""

    def fast(raw: bytes) -> str:
        found = bare_extraction(raw, with_metadata=True, include_comments=False, fast=True)
        return (found.text or "") if found is not None else ""

    programs: dict[str, Callable[[bytes], str]] = {
        "rapporteur": lambda raw: body_of(document_of(raw)),
        "trafilatura": theirs,
        "trafilatura fast": fast,
    }
    names = sorted(name for name in truth if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == odd)
    rows: dict[str, list[Score]] = {program: [] for program in programs}
    spent = dict.fromkeys(programs, 0.0)
    for extract in programs.values():
        extract(truth[names[0]][1])  # what is loaded once is not the page's time
    for name in names:
        body, raw = truth[name]
        for program, extract in programs.items():
            began = time.process_time()
            found = extract(raw)
            spent[program] += time.process_time() - began
            rows[program].append(score(body, found))
    print(f"\nArticle bodies, {len(names)} pages ({'test' if odd else 'tuning'} half)")
    print(f"{'':20}{'P':>8}{'R':>8}{'F1':>8}{'pages/s CPU':>14}")
    for program in programs:
        p, r, f = prf(rows[program])
        print(f"{program:20}{p:8.3f}{r:8.3f}{f:8.3f}{len(names) / spent[program]:14.1f}")
    for other in ("trafilatura", "trafilatura fast"):
        low, high = interval(rows["rapporteur"], rows[other])
        ahead = prf(rows["rapporteur"])[2] - prf(rows[other])[2]
        print(f"F1 ahead of {other} by {ahead:+.3f} (bootstrap 95%: {low:+.3f} … {high:+.3f}); ", end="")
        print(f"{spent[other] / spent['rapporteur']:.2f} times as fast")


def load_benchmark(folder: Path) -> dict[str, tuple[str, bytes]] | None:
    """Each page's true body and its bytes, from the archive or a folder unpacked from it."""
    archive = folder / "corpora" / "article_extraction_benchmark.tar.gz"
    if not archive.exists():
        print(f"SKIPPED article bodies: {archive.name} is not there.")
        return None
    pages: dict[str, bytes] = {}
    truth: dict[str, dict[str, str]] = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            stream = tar.extractfile(member)
            if stream is None:
                continue
            if member.name.endswith("ground-truth.json"):
                truth = json.load(stream)
            elif member.name.endswith(".html.gz"):
                pages[Path(member.name).name.removesuffix(".html.gz")] = gzip.decompress(stream.read())
    return {name: (truth[name]["articleBody"], raw) for name, raw in pages.items() if name in truth}


def furniture() -> None:
    """Furniture and readers' comments on the pages that tests/clean/pages.py makes, by characters."""
    sys.path.insert(0, str(ROOT / "tests" / "clean"))
    import pages

    print(f"\nInvented pages, {pages.PAGES} each way: F1 by characters")
    print(f"{'':20}{'page':>8}{'comment':>9}{'body':>8}")
    for form in ("text", "html"):
        counts = pages.counts(form, lambda raw, kind: document_of(raw, kind))
        print(
            f"{form:20}"
            + "".join(f"{2 * a / (2 * a + b + c) if a else 0.0:8.3f} " for a, b, c in counts.values())
        )


def index(folder: Path) -> None:
    """Titles, outlets and dates found in the texts alone, against the tables that lie beside them."""
    table = bundled()
    key = lambda words: " ".join(TOKEN.findall((words or "").casefold().replace("’", "'")))  # noqa: E731
    print("\nAgainst index.tsv, from the text alone")
    print(
        f"{'':24}{'texts':>6}{'title stated':>14}{'right':>7}{'outlet named':>14}{'right':>7}{'other':>7}{'dated':>7}{'right':>7}"
    )
    for name in ("opec-1987", "iran-2013-2015", "us-shutdown-2026", "derivation-pairs"):
        place = folder / "reports" / name
        if not place.exists():
            print(f"SKIPPED {name}: it is not there.")
            continue
        manifest = read_manifest(place / "index.tsv")
        assert not isinstance(manifest, Refused)
        seen: Counter[str] = Counter()
        for report in receive([str(place)], Options(clock=lambda: "")):
            if isinstance(report, Refused) or report.source not in manifest:
                continue
            given = manifest[report.source]
            document = clean(report)
            seen["texts"] += 1
            title = key(given.title or "")[:75]
            if title and title in key(document.text):
                seen["title"] += 1
                seen["title right"] += key(document.title.value if document.title else "")[:75] == title
            paper = key(canonical(re.sub(r"\s*\([^)]*\)$| - News$", "", given.outlet or ""), table))
            if document.outlet is not None:
                seen["outlet"] += 1
                named = {key(document.outlet.value), key(document.carrier.value if document.carrier else "")}
                seen["outlet right"] += paper in named
                seen["outlet other"] += paper not in named
            stamp = document.published or document.updated
            if stamp is not None:
                seen["dated"] += 1
                seen["dated right"] += stamp.value[:10] == (given.published or "")[:10]
        cells = (
            "texts",
            "title",
            "title right",
            "outlet",
            "outlet right",
            "outlet other",
            "dated",
            "dated right",
        )
        print(
            f"{name:24}"
            + "".join(
                f"{seen[cell]:{width}}" for cell, width in zip(cells, (6, 14, 7, 14, 7, 7, 7, 7), strict=True)
            )
        )


def main() -> None:
    """Prints every table that can be made here."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    asked.add_argument("--half", choices=("test", "tune"), default="test")
    asked.add_argument("--data", type=Path, default=DATA)
    found = asked.parse_args()
    extraction(found.data, odd=1 if found.half == "test" else 0)
    furniture()
    index(found.data)


if __name__ == "__main__":
    main()
