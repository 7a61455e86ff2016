"""Scores of the network on development texts while it is trained, decoded as the reader decodes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from rapporteur.read.chains import Field, best_labels, runs
from rapporteur.read.encoder import plan
from training.batches import CLS, SEP, Sheet
from training.corpus import Labelled, trim
from training.model import LABELS, Reader
from training.scores import Score, exact, exact_by_label, relaxed

Logits = dict[str, np.ndarray]


@torch.inference_mode()
def read_sheet(reader: Reader, sheet: Sheet) -> Logits:
    """Logits of every layer for a whole text, window by window."""
    out: dict[str, list[np.ndarray]] = {}
    for window in plan(sheet.pieces.paragraphs, len(sheet.pieces.ids)):
        ids = np.concatenate([[CLS], sheet.pieces.ids[window.begin : window.end], [SEP]])
        features = np.zeros((len(ids), sheet.pieces.features.shape[1]), np.int64)
        features[1:-1] = sheet.pieces.features[window.begin : window.end]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            seen = reader(torch.from_numpy(ids)[None].long(), torch.from_numpy(features)[None])
        keep = slice(1 + window.keep_from - window.begin, 1 + window.keep_to - window.begin)
        for layer, logits in seen.logits.items():
            out.setdefault(layer, []).append(logits[0, keep].float().numpy())
    return {layer: np.concatenate(found) for layer, found in out.items()}


def layer_spans(sheet: Sheet, logits: Logits, layer: str, transitions: np.ndarray) -> set[Labelled]:
    """The spans of a layer of one text, trimmed where the layer is scored so."""
    chosen = best_labels(Field(LABELS[layer], logits[layer], transitions), sheet.pieces.paragraphs)
    offsets = sheet.pieces.offsets
    found = set()
    for first, last, name in runs(chosen, LABELS[layer]):
        start, end = int(offsets[first, 0]), int(offsets[last - 1, 1])
        if layer == "attribution":
            start, end = trim(sheet.text.text, start, end)
        if start < end:
            found.add((start, end, name))
    return found


def score_layer(
    seen: Sequence[Logits], sheets: Sequence[Sheet], layer: str, transitions: np.ndarray
) -> dict[str, Score]:
    """Exact scores of each label of a layer and of all together, and of overlap without the label."""
    found = [
        layer_spans(sheet, logits, layer, transitions) for sheet, logits in zip(sheets, seen, strict=True)
    ]
    true = [set(sheet.text.spans[layer]) for sheet in sheets]
    return {**exact_by_label(found, true), "relaxed": relaxed(found, true)}


def score_sentences(seen: Sequence[Logits], sheets: Sequence[Sheet], *, given: bool) -> Score:
    """Sentence-end scores; with `given`, the end of a paragraph always ends a sentence."""
    found, true = [], []
    for sheet, logits in zip(sheets, seen, strict=True):
        ends = set(np.flatnonzero(logits["sentence"][:, 0] > 0).tolist())
        found.append(ends | set((sheet.pieces.paragraphs[:, 1] - 1).tolist()) if given else ends)
        true.append(set() if sheet.ends is None else set(np.flatnonzero(sheet.ends).tolist()))
    return exact(found, true)


def evaluate(reader: Reader, dev: dict[str, list[Sheet]]) -> dict[str, Score]:
    """Development scores by layer and label."""
    reader.eval()
    out: dict[str, Score] = {}
    for kind, layers in (
        ("attribution", ["attribution"]),
        ("mention", ["mention"]),
        ("time", ["timex", "event"]),
    ):
        seen = [read_sheet(reader, sheet) for sheet in dev[kind]]
        for layer in layers:
            moves = reader.transitions[layer].detach().numpy()
            for name, found in score_layer(seen, dev[kind], layer, moves).items():
                out[f"{layer} {name}"] = found
    seen = [read_sheet(reader, sheet) for sheet in dev["sentence"]]
    out["sentence ends"] = score_sentences(seen, dev["sentence"], given=False)
    out["sentence ends, paragraphs given"] = score_sentences(seen, dev["sentence"], given=True)
    return out
