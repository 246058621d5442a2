"""Pages that are made from one state of the ledger, whatever others write while they are made."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from fastapi import APIRouter
from fastapi.routing import APIRoute

from onrecord.ledger import Ledger


def steady(ledger: Ledger) -> APIRouter:
    """An empty router for pages that only read: all that one of them asks is asked over one connection, at one state.

    Without it every question would begin a transaction of its own, which costs more than most of them.
    """

    class Steady(APIRoute):
        def __init__(self, path: str, endpoint: Callable[..., Any], **more: Any) -> None:
            super().__init__(path, _in_one_state(ledger, endpoint), **more)

    return APIRouter(route_class=Steady)


def _in_one_state(ledger: Ledger, endpoint: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(endpoint)
    def asked(**given: Any) -> Any:
        with ledger.steady():
            return endpoint(**given)

    return asked
