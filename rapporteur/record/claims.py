"""What one report says that may not sit together with something else: figures, denials, authors, framings.

Each claim names a fact of the ledger, what it is about in words that can be compared, and the exact keys
under which its counterpart would be found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from rapporteur.languages.en import tensions as words
from rapporteur.languages.en.drafts import UNNAMED_AUTHORS
from rapporteur.read.issues import ENGLISH
from rapporteur.record.claim_denials import denials
from rapporteur.record.claim_figures import figures
from rapporteur.record.claim_page import Page
from rapporteur.record.claim_terms import deadlines, due, manners
from rapporteur.record.layer import Dated, Node
from rapporteur.record.sides import side


def claims(dated: Dated) -> Iterator[Node]:
    """Every claim of a report, by the rules in order."""
    page = Page(dated)
    for rule in RULES:
        yield from rule(page)


def authors(page: Page) -> Iterator[Node]:
    """Who is said to have written a draft, where a clause says so of named people."""
    people = {
        m.name.split()[-1].lower()
        for m in page.reading.mentions
        if m.kind == "person" and (" " in m.name or m.role)
    }
    for mention in page.reading.draft_mentions:
        draft = page.drafts.get(mention.chain or mention.id)
        told = [a for a in mention.authors if a.lower() not in mention.span.exact.lower()]
        if not told or draft is None or draft["narrowed"]:
            continue
        # a person and the body he serves are no two accounts: people are set against people, and those whom
        # only their number tells against a body
        kinds = {author: _kind(author, people) for author in told}
        for who in ("people", "unnamed", "body"):
            named = [a for a in told if kinds[a] == who]
            if named:
                yield page.node(
                    "authors", mention.id, [*_draft_keys("authors", draft), f"authors:in:{mention.chain or mention.id}"],
                    of=draft, draft=mention.chain or mention.id, who=who, names=named,
                    last=sorted({a.split()[-1].lower() for a in named}), text=mention.name,
                )  # fmt: skip
                break


def _kind(author: str, people: set[str]) -> str | None:
    """Whether an author is a person by name, people told by their number, or a body."""
    if author.split()[-1].lower() in people:
        return "people"
    if re.fullmatch(UNNAMED_AUTHORS, author):
        return "unnamed"
    return "body" if re.search(words.AUTHORING_BODY, author, re.I) else None


def framings(page: Page) -> Iterator[Node]:
    """A draft cast as an ultimatum, or as something to talk about; a deadline to answer it is the former."""
    for mention in page.reading.draft_mentions:
        draft = page.drafts.get(mention.chain or mention.id)
        if draft is None or not mention.nature:
            continue
        hard = any(word in mention.nature for word in words.HARD)
        soft = any(word in mention.nature for word in words.SOFT)
        if not hard and not soft:
            continue
        cast = "soft" if soft or mention.nature.startswith("not ") else "hard"
        yield page.node(
            "framing", mention.id, _draft_keys("framing", draft), of=draft, draft=mention.chain or mention.id,
            cast=cast, words=mention.nature, text=mention.span.exact,
        )  # fmt: skip
    for deadline in page.reading.deadlines:
        sentence = page.sentence(deadline.span.start)
        if sentence is None:
            continue
        for mention in page.reading.draft_mentions:
            draft = page.drafts.get(mention.chain or mention.id)
            if (
                draft is not None
                and sentence.start <= mention.span.start < sentence.end
                and deadline.status == "set"
            ):
                yield page.node(
                    "framing", deadline.id, _draft_keys("framing", draft), of=draft, draft=mention.chain or mention.id,
                    cast="hard", words="a deadline to answer", text=deadline.span.exact,
                )  # fmt: skip
                break


def unseen(page: Page) -> Iterator[Node]:
    """ "I haven’t seen any counterplans", beside the draft of another that the report tells of."""
    for mention in page.reading.draft_mentions:
        sentence = page.sentence(mention.span.start)
        if sentence is None:
            continue
        before = page.document.text[sentence.start : mention.span.start]
        match = re.search(rf"(?:{words.UNSEEN})\s+(?:\w+\s+){{0,2}}$", before)
        told = page.attribution_in(sentence)
        if match is None or told is None:
            continue
        speaker = next((m for m in page.reading.mentions if m.id == told.speaker), None)
        mine = side(speaker.name, speaker, {m.id: m for m in page.reading.mentions}) if speaker else ""
        others = [
            (root, data) for root, data in page.drafts.items()
            if data["owners"] and mine not in data["owners"] and root != (mention.chain or mention.id)
        ]  # fmt: skip
        if others:
            root, _ = max(others, key=lambda pair: pair[0])
            key = f"unseen:{told.id}"
            yield page.node(
                "unseen",
                told.id,
                [key],
                text=page.text(sentence),
                words=page.document.text[sentence.start + match.start() : mention.span.end],
            )
            yield page.node("seen", root, [key], text=root)


def narrowed(page: Page) -> Iterator[Node]:
    """A text that was cut down: the longer and the shorter list."""
    for mention in page.reading.draft_mentions:
        if mention.rule != "draft.narrowed" or not mention.parent:
            continue
        sentence = page.sentence(mention.span.start)
        longer = next(
            (
                m
                for m in page.reading.draft_mentions
                if sentence and sentence.start <= m.span.start < mention.span.start and m.points_total
            ),
            None,
        )
        if longer is not None:
            key = f"narrowed:{longer.points_total}:{mention.points_total}"
            yield page.node("longer", longer.id, [key], total=longer.points_total, text=longer.span.exact)
            yield page.node("shorter", mention.id, [key], total=mention.points_total, text=mention.span.exact)


def _draft_keys(kind: str, draft: Any) -> list[str]:
    keys = [f"{kind}:o:{owner}" for owner in draft["owners"]]
    if draft["total"] is not None:
        keys.append(f"{kind}:n:{draft['total']}")
    return keys


RULES: tuple[Callable[[Page], Iterator[Node]], ...] = (
    figures, denials, authors, framings, unseen, narrowed, manners, deadlines, due,
)  # fmt: skip
ISSUES = ENGLISH
