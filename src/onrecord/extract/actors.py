"""The actors of an article."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Actor


def actors(parse: Parse, so_far: Draft) -> tuple[Actor, ...]:
    """The article's actors, in text order."""
    return ()
