"""What the API answers with: pieces of lists, and a tag by which a client knows that nothing changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar

from fastapi import FastAPI, Query, Request, Response
from pydantic import BaseModel

from onrecord.model.record import to_plain
from onrecord.web.paging import piece

T = TypeVar("T")

MOST = 500
"""Entries of one answer."""
AsOf = Annotated[
    str | None,
    Query(description="What was known before the end of that day (ISO 8601); default: the last publication."),
]
Cursor = Annotated[str, Query(description="`next` of the piece before; empty for the first.", max_length=2000)]
Limit = Annotated[int, Query(description="Entries of one answer.", ge=1, le=MOST)]


class Listed(BaseModel, Generic[T]):
    """A piece of a list: `total` entries as of a day; `next` is the cursor of the next piece, or null."""

    as_of: str
    total: int
    items: list[T]
    next: str | None


class UnchangedError(Exception):
    """The client has this answer already."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def tagged(request: Request, response: Response) -> None:
    """Put the ETag on an answer: a digest of this software, the state of the ledger, and what was asked.

    It is taken before any work: any write to the ledger changes it, so it never says "the same" of something else.
    UnchangedError where the client names it. What writes has none.
    """
    if request.method not in ("GET", "HEAD"):
        return
    asked = f"{request.app.version}\0{request.app.state.shelf.state()}\0{request.url.path}\0{request.url.query}"
    mine = f'"{hashlib.sha256(asked.encode("utf-8", "replace")).hexdigest()[:32]}"'
    given = (one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(","))
    if mine in given:
        raise UnchangedError(mine)
    response.headers["etag"] = mine


def handle_unchanged(api: FastAPI) -> None:
    """Answer 304 where nothing changed."""

    @api.exception_handler(UnchangedError)
    async def unchanged(_: Request, known: UnchangedError) -> Response:
        return Response(status_code=304, headers={"etag": known.tag})


def listed(
    found: Sequence[T], name: Callable[[T], str], as_of: str, cursor: str, limit: int, question: object
) -> dict[str, Any]:
    """A piece of a list as plain JSON. HTTPException 400 where the cursor is none of this question."""
    some = piece(found, name, cursor, limit, (question, as_of))
    return {"as_of": as_of, "total": some.total, "items": [to_plain(one) for one in some.items], "next": some.next}
