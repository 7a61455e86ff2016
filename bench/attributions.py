"""Who said what: PolNeAR's dev articles and the captured pages, through cleaning and reading.

Spans are exact after trimming quotation marks and punctuation, as PolNeAR is scored; each label's spans of
an article are one set. Rates are words of text a second of this process's time.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rapporteur.clean import clean
from rapporteur.model import Attribution, Document, Given, Report
from rapporteur.read import read
from rapporteur.read.encoder import Encoder, load_encoder

TRIMMED = " \t\n\r\"“”'‘’.,;:"
LABELS = ("source", "cue", "content")
Spans = set[tuple[str, int, int]]


def corpora() -> Path:
    """Where the corpora are unpacked."""
    return Path(os.environ.get("RAPPORTEUR_CORPORA", "../corpora"))


def main() -> None:
    """Prints F1 of exact spans for the rules alone and for the shipped reader."""
    folder = corpora() / "polnear" / "dev"
    if not folder.is_dir():
        print(f"PolNeAR is not at {folder}: set RAPPORTEUR_CORPORA to where the corpora are unpacked.")
        return
    print("| PolNeAR dev, exact spans | source P / R / F1 | cue P / R / F1 | content P / R / F1 | words/s |")
    print("|---|---|---|---|---|")
    for name, encoder in (("rules alone", None), ("encoder and rules", load_encoder())):
        if encoder is None and name != "rules alone":
            continue
        counts, rate = score(folder, encoder)
        cells = []
        for label in LABELS:
            hit, found, gold = (counts[label, kind] for kind in ("hit", "found", "gold"))
            precision, recall = hit / max(1, found), hit / max(1, gold)
            f1 = 2 * hit / max(1, found + gold)
            cells.append(f"{100 * precision:.1f} / {100 * recall:.1f} / {100 * f1:.1f}")
        print(f"| {name} | {' | '.join(cells)} | {rate:,.0f} |")


def score(folder: Path, encoder: Encoder | None) -> tuple[Counter[tuple[str, str]], float]:
    """Counts of hit, found and gold spans a label, and words read a second."""
    counts: Counter[tuple[str, str]] = Counter()
    words, spent = 0, 0.0
    for path in sorted((folder / "text").glob("*.txt")):
        files = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if not files:
            continue
        raw = path.read_bytes()
        text = raw.decode("utf-8")
        document = clean(report(path.name, raw))
        begun = time.process_time()
        reading = read(document, encoder=encoder)
        spent += time.process_time() - begun
        words += len(text.split())
        gold, found = annotated(files[0], text), placed(document, text, reading.attributions)
        for label in LABELS:
            wanted = {span for span in gold if span[0] == label}
            got = {span for span in found if span[0] == label}
            counts[label, "hit"] += len(wanted & got)
            counts[label, "found"] += len(got)
            counts[label, "gold"] += len(wanted)
    return counts, words / max(spent, 1e-9)


def report(name: str, raw: bytes) -> Report:
    """A report as it would be received."""
    digest = hashlib.sha256(raw).hexdigest()
    return Report(
        id=digest[:12],
        digest=digest,
        source=name,
        given=Given(),
        received="2000-01-01T00:00:00Z",
        media_type="text/plain",
        raw=raw,
    )


def annotated(path: Path, text: str) -> Spans:
    """The trimmed spans of a brat file."""
    found: Spans = set()
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if cells[0][:1] != "T" or len(cells) < 2:
            continue
        kind, _, places = cells[1].partition(" ")
        if kind.lower() in LABELS:
            for place in places.split(";"):
                start, end = map(int, place.split())
                found.add((kind.lower(), *trimmed(text, start, end)))
    return found


def placed(document: Document, text: str, attributions: tuple[Attribution, ...]) -> Spans:
    """The trimmed spans of a reading, put back on the text as it was annotated by what is no white space."""
    black = [place for place, letter in enumerate(text) if not letter.isspace()]
    to_text: dict[int, int] = {}
    for number, place in enumerate(i for i, letter in enumerate(document.text) if not letter.isspace()):
        if number < len(black):
            to_text[place] = black[number]
    found: Spans = set()
    for attribution in attributions:
        for label, start, end in pieces(attribution):
            start, end = trimmed(document.text, start, end)
            if start < end and start in to_text and end - 1 in to_text:
                found.add((label, *trimmed(text, to_text[start], to_text[end - 1] + 1)))
    return found


def pieces(attribution: Attribution) -> Iterator[tuple[str, int, int]]:
    """The labelled offsets of an attribution."""
    for label, spans in (
        ("source", (attribution.source,)),
        ("cue", (attribution.cue,)),
        ("content", attribution.content),
    ):
        for span in spans:
            if span is not None:
                yield label, span.start, span.end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets without the marks at both ends that are not scored."""
    while start < end and text[start] in TRIMMED:
        start += 1
    while end > start and text[end - 1] in TRIMMED:
        end -= 1
    return start, end


if __name__ == "__main__":
    main()
