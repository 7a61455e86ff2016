"""Invented reports on invented negotiations, as many as wanted, with readings made by hand.

They are like what a desk receives where it matters for cost: several talks run at once, one after another; their own people recur, and ministers and envoys turn up at every table; the same dozen countries are named
everywhere; words and first names are drawn as languages draw them, few often and many seldom; one utterance is quoted
by several reports of a day; background paragraphs are carried along; some reports are copies of others, some name no
date. Report `n` is the same whenever it is asked for.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

import numpy as np

from rapporteur.codec import digest
from rapporteur.model import (
    AnonymousSource,
    Attribution,
    Block,
    Citation,
    DeadlineMention,
    Document,
    DraftMention,
    Entry,
    EventMention,
    Given,
    Mention,
    MentionKind,
    Participant,
    Provision,
    Quantity,
    Reading,
    Report,
    Sentence,
    Span,
    StanceMention,
    Stated,
    Timex,
    address,
)

Place = tuple[int, int]

A_TALK = 48  # reports on one negotiation: as many around each in a small record as in a large one
AT_ONCE = 6  # negotiations that run side by side
A_DAY = 8  # reports a day
FIRST_DAY = date(2004, 1, 5)
WORDS, FIRST_NAMES, SURNAMES = 4000, 90, 6000
LANDS = (
    "France", "Japan", "Brazil", "Kenya", "Norway", "Chile", "India", "Egypt", "Ghana", "Peru", "Italy", "Spain",
)  # fmt: skip
DRAFTS, STANCES, DEADLINES = 0.2, 0.5, 0.12  # shares of reports that tell of one
CITIES = ("Oslo", "Cairo", "Lima", "Accra", "Rome", "Madrid", "Nairobi", "Tokyo", "Santiago", "Geneva")
MATTERS = (
    ("prisoners", "prisoners"), ("withdrawal", "troops"), ("army-size", "soldiers"), ("sanctions", "months"),
    ("enrichment", "centrifuges"), ("output", "barrels"), ("aid", "dollars"), ("borders", "kilometres"),
)  # fmt: skip
SOUNDS = (
    "ba",
    "ke",
    "li",
    "mo",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
    "dar",
    "fen",
    "gor",
    "hal",
    "jin",
    "pol",
    "wes",
)


@cache
def made_up(number: int) -> str:
    """The word of this number; a low number is a short word."""
    said, rest = "", number + 1
    while rest:
        rest, at = divmod(rest, len(SOUNDS))
        said += SOUNDS[at]
    return said


@cache
def _shares(size: int) -> list[float]:
    total, found = 0.0, []
    for rank in range(1, size + 1):
        total += 1 / (rank + 25)
        found.append(total)
    return found


def drawn(chance: random.Random, size: int, count: int) -> list[int]:
    """Numbers below a size, the least most often (Zipf)."""
    return chance.choices(range(size), cum_weights=_shares(size), k=count)


def person(seed: str) -> str:
    """A name: a first name that others have too, and a surname."""
    chance = random.Random(seed)
    first = made_up(drawn(chance, FIRST_NAMES, 1)[0] + 40)
    return f"{first.capitalize()} {made_up(chance.randrange(SURNAMES) + 400).capitalize()}"


@dataclass(frozen=True, slots=True)
class Talks:
    """A negotiation: two countries, what about, who speaks, what is carried along."""

    parties: tuple[str, str]
    matter: tuple[str, str]
    people: tuple[str, ...]
    place: str
    background: str
    centre: Any


@lru_cache(maxsize=64)
def talks(number: int) -> Talks:
    """The negotiation of this number."""
    chance = random.Random(f"talks {number}")
    return Talks(
        parties=tuple(chance.sample(LANDS, 2)),  # type: ignore[arg-type]
        matter=MATTERS[number % len(MATTERS)],
        people=tuple(person(f"{number} {n}") for n in range(10)),
        place=chance.choice(CITIES),
        background=words(chance, 13),
        centre=np.random.default_rng(number).standard_normal(384),
    )


EVERYWHERE = tuple(person(f"everywhere {n}") for n in range(25))
OUTLETS = tuple(f"The {made_up(n + 900).capitalize()} {('Post', 'Wire', 'Times')[n % 3]}" for n in range(40))


def words(chance: random.Random, count: int) -> str:
    """So many words as a language draws them."""
    return " ".join(made_up(number) for number in drawn(chance, WORDS, count))


@dataclass(slots=True)
class Page:
    """A report being put together: its text so far, and the facts in it by the name of the reading's field."""

    report: str
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    facts: dict[str, list[Any]] = field(default_factory=dict)

    def sentence(self, *pieces: str) -> list[Place]:
        """Adds a paragraph of one sentence; where each of its pieces stands."""
        begins, places = len(self.text), []
        for piece in pieces:
            places.append((len(self.text), len(self.text) + len(piece)))
            self.text += piece
        self.blocks.append(Block(kind="paragraph", voice="newsroom", start=begins, end=len(self.text)))
        self.text += "\n"
        return places

    def span(self, place: Place) -> Span:
        """The words at a place."""
        return Span(start=place[0], end=place[1], exact=self.text[slice(*place)])

    def at(self, layer: str, place: Place) -> dict[str, Any]:
        """The address and the words of a fact."""
        return {"id": address(self.report, layer, *place), "span": self.span(place)}

    def add(self, name: str, fact: Any) -> Any:
        """Keeps a fact."""
        self.facts.setdefault(name, []).append(fact)
        return fact

    def mention(self, place: Place, kind: MentionKind, **more: Any) -> Mention:
        """Keeps a mention of whatever is named there."""
        name = self.text[slice(*place)]
        made: Mention = self.add(
            "mentions", Mention(**self.at("mention", place), kind=kind, name=name, **more)
        )
        return made

    def day(self, place: Place, value: date) -> Timex:
        """Keeps a day named there."""
        made: Timex = self.add(
            "timexes", Timex(**self.at("timex", place), timex_type="DATE", value=value.isoformat())
        )
        return made

    def said(self, content: Place, who: Place, cue: Place, speaker: str, manner: str) -> None:
        """Keeps an utterance."""
        made = Attribution(
            id=address(self.report, "attribution", *content), content=(self.span(content),), source=self.span(who),
            cue=self.span(cue), manner=manner, cue_kind="says", voice="newsroom", speaker=speaker,  # type: ignore[arg-type]
        )  # fmt: skip
        self.add("attributions", made)


def entry(number: int) -> Entry:
    """The report of this number; one in twelve is a copy of one of the thirty before it, under another outlet."""
    chance = random.Random(f"report {number}")
    copied = number > 30 and chance.random() < 1 / 12
    told = number - chance.randrange(1, 30) if copied else number
    outlet = chance.choice(OUTLETS)
    day = FIRST_DAY + timedelta(days=number // A_DAY)
    page = Page(digest(f"report {number}")[:10])
    about = _tell(page, told)
    text = page.text.rstrip("\n")
    document = Document(
        report=page.report, text=text, language="en", blocks=tuple(page.blocks), outlet=Stated(value=outlet),
        published=None if chance.random() < 0.04 else Stated(value=day.isoformat(), basis="markup"),
    )  # fmt: skip
    raw = f"{outlet} {day}\n{text}".encode()
    noise = np.random.default_rng(told)
    sentences = [Sentence(start=b.start, end=b.end, vector=_vector(about, noise)) for b in page.blocks]
    facts = {name: sorted(found, key=lambda fact: str(fact.id)) for name, found in page.facts.items()}
    facts["mentions"].sort(key=lambda mention: mention.span.start)
    return Entry(
        report=Report(
            id=page.report, digest=digest(raw), source=f"{number}.txt", given=Given(), received="2026-01-01T00:00:00Z",
            media_type="text/plain", raw=raw,
        ),
        document=document,
        reading=Reading(
            report=page.report, reader="bench/2", sentences=tuple(sentences),
            **{name: tuple(found) for name, found in facts.items()},
        ),
    )  # fmt: skip


def _vector(about: Talks, noise: np.random.Generator) -> bytes:
    """A sentence's vector: the talks' own, and as much again that is nobody else's."""
    return bytes((np.clip(about.centre + noise.standard_normal(384), -3, 3) * 40).astype(np.int8).tobytes())


def _tell(page: Page, number: int) -> Talks:
    """Writes the report of this number, and what it says, on a page; the talks it is about."""
    chance = random.Random(f"told {number}")
    about = talks(number // A_TALK + chance.randrange(AT_ONCE))
    day = FIRST_DAY + timedelta(days=number // A_DAY)
    land, elsewhere = about.parties
    one, other, third = chance.sample((*about.people, *chance.sample(EVERYWHERE, 3)), 3)
    _meeting(page, about, chance, (one, other), day)
    # what somebody said that day to all
    spoken = random.Random(f"{about.background} {day}") if chance.random() < 0.35 else chance
    direct = page.sentence("“", words(spoken, 18), "” ", one.split()[1], " ", "said", ".")
    again = page.mention(direct[3], "person", chain=page.facts["mentions"][0].id)
    page.said(direct[1], direct[3], direct[5], again.id, "direct")
    if chance.random() < 0.3:
        page.sentence(about.background, ".")
    for _ in range(3):
        told = page.sentence(words(chance, 22), ", ", third, " of ", chance.choice(LANDS), " wrote.")
        page.mention(told[2], "person")
        page.mention(told[4], "place")
    indirect = page.sentence(other, " ", "said", " that ", words(chance, 16), ".")
    page.said(indirect[4], indirect[0], indirect[2], page.mention(indirect[0], "person").id, "indirect")
    unnamed = page.sentence(f"A senior {elsewhere} official", " ", "said", " that ", words(chance, 14), ".")
    described = page.text[slice(*unnamed[0])]
    source = AnonymousSource(**page.at("source", unnamed[0]), description=described, affiliation=elsewhere)
    page.said(unnamed[4], unnamed[0], unnamed[2], page.add("anonymous_sources", source).id, "indirect")
    if chance.random() < DRAFTS:
        _draft(page, about, chance)
    if chance.random() < STANCES:
        stance = chance.choice(("rejects", "accepts", "demands"))
        issue, unit = chance.choice((about.matter, about.matter, chance.choice(MATTERS)))
        told = page.sentence(elsewhere, f" {stance} ", f"the {unit} in the text on {words(chance, 4)}", ".")
        page.add(
            "stances",
            StanceMention(
                **page.at("stance", told[2]), party=page.mention(told[0], "place").id, party_name=elsewhere, issue=issue,
                stance=stance,  # type: ignore[arg-type]
            ),
        )  # fmt: skip
    if chance.random() < DEADLINES:
        told = page.sentence(land, " must ", words(chance, 5), " by ", "then", ".")
        months = 12 * day.year + day.month // 2 * 2  # the 28th of this month or the next
        until = page.day(told[4], date(months // 12, 1 + months % 12, 28))
        page.mention(told[0], "place")
        page.add(
            "deadlines",
            DeadlineMention(**page.at("deadline", told[4]), who=land, demand=page.text[slice(*told[2])], when=until.id),
        )  # fmt: skip
    for _ in range(2):
        page.sentence(words(chance, 25), ".")
    if chance.random() < 0.15:
        told = page.sentence("according to ", OUTLETS[number % 6], ".")
        outlet = page.text[slice(*told[1])]
        page.add("citations", Citation(**page.at("citation", told[1]), outlet=outlet, relation="cites"))
    return about


def _meeting(page: Page, about: Talks, chance: random.Random, people: Sequence[str], day: date) -> None:
    """The lead: who met whom, where and when."""
    city = about.place if chance.random() < 0.6 else chance.choice(CITIES)
    verb = chance.choice(("met", "saw", "received", "visited", "called on", "hosted"))
    told = page.sentence(
        people[0], " of ", about.parties[0], f" {verb} ", people[1], " of ", about.parties[1], " in ", city, " on ", "that day", "."
    )  # fmt: skip
    who = [
        page.mention(place, "person", affiliation=land)
        for place, land in zip((told[0], told[4]), about.parties, strict=True)
    ]
    page.mention(told[2], "place")
    page.mention(told[6], "place")
    met = (told[3][0] + 1, told[3][1] - 1)
    event = EventMention(
        id=address(page.report, "event", *met), trigger=page.span(met), class_="CONSULT", status="held", mode="meeting",
        when=page.day(told[10], day - timedelta(days=chance.randrange(4))).id, place=page.mention(told[8], "place").id,
        sentence=page.span((told[0][0], told[-1][1])), rule=f"{verb}/past",
        participants=tuple(
            Participant(role=role, exact=one.name, mention=one.id)
            for role, one in zip(("source", "target"), who, strict=True)
        ),
    )  # fmt: skip
    page.add("event_mentions", event)


def _draft(page: Page, about: Talks, chance: random.Random) -> None:
    """What one party's draft would allow."""
    land, (issue, unit) = about.parties[0], about.matter
    points, amount = random.Random(about.background).randrange(5, 30), 100 * chance.randrange(5, 9)
    told = page.sentence(
        "The ", f"{points}-point {land} draft", " would ", f"cap {unit} at ", f"{amount} {unit}", "."
    )
    name = page.text[slice(*told[1])]
    draft = page.add(
        "draft_mentions",
        DraftMention(**page.at("draft", told[1]), name=name, authors=(land,), points_total=points),
    )
    page.add(
        "provisions",
        Provision(
            **page.at("provision", (told[3][0], told[4][1])), draft=draft.id, issue=issue, value=f"{amount} {unit}"
        ),
    )  # fmt: skip
    page.add(
        "quantities",
        Quantity(**page.at("quantity", told[4]), value=float(amount), unit=unit, draft=draft.id),
    )
