"""The best legal chain of labels for each paragraph, many paragraphs at once, in numpy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

NEVER = np.float32(-1e4)


def constraints(labels: Sequence[str]) -> tuple[Floats, Floats, Floats]:
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


def best_labels(logits: Floats, paragraphs: Ints, labels: Sequence[str], transitions: Floats) -> Ints:
    """The label [N] of each piece under the best legal chain of its paragraph.

    `logits` [N, L], `paragraphs` [P, 2] half-open piece ranges, `transitions` [L, L] added to each step.
    """
    begin, end, step = constraints(labels)
    step = step + transitions.astype(np.float32)
    result = np.zeros(len(logits), np.int32)
    spans = paragraphs[(paragraphs[:, 1] - paragraphs[:, 0]) > 0]
    # Longest first, so that at each step those still running are a prefix.
    spans = spans[np.argsort(spans[:, 0] - spans[:, 1], kind="stable")]
    for batch in np.array_split(spans, max(1, -(-len(spans) // 256))):
        if len(batch):
            _decode(logits, batch, begin, end, step, result)
    return result


def _decode(logits: Floats, spans: Ints, begin: Floats, end: Floats, step: Floats, result: Ints) -> None:
    """Viterbi over a batch of paragraphs sorted by falling length; writes into `result`."""
    first = spans[:, 0]
    lengths = spans[:, 1] - first
    back = np.zeros((int(lengths[0]), len(spans), len(begin)), np.int16)
    score = logits[first] + begin
    chains = step.T[None]  # [1, to, from]
    running = len(spans)
    for t in range(1, int(lengths[0])):
        while lengths[running - 1] <= t:
            running -= 1
        paths = score[:running, None, :] + chains
        back[t, :running] = choice = paths.argmax(-1)
        best = np.take_along_axis(paths, choice[..., None], -1)[..., 0]
        score[:running] = best + logits[first[:running] + t]
    label = (score + end).argmax(-1)
    order = np.arange(len(spans))
    running = 0
    for t in range(int(lengths[0]) - 1, -1, -1):
        while running < len(spans) and lengths[running] > t:
            running += 1
        here = order[:running]
        result[first[:running] + t] = label[:running]
        if t:
            label[:running] = back[t, here, label[:running]]


def runs(labels: Ints, names: Sequence[str]) -> list[tuple[int, int, str]]:
    """The labelled runs of pieces: (first, last, name), half-open."""
    found: list[tuple[int, int, str]] = []
    for at in np.flatnonzero(labels).tolist():
        mark, _, name = names[labels[at]].partition("-")
        if mark in "IE" and found and found[-1][1] == at and found[-1][2] == name:
            found[-1] = (found[-1][0], at + 1, name)
        else:
            found.append((at, at + 1, name))
    return found
