"""The derived nouns of a record, in the order in which they are finished: each may ask those before it
for finished nouns, and those after it for nouns as their groups sum them up."""

from __future__ import annotations

import importlib
import sys

from rapporteur.record.layer import Layer

ORDER = (
    "derivations", "entities", "talks", "statements", "events", "drafts", "points", "positions", "deadlines",
    "outlooks", "disagreements", "unknowns",
)  # fmt: skip


def _landed() -> tuple[Layer, ...]:
    found = []
    for name in ORDER:
        try:
            found.append(importlib.import_module(f"rapporteur.record.{name}").LAYER)
        except ModuleNotFoundError as error:
            if error.name != f"rapporteur.record.{name}":
                print(f"layer {name}: {error}", file=sys.stderr)
        except Exception as error:
            print(f"layer {name}: {error!r}", file=sys.stderr)
    return tuple(found)


LAYERS: tuple[Layer, ...] = _landed()
