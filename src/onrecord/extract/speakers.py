"""speakers."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse


def speakers(parse: Parse, so_far: Draft) -> Draft:
    """The draft with speakers set."""
    return so_far
