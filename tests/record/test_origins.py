"""How many knew: newsrooms with their sources, public words as themselves, and what adds none."""

from __future__ import annotations

from dataclasses import replace

from dispatches import OPENING, Desk, dispatch

from rapporteur.model import Attribution, Origins
from rapporteur.record.layer import Dated
from rapporteur.record.origins import origins_of


def told(*dated: Dated, about: str) -> Origins:
    """The origins of every attribution whose content has these words."""
    desk = Desk(dated)
    members = [attribution.id for one in dated for attribution in _about(one, about)]
    assert members, "nothing was read"
    return origins_of(members, desk)


def _about(one: Dated, words: str) -> list[Attribution]:
    return [
        attribution
        for attribution in one.entry.reading.attributions
        if any(words in span.exact for span in attribution.content)
    ]


def test_one_newsroom_with_two_sources_is_one_origin() -> None:
    one = dispatch(
        "one",
        OPENING
        + "A senior official said the gates would open in April. Water Minister Ilse Varga said the gates would open "
        "in April if the rains came.",
        outlet="River Post",
        day="2031-03-04",
    )
    found = told(one, about="gates would open")
    assert found.count == 1
    assert len(found.origins[0].sources) == 2
    assert found.origins[0].newsroom == "River Post"


def test_two_newsrooms_with_unnamed_sources_are_two_and_could_be_one() -> None:
    one = dispatch(
        "one",
        OPENING + "A senior official said the gates would open in April.",
        outlet="River Post",
        day="2031-03-04",
    )
    other = dispatch(
        "other",
        OPENING + "An official said the gates would open in April.",
        outlet="Border Mail",
        day="2031-03-04",
    )
    found = told(one, other, about="gates would open")
    assert (found.count, found.least) == (2, 1)


def test_two_newsrooms_with_one_named_source_are_one() -> None:
    one = dispatch(
        "one",
        OPENING + "Ilse Varga said the gates would open in April.",
        outlet="River Post",
        day="2031-03-04",
    )
    other = dispatch(
        "other",
        OPENING + "Ilse Varga said the gates would open in April.",
        outlet="Border Mail",
        day="2031-03-04",
    )
    found = told(one, other, about="gates would open")
    assert (found.count, found.least) == (1, 1)
    assert found.origins[0].reports == ("one", "other")


def test_a_report_that_leans_on_another_outlet_counts_as_that_outlets() -> None:
    """Named throughout, no reporting of its own claimed: what it says without a name is the other's too."""
    text = (
        "The gates of the upper dam will open in April, according to the River Post.\n\n"
        "The River Post reported that both governments agreed on Monday. An official confirmed that the engineers "
        "had left for the gauge.\n\n"
        'Ilse Varga told the River Post that the gauge "would decide." According to the River Post, farmers were '
        "not consulted."
    )
    found = told(dispatch("c", text, day="2031-03-05"), about="the engineers had left")
    assert found.count == 1
    assert found.origins[0].newsroom == "River Post"
    assert "throughout" in found.origins[0].reason


def test_what_another_outlet_had_first_and_this_one_confirmed_has_two_origins() -> None:
    text = (
        "The council released no text. The lower state’s draft, which was earlier reported by Reuters but confirmed "
        "by a senior council official, sets the reserve at 600 million cubic metres. The draft says the gates "
        "“must stay open until June.”"
    )
    one = dispatch("b", text, outlet="River Post", day="2031-03-04")
    desk = Desk([one])
    drafts = [mention for mention in one.entry.reading.draft_mentions if "draft" in mention.span.exact]
    for mention in drafts:
        found = origins_of([mention.id], desk)
        assert (found.count, found.least) == (2, 1), mention.span.exact
        assert {origin.newsroom for origin in found.origins} == {"Reuters", "River Post"}
    assert len(drafts) == 2


def test_what_a_confirmed_draft_provides_is_not_confirmed_line_by_line() -> None:
    text = (
        "The council released no text. The lower state’s draft, which was earlier reported by Reuters but confirmed "
        "by a senior council official, sets the reserve at 600 million cubic metres. The draft says the gates "
        "“must stay open until June.”"
    )
    found = told(dispatch("b", text, outlet="River Post", day="2031-03-04"), about="must stay open")
    assert found.count == 1


def test_a_post_is_its_own_origin_whoever_tells_of_it() -> None:
    one = dispatch(
        "one",
        OPENING + 'In a post on Telegram, Ilse Varga wrote: "The gates open in April."',
        outlet="River Post",
        day="2031-03-04",
    )
    found = told(one, about="gates open")
    assert found.count == 1
    assert found.origins[0].newsroom is None
    assert found.origins[0].document is not None


def test_a_copy_adds_none() -> None:
    text = (
        "A senior official said the gates would open in April. The disagreement, which has run for nine years, turns "
        "on a gauge that stands forty kilometres below the dam and that neither side trusts, and a commission of "
        "engineers is to visit it before the end of the month."
    )
    first = dispatch("first", text, outlet="River Post", day="2031-03-04")
    copy = dispatch("copy", text, outlet="Border Mail", day="2031-03-05")
    found = told(first, copy, about="gates would open")
    assert found.count == 1
    assert found.origins[0].newsroom == "River Post"
    assert found.origins[0].reports == ("copy", "first")


def test_a_copy_of_what_leans_on_another_outlet_is_that_outlets_too() -> None:
    text = (
        "The gates of the upper dam will open in April, according to the River Post, and the commission of engineers "
        "will inspect the gauge before the end of the month.\n\n"
        "The River Post reported that both governments agreed on Monday after nine years of quarrel over the water. An "
        "official confirmed that the engineers had left for the gauge in two cars with all their instruments.\n\n"
        "According to the River Post, farmers below the dam, who have lost two harvests, were not consulted by anybody."
    )
    leaning = dispatch("leaning", text, outlet="Border Mail", day="2031-03-04")
    copy = dispatch("ofit", text, outlet="Hill Courier", day="2031-03-05")
    found = told(leaning, copy, about="the engineers had left")
    assert found.count == 1
    assert found.origins[0].newsroom == "River Post"


def test_readers_comments_never_count() -> None:
    one = dispatch(
        "one", OPENING + "A senior official said the gates would open.", outlet="River Post", day="2031-03-04"
    )
    reading = one.entry.reading
    comment = replace(reading, attributions=tuple(replace(a, voice="reader") for a in reading.attributions))
    by_reader = replace(one, entry=replace(one.entry, reading=comment))
    assert told(one, about="gates would open").count == 1
    assert told(by_reader, about="gates would open").origins == ()


def test_nothing_known_is_unknown() -> None:
    """A page without an outlet, telling in its own voice: nothing shows how it came to know."""
    one = dispatch("one", OPENING + "The gates opened in April. The engineers went home.")
    event = next(iter(one.entry.reading.mentions), None) or one.entry.reading.event_mentions[0]
    found = origins_of([event.id], Desk([one]))
    assert found.count is None
