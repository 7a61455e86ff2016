"""Killed at any moment, the record is as if each report had come wholly or not at all; many may use it at once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import toy

from rapporteur.ledger import Busy, Store
from rapporteur.record import open_record, opening
from rapporteur.record.checks import derived_faults, ledger_faults

SAMPLES = Path(toy.__file__).parents[2] / "rapporteur" / "samples" / "dispatches"
RAPPORTEUR = [sys.executable, "-c", "from rapporteur.cli import main; main()"]
KILLS = 4


def start(record: Path, folder: Path = SAMPLES) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*RAPPORTEUR, "read", str(folder), "--record", str(record), "--jobs", "1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


def held(record: Path) -> int:
    """How many reports are in, 0 while there is no record yet."""
    try:
        store = Store(str(record), create=False)
    except Exception:
        return 0
    with store.read() as connection:
        try:
            return int(connection.exec_driver_sql("SELECT count(*) FROM report").scalar_one())
        except Exception:
            return 0


def test_killed_in_a_loop_nothing_is_ever_half_in(tmp_path: Path) -> None:
    """A real run is killed again and again, at chance moments while it writes; each time all is well."""
    record = tmp_path / "record.db"
    chance = random.Random(7)
    for _ in range(KILLS):
        before = held(record)
        running = start(record)
        deadline = time.monotonic() + 120
        while held(record) <= before and running.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(chance.random() * 0.2)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        with open_record(str(record)) as opened:
            assert list(ledger_faults(opened)) == []
            assert set(opened.windows()) == {known.id for known in opened.ledger.all_held()}
    with open_record(str(record)) as opened:
        assert list(derived_faults(opened)) == []
    finished = start(record)
    assert finished.wait() == 0
    with open_record(str(record)) as opened:
        assert len(opened.windows()) == len(list(SAMPLES.iterdir()))


def test_two_writers_and_a_reader_at_once(tmp_path: Path) -> None:
    """Two processes write into one record while a third asks: nothing is lost and nothing is twice."""
    record = tmp_path / "record.db"
    toy.opened(Store(str(record))).close()
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import toy\n"
        "from rapporteur.ledger import Store\n"
        "names = [f'{letter}{number:09d}' for letter in sys.argv[3] for number in range(12)]\n"
        "toy.read(Store(sys.argv[2]), [toy.entry(name, ['Ana Ash', 'Elm'], '2025-01-02') for name in names])\n"
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(Path(toy.__file__).parent), str(record), letters]
        )
        for letters in ("ab", "bc")
    ]
    seen = 0
    while any(writer.poll() is None for writer in writers):
        with toy.opened(Store(str(record))) as opened:
            assert len(opened.windows()) >= seen
            seen = len(opened.windows())
            assert {
                name.partition(":")[0] for one in opened.nouns("toy_names") for name in one.mentions
            } == set(opened.windows())
        time.sleep(0.05)
    assert [writer.returncode for writer in writers] == [0, 0]
    with toy.opened(Store(str(record))) as opened:
        assert len(opened.windows()) == 36
        assert list(ledger_faults(opened)) == []
        assert list(derived_faults(opened)) == []


def test_who_cannot_write_still_gets_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """While another process holds the record, a reader settles what it sees for itself alone."""
    store = toy.fresh()
    entries = [toy.entry(letter * 10, ["Ana Ash", "Elm", "Ash"], "2025-01-02") for letter in "abcd"]
    toy.read(store, entries[:2])
    toy.opened(store).close()
    toy.read(store, entries[2:])

    def busy(*_: object, **__: object) -> None:
        raise Busy("another process is writing")

    with monkeypatch.context() as patched:
        patched.setattr(opening, "bring_up_to_date", busy)
        with toy.opened(store) as opened:
            seen = toy.told(opened)
    with toy.opened(store) as opened:
        assert toy.told(opened) == seen
        assert len(opened.windows()) == 4
