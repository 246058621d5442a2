"""Names of places to places: the compiled gazetteer, opened once a process and read only.

`python -m onrecord.lexicon.gazetteer` compiles it (about twenty seconds); otherwise the first look-up does.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from onrecord.errors import LexiconError
from onrecord.lexicon.gazetteer_build import PRIMARY, Progress, build, check_path, intact, path
from onrecord.lexicon.romanise import alike, key, skeletons

KEPT = 30 * 24 * 3600
"""How long the file of another version is kept, in seconds: two versions in use must not take turns at compiling."""
MOST = 300
"""Most places given back for one name; the largest come first."""
ALIKE = 0.88
"""From which likeness on two names of one skeleton are one: ninety pairs had .94 or more, made-up names .86."""
_SELECT = "SELECT p.id, p.kind, p.name, lat, lon, radius, p.country, admin1, admin2, population, names"
_BY_NAME = (
    f"{_SELECT}, grade FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? "
    "ORDER BY population DESC, p.id LIMIT ?"
)
_BY_BONES = (
    f"{_SELECT}, b.key FROM bones b JOIN place p ON p.id = b.place WHERE b.skeleton = ? AND b.country = ? "
    "ORDER BY population DESC, p.id LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `id` is its GeoNames id (negative: none known), `kind` city, admin1 or admin2, `radius` in km.

    `admin1` and `admin2` are GeoNames codes ("US.LA"). `names` counts its names in all languages, a measure of fame;
    `usual`: the name that was asked for is the place's usual one.
    """

    id: int
    kind: str
    name: str
    lat: float
    lon: float
    radius: float
    country: str
    admin1: str
    admin2: str | None
    population: int
    names: int
    usual: bool


@dataclass(frozen=True, slots=True)
class Nation:
    """What is known of a country: alpha-3 code, capital, area (km²) and neighbours (alpha-3)."""

    code: str
    capital: str
    area: float
    neighbours: frozenset[str]


@cache
def _db() -> sqlite3.Connection:
    target = _ready()
    return sqlite3.connect(f"{target.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _ready() -> Path:
    """The compiled file, made where it is missing or damaged; those of earlier versions, and halves, go then if old.

    LexiconError where it cannot be written.
    """
    target = path()
    if intact(target):
        return target
    if target.exists():
        print(f"{target}: damaged; compiling the gazetteer anew", file=sys.stderr)
    try:
        build(target, progress())
    except (OSError, sqlite3.Error) as error:
        raise LexiconError(f"{target}: the gazetteer cannot be compiled there ({error})") from None
    kept, aged = {target, check_path(target)}, time.time() - KEPT
    for old in target.parent.glob("gazetteer-*.sqlite*"):
        with suppress(OSError):
            if old not in kept and old.stat().st_mtime < aged:
                old.unlink()
    return target


def progress() -> Progress:
    """What tells a person at a terminal how far the compilation is; says nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda step: print(f"compiling the gazetteer: {step}", file=sys.stderr, flush=True)


def _entry(row: tuple[Any, ...], usual: bool) -> Entry:
    ident, kind, name, lat, lon, radius, country, admin1, admin2, population, names = row[:11]
    return Entry(ident, kind, name, lat, lon, radius, country, admin1, admin2, population, names, usual)


@lru_cache(maxsize=20_000)
def lookup(name: str) -> tuple[Entry, ...]:
    """The places of this name, the largest first; case and accents do not count. () where there is none."""
    return tuple(_entry(row, row[11] == PRIMARY) for row in _db().execute(_BY_NAME, (key(name), MOST)))


@lru_cache(maxsize=5_000)
def spelt_like(name: str, country: str) -> tuple[Entry, ...]:
    """The places of one country (alpha-3) with a name that may be another romanisation of this one, the largest first.

    The name must share its consonants and be `ALIKE` as a whole.
    """
    found: dict[int, Entry] = {}
    for bones in skeletons(name):
        for row in _db().execute(_BY_BONES, (bones, country, MOST)):
            if row[0] not in found and alike(name, row[11]) >= ALIKE:
                found[row[0]] = _entry(row, False)
    return tuple(sorted(found.values(), key=lambda e: (-e.population, e.id)))


@cache
def nations() -> dict[str, Nation]:
    """The countries by alpha-3 code."""
    rows = _db().execute("SELECT code, capital, area, neighbours FROM country")
    return {code: Nation(code, capital, area, frozenset(near.split(","))) for code, capital, area, near in rows}


@cache
def border(one: str, other: str) -> tuple[float, float, float] | None:
    """Where two countries (alpha-3) meet: latitude, longitude, reach in km; None where they do not."""
    sql = "SELECT lat, lon, radius FROM border WHERE a = ? AND b = ?"
    row = _db().execute(sql, (min(one, other), max(one, other))).fetchone()
    return (row[0], row[1], row[2]) if row else None


@cache
def subdivisions() -> dict[str, Entry]:
    """The first-level subdivisions by GeoNames code."""
    found = _db().execute(f"{_SELECT}, 2 FROM place p WHERE kind = 'admin1'")
    return {row[7]: _entry(row, True) for row in found}


def main() -> int:
    """Compiles the gazetteer where that is still to do; exit status 0."""
    print(_ready())
    return 0


if __name__ == "__main__":
    sys.exit(main())
