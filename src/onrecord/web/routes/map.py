"""The map: where what is reported to have been, as a table of places that the island draws."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from onrecord.export import wording
from onrecord.ledger.listed import Rows
from onrecord.ledger.placing import MAPPED
from onrecord.model import View
from onrecord.model.view import EventView
from onrecord.web import asked
from onrecord.web.filters import FACTUALITIES, Events
from onrecord.web.moments import stretches
from onrecord.web.pages import Pages
from onrecord.web.pins import pins
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

MOST = 1000
"""Events on the map, the latest reports; further ones by choosing days."""
PLACES = 150
"""Places of one page, those with most events."""
EVENTS = 4
"""Events listed with a place, the latest ones; the timeline has all of them."""
Wanted = Annotated[Events, Depends(Events)]


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """`/map` with the filters of events."""
    routes = steady(shelf.ledger)

    @routes.api_route("/map", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(wanted: Wanted, as_of: str | None = None) -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        day = asked.day(as_of, "as of") or last
        deeds = deeds_of(wanted, shelf.view(day))
        mapped = deeds.only(words=(((MAPPED,),),), order="reported")
        first, latest = shelf.sources(day).period()
        located = len(mapped)
        pieces = stretches(wanted.day_from or first, wanted.day_to or latest) if located > MOST else []
        return pages.show(
            "map.html", as_of=day, last=last, wanted=wanted, found=pins(mapped[:MOST]), located=located,
            unplaced=len(deeds) - located, shown=min(MOST, located), most=PLACES, listed=EVENTS,
            factualities=FACTUALITIES, first=first, stretches=pieces,
        )  # fmt: skip

    return routes


def deeds_of(wanted: Events, view: View) -> Rows[EventView]:
    """The wanted events that are deeds; what is merely said has no place on a map."""
    return wanted.among(view).only(but=wording.WORDS)
