"""A negotiation is found and named whoever sits at its table: states, firms, unions, factions, an armed group."""

from __future__ import annotations

import pytest

from bench._derive import derive
from rapporteur.model import Block, Document, Entry, Given, Report, Talks, Window
from rapporteur.read import READERS
from rapporteur.record import talks
from rapporteur.record.layer import Dated

REPORTS: dict[str, list[tuple[str, str]]] = {
    "strike": [
        (
            "2031-02-03",
            "The Harbour Workers' Union said on Monday that talks with Calder Ports over wages had broken "
            "down and that a 48-hour strike would begin on Thursday.\n"
            "Calder Ports called the decision “irresponsible” and said its offer of 4 percent stood. The "
            'union wants 7 percent over two years. "We have made three offers and they have rejected every '
            'one," Calder chief executive Ada Lund told the Capital Ledger.\n'
            "A state mediator, Tomas Brandt, invited both sides to a meeting in Port Merrow on Wednesday.\n",
        ),
        (
            "2031-02-06",
            "Dockers walked off the job at four terminals on Thursday after last-minute talks between Calder "
            "Ports and the Harbour Workers' Union failed, the union said.\n"
            "Ada Lund, chief executive of Calder Ports, said the company would table a new pay offer next "
            "week. Union leader Omar Belhadj said the strike would be extended unless the wage offer was "
            "improved.\n",
        ),
        (
            "2031-02-14",
            "Calder Ports and the Harbour Workers' Union reached a pay deal on Friday after a night of "
            "negotiations brokered by mediator Tomas Brandt, ending a strike that closed four terminals.\n"
            "The agreement gives workers 5.5 percent over two years, the union said. Calder Ports confirmed "
            "the figure.\n",
        ),
    ],
    "coalition": [
        (
            "2031-05-04",
            "Leaders of the Liberals, the Greens and the Centre Party began coalition talks in the capital "
            "on Sunday, two weeks after an election that left no party with a majority.\n"
            "Liberal leader Anna Holm said the parties had agreed to negotiate until Friday. The Greens "
            "demanded an end to coal by 2035; the Centre Party rejected the demand.\n",
        ),
        (
            "2031-05-09",
            "The Greens quit the coalition talks on Friday, accusing the Liberals of dropping the coal "
            "pledge. Anna Holm, the Liberal leader, said the Liberals and the Centre Party would go on "
            "negotiating.\n"
            "The Centre Party proposed a minority government. President Varga asked Ms. Holm to form a "
            "government by June 1.\n",
        ),
    ],
    "merger": [
        (
            "2031-03-01",
            "Norsk Kraft offered 3.4 billion crowns for its rival Fjellvind on Saturday, a takeover that "
            "would create the region's largest power company.\n"
            "Fjellvind's board said it would consider the offer. “The price is too low,” Fjellvind chairman "
            "Lars Moe told Kroner Daily. Shareholders of both companies must approve the merger.\n",
        ),
        (
            "2031-03-12",
            "Fjellvind rejected the takeover bid by Norsk Kraft on Wednesday, saying it undervalued the "
            "company. Norsk Kraft said it might raise its offer. Merger talks between the two companies "
            "would continue, a person close to Norsk Kraft said.\n",
        ),
        (
            "2031-04-02",
            "Norsk Kraft and Fjellvind agreed to merge after Norsk Kraft raised its bid to 3.9 billion "
            "crowns. The competition authority has opened a review of the merger. Fjellvind's shareholders "
            "will vote on the deal in June.\n",
        ),
    ],
    "water": [
        (
            "2031-06-01",
            "Vessia and Aldmark opened talks in Port Merrow on Sunday on sharing the water of the Orrin "
            "river, under the eye of the Littoral Union, which is mediating.\n"
            "Vessian foreign minister Lena Horvat met Aldmark's water minister Paul Okeke. Aldmark demanded "
            "that Vessia release 40 cubic metres a second from its new dam. Vessia rejected the figure, a "
            "Littoral Union official said.\n",
        ),
        (
            "2031-06-09",
            "Negotiators from Vessia and Aldmark failed to agree on the Orrin dam, mediators from the "
            "Littoral Union said on Monday. The Littoral Union circulated a draft that would oblige Vessia "
            "to release 30 cubic metres a second in summer.\n"
            "Vessia said it would study the draft. Aldmark's ambassador to the Littoral Union, Marta Ruiz, "
            "said the river talks should continue.\n",
        ),
    ],
    "hostage": [
        (
            "2031-09-02",
            "Israel and the Northern Front exchanged proposals through Qatar on Tuesday on a deal to free 12 "
            "hostages, two officials said.\n"
            "The Northern Front demanded the release of 300 prisoners. Israel rejected the demand, an "
            "Israeli official said. Qatari mediators handed both sides a new draft of the hostage deal.\n",
        ),
        (
            "2031-09-08",
            "The Northern Front released four hostages on Monday under a deal with Israel brokered by Qatar. "
            "Israel freed 60 prisoners in return.\n"
            "Talks on the remaining captives would resume on Thursday in Doha, Qatar said. The Northern "
            "Front said Israel had violated the agreement.\n",
        ),
    ],
    "climate": [
        (
            "2031-11-12",
            "Delegates at the climate summit in Belmora circulated a new draft text on Wednesday that drops "
            "the phase-out of fossil fuels.\n"
            "The Alliance of Small Islands rejected the draft. The Petroleum States Group said it could not "
            "accept a reference to coal, oil and gas. Negotiations on emissions and on loss and damage would "
            "run through the night, the presidency said.\n",
        ),
        (
            "2031-11-15",
            "The climate summit in Belmora adopted a compromise text on Saturday. The Petroleum States Group "
            "agreed to a reference to fossil fuels; the Alliance of Small Islands demanded more money for "
            "loss and damage, and then accepted the deal on emissions.\n",
        ),
    ],
    "states": [
        (
            "2031-01-10",
            "Trade negotiators from Canada and Kenya met in Nairobi on Friday to discuss tariffs on tea and "
            "timber.\n"
            "Canada's trade minister Ada Lund said the trade talks were close to a deal. Kenya rejected a "
            "demand to cut its import duties.\n",
        ),
    ],
}
"""Invented reports on one negotiation of each kind: day of publication, text."""

REPORTS |= {
    # bodies that go by their last word, two of them in one breath, and people by their bare surnames
    "nurses": [
        (
            "2031-03-03",
            "The Nurses' Federation said on Monday that its 14,000 members would strike unless talks with the Marrow Hospital "
            "Trust bring a better pay offer.\n"
            "The trust has offered 3 percent this year. The federation wants 8 percent. “It is a pay cut,” Dolores Vane, "
            "who leads the federation, told reporters.\n",
        ),
        (
            "2031-03-07",
            "A mediator handed the Nurses' Federation and the Marrow Hospital Trust an 11-point proposal on Friday. The "
            "proposal would raise pay by 5.5 percent and end the strike.\n"
            "Vane said the federation's council would study the text. The trust declined to comment on the wage offer.\n",
        ),
        (
            "2031-03-11",
            "The Marrow Hospital Trust has accepted the mediator's wage proposal but rejects a limit on patients. “We can "
            "live with the number,” chief executive Martin Hale said. Vane denied that the talks were over.\n",
        ),
    ],
    # a land whose people stand before its goods, and a negotiator by his surname alone
    "beef": [
        (
            "2031-09-01",
            "Orvia and Tesk began a second round of trade talks on Monday. Orvia would keep a 25 percent tariff unless Tesk "
            "opened its market. Tesk has offered to admit 20,000 tonnes of Orvian beef.\n",
        ),
        (
            "2031-09-17",
            "Orvia's draft of the trade deal sets the beef quota at 50,000 tonnes versus 35,000 in the Teskan text. It also "
            "sets a steel quota. Imrie denied that Tesk had agreed to the tariff quota. “That number is not ours,” Imrie said.\n",
        ),
        # who deals is hardly named, what they deal about is
        (
            "2031-09-30",
            "Orvia has postponed its steel tariffs to give the trade talks more time, Brandt said on Tuesday. A Teskan official "
            "said a compromise on the tariff was close.\n",
        ),
    ],
}

TABLES = {
    # the mediator between the port and its workers is no party
    "strike": (
        "Calder Ports and Harbour Workers' Union: labour talks",
        {"Calder Ports", "Harbour Workers' Union"},
    ),
    # nor is the president who asks one of them to form a government
    "coalition": (
        "Centre Party, Liberals and Greens: coalition talks",
        {"Liberals", "Centre Party", "Greens"},
    ),
    # nor the newspaper that the chairman spoke to
    "merger": ("Fjellvind and Norsk Kraft: merger talks", {"Fjellvind", "Norsk Kraft"}),
    # nor the town where two states no list knows meet, the river they meet about, and the union that helps them
    "water": ("Vessia and Aldmark: water talks", {"Vessia", "Aldmark"}),
    # a state and an armed group; Qatar carries their letters
    "hostage": ("Northern Front and Israel: hostage talks", {"Israel", "Northern Front"}),
    # two groups of states at a summit that a city lends its name
    "climate": (
        "Alliance of Small Islands and Petroleum States Group: climate talks",
        {"Alliance of Small Islands", "Petroleum States Group"},
    ),
    "states": ("Canada and Kenya: trade talks", {"Canada", "Kenya"}),
    "nurses": (
        "Marrow Hospital Trust and Nurses' Federation: labour talks",
        {"Marrow Hospital Trust", "Nurses' Federation"},
    ),
    "beef": ("Tesk and Orvia: trade talks", {"Tesk", "Orvia"}),
}


def dated(name: str, day: str, text: str) -> Dated:
    """A report of a day, read by the shipped reader."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(kind="paragraph", voice="newsroom", start=at, end=at + len(line)))
        at += len(line) + 1
    page = Document(report=name, text=text, language="en", blocks=tuple(blocks))
    report = Report(
        id=name, digest="", source=name, given=Given(), received="", media_type="text/plain", raw=b""
    )
    entry = Entry(report=report, document=page, reading=READERS["encoder"](page))
    return Dated(entry=entry, window=Window(first=day, last=day, basis="stated"))


def found(reports: list[Dated]) -> list[Talks]:
    """The negotiations some reports are about."""
    groups = derive(talks.LAYER, reports)
    return [one for made in groups if (one := talks.sum_up(made)) is not None]


@pytest.fixture(scope="module")
def read() -> dict[str, list[Dated]]:
    return {
        kind: [dated(f"{kind}{n}", day, text) for n, (day, text) in enumerate(reports)]
        for kind, reports in REPORTS.items()
    }


@pytest.mark.parametrize("kind", sorted(TABLES))
def test_a_negotiation_is_named_by_those_who_negotiate(kind: str, read: dict[str, list[Dated]]) -> None:
    """All reports on it are one set of talks, and only who wants something from the other is a party."""
    (one,) = found(read[kind])
    name, parties = TABLES[kind]
    heads, _, matter = name.partition(": ")
    assert one.name.endswith(matter)
    assert set(one.parties) == parties
    assert all(party in one.name for party in heads.replace(" and ", ", ").split(", "))
    assert len(one.reports) == len(REPORTS[kind])


def test_negotiations_of_all_kinds_stay_apart(read: dict[str, list[Dated]]) -> None:
    """In one record, each is a negotiation of its own."""
    together = found([report for reports in read.values() for report in reports])
    assert len(together) == len(REPORTS)
    assert all(len({name.rstrip("0123456789") for name in one.reports}) == 1 for one in together)


GUESTS = (
    # it names both parties, and talks but once
    ("Secret meetings in an inn\n"
     "A Vessian adviser and a deputy minister of Aldmark met four times in an inn by the Orrin, a diplomat said. "
     "The dam and the river were all they spoke of. Vessia and Aldmark have not said what the talks were for.\n"),
    # it names one of them, and says nothing of a table
    "A bridge in Aldmark was closed on Tuesday after a lorry struck its railing, the ministry said.\n",
)  # fmt: skip


def test_a_short_report_joins_the_talks_of_the_parties_it_names(read: dict[str, list[Dated]]) -> None:
    """It adds neither parties nor talks of its own."""
    short, other = (dated(f"guest{n}", "2031-06-12", text) for n, text in enumerate(GUESTS))
    (one,) = found([*read["water"], short, other])
    (before,) = found(read["water"])
    assert set(one.reports) == {*before.reports, "guest0"}
    assert (one.name, one.parties) == (before.name, before.parties)
    assert found([short, other]) == []


def test_a_short_report_that_could_be_of_two_talks_is_of_none(read: dict[str, list[Dated]]) -> None:
    """The same two parties also haggle over customs: an inn by the river is of the river talks, a toast of neither."""
    customs = dated(
        "customs",
        "2031-06-20",
        "Vessia and Aldmark opened trade talks on customs duties and tariffs on Friday. Vessia rejected a demand to "
        "lower its import tariffs. Aldmark demanded market access for its exports before any trade deal.\n",
    )
    toast = dated(
        "toast", "2031-06-21",
        "Ministers of Vessia and Aldmark drank to the talks in Port Merrow on Saturday, Vessia said.\n",
    )  # fmt: skip
    inn = dated("inn", "2031-06-12", GUESTS[0])
    made = found([*read["water"], customs, toast, inn])
    assert sorted(len(one.reports) for one in made) == [1, 3]
    assert not any("toast" in one.reports for one in made)


def test_a_report_of_no_known_day_joins_the_one_running_negotiation(read: dict[str, list[Dated]]) -> None:
    """The same text with no day is of the talks its parties and its matter name; years apart, of none of two."""
    text = REPORTS["water"][1][1]
    undated = Dated(
        entry=dated("undated", "2031-06-09", text).entry,
        window=Window(first=None, last=None, basis="unknown"),
    )
    (one,) = found([*read["water"], undated])
    assert "undated" in one.reports
    earlier = [
        dated(f"earlier{n}", day.replace("2031", "2027"), text)
        for n, (day, text) in enumerate(REPORTS["water"])
    ]
    made = found([*read["water"], *earlier, undated])
    assert sorted(len(one.reports) for one in made) == [1, 2, 2]
