"""A series as a picture: days from left to right, the number from zero upwards, every bound drawn as a bound."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.export.brief_lines import PointLine, SeriesLine

WIDTH, HEIGHT = 400.0, 190.0
"""Units of the picture."""
LEFT, RIGHT, TOP, BOTTOM = 58.0, 388.0, 12.0, 166.0
"""The field in which the points stand."""
STEP = 9.0
"""Units between points of one day, less where these are many."""
WIDEST = 160.0
"""Units that the points of one day may take."""

Shape = Literal["exact", "about", "up_to", "from", "range"]
SHAPES: dict[str, Shape] = {"eq": "exact", "approx": "about", "lt": "up_to", "le": "up_to", "gt": "from", "ge": "from"}


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure: where it stands, from `low` to `high` upwards, and how it is drawn."""

    line: PointLine
    shape: Shape
    x: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture: `marks` on the scale as (height, value), `days` as (place, ISO 8601 day)."""

    dots: tuple[Dot, ...]
    marks: tuple[tuple[float, float], ...]
    days: tuple[tuple[float, str], ...]
    undated: int


def day_of(line: PointLine) -> str | None:
    """The day of a figure: that which the text gives for it, else that of the report."""
    return line.view.as_of[:10] if line.view.as_of else line.words.source.day if line.words else None


def chart(series: SeriesLine) -> Chart | None:
    """The picture of a series; None where it would show nothing: fewer than two figures with a day, or one below zero.

    Figures without a day are left out, and counted.
    """
    dated = sorted(((d, p) for p in series.points if (d := _number(day_of(p))) and _values(p)), key=lambda d: d[0])
    values = [v for _, p in dated for v in _values(p)]
    if len(dated) < 2 or min(values) < 0 or max(values) == 0:
        return None
    first, last, most = dated[0][0], dated[-1][0], _round_up(max(values) * 1.02)
    seen, sizes = Counter[int](), Counter(d for d, _ in dated)
    step = min(STEP, WIDEST / max(sizes.values()))
    edge = max(14.0, step * max(sizes.values()) / 2 + 3)
    dots = []
    for when, line in dated:
        share = (when - first) / (last - first) if first != last else 0.5
        x = LEFT + edge + (RIGHT - LEFT - 2 * edge) * share
        dots.append(_dot(line, x + step * (seen[when] - (sizes[when] - 1) / 2), most))
        seen[when] += 1
    ends = ((first, LEFT + edge), (last, RIGHT - edge)) if first != last else ((first, (LEFT + RIGHT) / 2),)
    return Chart(
        tuple(dots), tuple((_height(v, most), v) for v in (0.0, most / 2, most)),
        tuple((x, date.fromordinal(when).isoformat()) for when, x in ends), len(series.points) - len(dated),
    )  # fmt: skip


def _dot(line: PointLine, x: float, most: float) -> Dot:
    point, shape = line.view, SHAPES.get(line.view.op, "range")
    low, high = (min(_values(line)), max(_values(line)))
    if shape == "up_to":
        low = 0.0
    elif shape == "from":
        high = most
    elif shape == "range" and (point.low is None or point.high is None):
        shape = "from" if point.high is None else "up_to"
    return Dot(line, shape, round(x, 1), _height(low, most), _height(high, most))


def _values(line: PointLine) -> list[float]:
    return [v for v in (line.view.low, line.view.high) if v is not None]


def _height(value: float, most: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * value / most, 1)


def _number(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day or "").toordinal()
    except ValueError:
        return None


def _round_up(value: float) -> float:
    """The next value that a scale may end at: its half is a round number, too.

    >>> _round_up(30600.0), _round_up(4.1), _round_up(0.3)
    (40000.0, 6.0, 0.4)
    """
    size = 10.0 ** math.floor(math.log10(value))
    step = next(s for s in (2, 4, 6, 8, 10) if s * size >= value * (1 - 1e-9))
    return round(step * size, 12)
