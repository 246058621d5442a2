"""What a map shows: places with the events that are reported from there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.export import wording
from onrecord.ledger.placing import span
from onrecord.model.view import EventView, Spot

STEPS = 60
"""Into how many pieces of equal length the whole time is cut at most."""
HAPPENED = frozenset({"happened", "ongoing"})


@dataclass(frozen=True, slots=True)
class Pin:
    """A place and its events, the latest first. `counts` says for each piece of time that has any how many events are
    reported as happened, and how many are planned, feared or denied; the piece -1 is that of events without a day."""

    spot: Spot
    events: tuple[EventView, ...]
    counts: dict[int, tuple[int, int]]

    @property
    def reach(self) -> str:
        """How far from its point the place reaches."""
        if self.spot.radius_km is None:
            return "not known"
        return f"within {wording.figure(max(1.0, round(self.spot.radius_km)))} km"

    @property
    def packed(self) -> str:
        """`counts` in one line: piece, happened, others."""
        return " ".join(f"{n}:{yes}:{other}" for n, (yes, other) in sorted(self.counts.items()))


@dataclass(frozen=True, slots=True)
class Pins:
    """The places with most events first; `start` and `step` (days) say which piece of time a day belongs to."""

    pins: tuple[Pin, ...]
    start: str
    step: int
    steps: int

    def piece(self, day: str | None) -> int:
        """The piece of time that a day belongs to; -1 without a day."""
        return _piece(day, self.start, self.step)


def pins(events: Iterable[EventView]) -> Pins:
    """The events by their places; those without one are left out."""
    found: dict[Spot, list[EventView]] = defaultdict(list)
    for event in events:
        if event.at:
            found[event.at].append(event)
    days = sorted(day for some in found.values() for e in some if (day := span(e.day)[0]))
    start = days[0] if days else ""
    length = (date.fromisoformat(days[-1]) - date.fromisoformat(start)).days + 1 if days else 1
    step = -(-length // STEPS)
    made = [_pin(spot, some, start, step) for spot, some in found.items()]
    made.sort(key=lambda p: (-len(p.events), p.spot.name, p.spot.lat, p.spot.lon))
    return Pins(tuple(made), start, step, -(-length // step))


def _pin(spot: Spot, events: list[EventView], start: str, step: int) -> Pin:
    yes, other = Counter[int](), Counter[int]()
    for event in events:
        (yes if event.factuality in HAPPENED else other)[_piece(event.day, start, step)] += 1
    ordered = sorted(events, key=lambda e: e.id)
    ordered.sort(key=lambda e: (span(e.day)[0], e.origins), reverse=True)
    return Pin(spot, tuple(ordered), {n: (yes[n], other[n]) for n in yes | other})


def _piece(day: str | None, start: str, step: int) -> int:
    first = span(day)[0]
    return (date.fromisoformat(first) - date.fromisoformat(start)).days // step if first else -1
