"""The quantities of an article."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Quantity


def quantities(parse: Parse, so_far: Draft) -> tuple[Quantity, ...]:
    """The article's quantities, in text order."""
    return ()
