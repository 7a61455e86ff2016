"""Which words can open a time expression, and which one of them must stand in it.

They only spare the scan its useless tries; `tests/read/test_times.py` keeps them true to the rules.
"""

from __future__ import annotations

import re

from rapporteur.languages.en import calendar as words
from rapporteur.languages.en.numbers import ONES, ORDINALS, TENS
from rapporteur.languages.words import words as listed


def _parts(*phrases: str) -> set[str]:
    return {part for phrase in phrases for part in re.findall(r"\w+", phrase)}


_decades = listed("twenties thirties forties fifties sixties seventies eighties nineties")
_numbers = {*ONES, *TENS, *ORDINALS}

CORES = frozenset(
    {
        *words.MONTHS,
        *words.WEEKDAYS,
        *(f"{day}s" for day in words.WEEKDAYS if day.endswith("day")),
        *words.UNITS,
        *_parts(*words.DAYPARTS),
        *words.SEASONS,
        *_parts(*words.FREQUENCIES),
        *_parts(*words.PRESENT, *words.PAST, *words.FUTURE),
        *_parts(*words.FIXED_HOLIDAYS, *words.NTH_HOLIDAYS, *words.EASTER_HOLIDAYS),
        *_decades,
        *listed(
            "yesterday today tonight tomorrow ago fiscal financial fy q1 q2 q3 q4 h1 h2 period half clock eighteen "
            "nineteen twenty thousand while time weekends semester am pm everyday workweek hourlong daylong weeklong "
            "monthlong yearlong decadelong midyear"
        ),
    }
    - listed("the a in at by for up to this these not day's s new good all of no")
)

OPENERS = frozenset(
    {
        *CORES,
        *_numbers,
        *_parts(*words.BOUNDS),
        *words.START,
        *words.MIDDLE,
        *words.END,
        *_parts(*words.PRESENT, *words.PAST, *words.FUTURE),
        *_parts(*words.FIXED_HOLIDAYS, *words.NTH_HOLIDAYS, *words.EASTER_HOLIDAYS),
        *listed(
            "the this that a an last next past coming previous preceding prior following same current upcoming "
            "present latest several many some few dozens hundreds thousands half every each once twice all another "
            "its their between per on by until since before after of at in very midway sometime recent first final "
            "ensuing intervening remaining closing opening virtually comparable corresponding full year early late "
            "mid middle turn number couple handful dozen week"
        ),
    }
)
