"""Marked text, chains and calendars are values before they are pixels."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from rapporteur.model import Block, Document
from rapporteur.present.html.calendar import Happening, days, lay_out
from rapporteur.present.html.chain import ChainEdge, ChainNode, draw
from rapporteur.present.html.highlight import Mark, direction, passages, visible

TEXT = "The minister said on Friday that 12 points stand."


def document(text: str) -> Document:
    blocks = (Block(kind="paragraph", voice="newsroom", start=0, end=len(text)),) if text else ()
    return Document(report="r", text=text, language="en", blocks=blocks)


@given(
    st.text(alphabet="abc déf\u202e<>&", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8),
)
def test_pieces_make_the_text_again(text: str, places: list[tuple[int, int]]) -> None:
    """However marks overlap, the pieces in order are the text, hidden characters made visible."""
    marks = [
        Mark(
            start=start,
            end=min(start + length, len(text)),
            layer="mention",
            ref=f"r:mention:{start}-{start + length}",
        )
        for start, length in places
        if start < len(text)
    ]
    (passage,) = passages(document(text), marks)
    assert "".join(piece.text for piece in passage.pieces) == visible(text)


def test_innermost_mark_gives_the_link() -> None:
    """A name inside an attribution leads to the name; the rest of the attribution to the attribution."""
    whole = Mark(start=0, end=len(TEXT), layer="attribution", ref="whole")
    name = Mark(start=4, end=12, layer="mention", ref="name")
    (passage,) = passages(document(TEXT), [whole, name])
    assert [(piece.text, piece.ref) for piece in passage.pieces[:2]] == [
        ("The ", "whole"),
        ("minister", "name"),
    ]
    assert passage.pieces[1].layers == ("mention", "attribution")


def test_bidi_controls_are_shown() -> None:
    """Characters that reorder words on the screen are replaced by a visible sign."""
    assert "\u202e" not in visible("safe\u202eexe")
    assert direction("שלום hello") == "rtl"
    assert direction("2026 hello") == "ltr"


def test_chain_runs_from_left_to_right_and_survives_a_cycle() -> None:
    """Every arrow points to the right; a circle of copies still ends."""
    nodes = [ChainNode(key=key, label=key, kind="report") for key in "abc"]
    drawing = draw(nodes, [ChainEdge(left="a", right="b"), ChainEdge(left="b", right="c")])
    place = {box.node.key: box.x for box in drawing.boxes}
    assert place["a"] < place["b"] < place["c"]
    circle = draw(nodes, [ChainEdge(left=x, right=y) for x, y in ("ab", "bc", "ca")])
    assert len(circle.boxes) == 3


def test_days_of_edtf() -> None:
    """Precision is kept: a month is a month long, an interval runs to its end, open ends have no place."""
    assert days("2026-06-02") == (datetime.date(2026, 6, 2), datetime.date(2026, 6, 2))
    assert days("2026-02") == (datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    assert days("2026-04-09/2026-04-24?") == (datetime.date(2026, 4, 9), datetime.date(2026, 4, 24))
    assert days("../2026") is None
    assert days("2026-13-40") is None


def test_lanes_keep_labels_apart() -> None:
    """Two happenings of one day stand in two lanes."""
    sheet = lay_out(
        [Happening(ref=str(n), title="talks held", status="held", when="2026-06-02") for n in range(3)]
    )
    assert sheet is not None
    assert len({bar.y for bar in sheet.bars}) == 3


def test_what_is_planned_for_a_day_is_a_dot_and_for_some_time_a_thin_bar() -> None:
    """A circle on its day with its label beside it; "in June" runs through June; a short sheet fills its width."""
    sheet = lay_out(
        [
            Happening(ref="a", title="meeting", status="planned", when="2026-06-02"),
            Happening(ref="b", title="signing", status="planned", when="2026-06"),
        ],
        "day",
    )
    assert sheet is not None
    month, day = sheet.bars
    assert (day.dot, day.vague, day.width) == (True, False, 16.0)
    assert (month.dot, month.vague) == (False, True)
    assert month.width > day.width
    short = lay_out([Happening(ref="a", title="talks", status="held", when="2026-06-02")], "month")
    assert short is not None
    assert short.width == 640.0
