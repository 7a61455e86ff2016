"""Lines of a brief: a text, the facts under it, and whether it may be written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rapporteur.clean import unlinked
from rapporteur.model import Address, Mention, Origins
from rapporteur.record import Record
from rapporteur.record.judged import report_of
from rapporteur.views.grounds import around, names_of, origin_mark, sentence_span, words_at
from rapporteur.views.support import Failure, Words, check
from rapporteur.views.view import Evidence, Row

WIDTH = 175
_CLAUSE = re.compile(r"(?:,|;|:|\s[—–])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: `label` is the brief's own frame, `text` is what must be borne out, word for word."""

    text: str
    facts: tuple[Address, ...]
    label: str = ""
    origins: Origins | None = None
    speaker: Address | None = None  # whom the text credits
    names: tuple[str, ...] = ()  # names the record gives to those in it
    own: bool = False  # about the record itself (what is missing), not about the world
    marks: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = field(default=())
    cell: tuple[str, Address] | None = None  # of a table of drafts: the issue and the draft

    @property
    def whole(self) -> str:
        """The line as printed."""
        return f"{self.label} {self.text}".strip()


def borne_out(record: Record, line: Line) -> tuple[Failure, ...]:
    """What of a line its evidence does not bear out; lines about the record itself are its own evidence."""
    if line.own:
        return ()
    evidence = grounds(record, line)
    if not evidence:
        return (Failure("words", "nothing stands under this line"),)
    # two sides of a tension stand side by side, and each is held against the words of both
    sides = line.text.split(" / ") if len(line.facts) == 2 else [line.text]
    failures = tuple(failure for side in sides for failure in check(side, evidence))
    if line.cell is not None:  # what stands in a draft is to come: its column says so
        failures = tuple(
            one
            for one in failures
            if one.kind != "status" or one.what.rpartition(": ")[2] not in ("future", "wish")
        )
    return failures


def grounds(record: Record, line: Line) -> list[Words]:
    """The words a line may use: the sentences of its facts, and where its speaker is named."""
    names = frozenset(word.lower() for name in line.names for word in re.findall(r"[^\W\d_]+", name))
    found: list[Words] = []
    for fact in line.facts:
        span = record.words(fact)
        if span is None:
            continue
        held = sentence_span(record, report_of(fact), span.start, span.end)
        words = words_at(record, report_of(fact), held.start, held.end)
        speakers = words.speakers
        if line.speaker is not None:
            speakers |= frozenset(names_of(record, line.speaker))
        found.append(
            Words(text=words.text, names=words.names | names | speakers, speakers=speakers, dates=words.dates)
        )
    return found


def opens_with_pronoun(record: Record, fact: Address) -> bool:
    """Whether a fact's sentence begins with somebody told of in the one before, so that it says little alone."""
    held = around(record, fact)
    return held is None or _PRONOUN.match(held.span.exact) is not None


_PRONOUN = re.compile(r"[“\"‘']?(?:He|She|It|They|This|That|His|Her|Their|Its|These|Those|I|We)\b")


def clip(text: str, start: int, end: int, width: int = WIDTH) -> str:
    """A sentence, or the run of its clauses around a place that fits, with an ellipsis where it is cut.

    Never cut inside a quotation: rather longer, up to twice the width.
    """
    line = re.sub(r"\s+", " ", text)
    if "](" in line:  # a link's address is no part of the sentence
        start, end = len(unlinked(line[:start])), len(unlinked(line[:end]))
        line = unlinked(line)
    if len(line.strip()) <= width:
        return line.strip()
    edges = [
        0,
        *(
            m.end()
            for m in _CLAUSE.finditer(line)
            if not _in_quote(line, m.start()) and not _in_number(line, m.start())
        ),
        len(line),
    ]
    first = max((i for i, edge in enumerate(edges[:-1]) if edge <= start), default=0)
    last = next((i for i, edge in enumerate(edges) if edge >= end and i > first), len(edges) - 1)
    if last + 1 < len(edges) and last - first == 1 and _SUBORDINATE.match(line[edges[first] :]):
        last += 1  # "As concern mounted, …": a clause that says nothing alone
    while True:
        if last + 1 < len(edges) and edges[last + 1] - edges[first] <= width:
            last += 1
        elif first > 0 and edges[last] - edges[first - 1] <= width:
            first -= 1
        else:
            break
    if (
        first == 0 and last + 1 < len(edges)
        and _PARTICIPLE.match(line[edges[last - 1] :]) and not _JOINS.match(line[edges[last] :])
    ):  # fmt: skip
        last += 1  # "A new draft, circulated on Friday, …": the verb stands behind
    kept = line[edges[first] : edges[last]].strip()
    if last < len(edges) - 1:
        kept = kept.rstrip(" ,;:—–") + " …"
    return f"… {kept}" if first > 0 else kept


_SUBORDINATE = re.compile(
    r"[“\"]?(?:As|While|When|After|Before|Although|Though|Because|Since|If|Unless|Until|Once|Despite|With|In|On|At|Under|Asked)\b"
)


_PARTICIPLE = re.compile(r"(?!said|told|added|agreed|asked|accused)[a-z]+(?:ed|en|wn)\b(?! that\b)")
_JOINS = re.compile(
    r"(?:and|but|or|who|whom|whose|which|that|with|while|as|when|where|including|according|after|before|because|though|although|if|so|said|[a-z]+ing|[A-Z“\"])\b"
)


def _in_quote(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _in_number(text: str, at: int) -> bool:
    return text[at : at + 1] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def sentence_line(record: Record, fact: Address, width: int = WIDTH, **more: Any) -> Line | None:
    """A line that is the sentence of a fact, clipped around it; None where the fact does not stand."""
    words, held = record.words(fact), around(record, fact)
    if words is None or held is None:
        return None
    start, end = words.start - held.span.start, words.end - held.span.start
    inside = re.match(r"[^“”\"]{2,}”[,.]?\s+(?=\w)", held.span.exact)
    if inside and inside.end() <= start:  # the end of a quotation that began in the sentence before
        cut = inside.end()
        text = f"… {clip(held.span.exact[cut:], start - cut, end - cut, width).removeprefix('… ')}"
    else:
        text = clip(held.span.exact, start, end, width)
    return Line(text=text.strip("• "), facts=(fact,), **more)


def evidence_of(record: Record, line: Line) -> tuple[Evidence, ...]:
    """The sentences under a line, each once."""
    return tuple(dict.fromkeys(e for fact in line.facts if (e := around(record, fact))))


def mark_of(record: Record, line: Line) -> str:
    """Its origin mark, ~ where the report’s date is only inferred."""
    inferred = any(record.window(report_of(fact)).basis == "inferred" for fact in line.facts)
    return origin_mark(record, line.facts, line.origins) + ("~" if inferred else "")


def row_of(record: Record, section: str, line: Line) -> Row:
    """A line as a row of the view."""
    return Row(
        cells=(section, line.whole, "" if line.own else mark_of(record, line)),
        ref=line.facts[0] if line.facts else None,
        evidence=evidence_of(record, line),
        marks=line.marks,
    )


def data_of(record: Record, line: Line) -> dict[str, Any]:
    """A line as JSON: its text, the addresses and words under it, and its origin mark."""
    return {
        "text": line.whole,
        "label": line.label,
        "body": line.text,
        "facts": list(line.facts),
        "refs": [record.ref(fact) for fact in line.facts],
        "origins": None if line.own else mark_of(record, line),
        "marks": list(line.marks),
        "evidence": [held.plain() for held in evidence_of(record, line)],
    }


def party_names(record: Record, addresses: Sequence[Address]) -> tuple[str, ...]:
    """Under which names those at these addresses are known."""
    found: list[str] = []
    for given in addresses:
        entity = record.entity_of(given)
        if entity is not None:
            found += [entity.name, *entity.variants, entity.party or ""]
        elif isinstance(fact := record.fact(given), Mention):
            found.append(fact.name)
    return tuple(dict.fromkeys(name for name in found if name))
