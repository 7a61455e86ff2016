"""What expressions for days and clock times mean; each function values the match of one rule."""

from __future__ import annotations

import re

from rapporteur.model import TimexType
from rapporteur.read.numerals import numeral, ordinal
from rapporteur.read.timex_grammar import Inner, Sense
from rapporteur.read.timex_parts import (
    Match,
    clock_of,
    day_number,
    edge_of,
    hour_of,
    month_of,
    part_of,
    weekday_of,
    year_of,
)


def dated(
    month: str, day: str | None, year: str | None, time: str = "", direction: str | None = None
) -> Sense | None:
    if day is not None and not 1 <= int(day) <= 31:
        return None
    value = f"{year or 'XXXX'}-{month}" + (f"-{day}" if day else "") + time
    if year is None:
        return Sense("TIME" if time else "DATE", value, ask=True)
    return Sense("TIME" if time else "DATE", value)


def stamp(m: Match) -> Sense | None:
    y, mo, d = m["y"], int(m["mo"]), int(m["d"])
    if not (1 <= mo <= 12 and 1 <= d <= 31):
        return None
    time = f"T{m['h']}:{m['mi']}" if m["h"] else ""
    return Sense("TIME" if time else "DATE", f"{y}-{mo:02d}-{d:02d}{time}")


def numeric(m: Match) -> Sense | None:
    """American order unless the first number cannot be a month; with dots the day comes first."""
    a, b, year = int(m["a"]), int(m["b"]), m["y"]
    month, day = (b, a) if a > 12 or (m["sep"] == "." and b <= 12) else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    full = year if len(year) == 4 else f"{1900 + int(year) if int(year) > 40 else 2000 + int(year)}"
    time = (clock_of(m["clock"]) or "") if m["clock"] else ""
    return Sense("TIME" if time else "DATE", f"{full}-{month:02d}-{day:02d}{time}")


def month_day(m: Match) -> Sense | None:
    groups = m.groupdict()
    year = year_of(groups.get("y"))
    time = ""
    if groups.get("clock"):
        time = clock_of(groups["clock"]) or ""
    elif groups.get("part"):
        time = part_of(groups["part"])
    made = dated(month_of(m["mon"]), day_number(m["d"]), year, time)
    if made is not None and year is None and groups.get("rel"):
        offset = {"last": "P-1Y", "next": "P1Y"}.get(groups["rel"].split()[0])
        return Sense(made.type, made.value, direction="same", offset=offset)
    return made


def day_month_cut(m: Match) -> Sense | None:
    """ "05-Aug-2016", "2019-Aug-1", "Oct/2"."""
    return dated(month_of(m["mon"]), day_number(m["d"]), year_of(m["y"]))


def day_range(m: Match) -> Sense | None:
    """ "24 to 26 October", "Oct. 24-26", "October 24 to November 2, 2025": one expression, two values."""
    year = year_of(m["y"])
    first_month, last_month = m["mon"], m.groupdict().get("mon2") or m["mon"]
    first, last = day_number(m["d"]), day_number(m["d2"])
    if first_month == last_month and int(first) >= int(last):
        return None
    start = dated(month_of(first_month), first, year)
    end = dated(month_of(last_month), last, year)
    if start is None or end is None:
        return None
    return Sense("DATE", start.value, end_value=end.value, ask=start.ask)


def month_range(m: Match) -> Sense | None:
    year, year2 = year_of(m.groupdict().get("y")), year_of(m["y2"])
    start = f"{year or year2 or 'XXXX'}-{month_of(m['mon'])}"
    end = f"{year2 or 'XXXX'}-{month_of(m['mon2'])}"
    if year is None and year2 and start > end:
        start = f"{int(year2) - 1}-{month_of(m['mon'])}"
    return Sense("DATE", start, end_value=end, ask="X" in end)


def year_range(m: Match) -> Sense | None:
    first, last = m["y"], m["y2"]
    if len(last) == 2:
        last = first[:2] + last
    if not int(first) < int(last) <= int(first) + 150:
        return None
    return Sense("DATE", first, end_value=last)


def weekday_range(m: Match) -> Sense | None:
    return Sense(
        "DATE", f"XXXX-WXX-{weekday_of(m['a'])}", end_value=f"XXXX-WXX-{weekday_of(m['b'])}", ask=True
    )


def month_only(m: Match) -> Sense | None:
    groups = m.groupdict()
    if m["y"]:
        return Sense("DATE", f"{year_of(m['y'])}-{month_of(m['mon'])}", mod=edge_of(groups.get("edge")))
    way = {"last": "P-1Y", "next": "P1Y", "this": None}
    if groups.get("rel"):
        return Sense("DATE", f"XXXX-{month_of(m['mon'])}", direction="same", offset=way[groups["rel"].split()[0]],
                     mod=edge_of(groups.get("edge")))  # fmt: skip
    return Sense("DATE", f"XXXX-{month_of(m['mon'])}", ask=True, mod=edge_of(groups.get("edge")))


def ordinal_day(m: Match) -> Sense | None:
    return Sense("DATE", f"XXXX-XX-{day_number(m['d'])}", ask=True)


def weekday_number(m: Match) -> Sense | None:
    """ "Tuesday the 11th", "Friday 31st": the month is left to the document."""
    return Sense("DATE", f"XXXX-XX-{day_number(m['d'])}", ask=True)


def year_in_words(text: str) -> str | None:
    """ "1996" from "nineteen ninety-six", "2010" from "two thousand and ten"."""
    text = re.sub(r"[-\s]+", " ", text)
    if text.startswith("two thousand"):
        rest = numeral(text.removeprefix("two thousand").removeprefix(" and").strip() or "zero")
        return f"{2000 + int(rest or 0)}"
    century = {"eighteen": 18, "nineteen": 19, "twenty": 20}[text.split()[0]]
    rest = numeral(text.partition(" ")[2])
    return f"{century}{int(rest):02d}" if rest is not None and 10 <= rest < 100 else None


def spelled_year(m: Match) -> Sense | None:
    """ "nineteen ninety-six", "two thousand and ten", "the year two thousand"."""
    year = year_in_words(m["words"] or m["round"])
    return Sense("DATE", year) if year else None


def spoken_date(m: Match) -> Sense | None:
    """ "January twenty-five, nineteen eighty-six", as broadcasts write it."""
    number = ordinal(m["d"]) or numeral(re.sub(r"(?:st|nd|rd|th)$", "", m["d"]))
    year = year_in_words(m["words"]) if m["words"] else None
    return dated(month_of(m["mon"]), f"{int(number):02d}", year) if number else None


def month_spelled_year(m: Match) -> Sense | None:
    """ "January nineteen ninety-seven"."""
    year = year_in_words(m["words"])
    return Sense("DATE", f"{year}-{month_of(m['mon'])}") if year else None


def year_only(m: Match) -> Sense | None:
    return Sense("DATE", m["y"])


def weekday(m: Match) -> Sense | None:
    groups = m.groupdict()
    time = ""
    if groups.get("clock"):
        time = clock_of(groups["clock"]) or ""
    elif groups.get("part"):
        time = part_of(groups["part"])
    elif groups.get("part0"):
        time = part_of(groups["part0"])
    value = f"XXXX-WXX-{weekday_of(m['wd'])}{time}"
    if (groups.get("part") or "").endswith("s"):
        return Sense("SET", value)
    kind: TimexType = "TIME" if time else "DATE"
    mod = edge_of(groups.get("edge"))
    week = groups.get("week")
    if week:
        return Sense(
            kind,
            value,
            mod=mod,
            direction="same",
            offset={"last": "P-1W", "next": "P1W"}.get(week.split()[0]),
        )
    which = (groups.get("which") or "").strip()
    if which in ("the previous", "the preceding"):
        return Sense(kind, value, mod=mod, direction="past", offset="P-1D", anchor=True)
    if which in ("last", "the last", "previous", "preceding"):
        return Sense(kind, value, mod=mod, direction="same", offset="P-1W")
    if which in ("next", "the next", "following"):
        return Sense(kind, value, mod=mod, direction="same", offset="P1W")
    if which in ("the following", "the coming"):
        return Sense(kind, value, mod=mod, direction="future", offset="P1D")
    if which in ("this past", "the past", "past"):
        return Sense(kind, value, mod=mod, direction="past")
    if which in ("this coming", "coming", "upcoming", "this upcoming"):
        return Sense(kind, value, mod=mod, direction="future", offset="P1D")
    return Sense(kind, value, mod=mod, ask=True)


DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "the day before yesterday": -2,
         "the day after tomorrow": 2, "last night": -1, "day before yesterday": -2, "day after tomorrow": 2}  # fmt: skip


def relative_day(m: Match) -> Sense | None:
    groups = m.groupdict()
    day = re.sub(r"\s+", " ", m["day"])
    time = ""
    if groups.get("clock"):
        time = clock_of(groups["clock"]) or ""
    elif groups.get("part"):
        time = part_of(groups["part"])
    elif "night" in day:
        time = "TNI"
    shifted = DAYS[day]
    return Sense("TIME" if time else "DATE", f"XXXX-XX-XX{time}", direction="same",
                 offset=f"P{shifted}D" if shifted else None, mod=edge_of(groups.get("edge")))  # fmt: skip


def this_part(m: Match) -> Sense | None:
    return Sense(
        "TIME", f"XXXX-XX-XX{part_of(m['part'])}", direction="same", mod=edge_of(m.groupdict().get("edge"))
    )


def that_part(m: Match) -> Sense | None:
    return Sense("TIME", f"XXXX-XX-XX{part_of(m['part'])}", direction="same", anchor=True)


def next_part(m: Match) -> Sense | None:
    """ "The next morning", "the previous night": by the day named last."""
    step = -1 if m["way"] == "previous" else 1
    return Sense("TIME", f"XXXX-XX-XX{part_of(m['part'])}", direction="same", offset=f"P{step}D", anchor=True)


def clock_only(m: Match) -> Sense | None:
    time = clock_of(m["clock"])
    return Sense("TIME", f"XXXX-XX-XX{time}", direction="same") if time else None


def spoken_clock(m: Match) -> Sense | None:
    """ "4 in the morning", "seven o'clock in the evening"."""
    hour = numeral(m["hour"])
    part = m["part"]
    if hour is None or not 1 <= hour <= 12:
        return None
    late = part in ("afternoon", "evening") or (part == "night" and hour > 5)
    return Sense(
        "TIME",
        f"XXXX-XX-XXT{int(hour) % 12 + (12 if late else 0):02d}:{m['minute'] or '00'}",
        direction="same",
    )


def plural_days(m: Match) -> Sense | None:
    time = part_of(m["part"]) if m["part"] else (clock_of(m["clock"]) or "") if m["clock"] else ""
    return Sense("SET", f"XXXX-WXX-{weekday_of(m['wd'])}{time}")


def week_of(m: Match, inner_of: Inner) -> Sense | None:
    """ "the week of Nov. 17": the week that day stands in, once its year is known."""
    inner = inner_of(m["day"])
    if inner is None or inner.value is None:
        return None
    return Sense("DATE", inner.value, ask=inner.ask, direction=inner.direction, offset=inner.offset)


def numbered_day(m: Match, inner_of: Inner) -> Sense | None:
    """ "the 15th day of next month", "the last day of June": that day of the month."""
    inner = (
        inner_of(m["period"])
        if not m["period"].startswith("the ")
        else Sense("DATE", "XXXX-XX", direction="same")
    )
    if (
        inner is None
        or inner.value is None
        or inner.type != "DATE"
        or not re.search(r"-(?:\d\d|XX)$", inner.value)
    ):
        return None
    number = day_number(m["d"])
    if re.fullmatch(r"\d{4}-\d\d", inner.value):
        return Sense("DATE", f"{inner.value}-{number}")
    if re.fullmatch(r"XXXX-\d\d", inner.value):
        return Sense(
            "DATE", f"{inner.value}-{number}", ask=inner.ask, direction=inner.direction, offset=inner.offset
        )
    return Sense("DATE", f"XXXX-XX-{number}", direction="same", offset=inner.offset)


def clock_day(m: Match, inner_of: Inner) -> Sense | None:
    """ "9 p.m. on Sunday", "8 a.m. Tuesday", "noon on Oct. 5, 2025", "10 a.m. yesterday"."""
    time = clock_of(m["clock"])
    inner = inner_of(m["day"])
    if time is None or inner is None or inner.value is None or "T" in inner.value:
        return None
    return with_time(inner, time)


def part_of_day(m: Match, inner_of: Inner) -> Sense | None:
    inner = inner_of(m["day"])
    if inner is None or inner.value is None or "T" in inner.value:
        return None
    return with_time(inner, part_of(m["part"]))


def with_time(inner: Sense, time: str) -> Sense:
    return Sense("TIME", f"{inner.value}{time}", mod=inner.mod, direction=inner.direction, offset=inner.offset,
                 ask=inner.ask, anchor=inner.anchor)  # fmt: skip


def _halved(first: str, last: str, half: str | None) -> str:
    """The first of two clock times with the half of the day that the second names ("3-8pm", "10 to 2 p.m.")."""
    if half is None or re.search(r"[ap]\.?m|noon|midnight", first):
        return first
    hours = [int(re.match(r"\d+", one.strip())[0]) % 12 for one in (first, last)]  # type: ignore[index]
    if hours[0] > hours[1]:
        half = "am" if half.startswith("p") else "pm"
    return f"{first} {half}" if int(re.match(r"\d+", first)[0]) <= 12 else first  # type: ignore[index]


def part_in(m: Match) -> Sense | None:
    """ "in the evening", "late in the afternoon": of the day named before, else of the document's."""
    return Sense(
        "TIME",
        f"XXXX-XX-XX{part_of(m['part'])}",
        direction="same",
        anchor=True,
        mod=edge_of(m.groupdict().get("edge")),
    )


def part_hours(m: Match, inner_of: Inner) -> Sense | None:
    """ "at 8 last night", "between 5 and 7 in the evening", "tomorrow evening at five-thirty"."""
    words = m["day"].split()
    part = words[-1]
    inner = (
        inner_of(m["day"])
        if words[0] not in ("in", "at") and (len(words) > 1 or part == "tonight")
        else Sense("DATE", "XXXX-XX-XX", direction="same")
    )
    first, last = hour_of(m["a"], part), hour_of(m["b"], part) if m.groupdict().get("b") else None
    if inner is None or inner.value is None or first is None:
        return None
    day = inner.value.split("T")[0]
    return Sense(
        "TIME",
        day + first,
        end_value=day + last if last else None,
        direction=inner.direction,
        offset=inner.offset,
        ask=inner.ask,
    )


def past_hour(m: Match) -> Sense | None:
    """ "half past seven", "ten past nine in the evening", "a quarter to five"."""
    part = m["part"].split()[-1] if m["part"] else None
    hour = hour_of(m["hour"], part)
    word = m["min"]
    count = 30 if word == "half" else 15 if "quarter" in word else numeral(word)
    if hour is None or count is None or not 0 < count < 60:
        return None
    total = int(hour[1:3]) * 60 + (int(count) if m["side"] in ("past", "after") else -int(count))
    return Sense("TIME", f"XXXX-XX-XXT{total // 60 % 24:02d}:{total % 60:02d}", direction="same")


def clock_range(m: Match, inner_of: Inner) -> Sense | None:
    """ "9 a.m. to 5 p.m.", "3-8pm", with or without a day."""
    last = clock_of(m["b"])
    half = re.search(r"[ap]\.?m", m["b"])
    first = clock_of(_halved(m["a"], m["b"], half.group() if half else None))
    if first is None or last is None:
        return None
    day = inner_of(m["day"]) if m["day"] else Sense("DATE", "XXXX-XX-XX", direction="same")
    if day is None or day.value is None or "T" in day.value:
        return None
    return Sense(
        "TIME",
        f"{day.value}{first}",
        end_value=f"{day.value}{last}",
        direction=day.direction,
        offset=day.offset,
        ask=day.ask,
    )
