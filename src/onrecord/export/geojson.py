"""GeoJSON (RFC 7946): the events at their places, and the places themselves, each with how far it reaches.

A region, water, border or line that has a shape is drawn as one; its point then stands in `point`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.export.reported import Reported
from onrecord.export.table import rows
from onrecord.lexicon.shapes import shape
from onrecord.model import Place, Record

Feature = dict[str, Any]
ON_THE_MAP = frozenset({"lat", "lon"})


def lines(events: Iterable[Reported], records: Iterable[Record]) -> Iterator[str]:
    """A FeatureCollection, one feature a line: the events, then every resolved literal place of `records`."""
    yield '{"type": "FeatureCollection", "features": [\n'
    comma = ""
    for feature in (*_events(events), *_places(records)):
        yield comma + json.dumps(feature, ensure_ascii=False)
        comma = ",\n"
    yield "\n]}\n"


def _events(events: Iterable[Reported]) -> Iterator[Feature]:
    """The events; one without a point has no geometry, as the format allows."""
    for row in rows(events):
        told = {name: value for name, value in row.items() if name not in ON_THE_MAP}
        name = f"{row['event']}-{row['direction']}"
        yield _feature(name, row["lat"], row["lon"], {"feature": "event", **told})


def _places(records: Iterable[Record]) -> Iterator[Feature]:
    """Each place once, in order of its name, with the articles that name it."""
    known: dict[tuple[str, float, float], tuple[Place, set[str]]] = {}
    for record in records:
        for place in record.places:
            if place.use == "literal" and place.lat is not None and place.lon is not None:
                _, articles = known.setdefault((place.name, place.lat, place.lon), (place, set()))
                articles.add(record.article.id)
    for (name, lat, lon), (place, articles) in sorted(known.items()):
        told = {
            "feature": "place", "place": name, "place_kind": place.kind, "place_country": place.country,
            "place_admin1": place.admin1, "radius_km": place.radius_km, "geonames": place.geonames,
            "articles": sorted(articles),
        }  # fmt: skip
        drawn = shape(name, place.country) if place.kind in ("region", "water", "line") else None
        if drawn is None:
            yield _feature(None, lat, lon, told)
        else:
            yield {**_feature(None, lat, lon, {**told, "point": [lon, lat]}), "geometry": drawn.geometry()}


def _feature(name: str | None, lat: float | None, lon: float | None, told: dict[str, Any]) -> Feature:
    point = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", **({"id": name} if name else {}), "geometry": point, "properties": told}
