"""Places that articles name: on the map they stand beside those of events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from onrecord.export.printed import Printed, Sources, source
from onrecord.link.words import stems
from onrecord.model import Place, Record
from onrecord.model.view import Spot
from onrecord.web.pins import outline, reach


@dataclass(frozen=True, slots=True)
class Named:
    """A place, the ISO 8601 days of the articles that name it ("" where one has none), and its words in the latest."""

    spot: Spot
    days: tuple[str, ...]
    words: Printed

    @property
    def reach(self) -> str:
        """How far the place reaches."""
        return reach(self.spot)

    @property
    def outline(self) -> str:
        """Its outline, for the island."""
        return outline(self.spot)


def named(records: Iterable[Record], known: Sources) -> tuple[Named, ...]:
    """The places with a point that these articles name, those named in most of them first. A place that only stands
    for its government is none."""
    found: dict[tuple[str, float, float], dict[str, tuple[Spot, Printed]]] = defaultdict(dict)
    for record in records:
        article = record.article
        for place in record.places:
            if (spot := _spot(place)) and place.use != "metonymic":
                words = Printed(place.span.of(article.text), *place.span, known.get(article.id) or source(article))
                found[spot.name, spot.lat, spot.lon].setdefault(article.id, (spot, words))
    made = [_named(list(some.values())) for some in found.values()]
    return tuple(sorted(made, key=lambda n: (-len(n.days), n.spot.name, n.spot.lat, n.spot.lon)))


def _spot(place: Place) -> Spot | None:
    if place.lat is None or place.lon is None:
        return None
    return Spot(place.name, place.kind, place.country, place.lat, place.lon, place.radius_km)


def _named(some: list[tuple[Spot, Printed]]) -> Named:
    spot, words = max(some, key=lambda one: (one[1].source.day or "", one[1].source.key))
    return Named(spot, tuple(sorted(w.source.day or "" for _, w in some)), words)


def only_named(places: Iterable[Named], but: Collection[Spot], words: str) -> list[Named]:
    """Those that hold the words, without the places of events."""
    taken = {(spot.name, spot.lat, spot.lon) for spot in but}
    wanted = stems(words)
    return [n for n in places if (n.spot.name, n.spot.lat, n.spot.lon) not in taken and wanted <= stems(n.spot.name)]
