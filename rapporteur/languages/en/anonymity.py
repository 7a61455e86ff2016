"""How reports say that a source may not be named."""

from __future__ import annotations

#: What a condition may run over: no end of sentence, no quotation, no bracket; dots of initials are let be.
_RUN = r"(?:[^.;“”\"()]|(?<=\b[A-Z])\.)"
#: The same up to the next comma.
_BIT = r"(?:[^.,;“”\"()]|(?<=\b[A-Z])\.)"
_REASON = rf"(?:,?\s+(?:because|since|as|in\s+order|so|due\s+to|given|citing|under|for|to|when|while|ahead\s+of|before|in\s+(?:line|keeping|accordance)\s+with|per)\b{_BIT}*)?"
_WHO = r"(?:(?:(?:(?:all|both|neither|none|most|some|several|one|two|each)\s+of\s+)?whom|who|which|and)\s+)?(?:(?:all|both|also|has|have|had)\s+)*"
_SPOKE = (
    r"(?:spoke|speaking|spoken|speak|talked|talking|commented|commenting|briefed|briefing|agreed|were\s+granted"
    r"|was\s+granted|granted|requested|requesting|insisted|insisting|asked|asking|discussed|discussing|interviewed)"
)

#: Regular expressions, in order; each matches from its first word to the end of the condition as printed.
CONDITIONS = (
    rf"{_WHO}\b{_SPOKE}\b{_RUN}{{0,60}}?\b(?:up)?on\s+(?:the\s+)?(?:condition|conditions|terms)\s+"
    rf"(?:of\s+(?:strict\s+|complete\s+|customary\s+)?anonymity|{_BIT}{{0,40}}?\bnot\s+be\s+(?:named|identified|quoted)(?:\s+by\s+name)?){_REASON}",
    rf"\b(?:up)?on\s+(?:the\s+)?(?:condition|conditions|terms)\s+of\s+(?:strict\s+|complete\s+|customary\s+)?anonymity{_REASON}",
    rf"{_WHO}\b{_SPOKE}\b{_RUN}{{0,60}}?\bunder\s+(?:the\s+)?(?:[a-z-]+\s+)?(?:ground\s+rules|rules|terms)\b{_RUN}{{0,60}}?\b(?:anonymity|not\s+be\s+(?:named|identified|quoted)(?:\s+by\s+name)?){_REASON}",
    rf"{_WHO}\b(?:would|will|could|can|did|do|does)\s+not\s+(?:want\s+to\s+)?(?:give|provide|disclose|reveal|use)\s+(?:his|her|their|its|a|the)\s+(?:full\s+|real\s+)?names?\b{_REASON}",
    rf"(?:neither|none)\s+of\s+whom\s+(?:was|were|would|had|agreed|wanted|wished|is|are|has)\b{_BIT}{{0,40}}?\b(?:be\s+)?(?:named|identified|quoted|authori[sz]ed\s+to\s+(?:speak|talk|discuss|comment|brief))\b(?:\s+by\s+name)?{_BIT}*",
    rf"{_WHO}\b(?:asked|asking|declined|declining|requested|requesting|refused|refusing|preferred|preferring|wished|wishing|wanted|demanded|insisted|insisting|did\s+not\s+want|didn[’']t\s+want|would\s+not|could\s+not|cannot|can\s+not)\s+"
    rf"(?:(?:on|to|that|not|their|his|her|its|names?|the|further|anonymity)\s+)*(?:be|being)\s+(?:not\s+)?(?:further\s+)?(?:named|identified|quoted|published|used|disclosed)\b(?:\s+by\s+name)?{_REASON}",
    rf"{_WHO}\b(?:asked|requested|asking|requesting|sought|seeking|demanded)\s+(?:for\s+)?anonymity\b{_REASON}",
    rf"{_WHO}(?:(?:because|as|since)\s+)?(?:(?:they|he|she)\s+)?\b(?:was|were|is|are|been)?\s*(?:not|wasn[’']t|weren[’']t|isn[’']t|aren[’']t)\s+(?:been\s+|yet\s+)?"
    rf"(?:authori[sz]ed|permitted|allowed|cleared|supposed|at\s+liberty)\s+to\s+(?:speak|talk|discuss|comment|brief|disclose|be\s+(?:named|identified|quoted)|give|share|release|make)\b{_BIT}*",
    rf"{_WHO}\b(?:(?:was|were)\s+)?(?:granted|given|offered)\s+anonymity\b{_REASON}",
    rf"{_WHO}\b(?:spoke|speaking|speak|talked|talking)\s+(?:anonymously|privately|confidentially|off\s+the\s+record|on\s+background)\b{_REASON}",
    rf"\b(?:said|says|told\s+\w+|spoke|speaking)\s+(?P<how>on\s+(?:deep\s+)?background|off\s+the\s+record)\b{_REASON}",
    rf"(?:whose\s+)?\b(?:name|names|identity|identities)\s+(?:is|are|was|were)\s+(?:being\s+)?(?:withheld|not\s+(?:being\s+)?(?:used|disclosed|published))\b{_BIT}*",
)
#: First words of a condition that stands after what was said: "…, asking not to be named".
TERMS_OPENERS = {"asking", "speaking", "requesting", "insisting", "demanding", "declining", "on", "who"}
