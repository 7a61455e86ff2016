"""The units of one page while rules judge them, and the small questions that rules ask of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapporteur.clean import phrases
from rapporteur.clean.outlets import Outlets
from rapporteur.clean.stamps import find_stamps
from rapporteur.clean.units import Unit
from rapporteur.model import BlockKind, Voice

PROSE_WORDS = 12
LONG_WORDS = 25
_LINKED = 0.75
_CREDIT_TAIL = re.compile(
    r"[A-Z][\w.’'-]*(?: [\w.’'-]+){1,5} ?[|/] ?(?:[A-Z]|via)[\w .,&’'-]{1,40}(?: ?[|/] ?[A-Z][\w .&’'-]{1,40})*\Z|"
    r".{2,60}[|/] ?(?:via )?(?:AP|AFP|Afp|EPA|Reuters|REUTERS|Getty(?: Images)?|Bloomberg|Anadolu|NurPhoto|Shutterstock|Pool|Xinhua|TASS)[^|/]{0,30}\Z"
)
_FILE_PHOTO = re.compile(
    r"(?i)(?:file ?[-–—:]|in this (?:\w+ ){0,3}(?:\d{1,2},? )?(?:\d{4},? )?(?:file )?(?:photo|image|picture|frame|handout)|(?:facebook twitter pinterest)\b)"
)
_POSED = re.compile(
    r"\([LRC]\)|\((?:left|right|cent(?:er|re)|second (?:left|right))\)|,? (?:left|right|cent(?:er|re)), "
)

Kind = tuple[BlockKind, str]


@dataclass(slots=True)
class Page:
    """The units of one page, what each has been judged to be, and where the article's prose lies."""

    text: str
    units: Sequence[Unit]
    outlets: Outlets
    kinds: list[Kind | None] = field(default_factory=list)
    first: int = 0  # the unit where the article's prose begins
    last: int = -1  # … and ends
    headline: int | None = None
    within: tuple[int, int] | None = None  # the units of the article, where markup shows it

    def __post_init__(self) -> None:
        self.kinds = [None] * len(self.units)

    def prose(self, at: int) -> bool:
        """Whether an unjudged unit reads like a sentence of an article."""
        if not 0 <= at < len(self.units) or self.kinds[at] is not None:
            return False
        return reads_as_prose(self.units[at])

    def set(self, at: int, kind: BlockKind, rule: str) -> None:
        """Judges a unit, unless a rule before has."""
        if self.kinds[at] is None:
            self.kinds[at] = (kind, rule)

    def change(self, at: int, kind: BlockKind, rule: str) -> None:
        """Judges a unit whatever rules before have said."""
        self.kinds[at] = (kind, rule)

    def is_a(self, at: int, *kinds: str) -> bool:
        """Whether a unit has been judged one of these."""
        return 0 <= at < len(self.units) and (kind := self.kinds[at]) is not None and kind[0] in kinds


def reads_as_prose(unit: Unit) -> bool:
    """Whether a unit reads like a sentence of an article: long, or middling and closed; not a link."""
    if unit.linked > _LINKED or "row" in unit.marks or unit.tag in ("h1", "h2", "h3"):
        return False
    return unit.words >= LONG_WORDS or (unit.words >= PROSE_WORDS and unit.ends_sentence)


def is_stamp_line(unit: Unit, most_other: int = 5) -> bool:
    """Whether a short line is a date stamp and little else."""
    if unit.words > 18:
        return False
    stamps = list(find_stamps(unit.text))
    if not stamps:
        return False
    rest = unit.text
    for stamp in reversed(stamps):
        rest = rest[: stamp.start] + " " + rest[stamp.end :]
    return len(rest.split()) <= most_other


def is_caption(unit: Unit) -> bool:
    """Whether a line says what a picture shows or who took it."""
    if unit.words > 90 or unit.linked > _LINKED:
        return False
    words = unit.text
    if _FILE_PHOTO.match(words) or (_POSED.search(words) and not unit.ends_sentence):
        return True
    if phrases.CAPTION_TAIL.search(words):
        return unit.words <= 60
    return unit.words <= 14 and bool(_CREDIT_TAIL.match(words))


def is_linked(unit: Unit) -> bool:
    """Whether a line is hardly more than a link."""
    return unit.linked > _LINKED


VOICES: dict[str, Voice] = {
    "comment": "reader", "chrome": "page", "notice": "page", "credit": "page", "byline": "page",
    "transcript": "transcript", "embed": "transcript",
}  # fmt: skip


def voice_of(kind: BlockKind, *, commentary: bool = False) -> Voice:
    """Whose words a block of this kind is."""
    return VOICES.get(kind, "author" if commentary else "newsroom")
