"""What a person typed, made into values of fields and into facts; CannotJudge says why something makes no sense."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from rapporteur.ledger import FACTS
from rapporteur.model import Address, Judgement, Participant, Reading, Span, Stated, address

SETTLES = "settles"
"""The field of a judgement that ends a dispute on its point."""
_KINDS: dict[str, tuple[str, type]] = {}
for _field, _layer in FACTS:
    _hint = typing.get_type_hints(Reading)[_field]
    _KINDS[_layer] = (_field, typing.get_args(_hint)[0])
# What people call these where our own name is shorter.
ALIASES = {"anonymous_source": "source", "event_mention": "event", "draft_mention": "draft"}

_FIXED = {"id", "report", "text", "blocks", "links", "problems"}  # nobody's to set


class CannotJudge(ValueError):
    """A judgement that makes no sense as given; the message says why."""


def set_fields(noun: Any, values: Mapping[str, str], text: str | None = None) -> Any:
    """The noun with these fields set from words, those it has and whose words make sense; "" unsets."""
    hints = typing.get_type_hints(type(noun))
    changed = {}
    for name, value in values.items():
        own = name if name in hints else f"{name}_"
        if own in hints and own not in _FIXED:
            try:
                changed[own] = from_words(hints[own], value, text)
            except ValueError:
                continue
    return replace(noun, **changed) if changed else noun


def check_fields(things: Iterable[Any], values: Mapping[str, str]) -> None:
    """CannotJudge where none of these things has such a field, or none can take the value."""
    kinds = [typing.get_type_hints(type(thing)) for thing in things]
    for name, value in values.items():
        if name == SETTLES:
            continue
        hints = [
            h for hints in kinds if (h := hints.get(name) or hints.get(f"{name}_")) and name not in _FIXED
        ]
        if not hints:
            known = sorted({key.removesuffix("_") for hints in kinds for key in hints} - _FIXED - {"rule"})
            raise CannotJudge(f"it has no field {name!r}: there are {', '.join(known)}.")
        problems = []
        for hint in hints:
            try:
                from_words(hint, value, None)
            except ValueError as error:
                problems.append(str(error))
        if len(problems) == len(hints):
            raise CannotJudge(f"{name}: {problems[0]}.")


def from_words(hint: Any, words: str, text: str | None) -> Any:
    """A value of this type from what a person typed; ValueError where it cannot be one."""
    args = typing.get_args(hint)
    optional = type(None) in args
    if optional and words.strip().lower() in ("", "null", "none"):
        return None
    kind = next((arg for arg in args if arg is not type(None)), hint) if optional else hint
    if typing.get_origin(kind) is typing.Literal:
        if words not in typing.get_args(kind):
            raise ValueError(f"{words!r} is none of {', '.join(typing.get_args(kind))}")
        return words
    if kind is str:
        return words
    if kind in (int, float):
        return kind(words)
    if kind is bool:
        return words.lower() in ("true", "yes", "1")
    if kind is Span:
        return _span(words, text)
    if kind is Stated:
        return Stated(value=words, basis="given")
    if typing.get_origin(kind) is tuple:
        each = typing.get_args(kind)[0]
        if each is Participant:
            return tuple(
                Participant(role=role.strip() or "participant", exact=exact.strip())
                for role, _, exact in (part.rpartition(":") for part in words.split(";"))
            )
        return tuple(from_words(each, part.strip(), text) for part in words.split(";") if part.strip())
    raise ValueError(f"a {kind} cannot be given in words")


def layer_added(judgement: Judgement) -> str:
    """The layer of the fact that a person added."""
    kind = dict(judgement.fields).get("type", "")
    return ALIASES.get(kind, kind)


def added_address(judgement: Judgement) -> Address:
    """The address of the fact that a person added: its type at the place pointed to."""
    report, start, end = _target(judgement)
    return address(report, layer_added(judgement), start, end)


def make_fact(judgement: Judgement, text: str) -> Any:
    """The fact that a person added; CannotJudge where it lacks what such a fact needs."""
    layer = layer_added(judgement)
    if layer not in _KINDS:
        raise CannotJudge(f"there is no type {layer!r}: take one of {', '.join(sorted(_KINDS))}.")
    kind = _KINDS[layer][1]
    report, start, end = _target(judgement)
    if not 0 <= start < end <= len(text):
        raise CannotJudge(f"{start}-{end} is no place in this report.")
    span = Span(start=start, end=end, exact=text[start:end])
    hints = typing.get_type_hints(kind)
    given = {k: v for k, v in judgement.fields if k not in ("type", SETTLES)}
    values: dict[str, Any] = {"id": address(report, layer, start, end), "rule": f"added by {judgement.by}"}
    for each in dataclasses.fields(kind):
        words = given.get(each.name, given.get(each.name.removesuffix("_")))
        if each.name in values:
            continue
        if words is not None:
            try:
                values[each.name] = from_words(hints[each.name], words, text)
            except ValueError as error:
                raise CannotJudge(f"{each.name}: {error}.") from error
        elif each.name in ("span", "trigger"):
            values[each.name] = span
        elif each.name == "content":
            values[each.name] = (span,)
        elif each.name in _DEFAULTS:
            values[each.name] = _DEFAULTS[each.name]
        elif each.name in ("name", "description", "about", "party_name") and hints[each.name] is str:
            values[each.name] = span.exact
        elif each.default is dataclasses.MISSING and type(None) in typing.get_args(hints[each.name]):
            values[each.name] = None
        elif each.default is dataclasses.MISSING:
            raise CannotJudge(f"a {layer} needs {each.name}=…")
    return kind(**values)


_DEFAULTS: dict[str, Any] = {
    "manner": "indirect", "cue_kind": "says", "voice": "newsroom", "status": "held", "kind": "other",
    "relation": "cites", "timex_type": "DATE", "source": None, "cue": None,
}  # fmt: skip


def _target(judgement: Judgement) -> tuple[str, int, int]:
    start, _, end = judgement.target.rpartition(":")[2].partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        raise CannotJudge("to add something, point at its words: REPORT@START-END.")
    return judgement.target.partition(":")[0], int(start), int(end)


def _span(words: str, text: str | None) -> Span:
    start, _, end = words.partition("-")
    if text is None or not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(text)):
        raise ValueError(f"{words!r} is no place in the text (give START-END)")
    return Span(start=int(start), end=int(end), exact=text[int(start) : int(end)])
