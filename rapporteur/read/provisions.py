"""Provisions: what a draft says, clause by clause, as a report describes it.

Each rule points at the clauses of one sentence and says which draft they belong to; a clause is then cut
into pieces, one for each thing provided, and each piece gets its issue, its value and its status.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
from rapporteur.read.provision_clauses import RULES, Clause, Scene
from rapporteur.read.values import value_of
from rapporteur.read.within import body, innermost, near, place, told_until, trimmed

_CUT = re.compile(
    rf"(?:,\s+(?:and\s+|or\s+|as well as\s+)?|\s+(?:and|while|as well as|plus|but)\s+)(?:also\s+|would\s+|to\s+|not\s+|it\s+)*(?={words.PROVIDES}\s)",
    re.I,
)


_VAGUE = (None, "plan", "process")
_IT = r"^(?:\w+\s+){1,3}(?:it|them|this|that)\s+(?:at|to|by|below|under|above|for)\b"
_NUMBERED = re.compile(
    r"[ \t]*(?:[•*-][ \t]*)?(?:(?:Article|Point|Section|Clause|Item|Paragraph|Art\.)[ \t]+)?(?P<n>\d{1,3})(?:[.):]|[ \t]*[—–-])[ \t]+(?P<text>\S[^\n]{8,})"
)
FEWEST = 3  # points that make a printed list of them
REACH = 800  # code points before its first point within which the draft they belong to is named


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
    owned: dict[Address, None] = {}
    before: Provision | None = None  # the last provision of the sentence before that tells its issue
    for made in printed(document, sentences, drafts, quantities, attributions, issues):
        found.setdefault(made.id, made)
    whole = [(made.span.start, made.span.end) for made in found.values()]
    for sentence in body(document, sentences):
        if any(a <= sentence.start < b for a, b in whole):
            continue
        text = document.text[sentence.start : sentence.end]
        near_it = near(drafts, place, sentence.start, sentence.end)
        here = tuple(d for d in near_it if sentence.start <= d.span.start < sentence.end)
        owned |= {draft.chain or draft.id: None for draft in here if draft.authors}
        scene = Scene(text=text, offset=sentence.start, drafts=here, last=last, owned=tuple(owned))
        taken: list[tuple[int, int]] = []
        new: Provision | None = None
        for rule in RULES:
            for clause in rule(scene):
                for start, end in _pieces(scene, clause):
                    end = told_until(attributions, sentence.start + start, sentence.start + end)
                    span = trimmed(document, sentence.start + start, end)
                    if span is None or (
                        any(a < span.end and span.start < b for a, b in taken)
                        and clause.rule != "provision.both"
                    ):
                        continue
                    inner = innermost(attributions, span.start, span.end)
                    issue = find_issue(span.exact, clause.about, issues)
                    if issue in _VAGUE and before is not None and re.search(_IT, span.exact):
                        issue = before.issue  # "caps it at 35": what was provided for just before
                        value = _in_unit_of(before, span.exact) or value_of(span, quantities)
                    else:
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
                    new = made if made.issue not in _VAGUE else new
        before = new
        if here:
            subject = next((d for d in here if d.rule not in ("draft.agreed", "draft.open")), here[0])
            last = subject
    return tuple(sorted(found.values(), key=lambda p: (p.span.start, p.span.end)))


# --- points printed in full --------------------------------------------------------------------------


def printed(
    document: Document,
    sentences: Sequence[Sentence],
    drafts: Sequence[DraftMention],
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
    issues: Issues = ENGLISH,
) -> list[Provision]:
    """The points of a draft whose text is printed: a run of lines numbered from 1, after the draft is named.

    A run in an ordinary article with no draft named before it is a list of something else.
    """
    told = [
        (block.start, block.end) for block in document.blocks
        if block.voice in ("newsroom", "author", "transcript") and block.kind not in ("headline", "byline", "notice", "chrome")
    ]  # fmt: skip
    items: list[tuple[int, int, int]] = []
    for match in _NUMBERED.finditer(document.text):
        at_line = match.start() == 0 or document.text[match.start() - 1] == "\n"
        if at_line and any(a <= match.start("text") < b for a, b in told):
            items.append((int(match["n"]), match.start("text"), match.end("text")))
    made: list[Provision] = []
    for run in _runs(items):
        before = [d for d in drafts if run[0][1] - REACH <= d.span.start < run[0][1]]
        counted = [d for d in before if d.points_total == len(run)]
        draft = (counted or before)[-1] if before else None
        if draft is None:
            continue
        for number, start, end in run:
            span = trimmed(document, start, end)
            if span is None:
                continue
            inner = innermost(attributions, span.start, span.end)
            made.append(
                Provision(
                    id=address(document.report, "provision", span.start, span.end), span=span,
                    draft=draft.chain or draft.id, issue=find_issue(span.exact, issues=issues), number=number,
                    value=value_of(span, quantities), attribution=inner.id if inner else None, rule="provision.printed",
                )
            )  # fmt: skip
    return made


def _runs(items: Sequence[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """The runs of items numbered 1, 2, 3 … without a gap, long enough to be a list."""
    runs: list[list[tuple[int, int, int]]] = []
    for item in items:
        if item[0] == 1:
            runs.append([item])
        elif runs and item[0] == runs[-1][-1][0] + 1:
            runs[-1].append(item)
    return [run for run in runs if len(run) >= FEWEST]


# --- pieces, values, status --------------------------------------------------------------------------


def _pieces(scene: Scene, clause: Clause) -> list[tuple[int, int]]:
    if clause.whole:
        return [(clause.start, clause.end)]
    text = scene.text[clause.start : clause.end]
    versus_at = re.search(
        r"\s(?:versus|vs\.?|compared (?:with|to)|instead of)\s|,\s+(?:as\s+)?against\s(?=[$€£]?\d)", text
    )
    if versus_at:
        text = text[: versus_at.start()]
    cuts = list(_CUT.finditer(text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    return [(clause.start + a, clause.start + b) for a, b in zip(starts, ends, strict=True) if b - a > 3]


def _in_unit_of(before: Provision, text: str) -> str | None:
    """A bare number in the unit of what was provided just before: "caps it at 35 million"."""
    unit = re.fullmatch(r"(?:[a-z ]+ )?[\d.e+]+ (?P<unit>.+)", before.value or "")
    number = re.search(r"(?<![\d,.])(\d[\d,]*(?:\.\d+)?)(?:\s+(thousand|million|billion|trillion))?\b", text)
    if unit is None or number is None:
        return None
    size = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}.get(number[2] or "", 1.0)
    return f"{float(number[1].replace(',', '')) * size:.10g} {unit['unit']}"


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
