"""Drafts, provisions, stances and refusals are read as a person would read them in one sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from rapporteur.model import Attribution, Block, Document, address
from rapporteur.read.attributions import find_attributions
from rapporteur.read.drafts import find_drafts
from rapporteur.read.issues import ENGLISH, find_issue, with_docket
from rapporteur.read.mentions import find_mentions
from rapporteur.read.provisions import find_provisions
from rapporteur.read.quantities import find_quantities
from rapporteur.read.refusals import find_refusals
from rapporteur.read.sentences import find_sentences
from rapporteur.read.stances import find_stances

CASES = Path(__file__).parent.parent / "cases" / "en"


def lines(name: str) -> list[str]:
    text = (CASES / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def document(text: str) -> Document:
    return Document(
        report="r", text=text, language="en",
        blocks=(Block(kind="paragraph", voice="newsroom", start=0, end=len(text)),),
    )  # fmt: skip


def read(text: str) -> Any:
    page = document(text)
    sentences = find_sentences(page)
    mentions = find_mentions(page, sentences)
    quantities = find_quantities(page, sentences, (), mentions)
    return page, sentences, mentions, quantities, find_drafts(page, sentences, mentions, quantities, ())


@pytest.mark.parametrize("line", lines("drafts.txt"))
def test_drafts(line: str) -> None:
    """Every phrase in braces is found, and no other, with what is said of it."""
    drawn, _, told = line.partition("|")
    plain = re.sub(r"[{}]", "", drawn).strip()
    *_, drafts = read(plain)
    assert [d.span.exact for d in drafts] == re.findall(r"\{([^}]*)\}", drawn)
    for draft, wanted in zip(drafts, told.split(";") if told.strip() else [], strict=False):
        for key, value in re.findall(r"(by|total|agreed|open|from|is):(.+?)(?=\s\w+:|$)", wanted.strip()):
            got = {
                "by": ",".join(draft.authors), "total": draft.points_total, "agreed": draft.points_agreed,
                "open": draft.points_open, "from": draft.parent, "is": draft.nature,
            }[key]  # fmt: skip
            assert str(got) == value.strip(), (key, draft)


@pytest.mark.parametrize("line", lines("provisions.txt"))
def test_provisions(line: str) -> None:
    """Each thing provided is one provision, with its issue and its value."""
    wanted, _, text = line.partition("|")
    page, sentences, mentions, quantities, drafts = read(text.strip())
    found = find_provisions(page, sentences, drafts, mentions, quantities, ())
    got = [f"{p.issue}: {p.value or '-'}" for p in found]
    assert got == [w.strip() for w in wanted.split(";") if w.strip() != "-"]


def test_versus_names_two_drafts() -> None:
    """600 versus 400 in the other document: each number belongs to its own draft."""
    page, sentences, mentions, quantities, drafts = read(
        "The Finnish draft sets the cap for the army at 12,000 soldiers versus 9,000 in the Swedish document."
    )
    first, second = find_provisions(page, sentences, drafts, mentions, quantities, ())
    assert first.draft != second.draft
    assert second.draft == drafts[1].id


def test_what_a_plan_seeks_stands_behind_the_comma() -> None:
    """ "cannot, as the plan seeks, decide on borders": the words are those of what is sought."""
    page, sentences, mentions, quantities, drafts = read(
        "Norway cannot, as the Finnish plan seeks, decide on the island’s borders."
    )
    (found,) = find_provisions(page, sentences, drafts, mentions, quantities, ())
    assert found.span.exact == "decide on the island’s borders"


def test_open_points_keep_their_draft_and_their_hedge_is_no_status() -> None:
    """The two open points belong to the list that was counted; that they are open is said of them."""
    page, sentences, mentions, quantities, drafts = read(
        "Envoys cut a list of 30 demands to 22 items and agreed on 20. The other two points are delicate. "
        "Those two issues are likely border changes and prisoners."
    )
    found = find_provisions(page, sentences, drafts, mentions, quantities, ())
    assert [(p.issue, p.status) for p in found] == [("territory", "open"), ("prisoners", "open")]
    assert {p.draft for p in found} == {next(d.id for d in drafts if d.points_total == 22)}


@pytest.mark.parametrize("line", lines("stances.txt"))
def test_stances(line: str) -> None:
    """Party, stance and issue as the sentence tells them."""
    wanted, _, text = line.partition("|")
    page, sentences, mentions, *_ = read(text.strip())
    got = {f"{s.party_name} {s.stance} {s.issue}" for s in find_stances(page, sentences, mentions, ())}
    assert got == {w.strip() for w in wanted.split(";") if w.strip() != "-"}


def test_a_stance_told_by_another_is_on_his_word() -> None:
    """What an official says of another party stays on the official's word."""
    page, sentences, mentions, *_ = read("Lund said Norway rejected the Finnish draft.")
    content = page.span(10, len(page.text) - 1)
    told = Attribution(
        id=address("r", "attribution", content.start, content.end), content=(content,), source=page.span(0, 4),
        cue=page.span(5, 9), manner="indirect", cue_kind="says", voice="newsroom",
    )  # fmt: skip
    (stance,) = find_stances(page, sentences, mentions, (told,))
    assert (stance.party_name, stance.stance, stance.attribution) == ("Norway", "rejects", told.id)


SPOKEN = (
    # what a speaker tells of another's refusal is no refusal of his own
    ("Foreign Minister Ana Lund of Norway said that the world would not support a second ceasefire.", set()),
    ("Foreign Minister Ana Lund of Norway said that Norway will never accept a ceasefire.", {"Norway rejects ceasefire"}),
    ("Foreign Minister Ana Lund of Norway said that Finland still insists all sanctions must be lifted at once.", {"Finland demands sanctions"}),
    # nor is the "he" of his quotation himself
    ("“He would not accept a ceasefire,” said Foreign Minister Ana Lund of Norway.", set()),
    ("“We will not accept a ceasefire,” said Foreign Minister Ana Lund of Norway.", {"Ana Lund rejects ceasefire"}),
    # what ought to be turned down is turned down
    ("Foreign Minister Ana Lund of Norway said Finland should walk away from the ceasefire.", {"Ana Lund rejects ceasefire"}),
    # "should" of what is likely asks for nothing
    ("“These words should offer a basis for a ceasefire,” said Foreign Minister Ana Lund of Norway.", set()),
    # what he would not say he has not said
    ("Foreign Minister Ana Lund of Norway declined to say if the ceasefire should be accepted by Finland.", set()),
    # nor does what would come of itself
    ("Foreign Minister Ana Lund of Norway said Finland would eventually have to accept a ceasefire.", set()),
    ("Foreign Minister Ana Lund of Norway said oil prices should rise to 20 dollars a barrel.", set()),
    # whom a survey reports on is not the survey
    ("The Oslo Survey said that Norway would not accept a ceasefire.", {"Norway rejects ceasefire"}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SPOKEN)
def test_words_of_a_speaker_show_his_own_stance_only(text: str, wanted: set[str]) -> None:
    """Of others he may tell what he will: that is theirs, or nobody's."""
    page, sentences, mentions, *_ = read(text)
    attributions, _ = find_attributions(page, sentences, mentions, ())
    found = find_stances(page, sentences, mentions, attributions)
    assert {f"{s.party_name} {s.stance} {s.issue}" for s in found} == wanted


def test_what_points_back_is_of_the_matter_told_before() -> None:
    """ "A ban" alone is of what the sentence before was about; the count "of which" is of the draft's points."""
    page, sentences, mentions, *_ = read("Finland demands a ban on new coal mines. Norway opposes a ban.")
    found = find_stances(page, sentences, mentions, ())
    assert [(s.party_name, s.stance, s.issue) for s in found] == [
        ("Finland", "demands", "emissions"),
        ("Norway", "rejects", "emissions"),
    ]
    *_, drafts = read("The Finnish draft has 22 chapters, of which 17 are agreed.")
    assert {d.points_total for d in drafts} | {d.points_agreed for d in drafts} == {22, 17, None}


def test_a_bill_is_no_draft_of_states() -> None:
    """Where two states negotiate, a parliament's bill is its own business; elsewhere it may be what is at stake."""
    states = "Norway met Finland. Norway wrote to Finland. Norway and Finland differ. "
    for before, wanted in ((states, []), ("", [("Green Party", "rejects", "plan")])):
        page, sentences, mentions, *_ = read(f"{before}The Green Party opposed the bill on Friday.")
        found = find_stances(page, sentences, mentions, ())
        assert [(s.party_name, s.stance, s.issue) for s in found] == wanted


def test_principles_are_theirs_who_set_them_out() -> None:
    """A numbered run of principles belongs to the one who set them out, not to those named inside."""
    page, sentences, mentions, *_ = read(
        "President Ana Lund set out two principles. First, that borders can’t be changed by force. "
        "Second, that there must not be limits on Norway’s armed forces."
    )
    found = find_stances(page, sentences, mentions, ())
    assert [(s.party_name.split()[-1], s.stance, s.issue) for s in found] == [
        ("Lund", "demands", "territory"), ("Lund", "demands", "armed_forces"),
    ]  # fmt: skip


@pytest.mark.parametrize("line", lines("refusals.txt"))
def test_refusals(line: str) -> None:
    """What was not told, and by whom where that is named."""
    drawn, bar, by = line.partition("|")
    page = document(re.sub(r"[{}]", "", drawn).strip())
    found = find_refusals(page, find_sentences(page), ())
    assert bool(found) == bool(bar)
    if bar:
        assert (found[0].by or "") == by.strip()
        wanted = re.findall(r"\{([^}]*)\}", drawn)
        if wanted:
            assert found[0].about == wanted[0]


def test_a_docket_adds_renames_and_narrows() -> None:
    """An analyst's own issue stands before ours; a renamed one keeps its key; a dropped one is gone."""
    issues = with_docket(
        ENGLISH,
        {"issues": {
            "otters": {"words": ["sea otters"]}, "trade": {"title": "duties"}, "wages": {"drop": True},
            "territory": {"words": ["the isle of Sund"], "only": True},
        }},
    )  # fmt: skip
    assert find_issue("protect sea otters", issues=issues) == "otters"
    assert issues.title("trade") == "duties"
    assert find_issue("higher wages", issues=issues) is None
    assert find_issue("cede territory", issues=issues) is None
    assert find_issue("give up the isle of Sund", issues=issues) == "territory"


def test_a_docket_that_is_not_understood_says_so() -> None:
    """A new issue without words is an error in one sentence, not a silent nothing."""
    with pytest.raises(ValueError, match="needs words"):
        with_docket(ENGLISH, {"issues": {"otters": {}}})


@pytest.mark.parametrize("line", lines("other_talks.txt"))
def test_other_talks(line: str) -> None:
    """A strike, a coalition, a trade deal, a merger, a hostage deal, a climate text and a quota are read alike."""
    wanted, _, text = line.partition(" | ")
    page, sentences, mentions, quantities, drafts = read(text.strip())
    found = {f"draft:total={d.points_total}" for d in drafts if d.points_total}
    found |= {
        f"point:{p.issue}={p.value}"
        for p in find_provisions(page, sentences, drafts, mentions, quantities, ())
    }
    found |= {
        f"stance:{s.party_name} {s.stance} {s.issue}" for s in find_stances(page, sentences, mentions, ())
    }
    found |= {f"refusal:{r.about}" for r in find_refusals(page, sentences, ())}
    plain = {re.sub(r"stance:[Tt]he ", "stance:", one) for one in found}
    for one in wanted.split(" ; "):
        assert re.sub(r"stance:[Tt]he ", "stance:", one.strip()) in plain, sorted(found)
