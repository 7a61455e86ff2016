"""What happened, what is planned and what was put off are told apart in one sentence."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from rapporteur.model import Attribution, Block, Document, EventMention, Mention, Timex, address
from rapporteur.read.events import find_events
from rapporteur.read.mentions import find_mentions
from rapporteur.read.sentences import find_sentences
from rapporteur.read.times import find_timexes

CASES = Path(__file__).parent.parent / "cases" / "en"
DRAWN = re.compile(r"\{([A-Z]+) ([a-z]+):([^}]*)\}")


def lines(name: str) -> list[str]:
    text = (CASES / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def document(text: str) -> Document:
    return Document(
        report="r", text=text, language="en",
        blocks=(Block(kind="paragraph", voice="newsroom", start=0, end=len(text)),),
    )  # fmt: skip


def read(
    text: str, attributions: tuple[Attribution, ...] = (), triggers: list[tuple[int, int, str]] | None = None
):
    page = document(text)
    sentences = find_sentences(page)
    mentions = find_mentions(page, sentences)
    timexes = find_timexes(page, sentences)
    found = find_events(page, sentences, mentions, timexes, attributions, triggers)
    return found, {one.id: one for one in mentions}, {one.id: one for one in timexes}


@pytest.mark.parametrize("line", lines("events.txt"))
def test_events(line: str) -> None:
    """Each trigger drawn is found with class and status, touching the words drawn, and none besides."""
    drawn, _, told = line.partition("|")
    plain = DRAWN.sub(r"\3", drawn).strip()
    found, mentions, timexes = read(plain)
    wanted = [(m[1], m[2], m[3]) for m in DRAWN.finditer(drawn)]
    assert [(one.class_, one.status) for one in found] == [(c, s) for c, s, _ in wanted], [
        one.rule for one in found
    ]
    for one, (_, _, words) in zip(found, wanted, strict=True):
        at = plain.index(words)
        assert one.trigger.start < at + len(words)
        assert one.trigger.end > at
    if told.strip():
        _told(found[0], told.strip(), mentions, timexes)


def _told(event: EventMention, told: str, mentions: dict[str, Mention], timexes: dict[str, Timex]) -> None:
    assert event.recurring == ("*" in told)
    for key, value in re.findall(r"(whom|who|when|where):(.+?)(?=\s\w+:|$)", told):
        if key in ("who", "whom"):
            role = "source" if key == "who" else "target"
            assert value in {p.exact for p in event.participants if p.role == role}, event.participants
        elif key == "when":
            assert event.when is not None
            assert timexes[event.when].span.exact == value
        else:
            assert event.place is not None
            assert mentions[event.place].name == value


def test_what_somebody_says_stays_on_their_word() -> None:
    """An event inside an attribution names it; one that its source denies is denied."""
    text = "The spokesman denied that the envoys met in Oslo."
    page = document(text)
    start = text.index("the envoys")
    said = Attribution(
        id=address("r", "attribution", start, len(text) - 1), content=(page.span(start, len(text) - 1),),
        source=page.span(0, 13), cue=page.span(14, 20), manner="indirect", cue_kind="denies", voice="newsroom",
    )  # fmt: skip
    found, _, _ = read(text, (said,))
    met = next(one for one in found if one.trigger.exact == "met")
    assert met.attribution == said.id
    assert met.status == "denied"
    assert next(one for one in found if one.trigger.exact == "denied").attribution is None


@pytest.mark.parametrize("line", lines("denials.txt"))
def test_only_what_is_denied_is_denied(line: str) -> None:
    """Each happening inside a denial has the status drawn: denied itself, or only spoken of."""
    plain = DRAWN.sub(r"\3", line).strip()
    page = document(plain)
    cue = re.search(r"(?:did not )?den\w+", plain)
    assert cue is not None
    end = len(plain) - 1
    said = Attribution(
        id=address("r", "attribution", cue.end() + 1, end), content=(page.span(cue.end() + 1, end),),
        source=page.span(0, cue.start() - 1), cue=page.span(*cue.span()), manner="indirect", cue_kind="denies",
        voice="newsroom",
    )  # fmt: skip
    found, _, _ = read(plain, (said,))
    inside = [one for one in found if one.trigger.start > cue.end()]
    wanted = [(m[1], m[2], m[3]) for m in DRAWN.finditer(line)]
    assert [(one.class_, one.status, one.trigger.exact) for one in inside] == wanted


def test_who_came_is_a_roster() -> None:
    """Leaders and members of a delegation are read as such, appositions left out."""
    text = (
        "The Kenyan delegation was led by Grace Wanjiru, the interior minister. "
        "Other participants in the talks included Paul Okeke, Gen. Ivan Petrov and Lena Horvat, who runs the central bank."
    )
    found, _, _ = read(text)
    people = [(p.role, p.exact) for one in found for p in one.participants if p.role in ("leader", "member")]
    assert ("leader", "Grace Wanjiru") in people
    assert {"Paul Okeke", "Lena Horvat"} <= {name for role, name in people if role == "member"}


def test_encoder_vetoes_a_bare_noun() -> None:
    """Where the encoder sees no event, a noun that rests on a date alone is left out; a verb is not."""
    text = "The meeting in Oslo on Monday was short, and Norway rejected the offer."
    assert len(read(text)[0]) == 2
    assert [one.class_ for one in read(text, triggers=[])[0]] == ["REJECT"]


def test_spans_are_verbatim_and_addresses_are_apart() -> None:
    """Every trigger is the text it names, and no two mentions share an address."""
    text = "\n".join(DRAWN.sub(r"\3", line.partition("|")[0]) for line in lines("events.txt"))
    found, _, _ = read(text)
    assert all(text[one.trigger.start : one.trigger.end] == one.trigger.exact for one in found)
    assert len({one.id for one in found}) == len(found)


def test_speed() -> None:
    """A long report is read at well over ten thousand words a second even on a busy machine."""
    text = "\n".join(DRAWN.sub(r"\3", line.partition("|")[0]).strip() for line in lines("events.txt")) * 40
    page = document(text)
    sentences = find_sentences(page)
    mentions = find_mentions(page, sentences)
    timexes = find_timexes(page, sentences)
    begun = time.process_time()
    find_events(page, sentences, mentions, timexes, ())
    assert len(text.split()) / (time.process_time() - begun) > 10_000
