"""What stands between the pages and a hostile world: headers, tokens, cookies, hosts."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
TOKEN_COOKIE = "rapporteur-token"
CSRF_COOKIE = "rapporteur-csrf"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_BODY = 8 * 1024 * 1024  # bytes; a pasted report or a text to vet


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What a server asks of those who call it.

    `token` is wanted of every caller where the server listens beyond loopback; `secret` signs the
    CSRF tokens and lives as long as the process.
    """

    token: str | None = None
    hosts: tuple[str, ...] = ()  # further names this server answers to
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def csrf(self, session: str) -> str:
        """The token that a form made for this browser must bring back."""
        return hmac.new(self.secret, session.encode(), hashlib.sha256).hexdigest()

    def csrf_holds(self, session: str | None, given: str | None) -> bool:
        """Whether a form came from a page this server made for this browser."""
        return bool(session and given) and hmac.compare_digest(self.csrf(session or ""), given or "")

    def knows_host(self, header: str | None) -> bool:
        """Whether the Host header names this server; another name would be DNS rebinding."""
        host = urlsplit(f"//{header or ''}").hostname or ""
        return (
            host == "localhost"
            or host in self.hosts
            or is_loopback(host)
            or (bool(self.token) and is_address(host))
        )


def is_address(host: str) -> bool:
    """Whether a host is written as an IP address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether a host names this machine alone."""
    return host == "localhost" or (is_address(host) and ipaddress.ip_address(host).is_loopback)


def protect(app: FastAPI, guard: Guard) -> None:
    """Adds the headers to every answer and turns away whom the guard does not know."""

    @app.middleware("http")
    async def at_the_door(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        response = refusal(request, guard) or await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.url.path.startswith("/static/"):
            response.headers["Cache-Control"] = "max-age=300"
        if not request.cookies.get(CSRF_COOKIE) and request.method == "GET":
            session = getattr(request.state, "session", None) or secrets.token_urlsafe(18)
            response.set_cookie(CSRF_COOKIE, session, httponly=True, samesite="strict", path="/")
        return response


def refusal(request: Request, guard: Guard) -> Response | None:
    """The answer that turns a request away, or None where it may come in."""
    if not guard.knows_host(request.headers.get("host")):
        return PlainTextResponse(
            "This server does not answer to that name; start it with --host NAME.\n", 421
        )
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST_BODY:
        return PlainTextResponse(f"More than {LARGEST_BODY // 1048576} MB at once is not taken.\n", 413)
    if request.method not in SAFE_METHODS and request.headers.get("sec-fetch-site", "same-origin") not in (
        "same-origin",
        "none",
    ):
        return PlainTextResponse("Forms are taken from this server's own pages only.\n", 403)
    if guard.token is None:
        return None
    asked = request.query_params.get("token")
    if asked is not None and hmac.compare_digest(asked, guard.token):
        response = RedirectResponse(str(request.url.remove_query_params("token")), 303)
        response.set_cookie(TOKEN_COOKIE, guard.token, httponly=True, samesite="strict", path="/")
        return response
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    if any(hmac.compare_digest(got, guard.token) for got in (bearer, request.cookies.get(TOKEN_COOKIE, ""))):
        return None
    return PlainTextResponse("Open the address that `rapporteur serve` printed, with its token.\n", 401)
