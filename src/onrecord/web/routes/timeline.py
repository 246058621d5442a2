"""The line of time: what was said, done and promised when, as a table that the island draws."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from onrecord.web import asked
from onrecord.web.moments import KINDS, Moments, outlets, pick, stretches, words
from onrecord.web.pages import Pages
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

MOST = 240
"""Entries of one page: what a picture can show, and a table of well under 250 kB."""
Wanted = Annotated[Moments, Depends(Moments)]


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """`/timeline` with the filters of `Moments`."""
    routes = steady(shelf.ledger)

    @routes.api_route("/timeline", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(wanted: Wanted, as_of: str | None = None) -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        day = asked.day(as_of, "as of") or last
        known = shelf.sources(day)
        found = pick(wanted.lists(shelf.view(day)), known, MOST)
        first, latest = known.period()
        pieces = stretches(wanted.day_from or first, wanted.day_to or latest) if found.total > MOST else []
        return pages.show(
            "timeline.html", as_of=day, last=last, wanted=wanted, kinds=KINDS, found=found, first=first,
            lines=[(m, *words(m, known)) for m in found.moments], outlets=partial(outlets, known=known),
            stretches=pieces,
        )  # fmt: skip

    return routes
