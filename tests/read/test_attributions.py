"""Who says what, held to sentences with the answer drawn in."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from _drawn import document, lines, trimmed, undrawn

from rapporteur.model import Attribution, Reading
from rapporteur.read import read
from rapporteur.read.encoder import Encoder, load_encoder


def speaker(reading: Reading, attribution: Attribution) -> str:
    """The fullest name of a speaker, or "unnamed"."""
    by_id = {mention.id: mention for mention in reading.mentions}
    if attribution.speaker in {source.id for source in reading.anonymous_sources}:
        return "unnamed"
    mention = by_id.get(attribution.speaker or "")
    while mention is not None and mention.chain in by_id:
        mention = by_id[mention.chain]
    return mention.name if mention else "nobody"


def drawn_of(attribution: Attribution) -> tuple[str, str, list[str]]:
    return (
        trimmed(attribution.source.exact) if attribution.source else "",
        attribution.cue.exact if attribution.cue else "",
        [trimmed(piece.exact) for piece in attribution.content],
    )


@pytest.mark.parametrize("case", lines("attributions"))
def test_drawn(case: str) -> None:
    """Source, cue and content are found as drawn, and nothing where nothing is drawn."""
    check_drawn(case, None)


@pytest.mark.parametrize("case", lines("with_encoder"))
def test_drawn_with_the_encoder(case: str) -> None:
    """The rules over the encoder's spans find what is drawn."""
    encoder = shipped()
    if encoder is None:
        pytest.skip("no model is shipped here")
    check_drawn(case, encoder)


@cache
def shipped() -> Encoder | None:
    return load_encoder()


def check_drawn(case: str, encoder: Encoder | None) -> None:
    line, _, told = case.partition(" | ")
    text, drawn = undrawn(line)
    reading = read(document(text), encoder=encoder)
    found = [drawn_of(one) for one in reading.attributions]
    if not drawn:
        assert found == []
        return
    for number in ("", "2"):
        if f"content{number}" not in drawn:
            continue
        content = [trimmed(piece) for piece in drawn[f"content{number}"]]
        matching = [one for one in reading.attributions if drawn_of(one)[2] == content]
        assert matching, found
        one = matching[0]
        if f"cue{number}" in drawn:
            assert one.cue is not None
            assert one.cue.exact == drawn[f"cue{number}"][0]
        if f"source{number}" in drawn:
            assert one.source is not None
            assert trimmed(one.source.exact) == trimmed(drawn[f"source{number}"][0])
        if number == "":
            check_told(reading, one, told)


def check_told(reading: Reading, one: Attribution, told: str) -> None:
    manner = next((word for word in told.split() if word in ("direct", "indirect", "mixed")), None)
    if manner:
        assert one.manner == manner
    if "kind:" in told:
        assert one.cue_kind == told.split("kind:")[1].split()[0]
    if "unsaid:" in told:
        assert one.unsaid == told.split("unsaid:")[1].split()[0].strip("-")
    if "unnamed" in told:
        assert speaker(reading, one) == "unnamed"
    if "is:" in told:
        assert speaker(reading, one) == told.split("is:")[1].split(" to:")[0].strip()
    if "to:" in told:
        assert one.to is not None
        assert one.to.exact == told.split("to:")[1].strip()


@pytest.mark.parametrize("case", lines("nested"))
def test_nested(case: str) -> None:
    """What is told inside a telling says so."""
    text, _, told = case.partition(" | ")
    outer, inner = told.split(" > ")
    reading = read(document(text))
    by_source = {one.source.exact: one for one in reading.attributions if one.source}
    assert by_source[inner].nested_in == by_source[outer].id


def test_every_span_is_verbatim() -> None:
    """The words of a span are the words of the text at its place."""
    for case in lines("attributions"):
        text, _ = undrawn(case.partition(" | ")[0])
        for one in read(document(text)).attributions:
            for span in [*one.content, *(s for s in (one.source, one.cue, one.to) if s)]:
                assert text[span.start : span.end] == span.exact


def test_a_pronoun_is_resolved_when_one_can_be_meant() -> None:
    """He is the speaker before him."""
    text = "Omar Belhadj said the dam was safe.\n\nHe said the lake would rise."
    reading = read(document(text))
    assert [speaker(reading, one) for one in reading.attributions] == ["Omar Belhadj", "Omar Belhadj"]


def test_a_pronoun_between_two_is_left_open() -> None:
    """Two persons met: who "he" is stays open, and both are named."""
    text = "Omar Belhadj met Juan Ruiz on Monday.\n\n“The dam is safe,” he said."
    reading = read(document(text))
    (one,) = reading.attributions
    assert one.speaker is not None or len(one.candidates) == 2


def test_a_title_tells_he_from_she() -> None:
    text = "Mr. Belhadj thanked Ms. Ruiz. She said the dam was safe."
    reading = read(document(text))
    assert speaker(reading, reading.attributions[-1]) == "Ruiz"


def test_an_office_is_its_holder() -> None:
    """The envoy of one country is not the envoy of another."""
    text = (
        "Peruvian envoy Omar Belhadj met Chilean envoy Juan Ruiz. The Peruvian envoy said the dam was safe."
    )
    reading = read(document(text))
    assert speaker(reading, reading.attributions[-1]) == "Omar Belhadj"


def test_a_statement_is_called_after_who_issued_it() -> None:
    text = "The White House released a statement on Monday. The statement said the dam was safe."
    reading = read(document(text))
    assert speaker(reading, reading.attributions[-1]) == "White House statement"


def test_the_house_label_is_no_speaker() -> None:
    text = "Why it matters: The dam was “safe” for years."
    assert read(document(text)).attributions == ()


def test_a_turn_of_a_transcript_is_its_speakers() -> None:
    """The label speaks, its paragraphs go on until the next label, and a question is no statement."""
    text = "Q: Will you sign?\n\nMS. BRANDT: When it is ready. The fee stands.\n\nThere is time.\n\nMR. OKAFOR: Thank you."
    page = document(text)
    blocks = tuple(replace(block, kind="transcript", voice="transcript") for block in page.blocks)
    found = read(replace(page, blocks=blocks)).attributions
    assert [(one.source.exact, one.unsaid, one.manner) for one in found if one.source] == [
        ("Q", "question", "direct"),
        ("MS. BRANDT", "", "direct"),
        ("MR. OKAFOR", "", "direct"),
    ]
    assert [piece.exact for piece in found[1].content] == [
        "When it is ready. The fee stands",
        "There is time",
    ]


def test_a_subhead_is_no_statement() -> None:
    text = "Ferries will sail, minister says\n\nThe minister said the ferries would sail."
    page = document(text)
    head, body = page.blocks
    found = read(replace(page, blocks=(replace(head, kind="subhead"), body))).attributions
    assert [one.unsaid for one in found] == ["heading", ""]


def test_in_a_turn_i_is_its_speaker_and_she_is_not() -> None:
    """Labels may carry an office; whose turn it is speaks of herself as "I", and of others as "she"."""
    text = "ANNA NORD, HOST: Welcome.\n\nOMAR BELHADJ, NEGOTIATOR: I told the minister the fee was high. She said it would fall."
    page = document(text)
    blocks = tuple(replace(block, kind="transcript", voice="transcript") for block in page.blocks)
    reading = read(replace(page, blocks=blocks))
    told = {one.source.exact: speaker(reading, one) for one in reading.attributions if one.source}
    assert told["OMAR BELHADJ"] == told["I"] == "OMAR BELHADJ"
    assert told["She"] == "nobody"
