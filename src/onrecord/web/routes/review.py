"""The reviewer's pages: what waits, one entry as a form, and what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.export.annotations import collection
from onrecord.export.decisions import told
from onrecord.export.gold import gold
from onrecord.export.printed import source
from onrecord.ledger import Ledger
from onrecord.ledger.doubts import REVIEWED
from onrecord.ledger.listed import rows
from onrecord.ledger.reviewing import entry_of
from onrecord.model import Record, Ref
from onrecord.model.correction import Correction
from onrecord.web import addresses, asked
from onrecord.web.editing import FIELDS, controls
from onrecord.web.filters import Articles
from onrecord.web.marks import quoted
from onrecord.web.notes import notes
from onrecord.web.pages import Pages
from onrecord.web.paging import piece
from onrecord.web.queue import STATES, Wanted, noted, waiting
from onrecord.web.records import entry_of as as_it_is
from onrecord.web.routes.deciding import AUTHOR
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady
from onrecord.web.who import who

PIECE = 25
"""Entries on one page of the queue."""
Which = Annotated[Wanted, Depends(Wanted)]
Among = Annotated[Articles, Depends(Articles)]


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """`/review`, `/review/entries/NAME` and `/review/decisions`."""
    routes, ledger = steady(shelf.ledger), shelf.ledger

    @routes.api_route("/review", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def queue(
        request: Request, wanted: Which, among: Among, as_of: str | None = None, cursor: str = "", done: str = ""
    ) -> HTMLResponse:  # fmt: skip
        last = ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        day = asked.day(as_of, "as of") or last
        known = shelf.sources(day)
        chosen = wanted.pick(ledger.waiting(day), among)
        found = piece(chosen, lambda d: d.name, cursor, PIECE, (wanted, among, day))
        lines = noted(waiting(ledger, known, found.items, day))
        return pages.show(
            "review.html", as_of=day, last=last, wanted=wanted, among=among, found=found, lines=lines,
            cursor=cursor, kinds=REVIEWED, states=STATES,
            outlets=outlets(shelf, day),
            lost=ledger.queue(), done=_done(ledger, done), told=told, entry_of=entry_of, quoted=quoted,
            **asker(request),
        )  # fmt: skip

    @routes.api_route("/review/entries/{name}", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def entry(request: Request, name: str, done: str = "") -> HTMLResponse:
        found = _or_404(lambda: ledger.entry(name))
        record, mended = as_it_is(ledger, found)
        day = ledger.last_day() or ""
        view = shelf.view(day)
        return pages.show(
            "review_entry.html", found=found, label=source(found.article).label,
            note=_note(record, found.renamed or name),
            controls=controls(record, found.ref.kind, mended) if mended and found.ref.kind in FIELDS else [],
            promise=rows(view.commitments).named(found.redirect or name),
            same=_others(ledger, name) if found.ref.kind == "commitment" else [],
            known=shelf.sources(day), done=_done(ledger, done), told=told, undone=_undone(ledger, found.corrections),
            **asker(request),
        )  # fmt: skip

    @routes.api_route("/review/decisions", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def decisions(request: Request, by: str = "", cursor: str = "", done: str = "") -> HTMLResponse:
        everything = ledger.corrections()[::-1]
        counted = {d.id for d in ledger.in_effect()}
        some = [d for d in everything if by in ("", d.author)]
        return pages.show(
            "decisions.html", found=piece(some, lambda d: d.id, cursor, 50, ("decisions", by)), counted=counted,
            authors=sorted({d.author for d in everything}), by=by, cursor=cursor, told=told,
            entry_of=entry_of, done=_done(ledger, done), **asker(request),
        )  # fmt: skip

    def reviewed() -> Iterator[tuple[Record, dict[Ref, list[Correction]]]]:
        return ledger.reviewed(sorted({d.article for d in ledger.in_effect()}))

    @routes.api_route("/review/gold.jsonl", methods=["GET", "HEAD"])
    def as_gold() -> Response:
        return Response("".join(gold(reviewed())).encode("utf-8", "replace"), media_type="application/jsonl")

    @routes.api_route("/review/annotations.json", methods=["GET", "HEAD"])
    def as_annotations() -> Response:
        kind = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
        return Response(collection(reviewed()).encode("utf-8", "replace"), media_type=kind)

    return routes


def asker(request: Request) -> dict[str, Any]:
    """Who reviews, for the forms: a name that is known, or the one given last."""
    known = who(request)
    given = known.name or addresses.from_cookie(request.cookies.get(AUTHOR, ""))
    here = request.url.path + (f"?{query}" if (query := _without_done(request)) else "")
    return {"author_known": not known.open, "author": given, "here_address": here, "may": known.scope != "read"}


def _without_done(request: Request) -> str:
    pairs = [(n, v) for n, v in request.query_params.multi_items() if n != "done"]
    return addresses.query("", **dict(pairs)).lstrip("?")


def _done(ledger: Ledger, name: str) -> Correction | str | None:
    """The decision that was just made; "none" where nothing was changed."""
    if name in ("", "none"):
        return name or None
    return next((d for d in ledger.corrections() if d.id == name), None)


def _undone(ledger: Ledger, shown: tuple[Correction, ...]) -> list[Correction]:
    """What was decided on the same words and undone."""
    kept, counted = {d.id for d in shown}, {d.id for d in ledger.in_effect()}
    places = {(d.article, d.kind, d.start) for d in shown}
    return [
        d for d in ledger.corrections()
        if d.id not in kept | counted and d.decision != "undo" and (d.article, d.kind, d.start) in places
    ]  # fmt: skip


def _note(record: Any, name: str) -> Any:
    return next((n for n in notes(record) if n.name == name), None)


def _others(ledger: Ledger, name: str) -> list[Any]:
    """The other reports of a commitment."""
    return [ledger.entry(ref.id) for ref in ledger.reports(name) if ref.id != name]


def outlets(shelf: Shelf, day: str) -> list[str]:
    """The outlets known on that day, by name."""
    return shelf.sources(day).outlets()


def _or_404(find: Callable[[], Any]) -> Any:
    try:
        return find()
    except LedgerError as error:
        raise HTTPException(404, f"{error}.") from None
