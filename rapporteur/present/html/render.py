"""Templates made ready: escaping always on, and the few filters every page needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from rapporteur.present.html.highlight import visible
from rapporteur.views.words import figures, has_figure

LEGEND = (
    "Every REF leads to the words. Origins: n on record, u unnamed, d a document, o the outlet’s own words, "
    "? not known; ~ marks a date that was inferred."
)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one template environment; a name that is not there is an error, never an empty place."""
    made = Environment(
        loader=PackageLoader("rapporteur.present.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["visible"] = lambda value: visible("" if value is None else str(value))
    made.filters["slug"] = lambda value: re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
    made.filters["figures"] = figures
    made.tests["figure"] = has_figure
    made.tests["day"] = lambda value: _DAY.fullmatch(str(value)) is not None
    return made


_DAY = re.compile(r"[\d?~.X]{2,4}(?:-\d\d){0,2}(?:T[\d:.Z+]*)?~?(?:/[\d.~]+(?:-\d\d){0,2}(?:T[\d:.Z+]*)?~?)?")


def render(template: str, values: Mapping[str, Any]) -> str:
    """A page from its template."""
    return environment().get_template(template).render(values)


def address_of(path: str, kept: Mapping[str, str], changes: Mapping[str, object]) -> str:
    """A path with the options that travel along, some of them changed; None takes one out."""
    merged = {**kept, **{name: "" if value is None else str(value) for name, value in changes.items()}}
    query = urlencode([(name, value) for name, value in sorted(merged.items()) if value not in ("", None)])
    return f"{path}?{query}" if query else path
