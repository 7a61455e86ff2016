"""Another moment is cut out of the record once, and never shown as it was before something was judged."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from serving import SAMPLES, fill

from rapporteur.ledger import Busy, Store
from rapporteur.model import Judgement
from rapporteur.record import Record, open_record, query
from rapporteur.record.acts import judge
from rapporteur.views.view import Asked
from rapporteur.web import moments
from rapporteur.web.app import create_app
from rapporteur.web.context import Desk
from rapporteur.web.moments import KEPT, TOGETHER, Moments
from rapporteur.web.safety import Guard

EARLY, LATE = Asked(as_of="2026-06-03T23:59:59Z"), Asked(as_of="2026-06-07T23:59:59Z")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The sample dispatches."""
    store = Store(str(tmp_path_factory.mktemp("moments") / "samples.db"))
    fill(store, SAMPLES)
    open_record(store).close()
    return store


@pytest.fixture
def desk(filled: Store, tmp_path: Path) -> Iterator[Desk]:
    """A desk over a copy, with nothing kept yet."""
    place = tmp_path / "copy.db"
    with filled.engine.connect() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(place),))
    made = Desk(store=Store(str(place)), guard=Guard(), clock=lambda: datetime(2026, 6, 13, 8, tzinfo=UTC))
    yield made
    made.moments.close()
    made.store.close()


@pytest.fixture
def cuts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many reports each cut made since was of."""
    made: list[int] = []
    real = query.cut

    def counted(connection, layers, judged, entries, chosen):  # type: ignore[no-untyped-def]
        made.append(len(chosen))
        return real(connection, layers, judged, entries, chosen)

    monkeypatch.setattr(query, "cut", counted)
    return made


def told(record: Record, asked: Asked) -> list[object]:
    """What a record says as of a moment."""
    now = record.at(asked)
    return [now.windows(), *(now.nouns(layer.name) for layer in record.layers)]


def fresh(desk: Desk, asked: Asked) -> list[object]:
    """The same from a record that nobody keeps anything of."""
    with open_record(desk.store) as record:
        return told(record, asked)


def asked_of_desk(desk: Desk, asked: Asked) -> list[object]:
    with desk.record() as record:
        return told(record, asked)


def test_pages_of_one_moment_cut_once(filled: Store, cuts: list[int]) -> None:
    app = create_app(
        filled, guard=Guard(hosts=("testserver",)), clock=lambda: datetime(2026, 6, 13, tzinfo=UTC)
    )
    with TestClient(app) as client:
        first, *others = [
            client.get(path)
            for path in ("/statements?as_of=2026-06-05", "/timeline?as_of=2026-06-05", "/statements?as_of=2026-06-05")
        ]  # fmt: skip
        assert client.get("/vet").status_code == first.status_code == others[0].status_code == 200
        assert others[1].text == first.text
        assert len(cuts) == 1
        client.get("/statements?as_of=2026-06-05&strict=1")
        client.get("/compare?left=2026-06-03&right=2026-06-05")
        assert len(cuts) <= 3


def test_moments_keep_apart_and_say_what_a_fresh_cut_says(desk: Desk, cuts: list[int]) -> None:
    early, late = fresh(desk, EARLY), fresh(desk, LATE)
    assert early != late
    cuts.clear()
    for _ in range(3):
        assert asked_of_desk(desk, EARLY) == early
        assert asked_of_desk(desk, LATE) == late
    assert len(cuts) == 2


def test_a_judgement_in_between_cuts_anew(desk: Desk, cuts: list[int]) -> None:
    with desk.record() as record:
        statement = record.at(EARLY).nouns("statements")[0]
        assert record.at(EARLY).state(statement.id) == "machine"
    judge(desk.store, Judgement(
        id="j1", target=statement.id, verdict="wrong", by="Ada", at="2026-06-13T08:00:00Z",
    ))  # fmt: skip
    cuts.clear()
    kept = asked_of_desk(desk, EARLY)
    assert len(cuts) == 1
    assert kept == fresh(desk, EARLY)
    with desk.record() as record:
        assert statement.id not in {one.id for one in record.at(EARLY).nouns("statements")}


def test_nothing_is_held_of_the_file_between_pages(desk: Desk) -> None:
    """A kept moment reads in no transaction: the log behind the file can be emptied, and the file written."""
    asked_of_desk(desk, EARLY)
    with desk.store.engine.connect() as connection:
        busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    assert not busy


def test_a_kept_moment_is_asked_straight(desk: Desk) -> None:
    """Its connection is no longer the pool's, and still speaks to the driver: all else is twice as slow."""
    for _ in range(2):
        with desk.record() as record:
            assert record.at(EARLY)._sql._driver is not None


def test_threads_wait_for_one_cut_and_other_pages_go_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    late, go, begun = fresh(desk, LATE), threading.Event(), threading.Event()
    real, cut = query.cut, []

    def slow(*given):  # type: ignore[no-untyped-def]
        cut.append(given)
        begun.set()
        assert go.wait(20)
        return real(*given)

    monkeypatch.setattr(query, "cut", slow)
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(asked_of_desk(desk, LATE))) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert begun.wait(20)
    with desk.record() as record:  # the record as it stands waits for nobody
        assert record.nouns("statements")
    assert not found
    go.set()
    for thread in threads:
        thread.join(30)
    assert found == [late] * 4
    assert len(cut) == 1


def test_two_pages_that_compare_the_same_moments_do_not_wait_for_each_other(desk: Desk) -> None:
    both = threading.Barrier(2)
    found: list[list[object]] = []

    def compare(*both_of: Asked) -> None:
        with desk.record() as record:
            record.at(both_of[0])
            both.wait(20)
            found.append([told(record, asked) for asked in sorted(both_of, key=lambda one: str(one.as_of))])

    threads = [threading.Thread(target=compare, args=pair) for pair in ((EARLY, LATE), (LATE, EARLY))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert found == [[fresh(desk, EARLY), fresh(desk, LATE)]] * 2


def test_few_are_kept_and_few_wait(desk: Desk, cuts: list[int]) -> None:
    with desk.record() as record:
        edges = sorted({window.first for window in record.windows().values() if window.first})
    days = [Asked(as_of=edge) for edge in edges[: KEPT + 1]]
    for asked in days:
        asked_of_desk(desk, asked)
    made = len(cuts)
    for asked in reversed(days[1:]):
        asked_of_desk(desk, asked)
    assert len(cuts) == made
    asked_of_desk(desk, days[0])
    assert len(cuts) == made + 1
    with ExitStack() as stack:
        for _ in range(TOGETHER):
            assert desk.moments._room.acquire(blocking=False)
            stack.callback(desk.moments._room.release)
        with desk.record() as record, pytest.raises(Busy, match="too many"):
            record.at(EARLY)


def test_moments_that_weigh_too_much_are_not_kept_together(
    desk: Desk, cuts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moments, "MOST", 1)
    for asked in (EARLY, EARLY, LATE, LATE, EARLY):
        asked_of_desk(desk, asked)
    assert len(cuts) == 3
    assert len(desk.moments._kept) == 1


def test_a_cut_that_fails_is_not_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    late = fresh(desk, LATE)
    with monkeypatch.context() as broken:
        broken.setattr(query, "cut", lambda *given: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            asked_of_desk(desk, LATE)
    assert asked_of_desk(desk, LATE) == late


def test_nothing_kept_is_nothing_to_close() -> None:
    Moments().close()
