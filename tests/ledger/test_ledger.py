"""The ledger is only added to: twice is once, spans are verbatim, nothing changes, forgetting wipes."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from rapporteur.ledger import Busy, CannotOpen, Ledger, NotVerbatim, Store, Withdrawal
from rapporteur.model import Block, Document, Entry, Given, Mention, Reading, Report, Span, address

TEXT = "Ana Bel met Cor Dun at the weir."


def entry(name: str = "aaaaaaaaaa", text: str = TEXT, reader: str = "toy/1") -> Entry:
    document = Document(
        report=name, text=text, language="en",
        blocks=(Block(kind="paragraph", voice="newsroom", start=0, end=len(text)),),
    )  # fmt: skip
    mention = Mention(
        id=address(name, "mention", 0, 7), span=document.span(0, 7), kind="person", name=text[:7]
    )
    report = Report(
        id=name, digest="0" * 64, source=f"{name}.txt", given=Given(), received="2026-01-01T00:00:00Z",
        media_type="text/plain", raw=text.encode(),
    )  # fmt: skip
    return Entry(
        report=report, document=document, reading=Reading(report=name, reader=reader, mentions=(mention,))
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "record.db"), patience=0.2)


def test_twice_is_once(store: Store) -> None:
    """What is appended comes back as it was, and appending it again changes nothing."""
    given = entry()
    outcomes = []
    for _ in range(3):
        with store.write() as connection:
            outcomes.append(Ledger(connection).append(given, now="2026-01-02T00:00:00Z")[0])
    with store.read() as connection:
        assert Ledger(connection).entry(given.report.id, raw=True) == given
        assert len(Ledger(connection).readings(given.report.id)) == 1
    assert outcomes == ["new", "known", "known"]


def test_a_newer_reading_counts_and_the_older_stays(store: Store) -> None:
    for reader in ("toy/1", "toy/2"):
        with store.write() as connection:
            Ledger(connection).append(entry(reader=reader), now=f"2026-01-0{reader[-1]}T00:00:00Z")
    with store.read() as connection:
        ledger = Ledger(connection)
        found = ledger.entry("aaaaaaaaaa")
        assert found is not None
        assert found.reading.reader == "toy/2"
        assert [reader for reader, *_ in ledger.readings("aaaaaaaaaa")] == ["toy/1", "toy/2"]


def test_the_least_place_is_shown_whatever_came_first(store: Store) -> None:
    for place in ("m.txt", "b.txt", "z.txt"):
        with store.write() as connection:
            given = entry()
            Ledger(connection).append(replace(given, report=replace(given.report, source=place)), now="2026")
    with store.read() as connection:
        assert Ledger(connection).all_held()[0].source == "b.txt"


def test_words_that_are_not_the_documents_are_refused(store: Store) -> None:
    """A fact with other words, a foreign address or an address already taken is left out and named."""
    given = entry()
    false = Mention(
        id=address("aaaaaaaaaa", "mention", 12, 19),
        span=Span(start=12, end=19, exact="Eve Fox"),
        kind="person",
        name="Eve Fox",
    )
    twin = given.reading.mentions[0]
    foreign = replace(twin, id="bbbbbbbbbb:mention:0-7")
    reading = replace(given.reading, mentions=(twin, false, twin, foreign))
    with store.write() as connection:
        _, kept = Ledger(connection).append(replace(given, reading=reading), now="2026")
    assert kept.reading.mentions == (twin,)
    assert [problem.code for problem in kept.reading.problems] == ["fact-refused"] * 3


def test_a_document_that_does_not_agree_with_itself_is_refused_whole(store: Store) -> None:
    given = entry()
    beyond = replace(given.document, blocks=(Block(kind="paragraph", voice="newsroom", start=0, end=999),))
    with pytest.raises(NotVerbatim), store.write() as connection:
        Ledger(connection).append(replace(given, document=beyond), now="2026")
    with store.read() as connection:
        assert Ledger(connection).all_held() == []


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM report", "UPDATE report SET digest = 'x'", "DELETE FROM reading", "UPDATE reading SET body = NULL",
        "UPDATE raw SET body = NULL", "UPDATE document SET digest = 'x'", "DELETE FROM source",
        "INSERT OR REPLACE INTO raw (report, body) VALUES ('aaaaaaaaaa', NULL)",
    ],
)  # fmt: skip
def test_entries_can_be_neither_changed_nor_deleted(store: Store, change: str) -> None:
    with store.write() as connection:
        Ledger(connection).append(entry(), now="2026")
    with pytest.raises(DBAPIError, match="only added to"), store.write() as connection:
        connection.exec_driver_sql(change)


def test_forgetting_wipes_every_byte_and_keeps_the_address(tmp_path: Path) -> None:
    """No word of a forgotten report is left in the files of the record; its digest and address are."""
    store = Store(str(tmp_path / "record.db"))
    secret = "Ana Bel whispered zanzibarquince to nobody. " * 40
    with store.write() as connection:
        Ledger(connection).append(entry(text=secret), now="2026")
    with store.write() as connection:
        Ledger(connection).withdraw(
            Withdrawal(report="aaaaaaaaaa", kind="forget", made="2026", made_by="Ada")
        )
    store.wipe_traces()
    with store.read() as connection:
        ledger = Ledger(connection)
        held = ledger.held("aaaaaaaaaa")
        assert held is not None
        assert held.withdrawn == "forget"
        assert held.digest == "0" * 64
        assert ledger.entry("aaaaaaaaaa") is None
        assert ledger.raw("aaaaaaaaaa") is None
    store.close()
    assert all(b"zanzibarquince" not in path.read_bytes() for path in tmp_path.iterdir())


def test_who_must_wait_too_long_is_told_so(store: Store) -> None:
    """A second writer waits its patience and then says in one sentence who is in the way."""
    began = threading.Event()
    done = threading.Event()

    def hold() -> None:
        with store.write():
            began.set()
            done.wait(5)

    other = threading.Thread(target=hold)
    other.start()
    began.wait(5)
    started = time.monotonic()
    with pytest.raises(Busy, match="another process is writing"), Store(store.place, patience=0.2).write():
        pass
    assert time.monotonic() - started < 3
    done.set()
    other.join()


def test_a_reader_sees_one_state_while_others_write(store: Store) -> None:
    with store.write() as connection:
        Ledger(connection).append(entry(), now="2026")
    with store.read() as connection:
        ledger = Ledger(connection)
        assert len(ledger.all_held()) == 1
        with store.write() as other:
            Ledger(other).append(entry("bbbbbbbbbb"), now="2026")
        assert len(ledger.all_held()) == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("notes.txt", b"no database at all, only words " * 40, "not a record"),
        ("missing/record.db", None, "no folder"),
        (".", None, "is a folder"),
    ],
)
def test_what_is_no_record_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(CannotOpen, match=words):
        Store(str(tmp_path / name))


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE wine (name TEXT)")
    with pytest.raises(CannotOpen, match="something else"):
        Store(str(tmp_path / "other.db"))
