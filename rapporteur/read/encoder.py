"""The one pass: a small transformer reads a document once, and every layer is decoded from what it saw.

How the other readers use it (this and `rapporteur/read/decode.py` are the whole interface):

    encoder = load_encoder()                     # the model shipped in read/model; None if there is none
    encoded = encoder.encode(text, paragraphs)   # paragraphs: [(start, end), …] ascending, not overlapping:
                                                 # the blocks to read; None: the lines of the text
    decode.sentences(encoded)                    # ((start, end), …) code points, trimmed of white space
    decode.spans(encoded, "mention")             # (Labelled(start, end, label, score), …)
    decode.spans(encoded, "timex")               #   labels of each layer are in card.json, see below
    decode.spans(encoded, "event")
    decode.spans(encoded, "attribution")         # the loose pieces: "source", "cue", "content"
    decode.attributions(encoded)                 # (Grouped(source, cue, content, score), …) who said what
    decode.vector(encoded, start, end)           # float32 [384], length 1: the meaning of any stretch
    decode.event_root(encoded, sentence, sources, targets)   # {"AGREE": 0.8, …} PLOVER root, actors given

Offsets are code points into `text`, half-open, and `text[start:end]` is verbatim. Nothing here decides
more than where a span begins and ends, what it is called and which spans belong together; attribution
spans are trimmed of quotation marks and punctuation at both ends, as the corpus is scored.

`Encoded` holds, for N word pieces of the paragraphs read:
    offsets     int32 [N, 2]           code points of each piece in the text
    paragraphs  int32 [P, 2]           which pieces stand in each paragraph, half-open
    logits      {layer: float32 [N, labels]}   layers "attribution", "mention", "timex", "event", "sentence";
                                       all but the last are gone once spans were asked for
    hidden, link, root                 `Packed`: int8 [N, width] with one float32 scale a piece (bounded
                                       memory for long documents); `.mean(first, last)` gives float32 [width]

Labels (card.json, "layers"): mention Person Organization Location Facility NORP Date Money Product Misc;
timex DATE TIME DURATION SET; event EVENT STATE SPEECH; attribution source cue content.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rapporteur.read.pieces import FEATURES, Ints, Pieces, cut, lines

Floats = NDArray[np.float32]

SHIPPED = Path(__file__).parent / "model"
WINDOW = 254  # pieces in a window, without the two marks at its ends
TOGETHER = 256  # stretches whose rows are floats at the same time
KEPT = {"hidden": 384, "link": 192, "root": 96}  # what is kept of a piece beside its logits, and how wide
BEFORE, AFTER = 64, 32  # pieces of context read but not kept, where a paragraph is cut


@dataclass(frozen=True, slots=True)
class Packed:
    """Rows kept as int8 with one scale a row, so that a very long document still fits."""

    values: NDArray[np.int8]  # [N, width]
    scales: Floats  # [N]

    def mean(self, first: int, last: int) -> Floats:
        """The mean [width] of the rows `first` to `last`, half-open."""
        rows = self.values[first:last].astype(np.float32) * self.scales[first:last, None]
        return np.asarray(rows.mean(0), np.float32)

    def means(self, first: NDArray[np.integer], last: NDArray[np.integer]) -> Floats:
        """The means [n, width] of n stretches of rows, half-open and none of them empty."""
        if not len(first):
            return np.zeros((0, self.values.shape[1]), np.float32)
        if len(first) > TOGETHER:  # as floats the rows of a long document would take more than all else
            parts = range(0, len(first), TOGETHER)
            return np.concatenate(
                [self.means(first[a : a + TOGETHER], last[a : a + TOGETHER]) for a in parts]
            )
        size = np.asarray(last) - np.asarray(first)
        begins = np.cumsum(size) - size
        rows = np.arange(int(size.sum())) + np.repeat(np.asarray(first) - begins, size)
        sums = np.add.reduceat(self.values[rows] * self.scales[rows, None], begins, axis=0)
        return np.asarray(sums / size[:, None], np.float32)

    def rows(self, first: int, last: int) -> Floats:
        """The rows [last - first, width] as float32."""
        return np.asarray(self.values[first:last] * self.scales[first:last, None], np.float32)


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a model: its version, the labels of its layers, its measured scores."""

    version: str
    layers: Mapping[str, tuple[str, ...]]
    scores: Mapping[str, Mapping[str, float]]  # "attribution content": precision, recall, f1 in percent
    least: Mapping[str, Mapping[str, float]]  # layer, label: a span less likely than this is left out

    def precision(self, name: str) -> float | None:
        """Measured precision in 0–1 of a layer or of one of its labels ("mention", "attribution cue")."""
        found = self.scores.get(name)
        return None if found is None else found["precision"] / 100


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the pass saw of one document: N pieces in P paragraphs."""

    text: str
    offsets: Ints  # [N, 2] code points
    paragraphs: Ints  # [P, 2] half-open piece ranges
    logits: dict[str, Floats]  # layer: [N, labels]; decode.py lets go of those it has made spans of
    hidden: Packed  # [N, 384] for meaning
    link: Packed  # [N, 192] for which spans belong together
    root: Packed  # [N, 96] for the class of an event
    heads: Mapping[str, Floats]  # small weights applied after the pass
    card: Card
    decoded: dict[str, Any] = field(default_factory=dict)  # kept by decode.py: every layer is asked for once

    def pieces(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of pieces that overlap the code points `start` to `end`; may be empty."""
        first = int(np.searchsorted(self.offsets[:, 1], start, side="right"))
        last = int(np.searchsorted(self.offsets[:, 0], end, side="left"))
        return first, max(first, last)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of pieces read at once, and the part of it that is kept."""

    begin: int
    keep_from: int
    keep_to: int
    end: int


def plan(paragraphs: Ints, total: int) -> Iterator[Window]:
    """Windows over `total` pieces that keep every piece once, cut between paragraphs where they can be.

    Only a paragraph too long for one window is cut, and then what stands before and after the cut is
    read as context. (Context before whole paragraphs was tried: slower, and no better.)
    """
    starts, ends = paragraphs[:, 0], paragraphs[:, 1]
    at = 0
    while at < total:
        begin = at if bool(np.any(starts == at)) else max(0, at - BEFORE)
        limit = min(total, begin + WINDOW)
        whole = ends[(ends > at) & (ends <= limit)]
        if len(whole) and (whole[-1] - at) * 2 > limit - at:
            end = keep = int(whole[-1])
        else:
            end, keep = limit, limit if limit == total else limit - AFTER
        yield Window(begin, at, keep, end)
        at = keep


class Encoder:
    """A loaded model. Reading is window by window, so a reading never depends on what else is read."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        # Loaded here and not with the module: most commands never read a report.
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The model is exported in the form that runs fastest; fusing more makes it slower.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self._session = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self._marks = tuple(self.tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
        self.card = read_card(folder)
        with np.load(folder / "heads.npz", allow_pickle=False) as stored:
            self._heads = {name: stored[name].astype(np.float32) for name in stored.files}

    def encode(self, text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> Encoded:
        """Reads the paragraphs of a text (its lines when none are given); empty text gives no pieces."""
        pieces = cut(self.tokenizer, text, lines(text) if paragraphs is None else paragraphs)
        return self._read(text, pieces)

    def _read(self, text: str, pieces: Pieces) -> Encoded:
        total = len(pieces.ids)
        widths = {layer: len(labels) for layer, labels in self.card.layers.items()}
        logits = {layer: np.zeros((total, width), np.float32) for layer, width in widths.items()}
        packed = {
            name: Packed(np.zeros((total, width), np.int8), np.zeros(total, np.float32))
            for name, width in KEPT.items()
        }
        for window in plan(pieces.paragraphs, total):
            here = slice(window.begin, window.end)
            ids = np.concatenate([[self._marks[0]], pieces.ids[here], [self._marks[1]]]).astype(np.int64)
            features = np.zeros((len(ids), len(FEATURES)), np.int64)
            features[1:-1] = pieces.features[here]
            seen = self._session.run(
                ["tags", "last.kept"], {"input_ids": ids[None], "features": features[None]}
            )
            kept = slice(window.keep_from, window.keep_to)
            inner = slice(1 + window.keep_from - window.begin, 1 + window.keep_to - window.begin)
            at = 0
            for layer, width in widths.items():
                logits[layer][kept] = seen[0][0, inner, at : at + width]
                at += width
            at = 0
            for name, store in packed.items():
                _pack(seen[1][0, inner, at : at + KEPT[name]], store, kept)
                at += KEPT[name]
        return Encoded(
            text=text, offsets=pieces.offsets, paragraphs=pieces.paragraphs, logits=logits,
            hidden=packed["hidden"], link=packed["link"], root=packed["root"],
            heads=self._heads, card=self.card,
        )  # fmt: skip


def _pack(rows: Floats, store: Packed, kept: slice) -> None:
    """Writes float rows into a packed store."""
    scales = np.abs(rows).max(-1) / 127 + 1e-12
    store.values[kept] = np.rint(rows / scales[:, None])
    store.scales[kept] = scales


def read_card(folder: Path) -> Card:
    """The card of the model in a folder."""
    card = json.loads((folder / "card.json").read_text(encoding="utf8"))
    return Card(
        version=card["version"],
        layers={layer: tuple(labels) for layer, labels in card["layers"].items()},
        scores=card["scores"],
        least=card["least"],
    )


@lru_cache(maxsize=2)
def load_encoder(folder: Path = SHIPPED, threads: int = 1) -> Encoder | None:
    """The model in a folder, loaded once; None if there is none."""
    return Encoder(folder, threads) if (folder / "reader.onnx").exists() else None
