"""The docket: what an analyst asks the record to follow, in a `docket.toml` beside it.

It changes nothing in the record, and no reading: it only says how views name and narrow what they show.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapporteur.languages.en.issues import GENERAL
from rapporteur.read.issues import ENGLISH, Issues, weigh, with_docket

FILE = "docket.toml"


class NotADocket(ValueError):
    """A docket that cannot be understood, in one plain sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """Issues as the analyst lists them, parties and names as he calls them, and the talks he follows."""

    issues: Issues = ENGLISH
    added: frozenset[str] = frozenset()  # keys of issues of his own
    changed: frozenset[str] = frozenset()  # keys whose words he replaced or left out
    parties: Mapping[str, str] = field(
        default_factory=dict, hash=False
    )  # any name of a party, lower case → what he calls it
    only: frozenset[str] = frozenset()  # the parties to show, as he calls them; all where empty
    names: Mapping[str, str] = field(
        default_factory=dict, hash=False
    )  # a name as the record has it, lower case → as he has it
    talks: tuple[str, ...] = ()  # words of the names of the talks to follow

    def issue_of(self, key: str | None, text: str) -> str | None:
        """The issue a text is on: one of his own where its words stand there, else what was read, if he kept it.

        An issue whose words he replaced holds only where they stand in the text; another that fits takes its place.
        """
        if not self.added and not self.changed:
            return key
        own = [found for found, _ in weigh(text, self.issues) if found in self.added]
        if own:
            return own[0]
        if key in self.changed:
            return next((found for found, _ in weigh(text, self.issues) if found not in GENERAL), None)
        return key

    def party(self, name: str) -> str:
        """What he calls a party."""
        return self.parties.get(_plain(name)) or self.names.get(name.lower(), name)

    def name(self, name: str) -> str:
        """What he calls a person or a body."""
        return self.names.get(name.lower(), name)

    def follows(self, party: str) -> bool:
        """Whether a party is among those he asked for."""
        return not self.only or self.party(party) in self.only

    def asked_names(self) -> tuple[str, ...]:
        """Every name under which the parties to show may stand in the record; none where all are shown."""
        return tuple(
            sorted({*self.only, *(name for name, shown in self.parties.items() if shown in self.only)})
        )

    def is_of_talks(self, name: str) -> bool:
        """Whether talks of this name are among those he follows; none are where he names none."""
        return any(all(word in name.lower() for word in words.lower().split()) for words in self.talks)


NONE = Docket()


def docket_of(given: Mapping[str, Any]) -> Docket:
    """A docket from the tables of its file: `[issues.KEY]`, `[parties.NAME]`, `[names]`, `[talks]`."""
    unknown = sorted(set(given) - {"issues", "parties", "names", "talks"})
    if unknown:
        raise NotADocket(
            f"docket: [{unknown[0]}] is not known; there are [issues], [parties], [names] and [talks]."
        )
    try:
        issues = with_docket(ENGLISH, given)
    except ValueError as error:
        raise NotADocket(str(error)) from error
    tables: Mapping[str, Mapping[str, Any]] = given.get("issues", {})
    known = {issue.key for issue in ENGLISH.issues}
    parties, only = _parties(given.get("parties", {}))
    names = given.get("names", {})
    if not isinstance(names, Mapping) or not all(isinstance(name, str) for name in names.values()):
        raise NotADocket('docket: [names] holds lines of the form "Name as printed" = "Name to show".')
    return Docket(
        issues=issues,
        added=frozenset(key for key in tables if key not in known),
        changed=frozenset(
            key for key, t in tables.items() if key in known and (t.get("only") or t.get("drop"))
        ),
        parties=parties,
        only=only,
        names={name.lower(): shown for name, shown in names.items()},
        talks=_listed(given.get("talks", {}), "follow", "talks"),
    )


def read_docket(path: Path) -> Docket:
    """The docket in a file; NotADocket where it is none."""
    try:
        return docket_of(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NotADocket(f"{path.name} is not TOML: {error}") from error


def docket_beside(record: str, given: str | None = None) -> Docket | None:
    """The docket given, else the `docket.toml` in the folder of the record; None where there is none."""
    if given:
        return read_docket(Path(given))
    if "://" in record:
        return None
    path = Path(record).parent / FILE
    return read_docket(path) if path.is_file() else None


def _parties(tables: Any) -> tuple[dict[str, str], frozenset[str]]:
    if not isinstance(tables, Mapping):
        raise NotADocket("docket: [parties] must hold one table a party.")
    found: dict[str, str] = {}
    only: set[str] = set()
    for name, table in tables.items():
        if name == "only":
            only |= set(_listed(tables, "only", "parties"))
            continue
        if not isinstance(table, Mapping):
            raise NotADocket(f"docket: [parties.{name}] must be a table.")
        shown = str(table.get("title", name))
        for one in (name, *_listed(table, "names", f"parties.{name}")):
            found[_plain(one)] = shown
    return found, frozenset(found.get(_plain(name), name) for name in only)


def _listed(table: Any, key: str, where: str) -> tuple[str, ...]:
    given: Any = table.get(key, ()) if isinstance(table, Mapping) else ()
    listed: Sequence[Any] = [given] if isinstance(given, str) else given
    if not isinstance(listed, (list, tuple)) or not all(
        isinstance(one, str) and one.strip() for one in listed
    ):
        raise NotADocket(f"docket: {key} in [{where}] must be a word or a list of words.")
    return tuple(listed)


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").replace("’", "'").removesuffix("'s").strip()
