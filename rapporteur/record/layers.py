"""The derived nouns of a record, in the order in which they are finished: each may ask those before it
for finished nouns, and those after it for nouns as their groups sum them up."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import overload

from rapporteur.record.layer import Layer

ORDER = (
    "derivations", "entities", "talks", "statements", "events", "drafts", "points", "positions", "deadlines",
    "outlooks", "disagreements", "unknowns",
)  # fmt: skip


class Registry(Sequence[Layer]):
    """The layers of these modules, imported when first used: a view of a settled record needs none of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)

    @cached_property
    def _layers(self) -> tuple[Layer, ...]:
        return tuple(importlib.import_module(f"rapporteur.record.{name}").LAYER for name in self.names)

    @overload
    def __getitem__(self, index: int) -> Layer: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Layer]: ...
    def __getitem__(self, index: int | slice) -> Layer | Sequence[Layer]:
        return self._layers[index]

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[Layer]:
        return iter(self._layers)


LAYERS = Registry(ORDER)


def names_of(layers: Iterable[Layer]) -> tuple[str, ...]:
    """The names of layers, without importing those of a registry."""
    return layers.names if isinstance(layers, Registry) else tuple(layer.name for layer in layers)
