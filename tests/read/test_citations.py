"""Where a report says it has something from."""

from __future__ import annotations

import pytest
from _drawn import document, lines

from rapporteur.read import read


@pytest.mark.parametrize("case", lines("citations"))
def test_drawn(case: str) -> None:
    told, _, text = case.rpartition(" | ")
    found = [
        f"{one.relation} {one.outlet}: {one.span.exact}"
        for one in read(document(text, outlet="Courier")).citations
    ]
    assert " ; ".join(found) == told
