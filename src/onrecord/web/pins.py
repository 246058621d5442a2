"""What a map shows: places with the events that are reported from there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.export import wording
from onrecord.ledger.placing import span
from onrecord.lexicon.shapes import shape
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
        """How far the place reaches."""
        return reach(self.spot)

    @property
    def outline(self) -> str:
        """Its outline, for the island."""
        return outline(self.spot)

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


def reach(spot: Spot) -> str:
    """How far from its point a place reaches, and whether its own shape says more.

    >>> reach(Spot("Quay", "city", None, 50.0, 20.0, 6.6)), reach(Spot("Crimea", "region", "UKR", 45.3, 34.4, 150.0))
    ('within 7 km', 'as outlined, within 150 km')
    """
    if spot.radius_km is None:
        return "not known"
    drawn = shape(spot.name, spot.country)
    how = "" if drawn is None else "as outlined, " if drawn.area else "along its line, "
    return f"{how}within {wording.figure(max(1.0, round(spot.radius_km)))} km"


def outline(spot: Spot) -> str:
    """Where a region, water or line runs: "area" or "line", then its points as longitude,latitude in degrees, pieces
    parted by a bar; "" where no shape is drawn of it.

    >>> outline(Spot("Crimea", "region", "UKR", 45.3, 34.4, 150.0))[:24]
    'area 32.5,45.35 33.6,46.'
    >>> outline(Spot("Quay", None, None, 1.0, 1.0, 2.0))
    ''
    """
    drawn = shape(spot.name, spot.country)
    if drawn is None:
        return ""
    pieces = (" ".join(f"{lon:g},{lat:g}" for lon, lat in piece) for piece in drawn.pieces)
    return f"{'area' if drawn.area else 'line'} {' | '.join(pieces)}"


def pins(events: Iterable[EventView], more_days: Iterable[str] = ()) -> Pins:
    """The events by their places; those without one are left out. `more_days` are to be within the time, too."""
    found: dict[Spot, list[EventView]] = defaultdict(list)
    for event in events:
        if event.at:
            found[event.at].append(event)
    own = (day for some in found.values() for e in some if (day := span(e.day)[0]))
    days = sorted({*own, *more_days})
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
