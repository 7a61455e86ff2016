"""Names, their roles, and which are the same."""

from __future__ import annotations

from _drawn import document

from rapporteur.model import Mention
from rapporteur.read import read
from rapporteur.read.mentions import find_mentions


def mentions(text: str) -> dict[str, Mention]:
    return {one.name: one for one in read(document(text)).mentions}


def test_a_title_before_a_name_is_its_role() -> None:
    found = mentions("Foreign Minister Ada Lindqvist met Peruvian President Omar Belhadj in Lisbon.")
    assert (found["Ada Lindqvist"].kind, found["Ada Lindqvist"].role) == ("person", "Foreign Minister")
    assert (found["Omar Belhadj"].role, found["Omar Belhadj"].affiliation) == ("President", "Peruvian")
    assert found["Lisbon"].kind == "place"


def test_an_office_with_of_is_a_role() -> None:
    found = mentions("It was Secretary of State Ada Lindqvist and Chief of Staff Juan Sol.")
    assert found["Ada Lindqvist"].role == "Secretary of State"
    assert found["Juan Sol"].role == "Chief of Staff"


def test_an_apposition_is_a_role() -> None:
    found = mentions("Ada Lindqvist, a vice president of the Halden Bank, spoke.")
    assert found["Ada Lindqvist"].role == "a vice president of the Halden Bank"


def test_the_next_in_a_list_is_no_apposition() -> None:
    found = mentions("They were Ada Lindqvist, Harbour Minister Omar Belhadj and Juan Sol.")
    assert found["Ada Lindqvist"].role is None


def test_a_surname_is_chained_to_the_full_name() -> None:
    reading = read(document("Ada Lindqvist met the mayor. Lindqvist left."))
    first, second = (one for one in reading.mentions if "Lindqvist" in one.name)
    assert second.chain == first.id


def test_a_surname_of_two_is_left_apart() -> None:
    reading = read(document("Ada Lindqvist met Per Lindqvist. Lindqvist left."))
    assert [one.chain for one in reading.mentions if one.name == "Lindqvist"] == [None]


def test_kinds() -> None:
    found = mentions(
        "The Harbour Ministry, the White House and the European Union sent Norwegian engineers to Oslo."
    )
    kinds = {name: one.kind for name, one in found.items()}
    assert kinds["Harbour Ministry"] == "organisation"
    assert kinds["European Union"] == "organisation"
    assert kinds["Norwegian"] == "group"
    assert kinds["Oslo"] == "place"


def test_the_land_of_an_office_holder_may_stand_behind() -> None:
    found = mentions("Minister Erik Hallam of Vessia met the envoys.")["Erik Hallam"]
    assert (found.role, found.affiliation) == ("Minister", "Vessia")


def test_a_president_whose_administration_sits_in_the_white_house() -> None:
    """Never told of what country, but the report speaks of her administration and of its seat."""
    text = (
        "President Moreno met Vice President Hale on Monday. The Moreno administration is ready, "
        "the White House said. Russian President Ivan Petrov was not."
    )
    told = {one.name: one.affiliation for one in read(document(text)).mentions if one.role}
    assert told == {"Moreno": "White House", "Hale": "White House", "Ivan Petrov": "Russian"}


def test_two_presidents_without_a_country_are_left() -> None:
    text = "President Moreno met President Ruiz. The Moreno administration met the Ruiz administration at the White House."
    assert all(one.affiliation is None for one in read(document(text)).mentions if one.kind == "person")


def test_the_leader_of_a_country_leads_no_chamber() -> None:
    text = "House Minority Leader Nora Pell spoke. The Israeli leader left."
    reading = read(document(text))
    (leader,) = (one for one in reading.mentions if one.kind == "role")
    assert leader.chain is None


def test_a_surname_the_encoder_passed_over_is_a_name() -> None:
    text = "Sen. Nora Grahl of Tarn spoke. Grahl, R-T.N., said no. They met in Grahl County."
    at = text.index("Nora")
    made = find_mentions(document(text), (), [(at, at + len("Nora Grahl"), "Person")])
    assert [one.span.exact for one in made if one.kind == "person"] == ["Nora Grahl", "Grahl"]


def test_a_full_name_behind_an_office_is_one() -> None:
    """Where the encoder saw none: office and two names, and nothing that is a body's or another office."""
    text = "Senate Majority Leader Nora Grahl, R-T.N., spoke. The Majority Leader Emerita left. President Ruiz Monday said no."
    made = find_mentions(document(text), (), [])
    assert [one.span.exact for one in made if one.kind == "person"] == ["Nora Grahl"]


def test_no_name_of_a_body_holds_a_verb_or_an_adverb() -> None:
    text = (
        "Petr Vane told public radio of it. Lena Horvat almost daily said so. "
        "Ada Kolb visited state television. Juan Sol daily wrote. The Harbour ministry and the left party met."
    )
    bodies = {one.name for one in read(document(text)).mentions if one.kind == "organisation"}
    assert bodies == {"Harbour ministry", "left party"}


def test_a_portfolio_is_never_whom_a_minister_serves() -> None:
    found = mentions(
        "Water Minister Dario Menk of Vessia met Aldmark's Water and Energy Minister Ada Kolb. "
        "River Minister Juan Sol of Vessia met Transport Secretary Nora Grahl."
    )
    told = {name: (one.role, one.affiliation) for name, one in found.items() if one.role}
    assert "Transport" not in found
    assert told == {
        "Dario Menk": ("Water Minister", "Vessia"),
        "Ada Kolb": ("Water and Energy Minister", "Aldmark"),
        "Juan Sol": ("River Minister", "Vessia"),
        "Nora Grahl": ("Transport Secretary", None),
    }


def test_whom_a_minister_is_said_to_serve_stays() -> None:
    found = mentions(
        "Norland’s Minister Juan Sol of Tarn met Ardian Minister Hale Oru of the Progress Party."
    )
    assert (found["Juan Sol"].role, found["Juan Sol"].affiliation) == ("Minister", "Norland")
    assert (found["Hale Oru"].role, found["Hale Oru"].affiliation) == ("Minister", "Ardian")


def test_a_newsroom_that_names_itself_is_no_person() -> None:
    text = "Vessia asks for more, Ledger learns. The envoys left, an official said."
    at = text.index("Ledger")
    page = document(text, outlet="The Capital Ledger")
    kinds = [one.kind for one in find_mentions(page, (), [(at, at + 6, "Person")]) if one.name == "Ledger"]
    assert kinds == ["organisation"]
