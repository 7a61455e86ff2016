"""Times as a journalist would check them: the expected value is drawn into the sentence."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.model import Block, Document, Stated, Timex, Window
from rapporteur.read.times import find_timexes, resolve
from rapporteur.read.timex_values import easter, edtf, holiday, place

CASES = Path(__file__).parents[1] / "cases" / "en" / "times.txt"
_drawn = re.compile(r"\{([^{}]*?): ([^{}]*)\}")


def document(text: str, published: str | None = None, kind: str = "paragraph") -> Document:
    blocks = (Block(kind=kind, voice="newsroom", start=0, end=len(text)),) if text else ()  # type: ignore[arg-type]
    dated = Stated(value=published) if published else None
    return Document(report="r", text=text, language="en", blocks=blocks, published=dated)


def shown(timex: Timex) -> str:
    value = timex.value if timex.end_value is None else f"{timex.value}/{timex.end_value}"
    way = (
        f">{timex.direction}"
        if timex.direction and "X" in (timex.value or "") and timex.timex_type != "DURATION"
        else None
    )
    return " ".join(filter(None, (timex.timex_type, value, timex.mod, way, timex.offset)))


def cases() -> list[str]:
    return [
        line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]


@pytest.mark.parametrize("line", cases())
def test_case(line: str) -> None:
    """Every expression drawn is found with that span and value, and no other is."""
    undated = line.startswith("undated ")
    line = line.removeprefix("undated ")
    text = _drawn.sub(lambda m: m.group(1), line)
    found = find_timexes(document(text, None if undated else "2026-06-12"), ())
    assert [f"{t.span.exact}: {shown(t)}" for t in found] == [f"{a}: {b}" for a, b in _drawn.findall(line)]


def test_a_reading_with_the_date_and_one_resolved_later_agree() -> None:
    """What the record resolves from a stated date is what the reading gives when it knows that date."""
    text = "They met on Tuesday, again last weekend and on Nov. 18, and will meet on Friday, two weeks ago or not."
    known = find_timexes(document(text, "2025-11-26"), ())
    later = find_timexes(document(text), ())
    window = Window(first="2025-11-26", last="2025-11-26", basis="stated")
    assert [edtf(t.value, t.end_value) for t in known] == [resolve(t, window) for t in later]


def test_a_window_resolves_only_what_all_its_days_agree_on() -> None:
    """A week of possible days still knows the year of "Nov. 18", and not which day "yesterday" was."""
    window = Window(first="2025-11-24", last="2025-11-30", basis="inferred")
    day, yesterday = find_timexes(document("On Nov. 18 they met, and left yesterday."), ())
    assert resolve(day, window) == "2025-11-18"
    assert resolve(yesterday, window) is None
    assert resolve(day, Window(first=None, last=None)) is None


def test_chrome_has_no_times() -> None:
    """A date in the page's furniture is no time expression of the report; one in a byline is."""
    assert find_timexes(document("Posted on March 3, 2025", kind="chrome"), ()) == ()
    assert len(find_timexes(document("Updated March 3, 2025", kind="byline"), ())) == 1


def test_a_tagger_adds_what_the_rules_do_not_know() -> None:
    """A span that only the tagger found stays, with a value where the rules can give one."""
    text = "They met at the eleventh hour on Tuesday."
    spans = [(12, 29, "TIME"), (33, 40, "DATE")]
    found = find_timexes(document(text, "2026-06-12"), (), spans)
    assert [(t.span.exact, t.value, t.rule) for t in found] == [
        ("the eleventh hour", None, "tagger"),
        ("Tuesday", "2026-06-09", "weekday"),
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-W47", "2025-11-17/2025-11-23"),
        ("2025-W47-WE", "2025-11-22/2025-11-23"),
        ("2025-11-25TNI", "2025-11-25"),
        ("2025-Q3", "2025-07-01/2025-09-30"),
        ("2025-WI", "2025-12-01/2026-02-28"),
        ("199", "199X"),
        ("XXXX-11-18", None),
        ("2026-02-30", None),
        ("P3D", None),
        ("PAST_REF", None),
    ],
)
def test_edtf(value: str, expected: str | None) -> None:
    """TIMEX3 is said in EDTF where EDTF has a word for it, and as first and last day where it has none."""
    assert edtf(value) == expected


def test_movable_days() -> None:
    """Easter and what is counted from it; the holidays that are a certain weekday of a month."""
    assert easter(2026).isoformat() == "2026-04-05"
    assert str(holiday("Thanksgiving", 2025)) == "2025-11-27"
    assert str(holiday("Election Day", 2028)) == "2028-11-07"
    assert holiday("Nobody's Day", 2025) is None


@given(
    st.text(
        alphabet=st.sampled_from('Nov. 18,2025 -–last week Tuesdaynight’s"…\n東İ0123456789:/'), max_size=200
    )
)
@settings(max_examples=150, deadline=None)
def test_spans_are_verbatim_and_apart(text: str) -> None:
    """Whatever the text, spans are slices of it, in order, and never overlap."""
    found = find_timexes(document(text, "2025-11-26"), ())
    end = 0
    for timex in found:
        assert timex.span.start >= end
        assert text[timex.span.start : timex.span.end] == timex.span.exact
        end = timex.span.end


@given(
    st.sampled_from(
        ["XXXX-11-18", "XXXX-WXX-7", "XXXX-WXX", "XXXX-XX", "XXXX-SP", "XXXX-Q3", "XXXX-XX-31", "XXXX-02-29"]
    ),
    st.sampled_from(["past", "future", "same", None]),
    st.sampled_from([None, "P-1D", "P2W", "P-3M", "P1Y"]),
    st.dates(),
)
def test_placing_never_fails(value: str, direction: str | None, offset: str | None, day: object) -> None:
    """A template is filled or left, for any day there is."""
    placed = place(value, direction, offset, day)  # type: ignore[arg-type]
    assert placed is None or "XXXX" not in placed


@pytest.mark.parametrize(
    "text", ["a " * 40000, "may " * 20000, "18 " * 20000, "the last " * 10000, "2025-" * 10000, '"' * 50000]
)
def test_the_scan_is_linear(text: str) -> None:
    """No text makes the scan slow: a hundred thousand characters of anything stay under seconds."""
    began = time.perf_counter()
    find_timexes(document(text, "2025-11-26"), ())
    assert time.perf_counter() - began < 8
