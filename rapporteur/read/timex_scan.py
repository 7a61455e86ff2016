"""Where time expressions stand: one scan of each block, ranges joined, and what a tagger adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapporteur.read.timex_grammar import Sense
from rapporteur.read.timex_openers import CORES, OPENERS
from rapporteur.read.timex_refusals import MOVES, refusal
from rapporteur.read.timex_rules import RULES, SCANNER, sense_of
from rapporteur.read.within import Over

Spans = Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with its sense and the rule that found it."""

    start: int
    end: int
    sense: Sense
    rule: str


_token = re.compile(r"\w+")
_reach = 10  # how many words an expression may run before its first time word


def scan(original: str, text: str, block: tuple[int, int]) -> Iterator[Found]:
    """Tries the rules only at words that can open an expression and have a time word within reach."""
    low, high = block
    tokens = [(m.start(), m.group()) for m in _token.finditer(text, low, high)]
    position, core = low, -1
    near: list[bool] = [False] * len(tokens)
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i][1]
        if word in CORES or word[0].isdigit():
            core = i
        near[i] = core >= 0 and core - i <= _reach
    for i, (start, word) in enumerate(tokens):
        if not near[i] or start < position or not (word in OPENERS or word[0].isdigit()):
            continue
        if start > position and text[start - 1] in "'’" and word[0].isdigit():
            start -= 1
        hit = SCANNER.match(text, start, high)
        made = hit and _try(original, text, start, high, int((hit.lastgroup or "r0")[1:]))
        if made:
            yield made
            position = max(made.end, start + 1)


def _try(original: str, text: str, start: int, stop: int, first: int) -> Found | None:
    for rule in RULES[first:]:
        match = rule.pattern.match(text, start, stop)
        if match is None or match.end() == start:
            continue
        sense = rule.sense(match)
        if sense is None:
            continue
        group = "x" if "x" in rule.pattern.groupindex and match.group("x") else 0
        begin, end = match.span(group)
        if refusal(original, text, begin, end, rule.name, sense):
            continue
        return Found(begin, end, sense, rule.name)
    return None


# --- ranges of two expressions ---------------------------------------------------------------------------

_to = re.compile(r"\s?[-–—]\s?|\s+(?:to|through|until|till)\s+")
_and = re.compile(r"\s+and\s+")
_from = re.compile(r"\bfrom\s+(?:the\s+)?$")
_between = re.compile(r"\bbetween\s+(?:the\s+)?$")
_never_ends = {
    "duration",
    "window",
    "frequency",
    "every",
    "rate",
    "length-bare",
    "past",
    "future",
    "ago",
    "plural-days",
}


def joined(text: str, found: list[Found]) -> list[Found]:
    """ "from Monday to next Friday", "between June 2 and today": one expression with two values."""
    out: list[Found] = []
    for item in found:
        last = out[-1] if out else None
        if last is not None and item.start - last.end < 12 and _range_of(text, last, item):
            sense = replace(last.sense, end_value=item.sense.value, mod=None)
            if sense.value == "PRESENT_REF":
                sense = replace(sense, value="XXXX-XX-XX", direction="same")
            if item.sense.value == "PRESENT_REF":
                sense = replace(sense, end_value="XXXX-XX-XX")
            out[-1] = Found(last.start, item.end, sense, "range")
        else:
            out.append(item)
    return out


_clocks = {"clock", "clock-range", "range", "spoken-clock", "part-hours", "past-hour"}
_days = {
    "weekday",
    "month-day",
    "day-month",
    "relative-day",
    "numeric",
    "stamp",
    "weekday-number",
    "this-part",
    "ordinal-day",
}
_beside = re.compile(
    r",?\s(?:on\s|of\s|from\s|at\s|between\s|around\s|about\s|by\s|before\s|after\s|until\s|no\slater\sthan\s)?"
)


_halves = re.compile(r"[ap]\.?m\b|noon|midnight")


def _later(time: str) -> str:
    """A clock time of an afternoon, evening or night: "10:00" is 22:00."""
    found = re.match(r"T(0[5-9]|1[01])(.*)", time) or re.match(r"T(0[1-4])(.*)", time)
    return f"T{int(found[1]) + 12}{found[2]}" if found else time


def timed(text: str, found: list[Found]) -> list[Found]:
    """ "Tuesday from 2 to 3 p.m.", "5 to 6 p.m. of April 22", "every day at 7:13 p.m.": a day and its clock are one."""
    out: list[Found] = []
    for item in found:
        last = out[-1] if out else None
        made = _timed(text, last, item) if last is not None and 0 < item.start - last.end < 16 else None
        if made is not None:
            out[-1] = made
        else:
            out.append(item)
    return out


def _timed(text: str, first: Found, last: Found) -> Found | None:
    if not _beside.fullmatch(text[first.end : last.start]):
        return None
    clock, day = (first, last) if first.rule in _clocks else (last, first)
    if (
        clock.rule not in _clocks
        or day.rule not in _days | {"every", "everyday", "plural-days"}
        or day.sense.end_value
    ):
        return None
    value, end_value = day.sense.value or "", clock.sense.end_value
    if not (clock.sense.value or "").startswith("XXXX-XX-XXT") or not re.match(
        r"(?:\d{4}|XXXX)-(?:[\dX]{2}-[\dX]{2}|WXX-\d)|P1D$", value
    ):
        return None
    if end_value and not end_value.startswith("XXXX-XX-XXT"):
        return None
    if re.search(r"T\d", value) or (day is last and re.match(r",", text[first.end :])):
        return None
    stem = "XXXX-XX-XX" if value == "P1D" else value.split("T")[0]
    late = value.endswith(("TEV", "TAF", "TNI")) and not _halves.search(text[clock.start : clock.end])
    time = _later((clock.sense.value or "")[10:]) if late else (clock.sense.value or "")[10:]
    end_value = end_value[:10] + _later(end_value[10:]) if end_value and late else end_value
    sense = replace(day.sense, type="SET" if day.sense.type == "SET" else "TIME", value=stem + time,
                    end_value=stem + end_value[10:] if end_value else None)  # fmt: skip
    return Found(first.start, last.end, sense, day.rule)


def _range_of(text: str, first: Found, last: Found) -> bool:
    one, two = first.sense, last.sense
    if one.end_value or two.end_value or one.type not in ("DATE", "TIME") or two.type not in ("DATE", "TIME"):
        return False
    if (
        one.value is None
        or two.value is None
        or one.value in ("PAST_REF", "FUTURE_REF")
        or two.value in ("PAST_REF", "FUTURE_REF")
    ):
        return False
    if first.rule in _never_ends or last.rule in _never_ends or one.anchor or two.anchor or two.offset:
        return False
    between, before = text[first.end : last.start], text[max(0, first.start - 14) : first.start]
    if _to.fullmatch(between):
        if MOVES.search(text[max(0, first.start - 90) : first.start]):
            return False
        whole = (
            one.value[:4].isdigit()
            and two.value[:4].isdigit()
            and between.strip() in ("through", "until", "to")
        )
        return (
            whole
            or _from.search(before) is not None
            or (between.strip() in "-–—" and one.value[:4].isdigit() == two.value[:4].isdigit())
        )
    return _and.fullmatch(between) is not None and _between.search(before) is not None


# --- merging with a tagger -----------------------------------------------------------------------------


def merged(original: str, text: str, found: list[Found], spans: Spans) -> list[Found]:
    """What the rules found, and what only the tagger found: with a value where the rules can give one."""
    kept = list(found)
    by_rule, taken = Over(found, lambda f: (f.start, f.end)), 0
    for start, end, label in sorted(spans):
        if start < taken or by_rule.touching(start, end):
            continue
        sense = sense_of(text[start:end].strip()) if end - start < 80 else None
        if sense is None:
            inner = next(scan(original, text, (start, end)), None)
            sense = inner.sense if inner is not None else None
        if sense is None and not any(w in CORES for w in _token.findall(text, start, end)):
            continue  # no word of time in it: nothing a reader of dates could use
        if sense is None:
            kind: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
            if label in ("TIME", "DURATION", "SET"):
                kind = label  # type: ignore[assignment]
            sense = Sense(kind, None)
        kept.append(Found(start, end, sense, "tagger"))
        taken = max(taken, end)
    return sorted(kept, key=lambda f: f.start)
