"""links."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse


def links(parse: Parse, so_far: Draft) -> Draft:
    """The draft with links set."""
    return so_far
