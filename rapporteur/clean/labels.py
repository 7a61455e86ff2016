"""House labels: the short lead-ins with a colon that a newsroom opens its paragraphs with."""

from __future__ import annotations

import re

from rapporteur.clean.phrases import LABEL_OPENER, LABEL_WORD, NOT_LABEL_LAST

_LEAD = re.compile(r"[*_]{0,2}(?P<words>[A-Z0-9][^:\n\"“”*_]{0,48}?)[*_]{0,2}:[*_]{0,2}(?=\s|$)")
_SPEAKER = re.compile(
    r"(?i)\b(?:officials?|minister|spokes\w+|president|diplomats?|senator|reporter|analysts?|adviser|advisor|"
    r"secretary|ambassador|envoy|chief|chairman|moderator|interviewer|answer|host|mr|mrs|ms|dr|sen|rep|gen)\b"
)
_PRONOUN = re.compile(r"(?i)(?:he|she|they|it|we|i|you|this|that|these|those|there|here)\b")
_WORDS = 6
_OWN_WORDS = 2  # words outside the lexicon that a lead-in may have


def read_label(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """A house label opening a paragraph: its start, its end after the colon, and where the rest begins.

    A lead-in is made of the words such lead-ins are made of, with one or two others in lower case; a
    name before a colon is a speaker or a place, and a clause with its own verb introduces what is said.
    """
    match = _LEAD.match(text, start, min(end, start + 60))
    if not match:
        return None
    words = [word.strip(",.’'()") for word in match.group("words").split()]
    words = [word for word in words if word]
    if not words or len(words) > _WORDS or _SPEAKER.search(match.group("words")):
        return None
    if NOT_LABEL_LAST.search(words[-1]) or _PRONOUN.match(words[0]):
        return None
    known = [bool(LABEL_WORD.fullmatch(word)) for word in words]
    if not (known[0] or words[0].isdigit()):
        return None
    own = [word for word, of_lexicon in zip(words, known, strict=True) if not of_lexicon]
    if any(word[0].isupper() for word in own) or len(own) > _OWN_WORDS:
        return None
    if own and not LABEL_OPENER.match(words[0]):
        return None
    if words[0].lower() in ("the", "but", "our") and any(word.endswith(("s", "ed")) for word in own):
        return None  # "The report concludes:" has a speaker and a verb
    rest = match.end()
    while rest < end and text[rest].isspace():
        rest += 1
    return start, match.end(), rest
