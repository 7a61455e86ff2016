"""Nouns to canonical JSON and back, and the digests made from it.

One noun has one encoding: keys sorted, no spaces, UTF-8, fields left out where they are None, empty text
or an empty tuple and that is their default. `decode(type(x), encode(x)) == x` for every noun of the model.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Turn = Callable[[Any], Any]


class NotEncodable(TypeError):
    """A value of a type that the codec has no form for."""


class NotDecodable(ValueError):
    """JSON that does not hold the noun it was said to hold."""


def encode(noun: Any) -> str:
    """The canonical JSON of a dataclass."""
    return dumps(to_plain(noun))


def decode(kind: type[T], text: str | bytes) -> T:
    """The noun that this JSON holds; NotDecodable where it holds none of that kind."""
    try:
        return from_plain(kind, json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotDecodable(f"this is no {kind.__name__}: {error}") from error


def digest(data: bytes | str) -> str:
    """The sha256 of bytes, or of text in UTF-8, in hex."""
    return hashlib.sha256(data.encode("utf-8") if isinstance(data, str) else data).hexdigest()


def dumps(plain: Any) -> str:
    """Canonical JSON of plain values."""
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def to_plain(noun: Any) -> dict[str, Any]:
    """The noun as dicts, lists and plain values, ready for JSON."""
    return typing.cast("dict[str, Any]", _encoder(noun.__class__)(noun))


def from_plain(kind: type[T], plain: Any) -> T:
    """The noun of this kind from dicts, lists and plain values."""
    return typing.cast("T", _decoder(typing.cast("Any", kind))(plain))


# --- one turn per type, made once -------------------------------------------------------------------


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


@cache
def _encoder(kind: type) -> Turn:
    if not dataclasses.is_dataclass(kind):
        raise NotEncodable(f"{kind.__name__} is not a noun")
    hints = _hints(kind)
    turns = tuple(
        (field.name, _turn(hints[field.name], _encoder, _out), _left_out(field))
        for field in dataclasses.fields(kind)
    )

    def turn(noun: Any) -> dict[str, Any]:
        plain = {}
        for name, convert, empty in turns:
            value = getattr(noun, name)
            if value is empty or (value == empty and empty is not None):
                continue
            plain[name] = value if convert is None or value is None else convert(value)
        return plain

    return turn


@cache
def _decoder(kind: type) -> Turn:
    if not dataclasses.is_dataclass(kind):
        raise NotDecodable(f"{kind.__name__} is not a noun")
    hints = _hints(kind)
    turns = {field.name: _turn(hints[field.name], _decoder, _in) for field in dataclasses.fields(kind)}
    converted = tuple((name, convert) for name, convert in turns.items() if convert is not None)
    names = frozenset(turns)

    def turn(plain: dict[str, Any]) -> Any:
        # A newer version may have written fields this one does not know; they are left aside.
        values = plain.copy() if plain.keys() <= names else {k: v for k, v in plain.items() if k in names}
        for name, convert in converted:
            value = values.get(name)
            if value is not None:
                values[name] = convert(value)
        return kind(**values)

    return turn


def _left_out(field: dataclasses.Field[Any]) -> Any:
    """The value at which a field is left out: its default, if that is None, empty text or an empty tuple."""
    default = field.default if field.default_factory is dataclasses.MISSING else field.default_factory()
    return default if default is None or default == "" or default == () else _NEVER


_NEVER = object()


def _turn(hint: Any, nouns: Callable[[type], Turn], leaf: Callable[[Any], Turn | None]) -> Turn | None:
    """How a value of this type is turned, None where it stays as it is. None values never get here."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        kinds = [arg for arg in args if arg is not type(None)]
        if len(kinds) != 1:
            raise NotEncodable(f"{hint} may be more than one thing")
        return _turn(kinds[0], nouns, leaf)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            each = _turn(args[0], nouns, leaf)
            return _sequence(each, list if leaf is _out else tuple)
        turns = tuple(_turn(arg, nouns, leaf) for arg in args)
        made: type = list if leaf is _out else tuple
        return lambda value: made(
            item if turn is None or item is None else turn(item)
            for turn, item in zip(turns, value, strict=True)
        )
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return nouns(hint)
    return leaf(hint)


def _sequence(each: Turn | None, made: type) -> Turn:
    if each is None:
        return made
    turn = each
    return lambda value: made([turn(item) for item in value])


def _out(hint: Any) -> Turn | None:
    if hint is bytes:
        return lambda value: base64.b64encode(value).decode("ascii")
    if hint is float:
        return float
    if _is_mapping(hint):
        return dict
    return _plain(hint)


def _in(hint: Any) -> Turn | None:
    if hint is bytes:
        return base64.b64decode
    if hint is float:
        return float
    return None if _is_mapping(hint) else _plain(hint)


def _is_mapping(hint: Any) -> bool:
    origin = typing.get_origin(hint)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _plain(hint: Any) -> Turn | None:
    if hint in (str, int, bool, Any) or typing.get_origin(hint) is typing.Literal:
        return None
    raise NotEncodable(f"no JSON form for {hint}")
