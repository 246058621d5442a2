"""Two articles, or two versions of one, side by side."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from onrecord.export.printed import source
from onrecord.web.differences import compared
from onrecord.web.pages import Pages
from onrecord.web.records import record_of
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """`/compare?a=KEY&b=KEY`, with `a_version` and `b_version` where a version is meant."""
    routes, ledger = steady(shelf.ledger), shelf.ledger

    @routes.api_route("/compare", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(a: str = "", b: str = "", a_version: str | None = None, b_version: str | None = None) -> HTMLResponse:
        if not (a and b):
            raise HTTPException(400, "Name two articles by their keys, as a and b.")
        one, other = record_of(ledger, a, a_version).article, record_of(ledger, b, b_version).article
        return pages.show(
            "compared.html", a=source(one), b=source(other), found=compared(one.text, other.text),
            same_article=one.id == other.id,
        )  # fmt: skip

    return routes
