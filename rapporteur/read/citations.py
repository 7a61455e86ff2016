"""Where a report says it has something from: its own reporting, another outlet's, a post, a copy."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from rapporteur.languages.en.names import OUTLET_HEADS, OUTLETS, PLATFORMS
from rapporteur.model import Address, Attribution, Citation, Document, Mention, Relation, Sentence, address

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
_MEDIA = re.compile(
    r"\b(?:[Nn]ews|[Mm]edia|[Pp]ress|[Pp]ublished|[Uu]nconfirmed|[Ll]ocal\s+media|[Ss]tate\s+media|[Nn]ewspaper)\s+(?:articles|reports|stories|accounts)\b"
    r"|\b(?:[Oo]ne|[Aa]nother)\s+(?:news\s+)?story\b(?=\s+(?:about|that|in|claiming|saying|alleging))"
)
_CONTACT = re.compile(r"\b(?:Write|Contact|Email|E-mail|Reach)\s+(?:to\s+)?[A-Z]")


class _Places:
    """Where the credits and links of a report stand, to be asked by place."""

    def __init__(self, document: Document, attributions: Sequence[Attribution]) -> None:
        self._credits = sorted(
            (span.start, attribution.id)
            for attribution in attributions
            for span in (attribution.cue, attribution.source)
            if span is not None and attribution.cue is not None
        )
        self._links = sorted((link.start, link.end, link.url) for link in document.links)

    def credit_in(self, start: int, stop: int) -> Address | None:
        """The first credit whose cue or source begins in these offsets."""
        at = bisect_left(self._credits, (start, ""))
        return self._credits[at][1] if at < len(self._credits) and self._credits[at][0] < stop else None

    def link_over(self, start: int, stop: int) -> str | None:
        """Where the link on these words leads; links do not overlap."""
        at = max(0, bisect_left(self._links, (start, -1, "")) - 1)
        for left, right, url in self._links[at : at + 3]:
            if left < stop and start < right:
                return url
        return None


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
    places = _Places(document, attributions)
    for sentence in sentences:
        text = document.text[sentence.start : sentence.end]
        if not any(letter.isupper() for letter in text):
            continue
        held: list[tuple[int, int]] = []
        for pattern, other, mine, rule in _PATTERNS:
            for match in pattern.finditer(text):
                name = _outlet(match.group("name"), own)
                at = sentence.start + match.start("name")
                if name is None or (
                    at in people and not _same(name, own) and name.split()[-1] not in OUTLET_HEADS
                ):
                    continue
                start = sentence.start + match.start()
                inner = match.group("name").find(name)
                stop = sentence.start + match.end()
                if match.end("name") == match.end() and inner >= 0:
                    stop = at + inner + len(name)
                if any(a < stop and start < b for a, b in held):
                    continue
                held.append((start, stop))
                relation: Relation = mine if _same(name, own) else other
                _add(document, found, start, stop, name, relation, rule, places)
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
                places,
            )
        if own is not None:
            for match in _UNREPORTED.finditer(text):
                start, stop = sentence.start + match.start(), sentence.start + match.end()
                _add(document, found, start, stop, own, "own-reporting", "unreported", places)
        for match in _MEDIA.finditer(text):
            start, stop = sentence.start + match.start(), sentence.start + match.end()
            _add(document, found, start, stop, None, "cites", "unnamed media", places)
    _copy(document, found)
    _contact(document, found)
    return tuple(sorted(found.values(), key=lambda citation: (citation.span.start, citation.span.end)))


def _copy(document: Document, found: dict[tuple[int, int], Citation]) -> None:
    """A copy of somebody else's report says so in its header or its footer."""
    if document.kind != "repost" or document.outlet is None:
        return
    span = (document.carrier.span if document.carrier else None) or document.outlet.span
    if span is None:
        return
    key = (span.start, span.end)
    if key not in found:
        found[key] = Citation(
            id=address(document.report, "citation", span.start, span.end),
            span=span,
            outlet=document.outlet.value,
            relation="reposts",
            rule="repost",
        )


def _contact(document: Document, found: dict[tuple[int, int], Citation]) -> None:
    """ "Write to …": the reporters of the outlet named above vouch for it."""
    if document.outlet is None:
        return
    for block in document.blocks:
        if block.kind in ("credit", "notice") and _CONTACT.match(document.text, block.start, block.end):
            found[(block.start, block.end)] = Citation(
                id=address(document.report, "citation", block.start, block.end),
                span=document.span(block.start, block.end),
                outlet=document.outlet.value,
                relation="own-reporting",
                rule="contact line",
            )


def _add(
    document: Document,
    found: dict[tuple[int, int], Citation],
    start: int,
    stop: int,
    name: str | None,
    relation: Relation,
    rule: str,
    places: _Places,
) -> None:
    key = (start, stop)
    if key in found:
        return
    holder = places.credit_in(start, stop)
    url = places.link_over(start, stop)
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
    """Whether a name is the report's own outlet; "the Ledger" is the Capital Ledger at home."""
    if own is None:
        return False
    short, full = name.lower().removeprefix("the "), own.lower().removeprefix("the ")
    return short == full or (" " not in short and full.split()[-1] == short)
