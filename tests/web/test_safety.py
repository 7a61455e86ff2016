"""The door of the pages: headers, hosts, tokens, forms."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from serving import SAMPLES, Served, serving


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that wants a token."""
    folder = tmp_path_factory.mktemp("one")
    (folder / "one.txt").write_text(
        (SAMPLES / "08-northern-wire-denial.txt").read_text(encoding="utf8"), encoding="utf8"
    )
    yield from serving(tmp_path_factory.mktemp("locked") / "locked.db", folder, token="open-sesame")


def test_every_answer_carries_the_policy(samples: Served) -> None:
    """No answer goes out without its policy, errors included, and no policy allows what stands inline."""
    for path in ("/timeline", "/static/style.css", "/no-such-page", "/api/timeline"):
        answer = httpx.get(samples.url + path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_pages_have_nothing_inline(samples: Served) -> None:
    """Script, style and handlers come from files alone."""
    for path in ("/", "/timeline", "/review", "/vet"):
        text = httpx.get(samples.url + path).text
        assert "<style" not in text
        assert " style=" not in text
        assert " onclick" not in text
        assert "<script>" not in text


def test_another_name_is_not_answered(samples: Served) -> None:
    """A page that points its own name at loopback learns nothing (DNS rebinding)."""
    assert httpx.get(samples.url + "/timeline", headers={"host": "evil.example"}).status_code == 421


def test_a_form_without_its_token_changes_nothing(samples: Served) -> None:
    """Judging and adding want the token that this server put in this browser's form."""
    for path in ("/judge", "/add", "/vet"):
        assert (
            httpx.post(samples.url + path, data={"text": "x", "verdict": "wrong", "by": "M"}).status_code
            == 403
        )
        assert (
            httpx.post(
                samples.url + path, data={"csrf": "0" * 64}, cookies={"rapporteur-csrf": "x"}
            ).status_code
            == 403
        )


def test_a_form_from_elsewhere_is_refused(samples: Served) -> None:
    """A browser says where a form comes from; from elsewhere it is not read."""
    assert httpx.post(samples.url + "/judge", headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_token_is_wanted_where_one_is_set(locked: Served) -> None:
    """Without the token nothing; with it once in the address, a cookie."""
    assert httpx.get(locked.url + "/timeline").status_code == 401
    assert httpx.get(locked.url + "/timeline?token=wrong").status_code == 401
    with httpx.Client(base_url=locked.url, follow_redirects=True) as client:
        assert client.get("/timeline?token=open-sesame").status_code == 200
        assert client.get("/reports").status_code == 200
    assert (
        httpx.get(locked.url + "/api/timeline", headers={"authorization": "Bearer open-sesame"}).status_code
        == 200
    )


def test_a_body_too_large_is_not_read(samples: Served) -> None:
    """More than the bound is refused by its announced length."""
    host, _, port = samples.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as sock:
        sock.sendall(f"POST /add HTTP/1.1\r\nHost: {host}\r\nContent-Length: {10**9}\r\n\r\n".encode())
        assert b" 413 " in sock.recv(4096)


def test_dates_that_are_none_are_told_so(samples: Served) -> None:
    """A WHEN that is none is answered in one sentence, not with a fault."""
    answer = httpx.get(samples.url + "/timeline?as_of=yesterday")
    assert answer.status_code == 400
    assert "no date" in answer.text


def test_api_is_described(samples: Served) -> None:
    """Every view is in the OpenAPI document, and answers in its own shape."""
    described = httpx.get(samples.url + "/api/openapi.json").json()
    assert "/api/timeline" in described["paths"]
    answer = httpx.get(samples.url + "/api/statements?limit=3").json()
    assert answer["name"] == "statements"
    assert len(answer["rows"]) <= 3
    assert answer["total"] >= len(answer["rows"])
    assert Path(samples.place).exists()
