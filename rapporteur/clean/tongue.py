"""Which language a text is in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from rapporteur.model import Block

_ENOUGH = 200  # letters below which a guess is worth less than what the page says
_LOOKED_AT = 1500  # characters, which are plenty
_SURE = 0.95


def language(text: str, blocks: Iterable[Block], stated: str | None) -> str | None:
    """The language of the text as an ISO 639-1 code: by its own words where they tell, else as the page states it.

    Templates often state the language of the site and not of the article, so the words come first. Identification
    is by langid.py's model (Lui & Baldwin, ACL 2012), which is deterministic.
    """
    own = " ".join(text[one.start : one.end] for one in blocks if one.voice != "page")[:_LOOKED_AT]
    if sum(char.isalpha() for char in own) < _ENOUGH:
        return stated
    code, sureness = identifier().classify(own)
    return str(code) if sureness >= _SURE else stated


@cache
def identifier() -> Any:
    """The model, loaded at its first use."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
