"""Where: a toponym and the point, region or line that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

PlaceUse = Literal["literal", "metonymic"]
PlaceKind = Literal["country", "region", "city", "site", "line", "water"]


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym. `lat`/`lon` in degrees, `radius_km` how far the place reaches; all None where it is not resolved."""

    id: str
    span: Span
    name: str
    use: PlaceUse = "literal"
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    geonames: int | None = None
    kind: PlaceKind | None = None
    radius_km: float | None = None
    confidence: float = 0.5
    rule: str | None = None
