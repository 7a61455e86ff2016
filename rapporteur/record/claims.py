"""What one report says that may not sit together with something else: figures, denials, authors, framings.

Each claim names a fact of the ledger, what it is about in words that can be compared, and the exact keys
under which its counterpart would be found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rapporteur.languages.en import tensions as words
from rapporteur.model import Address, Attribution, Quantity, Reading, Sentence
from rapporteur.read.issues import ENGLISH, find_issue
from rapporteur.read.within import party_key
from rapporteur.record import wording
from rapporteur.record.drafts import chains, described
from rapporteur.record.layer import Dated, Node
from rapporteur.record.sides import days, side, topic

NEAR_BY = 80  # code points around a figure within which a word says how it is meant
BUCKET = 60  # days; a claim is sought in its own and the next bucket
_UNITLESS = frozenset((None, "points", "pages", "articles", "years", "year", "months", "days", "weeks", "hours", "minutes", "times"))  # fmt: skip
_DENIES = re.compile(words.DENIES, re.I)
_CLAIMS = re.compile(words.CLAIMS)
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")


class Page:
    """One dated report with its sentences at hand: which sentence holds a place, and what stands in it."""

    def __init__(self, dated: Dated) -> None:
        self.reading: Reading = dated.entry.reading
        self.document = dated.entry.document
        self.days = days(dated.window)
        self.topic = topic(self.reading)
        self.sentences: Sequence[Sentence] = self.reading.sentences
        self._starts = [s.start for s in self.sentences]
        self.drafts = {
            root: described(dated, chain, self.topic) for root, chain in chains(self.reading).items()
        }

    def sentence(self, at: int) -> Sentence | None:
        found = bisect_right(self._starts, at) - 1
        return self.sentences[found] if found >= 0 and at < self.sentences[found].end else None

    def text(self, sentence: Sentence) -> str:
        return self.document.text[sentence.start : sentence.end]

    def attribution_in(self, sentence: Sentence) -> Attribution | None:
        """The widest attribution that has its cue or content in a sentence."""
        found = [
            a for a in self.reading.attributions
            if any(sentence.start <= s.start < sentence.end for s in a.content)
            or (a.cue and sentence.start <= a.cue.start < sentence.end)
        ]  # fmt: skip
        return min(found, key=lambda a: (a.nested_in is not None, a.content[0].start)) if found else None

    def nearest(self, sentence: Sentence, at: int) -> Address | None:
        """The happening or the name closest to a place of a sentence, to stand for what is told there."""
        held: list[tuple[int, int, Address]] = [
            (abs(e.trigger.start - at), 0, e.id)
            for e in self.reading.event_mentions
            if sentence.start <= e.trigger.start < sentence.end
        ]
        held += [
            (abs(m.span.start - at), 1, m.id)
            for m in self.reading.mentions
            if sentence.start <= m.span.start < sentence.end
        ]
        return min(held)[2] if held else None

    def node(self, kind: str, address: Address, blocks: Sequence[str], **data: Any) -> Node:
        return Node(
            key=f"{address}#{kind}", address=address, report=self.reading.report, blocks=tuple(sorted(set(blocks))),
            data={"kind": kind, "address": address, "days": self.days, "topic": list(self.topic), **data},
        )  # fmt: skip

    def bucketed(self, key: str) -> list[str]:
        """The key in this report's stretch of days and the one before, so that near ones meet."""
        day = self.days[0]
        return [key] if day is None else [f"{key}@{day // BUCKET}", f"{key}@{day // BUCKET - 1}"]


def claims(dated: Dated) -> Iterator[Node]:
    """Every claim of a report, by the rules in order."""
    page = Page(dated)
    for rule in RULES:
        yield from rule(page)


def scope_of(text: str, start: int, end: int) -> list[str]:
    """What a figure covers, by the words close to it."""
    near = text[max(0, start - 45) : end + 45]
    return [name for name, pattern in words.SCOPES if re.search(pattern, near, re.I)]


def stand_of(text: str, start: int = 0, end: int | None = None) -> str:
    """ "limit" for what would be allowed or is asked for, "current" for what there is, "" where not told.

    By the word of either kind that stands closest to the figure, within some words of it.
    """
    last = len(text) if end is None else end
    near = range(max(0, start - NEAR_BY), min(len(text), last + NEAR_BY))
    found: list[tuple[int, str]] = []
    for kind, pattern in (("limit", words.LIMITING), ("current", words.CURRENT)):
        for match in re.finditer(pattern, text, re.I):
            if match.start() in near:
                gap = start - match.end() if match.end() <= start else 2 * max(0, match.start() - last)
                found.append((max(0, gap), kind))
    return min(found)[1] if found else ""


def offered(text: str, start: int, end: int) -> bool:
    """Whether a figure is one somebody may keep or would be held to, and not what it comes down from."""
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    if re.search(r"\bfrom\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,2}$", before) or re.search(
        r"\bremov\w+|\bgiv\w+ up|\bbetter than\b", before, re.I
    ):
        return False
    return re.search(words.KEPT, f"{before} {after}", re.I) is not None


def figures(page: Page) -> Iterator[Node]:
    """Quantities with a unit, tied to a draft where a provision holds them, to their sentence otherwise."""
    for quantity in page.reading.quantities:
        sentence = page.sentence(quantity.span.start)
        if quantity.unit in _UNITLESS or sentence is None or quantity.value in (0, 1):
            continue
        held = next(
            (
                p
                for p in page.reading.provisions
                if p.span.start <= quantity.span.start and quantity.span.end <= p.span.end
            ),
            None,
        )
        text = page.text(sentence)
        a, b = quantity.span.start - sentence.start, quantity.span.end - sentence.start
        issue = held.issue if held else find_issue(text)
        about = about_of(quantity, text[b:])
        draft = page.drafts.get(held.draft or "") if held else None
        if draft is None and issue in (None, "plan", "process"):
            continue
        keys = page.bucketed(f"figure:{issue}:{quantity.unit}:{about}")
        yield page.node(
            "figure", quantity.id, keys, issue=issue, unit=quantity.unit, value=quantity.value, high=quantity.high,
            qualifier=quantity.qualifier, about=about, draft=held.draft if held and draft else None, of=draft,
            scope=scope_of(text, a, b), stand=stand_of(text, a, b), text=text, place=quantity.span.start,
            stems=sorted(set(wording.stems(text))), offered=offered(text, a, b), attribution=_told(page, quantity),
        )  # fmt: skip


def about_of(quantity: Quantity, after: str) -> str:
    """The head of what a figure counts, stemmed: the unit's own noun where it is one."""
    found = re.findall(r"[a-z]{3,}", (quantity.about.exact if quantity.about else "").lower())
    return wording.stem(found[-1]) if found else wording.stem((quantity.unit or "").split("/")[0].lower())


def _told(page: Page, quantity: Quantity) -> str | None:
    if quantity.attribution:
        found = next((a for a in page.reading.attributions if a.id == quantity.attribution), None)
        return found.speaker if found else None
    return None


def denials(page: Page) -> Iterator[Node]:
    """Denials and what they deny: a claim named in the same sentence, told in the one before, or told nearby."""
    for number, sentence in enumerate(page.sentences):
        text = page.text(sentence)
        denies = _DENIES.search(text)
        if denies and re.search(words.NO_DENIAL, text[: denies.start()], re.I):
            denies = None
        claimed = _CLAIMS.search(text)
        if not denies and not claimed:
            continue
        told = page.attribution_in(sentence)
        at = sentence.start + (denies or claimed).start()  # type: ignore[union-attr]
        address = told.id if told else page.nearest(sentence, at)
        if address is None:
            continue
        more = _compared(text, number)
        if denies is None:
            yield page.node("claim", address, [f"deny:{page.reading.report}"], **more)
            continue
        yield page.node("denial", address, [f"deny:{page.reading.report}", f"denied:{address}"], **more)
        other = _denied(page, number, sentence, denies.end())
        if other is not None and other != address:
            yield page.node("denied", other, [f"denied:{address}"], by=address, **more)


def _compared(text: str, number: int) -> dict[str, Any]:
    named = {name.removesuffix("’s").removesuffix("'s") for name in _NAME.findall(text)} - _STARTERS
    stems = sorted(set(wording.stems(text)) - {wording.stem(n.lower()) for n in named})
    people = sorted(name for name in named if party_key(name) is None and name not in _OFFICES)
    return {"text": text, "number": number, "named": people, "stems": stems}


def _denied(page: Page, number: int, sentence: Sentence, end: int) -> Address | None:
    """The fact that stands for the claim a denial itself points at; None where it points at none."""
    text = page.text(sentence)
    pointed = re.match(words.DENIED_BEFORE, text[end:], re.I)
    if number > 0 and pointed:
        near = [page.sentences[number - 1]]
        if pointed.group().strip().lower() not in ("this", "it", "that"):
            # "denied the report": the sentence that tells of one, not the denial just before
            near = [
                s
                for s in reversed(page.sentences[max(0, number - 4) : number])
                if _CLAIMS.search(page.text(s))
            ]
        if not near:
            return None
        told = page.attribution_in(near[0])
        cited = next((c for c in page.reading.citations if near[0].start <= c.span.start < near[0].end), None)
        return cited.id if cited else told.id if told else page.nearest(near[0], near[0].end)
    named = re.search(words.DENIED_CLAIM, text[end - 12 if end > 12 else 0 :])
    if named is None:
        return None
    at = sentence.start + max(0, end - 12) + named.start()
    return page.nearest(sentence, at)


_OFFICES = frozenset(
    [
        "White",
        "House",
        "President",
        "Minister",
        "Secretary",
        "State",
        "Senate",
        "Congress",
        "Foreign",
        "Prime",
        "Department",
        "Republicans",
        "Democrats",
    ]
)
_STARTERS = frozenset(
    [
        "The",
        "This",
        "That",
        "These",
        "Those",
        "They",
        "There",
        "When",
        "While",
        "After",
        "Before",
        "But",
        "And",
        "Its",
        "His",
        "Her",
        "One",
        "Some",
    ]
)


def authors(page: Page) -> Iterator[Node]:
    """Who is said to have written a draft, where a clause says so of named people."""
    people = {m.name.split()[-1].lower() for m in page.reading.mentions if m.kind == "person" and m.name}
    for mention in page.reading.draft_mentions:
        draft = page.drafts.get(mention.chain or mention.id)
        # a person and the body he serves are no two accounts: only people are set against people
        told = [
            a
            for a in mention.authors
            if a.lower() not in mention.span.exact.lower() and a.split()[-1].lower() in people
        ]
        if not told or draft is None or draft["narrowed"]:
            continue
        last = sorted({a.split()[-1].lower() for a in told})
        yield page.node(
            "authors", mention.id, _draft_keys("authors", draft), of=draft, draft=mention.chain or mention.id,
            names=told, last=last, text=mention.span.exact,
        )  # fmt: skip


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


RULES: tuple[Callable[[Page], Iterator[Node]], ...] = (figures, denials, authors, framings, unseen, narrowed)
ISSUES = ENGLISH
