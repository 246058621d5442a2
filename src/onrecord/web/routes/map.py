"""The map: where what is reported to have been, as a table of places that the island draws."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from onrecord.web import asked
from onrecord.web.filters import FACTUALITIES, Events
from onrecord.web.pages import Pages
from onrecord.web.pins import pins
from onrecord.web.shelf import Shelf

PLACES = 150
"""Places of one page, those with most events."""
EVENTS = 4
"""Events listed with a place, the latest ones; the timeline has all of them."""
Wanted = Annotated[Events, Depends(Events)]


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """`/map` with the filters of events."""
    routes = APIRouter()

    @routes.api_route("/map", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(wanted: Wanted, as_of: str | None = None) -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        day = asked.day(as_of, "as of") or last
        known = shelf.sources(day)
        found = shelf.keep(("pins", day, wanted), lambda: pins(wanted.pick(shelf.view(day))))
        return pages.show(
            "map.html", as_of=day, last=last, wanted=wanted, found=found, known=known, most=PLACES, listed=EVENTS,
            factualities=FACTUALITIES, first=known.period()[0],
        )  # fmt: skip

    return routes
