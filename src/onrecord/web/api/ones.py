"""One thing of a ledger by its name, and the whole ledger of a day."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.ledger.listed import rows
from onrecord.model.record import to_plain
from onrecord.web.api.lists import AView
from onrecord.web.records import record_of

ones = APIRouter()


@ones.get("/ledger", response_model=None)
def ledger(view: AView) -> dict[str, Any]:
    """All that was known on a day: the contract's ledger record (`onrecord.ledger/1`)."""
    return view.to_json()


@ones.get("/articles/{key:path}", response_model=None)
def article(request: Request, key: str, version: str | None = None) -> dict[str, Any]:
    """An article with its text and all entries: the contract's article record (`onrecord.article/1`).

    `version` is the hash of its text, or the first eight or more digits of it; default: the newest.
    """
    return record_of(request.app.state.shelf.ledger, key, version).to_json()


@ones.get("/entries/{name}", response_model=None)
def entry(request: Request, name: str) -> dict[str, Any]:
    """An entry by its permanent name: its words, what made it, and what became of it since."""
    try:
        found = request.app.state.shelf.ledger.entry(name)
    except LedgerError as error:
        raise HTTPException(404, f"{error}.") from None
    return {
        "id": found.id, "kind": found.ref.kind, "article": found.ref.article, "version": found.ref.version,
        "anchor": found.anchor, "quote": found.quote, "start": found.evidence.start, "end": found.evidence.end,
        "rule": found.rule, "made_with": dict(found.made_with), "data": found.data, "corrected": found.corrected,
        "redirect": found.redirect, "withdrawn_on": found.withdrawn_on, "superseded": found.superseded,
        "rejected": found.rejected, "corrections": [asdict(one) for one in found.corrections],
    }  # fmt: skip


def _one(view: AView, kind: str, name: str) -> dict[str, Any]:
    found = rows(getattr(view, kind)).named(name)
    if found is None:
        raise HTTPException(404, f"{name}: none of the {kind} known on {view.as_of}.")
    plain: dict[str, Any] = to_plain(found)
    return plain


@ones.get("/commitments/{name}", response_model=None)
def commitment(view: AView, name: str) -> dict[str, Any]:
    """A commitment with its history."""
    return _one(view, "commitments", name)


@ones.get("/disputes/{name}", response_model=None)
def dispute(view: AView, name: str) -> dict[str, Any]:
    """A dispute."""
    return _one(view, "disputes", name)


@ones.get("/series/{name}", response_model=None)
def one_series(view: AView, name: str) -> dict[str, Any]:
    """A number over time."""
    return _one(view, "series", name)


@ones.get("/stories/{name}", response_model=None)
def story(view: AView, name: str) -> dict[str, Any]:
    """A story."""
    return _one(view, "stories", name)


@ones.get("/events/{name}", response_model=None)
def event(view: AView, name: str) -> dict[str, Any]:
    """An event."""
    return _one(view, "events", name)
