"""The API as an application of its own: its faults are problems, its documentation is `openapi.json`."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import Depends, FastAPI

from onrecord.web.api.answers import handle_unchanged, tagged
from onrecord.web.api.heads import Heads
from onrecord.web.api.lists import lists
from onrecord.web.api.ones import ones
from onrecord.web.api.problems import Problem, handle
from onrecord.web.shelf import Shelf

ABOUT = """What articles report, each entry with the exact words that carry it. Read-only.

Records and fields are those of the machine interface, version 1. Lists come in pieces: `next` is the `cursor` of the
next. Every answer has an ETag; faults are `application/problem+json`. Statuses say what is reported; they are no
verdicts."""


def create_api(shelf: Shelf) -> FastAPI:
    """The API over that ledger, to be mounted at `/api/v1`."""
    api = FastAPI(
        title="onrecord", version=version("onrecord"), description=ABOUT, docs_url=None, redoc_url=None,
        dependencies=[Depends(tagged)], responses={400: {"model": Problem, "description": "Not understood."}},
    )  # fmt: skip
    api.state.shelf = shelf
    api.add_middleware(Heads)
    api.include_router(lists)
    api.include_router(ones)
    handle(api)
    handle_unchanged(api)
    return api
