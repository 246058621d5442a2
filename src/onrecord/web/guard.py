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
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-cache",
}
"""No script runs but the islands, whatever a text holds; no other site can frame or read a page; no address leaks."""

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

        names = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(names) != 1 or host_of(names[0]) not in self._hosts:
            kind = (b"content-type", b"text/plain; charset=utf-8")
            await guarded({"type": "http.response.start", "status": 400, "headers": [kind]})
            await guarded({"type": "http.response.body", "body": REFUSED})
            return
        await self._app(scope, receive, guarded)
