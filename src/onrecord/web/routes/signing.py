"""The way in and out for a browser: a token becomes a cookie that no script can read."""

from __future__ import annotations

import re
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.web.access import COOKIE, Rules
from onrecord.web.forms import Form
from onrecord.web.pages import Pages
from onrecord.web.who import who

_OWN = re.compile(r"/(?![/\\])[^\\\x00-\x1f]*")


def router(rules: Rules, pages: Pages) -> APIRouter:
    """`/sign-in` and `/sign-out`; on an open server they say that nobody has to."""
    routes = APIRouter()

    @routes.api_route("/sign-in", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(request: Request, next: str = "/") -> HTMLResponse:
        return pages.show("signing.html", who=who(request), open=rules.tokens is None, to_page=own(next), wrong=False)

    @routes.post("/sign-in", response_class=HTMLResponse)
    def enter(request: Request, given: Form) -> Response:
        to_page, now = own(given.get("next", "/")), rules.clock()
        words = given.get("token", "").strip()
        token = rules.tokens.known(words, now) if rules.tokens else None
        if token is None:
            rules.fails.count(request.client.host if request.client else "nowhere")
            asker = who(request)
            return pages.show(
                "signing.html", 401, who=asker, open=rules.tokens is None, to_page=to_page, wrong=bool(words)
            )
        left = datetime.fromisoformat(token.expires) - datetime.fromisoformat(now)
        answer = RedirectResponse(to_page, 303)
        answer.set_cookie(
            COOKIE, words, max_age=int(left.total_seconds()), httponly=True, samesite="lax",
            secure=request.url.scheme == "https",
        )  # fmt: skip
        return answer

    @routes.post("/sign-out")
    def leave(request: Request) -> Response:
        answer = RedirectResponse("/sign-in", 303)
        answer.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=request.url.scheme == "https")
        return answer

    return routes


def own(address: str) -> str:
    """A path of this server; the first page for anything that would lead elsewhere.

    >>> own("/said?actor=x"), own("//evil.example"), own("https://evil.example"), own("/\\\\evil")
    ('/said?actor=x', '/', '/', '/')
    """
    return address if len(address) <= 2000 and _OWN.fullmatch(address) else "/"
