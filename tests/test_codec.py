"""One noun, one canonical form, and back."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapporteur import codec, model

NOUNS = sorted(
    (kind for kind in vars(model).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)),
    key=lambda kind: kind.__name__,
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of this type may have."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(st.none() if arg is type(None) else values(arg) for arg in args))
    if origin is typing.Literal:
        return st.sampled_from(args)
    if origin is tuple and args[1:] == (Ellipsis,):
        return st.lists(values(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(arg) for arg in args))
    if dataclasses.is_dataclass(hint):
        return nouns(hint)  # type: ignore[arg-type]
    plain = {
        str: TEXT, int: st.integers(-(2**60), 2**60), bool: st.booleans(), bytes: st.binary(max_size=12),
        float: st.floats(allow_nan=False, allow_infinity=False),
    }  # fmt: skip
    return plain[hint]


def nouns(kind: type) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{field.name: values(hints[field.name]) for field in dataclasses.fields(kind)})


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
def test_decoding_undoes_encoding(kind: type) -> None:
    """decode(encode(x)) == x for every noun there is, and the encoding is canonical."""

    @given(nouns(kind))
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    def law(noun: Any) -> None:
        text = codec.encode(noun)
        assert codec.decode(kind, text) == noun
        assert codec.encode(codec.decode(kind, text)) == text
        assert text == codec.dumps(json.loads(text))

    law()


def test_a_whole_number_in_a_float_field_has_one_form() -> None:
    """28 and 28.0 are one value, so they are one text and one digest."""
    span = model.Span(start=0, end=1, exact="a")
    one, other = (model.Quantity(id="q", span=span, value=value, unit=None) for value in (28, 28.0))
    assert codec.encode(one) == codec.encode(other)


def test_what_a_newer_version_wrote_is_left_aside() -> None:
    """A field this version does not know does not keep it from reading the rest."""
    assert codec.decode(model.Span, '{"end":1,"exact":"a","mood":"sour","start":0}').exact == "a"


@pytest.mark.parametrize("text", ["", "[]", "null", '{"start":1}', "{", '{"start":"x"'])
def test_what_holds_no_noun_is_refused_in_words(text: str) -> None:
    with pytest.raises(codec.NotDecodable, match="this is no Span"):
        codec.decode(model.Span, text)
