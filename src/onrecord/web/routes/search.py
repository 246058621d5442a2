"""Articles by their words."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from onrecord.ledger import Hit, searchable
from onrecord.web import asked
from onrecord.web.marks import Mark, Piece, blocks
from onrecord.web.pages import Pages
from onrecord.web.shelf import Shelf

MOST = 50
"""Articles shown."""


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The page with the words in their surroundings."""
    routes = APIRouter()

    @routes.api_route("/search", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(q: str | None = None, as_of: str | None = None) -> HTMLResponse:
        wanted, day = asked.words(q, "a search"), asked.day(as_of, "as of")
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        hits = shelf.ledger.search(wanted, MOST, day) if wanted else []
        known = shelf.sources(day or last) if hits else {}
        found = [(hit, known.get(hit.article), snippet(hit)) for hit in hits]
        return pages.show(
            "search.html", q=wanted, as_of=day or last, hits=found, most=MOST,
            searchable=searchable(wanted),
        )  # fmt: skip

    return routes


def snippet(hit: Hit) -> tuple[Piece, ...]:
    """The words around a hit on one line, the found ones marked."""
    flat = "".join(" " if c.isspace() else c for c in hit.snippet)
    mark = Mark("hit", "hit", tuple((span, "hit") for span in hit.marks))
    return tuple(piece for block in blocks(flat, [], [mark]) for piece in block.pieces)
