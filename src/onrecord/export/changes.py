"""What a ledger knows on one day and did not know on another.

A new version of an article gives its entries other names; what says the same in the same article is not new for that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from onrecord.export.printed import Printed, Sources, printed
from onrecord.export.wording import STATUS, deed, point, promisor, withdrawn
from onrecord.model import View
from onrecord.model.view import CommitmentView, Dispute, EventView, Series, Withdrawn


class Named(Protocol):
    """Anything in a view that has a name."""

    @property
    def id(self) -> str:
        """Its name."""


T = TypeVar("T", bound=Named)


@dataclass(frozen=True, slots=True)
class Change:
    """One line of news: `kind` as a short label, `words` in a sentence, `id` the entry that it is about."""

    kind: str
    words: str
    id: str
    evidence: Printed | None = None


def changes(before: View, now: View, known: Sources) -> tuple[Change, ...]:
    """Commitments first (with another status or date, then new), then disputes and figures that were not there, then
    what outlets have withdrawn. New events are told by `new_events`."""
    return (
        *_commitments(before, now, known), *_disputes(before, now, known), *_figures(before, now, known),
        *_withdrawn(before, now, known),
    )  # fmt: skip


def new_events(before: View, now: View) -> tuple[EventView, ...]:
    """The events that were not known before, in the order of the view."""
    earlier = _earlier(before.events, now.events, _deed)
    return tuple(e for e in now.events if e.id not in earlier)


def _deed(event: EventView) -> Hashable:
    return (event.cameo, event.source, event.target, event.date, event.place, event.factuality, event.articles[:1])


def _earlier(before: Iterable[T], now: Iterable[T], says: Callable[[T], Hashable]) -> dict[str, T]:
    """What of today was there before: its name today, and what it was; by name, else by what it says."""
    names, found = {b.id: b for b in before}, {}
    left = Counter[Hashable]()
    vanished: dict[Hashable, list[T]] = {}
    today = list(now)
    held = {n.id for n in today}
    for old in names.values():
        if old.id not in held:
            vanished.setdefault(says(old), []).append(old)
    for new in today:
        if new.id in names:
            found[new.id] = names[new.id]
        elif same := vanished.get(says(new)):
            found[new.id] = same[min(left[says(new)], len(same) - 1)]
            left[says(new)] += 1
    return found


def _commitments(before: View, now: View, known: Sources) -> list[Change]:
    earlier = _earlier(before.commitments, now.commitments, lambda c: (c.made.article, c.promisor, c.action, c.kind))
    made = [_made(c, known) for c in now.commitments if c.id not in earlier]
    moved = [change for c in now.commitments if (old := earlier.get(c.id)) and (change := _moved(old, c, known))]
    return [*moved, *made]


def _made(view: CommitmentView, known: Sources) -> Change:
    status = f", now {STATUS[view.status]}" if view.status != "pending" else ""
    words = f"{promisor(view)}: {deed(view.action, view.polarity)}{status}"
    return Change(f"new {view.kind}", words, view.id, printed(view.made, known))


def _moved(old: CommitmentView, new: CommitmentView, known: Sources) -> Change | None:
    """A status or a date that is another one now."""
    dates = tuple(c.deadline.latest if c.deadline else None for c in (old, new))
    if old.status == new.status and dates[0] == dates[1] and old.outcome_disputed == new.outcome_disputed:
        return None
    told = []
    if old.status != new.status:
        told.append(f"was {STATUS[old.status]}")
    if dates[0] != dates[1]:
        told.append(f"deadline {dates[0] or 'open'} → {dates[1] or 'open'}")
    if new.outcome_disputed and not old.outcome_disputed:
        told.append("the outcome is disputed")
    kind = (
        f"now {STATUS[new.status]}" if old.status != new.status else "new date" if dates[0] != dates[1] else "disputed"
    )
    words = f"{promisor(new)}: {deed(new.action, new.polarity)} ({', '.join(told)})"
    steps = [h for h in new.history if h not in old.history and h.quote]
    return Change(kind, words, new.id, printed(steps[-1], known) if steps else None)


def _disputes(before: View, now: View, known: Sources) -> list[Change]:
    old = _earlier(before.disputes, now.disputes, lambda d: (d.type, d.a.article, d.a.quote, d.b.article, d.b.quote))
    return [_disputed(d, known) for d in now.disputes if d.id not in old]


def _disputed(dispute: Dispute, known: Sources) -> Change:
    sides = " against ".join(side.source or "somebody unnamed" for side in (dispute.a, dispute.b))
    return Change("new dispute", sides, dispute.id, printed(dispute.b, known))


def _figures(before: View, now: View, known: Sources) -> list[Change]:
    old = {(p.article, p.quote, p.source) for s in before.series for p in s.points}
    return [
        Change("new figure", f"{_counted(s)}: {point(p)}{f', {p.source}' if p.source else ''}", s.id, printed(p, known))
        for s in now.series for p in s.points if len(s.points) > 1 and (p.article, p.quote, p.source) not in old
    ]  # fmt: skip


def _counted(series: Series) -> str:
    return f"{series.what}, {series.where}" if series.where else series.what


def _withdrawn(before: View, now: View, known: Sources) -> list[Change]:
    """What outlets print no more, each passage once under its first entry."""
    old = {(w.article, w.quote) for w in before.withdrawn}
    first: dict[tuple[str, str], Withdrawn] = {}
    for one in now.withdrawn:
        first.setdefault((one.article, one.quote), one)
    return [
        Change(f"withdrawn by the outlet on {w.withdrawn}", withdrawn(w), w.id, printed(w, known))
        for passage, w in first.items() if passage not in old
    ]  # fmt: skip
