"""The first page: the brief."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.export.brief import CHANGES
from onrecord.web import asked
from onrecord.web.pages import Pages
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

MOST = 12
"""Entries of each section that the page shows; the lists have all of them."""


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The page as of a day that the reader chooses."""
    routes = steady(shelf.ledger)

    @routes.api_route("/", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(as_of: str | None = None, since: str | None = None) -> HTMLResponse:
        day, earlier = asked.day(as_of, "as of"), asked.day(since, "since")
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        try:
            found = shelf.brief(day or last, earlier)
        except LedgerError as error:
            raise HTTPException(400, f"{error}.") from None
        return pages.show("brief.html", brief=found, as_of=found.as_of, last=last, most=MOST, compared=CHANGES)

    return routes
