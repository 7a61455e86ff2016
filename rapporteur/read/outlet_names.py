"""Which publisher a capitalised run names: by its place in the sentence, by its last word, or by standard knowledge.

No list can know every newspaper. What was "first reported by" somebody, printed in an interview with somebody or
called a newspaper here is an outlet in this report, and then also where a weaker word stands beside it
("told", "according to").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from rapporteur.clean.outlets import bundled
from rapporteur.languages.en.names import (
    GOVERNMENT_SEATS,
    GROUP_WORDS,
    NOT_NAMES,
    NOT_OUTLETS,
    ORGANISATION_HEADS,
    ORGANISATIONS,
    OUTLET_HEADS,
    OUTLET_NOUNS,
    OUTLETS,
    PLACE_HEADS,
    PLACES,
    PLATFORMS,
)
from rapporteur.languages.en.roles import HONORIFICS, SHORT_TITLES, TITLE_HEADS
from rapporteur.model import Mention

_TOKEN = r"(?:(?:al|el|an|as|ash)-)?[A-Z][\w&’'.-]*"
NAME = rf"(?:[Tt]he\s+)?(?P<name>{_TOKEN}(?:\s+(?:(?:of|of\s+the|du|de|la|le|der|die|und|&)\s+)?{_TOKEN}){{0,4}})"
NOUNS = "|".join(
    [*sorted(OUTLET_NOUNS - {"wire", "agency", "channel", "station", "outlet", "network"}), "news (?:agency|site|outlet|portal|channel)"]
)  # fmt: skip
_CALLED = re.compile(
    rf"\b(?:{NOUNS})\s+(?P<after>{_TOKEN}(?:\s+{_TOKEN}){{0,3}})|(?P<before>{_TOKEN}(?:\s+{_TOKEN}){{0,3}})\s+(?:{NOUNS})\b"
)
CERTAIN = 2  # as against 1: shown by its place unless it is a person's name
PRINTED = 3  # nobody writes an essay in a person
_ARTICLES = {"Der", "Die", "Das", "Le", "La", "Les", "Il", "El", "Los", "Las"}
_TITLES = (
    {"AG"} | {word.rstrip(".") for word in HONORIFICS | SHORT_TITLES} | {word.title() for word in TITLE_HEADS}
)


class Press:
    """The publishers of one report: its own, those known everywhere, and those its words show to be some."""

    def __init__(self, own: str | None, mentions: Sequence[Mention]) -> None:
        self.own = own
        self.learned: set[str] = set()
        self.short: dict[str, str] = {}  # "Times" → "Tarn Times", once the report has named it in full
        kinds = [(m.span.start, m.span.end, m.kind, m.role or "") for m in mentions if m.kind != "role"]
        self._spans = sorted(kinds)
        self._starts = [span[0] for span in self._spans]

    def learn(self, text: str, start: int) -> None:
        """Takes in the names that a stretch of text calls a newspaper, an agency or the like."""
        for match in _CALLED.finditer(text):
            group = "after" if match["after"] else "before"
            name = stripped(match[group])
            if name and not self._is_other(name, start + match.start(group), CERTAIN):
                self.learned.add(name)

    def known(self) -> int:
        """How many names the report has taught so far."""
        return len(self.learned) + len(self.short)

    def shorten(self, name: str) -> None:
        """Takes in that a publisher was named in full, so that its last word alone names it too."""
        last = name.split()[-1]
        if " " in name and last in OUTLET_HEADS:
            self.short.setdefault(last, name)

    def outlet(self, words: str, at: int, sure: int = 0) -> str | None:
        """The publisher that a run of words at an offset names; `sure` says how far its place shows that it is one."""
        name = stripped(words)
        if not name:
            return None
        parts = name.split()
        if len(parts) == 1 and name in self.short and not self._is_person(at + max(words.find(name), 0)):
            return self.short[name]
        for length in range(len(parts), 0, -1):
            short = " ".join(parts[:length])
            if self._known(short) and (length == len(parts) or not self._is_person(at + words.find(short))):
                return name if self._is_one(at + words.find(short), name) else short
        place = at + max(words.find(name), 0)
        foreign = sure > 0 and parts[0] in _ARTICLES
        if sure < CERTAIN and not foreign and self._is_person(place) and parts[-1] not in OUTLET_HEADS:
            return None
        if len(parts) > 1 and parts[-1] in OUTLET_HEADS:
            return name
        if not sure or self._is_other(name, place, sure):
            return None
        self.learned.add(name)
        return name

    def _known(self, name: str) -> bool:
        if name in OUTLETS or name in self.learned or same_name(name, self.own):
            return True
        found = bundled().named(name)
        return (
            found is not None
            and found.kind not in ("official", "institute", "platform", "archive")
            and (" " in name or name.isupper() or name[1:] != name[1:].lower())
        )

    def _is_person(self, at: int) -> bool:
        return self._kind(at)[0] == "person"

    def _is_one(self, at: int, name: str) -> bool:
        """Whether the reader takes all of a name at an offset for one body ("Globe Opinion", not "Globe" alone)."""
        index = bisect_right(self._starts, at) - 1
        if index < 0 or self._spans[index][0] != at:
            return False
        return self._spans[index][1] - at == len(name) and self._spans[index][2] == "organisation"

    def _kind(self, at: int) -> tuple[str, str]:
        """What the reader took the name at an offset for, and the role it gives it."""
        index = bisect_right(self._starts, at) - 1
        if index >= 0 and self._spans[index][0] <= at < self._spans[index][1]:
            return self._spans[index][2:]
        return "", ""

    def _is_other(self, name: str, at: int, sure: int) -> bool:
        """Whether a name is known to be no publisher: a person, a place, a government, a body, a title.

        What a reader takes an unheard-of name for counts only where the place says less.
        """
        parts = name.split()
        kind, role = self._kind(at)
        return (
            (
                kind == "person"
                and sure < PRINTED
                and (bool(role) or (sure < CERTAIN and parts[0] not in _ARTICLES))
            )
            or kind == "document"
            or name in PLACES | GOVERNMENT_SEATS | PLATFORMS
            or parts[0].rstrip(".") in _TITLES
            or (parts[0] in GROUP_WORDS and len(parts) == 1)
            or name in ORGANISATIONS - OUTLETS
            or (
                parts[-1] in ORGANISATION_HEADS - OUTLET_HEADS
                and parts[-1] not in ("Service", "Group", "House")
            )
            or parts[-1] in _TITLES | NOT_OUTLETS
            or (parts[-1] in PLACE_HEADS and len(parts) > 1)
        )


def stripped(words: str) -> str:
    """A run without article, possessive, and the words at its ends that name nothing ("As", "Tuesday")."""
    whole = " ".join(words.split())
    owned = re.fullmatch(r"\w+[’']s?(?:\s\w+){1,3}", whole) and whole.split()[-1] in OUTLET_HEADS
    name = whole if owned else re.split(r"[’'](?:s\b|(?=\s))", whole)[0]  # "People’s Daily"
    parts = name.rstrip(".,’'").split()
    while parts and parts[0] in NOT_NAMES:
        parts.pop(0)
    while parts and parts[-1] in NOT_NAMES - OUTLET_HEADS:
        parts.pop()
    return " ".join(parts)


def same_name(name: str, own: str | None) -> bool:
    """Whether a name is the report's own outlet; "the Ledger" is the Capital Ledger at home."""
    if own is None:
        return False
    short, full = name.lower().removeprefix("the "), own.lower().removeprefix("the ")
    return short == full or (" " not in short and full.split()[-1] == short)
