"""From bytes to blocks and voices: what a page says, who published it and when."""

from __future__ import annotations

from rapporteur.clean.document import clean
from rapporteur.clean.inline import readable, unlinked

__all__ = ["clean", "readable", "unlinked"]
