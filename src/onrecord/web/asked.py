"""What a reader asked for in an address, checked. Forms send empty fields; these count as not asked."""

from __future__ import annotations

import re
from datetime import date

from starlette.exceptions import HTTPException

from onrecord.model import Span

LONGEST = 400
"""Characters of a query."""


def day(given: str | None, name: str) -> str | None:
    """An ISO 8601 day, or None. HTTPException 400 where it is none."""
    if not given or not given.strip():
        return None
    try:
        return date.fromisoformat(given.strip()).isoformat()
    except ValueError:
        raise HTTPException(400, f"“{given[:40]}” is no day for {name}; write it as 2031-02-20.") from None


def words(given: str | None, name: str) -> str:
    """Words to look for, "" where there are none. HTTPException 400 where there are too many."""
    if given and len(given) > LONGEST:
        raise HTTPException(400, f"The words for {name} are too many; {LONGEST} characters are the most.")
    return (given or "").strip()


def span(given: str | None) -> Span | None:
    """A stretch of a text written as 12-30, or None. HTTPException 400 where it is none."""
    if not given:
        return None
    match = re.fullmatch(r"(\d{1,9})-(\d{1,9})", given)
    if match is None or int(match[1]) >= int(match[2]):
        raise HTTPException(400, f"“{given[:40]}” is no stretch of a text; write it as 12-30.")
    return Span(int(match[1]), int(match[2]))
