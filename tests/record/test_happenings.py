"""One happening across reports is one event; planned and then held is one with a history; the rest stays apart."""

from __future__ import annotations

import itertools

from bench._derive import derive
from rapporteur.model import Block, Document, Entry, Event, Given, Reading, Report, Window
from rapporteur.read.deadlines import find_deadlines
from rapporteur.read.events import find_events
from rapporteur.read.mentions import find_mentions
from rapporteur.read.outlooks import find_outlooks
from rapporteur.read.sentences import find_sentences
from rapporteur.read.times import find_timexes
from rapporteur.record import deadlines, events, outlooks, talks
from rapporteur.record.layer import Dated


def dated(name: str, day: str, text: str) -> Dated:
    """A report that came out on a day, with the layers events rest on."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(kind="paragraph", voice="newsroom", start=at, end=at + len(line)))
        at += len(line) + 1
    page = Document(report=name, text=text, language="en", blocks=tuple(blocks))
    sentences = find_sentences(page)
    mentions = find_mentions(page, sentences)
    timexes = find_timexes(page, sentences)
    reading = Reading(
        report=name, reader="rules/1", sentences=sentences, mentions=mentions, timexes=timexes,
        event_mentions=find_events(page, sentences, mentions, timexes, ()),
        deadlines=find_deadlines(page, sentences, mentions, timexes, ()),
        outlooks=find_outlooks(page, sentences, mentions, timexes, ()),
    )  # fmt: skip
    report = Report(
        id=name, digest="", source=name, given=Given(), received="", media_type="text/plain", raw=b""
    )
    window = Window(first=day, last=day, basis="stated")
    return Dated(entry=Entry(report=report, document=page, reading=reading), window=window)


def told(*reports: Dated) -> list[Event]:
    """The events some reports tell of."""
    return [event for made in derive(events.LAYER, reports) if (event := events.sum_up(made)) is not None]


PLANNED = dated(
    "a",
    "2031-03-03",
    "Envoy Paul Okeke of Kenya will meet Prime Minister Lena Horvat in Quito on 7 March 2031.",
)
HELD = dated("b", "2031-03-08", "Envoy Paul Okeke met Prime Minister Lena Horvat in Quito on Friday.")
OFF = dated(
    "c", "2031-03-06",
    "Envoy Paul Okeke had been scheduled to meet Prime Minister Lena Horvat in Quito on 7 March 2031 but postponed the trip.",
)  # fmt: skip


def test_planned_then_held_is_one_event_with_a_history() -> None:
    """The plan and the meeting are one, held, and both steps stay to be seen."""
    (event,) = told(PLANNED, HELD)
    assert event.status == "held"
    assert [step.status for step in event.history] == ["planned", "held"]
    assert event.when == "2031-03-07"
    assert event.place == "Quito"
    assert {one.exact for one in event.participants} >= {"Paul Okeke", "Lena Horvat"}


def test_planned_is_never_held() -> None:
    """A plan alone stays a plan; put off, it says so, and the words that put it off are no second event."""
    (event,) = told(PLANNED)
    assert event.status == "planned"
    (event,) = told(PLANNED, OFF)
    assert event.status == "postponed"
    assert [step.status for step in event.history] == ["planned", "postponed"]


def test_other_days_and_places_stay_apart() -> None:
    """The same two people in another town, or on another day, met twice."""
    town = dated("d", "2031-03-08", "Envoy Paul Okeke met Prime Minister Lena Horvat in Lisbon on Friday.")
    day = dated("e", "2031-03-08", "Envoy Paul Okeke met Prime Minister Lena Horvat in Quito on Wednesday.")
    assert len(told(HELD, town)) == 2
    assert len(told(HELD, day)) == 2


def test_two_ministers_of_one_country_are_two() -> None:
    """A meeting with one of them on the day does not swallow a meeting with the other."""
    other = dated(
        "f", "2031-03-08", "Envoy Paul Okeke met Croatian Finance Minister Marko Babic in Zagreb on Friday."
    )
    first = dated("g", "2031-03-08", "Envoy Paul Okeke met Croatian Prime Minister Lena Horvat on Friday.")
    assert len(told(first, other)) == 2


def test_a_past_tense_about_a_day_to_come_is_no_meeting_held() -> None:
    """What is told of a day after the report came out is planned, whatever the tense."""
    early = dated(
        "h", "2031-03-03", "The meeting of Kenya and Chad in Quito on 7 March 2031 is eagerly awaited."
    )
    assert all(event.status != "held" for event in told(early))


def test_order_of_reports_does_not_matter() -> None:
    """Any order of arrival gives the same events."""
    reports = [PLANNED, HELD, OFF]
    wanted = told(*reports)
    assert all(told(*order) == wanted for order in itertools.permutations(reports))


WAR = (
    "Kenyan and Chadian negotiators met in Oslo for peace talks on Monday. Kenya wants a ceasefire before an agreement. "
    "Chad has rejected the proposal, and the war goes on. Kenyan troops hold the border with Chad. The peace deal is near."
)
STRIKE = (
    "Talks between the Dockers and the Harbour Board broke down on Monday over wages. The union called a strike. "
    "Dockers rejected the pay offer, and the Dockers said the strike will go on until the employer makes a better offer."
)


def test_two_negotiations_are_kept_apart() -> None:
    """Reports on one war are one set of talks, those on another dispute another."""
    first = dated("a", "2031-03-03", WAR)
    second = dated("b", "2031-04-20", WAR.replace("Monday", "Tuesday"))
    third = dated("c", "2031-03-04", WAR.replace("Kenya", "Peru").replace("Chad", "Ecuador"))
    made = [talks.sum_up(one) for one in derive(talks.LAYER, [first, second, third])]
    assert sorted(one.reports for one in made if one is not None) == [("a", "b"), ("c",)]
    assert all("peace" in one.name for one in made if one is not None)


def test_a_deadline_that_softens_is_one_deadline() -> None:
    """The day is kept, and the later word on it."""
    text = (
        "President Maria Duarte gave the union a Thursday deadline to accept the offer or face layoffs. "
        "The minister suggested that there was some flexibility on the deadline to accept the offer."
    )
    made = [deadlines.sum_up(one) for one in derive(deadlines.LAYER, [dated("a", "2031-03-03", text)])]
    (found,) = [one for one in made if one is not None]
    assert found.when == "2031-03-06"
    assert found.status == "softened"
    assert found.demand == "accept the offer"


def test_outlooks_keep_direction_and_voice() -> None:
    """What an official hopes and what the newsroom doubts are two, and told apart."""
    text = (
        "Prime Minister Lena Horvat was optimistic that the talks would succeed. "
        "The two sides remain far apart on the agreement."
    )
    made = [outlooks.sum_up(one) for one in derive(outlooks.LAYER, [dated("a", "2031-03-03", text)])]
    assert sorted((one.direction, one.class_) for one in made) == [
        ("negative", "newsroom"),
        ("positive", "official"),
    ]


def test_other_business_in_the_same_house_is_another_event() -> None:
    """What else goes on where a meeting is held that day is not the meeting; who is criticised is not who criticises."""
    text = (
        "Their White House meeting on March 3 lasted an hour. "
        "The meeting was held between events at the White House with President Maria Duarte."
    )
    assert len({event.title for event in told(dated("a", "2031-03-04", text))}) == 2
    text = (
        "Prime Minister Lena Horvat criticised Paul Okeke on Monday over the treaty. "
        "Kenyan officials, among them Paul Okeke, criticised Lena Horvat over the treaty."
    )
    assert len(told(dated("a", "2031-03-04", text))) == 2


def test_what_goes_on_about_the_meeting_is_of_that_meeting() -> None:
    """The next sentence, with somebody who was there and no day of its own, tells of the meeting just told of."""
    text = (
        "A Kenyan official confirmed that Paul Okeke and Lena Horvat held three days of discussions in Quito "
        "from 4 to 6 March 2031. Lena Horvat said that her team spent the entire period “huddled” with Paul Okeke."
    )
    (event,) = told(dated("k", "2031-03-20", text))
    assert event.when == "2031-03-04/2031-03-06"
    assert event.place == "Quito"
    stranger = text.replace("with Paul Okeke", "with Omar Belhadj")
    assert len(told(dated("m", "2031-03-20", stranger))) == 2


def test_an_office_is_left_once() -> None:
    """A resignation told in two reports of a season is one, with its day; a year later it is another."""
    first = dated("n", "2031-08-25", "Prime Minister Lena Horvat resigned after a vote in parliament.")
    later = dated("o", "2031-10-06", "On August 24, Lena Horvat resigned as prime minister.")
    other = dated("p", "2032-09-06", "On Sunday, Lena Horvat resigned as party leader.")
    (event,) = told(first, later)
    assert event.when == "2031-08-24"
    assert len(told(first, later, other)) == 2
