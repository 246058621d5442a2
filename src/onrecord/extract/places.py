"""The places of an article."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Place


def places(parse: Parse, so_far: Draft) -> tuple[Place, ...]:
    """The article's places, in text order."""
    return ()
