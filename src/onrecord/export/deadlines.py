"""Which commitments end when: what is due, and what is past its day."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.export.brief import Promise, promise
from onrecord.export.printed import Sources
from onrecord.model import View
from onrecord.model.view import Status

OPEN: frozenset[Status] = frozenset({"pending", "in_progress", "extended"})


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Commitments that still run, the nearest deadline first; those past it, the latest first; how many have none."""

    as_of: str
    due: tuple[Promise, ...]
    past: tuple[Promise, ...]
    open_end: int


def deadlines(view: View, known: Sources, within: int | None = None) -> Deadlines:
    """The deadlines as of the view's day; with `within` those of so many days before or after it."""
    made = [promise(c, known, view.as_of) for c in view.commitments]
    dated = [p for p in made if p.days is not None and (within is None or abs(p.days) <= within)]
    due = sorted((p for p in dated if p.view.status in OPEN), key=lambda p: (p.days or 0, p.view.id))
    past = sorted((p for p in dated if p.view.status == "overdue"), key=lambda p: (-(p.days or 0), p.view.id))
    without = sum(p.days is None and p.view.status in OPEN for p in made)
    return Deadlines(view.as_of, tuple(due), tuple(past), without)
