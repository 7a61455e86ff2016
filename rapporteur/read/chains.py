"""Chains of labels under conditional random fields: several layers and many paragraphs at once, in numpy.

The best legal chain (Viterbi), and how likely each of its spans is (forward and backward sums, Rabiner 1989).
A step in Python costs more than its arithmetic, so every layer and every paragraph takes it together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Places = NDArray[np.intp]  # pieces, or labels of pieces

NEVER = np.float32(-1e4)
TOGETHER, ABREAST = 8192, 256  # pieces and paragraphs swept at once: bounds the memory for long documents


@dataclass(frozen=True, slots=True)
class Field:
    """One layer to be decoded: N pieces with L labels, and what each step between two labels adds."""

    labels: tuple[str, ...]
    logits: Floats  # [N, L]
    transitions: Floats  # [L, L]


Run = tuple[int, int, str]  # pieces first to last, half-open, and the name of the label


@lru_cache(maxsize=64)
def constraints(labels: tuple[str, ...]) -> tuple[Floats, Floats, Floats]:
    """Zero where a label may begin [L], end [L] or follow another [L, L], NEVER where it may not.

    BIO and BIOES are told apart by whether there are E labels.
    """
    marks = [label.partition("-")[::2] for label in labels]
    closes = any(mark == "E" for mark, _ in marks)

    def opens(mark: str) -> bool:
        return closes and mark in "BI"

    def follows(before: tuple[str, str], after: tuple[str, str]) -> bool:
        if after[0] in "IE":
            return before[0] in "BI" and before[1] == after[1]
        return not opens(before[0])

    def table(allowed: object) -> Floats:
        return np.where(np.asarray(allowed), np.float32(0), NEVER)

    begin = table([mark not in "IE" for mark, _ in marks])
    end = table([not opens(mark) for mark, _ in marks])
    step = table([[follows(a, b) for b in marks] for a in marks])
    return begin, end, step


def likeliest(fields: Sequence[Field], paragraphs: Ints) -> list[list[tuple[Run, float]]]:
    """For each field the labelled runs of its best legal chains, each with how likely it is (0–1).

    `paragraphs` [P, 2]: ascending half-open piece ranges that no chain leaves. The likelihood is the posterior
    of the conditional random field: of exactly this run, neither longer nor shorter.
    """
    tables = _Tables(fields)
    found: list[list[tuple[Run, float]]] = [[] for _ in fields]
    for bounds in _batches(paragraphs):
        first = int(bounds[0, 0])
        order = _Order(bounds - first)
        emitted = tables.emitted(first, int(bounds[-1, 1]))
        labels = _best(tables, order, emitted)
        sums = _Sums(tables, order, emitted, labels)
        for index, field in enumerate(fields):
            spans = runs(labels[:, index], field.labels)
            odds = sums.odds(index, spans)
            found[index] += [
                ((a + first, b + first, name), sure) for (a, b, name), sure in zip(spans, odds, strict=True)
            ]
    return found


def best_labels(field: Field, paragraphs: Ints) -> Places:
    """The label [N] of each piece under the best legal chain of its paragraph."""
    tables, result = _Tables([field]), np.zeros(len(field.logits), np.intp)
    for bounds in _batches(paragraphs):
        here = slice(int(bounds[0, 0]), int(bounds[-1, 1]))
        emitted = tables.emitted(here.start, here.stop)
        result[here] = _best(tables, _Order(bounds - here.start), emitted)[:, 0]
    return result


class _Tables:
    """What F fields say of their labels and steps, padded to the W labels of the widest."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.fields = fields
        self.width = max(len(field.labels) for field in fields)
        shape = (len(fields), self.width)
        self.begin, self.end = np.full(shape, NEVER, np.float32), np.full(shape, NEVER, np.float32)
        self.step = np.full((*shape, self.width), NEVER, np.float32)  # [F, from, to]
        for at, field in enumerate(fields):
            own = slice(len(field.labels))
            self.begin[at, own], self.end[at, own], step = constraints(field.labels)
            self.step[at, own, own] = step + field.transitions

    def emitted(self, first: int, last: int) -> Floats:
        """The logits [last - first, F, W] of a stretch of pieces, the highest of each piece and field at zero."""
        made = np.full((last - first, len(self.fields), self.width), NEVER, np.float32)
        for at, field in enumerate(self.fields):
            made[:, at, : len(field.labels)] = field.logits[first:last]
        return np.asarray(made - made.max(-1, keepdims=True), np.float32)


class _Order:
    """In which order a sweep meets the N pieces of some paragraphs: all first ones, all second ones, …

    The longest paragraph stands first, so that those still running at step t are the first `running[t]`.
    """

    def __init__(self, paragraphs: Ints) -> None:
        lengths = paragraphs[:, 1] - paragraphs[:, 0]
        spans = paragraphs[np.argsort(-lengths, kind="stable")]
        lengths = spans[:, 1] - spans[:, 0]
        step, row = np.nonzero(np.arange(lengths[0])[:, None] < lengths)
        self.forward: Places = spans[row, 0] + step  # [N] each piece once
        self.backward: Places = spans[row, 1] - 1 - step
        self.running: list[int] = np.bincount(step).tolist()
        self.last: Places = spans[:, 1].astype(np.intp) - 1


def _best(tables: _Tables, order: _Order, emitted: Floats) -> Places:
    """The labels [N, F] of the best chains."""
    layers, width = tables.begin.shape
    rows = order.running[0] * layers  # a paragraph's fields stand side by side
    ordered = emitted[order.forward].reshape(-1, width).T.copy()  # [W, N * F], as the sweep meets them
    step = np.tile(tables.step.transpose(1, 2, 0), (1, 1, order.running[0]))  # [from, to, rows]
    paths = np.empty_like(step)
    scores = ordered  # each overwritten by the score of the best chain that ends in it
    scores[:, :rows] += np.tile(tables.begin.T, (1, order.running[0]))
    at, begun = 0, [0]
    for count in order.running[1:]:
        here, onward = scores[:, at : at + count * layers], paths[:, :, : count * layers]
        at = begun[-1] + order.running[len(begun) - 1] * layers
        np.add(here[:, None], step[:, :, : count * layers], out=onward)
        scores[:, at : at + count * layers] += np.maximum.reduce(onward, axis=0)
        begun.append(at)
    # Back again: the last label of each chain, then whence each came.
    by_row = scores.T  # [N * F, W]
    chosen = np.zeros(len(by_row), np.intp)
    came = tables.step.transpose(0, 2, 1).copy()  # [F, to, from]
    field = np.tile(np.arange(layers), order.running[0])
    running = [count * layers for count in order.running] + [0]
    label = np.zeros(rows, np.intp)
    for t in range(len(begun) - 1, -1, -1):
        at, count, onward_count = begun[t], running[t], running[t + 1]
        if onward_count:
            rest = slice(onward_count)
            label[rest] = (by_row[at : at + onward_count] + came[field[rest], label[rest]]).argmax(1)
        if count > onward_count:
            ending = slice(onward_count, count)
            label[ending] = (by_row[at + onward_count : at + count] + tables.end[field[ending]]).argmax(1)
        chosen[at : at + count] = label[:count]
    labels = np.empty((len(emitted), layers), np.intp)
    labels[order.forward] = chosen.reshape(-1, layers)
    return labels


class _Sums:
    """What all chains together say of the labels chosen: the sums that reach each piece from either side.

    Each sum is scaled to one at every step; from before only their proportions are needed.
    """

    def __init__(self, tables: _Tables, order: _Order, emitted: Floats, labels: Places) -> None:
        self.tables, self.emitted, self.labels = tables, emitted, labels
        moves = np.exp(tables.step)
        both = np.concatenate([moves, moves.transpose(0, 2, 1)])  # [2F, from, to]
        likely = np.exp(emitted).transpose(1, 0, 2)
        likely = np.concatenate([likely[:, order.forward], likely[:, order.backward]])
        told, scale = np.empty_like(likely), np.ones(likely.shape[:2], np.float32)
        at, count = 0, order.running[0]
        told[:, :count] = np.exp(np.concatenate([tables.begin, tables.end]))[:, None]
        for more in order.running[1:]:
            onward = slice(at + count, at + count + more)
            here = told[:, at : at + more] * likely[:, at : at + more]
            total = np.maximum(np.add.reduce(here, axis=-1, keepdims=True), 1e-30)
            here /= total
            np.matmul(here, both, out=told[:, onward])
            scale[:, onward] = total[..., 0]
            at, count = onward.start, more
        layers = len(tables.fields)
        self.before, self.after = np.empty_like(told[:layers]), np.empty_like(told[:layers])  # [F, N, W]
        self.before[:, order.forward], self.after[:, order.backward] = told[:layers], told[layers:]
        # The logarithms of what the sums from behind were divided by; only differences within a paragraph count.
        steps = np.empty((layers, len(emitted)))
        steps[:, order.backward] = np.log(scale[layers:], dtype=np.float64)
        self.from_end = np.cumsum(steps[:, ::-1], -1)[:, ::-1]
        self.is_last = np.zeros(len(emitted) + 1, bool)
        self.is_last[order.last] = True

    def odds(self, index: int, spans: Sequence[Run]) -> list[float]:
        """How likely each run of a field's chosen labels is exactly as it stands (0–1)."""
        if not spans:
            return []
        labels, names = self.labels[:, index], self.tables.fields[index].labels
        emitted, step = self.emitted[:, index].astype(np.float64), self.tables.step[index].astype(np.float64)
        before, after, behind = self.before[index], self.after[index], self.from_end[index]
        first = np.asarray([a for a, _, _ in spans])
        final = np.asarray([b for _, b, _ in spans]) - 1
        along = emitted[np.arange(len(labels)), labels]  # the chain's own way, from piece to piece
        along[1:] += step[labels[:-1], labels[1:]]
        along = np.cumsum(along)
        every = (before[first] * np.exp(emitted[first]) * after[first]).sum(-1)
        way = before[first, labels[first]] / every
        # What stands after the first piece was scaled as often as the sums from behind it.
        way *= np.exp(
            emitted[first, labels[first]] + along[final] - along[first] + behind[final] - behind[first]
        )
        odds = way * after[final, labels[final]]
        if not any(name.startswith("E-") for name in names):  # a span may also go on: then it is another
            inside = {name: at for at, name in enumerate(names)}
            more = np.asarray([inside[f"I-{name}"] for _, _, name in spans])
            goes_on = ~self.is_last[final]
            last, then, more = final[goes_on], final[goes_on] + 1, more[goes_on]
            onward = np.exp(step[labels[last], more] + emitted[then, more] + behind[then] - behind[last])
            odds[goes_on] -= way[goes_on] * onward * after[then, more]
        return np.clip(odds, 0, 1).tolist()  # type: ignore[no-any-return]


def _batches(paragraphs: Ints) -> Iterator[Ints]:
    """Paragraphs that are not empty, in their order, as many together as memory should hold at once."""
    spans = paragraphs[paragraphs[:, 1] > paragraphs[:, 0]]
    at = 0
    while at < len(spans):
        room = int(np.searchsorted(spans[:, 1], spans[at, 0] + TOGETHER, side="right"))
        upto = max(at + 1, min(room, at + ABREAST))
        yield spans[at:upto]
        at = upto


def runs(labels: Places, names: Sequence[str]) -> list[Run]:
    """The labelled runs of pieces: (first, last, name), half-open."""
    if not len(labels):
        return []
    kinds = [name.partition("-")[2] for name in names]
    number = np.asarray([kinds.index(kind) for kind in kinds])[labels]
    goes_on = np.asarray([name[0] in "IE" for name in names])[labels]
    goes_on[0] = False
    goes_on[1:] &= number[1:] == number[:-1]
    goes_on &= labels > 0
    begins = np.flatnonzero((labels > 0) & ~goes_on)
    stops = np.append(~goes_on, True)
    ends = np.flatnonzero((labels > 0) & stops[1:]) + 1
    return [(a, b, kinds[labels[a]]) for a, b in zip(begins.tolist(), ends.tolist(), strict=True)]
