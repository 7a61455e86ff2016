"""Records served for the tests of the pages: the samples, and pages that would do harm."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import rapporteur
from rapporteur.clean import clean
from rapporteur.intake import Options, Source, receive
from rapporteur.ledger import Store
from rapporteur.model import Entry, Given, Report
from rapporteur.read import read
from rapporteur.record.acts import take_in
from rapporteur.web.app import create_app
from rapporteur.web.safety import Guard

SAMPLES = Path(rapporteur.__file__).parent / "samples" / "dispatches"
ARTEFACTS = Path(__file__).parents[2] / "test-artefacts"
NOW = "2026-06-13T08:00:00Z"

HOSTILE = {
    "script.txt": (
        "Envoy <script>window.pwned=1</script> speaks\n\n"
        "The envoy <img src=x onerror=window.pwned=1> said \"we will sign <b>on Friday</b>\" on 3 June 2026, "
        "and {{ 7*7 }} was {% raw %} left out.\n\n"
        "“<svg onload=window.pwned=1>” said Minister \"><iframe src=javascript:window.pwned=1> Ana Vell.\n"
    ),
    "bidi.txt": (
        "Minister says \u202egnihton\u202c of it\n\nThe minister said \u2066the plan\u2069 was \u200bsound\u200d on 4 June 2026.\n\n"
        "قال الوزير إن الخطة جيدة، وأضاف أن المحادثات ستستمر.\n"
    ),
    "style.html": (
        "<html><head><title>Talks</title><style>body{display:none}</style><link rel=stylesheet href='http://127.0.0.1:9/x.css'>"
        "</head><body><article><h1>Talks <a href='javascript:window.pwned=1'>go on</a></h1>"
        "<p onclick='window.pwned=1' style='position:fixed;inset:0'>The envoy said the talks would go on in June, and that the "
        "two sides had agreed on most of what was on the table before them.</p><img src='http://127.0.0.1:9/pixel.gif'>"
        "<p>“Nothing is agreed,” said Minister Ana Vell.</p></article></body></html>"
    ),
    "long.txt": "A word without end\n\nThe envoy said " + "x" * 1_000_000 + " on Tuesday.\n",
}  # fmt: skip


@dataclass(frozen=True)
class Served:
    """A running server with the record behind it."""

    url: str
    place: str
    reports: dict[str, str]  # file name -> report id


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def fill(store: Store, folder: Path) -> dict[str, str]:
    reports = {}
    for got in receive([Source(place=str(folder), given=Given())], Options(clock=lambda: NOW)):
        if isinstance(got, Report):
            document = clean(got)
            take_in(store, Entry(report=got, document=document, reading=read(document)), now=NOW)
            reports[Path(got.source).name] = got.id
    return reports


def serving(place: Path, folder: Path, token: str | None = None) -> Iterator[Served]:
    import uvicorn

    store = Store(str(place))
    reports = fill(store, folder)
    port = free_port()
    app = create_app(store, guard=Guard(token=token), clock=lambda: datetime(2026, 6, 13, 8, tzinfo=UTC))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    assert server.started
    yield Served(url=f"http://127.0.0.1:{port}", place=str(place), reports=reports)
    server.should_exit = True
    thread.join(10)
