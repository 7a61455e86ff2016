"""How close the reader's vector of a sentence, read in its document, is to the base model's of it alone."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from rapporteur.read import decode
from rapporteur.read.encoder import SHIPPED, load_encoder
from training import data_polnear
from training.batches import Sheet, sheet
from training.model import Reader, load_base
from training.teacher import embed, mark_sentences


def main() -> None:
    """Parses the options and prints agreement on PolNeAR's development sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--texts", type=int, default=20)
    options = parser.parse_args()
    torch.set_num_threads(1)
    encoder = load_encoder(options.model)
    if encoder is None:
        raise SystemExit(f"there is no model in {options.model}")
    texts = data_polnear.read(options.corpora / "polnear", "dev")[: options.texts]
    tokenizer = encoder.tokenizer
    sheets: list[Sheet]
    sheets, sentences = mark_sentences([sheet(text, tokenizer) for text in texts], 0)
    base = Reader(0.0)
    load_base(base, options.base / "model.safetensors")
    alone = embed(base, sentences).astype(np.float32)
    own = np.zeros_like(alone)
    for made in sheets:
        encoded = encoder.encode(made.text.text, made.text.paragraphs)
        for first, last, row in made.vectors:
            start, end = int(made.pieces.offsets[first, 0]), int(made.pieces.offsets[last - 1, 1])
            own[row] = decode.vector(encoded, start, end)
    cosine = float((alone * own).sum(-1).mean())
    pairs = np.triu_indices(len(alone), 1)
    similar = float(np.corrcoef((alone @ alone.T)[pairs], (own @ own.T)[pairs])[0, 1])
    nearest = [(x @ x.T - 9 * np.eye(len(x))).argmax(-1) for x in (alone, own)]
    print(f"{len(alone)} sentences: mean cosine {cosine:.3f}, correlation of similarities {similar:.3f}, "
          f"same nearest sentence {np.mean(nearest[0] == nearest[1]):.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
