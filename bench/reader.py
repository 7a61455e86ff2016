"""Scores and speed of the shipped reader model on the development corpora, as one table.

python -m bench.reader [--corpora ARCHIVES] [--model FOLDER] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from pathlib import Path
from typing import Any

import numpy as np

import rapporteur.read as reading
from bench.attributions import report
from rapporteur.clean import clean
from rapporteur.read import decode
from rapporteur.read.encoder import SHIPPED, Encoded, Encoder, load_encoder
from training import data_polnear, data_timeml, data_treebank, data_worldwide, materials
from training.corpus import Group, Text
from training.scores import Score, exact, exact_by_label, relaxed, score

Rows = dict[str, Score]


def labelled(spans: Iterable[decode.Labelled]) -> list[tuple[int, int, str]]:
    """Spans as plain triples."""
    return [(span.start, span.end, span.label) for span in spans]


def layer(read: Sequence[Encoded], texts: Sequence[Text], name: str) -> Rows:
    """Exact scores of a layer and of each of its labels."""
    found = [labelled(decode.spans(encoded, name)) for encoded in read]
    true = [text.spans[name] for text in texts]
    rows = {
        f"{name} {label}" if label != "all" else name: s for label, s in exact_by_label(found, true).items()
    }
    if name == "timex":
        rows["timex, overlapping"] = relaxed(found, true)
    return rows


Triple = tuple[tuple[tuple[int, int], ...], ...]


def grouped(read: Sequence[Encoded], texts: Sequence[Text]) -> Rows:
    """Whole attributions (all three parts and nothing else), and the right source for a content found."""

    def flat(group: decode.Grouped) -> Triple:
        one = lambda span: ((span.start, span.end),) if span else ()  # noqa: E731
        return one(group.source), one(group.cue), tuple((s.start, s.end) for s in group.content)

    def gold(group: Group) -> Triple:
        return group.source, group.cue, group.content

    found = [[flat(group) for group in decode.attributions(encoded)] for encoded in read]
    true = [[gold(group) for group in text.groups or ()] for text in texts]
    right = total = 0
    for got, wanted in zip(found, true, strict=True):
        source_of = {content: set(group[0]) for group in got for content in group[2]}
        wanted_of: dict[tuple[int, int], set[tuple[int, int]]] = {}
        for group in wanted:
            for content in group[2]:
                wanted_of.setdefault(content, set()).update(group[0])
        for content in source_of.keys() & wanted_of.keys():
            total += 1
            right += source_of[content] == wanted_of[content] or bool(source_of[content] & wanted_of[content])
    return {"attribution, whole": exact(found, true), "source of a content found": score(right, total, total)}


def sentence_ends(read: Sequence[Encoded], texts: Sequence[Text]) -> Score:
    """Where sentences end, paragraphs given."""
    found = [{end for _, end in decode.sentences(encoded)} for encoded in read]
    return exact(found, [text.ends or frozenset() for text in texts])


def read_all(encoder: Encoder, texts: Sequence[Text]) -> list[Encoded]:
    """Each text read once."""
    return [encoder.encode(text.text, text.paragraphs) for text in texts]


def measure(encoder: Encoder, corpora: Path, most: int | None = None) -> Rows:
    """Scores of every layer on what was not trained on; of each corpus `most` texts at most."""
    rows: Rows = {}
    texts = data_polnear.read(corpora / "polnear", "dev")[:most]
    read = read_all(encoder, texts)
    rows |= layer(read, texts, "attribution") | grouped(read, texts)
    texts = data_worldwide.read(corpora / "worldwide_ner", "dev")[:most]
    rows |= layer(read_all(encoder, texts), texts, "mention")
    texts = data_worldwide.read(corpora / "worldwide_ner", "dev", printed=False)[:most]
    rows["mention, tokens spaced"] = layer(read_all(encoder, texts), texts, "mention")["mention"]
    texts = data_timeml.read_timeml(corpora / "tempeval", "dev")[:most]
    read = read_all(encoder, texts)
    rows |= layer(read, texts, "timex") | layer(read, texts, "event")
    for name, texts in (
        ("EWT", data_treebank.read_ewt(corpora / "ud_ewt", "dev")),
        ("GUM", data_treebank.read_gum(corpora / "gum_open", "dev")),
    ):
        rows[f"sentence ends, {name}"] = sentence_ends(read_all(encoder, texts[:most]), texts[:most])
    return rows


def speed(
    encoder: Encoder, corpora: Path, articles: int = 40, rounds: int = 3
) -> list[tuple[str, float, float]]:
    """Where the time of a reading goes, on one core: (part, words a second of processor time, share of the pass).

    The whole reader over the same PolNeAR dev articles each round; the median round of each part is told.
    """
    files = sorted((corpora / "polnear" / "dev" / "text").glob("*.txt"))[:articles]
    documents = [clean(report(path.name, path.read_bytes())) for path in files]
    words = sum(len(document.text.split()) for document in documents)
    spent: Counter[str] = Counter()

    def timed(name: str, part: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            begun = time.process_time()
            try:
                return part(*given, **named)
            finally:
                spent[name] += time.process_time() - begun

        return call

    parts = [
        name for name in vars(reading) if name.startswith("find_") or name in ("look", "with_vectors", "tie")
    ]
    kept = {name: getattr(reading, name) for name in parts}
    found: dict[str, list[float]] = {}
    try:
        for name, part in kept.items():
            setattr(reading, name, timed(name.removeprefix("find_"), part))
        watched = copy(encoder)
        watched.encode = timed("the pass", encoder.encode)  # type: ignore[method-assign]
        reading.read(documents[0], encoder=watched)
        for _ in range(rounds):
            spent.clear()
            begun = time.process_time()
            for document in documents:
                reading.read(document, encoder=watched)
            spent["document to reading"] = time.process_time() - begun
            spent["decoders"] = spent.pop("look") - spent["the pass"] + spent.pop("with_vectors", 0.0)
            spent["rules"] = spent["document to reading"] - spent["the pass"] - spent["decoders"]
            for name, seconds in spent.items():
                found.setdefault(name, []).append(seconds)
    finally:
        for name, part in kept.items():
            setattr(reading, name, part)
    middle = {name: sorted(seconds)[len(seconds) // 2] for name, seconds in found.items()}
    return [
        (name, words / max(seconds, 1e-9), seconds / middle["the pass"])
        for name, seconds in sorted(middle.items(), key=lambda row: -row[1])
    ]


def long_document(encoder: Encoder, corpora: Path, words: int = 300_000) -> float:
    """Peak resident memory of this process in MB after a document of so many words."""
    text = "\n\n".join(text.text for text in data_polnear.read(corpora / "polnear", "dev"))
    text = "\n\n".join([text] * (words // len(text.split()) + 1))
    encoded = encoder.encode(text)
    decode.spans(encoded, "mention")
    decode.attributions(encoded)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Parses the options and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of archives")
    parser.add_argument("--unpacked", type=Path, default=Path(".work/corpora"))
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--json", type=Path, help="also write the scores here")
    parser.add_argument("--texts", type=int, help="of each corpus at most so many texts")
    parser.add_argument("--long", action="store_true", help="also read a document of 300,000 words")
    options = parser.parse_args()
    encoder = load_encoder(options.model)
    if encoder is None:
        print(f"reader: SKIPPED, there is no model in {options.model}")
        return
    try:
        corpora = materials.corpora(options.corpora, options.unpacked, materials.MEASURED)
    except FileNotFoundError as missing:
        print(f"reader: SKIPPED, no corpora to measure on ({missing})")
        return
    rows = measure(encoder, corpora, options.texts)
    print(f"reader {encoder.card.version}\n\n{'layer':34} {'P':>6} {'R':>6} {'F1':>6} {'of':>7}")
    for name, found in rows.items():
        print(f"{name:34} {found.precision:6.1f} {found.recall:6.1f} {found.f1:6.1f} {found.true:7}")
    print()
    print(f"{'processor time, one core':34} {'words/s':>8} {'of the pass':>12}")
    for name, rate, share in speed(encoder, corpora):
        print(f"{name:34} {rate:8.0f} {share:12.0%}")
    print(f"{'peak memory, MB':34} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f}")
    if options.long:
        print(f"{'peak memory, 300,000 words, MB':34} {long_document(encoder, corpora):6.0f}")
    if options.json:
        scores = {
            name: {"precision": s.precision, "recall": s.recall, "f1": s.f1, "of": s.true}
            for name, s in rows.items()
        }
        rounded = {name: {k: round(float(v), 1) for k, v in s.items()} for name, s in scores.items()}
        options.json.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()
