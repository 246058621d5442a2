"""Who asks, and whether they may: tokens where others reach the server, and no writing from other sites anywhere."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response

from onrecord.ledger.facade import utc_now
from onrecord.web.api.problems import problem
from onrecord.web.guard import App, Receive, Scope, Send
from onrecord.web.rates import Rate
from onrecord.web.tokens import Scope as Reach
from onrecord.web.tokens import Tokens
from onrecord.web.who import Who

COOKIE = "onrecord"
FREE = ("/static/", "/sign-in", "/sign-out")
"""What can be asked for without a token: how the pages look, and the way in and out."""
ADMIN = ("/tokens",)
"""What only an administrator may see: who has access."""
READING = frozenset({"GET", "HEAD", "OPTIONS"})
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
"""Put in by proxies: then the asker is not on this machine, however the server is bound."""
FEEDS = (".atom", ".ics")
"""Their readers know no sign-in page, but a password: the token."""


@dataclass(slots=True)
class Rules:
    """What holds for everybody. `tokens` is None on an open server: bound to this machine alone."""

    tokens: Tokens | None = None
    asks: Rate = field(default_factory=lambda: Rate(600, 60))
    """Of one token: enough for a reader and a feed, too little to copy a ledger in a minute."""
    fails: Rate = field(default_factory=lambda: Rate(10, 300))
    """Wrong tokens from one address: 256 bits are not guessed, but nobody has to try."""
    clock: Callable[[], str] = utc_now


class Access:
    """Lets a request through with `state["who"]`, or answers it. `fault` makes the page of a fault."""

    def __init__(self, app: App, rules: Rules, fault: Callable[[int, str], Response]) -> None:
        self._app, self._rules, self._fault = app, rules, fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = foreign(scope, headers)
        answer = self._told(scope, 403, refused) if refused else self._who(scope, headers)
        if isinstance(answer, Who):
            scope.setdefault("state", {})["who"] = answer
            await self._app(scope, receive, send)
        else:
            await answer(scope, receive, send)

    def _who(self, scope: Scope, headers: Headers) -> Who | Response:
        path, tokens = scope["path"], self._rules.tokens
        if tokens is None:
            if any(name in headers for name in FORWARDED):
                return self._told(scope, 403, "A proxy passes this on to others. Start the server with --allow-host "
                                              "and the name that they use; it then asks for tokens.")  # fmt: skip
            return Who()
        address = (scope.get("client") or ("nowhere",))[0]
        if seconds := self._rules.fails.blocked(address):
            return self._told(scope, 429, "Too many wrong tokens from your address.", wait=seconds)
        given = given_in(headers)
        token = tokens.known(given, self._rules.clock()) if given else None
        if given and token is None:
            self._rules.fails.count(address)
        if path.startswith(FREE):
            return Who(token.name if token else "", token.scope if token else "read", token)
        if token is None:
            return self._unknown(scope, wrong=bool(given))
        if seconds := self._rules.asks.wait(token.id):
            return self._told(scope, 429, "This token has asked too often.", wait=seconds)
        if not token.may(needed(scope["method"], path)):
            return self._told(scope, 403, f"The token of {token.name} is for “{token.scope}”; this needs "
                                          f"“{needed(scope['method'], path)}”.")  # fmt: skip
        return Who(token.name, token.scope, token)

    def _unknown(self, scope: Scope, *, wrong: bool) -> Response:
        """What somebody without a token is told: a page leads to the sign-in, a program is asked for a token."""
        path, words = scope["path"], "This ledger needs a valid token."
        if path.startswith("/api/"):
            answer = self._told(scope, 401, words)
            answer.headers["www-authenticate"] = "Bearer" + (' error="invalid_token"' if wrong else "")
            return answer
        if path.endswith(FEEDS):
            answer = self._told(scope, 401, words)
            answer.headers["www-authenticate"] = 'Basic realm="onrecord: any name, the token as password"'
            return answer
        if scope["method"] not in READING:
            return self._told(scope, 401, words)
        asked = path + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
        return RedirectResponse(f"/sign-in?next={quote(asked, safe='')}", 303)

    def _told(self, scope: Scope, status: int, words: str, wait: float = 0.0) -> Response:
        made = problem(status, words) if scope["path"].startswith("/api/") else self._fault(status, words)
        if wait:
            made.headers["retry-after"] = str(int(wait) + 1)
        return made


def needed(method: str, path: str) -> Reach:
    """How far a token has to reach for a request.

    >>> needed("GET", "/review"), needed("POST", "/review/undo"), needed("GET", "/tokens")
    ('read', 'review', 'admin')
    """
    if path.startswith(ADMIN):
        return "admin"
    return "read" if method in READING else "review"


def foreign(scope: Scope, headers: Mapping[str, str]) -> str:
    """Why a writing request is not taken for one of these pages' own; "" where it is.

    A browser says from where it asks (`Sec-Fetch-Site`, `Origin`); what says neither is let through only where it names
    its token itself, which no other site can make a browser do.
    """
    if scope["method"] in READING:
        return ""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = f"{scope.get('scheme', 'http')}://{headers.get('host', '')}"
    if site not in (None, "same-origin") or origin not in (None, own):
        return "This was sent from another site, which may not write here."
    if site is None and origin is None and not headers.get("authorization", "").lower().startswith("bearer "):
        return "Nothing says from where this was sent; a program names a token, or this server as Origin."
    return ""


def given_in(headers: Headers) -> str:
    """The token that a request names: as bearer, as password, or in the cookie of the sign-in; "" for none."""
    kind, _, rest = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return rest.strip()
    if kind.lower() == "basic":
        try:
            return base64.b64decode(rest, validate=True).decode().partition(":")[2]
        except (binascii.Error, ValueError):
            return "?"
    return cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
