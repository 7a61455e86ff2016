"""What stands around a headline: the byline with its names, the stamp, the outlet's own line, the dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapporteur.clean.outlets import Outlets
from rapporteur.clean.phrases import BYLINE_OPENS, BYLINE_STOPS, STAFF
from rapporteur.clean.stamps import Stamp, find_stamps

_NAME_WORD = r"(?:[A-Z][\w’'‘.-]*|(?:de|da|di|del|della|van|von|der|den|ter|al|el|bin|ibn|ben|le|la|du|dos|y|Mc[A-Z]\w+)\b)"
_NAME = re.compile(rf"[A-Z][\w’'.-]*(?:\s+{_NAME_WORD}){{1,4}}|[A-Z]{{2,}}(?:\s+[A-Z.]{{2,}}){{1,3}}")
_BETWEEN = re.compile(r"\s*(?:,\s*and\b|,|\band\b|&|\||;|•|·|/|–|—|\s-\s|\n|\t)\s*", re.I)
# Nouns that mastheads end or begin with; a "name" holding one is an outlet's, not a person's.
MASTHEAD = re.compile(
    r"\b(?:Times|Post|News|Today|Journal|Tribune|Herald|Gazette|Press|Agency|Observer|Guardian|Ledger|Courier|Wire|"
    r"Daily|Weekly|Chronicle|Standard|Telegraph|Independent|Examiner|Inquirer|Globe|Mail|Mirror|Echo|Sun|Star|"
    r"Bulletin|Dispatch|Register|Sentinel|Review|Report|Monitor|Magazine|Media|Radio|TV|Television|Broadcasting|"
    r"Network|Online|Newsroom|Newswire|Bureau|Desk|Correspondent|Channel|Express|Record|Argus|Advertiser|Tidings|"
    r"Insider|Service|Services|Foundation|Institute|Voice|Digital|Nest|Feed|Hub|Pravda|Zeitung)\b"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(?i:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?)"
DATELINE = re.compile(
    r"(?P<all>"
    r"(?:(?:[A-Z][A-Z.’'\-]+(?:[ /](?:[A-Z][A-Z.’'\-]*|[a-z]{2,3}(?= [A-Z])))*)"  # an upper-case city …
    r"(?:,\s*(?:[A-Z][\w.’'-]+\s?){1,3}?)?"  # … its country …
    rf"(?:,?\s*(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?{_DAY})?"  # … the day …
    r"(?:\s*\((?:[A-Z][\w .&’'/-]{1,40})\))?"  # … and the agency
    rf"|[A-Z][\w.’'-]+(?:[ /-][A-Z][\w.’'-]+){{0,2}}(?:,\s*[A-Z][\w.’'-]+)?,\s+{_DAY}(?:\s*\([A-Z][\w .&’'/-]{{1,40}}\))?"
    r"|[A-Z][\w.’'-]+(?:[ /-][A-Z][\w.’'-]+){0,2}(?:,\s*[A-Z][\w.’'-]+)?\s*\((?:Reuters|AP|AFP|UPI|dpa|TASS|Xinhua|IRNA|ANI|PTI|Bloomberg|CNN|[A-Z][\w ]{2,24}(?:News|Wire|Press|Agency))\)"
    r"|\((?:Reuters|AP|AFP|UPI|Bloomberg|CNN|Xinhua)\)"
    r"))"
    r"\s*(?:--|[-–—:])\s*(?=[\"“'‘(]?[A-Za-z0-9])"
)
_NOT_A_CITY = re.compile(
    r"(?:FILE|UPDATED?|PHOTOS?|VIDEO|WATCH|READ|MORE|EXCLUSIVE|BREAKING|NEWS|OPINION|ANALYSIS|CORRECTION|NOTE|LIVE|TRANSCRIPT|RELATED|ALSO|HERE|THE|A|IN|ON|AT|FACT CHECK|FACTS|CLAIM|REPORTER|QUESTION|ANSWER|HOST|PRESIDENT|SECRETARY|SENATOR)\b"
)
_HAS_DAY = re.compile(rf"(?i)\b{_MONTH}\s+\d")
_NO_PERSON = re.compile(
    r"\b(?:Room|Office|House|Hall|Street|Building|Palace|Square|Center|Centre|Department|Ministry|Minister|President|Secretary|Government|"
    r"Statement|Release|Press|Editor|Opinion|Analysis|Politics|World|Europe|Africa|Asia|America|Middle|East|West|North|South|United|"
    r"Nations|Union|Council|Committee|Commission|Conference|Summit|Talks|War|Peace|Policy|Privacy|Home|Page|Story|Slide|Show|Photo|Video)\b"
)
_NOT_A_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! [A-Z])|"
    r"(?:The|This|That|These|Those|Now|Then|Next|Late|Early|Mid|Law|Contrast|Comparison|Some|All|Any|Most|Many|One|Two|Far|And|Using|Doing)\b"
)
_STAFF_TAIL = re.compile(
    r"(?i)\s+(?:staff(?: (?:writer|reporter)s?)?|newsroom|news desk|web desk|correspondents?|bureau|team)$"
)
# No person's name begins with "The"; a few places do, and so do desks.
_THE_PAPER = re.compile(
    r"The (?!(?:Hague|Gambia|Bahamas|Netherlands|Bronx|Philippines|Maldives|Dalles|United|Dutch|White)\b)[A-Z][\w’'&-]+(?: (?:of |and |& )?[A-Z][\w’'&-]*){0,3}"
)
_NO_PAPER = re.compile(
    r"\b(?:Editors?|Board|Staff|Team|Desk|Newsroom|Reporters?|Writers?|Authors?|Talks|Story|Latest|Minister|Ministry|President|Government|Council|Committee|Commission|Conference|Delegations?)\b"
)
_AGENCY = re.compile(r"\(([A-Z][\w .&’'/-]{1,40})\)\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """A line that says who wrote it: names with their offsets, and the outlet and stamps beside them."""

    names: tuple[tuple[int, int], ...]
    outlets: tuple[tuple[int, int], ...]
    stamps: tuple[Stamp, ...]


def is_names(words: str) -> bool:
    """Whether a line is nothing but people's names: "Ana Bell and Tom Reis"."""
    if len(words) > 120 or words.startswith("The ") or MASTHEAD.search(words) or _NO_PERSON.search(words):
        return False
    pieces = [piece.strip() for piece in _BETWEEN.split(words)]
    return all(piece and _NAME.fullmatch(piece) and len(piece.split()) <= 4 for piece in pieces)


def is_the_paper(words: str) -> bool:
    """Whether words beside a byline or a date are a paper's name by their article: "The Kestrel"."""
    return _THE_PAPER.fullmatch(words) is not None and not (
        _NO_PAPER.search(words) or _NO_PERSON.search(words)
    )


def opens_byline(words: str) -> bool:
    """Whether a short line begins "By" and goes on with a name or a staff word."""
    match = BYLINE_OPENS.match(words)
    if not match or len(words.split()) > 40:
        return False
    rest = words[match.end() :]
    if _NOT_A_NAME.match(rest) or (rest.endswith((".", ".”", '."')) and len(rest.split()) > 9):
        return False
    return bool(_NAME.match(rest) or STAFF.match(rest) or re.match(r"[A-Z][\w.’'-]+\s*(?:$|[,|•·])", rest))


def read_byline(text: str, start: int, end: int, outlets: Outlets) -> Byline:
    """The names, outlets and stamps on a byline."""
    stamps = tuple(find_stamps(text, start, end))
    stop = min((stamp.start for stamp in stamps), default=end)
    opening = BYLINE_OPENS.match(text[start:end])
    at = start + (opening.end() if opening else 0)
    names: list[tuple[int, int]] = []
    papers: list[tuple[int, int]] = []
    for piece_start, piece_end in _pieces(text, at, stop):
        words = text[piece_start:piece_end]
        staff = _STAFF_TAIL.search(words)
        kept = words[: staff.start()].rstrip() if staff else words
        if kept and (
            is_the_paper(kept) or outlets.named(kept) or (MASTHEAD.search(kept) and not STAFF.fullmatch(kept))
        ):
            papers.append((piece_start, piece_start + len(kept)))
        elif (match := _NAME.match(words)) and not STAFF.fullmatch(words):
            whole = match.group().rstrip(" .")
            cut = BYLINE_STOPS.search(words)
            whole = whole[: cut.start()].rstrip() if cut and cut.start() < len(whole) else whole
            rest = words[len(whole) :].strip(" .")
            if " " in whole and (not rest or BYLINE_STOPS.match(rest) or rest.startswith(("(", "@", "<"))):
                names.append((piece_start, piece_start + len(whole)))
            if paper := outlets.names.search(words, len(whole)):
                papers.append((piece_start + paper.start(), piece_start + paper.end()))
        elif paper := outlets.names.search(words):
            papers.append((piece_start + paper.start(), piece_start + paper.end()))
    return Byline(names=tuple(names), outlets=tuple(papers), stamps=stamps)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = start
    for match in _BETWEEN.finditer(text, start, end):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, end))
    trimmed = []
    for a, b in found:
        words = text[a:b]
        kept = words.strip(" .,:;\n\t")
        if kept:
            a += words.index(kept)
            trimmed.append((a, a + len(kept)))
    return trimmed


def read_dateline(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """A dateline that opens a paragraph: its start, its end, and where the paragraph's own words begin."""
    match = DATELINE.match(text, start, min(end, start + 160))
    if not match or match.end() >= end:
        return None
    words = match.group("all")
    city = words.split(",")[0].split("(")[0].strip()
    if _NOT_A_CITY.match(city):
        return None
    # An upper-case city stands alone; any other needs a day or an agency beside it.
    upper = city.isupper() and len(city) >= 3
    if not (upper or _HAS_DAY.search(words) or _AGENCY.search(words)):
        return None
    sign = match.group()[len(words) :]
    if sign.startswith("-") and not _HAS_DAY.search(words) and not _AGENCY.search(words):
        return None  # "NRA-backed" is a word
    if ":" in sign and not (upper and (_HAS_DAY.search(words) or (len(city) >= 5 and " " not in city))):
        return None  # "THE PRESIDENT: …" is a turn in a transcript
    return match.start("all"), match.end("all"), match.end()


def agency_of(dateline: str) -> str | None:
    """The agency in brackets at the end of a dateline."""
    match = _AGENCY.search(dateline)
    return match.group(1) if match else None
