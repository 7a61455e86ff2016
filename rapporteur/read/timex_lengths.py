"""What lengths of time, shifts by a length, sets and bare references mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rapporteur.languages.en import calendar as words
from rapporteur.read.numerals import numeral
from rapporteur.read.timex_grammar import Inner, Sense
from rapporteur.read.timex_parts import (
    Match,
    count_of,
    duration,
    month_of,
    part_of,
    weekday_of,
)
from rapporteur.read.timex_values import shift_value


def length_of(m: Match) -> tuple[str, str | None, str] | None:
    """Value, mod and unit of a length of time in groups num/unit (num2 of a range, half of "and a half")."""
    groups = m.groupdict()
    count, mod = count_of(groups.get("num"))
    if groups.get("num2"):
        count = numeral(groups["num2"]) if count is None else count
    if groups.get("half") and count is not None:
        count += 0.5
    unit = m["unit"]
    if words.UNITS[unit] == "Y" and re.fullmatch(r"\d{4}", (groups.get("num") or "").strip()):
        return None
    if count == 0.5:
        if words.UNITS[unit] == "TH":
            return "PT30M", mod, unit
        if words.UNITS[unit] == "Y":
            return "P6M", mod, unit
        if words.UNITS[unit] == "DE":
            return "P5Y", mod, unit
    if count is not None and count != int(count) and words.UNITS[unit] in ("TH", "TM"):
        whole, rest = int(count), round((count - int(count)) * 60)
        made = f"PT{whole}H{rest}M" if words.UNITS[unit] == "TH" else f"PT{whole}M{rest}S"
        return (made, mod, unit)
    if groups.get("unit2") and count is not None:
        second = numeral(groups["num3"])
        one, two = duration(count, unit), duration(second, groups["unit2"])
        if second is not None and one != two:
            joined = (
                one + (two[2:] if "T" in one else two[1:])
                if "T" not in two or "T" in one
                else f"{one}{two[1:]}"
            )
            return joined, mod, unit
    if bound := groups.get("bound"):
        mod = words.BOUNDS.get(re.sub(r"\s+", " ", bound.strip()), mod) or mod
    return duration(count, unit), mod, unit


def and_a_part(m: Match) -> Sense | None:
    """ "one hour and a half", "two and a quarter years": in the next smaller unit where that is whole."""
    count = 1.0 if m["num"] in ("a", "an") else numeral(m["num"])
    if count is None:
        return None
    part = 0.5 if m["part"] == "half" else 0.25
    if m["unit"] == "hour":
        return Sense("DURATION", f"PT{int(count)}H{int(part * 60)}M")
    if m["unit"] != "year":
        return Sense("DURATION", duration(count + part, m["unit"]))
    return Sense("DURATION", f"P{int(count)}Y{int(part * 12)}M")


def duration_sense(m: Match) -> Sense | None:
    made = length_of(m)
    return Sense("DURATION", _in_months(made[0], m[0]), mod=made[1]) if made else None


def _in_months(value: str, said: str) -> str:
    """ "2 1/2 years" is P2Y6M; a decimal ("2.5 years") stays as it was written."""
    found = re.fullmatch(r"P(\d+)\.5Y", value)
    return f"P{found[1]}Y6M" if found and "." not in said else value


def window(m: Match) -> Sense | None:
    """ "the past two weeks", "the next few months", "recent days"; "the coming days" are the future."""
    made = length_of(m)
    if made is None:
        return None
    way = m["way"].split()[-1]
    if m["way"] == "past" and not m.groupdict().get("num") and words.UNITS[m["unit"]] in ("Y", "DE", "CE"):
        return Sense("DATE", "PAST_REF")  # "in past years": formerly; "the past years" is a length
    if made[0] == "PXD" and way in ("coming", "ahead"):
        return Sense("DATE", "FUTURE_REF", direction="future")
    if way in ("past", "last", "recent", "previous", "preceding"):
        return Sense("DURATION", made[0], mod=made[1], direction="past")
    if way in ("next", "coming", "upcoming", "following", "ahead", "come"):
        return Sense("DURATION", made[0], mod=made[1], direction="future")
    return Sense("DURATION", made[0], mod=made[1])


def shifted(sign: int, anchored: bool) -> Callable[[Match], Sense | None]:
    def made(m: Match) -> Sense | None:
        length = length_of(m)
        if length is None:
            return None
        value, mod, unit = length
        letter = words.UNITS[unit]
        number = re.sub(r"[^\d.X]", "", value)
        if letter[0] == "T":
            return (
                Sense(
                    "DATE" if sign < 0 and number == "X" else "TIME",
                    "PAST_REF" if sign < 0 and not anchored else None,
                    mod=mod,
                )
                if number == "X"
                else Sense("DURATION", value, mod=mod)
            )
        if number == "X" or "." in number:
            if anchored:
                return Sense("DURATION", value, mod=mod)
            return Sense("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod=mod)
        shown = {"F": "W", "DE": "Y", "CE": "Y"}.get(letter, letter)
        template = {
            "D": "XXXX-XX-XX",
            "W": "XXXX-WXX",
            "WE": "XXXX-WXX-WE",
            "M": "XXXX-XX",
            "Q": "XXXX-QX",
            "Y": "XXXX",
        }[shown]
        step = "W" if shown == "WE" else shown
        return Sense("DATE", template, mod=mod, direction="same", offset=f"P{'-' if sign < 0 else ''}{number}{step}", anchor=anchored)  # fmt: skip

    return made


def shift_of(m: Match, inner_of: Inner) -> Sense | None:
    """ "two days after the Nov. 5 vote" only where a day itself follows: "two weeks before May 13, 1999"."""
    length = length_of(m)
    inner = inner_of(m["day"])
    if length is None or inner is None or inner.value is None or "X" in length[0]:
        return None
    sign = -1 if m["side"] in ("before", "prior to", "ahead of") else 1
    value = shift_value(inner.value, length[0], sign)
    if value is None:
        return None
    return Sense("DATE", value, ask=inner.ask, direction=inner.direction, offset=inner.offset)


def shift_of_any(m: Match, inner_of: Inner) -> Sense | None:
    """ "two weeks before Christmas", "three days from Tuesday": counted once that day is known."""
    length = length_of(m)
    inner = inner_of(m["day"])
    if length is None or inner is None or "X" in length[0] or "T" in length[0] or inner.end_value:
        return None
    found = re.match(r"P(\d+)([DWMYQ])$", length[0])
    if found is None:
        return None
    sign = "-" if m["side"] in ("before", "prior to", "ahead of") else ""
    return replace(inner, mod=length[1], then=f"P{sign}{found[1]}{found[2]}")


def shift_of_day(m: Match, inner_of: Inner) -> Sense | None:
    """ "two days before yesterday", "three weeks from tomorrow", "a week from Friday"."""
    length = length_of(m)
    if length is None or "X" in length[0]:
        return None
    sign = -1 if m["side"] == "before" else 1
    unit = words.UNITS[m["unit"]]
    count = {"D": 1, "W": 7, "F": 14}.get(unit)
    number = re.sub(r"\D", "", length[0])
    if count is None or not number:
        return None
    days = sign * int(number) * (count if unit != "F" else 7)
    inner = inner_of(m["day"])
    if inner is None or inner.value is None:
        return None
    if inner.value == "XXXX-XX-XX":
        days += int((inner.offset or "P0D")[1:-1])
        return Sense("DATE", "XXXX-XX-XX", direction="same", offset=f"P{days}D", mod=length[1])
    if inner.value.startswith("XXXX-WXX-") and days > 0 and unit != "D":
        return Sense("DATE", inner.value, direction="future", offset=f"P{days}D", mod=length[1])
    return None


def frequency(m: Match) -> Sense | None:
    bound = m["bound"]
    mod = words.BOUNDS.get(re.sub(r"\s+", " ", bound.strip())) if bound else None
    if bound and bound.strip() in ("almost", "nearly"):
        mod = "APPROX"
    return Sense("SET", words.FREQUENCIES[m["freq"]], mod=mod)


def every(m: Match) -> Sense | None:
    what = re.sub(r"\s+", " ", m["what"])
    bound = (m["bound"] or "").strip()
    mod = "APPROX" if bound in ("almost", "nearly", "virtually") else None
    if what.rstrip("s") in words.WEEKDAYS or what in words.WEEKDAYS:
        return Sense("SET", f"XXXX-WXX-{weekday_of(what.rstrip('s'))}", mod=mod)
    if what in words.MONTHS:
        return Sense("SET", f"XXXX-{month_of(what)}", mod=mod)
    if what in words.SEASONS:
        return Sense("SET", f"XXXX-{words.SEASONS[what]}", mod=mod)
    if what in words.DAYPARTS:
        return Sense("SET", f"XXXX-XX-XX{part_of(what)}", mod=mod)
    count, _ = count_of(m["num"]) if m["num"] else (1.0, None)
    if (m["num"] or "").strip() == "other":
        count = 2.0
    value = duration(count, what)
    return Sense("SET", "P1WE" if value == "P1WE" else value, mod=mod)


def rate(m: Match) -> Sense | None:
    return Sense("SET", duration(1, m["unit"]))


def reference(value: str) -> Callable[[Match], Sense | None]:
    return lambda m: Sense("DATE", value)


def short_time(m: Match) -> Sense | None:
    return Sense("DURATION", "PTXM")
