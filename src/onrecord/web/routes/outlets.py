"""Outlets: what is known of each, and what they took back or put into a headline that their text does not bear out."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from onrecord.export.headlines import unborne
from onrecord.export.outlets import OutletLine, TakenBack, taken_back
from onrecord.export.printed import Source
from onrecord.ledger import Ledger
from onrecord.lexicon.outlets import known as facts
from onrecord.web import asked
from onrecord.web.filters import Articles
from onrecord.web.pages import Pages
from onrecord.web.paging import piece
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

PIECE = 100
LOOKED_AT = 50
"""Articles of an outlet whose headlines are compared with their text, the latest first."""


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """`/outlets`, and with `name` one of them."""
    routes = steady(shelf.ledger)

    @routes.api_route("/outlets", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(name: str = "", as_of: str | None = None, cursor: str = "") -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        day, wanted = asked.day(as_of, "as of") or last, asked.words(name, "an outlet")
        known, table = shelf.sources(day), shelf.ledger.outlets()
        back = shelf.keep(("taken back", day), lambda: taken_back(shelf.view(day).withdrawn, known))

        def line(outlet: str) -> OutletLine:
            number = len(Articles(outlet=outlet).pick(known))
            return OutletLine(outlet, facts(outlet, table), number, back.get(outlet, TakenBack()))

        names = known.outlets()
        if not wanted:
            found = piece(names, lambda o: o, cursor, PIECE, ("outlets", day))
            lines = [line(outlet) for outlet in found.items]
            return pages.show("outlets.html", as_of=day, last=last, found=found, outlets=lines, cursor=cursor)
        one = next((o for o in names if o.casefold() == wanted.casefold()), None)
        if one is None:
            raise HTTPException(404, f"No article of “{wanted}” is known on {day}.")
        latest = list(Articles(outlet=one).pick(known)[:LOOKED_AT])
        return pages.show(
            "outlet.html", as_of=day, last=last, outlet=line(one), latest=latest,
            headlines=_headlines(shelf.ledger, latest, day), looked_at=len(latest), section="outlets.html",
        )  # fmt: skip

    return routes


def _headlines(ledger: Ledger, latest: list[Source], day: str) -> list[tuple[Source, tuple[str, ...]]]:
    """The headlines that their text does not bear out, with what is not there."""
    sources = {source.key: source for source in latest}
    found = ((sources[record.article.id], unborne(record)) for record, _ in ledger.reviewed(list(sources), day))
    return [(source, missing) for source, missing in found if missing]
