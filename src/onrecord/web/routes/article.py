"""An article with its entries highlighted, and the side list of them."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.export.printed import source
from onrecord.ledger import Ledger
from onrecord.model import Record
from onrecord.web import asked
from onrecord.web.marks import Block, Mark, blocks
from onrecord.web.notes import KINDS, NUMBERED, Note, notes
from onrecord.web.pages import Pages
from onrecord.web.shelf import Shelf


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The page of one version of one article; `entry` or `at` name what is to stand out."""
    routes, ledger = APIRouter(), shelf.ledger

    def page(key: str, version: str | None = None, entry: str | None = None, at: str | None = None) -> HTMLResponse:
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
            kinds=KINDS, coded=_coded(cut, found), focus=entry, versions=_versions(ledger, key),
            newest=ledger.article(key).article.version,
        )  # fmt: skip

    for path in ("/articles/{key:path}", "/article"):
        routes.add_api_route(path, page, methods=["GET", "HEAD"], response_class=HTMLResponse)
    return routes


def record_of(ledger: Ledger, key: str, version: str | None) -> Record:
    """The record of the version that an address names by the first digits of its hash, or of the newest."""
    try:
        if not version:
            return ledger.article(key)
        full = [v for v in _versions(ledger, key) if len(version) >= 8 and v.startswith(version)]
        return ledger.article(key, full[0] if len(full) == 1 else version)
    except LedgerError as error:
        raise HTTPException(404, f"{error}.") from None


def _versions(ledger: Ledger, key: str) -> dict[str, str | None]:
    """The versions of an article with the days from which they are known, oldest first."""
    found: dict[str, str | None] = {}
    for row in ledger.versions(key):
        found.setdefault(row.version, row.known_from)
    return found


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
