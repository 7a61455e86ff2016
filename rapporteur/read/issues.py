"""Which issue a stretch of text is about, by its words; see decision 0054 for why not by its vector."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapporteur.languages.en.issues import GENERAL, ISSUES


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What a point or position is about: a stable key, a title for people, the words that show it."""

    key: str
    title: str
    words: str  # a regular expression, matched from the start of a word without regard to case


@dataclass(frozen=True, slots=True, kw_only=True)
class Issues:
    """An ordered list of issues; an earlier one wins where two fit equally well."""

    issues: tuple[Issue, ...]

    def title(self, key: str | None) -> str:
        """The title of an issue; the key itself, spaced, for one that is no longer listed."""
        if key is None:
            return "not tied to an issue"
        return next((issue.title for issue in self.issues if issue.key == key), key.replace("_", " "))

    def find(self, asked: str) -> tuple[str, ...]:
        """The keys that a person may mean by these words: a key, a title, or words of an issue."""
        plain = asked.strip().lower()
        for issue in self.issues:
            if plain in (issue.key, issue.key.replace("_", " "), issue.title):
                return (issue.key,)
        named = tuple(issue.key for issue in self.issues if re.search(rf"\b{re.escape(plain)}", issue.title))
        return named or tuple(key for key, _ in weigh(asked, self) if key not in GENERAL)


ENGLISH = Issues(issues=tuple(Issue(key=key, title=title, words=words) for key, title, words in ISSUES))


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'])(?:{words})", re.IGNORECASE)


@lru_cache(maxsize=8192)
def weigh(text: str, issues: Issues = ENGLISH) -> tuple[tuple[str, int], ...]:
    """Every issue whose words stand in the text, with how many characters of it they cover, best first.

    General issues (the talks, the draft as a whole) come after all others, whatever they cover.
    """
    found = []
    for order, issue in enumerate(issues.issues):
        covered = sum(len(match.group()) for match in _pattern(issue.words).finditer(text))
        if covered:
            found.append(
                (issue.key in GENERAL, -covered if issue.key not in GENERAL else 0, order, issue.key, covered)
            )
    return tuple((key, covered) for _, _, _, key, covered in sorted(found))


def find_issue(text: str, wider: str = "", issues: Issues = ENGLISH) -> str | None:
    """The issue of a clause: by its own words, else by the words of `wider` where they show exactly one.

    A general issue shown by the clause's own words gives way to a particular one only in the clause.
    """
    own = weigh(text, issues)
    if own:
        return own[0][0]
    around = [key for key, _ in weigh(wider, issues) if key not in GENERAL] if wider else []
    return around[0] if len(around) == 1 else None


# --- a docket's own issues -------------------------------------------------------------------------


def with_docket(issues: Issues, docket: Mapping[str, object]) -> Issues:
    """The list with a docket's `[issues.KEY]` tables applied: a new key adds, `title` renames, `words`
    (a list of words or phrases) widens or, with `only = true`, replaces; `drop = true` leaves one out.

    Raises ValueError, in one plain sentence, where a table cannot be understood.
    """
    tables = docket.get("issues", {})
    if not isinstance(tables, Mapping):
        raise ValueError("docket: [issues] must hold one table an issue")
    kept: dict[str, Issue] = {issue.key: issue for issue in issues.issues}
    added: list[str] = []
    for key, table in tables.items():
        if not isinstance(table, Mapping):
            raise ValueError(f"docket: [issues.{key}] must be a table")
        if table.get("drop") is True:
            kept.pop(key, None)
            continue
        words = _words(key, table.get("words", ()))
        known = kept.get(key)
        if known is None:
            if not words:
                raise ValueError(f"docket: new issue {key!r} needs words")
            kept[key] = Issue(key=key, title=str(table.get("title", key.replace("_", " "))), words=words)
            added.append(key)
            continue
        together = (
            words if table.get("only") is True and words else "|".join(filter(None, (words, known.words)))
        )
        kept[key] = replace(known, title=str(table.get("title", known.title)), words=together)
    # an analyst's own issue is narrower than ours: it stands first
    order = [*added, *(key for key in kept if key not in added)]
    return Issues(issues=tuple(kept[key] for key in order))


def _words(key: str, given: object) -> str:
    listed: Sequence[object] = (
        [given] if isinstance(given, str) else list(given) if isinstance(given, (list, tuple)) else []
    )
    if any(not isinstance(word, str) or not word.strip() for word in listed):
        raise ValueError(f"docket: words of issue {key!r} must be non-empty strings")
    return "|".join(re.escape(str(word).strip()) + r"\b" for word in listed)
