"""English words that say what kind of talks a report is about, and that it is about talks at all."""

from __future__ import annotations

import re

TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|peace (?:plan|deal|process)|deal|accord|agreement|cease-?fire|truce|summit|mediat\w+|compromise|"
    r"proposal|counter-?offer|offer|treaty|framework|ultimatum|deadline|walkout|strike|coalition|shutdown|quota|output|"
    r"collective bargaining|merger|takeover|hostages?|drafts?|counter-?(?:draft|proposal|bid)|envoys?|delegations?)\b",
    re.IGNORECASE,
)
"""A report with fewer of these than `LEAST` belongs to no talks; a short one needs one in `EVERY` characters."""
LEAST = 4
EVERY = 500
SHORT = 2000
"""A report no longer than this may be about talks that it names once."""

DOMAINS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (key, title, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for key, title, words in (
        (
            "nuclear",
            "nuclear talks",
            r"nuclear|enrichment|enriched uranium|uranium|centrifuges?|plutonium|non-?proliferation",
        ),
        ("hostages", "hostage talks", r"hostages?|captives|abducted|prisoner swap"),
        (
            "peace",
            "peace talks",
            r"war|peace|cease-?fires?|truce|invasion|troops|front lines?|rebels|armistice|militia",
        ),
        (
            "output",
            "oil output talks",
            r"opec|bpd|barrels?|crude|oil prices?|output|(?<!import )(?<!beef )(?<!steel )(?<!car )(?<!farm )(?<!dairy )(?<!fish )quotas?",
        ),
        (
            "budget",
            "budget talks",
            r"shutdown|funding|appropriations?|stopgap|continuing resolution|budget|debt ceiling|spending bill",
        ),
        (
            "labour",
            "labour talks",
            r"(?:trade|labou?r) unions?|(?-i:unions)|union (?:members|leaders?|officials?)|strike|strikers|walkout|wages?|collective bargaining|picket|employers?|pay offer",
        ),
        (
            "coalition",
            "coalition talks",
            r"coalition|cabinet posts?|government formation|caretaker government|party leaders",
        ),
        (
            "trade",
            "trade talks",
            r"tariffs?|trade deal|trade talks|exports?|imports?|(?:import|beef|steel|car|farm|dairy) quotas?|duty-free|customs (?:duties|union|checks|barriers)|wto|market access",
        ),
        (
            "border",
            "border talks",
            r"borders?|frontiers?|boundar(?:y|ies)|demarcation|boundary line|arbitrat\w+",
        ),
        (
            "water",
            "water talks",
            r"rivers?|dams?|reservoirs?|cubic met(?:er|re)s|upstream|downstream|water (?:sharing|rights|release)",
        ),
        ("merger", "merger talks", r"merger|takeover|shareholders?|acquisition|bidder|antitrust|per share"),
        (
            "climate",
            "climate talks",
            r"climate|emissions|fossil fuels?|loss and damage|greenhouse|carbon|warming",
        ),
    )
)
"""What the talks are about: key, what they are called, and the words that show it."""
WEIGHTS = {"peace": 0.5, "trade": 0.8, "labour": 0.9, "border": 0.6}
"""War and exports are named in reports on other talks, too."""
ENOUGH = 3  # hits before a domain is named
"""A domain's words must come so often in a report."""
