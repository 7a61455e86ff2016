"""Pages from the web: bounded in time, size and redirects, polite to hosts, and kept out of private networks."""

from __future__ import annotations

import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpcore
import httpx

from rapporteur.intake.guard import ForbiddenAddressError, GuardedBackend, Resolve, resolve
from rapporteur.intake.source import Refused, Response, shown

AGENT = "Rapporteur/0.1 (reads published reports for an analyst; honours robots.txt)"
_REDIRECTS = (301, 302, 303, 307, 308)
_ROBOTS_LARGEST = 512 * 1024
_LONGEST_DELAY = 10.0
_LONGEST_URL = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How the web is fetched: seconds, bytes and numbers."""

    seconds: float = 30.0  # for one page, its redirects included
    quiet: float = 10.0  # without a byte
    bytes: int = 32 * 1024 * 1024  # of one page, unpacked
    redirects: int = 5
    delay: float = 1.0  # between two fetches of one host
    allow_private: bool = False  # addresses inside private networks, for a desk's own servers
    robots: bool = True
    agent: str = AGENT


class _Transport(httpx.BaseTransport):
    """One connection through the guard, then none: nothing is kept open between pages."""

    def __init__(self, backend: GuardedBackend, context: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            network_backend=backend,
            max_connections=1,
            max_keepalive_connections=0,
            http2=False,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        answer = self._pool.handle_request(asked)
        stream = answer.stream
        assert isinstance(stream, Iterable)  # a synchronous pool gives a synchronous stream
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(stream), extensions={})

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()


@dataclass(slots=True)
class Web:
    """The web as one run sees it: a policy, and what is remembered of each host for politeness' sake."""

    policy: Policy = field(default_factory=Policy)
    resolve: Resolve = resolve
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    _next: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def fetch(self, url: str, headers: Mapping[str, str]) -> Response | Refused:
        """The page at a URL, its redirects followed; or why not, in one sentence."""
        deadline = self.now() + self.policy.seconds
        at = url
        for _ in range(self.policy.redirects + 1):
            refusal = self._may(at, url)
            if refusal:
                return refusal
            answer = self._get(at, url, headers, deadline, self.policy.bytes)
            if isinstance(answer, Refused):
                return answer
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not target:
                return self._judged(answer, url)
            try:
                at = urljoin(at, target)
            except ValueError:
                return Refused(
                    source=shown(url), reason="It redirects to something that is no address.", code="redirect"
                )
        return Refused(
            source=shown(url),
            reason=f"It redirects more than {self.policy.redirects} times.",
            code="redirect",
        )

    def _judged(self, answer: Response, url: str) -> Response | Refused:
        if answer.status in (200, 203, 206, 304):
            return answer
        reasons = {
            401: "It asks for a password.",
            402: "It asks for payment.",
            403: "The server forbids it.",
            404: "There is no such page.",
            410: "The page is gone.",
            429: "The server asks to be left alone for a while.",
        }
        reason = reasons.get(answer.status, f"The server answered with an error ({answer.status}).")
        return Refused(source=shown(url), reason=reason, code=f"status-{answer.status}")

    def _may(self, at: str, url: str) -> Refused | None:
        """Whether this address may be asked at all."""
        try:
            parts = urlsplit(at)
            host, _ = parts.hostname, parts.port
        except ValueError:
            return Refused(source=shown(url), reason="It is no address of a page.", code="bad-url")
        if parts.scheme not in ("http", "https"):
            return Refused(source=shown(url), reason="Only http and https addresses are read.", code="scheme")
        if not host or len(at) > _LONGEST_URL:
            return Refused(source=shown(url), reason="It is no address of a page.", code="bad-url")
        if self.policy.robots and not self._robots_allow(at):
            return Refused(
                source=shown(url), reason="The site asks robots not to read it (robots.txt).", code="robots"
            )
        return None

    def _robots_allow(self, at: str) -> bool:
        parts = urlsplit(at)
        site = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            known = site in self._robots
            rules = self._robots.get(site)
        if not known:
            deadline = self.now() + min(self.policy.seconds, self.policy.quiet)
            answer = self._get(site + "/robots.txt", at, {}, deadline, _ROBOTS_LARGEST)
            if isinstance(answer, Response) and answer.status == 200:
                rules = RobotFileParser()
                rules.parse(answer.body.decode("utf-8", "replace").splitlines())
            with self._lock:
                self._robots[site] = rules
        return rules is None or rules.can_fetch(self.policy.agent, at)

    def _wait(self, host: str, deadline: float) -> None:
        """Keeps the distance between two fetches of one host, across threads."""
        with self._lock:
            rules = next(
                (r for site, r in self._robots.items() if r is not None and urlsplit(site).netloc == host),
                None,
            )
            asked = rules.crawl_delay(self.policy.agent) if rules is not None else None
            delay = max(self.policy.delay, min(float(asked or 0), _LONGEST_DELAY))
            start = max(self.now(), self._next.get(host, 0.0))
            self._next[host] = start + delay
        wait = min(start, deadline) - self.now()
        if wait > 0:
            self.sleep(wait)

    def _get(
        self, at: str, url: str, headers: Mapping[str, str], deadline: float, most: int
    ) -> Response | Refused:
        source = shown(url)
        self._wait(urlsplit(at).netloc, deadline)
        # Waiting one's turn is no fault of the server's, so its time starts now.
        deadline = max(deadline, self.now() + self.policy.quiet)
        backend = GuardedBackend(
            deadline, allow_private=self.policy.allow_private, resolve=self.resolve, now=self.now
        )
        sent = {
            "user-agent": self.policy.agent,
            "accept-encoding": "gzip, deflate",
            "accept": "*/*",
            **headers,
        }
        timeout = httpx.Timeout(self.policy.quiet)
        try:
            with (
                httpx.Client(
                    transport=_Transport(backend, self._context), trust_env=False, timeout=timeout
                ) as client,
                client.stream("GET", at, headers=sent, follow_redirects=False) as answer,
            ):
                body = self._body(answer, most)
                kept = {name.lower(): value for name, value in answer.headers.items()}
                status = answer.status_code
        except ForbiddenAddressError as problem:
            return Refused(source=source, reason=str(problem), code="private-address")
        except (httpx.TimeoutException, httpcore.TimeoutException):
            return Refused(source=source, reason="The server took too long.", code="timeout")
        except (httpx.ConnectError, httpcore.ConnectError):
            return Refused(source=source, reason="The server could not be reached.", code="unreachable")
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            httpcore.ProtocolError,
            httpcore.NetworkError,
            OSError,
            ValueError,
        ):
            return Refused(source=source, reason="The connection broke off.", code="broken-connection")
        if isinstance(body, str):
            return Refused(source=source, reason=body, code="too-large" if "larger" in body else "broken")
        return Response(url=at, status=status, headers=kept, body=body)

    def _body(self, answer: httpx.Response, most: int) -> bytes | str:
        """The body, unpacked as it comes and never past the bound."""
        packed = answer.headers.get("content-encoding", "").strip().lower()
        if answer.status_code in _REDIRECTS or answer.status_code == 304:
            return b""
        large = f"It is larger than {most // (1024 * 1024) or 1} MB."
        out = bytearray()
        unpack = zlib.decompressobj(wbits=47) if packed in ("gzip", "x-gzip", "deflate") else None
        if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
            return f"It is packed in a way that was not asked for ({shown(packed)[:20]})."
        for chunk in answer.iter_raw():
            if unpack is None:
                out += chunk
            else:
                try:
                    out += unpack.decompress(chunk, most + 1 - len(out))
                except zlib.error:
                    return "It is packed and cannot be unpacked."
                if unpack.unconsumed_tail:
                    return large
            if len(out) > most:
                return large
        return bytes(out)
