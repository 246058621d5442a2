"""What the ledger makes of several reports: a commitment, a dispute, a number or a story, by its name in a view."""

from __future__ import annotations

from onrecord.export.brief import DisputeLine, PointLine, Promise, SeriesLine, StoryLine, promise
from onrecord.export.printed import Sources, printed
from onrecord.model import View

Group = DisputeLine | Promise | SeriesLine | StoryLine


def group(view: View, known: Sources, name: str) -> Group | None:
    """What a view has under that name; None where it has nothing, or one entry that is joined with no other."""
    for c in view.commitments:
        if c.id == name:
            return promise(c, known, view.as_of)
    for d in view.disputes:
        if d.id == name:
            return DisputeLine(d, printed(d.a, known), printed(d.b, known))
    for s in view.series:
        if s.id == name:
            return SeriesLine(s, tuple(PointLine(p, printed(p, known)) for p in s.points))
    for t in view.stories:
        if t.id == name:
            return StoryLine(t, tuple(known[a] for a in t.articles if a in known))
    return None
