"""All articles known on a day."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from onrecord.web import asked
from onrecord.web.pages import Pages
from onrecord.web.shelf import Shelf


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The list, the latest first."""
    routes = APIRouter()

    @routes.api_route("/articles", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(as_of: str | None = None) -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        day = asked.day(as_of, "as of") or last
        found = sorted(shelf.sources(day).values(), key=lambda s: (s.published or "", s.key), reverse=True)
        return pages.show("articles.html", articles=found, as_of=day, last=last)

    return routes
