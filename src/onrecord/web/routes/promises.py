"""Commitments as a list to choose from, and the track record of an actor."""

from __future__ import annotations

from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from onrecord.export.brief import promise
from onrecord.export.said import voices
from onrecord.export.track import THREATS, track
from onrecord.export.wording import STATUS
from onrecord.ledger.listed import rows
from onrecord.web import asked
from onrecord.web.filters import KINDS, STATUSES, Commitments
from onrecord.web.pages import PIECE, Pages
from onrecord.web.paging import piece
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

MOST = 12
"""Commitments of one sort that a track record shows; the list has all of them."""
SORTS = {"undertaken": ",".join(k for k in KINDS if k not in THREATS), "threatened": ",".join(sorted(THREATS))}
"""Kinds of commitments, for the lists that a track record leads to."""
Wanted = Annotated[Commitments, Depends(Commitments)]


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The list, and `/track` for one actor."""
    routes = steady(shelf.ledger)

    @routes.api_route("/promises", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(wanted: Wanted, as_of: str | None = None, cursor: str = "") -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        view = shelf.view(asked.day(as_of, "as of") or last)
        found = piece(wanted.pick(view), lambda c: c.id, cursor, PIECE, (wanted, view.as_of))
        known = shelf.sources(view.as_of)
        return pages.show(
            "promises.html", as_of=view.as_of, last=last, wanted=wanted, found=found,
            kinds=_offered(KINDS, wanted.kind), statuses=_offered(STATUSES, wanted.status),
            several={value: _told(value) for value in (wanted.kind, wanted.status) if "," in value},
            promises=[promise(c, known, view.as_of) for c in found.items], cursor=cursor,
        )  # fmt: skip

    @routes.api_route("/track", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def actor(actor: str | None = None, as_of: str | None = None) -> HTMLResponse:
        who, last = asked.words(actor, "an actor"), shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        view = shelf.view(asked.day(as_of, "as of") or last)
        made = track(view, shelf.sources(view.as_of), who) if who else None
        frequent = () if who else voices(rows(view.commitments).by_whom(PIECE), shelf.persons(view.as_of, ""))
        return pages.show(
            "track.html", who=who, as_of=view.as_of, last=last, track=made, frequent=frequent, most=MOST, kinds=SORTS
        )

    return routes


def _offered(values: tuple[str, ...], chosen: str) -> tuple[str, ...]:
    """What a form offers: each value, and the several ones that an address asks for at once."""
    return (*values, chosen) if "," in chosen else values


def _told(several: str) -> str:
    return " or ".join(STATUS.get(cast(Any, one), one) for one in several.split(","))
