"""A credit while it is put together, and what a rule may look at meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rapporteur.read.cue import Cue
from rapporteur.read.phrases import Range
from rapporteur.read.stretches import Stretch, View


@dataclass(slots=True)
class Credit:
    """Word ranges of one attribution, while it is being put together."""

    cue: Range | None
    source: Range | None
    content: list[Range]
    kind: str
    stretch: int
    rule: str
    to: Range | None = None
    is_direct: bool = False
    lists: bool = False  # "set out three principles": what follows in order belongs to it
    leads: bool = False  # ends in a comma or a colon: the next paragraph is what was said
    carried: bool = False  # the source is that of an earlier credit


@dataclass(slots=True)
class Scene:
    """What a rule may look at in one stretch."""

    view: View
    stretch: Stretch
    cues: list[Cue]
    before: Credit | None  # the credit before this stretch
    made: list[Credit] = field(default_factory=list)

    def credit(self, cue: Cue, source: Range, content: list[Range], rule: str, **more: Any) -> Credit:
        """A credit of this stretch with the words and the kind of a cue."""
        made = {"kind": cue.kind, **more}
        return Credit((cue.first, cue.last), source, content, stretch=self.stretch.number, rule=rule, **made)
