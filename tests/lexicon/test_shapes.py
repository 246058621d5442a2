"""Outlines of regions and lines: each belongs to a place that can be named, and tells inside from outside."""

from __future__ import annotations

import pytest

from onrecord.lexicon.atlas import Sense, country, senses, toward
from onrecord.lexicon.countries import country_name
from onrecord.lexicon.shapes import Shape, shape, shapes

KYIV, SEVASTOPOL, DONETSK = (50.45, 30.52), (44.6, 33.5), (48.0, 37.8)


@pytest.mark.parametrize(
    ("name", "land", "point", "inside"),
    [
        ("Crimea", "UKR", SEVASTOPOL, True),
        ("Crimea", "UKR", KYIV, False),
        ("Donbas", "UKR", DONETSK, True),
        ("Gaza Strip", "PSE", (31.35, 34.31), True),
        ("Gaza Strip", "PSE", (31.25, 34.8), False),
        ("Taiwan Strait", None, (24.3, 119.5), True),
        ("Sahel", None, (13.5, 2.1), True),
        ("Sahel", None, (6.5, 3.4), False),
    ],
)
def test_a_point_lies_within_a_region_or_not(
    name: str, land: str | None, point: tuple[float, float], inside: bool
) -> None:
    drawn = shape(name, land)
    assert drawn is not None
    assert (drawn.away_km(*point) <= 15) is inside


def test_a_town_is_as_far_from_a_border_as_the_map_says() -> None:
    line = shape("Belarus–Ukraine border")
    assert line is not None
    assert line.away_km(51.5, 31.3) < 60  # Chernihiv
    assert 80 < line.away_km(*KYIV) < 140


def test_every_outline_is_a_row_of_the_regions_a_border_or_a_part_of_one() -> None:
    for name, land in shapes():
        if name.endswith(" border"):
            assert land is None
            continue
        whole = name.partition(" ")[2]
        parts = [s for s in senses(whole) if s.country == land and s.level in (0, 9)] if name[0].islower() else []
        parts += [s for s in senses(name) if (s.name, s.country) == (name, land)]
        assert parts, (name, land)


def test_a_border_is_named_after_two_countries_in_the_order_of_their_codes() -> None:
    assert shape(f"{country_name('KOR')}–{country_name('PRK')} border") is not None


def test_a_part_of_a_country_takes_its_own_outline() -> None:
    whole = country("UKR")
    assert whole is not None
    east = toward(whole, "east")
    assert east.name == "eastern Ukraine"
    assert east.away_km(Sense("Kharkiv", "city", 3, 49.99, 36.23, 10, "UKR")) == 0
    assert east.away_km(Sense("Lviv", "city", 3, 49.84, 24.03, 10, "UKR")) > 600


def test_an_outline_becomes_a_geometry_that_closes() -> None:
    for (name, _), drawn in shapes().items():
        made = drawn.geometry()
        assert made["type"] in ("Polygon", "LineString", "MultiLineString")
        if drawn.area:
            assert made["coordinates"][0][0] == made["coordinates"][0][-1], name


def test_a_line_over_the_date_line_is_no_trip_round_the_world() -> None:
    assert Shape(False, (((179.0, 0.0), (-179.0, 0.0)),)).away_km(0, 180) < 1
