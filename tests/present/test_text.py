"""Tables for a terminal: they fit it, and cut no address or word that could stand whole."""

from __future__ import annotations

import pytest

from rapporteur.present.brief import as_brief
from rapporteur.present.text import as_json, as_table, markdown
from rapporteur.views.view import Row, View


def view(*rows: tuple[str, ...], marks: tuple[str, ...] = ()) -> View:
    made = tuple(Row(cells=cells, ref="k3m9x2:event:4120-4131", marks=marks) for cells in rows)
    return View(name="timeline", title="Timeline", columns=("when", "status", "what", "who"), rows=made)


LONG = "Envoys of Sandrel and Ostmark met in Calder and will hold a second round of talks on shipping soon"


def ref(address: str) -> str:
    report, _, rest = address.partition(":")
    return f"{report}@{rest.rpartition(':')[2]}"


def test_addresses_stand_whole_and_the_table_fits() -> None:
    """The one thing a reader copies out of a table is never broken over two lines."""
    shown = as_table(view(("2031-05-04/2031-05-11", "postponed", LONG, LONG)), ref, width=90)
    assert "k3m9x2@4120-4131" in shown
    assert "postponed" in shown
    assert max(map(len, shown.splitlines())) <= 90


def test_short_tables_are_not_stretched() -> None:
    shown = as_table(view(("2031-05-04", "held", "Talks", "Relk")), ref)
    assert "k3m9x2@4120-4131  2031-05-04  held    Talks  Relk" in shown


def test_control_characters_never_reach_the_terminal() -> None:
    """A report's words cannot move the cursor or change its colour."""
    shown = as_table(view(("\x1b[31mred", "held\x07", "a\u202eb", "x")), ref)
    assert not any(c in shown for c in "\x1b\x07\u202e")


def test_json_keeps_addresses_whole_beside_refs() -> None:
    shown = as_json(view(("2031-05-04", "held", "Talks", "Relk")), ref)
    assert "k3m9x2:event:4120-4131" in shown
    assert "k3m9x2@4120-4131" in shown


def test_a_mark_that_a_cell_says_already_is_not_said_twice() -> None:
    """ "planned" stands in its column; "inferred" stands nowhere else."""
    shown = as_table(view(("2031-05-04", "planned", "Talks", "Ostmark"), marks=("planned", "inferred")), ref)
    assert "Ostmark (inferred)" in shown


def test_words_of_a_page_are_no_markup() -> None:
    """What is printed as Markdown holds no link, table or emphasis of somebody else's making."""
    words = "[here](https://bad.example) | **bold** <b>"
    assert markdown(words) == "\\[here](https://bad.example) \\| \\*\\*bold\\*\\* &lt;b>"


@pytest.mark.parametrize(
    ("more", "others", "told"),
    [
        (3, ["Fishing talks"], "\n--long shows all of it, --talks NAME the others.\n"),
        (3, [], "\n--long shows all of it.\n"),
        (0, [], "\nNothing.\n\n"),
    ],
)
def test_a_brief_says_which_option_shows_the_rest(more: int, others: list[str], told: str) -> None:
    data = {"sections": [], "left_out": {"refused": [], "more": more}, "other_talks": others}
    made = View(name="brief", title="Talks · as known", columns=("", "", "origins"), rows=(), data=data)
    assert told in as_brief(made, ref)
