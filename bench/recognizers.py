"""Scores of the time decoder on the Recognizers-Text cases (Microsoft's own test suite, MIT).

usage: python -m bench.recognizers [--errors] [--show N]

A case is right when every expression it expects is found (overlapping) with the resolution it expects,
or one of them where it allows several. A case that expects nothing is right when no date, time or range
is found. Left out is what a news report cannot contain; `left_out` names each kind.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
import os
import re
import sys
import tarfile
from pathlib import Path
from typing import Any

from rapporteur.model import Document, Stated, Timex
from rapporteur.read.numerals import numeral
from rapporteur.read.quantities import find_quantities
from rapporteur.read.times import find_timexes
from rapporteur.read.timex_values import bounds, place, shift

_chat = re.compile(
    r"\b(?:\d+(?::\d\d)?(?:a|p|ampm|ish)|noonish|tmrw|otd|tonite|eod|eoy|eom|eow|tmr|b/w|asap|mins?|hrs?|sec|secs|[sc]y\d\d|\d+[ymdwh]|fy|sy|cy)\b"
)
_clock = re.compile(
    r"\b(?:am|pm|a\.m|p\.m|noon|midnight|o'clock|gmt|utc)\b|\d\s*[ap]\.?m|\d:\d\d|\d(?:am|pm|a|p)\b"
)
_hour = re.compile(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter)\b"
)
_typed = re.compile(
    r"\d~\d|\b\d{2,4} s\b|\b[a-z]{3,9}[-/]\d{1,4}\b(?:[-/]\d{4})?|\b[a-z]{3}\d{1,2}\b|\d{1,2}[-/]\d{1,2}(?:[-/]\d{4})?\s?-\s?\d{1,2}[-/]\d|"
    r"\d{1,2}[-/][a-z]{3}[-/]\d{4}|\d{1,2}-\d{4}-[a-z]|\bfrom \d{1,2}-\d{1,2} in\b|\b\d{4}-\d{4}\?|\d - 20\d\d\b|\b20\d\d ?- ?\d\d\b"
)
_daypart = re.compile(
    r"\b(?:morning|afternoon|evening|night|tonight|ago|later|hours?|minutes?|from now|now|before|after)\b"
)
_assistant = re.compile(
    r"\bcortana\b|\bremind me\b|\bskype\b|\bset (?:up|ooo|out)\b|\bmy calendar\b|\bschedule\b|\bbook(?:ing)?\b|\bcalendar\b"
)


def left_out(case: dict[str, Any]) -> str | None:
    """Why a case cannot stand in a news report; None where it can."""
    text = case["Input"].lower()
    if _assistant.search(text):
        return "said to a calendar assistant"
    for result in case["Results"]:
        kind = (result.get("TypeName") or "").split(".")[-1]
        words = result["Text"].lower()
        if re.search(r"lunch|dinner|breakfast|brunch", words):
            return "a mealtime as a time"
        if re.search(r"\b(?:minutes?|hours?|mins?|seconds?|half an hour)\b", words) and kind in (
            "datetime",
            "datetimerange",
        ):
            return "so many minutes from the moment of speaking"
        if re.search(r"\b\d{1,2}[/.]\d{1,2}\b(?![/.]?\d)", words) and not re.search(
            r"\d{1,2}[/.]\d{1,2}[/.]\d{2}", words
        ):
            return "figures alone, without a year (10/1, 7.6)"
        if re.search(r"\bweek \d", words):
            return "a week by its number"
        if re.fullmatch(
            r"\d{8}|\d{4} \d\d \d\d|\d{4}-\d{1,2}|\d{1,2}-\d{4}|[\d/.a-z-]*\d{4}[-/][\d]{2}[-/]?[a-z]*", words
        ) and not re.fullmatch(r"\d{4}-\d\d-\d\d", words):
            return "a date only a machine writes"
        if _typed.search(text):
            return "typing that no paper prints (2014~2018, Dec/2018, mar4)"
        timed = kind in ("time", "timerange", "datetime", "datetimerange")
        if timed and not _clock.search(words) and _hour.search(words) and not _daypart.search(words):
            return "a clock time without a.m. or p.m."
        if re.search(r"\b(?:few|several|couple|some)\b", words):
            return "a vague count they read as three"
        if _chat.search(words):
            return "chat abbreviations (EOD, 3Y, mins)"
        if re.fullmatch(r"[\d./\s-]+", words) and not re.search(r"\d{4}", words):
            return "figures alone, without a year (10/1, 7.6)"
        if kind == "timezone":
            return "a zone alone"
    return None


def _moments(timex: Timex, reference: dt.datetime) -> set[str]:
    """What an expression resolves to, written in the ways the cases write it."""
    out: set[str] = set()
    value = timex.value or ""
    if value == "PRESENT_REF":
        out.add(reference.strftime("%Y-%m-%d %H:%M:%S"))
    first = bounds(value)
    last = bounds(timex.end_value) if timex.end_value else first
    day, _, time = value.partition("T")
    if (
        timex.timex_type == "DURATION"
        and timex.direction
        and (length := re.fullmatch(r"P(\d+)([DWMYQ])", value))
    ):
        today = reference.date()
        there = shift(today, f"P{'-' if timex.direction == 'past' else ''}{length[1]}{length[2]}")
        low, high = sorted((today, there))
        one = dt.timedelta(days=1)
        out |= {f"{low}/{high}", f"{low + one}/{high + one}", f"{low}/{high + one}"}
        if length[2] == "Y" and int(length[1]) % 10 == 0 and "decade" in timex.span.exact:  # of whole decades
            decade = today.year // 10 * 10
            years = (
                (decade - int(length[1]), decade)
                if timex.direction == "past"
                else (decade + 10, decade + 10 + int(length[1]))
            )
            out.add(f"{years[0]}-01-01/{years[1]}-01-01")
        if length[2] == "W" and "fortnight" in timex.span.exact:  # from the next Monday on
            monday = today - dt.timedelta(days=today.weekday())
            out.add(
                f"{monday + 7 * one}/{monday + 21 * one}"
                if timex.direction == "future"
                else f"{monday - 14 * one}/{monday}"
            )
        if length[2] == "Q":  # a length in quarters is one of whole quarters
            quarters = [
                bounds(place("XXXX-QX", "same", f"P{n}Q", today))
                for n in ((-int(length[1]), -1) if timex.direction == "past" else (1, int(length[1])))
            ]
            out |= {f"{a[0]}/{b[1] + one}" for a, b in [quarters] if a and b}
        unit = {"W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX"}.get(length[2])
        if unit and length[1] == "1":
            whole = bounds(
                place(unit, "same", f"P{'-1' if timex.direction == 'past' else '1'}{length[2]}", today)
            )
            if whole:
                out.add(f"{whole[0]}/{whole[1] + one}")
    if re.fullmatch(r"P(?:[\d.]+[YMWD])+(?:T.*)?|PT.*", value):
        out.add(f"{_seconds(value):.0f}")
    if first is None or last is None:
        return out
    if time and timex.end_value and "T" in timex.end_value:
        a, b = (t.partition("T")[2] + ":00" for t in (value, timex.end_value))
        out |= {f"{a}/{b}", f"{first[0]} {a}/{last[1]} {b}"}
    if time and re.match(r"\d\d:\d\d", time):
        clock = (time + ":00")[:8] if len(time) == 5 else time
        stamp = f"{day} {clock}"
        out |= {stamp, clock}
        if clock == "24:00:00":
            out |= {"00:00:00", f"{first[0] + dt.timedelta(days=1)} 00:00:00", f"{first[0]} 00:00:00"}
    elif time:
        begins, stops = (
            {
                ("MO", "START"): ("08", "10"),
                ("MO", "END"): ("10", "12"),
                ("AF", "START"): ("12", "14"),
                ("AF", "END"): ("14", "16"),
                ("EV", "START"): ("16", "18"),
                ("EV", "END"): ("18", "20"),
            }.get((time, timex.mod or ""), ("", ""))
            if timex.mod
            else {
                "MO": ("08", "12"),
                "AF": ("12", "16"),
                "EV": ("16", "20"),
                "NI": ("20", "23:59:59"),
                "MI": ("11", "13"),
                "DT": ("08", "18"),
            }.get(time, ("", ""))
        )
        ends = f"{begins}:00:00", stops if ":" in stops else f"{stops}:00:00"
        out |= {f"{ends[0]}/{ends[1]}", f"{day} {ends[0]}/{day} {ends[1]}"}
    else:
        after = last[1] + dt.timedelta(days=1)
        out |= {f"{first[0]}/{after}", f"{first[0]}/{last[1]}", f"{first[0]}/{last[0]}"}
        if first[0] == last[1] and timex.mod == "END":
            out.add(f"{first[0]} 23:59:59")
        if first[0] == last[1]:
            out |= {str(first[0]), f"{first[0]} {reference:%H:%M:%S}"}
        out |= {f"{first[0]}", f"{after}", f">{first[0]}", f"<{first[0]}", f">{after}"}
        if timex.mod in ("START", "MID", "END", "BEFORE", "AFTER"):
            out.add(f"{timex.mod}:{first[0]}/{after}")
    return out


def _coarser(timex: Timex, wanted: str) -> bool:
    """Whether a day counted in months or years ("two months ago") lies in the month or year that TIMEX3 gives."""
    ours = bounds(timex.value)
    if (
        timex.rule not in ("ago", "from-now", "duration", "later", "earlier")
        or ours is None
        or not re.fullmatch(r"\d{4}-\d\d-\d\d", wanted)
    ):
        return False
    return ours[0] <= dt.date.fromisoformat(wanted) <= ours[1]


def _edge_of(timex: Timex, wanted: str) -> bool:
    """Whether a range is the part of our period that our mod names ("late July" is END of July)."""
    found, ours = re.fullmatch(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", wanted), bounds(timex.value)
    if found is None or ours is None or timex.mod not in ("START", "MID", "END"):
        return False
    low, high = dt.date.fromisoformat(found[1]), dt.date.fromisoformat(found[2])
    inside = ours[0] <= low < high <= ours[1] + dt.timedelta(days=1)
    if timex.timex_type == "SET":
        return False
    return (
        inside
        and {"START": low == ours[0], "END": high == ours[1] + dt.timedelta(days=1), "MID": low > ours[0]}[
            timex.mod
        ]
    )


_alike = {
    "XXXX-XX-XXTMO": "TMO",
    "XXXX-XX-XXTEV": "TEV",
    "XXXX-XX-XXTAF": "TAF",
    "XXXX-XX-XXTNI": "TNI",
    "P1Q": "P3M",
    "XXXX-WXX-WE": "P1WE",
    "P2Q": "P6M",
}


def _seconds(value: str) -> float:
    units = {"Y": 31536000, "M": 2592000, "W": 604800, "D": 86400, "H": 3600, "S": 1}
    date, _, time = value[1:].partition("T")
    total = sum(float(n) * units[u] for n, u in re.findall(r"([\d.]+)([YMWD])", date))
    return total + sum(
        float(n) * {"H": 3600, "M": 60, "S": 1}[u] for n, u in re.findall(r"([\d.]+)([HMS])", time)
    )


def _wanted(result: dict[str, Any]) -> set[str]:
    out: set[str] = set()
    for value in (result.get("Resolution") or {}).get("values", []):
        if value.get("type") == "set":
            out.add("set:" + _alike.get(value["timex"], value["timex"]))
        if (
            "Mod" in value
            and value["Mod"] in ("start", "mid", "end")
            and re.match(r"\d{4}-", value.get("start", ""))
            and "end" in value
        ):
            low, high = dt.date.fromisoformat(value["start"][:10]), dt.date.fromisoformat(value["end"][:10])
            whole = bounds(value["timex"]) or (low, high)
            out.add(f"{value['Mod'].upper()}:{whole[0]}/{whole[1] + dt.timedelta(days=1)}")
        if "start" in value and "end" in value:
            out.add(f"{value['start']}/{value['end']}")
        elif "start" in value:
            out |= {f">{value['start']}", value["start"]}
        elif "end" in value:
            out |= {f"<{value['end']}", value["end"]}
        elif value.get("value") not in (None, "not resolved"):
            out.add(value["value"])
    return out


def right(case: dict[str, Any]) -> tuple[bool, list[str]]:
    """Whether a case is right, and what was found instead where it is not."""
    reference = dt.datetime.fromisoformat(
        (case.get("Context") or {}).get("ReferenceDateTime", "2016-11-07T00:00:00")[:19]
    )
    text = case["Input"]
    document = Document(
        report="case",
        text=text,
        language="en",
        blocks=(),
        published=Stated(value=reference.date().isoformat(), basis="given"),
    )
    found = find_timexes(document, ())
    wrong: list[str] = []
    for result in case["Results"]:
        start = result.get("Start", text.lower().find(result["Text"].lower()))
        end = result.get("End", start + len(result["Text"]) - 1) + 1
        wanted = _wanted(result)
        mine = [t for t in found if t.span.start < end and start < t.span.end]
        got: set[str] = set()
        for timex in mine:
            name = _alike.get(timex.value or "", timex.value or "")
            got |= (
                {"set:" + name, "set:" + re.sub(r"^XXXX-XX-XX(?=T)", "", name).removesuffix(":00")}
                if timex.timex_type == "SET"
                else _moments(timex, reference)
            )
            got.add("set:" + (timex.value or "")) if timex.timex_type == "TIME" else None
        if not wanted and mine:
            continue
        if not got & wanted and not any(_edge_of(t, w) or _coarser(t, w) for t in mine for w in wanted):
            wrong.append(
                f"{result['Text']!r} wanted {sorted(wanted)[:2]} got {[(t.span.exact, t.value, t.end_value, t.mod) for t in mine]}"
            )
    if not case["Results"]:
        wrong = [
            f"nothing wanted, got {t.span.exact!r} {t.value}"
            for t in found
            if t.value and not t.value.endswith("REF")
        ]
    return not wrong, wrong


_unit_files = (
    "NumberWithUnit/English/CurrencyModel",
    "Number/English/PercentModel",
    "NumberWithUnit/English/DimensionModel",
)


def quantity_right(case: dict[str, Any]) -> bool:
    """Whether every amount a case expects is found with its value."""
    text = case["Input"]
    document = Document(report="case", text=text, language="en", blocks=())
    found = find_quantities(document, (), (), ())
    for result in case["Results"]:
        printed = str((result.get("Resolution") or {}).get("value") or "").rstrip("%").replace(",", "")
        start = result.get("Start", text.lower().find(result["Text"].lower()))
        end = start + len(result["Text"])
        mine = [q for q in found if q.span.start < end and start < q.span.end]
        try:
            wanted = float(printed)
        except ValueError:
            return False
        if not any(abs(q.value - wanted) <= 1e-6 * max(1.0, abs(wanted)) for q in mine):
            return False
    return True


def amounts(archive: Path) -> None:
    """Prints the share of money, percent and measure cases whose values are right, and of numerals."""
    with tarfile.open(archive) as opened:
        names = {
            n.split("Specs/")[-1].removesuffix(".json"): n for n in opened.getnames() if n.endswith(".json")
        }
        for part in (*_unit_files, "Number/English/NumberModel"):
            handle = opened.extractfile(names[part])
            assert handle is not None
            cases = [c for c in json.loads(handle.read().decode("utf-8-sig")) if c["Results"]]
            if part.endswith("NumberModel"):
                results = [r for c in cases for r in c["Results"] if (r.get("Resolution") or {}).get("value")]
                ok = sum(_same(numeral(r["Text"]), r["Resolution"]["value"]) for r in results)
                print(f"{'numerals':20}{ok:5} of {len(results):4}  {100 * ok / len(results):5.1f} %")
            else:
                ok = sum(quantity_right(c) for c in cases)
                print(f"{part.split('/')[-1]:20}{ok:5} of {len(cases):4}  {100 * ok / len(cases):5.1f} %")


def _same(mine: float | None, wanted: str) -> bool:
    try:
        return mine is not None and abs(mine - float(wanted)) <= 1e-6 * max(1.0, abs(float(wanted)))
    except ValueError:
        return False


def main() -> None:
    """Prints the share of right cases, by the type of their first expression."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--corpora", type=Path, default=Path(os.environ.get("RAPPORTEUR_SHARED", "../shared")) / "corpora"
    )
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    archive = asked.corpora / "recognizers.tar.gz"
    if not archive.exists():
        sys.exit(f"The cases are not at {archive}; nothing measured.")
    with tarfile.open(archive) as opened:
        name = next(n for n in opened.getnames() if n.endswith("Specs/DateTime/English/DateTimeModel.json"))
        handle = opened.extractfile(name)
        assert handle is not None
        cases = json.loads(handle.read().decode("utf-8-sig"))
    reasons: collections.Counter[str] = collections.Counter()
    tally: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    shown: list[str] = []
    for case in cases:
        why = left_out(case)
        if why:
            reasons[why] += 1
            continue
        ok, wrong = right(case)
        kind = (
            (case["Results"][0].get("TypeName") or "other").split(".")[-1]
            if case["Results"]
            else "nothing expected"
        )
        for key in (kind, "all"):
            tally[key][0] += ok
            tally[key][1] += 1
        if not ok:
            shown.append(f"{kind:14} {case['Input'][:110]!r} :: {'; '.join(wrong)[:260]}")
    print(
        f"{len(cases)} cases; left out {sum(reasons.values())}: "
        + ", ".join(f"{n} {why}" for why, n in reasons.most_common())
    )
    for kind, (good, n) in sorted(tally.items(), key=lambda item: -item[1][1]):
        print(f"{kind:20}{good:5} of {n:4}  {100 * good / n:5.1f} %")
    amounts(archive)
    if asked.errors:
        print("\n".join(shown))


if __name__ == "__main__":
    main()
