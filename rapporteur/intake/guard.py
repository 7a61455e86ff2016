"""Where the network may not lead: private, loopback and link-local addresses, whatever name they hide behind.

The check is made where the connection is made, on the addresses the name resolved to there and then,
so a name that answers differently the second time finds no gap.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses of a host name."""


class ForbiddenAddressError(Exception):
    """A name or address that leads where the network may not lead; the message is one sentence."""


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses the system gives for a name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(info[4][0]) for info in found))


def is_public(address: str) -> bool:
    """Whether an address lies in the open internet."""
    try:
        parsed = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if parsed in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)))
    return (
        parsed.is_global and not parsed.is_multicast and not parsed.is_reserved and not parsed.is_unspecified
    )


class _Bounded(httpcore.NetworkStream):
    """A stream that ends when its time is up, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float, now: Callable[[], float]) -> None:
        self._stream, self._deadline, self._now = stream, deadline, now

    def _left(self, timeout: float | None, late: type[Exception]) -> float:
        left = self._deadline - self._now()
        if left <= 0:
            raise late("the time is up")
        return left if timeout is None else min(timeout, left)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._left(timeout, httpcore.ConnectTimeout)
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline, self._now)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to vetted addresses only, and only until a deadline (on the `now` clock, in seconds)."""

    def __init__(
        self,
        deadline: float,
        *,
        allow_private: bool = False,
        resolve: Resolve = resolve,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline, self._allow, self._resolve, self._now = deadline, allow_private, resolve, now

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as problem:
            raise httpcore.ConnectError("the name leads nowhere") from problem
        if not self._allow and not all(is_public(address) for address in addresses):
            raise ForbiddenAddressError(
                "The address lies inside a private network, where only --private leads."
            )
        last: Exception = httpcore.ConnectError("the name leads nowhere")
        for address in addresses[:4]:
            left = self._deadline - self._now()
            if left <= 0:
                raise httpcore.ConnectTimeout("the time is up")
            try:
                wait = left if timeout is None else min(timeout, left)
                stream = self._inner.connect_tcp(address, port, wait, local_address, socket_options)
                return _Bounded(stream, self._deadline, self._now)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as problem:
                last = problem
        raise last

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise ForbiddenAddressError("A socket file is no address of a page.")

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)
