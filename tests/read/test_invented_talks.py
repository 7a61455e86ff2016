"""Invented talks of other kinds, two or three short reports each: drafts, points, positions and where accounts part.

No name in them is on any list: firms, unions, parties of a coalition, islands, captors.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from rapporteur.clean import clean
from rapporteur.ledger import Ledger, Store
from rapporteur.model import Entry, Given, Report
from rapporteur.read import read_by_encoder as read
from rapporteur.record import Record, open_record

STRIKE = (
    (
        "Quay Gazette",
        "2032-02-02",
        """Dockers, Marsk Lines Open Pay Talks

HOLLMOUTH — The dockers’ union and Marsk Lines opened talks on a 9-point plan drafted by the mediator, Ada Quill, on Monday.

The plan would raise wages by 4 percent in the first year. It also caps overtime at 10 hours a week.

“We will never accept a cap on overtime,” said Tom Harl, president of the Dockers Union.

Quill has asked both sides to answer by February 9.
""",
    ),
    (
        "Port Post",
        "2032-02-05",
        """Marsk Lines Answers With Its Own Offer

HOLLMOUTH — Marsk Lines handed the mediator a counter-draft on Thursday that would raise wages by 2 percent, against 4 percent in the mediator’s plan, two people who have read it said.

The Dockers Union rejected the offer. Of the nine points, six are agreed, Quill said. Three are open: wages, overtime, and sick pay.
""",
    ),
)
COALITION = (
    (
        "Folk Daily",
        "2033-05-03",
        """Reform Bloc and Green Hand Trade Drafts

SELL — The Reform Bloc has sent the Green Hand a draft of its own that would give the Greens two ministries and end the coal subsidy by 2040, three negotiators said.

The Green Hand insists on a coal phase-out by 2035. The Farmers’ List has yet to respond to the draft.
""",
    ),
    (
        "Sell Mirror",
        "2033-05-05",
        """Green Hand Tables Counter-Draft

SELL — The Green Hand’s draft gives the Greens four ministries versus two in the Reform Bloc document.

“There is no split,” Green Hand leader Ines Doll said, when asked about a report in Folk Daily. The point on taxes has been dropped, negotiators said.
""",
    ),
)
TRADE = (
    (
        "Ledger",
        "2031-09-01",
        """Orvia and Tesk Haggle Over Beef

ALDA BAY — Orvia’s draft would cut tariffs on cars to 10 percent and open its market to 30,000 tonnes of Teskan beef.

The Teskan draft sets the quota at 55,000 tonnes versus 30,000 in the Orvian text. Tesk has rejected any quota on beef, an Orvian official said.
""",
    ),
    (
        "Courier",
        "2031-09-04",
        """Tesk Weighs 40,000 Tonnes

ALDA BAY — A Teskan official, speaking on condition of anonymity, said the cabinet was considering a quota of 40,000 tonnes of beef. “It is not an offer yet,” the official said.
""",
    ),
)
MERGER = (
    (
        "Market Wire",
        "2030-03-03",
        """Borealis Sweetens Bid for Ardent

Borealis has sent Ardent a revised offer that would give shareholders 48 dollars a share, two bankers said. Ardent rejected the takeover bid as too low.
""",
    ),
    (
        "City Desk",
        "2030-03-06",
        """Ardent Seeks 55 Dollars

Ardent’s counter-offer asks for 55 dollars a share against 48 dollars in the Borealis offer, a person close to Ardent said. Borealis declined to say whether it would raise the bid.
""",
    ),
)
HOSTAGES = (
    (
        "Desert Wire",
        "2034-01-10",
        """Mediators Put Forward 3-Step Plan

ASSAR — The mediators’ 3-step plan would release 30 hostages in the first week, a person briefed on the talks said. The Sand Front has not responded publicly to the plan.
""",
    ),
    (
        "Assar Times",
        "2034-01-12",
        """Sand Front Wants More

ASSAR — The Sand Front demands the release of 200 prisoners. A spokesman for the Front denied reports that two hostages had died.
""",
    ),
)
CLIMATE = (
    ("Globe Desk", "2035-11-08", """Island States Table Own Text

The latest draft text calls on countries to phase out coal by 2040, delegates said.

The text of the draft agreement, in points:

1. Countries phase out coal by 2040.
2. Rich countries give 300 billion dollars a year in climate finance.
3. Emissions are reported every two years.
"""),
    ("Green Post", "2035-11-09", """Coral Alliance Holds Out

The Coral Alliance insists on a coal phase-out by 2035. Norland agreed to end deforestation by 2030.
"""),
)  # fmt: skip


def record_of(talks: tuple[tuple[str, str, str], ...], folder: Path) -> Record:
    """A record of these reports, read by the shipped reader."""
    store = Store(str(folder / "r.db"))
    with store.write() as connection:
        for outlet, day, text in talks:
            raw = text.encode()
            digest = hashlib.sha256(raw).hexdigest()
            given = Given(outlet=outlet, published=day)
            one = Report(
                id=digest[:10], digest=digest, source=f"{outlet}.txt", given=given, received=f"{day}T20:00:00Z",
                media_type="text/plain", raw=raw,
            )  # fmt: skip
            page = clean(one)
            Ledger(connection).append(
                Entry(report=one, document=page, reading=read(page)), now=f"{day}T20:00:00Z"
            )
    return open_record(store)


def told(record: Record) -> set[str]:
    """Drafts with their counts and owners, points, positions, gaps and tensions, a line each."""
    found = set()
    for draft in record.nouns("drafts"):
        found |= {f"draft of {author}" for author in draft.authors}
        if draft.points_total:
            found.add(f"draft {draft.points_total}/{draft.points_agreed}/{draft.points_open}")
    for point in record.nouns("points"):
        found.add(f"point {point.issue} {point.value or point.status}")
        if point.status != "unknown":
            found.add(f"point {point.issue} [{point.status}]")
        if point.number:
            found.add(f"point {point.number}: {point.issue}")
    found |= {f"{p.party} {p.stance} {p.issue}" for p in record.nouns("positions")}
    found |= {f"{d.kind}: {d.about.partition(': ')[0]}" for d in record.nouns("disagreements")}
    found |= {u.about for u in record.nouns("unknowns")}
    return found


@pytest.mark.parametrize(
    ("talks", "wanted"),
    [
        (
            STRIKE,
            {
                "draft 9/6/3", "point wages 4 percent", "point wages 2 percent",
                "point wages [open]", "draft of Marsk Lines", "different-draft: wages and pay",
            },
        ),
        (
            COALITION,
            {
                "draft of Reform Bloc", "point offices 2 ministries", "point offices 4 ministries",
                "Green Hand demands emissions", "different-draft: offices and seats", "point budget [removed]",
            },
        ),
        (
            TRADE,
            {
                "draft of Orvia", "draft of Tesk", "point trade 10 percent", "point output 55000 tonnes",
                "different-draft: output, quotas and prices", "Tesk rejects trade", "Tesk open trade",
            },
        ),
        (
            MERGER,
            {"draft of Borealis", "point price 48 USD/share", "Ardent rejects price", "refusal"},
        ),
        (
            HOSTAGES,
            {"draft 3/None/None", "point prisoners 30 hostages", "Sand Front demands prisoners"},
        ),
        (
            CLIMATE,
            {"point 1: emissions", "point 2: climate_finance", "point 3: emissions", "Coral Alliance demands emissions"},
        ),
    ],
    ids=["strike", "coalition", "trade", "merger", "hostages", "climate"],
)  # fmt: skip
def test_invented_talks(talks: tuple[tuple[str, str, str], ...], wanted: set[str], tmp_path: Path) -> None:
    """The same rules on talks of another kind give what a person would list."""
    with record_of(talks, tmp_path) as record:
        found = told(record)
    assert wanted <= found, f"{sorted(wanted - found)} of {' ; '.join(sorted(found))}"
