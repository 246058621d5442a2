"""The map: where what is reported to have been, as a table of places that the island draws."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from onrecord.ledger.listed import Rows
from onrecord.ledger.placing import MAPPED, WORDS
from onrecord.model import View
from onrecord.model.view import EventView
from onrecord.web import asked
from onrecord.web.filters import FACTUALITIES, Articles, Events
from onrecord.web.moments import stretches
from onrecord.web.named import Named, only_named
from onrecord.web.pages import Pages
from onrecord.web.pins import pins
from onrecord.web.shelf import NAMERS, Shelf
from onrecord.web.steady import steady

MOST = 500
"""Events on the map, the latest reports; further ones by choosing days."""
PLACES = 150
"""Places of one page, those with most events."""
ALL = 250
"""Events that are all listed with their places."""
EVENTS = 4
"""Where there are more, those listed with a place, the latest ones; the timeline has all of them."""
NAMED = 80
"""Places of one page that are named and nothing is reported from, those that most articles name."""
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
        mapped = deeds.only(whose=MAPPED, order="reported")
        first, latest = shelf.sources(day).period()
        events = mapped[: MOST + 1]  # how many more there are would have to be counted in all of the ledger
        more, events = len(events) > MOST, events[:MOST]
        pieces = stretches(wanted.day_from or first, wanted.day_to or latest) if more else []
        shown = len(events)
        also = _also(shelf, wanted, day, events)
        return pages.show(
            "map.html", as_of=day, last=last, wanted=wanted, found=pins(events, {d for n in also for d in n.days if d}),
            more=more, unplaced=0 if more else len(deeds) - shown, shown=shown, most=PLACES,
            listed=shown if shown <= ALL else EVENTS, factualities=FACTUALITIES, first=first, stretches=pieces,
            named=also[:NAMED], more_named=max(0, len(also) - NAMED), read=NAMERS,
        )  # fmt: skip

    return routes


def deeds_of(wanted: Events, view: View) -> Rows[EventView]:
    """The wanted events that are deeds; what is merely said has no place on a map."""
    return wanted.among(view).only(but=WORDS)


def _also(shelf: Shelf, wanted: Events, day: str, events: Iterable[EventView]) -> list[Named]:
    """The places that are named besides; none where the reader asks for what only events have."""
    if wanted.actor or wanted.factuality or wanted.cameo or wanted.about:
        return []
    places = shelf.places(day, Articles(published_from=wanted.day_from, published_to=wanted.day_to))
    return only_named(places, {e.at for e in events if e.at}, wanted.place)
