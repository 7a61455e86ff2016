"""Annotated texts as word pieces with labels, packed into windows and windows into batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

import numpy as np
import torch
from torch import Tensor

from rapporteur.read.pieces import FEATURES, Pieces, cut
from training.corpus import Span, Text
from training.data_roots import ROOTS
from training.model import LABELS

WINDOW = 254  # pieces, without the two marks at the ends
CLS, SEP = 101, 102
KINDS = {"source": 0, "cue": 1, "content": 2}


@dataclass(frozen=True)
class Sheet:
    """One text in pieces, with what is known of them."""

    text: Text
    pieces: Pieces
    labels: dict[str, np.ndarray]  # layer: int16 [N]
    ends: np.ndarray | None  # int8 [N]
    segments: list[tuple[int, int, int, frozenset[int]]]  # first, last, kind, which attributions
    roots: list[tuple[Span, list[Span], list[Span], list[int]]]
    vectors: list[tuple[int, int, int]] = field(
        default_factory=list
    )  # first, last, row of the teacher's table


class Places:
    """Which pieces a stretch of text covers."""

    def __init__(self, offsets: np.ndarray) -> None:
        self.starts, self.ends = offsets[:, 0], offsets[:, 1]

    def __call__(self, start: int, end: int) -> Span | None:
        """The half-open range of the pieces that overlap the stretch, or None."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        last = int(np.searchsorted(self.starts, end, side="left"))
        return (first, last) if first < last else None


def sheet(text: Text, tokenizer: Any) -> Sheet:
    """One annotated text in pieces."""
    pieces = cut(tokenizer, text.text, text.paragraphs)
    covers = Places(pieces.offsets)
    labels = {}
    for layer, spans in text.spans.items():
        names = {label: index for index, label in enumerate(LABELS[layer])}
        row = np.zeros(len(pieces.ids), np.int16)
        for start, end, label in spans:
            found = covers(start, end)
            if found is None or f"B-{label}" not in names or row[found[0] : found[1]].any():
                continue
            first, last = found
            row[first:last] = names[f"I-{label}"]
            row[first] = names[f"B-{label}"]
            if f"E-{label}" in names:
                row[last - 1] = names[f"E-{label}"] if last - first > 1 else names[f"S-{label}"]
        labels[layer] = row
    ends = None
    if text.ends is not None:
        ends = np.zeros(len(pieces.ids), np.int8)
        for end in text.ends:
            if found := covers(max(0, end - 1), end):
                ends[found[1] - 1] = 1
    belongs: dict[tuple[int, int, int], set[int]] = {}
    for number, group in enumerate(text.groups or ()):
        for kind, spans in (("source", group.source), ("cue", group.cue), ("content", group.content)):
            for span in spans:
                if found := covers(*span):
                    belongs.setdefault((*found, KINDS[kind]), set()).add(number)
    roots = []
    for rooted in text.roots:
        if whole := covers(*rooted.sentence):
            actors = [[f for s in spans if (f := covers(*s))] for spans in (rooted.source, rooted.target)]
            roots.append((whole, actors[0], actors[1], [ROOTS.index(root) for root in rooted.roots]))
    return Sheet(
        text=text,
        pieces=pieces,
        labels=labels,
        ends=ends,
        segments=[(*key, frozenset(numbers)) for key, numbers in sorted(belongs.items())],
        roots=roots,
    )


Part = tuple[Sheet, int, int]


def parts(given: Sheet, phase: int) -> list[Part]:
    """Cuts a sheet into runs of whole paragraphs of at most WINDOW pieces; the first has at most `phase`."""
    found: list[Part] = []
    first = 0
    room = phase
    for begin, end in given.pieces.paragraphs.tolist():
        if end - first > room and begin > first:
            found.append((given, first, begin))
            first, room = begin, WINDOW
        while end - first > WINDOW:
            found.append((given, first, first + WINDOW))
            first, room = first + WINDOW, WINDOW
    if first < len(given.pieces.ids):
        found.append((given, first, len(given.pieces.ids)))
    return found


def windows(sheets: Sequence[Sheet], rng: np.random.Generator) -> Iterator[list[Part]]:
    """Windows for ever: the sheets in a new order each time, cut at new places, short parts packed together."""
    while True:
        pending: list[Part] = []
        room = WINDOW
        for index in rng.permutation(len(sheets)):
            for part in parts(sheets[index], int(rng.integers(WINDOW // 4, WINDOW + 1))):
                size = part[2] - part[1]
                if size > room:
                    yield pending
                    pending, room = [], WINDOW
                pending.append(part)
                room -= size
        if pending:
            yield pending


@dataclass(frozen=True)
class Batch:
    """A batch of windows and every truth known of them."""

    ids: Tensor  # [B, T]
    features: Tensor  # [B, T, F]
    mask: Tensor  # [B, T]
    starts: Tensor  # [B, T] first piece of a paragraph
    labels: dict[str, tuple[Tensor, Tensor]]  # layer: rows [R], labels [R, T] (-100 unknown)
    ends: tuple[Tensor, Tensor] | None  # rows [R], [R, T] float (-100 unknown)
    segments: tuple[Tensor, Tensor, Tensor, Tensor, Tensor] | None  # rows, means, kinds, places, same
    vectors: tuple[Tensor, Tensor, Tensor, Tensor] | None  # rows, means, wanted, known
    roots: (
        tuple[Tensor, Tensor, Tensor, Tensor, Tensor] | None
    )  # row of each, sentence, source, target, right
    pieces: int


def batch(rows: Sequence[list[Part]], teacher: np.ndarray | None, length: int | None = None) -> Batch:
    """Packs windows into tensors of `length` (or as long as the longest); the marks at the ends carry no truth."""
    longest = length or 2 + max(sum(last - first for _, first, last in row) for row in rows)
    size = len(rows)
    ids = np.zeros((size, longest), np.int64)
    features = np.zeros((size, longest, len(FEATURES)), np.int64)
    mask = np.zeros((size, longest), bool)
    starts = np.zeros((size, longest), bool)
    labels: dict[str, dict[int, np.ndarray]] = {}
    ends: dict[int, np.ndarray] = {}
    segments: dict[int, list[tuple[int, int, int, set[tuple[int, int]]]]] = {}
    vectors: dict[int, list[tuple[int, int, int]]] = {}
    roots: list[tuple[int, Span, list[Span], list[Span], list[int]]] = []
    count = 0
    for r, row in enumerate(rows):
        ids[r, 0] = CLS
        at = 1
        for number, (given, first, last) in enumerate(row):
            width = last - first
            here = slice(at, at + width)
            ids[r, here] = given.pieces.ids[first:last]
            features[r, here] = given.pieces.features[first:last]
            starts[r, at] = True
            inside = given.pieces.paragraphs[:, 0]
            inside = inside[(inside >= first) & (inside < last)]
            starts[r, at + inside - first] = True
            for layer, values in given.labels.items():
                store = labels.setdefault(layer, {}).setdefault(r, np.full(longest, -100, np.int64))
                store[here] = _mend(values[first:last].astype(np.int64), layer)
            if given.ends is not None:
                ends.setdefault(r, np.full(longest, -100.0, np.float32))[here] = given.ends[first:last]
            shift = at - first
            for a, b, kind, groups in given.segments:
                if first <= a and b <= last:
                    segments.setdefault(r, []).append(
                        (a + shift, b + shift, kind, {(number, g) for g in groups})
                    )
            for a, b, index in given.vectors:
                if first <= a and b <= last:
                    vectors.setdefault(r, []).append((a + shift, b + shift, index))
            for (a, b), source, target, right in given.roots:
                if first <= a and b <= last:
                    move = lambda spans: [(x + shift, y + shift) for x, y in spans]  # noqa: B023, E731
                    roots.append((r, (a + shift, b + shift), move(source), move(target), right))
            at += width
            count += width
        ids[r, at] = SEP
        mask[r, : at + 1] = True
    return Batch(
        ids=torch.from_numpy(ids),
        features=torch.from_numpy(features),
        mask=torch.from_numpy(mask),
        starts=torch.from_numpy(starts),
        labels={
            layer: (
                torch.tensor(sorted(found)),
                torch.from_numpy(np.stack([found[r] for r in sorted(found)])),
            )
            for layer, found in labels.items()
        },
        ends=(torch.tensor(sorted(ends)), torch.from_numpy(np.stack([ends[r] for r in sorted(ends)])))
        if ends
        else None,
        segments=_segments(segments, longest) if segments else None,
        vectors=_vectors(vectors, longest, teacher) if vectors and teacher is not None else None,
        roots=_roots(roots, longest) if roots else None,
        pieces=count,
    )


def moved(given: Batch, device: str) -> Batch:
    """The same batch with its tensors on another device."""

    def to(value: Any) -> Any:
        if isinstance(value, Tensor):
            return value.to(device)
        if isinstance(value, dict):
            return {name: to(one) for name, one in value.items()}
        return tuple(map(to, value)) if isinstance(value, tuple) else value

    return replace(given, **{one.name: to(getattr(given, one.name)) for one in fields(given)})


def _mend(values: np.ndarray, layer: str) -> np.ndarray:
    """Labels of a part that may begin or end inside a span, made a legal chain again."""
    names = LABELS[layer]
    if names[values[0]][0] in "IE":
        other = names[values[0]].replace("I-", "B-", 1).replace("E-", "S-", 1)
        values[0] = names.index(other)
    if names[values[-1]][0] in "BI" and f"E-{names[values[-1]][2:]}" in names:
        other = names[values[-1]].replace("I-", "E-", 1).replace("B-", "S-", 1)
        values[-1] = names.index(other)
    return values


def _segments(
    found: dict[int, list[tuple[int, int, int, set[tuple[int, int]]]]], longest: int
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """The segments of each row that has any, padded."""
    rows = sorted(found)
    most = max(map(len, found.values()))
    means = np.zeros((len(rows), most, longest), np.float32)
    kinds = np.full((len(rows), most), -1, np.int64)
    places = np.zeros((len(rows), most, 2), np.int64)
    same = np.zeros((len(rows), most, most), bool)
    for i, r in enumerate(rows):
        for j, (a, b, kind, groups) in enumerate(found[r]):
            means[i, j, a:b] = 1 / (b - a)
            kinds[i, j] = kind
            places[i, j] = a, b
            for k, other in enumerate(found[r]):
                same[i, j, k] = bool(groups & other[3])
    tensors = (torch.from_numpy(x) for x in (means, kinds, places, same))
    return (torch.tensor(rows), *tensors)  # type: ignore[return-value]


def _vectors(
    found: dict[int, list[tuple[int, int, int]]], longest: int, teacher: np.ndarray
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The sentences of each row with the teacher's vectors, padded."""
    rows = sorted(found)
    most = max(map(len, found.values()))
    means = np.zeros((len(rows), most, longest), np.float32)
    wanted = np.ones((len(rows), most, teacher.shape[1]), np.float32)
    known = np.zeros((len(rows), most), np.float32)
    for i, r in enumerate(rows):
        for j, (a, b, index) in enumerate(found[r]):
            means[i, j, a:b] = 1 / (b - a)
            wanted[i, j] = teacher[index]
            known[i, j] = 1
    return torch.tensor(rows), torch.from_numpy(means), torch.from_numpy(wanted), torch.from_numpy(known)


def _roots(
    found: list[tuple[int, Span, list[Span], list[Span], list[int]]], longest: int
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """The rooted sentences of a batch: their rows, masks and right roots."""
    masks = np.zeros((3, len(found), longest), bool)
    right = np.zeros((len(found), len(ROOTS)), bool)
    for i, (_, sentence, source, target, roots) in enumerate(found):
        for mask, spans in zip(masks, ([sentence], source, target), strict=True):
            for a, b in spans:
                mask[i, a:b] = True
        right[i, roots] = True
    sentences, sources, targets = (torch.from_numpy(mask) for mask in masks)
    return torch.tensor([r for r, *_ in found]), sentences, sources, targets, torch.from_numpy(right)
