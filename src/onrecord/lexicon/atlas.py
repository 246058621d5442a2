"""All that a name may mean as a place: countries, our own regions, waters, lines and sites, and the gazetteer."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import cast

from onrecord.lexicon import gazetteer, rows, words
from onrecord.lexicon.countries import country_name, country_of
from onrecord.lexicon.romanise import alike, key, skeletons
from onrecord.lexicon.shapes import shape
from onrecord.model.place import PlaceKind

_KM = 111.2
_COARSE = 30.0
"""How far outside its outline, in km, a place may still lie in a region: outlines and circles are coarse."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a name. `kind` as in the contract; `level` 0 country, 1 and 2 subdivisions, 3 town, 9 own table.

    `country` is alpha-3 or None where several share it; `admin1`, `admin2` are GeoNames codes; `near` the countries one
    of which must be spoken of. `fame` grows with the number of languages that have a name for it.
    """

    name: str
    kind: PlaceKind
    level: int
    lat: float
    lon: float
    radius: float
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    geonames: int | None = None
    usual: bool = True
    near: frozenset[str] = frozenset()
    rule: str = "gazetteer"
    fame: float = 0.0

    def lies_in(self, other: Sense) -> bool:
        """Whether the other is a country or subdivision that holds this one."""
        if other.level == 0:
            return self.country == other.country
        if other.level == 1:
            return self.admin1 == other.admin1
        if other.level == 2:
            return self.admin2 == other.admin2
        return other.away_km(self) <= _COARSE

    def away_km(self, other: Sense) -> float:
        """How far another place's point is from this region or line, 0 within it: by its shape, else by its radius."""
        drawn = shape(self.name, self.country) if self.kind != "city" else None
        if drawn is not None:
            return drawn.away_km(other.lat, other.lon)
        return max(0.0, distance_km(self, other) - self.radius * 1.3)


def distance_km(a: Sense, b: Sense) -> float:
    """Great-circle distance."""
    phi, psi = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((psi - phi) / 2) ** 2 + math.cos(phi) * math.cos(psi) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


@lru_cache(maxsize=20_000)
def senses(name: str) -> tuple[Sense, ...]:
    """The meanings of a name, our own tables first, then the gazetteer's by size. () where it is not known.

    >>> [s.country for s in senses("Georgia")[:2]], senses("Sea of Azov")[0].kind, senses("Qwertyville")
    (['GEO', 'USA'], 'water', ())
    """
    found = list(_own(name))
    known = any(not s.near for s in found)  # England is a region to us, though its name may stand for the state
    code = None if known else country_of(name)
    if code is not None and (sense := country(code)):
        found.insert(0, sense)
    if name.isupper() and len(name) < 5:
        return tuple(found)
    entries = [e for e in gazetteer.lookup(name) if e.country != code]  # Mexico is the country, not the state or city
    listed = [s for e in entries if (s := _from_entry(e)).level != 1 or not _same(s, found)]
    if name.rpartition(" ")[2] in _natural():
        listed = [s for s in listed if s.usual]
    return (*found, *listed)


@cache
def _natural() -> frozenset[str]:
    """Last words of names of rivers, parks and streets: a county's short name ("Red River") is another thing."""
    return frozenset(w for w, kind in words("place_words")["feature"].items() if kind in ("water", "site"))


def _same(sense: Sense, found: list[Sense]) -> bool:
    """Whether our own table holds this subdivision already."""
    return any(o.level == 9 and o.country == sense.country and distance_km(o, sense) < o.radius for o in found)


def _from_entry(entry: gazetteer.Entry) -> Sense:
    level = {"admin1": 1, "admin2": 2}.get(entry.kind, 3)
    return Sense(
        entry.name, "city" if level == 3 else "region", level, entry.lat, entry.lon, entry.radius, entry.country,
        entry.admin1, entry.admin2, entry.population, entry.id if entry.id > 0 else None, entry.usual,
        fame=max(0.0, math.log10(entry.names / 20)) if entry.names and level == 3 else 0.0,
    )  # fmt: skip


@cache
def country(code: str) -> Sense | None:
    """A country by its alpha-3 code: the usual middle point, and the radius of a circle of its area."""
    point = _points().get(code)
    if not point:
        return None
    nation = gazetteer.nations().get(code)
    radius = max(2.0, math.sqrt((nation.area if nation else 1000) / math.pi))
    return Sense(country_name(code), "country", 0, *point, round(radius, 1), code, rule="countries")


@cache
def _points() -> dict[str, tuple[float, float]]:
    return {row["country"]: (float(row["lat"]), float(row["lon"])) for row in rows("country_points")}


@cache
def _tables() -> Mapping[str, tuple[Sense, ...]]:
    """Our own regions, waters, lines and sites by key."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for topic in ("regions", "sites"):
        for row in rows(topic):
            names = row["names"].split("|")
            lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
            near = frozenset(filter(None, (row["near"] or "").split("|")))
            kind = cast("PlaceKind", row["kind"])
            sense = Sense(names[0], kind, 9, lat, lon, radius, row["country"] or None, near=near, rule=topic)
            for name in names:
                found[_bare(name)].append(sense)
    return {k: tuple(dict.fromkeys(v)) for k, v in found.items()}


@cache
def _own_bones() -> Mapping[tuple[str, str], Sense]:
    found: dict[tuple[str, str], Sense] = {}
    for own in _tables().values():
        for sense in own:
            found.update({(bones, sense.country or ""): sense for bones in skeletons(sense.name)[:1] if sense.country})
    return found


def spelt_like(name: str, code: str, admin1: str | None = None) -> Sense | None:
    """The place of a country (alpha-3), and of a subdivision where one is given, that this may be another spelling of.

    >>> spelt_like("Charkiw", "UKR").name, spelt_like("Charkiw", "BRA")
    ('Kharkiv', None)
    """
    own = _own_bones()
    for bones in skeletons(name):
        if (sense := own.get((bones, code))) and alike(name, sense.name) >= gazetteer.ALIKE:
            return replace(sense, rule="another spelling")
    for entry in gazetteer.spelt_like(name, code):
        if admin1 is None or entry.admin1 == admin1:
            return replace(_from_entry(entry), rule="another spelling")
    return None


def _own(name: str) -> tuple[Sense, ...]:
    return _tables().get(_bare(name), ())


def _bare(name: str) -> str:
    return key(name).removeprefix("the ")


@cache
def _abbreviations() -> Mapping[str, tuple[tuple[str, bool], ...]]:
    found: dict[str, tuple[tuple[str, bool], ...]] = {}
    for row in rows("place_abbreviations"):
        found[row["form"]] = (*found.get(row["form"], ()), (row["code"], row["use"] == "any"))
    return found


@lru_cache(maxsize=2_000)
def short_form(form: str, after_comma: bool) -> tuple[Sense, ...]:
    """The subdivisions that a short form stands for; some only count after a place and a comma.

    >>> [s.name for s in short_form("Ohio", True)], [s.name for s in short_form("OH", True)], short_form("OH", False)
    ([], ['Ohio'], ())
    """
    codes = [code for code, anywhere in _abbreviations().get(form, ()) if anywhere or after_comma]
    return tuple(replace(_from_entry(_admin1()[c]), rule="abbreviation") for c in codes if c in _admin1())


def prior(sense: Sense) -> float:
    """How likely a meaning is by itself: countries first, then our own regions; else by the logarithm of its people."""
    if sense.level in (0, 9):
        return 9.0 if sense.level == 0 else 7.5
    size = math.log10(sense.population + 100)
    if sense.level == 3:
        # a city that has a name in fifty languages needs no introduction
        size += 2.0 * sense.fame if sense.usual else 0.0
        return size + (1.5 if is_capital(sense) else 0.0) - (0.0 if sense.usual else 1.2)
    return (3.6 if sense.level == 1 else 2.0) + 0.4 * size - (0.0 if sense.usual else 0.3)


@cache
def _admin1() -> Mapping[str, gazetteer.Entry]:
    return gazetteer.subdivisions()


def admin1_name(code: str | None) -> str | None:
    """The name of a first-level subdivision by its GeoNames code."""
    entry = _admin1().get(code or "")
    return entry.name if entry else None


def is_capital(sense: Sense) -> bool:
    """Whether a town is the capital of its country."""
    nation = gazetteer.nations().get(sense.country or "")
    return sense.level == 3 and nation is not None and sense.usual and key(nation.capital) == key(sense.name)


def toward(sense: Sense, direction: str) -> Sense:
    """The part of a country or region that lies in a direction ("eastern"), as if the whole were a disc: the middle of
    half a disc lies at .42 of the radius; where the part has a shape of its own, that decides.

    >>> whole = country("ROU")
    >>> part = toward(whole, "east")
    >>> part.lon > whole.lon, part.lat == whole.lat, part.radius < whole.radius
    (True, True, True)
    """
    north, east = words("place_words")["directions"][direction]
    side = direction.replace("-", "")
    side = side if side.endswith(("ern", "central")) else f"{side}ern"
    own = next((s for d in (direction, side, side[:-3]) for s in _own(f"{d} {sense.name}") if not s.near), None)
    if own is not None and sense.level == 9:  # "west Africa", but no "East Germany" in eastern Germany
        return own
    name = f"{side} {sense.name}"
    if (drawn := shape(name, sense.country)) is not None:
        lat, lon, radius = drawn.middle()
    else:
        step = 0.42 * sense.radius / _KM
        lat = round(max(-85.0, min(85.0, sense.lat + north * step)), 3)
        lon = sense.lon + east * step / max(0.2, math.cos(math.radians(sense.lat)))
        lon, radius = round((lon + 180) % 360 - 180, 3), round(sense.radius * 0.6, 1)
    return replace(
        sense, name=name, kind="region", level=9, lat=lat, lon=lon, geonames=None, radius=radius, rule="direction"
    )
