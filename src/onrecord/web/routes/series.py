"""Numbers: what is counted more than once, over time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from onrecord.export.brief_lines import PointLine, SeriesLine
from onrecord.export.printed import printed
from onrecord.web import asked
from onrecord.web.filters import Numbers
from onrecord.web.pages import Pages
from onrecord.web.paging import piece
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

PIECE = 20
"""Series on one page: each has a picture and a table."""
Wanted = Annotated[Numbers, Depends(Numbers)]


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The list of series as of a day."""
    routes = steady(shelf.ledger)

    @routes.api_route("/series", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(wanted: Wanted, as_of: str | None = None, cursor: str = "") -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        view = shelf.view(asked.day(as_of, "as of") or last)
        known = shelf.sources(view.as_of)
        found = piece(wanted.pick(view), lambda s: s.id, cursor, PIECE, (wanted, view.as_of))
        lines = [SeriesLine(s, tuple(PointLine(p, printed(p, known)) for p in s.points)) for s in found.items]
        return pages.show(
            "series.html", as_of=view.as_of, last=last, wanted=wanted, found=found, series=lines, cursor=cursor
        )

    return routes
