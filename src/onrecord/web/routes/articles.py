"""All articles known on a day."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from onrecord.web import asked
from onrecord.web.filters import Articles
from onrecord.web.pages import Pages
from onrecord.web.paging import piece
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

PIECE = 100
"""Articles on one page."""
Wanted = Annotated[Articles, Depends(Articles)]


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The list, the latest first."""
    routes = steady(shelf.ledger)

    @routes.api_route("/articles", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(wanted: Wanted, as_of: str | None = None, cursor: str = "") -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        day = asked.day(as_of, "as of") or last
        known = shelf.sources(day)
        found = piece(wanted.pick(known), lambda s: s.key, cursor, PIECE, (wanted, day))
        outlets = known.outlets()
        return pages.show(
            "articles.html", articles=found.items, as_of=day, last=last, wanted=wanted, found=found, outlets=outlets,
            cursor=cursor,
        )  # fmt: skip

    return routes
