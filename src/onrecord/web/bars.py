"""The figures of a series as bars on one scale that begins at zero; a bound is drawn as a bound."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model.view import Point, Series

WIDTH = 100.0
"""Units of the scale from zero to its end."""


class Bar(NamedTuple):
    """From where to where a figure reaches on the scale; `firm` ends are stated ones, the others only the scale's."""

    start: float
    end: float
    firm_start: bool
    firm_end: bool


def top(series: Series) -> float:
    """The end of the scale: the largest figure; 0 where there is nothing to compare or a figure lies below zero."""
    if len({(p.op, p.low, p.high) for p in series.points}) < 2:
        return 0.0
    values = [v for p in series.points for v in (p.low, p.high) if v is not None]
    return 0.0 if not values or min(values) < 0 else max(values)


def bar(point: Point, most: float) -> Bar:
    """A figure on a scale from zero to `most`.

    >>> up_to = Point("a", None, None, "le", None, 50.0, None, "up to 50", 0, 8)
    >>> bar(up_to, 200.0)
    Bar(start=0.0, end=25.0, firm_start=False, firm_end=True)
    """
    low = WIDTH * point.low / most if point.low is not None else 0.0
    high = WIDTH * point.high / most if point.high is not None else WIDTH
    return Bar(round(low, 2), round(high, 2), point.low is not None, point.high is not None)
