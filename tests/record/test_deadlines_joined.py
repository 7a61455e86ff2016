"""One deadline across reports: told twice, put off, gone by; and two that only share a day."""

from __future__ import annotations

import itertools

from test_happenings import dated

from bench._derive import derive
from rapporteur.model import Deadline
from rapporteur.record import deadlines
from rapporteur.record.layer import Dated

SET = "The mediator, Ana Reis, gave the Harbour Board until 20 March to answer the Dockers in Port Merrow."
MOVED = "Ana Reis extended the deadline for the Harbour Board to answer the Dockers to 27 March."
PASSED = "The Harbour Board missed the 27 March deadline to answer the Dockers."


def made(*reports: Dated) -> list[Deadline]:
    """The deadlines some reports tell of."""
    found = (deadlines.sum_up(one) for one in derive(deadlines.LAYER, reports))
    return [one for one in found if one is not None]


def test_a_day_put_off_is_the_same_deadline_on_its_new_day() -> None:
    """The later day counts, and what the first report said stays under it, whatever came in first."""
    reports = [dated("a", "2031-03-10", SET), dated("b", "2031-03-18", MOVED)]
    for order in itertools.permutations(reports):
        (found,) = made(*order)
        assert (found.when, found.status, len(found.mentions)) == ("2031-03-27", "softened", 2)
        assert found.who == "Harbour Board"


NAMES = " Reis met Vessel of the Dockers and Harl of the Harbour Board in Port Merrow on Monday."


def test_the_deadline_was_moved_says_neither_whose_nor_for_what() -> None:
    """Among the same names it is the one still to come; among others, or when that had gone by, it is another."""
    bare = "The deadline was moved to 27 March."
    first = dated("a", "2031-03-10", SET + NAMES)
    for order in itertools.permutations([first, dated("b", "2031-03-18", bare + NAMES)]):
        (found,) = made(*order)
        assert (found.when, found.status, found.who) == ("2031-03-27", "softened", "Harbour Board")
    elsewhere = dated("b", "2031-03-18", bare + " Holm sat in Calder with Ilse Mann and Piet Roos.")
    assert len(made(first, elsewhere)) == 1 + (len(made(elsewhere)))
    late = dated("b", "2031-03-25", bare + NAMES)
    assert len(made(first, late)) == 2


def test_the_old_day_told_twice_is_past_for_both() -> None:
    """Moved in the report that gave it, it is moved in the one that only gave it, too."""
    both = dated("b", "2031-03-18", SET + " The deadline was moved to 27 March.")
    for order in itertools.permutations([dated("a", "2031-03-10", SET), both]):
        (found,) = made(*order)
        assert (found.when, found.status, len(found.mentions)) == ("2031-03-27", "softened", 3)


def test_what_went_by_is_passed() -> None:
    """The last word on the day it had at last."""
    (found,) = made(
        dated("a", "2031-03-10", SET), dated("b", "2031-03-18", MOVED), dated("c", "2031-03-28", PASSED)
    )
    assert (found.when, found.status) == ("2031-03-27", "passed")


def test_by_the_end_of_a_month_is_by_its_last_day() -> None:
    """A month is no day, its end is."""
    (found,) = made(dated("a", "2031-03-10", "Norland must sign the treaty by the end of March."))
    assert found.when == "2031-03-31"


def test_both_sides_are_the_same_only_among_the_same_names() -> None:
    """Two reports on one mediation tell of one deadline; one on another dispute of another, on the same day."""
    names = " Reis met Vessel of the Dockers and Harl of the Harbour Board in Port Merrow on Monday."
    one = "Ana Reis gave both sides until 20 March." + names
    same = "Ana Reis asked both sides to answer by 20 March." + names
    other = "The judge, Tomas Holm, gave both sides until 20 March. Holm sat in Calder with Ilse Mann and Piet Roos."
    found = made(
        dated("a", "2031-03-10", one), dated("b", "2031-03-11", same), dated("c", "2031-03-11", other)
    )
    assert sorted(len(each.mentions) for each in found) == [1, 2]
