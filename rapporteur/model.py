"""The nouns of a record: frozen values that everything else makes, keeps or shows.

The first half is what the ledger holds: what one report says, or one person judged.
The second half is derived across reports and can be thrown away and rebuilt.
A reference from one noun to another is an address (see `address`), never an object.
Dates are EDTF strings (ISO 8601-2) as exported; moments are ISO 8601 with zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

# --- words --------------------------------------------------------------------------------------

BlockKind = Literal[
    "headline", "dek", "byline", "dateline", "subhead", "label", "paragraph", "item", "quote",
    "caption", "embed", "transcript", "comment", "credit", "notice", "chrome",
]  # fmt: skip
Voice = Literal["newsroom", "author", "transcript", "reader", "page"]
ReportKind = Literal["report", "commentary", "repost", "statement", "transcript"]
DateBasis = Literal["stated", "markup", "given", "inferred", "unknown"]
MentionKind = Literal["person", "organisation", "place", "facility", "group", "role", "document", "other"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Manner = Literal["direct", "indirect", "mixed"]
Number = Literal["one", "several", "many"]
EventClass = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "STATEMENT", "PROPOSE", "PERSONNEL", "LEAK", "DEADLINE",
]  # fmt: skip
Status = Literal["held", "planned", "ongoing", "postponed", "cancelled", "proposed", "denied"]
Qualifier = Literal["exactly", "about", "at most", "at least", "most of"]
Relation = Literal["own-reporting", "own-earlier", "relies-on", "cites", "confirms", "reposts", "quotes-post"]
DerivationRelation = Literal["copy", "rewrite", "common-source", "relies-on", "cites"]
DerivationBasis = Literal["named", "repost footer", "shared passage"]
PointStatus = Literal["agreed", "open", "disputed", "removed", "other-track", "unknown"]
Stance = Literal["demands", "accepts", "rejects", "offers", "open", "undecided", "no-response"]
DeadlineStatus = Literal["set", "softened", "met", "passed", "lifted"]
Direction = Literal["positive", "negative", "mixed"]
VoiceClass = Literal["official", "newsroom", "commentator", "reader"]
Tension = Literal[
    "contradiction", "supersession", "different-draft", "different-scope", "attribution", "denial", "framing",
]  # fmt: skip
State = Literal["machine", "checked", "corrected", "disputed"]

Address = str
"""`report:layer:start-end`, for ever the name of one fact in the ledger; a report's own address is its id."""


def address(report: str, layer: str, start: int, end: int) -> Address:
    """The address of the fact that `layer` found at `start`–`end` of a report's text."""
    return f"{report}:{layer}:{start}-{end}"


# --- the ledger: one report -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A verbatim stretch of a document: half-open code-point offsets and the text between them."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What came with the bytes rather than in them: from the command, a manifest, a feed or the URL."""

    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published item as received; its id is made from the digest of its bytes and what was given."""

    id: str
    digest: str  # sha256 of the bytes, hex
    source: str  # path relative to the folder given, or URL
    given: Given
    received: str  # a moment, UTC; stays out of the canonical export
    media_type: str  # text/plain, text/html, text/markdown …
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that was not understood: named and placed, while the rest was read."""

    code: str  # a short stable word, e.g. "encoding-guessed"
    message: str  # one sentence for a person
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a document with its kind and the voice it is in."""

    kind: BlockKind
    voice: Voice
    start: int
    end: int
    rule: str = ""  # the cleaning rule that decided it


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink of the page: the text it stands on and where it leads."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A piece of metadata with what it rests on: words of the text, or the markup field that says so."""

    value: str
    span: Span | None = None
    basis: str = "stated"  # stated, markup, given, url, …: where it was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report's text, cleaned into blocks, with what the page says of itself."""

    report: str
    text: str
    language: str | None
    blocks: tuple[Block, ...]
    kind: ReportKind = "report"
    title: Stated | None = None
    outlet: Stated | None = None  # who reported it
    carrier: Stated | None = None  # who shows this copy
    byline: tuple[Stated, ...] = ()
    dateline: Stated | None = None
    published: Stated | None = None  # ISO date, or date-time with zone
    updated: Stated | None = None
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span at these offsets; every span is made here, so every span is verbatim."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}-{end} in a text of {len(self.text)} code points")
        return Span(start=start, end=end, exact=self.text[start:end])

    def words_of(self, *voices: Voice) -> Iterable[Block]:
        """The blocks that carry report text in these voices (newsroom and author when none is named)."""
        wanted = voices or ("newsroom", "author")
        return (block for block in self.blocks if block.voice in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name (or a role, or a document named as an actor) in one text.

    `chain` is the address of the mention in this report that it is the same as, when exactly one
    candidate stands ("Rubio" → "Marco Rubio", "the minister" → that minister); else None.
    """

    id: Address
    span: Span
    kind: MentionKind
    name: str  # the name without title and possessive, as printed: "Marco Rubio"
    role: str | None = None  # as this report gives it: "Secretary of State"
    affiliation: str | None = None  # country or body the role belongs to, as printed
    chain: Address | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression with its TIMEX3 value as this report alone gives it; unresolved stays None.

    Under-specified values keep X ("XXXX-11-18", "XXXX-WXX-7") and `direction` says which way
    the words point from the document's date, for the record to resolve once that date is known.
    """

    id: Address
    span: Span
    timex_type: TimexType
    value: str | None
    mod: str | None = None  # TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN …
    end_value: str | None = None  # of a range "24 to 26 October"
    direction: Literal["past", "future", "same"] | None = None
    offset: str | None = None  # what to add to the document's date when it is known: "P-1D", "P1W" …
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymousSource:
    """A speaker without a name, with what the report says of it."""

    id: Address
    span: Span
    description: str  # verbatim
    affiliation: str | None = None
    rank: str | None = None
    number: Number = "one"
    condition: Span | None = None  # "on condition of anonymity because …", verbatim
    same_as: Address | None = None  # an earlier one in this report, when exactly one could be meant
    could_be: tuple[Address, ...] = ()  # those of this report it might be, left open
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One utterance credited to a source: source, cue and content, as in PARC and PolNeAR."""

    id: Address
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    manner: Manner
    cue_kind: str  # says, believes, wants, declines, denies, …
    voice: Voice
    speaker: Address | None = None  # a mention or an anonymous source of this report
    candidates: tuple[Address, ...] = ()  # those who could have spoken, when several stand
    to: Span | None = None  # told whom
    via: str | None = None  # the outlet it is taken from
    when: Address | None = None  # a timex
    nested_in: Address | None = None
    unsaid: str = ""  # refusal, question, wish, attitude …: the content is only what that is about
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One who takes part in an event, in a role (source, target, leader, member, host, absent …)."""

    role: str
    exact: str
    mention: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A trigger in one text and what the text says of the happening."""

    id: Address
    trigger: Span
    class_: EventClass
    status: Status
    mode: str | None = None  # meeting, call, letter, demonstration, …
    participants: tuple[Participant, ...] = ()
    when: Address | None = None  # a timex
    place: Address | None = None  # a mention
    recurring: bool = False  # a pattern is not an event on a day
    attribution: Address | None = None  # the innermost it stands in; None in the report's own voice
    sentence: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with unit and bound, and what it is about."""

    id: Address
    span: Span
    value: float
    unit: str | None
    qualifier: Qualifier = "exactly"
    about: Span | None = None
    draft: Address | None = None  # a draft mention
    high: float | None = None  # of a range
    attribution: Address | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A report naming where it has something from."""

    id: Address
    span: Span
    outlet: str | None
    relation: Relation
    url: str | None = None
    attribution: Address | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMention:
    """Words that speak of a version of the text under negotiation, with what they say of it."""

    id: Address
    span: Span
    name: str
    authors: tuple[str, ...] = ()
    parent: str | None = None  # the model or earlier draft it is said to come from
    points_total: int | None = None
    points_agreed: int | None = None
    points_open: int | None = None
    nature: str | None = None  # framework, list of ideas, ultimatum, …
    chain: Address | None = None  # the draft mention of this report it continues
    when: Address | None = None
    attribution: Address | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One thing a draft says, as a report describes it."""

    id: Address
    span: Span
    draft: Address | None  # a draft mention
    issue: str | None  # a key of the issue list
    number: int | None = None
    value: str | None = None  # "600000 personnel", "cede", …
    status: PointStatus = "unknown"
    attribution: Address | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceMention:
    """A party's stance on an issue, as one report tells it."""

    id: Address
    span: Span
    party: Address | None  # a mention
    party_name: str
    issue: str | None
    stance: Stance
    value: str | None = None
    when: Address | None = None
    attribution: Address | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineMention:
    """A date by which somebody must do something, as one report tells it."""

    id: Address
    span: Span
    who: str | None
    demand: str | None
    consequence: str | None = None
    when: Address | None = None
    status: DeadlineStatus = "set"
    attribution: Address | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookMention:
    """A forecast someone made, as one report tells it."""

    id: Address
    span: Span
    by: Address | None  # a mention or anonymous source; None: the report itself
    by_name: str | None
    direction: Direction
    horizon: Address | None = None
    resolvable: bool = False
    class_: VoiceClass = "official"
    attribution: Address | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Somebody declined to say, or a report says that something is not known; feeds the unknowns."""

    id: Address
    span: Span
    by: str | None
    about: str
    attribution: Address | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence's place and its pooled vector (int8 values, scaled by 127), where a model made one."""

    start: int
    end: int
    vector: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One pass over a document: everything one reader found in it, and nothing from elsewhere."""

    report: str
    reader: str  # maker and version, e.g. "rules/1" or "encoder/1"
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    anonymous_sources: tuple[AnonymousSource, ...] = ()
    event_mentions: tuple[EventMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    citations: tuple[Citation, ...] = ()
    draft_mentions: tuple[DraftMention, ...] = ()
    provisions: tuple[Provision, ...] = ()
    stances: tuple[StanceMention, ...] = ()
    deadlines: tuple[DeadlineMention, ...] = ()
    outlooks: tuple[OutlookMention, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided about an address, with name, time and note."""

    id: str
    target: Address
    verdict: str  # right, wrong, same, different, set, add, undo
    by: str
    at: str
    other: Address | None = None  # of same and different; the judgement undone
    fields: tuple[tuple[str, str], ...] = ()  # of set and add
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one append to the ledger holds: a report, its document and one reading of it."""

    report: Report
    document: Document
    reading: Reading


# --- derived: across reports ----------------------------------------------------------------------
# Ids are the least address in the group; references may name any member's address, and the one who
# shows or exports a record replaces it by the id of the group that holds it now.


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role with the report that gave it."""

    role: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """The thing that mentions name."""

    id: Address
    name: str
    kind: MentionKind
    variants: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    party: str | None = None
    times: int = 0  # it is mentioned
    mentions: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How something first became known: a newsroom with its sources, or a public document as itself."""

    newsroom: str | None
    sources: tuple[Address, ...]
    document: str | None
    reports: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The origins of one statement or event: `count` None where unknown; `least` if every unnamed
    source that could be the same were the same."""

    origins: tuple[Origin, ...]
    count: int | None
    least: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing said, in all its renderings."""

    id: Address
    speaker: Address | None
    text: str  # the fullest rendering
    attributions: tuple[Address, ...]
    origins: Origins
    when: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One step in the life of an event: the status a report gave it, and when that could be known."""

    status: Status
    known_from: str | None
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening on the timeline."""

    id: Address
    class_: EventClass
    title: str
    status: Status
    history: tuple[Happened, ...]
    when: str | None
    place: str | None
    participants: tuple[Participant, ...]
    mentions: tuple[Address, ...]
    talks: str | None
    origins: Origins
    due: bool = False  # planned for a date that has passed, outcome unreported


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """The edge from a report to the one it has its words or facts from."""

    id: Address
    report: str
    from_report: str | None
    from_outlet: str | None
    relation: DerivationRelation
    basis: DerivationBasis
    shared: float | None
    evidence: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks:
    """One negotiation among those a record follows."""

    id: str
    name: str
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A version of the text under negotiation."""

    id: Address
    name: str
    talks: str | None
    authors: tuple[str, ...]
    when: str | None
    parent: str | None
    points_total: int | None
    points_agreed: int | None
    points_open: int | None
    nature: str | None
    mentions: tuple[Address, ...] = ()
    problems: tuple[str, ...] = ()  # counts that do not add up


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One numbered or described provision of a draft."""

    id: Address
    draft: Address | None
    number: int | None
    issue: str | None
    text: str
    value: str | None
    status: PointStatus
    reported_by: tuple[Address, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A party's stance on an issue, on someone's word, at a time."""

    id: Address
    party: str
    issue: str | None
    stance: Stance
    value: str | None
    text: str
    on_the_word_of: Address | None
    as_of: str | None
    talks: str | None
    origins: Origins
    mentions: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A date by which somebody must do something."""

    id: Address
    who: str | None
    demand: str | None
    consequence: str | None
    when: str | None
    status: DeadlineStatus
    talks: str | None = None
    mentions: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A forecast someone made."""

    id: Address
    by: Address | None
    by_name: str | None
    direction: Direction
    text: str
    horizon: str | None
    resolvable: bool
    class_: VoiceClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two facts that do not sit together, and the kind of tension."""

    id: Address
    kind: Tension
    left: Address
    right: Address
    about: str
    talks: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Something that is not known, and why we know that it is not."""

    id: Address
    about: str
    text: str
    talks: str | None = None
    evidence: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When a report could be known: `first` to `last`, equal where its publication is stated."""

    first: str | None
    last: str | None
    basis: DateBasis = "unknown"
    reason: str = ""
    evidence: tuple[Address, ...] = field(default=())
