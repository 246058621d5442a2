"""Reviewers' decisions: what was decided, and deciding."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.ledger.reviewing import entry_of
from onrecord.model.correction import Correction
from onrecord.web import asked
from onrecord.web.api.answers import Cursor, Limit
from onrecord.web.paging import piece
from onrecord.web.shelf import Shelf
from onrecord.web.who import who

reviews = APIRouter()


class Decision(BaseModel):
    """A decision that was kept. `entry` is the permanent name of what it is about; `counts`: nobody has undone it."""

    id: str
    entry: str
    counts: bool
    article: str
    version: str
    kind: str
    start: int
    quote: str
    before: str
    after: str
    decision: Literal["accept", "reject", "set", "add", "undo"]
    author: str
    time: str
    field: str | None
    value: Any
    note: str | None


class Decisions(BaseModel):
    """A piece of the list of decisions, the latest first; `next` is the cursor of the next piece, or null."""

    total: int
    items: list[Decision]
    next: str | None


class Deciding(BaseModel):
    """What to decide: `accept` or `reject` an entry, `set` a field of it to a value, or `undo` a decision.

    `author` is needed on an open server; with a token it is the token's name, whatever is said here.
    """

    model_config = ConfigDict(extra="forbid")
    of: str = Field(description="Name of the entry; to undo, of the decision.", max_length=100)
    decision: Literal["accept", "reject", "set", "undo"]
    field: str | None = Field(default=None, description="For set, as `deadline.latest`.", max_length=100)
    value: str | int | float | None = Field(default=None, description="For set; words of the article as printed.")
    note: str | None = Field(default=None, max_length=1000)
    author: str = Field(default="", max_length=100)


@reviews.get("/reviews", response_model=Decisions)
def decisions(
    request: Request, author: Annotated[str, Query(max_length=asked.LONGEST)] = "", cursor: Cursor = "",
    limit: Limit = 100,
) -> dict[str, Any]:  # fmt: skip
    """What reviewers decided, the latest first, what was undone among it."""
    ledger = request.app.state.shelf.ledger
    some = [d for d in ledger.corrections()[::-1] if author in ("", d.author)]
    counted = {d.id for d in ledger.in_effect()}
    found = piece(some, lambda d: d.id, cursor, limit, ("reviews", author))
    return {"total": found.total, "items": [_told(d, counted) for d in found.items], "next": found.next}


@reviews.post("/reviews", status_code=201, response_model=Decision)
def decide(request: Request, wanted: Deciding) -> dict[str, Any]:
    """Keep a decision with its author and time. It outlives every new extraction, and can be undone."""
    shelf: Shelf = request.app.state.shelf
    author = who(request).name or " ".join(wanted.author.split())
    try:
        if wanted.decision == "undo":
            made = shelf.ledger.undo(wanted.of, author=author, note=wanted.note)
        else:
            field, value = (wanted.field, wanted.value) if wanted.decision == "set" else (None, None)
            made = shelf.ledger.review(
                wanted.of, wanted.decision, author=author, field=field, value=value, note=wanted.note
            )
    except LedgerError as error:
        raise HTTPException(400, f"{error}.".replace("name one with --author", "give it as author")) from None
    return _told(made, {d.id for d in shelf.ledger.in_effect()} | ({made.id} if made.decision == "undo" else set()))


def _told(decision: Correction, counted: set[str]) -> dict[str, Any]:
    plain = asdict(decision)
    return {"id": decision.id, "entry": entry_of(decision), "counts": decision.id in counted, **plain}
