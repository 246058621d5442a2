"""The track record of an actor: what became of its commitments, in counts that lead to each one. Never a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from onrecord.export.brief import promise
from onrecord.export.brief_lines import Promise
from onrecord.export.printed import Sources
from onrecord.export.said import meant
from onrecord.export.wording import GROUPS, Group
from onrecord.ledger.listed import Rows
from onrecord.ledger.placing import asked_for
from onrecord.model import View
from onrecord.model.commitment import CommitmentKind
from onrecord.model.view import CommitmentView
from onrecord.store.rows_derived import Choice

Groups = tuple[tuple[Group, Sequence[Promise]], ...]
THREATS: frozenset[CommitmentKind] = frozenset({"threat", "ultimatum"})
"""Whether these are kept is no credit; they are counted apart."""


@dataclass(frozen=True, slots=True)
class Track:
    """Commitments by what became of them, threats and ultimatums apart; `disputed` outcomes are among them, too."""

    undertaken: Groups
    threatened: Groups
    disputed: int

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(len(some) for _, some in (*self.undertaken, *self.threatened))


def track(view: View, known: Sources, actor: str) -> Track:
    """The track record of whom that name means, as of the view's day; of one who undertook nothing an empty one."""
    if isinstance(view.commitments, Rows):
        return _counted(view.commitments.only(words=asked_for("", actor)), known, view.as_of)
    made = [promise(c, known, view.as_of) for c in view.commitments if meant((c.promisor_actor, c.promisor), actor)]
    made.sort(key=lambda p: (p.view.made.published or "", p.view.id), reverse=True)
    threats = [p for p in made if p.view.kind in THREATS]
    others = [p for p in made if p.view.kind not in THREATS]
    return Track(_grouped(others), _grouped(threats), sum(p.view.outcome_disputed for p in made))


def _counted(made: Rows[CommitmentView], known: Sources, as_of: str) -> Track:
    """The same of a list that is read piece by piece."""

    sorts = (tuple(sorted({*get_args(CommitmentKind)} - THREATS)), tuple(sorted(THREATS)))
    wanted = [(kinds, g) for kinds in sorts for g in GROUPS]
    some = made.sorts(*(Choice(kinds=k, statuses=g.statuses, dated=g.dated, order="newest") for k, g in wanted))

    def of(kinds: tuple[str, ...]) -> Groups:
        few = ((g, rows) for (k, g), rows in zip(wanted, some, strict=True) if k == kinds and rows)
        return tuple((g, rows.each(lambda c: promise(c, known, as_of))) for g, rows in few)

    return Track(of(sorts[0]), of(sorts[1]), len(made.only(apart=1)))


def _grouped(made: list[Promise]) -> Groups:
    grouped = ((g, tuple(p for p in made if g.holds(p.view.status, p.days is not None))) for g in GROUPS)
    return tuple((group, some) for group, some in grouped if some)


def settling(given: Promise) -> tuple[str, ...]:
    """What a report would have to say, or the clock to show, for the commitment to be settled; none where it is.

    The rules are those by which its status is derived.
    """
    view = given.view
    if view.status not in ("pending", "in_progress", "extended", "overdue"):
        return ()
    clock = given.days is not None and given.days >= 0
    if view.kind in THREATS:
        found = ["a report that it was carried out", "a report that it was given up or not carried out"]
    elif view.polarity == "-":
        found = ["a report of the opposite: it is then broken"]
        found += ["the end of its term without such a report: it is then kept, by the clock alone"] if clock else []
    else:
        found = ["a report that it was done: it is then kept", "a report of the opposite: it is then broken"]
        found += ["the end of its day without a report: it is then overdue, by the clock alone"] if clock else []
    if view.condition:
        found.append(f"a report that its condition failed (“{view.condition}”): it has then lapsed")
    return (*found, "a report that it was taken back or put off")
