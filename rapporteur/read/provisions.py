"""Provisions: what a draft says, clause by clause, as a report describes it.

Each rule points at the clauses of one sentence and says which draft they belong to; a clause is then cut
into pieces, one for each thing provided, and each piece gets its issue, its value and its status.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapporteur.languages.en import drafts as words
from rapporteur.languages.en.issues import GENERAL
from rapporteur.model import (
    Address,
    Attribution,
    Document,
    DraftMention,
    Mention,
    PointStatus,
    Provision,
    Quantity,
    Sentence,
    address,
)
from rapporteur.read.issues import ENGLISH, Issues, find_issue
from rapporteur.read.values import value_of
from rapporteur.read.within import body, innermost, trimmed

_ADVERBS = r"(?:(?:also|reportedly|essentially|effectively|already|currently|further|explicitly|instead|now|still|even|only|initially|originally|largely|in effect|does|do|did|would|will|could|may|might|must|shall|should|has|have|had|not|is (?:meant|designed|intended|expected|supposed) to|was (?:meant|designed|intended) to|is to|aims? to)\s+|(?:wouldn|doesn|didn|won|don)[’']t\s+|would[’']?\s+)*"
_VERB = rf"(?P<verb>{_ADVERBS}{words.PROVIDES})(?=[\s,])"
_STOP = re.compile(
    r";|\s[—–]\s|—|,\s+(?:according to|but|while|although|though|which|who|a move|moves|said|says|as|because|where|when|drawing|prompting|leaving|"
    r"raising|something|in (?:return|exchange)|despite|even|after|before|since|he|she|they|officials|so)\b|\s(?:according to|because|while|although|after which)\s|[”\"]\s+(?:said|he|she)\b"
)
_CUT = re.compile(
    rf"(?:,\s+(?:and\s+|or\s+|as well as\s+)?|\s+(?:and|while|as well as|plus|but)\s+)(?:also\s+|would\s+|to\s+|not\s+|it\s+)*(?={words.PROVIDES}\s)",
    re.I,
)


_VAGUE = (None, "plan", "process")


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


def find_provisions(
    document: Document,
    sentences: Sequence[Sentence],
    drafts: Sequence[DraftMention],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
    issues: Issues = ENGLISH,
) -> tuple[Provision, ...]:
    """Every provision the report describes, in order; a piece about no issue and with no number is dropped."""
    found: dict[Address, Provision] = {}
    last: DraftMention | None = None
    for sentence in body(document, sentences):
        text = document.text[sentence.start : sentence.end]
        here = tuple(d for d in drafts if sentence.start <= d.span.start < sentence.end)
        scene = Scene(text=text, offset=sentence.start, drafts=here, last=last)
        taken: list[tuple[int, int]] = []
        for rule in RULES:
            for clause in rule(scene):
                for start, end in _pieces(scene, clause):
                    span = trimmed(document, sentence.start + start, sentence.start + end)
                    if span is None or any(a < span.end and span.start < b for a, b in taken):
                        continue
                    inner = innermost(attributions, span.start, span.end)
                    issue = find_issue(span.exact, clause.about, sentence.vector, issues)
                    value = value_of(span, quantities)
                    counted = any(c.isdigit() for c in value or "")
                    vague = issue in _VAGUE and clause.status != "other-track"
                    if (vague or (clause.status == "open" and issue in GENERAL)) and not counted:
                        continue
                    if clause.status == "unknown" and len(span.exact.split()) < 2 and not counted:
                        continue
                    taken.append((span.start, span.end))
                    made = Provision(
                        id=address(document.report, "provision", span.start, span.end),
                        span=span,
                        draft=clause.draft,
                        issue=issue,
                        number=_numbered(span.exact),
                        value=value,
                        status=_status(scene, clause, start),
                        attribution=inner.id if inner else None,
                        rule=clause.rule,
                    )
                    found.setdefault(made.id, made)
        if here:
            subject = next((d for d in here if d.rule not in ("draft.agreed", "draft.open")), here[0])
            last = subject
    return tuple(sorted(found.values(), key=lambda p: (p.span.start, p.span.end)))


# --- the clauses of a sentence -----------------------------------------------------------------------


def _home(draft: DraftMention) -> Address:
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
            r"(?:versus|vs\.?|against|compared (?:with|to)|rather than|instead of|up from|down from|from)\s+(?:the\s+)?(?P<value>[$€£]?\d[\w,.%$-]*(?:\s+[\w-]+){0,3}?)\s+(?:under|in|of|set by|proposed (?:in|by)|envisaged in|offered (?:in|by))\s+$",
            scene.text[:at],
        )
        if match:
            yield Clause(
                match.start("value"),
                match.end("value"),
                _home(draft),
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
            _home(draft) if draft else None,
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
        yield Clause(start, _stop(scene.text, start), _home(draft), "provision.provides")


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
            yield Clause(start, _stop(scene.text, start), _home(draft), "provision.purpose")


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
            yield Clause(start, _stop(scene.text, start), _home(draft), "provision.including")


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
            yield Clause(start, _stop(scene.text, start), _home(draft), "provision.under")
        elif at > 20 and re.search(r"\bunder\s+(?:the terms of\s+)?$", scene.text[:at], re.I):
            start = max(
                (m.end() for m in re.finditer(r"[,;—]\s|\b(?:said|that)\s", scene.text[: at - 6])), default=0
            )
            yield Clause(start, at - 6, _home(draft), "provision.under", whole=True)


def clause_noun(scene: Scene) -> Iterator[Clause]:
    """ "Another provision precluded …": a part of the draft spoken of last."""
    match = re.search(
        rf"\b(?:a|an|another|one|the|its|other|one of the|some of its)\s+(?:[\w-]+\s+){{0,3}}{words.PROVISION_NOUNS}\s+(?:of the (?:plan|deal|draft|proposal|bill|text)\s+)?(?:that\s+)?{_VERB}",
        scene.text, re.I,
    )  # fmt: skip
    draft = scene.drafts[0] if scene.drafts else scene.last
    if match and draft:
        yield Clause(
            match.start("verb"), _stop(scene.text, match.start("verb")), _home(draft), "provision.clause"
        )


def it_also(scene: Scene) -> Iterator[Clause]:
    """ "It also calls for …", right after a sentence about the draft."""
    match = re.match(
        r"[“\"]?(?:It|They|This)\s+(?P<aux>would|also|calls?|requires?|includes?|says?|bans?|sets?|proposes?|limits?|allows?|demands?)\b",
        scene.text,
    )
    if match and scene.last and not scene.drafts:
        verb = re.match(rf"[“\"]?(?:It|They|This)\s+{_VERB}", scene.text)
        if verb:
            yield Clause(
                verb.start("verb"), _stop(scene.text, verb.start("verb")), _home(scene.last), "provision.it"
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
        if match is None:
            continue
        start = end + match.start("x")
        for piece in re.finditer(r"(?:(?!\s+and\s+).)+", match["x"]):
            yield Clause(
                start + piece.start(), start + piece.end(), _home(draft), "provision.counted", "open", True
            )


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
            _stop(scene.text, match.start("x"), match.end("x")),
            _home(draft) if draft else None,
            "provision.sticking",
            "open",
            True,
        )
    match = re.search(rf"(?P<x>[^,;.]{{4,100}}?)\s+{words.REMAINS_OPEN}", scene.text, re.I)
    if match:
        yield Clause(
            match.start("x"),
            match.end("x"),
            _home(draft) if draft else None,
            "provision.remains",
            "open",
            True,
        )


RULES: tuple[Callable[[Scene], Iterator[Clause]], ...] = (
    versus, other_track, counted_points, provides, including, under, clause_noun, it_also, deadline_to, sticking,
)  # fmt: skip


# --- pieces, values, status --------------------------------------------------------------------------


def _stop(text: str, start: int, end: int | None = None) -> int:
    """Where the clause that begins at `start` ends: at the reporting words, a new clause, or the sentence's end."""
    last = len(text) if end is None else end
    match = _STOP.search(text, start, last)
    return match.start() if match else last


def _pieces(scene: Scene, clause: Clause) -> list[tuple[int, int]]:
    if clause.whole:
        return [(clause.start, clause.end)]
    text = scene.text[clause.start : clause.end]
    versus_at = re.search(r"\s(?:versus|vs\.?|compared (?:with|to)|instead of)\s", text)
    if versus_at:
        text = text[: versus_at.start()]
    cuts = list(_CUT.finditer(text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    return [(clause.start + a, clause.start + b) for a, b in zip(starts, ends, strict=True) if b - a > 3]


def _status(scene: Scene, clause: Clause, start: int) -> PointStatus:
    if clause.status != "unknown":
        return clause.status
    if re.search(words.REMOVED, scene.text, re.I):
        return "removed"
    before = scene.text[:start]
    if re.search(rf"\b{words.AGREED}\s[^.;]*$", before, re.I):
        return "agreed"
    return "unknown"


def _numbered(text: str) -> int | None:
    match = re.search(r"\b(?:article|point|section|clause|paragraph|item)\s+(\d{1,3})\b", text, re.I)
    return int(match.group(1)) if match else None
