"""Where regions, waters, borders and lines run: coarse shapes of our own (`shapes.geojson`), a few points each.

They say which side of a region a place lies on, not where a surveyor would put a post: expect errors of tens of km.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

_KM = 111.2
"""A degree of latitude in km."""

Point = tuple[float, float]
"""Longitude and latitude, in degrees, as in GeoJSON."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An area (one ring) or a line (one or more pieces)."""

    area: bool
    pieces: tuple[tuple[Point, ...], ...]

    def away_km(self, lat: float, lon: float) -> float:
        """How far a point is from it, in km; 0 inside an area.

        >>> shape("Black Sea").away_km(43.4, 34.0), round(shape("Black Sea").away_km(50.45, 30.52), -2)
        (0.0, 400.0)
        """
        flat = [[_plane(p, lat, lon) for p in piece] for piece in self.pieces]
        if self.area and _inside(flat[0]):
            return 0.0
        return min(_to_segment(a, b) for piece in flat for a, b in pairwise(piece))

    def middle(self) -> tuple[float, float, float]:
        """Latitude and longitude of the middle of its box, and the reach from there to its farthest point in km."""
        lons, lats = zip(*(p for piece in self.pieces for p in piece), strict=True)
        lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        reach = max(math.hypot(*_plane(p, lat, lon)) for piece in self.pieces for p in piece)
        return round(lat, 3), round(lon, 3), round(reach, 1)

    def geometry(self) -> dict[str, Any]:
        """The same as a GeoJSON geometry."""
        lines = [[list(p) for p in piece] for piece in self.pieces]
        if self.area:
            return {"type": "Polygon", "coordinates": lines}
        single = len(lines) == 1
        return {"type": "LineString" if single else "MultiLineString", "coordinates": lines[0] if single else lines}


def shape(name: str, country: str | None = None) -> Shape | None:
    """The shape of a region, water or line by its usual name and its country (alpha-3); None where none is drawn."""
    return shapes().get((name, country))


@cache
def shapes() -> Mapping[tuple[str, str | None], Shape]:
    """All shapes by name and country."""
    text = resources.files(__package__).joinpath("shapes.geojson").read_text(encoding="utf-8")
    found: dict[tuple[str, str | None], Shape] = {}
    for feature in json.loads(text)["features"]:
        told, drawn = feature["properties"], feature["geometry"]
        lines = [drawn["coordinates"]] if drawn["type"] == "LineString" else drawn["coordinates"]
        pieces = tuple(tuple((float(x), float(y)) for x, y in line) for line in lines)
        found[told["name"], told["country"]] = Shape(drawn["type"] == "Polygon", pieces)
    return found


def _plane(point: Point, lat: float, lon: float) -> Point:
    """A point in km east and north of another."""
    east = (point[0] - lon + 180) % 360 - 180
    return east * _KM * math.cos(math.radians(lat)), (point[1] - lat) * _KM


def _inside(ring: Sequence[Point]) -> bool:
    """Whether a closed ring goes round the origin."""
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > 0) != (y2 > 0) and x1 - y1 * (x2 - x1) / (y2 - y1) > 0:
            crossings += 1
    return crossings % 2 == 1


def _to_segment(a: Point, b: Point) -> float:
    """How far the origin is from a stretch of line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, -(a[0] * dx + a[1] * dy) / length)) if length else 0.0
    return math.hypot(a[0] + along * dx, a[1] + along * dy)
