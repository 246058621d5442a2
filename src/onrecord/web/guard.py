"""What every answer bears, and which names the server answers to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
"""Names of this machine for itself."""

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-cache",
}
"""No script runs but the islands, whatever a text holds; no other site can frame or read a page; no address leaks."""

LARGEST = 1_000_000
"""Bytes that a request may bring."""
REFUSED = b"This server answers only to the names that it was started for; open http://127.0.0.1 with its port.\n"


def host_of(header: str) -> str:
    """The name in a Host header, without port and brackets.

    >>> host_of("LocalHost:8000"), host_of("[::1]:8000"), host_of("::1")
    ('localhost', '::1', '::1')
    """
    header = header.strip().casefold()
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.rpartition(":")[0] if header.count(":") == 1 else header


class Guard:
    """Puts `HEADERS` on every answer and refuses foreign Host names, so that no other site can pose as this one
    (DNS rebinding)."""

    def __init__(self, app: App, hosts: Collection[str] = ()) -> None:
        self._app = app
        self._hosts = LOCAL | {h.casefold() for h in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name.encode(): value.encode() for name, value in HEADERS.items()}
                kept = [(n, v) for n, v in message.get("headers", ()) if n.lower() not in own]
                message["headers"] = [*kept, *own.items()]
            await send(message)

        status, words = self._refused(scope)
        if status:
            kind = (b"content-type", b"text/plain; charset=utf-8")
            await guarded({"type": "http.response.start", "status": status, "headers": [kind]})
            await guarded({"type": "http.response.body", "body": words})
            return
        await self._app(scope, receive, guarded)

    def _refused(self, scope: Scope) -> tuple[int, bytes]:
        """The status and words by which a request is refused at the door; 0 where it is not."""
        names = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(names) != 1 or host_of(names[0]) not in self._hosts:
            return 400, REFUSED
        sizes = [value for name, value in scope["headers"] if name == b"content-length"]
        if any(name == b"transfer-encoding" for name, _ in scope["headers"]):
            return 411, b"Say how long the request is.\n"
        if any(not size.isdigit() or int(size) > LARGEST for size in sizes):
            return 413, b"The request is too long.\n"
        return 0, b""
