"""Organisations, office holders and given names."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from onrecord.lexicon import rows
from onrecord.lexicon.countries import country_name
from onrecord.lexicon.organisations import gender, office_holder, organisation

SECTORS = {
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "",
}  # fmt: skip


def test_every_organisation_is_found_under_all_its_names() -> None:
    assert len(rows("organisations")) >= 200
    for row in rows("organisations"):
        for name in [row["name"], *filter(None, row["aliases"].split(";"))]:
            found = organisation(name)
            assert found is not None and found.name == row["name"], name
        assert row["kind"] in ("organisation", "outlet", "group", "state")
        assert row["sector"] in SECTORS
        assert not row["country"] or country_name(row["country"])


def test_every_office_holder_is_found_on_the_first_day() -> None:
    for row in rows("office_holders"):
        day = (row["from"] or row["to"] or "2020-01-01")[:10]
        held = office_holder(row["name"], day if len(day) == 10 else f"{day}-28")
        assert held is not None and held.name == row["name"], row
        assert row["sector"] in SECTORS
        assert not row["country"] or country_name(row["country"])


def test_every_sector_of_the_roles_is_a_plover_sector() -> None:
    roles = tomllib.loads(resources.files("onrecord.lexicon").joinpath("roles.toml").read_text(encoding="utf-8"))
    for table in ("person", "generic", "group", "body", "modifier", "title_sector"):
        assert set(roles[table]) <= SECTORS, table


@pytest.mark.parametrize(
    ("name", "day", "role"),
    [
        ("Liz Truss", "2022-02-20", "foreign secretary"),
        ("Liz Truss", "2022-09-30", "prime minister"),
        ("Lavrov", "2021-01-01", "foreign minister"),
        ("Johnson", "2021-01-01", None),
        ("Olaf Scholz", "2019-01-01", None),
    ],
)
def test_office_by_day(name: str, day: str, role: str | None) -> None:
    held = office_holder(name, day)
    assert (held.role if held else None) == role


@pytest.mark.parametrize(("name", "tag"), [("Ingrid", "f"), ("Jean-Claude", "m"), ("Søren", "m"), ("Quillon", None)])
def test_gender_of_given_names(name: str, tag: str | None) -> None:
    assert gender(name) == tag
