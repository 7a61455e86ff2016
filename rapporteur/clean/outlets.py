"""The table of outlets: what they are called, their domains, and what kind of publisher each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

KINDS = (
    "agency",
    "newspaper",
    "magazine",
    "broadcaster",
    "site",
    "institute",
    "official",
    "aggregator",
    "archive",
    "platform",
)
CARRIERS = frozenset({"aggregator", "archive", "platform"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher: the name it goes by here, its domains, its kind and its other names."""

    name: str
    domains: tuple[str, ...] = ()
    kind: str = "site"
    aliases: tuple[str, ...] = ()

    @property
    def carries(self) -> bool:
        """Whether it shows what others report rather than reporting itself."""
        return self.kind in CARRIERS


@dataclass(frozen=True, slots=True)
class Outlets:
    """Outlets by name and by domain."""

    by_name: Mapping[str, Outlet]
    by_domain: Mapping[str, Outlet]
    names: re.Pattern[str]  # any name or alias as a word, longest first, case kept
    aggregators: re.Pattern[str]  # the same of those that carry other papers' reports

    def named(self, words: str) -> Outlet | None:
        """The outlet called exactly that, in any case and with or without "The"."""
        return self.by_name.get(key_of(words))

    def at(self, url: str) -> Outlet | None:
        """The outlet whose domain this address lies under."""
        try:
            host = (urlsplit(url if "//" in url else "//" + url).hostname or "").lower()
        except ValueError:
            return None
        while "." in host:
            if found := self.by_domain.get(host):
                return found
            host = host.split(".", 1)[1]
        return None


def key_of(name: str) -> str:
    """A name with case, "The" and punctuation taken off, and a bracketed edition ("(Web News)")."""
    name = re.sub(r"\s*\((?:web|online|print|digital|news)[^)]*\)\s*$", "", name.strip(), flags=re.I)
    name = re.sub(r"^(?:www\.)", "", name.casefold().removeprefix("the ").strip())
    return re.sub(r"[\s.’'!]+", " ", name).strip()


def parse_outlets(table: str) -> tuple[Outlet, ...]:
    """The outlets of a table with columns name, domains, kind, aliases (domains by space, aliases by `;`)."""
    found = []
    for line in table.splitlines()[1:]:
        cells = [cell.strip() for cell in line.split("\t")] + ["", "", ""]
        if cells[0] and not cells[0].startswith("#"):
            found.append(
                Outlet(
                    name=cells[0],
                    domains=tuple(cells[1].lower().split()),
                    kind=cells[2] if cells[2] in KINDS else "site",
                    aliases=tuple(alias.strip() for alias in cells[3].split(";") if alias.strip()),
                )
            )
    return tuple(found)


def make_outlets(outlets: Iterable[Outlet]) -> Outlets:
    """Outlets indexed; a later one takes the place of an earlier one of the same name or domain."""
    by_name: dict[str, Outlet] = {}
    by_domain: dict[str, Outlet] = {}
    names: set[str] = set()
    for outlet in outlets:
        for name in (outlet.name, *outlet.aliases):
            by_name[key_of(name)] = outlet
            names.add(name)
            if name.startswith("The ") and len(name) > 10:
                names.add(name.removeprefix("The "))
        for domain in outlet.domains:
            by_domain[domain] = outlet
            by_name.setdefault(key_of(domain), outlet)
    carriers = {name for name in names if by_name[key_of(name)].kind == "aggregator"}
    return Outlets(by_name, by_domain, _words(names), _words(carriers))


def _words(names: Iterable[str]) -> re.Pattern[str]:
    pattern = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<![\w@.])(?:{pattern or '(?!)'})(?!\w|\.\w)")


@lru_cache(maxsize=1)
def bundled() -> Outlets:
    """The table that comes with the package."""
    table = files("rapporteur.clean").joinpath("outlets.tsv").read_text(encoding="utf-8")
    return make_outlets(parse_outlets(table))


def extended(table: str) -> Outlets:
    """The bundled table with a user's own added; theirs wins."""
    base = files("rapporteur.clean").joinpath("outlets.tsv").read_text(encoding="utf-8")
    return make_outlets((*parse_outlets(base), *parse_outlets(table)))
