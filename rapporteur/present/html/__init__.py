"""Pages and dossiers: Jinja templates over views, everything escaped, nothing loaded from elsewhere."""

from __future__ import annotations
