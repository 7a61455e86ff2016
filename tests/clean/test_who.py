"""Who reported it and who shows it: evidence of each kind, and what must stay unknown."""

from __future__ import annotations

import pytest

from rapporteur.clean import clean
from rapporteur.clean.outlets import bundled, extended
from rapporteur.intake import Options
from rapporteur.intake.source import Item, make_report
from rapporteur.model import Document, Given

BODY = (
    "The two river states ended a third day of talks on the waters of the Issa without a date for the next round.\n\n"
    "The mediator said that she would stay in the city until Friday and see both ministers once more before that.\n\n"
    "Farmers in the lower districts fear a dry August, the growers' union said in a letter to both of the governments.\n\n"
)


def document_of(text: str, kind: str = "text/plain", **given: str) -> Document:
    item = Item(name="page", raw=text.encode(), given=Given(**given))
    return clean(make_report(item, kind, Options(clock=lambda: "")))


def who(text: str, **given: str) -> tuple[str | None, str | None, str]:
    document = document_of(text, **given)
    return (
        document.outlet.value if document.outlet else None,
        document.carrier.value if document.carrier else None,
        document.kind,
    )


CASES = [
    # a wire's name in the dateline
    (f"Talks end\n\nPORT MERROW, June 2 (Reuters) - {BODY}", {}, ("Reuters", None, "report")),
    # a wire's name in the dateline, on a paper's page
    (f"Talks end\n\nPORT MERROW, June 2 (Reuters) - {BODY}", {"outlet": "Harbour Daily"}, ("Reuters", "Harbour Daily", "repost")),
    # the paper beside the names
    (f"Talks end\n\nBy Ana Kolb, Merrow Courier\n\n{BODY}", {}, ("Merrow Courier", None, "report")),
    # a name with an article beside a date or a byline is a paper's; a city's or a desk's is not
    (f"Talks end\n\nThe Kestrel, 3 March 2026\n\n{BODY}", {}, ("The Kestrel", None, "report")),
    (f"Talks end\n\nBy Ana Kolb\nThe Kestrel, 3 March 2026\n\n{BODY}", {}, ("The Kestrel", None, "report")),
    (f"The Kestrel, 3 March 2026\n\nTalks end without a date\n\n{BODY}", {}, ("The Kestrel", None, "report")),
    (f"Talks end\n\nThe Hague, 3 March 2026\n\n{BODY}", {}, (None, None, "report")),
    (f"Talks end\n\nGeneva, 3 March 2026\n\n{BODY}", {}, (None, None, "report")),
    (f"Talks end\n\nThe Newsroom, 3 March 2026\n\n{BODY}", {}, (None, None, "report")),
    # the agency's mark at the end
    (f"TALKS END\n\n{BODY} Reuter\n", {}, ("Reuters", None, "report")),
    # a notice of first publication, on a page whose foot names another
    (f"Talks end\n\n{BODY}This article was originally published by Northern Wire.\n\n© 2026 NewsNest. All rights reserved.", {}, ("Northern Wire", "NewsNest", "repost")),
    # only a foot
    (f"Talks end\n\n{BODY}© 2026 Harbour Daily. All rights reserved.", {}, ("Harbour Daily", None, "report")),
    # a foot that leads to a page about rights names nobody
    (f"Talks end\n\n{BODY}Copyright Policy", {}, (None, None, "report")),
    # whoever is cited again and again is not the outlet
    (f"Talks end\n\nThe talks are over, officials told Axios on Tuesday after a long day at the ferry house by the river.\n\n{BODY}According to Axios, the minister left at noon, and her deputy told Axios that he would follow her within the day.", {}, (None, None, "report")),
    # present tense in the lead and "as X first reported": the outlet speaks of itself; the page's lines name the carrier
    (f"Start reading\nGet every paper in one place.\nScoop: Inside the dam talks\n\nThe two states came within a comma of a deal on the dam last week, officials tell Axios, after a night of talks.\n\n{BODY}The list was drawn up in April, as Axios first reported, by two advisers who did not tell their ministers of it.\n\nTop stories on inkl right now", {}, ("Axios", "inkl", "repost")),
    # told to an outlet twice, by named people, is what rivals quote
    (f"Talks end\n\n{BODY}The minister told CNN that she was tired of it.\n\nHer deputy told CNN that he was not tired at all.", {}, (None, None, "report")),
    # an opinion and a statement
    (f"Opinion: A river is not a spreadsheet\n\nThe Capital Ledger\nBy Edda Morrow\n10 June 2026\n\n{BODY}", {}, ("The Capital Ledger", None, "commentary")),
    (f"Joint statement of the delegations on the Issa\n\n4 June 2026\n\n{BODY}", {}, (None, None, "statement")),
    # what a feed gives
    (f"Talks end\n\n{BODY}", {"outlet": "CNN (Web News)"}, ("CNN", None, "report")),
    (f"Talks end\n\n{BODY}", {"outlet": "World news | The Guardian"}, ("The Guardian", None, "report")),
    (f"Talks end\n\n{BODY}", {"url": "https://www.bbc.co.uk/news/1"}, ("BBC News", None, "report")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "given", "wanted"), CASES)
def test_outlet_carrier_and_kind(
    text: str, given: dict[str, str], wanted: tuple[str | None, str | None, str]
) -> None:
    """Each kind of evidence by itself, and the silences."""
    assert who(text, **given) == wanted


def test_evidence_is_kept() -> None:
    """What is stated names the words it rests on."""
    document = document_of(f"Talks end\n\nBy Ana Kolb, Merrow Courier\n\n{BODY}")
    assert document.outlet is not None
    assert document.outlet.span is not None
    assert document.outlet.span.exact == "Merrow Courier"
    assert document.byline[0].span is not None
    assert document.byline[0].span.exact == "Ana Kolb"


def test_users_extend_the_table() -> None:
    """A user's own table adds outlets, and takes the place of ours where names meet."""
    table = extended(
        "name\tdomains\tkind\taliases\nRiver Post\triverpost.example\tnewspaper\tRP\nAxios\taxios.com\tmagazine\t\n"
    )
    found = table.at("https://news.riverpost.example/2026/1")
    assert found is not None
    assert found.name == "River Post"
    assert table.named("axios") is not None
    assert table.named("the river post") == found
    item = Item(name="p", raw=f"Talks end\n\n{BODY}".encode(), given=Given(url="https://riverpost.example/1"))
    document = clean(make_report(item, "text/plain", Options(clock=lambda: "")), table)
    assert document.outlet is not None
    assert document.outlet.value == "River Post"


def test_the_table_is_sound() -> None:
    """No name stands twice and every domain leads to one outlet."""
    table = bundled()
    assert len(table.by_domain) > 250
    assert table.at("https://edition.cnn.com/x") == table.named("CNN")
    assert table.at("not an address") is None


BYLINES = [
    ("By Michael R. Gorst, Brian Schall and Mat Luxor, The Wall Street Journal, Updated Nov. 23, 2025 9:25 pm ET; see also", ["Michael R. Gorst", "Brian Schall", "Mat Luxor"]),
    ("By ANA KOLB and TOM REIS", ["ANA KOLB", "TOM REIS"]),
    ("By Ana Kolb | Northern Wire", ["Ana Kolb"]),
    ("By Ana Kolb, Diplomatic Editor", ["Ana Kolb"]),
    ("By Ursula von der Leeuw in Kesh", ["Ursula von der Leeuw"]),
    ("By staff and agencies", []),
    ("Posted on June 20, 2026 by Mirela Sand", ["Mirela Sand"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "names"), BYLINES)
def test_bylines(line: str, names: list[str]) -> None:
    """Names apart from papers, roles, places and stamps."""
    document = document_of(f"Talks end without a date for the next round\n\n{line}\n\n{BODY}")
    assert [name.value for name in document.byline] == names
