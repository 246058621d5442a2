"""The denials of an article."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Denial


def denials(parse: Parse, so_far: Draft) -> tuple[Denial, ...]:
    """The article's denials, in text order."""
    return ()
