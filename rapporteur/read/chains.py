"""Chains of labels under a conditional random field, many paragraphs at once, in numpy.

The best legal chain (Viterbi), and how likely each of its spans is (forward and backward sums).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

NEVER = np.float32(-1e4)
CERTAIN = np.float32(10)  # a piece this much likelier to be outside than anything else is outside


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


def stretches(logits: Floats, paragraphs: Ints) -> Ints:
    """The stretches [S, 2] of each paragraph in which anything could be labelled, with a piece around them.

    All other pieces are outside every span. Chains cut there are short, and differ from whole ones by
    less than a thousandth.
    """
    if not len(logits):
        return np.zeros((0, 2), np.int32)
    open_ = logits[:, 0] - logits[:, 1:].max(-1) < CERTAIN
    starts = np.zeros(len(logits) + 1, bool)
    starts[paragraphs[:, 0]] = starts[-1] = True
    wanted = open_.copy()
    wanted[1:] |= open_[:-1] & ~starts[1:-1]
    wanted[:-1] |= open_[1:] & ~starts[1:-1]
    begins = wanted & (starts[:-1] | ~np.concatenate([[False], wanted[:-1]]))
    finishes = wanted & (starts[1:] | ~np.concatenate([wanted[1:], [False]]))
    return np.stack([np.flatnonzero(begins), np.flatnonzero(finishes) + 1], -1).astype(np.int32)


def best_labels(logits: Floats, paragraphs: Ints, labels: Sequence[str], transitions: Floats) -> Ints:
    """The label [N] of each piece under the best legal chain of its paragraph.

    `logits` [N, L], `paragraphs` [P, 2] half-open piece ranges, `transitions` [L, L] added to each step.
    """
    begin, end, step = constraints(labels)
    step = step + transitions.astype(np.float32)
    result = np.zeros(len(logits), np.int32)
    for batch in _batches(paragraphs):
        _decode(logits, batch, begin, end, step, result)
    return result


def _running(lengths: Ints) -> list[int]:
    """How many paragraphs, longest first, are still running at each step."""
    return [int(count) for count in np.searchsorted(-lengths, -np.arange(int(lengths[0])), side="left")]


def _decode(logits: Floats, spans: Ints, begin: Floats, end: Floats, step: Floats, result: Ints) -> None:
    """Viterbi over a batch of paragraphs sorted by falling length; writes into `result`."""
    first = spans[:, 0]
    running = _running(spans[:, 1] - first)
    back = np.zeros((len(running), len(spans), len(begin)), np.intp)
    score = logits[first] + begin
    chains = step.T[None]  # [1, to, from]
    for t, count in enumerate(running[1:], start=1):
        paths = score[:count, None, :] + chains
        paths.argmax(-1, out=back[t, :count])
        score[:count] = paths.max(-1) + logits[first[:count] + t]
    label = (score + end).argmax(-1)
    order = np.arange(len(spans))
    for t in range(len(running) - 1, -1, -1):
        count = running[t]
        result[first[:count] + t] = label[:count]
        if t:
            label[:count] = back[t, order[:count], label[:count]]


def span_odds(
    logits: Floats, paragraphs: Ints, labels: Ints, names: Sequence[str], transitions: Floats
) -> list[float]:
    """How likely each run of `labels` is exactly as it stands (0–1), in the order of `runs`.

    The posterior of a conditional random field, by the scaled forward and backward sums of Rabiner (1989).
    """
    begin, end, step = constraints(names)
    moves = np.exp(step + transitions.astype(np.float32)) * (step == 0)
    may_begin, may_end = np.exp(begin) * (begin == 0), np.exp(end) * (end == 0)
    here = np.exp(logits - logits.max(-1, keepdims=True)).astype(np.float32)
    forward, backward = np.zeros_like(here), np.zeros_like(here)
    scale = np.ones(len(here), np.float32)
    for batch in _batches(paragraphs):
        _sum(here, batch, may_begin, may_end, moves, (forward, backward, scale))
    stays = np.zeros(len(here))
    if len(here) > 1:
        before, after = labels[:-1], labels[1:]
        factor = moves[before, after] * here[np.arange(1, len(here)), after] / scale[1:]
        stays[1:] = np.cumsum(np.log(np.maximum(factor, 1e-30), dtype=np.float64))
    inside = {name: index for index, name in enumerate(names)}
    ends_itself = any(name.startswith("E-") for name in names)
    ends = set((paragraphs[:, 1] - 1).tolist())
    found = []
    for first, last, name in runs(labels, names):
        final = last - 1
        odds = float(forward[first, labels[first]] * np.exp(stays[final] - stays[first]))
        after_it = float(backward[final, labels[final]])
        if not ends_itself and final not in ends:  # and it does not go on
            more = inside[f"I-{name}"]
            after_it -= float(
                moves[labels[final], more] * here[last, more] * backward[last, more] / scale[last]
            )
        found.append(min(1.0, max(0.0, odds * after_it)))
    return found


def _sum(
    here: Floats, spans: Ints, begin: Floats, end: Floats, moves: Floats, out: tuple[Floats, Floats, Floats]
) -> None:
    """Scaled forward and backward sums over a batch of paragraphs sorted by falling length."""
    forward, backward, scale = out
    first = spans[:, 0]
    running = _running(spans[:, 1] - first)
    alpha = here[first] * begin
    for t, count in enumerate(running):
        at = first[:count] + t
        if t:
            alpha = (alpha[:count] @ moves) * here[at]
        total = np.maximum(alpha.sum(-1), 1e-30)
        alpha = alpha / total[:, None]
        forward[at], scale[at] = alpha, total
    # At a paragraph's end only labels that may end it count; all is then divided by what they sum to.
    last = spans[:, 1] - 1
    backward[last] = end / np.maximum((forward[last] * end).sum(-1, keepdims=True), 1e-30)
    onward = np.ascontiguousarray(moves.T)
    for t in range(len(running) - 2, -1, -1):
        after = first[: running[t + 1]] + t + 1
        backward[after - 1] = ((backward[after] * here[after]) / scale[after, None]) @ onward


def _batches(paragraphs: Ints) -> Iterator[Ints]:
    """Paragraphs longest first, so that at each step those still running are a prefix; 256 at a time."""
    spans = paragraphs[(paragraphs[:, 1] - paragraphs[:, 0]) > 0]
    spans = spans[np.argsort(spans[:, 0] - spans[:, 1], kind="stable")]
    return (spans[at : at + 256] for at in range(0, len(spans), 256))


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
