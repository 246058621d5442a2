"""Who has access: for administrators, to see and to end. Tokens are made on the command line alone."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from onrecord.web.access import Rules
from onrecord.web.forms import Form
from onrecord.web.pages import Pages
from onrecord.web.tokens import TokensError


def router(rules: Rules, pages: Pages) -> APIRouter:
    """`/tokens`; there are none on an open server."""
    routes = APIRouter()

    @routes.api_route("/tokens", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page() -> HTMLResponse:
        if rules.tokens is None:
            raise HTTPException(404, "This server is open on its own machine; it asks for no tokens.")
        return pages.show("tokens.html", tokens=rules.tokens.all()[::-1], now=rules.clock())

    @routes.post("/tokens/revoke")
    def revoke(request: Request, given: Form) -> Response:
        if rules.tokens is None:
            raise HTTPException(404, "This server is open on its own machine; it asks for no tokens.")
        try:
            rules.tokens.revoke(given.get("token", ""), rules.clock())
        except TokensError as error:
            raise HTTPException(404, f"{error}.") from None
        return RedirectResponse("/tokens", 303)

    return routes
