"""Words with what stands around them, as the page of one thing and the review queue show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.present.html.highlight import in_context
from rapporteur.record import Record
from rapporteur.views.view import Evidence
from rapporteur.views.words import outlet_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words with what stands around them, ready to be shown."""

    report: str
    start: int
    prefix: str
    exact: str
    suffix: str
    label: str


def quoted(record: Record, evidence: Sequence[Evidence], most: int = 40) -> list[Quoted]:
    """Evidence in its context; words of reports that no longer stand are left out."""
    made = []
    for item in evidence[:most]:
        if not record.stands(item.report):
            continue
        document = record.document(item.report)
        start, end = item.span.start, item.span.end
        prefix, exact, suffix = in_context(document.text, start, end)
        made.append(
            Quoted(
                report=item.report,
                start=start,
                prefix=prefix,
                exact=exact,
                suffix=suffix,
                label=f"{outlet_name(document)} · {record.short(item.report)}@{start}–{end}",
            )
        )
    return made
