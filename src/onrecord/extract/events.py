"""The events of an article."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Event


def events(parse: Parse, so_far: Draft) -> tuple[Event, ...]:
    """The article's events, in text order."""
    return ()
