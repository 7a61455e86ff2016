"""The rules for time expressions, in the order in which they are tried."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapporteur.languages.en import calendar as words
from rapporteur.model import TimexType
from rapporteur.read.numerals import numeral, ordinal
from rapporteur.read.timex_grammar import Rule, Sense, rule, scanner
from rapporteur.read.timex_values import shift_value

Match = re.Match[str]


# --- parts of values ------------------------------------------------------------------------------


def _month(text: str) -> str:
    return f"{words.MONTHS[text.strip().rstrip('.')]:02d}"


def _weekday(text: str) -> int:
    return words.WEEKDAYS[text.strip().rstrip(".")]


def _number_of_day(text: str) -> str:
    value = ordinal(text) or int(re.sub(r"\D", "", text) or 0)
    return f"{value:02d}"


def _year(text: str | None) -> str | None:
    if text is None:
        return None
    if len(text) == 4:
        return text
    short = int(text[-2:])
    return f"{1900 + short if short > 40 else 2000 + short}"


def _clock(text: str) -> str | None:
    """ "T21:25" from "9:25 pm ET"; the zone is left to the document's own stamps."""
    text = text.strip()
    if text.startswith("noon"):
        return "T12:00"
    if text.startswith("midnight"):
        return "T24:00"
    found = re.match(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?\s*(a\.?m|p\.?m)?|", text)
    if found is None or found.group(1) is None:
        return None
    if military := re.match(r"([012]\d)([0-5]\d)\s", text):
        return f"T{military.group(1)}:{military.group(2)}"
    hour, minute = int(found.group(1)), found.group(2) or "00"
    if found.group(4):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found.group(4)[0] == "p" else 0)
    if hour > 24 or int(minute) > 59:
        return None
    return f"T{hour:02d}:{minute}" + (f":{found.group(3)}" if found.group(3) else "")


def _part(text: str) -> str:
    code = words.DAYPARTS[re.sub(r"[-\s]+", "-", text.strip()).replace("mid-day", "midday")]
    return f"T{code}"


def _edge(text: str | None) -> str | None:
    if text is None:
        return None
    for word in re.findall(r"[a-z]+", text):
        if word in words.START:
            return "START"
        if word in words.MIDDLE:
            return "MID"
        if word in words.END:
            return "END"
    return None


def _way(text: str) -> tuple[str, int]:
    """Which way a determiner points ("past", "future", "same", "anchor", "the") and how far in units."""
    text = re.sub(r"^(the|that)\s+", "", text.strip()) if " " in text.strip() else text.strip()
    if text in ("last", "previous", "preceding", "prior"):
        return "past", -1
    if text in ("past", "this past"):
        return "past", -1
    if text in ("next", "coming", "following", "upcoming", "this coming"):
        return "future", 1
    if text in ("same", "that"):
        return "anchor", 0
    if text == "the":
        return "the", 0
    return "same", 0


_templates = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
              "Y": "XXXX", "DE": "XXX", "CE": "XX"}  # fmt: skip


def duration(count: float | None, unit: str) -> str:
    """A TIMEX3 duration of so many units ("P3D", "PT2H", "PXW")."""
    letter = words.UNITS[unit]
    if letter == "F":
        count, letter = (None if count is None else count * 2), "W"
    if letter in ("DE", "CE") and count is not None:
        count, letter = count * (10 if letter == "DE" else 100), "Y"
    number = "X" if count is None else f"{count:g}"
    return f"PT{number}{letter[1]}" if letter[0] == "T" else f"P{number}{letter}"


# --- days named in full or in part ------------------------------------------------------------------


def _date(month: str, day: str | None, year: str | None, time: str = "", direction: str | None = None) -> Sense | None:
    if day is not None and not 1 <= int(day) <= 31:
        return None
    value = f"{year or 'XXXX'}-{month}" + (f"-{day}" if day else "") + time
    if year is None:
        return Sense("TIME" if time else "DATE", value, ask=True)
    return Sense("TIME" if time else "DATE", value)


def _stamp(m: Match) -> Sense | None:
    y, mo, d = m["y"], int(m["mo"]), int(m["d"])
    if not (1 <= mo <= 12 and 1 <= d <= 31):
        return None
    time = f"T{m['h']}:{m['mi']}" if m["h"] else ""
    return Sense("TIME" if time else "DATE", f"{y}-{mo:02d}-{d:02d}{time}")


def _numeric(m: Match) -> Sense | None:
    """American order unless the first number cannot be a month; with dots the day comes first."""
    a, b, year = int(m["a"]), int(m["b"]), m["y"]
    month, day = (b, a) if a > 12 or (m["sep"] == "." and b <= 12) else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    full = year if len(year) == 4 else f"{1900 + int(year) if int(year) > 40 else 2000 + int(year)}"
    time = (_clock(m["clock"]) or "") if m["clock"] else ""
    return Sense("TIME" if time else "DATE", f"{full}-{month:02d}-{day:02d}{time}")


def _month_day(m: Match) -> Sense | None:
    groups = m.groupdict()
    year = _year(groups.get("y"))
    time = ""
    if groups.get("clock"):
        time = _clock(groups["clock"]) or ""
    elif groups.get("part"):
        time = _part(groups["part"])
    made = _date(_month(m["mon"]), _number_of_day(m["d"]), year, time)
    if made is not None and year is None and groups.get("rel"):
        offset = {"last": "P-1Y", "next": "P1Y"}.get(groups["rel"].split()[0])
        return Sense(made.type, made.value, direction="same", offset=offset)
    return made


def _day_range(m: Match) -> Sense | None:
    """ "24 to 26 October", "Oct. 24-26", "October 24 to November 2, 2025": one expression, two values."""
    year = _year(m["y"])
    first_month, last_month = m["mon"], m.groupdict().get("mon2") or m["mon"]
    first, last = _number_of_day(m["d"]), _number_of_day(m["d2"])
    if first_month == last_month and int(first) >= int(last):
        return None
    start = _date(_month(first_month), first, year)
    end = _date(_month(last_month), last, year)
    if start is None or end is None:
        return None
    return Sense("DATE", start.value, end_value=end.value, ask=start.ask)


def _month_range(m: Match) -> Sense | None:
    year, year2 = _year(m.groupdict().get("y")), _year(m["y2"])
    start = f"{year or year2 or 'XXXX'}-{_month(m['mon'])}"
    end = f"{year2 or 'XXXX'}-{_month(m['mon2'])}"
    if year is None and year2 and start > end:
        start = f"{int(year2) - 1}-{_month(m['mon'])}"
    return Sense("DATE", start, end_value=end, ask="X" in end)


def _year_range(m: Match) -> Sense | None:
    first, last = m["y"], m["y2"]
    if len(last) == 2:
        last = first[:2] + last
    if not int(first) < int(last) <= int(first) + 150:
        return None
    return Sense("DATE", first, end_value=last)


def _weekday_range(m: Match) -> Sense | None:
    return Sense("DATE", f"XXXX-WXX-{_weekday(m['a'])}", end_value=f"XXXX-WXX-{_weekday(m['b'])}", ask=True)


def _month_only(m: Match) -> Sense | None:
    groups = m.groupdict()
    if m["y"]:
        return Sense("DATE", f"{_year(m['y'])}-{_month(m['mon'])}", mod=_edge(groups.get("edge")))
    way = {"last": "P-1Y", "next": "P1Y", "this": None}
    if groups.get("rel"):
        return Sense("DATE", f"XXXX-{_month(m['mon'])}", direction="same", offset=way[groups["rel"].split()[0]],
                     mod=_edge(groups.get("edge")))  # fmt: skip
    return Sense("DATE", f"XXXX-{_month(m['mon'])}", ask=True, mod=_edge(groups.get("edge")))


def _season_only(m: Match) -> Sense | None:
    code = words.SEASONS[m["season"]]
    if m["y"]:
        return Sense("DATE", f"{_year(m['y'])}-{code}")
    if not m["the"] and not m.groupdict().get("rel"):
        return None  # "spring" and "fall" alone are rarely seasons
    way = {"last": "P-1Y", "next": "P1Y"}
    if m["rel"]:
        return Sense("DATE", f"XXXX-{code}", direction="same", offset=way.get(m["rel"].split()[0]))
    return Sense("DATE", f"XXXX-{code}", ask=True)


# --- weekdays and parts of the day --------------------------------------------------------------------


def _weekday_sense(m: Match) -> Sense | None:
    groups = m.groupdict()
    time = ""
    if groups.get("clock"):
        time = _clock(groups["clock"]) or ""
    elif groups.get("part"):
        time = _part(groups["part"])
    elif groups.get("part0"):
        time = _part(groups["part0"])
    value = f"XXXX-WXX-{_weekday(m['wd'])}{time}"
    if (groups.get("part") or "").endswith("s"):
        return Sense("SET", value)
    kind: TimexType = "TIME" if time else "DATE"
    mod = _edge(groups.get("edge"))
    week = groups.get("week")
    if week:
        return Sense(kind, value, mod=mod, direction="same", offset={"last": "P-1W", "next": "P1W"}.get(week.split()[0]))
    which = (groups.get("which") or "").strip()
    if which in ("last", "the previous", "the last", "the preceding", "previous", "preceding"):
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


_days = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "the day before yesterday": -2,
         "the day after tomorrow": 2, "last night": -1, "day before yesterday": -2, "day after tomorrow": 2}  # fmt: skip


def _relative_day(m: Match) -> Sense | None:
    groups = m.groupdict()
    day = re.sub(r"\s+", " ", m["day"])
    time = ""
    if groups.get("clock"):
        time = _clock(groups["clock"]) or ""
    elif groups.get("part"):
        time = _part(groups["part"])
    elif "night" in day:
        time = "TNI"
    shifted = _days[day]
    return Sense("TIME" if time else "DATE", f"XXXX-XX-XX{time}", direction="same",
                 offset=f"P{shifted}D" if shifted else None, mod=_edge(groups.get("edge")))  # fmt: skip


def _this_part(m: Match) -> Sense | None:
    return Sense("TIME", f"XXXX-XX-XX{_part(m['part'])}", direction="same", mod=_edge(m.groupdict().get("edge")))


def _that_part(m: Match) -> Sense | None:
    return Sense("TIME", f"XXXX-XX-XX{_part(m['part'])}", direction="same", anchor=True)


def _clock_day(m: Match) -> Sense | None:
    """ "9 p.m. on Sunday", "8 a.m. Tuesday", "noon on Oct. 5, 2025", "10 a.m. yesterday"."""
    time = _clock(m["clock"])
    inner = sense_of(m["day"])
    if time is None or inner is None or inner.value is None or "T" in inner.value:
        return None
    return _with_time(inner, time)


def _part_of_day(m: Match) -> Sense | None:
    inner = sense_of(m["day"])
    if inner is None or inner.value is None or "T" in inner.value:
        return None
    return _with_time(inner, _part(m["part"]))


def _with_time(inner: Sense, time: str) -> Sense:
    return Sense("TIME", f"{inner.value}{time}", mod=inner.mod, direction=inner.direction, offset=inner.offset,
                 ask=inner.ask, anchor=inner.anchor)  # fmt: skip


def _clock_only(m: Match) -> Sense | None:
    time = _clock(m["clock"])
    return Sense("TIME", f"XXXX-XX-XX{time}", direction="same") if time else None


# --- periods --------------------------------------------------------------------------------------------


def _period(m: Match) -> Sense | None:
    """ "last week", "this month", "the coming year", "the same day", "next spring", "the past decade"."""
    way, step = _way(m["way"])
    what = re.sub(r"\s+", " ", m["what"])
    if what in words.WEEKDAYS:
        return None
    if what in words.MONTHS:
        # "last November" is the one before the document, "next November" the one after it
        direction = {"past": "past", "future": "future"}.get(way)
        offset = {"past": "P-1M", "future": "P1M"}.get(way)
        if way in ("past", "future"):
            return Sense("DATE", f"XXXX-{_month(what)}", direction=direction, offset=offset)  # type: ignore[arg-type]
        return Sense("DATE", f"XXXX-{_month(what)}", direction="same") if way == "same" else None
    if what in words.SEASONS:
        code = words.SEASONS[what]
        if way in ("past", "future"):
            return Sense("DATE", f"XXXX-{code}", direction=way, offset="P-3M" if way == "past" else "P3M")  # type: ignore[arg-type]
        return Sense("DATE", f"XXXX-{code}", direction="same" if way == "same" else None, ask=way != "same")
    unit = "Y" if what in ("fiscal year", "financial year") else words.UNITS.get(what, "")
    if unit == "WE" and (way == "the" or m["way"].strip() in ("past", "the past", "this past")):
        return Sense("DATE", "XXXX-WXX-WE", ask=True)
    if unit not in _templates:
        return None
    raw = m["way"].strip()
    if way == "the":
        return None
    if raw == "the latest":
        if unit == "Q":
            return Sense("DATE", "XXXX-QX", direction="same", anchor=True)
        return Sense("DATE", _templates[unit], direction="same", offset=f"P-1{unit}") if unit == "Y" else None
    if raw in ("the past", "past", "the last", "the next", "the coming", "coming", "the preceding") and unit in ("D", "W", "M", "Q", "Y", "DE", "CE"):
        if raw not in ("the last", "the next") or unit in ("Y", "DE", "CE", "M", "Q", "W"):
            if unit == "Q":
                return Sense("DATE", "XXXX-QX", direction="same", offset=f"P{step}Q")
            return Sense("DURATION", duration(1, what if what in words.UNITS else "year"), direction="past" if step < 0 else "future")
    if raw in ("the following", "the previous", "the preceding", "the prior", "prior", "following", "the same", "that same", "that"):
        return Sense("DATE", _templates[unit], direction="same", offset=f"P{step}{unit}" if step else None, anchor=True)
    if unit == "D":
        if raw in ("the next",):
            return Sense("DATE", "XXXX-XX-XX", direction="same", offset="P1D", anchor=True)
        return None
    offset = f"P{step}{'W' if unit == 'WE' else unit}" if step else None
    return Sense("DATE", _templates[unit], direction="same", offset=offset)


def _of_period(m: Match) -> Sense | None:
    """ "earlier in the week", "later this year", "early next month", "the end of the year"."""
    inner_text = re.sub(r"\s+", " ", m["period"])
    edge = _edge(m["edge"])
    bare = re.fullmatch(r"(?:the|its|their) (day|week|weekend|month|quarter|year|decade|century)", inner_text)
    raw = m["edge"].split()[0]
    if bare:
        unit = words.UNITS[bare.group(1)]
        if raw == "earlier" and unit == "D":
            edge = "BEFORE"
        return Sense("DATE", _templates[unit], mod=edge, direction="same")
    inner = sense_of(inner_text)
    if inner is None or inner.type not in ("DATE", "TIME"):
        return None
    if raw in ("earlier", "later") and inner.value == "XXXX-XX-XX":
        edge = "BEFORE" if raw == "earlier" else "AFTER"
    return Sense(inner.type, inner.value, mod=edge, end_value=inner.end_value, direction=inner.direction,
                 offset=inner.offset, ask=inner.ask, anchor=inner.anchor)  # fmt: skip


def _year_only(m: Match) -> Sense | None:
    return Sense("DATE", m["y"])


def _fiscal(m: Match) -> Sense | None:
    year = m["y"]
    return Sense("DATE", _year(year) if len(year) != 2 else f"20{year}" if int(year) < 50 else f"19{year}")


def _decade(m: Match) -> Sense | None:
    text = re.sub(r"^the\s+", "", m[0].strip())
    named = {"twenties": "192", "thirties": "193", "forties": "194", "fifties": "195", "sixties": "196",
             "seventies": "197", "eighties": "198", "nineties": "199"}  # fmt: skip
    if text in named:
        return Sense("DATE", named[text])
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return Sense("DATE", digits[:3])
    return Sense("DATE", ("20" if digits in ("00", "10", "20") else "19") + digits[0])


def _century(m: Match) -> Sense | None:
    number = ordinal(re.sub(r"\s+", "-", m["nth"]))
    return Sense("DATE", f"{number - 1:02d}") if number and 1 < number < 23 else None


_nths = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}


def _quarter(m: Match) -> Sense | None:
    groups = m.groupdict()
    half = m["kind"] == "half"
    number = _nths.get(m["nth"] or "") or 0
    if half and number > 2:
        number = 2
    code = f"{'H' if half else 'Q'}{number}"
    if groups.get("y"):
        return Sense("DATE", f"{_year(groups['y'])}-{code}")
    if groups.get("rel"):
        offset = {"last": "P-1Y", "next": "P1Y"}.get(groups["rel"].split()[0])
        return Sense("DATE", f"XXXX-{code}", direction="same", offset=offset)
    return Sense("DATE", f"XXXX-{code}", ask=True)


def _short_quarter(m: Match) -> Sense | None:
    year = _year(m["y"] or m["y2"])
    return Sense("DATE", f"{year or 'XXXX'}-{m['code'].upper()}", ask=year is None)


def _holiday(m: Match) -> Sense | None:
    name = re.sub(r"\s+", " ", m["name"]).replace("’", "'")
    if m["y"]:
        from rapporteur.read.timex_values import holiday

        there = holiday(name, int(m["y"]))
        return Sense("DATE", there.isoformat()) if there else None
    return Sense("DATE", None, ask=True, holiday=name)


# --- lengths of time ------------------------------------------------------------------------------------

_vague_counts = {"a couple of": 2, "a couple": 2, "a dozen": 12, "half a": 0.5, "half an": 0.5, "half": 0.5,
                 "a": 1, "an": 1}  # fmt: skip


def _count(text: str | None) -> tuple[float | None, str | None]:
    """The count before a unit (None: vague) and the mod it brings."""
    if text is None:
        return None, None
    text = re.sub(r"[-\s]+", " ", text.strip())
    if text in _vague_counts:
        return _vague_counts[text], "APPROX" if "couple" in text else None
    if found := re.match(r"(.+?) and a half$", text):
        whole = numeral(found.group(1))
        return (None if whole is None else whole + 0.5), None
    if (least := re.match(r"([\w.,]+?)\s*(?:to|or|[-–])\s*[\w.,]+$", text)) and numeral(text) is None:
        return numeral(least.group(1)), None
    return numeral(text), None


def _length(m: Match) -> tuple[str, str | None, str] | None:
    """Value, mod and unit of a length of time in groups num/unit (num2 of a range, half of "and a half")."""
    groups = m.groupdict()
    count, mod = _count(groups.get("num"))
    if groups.get("num2"):
        count = numeral(groups["num2"]) if count is None else count
    if groups.get("half") and count is not None:
        count += 0.5
    unit = m["unit"]
    if count is not None and words.UNITS[unit] == "Y" and groups.get("num") and count > 999:
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
            joined = one + (two[2:] if "T" in one else two[1:]) if "T" not in two or "T" in one else f"{one}{two[1:]}"
            return joined, mod, unit
    if bound := groups.get("bound"):
        mod = words.BOUNDS.get(re.sub(r"\s+", " ", bound.strip()), mod) or mod
    return duration(count, unit), mod, unit


def _duration(m: Match) -> Sense | None:
    made = _length(m)
    return Sense("DURATION", made[0], mod=made[1]) if made else None


def _window(m: Match) -> Sense | None:
    """ "the past two weeks", "the next few months", "recent days"; "the coming days" are the future."""
    made = _length(m)
    if made is None:
        return None
    way = m["way"].split()[-1]
    if made[0] == "PXD" and way in ("coming", "ahead"):
        return Sense("DATE", "FUTURE_REF", direction="future")
    if way in ("past", "last", "recent", "previous", "preceding"):
        return Sense("DURATION", made[0], mod=made[1], direction="past")
    if way in ("next", "coming", "upcoming", "following", "ahead", "come"):
        return Sense("DURATION", made[0], mod=made[1], direction="future")
    return Sense("DURATION", made[0], mod=made[1])


def _shifted(sign: int, anchored: bool) -> Callable[[Match], Sense | None]:
    def made(m: Match) -> Sense | None:
        length = _length(m)
        if length is None:
            return None
        value, mod, unit = length
        letter = words.UNITS[unit]
        number = re.sub(r"[^\d.X]", "", value)
        if letter[0] == "T":
            return Sense("DATE" if sign < 0 and number == "X" else "TIME", "PAST_REF" if sign < 0 and not anchored else None, mod=mod) if number == "X" else Sense("DURATION", value, mod=mod)
        if number == "X" or "." in number:
            if anchored:
                return Sense("DURATION", value, mod=mod)
            return Sense("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod=mod)
        shown = {"F": "W", "DE": "Y", "CE": "Y"}.get(letter, letter)
        template = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}[shown]
        step = "W" if shown == "WE" else shown
        return Sense("DATE", template, mod=mod, direction="same", offset=f"P{'-' if sign < 0 else ''}{number}{step}", anchor=anchored)  # fmt: skip

    return made


# --- sets and references ----------------------------------------------------------------------------------


def _frequency(m: Match) -> Sense | None:
    bound = m["bound"]
    mod = words.BOUNDS.get(re.sub(r"\s+", " ", bound.strip())) if bound else None
    if bound and bound.strip() in ("almost", "nearly"):
        mod = "APPROX"
    return Sense("SET", words.FREQUENCIES[m["freq"]], mod=mod)


def _every(m: Match) -> Sense | None:
    what = re.sub(r"\s+", " ", m["what"])
    bound = (m["bound"] or "").strip()
    mod = "APPROX" if bound in ("almost", "nearly", "virtually") else None
    if what.rstrip("s") in words.WEEKDAYS or what in words.WEEKDAYS:
        return Sense("SET", f"XXXX-WXX-{_weekday(what.rstrip('s'))}", mod=mod)
    if what in words.MONTHS:
        return Sense("SET", f"XXXX-{_month(what)}", mod=mod)
    if what in words.SEASONS:
        return Sense("SET", f"XXXX-{words.SEASONS[what]}", mod=mod)
    if what in words.DAYPARTS:
        return Sense("SET", f"XXXX-XX-XX{_part(what)}", mod=mod)
    count, _ = _count(m["num"]) if m["num"] else (1.0, None)
    if (m["num"] or "").strip() == "other":
        count = 2.0
    value = duration(count, what)
    return Sense("SET", "P1WE" if value == "P1WE" else value, mod=mod)


def _rate(m: Match) -> Sense | None:
    return Sense("SET", duration(1, m["unit"]))


def _plural_days(m: Match) -> Sense | None:
    time = _part(m["part"]) if m["part"] else (_clock(m["clock"]) or "") if m["clock"] else ""
    return Sense("SET", f"XXXX-WXX-{_weekday(m['wd'])}{time}")


def _reference(value: str) -> Callable[[Match], Sense | None]:
    return lambda m: Sense("DATE", value)


def _spelled_year(m: Match) -> Sense | None:
    """ "nineteen ninety-six", "two thousand and ten"."""
    text = re.sub(r"[-\s]+", " ", m["words"])
    if text.startswith("two thousand"):
        rest = numeral(text.removeprefix("two thousand").removeprefix(" and").strip() or "zero")
        return Sense("DATE", f"{2000 + int(rest or 0)}")
    century = {"eighteen": 18, "nineteen": 19, "twenty": 20}[text.split()[0]]
    rest = numeral(text.partition(" ")[2])
    return Sense("DATE", f"{century}{int(rest):02d}") if rest is not None and 10 <= rest < 100 else None


def _year_end(m: Match) -> Sense | None:
    return Sense("DATE", f"{m['y'] or 'XXXX'}", mod="END", direction="same")


def _same_period(m: Match) -> Sense | None:
    """ "the quarter", "the year-ago period": the period named before, or that of the year before it."""
    back = "P-1Y" if m["ago"] and m["ago"].startswith("year") else None
    unit = {"quarter": "XXXX-QX", "period": "XXXX-QX", "year": "XXXX", "fiscal year": "XXXX", "month": "XXXX-XX"}[re.sub(r"\s+", " ", m["what"])]
    return Sense("DATE", unit, direction="same", offset=back, anchor=True)


def _short_time(m: Match) -> Sense | None:
    return Sense("DURATION", "PTXM")


def _period_word(m: Match) -> Sense | None:
    return Sense("DURATION", None, anchor=True)


def _week_of(m: Match) -> Sense | None:
    """ "the week of Nov. 17": the week that day stands in."""
    inner = sense_of(m["day"])
    if inner is None or inner.value is None:
        return None
    return Sense("DATE", inner.value, ask=inner.ask, mod=None)


def _shift_of(m: Match) -> Sense | None:
    """ "two days after the Nov. 5 vote" only where a day itself follows: "two weeks before May 13, 1999"."""
    length = _length(m)
    inner = sense_of(m["day"])
    if length is None or inner is None or inner.value is None or "X" in length[0]:
        return None
    sign = -1 if m["side"] in ("before", "prior to", "ahead of") else 1
    value = shift_value(inner.value, length[0], sign)
    if value is None:
        return None
    return Sense("DATE", value, ask=inner.ask, direction=inner.direction, offset=inner.offset)


def _weekday_number(m: Match) -> Sense | None:
    """ "Tuesday the 11th", "Friday 31st": the month is left to the document."""
    return Sense("DATE", f"XXXX-XX-{_number_of_day(m['d'])}", ask=True)


def _part_of_month(m: Match) -> Sense | None:
    """ "the last week of July", "the first days of 2026": the month or year, at its start or end."""
    inner = sense_of(re.sub(r"\s+", " ", m["period"]))
    if inner is None or inner.type != "DATE":
        return None
    edge = {"first": "START", "1st": "START", "opening": "START", "last": "END", "final": "END", "closing": "END"}.get(m["nth"], "MID")
    return Sense("DATE", inner.value, mod=edge, direction=inner.direction, offset=inner.offset, ask=inner.ask)


def _clock_range(m: Match) -> Sense | None:
    """ "9 a.m. to 5 p.m.", "3-8pm", with or without a day."""
    last = _clock(m["b"])
    half = re.search(r"[ap]\.?m", m["b"])
    first = _clock(m["a"] if re.search(r"[ap]\.?m|:", m["a"]) or not half else f"{m['a']} {half.group()}")
    if first is None or last is None:
        return None
    day = sense_of(m["day"]) if m["day"] else Sense("DATE", "XXXX-XX-XX", direction="same")
    if day is None or day.value is None or "T" in day.value:
        return None
    return Sense("TIME", f"{day.value}{first}", end_value=f"{day.value}{last}", direction=day.direction, offset=day.offset, ask=day.ask)


def _spoken_clock(m: Match) -> Sense | None:
    """ "4 in the morning", "seven o'clock in the evening"."""
    hour = numeral(m["hour"])
    part = m["part"]
    if hour is None or not 1 <= hour <= 12:
        return None
    late = part in ("afternoon", "evening") or (part == "night" and hour > 5)
    return Sense("TIME", f"XXXX-XX-XXT{int(hour) % 12 + (12 if late else 0):02d}:{m['minute'] or '00'}", direction="same")


def _day_month_cut(m: Match) -> Sense | None:
    """ "05-Aug-2016", "2019-Aug-1", "Oct/2"."""
    return _date(_month(m["mon"]), _number_of_day(m["d"]), _year(m["y"]))


def _ordinal_day(m: Match) -> Sense | None:
    return Sense("DATE", f"XXXX-XX-{_number_of_day(m['d'])}", ask=True)


def _shift_of_day(m: Match) -> Sense | None:
    """ "two days before yesterday", "three weeks from tomorrow", "a week from Friday"."""
    length = _length(m)
    if length is None or "X" in length[0]:
        return None
    sign = -1 if m["side"] == "before" else 1
    unit = words.UNITS[m["unit"]]
    count = {"D": 1, "W": 7, "F": 14}.get(unit)
    number = re.sub(r"\D", "", length[0])
    if count is None or not number:
        return None
    days = sign * int(number) * (count if unit != "F" else 7)
    inner = sense_of(m["day"])
    if inner is None or inner.value is None:
        return None
    if inner.value == "XXXX-XX-XX":
        days += int((inner.offset or "P0D")[1:-1])
        return Sense("DATE", "XXXX-XX-XX", direction="same", offset=f"P{days}D", mod=length[1])
    if inner.value.startswith("XXXX-WXX-") and days > 0 and unit != "D":
        return Sense("DATE", inner.value, direction="future", offset=f"P{days}D", mod=length[1])
    return None


# --- the rules, in order ------------------------------------------------------------------------------------

_at = r"(?:,?\s(?:at\s)?|,\s)"
_rel_year = r"(?P<rel>(?:this|last|next)\syear)"
_lasting = r"(?:the\s)?(?:past|last|next|coming|recent|previous|preceding|following|first|final|ensuing|intervening|upcoming|remaining|latest|same|closing|opening|prior)"
_counted = r"(?P<num>@NUM\sand\sa\shalf|@NUM(?:\s(?:or|to)\s@NUM|[-–]@NUM)?|@VAGUE)"

RULES: tuple[Rule, ...] = (
    rule("stamp", r"(?P<y>\d{4})-(?P<mo>\d\d)-(?P<d>\d\d)(?:[t ](?P<h>[012]\d):(?P<mi>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:z|\s?[+-]\d\d:?\d\d)?)?", _stamp),
    rule("iso-slash", r"(?P<y>(?:19|20)\d\d)/(?P<mo>\d{1,2})/(?P<d>\d{1,2})(?P<h>)(?P<mi>)", _stamp),
    rule("numeric", r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})[/.](?P<y>(?:19|20)?\d\d)(?![\d.,]\d)(?:,?\s(?:at\s)?(?P<clock>@CLOCK))?", _numeric),
    rule("day-month-cut", r"(?P<d>0?[1-9]|[12]\d|3[01])[-/](?P<mon>@MON)[-/](?P<y>@Y)", _day_month_cut),
    rule("year-month-day-cut", r"(?P<y>@Y)[-/](?P<mon>@MON)[-/](?P<d>0?[1-9]|[12]\d|3[01])", _day_month_cut),
    rule("month-day-cut", r"(?P<mon>@MON)[/](?P<d>0?[1-9]|[12]\d|3[01])(?P<y>)(?![-/\d])", lambda m: _date(_month(m["mon"]), _number_of_day(m["d"]), None)),
    rule("clock-range", r"(?P<a>@CLOCK|\d{1,2}(?:[:.]\d\d)?)(?:\s?[-–—]\s?|\s(?:to|until|till|and|through)\s)(?P<b>@CLOCK)(?:,?\s(?:on\s)?(?P<day>(?:@WD,?\s)?@MON\s@D(?:,?\s@Y)?|(?:@WD,?\s)?@D\s@MON(?:,?\s@Y)?|@LWD|yesterday|today|tomorrow))?", _clock_range),
    rule("day-range-month", r"(?P<d>@DORD|@D)(?:\s?[-–—]\s?|\s(?:to|through|until|till|and)\s(?:the\s)?)(?P<d2>@DORD|@D)\s(?:of\s)?(?P<mon>@MON)(?:,?\s(?P<y>@Y))?", _day_range),
    rule("day-month-range", r"(?P<d>@D)\s(?P<mon>@MON)(?:\s?[-–—]\s?|\s(?:to|through|until)\s)(?P<d2>@D)\s(?P<mon2>@MON)(?:,?\s(?P<y>@Y))?", _day_range),
    rule("month-day-range", r"(?P<mon>@MON)\s(?:the\s)?(?P<d>@DORD|@D)(?:\s?[-–—]\s?|\s(?:to|through|until|till)\s)(?:the\s)?(?:(?P<mon2>@MON)\s)?(?P<d2>@DORD|@D)(?:,?\s(?P<y>@Y))?", _day_range),
    rule("clock-day", r"(?P<clock>@CLOCK)(?:,|\son|\sof)?\s(?P<day>(?:@WD,?\s)?@MON\s@D(?:,?\s@Y)?|(?:@WD,?\s)?@D\s@MON(?:,?\s@Y)?|(?:(?:last|next|this)\s)?@LWD|yesterday|today|tomorrow)", _clock_day),
    rule("part-of-day", r"(?:the\s)?(?P<part>@PART)\s(?:of|on)\s(?P<day>(?:@WD,?\s)?@MON\s@D(?:,?\s@Y)?|(?:@WD,?\s)?@D\s@MON(?:,?\s@Y)?|@LWD)", _part_of_day),
    rule("month-day", rf"(?:(?P<wd>@WD),?\s)?(?P<mon>@MON)\s(?:the\s)?(?P<d>@DORD|@D)(?:\s?,?\s(?:of\s|in\s)?(?P<y>@Y)|\s(?:of\s)?{_rel_year})?(?:{_at}(?P<clock>@CLOCK)|\s(?:in\sthe\s)?(?P<part>@PART))?", _month_day),
    rule("day-month", rf"(?:(?P<wd>@WD),?\s)?(?:the\s)?(?P<d>@DORD|@D)\s(?:day\s)?(?:of\s)?(?P<mon>@MON)(?:,?\s(?:of\s|in\s)?(?P<y>@Y)|\s(?:of\s)?{_rel_year})?(?:{_at}(?P<clock>@CLOCK)|\s(?:in\sthe\s)?(?P<part>@PART))?", _month_day),
    rule("month-between", r"between\s(?P<x>(?P<mon>@MON)(?:\s(?P<y>@Y))?\sand\s(?P<mon2>@MON)(?:,?\s(?P<y2>@Y))?)(?!\s\d)", _month_range),
    rule("month-range", r"(?P<mon>@MON)(?:\s(?P<y>@Y))?(?:\s?[-–—]\s?|\s(?:to|through|until)\s)(?P<mon2>@MON)(?:,?\s(?P<y2>@Y))?", _month_range),
    rule("year-range", r"(?P<y>(?:1[6-9]|20)\d\d)(?:\s?[-–—/]\s?|\s(?:to|through|until)\s)(?P<y2>(?:1[6-9]|20)\d\d|\d\d)(?![\d-])(?!-\d|,\d)", _year_range),
    rule("weekday-range", r"(?P<a>@LWD)(?:\s?[-–—]\s?|\s(?:to|through|until)\s)(?P<b>@LWD)", _weekday_range),
    rule("week-of", r"the\sweek\s(?:of|beginning|ending|starting)\s(?P<day>@MON\s@D(?:,?\s@Y)?|@D\s@MON(?:,?\s@Y)?)", _week_of),
    rule("shift-of", rf"(?:(?P<bound>@BOUND)\s)?{_counted}\s(?P<unit>@UNIT)\s(?P<side>before|after|prior\sto|ahead\sof|following)\s(?:the\s)?(?P<day>@MON\s@D(?:,?\s@Y)?|@D\s@MON(?:,?\s@Y)?)", _shift_of),
    rule("shift-of-day", rf"(?:(?P<bound>@BOUND)\s)?{_counted}\s(?P<unit>@UNIT)\s(?P<side>before|after|from)\s(?P<day>yesterday|today|tomorrow|@LWD)", _shift_of_day),
    rule("part-of-month", r"(?:the\s)?(?P<nth>@NTH|opening|closing|second|third)\s(?:(?:@NUM|few|couple\sof)\s)?(?:days|weeks?|months)\s(?:of|in)\s(?P<period>@MON(?:,?\s@Y)?|@Y|(?:this|next|last)\s(?:month|year)|the\s(?:month|year))", _part_of_month),
    rule("weekday-number", r"(?P<wd>@WD),?\s(?:the\s)?(?P<d>@DORD)(?=\s*(?:[.,;)!?”\"]|$)|\s(?:at|to|in|for|and|on|by|with|from|when|after|before)\b|\s\d)", _weekday_number),
    rule("next-week-weekday", r"(?P<week>(?:last|next|this)\sweek)\s(?:on\s)?(?P<wd>@LWD)", _weekday_sense),
    rule("weekday-week", rf"(?:(?P<edge>early|late)\s(?:on\s)?)?(?P<wd>@LWD)(?:\s(?P<part>@PART))?(?:\sof)?\s(?P<week>(?:last|next|this)\sweek)", _weekday_sense),
    rule("plural-days", rf"(?P<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s(?:{_at}(?P<clock>@CLOCK)|\s(?P<part>@PART))?", _plural_days),
    rule("weekday", rf"(?:(?P<edge>(?:very\s)?early|(?:very\s)?late|earlier|later)\s(?:on\s)?)?(?:(?P<which>last|next|this\spast|this\scoming|this\supcoming|this|the\sprevious|the\spreceding|the\sfollowing|the\scoming|the\spast|the\slast|the\snext|past|coming|upcoming|previous|preceding|following)\s)?(?P<wd>@LWD)(?:{_at}(?P<clock>@CLOCK)|(?:\s(?:early|late|mid))?[-\s](?:in\sthe\s)?(?P<part>@PART))?(?!\sof\snext|\sof\slast)", _weekday_sense),
    rule("relative-day", rf"(?:(?P<edge>early|late|earlier|later)\s)?(?P<day>(?:the\s)?day\sbefore\syesterday|(?:the\s)?day\safter\stomorrow|yesterday|today|tonight|tomorrow|last\snight)(?:{_at}(?P<clock>@CLOCK)|\s(?P<part>@PART))?", _relative_day),
    rule("this-part", r"(?:(?P<edge>early|late|earlier|later)\s)?this\s(?P<part>@PART)", _this_part),
    rule("that-part", r"(?:that|the\ssame)\s(?P<part>morning|afternoon|evening|night)", _that_part),
    rule("of-period", r"(?:(?:at|by)\s)?(?P<x>(?P<edge>@EDGE)[-\s](?P<period>@MPERIOD))", _of_period),
    rule("years-quarter", rf"(?:(?:the\s)?(?P<y>@Y)\s|{_rel_year}['’]s\s)(?:fiscal\s)?(?P<nth>@NTH)[-\s](?P<kind>quarter|half)", _quarter),
    rule("quarter", rf"(?:(?:the|its|their)\s(?!\w+-))?(?:fiscal\s)?(?P<nth>(?!last\b|final\b)@NTH|(?:last|final)(?=\squarter\sof))(?:[-\s]fiscal)?[-\s](?P<kind>quarter)(?:(?:,|\sof|\sin)?\s(?:the\s)?(?:fiscal\s)?(?:(?P<y>@Y)|{_rel_year}))?", _quarter),
    rule("half", rf"(?:the\s)?(?P<nth>first|second|latter|last)[-\s](?P<kind>half)\s(?:of\s|in\s)?(?:fiscal\s)?(?:(?P<y>@Y)|{_rel_year})", _quarter),
    rule("short-quarter", r"(?:(?P<y>@Y)[-\s])?(?P<code>[qh][1-4])(?:(?:\sof)?[-\s](?P<y2>@YY))?", _short_quarter),
    rule("year-month", r"(?P<y>@Y)\s(?P<mon>@LMON)(?!\s\d)", _month_only),
    rule("month-year", rf"(?P<mon>@MON)(?:(?:,|\sof|\sin)?\s(?P<y>@Y)|\s(?:of\s)?{_rel_year})", _month_only),
    rule("holiday", r"(?P<name>@HOLIDAY)(?:,?\s(?P<y>@Y))?", _holiday),
    rule("ago", rf"(?:(?P<bound>@BOUND)\s)?{_counted}[-\s](?:(?P<half>and\sa\shalf)\s)?(?:(?:full|short|long|whole)\s)?(?P<unit>@UNIT)(?:\s(?:and\sa\shalf|or\s(?:more|so)))?\s(?:ago|back(?!\s(?:to|in)\b))", _shifted(-1, False)),
    rule("ago-bare", r"(?P<num>)(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)\sago", _shifted(-1, False)),
    rule("from-now", rf"(?:(?P<bound>@BOUND)\s)?{_counted}\s(?P<unit>@UNIT)\s(?:from\snow|from\stoday|hence)", _shifted(1, False)),
    rule("earlier", rf"(?:(?P<bound>@BOUND)\s)?{_counted}[-\s](?P<unit>@UNIT)[-\s](?:earlier|before(?=[.,;\s]*$)|previously)", _shifted(-1, True)),
    rule("later", rf"(?:(?P<bound>@BOUND)\s)?{_counted}\s(?P<unit>@UNIT)\s(?:later|afterwards?)", _shifted(1, True)),
    rule("window", rf"(?:(?P<bound>(?!over)@BOUND)\s)?(?P<way>{_lasting})\s(?:{_counted}[-\s](?:(?:full|whole|critical|crucial|calendar)\s)?)?(?P<unit>@UNIT)(?<=s)", _window),
    rule("ahead", rf"the\s(?P<unit>days|weeks|months|years)\s(?:and\s\w+\s)?(?P<way>ahead|to\scome)", _window),
    rule("period", r"(?P<way>@THIS)\s(?P<what>@MUNIT|@LMON|@SEASON|fiscal\syear)(?!-)", _period),
    rule("short-time", r"a\s(?:short|little|brief)\s(?:time|while)(?:\s(?:after|before|later|ago))?", _short_time),
    rule("decade", r"@DECADE", _decade),
    rule("century", rf"(?:the\s)?(?P<nth>(?:1?\d|2[01])(?:st|nd|rd|th)|twentieth|nineteenth|eighteenth|seventeenth|sixteenth|twenty-first)[-\s]century", _century),
    rule("fiscal", r"(?:the\s)?(?:fiscal(?:\syear)?|financial\syear|fy)[-\s]?['’]?(?P<y>@Y|\d\d)|the\s(?P<yy>@Y)\sfiscal\syear", lambda m: _fiscal(m) if m["y"] else Sense("DATE", m["yy"])),
    rule("same-period", r"(?:the\s)?(?:(?:comparable|corresponding|same)\s)?(?P<ago>year[-\s]ago|year[-\s]earlier|latest|comparable|full)\s(?:fiscal\s)?(?P<what>period|quarter|year|month)", _same_period),
    rule("the-quarter", r"(?P<ago>)the\s(?P<what>quarter|fiscal\syear)(?!-)", _same_period),
    rule("year-end", r"(?:the\s)?(?:year(?:['’]s)?[-\s]end|end\sof\s(?:the\s)?year)(?P<y>)", _year_end),
    rule("spelled-year", r"(?:the\syear\s)?(?P<words>(?:eighteen|nineteen|twenty)[-\s](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|two\sthousand(?:\s(?:and\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)))", _spelled_year),
    rule("part-alone", r"(?P<part>midday|overnight|mid[-\s]?afternoon|mid[-\s]?morning)", _this_part),
    rule("every", r"(?:(?P<bound>almost|nearly|virtually|about)\s)?(?:each\sand\severy|every|each)\s(?:single\s)?(?:(?P<num>@NUM|other|few|several|couple\sof)\s)?(?P<what>@UNIT|@LWD|@LMON|@SEASON|morning|afternoon|evening)", _every),
    rule("frequency", r"(?:(?P<bound>@BOUND)\s)?(?P<freq>@FREQ)", _frequency),
    rule("times-a", r"(?:once|twice|(?:@NUM|several|many|a\sfew)\stimes)\s(?:a|per|every|each)\s(?P<unit>@UNIT)", _rate),
    rule("the-so-many", r"the\s(?P<num>@NUM)\s(?P<unit>@UNIT)(?<=s)", _duration),
    rule("all-day", r"(?:all|the\s(?:whole|entire)|another|an\sentire|a\swhole)\s(?P<num>)(?P<unit>day|night|week|month|year|hour|weekend|decade|century)", lambda m: Sense("DURATION", duration(1, m["unit"]))),
    rule("window-turned", r"(?P<num>@NUM)\s(?P<way>past|previous|next|coming|upcoming|following)\s(?P<unit>@UNIT)(?<=s)", _window),
    rule("duration", rf"(?:(?P<bound>(?!over\s(?:a|several|many|some|the)\b)@BOUND)\s)?{_counted}[-\s](?:and\sa\shalf[-\s]|(?:full|whole|straight|consecutive|long|entire|solid|additional|more|extra|other|calendar|trading|working|business|successive|short)[-\s])?(?P<unit>@UNIT)(?P<half>\sand\sa\shalf)?(?:,?\s(?:and\s)?(?P<num3>@NUM)\s(?P<unit2>@UNIT))?(?:\sor\s(?:so|more|less|longer))?(?:[-\s]long\b)?(?![-\s]old\b)", _duration),
    rule("length-bare", r"(?P<num>)(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)(?:[-\s]long)?(?![-\s]old\b)", _duration),
    rule("plural-parts", r"(?P<part>mornings|afternoons|evenings|weekends)", lambda m: Sense("SET", "P1WE" if m["part"] == "weekends" else f"XXXX-XX-XX{_part(m['part'])}")),
    rule("rate", r"(?:a|per)\s(?P<unit>second|minute|hour|day|night|week|month|quarter|year)", _rate),
    rule("present", "|".join(sorted((w.replace(" ", r"\s") for w in words.PRESENT), key=len, reverse=True)), _reference("PRESENT_REF")),
    rule("future", "|".join(sorted((w.replace(" ", r"\s") for w in words.FUTURE), key=len, reverse=True)), _reference("FUTURE_REF")),
    rule("past", "|".join(sorted((w.replace(" ", r"\s") for w in words.PAST), key=len, reverse=True)), _reference("PAST_REF")),
    rule("season", rf"(?:(?P<the>the\s(?:\w+\s)?|this\s|last\s|next\s|in\s))?(?P<season>@SEASON)(?:\s(?:of\s)?(?:(?P<y>@Y)|{_rel_year}))?", _season_only),
    rule("month", r"(?P<mon>@MON)(?P<y>)(?!['’]s\b)", _month_only),
    rule("spoken-clock", r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?::(?P<minute>[0-5]\d))?(?:\so['’]clock)?\s(?:in\sthe|at)\s(?P<part>morning|afternoon|evening|night)", _spoken_clock),
    rule("ordinal-day", r"(?:on|by|until|since|before|after|of)\s(?P<x>the\s(?P<d>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)))(?=\s*(?:[.,;)”\"]|$|and\b|to\b|by\b|when\b|after\b|before\b|but\b|in\b|at\b))", _ordinal_day),
    rule("clock", r"(?P<clock>@CLOCK)", _clock_only),
    rule("year", r"(?P<y>(?:19|20)\d\d)(?![\d%]|[.,]\d|['’]?s\b|-\d)", _year_only),
)  # fmt: skip

SCANNER = scanner(RULES)


def sense_of(text: str) -> Sense | None:
    """What a phrase means when the whole of it is one time expression; None when it is not."""
    for made in RULES:
        found = made.pattern.fullmatch(text)
        if found is not None:
            sense = made.sense(found)
            if sense is not None:
                return sense
    return None
