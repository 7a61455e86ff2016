"""Whole-number weights that cost the least: outlying inputs tamed first, then rounding errors made good.

Inputs: a few columns of what goes into a product are ten times as large as the rest, and with one scale for a
whole window they leave the others few steps. They are divided before the product and their weights multiplied
(Xiao et al. 2023, SmoothQuant; only where a column is outlying). Weights: each row's rounding error is made
good in the rows not yet rounded, as the inputs go together (Frantar et al. 2023, GPTQ).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from training import data
from training.batches import batch, windows
from training.model import Reader

#: The largest weight in whole numbers. Seven bits, not eight: processors without VNNI add two products
#: in sixteen bits, where eight would overflow.
MOST = 63
TAMED = 4.0  # what a column's largest input is brought down to
OUTLYING = 1.5  # times TAMED: inputs that stay under it everywhere are left as they are
DAMPING = 0.01
BLOCK = 64  # rows whose errors are moved on together
#: Windows of training text that inputs are watched on, by kind, drawn from so many texts of each.
TEXTS = 120
WATCHED = {"attribution": 50, "mention": 20, "time": 20, "sentence": 10}

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Inputs:
    """What goes into one product, seen on training texts."""

    largest: Floats  # [in] the largest absolute value of each column
    together: Floats  # [in, in] how the columns go together: the sum of x xT


@dataclass(frozen=True)
class Rounded:
    """A product's weights in whole numbers."""

    divisor: Floats | None  # [in] what the inputs are divided by; None where by nothing
    values: NDArray[np.int8]  # [in, out]
    scale: Floats  # [out]


def products(reader: Reader) -> Iterator[tuple[str, nn.Linear]]:
    """The products that are done in whole numbers, by the name of what goes into them."""
    for index, block in enumerate(reader.blocks):
        for name in ("qkv", "out", "up", "down"):
            yield f"block{index}.{name}", getattr(block, name)
    yield "last", reader.vector


@torch.inference_mode()
def watch(
    reader: Reader, corpora: Path, base: Path, most: int | None = None, seed: int = 7
) -> dict[str, Inputs]:
    """What goes into each product on windows of training texts (never development ones)."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    sheets = data.sheets(corpora, tokenizer, data.training_texts, min(most or TEXTS, TEXTS))
    largest: dict[str, Tensor] = {}
    together: dict[str, Tensor] = {}

    def hook(name: str) -> object:
        def see(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            x = given[0][0].float()
            here = x.abs().amax(0)
            largest[name] = torch.maximum(largest[name], here) if name in largest else here
            together[name] = together[name] + x.T @ x if name in together else x.T @ x

        return see

    hooks = [layer.register_forward_pre_hook(hook(name)) for name, layer in products(reader)]  # type: ignore[arg-type]
    reader.eval()
    for kind, count in WATCHED.items():
        drawn = windows(sheets[kind], np.random.default_rng(seed))
        for _ in range(count):
            given = batch([next(drawn)], None)
            reader(given.ids, given.features)
    for handle in hooks:
        handle.remove()
    return {name: Inputs(largest[name].numpy(), together[name].numpy()) for name in largest}


def divisor(seen: Inputs | None) -> Floats | None:
    """What each input column is divided by, so that none outgrows the others; None where none does."""
    if seen is None or float(seen.largest.max()) <= OUTLYING * TAMED:
        return None
    return np.maximum(1, seen.largest / TAMED).astype(np.float32)


def rounded(weight: Floats, seen: Inputs | None) -> Rounded:
    """The weights [in, out] of a product in whole numbers, one scale a column."""
    divided = divisor(seen)
    if divided is not None:
        weight = weight * divided[:, None]
    scale = (np.abs(weight).max(0) / MOST + 1e-12).astype(np.float32)
    if seen is None:
        return Rounded(divided, np.rint(weight / scale).astype(np.int8), scale)
    together = seen.together.astype(np.float64)
    if divided is not None:
        together /= divided[:, None] * divided[None]
    return Rounded(divided, _made_good(weight.astype(np.float64), scale, together), scale)


def _made_good(weight: NDArray[np.float64], scale: Floats, together: NDArray[np.float64]) -> NDArray[np.int8]:
    """Rounds row by row, the most used first, and moves each row's error into the rows still to come."""
    order = np.argsort(-np.diag(together), kind="stable")
    weight, together = weight[order].copy(), together[np.ix_(order, order)]
    together += np.eye(len(together)) * (DAMPING * np.diag(together).mean() + 1e-9)
    upper = np.linalg.cholesky(
        np.linalg.inv(together)
    ).T  # upper triangular, its transpose times it: the inverse
    values = np.empty(weight.shape, np.int8)
    for start in range(0, len(weight), BLOCK):
        stop = min(start + BLOCK, len(weight))
        errors = np.empty((stop - start, weight.shape[1]))
        for row in range(start, stop):
            whole = np.clip(np.rint(weight[row] / scale), -MOST, MOST)
            values[row] = whole
            error = errors[row - start] = (weight[row] - whole * scale) / upper[row, row]
            weight[row + 1 : stop] -= np.outer(upper[row, row + 1 : stop], error)
        weight[stop:] -= upper[start:stop, stop:].T @ errors  # the rows behind the block, all at once
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return values[back]
