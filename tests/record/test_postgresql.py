"""The same record on PostgreSQL: the store's SQL is one for both."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import toy
from sqlalchemy.exc import DBAPIError

from rapporteur.ledger import Store, Withdrawal
from rapporteur.record import open_record
from rapporteur.record.acts import withdraw
from rapporteur.record.checks import derived_faults, ledger_faults
from rapporteur.views.view import Asked
from rapporteur.web.moments import Moments

ENTRIES = [
    toy.entry("aaaaaaaaaa", ["Ana Ash", "Elm"], "2025-01-01"),
    toy.entry("bbbbbbbbbb", ["Ash", "Bo Elm"], "2025-01-02"),
    toy.entry("cccccccccc", ["Ash", "Ana Ash", "Fir"], "2025-02-03"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server of our own, started for these tests alone."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    programs = found[-1].parent if found else None
    if programs is None or shutil.which("runuser") is None or os.getuid() != 0:
        pytest.skip("PostgreSQL is not here (or not ours to start): the portable SQL was not tried on it")
    folder = Path(tempfile.mkdtemp(prefix="rapporteur-pg-"))
    shutil.chown(folder, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    as_postgres = ["runuser", "-u", "postgres", "--"]
    data = str(folder / "data")
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(
        [*as_postgres, str(programs / "initdb"), "-D", data, "-A", "trust", "-U", "postgres", "--no-sync"],
        **quiet,
    )  # type: ignore[call-overload]
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off"
    control = [*as_postgres, str(programs / "pg_ctl"), "-D", data, "-w"]
    subprocess.run([*control, "-o", options, "-l", str(folder / "log"), "start"], **quiet)  # type: ignore[call-overload]
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **quiet)  # type: ignore[call-overload]
        shutil.rmtree(folder, ignore_errors=True)


def test_a_record_on_postgresql_says_what_one_on_sqlite_says(server: str) -> None:
    """Reading twice, asking as of a day, searching, withdrawing, wiping and checking, on both alike."""
    stores = [Store(server), toy.fresh()]
    told = []
    for store in stores:
        toy.read(store, [*ENTRIES, *ENTRIES])
        with toy.opened(store) as record:
            assert [*ledger_faults(record), *derived_faults(record)] == []
            then = record.at(Asked(as_of="2025-01-31T00:00:00Z"))
            found = sorted((hit.report, hit.start) for hit in record.find('"ana ash"'))
            told.append((toy.told(record), toy.told(then), found))
        withdraw(
            store,
            Withdrawal(report="aaaaaaaaaa", kind="forget", made="2026", made_by="Ada"),
            layers=toy.LAYERS,
        )
        with toy.opened(store) as record:
            assert list(derived_faults(record)) == []
            told[-1] += (toy.told(record),)
    assert told[0] == told[1]
    moments, then = Moments(), Asked(as_of="2025-01-15T00:00:00Z")
    for _ in range(2):  # the second time it is the one kept
        with open_record(stores[0], layers=toy.LAYERS, lend=moments.lend) as record:
            kept = toy.told(record.at(then))
        with toy.opened(stores[1]) as record:
            assert kept == toy.told(record.at(then))
    assert [one.gone for one in moments._kept] == [False]
    moments.close()
    with pytest.raises(DBAPIError, match="only added to"), stores[0].write() as connection:
        connection.exec_driver_sql("DELETE FROM report")
    stores[0].close()
