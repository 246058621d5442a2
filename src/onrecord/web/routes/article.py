"""An article with its entries highlighted, and the side list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.export.copied import also_in
from onrecord.export.headlines import unborne
from onrecord.export.printed import source
from onrecord.ledger.listed import rows
from onrecord.ledger.missed import MAIN
from onrecord.model.commitment import CommitmentKind
from onrecord.web import asked
from onrecord.web.marks import Block, Mark, blocks
from onrecord.web.notes import KINDS, NUMBERED, Note, notes
from onrecord.web.pages import Pages
from onrecord.web.records import record_of, versions
from onrecord.web.routes.review import asker
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The page of one version of one article; `entry` or `at` name what is to stand out."""
    routes, ledger = steady(shelf.ledger), shelf.ledger

    def page(
        request: Request, key: str, version: str | None = None, entry: str | None = None, at: str | None = None,
        layer: Annotated[list[str] | None, Query()] = None,
    ) -> HTMLResponse:  # fmt: skip
        record = record_of(ledger, key, version)
        found, stretch = notes(record), asked.span(at)
        marks = [n.mark for n in found]
        if stretch:
            marks.append(Mark("at", "at", ((stretch, "at"),)))
        article = record.article
        cut = blocks(article.text, [(p.kind, p.span) for p in article.parts], marks)
        return pages.show(
            "article.html", article=article, label=source(article).label, blocks=cut,
            notes={n.name: n for n in found}, listed=_listed(found),
            sizes=Counter(n.kind for n in found),
            kinds=KINDS, layers=[k for k in KINDS if layer is None or k in layer], asked_version=version,
            coded=_coded(cut, found), focus=entry, versions=versions(ledger, key),
            newest=ledger.article(key).article.version, unborne=unborne(record),
            about=source(article, ledger.outlets()).about, addable=MAIN, sorts=get_args(CommitmentKind),
            **_around(shelf, article.id), **asker(request),
        )  # fmt: skip

    for path in ("/articles/{key:path}", "/article"):
        routes.add_api_route(path, page, methods=["GET", "HEAD"], response_class=HTMLResponse)
    return routes


def _around(shelf: Shelf, key: str) -> dict[str, Any]:
    """The copies of an article and the stories that it is part of, as known today."""
    last = shelf.ledger.last_day()
    if last is None:
        return {"copies": (), "stories": []}
    view = shelf.view(last)
    return {"copies": also_in(view, shelf.sources(last), key), "stories": rows(view.stories).of(key)}


def _listed(found: Iterable[Note]) -> list[tuple[str, str, list[Note]]]:
    """The notes by kind: (kind, title, notes), kinds without a note left out."""
    by_kind = ((kind, title, [n for n in found if n.kind == kind]) for kind, (_, title) in KINDS.items())
    return [group for group in by_kind if group[2]]


def _coded(cut: Iterable[Block], found: Iterable[Note]) -> frozenset[str]:
    """The entries that bear their number in the text: the main kinds, and whatever lies wholly under narrower ones."""
    own: set[str] = set()
    for block in cut:
        for piece in block.pieces:
            own |= {c.mark.name for c in [c for c in piece.covers if c.mark.kind != "at"][-1:]}
    return frozenset(n.name for n in found if n.kind in NUMBERED or n.name not in own)
