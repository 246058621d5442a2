"""Which country a word speaks of."""

from __future__ import annotations

import pytest

from onrecord.lexicon import rows
from onrecord.lexicon.countries import (
    alpha2,
    countries_in,
    country_in,
    country_name,
    country_of,
    demonym,
    metonym,
    people,
)


def test_all_countries_and_territories_are_there_once() -> None:
    codes = [row["alpha3"] for row in rows("countries")]
    assert len(codes) == len(set(codes)) == 250
    assert {"TWN", "PSE", "XKX", "ESH", "GRL"} <= set(codes)


@pytest.mark.parametrize("row", rows("countries"), ids=lambda r: r["alpha3"])
def test_every_cell_leads_back_to_its_country(row: dict[str, str]) -> None:
    for name in [row["name"], *filter(None, row["aliases"].split(";"))]:
        assert country_of(name) == row["alpha3"], name
    for adjective in filter(None, row["adjectives"].split(";")):
        assert demonym(adjective) == row["alpha3"], adjective
    for place in filter(None, f"{row['capital']};{row['seats']}".split(";")):
        assert metonym(place) == row["alpha3"], place
    assert alpha2(row["alpha3"]) == row["alpha2"]
    assert country_name(row["alpha3"]) == row["name"]


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("the United Kingdom", "GBR"),
        ("Belarus'", "BLR"), ("Cote d’Ivoire", "CIV"), ("UKRAINE", "UKR"), ("U.S.", "USA"),
        ("us", None), ("turkey", None), ("Quellonia", None), ("", None),
    ],
)  # fmt: skip
def test_names(phrase: str, code: str | None) -> None:
    assert country_of(phrase) == code


@pytest.mark.parametrize(
    ("phrase", "answer"),
    [
        ("Swede", ("SWE", False)),
        ("Frenchmen", ("FRA", True)),
        ("Ukrainians", ("UKR", True)),
        ("French", None),
        ("poles", None),
    ],
)
def test_people(phrase: str, answer: tuple[str, bool] | None) -> None:
    assert people(phrase) == answer


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("two senior Danish officials", "DNK"), ("officials of the Czech Republic", "CZE"), ("Prague police", "CZE"),
        ("South Korean sailors", "KOR"), ("Latin American leaders", None), ("the Quorvian presidency", None),
        ("South Sudanese rebels", "SSD"), ("a polish of the floor", None),
    ],
)  # fmt: skip
def test_a_noun_phrase_speaks_of_a_country(phrase: str, code: str | None) -> None:
    assert country_in(phrase.split()) == code


def test_every_country_of_a_phrase_in_order() -> None:
    found = countries_in(["French", "and", "South", "African", "envoys", "in", "Rome"])
    assert [(code, form) for _, _, code, form in found] == [("FRA", "demonym"), ("ZAF", "demonym"), ("ITA", "capital")]
