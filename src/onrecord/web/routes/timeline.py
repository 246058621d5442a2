"""The line of time: what was said, done and promised when, as a table that the island draws."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from onrecord.web import asked
from onrecord.web.moments import KINDS, Moment, Moments, moments, most_telling, outlets, stretches, words
from onrecord.web.pages import Pages
from onrecord.web.shelf import Shelf

MOST = 300
"""Entries of one page: what a picture can show, and a table of well under 250 kB."""
Wanted = Annotated[Moments, Depends(Moments)]


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """`/timeline` with the filters of `Moments`."""
    routes = APIRouter()

    def every(day: str) -> tuple[Moment, ...]:
        return shelf.keep(("moments", day), lambda: moments(shelf.view(day), shelf.sources(day)))

    @routes.api_route("/timeline", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(wanted: Wanted, as_of: str | None = None) -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        day = asked.day(as_of, "as of") or last
        found, known = wanted.pick(every(day)), shelf.sources(day)
        shown = most_telling(found, MOST)
        return pages.show(
            "timeline.html", as_of=day, last=last, wanted=wanted, kinds=KINDS, total=len(found),
            lines=[(m, *words(m, known)) for m in shown],
            outlets=lambda keys: outlets(keys, known), stretches=stretches(found) if len(found) > MOST else (),
            first=known.period()[0],
        )  # fmt: skip

    return routes
