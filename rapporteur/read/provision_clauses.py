"""The clauses of one sentence that say what a draft provides: each rule points at some, with their draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapporteur.languages.en import drafts as words
from rapporteur.languages.en.drafts import POINTS
from rapporteur.model import Address, DraftMention, PointStatus
from rapporteur.read.draft_counts import N

_ADVERBS = r"(?:(?:also|reportedly|essentially|effectively|already|currently|further|explicitly|instead|now|still|even|only|initially|originally|largely|in effect|does|do|did|would|will|could|may|might|must|shall|should|has|have|had|not|is (?:meant|designed|intended|expected|supposed) to|was (?:meant|designed|intended) to|is to|aims? to)\s+|(?:wouldn|doesn|didn|won|don)[’']t\s+|would[’']?\s+)*"
_VERB = rf"(?P<verb>{_ADVERBS}{words.PROVIDES})(?=[\s,])"
_STOP = re.compile(
    r";|\s[—–]\s|—|,[”\"]?\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\s+(?:said|told|added|reported)\b|,\s+(?:according to|but|while|although|though|which|who|a move|moves|said|says|as|because|where|when|drawing|prompting|leaving|"
    r"raising|something|in (?:return|exchange)|despite|even|after|before|since|he|she|they|officials|so)\b|\s(?:according to|because|while|although|after which)\s|[”\"]\s+(?:said|he|she)\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that says what a draft provides, from its verb on."""

    start: int
    end: int
    draft: Address | None
    rule: str
    status: PointStatus = "unknown"
    whole: bool = False  # not to be cut into pieces
    about: str = ""  # words beside the clause that say what it is about, where it does not


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with the drafts it speaks of and the draft spoken of last before it."""

    text: str
    offset: int
    drafts: tuple[DraftMention, ...]
    last: DraftMention | None
    owned: tuple[Address, ...] = ()  # the drafts told of so far that are somebody's, each once


def home(draft: DraftMention) -> Address:
    return draft.chain or draft.id


def _is_parent(scene: Scene, draft: DraftMention) -> bool:
    """Whether the mention only says whose version another draft is: "a revised draft of the Smith plan"."""
    at = draft.span.start - scene.offset
    return any(
        d is not draft
        and re.fullmatch(r"\s+(?:version\s+)?(?:of|to)\s+", scene.text[d.span.end - scene.offset : at])
        for d in scene.drafts
    )


def versus(scene: Scene) -> Iterator[Clause]:
    """ "800,000 versus 600,000 in the U.S. document": the number belongs to the draft named after it."""
    for draft in scene.drafts:
        at = draft.span.start - scene.offset
        match = re.search(
            r"(?:versus|vs\.?|(?:as )?against|compared (?:with|to)|rather than|instead of|up from|down from|from)\s+(?:the\s+)?(?P<value>(?:[$€£]?\d[\w,.%$-]*|two|three|four|five|six|seven|eight|nine|ten)(?:\s+[\w-]+){0,3}?)\s+(?:under|in|of|set by|proposed (?:in|by)|envisaged in|offered (?:in|by))\s+$",
            scene.text[:at],
        )
        if match:
            yield Clause(
                match.start("value"),
                match.end("value"),
                home(draft),
                "provision.versus",
                whole=True,
                about=scene.text[: match.start()],
            )


def other_track(scene: Scene) -> Iterator[Clause]:
    """ "provisions involving X on a separate track": moved elsewhere, not dropped."""
    match = re.search(words.OTHER_TRACK, scene.text, re.I)
    if match is None:
        return
    before = scene.text[: match.start()]
    counted = re.search(
        rf"\b{N}(?:\s+(?:of (?:them|these|those)|more|{POINTS}))?\s+(?:(?:have|has|had) been|were|was|are|is|will be|would be)\s+(?:\w+\s+)?$",
        before,
        re.I,
    )
    if counted:
        draft = scene.drafts[0] if scene.drafts else scene.last
        yield Clause(
            counted.start(), stop_of(scene.text, match.end()), home(draft) if draft else None,
            "provision.other-track", "other-track", True,
        )  # fmt: skip
        return
    matter = re.search(
        rf"(?:{words.PROVISION_NOUNS}|issues?|questions?|matters?|topics?|talks)\s+(?:involving|on|about|concerning|related to|relating to|of|regarding|dealing with)\s[^,;]*$",
        before,
        re.I,
    )
    nouns = re.search(
        r"\b(?:issues? such as|questions? such as|the (?:issues?|question|matter|fate) of|discuss|address|handle|negotiate|leave|put|move|shift)\s+[^,;]{3,80}$",
        before,
        re.I,
    )
    chosen = matter or nouns
    if chosen:
        draft = scene.drafts[0] if scene.drafts else scene.last
        yield Clause(
            chosen.start(),
            match.end(),
            home(draft) if draft else None,
            "provision.other-track",
            "other-track",
            True,
        )


def provides(scene: Scene) -> Iterator[Clause]:
    """ "The plan would require …", "a draft, which bans …": the draft is the subject of the verb."""
    for draft in scene.drafts:
        if _is_parent(scene, draft):
            continue
        end = draft.span.end - scene.offset
        rest = scene.text[end:]
        match = re.match(rf"[”\"]?(?:,?\s+(?:which|that))?\s+{_VERB}", rest)
        aside = re.match(rf"[”\"]?\s*(?:,|—|–)[^,;—–]{{3,120}}(?:,|—|–)\s*{_VERB}", rest)
        relative = re.match(rf"\s[^,;.]{{0,60}}?,?\s(?:that|which)\s+{_VERB}", rest)
        version = re.match(rf"\s+(?:of|from|by|to|for|on|in|with)\s[^,;.]{{2,60}}?\s{_VERB}", rest)
        chosen = match or aside or relative or version
        if chosen is None or re.search(r"\b(?:the|a|an|its|their|[,’']s)\s+$", rest[: chosen.start("verb")]):
            continue
        if chosen is aside and re.match(r"includ|contain|cover", chosen["verb"]):
            continue
        if re.match(r"\w+ed\s+(?:by|with|in|on|at)\b", rest[chosen.start("verb") :]):
            continue
        if (
            re.search(
                r"\b(?:in|of|to|from|with|on|about|against|over|by)\s+$",
                scene.text[: draft.span.start - scene.offset],
            )
            and not re.search(r"\b(?:which|that)\b", chosen.group()[: chosen.start("verb")])
            and (chosen is match or chosen is version)
        ):
            continue  # "critics of the plan said": the draft is not the subject
        start = end + chosen.start("verb")
        as_it_says = re.search(r"\bas\s+(?:the\s+|an?\s+)?$", scene.text[: draft.span.start - scene.offset])
        comma = re.match(r",\s+", scene.text[end + chosen.end("verb") :])
        if as_it_says and comma:  # "cannot, as the plan seeks, decide on …": what is sought stands behind it
            start = end + chosen.end("verb") + comma.end()
        yield Clause(start, stop_of(scene.text, start), home(draft), "provision.provides")


def deadline_to(scene: Scene) -> Iterator[Clause]:
    """ "respond to the proposal, which would require …" is met by `provides`; here "a plan to end …"."""
    for draft in scene.drafts:
        end = draft.span.end - scene.offset
        match = re.match(
            r"[”\"]?\s+(?:to|for|aimed at|designed to|meant to|under which)\s+(?P<verb>[^,;.]{4,160})",
            scene.text[end:],
        )
        if match and re.match(rf"(?:the\s+)?(?:[\w-]+\s+){{0,4}}?{words.PROVIDES}", match["verb"]):
            start = end + match.start("verb")
            yield Clause(start, stop_of(scene.text, start), home(draft), "provision.purpose")


def including(scene: Scene) -> Iterator[Clause]:
    """ "a draft, with changes they want, including the insistence that …": what follows is in the draft."""
    for draft in scene.drafts:
        end = draft.span.end - scene.offset
        match = re.match(
            r"(?:[^;.]|\.(?=\S|\s[a-z])){0,120}?,?\s(?:including|among them|such as|notably)\s",
            scene.text[end:],
        )
        if (
            match
            and not _is_parent(scene, draft)
            and not re.search(r"\b(?:said|told|officials|countries|leaders)\b", match.group())
        ):
            start = end + match.end()
            yield Clause(start, stop_of(scene.text, start), home(draft), "provision.including")


def under(scene: Scene) -> Iterator[Clause]:
    """ "Under the deal, …": the whole clause after it."""
    for draft in scene.drafts:
        at, end = draft.span.start - scene.offset, draft.span.end - scene.offset
        if not re.search(
            r"(?:^|[“\"\s])(?:under|as part of|according to|in|by the terms of)\s+(?:the (?:terms|provisions) of\s+)?$",
            scene.text[:at],
            re.I,
        ):
            continue
        if re.search(r"\b(?:in|according to)\s+$", scene.text[:at], re.I) and at > 14:
            continue
        match = re.match(r"[^,;.]{0,70},\s+(?P<clause>\S)", scene.text[end:])
        if match:
            start = end + match.start("clause")
            yield Clause(start, stop_of(scene.text, start), home(draft), "provision.under")
        elif at > 20 and re.search(r"\bunder\s+(?:the terms of\s+)?$", scene.text[:at], re.I):
            start = max(
                (m.end() for m in re.finditer(r"[,;—]\s|\b(?:said|that)\s", scene.text[: at - 6])), default=0
            )
            yield Clause(start, at - 6, home(draft), "provision.under", whole=True)


def clause_noun(scene: Scene) -> Iterator[Clause]:
    """ "Another provision precluded …": a part of the draft spoken of last."""
    match = re.search(
        rf"\b(?:a|an|another|one|the|its|other|one of the|some of its)\s+(?:[\w-]+\s+){{0,3}}{words.PROVISION_NOUNS}\s+(?:of the (?:plan|deal|draft|proposal|bill|text)\s+)?(?:that\s+)?{_VERB}",
        scene.text, re.I,
    )  # fmt: skip
    draft = scene.drafts[0] if scene.drafts else scene.last
    if match and draft:
        yield Clause(
            match.start("verb"), stop_of(scene.text, match.start("verb")), home(draft), "provision.clause"
        )


def it_also(scene: Scene) -> Iterator[Clause]:
    """ "It also calls for …", right after a sentence about the draft."""
    match = re.match(
        rf"[“\"]?(?:They\s+(?=would\b|also\b|call|requir|includ|ban|set|propos|limit|allow|demand)|(?:It|This|The (?:text|document|plan|draft))\s+(?!(?:\w+\s+)?(?:said|added)\b)){_VERB}",
        scene.text,
    )
    if match and scene.last and not scene.drafts:
        yield Clause(
            match.start("verb"), stop_of(scene.text, match.start("verb")), home(scene.last), "provision.it"
        )


def counted_points(scene: Scene) -> Iterator[Clause]:
    """ "Those two issues are likely X and Y": the open points of the draft that was counted."""
    for draft in scene.drafts:
        if draft.points_open is None:
            continue
        end = draft.span.end - scene.offset
        match = re.match(
            r"\s+(?:are|were|concern|involve|include|relate to|deal with)\s+(?:(?:likely|probably|said to be|believed to be|thought to be|reportedly|understood to be)\s+)?(?P<x>[^,;.]+)",
            scene.text[end:],
        )
        listed = re.match(r"\s*(?:[:—–]|,\s+(?:namely|that is))\s*(?P<x>[^.;—–]{6,200})", scene.text[end:])
        if listed:
            start = end + listed.start("x")
            cuts = list(re.finditer(r",\s+(?:and\s+)?|\s+and\s+", listed["x"]))
            if len(cuts) + 1 == draft.points_open:
                places = [0, *(cut.end() for cut in cuts)]
                ends = [*(cut.start() for cut in cuts), len(listed["x"])]
                for a, b in zip(places, ends, strict=True):
                    yield Clause(start + a, start + b, home(draft), "provision.counted", "open", True)
                continue
        if match is None:
            continue
        start = end + match.start("x")
        for piece in re.finditer(r"(?:(?!\s+and\s+).)+", match["x"]):
            yield Clause(
                start + piece.start(), start + piece.end(), home(draft), "provision.counted", "open", True
            )


def point_on(scene: Scene) -> Iterator[Clause]:
    """ "The point on observers has been struck out": what became of one point of the draft."""
    for match in re.finditer(
        rf"\b(?:the|an?|its|their)\s+(?:[\w-]+\s+)?{words.PROVISION_NOUNS}\s+(?:on|about|concerning|dealing with|for|covering|regarding)\s+(?P<x>[^,;.]{{3,60}}?)\s+"
        rf"(?:has|have|had|was|were|is|are|would be|will be)\s+(?:been\s+|now\s+|also\s+|already\s+)*(?P<fate>{words.FATES})\b",
        scene.text,
        re.I,
    ):
        status = next(status for pattern, status in words.FATE if re.match(pattern, match["fate"], re.I))
        draft = scene.drafts[0] if scene.drafts else scene.last
        if draft:
            yield Clause(match.start(), match.end(), home(draft), "provision.point", status, True)


def under_both(scene: Scene) -> Iterator[Clause]:
    """ "Three crossings would open under both texts": the same in each of the two drafts told of."""
    match = re.search(
        r"\s(?:under|in|by)\s+(?:both|either|each) (?:of the )?(?:texts?|drafts?|plans?|proposals?|versions?|offers?|documents?|bills?)\b",
        scene.text,
    )
    if match is None or len(scene.owned) != 2:
        return
    start = max(
        (m.end() for m in re.finditer(r"[;—]\s|\b(?:said|that)\s", scene.text[: match.start()])), default=0
    )
    yield Clause(start, match.start(), scene.owned[0], "provision.both", whole=True)
    yield Clause(start, match.end(), scene.owned[1], "provision.both", whole=True)


_REMAINS = re.compile(rf"\s{words.REMAINS_OPEN}", re.I)


def sticking(scene: Scene) -> Iterator[Clause]:
    """ "A sticking point is …", "… remains unresolved": open, whichever draft it stands in."""
    draft = scene.drafts[0] if len(scene.drafts) == 1 else None
    match = re.search(
        rf"\b{words.OPEN_MARKS}\s*(?:(?:in the (?:talks|negotiations)|between the sides?)\s+)?(?:is|are|was|were|remains?|have been|has been|includes?|included|concerns?|involves?|over|on|about|were over|:)?\s+(?P<x>[^;.]{{4,140}})",
        scene.text,
        re.I,
    )
    if match:
        yield Clause(
            match.start("x"),
            stop_of(scene.text, match.start("x"), match.end("x")),
            home(draft) if draft else None,
            "provision.sticking",
            "open",
            True,
        )
    if not _REMAINS.search(scene.text):  # the search for what stands before it tries every place
        return
    match = re.search(rf"(?P<x>[^,;.]{{4,100}}?)\s+{words.REMAINS_OPEN}", scene.text, re.I)
    if match:
        yield Clause(
            match.start("x"),
            match.end("x"),
            home(draft) if draft else None,
            "provision.remains",
            "open",
            True,
        )


RULES: tuple[Callable[[Scene], Iterator[Clause]], ...] = (
    versus, other_track, counted_points, point_on, under_both, provides, including, under, clause_noun, it_also, deadline_to, sticking,
)  # fmt: skip


def stop_of(text: str, start: int, end: int | None = None) -> int:
    """Where the clause that begins at `start` ends: at the reporting words, a new clause, or the sentence's end."""
    last = len(text) if end is None else end
    match = _STOP.search(text, start, last)
    return match.start() if match else last
