"""On whose word something is known: accounts that share a newsroom or a source are one origin."""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.model import Address, Origins
from rapporteur.record.layer import Lookup


def origins_of(members: Sequence[Address], lookup: Lookup) -> Origins:
    """The origins of what these facts say together (attributions, event mentions, stances, provisions …).

    Any fact of the ledger that stands in an attribution, or in a report's own voice, can be a member.
    """
    return Origins(origins=(), count=None, least=None)
