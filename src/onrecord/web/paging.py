"""Long lists in pieces: a cursor names the last entry that was given, so that new ones shift nothing."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from starlette.exceptions import HTTPException

from onrecord.ledger.listed import Piecewise

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """Some entries of a list, how many it has in all, and the cursor of the next piece; None where this is the last."""

    items: tuple[T, ...]
    total: int
    next: str | None


def piece(found: Sequence[T], name: Callable[[T], str], cursor: str, limit: int, question: object) -> Piece[T]:
    """The entries after the cursor, at most `limit`. HTTPException 400 where the cursor is none of this question.

    Where the last given entry is gone meanwhile, its place in the list counts.
    """
    mark = hashlib.sha256(repr(question).encode()).hexdigest()[:12]
    start = 0
    if cursor:
        last, at = _read(cursor, mark)
        if isinstance(found, Piecewise):
            start = found.behind(last, at)
        else:
            start = next((n for n, one in enumerate(found, 1) if name(one) == last), at)
    items = tuple(found[start : start + limit])
    end = start + len(items)
    more = _write(mark, name(items[-1]), end) if items and end < len(found) else None
    return Piece(items, len(found), more)


def _write(mark: str, last: str, at: int) -> str:
    return base64.urlsafe_b64encode(json.dumps([mark, last, at]).encode()).decode().rstrip("=")


def _read(cursor: str, mark: str) -> tuple[str, int]:
    try:
        raw = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        match json.loads(raw):
            case [str(given), str(last), int(at)] if given == mark and at >= 0:
                return last, at
    except (ValueError, binascii.Error, RecursionError):
        pass
    raise HTTPException(400, "This cursor belongs to another question; begin without one.")
