"""What a ledger knows on one day and did not know on another."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.export.printed import Printed, Sources, printed
from onrecord.export.wording import STATUS, deed, point, promisor
from onrecord.model import View
from onrecord.model.view import CommitmentView, Dispute, Series


@dataclass(frozen=True, slots=True)
class Change:
    """One line of news: `kind` as a short label, `words` in a sentence, `id` the entry that it is about."""

    kind: str
    words: str
    id: str
    evidence: Printed | None = None


def changes(before: View, now: View, known: Sources) -> tuple[Change, ...]:
    """Commitments first (new, then with another status or date), then disputes and figures that were not there."""
    return (*_commitments(before, now, known), *_disputes(before, now, known), *_figures(before, now, known))


def _commitments(before: View, now: View, known: Sources) -> list[Change]:
    earlier = {c.id: c for c in before.commitments}
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
    old = {d.id for d in before.disputes}
    return [_disputed(d, known) for d in now.disputes if d.id not in old]


def _disputed(dispute: Dispute, known: Sources) -> Change:
    sides = " against ".join(side.source or "somebody unnamed" for side in (dispute.a, dispute.b))
    return Change("new dispute", sides, dispute.id, printed(dispute.b, known))


def _figures(before: View, now: View, known: Sources) -> list[Change]:
    old = {(p.article, p.start, p.end) for s in before.series for p in s.points}
    return [
        Change("new figure", f"{_counted(s)}: {point(p)}{f', {p.source}' if p.source else ''}", s.id, printed(p, known))
        for s in now.series for p in s.points if len(s.points) > 1 and (p.article, p.start, p.end) not in old
    ]  # fmt: skip


def _counted(series: Series) -> str:
    return f"{series.what}, {series.where}" if series.where else series.what
