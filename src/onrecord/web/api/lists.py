"""The lists of a ledger, each with the filters of its page."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.exceptions import HTTPException

from onrecord.export.printed import Source
from onrecord.model import View
from onrecord.model.view import CommitmentView, Dispute, EventView, Series, StatementView, Story
from onrecord.web import asked, filters
from onrecord.web.api.answers import AsOf, Cursor, Limit, Listed, listed
from onrecord.web.shelf import Shelf

by_id: Callable[[Any], str] = attrgetter("id")
by_key: Callable[[Any], str] = attrgetter("key")
lists = APIRouter()
Words = Annotated[str, Query(description="Words; in double quotes a phrase.", min_length=1, max_length=asked.LONGEST)]


def day_of(shelf: Shelf, as_of: str | None) -> str:
    """The day asked for, or the latest. HTTPException 400 where it is none, 404 where the ledger is empty."""
    day = asked.day(as_of, "as_of") or shelf.ledger.last_day()
    if day is None:
        raise HTTPException(404, "The ledger is empty.")
    return day


def view_of(request: Request, as_of: AsOf = None) -> View:
    """The view of the day asked for."""
    shelf: Shelf = request.app.state.shelf
    return shelf.view(day_of(shelf, as_of))


AView = Annotated[View, Depends(view_of)]


def _of(kind: Any) -> dict[int | str, dict[str, Any]]:
    return {200: {"model": Listed[kind]}}


@lists.get("/articles", response_model=None, responses=_of(Source))
def articles(
    request: Request, view: AView, wanted: Annotated[filters.Articles, Depends()], cursor: Cursor = "",
    limit: Limit = 100,
) -> dict[str, Any]:  # fmt: skip
    """Articles in force, the latest first, without their texts."""
    found = wanted.pick(request.app.state.shelf.sources(view.as_of))
    return listed(found, by_key, view.as_of, cursor, limit, wanted)


@lists.get("/statements", response_model=None, responses=_of(StatementView))
def statements(
    view: AView, wanted: Annotated[filters.Statements, Depends()], cursor: Cursor = "", limit: Limit = 100
) -> dict[str, Any]:
    """Statements with their speakers and quotes."""
    return listed(wanted.pick(view), by_id, view.as_of, cursor, limit, wanted)


@lists.get("/commitments", response_model=None, responses=_of(CommitmentView))
def commitments(
    view: AView, wanted: Annotated[filters.Commitments, Depends()], cursor: Cursor = "", limit: Limit = 100
) -> dict[str, Any]:
    """Commitments with their histories and the statuses that follow."""
    return listed(wanted.pick(view), by_id, view.as_of, cursor, limit, wanted)


@lists.get("/disputes", response_model=None, responses=_of(Dispute))
def disputes(
    view: AView, wanted: Annotated[filters.Disputes, Depends()], cursor: Cursor = "", limit: Limit = 100
) -> dict[str, Any]:
    """Disputes, both sides quoted."""
    return listed(wanted.pick(view), by_id, view.as_of, cursor, limit, wanted)


@lists.get("/series", response_model=None, responses=_of(Series))
def series(
    view: AView, wanted: Annotated[filters.Numbers, Depends()], cursor: Cursor = "", limit: Limit = 100
) -> dict[str, Any]:
    """Numbers over time, every figure quoted."""
    return listed(wanted.pick(view), by_id, view.as_of, cursor, limit, wanted)


@lists.get("/stories", response_model=None, responses=_of(Story))
def stories(
    view: AView, wanted: Annotated[filters.Stories, Depends()], cursor: Cursor = "", limit: Limit = 100
) -> dict[str, Any]:
    """Stories with their articles and independent origins."""
    return listed(wanted.pick(view), by_id, view.as_of, cursor, limit, wanted)


@lists.get("/events", response_model=None, responses=_of(EventView))
def events(
    view: AView, wanted: Annotated[filters.Events, Depends()], cursor: Cursor = "", limit: Limit = 100
) -> dict[str, Any]:
    """Events as the articles report them."""
    return listed(wanted.pick(view), by_id, view.as_of, cursor, limit, wanted)


@lists.get("/search", response_model=None)
def search(
    request: Request, view: AView, wanted: Annotated[filters.Articles, Depends()], q: Words, cursor: Cursor = "",
    limit: Limit = 100,
) -> dict[str, Any]:  # fmt: skip
    """Articles that hold all the words, the best first, with the words around the first hit.

    `start` and `end` are the first hit in the article's text, `marks` all hits within `snippet`.
    """
    found = request.app.state.shelf.ledger.found(q.strip(), view.as_of, wanted.printing)
    return listed(found, attrgetter("article"), view.as_of, cursor, limit, (q, wanted))
