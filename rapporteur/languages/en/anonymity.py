"""How reports say that a source may not be named."""

from __future__ import annotations

#: Regular expressions, in order; each matches from its first word to the end of the condition as printed.
CONDITIONS = (
    r"(?:(?:who|which|and)\s+)?(?:all\s+)?(?:spoke|speaking|spoken|speak|talked|talking|agreed\s+to\s+(?:speak|talk|discuss\b[^,.;]*?)|were\s+granted|was\s+granted|granted|requested|requesting|insisted|insisting|asked|asking|commented|commenting|briefed\s+reporters|briefing\s+reporters|said)?"
    r"[^.;“”\"()]{0,60}?\b(?:up)?on\s+(?:the\s+)?(?:condition|conditions|terms)\s+(?:of\s+(?:strict\s+|complete\s+)?anonymity|(?:that\s+)?(?:he|she|they|it|his|her|their|the)?[^.;“”\"()]{0,30}?\bnot\s+be\s+(?:named|identified|quoted)[^.;“”\"(),]*)(?:,?\s+(?:because|since|as|in\s+order|to|due\s+to|given|citing|under|for|so)\b[^.;“”\"()]*)?",
    r"(?:(?:who|which|and)\s+)?(?:(?:all|both|has|have|had|also)\s+)*(?:asked|asking|declined|declining|requested|requesting|refused|preferred|preferring|wished|wanted|demanded|insisted|did\s+not\s+want|didn[’']t\s+want|would\s+not)\s+(?:(?:on|to|that)\s+)?(?:(?:not|their|his|her|names?|the)\s+)*(?:to\s+)?(?:not\s+)?(?:be|being)\s+(?:not\s+)?(?:further\s+)?(?:named|identified|quoted|published|used|disclosed)\b(?:\s+by\s+name)?(?:,?\s+(?:because|since|as|due\s+to|given|citing|for|so|when|while|in\s+order)\b[^.;“”\"()]*)?",
    r"(?:(?:who|which|and)\s+)?(?:(?:all|both)\s+)?(?:asked|requested|asking|requesting)\s+for\s+anonymity(?:,?\s+(?:because|since|as|to|due\s+to|given|citing|in\s+order)\b[^.;“”\"()]*)?",
    r"(?:(?:who|which|because|as|since|and)\s+)?(?:(?:they|he|she)\s+)?(?:(?:was|were|is|are|had|have|has)\s+)?(?:not\s+(?:been\s+)?|wasn[’']t\s+|weren[’']t\s+|isn[’']t\s+|aren[’']t\s+)(?:been\s+)?(?:authori[sz]ed|permitted|allowed|cleared|supposed|at\s+liberty)\s+to\s+(?:speak|talk|discuss|comment|brief|disclose|be\s+(?:named|identified|quoted)|give|share|release|make)\b[^.;“”\"()]*",
    r"(?:(?:who|which)\s+)?(?:(?:was|were)\s+)?(?:granted|given|offered|sought|requested|requesting)\s+anonymity\b(?:\s+(?:to|because|in|as|so|by|since|due)\b[^.;“”\"()]*)?",
    r"(?:(?:who|which)\s+)?(?:spoke|speaking|speak|talked|talking)\s+(?:anonymously|privately|confidentially|off\s+the\s+record|on\s+background)(?:,?\s+(?:because|since|as|to|due|given|citing|in\s+order)\b[^.;“”\"()]*)?",
    r"(?:whose\s+)?(?:name|names|identity|identities)\s+(?:is|are|was|were)\s+(?:being\s+)?(?:withheld|not\s+(?:being\s+)?(?:used|disclosed|published))\b[^.;“”\"()]*",
)
