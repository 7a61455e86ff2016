"""The floor of each layer: what a reading found and does not stand on firm ground, so that a person should look.

Each rule names what a fact misses, or None; the first that fires is the reason the review queue gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rapporteur.model import Attribution, EventMention, Provision, Quantity, Reading, StanceMention

Rule = Callable[[Any], str | None]


def no_cue(told: Attribution) -> str | None:
    """Credited by the network alone: no word of saying stands in the text."""
    return "no word of saying" if told.cue is None and "no cue" in told.rule else None


def pronoun_alone(told: Attribution) -> str | None:
    """Somebody is credited, and nothing tells who that is."""
    if told.speaker is None and told.source is not None and not told.candidates:
        return f"nothing tells who “{told.source.exact[:40]}” is"
    return None


def meeting_of_one(event: EventMention) -> str | None:
    """A meeting with at most one side named and no day."""
    few = event.class_ == "CONSULT" and len(event.participants) < 2
    return "a meeting with one side and no day" if few and event.when is None else None


def stance_of_nobody(stance: StanceMention) -> str | None:
    """A stance whose party is not named where it is told."""
    return f"“{stance.party_name}” is named nowhere near" if stance.party is None else None


def of_no_draft(provision: Provision) -> str | None:
    """Something a draft says, and no draft to say it."""
    return "no draft is named" if provision.draft is None else None


def figure_of_nothing(quantity: Quantity) -> str | None:
    """A number that counts nothing told."""
    return "it counts nothing told" if quantity.unit is None and quantity.about is None else None


FLOORS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("attributions", (no_cue, pronoun_alone)),
    ("event_mentions", (meeting_of_one,)),
    ("stances", (stance_of_nobody,)),
    ("provisions", (of_no_draft,)),
    ("quantities", (figure_of_nothing,)),
)
"""The rules of each layer of a reading, in order."""


def below(reading: Reading) -> Iterator[tuple[str, str]]:
    """The addresses of the facts under their layer's floor, each with the reason."""
    for name, rules in FLOORS:
        for fact in getattr(reading, name):
            why = next((found for rule in rules if (found := rule(fact)) is not None), None)
            if why is not None:
                yield fact.id, why
