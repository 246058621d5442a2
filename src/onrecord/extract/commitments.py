"""The commitments of an article."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Commitment


def commitments(parse: Parse, so_far: Draft) -> tuple[Commitment, ...]:
    """The article's commitments, in text order."""
    return ()
