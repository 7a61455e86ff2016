"""From bytes to blocks and voices: what a page says, who published it and when."""

from __future__ import annotations

from rapporteur.clean.page import clean

__all__ = ["clean"]
