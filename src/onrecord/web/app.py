"""The application: one ledger, its pages, and what holds for all of them. Start reading here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError, OnrecordError
from onrecord.ledger import Ledger
from onrecord.web.access import Access, Rules
from onrecord.web.api import create_api
from onrecord.web.guard import Guard
from onrecord.web.pages import Pages
from onrecord.web.routes import (
    actors,
    article,
    articles,
    brief,
    compare,
    deadlines,
    deciding,
    disputes,
    entry,
    map,
    outlets,
    promises,
    review,
    said,
    search,
    series,
    signing,
    stories,
    timeline,
    tokens,
)
from onrecord.web.shelf import Shelf

ROUTES: tuple[Callable[[Shelf, Pages], APIRouter], ...] = (
    brief.router, promises.router, deadlines.router, disputes.router, series.router, stories.router, compare.router,
    articles.router, article.router, entry.router, search.router, said.router,
    timeline.router, map.router,
    review.router, deciding.router, actors.router, outlets.router,
)  # fmt: skip
"""One file a page. A new page is one file, one template, and one name here."""
STATIC = Path(__file__).parent / "static"


def create_app(path: Path | str, hosts: Collection[str] = (), rules: Rules | None = None) -> FastAPI:
    """The application over the ledger in that file, which has to be there.

    It answers to this machine's own names and to `hosts`, and to everybody who asks; with `rules` that have tokens only
    to those who bring one. LedgerError where there is no ledger.
    """
    path = Path(path).expanduser()
    if not path.exists():
        raise LedgerError(f"{path}: no ledger is there; make one with `onrecord add` or name one with --ledger")
    ledger = Ledger.open(path)
    rules = rules or Rules()
    shelf, pages = Shelf(ledger), Pages(path.name, closed=rules.tokens is not None)

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        yield
        ledger.close()

    app = FastAPI(title="onrecord", docs_url=None, redoc_url=None, openapi_url=None, lifespan=closing)
    app.add_middleware(Access, rules=rules, fault=partial(_told, pages))
    app.add_middleware(Guard, hosts=hosts)
    for router in ROUTES:
        app.include_router(router(shelf, pages))
    for own in (signing.router, tokens.router):
        app.include_router(own(rules, pages))
    app.mount("/api/v1", create_api(shelf))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _faults(app, pages)
    return app


def _told(pages: Pages, status: int, words: str) -> HTMLResponse:
    return pages.show("fault.html", status, title=HTTPStatus(status).phrase, words=words)


def _faults(app: FastAPI, pages: Pages) -> None:
    """Every fault as a page in plain words."""
    told = partial(_told, pages)

    @app.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> HTMLResponse:
        known = {404: "There is no such page.", 405: "This page can only be read."}
        own = error.detail if error.detail != HTTPStatus(error.status_code).phrase else None
        return told(error.status_code, own or known.get(error.status_code, error.detail))

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, __: RequestValidationError) -> HTMLResponse:
        return told(400, "The address asks for something that cannot be read.")

    @app.exception_handler(OnrecordError)
    async def known(_: Request, error: OnrecordError) -> HTMLResponse:
        return told(503, " ".join(str(error).split()))

    @app.exception_handler(Exception)
    async def unknown(_: Request, __: Exception) -> HTMLResponse:
        return told(500, "Something went wrong here; the server's own output says what.")
