"""Articles by their words: a page, and the same search as a feed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.export.atom import Item, feed
from onrecord.ledger import Hit, searchable
from onrecord.web import addresses, asked
from onrecord.web.filters import Articles
from onrecord.web.holding import holding
from onrecord.web.marks import Mark, Piece, blocks
from onrecord.web.pages import Pages
from onrecord.web.searching import Found, search
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

MOST = 50
"""Articles shown."""
Wanted = Annotated[Articles, Depends(Articles)]


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """`/search` with the words in their surroundings, and `/search.atom`."""
    routes = steady(shelf.ledger)

    @routes.api_route("/search", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(wanted: Wanted, q: str | None = None, as_of: str | None = None) -> HTMLResponse:
        words, day = asked.words(q, "a search"), asked.day(as_of, "as of")
        last = shelf.ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        found = search(shelf, words, wanted, day or last, MOST)
        return pages.show(
            "search.html", q=words, as_of=day or last, last=last, wanted=wanted, most=MOST,
            hits=[(one.hit, one.source, address(one), snippet(one.hit)) for one in found],
            searchable=searchable(words), outlets=_outlets(shelf, day or last),
            entries=holding(shelf.view(day or last), shelf.sources(day or last), words) if words else [],
        )  # fmt: skip

    @routes.api_route("/search.atom", methods=["GET", "HEAD"])
    def atom(request: Request, wanted: Wanted, q: str | None = None, as_of: str | None = None) -> Response:
        words, last = asked.words(q, "a search"), shelf.ledger.last_day()
        day = asked.day(as_of, "as of") or last or "1970-01-01"
        found = search(shelf, words, wanted, day, MOST) if last else []
        base = str(request.base_url).rstrip("/")
        items = [Item(one.source, " ".join(one.hit.snippet.split()), base + address(one)) for one in found]
        own, page = (
            base + addresses.listed(path, wanted, q=words, as_of=as_of) for path in ("/search.atom", "/search")
        )
        text = feed(f"Articles with “{words}”", items, own, page, day)
        return Response(text.encode("utf-8"), media_type="application/atom+xml; charset=utf-8")

    return routes


def address(found: Found) -> str:
    """Where the found words stand, highlighted."""
    hit = found.hit
    if hit.end <= hit.start:
        return addresses.article(hit.article, hit.version)
    return f"{addresses.article(hit.article, hit.version, at=f'{hit.start}-{hit.end}')}#at"


def snippet(hit: Hit) -> tuple[Piece, ...]:
    """The words around a hit on one line, the found ones marked."""
    flat = "".join(" " if c.isspace() else c for c in hit.snippet)
    mark = Mark("hit", "hit", tuple((span, "hit") for span in hit.marks))
    return tuple(piece for block in blocks(flat, [], [mark]) for piece in block.pieces)


def _outlets(shelf: Shelf, day: str) -> list[str]:
    """The outlets known on that day, by name."""
    return shelf.sources(day).outlets()
