"""From a few invented dispatches to drafts, positions, tensions, the brief, and a text held against them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapporteur.clean import clean
from rapporteur.ledger import Ledger, Store
from rapporteur.model import Entry, Given, Report
from rapporteur.read import read
from rapporteur.record import Record, open_record
from rapporteur.record.issued import file_brief, issued
from rapporteur.views.brief import brief
from rapporteur.views.disagreements import disagreements
from rapporteur.views.drafts import drafts
from rapporteur.views.lines import borne_out
from rapporteur.views.positions import positions
from rapporteur.views.support import Words, check
from rapporteur.views.track import track
from rapporteur.views.vet import vet
from rapporteur.views.view import Asked

FIRST = """Norway, Iceland Trade Drafts on Cod

OSLO — Norwegian and Icelandic officials met in Oslo on Monday to discuss a 14-point plan for sharing cod.

The Norwegian plan would require that Iceland cede territory near the ridge and cap the Icelandic fleet at 900 vessels. Peter Lund and Anna Berg drafted the 14-point plan after using a similar list for the herring talks, a ministry official said.

Iceland’s draft sets the cap for the fleet at 1,200 vessels versus 900 in the Norwegian document. That draft doesn’t ban Norway from the fishing union.

Norway and Iceland agreed to handle questions involving the fishing union on a separate track, Foreign Minister Eva Dahl said.

“We will never accept a cap on our fleet,” Icelandic Prime Minister Jon Arnason said.

Russia has yet to respond publicly to the Norwegian plan. The minister declined to identify the remaining points of disagreement.

Asked about the Icelandic draft, Dahl said, “I haven’t seen any counterproposals.”
"""
SECOND = """Cod Talks Narrow to Two Points

REYKJAVIK — Norwegian and Icelandic negotiators cut a list of 14 demands in the Norwegian plan to 9 items and reached agreement on 7, Dahl said on Thursday.

The other two points have not been discussed publicly. Those two issues are likely territory and prisoners, according to officials from Norway.

The plan was drafted by Anna Berg and Karl Moe, a person close to the talks said.

Iceland will meet Norway in Bergen on March 20.
"""


def report(text: str, outlet: str, day: str) -> Report:
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return Report(
        id=digest[:10], digest=digest, source=f"{outlet.lower().replace(' ', '-')}.txt",
        given=Given(outlet=outlet, published=day), received="2031-03-10T08:00:00Z", media_type="text/plain", raw=raw,
    )  # fmt: skip


def add(store: Store, *reports: Report) -> None:
    with store.write() as connection:
        for one in reports:
            page = clean(one)
            Ledger(connection).append(
                Entry(report=one, document=page, reading=read(page)), now="2031-03-10T08:00:00Z"
            )


ONE = report(FIRST, "Harbour Post", "2031-03-03")
TWO = report(SECOND, "Northern Wire", "2031-03-07")
ASKED = Asked(now="2031-03-08T08:00:00Z")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    store = Store(str(tmp_path_factory.mktemp("plans") / "r.db"))
    add(store, ONE, TWO)
    with open_record(store) as opened:
        yield opened


def test_counts_of_the_text_and_where_it_came_from(record: Record) -> None:
    """14 points became 9, of which 7 are agreed and 2 open; the model it was made after is kept."""
    made = record.nouns("drafts")
    now = next(d for d in made if d.points_total == 9)
    assert (now.points_agreed, now.points_open, now.problems) == (7, 2, ())
    first = next(d for d in made if d.points_total == 14)
    assert first.parent == "a similar list for the herring talks"


def test_points_keep_their_draft(record: Record) -> None:
    """900 stands in one draft and 1,200 in the other; what moved to another track is not dropped."""
    told = {(p.issue, p.value, p.status) for p in record.nouns("points")}
    assert any(value == "1200 vessels" for _, value, _ in told)
    assert any((value or "").startswith("900") for _, value, _ in told)
    assert any(status == "other-track" for *_, status in told)
    assert {p.issue for p in record.nouns("points") if p.status == "open"} == {"territory", "prisoners"}
    view = drafts(record, ASKED)
    assert any(line["differ"] for line in view.data["side_by_side"]["issues"])


def test_silence_is_a_stance_and_refusal_is_its_holder_s(record: Record) -> None:
    """Russia’s silence is told as no response; the prime minister’s no is on his own word."""
    held = {(p.party, p.stance): p for p in record.nouns("positions")}
    assert held["Russia", "no-response"].on_the_word_of is None
    refused = held["Iceland", "rejects"]
    entity = record.entity_of(refused.on_the_word_of or "")
    assert entity is not None
    assert "Arnason" in entity.name
    assert positions(record, ASKED).total


def test_tensions_are_typed(record: Record) -> None:
    """Two drafts, a shorter list, other authors, a thing not seen: none of them is a contradiction."""
    kinds = {d.kind: d for d in record.nouns("disagreements")}
    assert "contradiction" not in kinds
    assert "1,200" in kinds["different-draft"].about
    assert kinds["supersession"].about == "14 points became 9"
    assert "Berg" in kinds["attribution"].about
    assert "does not deny" in kinds["different-scope"].about
    assert disagreements(record, ASKED).rows


def test_unknowns_say_what_is_left_over(record: Record) -> None:
    """Five points are gone without a word, and a minister would not name what remains."""
    told = [u.text for u in record.nouns("unknowns")]
    assert "what became of 5 of the 14 points" in told
    assert any("remaining points of disagreement" in text for text in told)


def test_track_keeps_scope_and_order(record: Record) -> None:
    """Both caps are steps of one path, each with its draft, oldest first."""
    view = track(record, Asked(now=ASKED.now, words="fleet"))
    whens = [row.cells[0] for row in view.rows]
    assert whens == sorted(whens)
    view = track(record, Asked(now=ASKED.now, words="vessels"))
    assert {"900", "1200"} <= {row.cells[3].split()[0] for row in view.rows if row.cells[3]}


def test_the_brief_holds_only_what_is_borne_out(record: Record) -> None:
    """Every line has a fact under it or is about the record itself; sections come in their order."""
    view = brief(record, ASKED)
    titles = [part["title"] for part in view.data["sections"]]
    assert titles == [
        t
        for t in (
            "NEW",
            "DUE, OUTCOME UNREPORTED",
            "ON PAPER",
            "STANDING",
            "ACCOUNTS PART",
            "NOT KNOWN",
            "NEXT",
        )
        if t in titles
    ]
    assert {"NEW", "ON PAPER", "STANDING", "NOT KNOWN"} <= set(titles)
    for part in view.data["sections"]:
        for line in part["lines"]:
            assert line["evidence"]
            for evidence in line["evidence"]:
                page = record.document(evidence["report"]).text
                assert page[evidence["start"] : evidence["end"]] == evidence["exact"]
    assert len(view.rows) < 50


def told_of(folder: Path, text: str) -> dict[str, list[str]]:
    """The lines of each section of the brief over one report, the day after it."""
    store = Store(str(folder / "r.db"))
    add(store, report(text, "Harbour Post", "2031-03-05"))
    with open_record(store) as opened:
        view = brief(opened, Asked(now="2031-03-06T08:00:00Z"))
    return {part["title"]: [line["text"] for line in part["lines"]] for part in view.data["sections"]}


def test_a_plan_told_beside_news_stands_under_next(tmp_path: Path) -> None:
    """One sentence tells of a meeting that was and of one that will be: the second is not lost for the first."""
    text = (
        "Karsia and Veld resume trade talks\n\n"
        "Trade ministers Olga Prin and Daan Hoek met in Brevik on Tuesday and will meet again in Karsov on 20 March.\n\n"
        "The ministers spoke of tariffs and of fish, and neither would say more to the reporters who waited outside.\n"
    )
    told = told_of(tmp_path, text)
    assert any("20 March" in line for line in told["NEW"])
    assert any("20 March" in line for line in told["NEXT"])


def test_a_deadline_stands_under_next_on_its_new_day_alone(tmp_path: Path) -> None:
    """Moved in the report that gave it: the old day is past, and is not still to come beside the new one."""
    text = (
        "Karsia and Veld resume trade talks\n\n"
        "Talks between Karsia and Veld on tariffs resumed in Brevik on Tuesday, the two trade ministries said.\n\n"
        "The mediator, Olga Prin, had set a deadline of 15 March for an agreement on tariffs and on fish. "
        "The deadline was moved to 20 March, Prin told reporters in Brevik.\n"
    )
    told = told_of(tmp_path, text)
    assert any("moved to 20 March" in line for line in told["NEXT"])
    assert not any("15 March" in line for line in told["NEXT"])


def test_a_line_whose_words_do_not_bear_it_out_is_not_written(record: Record) -> None:
    """The check is asked before a line is written; a number changed, it is refused."""
    from rapporteur.views.lines import Line, sentence_line

    draft = next(d for d in record.nouns("drafts") if d.points_total == 9)
    line = sentence_line(record, draft.mentions[0])
    assert line is not None
    assert borne_out(record, line) == ()
    assert borne_out(record, Line(text=line.text.replace("7", "8"), facts=line.facts))


def test_an_issued_brief_is_corrected_by_the_next(tmp_path: Path) -> None:
    """What was sent is filed; a later count that replaces what was told opens the next brief."""
    store = Store(str(tmp_path / "r.db"))
    add(store, ONE)
    early = Asked(now="2031-03-04T08:00:00Z")
    with open_record(store) as opened:
        sent = brief(opened, early)
    with store.write() as connection:
        file_brief(Ledger(connection), sent.data, by="desk", at=early.now)
        file_brief(Ledger(connection), sent.data, by="desk", at=early.now)
    add(store, TWO)
    with open_record(store) as opened:
        assert len(issued(opened.judgements())) == 1
        view = brief(opened, ASKED)
    assert view.data["issued"] == early.now
    assert "last issued 4 Mar" in view.title


def test_vet(record: Record) -> None:
    """A true sentence is supported; one with a number, a negation or a speaker changed is not."""
    text = (
        "Norwegian and Icelandic negotiators reached agreement on 7.\n"
        "Norwegian and Icelandic negotiators reached agreement on 8.\n"
        "Russia has responded publicly to the Norwegian plan.\n"
        "Iceland met Norway in Bergen on March 20.\n"
        "Foreign Minister Eva Dahl said, “We will never accept a cap on our fleet.”\n"
        "Penguins have landed in Oslo to demand herring.\n"
    )
    view = vet(record, ASKED, text)
    assert [row.cells[0] for row in view.rows] == [
        "supported", "contradicted", "contradicted", "contradicted", "unsupported", "unsupported",
    ]  # fmt: skip
    assert view.data["supported"] is False
    assert (
        vet(record, ASKED, "Norwegian and Icelandic negotiators reached agreement on 7.").data["supported"]
        is True
    )


TRUE = "Officials will likely meet in Oslo on 4 May, Dahl said, but have not agreed on the 18 points."


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        (TRUE.replace("18", "19"), "number"),
        (TRUE.replace("not ", ""), "negation"),
        (TRUE.replace("likely ", ""), "hedge"),
        (TRUE.replace("will likely meet", "met"), "status"),
        (TRUE.replace("4 May", "5 May"), "date"),
        (TRUE.replace("Dahl", "Berg"), "name"),
        (TRUE + " “We are done.”", "quotation"),
        (TRUE.replace("points", "penguins"), "words"),
    ],
)
def test_the_support_check_names_what_is_wrong(changed: str, kind: str) -> None:
    """One change, refused for its own reason; the sentence as it was passes."""
    evidence = [Words(text=TRUE)]
    assert check(TRUE, evidence) == ()
    assert kind in {failure.kind for failure in check(changed, evidence)}


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        # "plan to" before a number is no intention, and what is proposed is the plan, not what was cut
        ("They cut the 28 points of the proposed plan to 20 items.", "They cut 28 points to 20 items."),
        ("She took the offer to the president.", "She took an offer to the president."),
    ],
)
def test_nouns_of_intent_mark_nothing(evidence: str, said: str) -> None:
    assert check(said, [Words(text=evidence)]) == ()


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Negotiators from Norway and Iceland reached agreement on 7.", "supported"),
        ("Russia has not yet responded in public to the Norwegian plan.", "supported"),
        ("Iceland’s draft caps the fleet at 1,200 vessels.", "supported"),
        # a figure told of the other draft
        ("Iceland’s draft caps the fleet at 900 vessels.", "contradicted"),
        # somebody named near by did not write it
        ("Eva Dahl and Anna Berg drafted the 14-point plan.", "unsupported"),
    ],
)
def test_vet_on_words_of_ones_own(record: Record, sentence: str, verdict: str) -> None:
    """Other words for the same pass; a figure of another draft, or another name beside the right one, do not."""
    assert vet(record, ASKED, sentence).rows[0].cells[0] == verdict
