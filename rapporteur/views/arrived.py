"""What stands in the reports that came in since a moment: what none told before, then what is told again.

Unlike `changes` this holds nothing against the record as it was, so it costs what came in and no more.
"""

from __future__ import annotations

from typing import Any

from rapporteur.record import Record
from rapporteur.record.judged import members_of, report_of
from rapporteur.views.labels import label
from rapporteur.views.view import Asked, Row, View

LAYERS = (
    ("drafts", "draft"), ("points", "point"), ("events", "event"), ("deadlines", "deadline"),
    ("positions", "position"), ("disagreements", "disagreement"),
)  # fmt: skip
AT_ONCE = 40  # reports looked at: those received last
EACH = 4  # lines of a kind


def arrived(record: Record, asked: Asked) -> View:
    """The nouns that rest on the reports received since `asked.since`, of the newest reports where many came."""
    now = record.at(asked)
    came = now.lists.received_since(asked.since or "", AT_ONCE)
    total = now.lists.count_received(asked.since or "")
    rows: list[Row] = []
    for layer, name in LAYERS:
        found = now.lists.resting_on(layer, came)
        new = [noun for noun in found if _reports(noun) <= set(came)]
        again = len(found) - len(new)
        rows += [Row(cells=(f"new {name}", label(noun)), ref=noun.id) for noun in new[:EACH]]
        more = [f"{len(new) - EACH} more new"] if len(new) > EACH else []
        more += [f"{again} known ones told again"] if again else []
        if more:
            rows.append(Row(cells=(f"{name}s", ", ".join(more))))
    notes = [f"{total} report{'' if total == 1 else 's'} came in."]
    if total > len(came):
        notes.append(f"Of these the {len(came)} newest are told here.")
    return View(
        name="arrived", title="What came in", columns=("what", "in words"), rows=tuple(rows), notes=tuple(notes),
        total=len(rows), data={"reports": came, "total": total},
    )  # fmt: skip


def _reports(noun: Any) -> set[str]:
    return {report_of(member) for member in members_of(noun)}
