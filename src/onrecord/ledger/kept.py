"""What was derived, read back: the view of a day from its rows."""

from __future__ import annotations

import json
from typing import Any

from onrecord.ledger.doubts import Doubtful
from onrecord.ledger.keeping import up_to_date
from onrecord.model import View
from onrecord.model.record import from_plain
from onrecord.model.view import CommitmentView, Dispute, EventView, Series, StatementView, Story, Withdrawn
from onrecord.store import Store
from onrecord.store.rows_derived import Choice, Printing

LISTS: dict[str, Any] = {
    "statements": StatementView, "commitments": CommitmentView, "disputes": Dispute, "series": Series,
    "stories": Story, "copies": tuple, "events": EventView, "withdrawn": Withdrawn,
}  # fmt: skip
"""The lists of a view, and what is in each; beside them the list of what waits for a reviewer is kept."""


def entry(name: str, data: str) -> Any:
    """The entry of a list that was kept as JSON."""
    plain = json.loads(data)
    return tuple(plain) if name == "copies" else from_plain(LISTS.get(name, Doubtful), plain)


def kept_view(store: Store, day: str) -> View | None:
    """The view of a day from what is kept; None where nothing is, or not by this code."""
    if not up_to_date(store):
        return None
    with store.listing(day) as listing:
        lists: dict[str, Any] = {
            name: tuple(entry(name, row) for row in listing.some(name, Choice(), 0, -1)) for name in LISTS
        }  # fmt: skip
        return View(as_of=day, articles=listing.number_printed(Printing()), **lists)
