"""Which commitments end when: what is due, and what is past its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.export.brief import promise
from onrecord.export.brief_lines import Promise
from onrecord.export.printed import Sources
from onrecord.ledger.listed import Rows
from onrecord.model import View
from onrecord.model.view import CommitmentView, Status

OPEN: frozenset[Status] = frozenset({"pending", "in_progress", "extended"})


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Commitments that still run, the nearest deadline first; those past it, the latest first; how many have none."""

    as_of: str
    due: Sequence[Promise]
    past: Sequence[Promise]
    open_end: int


def deadlines(view: View, known: Sources, within: int | None = None) -> Deadlines:
    """The deadlines as of the view's day; with `within` those of so many days before or after it."""
    if isinstance(view.commitments, Rows):
        return _counted(view.commitments, known, view.as_of, within)
    made = [promise(c, known, view.as_of) for c in view.commitments]
    dated = [p for p in made if p.days is not None and (within is None or abs(p.days) <= within)]
    due = sorted((p for p in dated if p.view.status in OPEN), key=lambda p: (p.days or 0, p.view.id))
    past = sorted((p for p in dated if p.view.status == "overdue"), key=lambda p: (-(p.days or 0), p.view.id))
    without = sum(p.days is None and p.view.status in OPEN for p in made)
    return Deadlines(view.as_of, tuple(due), tuple(past), without)


def _counted(made: Rows[CommitmentView], known: Sources, as_of: str, within: int | None) -> Deadlines:
    """The same of a list that is read piece by piece."""
    reach: dict[str, Any] = {}
    if within is not None:
        first, last = (date.fromisoformat(as_of).toordinal() + n for n in (-within, within))
        bounds = (max(1, first), min(last, date.max.toordinal()))
        reach = dict(zip(("from_day", "to_day"), (date.fromordinal(n).isoformat() for n in bounds), strict=True))
    still = tuple(sorted(OPEN))
    due = made.only(statuses=still, dated=True, order="soonest", **reach)
    past = made.only(statuses=("overdue",), dated=True, order="latest", **reach)
    ahead, over = (some.each(lambda c: promise(c, known, as_of)) for some in (due, past))
    return Deadlines(as_of, ahead, over, len(made.only(statuses=still, dated=False)))
