"""Words by which a report says that something was not told, or is not known."""

from __future__ import annotations

REFUSED: tuple[tuple[str, str], ...] = (
    ("refusal.declined", r"(?:declin|refus)(?:ed|es|ing)\s+(?:repeatedly\s+|publicly\s+)?to\s+(?:comment|say|identify|provide|discuss|elaborate|name|specify|give|detail|disclose|reveal|confirm|describe|answer|explain|speculate|share|be drawn|go into|release|offer)"),
    ("refusal.declined", r"(?:declined|refused)\s+(?:further\s+)?comment"),
    ("refusal.would-not", r"(?:would|did|does|do|has|have|had)\s*(?:not|n[’']t)\s+(?:yet\s+|immediately\s+|publicly\s+|further\s+|want to\s+)?(?:say|said|elaborate|elaborated|specify|specified|identify|identified|disclose|disclosed|reveal|revealed|provide(?:d)?\s+(?:any\s+|further\s+|more\s+|specific\s+)?details?|give\s+(?:any\s+|further\s+|more\s+)?details?|detail|detailed|name|named|spell out|go into|comment|commented|explain(?:ed)?\s+(?:how|why|what))"),
    ("refusal.no-reply", r"did\s*(?:not|n[’']t)\s+(?:immediately\s+)?(?:respond|reply|return)(?:\s+\w+)?\s+(?:to\s+)?(?:an?\s+|several\s+|repeated\s+)?(?:requests?|emails?|messages?|calls?|questions?|inquir\w+)"),
    ("refusal.without-details", r"(?:without|gave no|giving no|offered (?:no|few)|offering (?:no|few)|provided (?:no|few)|providing (?:no|few)|with (?:no|few)|there were no|no further)\s+(?:giving\s+|providing\s+|offering\s+|further\s+)?(?:details|specifics|particulars|explanation)"),
    ("refusal.not-public", r"(?:has|have|had|was|were|is|are|been)(?:\s*n[’']t|\s+not)\s+(?:yet\s+)?(?:been\s+)?(?:discussed publicly|made public|publicly (?:discussed|disclosed|released|identified)|disclosed|released|published|announced|revealed|specified)"),
    ("refusal.vague", r"(?:has|have) been vague (?:about|on)|(?:remains?|kept|keeping) (?:secret|confidential|under wraps)|tight-lipped (?:about|on)"),
    ("refusal.unclear", r"(?:it (?:is|was|remains|remained)|it[’']s) (?:still |not |un)?(?:un)?clear(?= (?:how|what|whether|when|who|which|if|why|where)\b)|(?:it (?:is|was)|it[’']s) not (?:known|immediately clear|clear)|(?:remains?|remained|was|is) (?:unclear|unknown)|not immediately (?:known|clear)|nobody knows|could not be (?:determined|learned|reached|independently verified|independently confirmed|verified)"),
)  # fmt: skip
"""Each rule's name and its pattern; what is not told follows the pattern, or stands before it."""

COMMENT = r"\b(?:comment|commented|requests?|emails?|messages?|calls?|could not be reached)\b"
"""Where the refusal is to talk at all, and about nothing in particular."""
