"""The times of an article."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Time


def times(parse: Parse, so_far: Draft) -> tuple[Time, ...]:
    """The article's times, in text order."""
    return ()
