"""What falls due: as a page, and as a feed for a calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.export.brief_lines import Promise
from onrecord.export.deadlines import Deadlines, deadlines
from onrecord.export.hours import hours
from onrecord.export.icalendar import calendar
from onrecord.model.view import CommitmentView
from onrecord.web import addresses, asked
from onrecord.web.filters import Commitments
from onrecord.web.pages import Pages
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

Wanted = Annotated[Commitments, Depends(Commitments)]
Within = Annotated[str, Query(pattern=r"^\d{0,4}$")]
_CLOCK = re.compile(
    r"\d[:.h]\d\d|\d ?[ap]\.? ?m\b|\bhours?\b|\bhrs\b|\b(?:gmt|utc|local|noon)\b|\bmid(?:day|night)\b|o['’]clock",
    re.IGNORECASE,
)
"""Words that may name an hour; a bare number is a day, and its article need not be looked up."""
MOST, SHOWN = 500, 100
"""Deadlines of a feed, and of each table of a page, the nearest first."""


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """`/deadlines` and `/deadlines.ics`, both with the filters of commitments; `within` so many days."""
    routes = steady(shelf.ledger)

    def found(wanted: Commitments, day: str, within: str, entry: str = "") -> Deadlines:
        view = shelf.view(day)
        chosen = replace(view, commitments=wanted.among(view).only(name=entry))
        return deadlines(chosen, shelf.sources(day), int(within) if within else None)

    @routes.api_route("/deadlines", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(wanted: Wanted, as_of: str | None = None, within: Within = "") -> HTMLResponse:
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        day = asked.day(as_of, "as of") or last
        some = found(wanted, day, within)
        due, past = some.due[:SHOWN], some.past[:SHOWN]
        return pages.show(
            "deadlines.html", as_of=day, last=last, wanted=wanted, within=within, found=some,
            due=due, past=past, hours=hours(shelf.ledger, _timed((*due, *past))),
        )  # fmt: skip

    @routes.api_route("/deadlines.ics", methods=["GET", "HEAD"])
    def feed(
        request: Request, wanted: Wanted, as_of: str | None = None, within: Within = "", entry: str = ""
    ) -> Response:
        day = asked.day(as_of, "as of") or shelf.ledger.last_day()
        due = found(wanted, day, within, entry) if day else None
        base = str(request.base_url).rstrip("/")
        chosen = [*due.due[:MOST], *due.past[:MOST]][:MOST] if due else []
        named = hours(shelf.ledger, _timed(chosen))
        text = calendar(chosen, day or "2000-01-01", lambda p: base + addresses.entry(p.view.id), named)
        return Response(text.encode("utf-8", "replace"), media_type="text/calendar; charset=utf-8")

    return routes


def _timed(promises: Iterable[Promise]) -> list[CommitmentView]:
    """Those whose deadline may name an hour: its words tell of one."""
    return [
        p.view for p in promises
        if p.view.deadline and _CLOCK.search(p.view.deadline.text or "")
    ]  # fmt: skip
