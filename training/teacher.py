"""Sentence vectors of the base model, for the reader's own to stay close to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from torch.nn import functional as F

from training.batches import CLS, SEP, Places, Sheet
from training.model import VECTOR, Reader

SENTENCE = re.compile(r".+?(?:[.!?][\"”’')\]]*(?=\s+[A-Z“\"‘'(])|$)", re.S)
LEAST, MOST = 5, 120  # pieces of a sentence worth learning from


def mark_sentences(sheets: Sequence[Sheet], begin: int) -> tuple[list[Sheet], list[np.ndarray]]:
    """The sheets with their sentences numbered from `begin`, and the piece ids of each sentence."""
    marked, sentences = [], []
    for sheet in sheets:
        covers = Places(sheet.pieces.offsets)
        rows = []
        for start, end in sheet.text.paragraphs:
            for found in SENTENCE.finditer(sheet.text.text[start:end]):
                span = covers(start + found.start(), start + found.end())
                if span and LEAST <= span[1] - span[0] <= MOST:
                    rows.append((*span, begin + len(sentences)))
                    sentences.append(sheet.pieces.ids[span[0] : span[1]])
        marked.append(replace(sheet, vectors=rows))
    return marked, sentences


@torch.inference_mode()
def embed(base: Reader, sentences: Sequence[np.ndarray]) -> np.ndarray:
    """The base model's vector of each sentence alone: the mean over its pieces, length 1, float16."""
    out = np.zeros((len(sentences), VECTOR), np.float16)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    base.eval()
    for at in range(0, len(order), 64):
        chosen = order[at : at + 64]
        longest = 2 + max(len(sentences[i]) for i in chosen)
        ids = torch.zeros(len(chosen), longest, dtype=torch.long)
        for row, i in enumerate(chosen):
            piece = torch.from_numpy(sentences[i].astype(np.int64))
            ids[row, : len(piece) + 2] = torch.cat([torch.tensor([CLS]), piece, torch.tensor([SEP])])
        mask = ids > 0
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = base.hidden(ids, None, mask[:, None, None])
        weights = mask[..., None].float()
        mean = (hidden.float() * weights).sum(1) / weights.sum(1)
        out[chosen] = F.normalize(mean, dim=-1).numpy().astype(np.float16)
    return out
