"""Briefs as they were sent: filed in the ledger as what a person decided to tell, and found again.

A brief is filed as a judgement with the verdict "issued" about the talks it was on: added, never changed,
and by the rules of judging it corrects no fact.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapporteur.codec import dumps
from rapporteur.ledger import Ledger
from rapporteur.model import Judgement

VERDICT = "issued"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """One brief as it was sent: when, by whom, on which talks, and each line with the facts under it."""

    id: str
    talks: str | None
    at: str
    by: str
    as_of: str | None
    lines: tuple[tuple[str, tuple[str, ...]], ...]  # text as sent, addresses


def file_brief(ledger: Ledger, data: dict[str, Any], *, by: str, at: str) -> Issued:
    """Files a brief (the `data` of its view) as sent, inside the caller's transaction; the same twice is one."""
    lines = [
        {"text": line["text"], "facts": list(line["facts"])}
        for part in data["sections"]
        for line in part["lines"]
    ]
    body = dumps({"as_of": data.get("as_of"), "lines": lines})
    talks = data.get("talks") or ""
    digest = hashlib.sha256(f"{talks}\n{at}\n{by}\n{body}".encode()).hexdigest()
    judgement = Judgement(
        id=f"brief-{digest[:20]}",
        target=talks or "record",
        verdict=VERDICT,
        by=by,
        at=at,
        fields=(("brief", body),),
    )
    ledger.judge(judgement)
    return _read(judgement)


def issued(judgements: Sequence[Judgement], talks: str | None = None) -> list[Issued]:
    """The briefs filed, oldest first; on these talks only, where they are named."""
    found = [_read(one) for one in judgements if one.verdict == VERDICT]
    kept = [one for one in found if talks is None or one.talks in (None, talks)]
    return sorted(kept, key=lambda one: (one.at, one.id))


def _read(judgement: Judgement) -> Issued:
    body = json.loads(dict(judgement.fields)["brief"])
    return Issued(
        id=judgement.id,
        talks=None if judgement.target == "record" else judgement.target,
        at=judgement.at,
        by=judgement.by,
        as_of=body.get("as_of"),
        lines=tuple((line["text"], tuple(line["facts"])) for line in body["lines"]),
    )
