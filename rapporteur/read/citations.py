"""Where a report says it has something from: its own reporting, another outlet's, a post, a copy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.languages.en.names import OUTLET_HEADS, OUTLETS, PLATFORMS
from rapporteur.model import Attribution, Citation, Document, Mention, Relation, Sentence, address

_NAME = r"(?:the\s+)?(?P<name>[A-Z][\w.&’'-]*(?:\s+(?:of\s+|the\s+|and\s+)?[A-Z][\w.&’'-]*){0,4})"
_TELL = r"(?:told|tells|tell|telling|confirmed\s+to|confirm\s+to|confirms\s+to|said\s+to|speaking\s+to|spoke\s+to|spoke\s+with|speaking\s+with|in\s+an\s+interview\s+with|in\s+an\s+exclusive\s+interview\s+with|interviewed\s+by|revealed\s+to|disclosed\s+to)"

#: (pattern, relation when the outlet is somebody else's, relation when it is the report's own), in order.
_PATTERNS: tuple[tuple[re.Pattern[str], Relation, Relation, str], ...] = (
    (re.compile(rf"\b(?:earlier\s+|first\s+|previously\s+)?reported\s+(?:earlier\s+|first\s+)?by\s+{_NAME}(?=[^.]{{0,80}}\bconfirmed\s+by\b)"), "confirms", "own-earlier", "reported by, but confirmed"),
    (re.compile(rf"\b(?:as|As)\s+{_NAME}\s+(?:has\s+|had\s+)?(?:(?:first|earlier|previously|also|exclusively)\s+)?(?:reported|revealed|disclosed|wrote|noted)"), "cites", "own-earlier", "as reported"),
    (re.compile(rf"\b(?:(?:was|were|been|is)\s+)?(?:(?:first|earlier|previously|originally)\s+)reported\s+(?:earlier\s+)?by\s+{_NAME}"), "cites", "own-earlier", "first reported by"),
    (re.compile(rf"{_NAME}\s+(?:(?:was\s+)?(?:the\s+)?first\s+(?:to\s+)?report(?:ed)?|first\s+reported|earlier\s+reported|previously\s+reported|broke\s+the\s+(?:news|story))"), "cites", "own-earlier", "first reported"),
    (re.compile(rf"\b[Aa]ccording\s+to\s+(?:(?:a|an|the)\s+(?:[a-z]+\s+)?(?:report|article|story|interview|account|poll|survey)s?\s+(?:in|by|from|on|with)\s+)?{_NAME}"), "relies-on", "own-reporting", "according to"),
    (re.compile(rf"\b{_TELL}\s+{_NAME}"), "cites", "own-reporting", "told"),
    (re.compile(rf"{_NAME}\s+(?:(?:has|had|also|later)\s+)?(?:reported|reports|cited|cites|quoted|quotes|citing|said\s+it\s+had|has\s+learned|has\s+seen|has\s+obtained|obtained|reviewed|wrote)\b"), "cites", "own-reporting", "reported"),
    (re.compile(rf"\b(?:reported\s+by|citing|seen\s+by|obtained\s+by|reviewed\s+by|quoted\s+by|cited\s+by|published\s+(?:in|by)|carried\s+by|aired\s+(?:on|by)|broadcast\s+(?:on|by)|in\s+a\s+report\s+by)\s+{_NAME}"), "cites", "own-reporting", "reported by"),
)  # fmt: skip
_POST = re.compile(
    r"\b(?:(?:in|on|via)\s+(?:a\s+|an\s+|his\s+|her\s+|their\s+|its\s+)?(?:[a-z-]+\s+)?(?:post|posts|posting|tweet|tweets|thread|message|video|statement|account)?\s*(?:posted\s+)?(?:on\s+|to\s+|via\s+)?|(?:took|turned|wrote|posted|tweeted|said|write|wrote\s+on|posting|writing)\s+(?:to|on)\s+(?:the\s+)?(?:social\s+(?:media\s+)?(?:platform|network|site)\s+)?)(?P<name>"
    + "|".join(sorted((re.escape(name) for name in PLATFORMS), key=len, reverse=True))
    + r")\b"
)
_SOCIAL = re.compile(r"\b(?:(?:in|on)\s+(?:a\s+)?)?social[- ]media(?:\s+(?:post|message|posting|posts))?\b")
_UNREPORTED = re.compile(
    r"\b(?:unreported|not\s+(?:been\s+)?(?:previously\s+)?reported|never\s+(?:been\s+)?reported|not\s+previously\s+(?:been\s+)?(?:disclosed|reported))\b(?:\s+(?:until\s+now|before|previously))?"
)
_CONTACT = re.compile(r"\b(?:Write|Contact|Email|E-mail|Reach)\s+(?:to\s+)?[A-Z]")


def find_citations(
    document: Document,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
) -> tuple[Citation, ...]:
    """The citations of a report in order of place, with what relation each claims."""
    own = document.outlet.value if document.outlet is not None else None
    found: dict[tuple[int, int], Citation] = {}
    people = {mention.span.start for mention in mentions if mention.kind == "person"}
    links = sorted(document.links, key=lambda link: link.start)
    for sentence in sentences:
        text = document.text[sentence.start : sentence.end]
        if not any(letter.isupper() for letter in text):
            continue
        held: list[tuple[int, int]] = []
        for pattern, other, mine, rule in _PATTERNS:
            for match in pattern.finditer(text):
                name = _outlet(match.group("name"), own)
                at = sentence.start + match.start("name")
                if name is None or (at in people and not _same(name, own)):
                    continue
                start = sentence.start + match.start()
                stop = (
                    sentence.start + match.start("name") + match.group("name").find(name) + len(name)
                    if match.end("name") == match.end()
                    else sentence.start + match.end()
                )
                if any(a < stop and start < b for a, b in held):
                    continue
                held.append((start, stop))
                relation: Relation = mine if _same(name, own) else other
                _add(document, found, start, stop, name, relation, rule, attributions, links)
        for match in _POST.finditer(text):
            start, stop = sentence.start + match.start(), sentence.start + match.end()
            _add(
                document,
                found,
                start,
                stop,
                match.group("name"),
                "quotes-post",
                "post on",
                attributions,
                links,
            )
        if own is not None:
            for match in _UNREPORTED.finditer(text):
                start, stop = sentence.start + match.start(), sentence.start + match.end()
                _add(document, found, start, stop, own, "own-reporting", "unreported", attributions, links)
    _copy(document, found)
    return tuple(sorted(found.values(), key=lambda citation: (citation.span.start, citation.span.end)))


def _copy(document: Document, found: dict[tuple[int, int], Citation]) -> None:
    """A copy of somebody else's report says so in its header or its footer."""
    if document.kind != "repost" or document.outlet is None or document.outlet.span is None:
        return
    span = document.outlet.span
    key = (span.start, span.end)
    if key not in found:
        found[key] = Citation(
            id=address(document.report, "citation", span.start, span.end),
            span=span,
            outlet=document.outlet.value,
            relation="reposts",
            rule="repost",
        )


def _add(
    document: Document,
    found: dict[tuple[int, int], Citation],
    start: int,
    stop: int,
    name: str,
    relation: Relation,
    rule: str,
    attributions: Sequence[Attribution],
    links: Sequence[object],
) -> None:
    key = (start, stop)
    if key in found:
        return
    holder = next(
        (
            attribution.id
            for attribution in attributions
            if attribution.cue is not None
            and (
                start <= attribution.cue.start < stop
                or (attribution.source is not None and start <= attribution.source.start < stop)
            )
        ),
        None,
    )
    url = next((link.url for link in document.links if link.start < stop and start < link.end), None)
    found[key] = Citation(
        id=address(document.report, "citation", start, stop),
        span=document.span(start, stop),
        outlet=name,
        relation=relation,
        url=url,
        attribution=holder,
        rule=rule,
    )


def _outlet(name: str, own: str | None) -> str | None:
    """The publisher that a capitalised run names, or None; trailing words that are no part of it are dropped."""
    name = " ".join(name.split())
    for possessive in ("’s", "'s"):
        name = name.split(possessive)[0]
    parts = name.rstrip(".,’'").split()
    for length in range(len(parts), 0, -1):
        short = " ".join(parts[:length])
        bare = short.removeprefix("The ").removeprefix("the ")
        if bare in OUTLETS or _same(bare, own):
            return bare
    if len(parts) > 1 and parts[-1] in OUTLET_HEADS:
        return " ".join(parts).removeprefix("The ")
    return None


def _same(name: str, own: str | None) -> bool:
    return own is not None and name.lower().removeprefix("the ") == own.lower().removeprefix("the ")
