"""English words and patterns of forecasts about talks: who expects what, and which way.

A pattern is a regular expression over a lower-cased sentence with straight quotation marks. Its group `sign` is the
word or phrase that tells the direction; a pattern with a believer has that person's words before its group `verb`.
"""

from __future__ import annotations

from rapporteur.languages.words import words

TALK = (
    r"(?:talks?|negotiations?|negotiat(?:e|ing)|negotiators|deals?|agreements?|accords?|pacts?|peace|truce|cease-?fire|settlement|"
    r"compromise|summit|diplomacy|process|proposals?|offers?|drafts?|text|bill|measure|vote|contract|coalition|solution|"
    r"resolution|treaty|differences|gaps?|breakthrough|strike|shutdown|standoff|impasse|dispute|conflict|war|hostages|"
    r"sanctions|tariffs|quotas?|sides|parties|merger|bid|government|funding)"
)
"""What a forecast must be about to belong in a record of talks."""

OUTCOME = (
    r"(?:reach\w*|agree|agreed|sign|signed|conclud\w+|succeed\w*|success|pass|passed|passes|approv\w+|resolv\w+|end|ends|ended|"
    r"finish\w*|finali[sz]\w+|bridg\w+|narrow\w*|accept\w*|secure[ds]?|strike|struck|clinch\w*|seal\w*|find|found|achiev\w+|"
    r"hold(?! (?:off|up|back|out|an?)\b)|last|resum\w+|overc\w+|complet\w+|settl\w+|ratif\w+|happen\w*|emerge\w*|fail\w*|collaps\w+|"
    r"break (?:down|off)|stall\w*|derail\w*|scuttl\w+|sabotag\w+|releas\w+|come together|come (?:soon|this|next|by)|yield\w*|work (?:with|together|out)|"
    r"produce\w*|go through|get (?:a|an|the|there)|have (?:a|an)|be (?:a|an) (?:deal|agreement|accord)|possible|breakthrough|progress)"
)
"""What talks come to, or fail to come to."""

BELIEVERS = {
    "optimistic": "positive", "hopeful": "positive", "confident": "positive", "upbeat": "positive",
    "encouraged": "positive", "undeterred": "positive", "pessimistic": "negative", "doubtful": "negative",
    "skeptical": "negative", "sceptical": "negative", "gloomy": "negative", "unconvinced": "negative",
    "downbeat": "negative",
}  # fmt: skip
"""Adjectives that make the subject of the sentence the one whose outlook it is."""
CLAUSED = words("undeterred confident skeptical sceptical encouraged unconvinced")
"""Of these, what is a forecast only with what is to come: “confident that a deal would be reached”."""

FEELINGS = {
    "optimism": "positive", "confidence": "positive", "hope": "positive", "hopes": "positive", "pessimism": "negative",
    "doubt": "negative", "doubts": "negative", "scepticism": "negative", "skepticism": "negative", "pessimistic": "negative",
}  # fmt: skip
TURNING = words(
    """dampen dampened dash dashed dim dimmed lost losing lose fading faded slim little scant no temper tempered lack lacked
    tamped lowered lowering played downplayed dismissed denied skeptic sceptic skeptical sceptical doubt doubts doubted question
    questioned wonder wondering wondered"""
)
"""Verbs and adjectives that turn a feeling round: “dashed hopes of a deal”."""

EXPECTS = {
    "hopes": "positive", "hope": "positive", "hoped": "positive", "hoping": "positive", "expects": "positive",
    "expect": "positive", "expected": "positive", "predicts": "positive", "predicted": "positive", "predict": "positive",
    "anticipates": "positive", "anticipated": "positive", "forecast": "positive", "believes": "positive",
    "believe": "positive", "believed": "positive", "thinks": "positive", "think": "positive", "thought": "positive",
    "doubts": "negative", "doubt": "negative", "doubted": "negative",
}  # fmt: skip
HOPES = words("hopes hope hoped hoping")
"""Of these, what needs no word for what is to come: “hope for a deal”."""

CHANCES = {
    "good": "positive", "better": "positive", "strong": "positive", "real": "positive", "fair": "positive",
    "reasonable": "positive", "high": "positive", "every": "positive", "decent": "positive",
    "some": "positive", "increased": "positive", "growing": "positive", "slim": "negative", "little": "negative",
    "no": "negative", "low": "negative", "poor": "negative", "remote": "negative", "scant": "negative",
    "slight": "negative", "dim": "negative", "even": "mixed", "50-50": "mixed", "fifty-fifty": "mixed",
}  # fmt: skip
"""What is said of a chance, a prospect or the odds."""

STANDING = {
    "within reach": "positive", "close": "positive", "near": "positive", "at hand": "positive", "possible": "positive",
    "likely": "positive", "in sight": "positive", "imminent": "positive", "achievable": "positive", "doable": "positive",
    "on track": "positive", "unlikely": "negative", "doubtful": "negative", "remote": "negative", "far off": "negative",
    "out of reach": "negative", "in doubt": "negative", "at risk": "negative", "impossible": "negative",
    "elusive": "negative", "distant": "negative", "doomed": "negative", "dead": "negative", "hopeless": "negative",
    "dead on arrival": "negative", "uncertain": "mixed",
}  # fmt: skip
"""Where a deal is said to stand."""

ASSESSED: tuple[tuple[str, str], ...] = (
    (r"(?:made|making|seen|achieved|report(?:ed|s)?)\s(?:some\s|good\s|real\s|substantial\s|significant\s|great\s|important\s|enormous\s|major\s|considerable\s|solid\s|tangible\s|concrete\s|further\s|more\s|“?\"?)*progress", "positive"),
    (r"(?:good|substantial|significant|real|considerable|enough|steady|important)\sprogress\b", "positive"),
    (r"progress\s(?:has|had|was|is|had)\s(?:already\s)?(?:been\s)?(?:being\s)?made", "positive"),
    (r"(?:made|making|seen)\s(?:no|little|scant|not much)\sprogress|(?:no|little)\s(?:real\s)?progress", "negative"),
    (r"narrow(?:ed|ing)\s(?:down\b\W{0,2}\s)?(?:the|their|our|some)\s(?:remaining\s)?(?:gaps|differences)", "positive"),
    (r"(?:close|closer|near|nearer|nearing|inched closer)\s(?:to\s)?(?:reaching\s|signing\s|making\s|striking\s|concluding\s)?(?:an?|the)\s(?:[\w-]+\s){0,3}?(?:deal|agreement|accord|pact|settlement|compromise|truce|cease-?fire|breakthrough|solution|resolution)\b|close to agreeing", "positive"),
    (r"(?:on the verge|on the brink|on the cusp)\sof\s(?:an?\s)?(?:\w+\s)?(?:deal|agreement|accord|breakthrough|settlement|truce)", "positive"),
    (r"light at the end of the tunnel|reason(?:s)? for (?:cautious )?optimism|grounds for optimism|cause for optimism", "positive"),
    (r"(?:remain(?:s|ed)?|are|were|is|was|stay(?:s|ed)?|still|appear(?:s|ed)?)\s(?:still\s|very\s|too\s|so\s)?far apart", "negative"),
    (r"(?:talks|negotiations|sides|parties|negotiators|lawmakers|leaders)\b[^.;,]{0,30}\b(?:are|remain(?:s|ed)?|were|have|appear(?:s|ed)?)\b[^.;,]{0,20}\b(?:deadlocked|stalled|at an impasse|at a standstill|stuck|deadlock)", "negative"),
    (r"running out of time|time is running out|no end in sight|little sign of (?:a\s)?(?:deal|progress|movement|compromise)|no sign of (?:a\s)?(?:deal|progress|movement|compromise|agreement)|dead on arrival|far from (?:an?\s|reaching\s)(?:\w+\s)?(?:deal|agreement|accord|settlement)", "negative"),
    (r"(?:gaps|differences|obstacles|sticking points|tough issues|hurdles|disagreements)\b[^.;]{0,24}\bremain|(?:significant|wide|major|serious|important|considerable|big)\s(?:gaps|differences)\b", "mixed"),
    (r"(?:long|hard|difficult)\s(?:way|road|path)\s(?:to go|ahead|remains)|(?:still\s)?(?:much|more|a lot of|hard)\swork\s(?:remains|to do|to be done|ahead|remaining)|remains to be seen|too early to", "mixed"),
)  # fmt: skip
"""How talks are said to stand, and which way that points."""

NEGATORS = words("not no never n't without hardly nor neither cannot")
FAILS = (
    r"\b(?:no|not|n't|never|won't|without|neither|nor|fail\w*|collaps\w+|break down|breaks down|broke down|derail\w*|stall\w*|"
    r"unlikely|impossible|reject\w*|block\w*|kill\w*|veto\w*|scuttl\w+|sabotag\w+|thwart\w*|cheat\w*)\b"
)
"""In what is expected these say that it comes to nothing."""

COMMENTATORS = words(
    "analyst analysts expert experts professor fellow scholar scholars economist economists commentator columnist critic critics "
    "researcher strategist strategists observer observers historian pollster author trader traders lawyer director institute "
    "university think-tank pundit pundits academics lecturer foundation centre center"
)
OFFICES = words(
    "official officials president premier minister chancellor secretary envoy envoys ambassador diplomat diplomats negotiator "
    "negotiators spokesman spokeswoman spokesperson senator sen rep lawmaker lawmakers governor leader leaders chief commissioner "
    "king prince chairman chairwoman speaker whip mediator union delegate government ministry administration congressman congresswoman mp deputy head commander general executive president-elect mayor judge justice counsel candidate premier"
)
"""Offices: who holds one comments on the talks as one who acts in them."""
FUTURE = words(
    "will would expect expects expected could may might shall should likely unlikely hope hopes hoped predict predicts predicted "
    "forecast going confident chance chances"
)
HYPOTHETICAL = r"(?:^|[,;:—]\s|\band\s)[\"'“(]*(?:if|unless|even if|should|were|whether)\b"
"""What opens a clause that tells of no more than a case."""
OF_TALKS = r"(?!\s(?:on|in|with)\s(?:its|his|her|their own)\b)"
"""Behind “progress”: not “progress on its missiles”."""
TRIGGERS = (
    "optimis", "hope", "hoping", "confiden", "upbeat", "encouraged", "undeterred", "pessimis", "doubt", "ptic", "gloomy",
    "unconvinced", "downbeat", "expect", "predict", "anticipat", "forecast", "believ", "think", "thought", "chance",
    "prospect", "odds", "likel", "reach", "close", "near", "at hand", "possible", "in sight", "imminent", "achievable",
    "doable", "on track", "remote", "far off", "at risk", "elusive", "distant", "doomed", "dead", "certain", "progress",
    "narrow", "verge", "brink", "cusp", "light at", "apart", "stalled", "impasse", "standstill", "stuck", "running out",
    "sign of", "far from", "remain", "gaps", "differences", "to go", "ahead", "work", "too early",
)  # fmt: skip
"""One of these stands in every sentence that forecasts; they only spare the rules their useless tries."""
