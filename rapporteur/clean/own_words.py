"""Whose newsroom a text speaks of as its own: "officials tell X", "X has learned"."""

from __future__ import annotations

import re
from collections import Counter

from rapporteur.clean.outlets import Outlets
from rapporteur.model import Document, Span, Stated

# What stands before and after an outlet's name, from its own newsroom's pen or from another's.
_TOLD_BEFORE = re.compile(
    r"\b(?:tells?|told|spoke (?:to|with)|(?:said|confirmed) (?:to|in an (?:exclusive )?interview with)|interview with|"
    r"(?:obtained|seen|reviewed|viewed|verified) by|shared with)\s+(?:the\s+)?\Z"
)
_LEAD_BEFORE = re.compile(
    r"(?i:\b(?:officials?|sources?|people|diplomats?|aides?|advisers?|lawmakers|persons?|insiders)\b)(?: [\w-]+){0,6},? "
    r"(?:have |has )?(?P<tell>tells?|told) (?:the )?\Z"
)
_RELIES_BEFORE = re.compile(
    r"(?:\b(?:[Aa]ccording|attributed) to\s+(?:the\s+)?(?:an?\s+\w+\s+(?:in|by)\s+(?:the\s+)?)?|"
    r"\b(?:reported|reports|cited|quoted|published|revealed)\s+(?:by|in)\s+(?:the\s+)?|\b[Cc]iting\s+(?:the\s+)?)\Z"
)
_RELIES_AFTER = re.compile(
    r"(?:\s+(?:news\s+)?(?:agency|website|newspaper|magazine))?\s+(?:has\s+|had\s+|also\s+|earlier\s+|previously\s+|first\s+)*"
    r"(?:report(?:s|ed)?|cites?|cited|citing|writes|wrote|said|says|quotes|quoted|notes|noted|claims|claimed|"
    r"published|revealed|reveals)\b|[’']s? (?:report|reporting|story|article|sources|correspondent)\b"
)
_OWN_AFTER = re.compile(
    r"\s+(?:has learned|has obtained|has seen|obtained a copy|understands|can reveal|has confirmed)\b"
)
_FIRST_BEFORE = re.compile(r"\b[Aa]s\s+\Z")
_FIRST_AFTER = re.compile(r"\s+(?:first|previously|exclusively)\s+reported\b")
_AROUND = 60
_ENOUGH = 3  # weight of the signs that must agree


def self_reference(document: Document, outlets: Outlets) -> Stated | None:
    """An outlet whose own reporting the text speaks of ("officials tell X"), and which it never cites.

    What is told to an outlet is as often quoted by its rivals, so one such phrase is not enough: the
    lead must rest on it, or the text must say "X has learned", and another sign must agree.
    """
    weight: Counter[str] = Counter()
    where: dict[str, Span] = {}
    relied: set[str] = set()
    strong: set[str] = set()
    told = [block for block in document.words_of() if block.kind in ("paragraph", "item", "dek")]
    for at, block in enumerate(told):
        words = document.text[block.start : block.end]
        for match in outlets.names.finditer(words):
            outlet = outlets.named(match.group())
            if outlet is None or len(match.group()) < 3 or outlet.carries or outlet.kind == "official":
                continue
            before = words[max(0, match.start() - _AROUND) : match.start()]
            after = words[match.end() : match.end() + _AROUND]
            lead = _LEAD_BEFORE.search(before) if at < 2 else None
            if _FIRST_BEFORE.search(before) and _FIRST_AFTER.match(after):
                weight[outlet.name] += 1
            elif _OWN_AFTER.match(after):
                weight[outlet.name] += 2
                strong.add(outlet.name)
            elif _RELIES_BEFORE.search(before) or _RELIES_AFTER.match(after):
                relied.add(outlet.name)
                continue
            elif lead:
                weight[outlet.name] += 2
                strong |= {outlet.name} if lead["tell"] != "told" else set()
            elif _TOLD_BEFORE.search(before):
                weight[outlet.name] += 1
            else:
                continue
            where.setdefault(
                outlet.name, document.span(block.start + match.start(), block.start + match.end())
            )
    left = [name for name in weight if name not in relied]
    if len(left) != 1 or weight[left[0]] < _ENOUGH or left[0] not in strong:
        return None
    return Stated(value=left[0], span=where[left[0]], basis="self-reference")
