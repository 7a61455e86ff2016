"""How much a layer's scores owe to thresholds chosen on the texts they are measured on, and how sure they are.

The texts are halved at random many times. Each half is measured with the thresholds that serve the other half best
(cross-fitting), so that no text has a say in the threshold it is measured with. How sure: the standard deviation
over texts drawn anew, with replacement (bootstrap).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rapporteur.read import decode
from rapporteur.read.encoder import SHIPPED, Encoder, load_encoder
from training import data
from training.corpus import Text

TRIED = np.arange(0.20, 0.66, 0.02)
HALVED, REDRAWN = 200, 500  # times
LAYERS = {"attribution": "attribution", "mention": "mention", "event": "time"}  # layer: kind of text

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Counts:
    """Spans of T texts by their L labels: annotated, and found and right at each threshold (the last: the card's)."""

    labels: tuple[str, ...]
    true: Numbers  # [T, L]
    found: Numbers  # [T, L, thresholds + 1]
    right: Numbers  # [T, L, thresholds + 1]


def count(encoder: Encoder, texts: Sequence[Text], layer: str) -> Counts:
    """Reads the texts and counts at every threshold."""
    labels = tuple(sorted({label for text in texts for *_, label in text.spans[layer]}))
    least = encoder.card.least.get(layer, {})
    shape = (len(texts), len(labels))
    true, found, right = (
        np.zeros(shape),
        np.zeros((*shape, len(TRIED) + 1)),
        np.zeros((*shape, len(TRIED) + 1)),
    )
    for at, text in enumerate(texts):
        gold = set(text.spans[layer])
        for *_, label in gold:
            true[at, labels.index(label)] += 1
        for span in decode.spans(encoder.encode(text.text, text.paragraphs), layer, 0.0):
            if span.label not in labels:
                continue
            passes = span.score >= np.append(TRIED, least.get(span.label, 0.0))
            place = at, labels.index(span.label)
            found[place] += passes
            right[place] += passes * ((span.start, span.end, span.label) in gold)
    return Counts(labels, true, found, right)


def f1(right: Numbers, found: Numbers, true: Numbers) -> Numbers:
    """F1 in percent."""
    return np.asarray(200 * right / np.maximum(1, found + true))


def with_all(right: Numbers, found: Numbers, true: Numbers) -> Numbers:
    """F1 [L + 1] of each label and of all together, from counts [L]."""
    every = f1(right.sum(keepdims=True), found.sum(keepdims=True), true.sum(keepdims=True))
    return np.concatenate([f1(right, found, true), every])


def cross_fitted(counts: Counts, rng: np.random.Generator) -> Numbers:
    """F1 [L + 1] where each half of the texts is measured with the other half's best thresholds."""
    first = rng.permutation(len(counts.true)) % 2 == 0
    right, found = np.zeros(len(counts.labels)), np.zeros(len(counts.labels))
    for chosen_on in (first, ~first):
        fitted = f1(
            counts.right[chosen_on, :, :-1].sum(0),
            counts.found[chosen_on, :, :-1].sum(0),
            counts.true[chosen_on].sum(0)[:, None],
        )
        best = np.arange(len(counts.labels)), fitted.argmax(1)
        right += counts.right[~chosen_on].sum(0)[best]
        found += counts.found[~chosen_on].sum(0)[best]
    return with_all(right, found, counts.true.sum(0))


def rows(counts: Counts, seed: int = 3) -> Iterator[tuple[str, float, float, float]]:
    """Of each label and of all: F1 with the card's thresholds, cross-fitted, and its standard deviation over texts."""
    rng = np.random.default_rng(seed)
    card = with_all(counts.right[..., -1].sum(0), counts.found[..., -1].sum(0), counts.true.sum(0))
    fitted = np.mean([cross_fitted(counts, rng) for _ in range(HALVED)], axis=0)
    drawn = []
    for _ in range(REDRAWN):
        again = rng.integers(0, len(counts.true), len(counts.true))
        drawn.append(
            with_all(
                counts.right[again, :, -1].sum(0),
                counts.found[again, :, -1].sum(0),
                counts.true[again].sum(0),
            )
        )
    spread = np.std(drawn, axis=0)
    yield from zip((*counts.labels, "all"), card.tolist(), fitted.tolist(), spread.tolist(), strict=True)


def main() -> None:
    """Parses the options and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of unpacked corpora")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    encoder = load_encoder(options.model)
    if encoder is None:
        raise SystemExit(f"there is no model in {options.model}")
    texts = data.development_texts(options.corpora)
    print(f"{'F1':24} {'the card’s':>10} {'cross-fitted':>12} {'±':>5}")
    for layer, kind in LAYERS.items():
        for label, card, fitted, spread in rows(count(encoder, texts[kind], layer)):
            print(f"{layer + ' ' + label:24} {card:10.1f} {fitted:12.1f} {spread:5.1f}")


if __name__ == "__main__":
    main()
