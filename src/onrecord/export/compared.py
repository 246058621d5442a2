"""The ledger's events beside those of a GDELT file: which both hold, which only one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from onrecord.export.gdelt import rows
from onrecord.export.gdelt_read import GdeltEvent, event
from onrecord.export.reported import Reported


class Kind(NamedTuple):
    """What events are compared by: day (ISO 8601), countries of the actors (ISO 3166-1 alpha-3), root; "" unknown."""

    day: str
    source: str
    target: str
    root: str


@dataclass(frozen=True, slots=True)
class Both:
    """Events of one kind: the numbers of those in the file, the permanent names of ours; either may be empty.

    `day` is the day of ours where the file has another, which is that of `kind`; None where they agree.
    """

    kind: Kind
    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """What both hold, what only the file holds, what only the ledger holds.

    Not compared are events of which no country or no day is known (`unclear` of theirs), and ours on days that the file
    does not speak of (both in `left`).
    """

    both: tuple[Both, ...]
    theirs: tuple[Both, ...]
    ours: tuple[Both, ...]
    unclear: int
    left: int


def compared(theirs: Iterable[GdeltEvent], events: Iterable[Reported], tolerance: int = 0) -> Compared:
    """The two side by side. Ours are coded as in the export: an event that the text does not date has the day of its
    first report, as in GDELT. What only one of them holds on a day is compared with the other's of the same parties and
    root up to `tolerance` days before or after, the nearest first and the earlier of two."""
    file: dict[Kind, list[str]] = defaultdict(list)
    for given in theirs:
        file[_kind(given)].append(given.id)
    days = {kind.day for kind in file} - {""}
    own: dict[Kind, list[str]] = defaultdict(list)
    every = set()
    for reported in events:
        every.add(reported.view.id)
        for row in rows((reported,)):
            coded = event(row)
            if isinstance(coded, GdeltEvent) and _near(coded.day, days, tolerance):
                own[_kind(coded)].append(reported.view.id)
    found = [
        Both(kind, tuple(file.get(kind, ())), tuple(dict.fromkeys(own.get(kind, ())))) for kind in sorted({*file, *own})
    ]
    known = [b for b in found if b.kind.day and (b.kind.source or b.kind.target)]
    both, only, ours = _paired(known, tolerance)
    ours = [b for b in ours if b.kind.day in days]
    unclear = sum(len(b.theirs) for b in found) - sum(len(b.theirs) for b in known)
    left = every - {name for b in (*both, *ours) for name in b.ours}
    return Compared(tuple(both), tuple(only), tuple(ours), unclear, len(left))


def _paired(known: Sequence[Both], tolerance: int) -> tuple[list[Both], list[Both], list[Both]]:
    """What both hold, what only the file, what only the ledger, those paired that differ in the day alone."""
    both = [b for b in known if b.theirs and b.ours]
    only, ours = [b for b in known if not b.ours], [b for b in known if not b.theirs]
    for _, one, other in _close(only, ours, tolerance):
        if one in only and other in ours:
            both.append(Both(one.kind, one.theirs, other.ours, other.kind.day))
            only.remove(one)
            ours.remove(other)
    return sorted(both, key=lambda b: b.kind), only, ours


def _near(day: str, days: Collection[str], tolerance: int) -> bool:
    """Whether a day is one of these, or at most so many days from one."""
    return day in days or (bool(day) and bool(tolerance) and any(_distance(day, d) <= tolerance for d in days))


def _distance(a: str, b: str) -> int:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


def _close(theirs: Sequence[Both], ours: Sequence[Both], tolerance: int) -> list[tuple[int, Both, Both]]:
    """Pairs that differ in nothing but the day, by no more than so many days, the nearest first."""
    same: dict[tuple[str, str, str], list[Both]] = defaultdict(list)
    for one in ours if tolerance else ():
        same[one.kind[1:]].append(one)
    pairs = [(_distance(a.kind.day, b.kind.day), a, b) for a in theirs for b in same.get(a.kind[1:], ())]
    return sorted((p for p in pairs if p[0] <= tolerance), key=lambda p: (p[0], p[1].kind, p[2].kind))


def _kind(one: GdeltEvent) -> Kind:
    return Kind(one.day, one.source, one.target, one.root)
