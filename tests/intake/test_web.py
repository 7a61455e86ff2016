"""The web: where it may not lead, what bounds it, and how politely it asks."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from rapporteur.intake import Options, Policy, Refused, Web, receive
from rapporteur.intake.guard import is_public
from rapporteur.intake.source import Response

PRIVATE = [
    "127.0.0.1", "10.0.0.8", "172.16.3.4", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_public(address: str) -> None:
    """Loopback, private, link-local, shared, multicast, and each of them wrapped in IPv6."""
    assert not is_public(address)


def test_addresses_that_are() -> None:
    """Ordinary addresses of the open internet."""
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def answering(*addresses: str) -> Web:
    """A web in which every name resolves to these addresses."""
    return Web(policy=Policy(delay=0, seconds=2, quiet=1, robots=False), resolve=lambda host, port: addresses)


def refused(web: Web, url: str) -> Refused:
    answer = web.fetch(url, {})
    assert isinstance(answer, Refused), answer
    assert answer.reason.endswith(".")
    return answer


@pytest.mark.parametrize("address", PRIVATE)
def test_a_public_name_with_a_private_address_is_refused(address: str) -> None:
    """What the name resolves to counts, not what it is called."""
    assert refused(answering(address), "http://news.example/").code == "private-address"


def test_one_private_address_among_public_ones_is_enough() -> None:
    """A name that answers with both is up to something."""
    assert refused(answering("93.184.215.14", "127.0.0.1"), "http://news.example/").code == "private-address"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.example/x",
        "gopher://a.example/",
        "data:text/html,x",
        "http://",
        "http://[::1",
        "http:///x",
        "javascript:alert(1)",
    ],
)
def test_other_schemes_and_no_addresses(url: str) -> None:
    """Only http and https lead anywhere."""
    assert refused(answering("93.184.215.14"), url).code in ("scheme", "bad-url")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://[::1]/",
        "http://127.1/",
    ],
)
def test_loopback_however_it_is_written(url: str) -> None:
    """Every spelling of this machine is this machine."""
    web = Web(policy=Policy(delay=0, seconds=2, quiet=1, robots=False))
    assert refused(web, url).code in ("private-address", "unreachable", "bad-url")


class Site(BaseHTTPRequestHandler):
    """Pages that misbehave each in their own way."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        Site.asked.append(self.path)
        name = self.path.strip("/").split("?")[0] or "index"
        getattr(self, "page_" + name.replace(".", "_").replace("-", "_"), self.page_missing)()

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in {"content-type": "text/html", "content-length": str(len(body)), **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page_good(self) -> None:
        self.answer(
            b"<html><body><p>The envoy said that the talks would go on for another day at least.</p></body></html>"
        )

    def page_robots_txt(self) -> None:
        self.answer(b"User-agent: *\nDisallow: /closed\n", content_type="text/plain")

    def page_closed(self) -> None:
        self.page_good()

    def page_inside(self) -> None:
        self.answer(b"", 302, location="http://10.0.0.1/admin")

    def page_elsewhere(self) -> None:
        self.answer(b"", 302, location="file:///etc/passwd")

    def page_round(self) -> None:
        self.answer(b"", 302, location="/round?again")

    def page_bomb(self) -> None:
        self.answer(BOMB, content_encoding="gzip")

    def page_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 65536)
        except OSError:
            pass

    def page_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def page_silent(self) -> None:
        time.sleep(5)

    def page_cut(self) -> None:
        self.send_response(200)
        self.send_header("content-length", "1000")
        self.end_headers()
        self.wfile.write(b"short")

    def page_nonsense(self) -> None:
        self.wfile.write(b"\x00\x01 not http at all\r\n\r\n")

    def page_missing(self) -> None:
        self.answer(b"no", 404)

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


BOMB = gzip.compress(bytes(64 << 20))


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def desk(**more: Any) -> Web:
    """A web that may look at this machine, in a hurry."""
    return Web(
        policy=Policy(
            **{"delay": 0, "seconds": 1.5, "quiet": 1, "bytes": 4 << 20, "allow_private": True, **more}
        )
    )


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("round", "redirect"), ("bomb", "too-large"), ("endless", "too-large"), ("drip", "timeout"), ("silent", "timeout"),
        ("cut", "broken-connection"), ("nonsense", "broken-connection"), ("missing", "status-404"), ("elsewhere", "scheme"),
        ("closed", "robots"),
    ],
)  # fmt: skip
def test_each_failure_in_a_sentence_and_in_time(site: str, page: str, code: str) -> None:
    """Endless, dripping, silent, broken, looping and packed pages all end soon, with their reason."""
    started = time.monotonic()
    assert refused(desk(), f"{site}/{page}").code == code
    assert time.monotonic() - started < 4


def test_a_redirect_into_a_private_network_is_refused(site: str) -> None:
    """The check is made at every step: here the first address is allowed and the second is not."""
    port = int(site.rsplit(":", 1)[1])
    web = Web(
        policy=Policy(delay=0, seconds=2, quiet=1, robots=False),
        resolve=lambda host, at: ["127.0.0.1"] if at == port else [host],
    )
    assert refused(web, f"http://news.example:{port}/inside").code == "private-address"


def test_a_page_is_a_report_with_its_address(site: str) -> None:
    """The address is given with the bytes and names the source."""
    web = desk()
    found = list(receive([f"{site}/good"], Options(clock=lambda: "2026-06-01T00:00:00Z", fetch=web.fetch)))
    assert not isinstance(found[0], Refused)
    assert found[0].given.url == f"{site}/good" == found[0].source


def test_robots_are_asked_once_and_hosts_are_given_time(site: str) -> None:
    """One robots.txt a site and run; a delay between two pages of one host."""
    Site.asked.clear()
    waited: list[float] = []
    web = desk(delay=0.2, seconds=10)
    web.sleep = waited.append
    for _ in range(3):
        assert isinstance(web.fetch(f"{site}/good", {}), Response)
    assert Site.asked.count("/robots.txt") == 1
    assert len(waited) >= 2


def test_without_a_network_nothing_is_fetched() -> None:
    """The network is passed in; where there is none, that is said."""
    (found,) = receive(["https://news.example/"], Options(clock=lambda: "x"))
    assert isinstance(found, Refused)
    assert found.code == "offline"
