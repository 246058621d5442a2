"""What the ledger makes of several reports: a commitment, a dispute, a number or a story, by its name in a view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from onrecord.export.brief import promise
from onrecord.export.brief_lines import DisputeLine, PointLine, Promise, SeriesLine, StoryLine
from onrecord.export.printed import Sources, printed
from onrecord.ledger.listed import Rows
from onrecord.model import View

Group = DisputeLine | Promise | SeriesLine | StoryLine


def group(view: View, known: Sources, name: str) -> Group | None:
    """What a view has under that name; None where it has nothing, or one entry that is joined with no other."""
    if c := _named(view.commitments, name):
        return promise(c, known, view.as_of)
    if d := _named(view.disputes, name):
        return DisputeLine(d, printed(d.a, known), printed(d.b, known))
    if s := _named(view.series, name):
        return SeriesLine(s, tuple(PointLine(p, printed(p, known)) for p in s.points))
    if t := _named(view.stories, name):
        return StoryLine(t, tuple(known[a] for a in t.articles if a in known))
    return None


class Named(Protocol):
    """Anything in a view that has a name."""

    @property
    def id(self) -> str:
        """Its name."""


T = TypeVar("T", bound=Named)


def _named(some: Sequence[T], name: str) -> T | None:
    if isinstance(some, Rows):
        found: T | None = some.named(name)
        return found
    return next((one for one in some if one.id == name), None)
