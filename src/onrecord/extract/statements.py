"""The statements of an article."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Statement


def statements(parse: Parse, so_far: Draft) -> tuple[Statement, ...]:
    """The article's statements, in text order."""
    return ()
