"""The API as an application of its own: its faults are problems, its documentation is `openapi.json`."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import Depends, FastAPI

from onrecord.web.api.answers import handle_unchanged, tagged
from onrecord.web.api.heads import Heads
from onrecord.web.api.lists import lists
from onrecord.web.api.ones import ones
from onrecord.web.api.problems import handle, told_as
from onrecord.web.api.reviews import reviews
from onrecord.web.shelf import Shelf

ABOUT = """What articles report, each entry with the exact words that carry it, and what reviewers decided on them,
which is all that can be written.

Records and fields are those of the machine interface, version 1. Lists come in pieces: `next` is the `cursor` of the
next. Every answer to a question has an ETag; faults are `application/problem+json`. Statuses say what is reported; they
are no verdicts."""


FAULTS = told_as(
    s400="Not understood.", s401="A token is needed.", s403="The token does not reach that far.",
    s404="The ledger is empty, or has nothing of that name.", s429="Asked too often; `Retry-After` says for how long.",
)  # fmt: skip


def create_api(shelf: Shelf) -> FastAPI:
    """The API over that ledger, to be mounted at `/api/v1`."""
    api = FastAPI(
        title="onrecord", version=version("onrecord"), description=ABOUT, docs_url=None, redoc_url=None,
        dependencies=[Depends(tagged)], responses=FAULTS,
    )  # fmt: skip
    api.state.shelf = shelf
    api.add_middleware(Heads)
    api.include_router(lists)
    api.include_router(ones)
    api.include_router(reviews)
    handle(api)
    handle_unchanged(api)
    return api
