"""Disputes: both sides next to each other."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from onrecord.export.brief_lines import DisputeLine
from onrecord.export.copied import also_in
from onrecord.export.printed import printed
from onrecord.web import asked
from onrecord.web.filters import DISPUTES, Disputes
from onrecord.web.pages import PIECE, Pages
from onrecord.web.paging import piece
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

Wanted = Annotated[Disputes, Depends(Disputes)]


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The list of disputes as of a day."""
    routes = steady(shelf.ledger)

    @routes.api_route("/disputes", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(wanted: Wanted, as_of: str | None = None, cursor: str = "") -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        view = shelf.view(asked.day(as_of, "as of") or last)
        known = shelf.sources(view.as_of)
        found = piece(wanted.pick(view), lambda d: d.id, cursor, PIECE, (wanted, view.as_of))
        lines = [DisputeLine(d, printed(d.a, known), printed(d.b, known)) for d in found.items]
        return pages.show(
            "disputes.html", as_of=view.as_of, last=last, wanted=wanted, found=found, types=DISPUTES, disputes=lines,
            cursor=cursor, also=partial(also_in, view, known),
        )  # fmt: skip

    return routes
