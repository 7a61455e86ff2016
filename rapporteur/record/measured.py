"""How often each layer is right, as measured on development texts and kept with the model."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A layer's precision in 0–1, what it was measured on and how, and the program that measures it again."""

    precision: float
    on: str
    by: str


def precision_of(layer: str) -> Measured | None:
    """What was measured of a layer, by its name in the export; None where nothing was."""
    return measured().get(layer)


@cache
def measured() -> Mapping[str, Measured]:
    """Every layer that was measured."""
    found = json.loads(
        files("rapporteur.read").joinpath("model", "measured.json").read_text(encoding="utf-8")
    )
    return {layer: Measured(**values) for layer, values in found.items()}
