"""The ledger's events beside those of a GDELT file: which both hold, which only one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
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
    """Events of one kind: the numbers of those in the file, the permanent names of ours; either may be empty."""

    kind: Kind
    theirs: tuple[str, ...]
    ours: tuple[str, ...]


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


def compared(theirs: Iterable[GdeltEvent], events: Iterable[Reported]) -> Compared:
    """The two side by side. Ours are coded as in the export: an event that the text does not date has the day of its
    first report, as in GDELT."""
    file: dict[Kind, list[str]] = defaultdict(list)
    for one in theirs:
        file[_kind(one)].append(one.id)
    days = {kind.day for kind in file}
    own: dict[Kind, list[str]] = defaultdict(list)
    every = set()
    for reported in events:
        every.add(reported.view.id)
        for row in rows((reported,)):
            coded = event(row)
            if isinstance(coded, GdeltEvent) and coded.day in days:
                own[_kind(coded)].append(reported.view.id)
    found = [
        Both(kind, tuple(file.get(kind, ())), tuple(dict.fromkeys(own.get(kind, ())))) for kind in sorted({*file, *own})
    ]
    known = [b for b in found if b.kind.day and (b.kind.source or b.kind.target)]
    return Compared(
        tuple(b for b in known if b.theirs and b.ours), tuple(b for b in known if not b.ours),
        tuple(b for b in known if not b.theirs), sum(len(b.theirs) for b in found) - sum(len(b.theirs) for b in known),
        len(every - {name for b in known for name in b.ours}),
    )  # fmt: skip


def _kind(one: GdeltEvent) -> Kind:
    return Kind(one.day, one.source, one.target, one.root)
