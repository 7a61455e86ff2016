"""Who is meant across reports: joined where one candidate stands, left apart where two do."""

from __future__ import annotations

import random

import pytest
from dispatches import dispatch, naming

from bench._derive import derive
from rapporteur.model import Entity
from rapporteur.record.entities import LAYER, essence, role_conflicts, speaks_for
from rapporteur.record.layer import Dated


def found(*dated: Dated) -> list[Entity]:
    return [noun for made in derive(LAYER, dated) if (noun := LAYER.sum_up(made)) is not None]


def named(entities: list[Entity], name: str) -> Entity:
    return next(entity for entity in entities if name in entity.variants)


def test_a_surname_joins_the_one_full_name_there_is() -> None:
    people = found(naming("a", ("Ruth Calder", "person")), naming("b", ("Calder", "person")))
    assert len(people) == 1
    assert people[0].name == "Ruth Calder"


def test_a_surname_is_left_apart_where_two_could_be_meant() -> None:
    people = found(
        naming("a", ("Ruth Calder", "person")),
        naming("b", ("Simon Calder", "person")),
        naming("c", ("Calder", "person")),
    )
    assert [sorted(entity.variants) for entity in people] == [["Ruth Calder"], ["Simon Calder"], ["Calder"]]


def test_a_slip_of_one_report_is_no_rival() -> None:
    """Twelve reports have Ruth Calder; one prints "Team Calder" as if it were a person."""
    many = [naming(f"r{i:02d}", ("Ruth Calder", "person")) for i in range(12)]
    people = found(*many, naming("x", ("Team Calder", "person")), naming("y", ("Calder", "person")))
    assert "Calder" in named(people, "Ruth Calder").variants


def test_an_office_tells_two_of_one_name_apart() -> None:
    people = found(
        naming("a", ("Ruth Calder", "person", "President")),
        naming("b", ("Simon Calder", "person", "Foreign Minister")),
        naming("c", ("Calder", "person", "President")),
    )
    assert "Calder" in named(people, "Ruth Calder").variants
    assert named(people, "Simon Calder").variants == ("Simon Calder",)


def test_roles_are_kept_with_their_reports_and_conflicts_are_seen() -> None:
    people = found(
        naming("a", ("Ruth Calder", "person", "Defense Minister", "Danish")),
        naming("b", ("Ruth Calder", "person", "ambassador", "Danish")),
    )
    assert [(role.role, role.report) for role in people[0].roles] == [
        ("Defense Minister", "a"),
        ("ambassador", "b"),
    ]
    assert people[0].party == "Denmark"
    assert role_conflicts(people[0])


@pytest.mark.parametrize(
    ("role", "affiliation", "party"),
    [
        ("Aldmark’s foreign minister", "Aldmark", "Aldmark"),  # a party that no table knows
        ("Harbour Front spokesman", "Harbour Front", "Harbour Front"),
        ("Calder’s spokesman", "Calder", None),  # speaks for a person
        ("President", "Aldmark", "Aldmark"),  # "Aldmark’s President Ruth Calder"
        ("Foreign Minister", "Vessian", None),  # an adjective is no name
        ("Water Minister", "Water", None),
        ("Foreign Ministry spokesman", "Foreign Ministry", None),  # whose, it does not say
        ("envoy to Norway", "Norway", None),  # the other side
        ("lead negotiator with the Swedes", "Swedes", None),
        ("Danish envoy to Norway", "Danish", "Denmark"),
        ("a Denmark expert at the institute", "Denmark", None),  # looks on
        ("correspondent", "Danish", None),
    ],
)
def test_whom_a_role_speaks_for(role: str, affiliation: str, party: str | None) -> None:
    assert speaks_for(role, affiliation) == party


def test_an_office_alone_is_its_one_known_holder() -> None:
    """Only where the record knows one; a former holder, another country's and the office of nobody named are not."""
    alone = ("foreign minister", "role", "Danish foreign minister", "Danish")
    people = found(naming("a", ("Ruth Calder", "person", "Foreign Minister", "Danish")), naming("b", alone))
    assert [entity.times for entity in people] == [2]
    two = found(
        naming("a", ("Ruth Calder", "person", "Foreign Minister", "Danish")),
        naming("b", ("Simon Holt", "person", "Foreign Minister", "Danish")),
        naming("c", alone),
    )
    assert sorted(entity.times for entity in two) == [1, 1]
    others = found(
        naming("a", ("Ruth Calder", "person", "former Foreign Minister", "Danish")),
        naming("b", ("Ana Ruiz", "person", "Foreign Minister", "Spanish")),
        naming("c", alone),
    )
    assert sorted(entity.times for entity in others) == [1, 1]


def test_a_former_office_is_no_conflict() -> None:
    people = found(
        naming("a", ("Ruth Calder", "person", "former Defense Minister")),
        naming("b", ("Ruth Calder", "person", "ambassador")),
    )
    assert role_conflicts(people[0]) == ()


def test_spellings_of_a_country_are_one_and_its_capital_is_another_with_the_same_party() -> None:
    places = found(
        naming("a", ("Türkiye", "place"), ("Ankara", "place")),
        naming("b", ("Turkey", "place"), ("Turks", "group")),
    )
    assert {entity.name: entity.party for entity in places} == {
        "Turkey": "Turkey",
        "Ankara": "Turkey",
        "Turks": "Turkey",
    }


def test_a_person_is_never_a_place() -> None:
    both = found(naming("a", ("Ann Lincoln", "person")), naming("b", ("Lincoln", "place")))
    assert len(both) == 2


def test_a_bare_name_read_as_a_person_is_what_most_take_it_for() -> None:
    """One report takes Aldmark for a person; a full name, or an office, makes a person of its own."""
    country = found(
        naming("a", ("Aldmark", "place")),
        naming("b", ("Aldmark", "place")),
        naming("c", ("Aldmark", "person")),
    )
    assert [entity.kind for entity in country] == ["place"]
    two = found(
        naming("a", ("Kesh", "place")), naming("b", ("Ana Kesh", "person")), naming("c", ("Kesh", "place"))
    )
    assert sorted(entity.kind for entity in two) == ["person", "place"]


def test_a_name_misread_as_a_body_still_joins() -> None:
    assert (
        len(found(naming("a", ("Ruth Calder", "person")), naming("b", ("Ruth Calder", "organisation")))) == 1
    )


def test_the_order_of_arrival_does_not_matter() -> None:
    dated = [
        naming("a", ("Ruth Calder", "person")),
        naming("b", ("Simon Calder", "person"), ("Calder", "person")),
        naming("c", ("Calder", "person", "Minister")),
        naming("d", ("Ruth Calder", "person", "Minister"), ("R. Calder", "person")),
    ]
    expected = found(*dated)
    for seed in range(5):
        random.Random(seed).shuffle(dated)
        assert found(*dated) == expected


def test_within_a_report_a_short_name_goes_with_its_full_one() -> None:
    """Two reports each have their own Calder; neither takes the other's."""
    people = found(
        dispatch("a", "Finance Minister Ruth Calder arrived on Monday. Calder said the dam would stay."),
        dispatch("b", "Opposition leader Simon Calder left on Monday. Calder said the dam would go."),
    )
    assert named(people, "Ruth Calder").times == 2
    assert named(people, "Simon Calder").times == 2


def test_others_hear_of_a_legislators_office_and_of_no_other_spelling() -> None:
    """A position asks whether its holder legislates; another spelling or office of somebody changes nobody else."""
    fields = {
        "id": "r:mention:0-3",
        "name": "Ann Ash",
        "kind": "person",
        "party": "Norway",
        "variants": ["Ash"],
    }
    known = essence(fields)
    assert essence({**fields, "variants": ["Ash", "Ann"]}) == known
    assert essence({**fields, "roles": [{"role": "Finance Minister", "report": "r"}]}) == known
    assert essence({**fields, "roles": [{"role": "Senator", "report": "r"}]}) != known
    assert essence({**fields, "name": "Anna Ash"}) != known
