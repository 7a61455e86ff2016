"""Where a report says it has something from: its own reporting, another outlet's, a post, a copy."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapporteur.clean import readable
from rapporteur.languages.en.names import PLATFORMS
from rapporteur.model import Address, Attribution, Citation, Document, Mention, Relation, Sentence, address
from rapporteur.read.outlet_links import find_links
from rapporteur.read.outlet_names import CERTAIN, NAME, NOUNS, PRINTED, Press, same_name, stripped

_TELL = r"""(?x:told|tells|tell|telling
    |(?:confirm(?:ed|s)?|said|says|speaking|spoke|revealed|disclosed|complained|fumed|explained|insisted|suggested|hinted|admitted|acknowledged|denied|predicted|stressed|conceded|lamented|quipped|argued)\s+to
    |(?:statements?|e-?mails?|texts?|messages?|letter|note|comments?|remarks|memo)\s+(?:sent\s+)?to
    |spoke\s+with|speaking\s+with|asked\s+by)"""
_SHOWN = r"(?:said|says|saying|argued|argues|told\s+\w+|appear(?:ed|s|ing|ance|ances)|speaking|spoke|interview(?:ed|s)?|aired|repeated|insisted|added)"
_PRESS = r"(?:authoritative|influential|respected|state-run|state-owned|semi-official|semiofficial|pro-government|pan-Arab|independent|conservative|liberal|left-leaning|right-leaning|mass-circulation|\w+-language|\w+-based)"
_FIRST = r"(?:first|earlier|previously|originally|exclusively)"
_PIECE = r"(?:article|stor(?:y|ies)|op-ed|essay|column|editorial|commentary|piece|dispatch|scoop|interview|investigation|exclusive|profile)s?"


_REPORTS = re.compile(
    r"\b(?:report|publish|disclos|reveal|wrote|writes|noted|broke|cit[ei]|quot|said\s+it|learned|seen|obtained|review|carried"
    r"|aired|broadcast|round)"
)
_PAPER = re.compile(
    r"daily|paper|weekly|magazine|broadcaster|\bnews\s|authorit|influent|respect|state-|semi|pro-|pan-|-based|-language"
)
_ON_AIR = re.compile(r"\b[Oo]n\s+(?:[Tt]he\s+)?[A-Z]")
_PIECES = re.compile(rf"\b{_PIECE}\s+(?:by|for|in|published|written|\w+day)\b")
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\b")
_INTERVIEW = re.compile(r"\binterview")
_TOLD = re.compile(r"\b(?:to|with|by|told|tells?|telling)\s+(?:[Tt]he\s+)?[A-Z]")


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of naming an outlet: `sure` says how far the words around it show that it is one."""

    rule: str
    pattern: re.Pattern[str]
    other: Relation  # when the outlet is somebody else's
    mine: Relation  # when it is the report's own
    sure: int = 0
    hint: re.Pattern[str] = (
        _REPORTS  # what a sentence has that this way is used in: asked first, since most have none
    )


def _way(
    rule: str,
    pattern: str,
    other: Relation,
    mine: Relation,
    *,
    sure: int = 0,
    hint: re.Pattern[str] = _REPORTS,
) -> _Way:
    return _Way(rule, re.compile(pattern), other, mine, sure, hint)


#: In order: the first that names an outlet at a place keeps it.
_WAYS = (
    _way("reported by, but confirmed", rf"\b(?:{_FIRST}\s+)?reported\s+(?:{_FIRST}\s+)?by\s+{NAME}(?=[^.]{{0,80}}\bconfirmed\s+by\b)", "confirms", "own-earlier", sure=CERTAIN),
    _way("as reported", rf"\b[Aa]s\s+{NAME}\s+(?:(?:has|had)\s+)?(?:{_FIRST}|also)\s+(?:reported|revealed|disclosed|wrote|noted)", "cites", "own-earlier", sure=CERTAIN),
    _way("as reported", rf"\b[Aa]s\s+{NAME}\s+(?:(?:has|had)\s+)?(?:reported|revealed|disclosed|wrote|noted)", "cites", "own-earlier"),
    _way("first reported by", rf"\b(?:{_FIRST}\s+(?:reported|published|disclosed|revealed)\s+(?:earlier\s+)?(?:by|in)|reported\s+{_FIRST}\s+by)\s+{NAME}", "cites", "own-earlier", sure=CERTAIN),
    _way("first reported", rf"{NAME}\s+(?:(?:was\s+)?(?:the\s+)?first\s+(?:to\s+)?report(?:ed)?|{_FIRST}\s+reported|broke\s+the\s+(?:news|story))", "cites", "own-earlier", sure=1),
    _way("according to, which cited", rf"\b[Aa]ccording\s+to\s+{NAME}(?=,\s+(?:which\s+(?:cited|cites|quoted|quotes|said\s+it\s+had|has\s+seen)|citing|quoting))", "relies-on", "own-reporting", sure=CERTAIN, hint=_ACCORDING),
    _way("reported, citing", rf"{NAME}\s+reported(?=(?:\s+on\s+\w+|\s+\w+day)?,\s+(?:citing|quoting))", "cites", "own-reporting", sure=CERTAIN),
    _way("a piece in", rf"\b{_PIECE}\s+(?:published\s+)?(?:\w+day\s+)?in\s+{NAME}", "cites", "own-reporting", sure=PRINTED, hint=_PIECES),
    _way("a piece in", rf"\b{_PIECE}\s+(?:by|for|(?:published|written)\s+(?:by|for))\s+{NAME}", "cites", "own-reporting", sure=1, hint=_PIECES),
    _way("according to", rf"\b[Aa]ccording\s+to\s+(?:the\s+(?:[a-z-]+\s+){{0,3}}(?:{NOUNS})\s+)?(?:(?:a|an|the)\s+(?:[a-z]+\s+)?(?:report|article|story|interview|account|poll|survey)s?\s+(?:in|by|from|on|with)\s+)?{NAME}", "relies-on", "own-reporting", hint=_ACCORDING),
    _way("interview", rf"\binterview(?:s|ed)?\s+(?:with|by|to|on|for)\s+(?=[Tt]he\s|[^,.;]{{2,40}}?[’']s\s+[A-Z]){NAME}", "cites", "own-reporting", sure=CERTAIN, hint=_INTERVIEW),
    _way("interview", rf"\binterview(?:s|ed)?\s+(?:with|by|to|on|for)\s+{NAME}", "cites", "own-reporting", sure=1, hint=_INTERVIEW),
    _way("told", rf"\b{_TELL}\s+{NAME}", "cites", "own-reporting", hint=_TOLD),
    _way("on air", rf"\b[Oo]n\s+(?=[^,.;“\"]{{2,40}}?(?:[’']s?|,)?\s+[“\"‘][A-Z]){NAME}(?=[’'])", "cites", "own-reporting", sure=CERTAIN, hint=_ON_AIR),
    _way("on air", rf"\b{_SHOWN}\s+(?:(?:on\s+)?\w+day\s+|in\s+an\s+interview\s+|live\s+)?on\s+{NAME}", "cites", "own-reporting", hint=_ON_AIR),
    _way("according to, who quotes", rf"\b[Aa]ccording\s+to\s+{NAME}(?=,\s+[^.;]{{3,90}}?\b(?:said|told)\b)", "relies-on", "own-reporting", sure=1, hint=_ACCORDING),
    _way("the paper", rf"\b(?:{NOUNS})\s+{NAME}(?=,?\s+(?:reported|said|says|wrote|quoted|cited|reports))", "cites", "own-reporting", sure=CERTAIN, hint=_PAPER),
    _way("the paper", rf"\b[Tt]he\s+{_PRESS}\s+{NAME}(?=\s+(?:reported|said|wrote|quoted|cited))", "cites", "own-reporting", sure=1, hint=_PAPER),
    _way("both reported", rf"(?<=[Bb]oth\s){NAME}(?=(?:,[^.;]*)?\s+and\s+[^.;]*?\breported\b)", "cites", "own-reporting", sure=CERTAIN),
    _way("both reported", rf"{NAME}(?=\s+and\s+(?:the\s+)?[A-Z][^.,;]*?\s+(?:both|each)\s+reported\b)", "cites", "own-reporting", sure=CERTAIN),
    _way("reported", rf"{NAME}(?=\s+and\s+(?:the\s+)?[A-Z][^.,;]{{2,40}}\s+reported\b)", "cites", "own-reporting"),
    _way("reported", rf"{NAME}(?:\s+(?:{NOUNS}))?\s+(?:(?:has|had|also|later)\s+)?(?:reported|reports|cited|cites|quoted|quotes|citing|said\s+it\s+had|has\s+learned|has\s+seen|has\s+obtained|obtained|reviewed|wrote|writes|rounds\s+up|rounded\s+up)\b", "cites", "own-reporting"),
    _way("reported by", rf"\b(?:reported\s+by|citing|seen\s+by|obtained\s+by|reviewed\s+by|quoted\s+by|cited\s+by|published\s+(?:in|by)|carried\s+by|aired\s+(?:on|by)|broadcast\s+(?:on|by)|in\s+a\s+report\s+by)\s+{NAME}", "cites", "own-reporting"),
)  # fmt: skip
_ANY = re.compile(r"report|round(?:s|ed)\s+up|writes|[Oo]n\s+(?:the\s+)?[A-Z]|(?:statement|e-?mail|text|message|letter|note|comment|remarks|memo)s?\s+(?:sent\s+)?to\s|asked\s+by|ccording\s+to|t(?:old|ell)|spoke|speaking|said|confirm|reveal|disclos|interview|cit[ei]|quot|obtain|review|wrote|noted|learned|seen|published|carried|aired|broadcast|broke|op-ed|essay|column|editorial|article|story|piece|dispatch|scoop|exclusive|profile|commentary|investigation")  # fmt: skip
_FURTHER = re.compile(rf"(?:,\s+|,?\s+and\s+(?:by\s+|to\s+)?|\s+and\s+later\s+){NAME}")
_POST = re.compile(
    r"\b(?:(?:in|on|via)\s+(?:a\s+|an\s+|his\s+|her\s+|their\s+|its\s+)?(?:[a-z-]+\s+)?(?:post|posts|posting|tweet|tweets|thread|message|video|statement|account)?\s*(?:posted\s+)?(?:on\s+|to\s+|via\s+)?|(?:took|turned|wrote|posted|tweeted|said|write|wrote\s+on|posting|writing)\s+(?:to|on)\s+(?:the\s+)?(?:social\s+(?:media\s+)?(?:platform|network|site)\s+)?)(?P<name>"
    + "|".join(sorted((re.escape(name) for name in PLATFORMS), key=len, reverse=True))
    + r")\b"
)
_POST_OF = re.compile(
    r"\b(?:in|via)\s+(?:a|an|one|another|his|her|their|its)\s+(?:[a-z-]+\s+)?(?P<name>"
    + "|".join(sorted((re.escape(name) for name in PLATFORMS), key=len, reverse=True))
    + r")\s+(?:post|posting|message|thread|video|update)\b",
    re.IGNORECASE,
)
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
    text = readable(document)
    found: dict[tuple[int, int], Citation] = {}
    places = _Places(document, attributions)
    press = Press(own, mentions)
    telling = [
        (s, told) for s in sentences if _ANY.search(told := text[s.start : s.end]) and not told.islower()
    ]
    for sentence, told in telling:
        press.learn(told, sentence.start)
    before = -1
    while before < press.known():  # what one sentence shows to be an outlet is one in those before it
        before = press.known()
        cited = [one for sentence, told in telling for one in _named(told, sentence.start, press)]
        for _, _, name, _ in cited:
            press.shorten(name)
    for start, stop, name, way in cited:
        relation = way.mine if same_name(name, own) else way.other
        _add(document, found, start, stop, name, relation, way.rule, places)
    for sentence in sentences:
        _posts(document, text[sentence.start : sentence.end], sentence, found, own, places)
    for link in find_links(document, text, sentences, press, [c.span for c in found.values()]):
        start, stop, name, relation, url = link
        _add(document, found, start, stop, name, relation, "link", places, url=url)
    _copy(document, found)
    _contact(document, found)
    return tuple(sorted(found.values(), key=lambda citation: (citation.span.start, citation.span.end)))


def _named(text: str, at: int, press: Press) -> Iterator[tuple[int, int, str, _Way]]:
    """The outlets a sentence names as where something was reported: start, end, name, and the way it says so."""
    held: list[tuple[int, int]] = []
    for way in _WAYS:
        if way.hint.search(text) is None:
            continue
        for match in way.pattern.finditer(text):
            name = press.outlet(match["name"], at + match.start("name"), way.sure)
            if name is None:
                continue
            start, stop = match.start(), match.end()
            printed = (
                name if name in match["name"] else stripped(match["name"])
            )  # "the Times" for one named in full
            inner, name_end = match["name"].find(printed), len(printed)
            if match.end("name") == match.end() and inner >= 0:
                stop = match.start("name") + inner + name_end
            elif match.start("name") == match.start() and inner >= 0:
                start += inner
            if any(a < stop and start < b for a, b in held):
                continue
            held.append((start, stop))
            yield at + start, at + stop, name, way
            further = way.sure if way.rule == "both reported" else min(way.sure, 1)
            while more := _FURTHER.match(text, stop):
                name = press.outlet(more["name"], at + more.start("name"), further)
                if name is None or more["name"].find(name) < 0:
                    break
                first = more.start("name") + more["name"].find(name)
                stop = first + len(name)
                held.append((first, stop))
                yield at + first, at + stop, name, way


def _posts(
    document: Document,
    text: str,
    sentence: Sentence,
    found: dict[tuple[int, int], Citation],
    own: str | None,
    places: _Places,
) -> None:
    """Posts that are quoted, what was unreported until now, and media that are not named."""
    for match in _POST.finditer(text):
        start, stop = sentence.start + match.start(), sentence.start + match.end()
        _add(document, found, start, stop, match.group("name"), "quotes-post", "post on", places)
    for match in _POST_OF.finditer(text):
        start, stop = sentence.start + match.start(), sentence.start + match.end()
        name = next(one for one in PLATFORMS if one.lower() == match.group("name").lower())
        _add(document, found, start, stop, name, "quotes-post", "post on", places)
    if own is not None:
        for match in _UNREPORTED.finditer(text):
            start, stop = sentence.start + match.start(), sentence.start + match.end()
            _add(document, found, start, stop, own, "own-reporting", "unreported", places)
    for match in _MEDIA.finditer(text):
        start, stop = sentence.start + match.start(), sentence.start + match.end()
        _add(document, found, start, stop, None, "cites", "unnamed media", places)


def with_via(
    attributions: Sequence[Attribution], citations: Sequence[Citation], own: str | None
) -> tuple[Attribution, ...]:
    """The attributions, those told to another outlet taken from it ("told Der Morgen")."""
    told = [c for c in citations if c.outlet and not same_name(c.outlet, own) and c.relation == "cites"]
    return tuple(
        replace(one, via=name)
        if one.via is None
        and one.to is not None
        and (name := next((c.outlet for c in told if _stands_in(c, one.to.start, one.to.end)), None))
        else one
        for one in attributions
    )


def _stands_in(citation: Citation, start: int, end: int) -> bool:
    return start < citation.span.end <= end + 1 and citation.span.exact.endswith(citation.outlet or "")


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
    url: str | None = None,
) -> None:
    key = (start, stop)
    if key in found:
        return
    holder = places.credit_in(start, stop)
    url = url or places.link_over(start, stop)
    found[key] = Citation(
        id=address(document.report, "citation", start, stop),
        span=document.span(start, stop),
        outlet=name,
        relation=relation,
        url=url,
        attribution=holder,
        rule=rule,
    )
