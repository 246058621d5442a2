"""What an actor is reported to have said."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from onrecord.export.said import said, speakers, unsaid, voices
from onrecord.web import asked
from onrecord.web.pages import PIECE, Pages
from onrecord.web.paging import piece
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

FREQUENT = 40
"""Speakers offered where none is named."""


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The page of an actor's statements; without one, who speaks most."""
    routes = steady(shelf.ledger)

    @routes.api_route("/said", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(
        actor: str | None = None, about: str | None = None, as_of: str | None = None, cursor: str = ""
    ) -> HTMLResponse:
        who, topic = asked.words(actor, "an actor"), asked.words(about, "a topic")
        day, last = asked.day(as_of, "as of"), shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        view = shelf.view(day or last)
        known = shelf.sources(view.as_of)
        spoken = said(view, known, who, topic) if who or topic else ()
        found = piece(spoken, lambda one: one.view.id, cursor, PIECE, (who, topic, view.as_of))
        gone = unsaid(view, known, who, topic) if who else ()
        asked_for = who or topic
        frequent = () if asked_for else voices(speakers(view, FREQUENT), shelf.persons(view.as_of, ""))
        return pages.show(
            "said.html", who=who, topic=topic, as_of=view.as_of, last=last, found=found, frequent=frequent, gone=gone,
            cursor=cursor,
        )  # fmt: skip

    return routes
