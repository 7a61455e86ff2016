"""One report from bytes to brief, stage by stage: the first test to read."""

from __future__ import annotations

from pathlib import Path

from rapporteur.clean import clean
from rapporteur.intake import Options, receive
from rapporteur.ledger import Ledger, Store
from rapporteur.model import Document, Entry, Reading, Report
from rapporteur.present.text import as_table
from rapporteur.read import read_by_encoder
from rapporteur.record import open_record
from rapporteur.record.acts import take_in
from rapporteur.views.brief import brief
from rapporteur.views.view import Asked

PAGE = """Sandrel and Ostmark agree to meet again on the strait

By Ida Verhane
The Strait Gazette
May 4, 2031 6:15 pm GMT

Envoys of Sandrel and Ostmark met on Sunday and will hold a second round of talks on shipping in Calder on May 11.

"We will come with a new proposal," said Ostmark's foreign minister, Tomas Relk.

A Sandrel official, who spoke on condition of anonymity, said the fee of 40 million crowns a year was too high.
"""


def test_one_report_from_bytes_to_brief(tmp_path: Path) -> None:
    # intake/: the bytes as they came, and where from.
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    [report] = receive([str(tmp_path / "page.txt")], Options(clock=lambda: "2031-05-05T08:00:00Z"))
    assert isinstance(report, Report)
    assert report.raw == PAGE.encode()

    # clean/: blocks, each of one kind and voice, and what the page says of itself.
    document: Document = clean(report)
    assert document.text == PAGE
    kinds = [block.kind for block in document.blocks]
    assert kinds[:2] == ["headline", "byline"]
    assert kinds.count("paragraph") == 3
    assert document.outlet is not None
    assert document.outlet.value == "The Strait Gazette"
    assert document.published is not None
    assert document.published.value.startswith("2031-05-04")

    # read/: what this one report says, every span verbatim, nothing from elsewhere.
    reading: Reading = read_by_encoder(document)
    spoken = {
        document.text[credit.source.start : credit.source.end]: "".join(part.exact for part in credit.content)
        for credit in reading.attributions
        if credit.source
    }
    assert any("Relk" in who and words.startswith('"We will come') for who, words in spoken.items())
    assert [one.condition.exact for one in reading.anonymous_sources if one.condition]
    for mention in reading.mentions:
        assert document.text[mention.span.start : mention.span.end] == mention.span.exact

    # ledger/: appended once, whole, and the same twice changes nothing.
    store = Store(str(tmp_path / "record.db"))
    entry = Entry(report=report, document=document, reading=reading)
    assert take_in(store, entry, now="2031-05-05T08:00:00Z") == "new"
    assert take_in(store, entry, now="2031-05-05T09:00:00Z") != "new"
    with store.read() as connection:
        assert Ledger(connection).entry(report.id, raw=True) == entry
    store.close()

    # record/: what follows across reports.
    with open_record(str(tmp_path / "record.db")) as record:
        names = {entity.name for entity in record.nouns("entities")}
        assert {"Sandrel", "Ostmark", "Tomas Relk"} <= names
        plans = [event for event in record.nouns("events") if event.status == "planned"]
        assert [event.when for event in plans] == ["2031-05-11"]

        # views/ and present/: a question answered, and the answer as text.
        answer = brief(record, Asked(now="2031-05-05T08:00:00Z"))
        text = as_table(answer, record.ref)
    assert "May 11" in text
    assert f"{report.id[:6]}@" in text
